"""From a time as written to the days it means: what each phrase is counted from, in which direction, and why.

A phrase is anchored to a date beside it ("today … on Wednesday"), to a day the article itself names, or to the
publication date. Tense and cues give the direction. What cannot be anchored keeps a value with X and no days.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from dragoman.languages import Language
from dragoman.read.lexer import Token
from dragoman.read.phrases import Phrase
from dragoman.records import Article, When

__all__ = ["WEEKDAYS", "Desk", "Meaning", "lean", "quoted", "working_day"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
_DAY = timedelta(days=1)
_REACH = 14  # tokens on either side in which a verb's tense still belongs to the phrase; 10–20 differ by one case
_COMMA = 3  # a comma is as far as three words
_USABLE = timedelta(days=31)  # a publication range wider than a month says nothing about "Friday" or "last month"
_CLOSE = timedelta(days=45)  # a day and month this near to publication needs no tense to choose its year
_BESIDE = 120  # characters between a clock and the day it belongs to
_NEAR = 7  # days: a weekday name reaches no further than its week
_STORY = 13  # days: a date further from publication is background, and weekdays beside it belong to it
_LONGEST = 1500  # characters of a quotation whose closing mark is missing
_MARKS = re.compile(r"[“”«»„\"]|\n\s*\n")
_OPEN, _CLOSES = "“«„", {"“": "”", "„": "“”", "«": "»"}
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True)
class Meaning:
    """What a phrase means: TIMEX3 type, value and mod, the days, and the true weekday when the written one is wrong."""

    type: str
    value: str
    when: When | None = None
    mod: str = ""
    weekday: str = ""


def working_day(when: When | None) -> date | None:
    """The day times are counted from: the one a range names as its anchor, else its last; None if too wide."""
    if when is None:
        return None
    if when.latest - when.earliest > _USABLE:
        return None
    try:
        return date.fromisoformat(when.anchor)
    except ValueError:
        return when.latest


# -- direction -------------------------------------------------------------------------------------


def lean(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Which way a phrase lies by the words around it: -1 back, 1 ahead, 0 when nothing says."""
    for at in (phrase.first - 1, phrase.first - 2):
        if at >= 0 and tokens[at].kind == "word":
            if "~ahead" in tokens[at].values:
                return 1
            if "~back" in tokens[at].values:
                return -1
    best, direction = _REACH + 1, 0
    for step, at in ((-1, phrase.first - 1), (1, phrase.last + 1)):
        distance = 0
        while 0 <= at < len(tokens) and distance < best:
            token = tokens[at]
            if token.kind == "line" or token.low in ".!?;…" or (token.low in "“”«»„\"" and not phrase.quoted):
                break
            distance += _COMMA if token.low == "," else 1
            found = ("~future" in token.values) - ("~past" in token.values)
            if found and distance < best:
                best, direction = distance, found
                break
            at += step
    return direction


@lru_cache(maxsize=8)
def quoted(text: str) -> list[tuple[int, int]]:
    """Ranges between quotation marks; an unclosed straight one ends with its paragraph."""
    ranges: list[tuple[int, int]] = []
    opened, mark = -1, ""
    for found in _MARKS.finditer(text):
        at, one = found.start(), found.group()
        if opened < 0:
            if one in _OPEN or one == '"':
                opened, mark = at + 1, one
        elif one == mark == '"' or one in _CLOSES.get(mark, "") or (len(one) > 1 and mark == '"'):
            ranges.append((opened, at))
            opened = -1
    return ranges if opened < 0 else [*ranges, (opened, min(len(text), opened + _LONGEST))]


# -- the desk --------------------------------------------------------------------------------------


