"""Agreements told apart by "own" and by the first part of a compound; who may follow; who says what it does itself."""

from __future__ import annotations

import pytest

from dragoman.read import read, sift
from dragoman.records import Reading, Source, Treaty
from dragoman.settings import Settings


def read_of(text: str) -> Reading:
    source = Source(raw=text.encode("utf-8"), name="case", meta=(("date", "2025-08-13"),))
    return read(sift(source, Settings()))


def steps(text: str) -> set[tuple[str, str, str]]:
    return {(act.act, act.party, act.standing) for one in read_of(text).of(Treaty) for act in one.acts}


APART = (
    "Peru signed a fishing treaty with Chile in May. Ghana and Togo are negotiating their own treaty.",
    "Die Staaten unterzeichneten den Grenzvertrag im Mai. Der Handelsvertrag wurde im Juni gekündigt.",
)


@pytest.mark.parametrize("text", APART)
def test_two_agreements_are_told_apart(text: str) -> None:
    assert len(list(read_of(text).of(Treaty))) == 2


FOLLOWERS = (
    ("Ghana denounced the treaty on cluster arms on Monday. Togo and Benin could follow.", "Togo", "possible"),
    ("Le Ghana a dénoncé lundi le traité sur les mines. Le Togo pourrait suivre.", "Togo", "possible"),
    ("Ghana hat den Vertrag über Streumunition am Montag gekündigt. Togo könnte folgen.", "Togo", "possible"),
)


@pytest.mark.parametrize(("text", "who", "standing"), FOLLOWERS)
def test_who_could_follow_may_do_the_same(text: str, who: str, standing: str) -> None:
    assert ("denounced", who, standing) in steps(text)


def test_nobody_follows_in_what_was_not_done() -> None:
    text = "Ghana hat den Vertrag über Streumunition am Montag nicht unterzeichnet. Togo könnte folgen."
    assert not any(party == "Togo" for _, party, _ in steps(text))


SAID = (
    ("Uruguay anunció el martes que se retira del tratado de asistencia.", "Uruguay"),
    ("Осло заявил, что выходит из договора о рыболовстве с Ганой.", "Осло"),
)


@pytest.mark.parametrize(("text", "who"), SAID)
def test_who_says_what_it_does_itself_does_it(text: str, who: str) -> None:
    assert {(act, party) for act, party, _ in steps(text)} == {("withdrawn", who)}


def test_several_who_signed_beside_another_signed_each_for_itself() -> None:
    text = "Fiji, Ghana and Togo signed the seabed treaty in May. Kenya has signed the treaty, too."
    assert {party for act, party, _ in steps(text) if act == "signed"} == {"Fiji", "Ghana", "Togo", "Kenya"}
