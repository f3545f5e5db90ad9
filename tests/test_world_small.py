"""Small states are states too: what belongs to them, and where they govern from."""

from __future__ import annotations

import pytest

from dragoman.languages.world import gazetteer


@pytest.mark.parametrize(
    ("lang", "text", "code"),
    [
        ("en", "Tongan", "TO"),
        ("fr", "salomonaise", "SB"),
        ("es", "tayikos", "TJ"),
        ("de", "madagassischen", "MG"),
        ("ru", "тонганского", "TO"),
        ("ru", "Хониара", "SB"),
        ("en", "Port Moresby", "PG"),
    ],
)
def test_a_small_state_is_known(lang: str, text: str, code: str) -> None:
    assert {hit.thing.country for hit in gazetteer(lang).find(text)} == {code}
