"""JSON Lines: one article a line in `text` or `html`, with what is known about it in the other fields."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.records import Source, Trouble

__all__ = ["FIELDS", "is_rows", "rows"]

FIELDS = ("date", "outlet", "url", "title", "language")
BODY = ("text", "html")


def rows(stream: BinaryIO, name: str, *, largest: int, first: bytes = b"") -> Iterator[Source | Trouble]:
    """The sources of a stream, one a line; a bad line is one Trouble that names it."""
    number, line = 0, first or stream.readline(largest + 1)
    while line:
        number += 1
        whole = line.endswith(b"\n") or len(line) <= largest
        if not whole:
            yield Trouble(where=f"{name}#L{number}", what=f"is longer than {largest:,} bytes.", cure="Split it.")
            while line and not line.endswith(b"\n"):
                line = stream.readline(largest + 1)
        elif line.strip().strip(codecs.BOM_UTF8):
            yield _row(line, f"{name}#L{number}")
        line = stream.readline(largest + 1)


def is_rows(line: bytes) -> bool:
    """True when a first line is a row of JSON Lines."""
    record = _parsed(line)
    return isinstance(record, dict) and any(isinstance(record.get(key), str) for key in BODY)


def _parsed(line: bytes) -> Any:
    if not line.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        return None
    try:
        return json.loads(line.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape"))
    except (json.JSONDecodeError, RecursionError):
        return None


def _row(line: bytes, where: str) -> Source | Trouble:
    record = _parsed(line)
    if not isinstance(record, dict):
        return Trouble(where=where, what="is not a JSON object.", cure='Write {"text": "…"} on one line.')
    key = next((key for key in BODY if isinstance(record.get(key), str) and record[key].strip()), None)
    if key is None:
        cure = 'Give the article in "text" or "html".'
        return Trouble(where=where, what='has no words in "text" or "html".', cure=cure)
    raw, errors = _bytes(record[key])
    meta = tuple((field, str(record[field]).strip()) for field in FIELDS if record.get(field) not in (None, ""))
    return Source(raw=raw, errors=errors, name=f"{where}/{key}", kind="html" if key == "html" else "text", meta=meta)


def _bytes(text: str) -> tuple[bytes, str]:
    """The field as UTF-8, with bytes that were no UTF-8 and lone halves of characters kept."""
    for errors in ("strict", "surrogateescape", "surrogatepass"):
        try:
            return text.encode("utf-8", errors), errors
        except UnicodeEncodeError:
            continue
    raise AssertionError("surrogatepass encodes every string")
