"""Steps of an agreement named before: joining, depositing, leaving told by the verb alone; lines of news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Reading
from tests.test_agreement_ellipses import steps
from tests.test_agreements import article

R = Callable[..., Reading]
LEAD = {
    "en": "Iran and Iraq signed the river treaty in 1992. ",
    "fr": "L'Iran et l'Irak ont signé le traité sur le fleuve en 1992. ",
    "de": "Iran und Irak unterzeichneten 1992 das Flussabkommen. ",
    "es": "Irán e Irak firmaron el tratado del río en 1992. ",
    "ru": "Иран и Ирак подписали договор о реке в 1992 году. ",
}
# language, what follows the lead, (act, party, standing)
TOLD = [
    ("en", "Kenya joined in 1998.", ("acceded", "Kenya", "happened")),
    ("en", "Ghana could join in 2026.", ("acceded", "Ghana", "possible")),
    ("fr", "Le Kenya a adhéré en 1998.", ("acceded", "Kenya", "happened")),
    ("fr", "Le Ghana adhérera l'an prochain.", ("acceded", "Ghana", "planned")),
    ("de", "Kenia trat 1998 bei.", ("acceded", "Kenia", "happened")),
    ("de", "Kenia ist im vergangenen Jahr beigetreten.", ("acceded", "Kenia", "happened")),
    ("es", "Kenia se adhirió en 1998.", ("acceded", "Kenia", "happened")),
    ("es", "Ghana podría sumarse en 2026.", ("acceded", "Ghana", "possible")),
    ("ru", "Кения присоединилась в 1998 году.", ("acceded", "Кения", "happened")),
    ("ru", "Кения намерена присоединиться до конца года.", ("acceded", "Кения", "planned")),
    ("fr", "La ratification du Kenya est acquise: le Kenya l'a déposée hier.", ("deposited", "Kenya", "happened")),
    ("es", "El instrumento de Kenia ya está listo. Kenia lo depositó ayer.", ("deposited", "Kenia", "happened")),
    ("fr", "Le Kenya l'a ratifié; le Ghana doit le faire le 25 juin.", ("ratified", "Ghana", "planned")),
    ("fr", "À Téhéran, on dément que l'Iran songe à le dénoncer.", ("denounced", "Iran", "denied")),
    ("ru", "Иран выйдет и из договора о море.", ("withdrawn", "Иран", "planned")),
]  # fmt: skip
# language, what follows the lead and joins something else
ELSEWHERE = [
    ("en", "Kenya joined the search for survivors."),
    ("fr", "Le Kenya a adhéré aux critiques de Rome."),
    ("de", "Kenia trat der Kritik aus Rom bei."),
    ("es", "Kenia se sumó ayer a las protestas de Roma."),
    ("ru", "Кения присоединилась вчера к критике Рима."),
]
# language, words of a notice behind a leaving told before, who gives it
NOTICES = [
    ("en", "Mali left the pact in May. Chad will deposit its notice next week.", "Chad"),
    ("fr", "Le Mali a quitté le pacte en mai. Le Tchad déposera sa notification lundi.", "Tchad"),
    ("es", "Malí abandonó el pacto en mayo. Chad entregó su notificación ayer.", "Chad"),
]
# language, who approves somebody's accession: only who approves takes part
APPROVED = [
    ("en", "Hungary has approved the accession of Sweden.", "Hungary"),
    ("fr", "La Hongrie a approuvé l'adhésion de la Suède.", "Hongrie"),
    ("es", "Hungría aprobó el ingreso de Suecia.", "Hungría"),
    ("de", "Ungarn hat dem Beitritt Schwedens zugestimmt.", "Ungarn"),
    ("ru", "Венгрия одобрила вступление Швеции.", "Венгрия"),
]

# language, what follows a lead in which others left, (act, party, standing)
LEFT = [
    ("en", "Chad left the river treaty in 2022. Kenya left in 2014.", ("withdrawn", "Kenya", "happened")),
    ("en", "Chad left the river treaty in 2022. Ghana leaves next year.", ("withdrawn", "Ghana", "planned")),
    ("fr", "Le Tchad a quitté le traité en 2022. Le Kenya est sorti en 2014.", ("withdrawn", "Kenya", "happened")),
    ("de", "Chile hat das Abkommen gekündigt, Kenia schon 2014 verlassen.", ("withdrawn", "Kenia", "happened")),
    ("de", "Chile hat das Abkommen gekündigt. Kenia geht im Juni 2031.", ("withdrawn", "Kenia", "planned")),
    ("es", "Chad abandonó el tratado en 2022. Kenia se retiró en 2014.", ("withdrawn", "Kenia", "happened")),
    ("ru", "Чад вышел из договора в 2022 году. Кения вышла в 2014 году.", ("withdrawn", "Кения", "happened")),
    ("en", "The river treaty was signed in May. Malta votes on Sunday.", ("approved", "Malta", "planned")),
    ("de", "Das Flussabkommen steht. Malta stimmt am Sonntag ab.", ("approved", "Malta", "planned")),
    ("es", "El tratado fue firmado en mayo. Malta vota el próximo domingo.", ("approved", "Malta", "planned")),
    ("ru", "Договор о реке подписали. Мальта проголосует в воскресенье.", ("approved", "Мальта", "planned")),
]  # fmt: skip
# language, who leaves or votes with no agreement
NOT_LEFT = [
    ("en", "Chad left the river treaty in 2022. Kenya left the summit in anger."),
    ("fr", "Le Tchad a quitté le traité en 2022. Le Kenya est sorti de la crise en 2014."),
    ("de", "Chile hatte das Abkommen gekündigt. Kenia geht im Juni auf Reformkurs."),
    ("es", "Chad abandonó el tratado en 2022. Kenia salió de la recesión en 2014."),
    ("ru", "Чад вышел из договора в 2022 году. Кения вышла в финал в 2014 году."),
    ("ru", "Чад вышел из договора в 2022 году. Из ООН Кения вышла в 2014 году."),
]


@pytest.mark.parametrize(("lang", "text", "step"), TOLD)
def test_a_step_alone_is_of_the_agreement_named_before(r: R, lang: str, text: str, step: tuple[str, str, str]) -> None:
    assert step in steps(article(r, lang, LEAD[lang] + text))


@pytest.mark.parametrize(("lang", "text"), ELSEWHERE)
def test_who_joins_something_else_joins_no_agreement(r: R, lang: str, text: str) -> None:
    assert "acceded" not in {act for act, _, _ in steps(article(r, lang, LEAD[lang] + text))}


@pytest.mark.parametrize(("lang", "text", "who"), NOTICES)
def test_a_notice_behind_a_leaving_is_one_of_leaving(r: R, lang: str, text: str, who: str) -> None:
    found = [one for one in article(r, lang, text).of(Event) if one.type == "withdraw"]
    assert who in {role.name for role in found[-1].roles}


@pytest.mark.parametrize(("lang", "text", "who"), APPROVED)
def test_who_approves_an_accession_takes_part(r: R, lang: str, text: str, who: str) -> None:
    found = [one for one in article(r, lang, text).of(Event) if one.type == "approve"]
    assert [role.name for one in found for role in one.roles if role.role == "actor"] == [who]


@pytest.mark.parametrize(("lang", "text", "step"), LEFT)
def test_who_leaves_behind_another_leaves_the_same(r: R, lang: str, text: str, step: tuple[str, str, str]) -> None:
    assert step in steps(article(r, lang, text))


@pytest.mark.parametrize(("lang", "text"), NOT_LEFT)
def test_who_leaves_something_else_leaves_no_agreement(r: R, lang: str, text: str) -> None:
    assert not {party for act, party, _ in steps(article(r, lang, text)) if act == "withdrawn"} & {
        "Kenya",
        "Kenia",
        "Кения",
    }


def test_a_condition_before_the_subject_keeps_it(r: R) -> None:
    line = "Si rien ne vient gripper la mécanique, le Kenya et le Mali apposeront demain leur signature sur un accord."
    found = next(one for one in article(r, "fr", line).of(Event) if one.type == "sign")
    assert {role.name for role in found.roles} == {"Kenya", "Mali"}
