"""Amounts that are no plain number: vague words, ranks, votes, shares, steps on a scale; bounds before a number."""

from __future__ import annotations

from math import gcd

from dragoman.read.nouns import counted_noun, past_of, unit_of
from dragoman.read.page import Page
from dragoman.read.phrases import Phrase
from dragoman.read.stretches import Amount
from dragoman.read.tokens import Token

__all__ = ["FEW", "Inexact"]

_ASKED = 5  # tokens from a survey to those it asked: "Umfrage des HDE unter 1100 Händlern"
_NEGATED = 2  # tokens before "exceed" in which it may be denied: "does not exceed", "n'excède"
_NEAR_VERB = 6  # tokens from a number to the verb that ends its clause
_LINKS = frozenset({"$of", "$bare"})
_GOVERNED = 10  # tokens between a verb and its preposition; German puts the verb at the end
_SCALED = frozenset({"$of", "$copula", "$article", "$linking"})
_BEFORE_WHOLE = frozenset({"$of", "$article", "$definite", "$genitive", "$own"})
_SCALE = 4  # tokens from "magnitude" to its number: of, was, von
_STRONGEST = 10  # no quake was stronger
FEW = 3  # "the two leaders" point back at those named; more than these are counted
_SPREAD = 8  # tokens between a sum and the stretch it is spread over


