"""A day as people write it, so that "6 décembre 2024" finds an article's "last Friday" in whatever language.

>>> from datetime import date
>>> written(When(earliest=date(2024, 12, 6), latest=date(2024, 12, 6), precision="day"), "it")[:3]
['6', 'dec', 'december']
"""

from __future__ import annotations

from functools import cache

from babel import UnknownLocaleError
from babel.dates import get_month_names

from dragoman.records import When
from dragoman.store.words import tokens

__all__ = ["written"]

_ASKED_IN = ("en", "fr", "de", "es", "ru")  # languages that are asked in whatever the article is written in


def written(when: When, language: str) -> list[str]:
    """The number of a day and its month's names in the languages asked in and in the article's; a month without one."""
    if when.precision not in ("day", "month"):
        return []
    names = {name for one in (*_ASKED_IN, language) for name in _names(one)[when.earliest.month - 1]}
    return [*([str(when.earliest.day)] if when.precision == "day" else []), *sorted(names)]


@cache
def _names(language: str) -> tuple[frozenset[str], ...]:
    """The words of each month's names in a language; none where the tables do not know it."""
    try:
        tables = [
            get_month_names("wide", "format", language),
            get_month_names("wide", "stand-alone", language),
            get_month_names("abbreviated", "format", language),
        ]
    except (UnknownLocaleError, ValueError):
        return (frozenset(),) * 12
    return tuple(frozenset(word for one in tables for word in tokens(str(one[month]))) for month in range(1, 13))
