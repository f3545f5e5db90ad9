"""The days and bare weekdays an undated article names, and which way from publication each lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.languages import language
from dragoman.read.anchor import Desk
from dragoman.read.phrases import Phrase, Sheet
from dragoman.read.placeline import placeline
from dragoman.read.tense import lean
from dragoman.records import Article

__all__ = ["NEAR_DAYS", "Clue", "clues_of", "is_dateline", "is_since", "month_in"]

_DAY = timedelta(days=1)
_YEAR = timedelta(days=365)  # between the day of a dateline and another of its story, where a weekday fits too
NEAR_DAYS = timedelta(days=60)  # a date without year or weekday this near to another day of the text is of its year
_DATELINE = 120  # characters from the start of the text within which "SEOUL, June 19 (Agency) –" stands
_HEAD = 800  # characters from the start in which a day with its year says more of the year than a weekday elsewhere
_NEWS = timedelta(days=10)  # between that day and the other, so that both are of one piece of news
_AFTER_NEWEST = 2  # years after the newest one told in which a weekday may choose; it fits again after 5, 6 or 11
_MEASURED = 8  # tokens before a year in which a share, a sum or a record makes it a yardstick
_YARDSTICKS = frozenset({"$money", "$record", "$compared"})


@dataclass(frozen=True)
class Clue:
    """A day the article names, or (day None) a bare weekday, and which way from publication it lies."""

    phrase: Phrase
    day: date | None
    weekday: int | None
    way: int  # -1 told as past, 1 as planned, 0 not said
    this: bool = False
    beside: date | None = None  # the day of another article of the story that gave the year


def clues_of(article: Article, made: Sheet, as_of: date | None, *, near: Sequence[date] = ()) -> list[Clue]:
    """Dated days and bare weekdays, outside quotations where they are bare.

    `near` are days on which other articles of the story appeared: they tell the year of a dateline's day and of a day
    with its weekday, written without one; any other day may be background of another year.
    """
    Desk(article, language(article.language), made.tokens, made.phrases, None)  # marks quoted phrases
    years = _years(made)
    full = {
        (month_in(phrase), int(phrase.slots["day"])): int(phrase.slots["year"])
        for phrase in made.phrases
        if phrase.op == "date" and month_in(phrase) and "day" in phrase.slots and "year" in phrase.slots
    }
    heads = [
        day
        for phrase in made.phrases
        if phrase.op == "date" and phrase.start < _HEAD and "day" in phrase.slots and "year" in phrase.slots
        if month_in(phrase) and (day := _resolve(phrase, None, full, years, as_of))
    ]
    out: list[Clue] = []
    later: list[tuple[Phrase, int]] = []
    for number, phrase in enumerate(made.phrases):
        slots = phrase.slots
        weekday = slots.get("weekday", slots.get("wday"))
        dated = phrase.op in ("date", "range") and "day" in slots and month_in(phrase)
        if phrase.op == "date" and "iso" in slots:
            out.append(Clue(phrase, _iso(str(slots["iso"])), None, lean(made.tokens, phrase)))
        elif dated:
            way = lean(made.tokens, phrase)
            written = nearest(phrase, heads) if weekday is not None and "year" not in slots else None
            sure = written is not None and abs(written[0] - written[1]) <= _NEWS
            day = written[1] if written and sure else _resolve(phrase, weekday, full, years, as_of)
            if day and (weekday is not None or "year" in slots):
                out.append(Clue(phrase, day, weekday, way, "this" in slots))
            elif weekday is not None and (pair := nearest(phrase, near, weekday=int(weekday))):
                out.append(Clue(phrase, pair[1], weekday, way, "this" in slots, beside=pair[0]))
            else:
                later.append((phrase, way))
        elif phrase.op == "date" and weekday is not None and not phrase.quoted and not _follows(made, number):
            way = -1 if "last" in slots else 1 if "next" in slots else lean(made.tokens, phrase)
            out.append(Clue(phrase, None, int(weekday), way, "this" in slots))
    known = [clue.day for clue in out if clue.day and not is_since(made, clue.phrase)]
    for phrase, way in later:
        day = _beside(phrase, known) or _resolve(phrase, None, full, [], as_of)
        if day:
            out.append(Clue(phrase, day, None, way))
        elif is_dateline(article, phrase) and (pair := nearest(phrase, near) or _of_weekday(phrase, near, out)):
            out.append(Clue(phrase, pair[1], None, way, beside=pair[0]))
    return out


def _beside(phrase: Phrase, known: Sequence[date]) -> date | None:
    """The day of a date without year or weekday that lies near to another day of the text; None far from all."""
    if "weekday" in phrase.slots or "wday" in phrase.slots:
        return None
    pair = nearest(phrase, known)
    return pair[1] if pair else None


def nearest(phrase: Phrase, known: Sequence[date], *, weekday: int | None = None) -> tuple[date, date] | None:
    """A known day and the written day without year nearest to it, on that weekday; None far from all of them."""
    month, day = month_in(phrase), int(phrase.slots["day"])
    years = {one.year + step for one in known for step in (-1, 0, 1)}
    days = [made for year in sorted(years) if (made := _iso(f"{year:04d}-{month:02d}-{day:02d}"))]
    pairs = [(abs(one - made), one, made) for made in days for one in known]
    apart, one, made = min(pairs, default=(NEAR_DAYS, date.min, date.min))
    return (one, made) if apart < NEAR_DAYS and weekday in (None, made.weekday()) else None


def _of_weekday(phrase: Phrase, near: Sequence[date], clues: Sequence[Clue]) -> tuple[date, date] | None:
    """The only day of a dateline, within a year of the story's days, that is "this Sunday" or the day after one."""
    named = {clue.weekday for clue in clues if clue.day is None and clue.this}
    month, day = month_in(phrase), int(phrase.slots["day"])
    years = {one.year + step for one in near for step in (-1, 0, 1)} if named else set()
    days = [made for year in sorted(years) if (made := _iso(f"{year:04d}-{month:02d}-{day:02d}"))]
    fits = [one for one in days if {one.weekday(), (one - _DAY).weekday()} & named]
    fits = [one for one in fits if min(abs(one - other) for other in near) <= _YEAR]
    return (min(near, key=lambda other: (abs(fits[0] - other), other)), fits[0]) if len(fits) == 1 else None