class Inexact:
    """The tokens of one article, and what in them is vague, ranked, scaled or bounded."""

    def __init__(self, page: Page, tokens: list[Token]) -> None:
        self.page, self.tokens = page, tokens
        self._verb_last = bool(page.language.section("figures").get("verb_last"))

    def _vague(self, at: int) -> tuple[Amount | None, int]:
        """Thousands of …, des milliers de …, several hundred: the word is kept, the value is not known."""
        page, tokens, token = self.page, self.tokens, self.tokens[at]
        stop = at + 1
        while stop + 1 < len(tokens) and "$vague" in tokens[min(past_of(tokens, stop), len(tokens) - 1)].values:
            stop = past_of(tokens, stop) + 1  # hundreds of thousands of
        before = tokens[at - 1].values if at else {}
        several = "$several" in before
        noun = counted_noun(page, tokens, past_of(tokens, stop))
        closed = stop >= len(tokens) or tokens[stop].low in ",.;:!?)»”\n"
        linked = stop < len(tokens) and not _LINKS.isdisjoint(tokens[stop].values)
        free = closed and at > 0 and "$definite" not in before
        if not (linked or several or free or noun or stop > at + 1):
            return None, 1
        start = at - 1 if "$indefinite" in before or several else at
        named = tokens[start].start if several else token.start  # varios miles, but des milliers: milliers
        words = page.value[named : tokens[stop - 1].end].lower()
        amount = Amount(tokens[start].start, tokens[stop - 1].end, None, start, bound="vague", vague=words)
        if noun is None:
            kept = several or closed or stop > at + 1 or "$bare" in tokens[stop].values
            return (amount, stop - at) if kept else (None, 1)
        first, last, head = noun
        amount.of, amount.end = " ".join(page.value[tokens[first].start : tokens[last].end].split()), tokens[last].end
        amount.unit = str(tokens[head].values.get("$money") or unit_of(page, tokens[head]))
        return amount, last + 1 - at

    def _ordinal(self, at: int) -> tuple[Amount | None, int]:
        tokens = self.tokens
        value = float(tokens[at].values["ordinal"])
        capital = self.page.value[tokens[at].start].isupper()
        every = at > 0 and "$every" in tokens[at - 1].values  # every fifth train
        if value < 2 or every or (capital and at and tokens[at - 1].low not in ".!?\n"):
            return None, 1
        return self._ranked(at, at + 1, value)

    def _ranks(self, stop: int, end: int) -> int:
        """One past the ending that makes digits a rank, else 0: 31st, 31e, 31-м."""
        tokens, dashed = self.tokens, stop < len(self.tokens) and self.tokens[stop].low in "-‑"
        place = stop + dashed
        if place >= len(tokens) or "$ordinal_mark" not in tokens[place].values:
            return 0
        return place + 1 if tokens[stop].start == end and tokens[place].start == end + dashed else 0

    def _ranked(self, at: int, place: int, value: float) -> tuple[Amount | None, int]:
        """Second visit, 24e mission: what comes how manieth; idioms and parts of time are none."""
        page, tokens = self.page, self.tokens
        if place >= len(tokens) or "$unranked" in tokens[place].values or "unit" in tokens[place].values:
            return None, 1
        noun = counted_noun(page, tokens, place)
        if noun is None or (page.value[tokens[noun[2]].start].isupper() and page.language.code != "de"):
            return None, 1
        last = noun[1]
        of = " ".join(page.value[tokens[place].start : tokens[last].end].split())
        return Amount(tokens[at].start, tokens[last].end, value, at, unit="ordinal", of=of), last + 1 - at

    def _bounded(self, amount: Amount, at: int) -> Amount:
        """The amount with the bound written before it."""
        tokens, place = self.tokens, at - 1
        if place >= 0 and "$article" in tokens[place].values and "$bounds" not in tokens[place].values:
            place -= 1
        over = place - (place > 0 and "$negated" in tokens[place].values)  # "n'excède | pas"
        if over >= 0 and "$exceeds" in tokens[over].values and amount.bound == "exactly":
            denied = any("$negated" in token.values for token in tokens[max(over - _NEGATED, 0) : place + 1])
            amount.bound = "at_most" if denied else "more_than"  # the toll passes 200, no superan los 300
            return amount
        if self._verb_last and amount.bound == "exactly" and (bound := self._exceeded(at)):
            amount.bound = bound
            return amount
        for where in (at, place):
            near = where >= 0 and tokens[where].end <= amount.start + len(tokens[where].low)
            if near and "$bounds" in tokens[where].values:
                if self._governs(where + 1) or self._is_place(where) or self._is_asked(where):
                    break
                if amount.bound != "vague":
                    amount.bound = str(tokens[where].values["$bounds"])
                    if amount.bound == "at_most" and _is_reached(tokens, where):
                        amount.bound = "exactly"
                if not self._is_verb(where):
                    amount.start = min(amount.start, tokens[where].start)
                break
        return amount

    def _exceeded(self, at: int) -> str:
        """The bound of a verb that ends the clause of its number: darf 2.000 Soldaten nicht übersteigen; else none."""
        tokens = self.tokens
        for place in range(at + 1, min(at + _NEAR_VERB, len(tokens))):
            if tokens[place].low in ".,;:!?\n" or tokens[place].kind == "number":
                return ""
            if "$exceeds" in tokens[place].values:
                return "at_most" if "$negated" in tokens[place - 1].values else "more_than"
        return ""

    def _is_verb(self, at: int) -> bool:
        """True for a bound that is the verb of a source: police estimated 200,000, but an estimated 200,000."""
        values = self.tokens[at].values
        before = self.tokens[at - 1] if at else None
        return "$claims" in values and before is not None and before.kind == "word" and "$stop" not in before.values

    def _is_place(self, at: int) -> bool:
        """True for a bound that an article parts from its number: under the 144-page deal, not hasta los 90 puntos."""
        values = self.tokens[at].values
        parted = at + 1 < len(self.tokens) and {"$article", "$definite"} <= self.tokens[at + 1].values.keys()
        return parted and values["$bounds"] in ("less_than", "more_than")

    def _is_asked(self, at: int) -> bool:
        """True for those a survey asked, no bound: eine Umfrage unter 1100 Händlern."""
        if self.tokens[at].values["$bounds"] != "less_than":
            return False
        return any("$polls" in token.values for token in self.tokens[max(at - _ASKED, 0) : at])

    def _governs(self, at: int) -> bool:
        """True when the word before a number is its verb's preposition, not a bound: verfügt über 62 Sitze."""
        tokens = self.tokens
        if not at or "$preposition" not in tokens[at - 1].values:
            return False
        low, high = self.page.sentence(tokens[at].start)
        if not self._verb_last:  # a dispute over two annexes: the noun stands right before
            return any("$governing" in token.values for token in tokens[max(at - 2, 0) : at - 1])
        near = tokens[max(at - _GOVERNED, 0) : at + _GOVERNED]
        return any("$governing" in token.values for token in near if low <= token.start < high)

    def _vote(self, at: int, value: float) -> tuple[Amount, int]:
        """One side of a vote, with the word for votes where it stands."""
        tokens, token = self.tokens, self.tokens[at]
        amount = Amount(token.start, token.end, value, at, unit="vote")
        if at + 1 < len(tokens) and "$votes" in tokens[at + 1].values:
            amount.of, amount.end = tokens[at + 1].low, tokens[at + 1].end
            return amount, 2
        if at + 1 < len(tokens) and "$against" in tokens[at + 1].values and "$bare" in tokens[at + 1].values:
            amount.end = tokens[at + 1].end  # 29 en contra
        return amount, 1

    def _glued_noun(self, stop: int, amount: Amount) -> tuple[Amount, int] | None:
        """The amount with the noun that a hyphen ties to it: a 144-page deal, a seven-party coalition."""
        tokens = self.tokens
        if stop + 2 >= len(tokens) or tokens[stop].low not in "-‑" or (amount.value or 0) <= FEW:
            return None
        noun = tokens[stop + 1]
        tied = tokens[stop].start == amount.end and noun.start == tokens[stop].end and noun.kind == "word"
        if not tied or not noun.low.isalpha() or "$stop" in noun.values or "ordinal" in noun.values:
            return None
        if not self.page.value[noun.start].islower() or (
            tokens[stop + 2].kind != "word" and tokens[stop + 2].low not in "-‑"
        ):
            return None
        if "$years_old" in noun.values:
            amount.of, amount.unit, amount.end, amount.age = noun.low, "year", noun.end, True  # 70-летний
            return amount, stop + 2
        amount.of, amount.unit, amount.end = noun.low, str(noun.values.get("$counted") or noun.low), noun.end
        return amount, stop + 2

    def _share(self, at: int, value: float) -> tuple[Amount, int]:
        """A part of so many, as a percentage: one in five trains."""
        tokens, token = self.tokens, self.tokens[at]
        noun = counted_noun(self.page, tokens, at + 3)
        last = noun[1] if noun else at + 2
        of = " ".join(self.page.value[tokens[at + 3].start : tokens[last].end].split()) if noun else ""
        percent = 100 * value / float(tokens[at + 2].values["num"])
        return Amount(token.start, tokens[last].end, percent, at, unit="percent", of=of, bound="about"), last + 1 - at

    def _fraction(self, at: int, value: float) -> tuple[Amount | None, int] | None:
        """Several parts of a whole as a percentage: two-thirds of the ocean, zwei Drittel, las tres cuartas partes."""
        tokens = self.tokens
        tied = at + 1 < len(tokens) and tokens[at + 1].low in "-‑" and tokens[at + 1].start == tokens[at].end
        place = at + 1 + tied
        parts = tokens[place].values.get("$fractions") if place < len(tokens) else None
        if parts is None or not 1 < value < parts or gcd(int(value), parts) > 1 or value % 1:
            return None
        if "unit" in tokens[place].values and not tied:  # three quarters later
            return None
        behind = tokens[place + 1] if place + 1 < len(tokens) else None
        if tied and behind is not None and behind.kind == "word" and "$stop" not in behind.values:
            return None, place + 1 - at  # a two-thirds majority
        amount = Amount(tokens[at].start, tokens[place].end, round(100 * value / parts, 1), at, unit="percent")
        noun = counted_noun(self.page, tokens, self._past_articles(place + 1))
        amount.of = " ".join(self.page.value[tokens[noun[0]].start : tokens[noun[1]].end].split()) if noun else ""
        amount = self._bounded(amount, at)
        amount.bound = "about" if amount.bound == "exactly" else amount.bound
        return amount, place + 1 - at

    def _past_articles(self, at: int) -> int:
        """One past "of the"."""
        while at < len(self.tokens) and not _BEFORE_WHOLE.isdisjoint(self.tokens[at].values):
            at += 1
        return at

    def _scaled(self, at: int, value: float) -> Amount | None:
        """A step on a scale: magnitude 7.8, a 7.4-magnitude quake, der Stärke 6,7."""
        tokens, place = self.tokens, at - 1
        if value == 1 and not tokens[at].low[0].isdigit():  # une magnitude de 7,6
            return None
        while place > max(at - _SCALE, 0) and "$scale" not in tokens[place].values and self._is_link(place):
            place -= 1
        behind = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].low in "-‑")
        found = next((n for n in (place, behind) if 0 <= n < len(tokens) and "$scale" in tokens[n].values), None)
        if found is None or not 0 < value <= _STRONGEST:
            return None
        first, last = min(at, found), max(at, found)
        return Amount(tokens[first].start, tokens[last].end, value, at, unit="magnitude", of=tokens[found].low)

    def _is_link(self, at: int) -> bool:
        return (
            not {"$of", "$copula", "$article"}.isdisjoint(self.tokens[at].values)
            or "$linking" in self.tokens[at].values
        )

    def _stretched(self, amount: Amount, phrase: Phrase) -> Amount | None:
        """The bare stretch behind a sum or rate that is spread over it: 500 million over twelve years."""
        first = self.tokens[phrase.first]
        spread = first.values.get("$bounds") == "more_than" and "$spread" in first.values
        if not spread or phrase.first == phrase.last:
            return None
        for token in reversed(self.tokens[max(phrase.first - _SPREAD, 0) : phrase.first]):
            if token.low in ",;:.!?\n":
                return None
            if token.kind == "number":
                amount.start = self.tokens[phrase.first + 1].start
                return amount
        return None


def _is_reached(tokens: list[Token], at: int) -> bool:
    """True for a value that something rose or fell to: subió hasta los 90 puntos."""
    return any("$reached" in token.values for token in tokens[max(at - 4, 0) : at])
