"""Offices and places of a report, held against those of sources in other languages; what a check leaves open there."""

from __future__ import annotations

import pytest

from dragoman.check import Verdict, check
from dragoman.records import Source

TEXTS = {
    "a.txt": """Le canal de Corinthe fermé

ATHÈNES, 3 février 2021 (AFP) - Un éboulement a fermé le canal de Corinthe. La ministre de la Culture, Lina Mendoni, a \
visité le chantier avec Adonis Vlachos. « Nous rouvrirons », a promis le ministre grec de l'Industrie.
""",
    "b.txt": """Rutsch am Kanal

Athen, 4. Februar 2021 (dpa) - Bundesumweltministerin Svenja Schulze bot Hilfe an. „Ich gebe nicht auf, ich werde bis \
zum letzten Tag graben“, sagte der Ingenieur Adonis Vlachos von Corinth Works. \
Die IWO prüft den Hang.
""",
    "c.txt": """A rockfall in Greece

PATRAS, Feb 5, 2021 (Reuters) - The next talks on the canal will be held in Patras in May. Boats sail by Cape Maleas.
""",
}
UKRAINIAN = """Канал закрито

Афіни, 6 лютого 2021 року. «Цей обвал — кінець старого шляху», — заявила Ірина Коваленко.
"""
OFFICES = [
    ("Lina Mendoni, the sports minister, went to the canal.", "sports minister"),
    ("Svenja Schulze, ministre de la Culture, a offert son aide.", "ministre de la Culture"),
    ("La ministra de Trabajo, Lina Mendoni, visitó el canal.", "ministra de Trabajo"),
    ("Министр науки Лина Мендони приехала на канал.", "Министр науки"),
    ("Lina Mendoni, the culture minister, went to the canal.", ""),
    ("Bundesumweltministerin Svenja Schulze bot Hilfe an.", ""),
]
PLACES = [
    ("The next talks will be held in Stockholm.", ["Stockholm"]),
    ("Les prochains entretiens auront lieu à New York.", ["New York"]),
    ("Die Gespräche finden in Patras statt, nicht in Athen.", []),
    ("Los griegos esperan a los ingenieros de Grecia.", []),
]
OPEN = [  # a part of what was said; whose office it is; letters of another language's words; no way to compare
    '"I will not give up," said Adonis Vlachos.',
    "L'OMT examine la pente.",
    "Глава Corinth Works, Адонис Влахос, сказал: «Я буду копать до последнего дня».",
]


def findings(report: str, kind: str, texts: dict[str, str] | None = None) -> list[Verdict]:
    sources = [Source(raw=text.encode(), name=name) for name, text in (texts or TEXTS).items()]
    return [one for one in check(report, sources) if one.kind == kind and one.finding]


@pytest.mark.parametrize(("report", "words"), OFFICES)
def test_another_office_is_told(report: str, words: str) -> None:
    assert [report[one.start : one.end] for one in findings(report, "name")] == [words] * bool(words)


@pytest.mark.parametrize(("report", "places"), PLACES)
def test_a_place_that_no_source_names_is_told(report: str, places: list[str]) -> None:
    assert [report[one.start : one.end] for one in findings(report, "name")] == places


@pytest.mark.parametrize("report", OPEN)
def test_what_cannot_be_told_is_left_open(report: str) -> None:
    assert not findings(report, "quotation") + findings(report, "name")


def test_a_place_is_not_missed_in_a_language_whose_names_are_not_known() -> None:
    assert not findings("The talks will be held in Stockholm.", "name", TEXTS | {"d.txt": UKRAINIAN})


def test_words_are_not_absent_where_a_language_that_cannot_be_compared_quotes_the_speaker() -> None:
    report = '"This collapse is the end of the old road," said Iryna Kovalenko.'
    assert [one.verdict for one in findings(report, "quotation")] == ["absent"]
    assert not findings(report, "quotation", TEXTS | {"d.txt": UKRAINIAN})
