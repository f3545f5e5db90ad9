"""What is denied and what only waits: "until" behind another verb makes no condition; lines of news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Reading
from tests.test_agreements import article

R = Callable[..., Reading]
# language, line, how the signing stands
SIGNED = [
    ("en", "The wage contract will not be signed on Monday and runs until 2030.", "denied"),
    ("en", "The wage contract will not be signed before the vote on Monday.", "conditional"),
    ("de", "Das Abkommen wird am Montag nicht unterzeichnet und gilt bis 2030.", "denied"),
    ("de", "Das Abkommen wird nicht unterzeichnet, bevor das Volk abstimmt.", "conditional"),
    ("es", "El acuerdo no se firmará el lunes y espera mientras tanto.", "denied"),
    ("es", "El acuerdo no se firmará hasta que vote el Senado.", "conditional"),
    ("ru", "Договор не будет подписан в понедельник и лежит пока в сейфе.", "denied"),
    ("ru", "Договор не будет подписан, пока не проголосует Сенат.", "conditional"),
]


@pytest.mark.parametrize(("lang", "line", "standing"), SIGNED)
def test_until_behind_another_verb_is_not_of_this_one(r: R, lang: str, line: str, standing: str) -> None:
    assert [one.standing for one in article(r, lang, line).of(Event) if one.type == "sign"] == [standing]
