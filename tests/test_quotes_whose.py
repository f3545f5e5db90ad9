"""Whose words they are: he and she, things that say nothing, names in marks. A case is news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Quote, Reading

Make = Callable[..., Reading]

# (language, text, [(kind, words, speaker)])
SAID: list[tuple[str, str, list[tuple[str, str, str | None]]]] = [
    (
        "de",
        "Der Verein „Voice for the People of Wales“ kam nach Bonn.",
        [("scare", "Voice for the People of Wales", None)],
    ),
    ("de", "In Bern begann die „IX Coupe du Monde de Natation“.", [("scare", "IX Coupe du Monde de Natation", None)]),
    (
        "de",
        "„Wir fordern mehr Geld und bessere Straßen“, sagte der Bürgermeister.",
        [("direct", "Wir fordern mehr Geld und bessere Straßen", "der Bürgermeister")],
    ),
    (
        "de",
        "Der Minister nannte den Streik illegal. Er griff damit Berichte auf, in denen es zum Streik heißt, dass die "
        "Gewerkschaft nur ein „Scheinriese“ sei.",
        [("scare", "Scheinriese", None)],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_whose(language: str, text: str, expected: list[tuple[str, str, str | None]], r: Make) -> None:
    """What is said, and by whom, as far as the text tells."""
    reading = r(text, lang=language)
    value = reading.article.text
    found = [
        (
            one.kind,
            " … ".join(value.value[slice(*at)] for s in one.spans if (at := value.find(s.start, s.end))),
            " + ".join((one.speaker, *one.co_speakers)) if one.speaker else None,
        )
        for one in reading.of(Quote)
    ]
    assert found == expected
