"""Places in the original, and the map that cleaning cannot lose.

A `Span` is half-open, in characters (Unicode code points) of the decoded original. A `Text` is the clean
view of one original: its value, and the pieces that say where each character came from. Cleaning yields
`Edit`s in coordinates of the current value; `Text.edit` composes them, so the map is right by construction.

>>> text = Text.of("s1", "Read also: X\\nPeace  came.")
>>> text = text.edit([Edit(0, 13, "", "read-also")])
>>> text.value
'Peace  came.'
>>> text.span(0, 5)
Span(source='s1', start=13, end=18)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from dragoman.errors import SpanError

__all__ = ["Edit", "Piece", "Span", "Text", "surroundings", "word_edge"]


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """Characters start..end (end exclusive, never empty) of the decoded original `source`."""

    source: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"span {self.start}..{self.end} of {self.source[:12]} is empty or negative")

    def __len__(self) -> int:
        return self.end - self.start

    def meets(self, other: Span) -> bool:
        """True when both lie in one source and share a character."""
        return self.source == other.source and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True when `other` lies wholly inside."""
        return self.source == other.source and self.start <= other.start and other.end <= self.end


class Edit(NamedTuple):
    """Replace characters start..end of the current value by `new`, for the reason `why`."""

    start: int
    end: int
    new: str
    why: str


class Piece(NamedTuple):
    """A run of the clean value that begins at `clean` and comes from original start..end.

    `verbatim` pieces are the same characters one to one; the others stand for their whole range.
    """

    clean: int
    start: int
    end: int
    verbatim: bool


_CLEAN, _END = itemgetter(0), itemgetter(2)  # of a piece
_FEW = 512  # pieces whose ends are kept in rows: of a web page a hundred views are made and few places are asked


@dataclass(frozen=True, slots=True)
class Text:
    """The clean view of an original, with the map back. `changes` are Edits in original coordinates."""

    source: str
    value: str
    pieces: tuple[Piece, ...]
    changes: tuple[Edit, ...] = ()
    _rows: tuple[list[int], list[int]] | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, source: str, original: str) -> Text:
        """The untouched view: every character maps to itself."""
        return cls(source, original, (Piece(0, 0, len(original), True),) if original else ())

    @property
    def removed(self) -> tuple[Edit, ...]:
        """The changes that took text away without putting anything in its place, in original coordinates."""
        return tuple(change for change in self.changes if not change.new)

    # -- from clean to original ------------------------------------------------------------------

    def span(self, a: int, b: int) -> Span:
        """The original range that clean characters a..b come from (the hull, when text was removed between)."""
        start, end = self._range(a, b)
        return Span(self.source, start, end)

    def spans(self, a: int, b: int) -> tuple[Span, ...]:
        """Like `span`, split wherever cleaning took original text away in between."""
        self._check(a, b)
        runs: list[tuple[int, int]] = []
        for start, end in self._originals(a, b):
            if start == end:
                continue
            if runs and start <= runs[-1][1]:
                runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
            else:
                runs.append((start, end))
        if not runs:
            raise SpanError(f"clean {a}..{b} was put in by cleaning and has no original characters")
        return tuple(Span(self.source, start, end) for start, end in runs)

    def _check(self, a: int, b: int) -> None:
        if not 0 <= a < b <= len(self.value):
            raise SpanError(f"clean range {a}..{b} is not in a text of {len(self.value)} characters")

    def _range(self, a: int, b: int) -> tuple[int, int]:
        self._check(a, b)
        clean, start, end, verbatim = self.pieces[self._under(a)]
        if verbatim and b - clean <= end - start:  # the common case: all in one piece
            return start + a - clean, start + b - clean
        starts = [(start, end) for start, end in self._originals(a, b) if start < end]
        if not starts:
            raise SpanError(f"clean {a}..{b} was put in by cleaning and has no original characters")
        return min(start for start, _ in starts), max(end for _, end in starts)

    def _under(self, a: int) -> int:
        """The number of the piece that clean position a lies in."""
        rows = self._rows or self._laid()
        return (bisect_right(rows[0], a) if rows else bisect_right(self.pieces, a, key=_CLEAN)) - 1

    def _laid(self) -> tuple[list[int], list[int]] | None:
        """Where pieces begin in the clean text and end in the original, in rows; None where they are many."""
        if len(self.pieces) > _FEW:
            return None
        rows = [one[0] for one in self.pieces], [one[2] for one in self.pieces]
        object.__setattr__(self, "_rows", rows)
        return rows

    def _originals(self, a: int, b: int) -> Iterator[tuple[int, int]]:
        """Original ranges of the pieces under clean a..b, in order; empty ones for insertions."""
        number = self._under(a)
        while number < len(self.pieces) and self.pieces[number].clean < b:
            piece = self.pieces[number]
            if piece.verbatim:
                length = piece.end - piece.start
                first, last = max(a - piece.clean, 0), min(b - piece.clean, length)
                yield piece.start + first, piece.start + last
            else:
                yield piece.start, piece.end
            number += 1

    # -- from original to clean ------------------------------------------------------------------

    def find(self, start: int, end: int) -> tuple[int, int] | None:
        """The clean range made of original characters start..end, None when all of them were removed."""
        rows = self._rows or self._laid()
        index = bisect_right(rows[1], start) if rows else bisect_right(self.pieces, start, key=_END)
        if index < len(self.pieces):
            clean, first, last, verbatim = self.pieces[index]
            if verbatim and first <= start and end <= last:  # the common case: all in one piece
                return clean + start - first, clean + end - first
        low: int | None = None
        high = 0
        number = max(bisect_left(self.pieces, start, key=_END) - 1, 0)
        for index in range(number, len(self.pieces)):
            piece = self.pieces[index]
            if piece.end <= start or piece.start == piece.end:
                continue
            if piece.start >= end:
                break
            if low is None and piece.verbatim and piece.start <= start and end <= piece.end:  # all in one piece
                return piece.clean + start - piece.start, piece.clean + end - piece.start
            stop = self.pieces[index + 1].clean if index + 1 < len(self.pieces) else len(self.value)
            if piece.verbatim:
                first = piece.clean + max(start - piece.start, 0)
                last = piece.clean + min(end, piece.end) - piece.start
            else:
                first, last = piece.clean, stop
            low = first if low is None else min(low, first)
            high = max(high, last)
        return None if low is None or low == high else (low, high)

    # -- editing ---------------------------------------------------------------------------------

    def edit(self, edits: Iterable[Edit]) -> Text:
        """A new view with all edits applied at once; they may come in any order but must not overlap."""
        ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
        if not ordered:
            return self
        parts: list[str] = []
        pieces: list[Piece] = []
        changes: list[Edit] = []
        at = length = 0
        cursor = _Cursor(self.pieces, len(self.value))
        for edit in ordered:
            if edit.start < at or edit.end < edit.start or edit.end > len(self.value):
                raise SpanError(f"edit {edit.start}..{edit.end} ({edit.why}) overlaps another or leaves the text")
            length += cursor.copy(at, edit.start, length, pieces)
            parts.append(self.value[at : edit.start])
            start, end = cursor.hull(edit.start, edit.end)
            if edit.new:
                pieces.append(Piece(length, start, end, False))
                parts.append(edit.new)
                length += len(edit.new)
            if edit.new or start < end:
                changes.append(Edit(start, end, edit.new, edit.why))
            at = edit.end
        cursor.copy(at, len(self.value), length, pieces)
        parts.append(self.value[at:])
        merged = sorted((*self.changes, *changes), key=lambda change: (change.start, change.end))
        return Text(self.source, "".join(parts), tuple(pieces), tuple(merged))


