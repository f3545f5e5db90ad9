"""What became of those counted, by the verb beside the number; bounds, certainty and claimants told by verbs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Figure, Reading

CASES = [
    # dead, wounded, missing by the verb, in nine languages and three scripts without spaces
    ("en", "The avalanche killed at least 20 people in the valley.", "at least 20 people", "dead"),
    ("en", "Another 730 others were injured on the ferry.", "730", "wounded"),
    ("en", "About 90 were missing after the ferry sank.", "About 90", "missing"),
    ("fr", "Au moins 139 personnes sont portées disparues.", "Au moins 139 personnes", "missing"),
    ("fr", "La bombe a tué douze personnes au marché.", "douze personnes", "dead"),
    ("de", "220 würden noch vermisst, teilte der Landrat mit.", "220", "missing"),
    ("de", "Gestern wurden 20 Menschen bei einem Brand in der Altstadt getötet.", "20 Menschen", "dead"),
    ("de", "Dutzende Menschen werden noch vermisst.", "Dutzende Menschen", "missing"),
    ("es", "Unas 270 personas siguen desaparecidas.", "Unas 270 personas", "missing"),
    ("es", "En la capital los muertos son ya 19.", "19", "dead"),
    ("es", "El alcalde elevó a 205 el número de muertos.", "205", "dead"),
    ("ru", "Погибли не менее 20 человек, 30 числятся пропавшими без вести.", "30", "missing"),
    ("it", "Sono morte almeno 20 persone nella valanga.", "almeno 20 persone", "dead"),
    ("pt", "Pelo menos 20 pessoas morreram e 30 ficaram feridas.", "30", "wounded"),
    ("nl", "Zeker 20 mensen zijn om het leven gekomen.", "Zeker 20 mensen", "dead"),
    ("zh", "洪水已造成385人死亡、47人失踪。", "47人", "missing"),
    ("ja", "洪水で385人が死亡した。", "385人", "dead"),
    ("ko", "홍수로 385명이 숨지고 47명이 다쳤다.", "385명", "dead"),
    # the toll itself
    ("en", "The city lowered the toll to six on Saturday.", "six", "dead"),
    # what is none
    ("en", "200 people attended a service for miners killed in the blast.", "200 people", "person"),
    ("en", "200 people who knew the killed men came.", "200 people", "person"),
    ("en", "Clerks at 12 toll booths quit.", "12 toll booths", "booth"),
]


@pytest.mark.parametrize(("lang", "text", "words", "unit"), CASES)
def test_what_became_of_those_counted(r: Callable[..., Reading], lang: str, text: str, words: str, unit: str) -> None:
    found = {text[one.start : one.end]: one.unit for one in r(text, lang, only=("dates", "figures")).of(Figure)}
    assert found.get(words) == unit


BOUNDS = [
    ("en", "The toll passes 200, the mayor said.", 200, "more_than", "counted"),
    ("en", "Los Angeles says the bill could top $300 million.", 300_000_000, "more_than", "estimated"),
    ("fr", "Le bilan pourrait dépasser 10 000 morts.", 10_000, "more_than", "estimated"),
    ("es", "Los heridos superan los 3.900 en la costa.", 3_900, "more_than", "counted"),
    ("de", "Die Kosten übersteigen 40 Millionen Euro.", 40_000_000, "more_than", "counted"),
    ("en", "The strike may cost 300 million euros.", 300_000_000, "exactly", "estimated"),
    ("en", "In May 300 people were killed.", 300, "exactly", "counted"),
    ("en", "A dispute over 20 islands held up the talks.", 20, "exactly", "counted"),
    ("en", "The convoy of over 20 lorries left the port.", 20, "more_than", "counted"),
    ("de", "220 würden noch vermisst.", 220, "exactly", "counted"),
]


@pytest.mark.parametrize(("lang", "text", "value", "bound", "standing"), BOUNDS)
def test_bounds_and_standings_by_the_verb(
    r: Callable[..., Reading], lang: str, text: str, value: float, bound: str, standing: str
) -> None:
    (one,) = r(text, lang, only=("dates", "figures")).of(Figure)
    assert (one.value, one.bound, one.standing) == (value, bound, standing)


CLAIMS = [
    (
        "fr",
        "Le bilan de la tempête qui a frappé vendredi la côte est monté à 644 morts, a annoncé samedi la préfecture.",
        644,
        "préfecture",
    ),
    ("en", "The Oslo Institute puts Danish aid at about $123 billion.", 123e9, "Oslo Institute"),
    ("en", "Mr Lindqvist had demanded $350 million worth of timber.", 350e6, "Lindqvist"),
    ("ru", "Юхан Линдквист оценивал ущерб в 350 млн долларов.", 350e6, "Юхан Линдквист"),
]


@pytest.mark.parametrize(("lang", "text", "value", "who"), CLAIMS)
def test_claimants_by_the_verb(r: Callable[..., Reading], lang: str, text: str, value: float, who: str) -> None:
    found = {one.value: one.claimed_by for one in r(text, lang).of(Figure)}
    assert found.get(value) == who
