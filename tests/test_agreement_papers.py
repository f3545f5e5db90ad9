"""Which papers of several articles are one: the sides, the noun and shared words decide, never the countries alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare.agreements import agreements
from dragoman.compare.entities import entities
from dragoman.compare.lineage import kinship
from dragoman.records import Agreement, Reading, Treaty
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


# (language, article, names of each of its papers): what is agreed on is one, a city's older agreement is another
ROSTERS = [
    (
        "en",
        "Chad and Mali agreed on Monday on an annex about the border. Mali refused to sign the document. The Lima "
        "agreement, which both initialled in April 2013, says nothing of it.",
        [{"an annex", "the document"}, {"The Lima agreement"}],
    ),
    (
        "es",
        "Chad y Malí acordaron el lunes el anexo sobre la frontera. Malí se negó a firmar el documento. El acuerdo de "
        "Bruselas, rubricado en abril de 2013, no lo menciona.",
        [{"el anexo sobre la frontera", "el documento"}, {"El acuerdo de Bruselas"}],
    ),
    (
        "de",
        "Serbien kündigte am Montag das Brüsseler Abkommen. Die Türkei trat am Dienstag dem Pariser Abkommen bei.",
        [{"das Brüsseler Abkommen"}, {"dem Pariser Abkommen"}],
    ),
    (
        "fr",
        "La Serbie a dénoncé lundi l'accord de Bruxelles. Le Tchad a ratifié mardi l'accord de Paris.",
        [{"l'accord de Bruxelles"}, {"l'accord de Paris"}],
    ),
    (
        "de",
        "Kenia hat im August mit Ghana ein Militärabkommen geschlossen. Togo verlangt, dass Ghana die "
        "Absichtserklärung vom 1. Januar widerruft.",
        [{"ein Militärabkommen"}],
    ),
    (
        "fr",
        "Les neuf ont signé vendredi à Lima la convention. La convention de Quito, signée en 1969, était arrivée à "
        "échéance le 31 janvier. La nouvelle convention n'entrera en vigueur qu'en mai.",
        [{"la convention", "La nouvelle convention"}, {"La convention de Quito"}],
    ),
    (  # a truce is no paper, and "their names" owns nothing
        "en",
        "Commanders of Chad and Mali signed a declaration on Monday on how to carry out the truce that was concluded "
        "in May. Two generals put their names to the document.",
        [{"a declaration", "the document"}, {"the truce"}],
    ),
]


@pytest.mark.parametrize(("lang", "text", "names"), ROSTERS)
def test_a_name_means_the_paper_it_fits(r: Make, lang: str, text: str, names: list[set[str]]) -> None:
    found = [set(treaty.names) for treaty in r(text, lang=lang, on="2023-03-21").of(Treaty)]
    assert sorted(map(sorted, found)) == sorted(map(sorted, names))


# (language, article): two papers side by side are two, both by the same sides; who signed neither has not signed
BESIDE = [
    (
        "en",
        "Chile and Norway signed a fisheries agreement and a joint declaration on Monday. Sweden signed neither the "
        "agreement nor the declaration.",
    ),
    (
        "fr",
        "Le Chili et la Norvège ont signé lundi un accord de pêche et une déclaration commune. La Suède n'a signé ni "
        "l'accord ni la déclaration.",
    ),
    (
        "de",
        "Chile und Norwegen haben am Montag ein Fischereiabkommen und eine gemeinsame Erklärung unterzeichnet. "
        "Schweden hat weder das Abkommen noch die Erklärung unterzeichnet.",
    ),
    (
        "es",
        "Chile y Noruega firmaron el lunes un acuerdo de pesca y una declaración conjunta. Suecia no firmó ni el "
        "acuerdo ni la declaración.",
    ),
    (
        "ru",
        "Чили и Норвегия в понедельник подписали соглашение о рыболовстве и совместную декларацию. Швеция не подписала "
        "ни соглашение, ни декларацию.",
    ),
]


@pytest.mark.parametrize(("lang", "text"), BESIDE)
def test_two_papers_side_by_side(r: Make, lang: str, text: str) -> None:
    found = r(text, lang=lang, on="2023-03-21").of(Treaty)
    assert len(found) == len({frozenset(one.names) for one in found}) == len("AB")
    for one in found:
        assert len(one.parties) == len("AB"), one.names
        assert ("signed", "", "happened") in {(act.act, act.party, act.standing) for act in one.acts}
    assert {act.standing for one in found for act in one.acts if act.party} == {"denied"}


# (language, article, [(instrument, parties)]): who agreed, in the sentence before or in the clause, are the sides
SIDES = [
    (
        "fr",
        "Les dirigeants du Tchad et du Niger sont convenus lundi de partager le lac.\n\n« Cet accord historique ouvre "
        "une porte », a dit l'émir. La déclaration ne mentionne pas le mémorandum passé avec le Mali.",
        [("accord", {"Tchad", "Niger"})],
    ),
    (
        "de",
        "Die Führer des Tschad und des Niger einigten sich am Montag, den See zu teilen.\n\n„Dieses historische "
        "Abkommen öffnet eine Tür“, sagte der Emir.",
        [("agreement", {"Tschad", "Niger"})],
    ),
    (
        "ru",
        "Лидеры Чада и Нигера договорились в понедельник о разделе озера.\n\n«Это историческое соглашение откроет "
        "дверь», — сказал эмир.",
        [("agreement", {"Чад", "Нигер"})],
    ),
    (
        "es",
        "Kenia evitó pronunciarse sobre la declaración que Chad y Níger acordaron esta semana en Doha.",
        [("declaration", {"Chad", "Níger"})],
    ),
    ("en", "Chad ratified the memorandum signed with Mali.", [("memorandum", {"Chad", "Mali"})]),
    ("fr", "Le Tchad a ratifié le mémorandum signé avec le Mali.", [("memorandum", {"Tchad", "Mali"})]),
    ("es", "Chad ratificó el memorando firmado con Malí.", [("memorandum", {"Chad", "Mali"})]),
    ("ru", "Чад ратифицировал меморандум, подписанный с Мали.", [("memorandum", {"Чад", "Мали"})]),
]


@pytest.mark.parametrize(("lang", "text", "sides"), SIDES)
def test_the_sides_are_those_who_agreed(r: Make, lang: str, text: str, sides: list[tuple[str, set[str]]]) -> None:
    found = r(text, lang=lang, on="2023-03-21").of(Treaty)
    assert [(one.instrument, set(one.parties)) for one in found] == sides


def test_deputies_are_those_of_the_parliament_told_before(r: Make) -> None:
    text = (
        "Das malische Parlament hat den Zollvertrag gebilligt. Über das Abkommen zu Gold stimmen die Abgeordneten ab."
    )
    told = article(r, "de", f"NIAMEY dpa | Niger protestiert. {text}")
    assert {act.party for one in told.of(Treaty) for act in one.acts if act.act == "approved"} == {"Mali"}


def test_who_approved_a_paper_keeps_it_from_that_of_two_others(r: Make) -> None:
    two = ("ru", "Главы МИД Египта и Греции подписали соглашение о границе. Это соглашение уже в силе.")
    third = (
        "de",
        "Das türkische Parlament hat die Vereinbarung über Hilfe gebilligt. Die Vereinbarung ist kurz.",
    )
    assert len(papers(r, two, third)) == 2


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Меморандуму Турции и Ливии место в архиве. Соглашение Египта и Греции подписано в Каире."),
        ("de", "Das Abkommen der Türkei und Libyens gilt. Ein Vertrag Ägyptens und Griechenlands wurde unterzeichnet."),
    ],
)
def test_genitives_behind_a_name_are_its_sides(r: Make, lang: str, text: str) -> None:
    found = sorted(len(one.parties) for one in article(r, lang, text).of(Treaty))
    assert found == [2, 2]


def test_a_bare_memorandum_joins_no_other(r: Make) -> None:
    one = ("en", "Chad signed a memorandum with Mali on gold on Monday. The memorandum runs for ten years.")
    bare = ("de", "Das Memorandum ist nichtig, sagte ein Richter. Das Memorandum wurde am 3. Mai unterzeichnet.")
    assert sides(papers(r, one, bare)) == [("memorandum", 0, 1), ("memorandum", 2, 1)]
