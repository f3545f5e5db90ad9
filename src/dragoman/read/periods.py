"""Stretches that carry their own numbers: from day to day, decades, centuries, seasons, quarters, halves."""

from __future__ import annotations

from dragoman.read.days import Meaning, day_of, last_of, stretch
from dragoman.read.feasts import Feasts
from dragoman.read.phrases import Phrase
from dragoman.read.tense import lean
from dragoman.read.written import is_ahead

__all__ = ["Periods"]

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Periods(Feasts):
    """The desk's third part: stretches of days as written."""

    def _range(self, phrase: Phrase) -> Meaning | None:
        slots = phrase.slots
        if "day" in slots or "day2" in slots:
            return self._day_range(phrase)
        month = slots.get("mon") or slots.get("month")
        if month:
            later = int(slots.get("mon2") or slots.get("month2") or month)
            end_year = int(slots.get("year2") or slots.get("year") or self._month_year(phrase, later)[0] or 0)
            if not end_year:
                return None
            start_year = int(slots["year"]) if "year2" in slots and "year" in slots else end_year - (int(month) > later)
            first, last = day_of(start_year, int(month), 1), last_of(end_year, later)
            return stretch(
                first,
                last,
                "range",
                "from month to month",
                value=f"{start_year}-{int(month):02d}/{end_year}-{later:02d}",
            )
        if "year" in slots and "year2" in slots:
            first_year, second = int(slots["year"]), int(slots["year2"])
            second += first_year // 100 * 100 if second < 100 else 0
            if not first_year < second:
                return None
            opens, ends = day_of(first_year, 1, 1), day_of(second, 12, 31)
            return stretch(opens, ends, "range", "from year to year", value=f"{first_year}/{second}")
        return None

    def _day_range(self, phrase: Phrase) -> Meaning | None:
        slots = phrase.slots
        month = int(slots.get("mon") or slots.get("mon2") or slots.get("month") or 0)
        later = int(slots.get("mon2") or month)
        if not month or "day" not in slots or "day2" not in slots:
            return None
        year = slots.get("year2") or slots.get("year")
        end = (
            day_of(int(year), later, int(slots["day2"]))
            if year
            else self._nearest_day(phrase, later, int(slots["day2"]))[0]
        )
        if end is None:
            return None
        start = day_of(end.year - (month > later), month, int(slots["day"]))
        if start is None or start > end:
            return None
        return stretch(
            start, end, "range", "from day to day" + ("" if year else f", in the year nearest to the {self.source}")
        )

    def _decade(self, phrase: Phrase) -> Meaning | None:
        raw = phrase.slots.get("decade", phrase.slots.get("year", phrase.slots.get("digits")))
        if raw is None:
            return None
        year = int(raw)
        if year < 100:
            year += (
                2000 if year < 30 and phrase.op == "decade" and self.today and year <= self.today.year - 2000 else 1900
            )
        if year % 10 or not 1000 <= year <= 2100:
            return None
        return stretch(
            day_of(year, 1, 1),
            day_of(year + 9, 12, 31),
            "decade",
            "written in full",
            mod=str(phrase.slots.get("edge", "")),
        )

    def _century(self, phrase: Phrase) -> Meaning | None:
        raw = phrase.slots.get("digits", phrase.slots.get("ordinal", phrase.slots.get("roman")))
        if raw is None or not 1 <= int(raw) <= 22:
            return None
        first = (int(raw) - 1) * 100 + 1
        edge, value = str(phrase.slots.get("edge", "")), f"{int(raw) - 1:02d}"
        end = day_of(first + 99, 12, 31)
        return stretch(day_of(first, 1, 1), end, "century", "written in full", value=value, mod=edge)

    def _season(self, phrase: Phrase) -> Meaning | None:
        code, year = str(phrase.slots["season"]), phrase.slots.get("year")
        why, anchor = "written with its year", ""
        if not year:
            if self.today is None:
                return Meaning("DATE", f"XXXX-{code}")
            way = self._explicit(phrase) or lean(self.tokens, phrase)
            if not way and "this" not in phrase.slots and is_ahead(_SEASONS[code] - self.today.month):
                way = 1
            year = self.today.year - (way <= 0 and _SEASONS[code] > self.today.month)
            if way > 0 and _SEASONS[code] + 2 < self.today.month:
                year += 1
            if "last" in phrase.slots and _SEASONS[code] <= self.today.month <= _SEASONS[code] + 2:
                year -= 1
            why, anchor = f"the nearest one to the {self.source} in the direction of the sentence", self.source
        first = day_of(int(year), _SEASONS[code], 1)
        last = last_of(int(year) + (code == "WI"), 2 if code == "WI" else _SEASONS[code] + 2)
        return stretch(
            first,
            last,
            "season",
            why,
            anchor=anchor,
            value=f"{int(year)}-{code}",
            mod=str(phrase.slots.get("edge", "")),
        )

    def _quarter_or_half(self, phrase: Phrase, length: int, letter: str) -> Meaning | None:
        which = int(phrase.slots.get("ordinal") or phrase.slots.get("quarter") or phrase.slots.get("halfth") or 0)
        if not 1 <= which <= 12 // length:
            return None
        year, anchor = phrase.slots.get("year"), ""
        if not year:
            if self.today is None:
                return Meaning("DATE", f"XXXX-{letter}{which}")
            year, anchor = self.today.year + self._explicit(phrase), self.source
            way = lean(self.tokens, phrase)
            way = way or int(is_ahead((which - 1) * length + 1 - self.today.month))
            if not self._explicit(phrase) and "this" not in phrase.slots and way <= 0:
                year -= (which - 1) * length + 1 > self.today.month
        first = day_of(int(year), (which - 1) * length + 1, 1)
        last = last_of(int(year), which * length)
        kind = "quarter" if letter == "Q" else "half"
        return stretch(
            first, last, kind, f"{kind} {which} of {int(year)}", anchor=anchor, value=f"{int(year)}-{letter}{which}"
        )

    def _quarter(self, phrase: Phrase) -> Meaning | None:
        if phrase.args:  # a quarter of a century (ago)
            return self._fraction(phrase, 0.25)
        return self._quarter_or_half(phrase, 3, "Q")

    def _half(self, phrase: Phrase) -> Meaning | None:
        return self._quarter_or_half(phrase, 6, "H")
