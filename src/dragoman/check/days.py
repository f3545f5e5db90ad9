"""Every date of the report in the sources: the same, coarser or finer, another, a wrong weekday, or not there.

A date is right when the sources tell it of the same thing: of the sentences most related to the report's, one must have
a day that meets it. A date that the sources tell only of something else is no support.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.check.case import NUMBER, Case, Line
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.compare.view import told
from dragoman.records import Time, When
from dragoman.spans import Span

__all__ = ["dates"]

#: How related a sentence must be to tell of the same thing, and how much less than the nearest one a sentence may be to
#: support a date, and how related one must be to be shown beside it. Swept on quality/sets/check.
_SAME_THING, _SLACK, _BESIDE = 0.3, 0.12, 0.05
_TELLING = 3  # words beside names that a sentence needs for its date to be held against others: "On 3 May it was 71"
_FOREIGN = 0.18  # the same across languages, where likeness is less sure
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")  # XXXX-10-24: "October 24" where nothing tells the year
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")  # XXXX-WXX-1: "Monday" of no known week
_YEAR = re.compile(r"\d{4}")
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?$")  # 2024-11-27T06:00
_FINE = ("day", "month", "year")


@dataclass(frozen=True)
class _Near:
    """A date of a source with how related its sentence is."""

    time: Time
    related: float
    meets: bool
    line: Line
    foreign: bool


def dates(case: Case, counted: Sequence[Verdict] = ()) -> Iterator[Verdict]:
    """One verdict a date; those inside quotations are the quotation's, relative ones need a day to be counted from."""
    quotes = [one for one in case.quotes[case.report.source.id] if one.kind in ("direct", "partial")]
    for time in case.report.reading.of(Time):
        if time.type not in ("DATE", "TIME") or any(span.covers(time.hull) for one in quotes for span in one.spans):
            continue
        line = case.line_of(time)
        if line is None:
            continue
        if time.weekday:
            why = f"{told(time.when)} was a {time.weekday}."
            yield _said(time, "differing", how="wrong weekday", why=why)
        elif _asked(case, time):
            yield _judged(case, time, line, _borne(case, line, counted) | _numbered(case, line))


def _borne(case: Case, line: Line, counted: Sequence[Verdict]) -> frozenset[int]:
    """The sentences of the sources that bear out a figure of the same sentence: a date beside it is the figure's."""
    own = [one for one in counted if line.span.start <= one.start < line.span.end and not one.finding]
    homes = [case.line_of(place.span) for one in own for place in one.evidence]
    return frozenset(home.number for home in homes if home)


def _numbered(case: Case, line: Line) -> frozenset[int]:
    """The sentences of the sources that have a telling number of the report's sentence beside its dates."""
    dates = [one.hull for one in case.report.reading.of(Time) if line.span.covers(one.hull)]
    numbers = set()
    for hit in NUMBER.finditer(case.report.source.text, line.span.start, line.span.end):
        place = Span(case.report.source.id, *hit.span())
        if not any(one.meets(place) for one in dates):
            numbers.add(hit[0])
    return frozenset(home for number in numbers for home in case.numbered.get(number, ()))


def _asked(case: Case, time: Time) -> bool:
    """True for a date that names a day, a month or a year; "today" in a report says nothing that could be compared."""
    if not any(one.isdigit() for one in case.report.source.slice(time.hull)):
        return False
    return bool(_YEARLESS.match(time.value)) or (time.when is not None and time.when.precision in _FINE)


