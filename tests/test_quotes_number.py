"""No singular verb has those for its speaker who spoke in the plural; where a source's name ends, and what it parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Reading
from tests.telling import Told, told

Make = Callable[..., Reading]

SAID: list[tuple[str, str, list[Told]]] = [
    (
        "es",
        "Los bomberos precisaron que el fuego estaba controlado. «No bajaremos la guardia», añadió.",
        [
            ("indirect", "el fuego estaba controlado", "Los bomberos"),
            ("direct", "No bajaremos la guardia", None),
        ],
    ),
    (
        "es",
        "Los bomberos precisaron que el fuego estaba controlado. «No bajaremos la guardia», añadieron.",
        [
            ("indirect", "el fuego estaba controlado", "Los bomberos"),
            ("direct", "No bajaremos la guardia", "Los bomberos"),
        ],
    ),
    (
        "it",
        "I vigili del fuoco hanno precisato che si scava ancora. «Non ci fermeremo», ha detto.",
        [("indirect", "si scava ancora", "I vigili del fuoco"), ("direct", "Non ci fermeremo", None)],
    ),
    (
        "ru",
        "Спасатели объяснили, что огонь потушен. «Мы не уйдём», – сказал он.",
        [("indirect", "огонь потушен", "Спасатели"), ("direct", "Мы не уйдём", None)],
    ),
    (
        "it",
        "Secondo la polizia il conducente era ubriaco.",
        [("indirect", "il conducente era ubriaco", "polizia")],
    ),
    (
        "es",
        "Según el informe del perito la empresa había firmado controles falsos.",
        [("indirect", "la empresa había firmado controles falsos", "el informe del perito")],
    ),
    (
        "de",
        "Deutsche sind nach Angaben der Polizei nicht darunter.",
        [("indirect", "Deutsche sind … nicht darunter", "Polizei")],
    ),
    (
        "en",
        "Two Britons were, according to the police, among the dead.",
        [("indirect", "Two Britons were … among the dead", "the police")],
    ),
    (
        "fr",
        "Le conducteur était, selon la police, ivre.",
        [("indirect", "Le conducteur était … ivre", "la police")],
    ),
    ("de", "Gestern regnete es nach Angaben der Stadt stark.", [("indirect", "Gestern regnete es … stark", "Stadt")]),
    (
        "it",
        "«Nessuno ci ha avvisati», lamenta Anna Riva, che vive lì da anni.",
        [("direct", "Nessuno ci ha avvisati", "Anna Riva")],
    ),
    (
        "de",
        "Der Fahrer stammt nach Angaben der Polizei aus der Schweiz. Zwei Männer starben.",
        [("indirect", "Der Fahrer stammt … aus der Schweiz", "Polizei")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_said(language: str, text: str, expected: list[Told], r: Make) -> None:
    """Who says it, and nobody where the number of the verb tells of somebody else."""
    assert told(r(text, lang=language)) == expected
