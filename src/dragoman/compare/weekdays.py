"""A weekday that does not fit the date written beside it; another article that gives the true one settles it."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from dragoman.compare.view import View, found, told
from dragoman.languages import Language, language
from dragoman.records import Finding, Reading, Time
from dragoman.spans import Span

__all__ = ["weekday_names", "weekdays"]

_RULE = "weekday"


def weekdays(view: View) -> Iterator[Finding]:
    """Every written date whose weekday is another one: "Tuesday, 10 May 2023" (a Wednesday)."""
    for reading in view.readings:
        for time in reading.of(Time):
            if time.weekday and time.when:
                yield _finding(time, reading, view)


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
