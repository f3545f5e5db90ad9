"""Words that give something as somebody's: "according to X", "X says that …", "accused by X of …", "…, X said"."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.read.claimnames import Names
from dragoman.read.claimowners import Owners
from dragoman.read.claimsubjects import Cue
from dragoman.read.informants import Source
from dragoman.read.tokens import Token

__all__ = ["Cue", "Cues"]

_CLAUSE = 16  # tokens from "werden" to its participle
_QUOTED = 12  # tokens from "quoted" to "as saying"
_PUT = 12  # tokens from "puts" to its number
_INSERTED = 8  # tokens of an insertion behind a verb: por su parte
_COUNTED = 8  # tokens behind "counts" in which the counted thing stands
_FATES = frozenset(
    {"dead", "wounded", "injured", "missing", "victim", "demonstrator", "detained", "arrest", "participant", "house"}
)
_CUES = frozenset(
    {"$claims", "$according", "$same_source", "$postposed", "$sourced", "$opening", "$trailing", "$survey"}
    | {"$puts", "$speaks"}
)


class Cues(Owners):
    """The cues of one article, in reading order, so that "he" and "the same source" find the source before."""

    def __init__(self, names: Names) -> None:
        super().__init__(names)
        self._endings = tuple(self.page.language.section("figures").get("source_endings", ()))
        for at, token in enumerate(self.tokens):
            cue = self._cue(at, token) if not _CUES.isdisjoint(token.values) else None
            if cue and not self._is_unowned(cue.source):
                self.found.append(self._of_two(self._named_behind(self._same(cue))))
        self.found.sort(key=lambda cue: cue.at)

    def _is_interrupted(self, at: int) -> bool:
        """True for a verb that an insertion parts from its preposition: l'ONU parle, elle, de 22 millions."""
        if "$speaks" not in self.tokens[at].values or at + 1 >= len(self.tokens) or self.tokens[at + 1].low != ",":
            return False
        for place in range(at + 2, min(at + _INSERTED, len(self.tokens) - 1)):
            if self.tokens[place].low == ",":
                return "$of_what" in self.tokens[place + 1].values
        return False

    def _cue(self, at: int, token: Token) -> Cue | None:
        names, values = self.names, token.values
        if "$according" in values:
            source = self._phrase(at + 1)
            return Cue(at, "according", source) if source else None
        if "$same_source" in values:
            return Cue(at, "according", self.found[-1].source) if self.found else None
        if "$sourced" in values and (cue := self._sourced(at)):
            return cue
        if "$survey" in values and (cue := self._survey(at)):
            return cue
        if "$opening" in values and (cue := self._opening(at)):
            return cue
        if "$trailing" in values and at and self.tokens[at - 1].low == ",":  # …, so das Institut.
            stop = names.phrase_end(at + 1)
            source = names.named(at + 1, stop) if stop < len(self.tokens) and self.tokens[stop].low in ",." else None
            return Cue(at, "according", source) if source and names.can_say(source) else None
        if "$postposed" in values:
            source = names.named(names.phrase_start(at), at)
            return Cue(at, "according", source) if source else None
        says = "$claims" in values or self._puts(at) or self._is_interrupted(at)
        if not says or names.mention_at(at) or self._is_noun(at):  # the United States, an offer
            return None
        if "$relayed" in values:
            return self._relayed(at)
        agent = next((n for n in range(at + 1, min(at + 4, len(self.tokens))) if "$by" in self.tokens[n].values), None)
        if agent is not None and "$accuse" in values:
            source = self._phrase(agent + 1)
            return Cue(at, "by", source) if source else None
        if self._is_passive(at):
            return None
        source, place = self._subject(at)
        sure = source is not None and (names.can_say(source) or self._speaks(source, at))
        if source is None or not sure or names.holds_verb(source) or self._has(at, source):
            return None
        return Cue(place, "claim", source)

    def _is_passive(self, at: int) -> bool:
        """True for a verb whose subject tells nothing: the army has been blamed for, explosions blamed on Kyiv."""
        before = self.tokens[max(at - 2, 0) : at]
        adverb = bool(before) and before[-1].kind == "word" and not before[-1].values
        if before and ("$be" in before[-1].values or (adverb and "$be" in before[0].values)):
            return True
        if self._is_suffered(at):
            return True
        if self.page.doc is None or "$accuse" not in self.tokens[at].values:
            return False
        parsed = self.page.token(self.tokens[at].start)
        return parsed is not None and parsed.dep_ == "acl"

    def _is_suffered(self, at: int) -> bool:
        """True for what becomes of a subject that tells nothing: die Schäden werden auf … geschätzt, se estiman en."""
        if not self.names.nouns_are_capital:
            return at > 0 and "$passive" in self.tokens[at - 1].values
        if self.tokens[at].low.endswith("en") and "gege" not in self.tokens[at].low:
            return False  # sie werden … schätzen
        for place in range(at - 1, max(at - _CLAUSE, -1), -1):
            if self.names.stops(place) or self.tokens[place].low == ",":
                return False
            if "$passive" in self.tokens[place].values:
                return True
        return False

    def _puts(self, at: int) -> bool:
        """True for a verb that puts something at a number: the institute puts American aid at about $123 billion."""
        if "$puts" not in self.tokens[at].values:
            return False
        for place in range(at + 1, min(at + _PUT, len(self.tokens))):
            if self.names.stops(place):
                return False
            if self.tokens[place].kind == "number":
                return any("$linking" in token.values for token in self.tokens[place - 3 : place])
        return False

    def _is_noun(self, at: int) -> bool:
        """True for what the parse takes for a noun that tells nothing: rejected an offer; an AP count tells."""
        if self._is_tally(at):
            return True
        if self.names.is_told(self.tokens[at].low):
            return False
        parsed = self.page.token(self.tokens[at].start) if self.page.doc is not None else None
        return parsed is not None and parsed.pos_ == "NOUN" and self.tokens[at].low in parsed.text.lower()

    def _is_tally(self, at: int) -> bool:
        """True for a noun that is also a verb, behind its article: elevan la cifra a 300, not: la cifra en 300."""
        if self.page.doc is not None or not at or "$tally" not in self.tokens[at].values:
            return False
        behind = self.tokens[at + 1].values if at + 1 < len(self.tokens) else {}
        return "$article" in self.tokens[at - 1].values and "$linking" not in behind

    def _relayed(self, at: int) -> Cue | None:
        """Whom somebody else quotes: state media quoted the ministry as saying …"""
        for place in range(at - 1, max(at - _QUOTED, -1), -1):
            if self.names.stops(place):
                return None
            if "$quoting" in self.tokens[place].values:
                source = self.names.named(place + 1, at)
                return Cue(at, "claim", source) if source else None
        return None

    def _has(self, at: int, source: Source) -> bool:
        """True where a body has what it counts and tells nobody's number: NATO counts 32 members."""
        if "$has" not in self.tokens[at].values:
            return False
        if self.names.mention_at(bisect_left(self.names.starts, source.start)) is None:
            return False
        near = range(at + 1, min(at + _COUNTED, len(self.tokens) - 1))
        number = next((place for place in near if self.tokens[place].kind == "number"), None)
        noun = self.tokens[number + 1] if number is not None else None
        if noun is None or noun.kind != "word" or "$stop" in noun.values:
            return False
        return noun.values.get("$counted") not in _FATES

    def _speaks(self, source: Source, at: int) -> bool:
        """True for whoever speaks beside a quotation and, where no parser reads, whoever a verb of saying has."""
        first = bisect_left(self.names.starts, source.start)
        if (
            any(token.low in "”»" for token in self.tokens[max(at - 2, 0) : at])
            and source.start > self.tokens[at].start
        ):
            return True
        if self.page.doc is not None or "$mild" in self.tokens[at].values:
            return False
        return not self.names.silent(first, first + 1)

    def _phrase(self, at: int) -> Source | None:
        if at >= len(self.tokens):
            return None
        if "$pronoun" in self.tokens[at].values:
            return self._pronoun(at)
        at += self.tokens[at].kind == "number" and at + 1 < len(self.tokens)
        if self.names.nouns_are_capital and "$by" in self.tokens[at].values and (head := self._behind_agent(at)):
            return self.names.described(head, head + 1)
        return self.names.named(at, self.names.phrase_end(at))

    def _behind_agent(self, at: int) -> int | None:
        """The noun behind who controls it: nach Angaben der von den Rebellen geführten Behörde."""
        capitals = []
        for place in range(at + 1, min(at + _COUNTED, len(self.tokens))):
            values = self.tokens[place].values
            if self.tokens[place].kind != "word" or "$bounds" in values or "~past" in values:
                break
            if self.names.is_capital(place):
                capitals.append(place)
        return capitals[-1] if len(capitals) > 1 else None

    def _sourced(self, at: int) -> Cue | None:
        """By official figures, nach Polizeiangaben, по спутниковым данным X: the noun says that it is a source."""
        for place in range(at + 1, min(at + 4, len(self.tokens))):
            token = self.tokens[place]
            if token.low in "-‑" and place > at + 1:  # nach UN-Angaben
                continue
            if token.kind != "word":
                return None
            if self._endings and token.low.endswith(self._endings):
                if any("$self" in one.values for one in self.tokens[at + 1 : place]):
                    own = self._itself(at)
                    return Cue(at, "according", own) if own else None
                whole = token.low in self._endings
                source = self._phrase(place + 1) if whole and self._goes_on(place + 1) else None
                if place > at + 1 and self.tokens[place - 1].low in "-‑":
                    source = self.names.mention_at(at + 1) or self.names.described(at + 1, place - 1)
                other = any("$other" in one.values for one in self.tokens[at + 1 : place])
                if source is None and not other and (place > at + 1 or not whole):
                    source = self.names.described(at + 1, place + 1)
                return Cue(at, "according", source) if source else None
        return None

    def _itself(self, at: int) -> Source | None:
        """Whose own figures they are: der Streik kostet die Bahn nach eigenen Angaben 25 Millionen."""
        low = self.page.sentence(self.tokens[at].start)[0]
        for place in range(at - 1, -1, -1):
            token = self.tokens[place]
            if token.start < low:
                return None
            found = self.names.mention_at(place)
            if found and not self.names.depends(found.start, low):
                return found
            if place and "$article" in self.tokens[place - 1].values and self._tells(place):
                return self.names.described(place, place + 1)
        return None

    def _goes_on(self, at: int) -> bool:
        """True when a genitive follows: nach Angaben der Polizei."""
        if at >= len(self.tokens) or self.names.stops(at) or self.tokens[at].kind != "word":
            return False
        if "$whose" in self.tokens[at].values:
            return True
        return not self.names.nouns_are_capital and "$stop" not in self.tokens[at].values

    def _survey(self, at: int) -> Cue | None:
        """By a poll of X, par un sondage Gallup, en una encuesta de la radio."""
        before = [token.values for token in self.tokens[max(at - 3, 0) : at]]
        if not any("$by" in values or "$linking" in values for values in before):
            return None
        source = self.names.described(at, self.names.phrase_end(at))
        return Cue(at, "according", source) if source else None

    def _opening(self, at: int) -> Cue | None:
        """For the ministry, … at the head of a clause."""
        if at and not self.names.stops(at - 1):
            return None
        stop = self.names.phrase_end(at + 1)
        source = self.names.named(at + 1, stop) if stop < len(self.tokens) and self.tokens[stop].low == "," else None
        return Cue(at, "according", source) if source and self.names.can_say(source, plain=False) else None
