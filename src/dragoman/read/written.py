"""Dates that carry their own day, month or year: the first things read, and what the others are counted from."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.read.days import DAY, MONTHS, Meaning, day_of, month_of, on, stretch, wrong_weekday
from dragoman.read.lengths import Lengths
from dragoman.read.pactwords import vocabulary
from dragoman.read.phrases import Phrase
from dragoman.read.tense import is_once, is_past, lean

__all__ = ["CLOSE", "Written"]

CLOSE = timedelta(days=45)  # a day and month this near to publication needs no tense to choose its year
_HALF = 6  # months
_MORE = frozenset({"day", "mon", "month", "monthx", "mnum", "edge"})  # what a bare year has not
_LEAD = 60  # characters before a year in which the noun stands that it tells which of
_OF = re.compile(r"(?:(?:\s[^\W\d_]+){0,2}?\s(?:of|from|de|du|del|von|vom|aus|от))?\s")  # "accord militaire de "
_NEAR = 7  # days: an unclear 06/07 is read as the day within a week of publication
_LENGTHS = frozenset({"halfunit", "duration", "vague", "vagueword", "vagueref", "ref", "set"})
_PERIODS = frozenset(
    {"range", "decade", "century", "season", "quarter", "half", "feast"}
)  # read in periods.py and feasts.py


def is_ahead(months: int) -> bool:
    """True when the next such month is much nearer than the last one: nothing else tells which is meant."""
    ahead, back = months % 12, -months % 12
    return 0 < 2 * ahead < back


class Written(Lengths):
    """The desk's second part: days, months and years as written."""

    def _written(self, number: int, phrase: Phrase) -> Meaning | None:
        slots = phrase.slots
        if phrase.op == "date":
            if "iso" in slots or "numeric" in slots:
                return self._numeric(phrase)
            month = slots.get("mon") or slots.get("month") or slots.get("monthx") or slots.get("mnum")
            if month and "day" in slots:
                return self._day(phrase, int(month), int(slots["day"]))
            if month:
                return self._month(phrase, int(month))
            if "year" in slots or "yearx" in slots:
                return self._year(phrase, int(slots.get("year") or slots["yearx"]))
            return None
        maker = getattr(self, f"_{phrase.op}", None) if phrase.op in _LENGTHS | _PERIODS else None
        made: Meaning | None = maker(phrase) if maker else None
        return made

    def _numeric(self, phrase: Phrase) -> Meaning | None:
        text = str(phrase.slots.get("iso") or phrase.slots.get("numeric"))
        parts = [int(one) for one in text.replace("/", "-").replace(".", "-").split("-")]
        if "iso" in phrase.slots:
            day = day_of(*parts)
            return on(day, "written in full") if day else None
        first, second, year = parts
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        usual, other = day_of(year, second, first), day_of(year, first, second)
        if self.day_first == "no":
            usual, other = other, usual
        if usual and other and usual != other and self.day_first == "unsure":
            near = [one for one in (usual, other) if self.today and abs(one - self.today) <= _NEAR * DAY]
            if len(near) != 1:
                return stretch(day_of(year, 1, 1), day_of(year, 12, 31), "year", "day and month cannot be told apart")
            return on(near[0], f"read day and month so that it lies near the {self.source}")
        day = usual or other
        return on(day, "written in full") if day else None

    def _day(self, phrase: Phrase, month: int, day: int) -> Meaning | None:
        written = phrase.slots.get("year")
        weekday = phrase.slots.get("wday", phrase.slots.get("weekday"))
        if written:
            found = day_of(int(written), month, day)
            if found is None:
                return None
            return self._parted(phrase, on(found, "written in full", weekday=wrong_weekday(found, weekday)))
        found, why = self._nearest_day(phrase, month, day)
        if found is None:
            return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}") if day_of(2024, month, day) else None
        return self._parted(phrase, on(found, why, anchor=self.source, weekday=wrong_weekday(found, weekday)))

    def _nearest_day(self, phrase: Phrase, month: int, day: int) -> tuple[date | None, str]:
        """The year that puts a day and month where tense and nearness want it."""
        if self.today is None:
            return None, ""
        year = self._year_beside(phrase, month)
        if year:
            return day_of(year, month, day), f"in {year}, the year named in the same sentence"
        around = [day_of(self.today.year + step, month, day) for step in (-1, 0, 1)]
        choices = [one for one in around if one]
        if not choices:
            return None, ""
        today = self.today
        nearest = min(choices, key=lambda one: abs(one - today))
        far = abs(nearest - today) > CLOSE
        way = self._explicit(phrase) or (self._way(phrase) if far else 0)
        if not way and nearest > today + DAY and is_past(self.tokens, phrase, self.language):
            way = -1  # told on 12 December: on 1 January the two signed a pact
        fits = [one for one in choices if way * (one - today).days >= 0] if way else choices
        ahead = 2 if far and not way else 1  # news tells more of what was: a far day ahead counts double
        best = min(fits or choices, key=lambda one: abs(one - today) * (ahead if one > today else 1))
        return best, f"the year {best.year} puts it nearest to the {self.source}"

    def _way(self, phrase: Phrase) -> int:
        """Which way the words around it say; 0 for what was once to come, which may be either."""
        way = lean(self.tokens, phrase)
        return 0 if way > 0 and is_once(self.tokens, phrase) else way

    def _yearword(self, phrase: Phrase) -> int:
        """-1, 0, 1 for the year a phrase names by "last", "this", "next" inside one word group."""
        words = self.tokens[phrase.last].low.split()
        last, following = self._class_words["last"], self._class_words["next"]
        if any(word in last for word in words):
            return -1
        return 1 if any(word in following for word in words) else self._explicit(phrase)

    def _month(self, phrase: Phrase, month: int) -> Meaning | None:
        year = phrase.slots.get("year")
        if not year and "year" in phrase.args and self.today:  # October of next year
            year = self.today.year + self._yearword(phrase)
        why, anchor = "written with its year", ""
        if not year:
            year, why = self._month_year(phrase, month)
            anchor = self.source if self.today else ""
        mod = str(phrase.slots.get("edge", ""))
        if not year:
            return Meaning("DATE", f"XXXX-{month:02d}", mod=mod)
        return month_of(int(year), month, mod, why, anchor)

    def _month_year(self, phrase: Phrase, month: int) -> tuple[int | None, str]:
        if self.today is None:
            return None, ""
        beside = self._year_beside(phrase, month)
        if beside:
            return beside, f"in {beside}, the year named in the same sentence"
        way = self._explicit(phrase) or self._way(phrase)
        year = self.today.year
        if "this" in phrase.slots:
            return year + (month - self.today.month < -_HALF) - (month - self.today.month > _HALF), "the one nearest"
        if way > 0:
            year += month < self.today.month
            return year, f"the first {MONTHS[month - 1]} not before the {self.source}, as the verb or cue is future"
        if not way and is_ahead(month - self.today.month):
            return year + (month < self.today.month), f"the {MONTHS[month - 1]} nearest to the {self.source}"
        year -= month > self.today.month
        if "last" in phrase.slots and month == self.today.month:
            year -= 1
        return year, f"the latest {MONTHS[month - 1]} not after the {self.source}"

    def _year_beside(self, phrase: Phrase, month: int) -> int | None:
        """A year written before the phrase in the same sentence, when it is not the year of publication."""
        low, _ = self.article.sentence_at(phrase.start) or (phrase.start - 200, phrase.end)
        for other in reversed(self.phrases):
            if low <= other.start < phrase.start and other.op == "date" and other.end + 80 > phrase.start:
                year = other.slots.get("year") or other.slots.get("yearx")
                if year and self.today and int(year) < self.today.year and not self._names_a_paper(other):
                    return None if self._has_turned(other, phrase, month) else int(year)
        return None

    def _names_a_paper(self, year: Phrase) -> bool:
        """True for the bare year of a treaty or law: "the accord of 2013, denounced in August" was not so then."""
        if year.slots.keys() & _MORE:
            return False
        words, value = vocabulary(self.language), self.article.text.value
        lead = value[max(0, year.start - _LEAD) : year.start]
        nouns = [one for one in (words.papers, words.made("law")) if one is not None]
        before = any(_OF.fullmatch(lead, one.end()) for noun in nouns for one in noun.finditer(lead))
        return before or any(noun.match(value, year.end + 1) for noun in nouns)

    def _has_turned(self, other: Phrase, phrase: Phrase, month: int) -> bool:
        """True where a year's turn lies between two dates joined by "and", told in their order, in the year to hand.

        "It began on 3 August 2023 and was extended on 29 January", told in February 2024.
        """
        slots = other.slots
        first = slots.get("mon") or slots.get("month") or slots.get("monthx") or slots.get("mnum")
        if not first or self.today is None or int(slots.get("year") or slots["yearx"]) + 1 != self.today.year:
            return False
        joined = str(self.language.section("events").get("and", "")).split("|")
        between = (token.low for token in self.tokens[other.last + 1 : phrase.first])
        return month < int(first) and month <= self.today.month and any(one in joined for one in between)

    def _year(self, phrase: Phrase, year: int) -> Meaning | None:
        mod = str(phrase.slots.get("edge", ""))
        first, last = day_of(year, 1, 1), day_of(year, 12, 31)
        return stretch(first, last, "year", "written in full", value=f"{year:04d}", mod=mod)
