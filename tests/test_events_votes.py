"""Votes of the people, bills, tariffs, places given back, people saved, departures: lines of news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.languages import language
from dragoman.read.triggers import triggers
from dragoman.records import LEAVING, Event, Reading
from dragoman.report.verbs import EVENTS

R = Callable[..., Reading]
DAY = "2025-03-28"  # a Friday
FIVE = ("en", "fr", "de", "es", "ru")
NEW = ("tariff", "referendum", "hand_over", "drop_bill", "rescue")


def told(r: R, lang: str, line: str, kind: str) -> list[Event]:
    """The events of one kind that a line reports."""
    return [event for event in r(line, lang=lang, on=DAY).of(Event) if event.type == kind]


# language, line, type, day
DONE = [
    ("en", "Voters in Chad approved a new constitution in a referendum on Sunday.", "referendum", "2025-03-23"),
    ("fr", "Les électeurs ont rejeté dimanche la Constitution par référendum.", "referendum", "2025-03-23"),
    ("de", "Die Schweizer haben am Sonntag in einem Referendum das Gesetz abgelehnt.", "referendum", "2025-03-23"),
    ("es", "Los votantes de Chile rechazaron el domingo la Constitución en un plebiscito.", "referendum", "2025-03-23"),
    ("ru", "На референдуме в воскресенье жители Чада одобрили новую конституцию.", "referendum", "2025-03-23"),
    ("en", "The United States suspended tariffs on Mexican goods on Monday.", "tariff", "2025-03-24"),
    ("fr", "Les États-Unis ont imposé mercredi des droits de douane à l'Inde.", "tariff", "2025-03-26"),
    ("de", "Die USA verhängten am Mittwoch Zölle von 20 Prozent auf Waren aus Indien.", "tariff", "2025-03-26"),
    ("es", "Estados Unidos impuso el miércoles aranceles del 20% a la India.", "tariff", "2025-03-26"),
    ("ru", "США в среду ввели пошлины в размере 20% на товары из Индии.", "tariff", "2025-03-26"),
    ("en", "France handed over its last military base in Chad on Thursday.", "hand_over", "2025-03-27"),
    ("fr", "La France a remis jeudi sa dernière base militaire au Tchad.", "hand_over", "2025-03-27"),
    ("de", "Frankreich hat am Donnerstag den letzten Militärstützpunkt übergeben.", "hand_over", "2025-03-27"),
    ("es", "Francia entregó el jueves su última base militar en Chad.", "hand_over", "2025-03-27"),
    ("ru", "Франция в четверг передала последнюю военную базу властям Чада.", "hand_over", "2025-03-27"),
    ("en", "President Ruto withdrew the finance bill on Wednesday.", "drop_bill", "2025-03-26"),
    ("fr", "Le gouvernement a retiré mercredi le projet de loi de finances.", "drop_bill", "2025-03-26"),
    ("de", "Die Regierung hat am Mittwoch den Gesetzentwurf zurückgezogen.", "drop_bill", "2025-03-26"),
    ("es", "El Gobierno retiró el miércoles el proyecto de ley.", "drop_bill", "2025-03-26"),
    ("ru", "Правительство в среду отозвало законопроект.", "drop_bill", "2025-03-26"),
    ("en", "Divers rescued 12 sailors off Sicily on Monday.", "rescue", "2025-03-24"),
    ("fr", "Douze marins ont été secourus lundi au large de la Sicile.", "rescue", "2025-03-24"),
    ("de", "Zwölf Seeleute wurden am Montag vor Sizilien gerettet.", "rescue", "2025-03-24"),
    ("es", "Doce marineros fueron rescatados el lunes cerca de Sicilia.", "rescue", "2025-03-24"),
    ("ru", "В понедельник спасатели спасли двенадцать моряков.", "rescue", "2025-03-24"),
    ("de", "Das Verfassungsgericht hat am Freitag die Präsidentschaftswahl annulliert.", "rule", "2025-03-28"),
    ("ru", "Конституционный суд в пятницу аннулировал результаты выборов.", "rule", "2025-03-28"),
]  # fmt: skip

# language, line, a type that it does not report
NOT = [
    ("en", "Parliament approved a referendum on the constitution on Monday.", "referendum"),
    ("en", "Officials held talks on tariffs on Monday.", "tariff"),
    ("en", "The soldiers returned to the base on Monday.", "hand_over"),
    ("fr", "Le Parlement a approuvé lundi la tenue d'un référendum.", "referendum"),
    ("de", "Im Streit um Zölle setzte die Regierung am Montag auf Gespräche.", "tariff"),
    ("es", "El presidente promulgó el martes la ley sobre el tratado de desarme nuclear.", "disarm"),
    ("en", "The U.N. was mobilizing to help the flooded villages.", "alert"),
    ("en", "Karl Huber said he would stay in office until a new president was sworn in.", "take_office"),
    ("en", "Karl Huber said he would stay in office until a new president was sworn in.", "appoint"),
]

NOT += [
    ("en", "Since Ana Rivas took office, Lima has pressed its neighbours.", "take_office"),
    ("en", "The ships transported goods banned by international sanctions targeting Kenya.", "ban"),
]

LEFT = [
    ("en", "President Ana Rivas left for Lima on Monday."),
    ("fr", "Le président Jean Morel est parti pour Lima lundi."),
    ("fr", "Ana Rivas s'est envolée pour Lima lundi soir."),
    ("de", "Bundeskanzler Karl Huber reiste am Montag nach Lima ab."),
    ("es", "El presidente Luis Vega partió hacia Lima el lunes."),
    ("ru", "Президент Иван Петров вылетел в Лиму в понедельник."),
]

# language, line: a truce from a weekday that is still to come
FROM = [
    ("en", "The rebels announced a two-week ceasefire starting on Sunday."),
    ("fr", "Les rebelles ont annoncé un cessez-le-feu de deux semaines à compter de dimanche."),
    ("de", "Die Rebellen kündigten eine einmonatige Waffenruhe ab Montag an."),
    ("es", "La guerrilla anunció un alto el fuego de un mes a partir del lunes."),
]


@pytest.mark.parametrize(("lang", "line", "kind", "day"), DONE)
def test_what_was_done(r: R, lang: str, line: str, kind: str, day: str) -> None:
    (event,) = told(r, lang, line, kind)
    assert event.standing == "happened"
    assert event.when is not None
    assert event.when.value == day


@pytest.mark.parametrize(("lang", "line", "kind"), NOT)
def test_what_was_not_done(r: R, lang: str, line: str, kind: str) -> None:
    assert told(r, lang, line, kind) == []


@pytest.mark.parametrize(("lang", "line"), LEFT)
def test_who_left_for_a_place_has_not_been_there(r: R, lang: str, line: str) -> None:
    (event,) = told(r, lang, line, "visit")
    assert event.standing == "planned"
    assert event.by.endswith(LEAVING)


@pytest.mark.parametrize(("lang", "line"), FROM)
def test_a_truce_is_not_dated_by_the_weekday_before(r: R, lang: str, line: str) -> None:
    (event,) = told(r, lang, line, "ceasefire")
    assert event.when is None


def test_what_is_left_to_sign_is_not_signed(r: R) -> None:
    events = told(r, "fr", "Le pacte a été signé lundi. Deux documents techniques restent à signer.", "sign")
    assert [event.standing for event in events] == ["happened", "planned"]


def test_a_conjunction_is_no_part_of_a_body(r: R) -> None:
    (event,) = told(r, "ru", "Премьер-министр объявил, что военный кабинет одобрил соглашение.", "approve")
    assert event.names("actor") == ("военный кабинет",)


@pytest.mark.parametrize("kind", NEW)
def test_each_kind_has_words_in_five_languages_and_on_the_page(kind: str) -> None:
    assert kind in EVENTS
    assert all(any(rule.type == kind for rule in triggers(language(lang)).rules) for lang in FIVE)


def test_what_goes_on_beside_a_plan_is_planned(r: R) -> None:
    line = "Chad will gradually withdraw its forces as the army of Niger takes control of territory near the border."
    (event,) = told(r, "en", line, "capture")
    assert event.standing == "planned"


def test_a_credit_does_nothing(r: R) -> None:
    (event,) = told(r, "en", "Some 40 people fled in this direction NORTH By The New York Times.", "flee")
    assert not any("Times" in name for name in event.names("actor"))


UNTIL = [
    ("en", "The government declared a state of emergency until 6 April.", "emergency"),
    ("fr", "Le pays a décrété trois jours de deuil national jusqu'à dimanche.", "mourn"),
    ("es", "La junta decretó un alto el fuego temporal hasta el 22 de marzo.", "ceasefire"),
]


@pytest.mark.parametrize(("lang", "line", "kind"), UNTIL)
def test_the_day_until_which_it_lasts_is_not_its_day(r: R, lang: str, line: str, kind: str) -> None:
    (event,) = told(r, lang, line, kind)
    assert event.when is None


def test_a_swearing_in_is_told_once(r: R) -> None:
    found = r("Ana Rivas was sworn in as president on Monday.", lang="en", on=DAY).of(Event)
    assert [event.type for event in found] == ["appoint"]
