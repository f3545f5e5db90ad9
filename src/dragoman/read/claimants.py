"""Who claims a figure: the source an article names for it in the same sentence, or whose words it stands in.

"According to X", "X says/accuses/estimates that …", "… accused by X of …", "…, X said", a quotation's speaker, a
source that takes over its neighbour's verb ("police counted 40,000, the unions 120,000"), and "according to X" that
opens a paragraph whose next sentences go on in the future or conditional. None: the article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dragoman.read.claimcues import Cue, Cues
from dragoman.read.claimnames import Names
from dragoman.read.informants import Source
from dragoman.read.page import Page
from dragoman.read.tense import quoted
from dragoman.read.tokens import Token
from dragoman.records import Mention

__all__ = ["Source", "Voices"]

_REACH = 9  # tokens between a verb and its subject; more lets the object of another clause in
_GAP = 10  # tokens from a source without a verb to its figure
_AFTER = 160  # characters behind a closing mark in which its speaker stands
_SPEAKS = frozenset({"$claims", "$according", "$same_source", "$postposed", "$auxiliary"})
_PARTS = frozenset({",", ";", ":", "–", "—", "(", "\n"})


class Voices:
    """The sources of one article; `places` are the first tokens of its figures, in reading order."""

    def __init__(
        self, page: Page, tokens: Sequence[Token], mentions: Sequence[Mention], places: Sequence[int] = ()
    ) -> None:
        self.page, self.tokens, self.places = page, tokens, places
        self.names = Names(page, tokens, mentions)
        self.starts = self.names.starts
        self.quotes = quoted(page.value)
        self._quote_starts = [start for start, _ in self.quotes]
        self.cues = Cues(self.names).found
        self._told = {cue.source.end for cue in self.cues}
        for place in places:
            gap = self._gap(place)
            if gap:
                self.cues.append(gap)
                self.cues.sort(key=lambda cue: cue.at)

    # -- asking --------------------------------------------------------------------------------

    def of(self, start: int, end: int) -> Source | None:
        """The source of what stands at clean start..end; None when the article says it itself."""
        quote = self._quote(start)
        if quote is not None:
            said = self._speaker(*quote)
            if said:
                return said
        at = bisect_left(self.starts, start)
        first, last = self._sentence(at)
        low, high = self._scope(at, first, last)
        here = [one for one in self.cues if low <= one.at <= high and not one.source.start <= start < one.source.end]
        before = [cue for cue in here if cue.at < at and not self._has_said(cue)]
        after = [cue for cue in here if cue.at > at and (cue.kind == "according" or self._closes(cue, at, last))]
        if before and not (after and self._is_own(before[-1], after[0], at)):
            return before[-1].source
        return after[0].source if after else self._carried(first, last)

    def _is_own(self, before: Cue, after: Cue, at: int) -> bool:
        """True when "according to" follows a figure at once, and the cue before it has had its own figure."""
        stop = bisect_left(self.places, at + 1)
        follows = after.kind == "according" and (stop == len(self.places) or self.places[stop] > after.at)
        if not follows or any("$that" in token.values for token in self.tokens[before.at : at]):
            return False
        return (before.kind != "gap" and any(before.at < place < at for place in self.places)) or (
            before.kind == "according" and before.at > 0 and bool(self._figure_before(before.at))
        )

    def _figure_before(self, at: int) -> bool:
        """True when a figure stands before a cue in its sentence."""
        first, _ = self._sentence(at)
        return any(first <= place < at for place in self.places)

    def _scope(self, at: int, first: int, last: int) -> tuple[int, int]:
        """The part of a sentence between semicolons and words of contrast: "while", tandis que, während."""
        low, high = at, at
        while low > first and not self._parts(low - 1):
            low -= 1
        while high < last and not self._parts(high + 1):
            high += 1
        return low, high

    def _parts(self, at: int) -> bool:
        token = self.tokens[at]
        return token.low == ";" or ("$contrast" in token.values and at > 0 and self.tokens[at - 1].low in ",–—")

    def _has_said(self, cue: Cue) -> bool:
        """True for "“…”, said X" whose words are over: what follows about X is the article's own."""
        before = self.tokens[max(cue.at - 2, 0) : cue.at]
        behind = self.tokens[cue.at + 1 : cue.at + _REACH]
        quoted_before = any(token.low in ("”", "»", '"') for token in before) and cue.source.start > self.starts[cue.at]
        return quoted_before and not any("$that" in token.values for token in behind)

    def _carried(self, first: int, last: int) -> Source | None:
        """The source that opens an earlier sentence of the paragraph, when this one goes on as its forecast."""
        if not self._is_forecast(first, last):
            return None
        start = first
        while start > 0 and self.tokens[start - 1].low != "\n":
            before, end = self._sentence(start - 2 if start > 1 else 0)
            if before >= start:
                return None
            opened = [cue for cue in self.cues if before <= cue.at <= before + 1 and cue.kind == "according"]
            if opened:
                return opened[0].source
            if any(before <= cue.at <= end for cue in self.cues) or not self._is_forecast(before, end):
                return None
            start = before
        return None

    def _is_forecast(self, first: int, last: int) -> bool:
        return any("~future" in token.values for token in self.tokens[first : last + 1])

    def _closes(self, cue: Cue, at: int, last: int) -> bool:
        """True for "…, X said." behind a figure: a comma before, and the sentence or the clause ends with it."""
        before = self.tokens[max(at, cue.at - _REACH) : cue.at + 1]
        behind = self.tokens[cue.at + 1 : min(cue.at + _REACH, last + 1)]
        ended = len(behind) < _REACH - 1 or any(token.low in ",.;" for token in behind)
        told = bisect_left(self.starts, cue.source.start)
        alone = self.tokens[cue.at - 1].low == "," or self.tokens[told - 1].low == ","
        ended = ended or (alone and bool(behind) and (told > cue.at or "$stop" in behind[0].values))
        opened = any("$that" in token.values for token in behind[:1])
        place = max((n for n in range(max(at, cue.at - _REACH), cue.at) if self.tokens[n].low == ","), default=cue.at)
        led = self.tokens[min(place + 1, len(self.tokens) - 1)].values
        if place + 1 < cue.at and "$stop" in led and "$article" not in led and "$auxiliary" not in led:
            return False  # …, in Yakutsk they ask for more
        return ended and not opened and any(token.low in (",", "”", "»", '"', "–", "—") for token in before)

    # -- a source without a verb of its own -------------------------------------------------------

    def _gap(self, at: int) -> Cue | None:
        """The source that stands before a figure without a verb, as its neighbour has one: …, the unions 120,000."""
        first, _ = self._sentence(at)
        if not any(first <= cue.at < at for cue in self.cues):
            return None
        left = self._part_start(at, first)
        found = self._lone(left, at)
        if found is None and left > first and not self._words(left, at):
            found = self._lone(self._part_start(left - 1, first), left - 1, whole=True)
        if found is None or self._is_joined(found):
            return None
        return Cue(bisect_left(self.starts, found.start), "gap", found)

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

    # -- quotations ------------------------------------------------------------------------------

    def _quote(self, position: int) -> tuple[int, int] | None:
        index = bisect_right(self._quote_starts, position) - 1
        return self.quotes[index] if index >= 0 and position < self.quotes[index][1] else None

    def _speaker(self, start: int, end: int) -> Source | None:
        """The speaker beside a quotation: behind it up to the end of its sentence, else before it."""
        at = bisect_left(self.starts, end)
        _, last = self._sentence(min(at + 1, len(self.tokens) - 1))
        stop = next((n for n in range(at, last + 1) if self.tokens[n].low == ";"), last)
        behind = [cue for cue in self.cues if at <= cue.at <= stop and self.tokens[cue.at].start < end + _AFTER]
        if behind:
            return behind[0].source
        at = max(bisect_left(self.starts, start) - 2, 0)
        first, _ = self._sentence(at)
        ahead = [cue for cue in self.cues if first <= cue.at <= at + 1]
        if ahead or at >= len(self.tokens) or self.tokens[at + 1].low != ":":
            return ahead[-1].source if ahead else None
        low, high = self.tokens[first].start, self.tokens[at + 1].start
        named = [one for one in self.names.mentions if low <= one[0] < high and one[2].kind == "PER"]
        opens = [Source(one.refers_to or one.name, a, b) for a, b, one in named if not self.names.depends(a, low)]
        if opens:
            return opens[0]
        stop = self.names.phrase_end(first)
        return self.names.named(first, stop) if stop - first > 1 and self.names.is_capital(stop - 1) else None

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
