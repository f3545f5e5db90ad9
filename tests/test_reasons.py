"""Reasons in French: every part has its template, or the reason stays English and says so."""

from __future__ import annotations

import pytest

from dragoman.report.messages import messages
from dragoman.report.reasons import reason

FR = messages("fr")

TOLD = [
    ("written in full", "écrit en entier"),
    (
        "Monday counted back from the publication date 3 July 2024",
        "lundi, compté à rebours depuis la parution, le 3 juillet 2024",
    ),
    (
        "the year 2024 puts it nearest to the publication date 1 May 2024 (inferred)",
        "l’année 2024 le place au plus près de la parution, le 1er mai 2024 (date déduite)",
    ),
    (
        "said inside a quotation; 9 March 2021 is the day the article tells of",
        "dit dans une citation ; le 9 mars 2021 est le jour dont parle l’article",
    ),
    (
        "“on Monday; or later”: 4 March 2025 was a Tuesday; the weekday or the date is wrong.",
        "“on Monday; or later” : le 4 mars 2025 était un mardi ; le jour de la semaine ou la date est faux.",
    ),
    (
        "Extension of Grain Deal: conditional in “it holds” (so in 3 articles), done in “in May”, 2 May 2023.",
        "Prolongation de Grain Deal : sous condition dans “it holds” (et dans 3 articles en tout), fait dans “in May”, "
        "2 mai 2023.",
    ),
    (
        "Transfer arms: fact in “a”, a claim of Oman in “b”.",
        "Livraison d’armes : un fait dans “a”, une affirmation de Oman dans “b”.",
    ),
    (
        "“about 7,000” (Shin) and “1,000” (Oman): 7,000 give or take 12 % (6,160–7,840) and 9,000 do not meet",
        "“about 7,000” (Shin) et “1,000” (Oman) : 7 000 à 12 % près (6 160–7 840) et 9 000 ne se rejoignent pas",
    ),
    ("“May 5 talks” do not meet", "“May 5 talks” ne se rejoignent pas"),
    ("stray letters: mended in 7 places", "lettres égarées : réparées à 7 endroits"),
    (
        "“Bern and Rome met” is “Berne et Rome se sont vues”; “on Thursday” is “jeudi 4 March”",
        "“Bern and Rome met” est “Berne et Rome se sont vues” ; “on Thursday” est “jeudi 4 March”",
    ),
]


@pytest.mark.parametrize(("english", "french"), TOLD)
def test_a_reason_is_told_in_french(english: str, french: str) -> None:
    assert reason(english, FR) == french


@pytest.mark.parametrize("english", ["a reason that nobody wrote", "written in full; a part that nobody wrote"])
def test_a_reason_with_a_part_unknown_to_the_catalogue_stays_english(english: str) -> None:
    assert reason(english, FR) is None
    assert reason(english, messages("en")) == english


def test_every_template_of_a_reason_has_the_same_places() -> None:
    for english, french in FR.tables["reason"].items():
        assert [one for one in "abcdenmx" if f"{{{one}}}" in english] == [
            one for one in "abcdenmx" if f"{{{one}}}" in french
        ], english
