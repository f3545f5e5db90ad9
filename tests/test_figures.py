"""Figures: a case is a line of news in our words and what is counted in it, by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.read.numbers import Words, read_digits
from dragoman.records import Figure, Reading

# (language, text, words, value, unit, bound)
CASES = [
    ("en", "At least 45 people died in the flood.", "At least 45 people", 45, "person", "at_least"),
    ("en", "The army lost more than 1,200 soldiers.", "more than 1,200 soldiers", 1200, "soldier", "more_than"),
    ("en", "Donors pledged $2.5 billion in aid.", "$2.5 billion", 2.5e9, "dollar", "exactly"),
    ("en", "Turnout fell by 12 percent.", "12 percent", 12, "percent", "exactly"),
    ("en", "Two hundred thousand refugees came.", "Two hundred thousand refugees", 200000, "refugee", "exactly"),
    ("en", "This is their third summit since the war.", "third summit", 3, "ordinal", "exactly"),
    ("en", "The truce held for nearly a quarter of a century.", "nearly a quarter of a century", 25, "year", "nearly"),
    ("en", "It is the first visit in less than a year.", "less than a year", 1, "year", "less_than"),
    ("fr", "Quelque 300 civils ont été évacués.", "Quelque 300 civils", 300, "civilian", "about"),
    ("fr", "Plus de 12.000 soldats ont traversé le fleuve.", "Plus de 12.000 soldats", 12000, "soldier", "more_than"),
    ("fr", "L'aide atteint 1,5 million d'euros.", "1,5 million d'euros", 1.5e6, "euro", "exactly"),
    ("fr", "La trêve doit durer un siècle.", "un siècle", 100, "year", "exactly"),
    ("fr", "Il a fallu quatre-vingt-dix jours.", "quatre-vingt-dix jours", 90, "day", "exactly"),
    ("de", "Mindestens 1.500 Menschen flohen.", "Mindestens 1.500 Menschen", 1500, "person", "at_least"),
    ("de", "Rund zweihundertfünfzig Soldaten kamen.", "Rund zweihundertfünfzig Soldaten", 250, "soldier", "about"),
    ("de", "Es geht um 3,4 Milliarden Euro.", "3,4 Milliarden Euro", 3.4e9, "euro", "exactly"),
    ("es", "Más de 20.000 personas huyeron.", "Más de 20.000 personas", 20000, "person", "more_than"),
    ("es", "Costará 1,2 millones de euros.", "1,2 millones de euros", 1.2e6, "euro", "exactly"),
    ("ru", "Погибли около 40 человек.", "около 40 человек", 40, "person", "about"),
    ("ru", "Ущерб составил 2,5 млн долларов.", "2,5 млн долларов", 2.5e6, "dollar", "exactly"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "words", "value", "unit", "bound"), CASES)
def test_figure(
    r: Callable[..., Reading], lang: str, text: str, words: str, value: float, unit: str, bound: str
) -> None:
    found = {text[one.start : one.end]: one for one in r(text, lang, only=("dates", "figures")).of(Figure)}
    assert words in found
    assert (found[words].value, found[words].unit, found[words].bound) == (value, unit, bound)


VAGUE = [
    ("en", "Thousands of residents fled.", "Thousands of residents", "thousands"),
    ("en", "They have sold arms for decades.", "decades", "decades"),
    ("fr", "Des milliers de conteneurs sont bloqués.", "Des milliers de conteneurs", "milliers"),
    ("es", "Miles de personas huyeron.", "Miles de personas", "miles"),
]


@pytest.mark.parametrize(("lang", "text", "words", "vague"), VAGUE)
def test_vague_stays_vague(r: Callable[..., Reading], lang: str, text: str, words: str, vague: str) -> None:
    found = {text[one.start : one.end]: one for one in r(text, lang, only=("dates", "figures")).of(Figure)}
    assert words in found
    assert (found[words].value, found[words].vague, found[words].bound) == (None, vague, "vague")


NONE = [
    ("en", "F-16 jets and a T-72 tank took part in Operation Dawn."),
    ("en", "Peace is the number one priority, one of the ministers said."),
    ("en", "Article 5 was invoked under Resolution 1701."),
    ("en", "The two leaders shook hands."),
    ("en", "In 2019 the Second World War was recalled."),
    ("fr", "Des avions F-16 et un missile S-400 sont arrivés."),
    ("fr", "L'article 5 du traité et la résolution 2231 restent valables."),
    ("de", "Artikel 5 und Resolution 2231 gelten weiter."),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_no_figure(r: Callable[..., Reading], lang: str, text: str) -> None:
    assert not r(text, lang, only=("dates", "figures")).of(Figure)


CLAIMS = [
    ("en", "According to Kyiv, 300 soldiers were captured.", 300, "Kyiv"),
    ("en", "London says that 5,000 troops crossed the river.", 5000, "London"),
    ("en", "Tehran was accused by Washington of sending 400 missiles.", 400, "Washington"),
    ("en", "Some 200 houses burned, Beirut said.", 200, "Beirut"),
    ("en", "“We have lost 60 ships”, Emmanuel Macron said.", 60, "Emmanuel Macron"),
    ("en", "In all, 90 villages were flooded last year.", 90, ""),
    ("fr", "Selon Kiev, 300 soldats ont été capturés.", 300, "Kiev"),
    ("fr", "Londres accusait Téhéran d'avoir livré quelque 400 missiles.", 400, "Londres"),
    ("fr", "L'Iran est accusé par Washington d'avoir livré 400 missiles.", 400, "Washington"),
    ("fr", "Quelque 200 maisons ont brûlé, selon Beyrouth.", 200, "Beyrouth"),
    ("fr", "En tout, 90 villages ont été inondés.", 90, ""),
]


@pytest.mark.parametrize(("lang", "text", "value", "who"), CLAIMS)
def test_claimant(r: Callable[..., Reading], lang: str, text: str, value: float, who: str) -> None:
    claims = {one.value: one.claimed_by for one in r(text, lang, only=("mentions", "dates", "figures")).of(Figure)}
    assert claims.get(value) == who


def test_an_interval(r: Callable[..., Reading]) -> None:
    (figure,) = r("Between 20 and 30 soldiers crossed the line.", "en", only=("dates", "figures")).of(Figure)
    assert (figure.value, figure.upto, figure.unit) == (20, 30, "soldier")


def test_a_window_since(r: Callable[..., Reading]) -> None:
    text = "The navy has lost 40 ships since October."
    (figure,) = r(text, "en", "2023-05-10", only=("dates", "figures")).of(Figure)
    assert figure.window and figure.window.earliest.isoformat() == "2022-10-01"
    assert (figure.window.latest.isoformat(), figure.window.precision) == ("2023-05-10", "open")


def test_feared(r: Callable[..., Reading]) -> None:
    (figure,) = r("It is feared that 80 miners were buried.", "en", only=("dates", "figures")).of(Figure)
    assert figure.standing == "feared"


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("10.000", ",", 10000),
        ("10.000", ".", 10000),
        ("10,000", ".", 10000),
        ("10 000", ",", 10000),
        ("1,5", ",", 1.5),
        ("1.5", ".", 1.5),
        ("1.234.567,8", ",", 1234567.8),
        ("1,234,567.8", ".", 1234567.8),
        ("192.168.1", ".", 1921681),
    ],
)
def test_digits(text: str, decimal: str, value: float) -> None:
    assert read_digits(text, decimal=decimal) == value


def test_number_words_do_not_run_together() -> None:
    words = Words({"two": 2, "three": 3}, {"hundred": 100})
    assert words.run(["two", "three"], 0) == (2, 1)
    assert words.run(["two", "hundred", "three"], 0) == (203, 3)
