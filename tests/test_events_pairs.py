"""The two of whom an article tells: "the two leaders", and "they" right behind a sentence about the two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Reading

R = Callable[..., Reading]


@pytest.mark.issue(4)
@pytest.mark.parametrize(
    ("lang", "text", "both"),
    [
        ("en", "Ana Rivas and Paul Otieno signed a treaty in Lima. Before that they had talked alone.", True),
        ("en", "Ana Rivas and Paul Otieno signed a treaty in Lima. Later they met reporters.", False),
        ("en", "Ana Rivas, Luc Morel and Paul Otieno signed a treaty. Before that they had talked alone.", False),
        ("fr", "Ana Rivas et Luc Morel ont signé un traité. Ensuite ils se sont entretenus deux heures.", True),
        ("fr", "Ana Rivas et Luc Morel ont signé un traité. Ensuite ils se sont entretenus avec la presse.", False),
        ("de", "Ana Rivas und Paul Otieno unterschrieben. Die beiden Staatschefs trafen sich zwei Stunden lang.", True),
        ("es", "Ana Rivas y Pablo Otero firmaron un tratado. Los dos líderes se reunieron dos horas.", True),
        ("ru", "Анна Ривас и Павел Отров подписали договор. До этого они встретились наедине.", True),
        ("ru", "Анна Ривас и Павел Отров подписали договор. Два лидера встретились наедине.", True),
    ],
)
def test_who_met_is_told_by_the_sentence_before(r: R, lang: str, text: str, both: bool) -> None:
    """Both are named where nobody else can be meant."""
    found = [one for one in r(text, lang=lang, on="2025-03-11").of(Event) if one.type == "meet"]
    assert found and (len(found[-1].names("actor")) == 2) is both


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "According to Russian news agencies, Ana Rivas visited Lima on Monday.", "Russian news agencies"),
        ("en", "Ana Rivas visited Lima on Monday, according to Kenyan officials.", "Kenyan officials"),
        ("en", "According to Russia, Ana Rivas visited Lima on Monday.", "Russia"),
    ],
)
def test_a_body_of_a_country_is_not_the_country(r: R, lang: str, text: str, who: str) -> None:
    """What the agencies of a country tell, the country does not."""
    assert [one.claimed_by for one in r(text, lang=lang, on="2025-03-11").of(Event) if one.type == "visit"] == [who]


def test_the_two_in_a_relative_clause_act_there(r: R) -> None:
    """Who signed it does not extend it."""
    text = "Ana Rivas y Pablo Otero se vieron. Esto puede ampliar el protocolo que los dos líderes firmaron en mayo."
    found = [one for one in r(text, lang="es", on="2025-03-11").of(Event) if one.type == "extend"]
    assert found and not found[-1].names("actor")
