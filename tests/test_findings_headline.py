"""A headline whose count the article's own text does not give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare import compare
from dragoman.records import Finding, Reading
from dragoman.settings import Settings

R = Callable[..., Reading]


def found(r: R, lang: str, head: str, text: str) -> list[Finding]:
    reading = r(f"{head}\n\n{text}", lang=lang, on="2025-06-03")
    made = compare([reading], [], settings=Settings(encoder=False)).findings
    return [one for one in made if one.rule == "headline"]


@pytest.mark.parametrize(
    ("lang", "head", "text"),
    [
        (
            "en",
            "Ferry sinks off Cebu, 45 dead",
            "A ferry sank off Cebu on Monday. The coast guard said 54 people died.",
        ),
        ("fr", "Naufrage au large de Cebu : 45 morts", "Un ferry a coulé lundi au large de Cebu. Il y a 54 morts."),
        ("de", "Fähre vor Cebu gesunken: 45 Tote", "Eine Fähre ist vor Cebu gesunken. Dabei starben 54 Menschen."),
        ("es", "Naufragio frente a Cebú: 45 muertos", "Un ferry se hundió el lunes frente a Cebú. Hubo 54 muertos."),
        ("ru", "Паром затонул у Себу: 45 погибших", "В понедельник у Себу затонул паром. Погибли 54 человека."),
    ],
)
def test_a_headline_against_its_text(r: R, lang: str, head: str, text: str) -> None:
    (one,) = found(r, lang, head, text)
    assert one.kind == "internal_inconsistency" and "45 and 54" in one.why


@pytest.mark.parametrize(
    "text",
    [
        "A ferry sank off Cebu on Monday. The coast guard said 45 people died.",
        "A ferry sank off Cebu on Monday. At least 40 people died, the coast guard said.",
        "Two ferries sank off Cebu on Monday. On one 30 people died, on the other 15.",
        "A ferry sank off Cebu on Monday. At first 38 people were said to be dead.",
        "A ferry sank off Cebu on Monday. In 2019 a storm killed 300 people there.",
    ],
)
def test_a_headline_that_its_text_bears_out_or_leaves_open(r: R, text: str) -> None:
    assert not found(r, "en", "Ferry sinks off Cebu, 45 dead", text)
