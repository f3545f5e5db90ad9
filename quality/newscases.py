"""Which cases of `recognizers_specs` concern news, chosen by how the time or number is written.

The set holds test sentences of a library for assistants. A case is kept by the file it comes from, by its TIMEX and by
what its words hold, never by whether we read it; `kind_of` is the whole choice, and every case left out says why.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

__all__ = ["Case", "cases", "count", "kind_of"]

#: Spec files with a value to compare; extractors give no value, the merged ones repeat the others with options.
FILES = {"DateParser", "DatePeriodParser", "DateTimeModel", "NumberModel", "PercentModel"}
TYPES = {"date", "daterange", "duration"}
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")  # 2016-11-07, XXXX-10-02
_MONTH = re.compile(r"(?:\d{4}|XXXX)-\d\d")
_WEEKDAY = re.compile(r"XXXX-WXX-\d|\d{4}-W\d\d-\d")
_WEEK = re.compile(r"\d{4}-W\d\d")
_LENGTH = re.compile(r"PT?\d+[YMWDHS]")  # P3W; no fractions, no sums
_DIGITS = re.compile(r"\d")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SEPARATED = re.compile(r"\d\s*[-/.]\s*(?:\d|\w{3,}\s*[-/.])")  # 4-22, 23-2020-September, 11/2016
_WORDS = re.compile(r"[^\W\d_]+")
#: languages that write months and weekdays with a capital letter
CAPITALS = {"en", "de"}
#: words for a length that nobody counted
VAGUE = {
    *("few", "several", "some", "all", "whole", "another", "entire", "rest"),
    *("quelques", "plusieurs", "tout", "toute", "autre", "reste"),
    *("unos", "unas", "varios", "varias", "otro", "otra", "todo", "toda", "algunos", "algunas", "pocos", "resto"),
    *("ganzen", "ganze", "ganzer", "einige", "mehrere", "paar"),
}
_LINKS = 3  # words beside the names in a date: "the 4th of July" has three, "4 de julio de 2019" two
_SHORT = 4  # words of a time that is counted from the day of writing: "the week before last" has four
_NO_COUNT = "numbers without a sentence, parts of dates, fractions in words, negative ones"
_SENTENCE = 3  # words of a text at least: "2" and "twenty" alone are no line of news


@dataclass(frozen=True)
class Case:
    """One case: its sentence, the words, what they mean, and why it is kept (`kind`) or left out (`why`)."""

    lang: str
    text: str
    day: date | None
    gold: Mapping[str, Any]
    kind: str
    why: str

    @property
    def words(self) -> str:
        """The words that hold the time or number."""
        return self.text[self.gold["start"] : self.gold["end"]]


@cache
def _names(lang: str, kind: str) -> frozenset[str]:
    """Names of months or weekdays in full, by CLDR."""
    table = getattr(Locale.parse(lang), kind)
    return frozenset(name.lower() for context in table.values() for name in context.get("wide", {}).values())


def kind_of(lang: str, words: str, timex: str, day: date | None = None) -> tuple[str, str]:
    """(kind, "") of a time as newspapers write it, or ("", why it is left out)."""
    named = _WORDS.findall(words)
    low = [word.lower() for word in named]
    months = [word for word in named if word.lower() in _names(lang, "months")]
    weekdays = [word for word in named if word.lower() in _names(lang, "days")]
    if lang in CAPITALS and any(word.islower() for word in (*months, *weekdays)):
        return "", "names of months and weekdays in small letters"
    if _SEPARATED.search(words) and not re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        return "", "figures with strokes, dashes or dots between them"
    if VAGUE & set(low):
        return "", "vague lengths given a number, whole days and weeks"
    digits, other = len(re.findall(r"\d+", words)), len(named) - len(months) - len(weekdays)
    if _LENGTH.fullmatch(timex):
        return "length", ""
    if _DAY.fullmatch(timex) and months:
        plain = other <= _LINKS and digits == (1 if timex[0] == "X" else 2)
        return ("day", "") if plain else ("", "day or year in words, counting on from a date")
    if _WEEKDAY.fullmatch(timex) or (_DAY.fullmatch(timex) and weekdays):
        plain = bool(weekdays) and not digits and len(named) < _LINKS
        return ("weekday", "") if plain else ("", "a weekday by its number or shortened, counting on from it")
    if _MONTH.fullmatch(timex):
        plain = bool(months) and other <= _LINKS and digits <= 1
        return ("month", "") if plain else ("", "a month by its number or shortened")
    if re.fullmatch(r"\d{4}", timex) and _YEAR.search(words):
        return "year", ""
    if timex.startswith("(") and len(months) + len(_YEAR.findall(words)) >= 2 and other - len(months) <= _SHORT:
        return "range", ""
    near = day is not None and timex[:4].isdigit() and abs(int(timex[:4]) - day.year) <= 1
    if near and not digits and not months and not weekdays and len(named) <= _SHORT:
        if _DAY.fullmatch(timex):
            return "relative day", ""
        if _WEEK.fullmatch(timex) or re.fullmatch(r"\d{4}", timex):
            return "relative week or year", ""
    return "", "holidays, parts of weeks and months, weeks and years by their number or in words"


def cases(folder: Path) -> Iterator[Case]:
    """Every case of a day, a range of days, a length, a number or a share, in the order of the set."""
    golds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        golds[gold["id"]].append(gold)
    for line in (folder / "docs.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        for gold in golds[row["id"]]:
            yield _case(row, gold)


def _case(row: Mapping[str, Any], gold: Mapping[str, Any]) -> Case:
    text, lang = row["text"], row["lang"]
    day = date.fromisoformat(row["date"][:10]) if row.get("date") else None
    kind, why = "", ""
    what = str(gold["type"] or "").removeprefix("datetimeV2.")
    if row["model"] not in FILES or gold["value"] is None:
        why = "extractors without a value, merged files that repeat the others, measures and money"
    elif gold["layer"] == "numbers":
        value, words = count(gold["value"]), text[gold["start"] : gold["end"]]
        plain = value is not None and value >= 0 and (value.is_integer() or bool(_DIGITS.search(words)))
        plain = plain and len(_WORDS.findall(text.replace(words, "", 1))) >= _SENTENCE
        dated = re.search(r"\d[/.-]", text[max(gold["start"] - 2, 0) : gold["end"] + 1].replace(words, "0"))
        kind, why = (str(what), "") if plain and not dated else ("", _NO_COUNT)
    elif what not in TYPES:
        why = "clock times, appointments, repeated times, time zones"
    elif day is None and what != "duration":
        why = "no day to count from"
    else:
        kind, why = kind_of(lang, text[gold["start"] : gold["end"]], str(gold["value"]), day)
    return Case(lang, text, day, gold, kind, why)


def count(value: str) -> float | None:
    """The value of a number as the set writes it (French with a comma); None for what is no plain number."""
    plain = str(value).rstrip("%").replace(" ", "").replace(",", ".")
    return float(plain) if re.fullmatch(r"-?\d+(?:\.\d+)?", plain) else None
