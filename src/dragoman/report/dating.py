"""Dates as a person writes them in the language of the page, no finer than they are known."""

from __future__ import annotations

from datetime import date

from dragoman.records import When
from dragoman.report.messages import Messages, messages

__all__ = ["dated", "precision"]


def dated(when: When | None, say: Messages | None = None) -> str:
    """19 Jun 2024, Jun 2024, 17-18 Jun 2024, by 4 Dec 2024, since Oct 2023, undated."""
    say = say or messages()
    if when is None:
        return say("date.none")
    first, last = when.earliest, when.latest
    if first == last:
        return _day(first, say)
    bounded = date.min < first and last < date.max
    if when.precision == "year" or (bounded and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if when.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{_month(first, say)} {first.year}"
    if when.precision == "open" and first != date.min:
        month = f"{_month(first, say)} {first.year}"
        return say("date.since_month", month=month) if first.day == 1 else say("date.since", day=_day(first, say))
    if first == date.min or last == date.max:
        return say("date.by", day=_day(last, say)) if last != date.max else say("date.from", day=_day(first, say))
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last, say)}"
    start = f"{first.day} {_month(first, say)}" if first.year == last.year else _day(first, say)
    return f"{start} – {_day(last, say)}"


def precision(when: When | None, say: Messages) -> str:
    """How finely a date is known."""
    return say.name("precision", when.precision) if when else say("date.unsaid")


def _month(day: date, say: Messages) -> str:
    return say.listed("date.months")[day.month - 1]


def _day(day: date, say: Messages) -> str:
    number = say("date.first") if day.day == 1 else str(day.day)
    return f"{number} {_month(day, say)} {day.year}"
