"""Lines that were false once: acts, notices, relative clauses and terms that nobody says. A case is news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Quote, Reading

Make = Callable[..., Reading]

# (language, text, [(kind, words, speaker)])
SAID: list[tuple[str, str, list[tuple[str, str, str | None]]]] = [
    ("en", "A court in Lima rejected an appeal by the mining company against the ruling of the tribunal.", []),
    ("en", "Correction: the match was played on 3 March, not on 4 March as first stated by the club.", []),
    ("en", "Mining company loses its appeal as miners' strike goes on\n\nThe mines stood still on Friday.", []),
    ("fr", "Les sénateurs ont approuvé une réforme du « frein fiscal » mardi soir.", [("scare", "frein fiscal", None)]),
    (
        "en",
        "Senator Ana Gil, a lawyer from the coast, said the programme has harmed thousands of families.",
        [("indirect", "the programme has harmed thousands of families", "Ana Gil")],
    ),
    (
        "en",
        "Each day of the strike costs the port two million euros, according to the Institute for Trade (IfT).",
        [("indirect", "Each day of the strike costs the port two million euros", "Institute for Trade")],
    ),
    (
        "fr",
        "La réforme permettrait, selon le ministère, de réduire les dépenses de 39 %.",
        [("indirect", "La réforme permettrait … de réduire les dépenses de 39 %", "le ministère")],
    ),
    (
        "es",
        "Carla Ruiz reconoce errores en la respuesta a las inundaciones, que dejan ya cuarenta muertos.",
        [],
    ),
    ("es", "Se espera que el convoy cruce el jueves la frontera.", []),
    (
        "es",
        "El sindicato no fue invitado a la mesa y la calificó de «farsa».",
        [("partial", "farsa", "El sindicato")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_said(language: str, text: str, expected: list[tuple[str, str, str | None]], r: Make) -> None:
    """What is said, by whom; acts and notices say nothing."""
    reading = r(text, lang=language)
    value = reading.article.text
    found = [
        (
            one.kind,
            " … ".join(value.value[slice(*at)] for s in one.spans if (at := value.find(s.start, s.end))),
            one.speaker,
        )
        for one in reading.of(Quote)
    ]
    assert found == expected
