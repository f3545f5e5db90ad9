"""Which names are one paper and who its sides are, once all acts of an article are known. A case is news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Reading, Treaty

Make = Callable[..., Reading]

# (language, text, [(instrument, parties)])
PAPERS: list[tuple[str, str, list[tuple[str, set[str]]]]] = [
    (  # the deal of the headline is the memorandum; who voids it is no side
        "en",
        "Peru rejects Chile's port deal with Bolivia\n\nPeru on Tuesday declared null and void a memorandum that Chile "
        "had signed a day earlier with Bolivia. Under the memorandum Chile would lease a port.",
        [("memorandum", {"Chile", "Bolivia"})],
    ),
    (  # who says so is no side; the deal is the declaration; a memorandum with another is another paper
        "en",
        "Qatar says Chad, Niger reach deal on lake\n\nThe leaders of Chad and Niger agreed Monday to share the lake, "
        "Qatar said.\n\n“This historic agreement opens a door,” the emir said. The two agreed on a joint declaration. "
        "The declaration does not mention the memorandum with Nigeria.",
        [("declaration", {"Chad", "Niger"})],
    ),
    (  # sides told in the sentence before; talks are what will be signed
        "en",
        "The leaders of Chad and Niger agreed on Monday to share the lake, Qatar said.\n\n“This historic agreement is "
        "a door,” the emir said. Technical talks are to begin in May and to be concluded and signed within two months.",
        [("agreement", {"Chad", "Niger"})],
    ),
    (
        "de",
        "Kenia hat im August mit Ghana ein Militärabkommen geschlossen. Das Militärabkommen gilt fünf Jahre.",
        [("agreement", {"Kenia", "Ghana"})],
    ),
    (
        "es",
        "Perú firmó el lunes con Bolivia un acuerdo de pesca. El acuerdo de pesca dura diez años.",
        [("accord", {"Perú", "Bolivia"})],
    ),
    (
        "fr",
        "Le Tchad a signé lundi avec le Niger un accord de pêche. L'accord de pêche vaut dix ans.",
        [("accord", {"Tchad", "Niger"})],
    ),
]


@pytest.mark.parametrize(("lang", "text", "papers"), PAPERS)
def test_papers_and_their_sides(r: Make, lang: str, text: str, papers: list[tuple[str, set[str]]]) -> None:
    found = [(one.instrument, set(one.parties)) for one in r(text, lang=lang, on="2024-03-06").of(Treaty)]
    assert found == papers


def test_talks_are_signed_and_no_paper_is(r: Make) -> None:
    (treaty,) = r(PAPERS[2][1], lang="en", on="2024-03-06").of(Treaty)
    assert [act.act for act in treaty.acts] == []
