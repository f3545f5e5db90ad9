"""What a page's tags say about its article, each with the tag it was read from and where it stands."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.read.dateline import given_day, when
from dragoman.read.tags import Element
from dragoman.records import When

__all__ = ["About", "about", "url_day"]

#: meta tags in the order they are believed.
PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "article:published", "publish-date"),
    *("publishdate", "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date"),
    *("dcterms.date", "article.published", "cxenseparse:recs:publishtime", "og:published_time", "published_time"),
    *("date", "originalpublicationdate"),
)
SITE = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:app:name:iphone")
TITLE = ("og:title", "twitter:title", "headline", "dc.title")
AUTHOR = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
ARTICLES = re.compile(
    r"(?:News|Analysis|Opinion|Reportage|Review|Background)?Article|BlogPosting|LiveBlogPosting|Report"
)
BEHIND = re.compile(r"\s*[|–—·•-]\s*([^|–—·•]{2,40})")  # … | The Harbour Post
ADDRESS_DAY = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/._-]|$)|[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?:[/._-]|$)"
)


@dataclass(frozen=True, kw_only=True)
class About:
    """Facts of the page's head; places are original characters."""

    title: str = ""
    outlet: str | None = None
    url: str | None = None
    language: str = ""
    author: str | None = None
    published: When | None = None
    published_at: tuple[int, int] | None = None


def about(elements: list[Element]) -> About:
    """Read the head (and whatever part of it the page keeps elsewhere)."""
    meta = _metas(elements)
    rows = [row for element in elements if element.name == "script" for row in _rows(element)]
    article: dict[str, Any] = next((row for row, _ in rows if _is_article(row)), {})
    published, place = _published(elements, meta, rows)
    url = _url(elements, meta, article)
    title = _first(meta, TITLE) or _text(article.get("headline"))
    return About(
        title=title,
        outlet=_first(meta, SITE) or _name(article.get("publisher")) or _behind(elements, title) or None,
        url=url,
        language=_language(elements, article),
        author=_first(meta, AUTHOR, plain=True) or _name(article.get("author")) or None,
        published=published,
        published_at=place,
    )


def _behind(elements: list[Element], title: str) -> str:
    """The site's name where <title> is the headline and then the site."""
    tag = next((element for element in elements if element.name == "title"), None)
    words = _words(tag) if tag else ""
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


def _first(meta: dict[str, Element], names: tuple[str, ...], *, plain: bool = False) -> str:
    """The first that is filled; `plain` leaves out addresses (facebook pages given as authors)."""
    for name in names:
        value = " ".join(meta[name].get("content").split()) if name in meta else ""
        if value and not (plain and re.match(r"https?:|@", value)):
            return value
    return ""


# -- JSON-LD ---------------------------------------------------------------------------------------


def _rows(script: Element) -> Iterator[tuple[dict[str, Any], Element]]:
    """Objects of a JSON-LD script, those in lists and graphs too."""
    if "ld+json" not in script.get("type").lower():
        return
    words = script.source[script.inner : script.end]
    words = re.sub(r"</script\s*>?\s*$|^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$", "", words, flags=re.IGNORECASE)
    try:
        rows = [json.loads(words, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(4):  # lists of graphs of lists: nobody nests deeper
        rows = [one for row in rows for one in (row if isinstance(row, list) else [row])]
        for row in rows:
            if isinstance(row, dict):
                yield row, script
        rows = [row[key] for row in rows if isinstance(row, dict) for key in ("@graph", "mainEntity") if key in row]


def _is_article(row: dict[str, Any]) -> bool:
    kinds = row.get("@type")
    return any(
        isinstance(kind, str) and ARTICLES.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _name(value: Any) -> str:
    """The name in "name", {"name": …} or a list of them."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value) if name)
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


# -- date, language, address -----------------------------------------------------------------------


def _published(
    elements: list[Element], meta: dict[str, Element], rows: list[tuple[dict[str, Any], Element]]
) -> tuple[When | None, tuple[int, int] | None]:
    for row, script in rows:
        value = row.get("datePublished")
        if _is_article(row) and isinstance(value, str):
            found = given_day(value, basis="JSON-LD datePublished")
            if found:
                at = script.source.find(value, script.inner, script.end)
                return found, (at, at + len(value)) if at >= 0 else None
    for name in PUBLISHED:
        if name in meta:
            found = given_day(meta[name].get("content"), basis=f"meta {name}")
            if found:
                return found, meta[name].place("content")
    return _time_element(elements)


def _time_element(elements: list[Element]) -> tuple[When | None, tuple[int, int] | None]:
    """<time>: one marked as the publication, else the first that is not about something else on the page."""
    times = [one for one in elements if one.get("datetime") and (one.name == "time" or one.get("itemprop"))]
    marked = [one for one in times if "datepublished" in one.get("itemprop").lower() or "pubdate" in one.attributes]
    marked += [one for one in times if re.search(r"publi|entry-date|date-?line", one.label)]
    plain = [one for one in times if not one.inside("aside", "footer", "nav", "li")]
    for one in (*marked, *plain[:1]):
        found = given_day(one.get("datetime"), basis=f"<{one.name} datetime>")
        if found:
            return found, one.place("datetime")
    return None, None


def url_day(url: str) -> When | None:
    """The day in an address: /2024/06/19/ or -20240619."""
    match = ADDRESS_DAY.search(url)
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    return when(year, month, day, basis="address of the page")


def _language(elements: list[Element], article: dict[str, Any]) -> str:
    root = next((element for element in elements if element.name == "html"), None)
    code = (root.get("lang") or root.get("xml:lang")) if root else ""
    code = code or _text(article.get("inLanguage"))
    return re.split(r"[-_]", code.strip().lower())[0] if re.match(r"[A-Za-z]{2,3}(?:[-_]|$)", code.strip()) else ""


def _url(elements: list[Element], meta: dict[str, Element], article: dict[str, Any]) -> str | None:
    for element in elements:
        if (
            element.name == "link"
            and "canonical" in element.get("rel").lower()
            and element.get("href").startswith("http")
        ):
            return element.get("href")
    value = _first(meta, ("og:url", "twitter:url")) or _text(article.get("url"))
    return value if value.startswith("http") else None
