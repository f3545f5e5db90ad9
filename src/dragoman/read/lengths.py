"""The desk on which the phrases of an article are read, and its first part: lengths of time, sets, vague references."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dragoman.languages import Language
from dragoman.read.days import (
    DAY,
    Meaning,
    day_of,
    length_of,
    month_of,
    months_from,
    on,
    say,
    stretch,
    vague,
    week_of,
    working_day,
)
from dragoman.read.phrases import Phrase
from dragoman.read.tense import quoted
from dragoman.read.tokens import Token
from dragoman.records import Article, When

__all__ = ["Lengths"]

_HEAD = 400  # characters from the start in which a date line stands
_APART = timedelta(days=45)  # a date line further from the publication date given is another text's or a slip


@dataclass
class Lengths:
    """All phrases of an article with what is known about its day; here: how long, how often."""

    article: Article
    language: Language
    tokens: list[Token]
    phrases: list[Phrase]
    published: When | None
    meanings: list[Meaning | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.day_first = str(self.language.section("dates").get("day_first", "yes"))
        classes = self.language.section("dates").get("classes", {})
        self._class_words = {name: frozenset(classes.get(name, ())) for name in ("last", "next")}
        self.today = working_day(self.published)
        self.source = "publication date" + (f" {say(self.today)}" if self.today else "")
        line = self._dateline()
        if line and line != self.today:
            self.today, self.source = line, f"date line {say(line)}"
        if self.published and self.published.earliest != self.published.latest:
            self.source += " (inferred)"
        ranges = quoted(self.article.text.value)
        starts = [start for start, _ in ranges]
        for phrase in self.phrases:
            index = bisect_right(starts, phrase.start) - 1
            phrase.quoted = index >= 0 and phrase.start < ranges[index][1]

    def _dateline(self) -> date | None:
        """A full date that is a line of its own near the head of the text: it says when these words were written."""
        for phrase in self.phrases:
            if phrase.start > _HEAD:
                return None
            line = self.article.text.value[slice(*self._line(phrase.start))].strip(" .,-–—")
            parts = [phrase.slots.get(name) for name in ("year", "mon", "day")]
            if phrase.op == "date" and all(parts) and len(line) <= phrase.end - phrase.start:
                day = day_of(*(int(part) for part in parts if part))
                near = self.today is None or (day is not None and abs(day - self.today) <= _APART)
                return day if near else None
        return None

    def _line(self, position: int) -> tuple[int, int]:
        value = self.article.text.value
        end = value.find("\n", position)
        return value.rfind("\n", 0, position) + 1, end if end >= 0 else len(value)

    def _explicit(self, phrase: Phrase) -> int:
        """-1, 0, 1 for last, this or none, next standing in the phrase."""
        return -1 if "last" in phrase.slots else 1 if "next" in phrase.slots else 0

    def _suffix(self, phrase: Phrase) -> str:
        part = phrase.slots.get("part") or self.tokens[phrase.last].values.get("part")
        return f"T{part}" if part else ""

    def _parted(self, phrase: Phrase, meaning: Meaning, part: str = "") -> Meaning:
        """The meaning with the part of the day that the phrase names."""
        part = part or str(phrase.slots.get("part", "") or "")
        if not part and "daypart" in self.tokens[phrase.last].values:  # Dienstagabend
            part = str(self.tokens[phrase.last].values["part"])
        return replace(meaning, type="TIME", value=f"{meaning.value}T{part}") if part else meaning

    def _fraction(self, phrase: Phrase, share: float) -> Meaning | None:
        code, mod = str(phrase.slots.get("unit1", phrase.slots.get("unit", ""))), str(phrase.slots.get("mod", ""))
        smaller = {"CE": (100, "Y"), "DE": (10, "Y"), "Y": (12, "M"), "TH": (60, "TM"), "D": (24, "TH"), "M": (30, "D")}
        if code not in smaller:
            return None
        count, unit = smaller[code]
        if phrase.args[0] == "0":
            return Meaning("DURATION", length_of(count * share, unit), mod=mod)
        return self._back(count * share, unit, int(phrase.args[0]), mod, False)

    def _duration(self, phrase: Phrase) -> Meaning | None:
        slots = phrase.slots
        unit = (
            slots.get("unit") or slots.get("unit1") or slots.get("units") or self.tokens[phrase.last].values.get("unit")
        )
        mod = str(slots.get("mod", ""))
        unit = phrase.args[1] if "as" in phrase.args else unit
        if not unit:
            return None
        if "few" in slots:
            return Meaning("DURATION", vague(str(unit)), mod=mod)
        if "both" in slots:
            return Meaning("DURATION", length_of(2, str(unit)), mod=mod)
        if self._is_article(phrase) and not mod and unit not in ("CE", "DE"):
            return None
        count = float(slots.get("num", slots.get("numhalf", 1)))
        count += 0.5 if "half" in phrase.args else 0.25 if "quarter" in phrase.args else 0
        return Meaning("DURATION", length_of(count, str(unit)), mod=mod)

    def _is_article(self, phrase: Phrase) -> bool:
        """True for "a day" that measures nothing: no preposition of time before it, nothing counted after it."""
        before = self.tokens[phrase.first - 1].values if phrase.first else {}
        return "a" in self.tokens[phrase.first].values and phrase.last == phrase.first + 1 and "span" not in before

    def _vague(self, phrase: Phrase) -> Meaning | None:
        unit = phrase.slots.get("units") or phrase.slots.get("unit") or phrase.slots.get("unit1")
        return Meaning("DURATION", vague(str(unit))) if unit else None

    def _vagueword(self, phrase: Phrase) -> Meaning | None:
        return Meaning("DURATION", str(phrase.slots["vagueword"]))

    def _vagueref(self, phrase: Phrase) -> Meaning | None:
        return Meaning("DATE", phrase.args[0] + "_REF")

    def _ref(self, phrase: Phrase) -> Meaning | None:
        return Meaning("DATE", str(phrase.slots["ref"]))

    def _set(self, phrase: Phrase) -> Meaning | None:
        slots = phrase.slots
        if "set" in slots:
            return Meaning("SET", str(slots["set"]))
        if "weekday" in slots:
            return Meaning("SET", f"XXXX-WXX-{int(slots['weekday']) + 1}" + self._suffix(phrase))
        unit = slots.get("unit1") or slots.get("units") or slots.get("unit")
        if not unit:
            return Meaning("SET", f"XXXX-XX-XXT{slots['part']}") if "part" in slots else None
        count = float(slots.get("num") or slots.get("ordinal") or 1)
        return Meaning("SET", length_of(count, str(unit)))

    def _back(self, count: float, unit: str, way: int, mod: str, period: bool) -> Meaning | None:
        """`count` units before (way -1) or after the day of publication, as precise as the unit."""
        length = length_of(count, unit)
        count, unit = (2 * count, "W") if unit == "FN" else (count, unit)
        if self.today is None:
            return (
                Meaning("DURATION", length, mod=mod)
                if period
                else Meaning("DATE", "PAST_REF" if way < 0 else "FUTURE_REF", mod=mod)
            )
        why = f"{length} counted {'back' if way < 0 else 'forward'} from the {self.source}"
        if unit in ("Y", "DE", "CE"):
            year = self.today.year + int(way * count * {"Y": 1, "DE": 10, "CE": 100}[unit])
            made = stretch(day_of(year, 1, 1), day_of(year, 12, 31), "year", why, anchor=self.source, mod=mod)
        elif unit == "M":
            made = month_of(*months_from(self.today, int(way * count)), mod, why, self.source)
        elif unit == "W" and count != 1:
            made = week_of(self.today + way * int(count * 7) * DAY, why, self.source, mod)
        else:
            days = {"W": 7, "D": 1, "NI": 1}.get(unit, 0)
            made = replace(on(self.today + way * int(count * days) * DAY, why, anchor=self.source), mod=mod)
        return Meaning("DURATION", length, made.when if made else None, mod) if period else made

    def _halfunit(self, phrase: Phrase) -> Meaning | None:
        return self._fraction(phrase, 0.5)
