"""Days written out in full: what a manifest, a tag or a date line says, as `When`; never a guess."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache

from dragoman.languages import language as words_of
from dragoman.records import When

__all__ = ["day_in", "given_day", "when"]

ISO = re.compile(r"\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d.*)?\s*")  # 2024-06-19T10:00Z · 2024-06 · 2024
COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*")  # 20240619
YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})\s?[日일]?(?!\d)")
NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?[./-]\s?((?:19|20)\d\d|\d\d)(?![\d.]*\d)")
DAY_NAME = re.compile(
    r"(?<![\d:])(\d{1,2})(?:er|st|nd|rd|th|º|ª|\.)?\s+(?:de\s+|of\s+)?([^\W\d_]{2,})\.?,?\s+(?:de\s+|del\s+)?((?:19|20)\d\d)(?!\d)"
)  # 19 juin 2024 · 19 de junio de 2024 · 4. Dezember 2024
NAME_DAY = re.compile(r"(?<!\w)([^\W\d_]{2,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)")  # June 3, 2021
#: Languages whose all-figure dates put the month first; English pages do either, so both readings must agree.
MONTH_FIRST = frozenset({"en"})


def when(year: int, month: int | None, day: int | None, *, basis: str) -> When | None:
    """A day, month or year as `When`; None when the calendar has no such day."""
    if not 1800 <= year <= 2200 or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return When(earliest=date(year, 1, 1), latest=date(year, 12, 31), precision="year", basis=basis)
    last = monthrange(year, month)[1]
    if day is None:
        return When(earliest=date(year, month, 1), latest=date(year, month, last), precision="month", basis=basis)
    if not 1 <= day <= last:
        return None
    return When(earliest=date(year, month, day), latest=date(year, month, day), precision="day", basis=basis)


def given_day(words: str, *, basis: str, language: str = "und") -> When | None:
    """What a field holds: ISO 8601 (also only year or month), RFC 2822, or a written-out day."""
    match = ISO.fullmatch(words)
    if match:
        year, month, day = (int(part) if part else None for part in match.groups())
        return when(year or 0, month, day, basis=basis)
    match = COMPACT.fullmatch(words)
    if match:
        return when(int(match[1]), int(match[2]), int(match[3]), basis=basis)
    found = day_in(words, language, basis=basis)
    return found[0] if found else None


def day_in(words: str, language: str, *, basis: str) -> tuple[When, int, int] | None:
    """(When, start, end) of the first day written with its year; None where day and month could be swapped."""
    for pattern, order in ((YEAR_FIRST, "ymd"), (DAY_NAME, "dny"), (NAME_DAY, "ndy"), (NUMERIC, "numeric")):
        for match in pattern.finditer(words):
            found = _read(match, order, language, basis)
            if found:
                return found, match.start(), match.end()
    return None


def _read(match: re.Match[str], order: str, language: str, basis: str) -> When | None:
    if order == "ymd":
        return when(int(match[1]), int(match[2]), int(match[3]), basis=basis)
    if order == "numeric":
        return _numeric(match, language, basis)
    day, name = (match[1], match[2]) if order == "dny" else (match[2], match[1])
    month = months(language).get(name.casefold().rstrip(".")) or months("en").get(name.casefold().rstrip("."))
    return when(int(match[3]), month, int(day), basis=basis) if month else None


def _numeric(match: re.Match[str], language: str, basis: str) -> When | None:
    """17.07.2023 · 3/6/2021: day first, unless the language (or the figures) say otherwise."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += 0 if year > 99 else 2000
    if second > 12:
        return when(year, first, second, basis=basis)
    if language in MONTH_FIRST and match[2] == "/" and first <= 12 and first != second:
        return None
    return when(year, second, first, basis=basis)


@cache
def months(language: str) -> dict[str, int]:
    """{name: number} of a language's months as CLDR has them, long and short, in running text and alone."""
    from babel.core import UnknownLocaleError
    from babel.dates import get_month_names

    names: dict[str, int] = {}
    try:
        for width in ("abbreviated", "wide"):
            for context in ("stand-alone", "format"):
                found = get_month_names(width, context=context, locale=language)
                names.update({name.casefold().rstrip("."): number for number, name in found.items()})
    except (UnknownLocaleError, ValueError):
        return {}
    own = words_of(language).table("dates", "months")
    return {str(name).casefold(): int(number) for name, number in own.items()} | names
