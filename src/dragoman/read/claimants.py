"""Who claims a figure: the source an article names for it in the same sentence, or whose words it stands in.

"According to X", "X says/accuses/estimates that …", "… accused by X of …", "…, X said", a quotation's speaker, a
source that takes over its neighbour's verb ("police counted 40,000, the unions 120,000"), and "according to X" that
opens a paragraph whose next sentences go on in the future or conditional. None: the article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from dragoman.read.claimcues import Cue
from dragoman.read.claimrivals import Rivals
from dragoman.read.informants import Source
from dragoman.read.page import Page
from dragoman.read.tense import quoted
from dragoman.read.tokens import Token
from dragoman.records import Mention

__all__ = ["Source", "Voices"]

_REACH = 9  # tokens between a verb and its subject; more lets the object of another clause in
_AS = 22  # tokens from "as" to the verb at the end of its clause
_LED = 5  # tokens behind a comma in which "after", "eine Woche nachdem" lead to another moment
_RELATED = 2  # tokens behind a comma in which a relative pronoun stands: , which; , à qui
_TELLING = frozenset({"$auxiliary", "$article"})  # words between a closing mark and who tells
_MARKS = 3  # tokens between a closing mark and its verb: », — заявил
_AFTER = 160  # characters behind a closing mark in which its speaker stands


class Voices(Rivals):
    """The sources of one article; `places` are the first tokens of its figures, in reading order."""

    def __init__(
        self, page: Page, tokens: Sequence[Token], mentions: Sequence[Mention], places: Sequence[int] = ()
    ) -> None:
        super().__init__(page, tokens, mentions, places)
        self.quotes = quoted(page.value)
        section = page.language.section("figures")
        self._commas_tell = bool(section.get("aside_commas"))
        self._conditional = tuple(section.get("conditional_endings", ())) or ("\0",)
        self._quote_starts = [start for start, _ in self.quotes]
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
        here = [one for one in self.cues if low <= one.at <= high and not self._is_inside(one, start)]
        before = [cue for cue in here if cue.at < at and not self._has_said(cue, at) and not self._is_pledged(cue, at)]
        before = [cue for cue in before if not self._is_aside(cue, at, last)]
        after = [cue for cue in here if cue.at > at and (cue.kind == "according" or self._closes(cue, at, last))]
        after = [cue for cue in after if not self._brings_own(cue)]
        if before and not (after and self._is_own(before[-1], after[0], at)):
            return before[-1].source
        return after[0].source if after else self._carried(first, last)

    def _is_inside(self, cue: Cue, start: int) -> bool:
        """True for a number within the words for its own source: selon le texte de 144 pages.

        Also for one in what is said of who tells: Dana Cole, who lost by 300 votes, said …
        """
        if cue.source.start <= start < cue.source.end:
            return True
        if cue.kind == "claim" and cue.source.end <= start < self.starts[cue.at]:
            behind = bisect_left(self.starts, cue.source.end)
            return self.tokens[behind].low == "," and self._closes_aside(behind, start, cue.at)
        if cue.kind != "according" or start < cue.source.end:
            return False
        between = self.tokens[bisect_left(self.starts, cue.source.end) : bisect_left(self.starts, start)]
        return bool(between) and all("$of" in token.values for token in between)

    def _brings_own(self, cue: Cue) -> bool:
        """True for a source with a number of its own right behind it: "20 chilometri, secondo altri di 19"."""
        at = bisect_left(self.starts, cue.source.end)
        while at < len(self.tokens) and "$of" in self.tokens[at].values:
            at += 1
        return cue.kind == "according" and at < len(self.tokens) and self.tokens[at].kind == "number"

    def _closes_aside(self, comma: int, start: int, verb: int) -> bool:
        """True when the words behind a comma are related to what stands before it, and end before the verb."""
        led = self.tokens[comma + 1 : comma + 1 + _RELATED]
        if not any("$relative" in token.values or "$clause" in token.values for token in led):
            return False
        return any(token.low == "," and token.start > start for token in self.tokens[comma + 1 : verb])

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
        commas = False
        while low > first and not self._parts(low - 1) and (commas or not self._leads_off(low - 1, at)):
            low -= 1
            commas = commas or self.tokens[low].low == ","
        while high < last and not self._parts(high + 1):
            high += 1
        return low, high

    def _parts(self, at: int) -> bool:
        token = self.tokens[at]
        return token.low == ";" or ("$contrast" in token.values and at > 0 and self.tokens[at - 1].low in ",–—")

    def _leads_off(self, at: int, figure: int) -> bool:
        """True for "as" that goes back to the article's own account: …, as the toll rose above 11,000."""
        if "$meanwhile" not in self.tokens[at].values or not at:
            return False
        tally = any("$tally" in token.values for token in self.tokens[at + 1 : min(at + 4, figure)])
        return self.tokens[at - 1].low in ",–—" or tally

    def _has_said(self, cue: Cue, at: int) -> bool:
        """True for "“…”, said X" and "“…”, X said after …" whose words are over: what follows is the article's own."""
        if cue.kind != "claim":
            return False
        head = min(cue.at, bisect_left(self.starts, cue.source.start))
        while head and not _TELLING.isdisjoint(self.tokens[head - 1].values):
            head -= 1  # a averti, hat gesagt, the minister
        low, opens = self.starts[max(head - _MARKS, 0)], self.starts[self._sentence(head)[0]] + 1
        turned = cue.source.start > self.starts[cue.at]
        over = any(low <= end <= self.starts[head] and (turned or start <= opens) for start, end in self.quotes)
        return over and not any("$that" in token.values for token in self.tokens[cue.at + 1 : at][:_REACH])

    def _is_pledged(self, cue: Cue, at: int) -> bool:
        """True behind the comma that ends what somebody promised: pledged 7 billion, weeks after 50,000 had died."""
        if "$pledge" not in self.tokens[cue.at].values or "$that" in self.tokens[cue.at + 1].values:
            return False
        return any(token.low == "," for token in self.tokens[cue.at + 1 : at])

    def _is_aside(self, cue: Cue, at: int, last: int) -> bool:
        """True for what the article itself adds behind a comma: …, X said, three days after the crash that killed 38.

        Where commas tell, also a relative clause between two of them: X said the storm, which killed 30, had passed.
        """
        comma = max((n for n in range(cue.at + 1, at) if self.tokens[n].low == ","), default=0)
        if not comma or self.tokens[comma].start < cue.source.start:
            return False
        led = [token.values for token in self.tokens[comma + 1 : min(comma + _LED, at)]]
        if any("$possible" in one.values or one.low.endswith(self._conditional) for one in self.tokens[comma:last]):
            return False  # after which five million tonnes could move: told by whoever tells the rest
        if any("$sequel" in one for one in led):
            return True
        if any("unit" in one and "$lapse" in other for one, other in pairwise(led)):
            return True
        opens = led[:_RELATED] if self._commas_tell and not any("$including" in one for one in led) else []
        if not any("$relative" in one or "$clause" in one for one in opens):
            return False
        return any(token.low == "," for token in self.tokens[at:last])

    def _carried(self, first: int, last: int) -> Source | None:
        """The source that opens an earlier sentence of the paragraph, when this one goes on as its forecast."""
        if not self._is_forecast(first, last) or self._has_name(first):
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

    def _has_name(self, first: int) -> bool:
        """True for a sentence that begins with a name: it has a subject of its own."""
        opens = next((at for at in range(first, min(first + 3, len(self.tokens))) if not self._is_article(at)), first)
        return self.names.is_named(opens)

    def _is_article(self, at: int) -> bool:
        return "$article" in self.tokens[at].values

    def _is_forecast(self, first: int, last: int) -> bool:
        return any("~future" in token.values for token in self.tokens[first : last + 1])

    def _closes(self, cue: Cue, at: int, last: int) -> bool:
        """True for "…, X said." behind a figure: a comma before, and the sentence or the clause ends with it."""
        if self._is_comparison(cue, at, last):
            return True
        before = self.tokens[max(at, cue.at - _REACH) : cue.at + 1]
        behind = self.tokens[cue.at + 1 : min(cue.at + _REACH, last + 1)]
        if "$accuse" in self.tokens[cue.at].values and behind and behind[0].low not in ",.;":
            return False  # in a speech of two hours, X accused Y of …
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

    def _is_comparison(self, cue: Cue, at: int, last: int) -> bool:
        """True for "as" whose clause ends with its verb: …, wie die Leiterin in der Nacht zum Montag mitteilte."""
        for place in range(cue.at - 1, max(at, cue.at - _AS), -1):
            if self.tokens[place].low == ",":
                led = "$like" in self.tokens[place + 1].values
                return led and (cue.at + 1 > last or self.tokens[cue.at + 1].low in ",.;")
        return False

    def is_quoted(self, position: int) -> bool:
        """True for what stands between quotation marks."""
        return self._quote(position) is not None

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
