"""What is done with agreements, by words that mean it only beside one: lines of news we wrote, in five languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Reading, Treaty
from tests.test_agreements import article

R = Callable[..., Reading]


def steps(reading: Reading) -> set[tuple[str, str, str]]:
    """Every step that an article tells: act, party, standing."""
    return {(act.act, act.party, act.standing) for one in reading.of(Treaty) for act in one.acts}


# language, line, (act, party, standing); the articles are of Thursday, 8 May 2025
DEEDS = [
    ("en", "Chad's parliament on Tuesday gave its blessing to the fisheries agreement with Mali.",
     ("approved", "Chad", "happened")),
    ("en", "Chad put its defence pact with Mali on ice on Tuesday.", ("suspended", "Chad", "happened")),
    ("en", "Chad walked away from the fisheries accord with Mali on Tuesday.", ("withdrawn", "Chad", "happened")),
    ("en", "Chad and Mali put pen to paper on a border treaty on Tuesday.", ("signed", "", "happened")),
    ("en", "The truce between Chad and Mali was rolled over on Tuesday.", ("extended", "", "happened")),
    ("en", "Chad on Tuesday became a party to the Convention on Cluster Munitions.", ("acceded", "Chad", "happened")),
    ("en", "Chad threatened on Tuesday to tear up the water treaty with Mali.", ("terminated", "Chad", "possible")),
    ("fr", "Le Tchad a mis mardi l'accord de défense avec le Mali entre parenthèses.",
     ("suspended", "Tchad", "happened")),
    ("fr", "Le Tchad a claqué la porte du traité de pêche mardi.", ("withdrawn", "Tchad", "happened")),
    ("fr", "Le Tchad et le Mali ont arraché mardi un accord commercial.", ("negotiated", "", "happened")),
    ("fr", "L'accord de pêche entre le Tchad et le Mali est devenu caduc mardi.", ("terminated", "", "happened")),
    ("de", "Der Tschad hat am Dienstag das Verteidigungsabkommen mit Mali gekippt.",
     ("terminated", "Tschad", "happened")),
    ("de", "Die Außenminister von Tschad und Mali setzten am Dienstag ihre Unterschriften unter den Grenzvertrag.",
     ("signed", "", "happened")),
    ("de", "Der Tschad schloss sich am Dienstag der Chemiewaffenkonvention an.", ("acceded", "Tschad", "happened")),
    ("de", "Das Fischereiabkommen zwischen Tschad und Mali ist am Dienstag erloschen.",
     ("terminated", "", "happened")),
    ("es", "Chad dio por muerto el martes el pacto de defensa con Malí.", ("terminated", "Chad", "happened")),
    ("es", "Chad se bajó el martes del acuerdo de pesca con Malí.", ("withdrawn", "Chad", "happened")),
    ("es", "Chad y Malí forjaron el martes un acuerdo comercial.", ("negotiated", "", "happened")),
    ("es", "Los cancilleres de Chad y Malí estamparon su firma el martes en el tratado de límites.",
     ("signed", "", "happened")),
    ("ru", "Чад во вторник похоронил договор об обороне с Мали.", ("terminated", "Чад", "happened")),
    ("ru", "Чад во вторник поставил договор об обороне с Мали на паузу.", ("suspended", "Чад", "happened")),
    ("ru", "Чад во вторник отказался от соглашения о рыболовстве с Мали.", ("withdrawn", "Чад", "happened")),
    ("ru", "Соглашение о рыболовстве между Чадом и Мали во вторник развалилось.", ("terminated", "", "happened")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "step"), DEEDS)
def test_what_is_done_with_an_agreement_is_a_step(r: R, lang: str, line: str, step: tuple[str, str, str]) -> None:
    assert step in steps(article(r, lang, line))


# language, line, the act that it does not tell
ELSE = [
    ("en", "Chad halted inspections under the fisheries treaty with Mali on Tuesday.", "suspended"),
    ("en", "The accord would halt the fighting between Chad and Mali.", "suspended"),
    ("en", "It was one of the biggest trade deals ever struck.", "negotiated"),
    ("fr", "Le Tchad a dénoncé mardi une violation flagrante de l'accord de pêche avec le Mali.", "denounced"),
    ("fr", "Le Tchad a annulé mardi son retrait du traité de pêche avec le Mali.", "terminated"),
    ("es", "Chad rechazó el martes las violaciones del acuerdo de pesca con Malí.", "approved"),
    ("de", "Der Austritt des Tschad aus dem Fischereiabkommen wird am Dienstag wirksam.", "in_force"),
    ("ru", "Парламент Чада во вторник проголосовал за выход из договора о рыболовстве.", "approved"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "act"), ELSE)
def test_what_is_done_with_something_else_is_none(r: R, lang: str, line: str, act: str) -> None:
    assert act not in {one[0] for one in steps(article(r, lang, line))}


APART = [
    ("en", "Chad and Mali signed a border treaty on Tuesday. A tripartite treaty with Niger is to be signed in June."),
    ("es", "Chad y Malí firmaron el martes un tratado de pesca. El tratado con Noruega sigue sin firmarse."),
    ("ru", "Парламент во вторник ратифицировал соглашение между Чадом и Нигером. Мали ратифицировала свое соглашение "
           "с Нигером в июле."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line"), APART)
def test_an_agreement_with_somebody_else_is_another(r: R, lang: str, line: str) -> None:
    assert len(list(article(r, lang, line).of(Treaty))) == 2


def test_between_two_foes_of_a_state_names_no_side(r: R) -> None:
    line = "Le Tchad a signé mardi un traité de pêche. Ce traité entre deux vieux alliés militaires du Mali inquiète."
    (treaty,) = article(r, "fr", line).of(Treaty)
    assert "Mali" not in treaty.parties


# language, line, (act, party, standing) that it tells
WHOSE = [
    ("es", "La retirada de Chad del acuerdo de pesca se hizo efectiva el martes.", ("withdrawn", "Chad", "happened")),
    ("de", "Togo zog sich am Montag aus dem Migrationspakt zurück. Die Regierung werde den Pakt nicht unterzeichnen, "
     "erklärte Präsident Bruno Lang.", ("signed", "Togo", "denied")),
    ("es", "Chad, invitado a las conversaciones, ya lo ratificó. El tratado de pesca entrará en vigor en junio. "
     "Benín, socio de Togo, ya ratificó el tratado.", ("ratified", "Benín", "happened")),
    ("fr", "L'accord de pêche entre le Tchad et le Mali a expiré lundi et ne sera pas reconduit.",
     ("extended", "", "denied")),
    ("es", "Chad y Malí firmaron el martes un acuerdo de pesca. La Asamblea de Chad deberá aprobarlo.",
     ("approved", "Chad", "planned")),
    ("de", "Das Fischereiabkommen zwischen Tschad und Mali tritt im Juni außer Kraft.", ("terminated", "", "planned")),
    ("es", "La tregua anterior, pactada en noviembre, duró una semana.", ("negotiated", "", "happened")),
    ("ru", "Договор о рыболовстве ратифицировали все стороны: Чад - в январе, Мали - в июне.",
     ("ratified", "Мали", "happened")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "step"), WHOSE)
def test_whose_step_it_is_where_the_clause_names_nobody(r: R, lang: str, line: str, step: tuple[str, str, str]) -> None:
    assert step in steps(article(r, lang, line))


# language, line, the step that it only seems to tell
NONE = [
    ("fr", "Le traité de pêche n'entrera en vigueur que si 55 pays l'ont ratifié.", ("ratified", "", "conditional")),
    ("fr", "Le Sénat tchadien a refusé mardi d'autoriser la ratification du traité de pêche.",
     ("ratified", "", "denied")),
    ("fr", "Le Tchad a ratifié mardi le traité de pêche. Aucun autre pays n'a ratifié le traité.",
     ("ratified", "", "denied")),
    ("en", "Chad and Mali extended the truce. The truce was about to expire.", ("terminated", "", "happened")),
    ("es", "Chad y Malí prorrogaron el martes la tregua que vencía a medianoche.", ("terminated", "", "happened")),
    ("es", "De ser aprobado, el acuerdo de pesca entrará en vigor el domingo.", ("approved", "", "happened")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "step"), NONE)
def test_what_names_a_step_and_tells_none(r: R, lang: str, line: str, step: tuple[str, str, str]) -> None:
    assert step not in steps(article(r, lang, line))
