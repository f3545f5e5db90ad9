"""What page, source and text say of an article, side by side with their basis; the first of each is believed.

Given with the source comes before the page's tags, these before a date line in the text, and the address comes last.
Values that differ are kept with their rank: a conflict is shown, never settled in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from dragoman.languages import language
from dragoman.read.dateline import day_in, given_day
from dragoman.read.metadata import About
from dragoman.read.pagedays import url_day
from dragoman.read.placeline import placeline
from dragoman.read.printed import is_update
from dragoman.read.sheet import fold
from dragoman.records import Article, Source, Told, When
from dragoman.spans import Span

__all__ = ["tell"]

GIVEN = (("title", "title"), ("outlet", "outlet"), ("author", "author"), ("url", "url"), ("language", "language"))
ZONES = timedelta(days=1)  # a moment in UTC and on the clock of the newsroom are at most a day apart


@dataclass(frozen=True, kw_only=True)
class _Statement:
    """One value as one place gives it."""

    field: str
    value: str
    basis: str
    at: Span | None = None
    when: When | None = None
    utc: bool = False
    moment: str = ""  # in Universal Time, where hour and zone are told


def tell(article: Article, source: Source, about: About) -> Article:
    """The article with all that is told of it, its publication date and its last update."""
    said = [*_given(article, source), *_page(article, about), *_lines(article), *_opening(article), *_address(article)]
    said = _local(said)
    days = [one for one in said if one.field == "published"]
    changed = [one for one in said if one.field == "updated"]
    notes, given = article.notes, source.given("date")
    if given and (not days or days[0].at or not days[0].basis.startswith("given")):
        notes = (*notes, f'the date given, "{given}", could not be read')
    first = next(iter(days or changed), None)  # an update is not before publication: better than no day at all
    return replace(
        article,
        notes=notes,
        told=tuple(_ranked(said)),
        published=first.when if first else None,
        published_span=first.at if first else None,
        updated=changed[0].when if changed else None,
    )


def _given(article: Article, source: Source) -> Iterator[_Statement]:
    for field, key in GIVEN:
        value = source.given(key)
        if value:
            yield _Statement(field=field, value=value, basis="given")
    date = source.given("date")
    day = given_day(date, basis=source.given("date_basis") or "given", language=article.language) if date else None
    if day:
        yield _Statement(field="published", value=day.value, basis="given", when=day)


def _page(article: Article, about: About) -> Iterator[_Statement]:
    for said in about.said:
        at = Span(article.source, *said.at) if said.at and said.at[0] < said.at[1] else None
        yield _Statement(
            field=said.field,
            value=said.value,
            basis=said.basis,
            at=at,
            when=said.when,
            utc=said.utc,
            moment=said.moment,
        )


def _lines(article: Article) -> Iterator[_Statement]:
    """Days in date lines and bylines; the word before a day says whether it is that of an update."""
    speech = language(article.language)
    for block in article.blocks:
        if block.kind not in ("dateline", "byline"):
            continue
        at, end = block.start, block.end
        while at < end:
            words = article.text.value[at:end]
            found = day_in(words, article.language, basis=f'date line "{_short(article, block.start, end)}"')
            if not found:
                break
            when, start, stop = found
            field = "updated" if is_update(words[:start], speech) else "published"
            yield _Statement(
                field=field, value=when.value, basis=when.basis, at=article.text.span(at + start, at + stop), when=when
            )
            at += stop


def _opening(article: Article) -> Iterator[_Statement]:
    """The day of writing in the dateline that opens the report, where its year stands there."""
    line = placeline(article)
    if line is not None and line.when is not None and line.day is not None:
        at = article.text.span(*line.day)
        yield _Statement(field="published", value=line.when.value, basis=line.when.basis, at=at, when=line.when)


def _short(article: Article, start: int, end: int) -> str:
    return " ".join(article.text.value[start:end].split())[:60]


def _local(said: list[_Statement]) -> list[_Statement]:
    """A tag may name the moment in UTC: a day beside it that the page gives on its own clock comes first."""
    days = [one for one in said if one.field == "published" and one.when and one.when.precision == "day"]
    if not days or not days[0].utc:
        return said
    first = days[0]
    apart = [abs(one.when.earliest - first.when.earliest) for one in days if one.when and first.when]
    own = next((one for one, gap in zip(days, apart, strict=True) if not one.utc and gap <= ZONES), first)
    return [own, *(one for one in said if one is not own)]


def _address(article: Article) -> Iterator[_Statement]:
    day = url_day(article.url) if article.url else None
    if day:
        yield _Statement(field="published", value=day.value, basis=day.basis, when=day)


# -- conflicts -------------------------------------------------------------------------------------


def _ranked(said: list[_Statement]) -> Iterator[Told]:
    """One record a value, in the order of belief; every basis that gives the same value is named."""
    groups: dict[str, list[list[_Statement]]] = {}
    for one in said:
        rows = groups.setdefault(one.field, [])
        same = next((row for row in rows if _is_same(one, row[0])), None)
        if same is None:
            rows.append([one])
        else:
            same.append(one)
    for field, rows in groups.items():
        for rank, row in enumerate(rows, 1):
            basis = "; ".join(dict.fromkeys(one.basis for one in row))
            at = next((one.at for one in row if one.at), None)
            yield Told(field=field, value=row[0].value, basis=basis, rank=rank, at=at)


def _is_same(one: _Statement, other: _Statement) -> bool:
    """The same value, spelt differently at most, or moment; a title may have the site's name behind it."""
    if one.moment and one.moment == other.moment:  # the 5th in London, the 6th in Tokyo
        return True
    left, right = (re.sub(r"[\W_]+", "", fold(value)) for value in (one.value, other.value))
    if one.field == "url":
        left, right = left.removeprefix("https").removeprefix("http"), right.removeprefix("https").removeprefix("http")
    return left == right or (one.field == "title" and bool(left and right) and left.startswith(right))
