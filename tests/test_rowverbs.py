"""Verbs in a row share what stands before the first of them; the day of a saying verb is not that of the act."""

from __future__ import annotations

import pytest

from dragoman.read import read, sift
from dragoman.records import Event, Reading, Source
from dragoman.settings import Settings

OPEN = {"planned", "denied", "possible", "conditional"}


def read_of(text: str) -> Reading:
    source = Source(raw=text.encode("utf-8"), name="case", meta=(("date", "2025-08-13"),))
    return read(sift(source, Settings()))


ROWS = (
    "Norway and Chad agreed on a fishing treaty in March. It has yet to be signed and ratified.",
    "Peru and Ghana agreed on a pact last year. The pact must still be signed, approved by both chambers and ratified.",
    "Le pays a obtenu un traité de pêche en mars. Il reste à le signer et à le ratifier.",
    "Die Regierungen einigten sich auf einen Vertrag. Der Vertrag muss noch unterzeichnet und ratifiziert werden.",
    "Ambos países acordaron un tratado de pesca. El tratado aún debe ser firmado y ratificado.",
    "Страны согласовали договор о рыболовстве. Договор ещё предстоит подписать и ратифицировать.",
)


@pytest.mark.parametrize("text", ROWS)
def test_what_is_open_is_open_for_every_verb_of_a_row(text: str) -> None:
    found = {event.type: event.standing for event in read_of(text).of(Event) if event.type in ("sign", "ratify")}
    assert set(found) == {"sign", "ratify"}
    assert set(found.values()) <= OPEN


def test_a_verb_with_helpers_of_its_own_leaves_the_row() -> None:
    text = "The treaty with Chad was signed in May and will be ratified in autumn."
    found = {event.type: event.standing for event in read_of(text).of(Event)}
    assert found["sign"] == "happened"
    assert found["ratify"] == "planned"


def test_a_pledge_far_before_an_infinitive_holds_for_it_too() -> None:
    pledge = (
        "Les parties s'engagent à ouvrir des négociations directes au plus tard le 8 mai et à signer le traité en juin."
    )
    kept = "Le Tchad a réussi à réunir les parties en mai à Genève et à signer le traité de pêche."
    assert {one.standing for one in read_of(pledge).of(Event) if one.type == "sign"} == {"planned"}
    assert {one.standing for one in read_of(kept).of(Event) if one.type == "sign"} == {"happened"}


SAID = (
    ("Премьер в субботу повторил, что Осло подпишет договор о мире с Чадом.", "sign"),
    ("Die Ministerin sagte am Samstag, Oslo werde den Vertrag mit dem Tschad unterzeichnen.", "sign"),
    ("El ministro repitió el sábado que Oslo firmará el tratado con Chad.", "sign"),
    ("The minister repeated on Saturday that Oslo would sign the treaty with Chad.", "sign"),
)


@pytest.mark.parametrize(("text", "kind"), SAID)
def test_the_day_of_saying_is_not_that_of_the_act(text: str, kind: str) -> None:
    (event,) = (one for one in read_of(text).of(Event) if one.type == kind)
    assert event.when is None
    assert event.standing in {"planned", "possible", "conditional"}
