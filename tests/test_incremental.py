"""Articles added one by one, in any order, give what a full run gives: grouping, lineage, findings, timeline."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from dragoman.compare import compare
from dragoman.desk import refresh, take
from dragoman.read import read, sift
from dragoman.read.sources import Pile
from dragoman.records import Reading, Source, Story
from dragoman.settings import Settings
from dragoman.store.library import Library
from dragoman.versions import rows

LINES = (
    (
        "a.txt",
        "2025-05-10",
        "Kenya and Uganda sign water treaty\n\nNAIROBI (AP) - Kenya and Uganda signed a water treaty in Nairobi on "
        "May 9, 2025, foreign minister Ada Kone said. “The lake belongs to both of us,” Kone told reporters.",
    ),
    (
        "b.txt",
        "2025-05-10",
        "Kenya and Uganda sign water treaty\n\nNAIROBI (AP) - Kenya and Uganda signed a water treaty in Nairobi on "
        "May 10, 2025, foreign minister Ada Kone said. “The lake belongs to both of us,” Kone told reporters.",
    ),
    (
        "c.txt",
        "2025-05-11",
        "Le Kenya et l'Ouganda ont signé un traité sur l'eau à Nairobi\n\nLe Kenya et l'Ouganda ont signé vendredi "
        "9 mai 2025 à Nairobi un traité sur l'eau. « Le lac est à nous deux », a déclaré la ministre Ada Kone.",
    ),
    (
        "d.txt",
        "2025-05-14",
        "Kenya ratifies water treaty with Uganda\n\nKenya's parliament ratified the water treaty with Uganda on "
        "May 13, 2025 with 201 votes. Uganda has not ratified the treaty yet.",
    ),
    (
        "e.txt",
        "2025-06-02",
        "Ferry sinks off Lima\n\nA ferry sank off Lima on Sunday, 1 June 2025, killing 12 people, the harbour police "
        "said. Police said 30 people were rescued.",
    ),
    (
        "f.txt",
        "2025-06-03",
        "Hundimiento del ferry en Lima\n\nEl hundimiento de un ferry frente a Lima el domingo 1 de junio de 2025 dejó "
        "14 muertos, informó la policía del puerto.",
    ),
)
PLAIN = Settings(encoder=False)


@cache
def sources() -> tuple[Source, ...]:
    return tuple(Source(raw=text.encode(), name=name, meta=(("date", day),)) for name, day, text in LINES)


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(read(sift(one), PLAIN) for one in sources()[:4])


def told(story: Story) -> tuple[object, ...]:
    """All that a story adds up to, without what the order of its articles may show in."""
    return (
        [one.id for one in story.findings],
        sorted((one.earlier, one.later, one.relation) for one in story.kin),
        [(one.id, one.type, one.when, sorted(report.id for report in one.reports)) for one in story.timeline],
        [(deal.name, deal.gaps) for deal in story.agreements],
        [one.id for one in story.claims],
    )


@pytest.mark.parametrize("order", list(permutations(range(4)))[1::5], ids=str)
def test_a_story_is_the_same_in_any_order(order: Sequence[int]) -> None:
    whole = told(compare(readings(), sources()[:4], settings=PLAIN))
    assert told(compare([readings()[at] for at in order], sources()[:4], settings=PLAIN)) == whole
    assert whole[0] and whole[1] and whole[2], "there must be something to compare"


def kept(folder: Path, steps: Sequence[Sequence[int]]) -> list[list[str]]:
    """The records of each story of a library to which the articles came in these steps, but for its head."""
    library = Library.open(f"sqlite:///{folder / 'x.db'}")
    for step in steps:
        take(library, Pile(sources=[sources()[at] for at in step], sightings=[], troubles=[]))
        refresh(library, PLAIN)
    made = []
    for one in library.stories():
        number = max(version["number"] for version in library.versions(one["key"]))
        held = [row for row in rows(library, one["key"], number) if row["kind"] not in ("dossier", "build")]
        made.append(sorted(json.dumps(row, sort_keys=True) for row in held))
    library.close()
    return sorted(made)


@cache
def at_once() -> list[list[str]]:
    with TemporaryDirectory() as folder:
        return kept(Path(folder), [range(len(LINES))])


def test_a_full_run_holds_two_stories_with_findings() -> None:
    assert len(at_once()) == 2
    assert any('"kind": "finding"' in row for story in at_once() for row in story)


@hypothesis_settings(max_examples=4, deadline=None)
@given(st.permutations(range(len(LINES))))
def test_one_by_one_is_a_full_run(order: list[int]) -> None:
    with TemporaryDirectory() as folder:
        assert kept(Path(folder), [[at] for at in order]) == at_once()
