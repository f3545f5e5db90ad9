"""Feasts as days: Christmas Eve, Easter Monday, Allerheiligen; the movable ones are counted from Easter."""

from __future__ import annotations

from datetime import date

from dragoman.read.days import DAY, Meaning, day_of, on
from dragoman.read.phrases import Phrase
from dragoman.read.written import CLOSE, Written

__all__ = ["Feasts", "easter", "feast_in"]

_MOVABLE = "E"  # "E1" is the day after Easter Sunday, "12-25" the same day every year


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.

    >>> easter(2024).isoformat()
    '2024-03-31'
    """
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def feast_in(code: str, year: int) -> date | None:
    """The day of a feast in a year: its month and day, or its distance from Easter Sunday."""
    if code.startswith(_MOVABLE):
        return easter(year) + int(code[1:]) * DAY
    month, day = code.split("-")
    return day_of(year, int(month), int(day))


class Feasts(Written):
    """The desk's part for feasts."""

    def _feast(self, phrase: Phrase) -> Meaning | None:
        code, written = str(phrase.slots["feast"]), phrase.slots.get("year")
        if written:
            found = feast_in(code, int(written))
            return on(found, "the feast in the year written beside it") if found else None
        if self.today is None:
            return Meaning("DATE", "XXXX-XX-XX" if code.startswith(_MOVABLE) else f"XXXX-{code}")
        today = self.today
        days = [day for step in (-1, 0, 1) if (day := feast_in(code, today.year + step))]
        way = self._explicit(phrase)
        if way:
            days = [day for day in days if way * (day - today).days > 0]
        else:
            ahead = phrase.first > 0 and "$until" in self.tokens[phrase.first - 1].values
            way = (self._way(phrase) or ahead) if min(abs(day - today) for day in days) > CLOSE else 0
            days = [day for day in days if way * (day - today).days >= 0] or days
        day = min(days, key=lambda one: abs(one - today))
        return on(day, f"the feast nearest to the {self.source}", anchor=self.source)
