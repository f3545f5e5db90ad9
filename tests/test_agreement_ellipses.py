"""Steps denied without their verb, taken back, or told by a participle beside a name: lines of news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Reading, Treaty
from tests.test_agreements import article

R = Callable[..., Reading]
LEAD = {
    "en": "Chad and Mali signed a fisheries agreement on Monday. ",
    "fr": "Le Tchad et le Mali ont signé lundi un accord de pêche. ",
    "de": "Tschad und Mali unterzeichneten am Montag ein Fischereiabkommen. ",
    "es": "Chad y Malí firmaron el lunes un acuerdo de pesca. ",
    "ru": "Чад и Мали в понедельник подписали соглашение о рыболовстве. ",
}


def steps(reading: Reading) -> set[tuple[str, str, str]]:
    """Every step that an article tells: act, party, standing."""
    return {(act.act, act.party, act.standing) for one in reading.of(Treaty) for act in one.acts}


# language, what follows the lead, (act, party, standing)
TOLD = [
    ("en", "Mali has ratified it, but Chad has not.", ("ratified", "Chad", "denied")),
    ("en", "Mali, but not Chad, has ratified it.", ("ratified", "Mali", "happened")),
    ("fr", "Le Mali l'a ratifié, mais pas le Tchad.", ("ratified", "Tchad", "denied")),
    ("de", "Mali hat es ratifiziert, der Tschad noch nicht.", ("ratified", "Tschad", "denied")),
    ("es", "Malí lo ha ratificado, pero Chad todavía no.", ("ratified", "Chad", "denied")),
    ("ru", "Мали его ратифицировало, а Чад нет.", ("ratified", "Чад", "denied")),
    ("en", "Neither country has ratified it.", ("ratified", "", "denied")),
    ("fr", "Aucun des deux pays ne l'a ratifié.", ("ratified", "", "denied")),
    ("de", "Keines der beiden Länder hat es ratifiziert.", ("ratified", "", "denied")),
    ("es", "Ninguno de los dos países lo ha ratificado.", ("ratified", "", "denied")),
    ("ru", "Ни одна из двух стран его не ратифицировала.", ("ratified", "", "denied")),
    ("en", "Mali revoked its withdrawal from the agreement.", ("withdrawn", "Mali", "cancelled")),
    ("fr", "Le Mali a annulé son retrait de l'accord.", ("withdrawn", "Mali", "cancelled")),
    ("es", "Malí anuló su retirada del acuerdo.", ("withdrawn", "Mali", "cancelled")),
    ("ru", "Мали отозвало уведомление о выходе из соглашения.", ("withdrawn", "Мали", "cancelled")),
    ("en", "Mali denied that the peace accord reached in 2015 had lapsed.", ("negotiated", "", "happened")),
    ("fr", "L'accord de paix, négocié en 2015, sera débattu lundi au Mali.", ("negotiated", "", "happened")),
    ("de", "Mali will das 2015 ausgehandelte Friedensabkommen prüfen.", ("negotiated", "", "happened")),
    ("de", "Nach Uganda hat auch der Niger den Wasservertrag ratifiziert.", ("ratified", "Uganda", "happened")),
    ("es", "Tras Uganda y Ruanda, también Níger ratificó el tratado de aguas.", ("ratified", "Ruanda", "happened")),
    ("en", "Mali left the border accord on Monday. Niger and Uganda announced similar plans.",
     ("withdrawn", "Niger", "planned")),
    ("es", "Malí negó que el pacto de paz, pactado en 2015, haya vencido.", ("negotiated", "", "happened")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "step"), TOLD)
def test_steps(r: R, lang: str, line: str, step: tuple[str, str, str]) -> None:
    assert step in steps(article(r, lang, LEAD[lang] + line))


# language, what follows the lead: nothing of this kind is told
NOT_TOLD = [
    ("en", "Mali has ratified it. Chad is not far behind.", "ratified", "denied"),
    ("de", "Mali hat es ratifiziert. Der Tschad nicht weit davon feierte.", "ratified", "denied"),
    ("en", "“The pact signed today is a shield”, said Mali's president.", "signed", "denied"),
    ("en", "Mali's withdrawal from the agreement takes effect in May.", "in_force", "planned"),
    ("fr", "Le retrait du Mali de l'accord prendra effet en mai.", "in_force", "planned"),
    ("de", "Nach Uganda reiste der Minister auch nach Niger.", "signed", "claimed"),
]


@pytest.mark.parametrize(("lang", "line", "act", "standing"), NOT_TOLD)
def test_no_such_steps(r: R, lang: str, line: str, act: str, standing: str) -> None:
    found = steps(article(r, lang, LEAD[lang] + line))
    assert found
    assert not [one for one in found if one[0] == act and one[2] == standing]


def test_an_act_done_with_two_agreements_is_a_step_of_both(r: R) -> None:
    line = "Chad and Mali ratified the border treaty and an agreement on water on Monday."
    found = [{act.act for act in one.acts} for one in article(r, "en", line).of(Treaty)]
    assert found == [{"ratified"}, {"ratified"}]


def test_what_somebody_says_is_signed_stays_theirs(r: R) -> None:
    line = "Chad signed a pact with Mali on Monday. “The pact signed today is a shield”, said Idriss Déby of Chad."
    reading = article(r, "en", line)
    told = {(act.standing, act.claimed_by) for one in reading.of(Treaty) for act in one.acts if "of" in act.by}
    assert ("happened", "") not in {one for one in told if one[1]}
