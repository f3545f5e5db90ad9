"""A toll that grows from day to day: each line is an article of its own, in its language and of its day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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


def test_one_of_many_may_name_the_place_otherwise(r: Callable[..., Reading]) -> None:
    other = ("fr", "2025-04-08", "Le bilan des inondations au Kenya est monté à 131 morts, selon le gouvernement.")
    found = [one for one in told(r, LINES[0], *LINES[1:4], other) if one.rule == "toll"]
    assert len(found) == 1 and "131 (" in found[0].why
    elsewhere = ("fr", "2025-04-08", "Le bilan des inondations au Népal est monté à 131 morts, selon le gouvernement.")
    assert [one for one in told(r, LINES[0], *LINES[1:4], elsewhere) if one.rule == "toll"] == []


def test_many_more_after_months_are_the_dead_of_another_time(r: Callable[..., Reading]) -> None:
    later = ("fr", "2025-09-20", "De nouvelles inondations au Kenya ont fait 230 morts, selon le maire de Mombasa.")
    found = [one for one in told(r, LINES[0], *LINES[1:4], later) if one.rule == "toll"]
    assert len(found) == 1 and "102 (" in found[0].why and "230" not in found[0].why


def test_two_counts_or_a_lower_one_are_no_row(r: Callable[..., Reading]) -> None:
    assert [one for one in told(r, LINES[0], LINES[3]) if one.rule == "toll"] == []
    lower = ("fr", "2025-04-04", "Les inondations au Kenya ont fait 12 morts, selon la Croix-Rouge à Mombasa.")
    assert [one for one in told(r, LINES[0], lower, LINES[3]) if one.rule == "toll"] == []


def test_an_earlier_disaster_is_no_part_of_the_row(r: Callable[..., Reading]) -> None:
    old = ("fr", "2025-04-04", "Au Kenya, les inondations de 1997 à Mombasa avaient fait 86 morts.")
    assert [one for one in told(r, LINES[0], old, LINES[3]) if one.rule == "toll"] == []


CLOSE = (
    ("en", "2025-04-02", "More than 1,750 people have been killed in Kenya, the ministry of health in Mombasa said."),
    ("es", "2025-04-03", "La guerra deja 1.800 muertos en Kenia, según el Gobierno en Mombasa."),
    ("fr", "2025-04-03", "Au moins 1 823 personnes ont été tuées au Kenya, d'après le ministère à Mombasa."),
)


def test_three_close_counts_of_two_days_are_a_row_and_a_later_clash_is_none_of_it(r: Callable[..., Reading]) -> None:
    clash = ("de", "2025-04-20", "In Kenia wurden am Sonntag 22 Menschen getötet, teilte die Klinik in Mombasa mit.")
    for lines in (CLOSE, (*CLOSE, clash)):
        (row,) = [one for one in told(r, *lines) if one.rule == "toll"]
        assert "1,750 (" in row.why and "1,823 (" in row.why and "22 (" not in row.why
    apart = ("fr", "2025-04-03", "Au moins 2 823 personnes ont été tuées au Kenya, d'après le ministère à Mombasa.")
    assert [one for one in told(r, *CLOSE[:2], apart) if one.rule == "toll"] == []


def test_a_count_since_a_day_long_ago_is_of_the_row(r: Callable[..., Reading]) -> None:
    since = ("fr", "2025-04-03", "Depuis octobre 2023, au moins 1 823 personnes ont été tuées au Kenya, selon Mombasa.")
    (row,) = [one for one in told(r, *CLOSE[:2], since) if one.rule == "toll"]
    assert "1,823 (" in row.why


def test_a_count_without_a_day_is_not_set_against_the_row(r: Callable[..., Reading]) -> None:
    undated = r("En Mombasa, en Kenia, la inundación dejó 131 muertos, dijo el gobernador.", lang="es", on=None)
    readings = [r(text, lang=lang, on=day) for lang, day, text in (LINES[0], *LINES[2:4])] + [undated]
    story = compare(readings, [], settings=Settings(encoder=False))
    (row,) = [one for one in story.findings if one.kind in ("update", "differing_claims")]
    assert row.rule == "toll" and "no day: 131 (an article without a day" in row.why and "stands" not in row.why


TITLES = [
    (["Flood kills 40 in Mombasa\n\nA ceasefire holds in Kenya, the army said. The flood came on Monday.",
      "Mombasa under water\n\nThe city of Mombasa is flooded.", "Rain again\n\nIt rains in Mombasa, Kenya."],
     "Flood kills 40 in Mombasa"),
    (["Ministers meet\n\nKenya and Uganda signed the Lake Victoria Fisheries Treaty on Monday.",
      "A deal at last\n\nThe Lake Victoria Fisheries Treaty between Kenya and Uganda was signed on Monday."],
     "Lake Victoria Fisheries Treaty"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "title"), TITLES)
def test_the_title_is_a_named_agreement_or_a_telling_headline(
    r: Callable[..., Reading], texts: list[str], title: str
) -> None:
    readings = [r(text, on="2025-04-02") for text in texts]
    for order in (readings, readings[::-1]):
        assert compare(order, [], settings=Settings(encoder=False)).title.removeprefix("The ") == title


def test_two_days_of_one_toll_and_a_higher_count_without_a_day(r: Callable[..., Reading]) -> None:
    lines = (
        ("en", "2025-04-02", "The flood in Mombasa, Kenya, killed at least 10 people, the governor said."),
        ("fr", "2025-04-02", "Les inondations à Mombasa, au Kenya, ont fait 66 morts."),
        ("de", "2025-04-02", "Die Zahl der Toten nach der Flut in Mombasa, Kenia, stieg auf 76."),
        ("es", "2025-04-04", "La inundación de Mombasa, en Kenia, dejó 78 muertos."),
        ("en", "2025-10-31", "A court in Mombasa, Kenya, jailed 11 people over the April flood that killed 78 people."),
    )
    (found,) = [one for one in told(r, *lines) if one.rule == "toll"]
    assert "76 (" in found.why and "78 (" in found.why and "11 (" not in found.why
