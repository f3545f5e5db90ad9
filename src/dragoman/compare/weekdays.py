"""A weekday that does not fit the date written beside it; another article that gives the true one settles it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from dragoman.compare.view import View, found, told
from dragoman.languages import Language, language
from dragoman.records import Finding, Reading, Time, When
from dragoman.spans import Span

__all__ = ["weekday_names", "weekdays"]

_RULE = "weekday"
_MONTH_DAY = re.compile(r"XXXX-(?:0[1-9]|1[0-2])-\d\d")  # a day whose year nothing in the article tells
_NEAR = timedelta(days=10)  # between such a day and one on which another article of the story appeared


def weekdays(view: View) -> Iterator[Finding]:
    """Every written date whose weekday is another one: "Tuesday, 10 May 2023" (a Wednesday)."""
    for reading in view.readings:
        for time in reading.of(Time):
            if time.weekday and time.when:
                yield _finding(time, reading, view)
            elif day := _in_story(time, reading, view):
                yield _beside(time, day, view)


def _in_story(time: Time, reading: Reading, view: View) -> date | None:
    """The day that a weekday of an article without a day does not fit, in the only year near to the story's days."""
    if time.when or reading.article.published or not _MONTH_DAY.fullmatch(time.value):
        return None
    names = language(reading.article.language).once(weekday_names)
    words = view.words(time.hull).casefold().replace(",", " ").split()
    weekday = next((names[word] for word in words if word in names), None)
    told = [one.article.published.earliest for one in view.readings if one.article.published]
    days = {made for one in told if (made := _of_year(one, time.value)) and abs(one - made) <= _NEAR}
    return min(days) if weekday is not None and len(days) == 1 and weekday != min(days).weekday() else None


def _of_year(one: date, value: str) -> date | None:
    """The month and day of a value in the year of a day: XXXX-08-02 → 2024-08-02."""
    month, day = int(value[5:7]), int(value[8:])
    return date(one.year, month, day) if day <= monthrange(one.year, month)[1] else None


def _beside(time: Time, day: date, view: View) -> Finding:
    """Told with the year that the story gives, which the article does not."""
    name = format_date(day, "EEEE", locale="en")
    on = When(earliest=day, latest=day, precision="day")
    why = (
        f"{view.quoted(time.hull)}: {told(on)} was a {name}, in the year of the story's "
        "other articles; the weekday or the date is wrong."
    )
    return found("internal_inconsistency", _RULE, time.spans, why, severity="warning", settles="a calendar")


def _finding(time: Time, reading: Reading, view: View) -> Finding:
    assert time.when is not None
    others = list(_settled(time, view))
    twin = next((one for one in reading.of(Time) if _same_day(one, time, view)), None)
    spans = [*time.spans, *(twin.spans if twin else ()), *others[:2]]
    settles = f"{view.quoted(others[0])} in another article gives the same day as a {time.weekday}" if others else ""
    year = (
        "" if str(time.when.earliest.year) in view.words(time.hull) else ", in the year that the article's dates give"
    )
    why = f"{view.quoted(time.hull)}: {told(time.when)} was a {time.weekday}{year}; the weekday or the date is wrong."
    return found("internal_inconsistency", _RULE, spans, why, severity="warning", settles=settles or "a calendar")


def _same_day(one: Time, time: Time, view: View) -> bool:
    """The same day once more in the article, written with its number and without a weekday of its own."""
    if one is time or one.weekday or one.when is None or one.value != time.value:
        return False
    return any(letter.isdigit() for letter in view.words(one.hull))


def _settled(time: Time, view: View) -> Iterator[Span]:
    """Where other articles name the true weekday of that day."""
    assert time.when is not None
    day = time.when.earliest
    for reading in view.readings:
        if reading.article.source == time.source:
            continue
        names = language(reading.article.language).once(weekday_names)
        for one in reading.of(Time):
            if one.when and one.when.earliest == one.when.latest == day and not one.weekday:
                words = view.words(one.hull).casefold().replace(",", " ").split()
                if any(names.get(word) == day.weekday() for word in words):
                    yield one.hull


def weekday_names(words: Language) -> dict[str, int]:
    """{weekday as written: 0 for Monday}, from CLDR and the language's own table."""
    names: dict[str, int] = {}
    try:
        days = Locale.parse(words.code).days
    except UnknownLocaleError:  # a language that CLDR does not have simply names no weekday here
        return names
    for form in days.values():
        names |= {str(name).casefold(): number for number, name in form.get("wide", {}).items()}
    return names | {str(name).casefold(): int(number) for name, number in words.table("dates", "weekdays").items()}
