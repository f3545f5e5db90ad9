"""Publication dates inferred from an article's own dates and weekdays: the range must hold the day, and be short."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.read.published import infer
from dragoman.records import Article
from dragoman.settings import Settings
from dragoman.spans import Text

CASES = [
    # the news day with its date, then a bare weekday after it
    ("en", "They signed on Wednesday, March 6, 2019. He flew to Rabat on Thursday.", "2019-03-07", "2019-03-08"),
    ("fr", "Le pacte a été signé mercredi 6 mars 2019. Il a gagné Rabat jeudi.", "2019-03-07", "2019-03-08"),
    ("de", "Am Mittwoch, dem 6. März 2019, war es so weit. Er flog am Donnerstag.", "2019-03-07", "2019-03-08"),
    ("es", "Firmaron el miércoles 6 de marzo de 2019. Voló a Rabat el jueves.", "2019-03-07", "2019-03-08"),
    # "this Wednesday" is the day itself
    ("fr", "Ils ont signé ce mercredi 6 mars 2019 un accord.", "2019-03-06", "2019-03-06"),
    # planned for "this Tuesday": the day or the one before
    ("en", "She will be in Oslo this Tuesday, March 5, 2019, officials say.", "2019-03-04", "2019-03-05"),
    # no weekday: from the newest day told as past on
    ("fr", "Les deux pays ont signé, le 6 mars 2019, un accord.", "2019-03-06", "2019-03-20"),
    # no year: the one that the weekday fits, near to another year of the text
    ("en", "They met on Wednesday, March 6. Talks failed in 2018. He left on Thursday.", "2019-03-07", "2019-03-08"),
    # a date with a verb still to come in its clause is planned, whatever verb stands behind the comma
    ("en", "The strike began on 3 May 2018. The pay deal would take effect on Sunday 10 March, provided that unions "
     "agreed to it, the minister said on Thursday.", "2019-03-07", "2019-03-08"),
    # a weekday still planned says less than the dated one told as past
    ("fr", "La digue a cédé en mai 2018. Les élus se sont réunis mercredi 6 mars. Le décret doit entrer en vigueur "
     "dimanche, a dit le maire.", "2019-03-06", "2019-03-07"),
    # a date with its year long before a planned one without is background
    ("en", "Rebels took the port on 2 April 2018. Voting will begin on Sunday 10 March, the commission said on "
     "Thursday.", "2019-03-07", "2019-03-08"),
    # a day with its year at the head beats the year that a wrong weekday two days before would fit
    ("en", "The port opened on Thursday to music. March 7, 2019. The bill was signed on March 5, a Wednesday.",
     "2019-03-07", "2019-03-08"),
    # a date with its year before a dash opens the report: what runs until a later day is no past
    ("en", "March 7, 2019 — Miners voted for the pay deal, the union said on Wednesday. It took effect on March 1 and "
     "runs until May 31, 2021.", "2019-03-07", "2019-03-08"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "earliest", "latest"), CASES)
def test_range(lang: str, text: str, earliest: str, latest: str) -> None:
    found = infer(_article(text, lang))
    assert found is not None
    assert (found[0].earliest.isoformat(), found[0].latest.isoformat()) == (earliest, latest)
    assert found[0].basis.startswith("inferred from the text")
    assert date.fromisoformat(found[0].anchor) >= found[0].earliest


@pytest.mark.parametrize(
    "text",
    [
        "They signed a pact and left.",
        "They met on Wednesday and left on Thursday.",
        "He came in 2018 and again in May 2019.",
        # a year that something is measured by dates nothing
        "The president called the vote on 9 June. Turnout on Sunday was the highest since 1997.",
        "Farms lost 3% of their income, against 1.2% in 2020. The law passed on Feb. 26.",
        "The deficit will widen to 6% in 2025. Deputies vote on Thursday, after the debate of Dec. 16.",
        "Deputies rejected the budget for 2025 on Wednesday. The minister, named on 13 December, resigned on Monday.",
        # a date without a year is nearer than one with it
        "The mine has been closed since 4 May 2017. Miners went back on 9 June.",
        # a full date deep in a text that has weekdays of its own is background
        "Turkey said on Saturday that the deal goes on. "
        + "Ships wait in the harbour. " * 40
        + "It dates from 22 July 2022.",
    ],
)
def test_nothing_to_go_by(text: str) -> None:
    assert infer(_article(text, "en")) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le pays y consacre 2,1 % du budget, contre 1,2 % en 2020. Le vote a eu lieu le 26 février."),
        ("fr", "Le projet de loi de finances pour 2025 est adopté. Nommé le 13 décembre, il a parlé lundi."),
        ("de", "Die Beteiligung war die höchste seit 1997. Am 9. Juni wurde das Parlament aufgelöst."),
        ("es", "Es la primera vez desde 1962. Llegó al cargo el 5 de septiembre y dimitió el jueves."),
        ("ru", "Явка стала самой высокой, впервые с 1997 года. Парламент распустили 9 июня."),
    ],
)
def test_a_yardstick_dates_nothing(lang: str, text: str) -> None:
    assert infer(_article(text, lang)) is None


def test_as_of_is_the_upper_bound() -> None:
    found = infer(
        _article("Les deux pays ont signé, le 6 mars 2019, un accord.", "fr"), Settings(as_of=date(2019, 3, 9))
    )
    assert found is not None and found[0].latest == date(2019, 3, 9)


def test_the_words_that_decide_are_shown() -> None:
    text = "They signed on Wednesday, March 6, 2019. He flew to Rabat on Thursday."
    found = infer(_article(text, "en"))
    assert found is not None and text[found[1].start : found[1].end] == "Thursday"


def _article(text: str, lang: str) -> Article:
    return Article(source="s", name="n", text=Text.of("s", text), language=lang)
