"""A part of those counted, ages and speeds, the two sides of a vote, and the day of a figure set apart in time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import AGE, Figure, Reading

R = Callable[..., Reading]
DAY = "2025-03-11"  # a Tuesday


def _figures(r: R, lang: str, text: str) -> list[Figure]:
    return r(text, lang=lang, on=DAY, only=("mentions", "dates", "figures")).of(Figure)


@pytest.mark.issue(4)
@pytest.mark.parametrize(
    ("lang", "text", "value", "of"),
    [
        ("en", "Five of the 21 wounded are in critical condition.", 5, "of the 21 wounded"),
        ("en", "34 of the dead were children.", 34, "of the dead"),
        ("fr", "Sept des 30 blessés sont entre la vie et la mort.", 7, "des 30 blessés"),
        ("fr", "Trois des blessés ont été opérés.", 3, "des blessés"),
        ("de", "Fünf der 21 Verletzten schweben in Lebensgefahr.", 5, "der 21 Verletzten"),
        ("de", "Drei der Toten stammen aus Ghana.", 3, "der Toten"),
        ("es", "Seis de los 40 heridos siguen en estado grave.", 6, "de los 40 heridos"),
        ("ru", "Пятеро из 21 раненого находятся в тяжёлом состоянии.", 5, "из 21 раненого"),
        ("ru", "Трое из погибших — дети.", 3, "из погибших"),
    ],
)
def test_some_of_those_counted_are_no_count_of_them(r: R, lang: str, text: str, value: float, of: str) -> None:
    """Five of the wounded are five of them, and no other number of the wounded."""
    part = next(one for one in _figures(r, lang, text) if one.value == value)
    assert (part.unit, part.of) == ("", of)


@pytest.mark.parametrize(
    ("lang", "text", "ages"),
    [
        ("en", "They jailed the man for 6 years; a boy of 3 years was hurt.", [False, True]),
        ("fr", "Une peine de 6 ans vise un homme de 45 ans.", [False, True]),
        ("de", "Ein Kind im Alter von 3 Jahren starb nach 2 Jahren Krieg.", [True, False]),
        ("es", "Un niño de 3 años murió en una guerra de 5 años.", [True, False]),
        ("ru", "Мальчик 3 лет погиб, суд шёл 2 года.", [True, False]),
    ],
)
def test_how_old_somebody_is_is_no_stretch_of_time(r: R, lang: str, text: str, ages: list[bool]) -> None:
    """Years right behind a person or an age are marked, those of anything else are not."""
    assert [one.by.endswith(AGE) for one in _figures(r, lang, text)] == ages


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("en", "The train was travelling at 60 km/h.", "kilometre/hour"),
        ("en", "The lorry ran at 37 mph.", "mile/hour"),
        ("fr", "Le train roulait à 60 kilomètres par heure.", "kilometre/hour"),
        ("de", "Der Wagen fuhr mit 60 Kilometern in der Stunde.", "kilometre/hour"),
        ("es", "El tren iba a 60 km/h.", "kilometre/hour"),
        ("ru", "Поезд шёл со скоростью 60 км/ч.", "kilometre/hour"),
        ("en", "The road is 60 km long.", "kilometre"),
    ],
)
def test_a_speed_keeps_its_hour(r: R, lang: str, text: str, unit: str) -> None:
    """Kilometres per hour are no kilometres."""
    assert [one.unit for one in _figures(r, lang, text)] == [unit]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Lawmakers approved on Saturday by 269 votes to 125 the pact signed on 27 November with Cyprus."),
        ("fr", "Les députés ont approuvé samedi, par 269 voix contre 125, l'accord signé le 27 novembre avec Chypre."),
        ("de", "Sie billigten am Samstag mit 269 zu 125 Stimmen das am 27. November unterzeichnete Abkommen."),
        ("es", "Aprobaron el sábado por 269 votos contra 125 el acuerdo firmado el 27 de noviembre con Chipre."),
        ("ru", "Депутаты в субботу 269 голосами против 125 одобрили соглашение, подписанное 27 ноября."),
    ],
)
def test_both_sides_of_a_vote_are_of_one_day(r: R, lang: str, text: str) -> None:
    """The votes against stand beside the day of the pact, and are of the day of the vote."""
    windows = [one.window and one.window.value for one in _figures(r, lang, text)]
    assert windows == ["2025-03-08", "2025-03-08"]


@pytest.mark.parametrize(
    ("lang", "text", "standing"),
    [
        ("en", "The office will publish a note on Saturday, a full report in 45 days.", "planned"),
        ("fr", "Le bureau publiera une note samedi, un rapport complet dans 45 jours.", "planned"),
        ("de", "Die Behörde wird am Samstag eine Notiz vorlegen, einen Bericht in 45 Tagen.", "planned"),
        ("es", "La comisión publicará una nota el sábado y un informe en 45 días.", "planned"),
        ("ru", "Комиссия опубликует справку в субботу, а доклад — через 45 дней.", "planned"),
        ("en", "The siege lasted 45 days.", "counted"),
    ],
)
def test_days_that_are_to_come_are_planned(r: R, lang: str, text: str, standing: str) -> None:
    """A stretch counted forward from publication is no time that has passed."""
    assert [one.standing for one in _figures(r, lang, text) if one.value == 45] == [standing]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Quatre jours après l'accident aux 16 morts, les enquêteurs ont présenté samedi leurs conclusions."),
        ("de", "Vier Tage nach dem Unglück der Fähre mit 16 Toten haben Ermittler am Samstag Spuren vorgelegt."),
    ],
)
def test_a_figure_set_apart_has_not_the_day_of_what_follows(r: R, lang: str, text: str) -> None:
    """Those who died before are not the dead of the day on which somebody speaks of them."""
    assert [one.window for one in _figures(r, lang, text) if one.value == 16] == [None]
