"""How a toll grew: the dead of one disaster as the articles of one day after the other count them, in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dragoman.compare.amounts import fates
from dragoman.compare.claims import number
from dragoman.compare.view import View, found, told
from dragoman.languages import Language, alternatives, language
from dragoman.records import Figure, Finding, Reading, When

__all__ = ["DEAD", "series", "tolls"]

DEAD = "dead"
_PEOPLE = frozenset({"person", "victim", "life", "civilian"})  # counted with "killed" beside them
_LEAST = 3  # days and numbers from which a row is a toll that grows, and no accident of two counts
_TIMES = 20.0  # times that a toll may be the one before it: 40 dead of a flood are not the 12,000 of an earlier one
_NEAR = 60  # days before its article that the sentence of a toll may name: what lies further back is another disaster
_LATEST = 8  # counts shown
_OPEN = 1  # days by which the day of an article may be open: a report that may be of the evening or the next morning


@dataclass(frozen=True, slots=True)
class Count:
    """The toll that an article gives, on the day it appeared."""

    published: When
    figure: Figure

    @property
    def day(self) -> date:
        """The first day it may be of."""
        return self.published.earliest


def tolls(view: View) -> Iterator[Finding]:
    """One finding for the whole row of a toll."""
    row = series(view)
    if row:
        shown = row[-_LATEST:]
        counts = "; ".join(_count(one, view) for one in shown)
        why = (
            f"Counts of the dead in the order of the articles' days: {counts}; the toll grew, the latest number stands."
        )
        yield found("update", "toll", (one.figure.hull for one in shown), why)


def _count(one: Count, view: View) -> str:
    who = f", {view.who.name(view.claimant(one.figure.source, one.figure.claimed_by))}" if one.figure.claimed_by else ""
    return f"{number(one.figure.value or 0)} ({told(one.published)}{who}: {view.quoted(one.figure.hull)})"


def series(view: View) -> list[Count]:
    """The toll of each day, when it only grows and all its articles name one place; else nothing."""
    counts = [count for reading in view.readings if (count := _of(reading, view))]
    counts.sort(key=lambda one: (one.day, one.figure.value or 0, one.figure.source))
    values = [one.figure.value or 0 for one in counts]
    if len({one.day for one in counts}) < _LEAST or len(set(values)) < _LEAST:
        return []
    grows = all(one <= other <= _TIMES * one for one, other in pairwise(values))
    sources = {one.figure.source for one in counts}
    places = (one for one in view.entities if one.kind in ("GPE", "LOC"))
    one_place = any(sources <= {mention.source for mention in place.mentions} for place in places)
    return _firsts(counts) if grows and one_place else []


def _firsts(counts: Sequence[Count]) -> list[Count]:
    """Of each day the highest number, which the others may be a part of; each number where it is told first."""
    highest = {one.day: one for one in counts}
    first: dict[float, Count] = {}
    for one in highest.values():
        first.setdefault(one.figure.value or 0, one)
    return list(first.values())


def _of(reading: Reading, view: View) -> Count | None:
    """The highest count of the dead in an article; none where it has no day."""
    published = reading.article.published
    if published is None or (published.latest - published.earliest).days > _OPEN:
        return None
    held = [one for one in reading.of(Figure) if _dead(one, reading, view) and not _past(one, published.earliest, view)]
    best = max(held, key=lambda one: (one.value or 0, -one.start), default=None)
    return Count(published, best) if best else None


def _dead(figure: Figure, reading: Reading, view: View) -> bool:
    """True for a number of dead, a bare one beside "the toll", or of people in a sentence that only tells of death."""
    if not figure.value or figure.upto is not None or figure.standing != "counted":
        return False
    if figure.unit == DEAD:
        return True
    words = language(reading.article.language)
    sentence = view.whole(view.article(figure.source).sentence(figure.hull))
    if not figure.unit and not figure.of:
        return bool(words.once(_named).search(sentence))
    return figure.unit in _PEOPLE and fates(sentence, words) == ["killed"]


def _named(words: Language) -> re.Pattern[str]:
    """The language's names of a toll, beside which a bare number is one."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words.words('findings', 'toll'))})(?!\w)", re.IGNORECASE)


def _past(figure: Figure, day: date, view: View) -> bool:
    """True when the sentence names a day or year long before the article: an earlier disaster."""
    article = view.article(figure.source)
    times = [one.when for one in article.times(article.sentence(figure.hull)) if one.when]
    return any((day - when.latest).days > _NEAR for when in times)
