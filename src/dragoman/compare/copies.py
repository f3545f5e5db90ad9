"""Copies of one text that differ inside one sentence: another number, another day, another name, a denial.

A sentence of two articles is one sentence when the one before it or behind it is the same, word for word, and most of
its own words are. Nothing but the difference is judged; a later copy may have been corrected.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import combinations, product

from dragoman.compare.amounts import MEASURES, fates
from dragoman.compare.direction import revised
from dragoman.compare.surfaces import negations
from dragoman.compare.view import View, found
from dragoman.compare.weekdays import weekday_names
from dragoman.languages import Language, language
from dragoman.records import Figure, Finding, Reading
from dragoman.spans import Span

__all__ = ["COPIES", "copies"]

COPIES = "two copies of one text"
_NAME = "another name"
_NAMED = ("name", "acronym")
#: 7,000 · 1.500 · 4,8 · words, each a token
TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?!\w)|\w+")
_CONTEXT = 5  # words beside a sentence that are not the same by chance: "He said so on Monday."
_OWN, _BETWEEN = 5, 3  # words of the sentence itself, of one that stands between two that are the same
_SAME = 0.6  # share of the longer one's words that two copies of a sentence have in common, in order
_PLACES = 2  # places in which they differ; with more the sentence was written anew
_LONG = 6  # words that differ at one place: a name with its title
_PARTICLE = 3  # letters of the small words inside a name: de, von, the
_VARIANTS = 12  # wordings of one place beyond which a text is a form that is filled in: tables, weather, scores
_LETTERS = 4  # letters of a word that two names of one thing have in common
Place = tuple[int, int]
Tokens = tuple[str, ...]


@dataclass(frozen=True)
class _Line:
    """A sentence by its words and where they stand in the clean text."""

    reading: Reading
    tokens: Tokens
    place: Place

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where each word stands; only lines that are compared are asked."""
        return tuple(word.span() for word in TOKEN.finditer(self.reading.article.text.value, *self.place))

    @property
    def span(self) -> Span:
        return self.part((0, len(self.places)))

    def part(self, place: Place) -> Span:
        """The original words of some tokens, of none those around."""
        first, end = place if place[0] < place[1] else (max(0, place[0] - 1), min(len(self.places), place[0] + 1))
        return self.reading.article.text.span(self.places[first][0], self.places[end - 1][1])

    def words(self, place: Place) -> list[str]:
        """Some tokens as they are written."""
        value = self.reading.article.text.value
        return [value[start:end] for start, end in self.places[slice(*place)]]

    def beyond(self, place: Place, view: View) -> Place:
        """How many tokens before and behind some the persons' names reach that they are a part of."""
        at = self.part(place)
        hulls = [self.reading.article.text.find(one.start, one.end) for one in _persons(at, view)]
        first, last = self.places[place[0]][0], self.places[place[1] - 1][1]
        early = sum(any(h and h[0] <= start < first for h in hulls) for start, _ in self.places[: place[0]])
        late = sum(any(h and last < end <= h[1] for h in hulls) for _, end in self.places[place[1] :])
        return early, late


def copies(view: View) -> Iterator[Finding]:
    """Every number, day, name or denial in which two copies of a sentence differ."""
    seen: set[tuple[Span, Span]] = set()
    for one, other in _pairs(view):
        if (one.span, other.span) not in seen:
            seen.add((one.span, other.span))
            yield from _compared(one, other, view)


def _pairs(view: View) -> Iterator[tuple[_Line, _Line]]:
    """Sentences of two articles that stand beside one and the same sentence and are not the same."""
    beside: dict[tuple[str, Tokens, Tokens], dict[Tokens, list[_Line]]] = defaultdict(lambda: defaultdict(list))
    for reading in sorted(view.readings, key=lambda one: one.article.source):
        lines = _lines(reading)
        around: list[Tokens] = [(), *(line.tokens for line in lines), ()]
        for line, early, late in zip(lines, around, around[2:], strict=False):
            contexts: tuple[tuple[Tokens, Tokens], ...] = ((early, ()), ((), late), (early, late))
            for before, behind in contexts:
                least = _BETWEEN if before and behind else _OWN
                if len(before) + len(behind) >= _CONTEXT and len(line.tokens) >= least:
                    held = beside[reading.article.language, before, behind][line.tokens]
                    if len(held) < 2 and all(one.reading is not reading for one in held):
                        held.append(line)
    for variants in beside.values():
        if 1 < len(variants) <= _VARIANTS:
            for some, others in combinations(variants.values(), 2):
                yield from [pair for pair in product(some, others) if pair[0].reading is not pair[1].reading][:1]


def _lines(reading: Reading) -> list[_Line]:
    value, lines = reading.article.text.value, []
    for start, end in reading.article.sentences:
        if words := TOKEN.findall(value, start, end):
            lines.append(_Line(reading, tuple(map(str.casefold, words)), (start, end)))
    return lines


def _compared(one: _Line, other: _Line, view: View) -> Iterator[Finding]:
    match = SequenceMatcher(None, one.tokens, other.tokens, autojunk=False)
    same = sum(block.size for block in match.get_matching_blocks())
    places = [code for code in match.get_opcodes() if code[0] != "equal"]
    if same < _SAME * max(len(one.tokens), len(other.tokens)) or not 0 < len(places) <= _PLACES:
        return
    for _, *ends in places:
        mine, theirs = (ends[0], ends[1]), (ends[2], ends[3])
        if max(mine[1] - mine[0], theirs[1] - theirs[0]) <= _LONG:
            what = _differ(one, other, mine, theirs, view)
            if what and (what != _NAME or len(places) == 1):
                yield _finding(one, other, (one.part(mine), other.part(theirs)), what, view)


