"""RSS and Atom: each entry one source, its content as HTML; the feed it came from stays with it.

An entry's words are its content (`content:encoded`, Atom `content`), else its summary. `feed.xml#entry=3/content` is
the third entry as the feed lists them. Where an entry names the feed it was taken from (`<source>`), that is its
outlet, and the feed in hand is what passed it on.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from dragoman.read.guard import Refused, guarded
from dragoman.read.item import Item
from dragoman.records import Trouble
from dragoman.settings import Settings

__all__ = ["feed", "is_feed"]

ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF|(?:atom|a):feed)[\s>]", re.I)  # <rss version="2.0">
ELEMENT = re.compile(rb"<[a-zA-Z]")
MARKED = re.compile(r"<[a-zA-Z/!][^<>]*>|&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")
Entry = dict[str, str]


def is_feed(head: bytes) -> bool:
    """True when the first element of some bytes is that of a feed."""
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")  # UTF-16 has zero bytes between its letters
    first = ELEMENT.search(plain) if plain.startswith(b"<") else None
    return first is not None and ROOT.match(plain, first.start()) is not None


def feed(item: Item, settings: Settings) -> Iterator[Item | Trouble]:
    """The entries of a feed."""
    import feedparser  # noqa: F401 - loaded before the child is forked, which else loads it anew for every feed

    limits = settings.limits
    raw = item.read(limits.whole // 8 + 1)
    if len(raw) > limits.whole // 8:
        yield item.trouble(f"is a feed of more than {limits.whole // 8:,} bytes.", "Split it.")
        return
    try:
        entries, fault = guarded(_parsed, raw, seconds=limits.seconds, memory=limits.memory)
    except Refused as refused:
        yield item.trouble(f"{refused}.", "Fetch the feed again, or leave it out.")
        return
    for number, entry in enumerate(entries, 1):
        place = entry.pop("place", "")
        if not place:
            yield item.trouble("has neither content nor summary nor title.", place=f"#entry={number}")
            continue
        words, kind = entry.pop("words"), entry.pop("kind")
        yield item.words(f"#entry={number}/{place}", words, kind=kind, meta=tuple(entry.items()))
    if fault or not entries:
        what = f"is a damaged feed ({fault}): {len(entries)} entries could be read." if fault else "has no entries."
        yield item.trouble(what, "Fetch it again.")


def _parsed(raw: bytes) -> tuple[list[Entry], str]:
    """Plain entries and what is wrong with the XML ("" when nothing is)."""
    import io

    import feedparser

    found = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    fault = found.get("bozo_exception") if found.get("bozo") else None
    harmless = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
    said = "" if fault is None or isinstance(fault, harmless) else " ".join(str(fault).split())[:120] or "not XML"
    return [_entry(one, found.feed) for one in found.entries], said


def _entry(entry: Any, parent: Any) -> Entry:
    title = _text(entry.get("title"))
    place, words, kind = _words(entry, title)
    if not words:
        return {}
    origin = entry.get("source") if isinstance(entry.get("source"), dict) else {}
    named, ours = _text(origin.get("title")), _text(parent.get("title"))
    published, updated, link = _date(entry, "published"), _date(entry, "updated"), _text(entry.get("link"))
    row = {
        "date": published or updated,
        "outlet": named or ours,
        "url": link if link.startswith(("http://", "https://")) else "",
        "title": title,
        "author": _text(entry.get("author")),
        "via": ours if named and named != ours else "",
        "updated": updated if updated != published else "",
    }
    return {"place": place, "words": words, "kind": kind, **{key: value for key, value in row.items() if value}}


def _words(entry: Any, title: str) -> tuple[str, str, str]:
    """(where, words, kind): the content, else the summary, else the title alone."""
    for one in entry.get("content") or ():
        if isinstance(one, dict) and _text(one.get("value")):
            return "content", one["value"], _kind(one)
    if _text(entry.get("summary")):
        return "summary", entry["summary"], _kind(entry.get("summary_detail") or {})
    return ("title", title, "text") if title else ("", "", "")


def _kind(detail: Any) -> str:
    """Text without a tag or a character reference is text, whatever the feed calls it."""
    return "html" if MARKED.search(_text(detail.get("value"))) else "text"


def _date(entry: Any, key: str) -> str:
    """The moment in ISO 8601 on the clock that the feed gives, where it can be read; else as the feed writes it."""
    told = _text(entry.get(key))
    for read in (datetime.fromisoformat, parsedate_to_datetime):  # the two forms that feeds are to use
        try:
            return read(told).isoformat()
        except ValueError:
            continue
    parsed = entry.get(f"{key}_parsed")
    if parsed:
        try:
            return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat()
        except (OverflowError, ValueError, OSError):
            return told
    return told


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