@dataclass
class Desk:
    """All phrases of an article with what is known about its day; `read` gives each its meaning."""

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
        self.source = "publication date" + (f" {_say(self.today)}" if self.today else "")
        if self.published and self.published.earliest != self.published.latest:
            self.source += " (inferred)"
        ranges = quoted(self.article.text.value)
        starts = [start for start, _ in ranges]
        for phrase in self.phrases:
            index = bisect_right(starts, phrase.start) - 1
            phrase.quoted = index >= 0 and phrase.start < ranges[index][1]

    def read(self) -> list[Meaning | None]:
        """The meaning of each phrase: full dates first, then what is counted from them."""
        self.meanings = [None] * len(self.phrases)
        for wave in (self._written, self._weekdays, self._counted):
            for number, phrase in enumerate(self.phrases):
                if self.meanings[number] is None:
                    self.meanings[number] = wave(number, phrase)
        return self.meanings

    # -- first: dates that carry their own month or year -----------------------------------------

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
        maker = getattr(self, f"_{phrase.op}", None) if phrase.op in _FIRST else None
        made: Meaning | None = maker(phrase) if maker else None
        return made

    def _numeric(self, phrase: Phrase) -> Meaning | None:
        text = str(phrase.slots.get("iso") or phrase.slots.get("numeric"))
        parts = [int(one) for one in text.replace("/", "-").replace(".", "-").split("-")]
        if "iso" in phrase.slots:
            day = _date(*parts)
            return _on(day, "written in full") if day else None
        first, second, year = parts
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        usual, other = _date(year, second, first), _date(year, first, second)
        if self.day_first == "no":
            usual, other = other, usual
        if usual and other and usual != other and self.day_first == "unsure":
            near = [one for one in (usual, other) if self.today and abs(one - self.today) <= _NEAR * _DAY]
            if len(near) != 1:
                return _span(_date(year, 1, 1), _date(year, 12, 31), "year", "day and month cannot be told apart")
            return _on(near[0], f"read day and month so that it lies near the {self.source}")
        day = usual or other
        return _on(day, "written in full") if day else None

    def _day(self, phrase: Phrase, month: int, day: int) -> Meaning | None:
        written = phrase.slots.get("year")
        weekday = phrase.slots.get("wday", phrase.slots.get("weekday"))
        if written:
            found = _date(int(written), month, day)
            if found is None:
                return None
            return self._parted(phrase, _on(found, "written in full", weekday=_wrong(found, weekday)))
        found, why = self._nearest_day(phrase, month, day)
        if found is None:
            return Meaning("DATE", f"XXXX-{month:02d}-{day:02d}") if _date(2024, month, day) else None
        return self._parted(phrase, _on(found, why, anchor=self.source, weekday=_wrong(found, weekday)))

    def _nearest_day(self, phrase: Phrase, month: int, day: int) -> tuple[date | None, str]:
        """The year that puts a day and month where tense and nearness want it."""
        if self.today is None:
            return None, ""
        year = self._year_beside(phrase)
        if year:
            return _date(year, month, day), f"in {year}, the year named in the same sentence"
        around = [_date(self.today.year + step, month, day) for step in (-1, 0, 1)]
        choices = [one for one in around if one]
        if not choices:
            return None, ""
        today = self.today
        nearest = min(choices, key=lambda one: abs(one - today))
        far = abs(nearest - today) > _CLOSE
        way = self._explicit(phrase) or (lean(self.tokens, phrase) if far else 0)
        fits = [one for one in choices if way * (one - today).days >= 0] if way else choices
        ahead = 2 if far and not way else 1  # news tells more of what was: a far day ahead counts double
        best = min(fits or choices, key=lambda one: abs(one - today) * (ahead if one > today else 1))
        return best, f"the year {best.year} puts it nearest to the {self.source}"

    def _explicit(self, phrase: Phrase) -> int:
        """-1, 0, 1 for last, this or none, next standing in the phrase."""
        return -1 if "last" in phrase.slots else 1 if "next" in phrase.slots else 0

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
        return _month_of(int(year), month, mod, why, anchor)

    def _month_year(self, phrase: Phrase, month: int) -> tuple[int | None, str]:
        if self.today is None:
            return None, ""
        beside = self._year_beside(phrase)
        if beside:
            return beside, f"in {beside}, the year named in the same sentence"
        way = self._explicit(phrase) or lean(self.tokens, phrase)
        year = self.today.year
        if way > 0:
            year += month < self.today.month
            return year, f"the first {MONTHS[month - 1]} not before the {self.source}, as the verb or cue is future"
        year -= month > self.today.month
        if "last" in phrase.slots and month == self.today.month:
            year -= 1
        return year, f"the latest {MONTHS[month - 1]} not after the {self.source}"

    def _year_beside(self, phrase: Phrase) -> int | None:
        """A year written before the phrase in the same sentence, when it is not the year of publication."""
        low, _ = self.article.sentence_at(phrase.start) or (phrase.start - 200, phrase.end)
        for other in reversed(self.phrases):
            if low <= other.start < phrase.start and other.op == "date" and other.end + 80 > phrase.start:
                year = other.slots.get("year") or other.slots.get("yearx")
                if year and self.today and int(year) < self.today.year:
                    return int(year)
        return None

    def _year(self, phrase: Phrase, year: int) -> Meaning | None:
        mod = str(phrase.slots.get("edge", ""))
        first, last = _date(year, 1, 1), _date(year, 12, 31)
        return _span(first, last, "year", "written in full", value=f"{year:04d}", mod=mod)

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
            first, last = _date(start_year, int(month), 1), _last_of(end_year, later)
            return _span(first, last, "range", "from month to month", value=f"{start_year}-{int(month):02d}/{end_year}-{later:02d}")
        if "year" in slots and "year2" in slots:
            first_year, second = int(slots["year"]), int(slots["year2"])
            second += first_year // 100 * 100 if second < 100 else 0
            if not first_year < second:
                return None
            first, last = _date(first_year, 1, 1), _date(second, 12, 31)
            return _span(first, last, "range", "from year to year", value=f"{first_year}/{second}")
        return None

    def _day_range(self, phrase: Phrase) -> Meaning | None:
        slots = phrase.slots
        month = int(slots.get("mon") or slots.get("mon2") or slots.get("month") or 0)
        later = int(slots.get("mon2") or month)
        if not month or "day" not in slots or "day2" not in slots:
            return None
        year = slots.get("year2") or slots.get("year")
        end = _date(int(year), later, int(slots["day2"])) if year else self._nearest_day(phrase, later, int(slots["day2"]))[0]
        if end is None:
            return None
        start = _date(end.year - (month > later), month, int(slots["day"]))
        if start is None or start > end:
            return None
        return _span(start, end, "range", "from day to day" + ("" if year else f", in the year nearest to the {self.source}"))

    def _decade(self, phrase: Phrase) -> Meaning | None:
        raw = phrase.slots.get("decade", phrase.slots.get("year", phrase.slots.get("digits")))
        if raw is None:
            return None
        year = int(raw)
        if year < 100:
            year += 2000 if year < 30 and phrase.op == "decade" and self.today and year <= self.today.year - 2000 else 1900
        if year % 10 or not 1000 <= year <= 2100:
            return None
        return _span(_date(year, 1, 1), _date(year + 9, 12, 31), "decade", "written in full", mod=str(phrase.slots.get("edge", "")))

    def _century(self, phrase: Phrase) -> Meaning | None:
        raw = phrase.slots.get("digits", phrase.slots.get("ordinal", phrase.slots.get("roman")))
        if raw is None or not 1 <= int(raw) <= 22:
            return None
        first = (int(raw) - 1) * 100 + 1
        return _span(_date(first, 1, 1), _date(first + 99, 12, 31), "century", "written in full", value=f"{int(raw) - 1:02d}",
                     mod=str(phrase.slots.get("edge", "")))  # fmt: skip

    def _season(self, phrase: Phrase) -> Meaning | None:
        code, year = str(phrase.slots["season"]), phrase.slots.get("year")
        why, anchor = "written with its year", ""
        if not year:
            if self.today is None:
                return Meaning("DATE", f"XXXX-{code}")
            way = self._explicit(phrase) or lean(self.tokens, phrase)
            year = self.today.year - (way <= 0 and _SEASONS[code] > self.today.month)
            if way > 0 and _SEASONS[code] + 2 < self.today.month:
                year += 1
            if "last" in phrase.slots and _SEASONS[code] <= self.today.month <= _SEASONS[code] + 2:
                year -= 1
            why, anchor = f"the nearest one to the {self.source} in the direction of the sentence", self.source
        first = _date(int(year), _SEASONS[code], 1)
        last = _last_of(int(year) + (code == "WI"), 2 if code == "WI" else _SEASONS[code] + 2)
        return _span(first, last, "season", why, anchor=anchor, value=f"{int(year)}-{code}", mod=str(phrase.slots.get("edge", "")))

    def _quarter_or_half(self, phrase: Phrase, length: int, letter: str) -> Meaning | None:
        which = int(phrase.slots.get("ordinal") or phrase.slots.get("quarter") or phrase.slots.get("halfth") or 0)
        if not 1 <= which <= 12 // length:
            return None
        year, anchor = phrase.slots.get("year"), ""
        if not year:
            if self.today is None:
                return Meaning("DATE", f"XXXX-{letter}{which}")
            year, anchor = self.today.year + self._explicit(phrase), self.source
            if not self._explicit(phrase) and "this" not in phrase.slots and lean(self.tokens, phrase) <= 0:
                year -= (which - 1) * length + 1 > self.today.month
        first = _date(int(year), (which - 1) * length + 1, 1)
        last = _last_of(int(year), which * length)
        kind = "quarter" if letter == "Q" else "half"
        return _span(first, last, kind, f"{kind} {which} of {int(year)}", anchor=anchor, value=f"{int(year)}-{letter}{which}")

    def _quarter(self, phrase: Phrase) -> Meaning | None:
        if phrase.args:  # a quarter of a century (ago)
            return self._fraction(phrase, 0.25)
        return self._quarter_or_half(phrase, 3, "Q")

    def _half(self, phrase: Phrase) -> Meaning | None:
        return self._quarter_or_half(phrase, 6, "H")

    def _halfunit(self, phrase: Phrase) -> Meaning | None:
        return self._fraction(phrase, 0.5)

    def _fraction(self, phrase: Phrase, share: float) -> Meaning | None:
        code, mod = str(phrase.slots.get("unit1", phrase.slots.get("unit", ""))), str(phrase.slots.get("mod", ""))
        smaller = {"CE": (100, "Y"), "DE": (10, "Y"), "Y": (12, "M"), "TH": (60, "TM"), "D": (24, "TH"), "M": (30, "D")}
        if code not in smaller:
            return None
        count, unit = smaller[code]
        if phrase.args[0] == "0":
            return Meaning("DURATION", _period(count * share, unit), mod=mod)
        return self._back(count * share, unit, int(phrase.args[0]), mod, False)

    def _duration(self, phrase: Phrase) -> Meaning | None:
        slots = phrase.slots
        unit = slots.get("unit") or slots.get("unit1") or slots.get("units") or self.tokens[phrase.last].values.get("unit")
        mod = str(slots.get("mod", ""))
        if not unit:
            return None
        if "few" in slots:
            return Meaning("DURATION", _vague(str(unit)), mod=mod)
        if "both" in slots:
            return Meaning("DURATION", _period(2, str(unit)), mod=mod)
        if self._is_article(phrase) and not mod and unit not in ("CE", "DE"):
            return None
        count = float(slots.get("num", slots.get("numhalf", 1)))
        count += 0.5 if "half" in phrase.args else 0
        return Meaning("DURATION", _period(count, str(unit)), mod=mod)

    def _is_article(self, phrase: Phrase) -> bool:
        """True for "a day" that measures nothing: no preposition of time before it, nothing counted after it."""
        before = self.tokens[phrase.first - 1].values if phrase.first else {}
        return "a" in self.tokens[phrase.first].values and phrase.last == phrase.first + 1 and "span" not in before

    def _vague(self, phrase: Phrase) -> Meaning | None:
        unit = phrase.slots.get("units") or phrase.slots.get("unit") or phrase.slots.get("unit1")
        return Meaning("DURATION", _vague(str(unit))) if unit else None

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
        return Meaning("SET", _period(count, str(unit)))

    # -- second: weekdays ------------------------------------------------------------------------

    def _weekdays(self, number: int, phrase: Phrase) -> Meaning | None:
        weekday = phrase.slots.get("weekday", phrase.slots.get("wday"))
        if phrase.op != "date" or weekday is None:
            return None
        if "day" in phrase.slots:  # Friday the 13th
            return self._day_of_month(phrase)
        day, why, anchor = self._weekday(number, phrase, int(weekday))
        if day is None:
            return Meaning("DATE", f"XXXX-WXX-{int(weekday) + 1}")
        return self._parted(phrase, _on(day, why, anchor=anchor))

    def _day_of_month(self, phrase: Phrase) -> Meaning | None:
        if self.today is None:
            return None
        found = _date(self.today.year, self.today.month, int(phrase.slots["day"]))
        if found is None:
            return None
        return _on(found, f"in the month of the {self.source}", anchor=self.source, weekday=_wrong(found, phrase.slots.get("wday")))

    def _weekday(self, number: int, phrase: Phrase, weekday: int) -> tuple[date | None, str, str]:
        name = WEEKDAYS[weekday]
        beside = self._joined(number)
        if beside is not None:
            return _next(beside, weekday), f"the {name} that follows {_say(beside)}, to which it is joined", "date nearby"
        if self.today is None:
            return None, "", ""
        way = self._explicit(phrase)
        strict = bool(way)
        way = way or lean(self.tokens, phrase)
        pair = self._paired(weekday, way) if not strict else None
        if pair is not None:
            return pair, f"the article itself calls {_say(pair)} a {name}", "date nearby"
        base = self._story_day(number) if not strict and "this" not in phrase.slots else None
        if base is not None:
            return _next(base - _DAY, weekday), f"the first {name} from {_say(base)}, the date told before it", "date nearby"
        if "this" in phrase.slots and not way:
            day = min((_next(self.today - _DAY, weekday), _last(self.today, weekday)), key=lambda one: abs(one - self.today))
            return day, f"the {name} nearest to the {self.source}", self.source
        if way > 0:
            day = _next(self.today - (timedelta() if strict else _DAY), weekday)
            return day, f"{name} counted forward from the {self.source}", self.source
        day = _last(self.today - (_DAY if strict else timedelta()), weekday)
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
                return day if (self.today - day).days > _STORY else None
        return None

    # -- third: counted from publication, or from a day beside ------------------------------------

    def _counted(self, number: int, phrase: Phrase) -> Meaning | None:
        maker = getattr(self, f"_{phrase.op}", None) if phrase.op in _THIRD else None
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
            return Meaning("TIME" if suffix else "DATE", ref + (f"T{suffix}" if suffix and ref != "PRESENT_REF" else ""))
        day = base + int(steps) * _DAY
        when = None
        wide = self.published if anchor == self.source else None
        if wide and (wide.latest - wide.earliest).days > 1:
            first, last = wide.earliest + int(steps) * _DAY, wide.latest + int(steps) * _DAY
            when = When(earliest=first, latest=last, precision="range", anchor=anchor, basis=why)
        meaning = _on(day, why, anchor=anchor)
        return self._parted(phrase, replace(meaning, when=when or meaning.when), str(suffix))

    def _speaker_day(self, number: int, phrase: Phrase) -> tuple[date | None, str, str]:
        """The day "today" is said on: for quoted words a day named beside them, else the day of publication."""
        if phrase.quoted:
            near = self._day_beside(phrase)
            if near is not None:
                return near, f"said inside a quotation that the passage dates {_say(near)}", "date nearby"
            main = self._main_day()
            if main is not None and self.today and 0 <= (self.today - main).days <= _NEAR:
                return main, f"said inside a quotation; {_say(main)} is the day the article tells of", "date nearby"
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
        ranges = [self.article.sentence_at(phrase.start), (block.start, block.end) if block else self._line(phrase.start)]
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

    def _line(self, position: int) -> tuple[int, int]:
        value = self.article.text.value
        end = value.find("\n", position)
        return value.rfind("\n", 0, position) + 1, end if end >= 0 else len(value)

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
        day = base + steps * _DAY
        return self._parted(phrase, _on(day, f"{steps:+d} day from {_say(base)}, {why}", anchor="date nearby"))

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
        code = phrase.args[0] if phrase.args and phrase.args[0].isupper() else phrase.slots.get("unit1") or phrase.slots.get("unit")
        mod = str(phrase.slots.get("edge", ""))
        if phrase.args and phrase.args[0] == "at":
            return self._unit_at(phrase.args[1], int(phrase.args[2]), mod)
        if "back" in phrase.args:
            return self._unit_at(str(code), -1, mod)
        if "before" in phrase.args:  # el año anterior: the one before a date told, or before publication
            return self._unit_at(str(self.tokens[phrase.last].values.get("unit") or self.tokens[phrase.last - 1].values.get("unit")), -1, mod)
        if "age" in phrase.slots:  # the past decade
            return self._unit_at(str(self.tokens[phrase.last].values["unit"]), -1, mod)
        return self._unit_at(str(code), self._explicit(phrase), mod)

    def _unit_at(self, code: str, steps: int, mod: str) -> Meaning | None:
        if self.today is None or (code.startswith("T") and steps):
            ref = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[max(-1, min(1, steps))]
            return Meaning("DATE", ref, mod=mod)
        today, why = self.today, f"counted from the {self.source}"
        if code == "W":
            first = today - today.weekday() * _DAY + 7 * steps * _DAY
            return _span(first, first + 6 * _DAY, "week", why, anchor=self.source, mod=mod)
        if code == "M":
            year, month = _months(today, steps)
            return _month_of(year, month, mod, why, self.source)
        if code == "Q":
            year, month = _months(today, steps * 3)
            which = (month - 1) // 3 + 1
            return _span(_date(year, which * 3 - 2, 1), _last_of(year, which * 3), "quarter", why, anchor=self.source, value=f"{year}-Q{which}", mod=mod)
        if code == "Y":
            year = today.year + steps
            return _span(_date(year, 1, 1), _date(year, 12, 31), "year", why, anchor=self.source, mod=mod)
        if code in ("DE", "CE"):
            size = 10 if code == "DE" else 100
            start = (today.year // size + steps) * size
            return _span(_date(start, 1, 1), _date(start + size - 1, 12, 31), "decade" if size == 10 else "century", why, anchor=self.source, mod=mod)
        return _on(today + steps * _DAY, why, anchor=self.source) if code in ("D", "NI", "TH", "TM") else None

    def _ago(self, number: int, phrase: Phrase) -> Meaning | None:
        slots, way = phrase.slots, int(phrase.args[0])
        unit, mod = str(slots.get("unit") or slots.get("unit1") or slots.get("units")), str(slots.get("mod", ""))
        period = "P" in phrase.args
        if "few" in slots or ("num" not in slots and "units" in slots):
            if self.today and unit.startswith("T"):
                return _on(self.today, f"counted from the {self.source}", anchor=self.source)
            return Meaning("DURATION", _vague(unit)) if period else Meaning("DATE", "PAST_REF" if way < 0 else "FUTURE_REF", mod=mod)
        count = float(slots.get("num", 1))
        if way > 0 and lean(self.tokens, phrase) < period:  # in zwei Tagen: ahead only where the verb says so
            return Meaning("DURATION", _period(count, unit), mod=mod)
        return self._back(count, unit, way, mod, period)

    def _back(self, count: float, unit: str, way: int, mod: str, period: bool) -> Meaning | None:
        """`count` units before (way -1) or after the day of publication, as precise as the unit."""
        length = _period(count, unit)
        if self.today is None:
            return Meaning("DURATION", length, mod=mod) if period else Meaning("DATE", "PAST_REF" if way < 0 else "FUTURE_REF", mod=mod)
        why = f"{length} counted {'back' if way < 0 else 'forward'} from the {self.source}"
        if unit in ("Y", "DE", "CE"):
            year = self.today.year + int(way * count * {"Y": 1, "DE": 10, "CE": 100}[unit])
            made = _span(_date(year, 1, 1), _date(year, 12, 31), "year", why, anchor=self.source, mod=mod)
        elif unit == "M":
            made = _month_of(*_months(self.today, int(way * count)), mod, why, self.source)
        elif unit == "W" and count != 1:
            made = _span_week(self.today + way * int(count * 7) * _DAY, why, self.source, mod)
        else:
            days = {"W": 7, "D": 1, "NI": 1}.get(unit, 0)
            made = replace(_on(self.today + way * int(count * days) * _DAY, why, anchor=self.source), mod=mod)
        return Meaning("DURATION", length, made.when if made else None, mod) if period else made

    def _part(self, number: int, phrase: Phrase) -> Meaning | None:
        part = str(phrase.slots["part"])
        base, why, anchor = self._speaker_day(number, phrase)
        if base is None:
            return Meaning("TIME", f"XXXX-XX-XXT{part}")
        if "this" not in phrase.slots and "last" not in phrase.slots:
            base = self._day_beside(phrase) or base
        return self._parted(phrase, _on(base + self._explicit(phrase) * _DAY, why, anchor=anchor), part)

    def _weekend(self, number: int, phrase: Phrase) -> Meaning | None:
        if self.today is None:
            return Meaning("DATE", "XXXX-WXX-WE")
        way = self._explicit(phrase)
        monday = self.today - self.today.weekday() * _DAY
        ahead = way > 0 or (not way and lean(self.tokens, phrase) > 0) or ("this" in phrase.slots and way == 0)
        if way < 0 or (not ahead and self.today.weekday() < 5):
            monday -= 7 * _DAY
        elif way > 0 and self.today.weekday() >= 5:
            monday += 7 * _DAY
        year, week, _ = monday.isocalendar()
        return _span(monday + 5 * _DAY, monday + 6 * _DAY, "range", f"the weekend next to the {self.source}", anchor=self.source, value=f"{year}-W{week:02d}-WE")

    def _clock(self, number: int, phrase: Phrase) -> Meaning | None:
        time = _clock_time(phrase, self.article.text.value[phrase.start : phrase.end].lower())
        if time is None:
            return None
        day = self._day_before(number) or self._day_beside(phrase, within=_BESIDE)
        if day is None and self.published and self.published.precision == "day":
            day = self.today
        if day is None:
            return Meaning("TIME", time)
        return replace(_on(day, "the clock of a day named beside it or of publication", anchor="date nearby"), type="TIME", value=day.isoformat() + time)

    def _suffix(self, phrase: Phrase) -> str:
        part = phrase.slots.get("part") or self.tokens[phrase.last].values.get("part")
        return f"T{part}" if part else ""

    def _parted(self, phrase: Phrase, meaning: Meaning, part: str = "") -> Meaning:
        """The meaning with the part of the day that the phrase names."""
        part = part or str(phrase.slots.get("part", "") or "")
        if not part and "daypart" in self.tokens[phrase.last].values:  # Dienstagabend
            part = str(self.tokens[phrase.last].values["part"])
        return replace(meaning, type="TIME", value=f"{meaning.value}T{part}") if part else meaning


_FIRST = frozenset("range decade century season quarter half halfunit duration vague vagueword vagueref ref set".split())
_THIRD = frozenset("shift event unit ago part weekend clock".split())


# -- small calendar --------------------------------------------------------------------------------


def _say(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _date(year: int, month: int, day: int) -> date | None:
    """The date, None when the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= _length(year, month)):
        return None
    return date(year, month, day)


def _length(year: int, month: int) -> int:
    return 31 if month in (1, 3, 5, 7, 8, 10, 12) else 30 if month != 2 else 28 + (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def _last_of(year: int, month: int) -> date:
    return date(year, month, _length(year, month))


def _months(day: date, steps: int) -> tuple[int, int]:
    total = day.year * 12 + day.month - 1 + steps
    return total // 12, total % 12 + 1


def _next(day: date, weekday: int) -> date:
    """The first such weekday strictly after a day."""
    return day + ((weekday - day.weekday() - 1) % 7 + 1) * _DAY


def _last(day: date, weekday: int) -> date:
    """The last such weekday up to and including a day."""
    return day - ((day.weekday() - weekday) % 7) * _DAY


def _wrong(day: date, weekday: int | None) -> str:
    return WEEKDAYS[day.weekday()] if weekday is not None and int(weekday) != day.weekday() else ""


def _on(day: date, why: str, *, anchor: str = "", weekday: str = "") -> Meaning:
    if weekday:
        why += f"; the weekday written does not fit: it was a {weekday}"
    return Meaning("DATE", day.isoformat(), When(earliest=day, latest=day, precision="day", anchor=anchor, basis=why), weekday=weekday)


def _span(
    first: date | None, last: date | None, precision: str, why: str, *, anchor: str = "", value: str = "", mod: str = ""
) -> Meaning | None:
    if first is None or last is None:
        return None
    if mod in ("START", "MID", "END"):
        third = (last - first) // 3
        first, last = {"START": (first, first + third), "MID": (first + third, last - third), "END": (last - third, last)}[mod]
        precision_used = "range"
    else:
        precision_used = precision
    when = When(earliest=first, latest=last, precision=precision_used, anchor=anchor, basis=why)
    plain = replace(when, precision=precision).value if mod else when.value
    return Meaning("DATE", value or plain, when, mod)


def _span_week(day: date, why: str, anchor: str, mod: str) -> Meaning | None:
    monday = day - day.weekday() * _DAY
    return _span(monday, monday + 6 * _DAY, "week", why, anchor=anchor, mod=mod)


def _month_of(year: int, month: int, mod: str, why: str, anchor: str = "") -> Meaning | None:
    return _span(_date(year, month, 1), _last_of(year, month), "month", why, anchor=anchor, value=f"{year:04d}-{month:02d}", mod=mod)


def _period(count: float, unit: str) -> str:
    """TIMEX3 of a length: P24Y, PT2H, P100Y for a century."""
    count, unit = {"CE": (count * 100, "Y"), "DE": (count * 10, "Y"), "Q": (count * 3, "M")}.get(unit, (count, unit))
    number = f"{count:g}" if count < 1e6 else f"{count:.0f}"
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{'D' if unit == 'NI' else unit}"


def _vague(unit: str) -> str:
    return f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{'D' if unit == 'NI' else unit}"


def _clock_time(phrase: Phrase, text: str) -> str | None:
    """Thh:mm of a clock phrase; None when no clock shows it."""
    slots = phrase.slots
    if "noon" in slots:
        return f"T{slots['noon']}"
    raw = str(slots.get("clock") or slots.get("hm") or "")
    minute = int(slots.get("minute", 0) or 0)
    if raw:
        hour, minute = (int(one) for one in raw.replace(".", ":").replace(",", ":").split(":")[:2])
    else:
        hour = int(slots.get("hour", 99))
    if "p.m" in text or text.rstrip(".").endswith("pm"):
        hour += 12 if hour < 12 else 0
    zone = str(slots.get("zone", ""))
    return f"T{hour:02d}:{minute:02d}{'Z' if zone in ('gmt', 'utc') else ''}" if hour <= 24 and minute < 60 else None
