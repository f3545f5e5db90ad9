"""Sentences of the articles in the shape in which two of them are told to be the same sentence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from dragoman.compare.surfaces import NUMBER, negations
from dragoman.compare.view import View
from dragoman.languages import Language, language
from dragoman.records import UNTYPED, Event, Reading, Time
from dragoman.spans import Span

__all__ = ["Sentence", "negations", "sentences", "stems", "twins"]

WORD = re.compile(r"[^\W\d_]{3,}")
TOLD = frozenset({"happened", "under way", "claimed", "denied"})
_STEM = 5  # letters of a word that are compared: "signed" and "sign" differ in their ending only
_LEAST = 4  # stems that a sentence needs before it can be the same as another one
_QUOTES = ("direct", "partial")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence that tells of an act or names a day."""

    span: Span
    stems: frozenset[str]  # of its words, without denials and dates
    numbers: frozenset[str]  # without those of dates
    days: frozenset[date]  # written or counted from the day of publication
    dated: tuple[Span, ...]  # where a day is written with its number
    names: tuple[tuple[str, Span], ...]  # entities in order of place
    negated: bool  # outside of quotation marks
    voice: str
    open: bool  # planned, possible or asked, as far as its events tell


def sentences(view: View) -> dict[str, list[Sentence]]:
    """{language: its sentences that tell of an act or name a day, in a fixed order}."""
    return view.once("sentences", _sentences)


def _sentences(view: View) -> dict[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = defaultdict(list)
    for reading in sorted(view.readings, key=lambda one: one.article.source):
        words = language(reading.article.language)
        if words.words("quotes", "negations"):
            found[words.code] += _told(reading, words, view)
    return dict(sorted(found.items()))


def _told(reading: Reading, words: Language, view: View) -> Iterator[Sentence]:
    """The sentences of one article; each is made of the facts that lie in it."""
    article = view.article(reading.article.source)
    events: dict[Span, list[Event]] = defaultdict(list)
    for event in (one for one in reading.of(Event) if one.type != UNTYPED):
        events[article.sentence(event.trigger or event.spans[0])].append(event)
    days = [one for one in reading.of(Time) if one.type == "DATE" and one.when and one.when.precision == "day"]
    for span in sorted({*events, *(article.sentence(one.spans[0]) for one in days)}):
        made = _sentence(span, events[span], reading, words, view)
        if len(made.stems) >= _LEAST:
            yield made


def _sentence(span: Span, events: Sequence[Event], reading: Reading, words: Language, view: View) -> Sentence:
    article = view.article(span.source)
    times = [one for one in article.times(span) if one.type == "DATE"]
    quoted = [part for one in article.quotes(span) if one.kind in _QUOTES for part in one.spans]
    denials = words.once(negations)
    told = _without(span, [*quoted], reading)
    rest = denials.sub(" ", _without(span, [part for one in times for part in one.spans], reading))
    firm = [one for one in times if one.when and one.when.earliest == one.when.latest]
    return Sentence(
        span=span,
        stems=stems(rest),
        numbers=frozenset(NUMBER.findall(rest)),
        days=frozenset(one.when.earliest for one in firm if one.when),
        dated=tuple(one.hull for one in firm if any(letter.isdigit() for letter in view.whole(one.hull))),
        names=tuple(article.named(span)),
        negated=bool(denials.search(told)),
        voice=_voice(span, events, view),
        open=any(one.standing not in TOLD for one in events),
    )


def _voice(span: Span, events: Sequence[Event], view: View) -> str:
    """Who says it: whom its events name, else whoever is quoted in it."""
    for one in events:
        if one.claimed_by:
            return view.country_or_self(span.source, one.claimed_by)
    for quote in view.article(span.source).quotes(span):
        if quote.kind != "scare" and quote.speaker:
            return view.country_or_self(span.source, quote.speaker)
    return ""


def _without(span: Span, parts: Sequence[Span], reading: Reading) -> str:
    """The clean words of a span without those of its parts."""
    text = reading.article.text
    place = text.find(span.start, span.end)
    if place is None:
        return ""
    words, (start, end) = text.value, place
    for part in sorted(parts, reverse=True):
        inner = text.find(part.start, part.end)
        if inner and start <= inner[0] < inner[1] <= end:
            words, end = words[: inner[0]] + " " + words[inner[1] :], end - (inner[1] - inner[0]) + 1
    return words[start:end]


def stems(words: str) -> frozenset[str]:
    """The beginnings of the words of three letters and more."""
    return frozenset(word[:_STEM] for word in WORD.findall(words.casefold()))


def twins(told: Sequence[Sentence], share: float) -> Iterator[tuple[Sentence, Sentence]]:
    """Pairs of two articles of which each has this share of its stems in common with the other.

    Two such sentences must share one of the few rarest stems of each, so only those are looked up.
    """
    known = Counter(stem for one in told for stem in one.stems)
    index: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        rare = sorted(one.stems, key=lambda stem: (known[stem], stem))
        rare = rare[: len(rare) - ceil(share * len(rare)) + 1]
        for other in sorted({earlier for stem in rare for earlier in index[stem]}):
            pair = told[other], one
            if pair[0].span.source != one.span.source and _alike(*pair, share):
                yield pair
        for stem in rare:
            index[stem].append(number)


def _alike(one: Sentence, other: Sentence, share: float) -> bool:
    return len(one.stems & other.stems) >= share * max(len(one.stems), len(other.stems))
