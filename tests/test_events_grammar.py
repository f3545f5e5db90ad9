"""Who does what to whom, on whose word and when, where grammar could mislead: lines of news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import REFUSED, Event, Reading

R = Callable[..., Reading]
DAY = "2025-03-13"  # a Thursday


def told(r: R, lang: str, line: str, kind: str) -> list[Event]:
    """The events of one kind that a line reports."""
    return [event for event in r(line, lang=lang, on=DAY).of(Event) if event.type == kind]


# language, line, type, who does it, whom it is done to
PARTS = [
    ("de", "Kenias Präsident William Ruto hat Uganda vorgeworfen, Wasser zu stehlen.", "accuse",
     ["William Ruto"], ["Uganda"]),
    ("de", "Am Freitag hat Kenia den Tschad verurteilt.", "condemn", ["Kenia"], ["Tschad"]),
    ("de", "Kenia und Tschad haben ein Abkommen unterzeichnet.", "sign", ["Kenia", "Tschad"], []),
    ("de", "Der kenianische Präsident William Ruto hat am Montag den Tschad besucht.", "visit", ["William Ruto"], []),
    ("ru", "Парламент Греции в пятницу ратифицировал соглашение о переименовании Чада в Республику Кения.",
     "ratify", ["Греция"], []),
    ("en", "Negotiations between Kenya and Chad brokered by the Red Cross and the Swiss government began on Monday.",
     "negotiate", ["Kenya", "Chad"], []),
    ("en", "Lima, where she met President Paul Otieno on Monday, was calm.", "meet", [], ["Paul Otieno"]),
    ("fr", "Ana Rivas s'est excusée samedi auprès de Paul Otieno.", "apologise", ["Ana Rivas"], ["Paul Otieno"]),
    ("de", "Anna Berg hatte sich am Samstag telefonisch bei Paul Otieno entschuldigt.", "apologise",
     ["Anna Berg"], ["Paul Otieno"]),
    ("en", "Paul Otieno, who met President Ana Rivas on Monday, visited Lima.", "visit", ["Paul Otieno"], []),
    ("de", "Nach Protesten hat Präsident William Ruto am Donnerstag sein Kabinett entlassen.", "dismiss",
     ["William Ruto"], []),
    ("de", "Am Donnerstag hat Präsidentin Ana Rivas den Minister Paul Otieno entlassen.", "dismiss",
     ["Ana Rivas"], ["Paul Otieno"]),
    ("de", "Chile hat am Freitag den peruanischen Botschafter Paul Otieno ausgewiesen.", "expel",
     ["Chile"], ["Paul Otieno"]),
    ("es", "Ana Rivas celebró este viernes el cierre de las negociaciones entre Chile y Bolivia.", "agree",
     ["Chile", "Bolivia"], []),
    ("fr", "Les Occidentaux accusent Paul Otieno de fournir des armes au Tchad.", "accuse", ["Occident"],
     ["Paul Otieno"]),
    ("fr", "Paris accuse le président Paul Otieno de fournir des armes au Tchad.", "transfer_arms", ["Paul Otieno"],
     ["Tchad"]),
    ("fr", "Nairobi a aidé l'armée tchadienne à combattre la Libye.", "aid", ["Nairobi"], ["Tchad"]),
    ("de", "Kenia wirft Uganda vor, Soldaten in den Tschad entsandt zu haben.", "accuse", ["Kenia"], ["Uganda"]),
    ("de", "Kenia beschuldigt Uganda, das Abkommen verletzt und den Tschad angegriffen zu haben.", "attack",
     ["Uganda"], ["Tschad"]),
    ("es", "Kenia acusó a Uganda de atacar el puerto de Odesa.", "attack", ["Uganda"], ["Odesa"]),
    ("es", "Kenia acusa a Uganda de haber enviado soldados al Chad.", "deploy", ["Uganda"], ["Chad"]),
    ("en", "Kenya delivered munitions to Chad for its assault on Libya.", "transfer_arms", ["Kenya"], ["Chad"]),
    ("en", "Kenya sent shells to Chad in exchange for food aid.", "transfer_arms", ["Kenya"], ["Chad"]),
    ("es", "Kenia envió alimentos al Chad a cambio de armas.", "aid", ["Kenia"], ["Chad"]),
    ("fr", "Le Kenya a livré des munitions au Tchad en échange d'une aide alimentaire.", "transfer_arms", ["Kenya"],
     ["Tchad"]),
    ("es", "Kenia acusó a Uganda de que el ejército atacó Odesa.", "attack", [], ["Odesa"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "kind", "actors", "recipients"), PARTS)
def test_who_acts_and_who_is_acted_on(
    r: R, lang: str, line: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    found = told(r, lang, line, kind)[-1]
    assert (list(found.names("actor")), list(found.names("recipient"))) == (actors, recipients)


# language, line, type, day
DAYS = [
    ("fr", "Le Parlement kényan a ratifié mercredi l'accord conclu avec le Tchad.", "sign", None),
    ("en", "Parliament ratified on Wednesday the treaty signed with Chad.", "sign", None),
    ("en", "Parliament ratified on Wednesday the treaty signed with Chad.", "ratify", "2025-03-12"),
    ("en", "Brussels announced on Friday the conclusion of negotiations on a trade deal with Chile.", "agree",
     "2025-03-07"),
    ("fr", "Le gouvernement a annoncé vendredi la conclusion des négociations avec le Tchad.", "agree", "2025-03-07"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "kind", "day"), DAYS)
def test_a_participle_does_not_take_the_day_of_the_main_verb(
    r: R, lang: str, line: str, kind: str, day: str | None
) -> None:
    assert [one.when.value if one.when else None for one in told(r, lang, line, kind)] == [day]


def test_whom_stands_for_the_name_before(r: R) -> None:
    line = "« C'est loin », a déclaré Paul Otieno, selon qui l'adhésion du Togo au traité serait négociée."
    assert {one.claimed_by for one in told(r, "fr", line, "accede")} == {"Paul Otieno"}


DONE = [
    ("en", "The assembly voted 204-85 on Saturday to impeach President Ana Rivas over the budget.", "impeach",
     "happened"),
    ("en", "Parliament voted on Wednesday to refer the country's free trade agreement with its southern neighbours to "
     "the Supreme Court.", "refer", "happened"),
    ("en", "Did a Chadian ship deliver humanitarian aid to Kenya on Monday?", "aid", "possible"),
    ("es", "Chile ratificó el protocolo, condición para la entrada en vigor.", "enter_into_force", "planned"),
    ("fr", "Le parlement a voté la loi, condition préalable à l'entrée en vigueur du traité.", "enter_into_force",
     "planned"),
] + [
    (lang, line, "abduct", "happened")
    for lang, line in (
        ("en", "Gunmen kidnapped twelve pupils in Kaduna on Monday."),
        ("fr", "Des hommes armés ont enlevé lundi douze élèves à Kaduna."),
        ("de", "Bewaffnete haben am Montag in Kaduna zwölf Schüler entführt."),
        ("es", "Hombres armados secuestraron el lunes a doce alumnos en Kaduna."),
        ("ru", "Боевики похитили в понедельник двенадцать школьников в Кадуне."),
    )
] + [
    (lang, line, "launch", "happened")
    for lang, line in (
        ("en", "Kenya launched a weather satellite on Monday."),
        ("fr", "L'Inde a lancé lundi une sonde vers la Lune."),
        ("de", "Indien hat am Montag einen Satelliten ins All gestartet."),
        ("es", "India lanzó el lunes una sonda a la Luna."),
        ("ru", "Индия запустила в понедельник спутник связи."),
    )
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "kind", "standing"), DONE)
def test_what_a_body_votes_to_do_is_done(r: R, lang: str, line: str, kind: str, standing: str) -> None:
    assert [one.standing for one in told(r, lang, line, kind)] == [standing]


GIFTS = [
    ("fr", "Paul Otieno a reçu lundi une limousine.", [], ["Paul Otieno"]),
    ("en", "President Paul Otieno gave Ana Rivas two horses on Monday.", ["Paul Otieno"], ["Ana Rivas"]),
    ("de", "Präsident Paul Otieno schenkte Anna Berg am Montag einen Hund.", ["Paul Otieno"], ["Anna Berg"]),
    ("es", "El presidente Paul Otieno regaló el lunes un caballo a Ana Rivas.", ["Paul Otieno"], ["Ana Rivas"]),
    ("ru", "Президент Кении Уильям Руто подарил Анне Берг в понедельник щенка.", ["Уильям Руто"], ["Анна Берг"]),
]


@pytest.mark.parametrize(("lang", "line", "actors", "recipients"), GIFTS)
def test_a_present_is_no_aid(r: R, lang: str, line: str, actors: list[str], recipients: list[str]) -> None:
    assert told(r, lang, line, "aid") == []
    found = told(r, lang, line, "gift")
    assert [(list(one.names("actor")), list(one.names("recipient"))) for one in found] == [(actors, recipients)]


def test_a_word_that_refuses_says_so(r: R) -> None:
    (one,) = told(r, "en", "Peru's Senate on Wednesday rejected a trade agreement with Chile.", "approve")
    assert one.standing == "denied" and one.by.endswith(REFUSED)


NONE = [
    ("es", "La asociación denunció el lunes 32 casos de desapariciones.", "condemn"),
    ("en", "We welcome the news and reports of a release, President Paul Otieno said.", "meet"),
    ("en", "Four people were released from hospitals on Monday, police in Lima said.", "release"),
    ("en", "It was a major coup for Kenyan authorities on Monday.", "topple"),
    ("de", "Paul Weber sprach über Flüge der CIA nach ihrem Kenia-Besuch.", "detain"),
    ("de", "Regierungssprecherin Anna Berg lehnte am Montag eine Stellungnahme ab.", "reject"),
    ("es", "El gobierno rechazó el lunes hacer comentarios.", "reject"),
    ("en", "The ministry refused on Monday to comment.", "reject"),
    ("fr", "La défense a repoussé lundi une attaque de drones.", "reject"),
    ("es", "Ana Rivas, quien asumió la presidencia pro témpore del bloque, viajó a Lima.", "take_office"),
]


@pytest.mark.parametrize(("lang", "line", "kind"), NONE)
def test_words_that_only_sound_like_an_act(r: R, lang: str, line: str, kind: str) -> None:
    assert told(r, lang, line, kind) == []
