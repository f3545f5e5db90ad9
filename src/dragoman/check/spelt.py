"""Numbers that a sentence of a source has written, in figures or its language's words, and no figure was read from.

"…, eight of them in a tower": what eight counts was not read, yet the report's "ocho" is no invention.
"""

from __future__ import annotations

import re

from dragoman.check.case import Case, Line
from dragoman.languages import language
from dragoman.read.numbers import read_digits, words
from dragoman.records import Figure, Time
from dragoman.spans import Span

__all__ = ["written"]

TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*|[^\W\d_]+|-")  # 10.000, vingt, -, deux


def written(case: Case, line: Line, value: float) -> Span | None:
    """The place in a sentence where this number stands without having been read as a figure or a part of a date."""
    numbers = words(language(line.language))
    held = [one.hull for kind in (Figure, Time) for one, home in case.placed(kind) if home is line]
    found = list(TOKEN.finditer(line.text))
    lows = [one[0].lower() for one in found]
    for at, token in enumerate(found):
        runs = [numbers.run(lows, at, digits) for digits in _values(token[0])]
        end = next((run[1] for run in runs if run and abs(run[0] - value) <= 1e-6 * max(1.0, value)), None)
        if end is not None:
            start = line.place[0]
            span = case.texts[line.source].span(start + token.start(), start + found[end - 1].end())
            if not any(one.meets(span) for one in held):
                return span
    return None


def _values(token: str) -> list[float | None]:
    """What a token in figures may be worth, with either decimal mark; None for a word."""
    return [read_digits(token, decimal=mark) for mark in ".,"] if token[0].isdigit() else [None]
