"""Who a verb of saying belongs to: its parsed subject, else what the word order of the language puts beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dragoman.read.claimnames import QUOTES, Names, Source

__all__ = ["Cue", "Subjects"]

_LOOSE = frozenset({"relcl", "acl", "acl:relcl", "acl:cl", "advcl", "punct"})  # dependents that do not name a subject
_REACH = 9  # tokens between a verb and its subject; more lets the object of another clause in
_CLAUSE = 22  # tokens before a verb in which its subject can begin, a relative clause included
_WHO = ("who", "which", "that", "qui", "que")


@dataclass(frozen=True)
class Cue:
    """A word that gives something as somebody's: token number, kind (according, claim, by, gap) and its source."""

    at: int
    kind: str
    source: Source


class Subjects:
    """The subjects of the verbs of one article; `found` are its cues so far, for "he" and "the same source"."""

    def __init__(self, names: Names) -> None:
        self.names, self.tokens, self.page = names, names.tokens, names.page
        section = self.page.language.section("figures")
        self._drops = bool(section.get("drops_pronouns"))
        self._auxiliaries = bool(section.get("verb_last"))
        self.found: list[Cue] = []

    def _subject(self, at: int) -> tuple[Source | None, int]:
        """Who a verb of saying belongs to, and where its clause begins to speak for it."""
        parsed = self._parsed_subject(at)
        if parsed is not None and self._together(parsed[0], at):
            first, stop = parsed
            if "$pronoun" in self.tokens[first].values and stop == first + 1:
                return self._pronoun(first), at
            source = self.names.named(first, stop)
            left = self._clause(at)[0]
            if source and (self.names.can_say(source) or not self._is_inverted(left, at)):
                return source, at
        quoted = self._quoted_name(at)
        if quoted:
            return quoted, at
        if self.page.doc is None and at and self.tokens[at - 1].low == "," and self._follows(at):
            return self._forwards(at, inverted=True), at
        left, stop = self._clause(at)
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
        if right or not inverted:
            related = any("$relative" in one.values for one in self.tokens[left:stop])
            return right or (None if related else self.names.described(left, stop)), place
        return (self.found[-1].source if self.found and self._drops else None), place

    def _follows(self, at: int) -> bool:
        """True when a verb behind a comma has its subject at once behind it: …, teilte die Polizei mit."""
        first = self._noun_after(at)
        if first == at + 1 and self.names.stops(first):
            return False
        stop = self.names.phrase_end(first)
        source = self.names.named(first, stop) if first < stop else None
        return source is not None and self.names.can_say(source)

    def _quoted_name(self, at: int) -> Source | None:
        """A body with a name in marks before a verb: палата «Атамекен» оценила, “Radio Kivu” counted."""
        for end in range(at - 1, max(at - 4, 0), -1):
            if self.tokens[end].low in "»”":
                first = next((n for n in range(end - 1, max(end - 6, -1), -1) if self.tokens[n].low in "«“"), -1)
                if first < 0 or end - first < 2 or not self.names.is_capital(first + 1):
                    return None
                low, high = self.tokens[first + 1].start, self.tokens[end - 1].end
                return Source(self.page.value[low:high], low, high)
            if self.tokens[end].kind != "word":
                return None
        return None

    def _finite(self, left: int, at: int) -> int:
        """The auxiliary that opens the clause of a German participle: hat die Polizei 20 Tote gemeldet."""
        if not self._auxiliaries:
            return at
        return next((n for n in range(left, at) if "$auxiliary" in self.tokens[n].values), at)

    def _is_inverted(self, left: int, stop: int) -> bool:
        """True when only auxiliaries stand before a verb: …, a annoncé lundi le ministre."""
        return all("$auxiliary" in one.values for one in self.tokens[left:stop]) or self._is_placed(left)

    def _is_placed(self, left: int) -> bool:
        """True for a German clause that begins with a preposition or an adverb: In Berlin zählte die Polizei …"""
        if not self.names.nouns_are_capital:
            return False
        values = self.tokens[left].values
        if ("$stop" in values and "$article" not in values) or {"shift", "ref", "weekday"} & values.keys():
            return True
        return "$article" not in values and not self.names.is_capital(left)

    def _clause(self, at: int) -> tuple[int, int]:
        """Tokens in which a verb's subject can stand before it; an insertion between commas is skipped."""
        names, stop = self.names, at
        if at > 1 and self.tokens[at - 1].low == ",":  # Kim, for his part, assured
            stop = next((n for n in range(at - 2, max(at - 15, 0), -1) if names.stops(n)), at)
            if stop == at or self.tokens[stop].low != ",":
                return at, at
        left = stop
        while left > max(stop - _CLAUSE, 0) and not names.stops(left - 1):
            if "$contrast" in self.tokens[left - 1].values:
                break
            left -= 1
        return left, stop

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

    def _head(self, left: int, place: int) -> int:
        """Where the phrase of a name that only says whose begins: behind the first words that place the clause."""
        first = next((n for n in range(left, place) if "$article" in self.tokens[n].values), left)
        return first if first < place and left < first and "$stop" in self.tokens[left].values else left

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

    def _begins(self, at: int) -> bool:
        before = self.tokens[at - 1].values
        return "$article" in self.tokens[at].values and "$stop" not in before and "$whose" not in before

    def _has_noun(self, first: int, end: int) -> bool:
        return any(self.names.is_capital(n) and "$article" not in self.tokens[n].values for n in range(first, end))

    def _antecedent(self, place: int) -> Source | None:
        """Who a relative pronoun stands for: the last name before that is not only another's (X, aide of Y, who)."""
        names = self.names
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
        return names.described(first, names.phrase_end(first))

    def _noun_after(self, at: int) -> int:
        """Where the subject behind a verb begins: adverbs and times between are passed over (a annoncé lundi le …)."""
        first = at + 1
        while first < min(at + 6, len(self.tokens) - 1) and not self.names.stops(first):
            values = self.tokens[first].values
            own = {"$own", "$article"} & values.keys()
            timely = {"weekday", "wday", "ref", "unit", "part", "mon", "month"} & values.keys()
            if not timely and (
                own or self.names.mention_at(first) or self.names.is_capital(first) or self._tells(first)
            ):
                follows = self.tokens[first + 1].values
                if not (own and {"weekday", "wday"} & follows.keys()):
                    return first
                first += 1
            first += 1
        return at + 1

    def _can_open(self, at: int, own: bool) -> bool:
        return own or bool(self.names.mention_at(at)) or self.names.is_capital(at) or self._tells(at)

    def _tells(self, at: int) -> bool:
        """True for a word for who can tell, where a language has no articles: сообщил в среду представитель …"""
        token = self.tokens[at]
        return token.kind == "word" and self.names.can_say(Source(token.low, token.start, token.end), plain=False)

    def _parsed_subject(self, at: int) -> tuple[int, int] | None:
        """Token range of the verb's subject in the parse; None without a parser or a subject."""
        if self.page.doc is None:
            return None
        starts = self.names.starts
        verb = self.page.token(self.tokens[at].end - 1)
        if verb is not None and verb.pos_ == "ADP":  # spoke of
            verb = self.page.token(self.tokens[at].start)
        for _ in range(4):
            if verb is None:
                return None
            here = verb
            subjects = [child for child in here.children if child.dep_ in ("nsubj", "nsubj:pass", "nsubjpass")]
            found = min(subjects, key=lambda child: abs(child.i - here.i), default=None)
            if found is not None and found.text.lower() in _WHO and "relcl" in here.dep_:
                found = here.head  # the left, which counts 261
            if found is not None and found.text.lower() not in _WHO:
                skipped = {t.i for child in found.children if child.dep_ in _LOOSE for t in child.subtree}
                tree = [token for token in found.subtree if token.i not in skipped]
                first = bisect_right(starts, tree[0].idx) - 1
                last = bisect_right(starts, tree[-1].idx) - 1
                return max(first, 0), min(last + 1, at) if first < at else last + 1
            if verb.dep_ not in ("conj", "aux", "aux:pass", "auxpass", "advcl", "xcomp"):
                return None
            verb = verb.head
        return None

    def _together(self, first: int, at: int) -> bool:
        """True when no quotation mark and no end of a sentence stands between a subject and its verb."""
        low, high = min(first, at), max(first, at)
        return all(token.low not in QUOTES and token.low not in ".!?\n" for token in self.tokens[low:high])

    def _pronoun(self, place: int) -> Source | None:
        """The last source before; without one, the last person named."""
        token = self.tokens[place]
        if self.found:
            return Source(self.found[-1].source.name, token.start, token.end)
        index = bisect_left(self.names.places, token.start)
        person = next((one for *_, one in reversed(self.names.mentions[:index]) if one.kind == "PER"), None)
        return Source(person.refers_to or person.name, token.start, token.end) if person else None
