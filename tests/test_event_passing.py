"""What a participle tells in passing: it was done, whatever the sentence denies. A case is news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Reading

Make = Callable[..., Reading]

SIGNED = [
    ("en", "A spokesman denied that Chad had cancelled the accord signed on 4 March.", "happened"),
    ("fr", "Un porte-parole a nié que le Tchad ait annulé l'accord signé le 4 mars.", "happened"),
    ("es", "Un portavoz negó que Chad haya cancelado el acuerdo firmado el 4 de marzo.", "happened"),
    ("es", "El acuerdo no fue firmado el 4 de marzo, dijo el portavoz.", "denied"),
    ("en", "The accord was not signed on 4 March.", "denied"),
    ("en", "“The accord signed on 4 March will bring peace,” President Ana Gil said.", "claimed"),
]


@pytest.mark.parametrize(("lang", "text", "standing"), SIGNED)
def test_what_a_denial_takes_for_granted_is_not_denied(r: Make, lang: str, text: str, standing: str) -> None:
    found = [one.standing for one in r(text, lang=lang, on="2024-03-09").of(Event) if one.type == "sign"]
    assert found == [standing]


OPEN = [
    ("en", "A final decision on the signature of the accord will be taken in May.", "possible"),
    ("fr", "Une décision finale sur la signature de l'accord sera prise en mai.", "possible"),
    ("es", "Una decisión final sobre la firma del tratado llegará en mayo.", "possible"),
]


@pytest.mark.parametrize(("lang", "text", "standing"), OPEN)
def test_what_is_to_be_decided_is_possible(r: Make, lang: str, text: str, standing: str) -> None:
    found = [one.standing for one in r(text, lang=lang, on="2024-03-09").of(Event) if one.type == "sign"]
    assert found == [standing]


def test_a_stray_full_stop_makes_no_plan_of_what_is_there(r: Make) -> None:
    text = "Analysts warned against tests of missiles for future deliveries to Chad. intended for its assault in Mali."
    found = {one.standing for one in r(text, lang="en", on="2024-03-09").of(Event) if one.type == "attack"}
    assert "planned" not in found and found


VOID = [
    ("en", "Peru on Tuesday declared null and void the accord that Chile had signed with Bolivia."),
    ("en", "Peru declared it void: the accord that Chile had signed with Bolivia."),
    ("de", "Peru erklärte das Abkommen zwischen Chile und Bolivien am Dienstag für nichtig."),
    ("fr", "Le Pérou a déclaré nul et non avenu l'accord que le Chili a signé avec la Bolivie."),
    ("ru", "Перу объявило соглашение Чили и Боливии недействительным."),
]


@pytest.mark.parametrize(("lang", "text"), VOID)
def test_who_calls_a_paper_void_has_not_ended_it(r: Make, lang: str, text: str) -> None:
    found = [one.type for one in r(text, lang=lang, on="2024-03-09").of(Event)]
    assert "reject" in found and "terminate" not in found
