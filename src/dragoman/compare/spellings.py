"""One person or place in several spellings of one language, one agreement under several names; damaged words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from anyascii import anyascii
from rapidfuzz.distance import OSA

from dragoman.compare.view import View, found
from dragoman.records import Agreement, Article, Entity, Finding, Mention
from dragoman.spans import Span

__all__ = ["damage", "names", "spellings"]

TOKEN = re.compile(r"[a-z0-9]+")
_SLIPS = 2  # letters that two spellings of one part of a name may differ in
_ENDING = 3  # a part this long whose beginning is equal differs by its ending only: a case, not a spelling
#: Reasons of cleaning that mended a damaged word; the others take page furniture away or mend nothing that was meant.
_DAMAGED = {
    "mojibake": "letters in a wrong encoding",
    "torn-word": "a word torn apart",
    "glued-words": "two words run together",
    "glued-quote": "a quotation mark run into a word",
    "stray-letter": "a stray letter",
}
_UNLIKE = 4  # words that two names of one agreement may differ in, both sides counted; beyond they are descriptions
_FIRST = 4  # places shown of one kind of damage


def spellings(view: View) -> Iterator[Finding]:
    """People and places that articles of one language spell in more than one way."""
    for entity in view.entities:
        if entity.kind in ("PER", "GPE", "LOC", "ORG", "FAC"):
            yield from _spelt(entity, view)


def _spelt(entity: Entity, view: View) -> Iterator[Finding]:
    """One finding a thing, with all the ways in which its name is spelt otherwise."""
    forms: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in entity.mentions:
        if mention.form == "name":
            forms[tuple(TOKEN.findall(anyascii(mention.name).lower()))].append(mention)
    ranked = sorted(forms, key=lambda form: (-len(forms[form]), form))
    places: list[Span] = []
    told: list[str] = []
    for number, rare in enumerate(ranked):
        for usual in ranked[:number]:
            pair = _same_language(forms[usual], forms[rare], view)
            if pair and _respelt(usual, rare):
                places += [pair[1].hull, pair[0].hull]
                told.append(
                    f"{view.quoted(pair[1].hull)} ({_times(forms[rare])}) and {view.quoted(pair[0].hull)} "
                    f"({_times(forms[usual])}): {_difference(usual, rare)}"
                )
                break
    if told:
        yield found("spelling_variant", "spellings", places, f"{'; '.join(told)}; each is {entity.name}.")


def _times(mentions: Sequence[Mention]) -> str:
    return f"{len(mentions)} time{'s' if len(mentions) > 1 else ''}"


def _same_language(usual: Sequence[Mention], rare: Sequence[Mention], view: View) -> tuple[Mention, Mention] | None:
    """The first two mentions in articles of one language."""
    for other in rare:
        for one in usual:
            if view.language(one.source) == view.language(other.source):
                return one, other
    return None


def _respelt(usual: Sequence[str], rare: Sequence[str]) -> bool:
    """True when exactly one part differs, by a slip inside it and not by its ending: Kim Jong Un, Kim Jung Un."""
    if len(usual) != len(rare) or len(usual) < 2:
        return False
    unlike = [(one, other) for one, other in zip(usual, rare, strict=True) if one != other]
    if len(unlike) != 1:
        return False
    one, other = unlike[0]
    ends = one[:_ENDING] == other[:_ENDING] and (len(one) != len(other) or one[:-1] == other[:-1])
    return min(len(one), len(other)) > 2 and OSA.distance(one, other) <= _SLIPS and not ends


def _difference(usual: Sequence[str], rare: Sequence[str]) -> str:
    one, other = next((a, b) for a, b in zip(usual, rare, strict=True) if a != b)
    return f"“{other}” for “{one}”, {OSA.distance(one, other)} letter{'s' if OSA.distance(one, other) > 1 else ''}"


def names(view: View) -> Iterator[Finding]:
    """Agreements that articles of one language call by names that do not say the same."""
    for deal in view.agreements:
        if deal.main:
            yield from _named(deal, view)


def _named(deal: Agreement, view: View) -> Iterator[Finding]:
    """The two names of each language that are most alike and still say different things; translations show it most."""
    places: dict[tuple[str, str], Span] = {}
    for treaty in deal.treaties:
        for span in treaty.spans:
            words = _described(view.words(span))
            if len(words) > 2:
                places.setdefault((view.language(span.source), " ".join(words)), span)
    best: dict[str, tuple[int, Span, Span]] = {}
    for (code, one), (other_code, other) in combinations(sorted(places), 2):
        mine, theirs, first, second = set(one.split()), set(other.split()), places[code, one], places[other_code, other]
        apart = code == other_code and first.source != second.source and mine - theirs and theirs - mine
        unlike = 2 * len(mine ^ theirs) - len(mine & theirs)
        if apart and len(mine & theirs) > 1 and len(mine ^ theirs) <= _UNLIKE and unlike < best.get(code, (99,))[0]:
            best[code] = (unlike, first, second)
    for _, (_, first, second) in sorted(best.items()):
        yield _renamed(first, second, view)


def _renamed(first: Span, second: Span, view: View) -> Finding:
    mine, theirs = (set(_described(view.words(span))) for span in (first, second))
    rendered = view.translated(first.source) or view.translated(second.source)
    why = (
        f"{view.quoted(first)} and {view.quoted(second)} name one agreement: {len(mine & theirs)} words in common, "
        f"“{' '.join(sorted(mine - theirs))}” and “{' '.join(sorted(theirs - mine))}” differ"
        f"{'; one of the articles was translated' if rendered else ''}."
    )
    kind = "translation_artefact" if rendered else "naming_variant"
    return found(kind, "names of an agreement", (first, second), why)


def _described(words: str) -> list[str]:
    return [word for word in TOKEN.findall(anyascii(words).lower()) if len(word) > 3]


def damage(view: View) -> Iterator[Finding]:
    """Words that were damaged and mended for reading; the original keeps its damage."""
    for reading in view.readings:
        article = reading.article
        places: dict[str, list[Span]] = defaultdict(list)
        for change in article.text.changes:
            if change.why in _DAMAGED and change.start < change.end:
                places[change.why].append(_word(Span(article.source, change.start, change.end), article))
        for broken in article.damage:
            yield found("text_damage", "damage", (broken.span,), f"{broken.what}: {broken.why}; left as it stands.")
        counts = Counter({why: len(spans) for why, spans in places.items()})
        for why, spans in sorted(places.items()):
            many = f"{counts[why]} places" if counts[why] > 1 else "one place"
            shown = ", ".join(view.quoted(span) for span in spans[:_FIRST])
            text = f"{_DAMAGED[why][:1].upper()}{_DAMAGED[why][1:]} in {many}: {shown}; read as mended."
            yield found("text_damage", "damage", spans[:_FIRST], text)


def _word(span: Span, article: Article) -> Span:
    """The words that a change stands in or between."""
    text = article.text
    place = text.find(max(0, span.start - 1), span.end + 1) or text.find(span.end, span.end + 1)
    if place is None:  # the second is for a letter at the beginning of what is left of a line
        return span
    start, end, value = *place, article.text.value
    while start > 0 and value[start - 1].isalnum():
        start -= 1
    while end < len(value) and value[end].isalnum():
        end += 1
    wide = article.text.span(start, end)
    return Span(article.source, min(wide.start, span.start), max(wide.end, span.end))
