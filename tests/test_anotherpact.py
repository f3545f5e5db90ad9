"""What tells an agreement from those named before it: sides and words of its own; lines of news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Reading, Treaty
from tests.test_agreements import article

R = Callable[..., Reading]


def steps(reading: Reading) -> list[set[tuple[str, str]]]:
    """Act and standing of the steps of each agreement that an article names."""
    return [{(act.act, act.standing) for act in one.acts} for one in reading.of(Treaty)]


# language, line: what the last clause tells is no step of the agreement that the first one tells of
APART = [
    ("en", "Chad and Mali signed a fisheries pact on Monday. The agreement with Peru has not been signed yet."),
    ("fr", "Le Tchad et le Mali ont signé lundi un accord de pêche. L'accord avec le Pérou n'est pas encore signé."),
    ("de", "Tschad und Mali unterzeichneten am Montag ein Abkommen. Das Abkommen mit Peru ist nicht unterzeichnet."),
    ("es", "Chad y Malí firmaron el lunes un acuerdo de pesca. El acuerdo con Perú aún no se ha firmado."),
    ("ru", "Чад и Мали в понедельник подписали соглашение о рыболовстве. Соглашение с Перу пока не подписано."),
    ("en", "Chad and Mali signed a fisheries pact on Monday. A deal on the use of the port of Bamako was not signed."),
    ("fr", "Le Tchad et le Mali ont signé lundi un accord de pêche. Un traité sur l'eau du fleuve n'a pas été signé."),
    ("es", "Chad y Malí firmaron el lunes un acuerdo de pesca. Un tratado de extradición no se ha firmado."),
    ("en", "Chad and Mali signed a peace pact on Monday. A secret annex was not signed."),
    ("ru", "Чад и Мали в понедельник подписали мирный договор. Секретное приложение не подписано."),
    ("en", "Chad and Mali signed a joint declaration on Monday. The Geneva accord of 2013 has not been signed anew."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line"), APART)
def test_another_agreement(r: R, lang: str, line: str) -> None:
    found = steps(article(r, lang, line))
    assert {("signed", "happened")} in found
    assert not any({("signed", "happened"), ("signed", "denied")} <= one for one in found)


def test_the_accords_of_others_are_their_own(r: R) -> None:
    line = "Der Bundestag billigte am Montag das Steuerabkommen mit Peru. Mali hat sein Abkommen mit Peru ratifiziert."
    found = steps(article(r, "de", line))
    assert not any({("approved", "happened"), ("ratified", "happened")} <= one for one in found)


# language, line: both clauses are about one agreement
SAME = [
    ("en", "Chad and Mali signed a peace accord on Monday. The agreement with Mali has not been ratified."),
    ("fr", "Le Tchad et le Mali ont signé la convention sur l'eau lundi. Le traité n'a pas été ratifié."),
    ("es", "Chad y Malí firmaron el lunes los acuerdos de paz. El pacto no ha sido ratificado."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line"), SAME)
def test_one_agreement(r: R, lang: str, line: str) -> None:
    assert any({("signed", "happened"), ("ratified", "denied")} <= one for one in steps(article(r, lang, line)))


# language, line, the kind of the paper
SIGNED = [
    ("en", "Chad and Mali signed a road map on Monday.", "programme"),
    ("en", "Chad and Mali signed an annex on Monday.", "annex"),
    ("fr", "Le Tchad et le Mali ont signé lundi une feuille de route.", "programme"),
    ("de", "Tschad und Mali unterzeichneten am Montag einen Aktionsplan.", "programme"),
    ("es", "Chad y Malí firmaron el lunes una hoja de ruta.", "programme"),
    ("ru", "Чад и Мали в понедельник подписали дорожную карту.", "programme"),
]


@pytest.mark.parametrize(("lang", "line", "kind"), SIGNED)
def test_what_is_signed_is_a_paper(r: R, lang: str, line: str, kind: str) -> None:
    assert [one.instrument for one in article(r, lang, line).of(Treaty)] == [kind]
