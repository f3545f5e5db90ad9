"""From a time as written to the days it means: what each phrase is counted from, in which direction, and why.

A phrase is anchored to a date beside it ("today … on Wednesday"), to a day the article itself names, or to the
publication date. Tense and cues give the direction. What cannot be anchored keeps a value with X and no days.
"""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.read.appointed import is_appointed
from dragoman.read.counted import Counted
from dragoman.read.days import DAY, WEEKDAYS, Meaning, day_of, last_weekday, next_weekday, on, say, wrong_weekday
from dragoman.read.phrases import Phrase
from dragoman.read.tense import lean

__all__ = ["Desk"]

_PLANNED = timedelta(days=60)  # a plan told beside a day this near to publication is counted from publication
_MONTHS = frozenset({"mon", "month", "monthx", "mnum"})
_OPS = frozenset({"shift", "event", "unit", "ago", "part", "weekend", "clock", "samespan", "offset"})
_OPS |= {"running", "whole"}


class Desk(Counted):
    """The desk complete: `read` gives each phrase its meaning."""

    def read(self) -> list[Meaning | None]:
        """The meaning of each phrase: full dates first, then what is counted from them."""
        self.meanings = [None] * len(self.phrases)
        for wave in (self._written, self._weekdays, self._counted):
            for number, phrase in enumerate(self.phrases):
                if self.meanings[number] is None:
                    self.meanings[number] = wave(number, phrase)
        return self.meanings

    def _weekdays(self, number: int, phrase: Phrase) -> Meaning | None:
        weekday = phrase.slots.get("weekday", phrase.slots.get("wday"))
        if phrase.op != "date":
            return None
        if weekday is None:
            return self._day_last_or_next(phrase)
        if "day" in phrase.slots:  # Friday the 13th
            return self._day_of_month(phrase)
        day, why, anchor = self._weekday(number, phrase, int(weekday))
        if day is None:
            return Meaning("DATE", f"XXXX-WXX-{int(weekday) + 1}")
        return self._parted(phrase, on(day, why, anchor=anchor))

    def _day_of_month(self, phrase: Phrase) -> Meaning | None:
        if self.today is None:
            return None
        found = day_of(self.today.year, self.today.month, int(phrase.slots["day"]))
        if found is None:
            return None
        return on(
            found,
            f"in the month of the {self.source}",
            anchor=self.source,
            weekday=wrong_weekday(found, phrase.slots.get("wday")),
        )

    def _day_last_or_next(self, phrase: Phrase) -> Meaning | None:
        """El pasado día 22: the last or next day of that number, counted from publication."""
        way, slots = self._explicit(phrase), phrase.slots
        if self.today is None or not way or "day" not in slots or slots.keys() & _MONTHS:
            return None
        day = self.today + way * DAY
        while day.day != int(slots["day"]) and abs(day - self.today) <= _PLANNED:
            day += way * DAY
        if day.day != int(slots["day"]):
            return None
        told = "the last before" if way < 0 else "the next after"
        return on(day, f"day {day.day} of a month, {told} the {self.source}", anchor=self.source)

    def _weekday(self, number: int, phrase: Phrase, weekday: int) -> tuple[date | None, str, str]:
        name = WEEKDAYS[weekday]
        beside = self._joined(number, weekday)
        if beside is not None:
            return (
                next_weekday(beside, weekday),
                f"the {name} that follows {say(beside)}, to which it is joined",
                "date nearby",
            )
        if self.today is None:
            return None, "", ""
        today = self.today
        way = self._explicit(phrase)
        strict = bool(way)
        appointed = is_appointed(self.language, self.article.text.value, phrase.start, phrase.end)
        way = way or (1 if appointed else lean(self.tokens, phrase))
        pair = self._paired(weekday, way) if not strict else None
        if pair is not None:
            return pair, f"the article itself calls {say(pair)} a {name}", "date nearby"
        base = self._story_day(number) if not strict and "this" not in phrase.slots else None
        if base is not None and (way <= 0 or today - base > _PLANNED):
            return (
                next_weekday(base - DAY, weekday),
                f"the first {name} from {say(base)}, the date told before it",
                "date nearby",
            )
        if "this" in phrase.slots and not way:
            day = min(
                (next_weekday(self.today - DAY, weekday), last_weekday(self.today, weekday)),
                key=lambda one: abs(one - today),
            )
            return day, f"the {name} nearest to the {self.source}", self.source
        if way > 0:
            day = next_weekday(self.today - (timedelta() if strict else DAY), weekday)
            return day, f"{name} counted forward from the {self.source}", self.source
        day = last_weekday(self.today - (DAY if strict else timedelta()), weekday)
        return day, f"{name} counted back from the {self.source}", self.source

    def _counted(self, number: int, phrase: Phrase) -> Meaning | None:
        maker = getattr(self, f"_{phrase.op}", None) if phrase.op in _OPS else None
        made: Meaning | None = maker(number, phrase) if maker else None
        return made
