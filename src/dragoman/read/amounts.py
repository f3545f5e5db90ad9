"""Numbers found in a text with their unit, bound and what they count; a vague word keeps no value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.read.ballots import votes
from dragoman.read.bare import (
    is_counted,
    is_label,
    is_share,
    joins,
    parts_two,
    tallied,
    tallied_behind,
    year_anywhere,
    year_like,
)
from dragoman.read.fates import FATES, fate, fate_of_subject
from dragoman.read.inexact import FEW
from dragoman.read.neighbours import Neighbours
from dragoman.read.nouns import counted_noun, part_of, past_of, unit_of
from dragoman.read.page import Page
from dragoman.read.phrases import Phrase, is_glued
from dragoman.read.stretches import Amount, compounds, length_in
from dragoman.read.tokens import Token

__all__ = ["Amount", "Amounts"]

_MEASURED = frozenset({"duration", "quarter", "halfunit", "vague", "ago", "age"})
_THOSE = FATES | {"injured", "victim", "detained"}  # of whom some are told apart
_PUT = 12  # tokens between a verb that puts something at a number and the number
_PEOPLE = frozenset({"", "person"})  # units that say nothing of what became of them
_GENERATION = re.compile(r"G(?![\w.])|G\.(?=\s|$)")  # of networks and rules: no gram is written so
_MOVED = frozenset({"$to", "$onto"})  # from 25 to 20 percent, von 25 auf 20 Prozent


class Amounts(Neighbours):
    """The figures of one article, in reading order."""

    def __init__(
        self, page: Page, tokens: list[Token], phrases: Sequence[Phrase], bodies: frozenset[int] = frozenset()
    ) -> None:
        """`bodies`: where the names of bodies end, which may be makers with models: a Boeing 767."""
        super().__init__(page, tokens, bodies)
        self.phrases = phrases
        section = page.language.section("figures")
        self._large = frozenset(section.get("multipliers", ()))
        self._approximate = frozenset(section.get("approximate", ()))
        self._foreign = not page.language.section("dates").get("rules")
        self._counts_one = bool(section.get("counts_one"))
        self._votes: frozenset[int] = frozenset()

    def __iter__(self) -> Iterator[Amount]:
        taken, tokens = self._taken, self.tokens
        lengths: list[Amount] = []
        for phrase in self.phrases:
            taken[phrase.first : phrase.last + 1] = b"\1" * (phrase.last + 1 - phrase.first)
            found = length_in(tokens, phrase) if phrase.op in _MEASURED else None
            led = phrase.op == "age" and "$aged" in tokens[phrase.first - 1].values
            if led and found is None:  # aged 45: a number of its own, aged 18 to 35 an interval
                taken[phrase.first : phrase.last + 1] = bytes(phrase.last + 1 - phrase.first)
            if found and found.unit == "hour" and self._is_clock_time(phrase):
                continue
            if found and not self._is_praised(found, phrase):
                found.age = phrase.op == "age" or (found.unit == "year" and self._is_of_somebody(found.first))
                lengths += self._sharing(found, phrase)
                self._reach_back(found, phrase)
                lengths.append(self._stretched(found, phrase) or self._bounded(found, found.first))
        yield from compounds(tokens, lengths)
        self._votes = votes(self.page, tokens)
        at = 0
        last: Amount | None = None
        while at < len(tokens):
            found, step = (None, 1) if taken[at] else self._one(at)
            found = self._taken_back(found, at, last)
            if found:
                if not found.unit and self._is_of_those(at, step) and not self._part_of_those(found, at + step, last):
                    at += step
                    continue  # "for 13 of them" where nobody was counted
                self._ended, last = found.end, found
                if found.unit in _PEOPLE and not found.part:
                    found.unit = self._fate(found.first, self._past_whole(at + step)) or found.unit
                yield found
            at += step

    def _one(self, at: int) -> tuple[Amount | None, int]:
        """The figure that begins at a token, and how many tokens it uses."""
        token = self.tokens[at]
        before = self.tokens[at - 1].values if at else {}
        if (
            "$several" in before
            and "$bounds" not in before
            and token.low in self._large
            and "$vague" not in token.values
        ):
            return self._vague(at)
        if "num" in token.values and token.kind == "number" and ("$vague" not in token.values or "$bounds" in before):
            return self._number(at)
        if "$vague" in token.values and not (at and self.tokens[at - 1].kind == "number"):
            return self._vague(at)
        if "ordinal" in token.values:
            return self._ordinal(at)
        return None, 1

    def _number(self, at: int) -> tuple[Amount | None, int]:
        tokens, token = self.tokens, self.tokens[at]
        value = float(token.values["num"])
        if at in self._votes:
            return self._vote(at, value)
        if self._foreign and year_anywhere(token):
            return None, 1  # Fabrika 2019 yılında kapandı: no words of the language tell a year from a count
        if is_share(tokens, at):
            return self._share(at, value)
        if (scaled := self._scaled(at, value)) is not None:
            return scaled, 1
        if (parts := self._fraction(at, value)) is not None:
            return parts
        if (
            is_glued(tokens, at)
            or self._is_generation(token)
            or self._is_model(at)
            or is_label(tokens, at, dated=bool(at and self._taken[at - 1]))
            or (value == 1 and not self._counts_as_one(at))
        ):
            return None, 1
        amount = Amount(token.start, token.end, value, at)
        if self._approximate and self.page.value[token.start : token.end].lower().split()[-1] in self._approximate:
            amount.bound = "about"
        stop = at + 1
        if stop + 1 < len(tokens) and joins(tokens, at) and not self._taken[stop + 1]:
            second = float(tokens[stop + 1].values["num"])
            if second > value:
                scale = _scale(tokens[stop + 1]) if tokens[stop + 1].symbol != token.symbol else 1
                amount.value = value * scale if value < second / scale else value  # 650 to 750 million
                amount.upto, amount.end, stop = second, tokens[stop + 1].end, stop + 2
                if at and parts_two(tokens[at - 1]) and "$and" in tokens[at + 1].values:
                    amount.start = tokens[at - 1].start
        if marked := self._ranks(stop, token.end):
            return self._ranked(at, marked, value)
        found = self._counted(amount, at, stop)
        if (found is None or not found[0].of) and self._aged(amount, at):
            return self._bounded(amount, at), max(stop - at, 1)
        return (found[0], max(found[1] - at, 1)) if found else (None, 1)

    def _is_clock_time(self, phrase: Phrase) -> bool:
        """True for an hour of the day, no length: à quatre heures du matin, в четыре часа утра."""
        behind = self.tokens[phrase.last + 1 : phrase.last + 4]
        of = bool(behind) and "$of" in behind[0].values
        return any("$of_day" in token.values for token in behind[: 3 if of else 1])

    def _is_generation(self, token: Token) -> bool:
        """True for what a number and a capital G name together: 5G, a 2G rule."""
        end = token.end
        return token.low[-1].isdigit() and _GENERATION.match(self.page.value, end) is not None

    def _counts_as_one(self, at: int) -> bool:
        """True for a one in digits, or a word for one in a row of figures: 41 civilians and a policeman."""
        tokens = self.tokens
        if tokens[at].low[0].isdigit():
            return True
        if at + 1 >= len(tokens) or tokens[at + 1].kind != "word" or "$stop" in tokens[at + 1].values:
            return False
        if at > 1 and "$joint" in tokens[at - 1].values and tokens[at - 2].end == self._ended:
            return True
        return self._counts_one and at > 0 and not {"~past", "$bare"}.isdisjoint(tokens[at - 1].values)

    def _counted(self, amount: Amount, at: int, stop: int) -> tuple[Amount, int] | None:
        """The amount with what it counts, one past its last token; None when it counts nothing."""
        page, tokens = self.page, self.tokens
        before = tokens[at - 1] if at else None
        if before is not None and before.values.get("$money") and self._is_mark(before):
            amount.unit, amount.of, amount.start = str(before.values["$money"]), before.low, before.start
            return self._rated(self._bounded(amount, at - 1), stop)
        if glued := self._glued_noun(stop, amount):
            return glued
        after = past_of(tokens, stop)
        for place in dict.fromkeys((stop, after)):
            unit = tokens[place].values.get("$money") if place < len(tokens) else None
            if unit:
                amount.unit, amount.of, amount.end = str(unit), tokens[place].low, tokens[place].end
                return self._rated(self._bounded(amount, at), place + 1)
        repeated = (amount.value or 0) > FEW and stop < len(tokens) and "$times" in tokens[stop].values
        if repeated and not (stop + 1 < len(tokens) and "$than" in tokens[stop + 1].values):
            amount.of, amount.unit, amount.end = tokens[stop].low, "time", tokens[stop].end
            return self._bounded(amount, at), stop + 1
        round_one = (amount.value or 0) >= 1000 or amount.bound == "about"
        noun = counted_noun(page, tokens, after if round_one else stop) or self._late_noun(at, stop)
        part = None if noun else part_of(page, tokens, stop)
        if noun or part:
            first, last, head = noun or part or (stop, stop, stop)
            few = amount.upto is None and amount.value is not None and amount.value <= FEW
            if few and before is not None and "$definite" in before.values:
                return None
            amount.of = " ".join(page.value[tokens[first].start : tokens[last].end].split())
            amount.unit = unit_of(page, tokens[head])
            if part and amount.unit in _THOSE:  # five of the 21 wounded are no count of the wounded
                amount.unit, amount.part = "", True
                amount.of = " ".join(page.value[tokens[stop].start : tokens[last].end].split())
            if any(one.kind == "number" for one in tokens[stop:first]):  # 25 of its 1.5 million customers
                return self._bounded(amount, at), stop
            amount.end = tokens[last].end
            return self._rated(self._bounded(amount, at), last + 1)
        if stop < len(tokens) and "$bare" in tokens[stop].values:
            return self._bounded(amount, at), stop
        if stop + 1 < len(tokens) and "$times" in tokens[stop].values and "$than" in tokens[stop + 1].values:
            amount.unit, amount.of, amount.end = "times", tokens[stop].low, tokens[stop].end
            return self._bounded(amount, at), stop + 1
        sure = (
            bool(self._fate(at, stop))
            or self._is_rest(at, stop)
            or self._is_part(stop)
            or is_counted(page, tokens, at, stop)
            or self._is_changed(at, stop)
        )
        named = self._bounded(amount, at)
        large = max(amount.value or 0, amount.upto or 0) >= 1000 and not (
            "text" in tokens[at].values and _four_digits(tokens[at])
        )
        if sure or large or named.bound != "exactly" or self._governs(at):
            if counts := tallied(tokens, at) or tallied_behind(tokens, stop):
                named.of, named.unit = counts.low, str(counts.values["$counted"])
            return named, stop
        return self._like_next(amount, at, stop)

    def _like_next(self, amount: Amount, at: int, stop: int) -> tuple[Amount, int] | None:
        """The amount with the noun of the number joined to it: 12 and 15 engineers; it fell from 25 to 20 percent."""
        tokens = self.tokens
        if stop + 1 >= len(tokens) or "num" not in tokens[stop + 1].values:
            return None
        moved = at > 0 and "$between" in tokens[at - 1].values and not _MOVED.isdisjoint(tokens[stop].values)
        if "$joint" not in tokens[stop].values and not moved:
            return None
        second = tokens[stop + 1]
        if second.kind != "number" or self._taken[stop + 1] or year_like(tokens[at]) or is_glued(tokens, stop + 1):
            return None
        other = self._counted(
            Amount(second.start, second.end, float(second.values["num"]), stop + 1), stop + 1, stop + 2
        )
        if other is None or not other[0].unit or not other[0].of:
            return None
        amount.unit, amount.of = other[0].unit, other[0].of
        return self._bounded(amount, at), stop

    def _fate(self, first: int, stop: int) -> str:
        """Dead, wounded or missing, where the verb or the subject of a number says so."""
        tokens = self.tokens
        if year_like(tokens[first]) or float(tokens[first].values.get("num", 0)) % 1:
            return ""
        return fate(tokens, first, stop, verb_last=self._verb_last) or fate_of_subject(tokens, first)


def _four_digits(token: Token) -> bool:
    text = token.values["text"]
    return year_like(token) or (len(text) == 4 and text.isdigit())


def _scale(token: Token) -> float:
    """The multiplier in a number of digits and word: 5 in "3 to 5 million" scales 3 as well."""
    value = float(token.values["num"])
    scale = 1.0
    while value >= 1000:
        value, scale = value / 1000, scale * 1000
    return scale
