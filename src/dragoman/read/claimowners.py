"""Whose a claim is, once its cue is found: the name behind an office, the first of two, nobody's "preliminary data"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from dragoman.read.claimsubjects import Cue, Subjects
from dragoman.read.informants import Source

__all__ = ["Owners"]

_CLOSING = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"'}
_NAME = 6  # tokens from a mark that opens a name to the one that closes it


class Owners(Subjects):
    """The claimants of one article's cues, as the words around them complete or deny them."""

    def _same(self, cue: Cue) -> Cue:
        """The cue with the full name of "the same service", when a source before ends with that word."""
        first = bisect_left(self.names.starts, cue.source.start)
        if "$same" not in self.tokens[first].values:
            return cue
        last = cue.source.name.split()[-1]
        before = next((one for one in reversed(self.found) if one.source.name.split()[-1] == last), None)
        return replace(cue, source=replace(cue.source, name=before.source.name)) if before else cue

    def _is_unowned(self, source: Source) -> bool:
        """True for figures of nobody: according to preliminary data, nach den neuesten Zahlen."""
        low, high = (bisect_left(self.names.starts, place) for place in (source.start, source.end))
        return all("$unowned" in token.values or token.kind != "word" for token in self.tokens[low:high])

    def _named_behind(self, cue: Cue) -> Cue:
        """The cue with the name that follows an office between commas: el ministro de Salud, Fahri Koca, dijo."""
        names, source = self.names, cue.source
        comma = bisect_left(names.starts, source.end)
        if marked := self._in_marks(comma):
            return replace(cue, source=marked)
        if comma + 1 >= len(self.tokens) or self.tokens[comma].low != ",":
            return cue
        if names.mention_at(bisect_left(names.starts, source.start)) or not names.can_say(source, plain=False):
            return cue
        found = names.person_at(comma + 1)
        behind = bisect_left(names.starts, found.end) if found else len(self.tokens)
        closed = behind < len(self.tokens) and (self.tokens[behind].low == "," or names.stops(behind))
        return replace(cue, source=found) if found and closed else cue

    def _in_marks(self, at: int) -> Source | None:
        """The name in marks right behind what it is the name of: die Zeitung „El País“, the newspaper “El País”."""
        closing = _CLOSING.get(self.tokens[at].low) if at < len(self.tokens) else None
        if closing is None or not self.names.is_capital(at + 1):
            return None
        stop = next((n for n in range(at + 2, min(at + _NAME, len(self.tokens))) if self.tokens[n].low in closing), 0)
        if not stop or any(self.tokens[n].kind != "word" for n in range(at + 1, stop)):
            return None
        start, end = self.tokens[at + 1].start, self.tokens[stop - 1].end
        return Source(self.page.value[start:end], start, end)

    def _of_two(self, cue: Cue) -> Cue:
        """The cue with the first of two who tell together: Séoul et Washington affirment."""
        names, at = self.names, bisect_left(self.names.starts, cue.source.start)
        while at and "$article" in self.tokens[at - 1].values:
            at -= 1
        if cue.kind != "claim" or at < 2 or "$joint" not in self.tokens[at - 1].values:
            return cue
        first = names.mention_at(at - 2)
        place = bisect_left(names.starts, first.start) if first else 0
        while place and {"$article", "$both"} & self.tokens[place - 1].values.keys():
            place -= 1
        low = self.page.sentence(self.tokens[at].start)[0]
        opens = (
            self.tokens[place].start <= low or names.stops(place - 1) or "$contrast" in self.tokens[place - 1].values
        )
        return replace(cue, source=first) if first and opens else cue
