"""Acts of ordinary news and who does them: a case is a line of news we wrote; expected values are words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import PASSING as PASSING_BY
from dragoman.records import Reading
from tests.test_events import told

R = Callable[..., Reading]

# line, whoever acts or is acted on, in the words of the line, and a state that must not stand there
PEOPLE = [
    ("en", "An Albanian stabbed two people in Turin on Monday.", "An Albanian", "Albania"),
    ("en", "Two Moroccans were arrested in Malaga on Monday.", "Two Moroccans", "Morocco"),
    ("fr", "Un Algérien a tué deux personnes à Lyon lundi.", "Un Algérien", "Algérie"),
    ("de", "Ein Serbe hat am Montag in Graz zwei Menschen getötet.", "Ein Serbe", "Serbien"),
    ("es", "Un colombiano mató a dos personas el lunes en Quito.", "Un colombiano", "Colombia"),
    ("ru", "Узбекистанец убил двух человек в понедельник.", "", "Узбекистан"),
    ("ru", "Полиция задержала украинца в понедельник.", "украинца", "Украина"),
]


@pytest.mark.parametrize(("lang", "line", "who", "state"), PEOPLE)
def test_one_of_a_people_is_not_the_state(r: R, lang: str, line: str, who: str, state: str) -> None:
    names = {name for one in told(r, lang, line) for name in one.names("actor", "recipient")}
    assert state not in names
    assert who in names or not who


def test_a_side_is_still_the_state(r: R) -> None:
    (event,) = told(r, "en", "The Russians captured the town of Popasna on Monday.")
    assert event.names("actor") == ("Russia",)


# line, the act, who must not be on the other side of it
COMPANY = [
    ("en", "The president met the freed hostages with Emmanuel Macron on Monday.", "meet", "Emmanuel Macron"),
    ("fr", "Le président a rencontré les familles avec Friedrich Merz lundi.", "meet", "Friedrich Merz"),
    ("fr", "Les otages libérés avec Paul Martin lundi ont parlé.", "release", "Paul Martin"),
]


@pytest.mark.parametrize(("lang", "line", "kind", "other"), COMPANY)
def test_who_goes_with_the_subject_is_not_the_other_side(r: R, lang: str, line: str, kind: str, other: str) -> None:
    found = [one for one in told(r, lang, line) if one.type == kind]
    assert found
    assert all(other not in one.names("recipient") for one in found)


# line, act, day ("" for none)
DAYS = [
    (
        "de",
        "Freigelassen wurde der zum Tode verurteilte Jan Huber, den der König am Montag begnadigt hatte.",
        "convict",
        "",
    ),
    (
        "de",
        "Freigelassen wurde der zum Tode verurteilte Jan Huber, den der König am Montag begnadigt hatte.",
        "pardon",
        "2025-03-10",
    ),
    ("de", "Peru setzte am Montag den im Februar unterzeichneten Vertrag mit Chile aus.", "suspend", "2025-03-10"),
    ("de", "Peru setzte die Umsetzung des im Februar unterzeichneten Vertrags mit Chile aus.", "suspend", ""),
    ("es", "Perú suspendió el tratado firmado en febrero con Chile.", "suspend", ""),
    ("ru", "Перу приостановило действие подписанного в феврале договора с Чили.", "suspend", ""),
    ("fr", "Le Pérou a suspendu le traité signé en février avec le Chili.", "suspend", ""),
    ("en", "Peru suspended the treaty signed in February with Chile.", "suspend", ""),
    ("es", "El Gobierno indultó el lunes a 20 presos, condenados por rebelión.", "convict", ""),
]


@pytest.mark.parametrize(("lang", "line", "kind", "day"), DAYS)
def test_the_day_of_another_verb_dates_nothing(r: R, lang: str, line: str, kind: str, day: str) -> None:
    found = [one for one in told(r, lang, line) if one.type == kind]
    assert [one.when.value if one.when else "" for one in found] == [day]


# line, the acts it tells
ACTS = [
    ("en", "Rebels seized Malakal on Monday.", ["capture"]),
    ("en", "Police seized two suspects in Malakal on Monday.", ["detain"]),
    ("fr", "Les rebelles se sont emparés de Malakal lundi.", ["capture"]),
    ("de", "Die Rebellen haben am Montag Malakal eingenommen.", ["capture"]),
    ("es", "Los rebeldes capturaron Malakal el lunes.", ["capture"]),
    ("ru", "Повстанцы захватили Малакаль в понедельник.", ["capture"]),
    ("es", "Un tribunal condenó el lunes al alcalde a ocho meses de cárcel.", ["convict"]),
    ("fr", "Le tribunal a condamné lundi le maire à huit mois de prison.", ["convict"]),
    ("de", "Das Gericht verurteilte den Bürgermeister am Montag zu acht Monaten Haft.", ["convict"]),
    ("ru", "Суд приговорил мэра в понедельник к восьми месяцам колонии.", ["convict"]),
    ("de", "Die Regierung verurteilte am Montag den Angriff auf den Hafen.", ["condemn"]),
    ("ru", "Правительство осудило в понедельник удар по порту.", ["condemn"]),
    ("es", "El Gobierno condenó el lunes el ataque contra el puerto.", ["condemn"]),
    ("en", "The king pardoned 40 prisoners on Monday.", ["pardon"]),
    ("fr", "Le roi a gracié lundi 40 détenus.", ["pardon"]),
    ("de", "Der König begnadigte am Montag 40 Häftlinge.", ["pardon"]),
    ("es", "El rey indultó el lunes a 40 presos.", ["pardon"]),
    ("ru", "Король в понедельник помиловал 40 заключённых.", ["pardon"]),
    ("en", "A Japanese lander touched down on the Moon on Monday.", ["land"]),
    ("fr", "Une sonde japonaise s'est posée lundi sur la Lune.", ["land"]),
    ("de", "Eine japanische Sonde ist am Montag auf dem Mond gelandet.", ["land"]),
    ("es", "Una sonda japonesa alunizó el lunes.", ["land"]),
    ("ru", "Японский аппарат в понедельник совершил посадку на Луну.", ["land"]),
    ("en", "A blackout left Chile without power on Monday.", ["outage"]),
    ("fr", "Une panne d'électricité a paralysé le Chili lundi.", ["outage"]),
    ("de", "Ein Stromausfall legte am Montag Chile lahm.", ["outage"]),
    ("es", "Un apagón dejó el lunes sin luz a Chile.", ["outage"]),
    ("ru", "Чили в понедельник осталось без электричества.", ["outage"]),
    ("en", "The governor waived the rule on Monday.", ["waive"]),
    ("fr", "Une enquête a été ouverte lundi par le parquet.", ["investigate"]),
    ("es", "La Fiscalía abrió el lunes una investigación contra el alcalde.", ["investigate"]),
]


@pytest.mark.parametrize(("lang", "line", "kinds"), ACTS)
def test_acts_of_ordinary_news(r: R, lang: str, line: str, kinds: list[str]) -> None:
    assert [one.type for one in told(r, lang, line) if one.type != "other"] == kinds


# line, who must not have attacked
JUDGED = [
    ("de", "Die Bundesregierung verurteilte am Montag den Angriff auf den Hafen.", "Bundesregierung"),
    ("ru", "МИД России осудил удар по порту.", "МИД России"),
    ("es", "Chile condenó el ataque contra el puerto.", "Chile"),
]


@pytest.mark.parametrize(("lang", "line", "who"), JUDGED)
def test_who_condemns_an_attack_did_not_attack(r: R, lang: str, line: str, who: str) -> None:
    assert not [one for one in told(r, lang, line) if one.type == "attack" and who in one.names("actor")]


def test_who_said_the_words_before_condemns_nothing(r: R) -> None:
    line = "« C'est une honte », a dénoncé lundi le ministre chilien Alberto Rojas."
    assert not [one for one in told(r, "fr", line) if one.type == "condemn"]


# line, act, standing
TRIED = [
    ("en", "Peru tried to sign the treaty with Chile on Monday.", "sign", "possible"),
    ("en", "The chancellor has struggled to form a government since January.", "form_government", "possible"),
    ("fr", "Le ministre tente de former un gouvernement avec les verts.", "form_government", "possible"),
    ("de", "Der Kanzler versucht, mit den Grünen eine Regierung zu bilden.", "form_government", "possible"),
    ("es", "El ministro intentó formar un Gobierno con los verdes.", "form_government", "possible"),
    ("en", "The chancellor formed a government with the Greens on Monday.", "form_government", "happened"),
]


@pytest.mark.parametrize(("lang", "line", "kind", "standing"), TRIED)
def test_what_is_only_tried_is_not_done(r: R, lang: str, line: str, kind: str, standing: str) -> None:
    assert [one.standing for one in told(r, lang, line) if one.type == kind] == [standing]


def test_the_year_of_a_signature_dates_no_refusal(r: R) -> None:
    line = "Chile signed the treaty under President Sebastián Piñera in 2023 but has not ratified it."
    found = {one.type: one for one in told(r, "en", line)}
    assert found["ratify"].when is None and found["ratify"].standing == "denied"
    assert found["sign"].names("recipient") == ()


READER = ["Visit our news site and meet the team.", "You agree to receive news and offers from the paper."]


@pytest.mark.parametrize("line", READER)
def test_a_page_that_speaks_to_its_reader_tells_no_act(r: R, line: str) -> None:
    assert not [one for one in told(r, "en", line) if one.type in ("visit", "meet", "agree")]


# line, act, whether it is told only in passing
PASSING = [
    ("en", "Peru expelled two diplomats on Monday.", "expel", False),
    ("en", "Hospitals that were attacked in Gaza have no fuel.", "attack", True),
    ("en", "The law makes it easier to expel foreigners.", "expel", True),
]


@pytest.mark.parametrize(("lang", "line", "kind", "passing"), PASSING)
def test_a_word_in_passing_says_so(r: R, lang: str, line: str, kind: str, passing: bool) -> None:
    found = [one for one in told(r, lang, line) if one.type == kind]
    assert [one.by.endswith(PASSING_BY) for one in found] == [passing]


def test_a_participle_takes_nobody_from_outside_its_phrase(r: R) -> None:
    line = "Peru hat am Montag die Umsetzung des im Februar unterzeichneten Vertrags mit Chile ausgesetzt."
    (signed,) = [one for one in told(r, "de", line) if one.type == "sign"]
    assert "Peru" not in signed.names("actor")


# line, act, standing
AHEAD = [
    ("en", "The pact will see Peru lift its ban on newspapers.", "planned"),
    ("en", "The pact saw Peru lift its ban on newspapers.", "happened"),
]


@pytest.mark.parametrize(("lang", "line", "standing"), AHEAD)
def test_what_a_pact_will_see_done_is_to_come(r: R, lang: str, line: str, standing: str) -> None:
    assert [one.standing for one in told(r, lang, line) if one.type == "lift"] == [standing]


def test_who_negotiates_a_deal_has_not_reached_it(r: R) -> None:
    assert [one.type for one in told(r, "es", "Perú negocia además un acuerdo con Chile.")] == ["negotiate"]
