"""The words of an article as they are compared: folded, with their places, and whether quotation marks hold them.

>>> run("“We’ll return … soon”")
[['we', 'll', 'return'], ['soon']]
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from dragoman.read.marks import pair
from dragoman.records import Article
from dragoman.store.words import places, tokens

__all__ = ["Aligned", "Words", "run"]

ELISION = re.compile(r"\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3}")  # [...] (…) … ...
BRACKET = re.compile(r"\[[^\]\n]{1,40}\]")  # [the treaty]: words of the report's own inside a quotation
_SEEDS = 4  # words of a quotation, its rarest in the article, whose places are tried
_LOOSE = 3  # words more than the quotation has that a window may hold


def run(quotation: str) -> list[list[str]]:
    """The folded words of a quotation, parted where it says that something is left out or put in."""
    parts = [tokens(part) for piece in ELISION.split(quotation) for part in BRACKET.split(piece)]
    return [part for part in parts if part]


@dataclass(frozen=True)
class Aligned:
    """The best place for words that are not there exactly: token range, and the share of words in common."""

    first: int
    last: int  # one past
    score: float


class Words:
    """One article's words: `words[i]` stands at `places[i]`; `held[i]` is the quotation that holds it, -1 for none."""

    def __init__(self, article: Article) -> None:
        self.article = article
        found = [one for one in places(article.text.value) if one[0]]
        self.words = [word for word, _, _ in found]
        self.places = [(a, b) for _, a, b in found]
        self.joined = f" {' '.join(self.words)} "
        self._starts = self._offsets(self.words)

    @staticmethod
    def _offsets(words: list[str]) -> list[int]:
        starts, at = [], 1
        for word in words:
            starts.append(at)
            at += len(word) + 1
        return starts

    @cached_property
    def marked(self) -> list[tuple[int, int]]:
        """Clean ranges of the quotations between marks, outermost only."""
        runs = [(block.start, block.end) for block in self.article.blocks] or [(0, len(self.article.text.value))]
        return [(one.start, one.end) for one in pair(self.article.text.value, runs) if one.depth == 0]

    @cached_property
    def held(self) -> list[int]:
        """For each word the number of the quotation that holds it, -1 outside all marks."""
        starts = [start for start, _ in self.marked]
        found = []
        for a, b in self.places:
            index = bisect_right(starts, a) - 1
            found.append(index if index >= 0 and b <= self.marked[index][1] else -1)
        return found

    @cached_property
    def _speech(self) -> tuple[str, list[int], list[int]]:
        """The words inside marks alone: joined, where each starts, which word of the article it is."""
        numbers = [index for index, held in enumerate(self.held) if held >= 0]
        words = [self.words[index] for index in numbers]
        return f" {' '.join(words)} ", self._offsets(words), numbers

    def exact(self, wanted: list[str]) -> list[tuple[int, int]]:
        """Every run of these words, as token ranges; also one that only a cue between marks parts."""
        needle = f" {' '.join(wanted)} "
        found = self._runs(self.joined, self._starts, needle, len(wanted))
        if not found and len(wanted) > 3:
            joined, starts, numbers = self._speech
            spoken = self._runs(joined, starts, needle, len(wanted))
            found = [(numbers[a], numbers[b - 1] + 1) for a, b in spoken]
        return found

    @staticmethod
    def _runs(joined: str, starts: list[int], needle: str, length: int) -> list[tuple[int, int]]:
        found, at = [], joined.find(needle)
        while at >= 0:
            first = bisect_left(starts, at + 1)
            found.append((first, first + length))
            at = joined.find(needle, at + 1)
        return found

    def range(self, first: int, last: int) -> tuple[int, int]:
        """Clean range of the words first..last (one past)."""
        return self.places[first][0], self.places[last - 1][1]

    def prefix(self, wanted: list[str], least: int) -> tuple[int, int, int]:
        """(length, first, last) of the longest beginning of these words that stands here; length 0 below `least`."""
        low, high, best = least, len(wanted), (0, 0, 0)
        while low <= high:  # a shorter beginning stands wherever a longer one does
            middle = (low + high) // 2
            hits = self.exact(wanted[:middle])
            if hits:
                inside = [hit for hit in hits if self.held[hit[0]] >= 0]
                best = (middle, *(inside or hits)[0])
                low = middle + 1
            else:
                high = middle - 1
        return best

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            found.setdefault(word, []).append(index)
        return found

    def align(self, wanted: list[str]) -> Aligned | None:
        """Where the most of these words stand in their order, seeded at the rarest of them."""
        here = [(len(self._where[word]), at) for at, word in enumerate(wanted) if word in self._where]
        best: Aligned | None = None
        for first in sorted({spot - at for _, at in sorted(here)[:_SEEDS] for spot in self._where[wanted[at]][:8]}):
            low, high = max(0, first - _LOOSE), min(len(self.words), first + len(wanted) + _LOOSE)
            one = self._within(wanted, low, high)
            if one and (best is None or one.score > best.score):
                best = one
        return best

    def _within(self, wanted: list[str], low: int, high: int) -> Aligned | None:
        matcher = SequenceMatcher(None, self.words[low:high], wanted, autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        if not blocks:
            return None
        first, last = blocks[0], blocks[-1]
        begin, end = low + first.a, low + last.a + last.size
        while begin > low and begin > low + first.a - first.b and self.held[begin - 1] == self.held[begin]:
            begin -= 1
        while end < min(high, low + last.a + last.size + len(wanted) - last.b - last.size):
            if self.held[end] != self.held[end - 1]:
                break
            end += 1
        shared = sum(block.size for block in blocks)
        return Aligned(begin, max(end, begin + 1), shared / max(len(wanted), end - begin))
