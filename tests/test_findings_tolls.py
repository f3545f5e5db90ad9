"""A toll that grows from day to day: each line is an article of its own, in its language and of its day."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.compare import compare
from dragoman.records import Finding, Reading, Source
from dragoman.settings import Settings

LINES = (
    ("es", "2025-04-02", "La inundación de Mombasa, en Kenia, dejó 41 muertos, dijo el gobernador."),
    ("en", "2025-04-03", "The death toll of the flood in Mombasa rose to 63, Kenya's government said."),
    ("fr", "2025-04-04", "Les inondations au Kenya ont fait 88 morts, selon la Croix-Rouge à Mombasa."),
    (
        "de",
        "2025-04-06",
        "Die Flut in Kenia hat nach Angaben der Regierung 102 Tote gefordert, die meisten in Mombasa.",
    ),
    ("ru", "2025-04-07", "Число погибших при наводнении в Кении достигло 117, сообщило правительство."),
)


def told(r: Callable[..., Reading], *lines: tuple[str, str, str]) -> list[Finding]:
    readings = [r(text, lang=lang, on=day) for lang, day, text in lines]
    sources = [Source(raw=text.encode()) for _, _, text in lines]
    story = compare(readings, sources, settings=Settings(encoder=False))
    return [one for one in story.findings if one.kind in ("update", "differing_claims", "contradiction")]


def test_a_toll_is_one_line_for_all_its_days(r: Callable[..., Reading]) -> None:
    (found,) = told(r, LINES[0], *LINES[2:4])
    assert (found.kind, found.rule, len(found.spans)) == ("update", "toll", 3)
    places = [found.why.index(f"{count} (") for count in (41, 88, 102)]
    assert places == sorted(places)
    assert "2 April 2025" in found.why and "6 April 2025" in found.why


def test_a_row_in_five_languages(r: Callable[..., Reading]) -> None:
    (found,) = [one for one in told(r, *LINES) if one.rule == "toll"]
    assert found.spans[0].source != found.spans[-1].source and len(found.spans) == 5


def test_two_counts_or_a_lower_one_are_no_row(r: Callable[..., Reading]) -> None:
    assert [one for one in told(r, LINES[0], LINES[3]) if one.rule == "toll"] == []
    lower = ("fr", "2025-04-04", "Les inondations au Kenya ont fait 12 morts, selon la Croix-Rouge à Mombasa.")
    assert [one for one in told(r, LINES[0], lower, LINES[3]) if one.rule == "toll"] == []


def test_an_earlier_disaster_is_no_part_of_the_row(r: Callable[..., Reading]) -> None:
    old = ("fr", "2025-04-04", "Au Kenya, les inondations de 1997 à Mombasa avaient fait 86 morts.")
    assert [one for one in told(r, LINES[0], old, LINES[3]) if one.rule == "toll"] == []
