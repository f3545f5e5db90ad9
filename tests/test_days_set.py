"""Days that are set for what is to come, and two days in a row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Reading, Time

R = Callable[..., Reading]
DAY = "2025-03-11"  # a Tuesday


@pytest.mark.issue(4)
@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "The minister called a meeting for Thursday.", "2025-03-13"),
        ("en", "The government declared three days of mourning starting Wednesday.", "2025-03-12"),
        ("en", "The king proclaimed Friday a public holiday.", "2025-03-14"),
        ("en", "He apologised for Thursday's words.", "2025-03-06"),
        ("en", "From Wednesday the ferry was empty.", "2025-03-05"),
        ("fr", "Il a convoqué une réunion pour jeudi.", "2025-03-13"),
        ("fr", "Le conseil a décrété le couvre-feu à partir de mercredi.", "2025-03-12"),
        ("de", "Er berief für Donnerstag eine Sitzung ein.", "2025-03-13"),
        ("de", "Die Regierung erklärte den Freitag zum Feiertag.", "2025-03-14"),
        ("es", "El alcalde declaró el viernes día de luto.", "2025-03-14"),
        ("es", "El gobierno impuso el toque de queda a partir del miércoles.", "2025-03-12"),
        ("ru", "Он назначил встречу на четверг.", "2025-03-13"),
        ("ru", "Власти объявили траур со среды.", "2025-03-12"),
        ("ru", "В ночь на понедельник город обстреляли.", "2025-03-10"),
    ],
)
def test_a_weekday_for_which_something_is_set_is_to_come(r: R, lang: str, text: str, day: str) -> None:
    """The verb that sets it is of the past, the day is not."""
    times = r(text, lang=lang, on=DAY, only=("dates",)).of(Time)
    assert day in [one.when.value for one in times if one.when]


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("en", "Chad and Mali met in Lagos on Thursday, March 6 and Friday.", "2025-03-06/2025-03-07"),
        ("en", "The president will visit Ghana on Tuesday and Wednesday.", "2025-03-11/2025-03-12"),
        ("en", "The president will visit Ghana on Tuesday, and the king will be there.", "2025-03-11"),
        ("fr", "Les ministres se sont rencontrés dimanche et lundi à Lagos.", "2025-03-09/2025-03-10"),
        ("de", "Der Gipfel findet am Donnerstag, 13. März, und am Freitag in Nairobi statt.", "2025-03-13/2025-03-14"),
        ("es", "Los ministros se reunieron el domingo y el lunes en Lagos.", "2025-03-09/2025-03-10"),
        ("ru", "Министры встречались в воскресенье и понедельник в Лагосе.", "2025-03-09/2025-03-10"),
        ("en", "The ministers met in Lagos on Saturday and Wednesday.", "2025-03-08"),
    ],
)
def test_an_act_of_two_days_in_a_row_has_both(r: R, lang: str, text: str, days: str) -> None:
    """Neither of two joined days is dropped; two that do not follow each other are no stretch."""
    assert [one.when.value for one in r(text, lang=lang, on=DAY).of(Event) if one.when][:1] == [days]


@pytest.mark.parametrize(
    ("lang", "text", "day", "standing"),
    [
        ("en", "The government declared a day of national mourning for Wednesday.", "2025-03-12", "planned"),
        ("fr", "Le président a annoncé une journée de deuil national pour mercredi.", "2025-03-12", "planned"),
        ("de", "Die Regierung rief für Mittwoch einen Tag der Staatstrauer aus.", "2025-03-12", "planned"),
        ("es", "El gobierno decretó un día de luto para el miércoles.", "2025-03-12", "planned"),
        ("ru", "Власти объявили траур на среду.", "2025-03-12", "planned"),
        ("en", "The president declared a day of mourning on Thursday.", "", "happened"),
        ("fr", "Le président a décrété une journée de deuil national mercredi.", "", "happened"),
        ("en", "The president declared on Monday three days of mourning.", "2025-03-10", "happened"),
    ],
)
def test_mourning_is_kept_behind_the_day_of_its_decree(r: R, lang: str, text: str, day: str, standing: str) -> None:
    """Mourning for Wednesday is to come; of "mourning on Thursday" no word tells which Thursday."""
    event = next(one for one in r(text, lang=lang, on=DAY).of(Event) if one.type == "mourn")
    assert (event.when.value if event.when else "", event.standing) == (day, standing)


@pytest.mark.parametrize(
    ("lang", "text", "words", "value"),
    [
        ("es", "Las bolsas subieron por cuarta semana consecutiva.", "cuarta semana consecutiva", "2025-W11"),
        ("en", "Shares rose on Friday for a fourth straight week.", "fourth straight week", "2025-W11"),
        ("fr", "Les bourses ont progressé pour la quatrième semaine consécutive.", "quatrième semaine", "2025-W11"),
        ("de", "Die Kurse stiegen die vierte Woche in Folge.", "vierte Woche in Folge", "2025-W11"),
        ("ru", "Акции росли четвёртую неделю подряд.", "четвёртую неделю подряд", "2025-W11"),
        ("es", "Perdió dos millones en el cuarto trimestre de 2024 y cinco en todo el año.", "todo el año", "2024"),
        ("en", "It lost $2m in the fourth quarter of 2024 and $5m for the full year.", "the full year", "2024"),
        ("fr", "Deux millions au quatrième trimestre 2024, et cinq sur toute l'année.", "toute l'année", "2024"),
        ("de", "Im vierten Quartal 2024 waren es zwei, im Gesamtjahr fünf Millionen.", "Gesamtjahr", "2024"),
        ("ru", "В четвёртом квартале 2024 года — два миллиона, за весь год — пять.", "весь год", "2024"),
        ("de", "Im Gesamtjahr 2023 waren es fünf Millionen.", "Gesamtjahr 2023", "2023"),
        ("es", "El Fondo celebró sus reuniones de otoño.", "otoño", "2024-FA"),
        ("es", "El índice alcanzó un máximo quinquenal.", "quinquenal", "P5Y"),
        ("fr", "Le Parlement a adopté le plan triennal.", "triennal", "P3Y"),
    ],
)
def test_weeks_in_a_row_and_the_whole_year(r: R, lang: str, text: str, words: str, value: str) -> None:
    """A rank among weeks is the week told of; the whole year is the one of which a part was told."""
    found = r(text, lang=lang, on="2025-03-15", only=("dates",)).of(Time)  # a Saturday
    assert [one.value for one in found if words in text[one.start : one.end]] == [value]


OF_PAPERS = [
    ("fr", "Alger a suspendu l'accord de 2013 sur les visas ; Paris l'a dénoncé en août.", "2024-08"),
    ("en", "Algiers suspended the 2013 agreement on visas; Paris denounced it in August.", "2024-08"),
    ("es", "Argel suspendió el acuerdo de 2013 sobre visados; París lo denunció en agosto.", "2024-08"),
    ("de", "Algier setzte das Abkommen von 2013 aus, Paris kündigte es im August.", "2024-08"),
    ("ru", "Алжир приостановил соглашение 2013 года о визах, Париж денонсировал его в августе.", "2024-08"),
    ("fr", "L'accord a été signé en 2013 ; Paris l'a ratifié en août.", "2013-08"),
    ("en", "They signed the agreement in 2013; Paris ratified it in August.", "2013-08"),
    ("de", "Das Abkommen wurde 2013 unterzeichnet und im August ratifiziert.", "2013-08"),
]


@pytest.mark.parametrize(("lang", "text", "month"), OF_PAPERS)
def test_the_year_of_a_paper_is_no_year_of_a_month(r: R, lang: str, text: str, month: str) -> None:
    assert month in {one.value for one in r(text, lang=lang, on="2024-12-05").of(Time)}
