"""Rows of tables and JSON become articles: which field is the text, which the date, and where each was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.errors import BadInput
from dragoman.read.item import Item
from dragoman.records import Trouble

__all__ = ["BODY", "FIELDS", "is_row", "meta_of", "parse_map", "row"]

BODY = ("text", "html")
#: What a row can tell beside its words.
FIELDS = ("date", "outlet", "url", "title", "language", "author", "credit", "via", "seen", "updated", "kind")


def parse_map(written: str) -> tuple[tuple[str, str], ...]:
    """`text=body,date=pubdate` as pairs; BadInput names what is allowed.

    >>> parse_map("text=body, date=pubdate")
    (('text', 'body'), ('date', 'pubdate'))
    """
    pairs = []
    for part in written.split(","):
        what, mark, column = (piece.strip() for piece in part.partition("="))
        if what not in (*BODY, *FIELDS) or not mark or not column:
            allowed = ", ".join((*BODY, *FIELDS))
            raise BadInput(f'column map "{written}": cannot read "{part.strip()}". Write text=body,date=pubdate '
                           f"with what is known ({allowed}) on the left and your column on the right.")  # fmt: skip
        pairs.append((what, column))
    return tuple(pairs)


def is_row(record: Any, columns: tuple[tuple[str, str], ...] = ()) -> bool:
    """True for a JSON object with words in a field for text or HTML."""
    return isinstance(record, dict) and any(True for _ in _bodies(record, columns))


def row(item: Item, place: str, record: Mapping[str, Any], columns: tuple[tuple[str, str], ...] = ()) -> Item | Trouble:
    """The article of one row; its locator ends with the field that holds its words."""
    column, kind, words = next(_bodies(record, columns), ("", "", ""))
    if not column:
        return item.trouble(*_missing(record, columns), place=place)
    return item.words(f"{place}/{column}", words, kind=kind, meta=meta_of(record, columns))


def meta_of(record: Mapping[str, Any], columns: tuple[tuple[str, str], ...] = ()) -> tuple[tuple[str, str], ...]:
    """What a row tells beside its words, white space around it left out."""
    found = []
    for field in FIELDS:
        for column in _named(field, columns):
            value = _value(record, column)
            if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
                found.append((field, str(value).strip()))
                break
    return tuple(found)


def _bodies(record: Mapping[str, Any], columns: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str, str]]:
    """(column, kind, words) of the fields that hold words, the best first."""
    for kind in BODY:
        for column in _named(kind, columns):
            value = _value(record, column)
            if isinstance(value, str) and value.strip():
                yield column, kind, value


def _named(field: str, columns: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The columns that hold a field: those of the map, else the one of its own name."""
    return tuple(column for what, column in columns if what == field) or (field,)


def _value(record: Mapping[str, Any], column: str) -> Any:
    """A field by its name, or by a path with dots: `content.body`."""
    if column in record:
        return record[column]
    value: Any = record
    for part in column.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _missing(record: Mapping[str, Any], columns: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    names = " or ".join(f'"{name}"' for kind in BODY for name in _named(kind, columns))
    others = ", ".join(str(key)[:40] for key in list(record)[:12]) or "none"
    cure = f"Give the article in {names}, or name the column: --map text=COLUMN. Here are: {others}."
    return f"has no words in {names}.", cure
