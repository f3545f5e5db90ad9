"""One thing told of one day of two different years: a slip in the year, where nothing of it comes back every year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from dragoman.compare.view import View, found, told
from dragoman.records import Finding, Time
from dragoman.spans import Span

__all__ = ["other_years"]

_MEANT = 0.3  # cosine of the two sentences, which must count the same besides; unrelated ones have .18
_TELLING = 12  # numbers up to it are told of many things


def other_years(view: View) -> Iterator[Finding]:
    """One finding for each two years that two sentences give the same day of the same count: 200 taken on 14 April."""
    held: dict[tuple[int, int], list[Time]] = defaultdict(list)
    for reading in sorted(view.readings, key=lambda one: one.article.source):
        for time in reading.of(Time):
            if time.when and time.when.precision == "day" and str(time.when.earliest.year) in view.whole(time.hull):
                held[time.when.earliest.month, time.when.earliest.day].append(time)
    for _, times in sorted(held.items()):
        yield from _pairs(times, view)


def _pairs(times: list[Time], view: View) -> Iterator[Finding]:
    seen: set[tuple[int, ...]] = set()
    for one, other in combinations(times, 2):
        assert one.when is not None and other.when is not None
        years = tuple(sorted((one.when.earliest.year, other.when.earliest.year)))
        if years[0] == years[1] or years in seen:
            continue
        mine, theirs = (view.article(time.source).sentence(time.hull) for time in (one, other))
        if mine != theirs and _counts(mine, view) & _counts(theirs, view) and view.meaning(mine, theirs) >= _MEANT:
            seen.add(years)
            why = (
                f"{view.quoted(mine)}, {told(one.when)}, and {view.quoted(theirs)}, {told(other.when)}: the same count "
                "on one day of two years; one of the years is likely a slip."
            )
            yield found("probable_error", "one day, two years", (one.hull, other.hull), why, severity="warning")


def _counts(sentence: Span, view: View) -> set[tuple[float, str]]:
    """The telling counts of a sentence: number and what is counted."""
    figures = view.article(sentence.source).figures(sentence)
    return {(one.value, one.unit) for one in figures if one.value and one.value > _TELLING and one.unit}
