"""Steps told of "it", of a clause behind the agreement's name, by those who have no name; what hangs on a condition."""

from __future__ import annotations

import pytest

from dragoman.read import read, sift
from dragoman.records import Event, Reading, Source, Treaty
from dragoman.settings import Settings


def read_of(text: str) -> Reading:
    source = Source(raw=text.encode("utf-8"), name="case", meta=(("date", "2025-08-13"),))
    return read(sift(source, Settings()))


def steps(text: str) -> set[tuple[str, str, str]]:
    return {(act.act, act.party, act.standing) for one in read_of(text).of(Treaty) for act in one.acts}


TOLD = (
    (
        "OSLO - Norway and Ghana signed a fishing agreement in May. The Ghanaian cabinet endorsed it two weeks later.",
        ("approved", "Ghana", "happened"),
    ),
    (
        "Nurses backed the wage deal, which their union and the hospitals had struck in May.",
        ("negotiated", "", "happened"),
    ),
    (
        "El acuerdo de pesca entre Ghana y Noruega, pactado en mayo, está en vigor desde julio.",
        ("in_force", "", "happened"),
    ),
    (
        "Соглашение о рыболовстве между Ганой и Норвегией, подписанное в мае в Осло, вступило в силу в июле.",
        ("in_force", "", "happened"),
    ),
    (
        "The fishing treaty between Ghana and Norway will enter into force in June 2026, after Bangladesh left it.",
        ("in_force", "", "planned"),
    ),
    ("Ghana threatened to suspend the fishing treaty with Norway.", ("suspended", "Ghana", "possible")),
)


@pytest.mark.parametrize(("text", "step"), TOLD)
def test_a_step_is_told(text: str, step: tuple[str, str, str]) -> None:
    assert step in steps(text)


def test_members_who_reject_a_contract_are_named_as_written() -> None:
    text = "Cabin crew at the carrier rejected a tentative wage agreement with the airline, their union said."
    assert ("approved", "Cabin crew", "denied") in steps(text)


@pytest.mark.parametrize(
    "text",
    (
        "The senate debated a law on pensions in May. The cabinet endorsed it two weeks later.",
        "The board endorsed the chairman in May.",
        "Der Trainer hat den Spielern gekündigt, hat er gesagt.",
    ),
)
def test_what_is_done_with_something_else_is_no_step(text: str) -> None:
    assert not steps(text)


HINGED = (
    "Die Ministerin macht die Unterzeichnung des Abkommens von einer Reform abhängig.",
    "Le ministre conditionne la signature de l'accord à une réforme du code.",
    "The minister makes the signing of the treaty conditional on a reform.",
    "El ministro supedita la firma del acuerdo a una reforma del código.",
    "Министр ставит подписание договора в зависимость от реформы.",
)


@pytest.mark.parametrize("text", HINGED)
def test_what_is_made_to_depend_on_something_has_not_happened(text: str) -> None:
    assert {event.standing for event in read_of(text).of(Event) if event.type == "sign"} == {"conditional"}


DENIED = (
    "Reports that the two had also initialled a military pact were dismissed by both.",
    "Oslo rejected claims that a secret fishing treaty had been initialled.",
    "El ministro desmintió los rumores sobre la firma del acuerdo con Chile.",
    "Сообщения о подписании договора с Ганой в Осло назвали домыслами.",
    "Das Ministerium dementierte Berichte über eine Unterzeichnung des Abkommens mit Ghana.",
)


@pytest.mark.parametrize("text", DENIED)
def test_what_a_denied_report_was_about_is_denied(text: str) -> None:
    told = {event.standing for event in read_of(text).of(Event) if event.type in ("sign", "initial")}
    assert told <= {"denied"}


def test_who_commits_to_conclude_has_not_concluded() -> None:
    text = "Les parties s'engagent à conclure un accord de paix global d'ici au 18 août."
    assert {standing for _, _, standing in steps(text)} == {"planned"}
