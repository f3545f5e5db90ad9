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