def _judged(case: Case, time: Time, line: Line, borne: frozenset[int]) -> Verdict:
    others = [one for one in case.report.reading.of(Time) if one is not time and line.span.covers(one.hull)]
    every = sorted(_near(case, time, line, borne), key=lambda one: (-one.related, one.line.number, one.time.start))
    clocks = [one for one in every if _clock(one.time)] if _clock(time) else []
    every = clocks if any(one.related >= _SAME_THING for one in clocks) else every
    near = [one for one in every if one.meets or not _of_another(case, time, one, others)]
    groups = [[one for one in near if one.foreign == foreign] for foreign in (False, True)]
    support = [one for group in groups for one in _support(case, time, group)]
    if support:
        return _found(time, support, near)
    fresh = _fresh(case, time, line)
    if fresh is not None:
        return fresh
    rival = next((one for one in near if _as_fine(time, one.time) and not one.meets and _tells(case, one)), None)
    if rival is not None and rival.related >= _SAME_THING:
        return _said(
            time, "differing", [rival], how="other date", why=f"The nearest sentence has {_shown(case, rival)}."
        )
    meeting = [one for one in near if one.meets]
    loose = rival is None or rival.related < _SAME_THING
    if meeting and (loose or len(line.content) < _TELLING or not _told(case, line)):
        return _found(time, meeting[:1], near)
    elsewhere = f" It has that date of something else: {_shown(case, meeting[0])}." if meeting else ""
    return _said(time, "absent", meeting[:1], why=f"No source tells this of that date.{elsewhere}")


def _fresh(case: Case, time: Time, line: Line) -> Verdict | None:
    """Found where the sentence most alike has no date, and its article is of that day: news tells of its own day."""
    dated = {home.number for other, home in case.placed(Time) if other.type in ("DATE", "TIME")}
    score, other = next(iter(case.related(line)), (0.0, None))
    if other is None or score < _SAME_THING or other.number in dated:
        return None
    when = case.view.article(other.source).reading.article.published
    if when is None or when.precision != "day" or not _is_day(case, time, when.earliest):
        return None
    place = (Evidence(span=other.span),)
    return Verdict(
        start=time.start, end=time.end, kind="date", verdict="found", how="day of the article", evidence=place
    )


def _is_day(case: Case, time: Time, day: date) -> bool:
    """True for a date that is this day; its year only where the report writes one."""
    if _YEAR.search(case.words(time.hull)):
        return time.when is not None and time.when.precision == "day" and time.when.earliest == day
    return _month_day(time) == (day.month, day.day)


def _told(case: Case, line: Line) -> bool:
    """True when some sentence of the sources tells of the same thing; else its date cannot be said to be another's."""
    return any(score >= _SAME_THING for score, _ in case.related(line)[:1])


def _of_another(case: Case, time: Time, rival: _Near, others: Sequence[Time]) -> bool:
    """True for the day of another act of the report's sentence, or the line that only says when an article appeared."""
    if any(_meets(one, rival.time, yearless=False) or _same_weekday(one, rival.time) for one in others):
        return True
    if any(_one_year(one, rival.time) for one in others) and not _one_year(time, rival.time):
        return True  # "concluded in 2010, it runs until March 2026": February 2026 is held against March 2026
    article = case.view.article(rival.line.source)
    published = article.reading.article.published
    if published is None or not _appeared(rival.time, published) or not _written(case, rival.time):
        return False
    span = rival.line.span
    others = [one for one in article.times(span) if one.type in ("DATE", "TIME") and one is not rival.time]
    return bool(others) or not (article.events(span) or article.quotes(span) or article.figures(span))


def _one_year(one: Time, other: Time) -> bool:
    """True for two dates that both lie in one year."""
    years = [{when.earliest.year, when.latest.year} for when in (one.when, other.when) if when is not None]
    return len(years) == 2 and len(years[0]) == 1 and years[0] == years[1]


def _appeared(time: Time, published: When) -> bool:
    """True for the day on which its article appeared."""
    if time.when is not None:
        return time.when.precision == "day" and time.when.meets(published)
    return _month_day(time) in {(day.month, day.day) for day in (published.earliest, published.latest)}


def _same_weekday(one: Time, other: Time) -> bool:
    """True for "on Monday" where nothing dates the report, and the Monday of a source."""
    found = _WEEKDAY.match(one.value)
    return found is not None and other.when is not None and other.when.earliest.isoweekday() == int(found[1])


def _support(case: Case, time: Time, near: Sequence[_Near]) -> list[_Near]:
    """The dates of one group of languages that bear the report's out: as fine as it where the nearest are as fine."""
    fine = [one for one in near if _as_fine(time, one.time) and (one.meets or _tells(case, one))]
    best = max(_SAME_THING, fine[0].related if fine else 0.0) - (_FOREIGN if near and near[0].foreign else _SLACK)
    meeting = [one for one in near if one.meets and one.related >= best]
    sharp = [one for one in meeting if _as_fine(time, one.time)]
    rivals = [one for one in fine if not one.meets and one.related >= best]
    return sharp or ([] if rivals else meeting)


