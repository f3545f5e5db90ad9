"""Series of pictures that a page prints as text: every caption opens with the title of the series, or counts itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.read.sheet import Line, Sheet
from dragoman.spans import Edit

__all__ = ["galleries"]

ALIKE = 12  # characters that two captions of a series share at least: a quick look before words are compared
COUNTED, UNCOUNTED = 3, 5  # captions that make a series: with "4 of 8" at their end, and without
OPENING = 4  # words of a title that opens captions without a count: "Member of the committee" opens few paragraphs
COUNT = re.compile(r"\b(\d{1,3})\s?(?:/|[^\W\d_]{1,4})\s?(\d{1,3})\W*$")  # Hide Caption 4 of 8 · Bild 3 von 12 · 2/9


def galleries(sheet: Sheet) -> Iterator[Edit]:
    """The captions of a series: they tell of other days and places than the report they stand in."""
    for run in _runs(sheet.left()):
        if _is_counted(run) or _is_titled(run):
            yield from (sheet.drop(line, "gallery") for line in run)


def _runs(lines: list[Line]) -> Iterator[list[Line]]:
    """Neighbours that begin with the same characters, three or more."""
    first = 0
    for last in range(1, len(lines) + 1):
        if last == len(lines) or lines[last].text[:ALIKE] != lines[first].text[:ALIKE]:
            if last - first >= COUNTED:
                yield lines[first:last]
            first = last


def _is_counted(run: list[Line]) -> bool:
    """1 of 8, 2 of 8, 3 of 8: the same total, and each number one more than that before."""
    counts = [COUNT.search(line.text[-24:]) for line in run]
    numbers = [(int(count[1]), int(count[2])) for count in counts if count]
    steps = [later[0] - earlier[0] for earlier, later in pairwise(numbers)]
    return len(numbers) == len(run) and set(steps) == {1} and len({total for _, total in numbers}) == 1


def _is_titled(run: list[Line]) -> bool:
    """The same words open each, and behind them each goes on with another capital: a title before a title."""
    if len(run) < UNCOUNTED:
        return False
    words = [line.text[:200].split() for line in run]
    same = 0
    while all(len(one) > same + 1 for one in words) and len({one[same] for one in words}) == 1:
        same += 1
    behind = [one[same].lstrip("“«„\"'‘") for one in words]
    ended = run[0].text.split()[same - 1][-1:] in ".,;:" if same else True
    capitals = all(one[:1].isupper() or one[:1].isdigit() for one in behind)
    return same >= OPENING and not ended and capitals and all(line.prose for line in run)
