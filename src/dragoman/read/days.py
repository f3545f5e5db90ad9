"""Days, months and lengths as TIMEX3 values and `When`s: the arithmetic under every time expression."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.read.phrases import Phrase
from dragoman.records import When

__all__ = [
    "DAY",
    "MONTHS",
    "WEEKDAYS",
    "Meaning",
    "clock_time",
    "day_of",
    "last_of",
    "last_weekday",
    "length_of",
    "month_of",
    "months_from",
    "next_weekday",
    "on",
    "say",
    "stretch",
    "vague",
    "week_of",
    "working_day",
    "wrong_weekday",
]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
DAY = timedelta(days=1)
#: Units that TIMEX3 has no letter for, in units that it has.
_LARGER = {"CE": (100, "Y"), "DE": (10, "Y"), "Q": (3, "M"), "FN": (2, "W")}
_DUSK = 7  # from this hour on "at night" is the evening
_QUARTER = 0.25  # of an hour
_USABLE = timedelta(days=31)  # a publication range wider than a month says nothing about "Friday" or "last month"


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


def say(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, None when the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= _length(year, month)):
        return None
    return date(year, month, day)


def _length(year: int, month: int) -> int:
    return (
        31
        if month in (1, 3, 5, 7, 8, 10, 12)
        else 30
        if month != 2
        else 28 + (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    )


def last_of(year: int, month: int) -> date:
    return date(year, month, _length(year, month))


def months_from(day: date, steps: int) -> tuple[int, int]:
    total = day.year * 12 + day.month - 1 + steps
    return total // 12, total % 12 + 1


def next_weekday(day: date, weekday: int) -> date:
    """The first such weekday strictly after a day."""
    return day + ((weekday - day.weekday() - 1) % 7 + 1) * DAY


def last_weekday(day: date, weekday: int) -> date:
    """The last such weekday up to and including a day."""
    return day - ((day.weekday() - weekday) % 7) * DAY


def wrong_weekday(day: date, weekday: int | None) -> str:
    return WEEKDAYS[day.weekday()] if weekday is not None and int(weekday) != day.weekday() else ""


def on(day: date, why: str, *, anchor: str = "", weekday: str = "") -> Meaning:
    if weekday:
        why += f"; the weekday written does not fit: it was a {weekday}"
    return Meaning(
        "DATE",
        day.isoformat(),
        When(earliest=day, latest=day, precision="day", anchor=anchor, basis=why),
        weekday=weekday,
    )


def stretch(
    first: date | None, last: date | None, precision: str, why: str, *, anchor: str = "", value: str = "", mod: str = ""
) -> Meaning | None:
    if first is None or last is None:
        return None
    if mod in ("START", "MID", "END"):
        third = (last - first) // 3
        first, last = {
            "START": (first, first + third),
            "MID": (first + third, last - third),
            "END": (last - third, last),
        }[mod]
        precision_used = "range"
    else:
        precision_used = precision
    when = When(earliest=first, latest=last, precision=precision_used, anchor=anchor, basis=why)
    plain = replace(when, precision=precision).value if mod else when.value
    return Meaning("DATE", value or plain, when, mod)


def week_of(day: date, why: str, anchor: str, mod: str) -> Meaning | None:
    monday = day - day.weekday() * DAY
    return stretch(monday, monday + 6 * DAY, "week", why, anchor=anchor, mod=mod)


def month_of(year: int, month: int, mod: str, why: str, anchor: str = "") -> Meaning | None:
    return stretch(
        day_of(year, month, 1),
        last_of(year, month),
        "month",
        why,
        anchor=anchor,
        value=f"{year:04d}-{month:02d}",
        mod=mod,
    )


def length_of(count: float, unit: str) -> str:
    """TIMEX3 of a length: P24Y, PT2H, P100Y for a century."""
    count, unit = _LARGER.get(unit, (1, unit))[0] * count, _LARGER.get(unit, (1, unit))[1]
    if unit == "TH" and count % 1 == _QUARTER:
        return f"PT{count:.0f}H15M"
    number = f"{count:g}" if count < 1e6 else f"{count:.0f}"
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{'D' if unit == 'NI' else unit}"


def vague(unit: str) -> str:
    return f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{ {'NI': 'D', 'FN': 'W'}.get(unit, unit) }"


def clock_time(phrase: Phrase, text: str) -> str | None:
    """Thh:mm of a clock phrase; None when no clock shows it."""
    slots = phrase.slots
    if "noon" in slots:
        return f"T{slots['noon']}"
    raw = "" if text.isdigit() else str(slots.get("clock") or slots.get("hm") or "")  # 16 of "16 bis 17.30 Uhr"
    minute = int(slots.get("minute", 0) or 0)
    if raw:
        hour, minute = (int(one) for one in raw.replace(".", ":").replace(",", ":").split(":")[:2])
    else:
        hour = int(slots.get("hour", 99))
    if "p.m" in text or text.rstrip(".").endswith("pm"):
        hour += 12 if hour < 12 else 0
    part = str(slots.get("part", ""))
    if (part in ("AF", "EV") or (part == "NI" and hour >= _DUSK)) and 1 <= hour < 12:  # las 5 de la tarde
        hour += 12
    zone = str(slots.get("zone", ""))
    return f"T{hour:02d}:{minute:02d}{'Z' if zone in ('gmt', 'utc') else ''}" if hour <= 24 and minute < 60 else None