def _written(case: Case, time: Time) -> bool:
    """True for a day that is written with its number."""
    return any(one.isdigit() for one in case.words(time.hull))


def _tells(case: Case, near: _Near) -> bool:
    """False for "today" in somebody's words: it is the day of speaking, which the article need not tell."""
    if _written(case, near.time):
        return True
    quotes = case.quotes[near.line.source]
    return not any(span.covers(near.time.hull) for one in quotes if one.kind == "direct" for span in one.spans)


def _found(time: Time, support: Sequence[_Near], near: Sequence[_Near]) -> Verdict:
    """Found, with the nearest place of every source that bears it out."""
    when, other = time.when, support[0].time.when
    finer = when is not None and other is not None and when.precision != other.precision
    first: dict[str, _Near] = {}
    for one in (*support, *(one for one in near if one.meets and _as_fine(time, one.time) and one.related >= _BESIDE)):
        first.setdefault(one.line.source, one)
    return _said(time, "found", list(first.values()), how="other precision" if finer else "")


def _near(case: Case, time: Time, line: Line, borne: frozenset[int] = frozenset()) -> Iterator[_Near]:
    words = case.report.source.slice(time.hull)  # a year that is not written was only guessed from other dates
    yearless = _YEAR.search(words) is None and _month_day(time) is not None
    related = {one.number: score for score, one in case.related(line)} | dict.fromkeys(borne, 1.0)
    for other, home in case.placed(Time):
        if other.when is not None or _YEARLESS.match(other.value):
            meets = _meets(time, other, yearless=yearless)
            yield _Near(other, related.get(home.number, 0.0), meets, home, home.language != line.language)


def _meets(time: Time, other: Time, *, yearless: bool) -> bool:
    """True when both may be one day; a year alone meets every day of it, but a day does not vouch for a century."""
    if _clock(time) and _clock(other) and _clock(time) != _clock(other):
        return False
    if yearless or _YEARLESS.match(time.value) or _YEARLESS.match(other.value):
        return _month_day(time) == _month_day(other) is not None
    return time.when is not None and other.when is not None and _narrow(other.when) and time.when.meets(other.when)


def _clock(time: Time) -> str:
    """The hour and minute of a time of day, "" for none."""
    found = _CLOCK.search(time.value)
    return f"{found[1]}:{found[2] or '00'}" if found else ""


def _narrow(when: When) -> bool:
    return (when.latest - when.earliest).days <= 366


def _month_day(time: Time) -> tuple[int, int] | None:
    found = _YEARLESS.match(time.value)
    if found:
        return int(found[1]), int(found[2])
    day: date | None = time.when.earliest if time.when and time.when.precision == "day" else None
    return (day.month, day.day) if day else None


def _as_fine(time: Time, other: Time) -> bool:
    """True for a date as fine as the report's: a year in the same sentence says nothing against a day."""
    mine = time.when.precision if time.when else "day"
    theirs = other.when.precision if other.when else "day"
    return theirs in _FINE and (mine not in _FINE or _FINE.index(theirs) <= _FINE.index(mine))


def _shown(case: Case, near: _Near) -> str:
    words, when = case.words(near.time.hull), near.time.when
    day = f" ({told(when)})" if when and not any(one.isdigit() for one in words) else ""
    return f"“{words}”{day}"


def _said(time: Time, verdict: str, near: Sequence[_Near] = (), *, how: str = "", why: str = "") -> Verdict:
    marked: dict[Span, list[Span]] = {}
    for one in near:
        marked.setdefault(one.line.span, []).extend(one.time.spans)
    evidence = [Evidence(span=span, marked=tuple(sorted(spots))) for span, spots in marked.items()]
    return Verdict(
        start=time.start, end=time.end, kind="date", verdict=verdict, how=how, why=why, evidence=tuple(evidence)
    )
