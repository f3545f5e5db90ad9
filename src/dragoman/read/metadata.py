"""What a page's tags say about its article, each with the tag it was read from and where it stands."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.read.jsonld import Row, article_rows, name_of, place_in, rows_of, text_of
from dragoman.read.pagedays import published, updated, url_day
from dragoman.read.tags import Element
from dragoman.records import When

__all__ = ["About", "Said", "about", "url_day"]

SITE = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:app:name:iphone")
TITLE = ("og:title", "twitter:title", "headline", "dc.title")
AUTHOR = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
ADDRESS = ("og:url", "twitter:url")
TONGUE = ("og:locale", "language", "content-language", "dc.language")
BEHIND = re.compile(r"\s*[|–—·•-]\s*([^|–—·•]{2,40})")  # … | The Harbour Post
CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_]|$)")  # en-GB
WEB = re.compile(r"https?:|@")


class Said(NamedTuple):
    """One statement of the page: its words (a day for dates), the tag, the place in the original."""

    field: str
    value: str
    basis: str
    at: tuple[int, int] | None = None
    when: When | None = None
    moment: str = ""  # in Universal Time, where the page tells hour and zone
    utc: bool = False  # a moment in Universal Time: the day on the newsroom's clock may be the one before or after


@dataclass(frozen=True, kw_only=True)
class About:
    """Facts of the page's head, each the one believed first; `said` keeps them all, in the order of belief."""

    title: str = ""
    outlet: str | None = None
    url: str | None = None
    language: str = ""
    author: str | None = None
    published: When | None = None
    published_at: tuple[int, int] | None = None
    updated: When | None = None
    said: tuple[Said, ...] = ()


def about(elements: list[Element]) -> About:
    """Read the head (and whatever part of it the page keeps elsewhere)."""
    said = tuple(_statements(elements))
    first: dict[str, Said] = {}
    for one in said:
        if one.field != "title" or one.basis != "<title>":  # which heading <title> names is for the layout to say
            first.setdefault(one.field, one)
    value = {name: one.value for name, one in first.items()}
    day = first.get("published")
    return About(
        title=value.get("title", ""),
        outlet=value.get("outlet"),
        url=value.get("url"),
        language=value.get("language", ""),
        author=value.get("author"),
        published=day.when if day else None,
        published_at=day.at if day else None,
        updated=first["updated"].when if "updated" in first else None,
        said=said,
    )


def _statements(elements: list[Element]) -> Iterator[Said]:
    meta, rows = _metas(elements), rows_of(elements)
    articles = article_rows(rows)
    tag = next((element for element in elements if element.name == "title"), None)
    titles = [*_meta("title", meta, TITLE), *_linked("title", articles, "headline")]
    yield from titles
    words = _words(tag) if tag else ""
    if tag is not None and words:
        yield Said("title", words, "<title>", (tag.inner, tag.end))
    yield from _meta("outlet", meta, SITE)
    yield from _linked("outlet", articles, "publisher")
    behind = _behind(elements, titles[0].value if titles else "", words)
    if behind:
        yield Said("outlet", behind, "<title>, behind the headline")
    yield from _canonical(elements)
    yield from (one for one in _meta("url", meta, ADDRESS) if one.value.startswith("http"))
    yield from (one for one in _linked("url", articles, "url") if one.value.startswith("http"))
    yield from _languages(elements, meta, articles)
    yield from (one for one in _meta("author", meta, AUTHOR) if not WEB.match(one.value))
    yield from _linked("author", articles, "author")
    for name, days in (("published", published), ("updated", updated)):
        for day in days(elements, meta, rows):
            yield Said(name, day.when.value, day.when.basis, day.at, day.when, day.moment, day.utc)


def _meta(field: str, meta: dict[str, Element], names: tuple[str, ...]) -> Iterator[Said]:
    for name in names:
        words = " ".join(meta[name].get("content").split()) if name in meta else ""
        if words:
            yield Said(field, words, f"meta {name}", meta[name].place("content"))


def _linked(field: str, articles: list[Row], key: str) -> Iterator[Said]:
    for row, script in articles:
        words = name_of(row.get(key)) if key in ("publisher", "author") else text_of(row.get(key))
        if words:
            yield Said(field, html.unescape(words), f"JSON-LD {key}", place_in(script, words))


def _canonical(elements: list[Element]) -> Iterator[Said]:
    links = [one for one in elements if one.name == "link" and "canonical" in one.get("rel").lower()]
    for link in links:
        if link.get("href").startswith("http"):
            yield Said("url", link.get("href"), "link rel=canonical", link.place("href"))


def _languages(elements: list[Element], meta: dict[str, Element], articles: list[Row]) -> Iterator[Said]:
    root = next((element for element in elements if element.name == "html"), None)
    for name in ("lang", "xml:lang") if root else ():
        code = CODE.match(root.get(name).strip()) if root else None
        if root and code:
            yield Said("language", code[1].lower(), f"<html {name}>", root.place(name))
    for one in (*_linked("language", articles, "inLanguage"), *_meta("language", meta, TONGUE)):
        code = CODE.match(one.value)
        if code:
            yield one._replace(value=code[1].lower())


def _behind(elements: list[Element], title: str, words: str) -> str:
    """The site's name where <title> is the headline and then the site."""
    title = title or next((_words(one) for one in elements if one.name == "h1"), "")
    if not title or not words.startswith(title):
        return ""
    found = BEHIND.fullmatch(words, len(title))
    return found[1].strip() if found else ""


def _words(element: Element) -> str:
    """The words in an element, tags and references read."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", element.source[element.inner : element.end])).split())


def _metas(elements: list[Element]) -> dict[str, Element]:
    """{name, property or itemprop: meta element}, the first of each."""
    found: dict[str, Element] = {}
    for element in elements:
        if element.name == "meta" and element.get("content").strip():
            for key in ("property", "name", "itemprop"):
                if element.get(key):
                    found.setdefault(element.get(key).strip().lower(), element)
    return found
