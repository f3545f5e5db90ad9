"""Which papers of several articles are one: the sides, the noun and shared words decide, never the countries alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare.agreements import agreements
from dragoman.compare.entities import entities
from dragoman.compare.lineage import kinship
from dragoman.records import Agreement, Reading
from tests.test_agreements import article

Make = Callable[..., Reading]


def papers(make: Make, *articles: tuple[str, str]) -> tuple[Agreement, ...]:
    """The agreements of a pile of articles: (language, text)."""
    readings = [article(make, lang, text) for lang, text in articles]
    who = entities(readings)
    return agreements(readings, who, kinship(readings, entities=who))


def sides(deals: tuple[Agreement, ...], readings: int = 0) -> list[tuple[str, int, int]]:
    """(instrument, how many parties, in how many articles) of each agreement."""
    found = [(one.instrument, len(one.parties), len({treaty.source for treaty in one.treaties})) for one in deals]
    return sorted(found)


# a state that has one memorandum with each of two others: (language, the one, the other, which of the two nobody tells)
MEMORANDA = [
    (
        ("en", "Chad signed a memorandum with Mali on gold on Monday. The memorandum runs for ten years."),
        ("en", "Niger and Chad signed a memorandum on fish on Tuesday. The memorandum is secret."),
        ("en", "The memorandum with Chad was signed in haste, a critic said."),
    ),
    (
        ("es", "Chad firmó el lunes con Malí un memorando sobre oro. El memorando vale diez años."),
        ("es", "Níger firmó el martes con Chad un memorando sobre pesca. El memorando es secreto."),
        ("es", "El memorando con Chad fue firmado con prisas, según un crítico."),
    ),
    (
        (
            "de",
            "Der Tschad hat am Montag mit Mali ein Memorandum über Gold unterzeichnet. Das Memorandum gilt zehn Jahre.",
        ),
        ("fr", "Le Niger a signé mardi avec le Tchad un mémorandum sur la pêche. Le mémorandum est secret."),
        ("en", "The memorandum with Chad was signed in haste, a critic said."),
    ),
]


@pytest.mark.parametrize(("one", "other", "neither"), MEMORANDA)
def test_a_side_foreign_to_the_other_paper_keeps_them_apart(
    r: Make, one: tuple[str, str], other: tuple[str, str], neither: tuple[str, str]
) -> None:
    assert sides(papers(r, one, other)) == [("memorandum", 2, 1), ("memorandum", 2, 1)]
    assert ("memorandum", 2, 2) not in sides(papers(r, one, other, neither))


def test_a_copy_names_the_paper_of_its_original(r: Make) -> None:
    told = (
        "The leaders of Chad and Niger agreed on Monday to work together to share the water of the lake between them, "
        "the president of Qatar said after seven hours of talks in Doha.\n\n“I hope that this historic agreement will "
        "be the beginning of a better time for both,” the president of Qatar said after the talks.\n\n"
    )
    whole = f"{told}The two agreed on a joint declaration. The declaration names no date."
    assert sides(papers(r, ("en", whole), ("en", told))) == [("declaration", 2, 2)]
