"""Common nouns that stand for the only body of their kind in the article: "the ministry" after "the Health Ministry".

Nothing is linked where another body of that kind is spoken of, named or not, or where the noun has words of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.languages import Language
from dragoman.languages.world import fold
from dragoman.read.found import Found
from dragoman.read.lexicon import Lexicon, Word, words_of
from dragoman.read.page import Page
from dragoman.read.sayings import lexicon as sayings

__all__ = ["body_nouns"]

_OWN = frozenset(("amod", "nmod", "compound", "poss", "acl", "relcl", "appos", "nk", "ag", "pg", "mo"))
_INSIDE = ("name", "acronym")
_BARE, _WITHIN, _ANOTHER = "bare", "within", "another"  # how a noun stands


@dataclass(frozen=True, slots=True)
class _Nouns:
    """The nouns of one language: folded form → kind of body; forms that nouns alone have."""

    kinds: dict[str, str]
    nouns: frozenset[str]
    others: frozenset[str]  # articles and possessives that tell of another one: "a", "its"


def body_nouns(page: Page, lexicon: Lexicon, names: list[Found]) -> list[Found]:
    """The names, and a nominal for each noun that can only stand for one of them, in reading order."""
    once: Callable[[Language], _Nouns] = _made
    table = page.language.once(once)
    words = words_of(page.value)
    spots = [number for number, word in enumerate(words.all) if word.folded in table.kinds] if table.kinds else []
    if not spots:
        return names
    held = {word.start for name in names if name.form in _INSIDE for word in words(name.start, name.end)}
    told = {
        number: _reading(page, lexicon, table, words.all, number)
        for number in spots
        if words.all[number].start not in held
    }
    if _BARE not in told.values():
        return names
    bodies = _bodies(page, lexicon, names, table)
    rivals = {table.kinds[words.all[number].folded] for number, how in told.items() if how == _ANOTHER}
    found = list(_links(words.all, [n for n, how in told.items() if how == _BARE], bodies, rivals, table))
    return sorted([*names, *found], key=lambda name: (name.start, name.end)) if found else names


def _bodies(page: Page, lexicon: Lexicon, names: list[Found], table: _Nouns) -> dict[str, dict[str, Found]]:
    """{kind: {fullest name: where it comes first}}."""
    bodies: dict[str, dict[str, Found]] = defaultdict(dict)
    words = words_of(page.value)
    for name in names:
        if name.kind != "ORG" or name.form not in _INSIDE:
            continue
        for word in words(name.start, name.end):
            kind = table.kinds.get(word.folded) or next(
                (k for form, k in table.kinds.items() if lexicon.compounds and word.folded.endswith(form)), ""
            )
            if kind:
                bodies[kind].setdefault(name.refers_to, name)
    return bodies


def _links(
    words: list[Word], loose: list[int], bodies: dict[str, dict[str, Found]], rivals: set[str], table: _Nouns
) -> Iterator[Found]:
    for number in loose:
        word = words[number]
        kind = table.kinds[word.folded]
        known = list(bodies[kind].values())
        if word.folded in table.nouns and kind not in rivals and len(known) == 1 and known[0].start < word.start:
            body = known[0]
            yield Found(
                word.start, word.end, "ORG", "body-noun", "nominal", body.thing,
                refers_to=body.refers_to, country=body.country,
            )  # fmt: skip


def _reading(page: Page, lexicon: Lexicon, table: _Nouns, words: list[Word], number: int) -> str:
    """How a noun stands: bare ("the ministry"), in another noun ("a ministry official"), or with words of its own."""
    word, text = words[number], page.value
    before = words[number - 1].folded if number else ""
    after = words[number + 1] if number + 1 < len(words) and text[word.end : words[number + 1].start] == " " else None
    token = page.token(word.start) if page.doc is not None else None
    if token is not None and token.dep_ == "compound" and not list(token.children):
        return _WITHIN
    if (lexicon.articles and (before not in lexicon.articles or before in table.others)) or (
        after is not None and after.folded in lexicon.links
    ):
        return _ANOTHER
    if token is not None:
        own = any(one.dep_ in _OWN or (one.dep_ == "prep" and one.i == token.i + 1) for one in token.children)
        return _ANOTHER if own else _BARE
    acts = lexicon.patterns.get("acts")
    free = after is None or after.text.lower() in sayings(page.language).verbs or (acts and acts.match(text, word.end))
    return _BARE if free else _ANOTHER


def _made(language: Language) -> _Nouns:
    rows = language.section("mentions").get("body_again") or {}
    kinds = {fold(form): kind for kind, forms in rows.items() for form in forms}
    capital = bool(language.words("mentions", "compound_offices"))  # every noun has a capital there
    nouns = frozenset(fold(form) for forms in rows.values() for form in forms if capital or form.islower())
    others = (*language.words("agreements", "indefinite"), *language.words("mentions", "possessives"))
    return _Nouns(kinds, nouns, frozenset(map(fold, others)))
