"""Where the clause of a verb begins, what may stand before its verb, and its parsed subject."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dragoman.read.claimnames import QUOTES, Names
from dragoman.read.informants import Source

__all__ = ["Clauses"]

_LOOSE = frozenset({"relcl", "acl", "acl:relcl", "acl:cl", "advcl", "punct"})  # dependents that do not name a subject
_CLAUSE = 22  # tokens before a verb in which its subject can begin, a relative clause included
_BRACKET = 8  # tokens of an insertion in brackets between a subject and its verb
_WHO = ("who", "which", "that", "qui", "que")


class Clauses:
    """The clauses of one article around its verbs of saying."""

    def __init__(self, names: Names) -> None:
        self.names, self.tokens, self.page = names, names.tokens, names.page
        self._auxiliaries = bool(self.page.language.section("figures").get("verb_last"))

    def _quoted_name(self, at: int) -> Source | None:
        """A body with a name in marks before a verb: палата «Атамекен» оценила, “Radio Kivu” counted, „Kivu“ zählt."""
        for end in range(at - 1, max(at - 4, 0), -1):
            if self.tokens[end].low in "»”“":
                opening = "«“„" if self.tokens[end].low != "“" else "„"
                first = next((n for n in range(end - 1, max(end - 6, -1), -1) if self.tokens[n].low in opening), -1)
                if first < 0 or end - first < 2 or not self.names.is_capital(first + 1):
                    return None
                low, high = self.tokens[first + 1].start, self.tokens[end - 1].end
                return Source(self.page.value[low:high], low, high)
            if self.tokens[end].kind != "word" or "$joint" in self.tokens[end].values:
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
        while left > max(stop - _CLAUSE, 0):
            if self.tokens[left - 1].low == ")":  # the institute (IW) estimates
                left = next((n for n in range(left - 2, max(left - _BRACKET, -1), -1) if self.tokens[n].low == "("), -1)
                if left < 0:
                    return at, at
                continue
            if names.stops(left - 1) or "$contrast" in self.tokens[left - 1].values:
                break
            left -= 1
        return left, stop

    def _head(self, left: int, place: int) -> int:
        """Where the phrase of a name that only says whose begins: behind the first words that place the clause."""
        first = next((n for n in range(left, place) if "$article" in self.tokens[n].values), left)
        return first if first < place and left < first and "$stop" in self.tokens[left].values else left

    def _begins(self, at: int) -> bool:
        before = self.tokens[at - 1].values
        return "$article" in self.tokens[at].values and "$stop" not in before and "$whose" not in before

    def _has_noun(self, first: int, end: int) -> bool:
        return any(self.names.is_capital(n) and "$article" not in self.tokens[n].values for n in range(first, end))

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
                stop = bisect_left(starts, tree[-1].idx + len(tree[-1].text))  # sud-coréen is three tokens of ours
                return max(first, 0), min(stop, at) if first < at else stop
            if verb.dep_ not in ("conj", "aux", "aux:pass", "auxpass", "advcl", "xcomp"):
                return None
            verb = verb.head
        return None

    def _together(self, first: int, at: int) -> bool:
        """True when no quotation mark and no end of a sentence stands between a subject and its verb."""
        low, high = min(first, at), max(first, at)
        return all(token.low not in QUOTES and token.low not in ".!?\n" for token in self.tokens[low:high])