def _differ(one: _Line, other: _Line, mine: Place, theirs: Place, view: View) -> str:
    """In what two places differ; "" where the words only say the same otherwise."""
    words, numbers = one.words(mine), other.words(theirs)
    own = language(one.reading.article.language)
    denials = own.once(negations)
    if bool(denials.search(" ".join(words))) != bool(denials.search(" ".join(numbers))):
        return "one denies what the other tells"
    if not words or not numbers:
        return ""
    left, right = one.part(mine), other.part(theirs)
    days = _days(left, view), _days(right, view)
    if days[0] and days[1]:
        names = own.once(weekday_names)
        other_day = _day(
            {names.get(word.casefold()) for word in words}, {names.get(word.casefold()) for word in numbers}
        )
        return "another day" if days[0] != days[1] or other_day else ""
    known = own.once(_number_words)
    if _counts(words, known) and _counts(numbers, known):
        return "another number"
    named = _named(left, view), _named(right, view)
    if (named[0] or named[1]) and _capital(words) and _capital(numbers) and not _alike(one, other, mine, theirs, view):
        return "" if _one(*named, view) else _NAME
    return ""


def _days(at: Span, view: View) -> frozenset[str]:
    """The days that words tell, or a part of them."""
    times = [one for one in view.article(at.source).times_at(at) if one.type in ("DATE", "TIME", "SET")]
    return frozenset(f"{one.value} {one.weekday}" for one in times)


def _day(mine: set[int | None], theirs: set[int | None]) -> bool:
    """True when both name a weekday, and another one."""
    return bool(mine - {None}) and bool(theirs - {None}) and mine != theirs


def _named(at: Span, view: View) -> frozenset[str]:
    """The entities that words name, or a part of their names."""
    return frozenset(one for one, mention in view.article(at.source).mentions_at(at) if mention.form in _NAMED)


def _persons(at: Span, view: View) -> list[Span]:
    """Where the persons' names stand that some words are a part of; "China" alone tells Air China from Air India."""
    held = view.article(at.source).mentions_at(at)
    return [mention.hull for _, mention in held if mention.form in _NAMED and mention.kind == "PER"]


def _one(mine: frozenset[str], theirs: frozenset[str], view: View) -> bool:
    """True when both name one, or one of them the other's state."""
    kinds = {view.who.kind(one) for one in mine}, {view.who.kind(one) for one in theirs}
    states = {*map(view.who.state, mine)} & {*map(view.who.state, theirs)}
    return bool(mine & theirs) or (bool(states) and not kinds[0] & kinds[1])


def _capital(words: Sequence[str]) -> bool:
    """True when words are a name and nothing else: each has a capital, but for the small ones."""
    return any(word[:1].isupper() for word in words) and all(
        word[:1].isupper() or len(word) <= _PARTICLE for word in words
    )


def _alike(one: _Line, other: _Line, mine: Place, theirs: Place, view: View) -> bool:
    """True for two forms of one name: a word in common but for its ending, or the letters that its words begin with."""
    reach = one.beyond(mine, view), other.beyond(theirs, view)
    early, late = max(reach[0][0], reach[1][0]), max(reach[0][1], reach[1][1])
    words = (
        one.words((max(0, mine[0] - early), mine[1] + late)),
        other.words((max(0, theirs[0] - early), theirs[1] + late)),
    )
    begun = [{word[:_LETTERS].casefold() for word in each if len(word) >= _LETTERS} for each in words]
    initials = ["".join(word[0] for word in each if word[:1].isupper()) for each in words]
    return bool(begun[0] & begun[1]) or initials[0] in words[1] or initials[1] in words[0]


def _counts(words: Sequence[str], numbers: frozenset[str]) -> bool:
    return any(word[:1].isdigit() or word.casefold() in numbers for word in words)


def _number_words(words: Language) -> frozenset[str]:
    """The language's number words: two, twelve."""
    return frozenset(word.casefold() for word in words.table("figures", "numbers"))


def _finding(one: _Line, other: _Line, places: tuple[Span, Span], what: str, view: View) -> Finding:
    people = not any(figure.unit in MEASURES for figure in one.reading.of(Figure) if figure.hull.meets(places[0]))
    kind, severity, more = _kind(one, other, what, people=people)
    why = (
        f"{view.quoted(places[0])} and {view.quoted(places[1])} stand in one and the same sentence of two copies of a "
        f"text ({len(one.tokens)} words; the sentence beside it is the same, too): {what}{more}."
    )
    spans = (*places, one.span, other.span)
    return found(kind, COPIES, spans, why, severity=severity, settles="the text that both copies are made from")


def _kind(one: _Line, other: _Line, what: str, *, people: bool) -> tuple[str, str, str]:
    """(finding, severity, what else is to be said): a later copy may be corrected, a toll may have moved."""
    mine, theirs = (line.reading.article.published for line in (one, other))
    if mine and theirs and not mine.meets(theirs):
        return "update", "note", "; the later copy may be corrected"
    if version := revised(one.reading, other.reading):
        late = other if version[0] == one.reading.article.source else one
        return "update", "note", f"; {late.reading.article.name} is the later version of the page"
    words = " ".join(one.words((0, len(one.tokens))))
    if what == "another number" and people and fates(words, language(one.reading.article.language)):
        return "differing_claims", "note", "; a toll may have moved between the copies"
    return "contradiction", "error", ""
