"""Who took from whom: relations, direction, origins and the chain of a fact. Each case is coverage we wrote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.compare.entities import entities
from dragoman.compare.lineage import kinship
from dragoman.compare.originals import originals
from dragoman.compare.origins import origins, support
from dragoman.compare.utterances import utterances
from dragoman.models import encoder
from dragoman.read import read
from dragoman.records import Kin, Quote, Reading
from dragoman.report.chains import chain
from tests.conftest import make_article

WIRE = (
    "Dockers in Callao walk out\n\n"
    "Dockers at the Peruvian port of Callao walked out on Tuesday after talks on shift pay broke down.\n\n"
    "About 1,200 workers stayed away and eleven ships waited outside the harbour, the port authority said.\n\n"
    "Exporters fear that a long strike would spoil grapes and asparagus bound for Europe and Asia.\n\n"
    "The labour ministry in Lima has called both sides to a meeting at its office on Thursday morning.\n"
)
COPY = WIRE.replace("Dockers in Callao walk out", "Strike hits Peru's biggest port")
REWRITE = (
    "Grapes may rot as port strike bites\n\n"
    "Peru's fruit growers are counting the days. Exporters fear that a long strike would spoil grapes "
    "and asparagus bound "
    "for Europe and Asia.\n\n"
    "About 1,200 workers stayed away and eleven ships waited outside the harbour, the port authority "
    "said. For towns along "
    "the coast the season has barely begun, and cold stores in Ica are already full.\n\n"
    "Growers want the navy to unload what it can before the weekend, an idea that unions call a provocation.\n"
)
EXCERPT = (
    "In brief: Callao\n\n"
    "Dockers at the Peruvian port of Callao walked out on Tuesday after talks on shift pay broke down. "
    "About 1,200 workers "
    "stayed away and eleven ships waited outside the harbour, the port authority said.\n"
)
SPANISH = (
    "Los estibadores del Callao paran\n\n"
    "Los estibadores del puerto peruano del Callao iniciaron una huelga el martes tras fracasar las "
    "negociaciones sobre el "
    "pago de los turnos.\n\n"
    "Unos 1.200 trabajadores no acudieron y once barcos esperaban fuera del puerto, dijo la autoridad portuaria.\n\n"
    "Los exportadores temen que una huelga larga eche a perder uvas y espárragos destinados a Europa y Asia.\n\n"
    "El ministerio de Trabajo en Lima ha convocado a ambas partes a una reunión en su sede el jueves por la mañana.\n"
)
OWN = (
    "At the gates of Callao\n\n"
    "Rosa Quispe has not slept. Since dawn she has stood at gate four with a kettle and a flag of her union.\n\n"
    "“They pay us for eight hours and keep us for eleven,” she told this newspaper, warming her hands.\n\n"
    "Behind her the cranes are still, and lorries queue as far as the airport road.\n"
)
ELSEWHERE = (
    "Un port à l'arrêt\n\n"
    "Au Callao, les grues ne bougent plus depuis mardi. Le conflit porte sur les heures supplémentaires des équipes de "
    "nuit, que la société concessionnaire refuse de payer.\n\n"
    "Le gouvernement péruvien redoute la colère des producteurs d'Ica.\n"
)


def reading(text: str, lang: str = "en", **known: object) -> Reading:
    on = known.pop("on", None)
    return read(replace(make_article(text, lang, str(on) if on else None), **known))  # type: ignore[arg-type]


def only(*readings: Reading) -> Kin:
    found = kinship(readings, encoder=encoder())
    assert len(found) == 1
    return found[0]


CASES = [
    # later text, language, relation
    (COPY, "en", "near-copy"),
    (REWRITE, "en", "rewrite"),
    (EXCERPT, "en", "excerpt"),
    (SPANISH, "es", "translation"),
    (WIRE + "\n\n", "en", "identical"),
]


@pytest.mark.parametrize(("text", "lang", "relation"), CASES)
def test_relation_and_direction_by_date(text: str, lang: str, relation: str) -> None:
    first, then = reading(WIRE, on="2024-05-07"), reading(text, lang, on="2024-05-08")
    kin = only(then, first)
    assert (kin.relation, kin.directed) == (relation, True)
    assert (kin.earlier, kin.later) == (first.article.source, then.article.source)
    assert kin.evidence and all(a.source == kin.earlier and b.source == kin.later for a, b in kin.evidence)
    assert kin == only(first, then)


@pytest.mark.parametrize(("text", "lang"), [(OWN, "en"), (ELSEWHERE, "fr")])
def test_reports_of_one_event_are_no_kin(text: str, lang: str) -> None:
    assert kinship([reading(WIRE), reading(text, lang)], encoder=encoder()) == ()


def test_nothing_tells_the_direction() -> None:
    assert not only(reading(WIRE), reading(REWRITE)).directed


def test_the_house_that_is_named_came_first() -> None:
    wire = reading(WIRE, outlet="Pacific Dispatch")
    kin = only(wire, reading(REWRITE.rstrip() + " The figures were first given by Pacific Dispatch.\n"))
    assert kin.directed and kin.earlier == wire.article.source


def test_signs_that_disagree_direct_nothing() -> None:
    wire = reading(WIRE, outlet="Pacific Dispatch", on="2024-05-09")
    text = REWRITE.rstrip() + " The figures were first given by Pacific Dispatch.\n"
    kin = only(wire, reading(text, on="2024-05-07"))
    assert not kin.directed and "disagree" in kin.why


def test_one_outlet_prints_a_new_version() -> None:
    one = reading(WIRE, outlet="Coast Herald", on="2024-05-07")
    two = reading(COPY + "\nThe meeting was later put off to Friday.\n", outlet="Coast Herald", on="2024-05-08")
    assert only(one, two).relation == "version"


def test_a_shared_wire_by_credit() -> None:
    one, two = reading(WIRE, credits=("AFP",), on="2024-05-07"), reading(REWRITE, credits=("AFP",), on="2024-05-08")
    assert only(one, two).relation == "shared wire"
    three = reading(ELSEWHERE, "fr", credits=("AFP",), on="2024-05-07")
    assert "both credit AFP" in only(one, three).why
    assert kinship([one, replace(three, article=replace(three.article, published=None))]) == ()


SPEECH = "“We will not unload a single crate until the night shift is paid like the day shift,” said Rosa Quispe"


def test_shared_quotations_are_no_copying() -> None:
    one = reading(f"Port strike\n\nThe port is shut. {SPEECH} on Tuesday.\n")
    two = reading(f"Union defiant\n\nA rally filled the square in Callao at noon. {SPEECH} to cheers.\n")
    kin = only(one, two)
    assert (kin.relation, kin.dependent) == ("shared quotations", False)
    assert len(origins([one, two], [kin])) == 2


def test_origins_in_their_states() -> None:
    pile = [reading(WIRE, on="2024-05-07"), reading(REWRITE, on="2024-05-08"), reading(SPANISH, "es"), reading(OWN)]
    pile.append(reading(ELSEWHERE, "fr"))
    kin = kinship(pile, encoder=encoder())
    found = origins(pile, kin)
    assert [(one.state, len(one.articles)) for one in found] == [
        ("independent", 1),
        ("undetermined", 3),
        ("undetermined", 1),
    ]
    assert "told this newspaper" in found[0].why
    told = support([one.article.source for one in pile], found, kin)
    assert (told.independent, told.dependent, told.undetermined) == (1, 2, 2)
    assert found == origins(pile[::-1], kin[::-1])


def test_nothing_is_independent_because_no_copy_was_found() -> None:
    pile = [reading(WIRE), reading(ELSEWHERE, "fr")]
    assert {one.state for one in origins(pile, kinship(pile, encoder=encoder()))} == {"undetermined"}


def test_own_dateline_needs_a_name_and_quotations_of_its_own() -> None:
    text = "Strike goes on\n\nCALLAO — The port stayed shut on Tuesday and nobody would say for how long.\n"
    assert origins([reading(text, byline="Ana Soto")], ())[0].state == "undetermined"


def test_owners_make_one_origin() -> None:
    pile = [reading(WIRE, outlet="Coast Herald"), reading(ELSEWHERE, "fr", outlet="Le Phare")]
    assert len(origins(pile, (), [("Coast Herald", "Meridian Group"), ("Le Phare", "Meridian Group")])) == 1
    assert len(origins(pile, (), [("Coast Herald", "Meridian Group")])) == 2


def test_an_article_with_two_agencies_makes_them_no_single_origin() -> None:
    both = [
        reading(WIRE, credits=("AFP",)),
        reading(ELSEWHERE, "fr", credits=("EFE",)),
        reading(OWN, credits=("AFP", "EFE")),
    ]
    assert len(origins(both, ())) == 2


def test_the_chain_of_a_quotation() -> None:
    wire = reading(WIRE + f"\n{SPEECH} on state radio.\n", outlet="Pacific Dispatch", on="2024-05-07")
    copy = reading(COPY + f"\n{SPEECH} on state radio.\n", outlet="Coast Herald", credits=("AFP",), on="2024-05-08")
    kin, quote = kinship([wire, copy]), next(one for one in copy.of(Quote) if one.kind == "direct")
    articles = {one.article.source: one.article for one in (wire, copy)}
    steps = [(step.kind, step.name) for step in chain(quote, copy, kin, articles)]
    assert steps[0] == ("claimant", "Rosa Quispe")
    assert steps[-3:] == [("agency", "AFP"), ("original", "Pacific Dispatch"), ("outlet", "Coast Herald")]
    one_house = {source: replace(article, outlet="Coast Herald") for source, article in articles.items()}
    house = [step.name for step in chain(quote, copy, kin, one_house)]
    assert house[-2:] == [wire.article.name, "Coast Herald"] and house.count("Coast Herald") == 1
    itself = chain(replace(quote, medium="Quispe"), copy, kin, articles)
    assert "medium" not in [step.kind for step in itself]


#: Two agencies on one strike: the lead and the numbers come first in both, the rest is each one's own.
DISPATCH = (
    "Streik im Hafen von Callao\n\n"
    "Im peruanischen Hafen Callao haben die Hafenarbeiter am Dienstag nach dem Scheitern von Gesprächen über den Lohn "
    "gestreikt.\n\n"
    "Etwa 1.200 Arbeiter blieben fern und elf Schiffe warteten außerhalb des Hafens, sagte die Hafenbehörde.\n\n"
    "Der Präsident der Gewerkschaft schloss Gespräche vor dem Wochenende aus.\n\n"
    "Im vergangenen Jahr war in dem Hafen neun Tage lang gestreikt worden.\n"
)


@pytest.mark.parametrize(
    ("credits", "text", "count"),
    [
        (("Reuters", "dpa"), DISPATCH, 2),
        (("Reuters", ""), DISPATCH, 1),
        (("", "dpa"), DISPATCH, 1),
        (("", ""), DISPATCH.replace("schloss Gespräche", "schloss im Gespräch mit dieser Zeitung Gespräche"), 2),
        (("Reuters", "EFE"), SPANISH, 1),
    ],
    ids=["two agencies", "one credit", "the other credit", "own reporters", "a whole translation"],
)
def test_two_sentences_in_one_order_make_no_translation_of_another_house(
    credits: tuple[str, str], text: str, count: int
) -> None:
    code = "es" if text == SPANISH else "de"
    both = [
        reading(WIRE, credits=tuple(filter(None, credits[:1])), on="2024-05-07"),
        reading(text, code, credits=tuple(filter(None, credits[1:])), on="2024-05-07"),
    ]
    assert len(origins(both, kinship(both, encoder=encoder()))) == count


DISPATCH = WIRE.replace("Dockers at the", "LIMA, March 4 (Reuters) - Dockers at the", 1).replace(
    "Exporters fear", "“We will not move a single crate,” Rosa Quispe told reporters. Exporters fear"
)
AFTER_IT = SPANISH.replace(
    "Los exportadores",
    "«No moveremos ni una sola caja en todo el puerto», dijo Rosa Quispe a los periodistas. Los exportadores",
)


def test_the_dispatch_of_an_agency_comes_before_what_is_made_of_it() -> None:
    """Without any day a text under the agency's own dateline is no translation of one that has none."""
    kin = only(
        reading(DISPATCH, outlet=None, credits=("Reuters",)), reading(AFTER_IT, "es", outlet=None, credits=("Reuters",))
    )
    assert (kin.relation, kin.directed) == ("translation", True)
    assert "dateline of its agency" in kin.why
    other = only(
        reading(DISPATCH, outlet=None, credits=("Reuters",)), reading(AFTER_IT, "es", outlet=None, credits=("EFE",))
    )
    assert not other.directed  # the report of another agency goes back to nobody by that


