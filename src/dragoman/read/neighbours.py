"""What a number owes to those beside it: one noun for two, a part of the figure before, the model of a maker."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.read.bare import parts_two, year_like
from dragoman.read.inexact import Inexact
from dragoman.read.nouns import LENGTHS, Noun, counted_noun, past_of, unit_of
from dragoman.read.page import Page
from dragoman.read.phrases import Phrase
from dragoman.read.stretches import Amount
from dragoman.read.takenback import is_denied
from dragoman.read.tokens import Token

__all__ = ["Neighbours"]

_REST = 60  # characters between a figure and a part of it that stands without a noun
_LED, _OLDEST = 4, 120  # tokens from a word for an age to its number; nobody is older
_SMALL = frozenset({"$stop", "$between"})
_MODEL = 100  # models have such numbers; "NATO 30 tanks" is a count
_WHOLE = 3  # tokens behind a part in which its whole is counted: of the 67, der rund 67
_SYMBOLS = {"h": "TH", "s": "TS", "ч": "TH", "с": "TS"}  # behind a stroke: 60 km/h
_CODE = 3  # letters of a currency's code
_MOVED = 10  # a rise by less may be of anything: rose 2 places


class Neighbours(Inexact):
    """The tokens of one article, and what in them belongs to a figure beside; `bodies` as in `Amounts`."""

    def __init__(self, page: Page, tokens: list[Token], bodies: frozenset[int] = frozenset()) -> None:
        super().__init__(page, tokens)
        self._bodies = bodies
        self._latin = page.language.section("figures").get("script", "latin") == "latin"
        self._taken = bytearray(len(tokens))
        self._ended = -1  # where the figure before ends

    def _reach_back(self, amount: Amount, phrase: Phrase) -> None:
        """Makes an interval of a stretch with another number before it: two to three weeks, between 18 and 35 years."""
        tokens, at = self.tokens, phrase.first - 2
        if at < 0 or "num" not in tokens[at].values or amount.value is None:
            return
        between = at > 0 and parts_two(tokens[at - 1]) and "$and" in tokens[at + 1].values
        if "$to" not in tokens[at + 1].values and not between:
            return
        low = float(tokens[at].values["num"])
        if tokens[at].kind == "number" and low < amount.value and not year_like(tokens[at]):
            start = tokens[at - 1 if between else at].start  # the words alone must tell that it is an interval
            amount.upto, amount.value, amount.start, amount.first = amount.value, low, start, at
            self._taken[at] = 1

    def _aged(self, amount: Amount, at: int) -> bool:
        """Makes years of bare numbers that a word for an age leads: ages 55 to 65, between the ages of 18 and 35."""
        tokens, place = self.tokens, at - 1
        while place > max(at - _LED, 0) and not _SMALL.isdisjoint(tokens[place].values):
            place -= 1
        if place < 0 or "$aged" not in tokens[place].values or not 0 < (amount.value or 0) < _OLDEST:
            return False
        amount.unit, amount.age = "year", True
        ranged = amount.upto is None and any("$between" in token.values for token in tokens[max(place - 2, 0) : at])
        if ranged and at + 2 < len(tokens) and "$and" in tokens[at + 1].values and tokens[at + 2].kind == "number":
            second = float(tokens[at + 2].values["num"])
            if self._taken[at + 2]:
                return False  # the years behind the second number are read with it
            if (amount.value or 0) < second < _OLDEST:
                amount.upto, amount.end, self._taken[at + 2] = second, tokens[at + 2].end, 1
        return True

    def _is_of_somebody(self, at: int) -> bool:
        """True for years behind one person or "the age of": un garçon de 3 ans, мальчик 3 лет."""
        place = at - 1
        if place > 0 and "$old_of" in self.tokens[place].values:
            place -= 1
        values = self.tokens[place].values if place >= 0 else {}
        return "$somebody" in values or "$aged" in values

    def _late_noun(self, at: int, stop: int) -> Noun | None:
        """The noun behind its article where a verb puts it at a number: cifró en 2.316 los fallecidos."""
        tokens = self.tokens
        if stop + 1 >= len(tokens) or "$definite" not in tokens[stop].values or tokens[stop + 1].kind != "word":
            return None
        if "$tally" in tokens[stop + 1].values or not any(
            "$puts" in one.values for one in tokens[max(at - 12, 0) : at]
        ):
            return None
        return counted_noun(self.page, tokens, stop + 1)

    def _is_part(self, stop: int) -> bool:
        """True before "of" and another number: 60 of its 6,500 lost money."""
        place = past_of(self.tokens, stop)
        if place == stop or place + 1 >= len(self.tokens) or self.tokens[place + 1].kind != "number":
            return False
        return not {"$definite", "$own", "$article"}.isdisjoint(self.tokens[place].values)

    def _is_rest(self, at: int, stop: int) -> bool:
        """True for a part of the figure before: 434 reports, 261 of them by now cleared up; not an age (Kim, 45, …)."""
        tokens = self.tokens
        if at < 2 or tokens[at - 1].low != "," or stop >= len(tokens) or tokens[stop].kind != "word":
            return False
        return 0 <= tokens[at].start - self._ended < _REST and not year_like(tokens[at])

    def _sharing(self, amount: Amount, phrase: Phrase) -> Iterator[Amount]:
        """Another length that "and" joins to a stretch: the men are 31 and 22 years old."""
        tokens, at = self.tokens, phrase.first - 2
        if at < 0 or "$joint" not in tokens[at + 1].values or amount.value is None or amount.unit == "":
            return
        one = tokens[at]
        if at > 0 and parts_two(tokens[at - 1]):
            return  # one interval
        if one.kind == "number" and "num" in one.values and not self._taken[at] and not year_like(one):
            self._taken[at] = 1
            yield Amount(
                one.start, one.end, float(one.values["num"]), at, unit=amount.unit, of=amount.of, age=amount.age
            )

    def _is_praised(self, amount: Amount, phrase: Phrase) -> bool:
        """True for a day that is only described, not counted: hoy es un día histórico, une journée historique."""
        tokens, behind = self.tokens, phrase.last + 1
        if amount.value != 1 or "a" not in tokens[amount.first].values or behind >= len(tokens):
            return False
        token = tokens[behind]
        if token.kind != "word" or token.values.keys() - {"$record"}:  # une journée meurtrière
            return False
        if self.page.doc is not None:
            parsed = self.page.token(token.start)
            first = self.page.language.section("figures").get("noun_first")
            return bool(first) and parsed is not None and parsed.pos_ == "ADJ"
        return any("$be" in one.values for one in tokens[max(amount.first - 2, 0) : amount.first])

    def _is_of_those(self, at: int, step: int) -> bool:
        """True for a part of those counted before: davon 155, 14 of them."""
        around = (at - 1, at + step)
        return any(0 <= place < len(self.tokens) and "$including" in self.tokens[place].values for place in around)

    def _taken_back(self, found: Amount | None, at: int, last: Amount | None) -> Amount | None:
        """The figure, of a bare number set against the one before with what that counts: 78 dead, not 79."""
        token = self.tokens[at]
        if (found and found.unit) or last is None or self._taken[at] or token.kind != "number" or year_like(token):
            return found
        near = 0 <= token.start - last.end < _REST and self.page.sentence(token.start)[0] <= last.start
        if not near or not last.unit or not is_denied(self.tokens, at):
            return found
        made = found or Amount(token.start, token.end, float(token.values["num"]), at)
        made.unit, made.of = last.unit, last.of
        return made

    def _part_of_those(self, part: Amount, stop: int, whole: Amount | None) -> bool:
        """Give a part of those counted before its noun: its own (17 of them children), else the whole's; False if none.

        158 Tote, davon 155 in der Stadt; 14 of them.
        """
        own = self._those_are(stop)
        if own:
            first, last, head = own
            part.unit, part.end = unit_of(self.page, self.tokens[head]), self.tokens[last].end
            part.of = " ".join(self.page.value[self.tokens[first].start : part.end].split())
        elif whole:
            part.unit, part.of = whole.unit, whole.of
        return bool(own or whole)

    def _those_are(self, stop: int) -> Noun | None:
        """What a part of them is, told behind it: 17 of them children, 17 von ihnen waren Kinder, 17 из них — дети."""
        tokens, place = self.tokens, stop + 1
        if stop >= len(tokens) or "$including" not in tokens[stop].values:
            return None
        while place < len(tokens) and ({"$copula", "$be"} & tokens[place].values.keys() or tokens[place].low in "—–"):
            place += 1
        if place > stop + 1 and place < len(tokens) and {"$article", "$of"} & tokens[place].values.keys():
            place += 1  # étaient des pompiers
        noun = counted_noun(self.page, tokens, place)
        if noun is None or "$counted" in tokens[noun[2]].values or place > stop + 1:
            return noun
        section = self.page.language.section("figures")
        if self.page.doc is not None or section.get("capital_nouns"):
            return noun
        closed = noun[1] + 1 >= len(tokens) or tokens[noun[1] + 1].kind != "word"
        return noun if closed and section.get("plural_endings") else None

    def _past_whole(self, stop: int) -> int:
        """One past the whole that a number is part of: 38 der 67 Menschen an Bord kamen ums Leben."""
        near = range(stop, min(stop + _WHOLE, len(self.tokens)))
        number = next((place for place in near if self.tokens[place].kind == "number"), None)
        if number is None or {"$genitive", "$of"}.isdisjoint(self.tokens[stop].values):
            return stop
        return number + 1

    def _is_changed(self, at: int, stop: int) -> bool:
        """True for what something rose or fell by, in points: the index fell 344.65 at the close."""
        tokens = self.tokens
        if not at or "$changed" not in tokens[at - 1].values or year_like(tokens[at]):
            return False
        closed = stop >= len(tokens) or tokens[stop].kind != "word" or "$stop" in tokens[stop].values
        return closed and float(tokens[at].values["num"]) >= _MOVED

    def _is_titled(self, at: int) -> bool:
        """True for one proper name in the singular behind a number: the 737 Max is no count of Max."""
        if (
            self.page.doc is None
            or at >= len(self.tokens)
            or self.page.language.section("figures").get("capital_nouns")
        ):
            return False
        parsed, token = self.page.token(self.tokens[at].start), self.tokens[at]
        proper = parsed is not None and parsed.pos_ == "PROPN" and "Number=Plur" not in str(parsed.morph)
        behind = self.page.token(self.tokens[at + 1].start) if at + 1 < len(self.tokens) else None
        alone = behind is None or behind.pos_ not in ("NOUN", "PROPN", "ADJ")
        return proper and alone and not token.values and self.page.value[token.start].isupper()

    def _is_model(self, at: int) -> bool:
        """True for the model of a maker: a Boeing 767; Embraer 190 авиакомпании; the 737 Max."""
        tokens, token = self.tokens, self.tokens[at]
        text = str(token.values.get("text", ""))
        if not text.isdigit() or float(text) < _MODEL or not at:
            return False
        before, first = tokens[at - 1], tokens[max(at - 2, 0)]
        if before.end in self._bodies or self._is_titled(at + 1):
            return True
        return not self._latin and before.low.isascii() and before.low.isalpha() and "$stop" not in first.values

    def _is_mark(self, token: Token) -> bool:
        """True for what marks a sum from before: $, US$, EUR."""
        written = self.page.value[token.start : token.end]
        code = written.isupper() and len(written) == _CODE
        return (
            token.kind == "mark" or not token.low.isalpha() or code or (len(written) < _CODE and written[0].isupper())
        )

    def _rated(self, amount: Amount, stop: int) -> tuple[Amount, int]:
        """The amount with the time it is for: $50 a day, 25 Millionen Euro am Tag, 60 km/h."""
        tokens = self.tokens
        if stop + 1 >= len(tokens):
            return amount, stop
        stroke = tokens[stop].low == "/" and tokens[stop].start == amount.end == tokens[stop + 1].start - 1
        unit = _SYMBOLS.get(tokens[stop + 1].low) if stroke else tokens[stop + 1].values.get("unit")
        if unit in LENGTHS and (stroke or "$per" in tokens[stop].values) and "units" not in tokens[stop + 1].values:
            amount.unit = f"{amount.unit}/{LENGTHS[str(unit)]}"
        return amount, stop
