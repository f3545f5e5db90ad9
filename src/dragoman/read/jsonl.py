"""JSON Lines: one article a line in `text` or `html`, with what is known about it in the other fields."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.read.columns import is_row, row
from dragoman.read.item import Item
from dragoman.records import Trouble
from dragoman.settings import Settings

__all__ = ["is_rows", "rows"]


def rows(
    item: Item, settings: Settings, *, stream: BinaryIO | None = None, first: bytes = b""
) -> Iterator[Item | Trouble]:
    """The articles of a file, one a line; a bad line is one Trouble that names it. Holds one line at a time.

    `stream` is read instead of the item, after the line `first` that was already taken from it.
    """
    with stream or item.open() as lines:
        number, most = 0, settings.largest_file
        line = first or lines.readline(most + 1)
        while line:
            number += 1
            if len(line) > most and not line.endswith(b"\n"):
                cure = "Split it, or give a larger limit."
                yield item.trouble(f"is longer than {most:,} bytes.", cure, place=f"#L{number}")
                while line and not line.endswith(b"\n"):
                    line = lines.readline(most + 1)
            elif line.strip().strip(codecs.BOM_UTF8):
                yield _line(item, line, f"#L{number}", settings)
            line = lines.readline(most + 1)


def is_rows(line: bytes, columns: tuple[tuple[str, str], ...] = ()) -> bool:
    """True when a first line is a row of JSON Lines."""
    return is_row(_parsed(line), columns)


def _parsed(line: bytes) -> Any:
    words = line.removeprefix(codecs.BOM_UTF8).lstrip()
    if not words.startswith(b"{"):
        return None
    try:
        return json.loads(words.decode("utf-8", "surrogateescape"))
    except (ValueError, RecursionError):
        return None


def _line(item: Item, line: bytes, place: str, settings: Settings) -> Item | Trouble:
    record = _parsed(line)
    if not isinstance(record, dict):
        return item.trouble("is not a JSON object.", 'Write {"text": "…"} on one line.', place=place)
    return row(item, place, record, settings.columns)