def is_dateline(article: Article, phrase: Phrase) -> bool:
    """True for a date in the line that opens a report, or before a dash or bracket at its head: June 19 (Agency) –."""
    if phrase.start >= _DATELINE:
        return False
    line = placeline(article)
    after = article.text.value[phrase.end : phrase.end + 4].lstrip()
    return after[:1] in ("(", "-", "–", "—") or (line is not None and line.start <= phrase.start < line.end)


def month_in(phrase: Phrase) -> int:
    return int(phrase.slots.get("mon") or phrase.slots.get("month") or phrase.slots.get("mnum") or 0)


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _years(made: Sheet) -> list[int]:
    """Years told as past, which an article cannot precede: none that is compared with, budgeted for or forecast."""
    found = [
        phrase.slots.get("year2") or phrase.slots.get("year") or phrase.slots.get("yearx")
        for phrase in made.phrases
        if phrase.op in ("date", "range") and not _is_yardstick(made, phrase)
    ]
    found += [str(phrase.slots["iso"])[:4] for phrase in made.phrases if "iso" in phrase.slots]
    return sorted(int(year) for year in found if year and 1990 <= int(year) <= 2100)


def _is_yardstick(made: Sheet, phrase: Phrase) -> bool:
    """True for a year planned, or one that a sum, a share or a record goes with: highest since 1997, 3% in 2020."""
    if "day" in phrase.slots:
        return lean(made.tokens, phrase) > 0
    before = made.tokens[max(phrase.first - _MEASURED, 0) : phrase.first]
    meant = any("$meant" in token.values for token in before[-2:])
    measured = any(not _YARDSTICKS.isdisjoint(token.values) or "ordinal" in token.values for token in before)
    return meant or measured or lean(made.tokens, phrase) > 0


def _resolve(
    phrase: Phrase, weekday: int | None, full: dict[tuple[int, int], int], years: list[int], as_of: date | None
) -> date | None:
    """The day of a written date: its year, the year it has elsewhere in the text, or the one its weekday fits."""
    month, day = month_in(phrase), int(phrase.slots["day"])
    year = phrase.slots.get("year") or full.get((month, day))
    if year:
        return _iso(f"{int(year):04d}-{month:02d}-{day:02d}")
    latest = as_of.year if as_of else max(years, default=0)
    if not latest:
        return None
    span = range(latest - 3, latest + 4) if as_of else range(latest, latest + _AFTER_NEWEST + 1)
    near = [_iso(f"{one:04d}-{month:02d}-{day:02d}") for one in span]
    fits = [
        one
        for one in near
        if one and (weekday is None or one.weekday() == weekday) and not (as_of and one > as_of + 31 * _DAY)
    ]
    if weekday is None:
        return next((one for one in fits if one.year == latest), None)
    return min(fits, key=lambda one: (abs(one.year - latest), one.year < latest), default=None)


def _follows(made: Sheet, number: int) -> bool:
    """True for a weekday joined to the date before it: Tuesday, June 18 and Wednesday."""
    if not number:
        return False
    between = made.tokens[made.phrases[number - 1].last + 1 : made.phrases[number].first]
    return len(between) == 1 and "~joined" in between[0].values and "day" in made.phrases[number - 1].slots


def is_since(made: Sheet, phrase: Phrase) -> bool:
    """True for a date behind since, after, depuis: what it begins may have gone on for years."""
    before = made.tokens[max(phrase.first - 2, 0) : phrase.first]
    return any(token.kind == "word" and "~back" in token.values for token in before)
