"""Records as plain data and back: what goes into a store or a cache comes out equal.

    pack(record) → lists, dicts, words and numbers that JSON can hold         unpack(Reading, data) → the record

The shape follows the declared types of the fields, so a record needs no code here. Fields that hold their default
are left out; a field that a record no longer has is refused, for the reader must then be newer than the data.

>>> from dragoman.records import Sighting
>>> pack(Sighting(source="a1", name="x.txt"))
{'source': 'a1', 'name': 'x.txt'}
>>> unpack(Sighting, pack(Sighting(source="a1", name="x.txt"))) == Sighting(source="a1", name="x.txt")
True
"""

from __future__ import annotations

import base64
import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from dragoman import records
from dragoman.records import Fact
from dragoman.spans import Edit, Piece, Span, Text

__all__ = ["pack", "unpack"]

T = TypeVar("T")
_FACTS = {one.__name__: one for one in vars(records).values() if isinstance(one, type) and issubclass(one, Fact)}


def pack(value: Any) -> Any:
    """Plain data for a record, a tuple of records, or a value in one. Bytes become base64."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Span):
        return [value.source, value.start, value.end]
    if isinstance(value, Text):
        return {
            "source": value.source,
            "value": value.value,
            "pieces": [[one.clean, one.start, one.end, int(one.verbatim)] for one in value.pieces],
            "changes": [list(one) for one in value.changes],
        }
    if isinstance(value, tuple | list):
        return [pack(one) for one in value]
    if isinstance(value, dict):
        return {name: pack(held) for name, held in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if is_dataclass(value) and not isinstance(value, type):
        return _packed(value)
    raise TypeError(f"{type(value).__name__} cannot be packed")


def _packed(value: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"kind!": type(value).__name__} if isinstance(value, Fact) else {}
    for one in fields(value):
        held = getattr(value, one.name)
        if not _is_default(one, held):
            row[one.name] = pack(held)
    return row


def _is_default(one: Field[Any], held: Any) -> bool:
    return one.default is not MISSING and type(held) is type(one.default) and bool(held == one.default)


def unpack(kind: type[T], data: Any) -> T:
    """The record of this kind that `pack` made the data from."""
    wanted: Any = kind
    made: T = _maker(wanted)(data)
    return made


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """What turns plain data into a value of this type."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Span:
        return lambda data: Span(*data)
    if kind is Text:
        return _text
    if kind is date:
        return date.fromisoformat
    if kind is bytes:
        return base64.b64decode
    if origin in (Union, types.UnionType):
        (only,) = (one for one in inner if one is not type(None))
        make = _maker(only)
        return lambda data: None if data is None else make(data)
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        each = _maker(inner[0])
        return lambda data: tuple(each(one) for one in data)
    if origin is tuple:
        makers = [_maker(one) for one in inner]
        return lambda data: tuple(make(one) for make, one in zip(makers, data, strict=True))
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind)
    return lambda data: data


def _record(kind: type[Any]) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    makers: dict[str, Callable[[Any], Any]] = {}

    def make(data: Any) -> Any:
        if kind is Fact or "kind!" in data:
            named: Any = _FACTS[data["kind!"]]
            if named is not kind:
                return _maker(named)(data)
        if not makers:
            makers.update({one.name: _maker(hints[one.name]) for one in fields(kind)})
        return kind(**{name: makers[name](held) for name, held in data.items() if name != "kind!"})

    return make


def _text(data: Any) -> Text:
    return Text(
        data["source"],
        data["value"],
        tuple(Piece(clean, start, end, bool(verbatim)) for clean, start, end, verbatim in data["pieces"]),
        tuple(Edit(*one) for one in data["changes"]),
    )
