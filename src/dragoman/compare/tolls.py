"""How a toll grew: the dead of one disaster as the articles of one day after the other count them, in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
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
_CLOSE = 1.25  # times that the higher of two days' highest numbers may be the lower one when two days are enough
_TIMES = 20.0  # times that a toll may be the one before it: 40 dead of a flood are not the 12,000 of an earlier one
_NEAR = 60  # days before its article that the sentence of a toll may name: what lies further back is another disaster
_MANY = 4  # articles of which one may call the place by a name that is not known as the others'
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
        why = f"Counts of the dead in the order of the articles' days: {counts}; the toll grew, "
        high = _undated(row, view)
        why += f"the highest number has no day: {_bare(high, view)}." if high else "the latest number stands."
        yield found("update", "toll", [*(one.figure.hull for one in shown), *([high.hull] if high else [])], why)


def _undated(row: Sequence[Count], view: View) -> Figure | None:
    """The highest count of an article that no day is known of, where it is beyond the row and of the same places."""
    last, sources = row[-1].figure, {one.figure.source for one in _counts(view)}
    held = (_highest(one, view, None) for one in view.readings if one.article.published is None)
    best = max((one for one in held if one), key=lambda one: (one.value or 0, one.source), default=None)
    if best is None or not (last.value or 0) < (best.value or 0) <= _TIMES * (last.value or 0):
        return None
    return best if _one_place({*sources, best.source}, view) else None


def _bare(one: Figure, view: View) -> str:
    """A count without its day."""
    who = f", {view.who.name(view.claimant(one.source, one.claimed_by))}" if one.claimed_by else ""
    return f"{number(one.value or 0)} (an article without a day{who}: {view.quoted(one.hull)})"


def _count(one: Count, view: View) -> str:
    who = f", {view.who.name(view.claimant(one.figure.source, one.figure.claimed_by))}" if one.figure.claimed_by else ""
    return f"{number(one.figure.value or 0)} ({told(one.published)}{who}: {view.quoted(one.figure.hull)})"


def series(view: View) -> list[Count]:
    """The toll of each day, when it only grows and all its articles name one place; else nothing."""
    counts = _counts(view)
    values = [one.figure.value or 0 for one in counts]
    days = {one.day for one in counts}
    most = [max(one.figure.value or 0 for one in counts if one.day == day) for day in sorted(days)]
    if len(set(values)) < _LEAST or len(days) < 2 or (len(days) < _LEAST and max(most) > _CLOSE * min(most)):
        return []
    grows = all(one <= other <= _TIMES * one for one, other in pairwise(values))
    return _firsts(counts) if grows and _one_place({one.figure.source for one in counts}, view) else []


def _counts(view: View) -> list[Count]:
    """The count of each article that has a day, by day, without those of other disasters."""
    counts = [count for reading in view.readings if (count := _of(reading, view))]
    counts.sort(key=lambda one: (one.day, one.figure.value or 0, one.figure.source))
    return _of_one(counts)


def _of_one(counts: Sequence[Count]) -> list[Count]:
    """Without other deaths that later articles tell of: far fewer than before, or many more after months of silence."""
    held: list[Count] = []
    for one in counts:
        most = max((each.figure.value or 0 for each in held), default=0)
        if held and (one.day - held[-1].day).days > _NEAR and (one.figure.value or 0) > _CLOSE * most:
            continue  # another round of fighting
        if not held or (one.figure.value or 0) * _TIMES >= max(each.figure.value or 0 for each in held):
            held.append(one)
    return held


def _one_place(sources: Set[str], view: View) -> bool:
    """True when all articles name one place; one of many may name another that half of them name: Valence, Spain."""
    places = [one for one in view.entities if one.kind in ("GPE", "LOC")]
    named = [sources & {mention.source for mention in place.mentions} for place in places]
    rest = sources - max(named, key=len, default=frozenset())
    if len(rest) != 1 or len(sources) < _MANY:
        return not rest
    return any(rest <= one and len(one) * 2 >= len(sources) for one in named)


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
    best = _highest(reading, view, published.earliest)
    return Count(published, best) if best else None


def _highest(reading: Reading, view: View, day: date | None) -> Figure | None:
    """The highest count of the dead in an article, without those of disasters long before its day."""
    held = [one for one in reading.of(Figure) if _dead(one, reading, view) and not (day and _past(one, day, view))]
    return max(held, key=lambda one: (one.value or 0, -one.start), default=None)


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
    if figure.unit not in _PEOPLE or fates(sentence, words) != ["killed"]:
        return False  # eleven people were sentenced over the fire that killed 78: these are the dead
    article = view.article(figure.source)
    return all(one.unit != DEAD for one in article.figures(article.sentence(figure.hull)))


def _named(words: Language) -> re.Pattern[str]:
    """The language's names of a toll, beside which a bare number is one."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words.words('findings', 'toll'))})(?!\w)", re.IGNORECASE)


def _past(figure: Figure, day: date, view: View) -> bool:
    """True when the sentence names a day or year long before the article: an earlier disaster, no "since" then."""
    if figure.window is not None:
        return (day - figure.window.latest).days > _NEAR
    article = view.article(figure.source)
    times = [one.when for one in article.times(article.sentence(figure.hull)) if one.when]
    return any((day - when.latest).days > _NEAR for when in times)
