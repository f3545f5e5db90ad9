"""A number of dead, wounded or missing in a headline that the article's own text gives as another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.compare.amounts import stretch
from dragoman.compare.claims import number
from dragoman.compare.view import View, found
from dragoman.records import Figure, Finding, Reading

__all__ = ["headings"]

_FATES = ("dead", "wounded", "missing")
_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,]*\d)")
_TIMES = 1.35  # times that one may be the other: further apart they are hardly one count


def headings(view: View) -> Iterator[Finding]:
    """One finding for each headline whose count the text below it does not give, but another one of the same."""
    for reading in sorted(view.readings, key=lambda one: one.article.source):
        title = reading.article.title
        if title is None:
            continue
        counts = [one for one in reading.of(Figure) if one.value and one.standing == "counted"]
        above = [one for one in counts if title.covers(one.hull) and one.unit in _FATES]
        for head in above if len(above) == 1 else ():
            below = [one for one in counts if not one.hull.meets(title) and one.unit == head.unit]
            if other := _other(head, below, reading):
                yield _finding(head, other, view)


def _other(head: Figure, below: Sequence[Figure], reading: Reading) -> Figure | None:
    """The only count that the text gives, where it cannot be the headline's and no two make it up."""
    values = {one.value or 0.0 for one in below}
    if len(values) != 1 or any(_meet(head, one) for one in reading.of(Figure) if one.hull != head.hull):
        return None
    written = [float(one) for one in _DIGITS.findall(reading.article.text.value)]  # "on one 30 died, on the other 15"
    sums = {sum(pair) for pair in combinations([one.value or 0.0 for one in reading.of(Figure)] + written, 2)}
    if written.count(head.value or 0.0) > 1:
        return None
    low, high = sorted((head.value or 0.0, values.pop()))
    return below[0] if head.value not in sums and high <= _TIMES * low else None


def _meet(one: Figure, other: Figure) -> bool:
    """True when both may mean one number, whatever the other counts: a bare one may be the toll."""
    mine, theirs = stretch(one), stretch(other)
    return other.value is not None and mine[0] <= theirs[1] and theirs[0] <= mine[1]


def _finding(head: Figure, text: Figure, view: View) -> Finding:
    why = (
        f"the headline has {view.quoted(head.hull)}, the text only {view.quoted(text.hull)}: "
        f"{number(head.value or 0)} and {number(text.value or 0)} do not meet."
    )
    spans = (head.hull, text.hull)
    return found("internal_inconsistency", "headline", spans, why, severity="warning", settles="the count itself")
