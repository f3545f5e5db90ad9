"""Own reporting, datelines and updates: what the article itself says, nothing guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.read import read
from dragoman.records import Provenance
from tests.conftest import make_article

CASES = [
    # language, outlet, text, the words that show it
    ("en", "Coast Herald", "The port closed. “It is over,” its master told the Coast Herald.", "told the Coast Herald"),
    ("en", None, "The port closed. A docker told this newspaper that nobody was paid.", "told this newspaper"),
    ("en", None, "The port closed. A docker told Reuters that nobody had been paid.", ""),
    ("en", None, "The port closed at noon. Additional reporting by AFP.", ""),
    ("fr", None, "Le port a fermé. « Rien ne bouge », a dit un docker à notre correspondant.", "à notre correspondant"),
    (
        "fr",
        "L'Aube",
        "Le port a fermé. « Rien », explique le maire du bourg à L'Aube.",
        "explique le maire du bourg à L'Aube",
    ),
    ("de", None, "Der Hafen ist zu. „Nichts geht“, sagte ein Lotse dieser Zeitung.", "dieser Zeitung"),
    ("es", None, "El puerto cerró. Un estibador contó a este diario que nadie cobró.", "a este diario"),
    ("ru", None, "Порт закрыт. Докер рассказал нашему корреспонденту, что денег нет.", "нашему корреспонденту"),
    ("en", None, "The port will close for good, this newspaper has learned.", "this newspaper has learned"),
    ("fr", None, "Le port fermera en mai, a appris notre journal de deux sources.", "a appris notre journal"),
    ("de", None, "Der Hafen schließt nach unseren Informationen im Mai.", "nach unseren Informationen"),
    ("es", None, "El puerto cerrará en mayo, según ha podido saber este diario.", "ha podido saber este diario"),
    ("ru", None, "Порт закроют в мае, сообщили по данным нашего издания.", "по данным нашего издания"),
    ("sw", None, "Bandari imefungwa tangu jana asubuhi, maafisa walisema.", ""),
]


@pytest.mark.parametrize(("lang", "outlet", "text", "words"), CASES)
def test_reporting_of_its_own(lang: str, outlet: str | None, text: str, words: str) -> None:
    reading = read(replace(make_article(text, lang), outlet=outlet))
    found = [text[fact.start : fact.end] for fact in reading.of(Provenance) if fact.kind == "own"]
    assert found == ([words] if words else [])


def test_an_update_says_so() -> None:
    text = "This story has been updated with the minister's reply. The port closed at noon."
    found = [text[fact.start : fact.end] for fact in read(make_article(text, "en")).of(Provenance)]
    assert found == ["This story has been updated"]


@pytest.mark.parametrize(
    ("text", "credits", "place"),
    [
        ("Port strike widens\n\nLIMA, May 3 (Reuters) - Dockers walked out on Tuesday.", ("Reuters",), "LIMA"),
        ("Port strike widens\n\nLIMA — Dockers walked out on Tuesday and stayed out.", (), "LIMA"),
        ("Port strike widens\n\nLIMA, May 3 (AP) - Dockers walked out on Tuesday.", ("Reuters",), ""),
        ("Port strike widens\n\nBREAKING - Dockers walked out on Tuesday and stayed out.", (), ""),
    ],
)
def test_a_dateline_of_its_own(text: str, credits: tuple[str, ...], place: str) -> None:
    reading = read(replace(make_article(text, "en"), credits=credits))
    found = [text[fact.start : fact.end] for fact in reading.of(Provenance) if fact.kind == "dateline"]
    assert [words[: len(place)] for words in found] == ([place] if place else [])
