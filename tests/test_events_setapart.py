"""A noun that only places something else in time has not the day of what follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Reading

R = Callable[..., Reading]


@pytest.mark.issue(4)
@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("de", "Vier Tage nach dem Unglück der Fähre haben die Ermittler am Samstag Spuren vorgelegt.", ""),
        ("de", "Vor der Unterzeichnung des Vertrags mit Ghana hat der Minister am Samstag gewarnt.", ""),
        ("en", "Days after the signing of the treaty with Ghana in Accra, officials on Saturday praised it.", ""),
        ("es", "El acuerdo rige tras el depósito de los instrumentos de Chile y Perú el 3 de marzo.", "2025-03-03"),
        ("en", "After the signing of the treaty with Ghana on Monday, officials praised it.", "2025-03-10"),
    ],
)
def test_the_day_behind_what_is_set_apart(r: R, lang: str, text: str, day: str) -> None:
    """Only a day right beside the noun is its own."""
    nouns = [one for one in r(text, lang=lang, on="2025-03-11").of(Event) if one.by.startswith("trigger noun")]
    assert [one.when.value for one in nouns if one.when] == ([day] if day else [])
