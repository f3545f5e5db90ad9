"""When an undated article appeared, as a range inferred from its own dates and weekdays, with the reasoning in words.

The working anchor (`When.anchor`, an ISO day) is the likeliest day: not before the newest day told as past, not after
the earliest day still planned, and near to the weekdays the article names bare, because papers call only the last
days by their weekday. Needs no parser.

>>> from dragoman.records import Article
>>> from dragoman.spans import Text
>>> text = "They signed it on Wednesday, June 19, 2024. He landed in Hanoi on Thursday."
>>> when, _ = infer(Article(source="s", name="n", text=Text.of("s", text), language="en"))
>>> when.value, when.anchor
('2024-06-20/2024-06-21', '2024-06-20')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.languages import language
from dragoman.read.clues import NEAR_DAYS, Clue, clues_of, is_dateline, is_since, month_in
from dragoman.read.dayreasons import deciding, quoted, reasons
from dragoman.read.phrases import Phrase, Sheet, sheet
from dragoman.records import Article, When
from dragoman.settings import Settings
from dragoman.spans import Span

__all__ = ["dated", "days_of", "infer", "undated"]

_INFERRED = "inferred from the text"
_DAY = timedelta(days=1)
_FRESH = 14  # days: an article that dates its newest event in full appears within two weeks of it
_NEXT = 1  # days: a bare weekday is used on that day or the next
_THIS = 3  # "this Tuesday" binds three times as hard as "Tuesday"; 2 leaves ties, 4–6 change nothing
_AHEAD = 0.2  # a weekday still planned may lie anywhere in the coming week, one told as past is one of the last days
_LEAD = 800  # characters: the news of an article and its caption's date stand in them


def dated(article: Article, settings: Settings | None = None) -> Article:
    """The article with the date inferred from its text, where nothing outside the prose told one."""
    found = None if article.published else infer(article, settings)
    return replace(article, published=found[0], published_span=found[1]) if found else article


def undated(article: Article) -> Article:
    """The article as it was before `dated`: without a date that was inferred."""
    if article.published and article.published.basis.startswith(_INFERRED):
        return replace(article, published=None, published_span=None)
    return article


def days_of(articles: Iterable[Article], settings: Settings) -> tuple[str, ...]:
    """ISO days on which the dated articles of a story appeared; none when no press article lacks its date.

    A day that an article does not tell outside its prose counts as far as its own text decides it.
    """
    every = list(articles)
    silent = [one for one in every if not one.published and one.kind == "press"]
    if not silent or len(every) < 2:
        return ()
    known = [one.published for one in every if one.published]
    known += [found[0] for one in silent if (found := infer(one, replace(settings, days=())))]
    days = {(when.anchor or when.value)[:10] for when in known if when.precision in ("day", "range")}
    return tuple(sorted(day for day in days if len(day) == 10))


def infer(article: Article, settings: Settings | None = None) -> tuple[When, Span] | None:
    """The range of days in which the article can have appeared and the words that decide; None when nothing tells."""
    made = sheet(article, language(article.language))
    as_of = settings.as_of if settings else None
    near = [date.fromisoformat(day) for day in settings.days] if settings else []
    clues = clues_of(article, made, as_of, near=near)
    planned = sorted((clue for clue in clues if clue.day and clue.way > 0), key=_day)
    past = [clue for clue in clues if clue.day and clue.way <= 0 and _may_be_past(clue, planned, as_of)]
    heads = [_day(clue) for clue in past if "year" in clue.phrase.slots and is_dateline(article, clue.phrase)]
    if heads:  # December 6, 2023 — …; what is to end in 2026 is no past
        past = [clue for clue in past if _day(clue) <= max(heads) + _NEXT * _DAY]
    newest = max(past, key=_day, default=None)
    first = next((clue for clue in planned if newest is None or _day(clue) >= _day(newest)), None)
    if newest and first and newest.weekday is None and _is_left_behind(newest, first):
        newest = None
    low = newest.day if newest else None
    high = first.day if first else None
    if as_of and (high is None or as_of < high):
        high = as_of
    if newest is None and first is None:
        return None
    known = newest is not None and _is_news(newest, clues, near)
    if newest and first is None and not known and _is_background(article, newest, clues, made):
        return _open(article, newest, as_of)
    return _decide(article, clues, low, high, newest, first)


def _is_news(newest: Clue, clues: list[Clue], near: Sequence[date]) -> bool:
    """True for a newest day on which the story has another article, and whose weekday opens this one as past.

    "Entered into force on Wednesday … has been in force since 4 December 2024": one of the two might be chance.
    """
    beside = any(abs(day - _day(newest)) <= _NEXT * _DAY for day in near)
    weekday = _day(newest).weekday()
    opens = (clue for clue in clues if clue.day is None and clue.way <= 0 and clue.phrase.start < _LEAD)
    return beside and any(clue.weekday == weekday for clue in opens)


def _is_background(article: Article, newest: Clue, clues: list[Clue], made: Sheet) -> bool:
    """True for a newest date with its year that news has left behind.

    It is told as "since", or days without a year stay unexplained, or it stands deep in a text that names weekdays
    or later months of its own.
    """
    slots = newest.phrase.slots
    if "year" not in slots or newest.weekday is not None:
        return False
    if is_since(made, newest.phrase) or _unexplained(made, clues):
        return True
    if newest.phrase.start < max(_LEAD, len(article.text.value) // 4):
        return False
    bare = any(clue.day is None for clue in clues)
    months = {
        int(one.slots.get("monthx") or one.slots.get("month") or 0) for one in made.phrases if _is_bare_month(one)
    }
    return bare or any((month - _day(newest).month) % 12 in range(1, 8) for month in months)


def _is_left_behind(newest: Clue, first: Clue) -> bool:
    """True for a newest date with its year long before a planned one without: that one is the near one."""
    return "year" in newest.phrase.slots and "year" not in first.phrase.slots and _day(first) - _day(newest) > NEAR_DAYS


def _unexplained(made: Sheet, clues: list[Clue]) -> bool:
    """True when the text names a day and month whose year nothing tells: only news writes a date so."""
    known = {(clue.phrase.start, clue.phrase.end) for clue in clues}
    return any(
        phrase.op == "date"
        and "day" in phrase.slots
        and "year" not in phrase.slots
        and month_in(phrase)
        and (phrase.start, phrase.end) not in known
        for phrase in made.phrases
    )


def _is_bare_month(phrase: Phrase) -> bool:
    slots = phrase.slots
    return (
        phrase.op == "date" and ("month" in slots or "monthx" in slots) and "year" not in slots and "day" not in slots
    )


def _open(article: Article, newest: Clue, as_of: date | None) -> tuple[When, Span] | None:
    """From a background date to `as_of`; nothing without `as_of`, because a date alone has no other end."""
    if as_of is None or as_of < _day(newest):
        return None
    basis = f"{_INFERRED}: after {quoted(article, newest)}, which it tells as background, and not after {as_of}"
    when = When(earliest=_day(newest), latest=as_of, precision="range", basis=basis)
    return when, article.text.span(newest.phrase.start, newest.phrase.end)


def _day(clue: Clue) -> date:
    return clue.day or date.min


def _may_be_past(clue: Clue, planned: list[Clue], as_of: date | None) -> bool:
    """False for a day after `as_of`, and for one without tense behind a day that is still planned."""
    if as_of and _day(clue) > as_of:
        return False
    return clue.way < 0 or not planned or _day(clue) <= _day(planned[0])


# -- decision --------------------------------------------------------------------------------------


def _decide(
    article: Article, clues: list[Clue], low: date | None, high: date | None, newest: Clue | None, first: Clue | None
) -> tuple[When, Span] | None:
    """The likeliest day between the newest past and the earliest planned day, and the range around it."""
    start = low or (high or date.min) - _FRESH * _DAY
    stop = min(high or date.max, start + _FRESH * _DAY) if low else high or date.max
    if stop < start:
        start = stop
    bare = [clue for clue in clues if clue.day is None]
    named = {clue.weekday: clue.day for clue in clues if clue.day and clue.weekday is not None and clue.way <= 0}
    days = [start + step * _DAY for step in range((stop - start).days + 1)]
    best = min(days, key=lambda day: (_cost(day, clues, named, low), day.toordinal() * (1 if low else -1)))
    written = newest.day if newest and newest.beside and is_dateline(article, newest.phrase) else None
    best = written or best
    deictic = [clue for clue in clues if clue.this and not written]
    if deictic and any(_fits_this(best, clue) for clue in deictic):
        planned = all(clue.way > 0 for clue in deictic)
        first_day, last_day, why = (
            best - planned * _DAY,
            best,
            "an article says 'this' of the weekday on the day or just before it",
        )
    elif written:
        first_day, last_day, why = best, best, "the line that opens the report bears that day"
    elif bare or (newest and newest.day == low and is_dateline(article, newest.phrase)):
        first_day, last_day = best, best + _NEXT * _DAY
        why = "bare weekdays name the last days before an article appears"
    elif low is None:
        first_day, last_day, why = days[0], best, f"what is planned lies at most {_FRESH} days ahead"
    else:
        first_day, last_day, why = best, stop, f"news appears within {_FRESH} days of the newest day it tells"
    first_day, last_day = max(first_day, start - (low is None) * _DAY), min(last_day, high or last_day)
    words = reasons(article, clues, newest, first, best)
    when = When(
        earliest=min(first_day, best),
        latest=max(last_day, best),
        precision="day" if first_day == last_day == best else "range",
        anchor=best.isoformat(),
        basis=f"{_INFERRED}: {words}; {why}",
    )
    clue = deciding(clues, newest, first, best)
    return when, article.text.span(clue.phrase.start, clue.phrase.end)


def _cost(day: date, clues: list[Clue], named: Mapping[int, date], low: date | None) -> float:
    """How strange the article's weekdays would look on a day: each bare one costs its distance, `this` thrice."""
    total = 0.5 * (day - low).days if low else 0.0
    counted = Counter((clue.weekday, clue.way, clue.this) for clue in clues if clue.day is None)
    for (weekday, way, this), times in counted.items():
        assert weekday is not None
        back, forward = (day.weekday() - weekday) % 7, (weekday - day.weekday()) % 7
        pair = named.get(weekday)
        if this:
            total += _THIS * min(back, forward) * times
        elif way > 0:
            total += _AHEAD * forward
        elif pair is not None and 0 <= (day - pair).days < 7:
            total += (day - pair).days
        else:
            total += back
    return total + sum(_THIS * abs((clue.day - day).days) for clue in clues if clue.day and clue.this)


def _fits_this(day: date, clue: Clue) -> bool:
    return clue.day == day if clue.day else clue.weekday == day.weekday()