def test_a_longer_translation_is_described_by_its_original() -> None:
    """The wording of the dispatch is what the others are described by, though the translation has more words."""
    credit = ("Reuters",)
    both = [reading(DISPATCH, outlet=None, credits=credit), reading(AFTER_IT, "es", outlet=None, credits=credit)]
    who = entities(both)
    said = utterances(both, who, encoder())
    kin = kinship(both, entities=who, utterances=said, encoder=encoder())
    (spoken,) = [one for one in originals(said, kin, both) if any(w.quote.kind == "direct" for w in one.wordings)]
    assert {one.language: one.relation for one in spoken.wordings} == {"en": "verbatim", "es": "translation"}
    (before,) = [one for one in said if any(w.quote.kind == "direct" for w in one.wordings)]
    assert {one.language: one.relation for one in before.wordings} == {"en": "translation", "es": "fullest"}


def test_two_texts_that_go_back_to_a_third_are_no_translation_of_each_other() -> None:
    """A copy and a translation of one dispatch share that dispatch."""
    three = [
        reading(DISPATCH, outlet=None, credits=("Reuters",)),
        reading(AFTER_IT, "es", outlet=None, credits=("Reuters",)),
        reading(
            DISPATCH.replace("LIMA, March 4 (Reuters) - ", "").replace("walk out", "strike"),
            outlet=None,
            credits=("Reuters",),
        ),
    ]
    ways = {(one.relation, one.directed) for one in kinship(three, encoder=encoder())}
    assert ways == {("translation", True), ("near-copy", True), ("shared wire", False)}
