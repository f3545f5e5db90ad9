"""By which words of an undated article its day was found, in words."""

from __future__ import annotations

from datetime import date

from dragoman.read.clues import Clue
from dragoman.read.days import WEEKDAYS
from dragoman.records import Article

__all__ = ["deciding", "quoted", "reasons"]


def deciding(clues: list[Clue], newest: Clue | None, first: Clue | None, best: date) -> Clue:
    """The clue whose words are shown: a weekday that is the day found, else the day that bounds it."""
    here = [clue for clue in clues if (clue.day == best if clue.day else clue.weekday == best.weekday())]
    bare = [clue for clue in here if clue.day is None and (clue.way <= 0 or clue.this)]
    return (bare or here or [clue for clue in (newest, first) if clue] or clues)[0]


def reasons(article: Article, clues: list[Clue], newest: Clue | None, first: Clue | None, best: date) -> str:
    """The clues in words."""
    out = []
    if newest and newest.day:
        out.append(f"{quoted(article, newest)} ({newest.day}) is told as past")
    if first and first.day:
        out.append(f"{quoted(article, first)} ({first.day}) is still planned")
    names = sorted({clue.weekday for clue in clues if clue.day is None and clue.weekday is not None})
    beside = sorted({clue.beside for clue in (newest, first) if clue and clue.beside})
    if beside:
        days = ", ".join(day.isoformat() for day in beside)
        out.append(f"the year is the one of other articles of the story ({days})")
    if names:
        out.append("it says " + ", ".join(WEEKDAYS[name] for name in names) + " without a date")
    return "; ".join(out) + f"; likeliest day {best.isoformat()}"


def quoted(article: Article, clue: Clue) -> str:
    return "'" + " ".join(article.text.value[clue.phrase.start : clue.phrase.end].split()) + "'"
