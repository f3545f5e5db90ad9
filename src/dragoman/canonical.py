"""Values as one fixed text, of which ids are made: JSON with sorted names, ASCII only.

The same text as `json.dumps(…, sort_keys=True)` writes; it is written here because a story makes a thousand ids of
records, and the library asks for each record inside another what it is.

>>> canonical(["Post", {"told": True, "at": (1, None)}])
'["Post", {"at": [1, null], "told": true}]'
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from json.encoder import encode_basestring_ascii
from operator import attrgetter
from typing import Any

__all__ = ["called", "canonical"]

_FIXED = {None: "null", True: "true", False: "false"}


def canonical(value: Any) -> str:
    """A value as text; TypeError for one that has no stable form."""
    kind = value.__class__
    if kind is str:
        return encode_basestring_ascii(value)
    if value is None or kind is bool:
        return _FIXED[value]
    if kind is tuple or kind is list:
        return "[" + ", ".join(map(canonical, value)) + "]"
    if kind is int:
        return repr(value)
    if kind is dict:
        return "{" + ", ".join([f"{canonical(name)}: {canonical(value[name])}" for name in sorted(value)]) + "}"
    if kind is date:
        return f'"{value.isoformat()}"'
    made = _form(kind)
    if made is not None:
        given, form = made
        return form % _texts(given(value))
    return json.dumps(value, ensure_ascii=True, sort_keys=True)


def called(record: Any, *, but: str) -> str:
    """The text of a pair: the name of a record's class, its fields but one."""
    kind: Any = record.__class__
    made = _form(kind, but)
    if made is None:
        raise TypeError(f"{kind.__name__} is no record")
    given, form = made
    return f'["{kind.__name__}", ' + form % _texts(given(record)) + "]"


def _texts(values: tuple[Any, ...]) -> tuple[object, ...]:
    """Many values as text; words and numbers are written here without a call for each."""
    write = encode_basestring_ascii
    return tuple(
        [write(one) if one.__class__ is str else one if one.__class__ is int else canonical(one) for one in values]
    )


@cache
def _form(kind: type, but: str = "") -> tuple[Callable[[Any], tuple[Any, ...]], str] | None:
    """What gives the fields of a record class in the order of their names, and the text with gaps; None for another."""
    if not is_dataclass(kind):
        return None
    names = sorted(one.name for one in fields(kind) if one.name != but)
    given = attrgetter(*names) if len(names) > 1 else lambda one: tuple(getattr(one, name) for name in names)
    return given, "{" + ", ".join(f'"{name}": %s' for name in names) + "}"
