"""Pronouns that stand for one person or body; where the text leaves two, nobody. A case is a line we wrote."""

from __future__ import annotations

import pytest

from dragoman.records import Mention
from tests.conftest import make_reading

CERTAIN = [
    ("en", "Ilir Meta flew to Tirana on Monday. He visited two schools.", "He", "Ilir Meta"),
    ("en", "Ana Gil thanked her staff before the vote.", "her", "Ana Gil"),
    ("en", "Estonia renewed its offer on Tuesday.", "its", "Estonia"),
    ("en", "“We will wait,” Ana Gil said. “The offer stands,” she added.", "she", "Ana Gil"),
    ("en", "Ilir Meta has said he will not sign the treaty.", "he", "Ilir Meta"),
    ("fr", "« Nous attendrons », a déclaré Janis Ozols. « L'offre tient », a-t-il ajouté.", "il", "Janis Ozols"),
    ("de", "Otto Kern begrüßte den Beschluss. „Wir warten ab“, sagte er.", "er", "Otto Kern"),
]


def pronouns(lang: str, text: str) -> dict[str, str]:
    reading = make_reading(text, lang=lang)
    return {one.name: one.refers_to for one in reading.of(Mention) if one.form == "pronoun"}


@pytest.mark.parametrize(("lang", "text", "pronoun", "person"), CERTAIN)
def test_a_pronoun_leads_to_whom_it_must_mean(lang: str, text: str, pronoun: str, person: str) -> None:
    assert pronouns(lang, text).get(pronoun) == person


OPEN = [
    ("en", "Ilir Meta met Edi Gashi on Monday. He left early."),
    ("en", "Ilir Meta met the minister on Monday. He left early."),
    ("en", "A man was arrested near the house of Ilir Meta. He had a knife."),
    ("en", "Ilir Meta spoke. “He is wrong,” the poster read."),
    ("en", "Tirana and Skopje renewed its offer."),
    ("fr", "Janis Ozols a signé le traité. Il prévoit une aide mutuelle."),
    ("de", "Otto Kern unterzeichnete den Vertrag. Er gilt ab Montag."),
    ("xx", "He."),
]


@pytest.mark.parametrize(("lang", "text"), OPEN)
def test_a_pronoun_that_may_mean_two_is_left_open(lang: str, text: str) -> None:
    assert pronouns(lang, text) == {}


def test_one_name_is_not_he_here_and_she_there() -> None:
    text = "Robin Hale flew home on Monday. He slept. Robin Hale rose on Tuesday. She spoke."
    assert pronouns("en", text) == {}
