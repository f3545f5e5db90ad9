"""Times counted from a day: yesterday, last month, two weeks ago, the weekend, noon, the day before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.read.days import (
    DAY,
    Meaning,
    clock_time,
    day_of,
    last_of,
    length_of,
    month_of,
    months_from,
    on,
    say,
    stretch,
    vague,
)
from dragoman.read.nearby import Nearby
from dragoman.read.phrases import Phrase
from dragoman.read.tense import is_record, lean
from dragoman.records import When

__all__ = ["Counted"]

_MINUTES = re.compile(r"h([0-5]\d)(?!\w)")  # the minutes of 08h12
_PARTED = 2  # arguments of an event without a part of the day: op 0 D
_EVE = 2  # days between what is told before an undated quotation and the day of the article, that leave its day open
_BEGUN = 2  # Wednesday: what is told of a week before may be of the last one
_NEAR = 7  # days between publication and the day an article tells of, for words that stand in a quotation


class Counted(Nearby):
    """The desk's fifth part: what is counted from publication or from a day nearby."""

    def _shift(self, number: int, phrase: Phrase) -> Meaning | None:
        unit, steps, *part = str(phrase.slots["shift"]).split()
        suffix = part[0] if part else phrase.slots.get("part", "")
        if unit != "D":
            return self._unit_at(unit, int(steps), str(phrase.slots.get("edge", "")))
        base, why, anchor = self._speaker_day(phrase)
        if base is None:
            ref = "PRESENT_REF" if steps == "0" else "XXXX-XX-XX"
            return Meaning(
                "TIME" if suffix else "DATE", ref + (f"T{suffix}" if suffix and ref != "PRESENT_REF" else "")
            )
        day = base + int(steps) * DAY
        when = None
        wide = self.published if anchor == self.source else None
        if wide and (wide.latest - wide.earliest).days > 1:
            first, last = wide.earliest + int(steps) * DAY, wide.latest + int(steps) * DAY
            when = When(earliest=first, latest=last, precision="range", anchor=anchor, basis=why)
        eve = self._eve(number, phrase, base)
        if eve is not None:
            why = f"said inside a quotation on {say(eve)} or up to {say(base)}"
            when = When(earliest=eve + int(steps) * DAY, latest=day, precision="range", anchor=anchor, basis=why)
        meaning = on(day, why, anchor=anchor)
        return self._parted(phrase, replace(meaning, when=when or meaning.when), str(suffix))

    def _speaker_day(self, phrase: Phrase) -> tuple[date | None, str, str]:
        """The day "today" is said on: for quoted words a day named beside them, else the day of publication."""
        if phrase.quoted:
            near = self._day_beside(phrase)
            if near is not None:
                return near, f"said inside a quotation that the passage dates {say(near)}", "date nearby"
            main = self._main_day()
            if main is not None and self.today and 0 <= (self.today - main).days <= _NEAR:
                return main, f"said inside a quotation; {say(main)} is the day the article tells of", "date nearby"
        return self.today, f"counted from the {self.source}", self.source

    def _eve(self, number: int, phrase: Phrase, day: date) -> date | None:
        """The day told last before an undated quotation, just before the day of the article: it may be of either."""
        if not phrase.quoted or day != self._main_day() or self._day_beside(phrase) is not None:
            return None
        told = self._told_day(number, far=True, until=day)
        return told if told is not None and 0 < (day - told).days <= _EVE else None

    def _event(self, number: int, phrase: Phrase) -> Meaning | None:
        steps = int(phrase.args[0])
        until = self.today if lean(self.tokens, phrase) <= 0 else None  # the day before is none still planned
        base = self._told_day(number, far=False, until=until) or self._told_day(number, far=True, until=until)
        why = "the date told before it"
        if base is None:
            base, why = self._main_day(), "the day the article tells of"
        if base is None:
            return Meaning("DATE", "XXXX-XX-XX")
        meaning = on(base + steps * DAY, f"{steps:+d} day from {say(base)}, {why}", anchor="date nearby")
        return self._parted(phrase, meaning, phrase.args[_PARTED] if len(phrase.args) > _PARTED else "")

    def _offset(self, number: int, phrase: Phrase) -> Meaning | None:
        """Three days after 12 January, two weeks from tomorrow: counted from the day written in the phrase."""
        slots, way = phrase.slots, int(phrase.args[0])
        why, base = "", None
        month, day_in = (int(slots.get(name) or slots.get(f"{name}2") or 0) for name in ("mon", "day"))
        if "shift" in slots:
            unit, steps = str(slots["shift"]).split()[:2]
            base = self.today + int(steps) * DAY if self.today and unit == "D" else None
        elif slots.get("year"):
            base = day_of(int(slots["year"]), month, day_in)
        else:
            base, why = self._nearest_day(phrase, month, day_in)
        days = {"D": 1, "NI": 1, "W": 7, "FN": 14}.get(str(slots["unit"]))
        count = float(slots.get("num", 1))
        if base is None or days is None or count % 1:
            return Meaning("DURATION", length_of(count, str(slots["unit"])))
        day = base + way * int(count) * days * DAY
        return on(day, f"{length_of(count, str(slots['unit']))} counted from {say(base)}{'; ' * bool(why)}{why}")

    def _unit(self, number: int, phrase: Phrase) -> Meaning | None:
        code = (
            phrase.args[0]
            if phrase.args and phrase.args[0].isupper()
            else phrase.slots.get("unit1") or phrase.slots.get("unit") or self.tokens[phrase.last].values.get("unit")
        )
        mod = str(phrase.slots.get("edge", ""))
        if phrase.args and phrase.args[0] == "at":
            return self._unit_at(phrase.args[1], int(phrase.args[2]), mod)
        if "year" in phrase.args:  # Ende nächsten Jahres
            return self._unit_at("Y", self._yearword(phrase), mod)
        if "back" in phrase.args:
            return self._unit_at(str(code), -1, mod)
        if "before" in phrase.args:  # el año anterior: the one before a date told, or before publication
            return self._unit_at(
                str(self.tokens[phrase.last].values.get("unit") or self.tokens[phrase.last - 1].values.get("unit")),
                -1,
                mod,
            )
        if "age" in phrase.slots:  # the past decade
            return self._unit_at(str(self.tokens[phrase.last].values["unit"]), -1, mod)
        return self._unit_at(str(code), self._explicit(phrase), mod)

    def _running(self, number: int, phrase: Phrase) -> Meaning | None:
        """The fourth week in a row: that of the day told before it, or of publication once the week is well begun."""
        code, day = str(phrase.slots.get("unit1", "")), self._day_before(number)
        if code != "W" or (day is None and (self.today is None or self.today.weekday() < _BEGUN)):
            return None  # the third month in a row may be the last one
        if day is None:
            return self._unit_at(code, 0, "")
        first = day - day.weekday() * DAY
        return stretch(first, first + 6 * DAY, "week", f"the week of {say(day)}", anchor="date nearby")

    def _whole(self, number: int, phrase: Phrase) -> Meaning | None:
        """The whole year: the one of which the sentence has just told a part, else a length."""
        low = (self.article.sentence_at(phrase.start) or (phrase.start, 0))[0]
        for other in range(number - 1, -1, -1):
            when = made.when if (made := self.meanings[other]) else None
            if self.phrases[other].start < low:
                break
            if when and when.precision in ("quarter", "half", "month", "year"):
                year = when.earliest.year
                first, last = day_of(year, 1, 1), day_of(year, 12, 31)
                return stretch(first, last, "year", f"the year of {when.value}, told before it", anchor="date nearby")
        return Meaning("DURATION", "P1Y")

    def _unit_at(self, code: str, steps: int, mod: str) -> Meaning | None:
        if self.today is None or (code.startswith("T") and steps):
            ref = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[max(-1, min(1, steps))]
            return Meaning("DATE", ref, mod=mod)
        today, why = self.today, f"counted from the {self.source}"
        if code == "W":
            first = today - today.weekday() * DAY + 7 * steps * DAY
            return stretch(first, first + 6 * DAY, "week", why, anchor=self.source, mod=mod)
        if code == "M":
            year, month = months_from(today, steps)
            return month_of(year, month, mod, why, self.source)
        if code == "Q":
            year, month = months_from(today, steps * 3)
            which = (month - 1) // 3 + 1
            return stretch(
                day_of(year, which * 3 - 2, 1),
                last_of(year, which * 3),
                "quarter",
                why,
                anchor=self.source,
                value=f"{year}-Q{which}",
                mod=mod,
            )
        if code == "Y":
            year = today.year + steps
            return stretch(day_of(year, 1, 1), day_of(year, 12, 31), "year", why, anchor=self.source, mod=mod)
        if code in ("DE", "CE"):
            size = 10 if code == "DE" else 100
            start = (today.year // size + steps) * size
            return stretch(
                day_of(start, 1, 1),
                day_of(start + size - 1, 12, 31),
                "decade" if size == 10 else "century",
                why,
                anchor=self.source,
                mod=mod,
            )
        return on(today + steps * DAY, why, anchor=self.source) if code in ("D", "NI", "TH", "TM") else None

    def _samespan(self, number: int, phrase: Phrase) -> Meaning | None:
        """The same month or quarter a year before: the one told last in the sentence, else the whole year."""
        low = (self.article.sentence_at(phrase.start) or (phrase.start - 200, 0))[0]
        for other in range(number - 1, -1, -1):
            meaning = self.meanings[other]
            if self.phrases[other].start < low:
                break
            if meaning and meaning.when and meaning.when.precision in ("month", "quarter", "half"):
                value, year = meaning.value, meaning.when.earliest.year
                first, last = meaning.when.earliest, meaning.when.latest
                return stretch(
                    day_of(year - 1, first.month, 1),
                    last_of(last.year - 1, last.month),
                    meaning.when.precision,
                    f"{value} a year before, told in the same sentence",
                    anchor="date nearby",
                    value=value.replace(str(year), str(year - 1), 1),
                )
        return self._unit_at("Y", -1, "")

    def _ago(self, number: int, phrase: Phrase) -> Meaning | None:
        slots, way = phrase.slots, int(phrase.args[0])
        unit, mod = str(slots.get("unit") or slots.get("unit1") or slots.get("units")), str(slots.get("mod", ""))
        period = "P" in phrase.args
        if "few" in slots or ("num" not in slots and "units" in slots):
            if way > 0 and lean(self.tokens, phrase) <= 0:  # отменил через несколько часов
                return Meaning("DURATION", vague(unit))
            if self.today and unit.startswith("T"):
                return on(self.today, f"counted from the {self.source}", anchor=self.source)
            return (
                Meaning("DURATION", vague(unit))
                if period
                else Meaning("DATE", "PAST_REF" if way < 0 else "FUTURE_REF", mod=mod)
            )
        count = float(slots.get("num", 1))
        if way > 0 and period and is_record(self.tokens, phrase):  # the first in 24 years, and a pact could follow
            return Meaning("DURATION", length_of(count, unit), mod=mod)
        if way > 0 and lean(self.tokens, phrase) < period:  # in zwei Tagen: ahead only where the verb says so
            return Meaning("DURATION", length_of(count, unit), mod=mod)
        return self._back(count, unit, way, mod, period)

    def _part(self, number: int, phrase: Phrase) -> Meaning | None:
        part = str(phrase.slots["part"])
        base, why, anchor = self._speaker_day(phrase)
        if base is None:
            return Meaning("TIME", f"XXXX-XX-XXT{part}")
        if "this" not in phrase.slots and "last" not in phrase.slots:
            base = self._told_day(number, far=False, until=base) or self._day_beside(phrase) or base
        return self._parted(phrase, on(base + self._explicit(phrase) * DAY, why, anchor=anchor), part)

    def _weekend(self, number: int, phrase: Phrase) -> Meaning | None:
        if self.today is None:
            return Meaning("DATE", "XXXX-WXX-WE")
        way = self._explicit(phrase)
        monday = self.today - self.today.weekday() * DAY
        ahead = way > 0 or (not way and lean(self.tokens, phrase) > 0) or ("this" in phrase.slots and way == 0)
        if way < 0 or (not ahead and self.today.weekday() < 5):
            monday -= 7 * DAY
        elif way > 0 and self.today.weekday() >= 5:
            monday += 7 * DAY
        year, week, _ = monday.isocalendar()
        return stretch(
            monday + 5 * DAY,
            monday + 6 * DAY,
            "range",
            f"the weekend next to the {self.source}",
            anchor=self.source,
            value=f"{year}-W{week:02d}-WE",
        )

    def _clock(self, number: int, phrase: Phrase) -> Meaning | None:
        minutes = _MINUTES.match(self.article.text.value, phrase.end - 1)
        if minutes and "minute" not in phrase.slots:  # 08h12
            phrase.slots["minute"], phrase.end = int(minutes.group(1)), phrase.end + 2
        time = clock_time(phrase, self.article.text.value[phrase.start : phrase.end].lower())
        if time is None:
            return None
        if phrase.first and "each" in self.tokens[phrase.first - 1].values:  # jeweils 20 Uhr
            return Meaning("TIME", time)
        day = self._clock_day(number)
        if day is None and self.published and self.published.precision == "day":
            day = self.today
        if day is None:
            return Meaning("TIME", time)
        return replace(
            on(day, "the clock of a day named beside it or of publication", anchor="date nearby"),
            type="TIME",
            value=day.isoformat() + time,
        )
