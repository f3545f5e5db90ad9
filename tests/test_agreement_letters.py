"""Agreements named by their letters, and states that took one step on days of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Reading, Treaty
from tests.test_agreements import article

Make = Callable[..., Reading]

# language, text, how many agreements it names, (act, party, standing) of one of their steps
LETTERS = [
    ("en", "Chad left the NPT on Monday.", 1, ("withdrawn", "Chad", "happened")),
    ("en", "The INF treaty was signed by Chad and Mali in 1987. Chad withdrew from the INF in 2019.", 1,
     ("withdrawn", "Chad", "happened")),
    ("fr", "Le Tchad a quitté l'ALENA en 2020.", 1, ("withdrawn", "Tchad", "happened")),
    ("es", "Chad abandonó el TIAR en 2004. El Tratado Interamericano de Asistencia Recíproca se firmó en 1947.", 1,
     ("withdrawn", "Chad", "happened")),
    ("de", "Der Tschad hat den INF 2019 verlassen.", 1, ("withdrawn", "Tschad", "happened")),
    ("ru", "Чад вышел из ДНЯО в 2003 году.", 1, ("withdrawn", "Чад", "happened")),
    ("ru", "Чад вышел из СНВ-3. Договор о стратегических наступательных вооружениях подписали в Праге.", 1,
     ("withdrawn", "Чад", "happened")),
    ("en", "Chad left the NPT, Mali ratified the CTBT.", 2, ("ratified", "Mali", "happened")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "papers", "step"), LETTERS)
def test_letters_name_an_agreement(r: Make, lang: str, text: str, papers: int, step: tuple[str, str, str]) -> None:
    found = list(article(r, lang, text).of(Treaty))
    assert len(found) == papers
    assert step in {(act.act, act.party, act.standing) for one in found for act in one.acts}


ROWS = [
    ("es", "El tratado fue ratificado por Chile en mayo de 2014 y por Bolivia y Ecuador en junio de 2015."),
    ("en", "The treaty was ratified by Chile in May 2014 and by Bolivia and Ecuador in June 2015."),
    ("fr", "Le traité a été ratifié par le Chili en mai 2014 et par la Bolivie et l'Équateur en juin 2015."),
    ("ru", "Договор ратифицирован Чили в мае 2014 года, Боливией и Эквадором в июне 2015 года."),
]


@pytest.mark.parametrize(("lang", "text"), ROWS)
def test_who_stands_behind_a_day_has_another(r: Make, lang: str, text: str) -> None:
    (treaty,) = article(r, lang, text).of(Treaty)
    days = sorted(act.when.value for act in treaty.acts if act.when)
    assert days == ["2014-05", "2015-06", "2015-06"]


def test_a_stretch_of_years_is_the_day_of_a_row(r: Make) -> None:
    text = "El pacto fue abandonado por Chile en 2004 y por Bolivia, Perú y Ecuador entre 2012 y 2014."
    (treaty,) = article(r, "es", text).of(Treaty)
    days = {act.party: act.when.value[:4] for act in treaty.acts if act.when}
    assert days == {"Chile": "2004", "Bolivia": "2012", "Perú": "2012", "Ecuador": "2012"}
