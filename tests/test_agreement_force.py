"""For whom an agreement comes into force, who stands behind "by", which of two times beside each other is the day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Reading, Treaty
from tests.test_agreements import article

Make = Callable[..., Reading]
Step = tuple[str, str, str, str]


def steps(r: Make, lang: str, text: str, on: str = "2024-12-05") -> set[Step]:
    """(act, party, standing, day) of every step that a text tells."""
    acts = [act for one in article(r, lang, text, on=on).of(Treaty) for act in one.acts]
    return {(act.act, act.party, act.standing, act.when.value if act.when else "") for act in acts}


TOLD: list[tuple[str, str, Step]] = [
    ("en", "The convention enters into force for Chile on 1 May 2025.", ("in_force", "Chile", "planned", "2025-05-01")),
    ("fr", "La convention entre en vigueur pour le Chili le 1er mai 2025.",
     ("in_force", "Chili", "planned", "2025-05-01")),
    ("de", "Das Abkommen tritt für Chile am 1. Mai 2025 in Kraft.", ("in_force", "Chile", "planned", "2025-05-01")),
    ("es", "El convenio entra en vigor para Chile el 1 de mayo de 2025.",
     ("in_force", "Chile", "planned", "2025-05-01")),
    ("ru", "Конвенция вступает в силу для Чили 1 мая 2025 года.", ("in_force", "Чили", "planned", "2025-05-01")),
    ("en", "The treaty with Chile enters into force on 1 May 2025.", ("in_force", "", "planned", "2025-05-01")),
    ("en", "The treaty has yet to be ratified by either side and the Commons may still debate it.",
     ("ratified", "", "denied", "")),
    ("en", "Chile left the pact. The withdrawal takes effect next year, on 4 November 2025, after the election.",
     ("withdrawn", "Chile", "planned", "2025-11-04")),
    ("de", "Das Abkommen zwischen Chile und Peru wurde besprochen. Unterzeichnet wurde nichts.",
     ("signed", "", "denied", "")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "step"), TOLD)
def test_a_step_has_its_party_and_its_day(r: Make, lang: str, text: str, step: Step) -> None:
    assert step in steps(r, lang, text)
