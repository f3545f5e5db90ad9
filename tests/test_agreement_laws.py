"""Steps by law, steps still owed, days until which something lasts, whose step it is: lines of news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Act, Event, Reading, Treaty
from tests.test_agreements import article

R = Callable[..., Reading]


def acts(reading: Reading) -> list[Act]:
    """Every step that an article tells."""
    return [act for one in reading.of(Treaty) for act in one.acts]


def told(act: Act) -> tuple[str, str, str, str]:
    """A step as act, party, standing and day."""
    return act.act, act.party, act.standing, act.when.value if act.when else ""


# language, line, (act, party, standing, day); the articles are of Thursday, 8 May 2025
BY_LAW = [
    ("en", "Kenyan President William Ruto on Monday signed the law that ratifies the fisheries treaty with Chile.",
     ("ratified", "Kenya", "happened", "2025-05-05")),
    ("fr", "Le président tchadien Mahamat Déby a promulgué mardi la loi ratifiant le traité de pêche avec le Kenya.",
     ("ratified", "Tchad", "happened", "2025-05-06")),
    ("es", "El presidente de Chile firmó el martes la ley que ratifica el tratado de aguas con Perú.",
     ("ratified", "Chile", "happened", "2025-05-06")),
    ("ru", "Президент Казахстана Касым-Жомарт Токаев во вторник подписал закон о ратификации соглашения с Китаем.",
     ("ratified", "Казахстан", "happened", "2025-05-06")),
    ("ru", "Узбекистан вышел из договора о рыболовстве. Закон о денонсации договора был подписан 29 апреля.",
     ("denounced", "Узбекистан", "happened", "2025-04-29")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "step"), BY_LAW)
def test_who_signs_the_law_signs_a_law_and_the_step_is_the_states(
    r: R, lang: str, line: str, step: tuple[str, ...]
) -> None:
    reading = article(r, lang, line, on="2025-05-08")
    assert step in [told(act) for act in acts(reading)]
    assert not {"ratify", "denounce"} & {event.type for event in reading.of(Event)}
    assert "promulgate" in {event.type for event in reading.of(Event)}


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Chad and Mali signed a trade treaty in May. The president signed a law on fishing. It takes effect on "
               "Monday."),
        ("de", "Tschad hat den Handelsvertrag mit Mali im Mai unterzeichnet. Das Gesetz wurde am Dienstag beschlossen. "
               "Es tritt am Montag in Kraft."),
        ("es", "Chad y Malí firmaron un tratado en mayo. La norma entra en vigor hoy mismo."),
    ],
)  # fmt: skip
def test_a_law_that_takes_effect_is_no_agreement_in_force(r: R, lang: str, line: str) -> None:
    assert {act.act for act in acts(article(r, lang, line, on="2025-05-08"))} == {"signed"}


@pytest.mark.parametrize(
    ("lang", "line", "day"),
    [
        ("en", "Chad and Mali on Tuesday extended their ceasefire until 18 August.", "2025-05-06"),
        ("en", "The ceasefire between Chad and Mali was extended until 18 August.", ""),
        ("fr", "Le cessez-le-feu entre le Tchad et le Mali a été prolongé jusqu'au 18 août.", ""),
        (
            "de",
            "Die Waffenruhe zwischen Tschad und Mali wurde am Dienstag bis zum 18. August verlängert.",
            "2025-05-06",
        ),
        ("es", "El alto el fuego entre Chad y Malí fue prorrogado hasta el 18 de agosto.", ""),
        ("ru", "Перемирие между Чадом и Мали продлили до 18 августа.", ""),
    ],
)
def test_the_day_until_which_it_lasts_is_not_that_of_the_extension(r: R, lang: str, line: str, day: str) -> None:
    assert [told(act) for act in acts(article(r, lang, line, on="2025-05-08"))] == [("extended", "", "happened", day)]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "The deal between Chad and Mali was signed in May. Chad's parliament has yet to ratify it."),
        ("en", "The deal between Chad and Mali was signed in May. It must still be ratified by Chad."),
        ("fr", "L'accord entre le Tchad et le Mali a été signé. Il doit encore être ratifié par le Tchad."),
        (
            "de",
            "Das Abkommen zwischen Tschad und Mali wurde unterzeichnet. Die Ratifizierung durch Tschad steht noch aus.",
        ),
        ("es", "Chad y Malí firmaron el acuerdo. Falta aún la ratificación de Chad."),
    ],
)
def test_what_is_still_owed_is_not_done_and_no_plan(r: R, lang: str, line: str) -> None:
    found = [act for act in acts(article(r, lang, line, on="2025-06-08")) if act.act in ("ratified", "approved")]
    assert [(act.standing, act.by.endswith("not yet")) for act in found] == [("denied", True)]


def test_a_rejected_extension_is_told_as_refused(r: R) -> None:
    line = "Rebellenchef Déby lehnte eine Verlängerung der Waffenruhe mit Mali ab."
    (act,) = acts(article(r, "de", line))
    assert (act.standing, act.by.endswith("turned down")) == ("denied", True)


@pytest.mark.parametrize(
    "line",
    [
        "The ceasefire between Chad and Mali revives Resolution 1701, which was never enforced.",
        "Talks on resuming inspections under the Mali arms treaty were called off by Chad.",
        "We have concluded all the necessary procedures for the agreement with Mali, the minister said.",
    ],
)
def test_what_is_done_with_something_else_is_no_step(r: R, line: str) -> None:
    assert acts(article(r, "en", line)) == []


def test_the_initials_of_a_state_are_no_dateline(r: R) -> None:
    line = "Der Präsident hatte das Abkommen mit den USA unterzeichnet. Zuvor hatte das Parlament zugestimmt."
    assert {act.party for act in acts(article(r, "de", line)) if act.act == "approved"} == {""}


# language, line, the steps as (act, party, standing, day)
WHOSE = [
    ("en", "Chad and Mali on Tuesday notified the United Nations of their withdrawal from the Lima Convention.",
     {("withdrawn", "Chad", "happened", "2025-05-06"), ("withdrawn", "Mali", "happened", "2025-05-06")}),
    ("fr", "Le Tchad et le Mali ont notifié mardi leur retrait de la convention de Lima.",
     {("withdrawn", "Tchad", "happened", "2025-05-06"), ("withdrawn", "Mali", "happened", "2025-05-06")}),
    ("fr", "Le Tchad avait suspendu l'accord de 2013 sur les visas ; le Mali l'a dénoncé.",
     {("suspended", "Tchad", "happened", ""), ("denounced", "Mali", "happened", "")}),
    ("en", "Chad acceded to the fishing treaty in 2012. Peru had acceded in 2009.",
     {("acceded", "Chad", "happened", "2012"), ("acceded", "Peru", "happened", "2009")}),
    ("en", "The convention on ship safety was adopted in 2009.", {("negotiated", "", "happened", "2009")}),
    ("en", "The licence treaty between Chad and Peru is not affected and takes effect in June.",
     {("in_force", "", "planned", "2025-06")}),
    ("en", "Chad and Peru signed a treaty on Tuesday that will govern the building of ships.",
     {("signed", "", "happened", "2025-05-06")}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "steps"), WHOSE)
def test_whose_step_it_is_and_how_it_stands(r: R, lang: str, line: str, steps: set[tuple[str, ...]]) -> None:
    assert {told(act) for act in acts(article(r, lang, line, on="2025-05-08"))} == steps


# language, line, the agreements it tells apart: how their first names begin
APART = [
    ("en", "Chad left the Lima Convention in May. Peru quit the Convention on Cluster Weapons in March.",
     ["the Lima Convention", "the Convention on"]),
    ("de", "Tschad und Mali einigten sich auf eine Waffenruhe. Der Simla-Vertrag bleibt ausgesetzt.",
     ["eine Waffenruhe", "Der Simla-Vertrag"]),

]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "names"), APART)
def test_agreements_with_names_of_their_own_are_told_apart(r: R, lang: str, line: str, names: list[str]) -> None:
    found = [treaty.names[0] for treaty in article(r, lang, line, on="2025-05-08").of(Treaty)]
    assert len(found) == len(names)
    assert all(any(one.startswith(name) for one in found) for name in names)


# language, line, the steps behind the signature as (act, party, standing, day)
OF_IT = [
    ("en", "Chad and Mali signed a fishing treaty in 2010. It was extended in 2021. It expires in 2026."),
    ("fr", "Le Tchad et le Mali ont signé un accord de pêche en 2010. Il a été prolongé en 2021. Il expire en 2026."),
    (
        "de",
        "Tschad und Mali haben 2010 ein Fischereiabkommen unterzeichnet. Es wurde 2021 verlängert. Es läuft 2026 aus.",
    ),
    ("es", "Chad y Malí firmaron un acuerdo de pesca en 2010. Fue prorrogado en 2021. Vence en 2026."),
    (
        "ru",
        "Чад и Мали подписали соглашение о рыбе в 2010 году. Оно было продлено в 2021 году. Оно истекает в 2026 году.",
    ),
]


@pytest.mark.parametrize(("lang", "line"), OF_IT)
def test_what_is_told_of_it_is_told_of_the_agreement_before(r: R, lang: str, line: str) -> None:
    found = {told(act) for act in acts(article(r, lang, line, on="2025-05-08"))}
    assert found == {
        ("signed", "", "happened", "2010"),
        ("extended", "", "happened", "2021"),
        ("terminated", "", "planned", "2026"),
    }


def test_it_behind_a_clause_about_something_else_is_no_agreement(r: R) -> None:
    line = "Tschad und Mali haben ein Abkommen unterzeichnet. Den Zoll hatte Mali erhöht, er trat 2010 außer Kraft."
    assert {act.act for act in acts(article(r, "de", line, on="2025-05-08"))} == {"signed"}


def test_the_name_of_an_agreement_ends_with_its_line(r: R) -> None:
    text = (
        "Miles de desplazados regresan tras el alto el fuego\nAgencias - Lima\n\nChad y Malí firmaron el alto el fuego."
    )
    found = [name for treaty in article(r, "es", text, on="2025-05-08").of(Treaty) for name in treaty.names]
    assert found
    assert not any("Agencias" in name for name in found)


def test_a_vote_told_again_by_its_deputies_is_one_step(r: R) -> None:
    line = (
        "Le Parlement tchadien a ratifié jeudi l'accord avec le Mali. Les 77 députés présents ont voté pour l'accord."
    )
    assert [told(act) for act in acts(article(r, "fr", line, on="2025-05-09"))] == [
        ("approved", "Tchad", "happened", "2025-05-08")
    ]


TELLERS = [
    ("en", "LIMA, May 3 (AP) - Israeli Prime Minister Yair Lapid said the cabinet had approved the pact.", "Israel"),
    (
        "ru",
        "ЛИМА, 3 мая. Премьер Израиля Яир Лапид объявил, что военно-политический кабинет одобрил перемирие с Мали.",
        "Израиль",
    ),
]


@pytest.mark.parametrize(("lang", "line", "party"), TELLERS)
def test_an_unnamed_cabinet_is_that_of_who_tells_of_it_not_of_the_dateline(
    r: R, lang: str, line: str, party: str
) -> None:
    found = {act.party for act in acts(article(r, lang, line, on="2025-05-03")) if act.act == "approved"}
    assert found == {party}
