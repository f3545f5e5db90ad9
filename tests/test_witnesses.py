"""Who is no side of an agreement, what its own rules say, who was first to join; verbs behind an insertion."""

from __future__ import annotations

import pytest

from dragoman.read import read, sift
from dragoman.records import Act, Reading, Source, Treaty
from dragoman.settings import Settings


def read_of(text: str) -> Reading:
    source = Source(raw=text.encode("utf-8"), name="case", meta=(("date", "2025-08-13"),))
    return read(sift(source, Settings()))


def treaty(text: str) -> Treaty:
    (found,) = read_of(text).of(Treaty)
    return found


def acts(text: str) -> list[Act]:
    return [act for one in read_of(text).of(Treaty) for act in one.acts]


WITNESSES = (
    ("The presidents of Chad and Mali signed a peace accord, which Joe Biden signed as a witness.", {"Chad", "Mali"}),
    ("Les dirigeants du Mali et du Tchad ont signé un accord de paix, que Joe Biden a signé comme témoin.",
     {"Mali", "Tchad"}),
    ("Die Präsidenten von Mali und Tschad unterzeichneten ein Abkommen. Norwegens Premier unterschrieb es als Zeuge.",
     {"Mali", "Tschad"}),
    ("Los presidentes de Perú y Chile firmaron un acuerdo de pesca, que el rey Felipe firmó como testigo.",
     {"Perú", "Chile"}),
)  # fmt: skip


@pytest.mark.parametrize(("text", "sides"), WITNESSES)
def test_a_witness_is_no_party(text: str, sides: set[str]) -> None:
    found = treaty(text)
    assert set(found.parties) == sides
    assert [act.act for act in found.acts] == ["signed"]


FIRST = (
    ("The seabed treaty takes shape after Fiji became the 60th country to ratify it.", "Fiji"),
    ("España se convirtió en el primer país de la UE en ratificar el Tratado de Alta Mar.", "España"),
    ("La France est le premier pays européen à avoir ratifié le traité sur la haute mer.", "France"),
    ("Chile hat das Abkommen über die Hohe See als erstes Land ratifiziert.", "Chile"),
)


@pytest.mark.parametrize(("text", "who"), FIRST)
def test_who_became_the_first_to_do_it_has_done_it(text: str, who: str) -> None:
    assert [(act.act, act.party, act.standing) for act in acts(text)] == [("ratified", who, "happened")]


RULES = (
    "The treaty needs 60 ratifications to enter into force.",
    "The seabed treaty takes effect 120 days after the last deposit.",
    "Le traité entre en vigueur trente jours après le dernier dépôt.",
    "Das Abkommen tritt 30 Tage nach der letzten Hinterlegung in Kraft.",
    "El tratado entra en vigor 30 días después del último depósito.",
    "Договор вступает в силу через 30 дней после сдачи последней грамоты.",
)


@pytest.mark.parametrize("text", RULES)
def test_a_rule_of_the_treaty_is_no_entry_into_force(text: str) -> None:
    assert not [act for act in acts(text) if act.act == "in_force" and act.standing == "happened"]


def test_a_state_that_has_not_signed_is_no_party_by_that_and_the_day_is_of_what_was_done() -> None:
    text = (
        "The United States signed the seabed treaty in 2023 but has not ratified it. Russia has not signed the treaty."
    )
    found = treaty(text)
    assert found.parties == ("United States",)
    (ratified,) = (act for act in found.acts if act.act == "ratified")
    assert (ratified.standing, ratified.when) == ("denied", None)


def test_the_verb_behind_an_insertion_is_of_the_agreement_that_opens_the_sentence() -> None:
    text = "Der Waffenstillstand, den beide Länder im März unterzeichneten, wurde am Montag ausgesetzt."
    assert {act.act for act in acts(text)} == {"signed", "suspended"}


def test_a_deadline_that_ran_out_ends_no_agreement() -> None:
    assert not [
        act for act in acts("El plazo para firmar un acuerdo de paz venció el lunes.") if act.act == "terminated"
    ]
