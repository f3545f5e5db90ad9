"""From a time as written to the days it means: what each phrase is counted from, in which direction, and why.

A phrase is anchored to a date beside it ("today … on Wednesday"), to a day the article itself names, or to the
publication date. Tense and cues give the direction. What cannot be anchored keeps a value with X and no days.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from dragoman.read.days import (
    DAY,
    WEEKDAYS,
    Meaning,
    clock_time,
    day_of,
    last_of,
    last_weekday,
    length_of,
    month_of,
    months_from,
    next_weekday,
    on,
    say,
    stretch,
    vague,
    wrong_weekday,
)  # fmt: skip
from dragoman.read.phrases import Phrase
from dragoman.read.tense import lean
from dragoman.read.written import Written
from dragoman.records import When

__all__ = ["Desk"]

_BESIDE = 120  # characters between a clock and the day it belongs to
_NEAR = 7  # days: a weekday name reaches no further than its week
_STORY = 13  # days: a date further from publication is background, and weekdays beside it belong to it
_OPS = frozenset({"shift", "event", "unit", "ago", "part", "weekend", "clock", "samespan"})


class Desk(Written):
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
        if phrase.op != "date" or weekday is None:
            return None
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

    def _weekday(self, number: int, phrase: Phrase, weekday: int) -> tuple[date | None, str, str]:
        name = WEEKDAYS[weekday]
        beside = self._joined(number)
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
        way = way or lean(self.tokens, phrase)
        pair = self._paired(weekday, way) if not strict else None
        if pair is not None:
            return pair, f"the article itself calls {say(pair)} a {name}", "date nearby"
        base = self._story_day(number) if not strict and "this" not in phrase.slots else None
        if base is not None:
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

    def _joined(self, number: int) -> date | None:
        """The day right before, when only "and" or a comma stands between: Tuesday, June 18 and Wednesday."""
        if not number:
            return None
        before, phrase = self.phrases[number - 1], self.phrases[number]
        between = self.tokens[before.last + 1 : phrase.first]
        meaning = self.meanings[number - 1]
        if len(between) != 1 or "~joined" not in between[0].values or meaning is None or meaning.when is None:
            return None
        explicit = before.slots.get("day") is not None
        return meaning.when.latest if explicit and meaning.when.precision in ("day", "range") else None

    def _paired(self, weekday: int, way: int) -> date | None:
        """A day within the week of publication that the article writes with this weekday, in the right direction."""
        for phrase, meaning in zip(self.phrases, self.meanings, strict=True):
            if meaning and meaning.when and meaning.when.precision == "day" and phrase.slots.get("day"):
                day = meaning.when.earliest
                if phrase.slots.get("wday", phrase.slots.get("weekday")) == weekday and self.today:
                    off = (day - self.today).days
                    if abs(off) <= _NEAR and (off >= 0 if way > 0 else off <= 0):
                        return day
        return None

    def _story_day(self, number: int) -> date | None:
        """The last full date before, in the same paragraph, when it lies outside the days of publication."""
        phrase = self.phrases[number]
        block = self.article.block_at(phrase.start)
        low = block.start if block else self.article.text.value.rfind("\n", 0, phrase.start)
        for other in range(number - 1, -1, -1):
            before, meaning = self.phrases[other], self.meanings[other]
            if before.start < low:
                return None
            if meaning and meaning.when and meaning.when.precision == "day" and before.slots.get("day") and self.today:
                day = meaning.when.earliest
                if any("~back" in one.values for one in self.tokens[max(before.first - 2, 0) : before.first]):
                    return None  # 39 killed since 18 June, the agency said on Monday: told now
                return day if (self.today - day).days > _STORY else None
        return None

    def _counted(self, number: int, phrase: Phrase) -> Meaning | None:
        maker = getattr(self, f"_{phrase.op}", None) if phrase.op in _OPS else None
        made: Meaning | None = maker(number, phrase) if maker else None
        return made

    def _shift(self, number: int, phrase: Phrase) -> Meaning | None:
        unit, steps, *part = str(phrase.slots["shift"]).split()
        suffix = part[0] if part else phrase.slots.get("part", "")
        if unit != "D":
            return self._unit_at(unit, int(steps), str(phrase.slots.get("edge", "")))
        base, why, anchor = self._speaker_day(number, phrase)
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
        meaning = on(day, why, anchor=anchor)
        return self._parted(phrase, replace(meaning, when=when or meaning.when), str(suffix))

    def _speaker_day(self, number: int, phrase: Phrase) -> tuple[date | None, str, str]:
        """The day "today" is said on: for quoted words a day named beside them, else the day of publication."""
        if phrase.quoted:
            near = self._day_beside(phrase)
            if near is not None:
                return near, f"said inside a quotation that the passage dates {say(near)}", "date nearby"
            main = self._main_day()
            if main is not None and self.today and 0 <= (self.today - main).days <= _NEAR:
                return main, f"said inside a quotation; {say(main)} is the day the article tells of", "date nearby"
        return self.today, f"counted from the {self.source}", self.source

    def _day_before(self, number: int) -> date | None:
        """The day told last before a phrase in its sentence."""
        low = (self.article.sentence_at(self.phrases[number].start) or (0, 0))[0]
        low = max(low, self.phrases[number].start - _BESIDE)
        for other in range(number - 1, -1, -1):
            meaning = self.meanings[other]
            if self.phrases[other].start < low:
                return None
            if meaning and meaning.when and meaning.type != "DURATION" and self.phrases[other].op in ("date", "shift"):
                return meaning.when.earliest if meaning.when.precision == "day" else None
        return None

    def _day_beside(self, phrase: Phrase, *, within: int = 10_000) -> date | None:
        """The day nearest to a phrase in its sentence, then in its paragraph."""
        block = self.article.block_at(phrase.start)
        ranges = [
            self.article.sentence_at(phrase.start),
            (block.start, block.end) if block else self._line(phrase.start),
        ]
        for found in ranges:
            if found is None:
                continue
            near = [
                (abs(other.start - phrase.start), meaning.when.earliest)
                for other, meaning in zip(self.phrases, self.meanings, strict=True)
                if meaning and meaning.when and meaning.when.precision == "day" and other is not phrase
                and found[0] <= other.start < found[1] and other.op == "date"
                and abs(other.start - phrase.start) <= within
            ]  # fmt: skip
            if near:
                return min(near)[1]
        return None

    def _main_day(self) -> date | None:
        """The day the article names most often among the days around publication; the later one when equal."""
        days = Counter(
            meaning.when.earliest
            for phrase, meaning in zip(self.phrases, self.meanings, strict=True)
            if meaning and meaning.when and meaning.when.precision == "day" and phrase.op == "date"
            and self.today and -_STORY <= (meaning.when.earliest - self.today).days <= 1
        )  # fmt: skip
        return max(days, key=lambda day: (days[day], day)) if days else None

    def _event(self, number: int, phrase: Phrase) -> Meaning | None:
        steps = int(phrase.args[0])
        base = self._told_day(number, far=False) or self._told_day(number, far=True)
        why = "the date told before it"
        if base is None:
            base, why = self._main_day(), "the day the article tells of"
        if base is None:
            return Meaning("DATE", "XXXX-XX-XX")
        day = base + steps * DAY
        return self._parted(phrase, on(day, f"{steps:+d} day from {say(base)}, {why}", anchor="date nearby"))

    def _told_day(self, number: int, *, far: bool) -> date | None:
        """The last day told before, in the same paragraph; in any before when `far`."""
        phrase = self.phrases[number]
        block = self.article.block_at(phrase.start)
        low = block.start if block else self._line(phrase.start)[0]
        for other in range(number - 1, -1, -1):
            if self.phrases[other].start < low and not far:
                return None
            meaning = self.meanings[other]
            if meaning and meaning.when and meaning.when.precision == "day":
                return meaning.when.earliest
        return None

    def _unit(self, number: int, phrase: Phrase) -> Meaning | None:
        code = (
            phrase.args[0]
            if phrase.args and phrase.args[0].isupper()
            else phrase.slots.get("unit1") or phrase.slots.get("unit")
        )
        mod = str(phrase.slots.get("edge", ""))
        if phrase.args and phrase.args[0] == "at":
            return self._unit_at(phrase.args[1], int(phrase.args[2]), mod)
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
            if self.today and unit.startswith("T"):
                return on(self.today, f"counted from the {self.source}", anchor=self.source)
            return (
                Meaning("DURATION", vague(unit))
                if period
                else Meaning("DATE", "PAST_REF" if way < 0 else "FUTURE_REF", mod=mod)
            )
        count = float(slots.get("num", 1))
        if way > 0 and lean(self.tokens, phrase) < period:  # in zwei Tagen: ahead only where the verb says so
            return Meaning("DURATION", length_of(count, unit), mod=mod)
        return self._back(count, unit, way, mod, period)

    def _part(self, number: int, phrase: Phrase) -> Meaning | None:
        part = str(phrase.slots["part"])
        base, why, anchor = self._speaker_day(number, phrase)
        if base is None:
            return Meaning("TIME", f"XXXX-XX-XXT{part}")
        if "this" not in phrase.slots and "last" not in phrase.slots:
            base = self._day_beside(phrase) or base
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
        time = clock_time(phrase, self.article.text.value[phrase.start : phrase.end].lower())
        if time is None:
            return None
        day = self._day_before(number) or self._day_beside(phrase, within=_BESIDE)
        if day is None and self.published and self.published.precision == "day":
            day = self.today
        if day is None:
            return Meaning("TIME", time)
        return replace(
            on(day, "the clock of a day named beside it or of publication", anchor="date nearby"),
            type="TIME",
            value=day.isoformat() + time,
        )
