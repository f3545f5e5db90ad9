"""What people decided is laid over the readings, holds whatever the rules find, and is undone."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.compare import compare
from dragoman.compare.corrections import Overlay, in_force, target
from dragoman.read import read, sift
from dragoman.records import Correction, Entity, Finding, Quote, Reading, Source, Story, Target, Time
from dragoman.settings import Settings
from dragoman.spans import Span

A = Source(
    raw=b'Lula da Silva met Mark Rutte in Lisbon on Monday.\n\n"The talks went well," Rutte told reporters.',
    name="a.txt",
)
B = Source(
    raw="Le président brésilien Luiz Inácio Lula da Silva est arrivé à Lisbonne. M. Rutte l'attendait.".encode(),
    name="b.txt",
)
SOURCES = (A, B)
READINGS: list[Reading] = [read(sift(source)) for source in SOURCES]


def story(*corrections: Correction) -> Story:
    return compare(READINGS, SOURCES, corrections=corrections, settings=Settings(encoder=False))


def at(source: Source, words: str) -> Target:
    start = source.text.index(words)
    assert source.text.count(words) == 1, "a target of these tests must be a single place"
    return target(source, Span(source.id, start, start + len(words)))


def bearer(made: Story, source: Source, words: str) -> Entity:
    start = source.text.index(words)
    (found,) = [
        one for one in made.entities if any(m.source == source.id and m.start <= start < m.end for m in one.mentions)
    ]
    return found


def test_a_rejected_fact_is_left_out_and_comes_back_when_undone() -> None:
    quote = at(A, "The talks went well,")
    no = Correction(verdict="reject", about="quote", targets=(quote,), by="ana", at="2026-02-01", why="a slogan")
    assert [q for r in story().readings for q in r.of(Quote)]
    assert not [q for r in story(no).readings for q in r.of(Quote)]
    assert story(no).corrections == (no,)
    undo = Correction(verdict="undo", value=no.id, by="ana", at="2026-02-02")
    assert [q for r in story(no, undo).readings for q in r.of(Quote)]
    again = Correction(verdict="undo", value=undo.id, by="ana", at="2026-02-03")
    assert in_force([no, undo, again]) == (no,)


def test_a_rejection_holds_for_the_kind_it_names_and_for_its_words_only() -> None:
    quote = at(A, "The talks went well,")
    for other in (
        Correction(verdict="reject", about="figure", targets=(quote,)),
        Correction(verdict="reject", about="quote", targets=(Target(source=A.id, exact="The talks"),)),
        Correction(verdict="reject", about="quote", targets=(Target(source=A.id, exact=quote.exact, prefix="« "),)),
    ):
        assert [q for r in story(other).readings for q in r.of(Quote)], other
        overlay = Overlay([other], SOURCES)
        overlay.readings(READINGS)
        assert overlay.idle == (other,)


def test_a_date_set_by_a_person_is_the_articles_date_and_says_by_whom() -> None:
    day = Correction(
        verdict="date", about="article", targets=(Target(source=A.id),), value="2023-04-26", by="ana", why="print date"
    )
    overlay = Overlay([day], SOURCES)
    assert overlay.source(B) == B
    reading = read(sift(overlay.source(A)))
    when = reading.article.published
    assert when is not None and when.earliest == date(2023, 4, 26)
    assert when.basis == "set by ana: print date"
    (monday,) = [fact.value for fact in reading.of(Time) if A.slice(fact.spans[0]).endswith("Monday")]
    assert monday == "2023-04-24", "relative dates count from the date that was set"


def test_merge_split_and_rename_follow_each_other() -> None:
    lisbon, lisbonne = at(A, "Lisbon"), at(B, "Lisbonne")
    apart = Correction(verdict="split", about="entity", targets=(lisbonne,), by="ana", at="2026-02-01")
    made = story(apart)
    assert bearer(made, A, "Lisbon") != bearer(made, B, "Lisbonne")
    assert "set apart by ana on 2026-02-01" in bearer(made, B, "Lisbonne").why
    together = Correction(verdict="merge", about="entity", targets=(lisbon, lisbonne), by="bo", at="2026-02-02")
    made = story(apart, together)
    assert bearer(made, A, "Lisbon") == bearer(made, B, "Lisbonne")
    named = Correction(verdict="rename", about="entity", targets=(lisbonne,), value="Lisboa", by="bo")
    made = story(apart, together, named)
    assert bearer(made, A, "Lisbon").name == "Lisboa"
    whole = [m for one in story().entities for m in one.mentions]
    assert sorted(m.id for one in made.entities for m in one.mentions) == sorted(m.id for m in whole)


def test_a_merge_of_things_that_are_one_already_does_nothing() -> None:
    same = Correction(verdict="merge", about="entity", targets=(at(A, "Lisbon"), at(B, "Lisbonne")))
    assert bearer(story(same), A, "Lisbon") == bearer(story(), A, "Lisbon")


def test_a_finding_set_aside_stays_and_says_why() -> None:
    places = (Span(A.id, 0, 13), Span(B.id, 0, 12))
    found = Finding(id="x", kind="contradiction", spans=places, why="5 is not 6", severity="error")
    targets = tuple(target({s.id: s for s in SOURCES}[p.source], p) for p in places)
    aside = Correction(verdict="set-aside", about="finding", targets=targets, by="ana", why="two counts")
    (kept,) = Overlay([aside], SOURCES).findings([found])
    assert kept.severity == "set aside"
    assert kept.why == "5 is not 6; set aside by ana: two counts"
    other = Correction(verdict="set-aside", about="finding", targets=(Target(source=A.id, exact="Lisbon"),))
    assert Overlay([other], SOURCES).findings([found]) == (found,)


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_articles_does_not_matter(order: int) -> None:
    apart = Correction(verdict="split", about="entity", targets=(at(B, "Lisbonne"),), by="ana")
    made = compare(READINGS[::order], SOURCES, corrections=[apart], settings=Settings(encoder=False))
    assert {one.id for one in made.entities} == {one.id for one in story(apart).entities}
