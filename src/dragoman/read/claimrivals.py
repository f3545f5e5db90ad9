"""A source without a verb of its own: police counted 40,000, the unions 120,000."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.read.claimcues import Cue, Cues
from dragoman.read.claimnames import Names
from dragoman.read.informants import Source
from dragoman.read.page import Page
from dragoman.read.tokens import Token
from dragoman.records import Mention

__all__ = ["Rivals"]

_GAP = 10  # tokens from a source without a verb to its figure
_SPEAKS = frozenset({"$claims", "$according", "$same_source", "$postposed", "$auxiliary"})
_PARTS = frozenset({",", ";", ":", "–", "—", "(", "\n"})


class Rivals:
    """The cues of one article, and who takes over the verb of a source before; `places` as in `Voices`."""

    def __init__(
        self, page: Page, tokens: Sequence[Token], mentions: Sequence[Mention], places: Sequence[int] = ()
    ) -> None:
        self.page, self.tokens, self.places = page, tokens, places
        self.names = Names(page, tokens, mentions)
        self.starts = self.names.starts
        self.cues = Cues(self.names).found
        self._told = {cue.source.end for cue in self.cues}

    def _gap(self, at: int) -> Cue | None:
        """The source that stands before a figure without a verb, as its neighbour has one: …, the unions 120,000."""
        first, _ = self._sentence(at)
        told = [cue for cue in self.cues if first <= cue.at < at]
        if not told or (at + 1 < len(self.tokens) and "unit" in self.tokens[at + 1].values):
            return None
        left = self._part_start(at, first)
        found = self._lone(left, at)
        if found is None and left > first and not self._words(left, at):
            found = self._lone(self._part_start(left - 1, first), left - 1, whole=True)
        if found is None or self._is_joined(found) or not self._has_rival(told, found):
            return None
        return Cue(bisect_left(self.starts, found.start), "gap", found)

    def _has_rival(self, told: Sequence[Cue], found: Source) -> bool:
        """True when a source told before has a figure of its own, so that the next one can take over its verb."""
        first, stop = told[0].at, bisect_left(self.starts, found.start)
        start = bisect_left(self.starts, self.page.sentence(self.tokens[first].start)[0])
        return any(start <= place < stop for place in self.places)

    def _is_joined(self, found: Source) -> bool:
        """True for the second of two that tell together: according to Norway and Brazil, 300 ships."""
        if any(cue.source.start <= found.start < cue.source.end for cue in self.cues):
            return True
        at = bisect_left(self.starts, found.start) - 1
        while at > 0 and "$article" in self.tokens[at].values:
            at -= 1
        return at > 0 and "$joint" in self.tokens[at].values and self.tokens[at - 1].end in self._told

    def _part_start(self, at: int, first: int) -> int:
        left = at
        while left > max(first, at - _GAP) and self.tokens[left - 1].low not in _PARTS:
            if "$joint" in self.tokens[left - 1].values or "$contrast" in self.tokens[left - 1].values:
                break
            left -= 1
        return left

    def _words(self, left: int, at: int) -> bool:
        """True when a word that is no bound stands between."""
        return any("$bounds" not in token.values and token.kind == "word" for token in self.tokens[left:at])

    def _lone(self, left: int, stop: int, *, whole: bool = False) -> Source | None:
        """The source that a part of a sentence without a verb of saying or a number begins with."""
        part = self.tokens[left:stop]
        if not part or any(token.kind == "number" or not _SPEAKS.isdisjoint(token.values) for token in part):
            return None
        if left == 0 or ("$stop" in part[0].values and "$article" not in part[0].values):
            return None
        end = self.names.phrase_end(left, stop)
        if (whole and end < stop) or self.names.silent(left, end):
            return None
        rest = self.tokens[end:stop]
        if any(not {"~past", "~future", "$verbs", "$copula"}.isdisjoint(token.values) for token in rest):
            return None
        found = self.names.named(left, end)
        return found if found and self.names.can_say(found, plain=not self.names.nouns_are_capital) else None

    def _sentence(self, at: int) -> tuple[int, int]:
        """First and last token of the sentence around a token, by the article's sentences, else by full stops."""
        if not self.tokens:
            return 0, 0
        at = min(max(at, 0), len(self.tokens) - 1)
        found = self.page.article.sentence_at(self.tokens[at].start)
        if found:
            return bisect_left(self.starts, found[0]), max(bisect_left(self.starts, found[1]) - 1, at)
        first = last = at
        while first > 0 and self.tokens[first - 1].low not in ".!?\n…":
            first -= 1
        while last < len(self.tokens) - 1 and self.tokens[last].low not in ".!?\n…":
            last += 1
        return first, last
