"""One article's bytes as a Source: decoded without loss, or one line that says why not."""

from __future__ import annotations

from dragoman.read.decode import Codec, Undecodable, decode, is_binary
from dragoman.read.feeds import MARKED
from dragoman.read.formats import is_html, unread
from dragoman.read.item import Item
from dragoman.records import Source, Trouble
from dragoman.settings import Settings

__all__ = ["leaf"]

BLANK = "\ufeff\u200b \t\r\n\x0b\x0c\u00a0\u3000"
CONVERT = "Convert it to text or HTML first."


def leaf(item: Item, settings: Settings) -> Source | Trouble:
    """The source that an item's bytes make, or why they make none."""
    size = item.packed
    if size > settings.largest_file:
        what = f"{size:,} bytes is more than the limit of {settings.largest_file:,}."
        return item.trouble(what, "Split it into articles (JSON Lines takes one a line).")
    raw = item.read()
    if not raw:
        return item.trouble("is empty.", "Save the article again.")
    codec = _codec(item, raw)
    if isinstance(codec, str):
        return item.trouble(codec, CONVERT)
    text = raw.decode(codec.encoding, codec.errors)
    if not text.strip(BLANK):
        return item.trouble("holds nothing but white space.", "Save the article again.")
    notes = (("note", codec.note),) if codec.note else ()
    return Source(
        raw=raw,
        encoding=codec.encoding,
        errors=codec.errors,
        name=item.name,
        kind=_kind(item, text),
        meta=(*item.meta, *notes),
        derived=item.derived,
    )


def _codec(item: Item, raw: bytes) -> Codec | str:
    """How to decode the bytes, or why they are no text."""
    if item.errors:
        return Codec("utf-8", item.errors)
    known = unread(raw)
    if known:
        return f"is {known}, which is not read."
    if is_binary(raw) and b"\0" not in raw:
        return "is not text but a binary file."
    try:
        return decode(raw, html=item.kind == "html" or b"<" in raw[:200], charset=item.charset)
    except Undecodable as error:
        return f"is not text: {error}."


def _kind(item: Item, text: str) -> str:
    """text or html: as a manifest says, else as suffix or container say; bytes win over names both ways."""
    told = dict(item.meta).get("kind")
    if told in ("text", "html"):
        return str(told)
    if item.kind == "html":
        return "html" if MARKED.search(text) else "text"  # lines of a page without any tag are lines
    return "html" if item.derived is None and is_html(text) else "text"
