"""The text that ids are made of is the JSON that the library writes, so that no id ever changes."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from dragoman.canonical import canonical
from dragoman.records import Mention, Post, When
from dragoman.spans import Span

DAY = When(earliest=date(2024, 6, 1), latest=date(2024, 6, 30), precision="month")
VALUES = [
    "Zürich – “oui”\n\t\\ \ud83d\ude00 \udcff",
    [],
    (1, 2.5, -0.0, 1e30, True, None),
    {"b": {"d": 1, "c": [{}]}, "a": ()},
    Span("s", 1, 4),
    Mention(spans=(Span("s", 0, 3), Span("s", 5, 9)), name="Ana", kind="PER", by="table"),
    Post(spans=(Span("s", 0, 3),), holder="Ana", title="ministre", when=DAY, told=True),
]


def plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    assert is_dataclass(value)
    return {one.name: getattr(value, one.name) for one in fields(value)}


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_canonical_is_the_json_of_the_library(value: Any) -> None:
    assert canonical(value) == json.dumps(value, ensure_ascii=True, sort_keys=True, default=plain)


def test_what_has_no_stable_form_is_refused() -> None:
    with pytest.raises(TypeError):
        canonical({"a": {1, 2}})