class _Cursor:
    """Walks the pieces once, left to right, so that a batch of edits costs linear time."""

    def __init__(self, pieces: tuple[Piece, ...], length: int) -> None:
        self.pieces, self.length, self.at = pieces, length, 0

    def _stop(self, index: int) -> int:
        return self.pieces[index + 1].clean if index + 1 < len(self.pieces) else self.length

    def _seek(self, position: int) -> None:
        while self.at < len(self.pieces) and self._stop(self.at) <= position:
            self.at += 1

    def copy(self, a: int, b: int, clean: int, out: list[Piece]) -> int:
        """Append the pieces of a..b, re-based to begin at `clean`; the number of characters copied."""
        if a >= b:
            return 0
        self._seek(a)
        index, shift, pieces = self.at, clean - a, self.pieces
        while index < len(pieces) and pieces[index].clean < b:
            at, start, end, verbatim = pieces[index]
            index += 1
            first = at if at > a else a
            if verbatim:
                stop = pieces[index].clean if index < len(pieces) else self.length
                start += first - at
                end = start + (stop if stop < b else b) - first
            out.append(Piece(first + shift, start, end, verbatim))
        return b - a

    def hull(self, a: int, b: int) -> tuple[int, int]:
        """The original range under a..b; for a == b the empty range just after the character before."""
        if a == b:
            if a == 0:
                return 0, 0
            piece = self.pieces[bisect_right(self.pieces, a - 1, key=_CLEAN) - 1]
            point = piece.start + a - piece.clean if piece.verbatim else piece.end
            return point, point
        self._seek(a)
        index, low, high = self.at, -1, -1
        while index < len(self.pieces) and self.pieces[index].clean < b:
            piece, stop = self.pieces[index], self._stop(index)
            if piece.verbatim:
                first, last = max(a, piece.clean), min(b, stop)
                start, end = piece.start + first - piece.clean, piece.start + last - piece.clean
            else:
                start, end = piece.start, piece.end
            low = start if low < 0 else min(low, start)
            high = max(high, end)
            index += 1
        return low, high


_LONGEST = 24  # characters looked through for the end of a word


def word_edge(text: str, at: int, step: int) -> int:
    """The nearest word boundary from position `at` in one direction; `at` itself in scripts without spaces."""
    for near in range(at, at + step * _LONGEST, step):
        if not 0 < near < len(text) or text[near - 1].isspace() != text[near].isspace():
            return min(max(near, 0), len(text))
    return at


def surroundings(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """What stands before and after text[start:end], up to `reach` characters each in whole words, … where it is cut."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    edges = word_edge(text, first, 1) if first else 0, word_edge(text, last, -1) if last < len(text) else last
    first, last = edges[0] if edges[0] < start else first, edges[1] if edges[1] > end else last
    before, after = text[first:start].lstrip(), text[end:last].rstrip()
    return f"… {before}" if first and before else before, f"{after} …" if last < len(text) and after else after
