"""Whom a number is told is no claimant of it: an agency, the press."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Figure, Reading


@pytest.mark.parametrize(
    ("lang", "text", "claimant"),
    [
        ("en", "The flood destroyed 140 houses, Mayor Aylin Kaya told the TASS news agency.", "Aylin Kaya"),
        ("en", "The flood destroyed 140 houses, the mayor, Aylin Kaya, told Reuters.", "Aylin Kaya"),
        ("fr", "Soixante maisons ont brûlé, a déclaré le maire à l'AFP.", "maire"),
        ("de", "60 Häuser brannten ab, sagte der Bürgermeister der Agentur dpa.", "Bürgermeister"),
        ("es", "Se quemaron 60 casas, dijo el alcalde a la agencia EFE.", "alcalde"),
        ("ru", "Сгорели 60 домов, сообщил мэр агентству ТАСС.", "мэр"),
        ("ru", "Сгорели 60 домов, сообщило агентство ТАСС.", "ТАСС"),
    ],
)
def test_whom_a_number_is_told_does_not_claim_it(
    r: Callable[..., Reading], lang: str, text: str, claimant: str
) -> None:
    (one,) = r(text, lang, on="2025-03-11").of(Figure)
    assert one.claimed_by == claimant or one.claimed_by.endswith(claimant)
    assert "агентству" not in one.claimed_by and "Agentur" not in one.claimed_by


def test_an_adverb_claims_nothing(r: Callable[..., Reading]) -> None:
    found = r("Im Zug saßen 350 Menschen, nicht 342, wie zunächst gemeldet.", "de", "2025-03-11").of(Figure)
    assert [(one.value, one.claimed_by) for one in found] == [(350, ""), (342, "")]
