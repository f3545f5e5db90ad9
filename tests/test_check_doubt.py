"""How sources doubt what a report tells as done, who holds which office, and who gives a figure: one sentence each."""

from __future__ import annotations

import pytest

from dragoman.check import Verdict, check
from dragoman.check.doubt import doubt, reported
from dragoman.records import Source

DOUBTS = [
    ("fr", "Le Chili reconnaîtrait le nouveau gouvernement.", True),
    ("fr", "La loi permettrait aux maires de fermer les plages.", True),
    ("fr", "Le Chili a reconnu le nouveau gouvernement.", False),
    ("es", "El puente abrirá en otoño.", True),
    ("es", "El puente abrió en otoño.", False),
    ("ru", "Новая линия даст городу тысячу мест.", True),
    ("ru", "Новая линия дала городу тысячу мест.", False),
]


@pytest.mark.parametrize(("code", "words", "doubted"), DOUBTS, ids=lambda one: str(one)[:30])
def test_verb_forms_of_doubt(code: str, words: str, doubted: bool) -> None:
    assert bool(doubt(code, words)) == doubted


def test_german_reports_what_others_say_in_a_form_of_its_own() -> None:
    assert reported("de", "Der Käufer habe zwei Millionen geboten.")
    assert not reported("de", "Der Käufer hat zwei Millionen geboten.")


SOURCES = {
    "a.txt": "Geologists estimated that the toll of the landslide could exceed 800 dead. So far 45 people were killed.",
    "b.txt": "Selon les organisateurs, 30 000 personnes ont défilé ; la police n'a donné aucun chiffre.",
    "c.txt": "Deputy Prime Minister Ana Ferro and the chief executive of Norline, Petra Lund, met the union leader "
    "Jan Holm. Jan Holm asked for more.",
    "d.txt": "Le ministre chilien de la Défense, Luis Prado, a parlé au Sénat.",
    "e.txt": "« Tout a été dit entre nous, et une trêve a été signée ce matin », a déclaré le gouverneur Omar Diallo.",
}
FAULTY = [
    ("The toll of the landslide has exceeded 800 dead.", "standing", "possible"),
    ("According to the police, 30,000 people marched.", "figure", "other claimant"),
    ("The chief executive, Jan Holm, asked for more.", "name", "role"),
    ("Union leader Petra Lund met Ana Ferro.", "name", "role"),
    ("Le ministre chilien des Affaires étrangères, Luis Prado, a parlé au Sénat.", "name", "role"),
]
SOUND = [
    "The toll of the landslide could exceed 800 dead.",
    "In the landslide 45 people were killed.",
    "According to the organisers, 30,000 people marched.",
    "The president of the union, Jan Holm, asked for more.",
    "Finance Minister Ana Ferro met Petra Lund.",  # a deputy prime minister may well be that
    "Le ministre de la Défense, Luis Prado, a parlé au Sénat.",
    "“A truce was signed this morning,” said governor Omar Diallo.",
]


def findings(report: str) -> list[Verdict]:
    sources = [Source(raw=text.encode(), name=name) for name, text in SOURCES.items()]
    return [one for one in check(f"{report}\n", sources) if one.finding]


@pytest.mark.parametrize(("report", "kind", "how"), FAULTY, ids=lambda one: one[:40])
def test_found(report: str, kind: str, how: str) -> None:
    assert (kind, how) in {(one.kind, one.how) for one in findings(report)}


@pytest.mark.parametrize("report", SOUND, ids=lambda one: one[:40])
def test_nothing_is_said(report: str) -> None:
    assert not findings(report)
