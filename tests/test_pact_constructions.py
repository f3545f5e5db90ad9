"""What is done with agreements, construction by construction in five languages: the rows of pacts.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.records import Treaty
from quality.sets.marking import read_text

PUBLISHED = "2025-06-12"  # a Thursday; the leads tell of a signature on Monday
Step = tuple[str, str, str, str]


def rows() -> Iterator[Any]:
    """Every row in every language it has."""
    table = tomllib.loads((Path(__file__).parent / "pacts.toml").read_text(encoding="utf-8"))
    for name, part in table.items():
        for row in part["row"]:
            for code in ("en", "fr", "de", "es", "ru"):
                if code in row:
                    wanted = [one.split(" | ") for one in row["steps"]]
                    sides = {side: part[side][code] for side in "NCS"} | {"-": ""}
                    text = f"{part['lead'][code]} {row[code]}"
                    yield pytest.param(text, [(a, sides[b], c) for a, b, c in wanted], id=f"{name}-{code}-{row[code]}")


def told(text: str) -> list[Step]:
    """Act, party, standing and day of every step that a text tells."""
    acts = [act for one in read_text("row", text, PUBLISHED).of(Treaty) for act in one.acts]
    return [(act.act, act.party, act.standing, act.when.value if act.when else "") for act in acts]


@pytest.mark.parametrize(("text", "wanted"), list(rows()))
def test_the_steps_are_told_and_no_others(text: str, wanted: list[tuple[str, str, str]]) -> None:
    found = told(text)
    assert ("signed", "", "happened", "2025-06-09") in found  # the lead
    rest = [one for one in found if one != ("signed", "", "happened", "2025-06-09")]
    for acts, party, standings in wanted:
        fitting = [x for x in rest if x[0] in acts.split("/") and x[1] == party and x[2] in standings.split("/")]
        assert fitting, (acts, party, standings, rest)
        rest.remove(fitting[0])
    assert rest == []
