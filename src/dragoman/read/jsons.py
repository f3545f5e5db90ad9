"""JSON files: arrays of articles under any key, and exports of social media. Locators are JSON Pointers (RFC 6901)."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

from dragoman.read.columns import is_row, row
from dragoman.read.decode import Undecodable, decode
from dragoman.read.item import Item
from dragoman.read.jsonl import rows
from dragoman.read.social import EXPORTS
from dragoman.records import Trouble
from dragoman.settings import Settings

__all__ = ["SCRIPT", "array", "pointer"]

SCRIPT = re.compile(r"\s*window\.YTD\.\w+\.part\d+\s*=\s*")  # window.YTD.tweets.part0 = [ … ]
LOOK = 50  # members of a list looked at for articles: lists of other things fail at once


def array(item: Item, settings: Settings) -> Iterator[Item | Trouble]:
    """The articles of a JSON file: rows in a list, one object, or an export whose shape is known."""
    raw = item.read(settings.limits.whole + 1)
    if len(raw) > settings.limits.whole:
        cure = "Split it, or write it as JSON Lines, which has no limit."
        yield item.trouble(f"is larger than {settings.limits.whole:,} bytes.", cure)
        return
    value = _value(raw)
    if isinstance(value, _Fault):
        yield from _lines(item, raw, settings, value)
        return
    for export in EXPORTS:
        if export.fits(value):
            yield from export.read(item, value)
            return
    found = False
    for place, record in _records(value, settings):
        found = True
        yield (
            row(item, f"#{place}", record, settings.columns)
            if isinstance(record, dict)
            else item.trouble("is not a JSON object.", 'Write {"text": "…"}.', place=f"#{place}")
        )
    if not found:
        cure = "Name the fields, for example --map text=body,date=pubdate, or leave the file out."
        yield item.trouble("is JSON without articles: no objects with words in text or html.", cure)


class _Fault(str):
    """Why a file is not one JSON value."""


def _value(raw: bytes) -> Any:
    try:
        codec = decode(raw)
    except Undecodable as error:
        return _Fault(f"it is not text: {error}")
    text = raw.decode(codec.encoding, codec.errors).lstrip("\ufeff")
    script = SCRIPT.match(text)
    try:
        return json.loads(text[script.end() :].rstrip().rstrip(";") if script else text)
    except RecursionError:
        return _Fault("it is nested too deeply")
    except json.JSONDecodeError as error:
        return _Fault(f"{error.msg} in line {error.lineno}, column {error.colno}")
    except ValueError:
        return _Fault("it holds a number too long to be one")


def _lines(item: Item, raw: bytes, settings: Settings, fault: str) -> Iterator[Item | Trouble]:
    """JSON Lines called .json, or nothing that can be read."""
    first = raw.removeprefix(codecs.BOM_UTF8).lstrip().partition(b"\n")[0]
    if fault.startswith("Extra data") and first.startswith(b"{"):
        yield from rows(item, settings)
    else:
        yield item.trouble(f"is not JSON that can be read: {fault}.", "Export it again, or check that it is complete.")


def _records(value: Any, settings: Settings) -> Iterator[tuple[str, Any]]:
    """(pointer, record) of the articles: a list of them, an object that holds such lists, or one article."""
    if is_row(value, settings.columns):
        yield "", value
        return
    lists = [("", value)] if isinstance(value, list) else []
    if isinstance(value, dict):
        lists = [(pointer(key), inner) for key, inner in value.items() if isinstance(inner, list)]
    for place, members in lists:
        if any(is_row(one, settings.columns) for one in members[:LOOK]):
            yield from ((f"{place}/{number}", one) for number, one in enumerate(members))


def pointer(*keys: object) -> str:
    """A JSON Pointer.

    >>> pointer("a/b", 3)
    '/a~1b/3'
    """
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in keys)
