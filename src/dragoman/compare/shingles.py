"""Words that two articles share in the same order, told apart by whose words they are: the article's own or quoted.

Copying shows in an article's own prose. Quotations are shared by everyone who was in the room, so runs inside them are
kept aside and never count as copying.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from dragoman.records import Article, Quote, Reading
from dragoman.spans import Span

__all__ = ["Run", "Strand", "candidates", "runs", "strand"]

#: Words that must agree in a row before a run begins: five are met by chance ("a spokesman for the ministry said").
SHINGLE = 6
#: A shingle found in more articles than this is a formula of the trade and proposes nobody.
FORMULA = 400
_ASIAN = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"  # written without spaces: one sign counts as a word
_WORD = re.compile(rf"[{_ASIAN}]|[^\W_{_ASIAN}]+(?:[.,]\d+)*")  # 7.000 · Kim · 条


@dataclass(frozen=True)
class Strand:
    """An article as a row of words. `places` are clean, `own[i]` is False for a word inside a quotation."""

    article: Article
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    own: tuple[bool, ...]

    @cached_property
    def own_count(self) -> int:
        """How many words are the article's own."""
        return sum(self.own)

    @cached_property
    def shingles(self) -> dict[tuple[str, ...], list[int]]:
        """Where each row of SHINGLE words begins."""
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at in range(len(self.words) - SHINGLE + 1):
            found[self.words[at : at + SHINGLE]].append(at)
        return found

    @cached_property
    def sentence_words(self) -> tuple[tuple[int, int], ...]:
        """Each sentence as first and one past the last word."""
        rows, at = [], 0
        for start, end in self.article.sentences:
            while at < len(self.places) and self.places[at][0] < start:
                at += 1
            first = at
            while at < len(self.places) and self.places[at][0] < end:
                at += 1
            rows.append((first, at))
        return tuple(rows)

    def span(self, first: int, last: int) -> Span:
        """Original span of words first..last, the last included."""
        return self.article.text.span(self.places[first][0], self.places[last][1])


@dataclass(frozen=True)
class Run:
    """The same words in two strands: where they begin in each, how many, and how many of them are own prose."""

    left: int
    right: int
    length: int
    own: int


def strand(reading: Reading) -> Strand:
    """The words of an article's body; captions and bylines left out."""
    article, value = reading.article, reading.article.text.value
    skipped = _inside((one.start, one.end) for one in article.blocks if one.kind in ("caption", "byline", "dateline"))
    quoted = _inside(_quoted(reading))
    words, places, own = [], [], []
    for match in _WORD.finditer(value):
        place = match.span()
        if not skipped(place[0]):
            words.append(match[0].casefold())
            places.append(place)
            own.append(not quoted(place[0]))
    return Strand(article, tuple(words), tuple(places), tuple(own))


def _inside(ranges: Iterable[tuple[int, int]]) -> Callable[[int], bool]:
    """A test whether a position lies in one of the ranges; positions are asked for from left to right."""
    waiting = sorted(ranges, reverse=True)
    until = -1

    def test(position: int) -> bool:
        nonlocal until
        while waiting and waiting[-1][0] <= position:
            until = max(until, waiting.pop()[1])
        return position < until

    return test


def _quoted(reading: Reading) -> list[tuple[int, int]]:
    """Clean places of words given as somebody's."""
    spans = [span for quote in reading.of(Quote) if quote.kind in ("direct", "partial") for span in quote.spans]
    found = (reading.article.text.find(span.start, span.end) for span in spans)
    return sorted(place for place in found if place)


def candidates(strands: Sequence[Strand]) -> Iterator[tuple[int, int]]:
    """Pairs of strands with a shingle in common, in order; never every pair."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, one in enumerate(strands):
        for shingle in one.shingles:
            holders[shingle].append(index)
    pairs: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if 1 < len(held) <= FORMULA:
            pairs.update(combinations(held, 2))
    yield from sorted(pairs)


def runs(one: Strand, other: Strand) -> tuple[Run, ...]:
    """The longest common runs of words, left to right, none overlapping another."""
    found, at, taken = [], 0, [False] * len(other.words)
    while at <= len(one.words) - SHINGLE:
        starts = other.shingles.get(one.words[at : at + SHINGLE], ())
        best = max(((_length(one, other, at, to, taken), -to) for to in starts), default=(0, 0))
        if best[0] < SHINGLE:
            at += 1
            continue
        length, to = best[0], -best[1]
        taken[to : to + length] = [True] * length
        own = sum(one.own[at + i] and other.own[to + i] for i in range(length))
        found.append(Run(at, to, length, own))
        at += length
    return tuple(found)


def _length(one: Strand, other: Strand, at: int, to: int, taken: list[bool]) -> int:
    length, most = 0, min(len(one.words) - at, len(other.words) - to)
    while length < most and one.words[at + length] == other.words[to + length] and not taken[to + length]:
        length += 1
    return length
