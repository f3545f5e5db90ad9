"""What goes into a store comes out equal, on real readings and by type."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from dragoman import build
from dragoman.packing import pack, unpack
from dragoman.records import Act, Reading, Sighting, Source, Story, Treaty, When
from dragoman.spans import Span

EXAMPLE = Path(__file__).parents[1] / "examples" / "grain-2022"


def test_a_story_survives_the_round_trip_through_json() -> None:
    story = build([sorted(EXAMPLE.glob("*.txt"))[0], sorted(EXAMPLE.glob("*.txt"))[1]]).story
    again = unpack(Story, json.loads(json.dumps(pack(story))))
    assert again == story
    assert len(again.readings) == 2 and again.readings[0].facts
    assert [type(one) for one in again.readings[0].facts] == [type(one) for one in story.readings[0].facts]
    assert [one.id for one in again.readings[1].facts] == [one.id for one in story.readings[1].facts]


def test_nested_facts_and_dates_keep_their_kind() -> None:
    when = When(earliest=date(2020, 1, 31), latest=date(2020, 1, 31), precision="day", basis="written in full")
    act = Act(spans=(Span("s", 3, 9),), act="signed", when=when)
    treaty = Treaty(
        spans=(Span("s", 0, 2),), names=("accord",), acts=(act,), predecessors=(("1999", Span("s", 20, 24)),)
    )
    assert unpack(Treaty, json.loads(json.dumps(pack(treaty)))) == treaty


def test_undecodable_bytes_survive() -> None:
    source = Source(raw=b"\xff\xfea\x00\x80", encoding="utf-8", errors="surrogateescape", name="odd.txt")
    assert unpack(Source, json.loads(json.dumps(pack(source)))) == source


def test_a_field_that_is_gone_is_refused() -> None:
    with pytest.raises(KeyError):
        unpack(Sighting, {"source": "a", "name": "b", "mood": "blue"})


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises(TypeError, match="set cannot be packed"):
        pack({1, 2})
    assert unpack(Reading, pack(build([next(iter(sorted(EXAMPLE.glob("*.txt"))))]).story.readings[0])).facts
