"""Who a verb of saying belongs to: its parsed subject, else what the word order of the language puts beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dragoman.read.claimclauses import Clauses
from dragoman.read.claimnames import Names
from dragoman.read.informants import Source

__all__ = ["Cue", "Subjects"]

_REACH = 9  # tokens between a verb and its subject; more lets the object of another clause in


@dataclass(frozen=True)
class Cue:
    """A word that gives something as somebody's: token number, kind (according, claim, by, gap) and its source."""

    at: int
    kind: str
    source: Source


class Subjects(Clauses):
    """The subjects of the verbs of one article; `found` are its cues so far, for "he" and "the same source"."""

    def __init__(self, names: Names) -> None:
        super().__init__(names)
        self._drops = bool(self.page.language.section("figures").get("drops_pronouns"))
        self.found: list[Cue] = []

    def _subject(self, at: int) -> tuple[Source | None, int]:
        """Who a verb of saying belongs to, and where its clause begins to speak for it."""
        parsed = self._parsed_subject(at)
        if parsed is not None and self._together(parsed[0], at):
            first, stop = parsed
            if "$pronoun" in self.tokens[first].values and stop == first + 1 and not self._is_inserted(first):
                return self._pronoun(first), at
            source = self.names.named(first, stop) if not self._is_inserted(first) else None
            left = self._clause(at)[0]
            inverted = self._is_inverted(left, at)
            if source and (self.names.can_say(source) or not inverted):
                behind = self._forwards(at, inverted=True) if inverted and stop < left else None
                tally = any("$tally" in token.values for token in self.tokens[first:stop])
                told = behind is not None and (tally or self.names.can_say(behind, plain=False))
                return (behind if told else source), at  # le bilan est monté à 20, a annoncé samedi la junte
        quoted = self._quoted_name(at)
        if quoted:
            return quoted, at
        if self.page.doc is None and at and self.tokens[at - 1].low == "," and self._follows(at):
            return self._forwards(at, inverted=True), at
        if self.page.doc is None and at and "$joint" in self.tokens[at - 1].values and (same := self._shared(at)):
            return same, at
        left, stop = self._clause(at)
        if self._auxiliaries and stop == at and "$like" in self.tokens[left].values and left + 1 < at:
            return self.names.named(left + 1, self.names.phrase_end(left + 1)), at  # wie die Leiterin mitteilte
        place = self._finite(left, at)
        if place < at:
            stop = place
        found = self._backwards(left, stop)
        if found:
            return found, place
        inverted = self._is_inverted(left, stop)
        right = self._forwards(place, inverted)
        if right is None and left == stop and self.page.doc is None and at > 1 and self.tokens[at - 1].low == ",":
            left, stop = self._clause(at - 1)  # Baku hides its losses, saying only …
            right = self._noun_before(left, stop)
        if right is None and inverted and left < stop:
            low, high = self._clause(left)  # une ONG, l'Association médicale, avait fait état de 13 morts
            right = self.names.named(low, high) if low < high < left else None
        if right or not inverted:
            related = any("$relative" in one.values for one in self.tokens[left:stop])
            return right or (None if related else self.names.described(left, stop)), place
        return (self.found[-1].source if self.found and self._drops else None), place

    def _is_inserted(self, at: int) -> bool:
        """True for a pronoun that only stresses the subject before it: la Russie, elle, martèle que …"""
        around = self.tokens[max(at - 1, 0) : at + 2]
        return "$pronoun" in self.tokens[at].values and [one.low for one in around[::2]] == [",", ","]

    def _follows(self, at: int) -> bool:
        """True when a verb behind a comma has its subject at once behind it: …, teilte die Polizei mit."""
        first = self._noun_after(at)
        if first == at + 1 and self.names.stops(first):
            return False
        stop = self.names.phrase_end(first)
        source = self.names.named(first, stop) if first < stop else None
        return source is not None and self.names.can_say(source)

    def _shared(self, at: int) -> Source | None:
        """The subject of the verb before "and": Erdogan, decretó siete días de luto y cifró en …"""
        low = self.page.sentence(self.tokens[at].start)[0]
        if self.found and self.names.starts[self.found[-1].at] >= low:
            return self.found[-1].source
        names = self.names
        inside = names.mentions[bisect_left(names.places, low) : bisect_left(names.places, self.tokens[at].start)]
        for start, end, one in inside:
            if one.kind in ("PER", "ORG", "GPE") and not names.depends(start, low):
                return Source(one.refers_to or one.name, start, end)
        return None

    def _backwards(self, left: int, stop: int) -> Source | None:
        names = self.names
        for place in range(stop - 1, left - 1, -1):
            values = self.tokens[place].values
            if "$relative" in values:
                return self._antecedent(place)
            if "$pronoun" in values:
                return self._pronoun(place)
            if "$claims" in values:
                return None
            found = names.mention_at(place)
            if found:
                if names.nouns_are_capital and self._is_placed(left) and not names.mention_at(left):
                    break  # In Berlin zählte die Polizei
                longer = names.longer(found.start, found.end)
                if longer:
                    return longer
                return found if self._is_head(found, left) else names.named(self._head(left, place), place + 1)
        return self._noun_before(left, stop)

    def _noun_before(self, left: int, stop: int) -> Source | None:
        """The described subject before a verb where no parser reads: los organizadores aseguraron."""
        if self.page.doc is not None or left >= stop or self._is_placed(left):
            return None
        names, first = self.names, left
        while first < stop and "$joint" in self.tokens[first].values:
            first += 1
        if first < stop and "$stop" in self.tokens[first].values and "$article" not in self.tokens[first].values:
            if names.nouns_are_capital:
                return None
            first = next((n for n in range(first + 2, stop) if self._begins(n)), stop)
        end = names.phrase_end(first, stop) if first < stop else stop
        if first >= end or names.silent(first, end) or (names.nouns_are_capital and not self._has_noun(first, end)):
            return None
        found = names.named(first, end)
        if found and not names.can_say(found, plain=False) and not names.nouns_are_capital:
            last = names.described(stop - 1, stop)  # Неделей раньше ведомство насчитало
            return last if last and names.can_say(last, plain=False) else found
        return found

    def _antecedent(self, place: int) -> Source | None:
        """Who a relative pronoun stands for: the last name before that is not only another's (X, aide of Y, who)."""
        names = self.names
        told = self.found[-1].source if self.found else None
        if told and place > 1 and self.tokens[place - 1].low == "," and told.end == self.tokens[place - 2].end:
            return told  # informó la junta militar, que cifra en 4.715 los heridos
        low = self.page.sentence(self.tokens[place].start)[0]
        index = bisect_left(names.places, self.tokens[place].start)
        for start, end, one in reversed(names.mentions[:index]):
            if start < low:
                return None
            if one.kind in ("PER", "ORG", "GPE") and not names.depends(start, low):
                return Source(one.refers_to or one.name, start, end)
        return self._noun_before(*self._clause(place - 1)) if place > 1 else None

    def _is_head(self, found: Source, left: int) -> bool:
        """False for a name that only says whose, before a verb: officials in Kyiv said."""
        first = max(bisect_right(self.names.starts, found.start) - 1, 0)
        while first > left and "$article" in self.tokens[first - 1].values:
            if "$whose" in self.tokens[first - 1].values:
                return False
            first -= 1
        if first <= left or "$whose" in self.tokens[first - 1].values:
            return first <= left
        before = self.tokens[first - 1]
        return self.page.doc is not None or before.kind != "word" or "$stop" in before.values

    def _forwards(self, at: int, inverted: bool) -> Source | None:
        names = self.names
        for place in range(at + 1, min(at + _REACH, len(self.tokens))):
            token = self.tokens[place]
            if names.stops(place) or "$that" in token.values:
                break
            if "$pronoun" in token.values:
                return self._pronoun(place)
            found = names.mention_at(place)
            if found and not names.addressed(place):
                if not inverted:
                    return found
                return names.named(self._noun_after(at), names.phrase_end(self._noun_after(at))) or found
        if not inverted or names.addressed(at + 2):
            return None
        first = self._noun_after(at)
        before = self.tokens[first - 1].values
        if first > at + 1 and "$stop" in before and "$article" not in before:
            return None  # avait fait état dans un premier temps de 13 morts
        return names.described(first, names.phrase_end(first))

    def _pronoun(self, place: int) -> Source | None:
        """The last source before; without one, the last person named."""
        token = self.tokens[place]
        last = self.found[-1].source if self.found else None
        at = bisect_left(self.names.starts, last.start) if last else 0
        body = (
            "$personal" in token.values and self.names.mention_at(at) is not None and self.names.person_at(at) is None
        )
        if last and not body:
            return Source(last.name, token.start, token.end)
        index = bisect_left(self.names.places, token.start)
        person = next((one for *_, one in reversed(self.names.mentions[:index]) if one.kind == "PER"), None)
        return Source(person.refers_to or person.name, token.start, token.end) if person else None
