"""The days a page gives for itself: published and updated, in JSON-LD, meta tags, `<time>` and its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from dragoman.read.dateline import given_day, when
from dragoman.read.jsonld import Row, article_rows, place_in
from dragoman.read.tags import Element
from dragoman.records import When

__all__ = ["Day", "published", "updated", "url_day"]

#: meta tags in the order they are believed.
PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "article:published", "publish-date"),
    *("publishdate", "pubdate", "publish_date", "publication_date", "parsely-pub-date", "sailthru.date"),
    *("dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "article.published", "article:post_date"),
    *("cxenseparse:recs:publishtime", "og:published_time", "published_time", "datecreated", "date"),
    *("originalpublicationdate", "displaydate", "og:pubdate", "ptime"),
)
UPDATED = (
    *("article:modified_time", "og:article:modified_time", "datemodified", "article:modified", "og:updated_time"),
    *("dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "article:updated_time", "modified_time"),
)
ADDRESS_DAY = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/._-]|$)|[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?:[/._-]|$)"
)
UTC = re.compile(
    r"(?<![+\d:-])\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]00:?00|UTC|GMT)?\s*$"
)  # T02:10:00Z, or a time without any zone
MOMENT = re.compile(
    r"\s*(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(?:Z|UTC|GMT|([+-])(\d\d):?(\d\d)?)\s*"
)
IS_PUBLISHED = re.compile(r"publi|entry-date|date-?line|post-?date|article-?date|created")
IS_UPDATED = re.compile(r"updat|modif|maj\b|revis")


class Day(NamedTuple):
    """A day, with what says it and where it stands."""

    when: When
    at: tuple[int, int] | None
    utc: bool = False
    moment: str = ""  # in Universal Time where hour and zone are told: the same in two zones is no conflict


def published(elements: list[Element], meta: dict[str, Element], rows: list[Row]) -> Iterator[Day]:
    """Days of publication in the order they are believed."""
    yield from _linked(rows, ("datePublished", "uploadDate", "dateCreated"))
    yield from _meta(meta, PUBLISHED)
    yield from _times(elements, published=True)


def updated(elements: list[Element], meta: dict[str, Element], rows: list[Row]) -> Iterator[Day]:
    """Days of the last change in the order they are believed."""
    yield from _linked(rows, ("dateModified",))
    yield from _meta(meta, UPDATED)
    yield from _times(elements, published=False)


def _is_utc(value: str) -> bool:
    return UTC.search(value) is not None


def _moment(value: str) -> str:
    """2024-03-05T23:30:00-05:00 as 2024-03-06T04:30+00:00, "" where the zone is not told."""
    found = MOMENT.fullmatch(value)
    if found is None:
        return ""
    day = given_day(found[1], basis="")
    hour, minute = int(found[2]), int(found[3])
    if day is None or hour > 23 or minute > 59:
        return ""
    ahead = timedelta(hours=int(found[5] or 0), minutes=int(found[6] or 0)) * (-1 if found[4] == "-" else 1)
    if ahead > timedelta(days=1) or ahead < -timedelta(days=1):
        return ""
    at = datetime(day.earliest.year, day.earliest.month, day.earliest.day, hour, minute) - ahead
    return at.isoformat(timespec="minutes")


def _linked(rows: list[Row], keys: tuple[str, ...]) -> Iterator[Day]:
    for key in keys:
        for row, script in article_rows(rows):
            value = row.get(key)
            found = given_day(value, basis=f"JSON-LD {key}") if isinstance(value, str) else None
            if found and isinstance(value, str):
                yield Day(found, place_in(script, value), _is_utc(value), _moment(value))


def _meta(meta: dict[str, Element], names: tuple[str, ...]) -> Iterator[Day]:
    for name in names:
        value = meta[name].get("content") if name in meta else ""
        found = given_day(value, basis=f"meta {name}") if value else None
        if found:
            yield Day(found, meta[name].place("content"), _is_utc(value), _moment(value))


def _times(elements: list[Element], *, published: bool) -> Iterator[Day]:
    """<time>: those marked so; for the publication also the first that is not about something else on the page."""
    named = (one for one in elements if one.name in _DATED)
    times = [one for one in named if one.source.find("datetime", one.start, one.inner) > 0 and one.get("datetime")]
    marked = [one for one in times if _says(one, published=published)]
    plain = [one for one in times if not one.inside("aside", "footer", "nav", "li") and not _says(one, published=False)]
    for one in (*marked, *(plain[:1] if published else ())):
        found = given_day(one.get("datetime"), basis=f"<{one.name} datetime>")
        if found:
            yield Day(found, one.place("datetime"), _is_utc(one.get("datetime")), _moment(one.get("datetime")))


_DATED = frozenset(["time", "span", "div", "p", "abbr", "meta", "relative-time"])


def _says(one: Element, *, published: bool) -> bool:
    said = f"{one.get('itemprop')} {one.label} {'publi' if 'pubdate' in one.attributes else ''}".lower()
    return (
        bool(IS_PUBLISHED.search(said)) and not IS_UPDATED.search(said) if published else bool(IS_UPDATED.search(said))
    )


def url_day(url: str) -> When | None:
    """The day in an address: /2024/06/19/ or -20240619."""
    match = ADDRESS_DAY.search(url)
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    return when(year, month, day, basis="address of the page")
