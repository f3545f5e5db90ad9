"""One sentence in two articles, sums, days in a row and joined statements: what is told and what must stay quiet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare import compare
from dragoman.records import Finding, Reading, Source
from dragoman.settings import Settings

R = Callable[..., Reading]
ALARMS = ("contradiction", "internal_inconsistency", "spliced_quotation", "altered_quotation")


def alarms(r: R, lang: str, on: str, *texts: str) -> list[Finding]:
    """What warns a reader of these texts."""
    readings = [r(text, lang=lang, on=on) for text in texts]
    found = compare(readings, [Source(raw=text.encode()) for text in texts], settings=Settings(encoder=False))
    return [one for one in found.findings if one.kind in ALARMS]


DENIED = [
    (
        "en",
        "The port of Mombasa reopened on Friday, 7 June 2024.",
        "The port of Mombasa did not reopen on Friday, 7 June 2024.",
    ),
    (
        "fr",
        "Le port de Dakar a rouvert ses quais le 7 juin 2024.",
        "Le port de Dakar n'a pas rouvert ses quais le 7 juin 2024.",
    ),
    (
        "de",
        "Der Hafen von Kiel wurde am 7. Juni 2024 gesperrt.",
        "Der Hafen von Kiel wurde am 7. Juni 2024 nicht gesperrt.",
    ),
    (
        "es",
        "El puerto de Cartagena reabrió sus muelles el 7 de junio de 2024.",
        "El puerto de Cartagena no reabrió sus muelles el 7 de junio de 2024.",
    ),
    (
        "ru",
        "Порт Одессы открыл причалы для судов 7 июня 2024 года.",
        "Порт Одессы не открыл причалы для судов 7 июня 2024 года.",
    ),
]


@pytest.mark.parametrize(("lang", "yes", "no"), DENIED)
def test_one_sentence_denied(r: R, lang: str, yes: str, no: str) -> None:
    found = alarms(r, lang, "2024-06-09", yes, no)
    assert [(one.kind, one.rule) for one in found] == [("contradiction", "done and not done")]


MOVED = [
    (
        "en",
        "Nana Addo opened the Tema refinery near Accra on 4 March 2024.",
        "Nana Addo opened the Tema refinery near Accra on 9 March 2024.",
    ),
    (
        "fr",
        "Nana Addo a inauguré la raffinerie de Tema le 4 mars 2024.",
        "Nana Addo a inauguré la raffinerie de Tema le 9 mars 2024.",
    ),
]


@pytest.mark.parametrize(("lang", "one", "other"), MOVED)
def test_one_sentence_with_another_day(r: R, lang: str, one: str, other: str) -> None:
    found = alarms(r, lang, "2024-03-20", one, other)
    assert [(each.kind, each.rule) for each in found] == [("contradiction", "two dates for one act")]
    assert "4 March 2024 and 9 March 2024, 5 days apart" in found[0].why


def test_a_day_still_to_come_is_a_plan(r: R) -> None:
    texts = (text.replace("opened", "will open") for text in MOVED[0][1:])
    assert alarms(r, "en", "2024-03-01", *texts) == []


def test_a_year_later_is_another_act(r: R) -> None:
    assert alarms(r, "en", "2024-03-20", MOVED[0][1], MOVED[0][2].replace("9 March 2024", "9 March 2023")) == []


def test_one_act_of_two_names(r: R) -> None:
    text = "{} won the mayoral election in Porto Alegre against Maria Souza on 6 October 2024."
    found = alarms(r, "en", "2024-10-08", text.format("Carlos Lima"), text.format("Pedro Rocha"))
    assert [(one.kind, one.rule) for one in found] == [("contradiction", "one act, two names")]
    assert alarms(r, "en", "2024-10-08", text.format("Carlos Lima"), text.format("Carlos Lima")) == []


SUMS = [
    ("en", "Six men and four women were pulled from the ferry. All {} people were taken ashore.", "10", "12"),
    (
        "fr",
        "Six hommes et quatre femmes ont été hissés à bord. Au total, {} personnes ont gagné le rivage.",
        "10",
        "12",
    ),
    (
        "de",
        "Sechs Männer und vier Frauen wurden aus dem Zug geholt. Insgesamt {} Menschen kamen ins Spital.",
        "10",
        "12",
    ),
    (
        "es",
        "Seis hombres y cuatro mujeres fueron sacados del tren. En total, {} personas llegaron al hospital.",
        "10",
        "12",
    ),
]


@pytest.mark.parametrize(("lang", "text", "right", "wrong"), SUMS)
def test_halves_and_their_sum(r: R, lang: str, text: str, right: str, wrong: str) -> None:
    assert alarms(r, lang, "2024-05-02", text.format(right)) == []
    found = alarms(r, lang, "2024-05-02", text.format(wrong))
    assert [one.rule for one in found] == ["arithmetic"]
    assert "are 10 (6 + 4), not" in found[0].why


def test_a_total_far_from_the_sum_counts_others(r: R) -> None:
    assert alarms(r, "en", "2024-05-02", SUMS[0][1].format("60")) == []


ROWS = [
    ("en", "The school closed on 4 May 2021. It had opened its doors on 9 September 2021.", True),
    ("en", "The school closed on 4 May 2021. It had opened its doors on 9 September 2020.", False),
    ("en", "The school closed after the flood of 4 May 2021. It had opened its doors on 9 September 2021.", False),
    ("en", "The school closed on 4 May 2021. By 9 September 2021 it had opened its doors again.", False),
    ("fr", "L'école a fermé le 4 mai 2021. Elle avait ouvert ses portes le 9 septembre 2021.", True),
    ("de", "Die Schule schloss am 4. Mai 2021. Sie hatte am 9. September 2020 eröffnet.", False),
]


@pytest.mark.parametrize(("lang", "text", "wrong"), ROWS)
def test_what_had_been_done_lies_before(r: R, lang: str, text: str, wrong: bool) -> None:
    assert [one.rule for one in alarms(r, lang, "2024-02-02", text)] == ["order of events"] * wrong


SPLICED = [
    (
        "en",
        '"The bridge will be rebuilt," Mayor Ada Kone said. Later she said of the builders: "Nobody will pay them."',
        '"The bridge will be rebuilt, nobody will pay them," Mayor Ada Kone said.',
        True,
    ),
    (
        "en",
        '"The bridge will be rebuilt," Mayor Ada Kone said. "Nobody will pay them."',
        '"The bridge will be rebuilt, nobody will pay them," Mayor Ada Kone said.',
        False,
    ),
]


@pytest.mark.parametrize(("lang", "apart", "joined", "wrong"), SPLICED)
def test_two_statements_of_two_times_in_one_pair_of_marks(
    r: R, lang: str, apart: str, joined: str, wrong: bool
) -> None:
    assert [one.kind for one in alarms(r, lang, "2024-02-02", apart, joined)] == ["spliced_quotation"] * wrong


def test_one_quotation_of_two_speakers(r: R) -> None:
    text = (
        "Finance minister Ada Kone met Mayor Luis Prado on Monday. "
        '"The bridge over the Volta will be rebuilt this year," {} said.'
    )
    found = alarms(r, "en", "2024-02-02", text.format("Ada Kone"), text.format("Luis Prado"))
    assert [one.rule for one in found] == ["one quotation, two speakers"]
    assert "Ada Kone" in found[0].why
    assert "Luis Prado" in found[0].why
    assert alarms(r, "en", "2024-02-02", text.format("Ada Kone"), text.format("Ms Kone")) == []


def test_halted_in_the_morning_and_signed_at_noon(r: R) -> None:
    """Who tells that a step was halted and then done denies nothing; who only tells that it was halted does."""
    done = "Le Kenya et l'Ouganda ont signé l'accord frontalier le 6 mai 2025."
    halted = "La signature de l'accord frontalier entre le Kenya et l'Ouganda a été suspendue le 6 mai 2025."
    assert [one.rule for one in alarms(r, "fr", "2025-05-07", done, halted)] == ["done and not done"]
    assert alarms(r, "fr", "2025-05-07", done, f"{done} {halted}") == []
