"""The regions of the page: findings with their working, lineage, wordings, decisions of people; in both languages."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from importlib import import_module
from importlib.resources import files

import pytest
from markupsafe import Markup
from test_page import Reader, flat, line, span, story

from dragoman.compare.corrections import target
from dragoman.errors import UnknownChoice
from dragoman.records import Act, Claim, Correction, Finding, Kin, Match, Origin, Support, Wording
from dragoman.report.labels import Labels
from dragoman.report.life import _is_somebodys_vote
from dragoman.report.line import Line
from dragoman.report.messages import LANGUAGES, messages
from dragoman.report.page import extracts, page, pages
from dragoman.report.verbs import ACTS, EVENTS
from dragoman.report.wrong import shortened
from dragoman.spans import Span

module = import_module("dragoman.report.page")


def catalogue(language: str) -> dict[str, object]:
    return tomllib.loads(files("dragoman.report").joinpath("catalogue", f"{language}.toml").read_text(encoding="utf-8"))


def whole():
    """The river treaty with a copy, findings in all forms, and what a reader decided."""
    one = story()
    en, fr, ar, ht = one.sources
    signed = span(en, "Aldia and Borduria signed the river treaty in Port Vell on 3 May 2019")
    friday = span(fr, "vendredi 4 mai 2019")
    boats = [fact for fact in one.readings[0].facts if type(fact).__name__ == "Figure"]
    findings = (
        Finding(
            id="w",
            kind="internal_inconsistency",
            rule="weekday",
            severity="warning",
            spans=(friday, signed),
            why="“vendredi 4 mai 2019”: 4 May 2019 was a Saturday.",
            settles="a calendar",
        ),
        Finding(id="s", kind="spelling_variant", spans=(signed,), why="one name in two spellings"),
        Finding(id="m", kind="missing", rule="the other side", spans=(signed,), why="nobody lets the otters speak"),
        Finding(id="g", kind="missing", spans=(signed,), why="ratification by Borduria: not in this coverage"),
        Finding(id="a", kind="attested", spans=(signed,), why="sign: told as fact in 1 article"),
    )
    claims = tuple(Claim(id=f"c{number}", type="figure", facts=(fact,)) for number, fact in enumerate(boats))
    happening = replace(one.timeline[0], support=Support(independent=2, dependent=0, undetermined=1))
    return replace(
        one,
        timeline=(happening, *one.timeline[1:]),
        findings=findings,
        claims=claims,
        matches=(Match(left="c0", right="c1", verdict="compatible", score=0.5, why="both may be meant"),),
        kin=(
            Kin(
                id="k1",
                earlier=en.id,
                later=fr.id,
                directed=True,
                relation="translation",
                evidence=((span(en, "A good day for fishermen"), span(fr, "Une belle journée pour les pêcheurs")),),
                why="the same sentences in the same order",
            ),
            Kin(id="k2", earlier=ar.id, later=ht.id, directed=False, relation="shared quotations", why="1 in common"),
        ),
        origins=(
            Origin(id="o1", articles=(en.id, fr.id), state="independent", name="Port Vell Post", why="it says so"),
            Origin(id="o2", articles=(ar.id,), state="undetermined", why="nothing shows its own reporting"),
            Origin(id="o3", articles=(ht.id,), state="undetermined", why="nothing shows its own reporting"),
        ),
        corrections=(
            Correction(
                verdict="set-aside",
                about="finding",
                targets=(target(fr, friday),),
                by="a reader",
                at="2026-11-22T10:00:00Z",
                why="the paper prints on Fridays",
            ),
        ),
    )


def shown(language: str = "en") -> str:
    one = whole()
    return page(one, Labels(one, language))


def region(text: str, name: str) -> str:
    """The words of a region."""
    start = text.index(f"<section id={name}")
    return flat(re.sub(r"<[^>]+>", " ", text[start : text.index("</section>", start)]))


def test_a_finding_shows_both_passages_the_working_and_what_would_settle_it():
    entry = line(shown(), "X1")
    assert entry.count("<blockquote") == 2
    assert "Wrong weekday" in entry and "4 May 2019 was a Saturday." in entry
    assert "To settle it:" in entry and "a calendar" in entry


def test_slips_gaps_and_pairs_left_alone_stand_below_the_findings():
    words = region(shown(), "wrong")
    assert words.index("Wrong weekday") < words.index("Spellings, names and damaged words")
    assert "What no article tells" in words and "nobody lets the otters speak" in words
    alone = words[words.index("Looked at, and left alone") :]
    assert "F1 At least 40 boats" in alone and "F2 about 25 boats" in alone and "both may be meant" in alone


def test_how_well_a_thing_is_attested_stands_with_its_line_and_in_no_list():
    made = shown()
    assert "told as fact in D0 · 2 origins shown, 1 undetermined" in made
    assert "class=corroborated>corroborated" in line(made, "T1")
    assert "sign: told as fact in 1 article" not in made


def test_a_line_leads_to_the_finding_about_its_words():
    assert "<a href=#X1>X1</a>" in line(shown(), "T1")


def test_who_copied_whom_is_drawn_and_told_with_its_words():
    made = shown()
    words = region(made, "origins")
    assert "L1 D0 → D1" in words and "translation" in words
    assert "A good day for fishermen" in words and "Une belle journée pour les pêcheurs" in words
    assert "Port Vell Post" in words and "One pair only shares quotations" in words
    drawing = made[made.index("<section id=origins") :].split("</svg>")[0]
    assert drawing.count('class="node unsure"') == 2
    assert 'marker-end="url(#tip)"' in drawing
    assert "1 shown" in made and "2 undetermined" in made


def test_what_people_decided_is_told_with_name_and_reason():
    words = region(shown(), "wrong")
    decided = words[words.index("What people decided") :]
    assert "set aside" in decided and "vendredi 4 mai 2019" in decided
    assert "the paper prints on Fridays" in decided and "a reader, 2026-11-22" in decided


def test_a_joined_quotation_is_drawn_to_scale():
    one = whole()
    said = one.utterances[0].wordings[0].quote
    cut = said.spans[0].start + 10
    first = Wording(quote=said, language="en", relation="part of a splice", part=replace_end(said.spans[0], cut))
    second = Wording(quote=said, language="en", relation="part of a splice", part=replace_start(said.spans[0], cut))
    pair = (replace(one.utterances[0], wordings=(first,)), replace(one.utterances[1], wordings=(second,)))
    joined = replace(one, utterances=pair)
    made = page(joined, Labels(joined))
    assert made.count("<figure class=strip>") == 1
    widths = [float(width) for width in re.findall(r'width=([\d.]+) height=26 class="?piece', made)]
    assert widths == pytest.approx([860 * 10 / 24 - 2, 860 * 14 / 24 - 2], abs=0.6)


def replace_end(one, end):
    return type(one)(one.source, one.start, end)


def replace_start(one, start):
    return type(one)(one.source, start, one.end)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_has_its_place_in_every_language(language):
    reader = Reader(shown(language))
    assert [link for link in reader.links if link[1:] not in reader.ids] == []
    assert len(reader.ids) == len(set(reader.ids))


def keys(table: dict[str, object]) -> set[str]:
    messages = {name: rows for name, rows in table.items() if name != "countries"}  # whose keys are of one language
    return {f"{name}.{key}" for name, rows in messages.items() if isinstance(rows, dict) for key in rows}


def places(message: object) -> set[str]:
    words = message if isinstance(message, str) else " ".join(map(str, message))
    return set(re.findall(r"\{(\w*)[}:]", words))


def test_every_message_stands_in_every_catalogue_with_the_same_places():
    english, french = catalogue("en"), catalogue("fr")
    assert keys(english) - keys(french) == set()
    for name, rows in english.items():
        if isinstance(rows, dict) and name != "countries":
            for key, message in rows.items():
                other = french[name][key]
                assert places(message) - {"n"} == places(other) - {"n"}, f"{name}.{key}"
                assert isinstance(message, list) <= isinstance(other, list), f"{name}.{key}"


def test_every_act_and_event_has_its_words_in_french():
    french = catalogue("fr")
    assert set(ACTS) == set(french["acts"])
    assert set(EVENTS) == set(french["events"])
    assert {len(row) for row in french["events"].values()} == {4}


def test_no_english_message_is_left_in_a_french_page():
    made = shown("fr")
    assert '<html lang="fr"' in made
    bare = re.sub(r"<(script|style)>.*?</\1>", "", made, flags=re.S)
    bare = re.sub(r"<(\w+)[^>]* lang=en[^>]*>.*?</\1>", "", bare, flags=re.S)
    words = flat(re.sub(r"<[^>]+>", " ", bare))
    english, french = catalogue("en"), catalogue("fr")
    left = [
        f"{name}.{key}"
        for name, rows in english.items()
        if isinstance(rows, dict)
        for key, message in rows.items()
        for one in ([message] if isinstance(message, str) else message)
        for part in re.split(r"\{[^}]*\}|<[^>]+>", str(one))
        if len(part.strip()) > 8 and part.strip() in words and part.strip() not in str(french[name][key])
    ]
    assert left == []
    assert "L’accord a été signé le 3 mai 2019 (un article)" in words
    assert "absente de ces articles" in words.replace("\u00a0", " ")


def test_a_gap_is_hatched_in_french_too():
    assert re.search(r'data-l="Ratifié" class=hole', shown("fr"))


def test_an_unknown_language_names_those_there_are():
    with pytest.raises(UnknownChoice, match="en, fr"):
        messages("xx")


def test_many_articles_are_pages_of_their_own_and_keep_their_anchors(monkeypatch):
    monkeypatch.setattr(module, "MANY", 2)
    one = whole()
    made = dict(pages(one, Labels(one)))
    assert list(made) == ["dossier.html", *(f"articles/D{number}.html" for number in range(4))]
    own = {name: set(Reader(text).ids) for name, text in made.items()}
    away = [link for link in Reader(made["dossier.html"]).links if not link.startswith("#")]
    assert away
    for link in away:
        name, _, anchor = link.partition("#")
        assert name in own and (not anchor or anchor in own[name]), link
    back = [link for link in Reader(made["articles/D0.html"]).links if link.startswith("../dossier.html#")]
    assert back and all(link.partition("#")[2] in own["dossier.html"] for link in back)
    assert "<script>" not in made["articles/D0.html"]


def test_extracts_of_many_articles_hold_no_long_unmarked_passage(monkeypatch):
    one = whole()
    assert "is what the leaflet said" not in extracts(one, Labels(one))
    monkeypatch.setattr(module, "MANY", 2)
    assert not [name for name, text in pages(one, Labels(one), whole=False) if "is what the leaflet said" in text]


def test_a_reason_names_a_long_passage_that_stands_beside_it_by_its_first_words():
    long = "The ferry company will begin to sail between both harbours as soon as the ice is gone"
    other = "The ferry company will begin to sell its two oldest ships, as soon as a buyer is found for them"
    told = Markup("“<q>{}</q>” says one, “<q>{}</q>” says two of “<q>June</q>”.").format(long, other)
    beside = [Markup(long), Markup(other)]
    assert shortened(told, beside) == told, "both begin alike, so that only the whole tells them apart"
    assert shortened(told, beside[:1]) == str(told).replace(long + "</q>", "The ferry company will begin to</q> …")
    assert shortened(told, []) == told


def test_a_pair_that_shares_utterances_leads_to_them_instead_of_repeating_their_words():
    one = whole()
    first, second = (wording.quote for said in one.utterances[:2] for wording in said.wordings[:1])
    joined = replace(one.utterances[0], wordings=(*one.utterances[0].wordings, *one.utterances[1].wordings))
    runs = ((first.spans[0], second.spans[0]),)
    pair = Kin(
        id="k", earlier=first.source, later=second.source, directed=False, relation="shared quotations", evidence=runs
    )
    story = replace(one, utterances=(joined,), kin=(pair,))
    cell = line(page(story, Labels(story)), "L1")
    assert "<a href=#Q1>Q1</a>" in cell and "<q" not in cell


def test_a_vote_in_a_chamber_of_no_named_state_stands_in_no_partys_row() -> None:
    act = Act(spans=(Span("s", 0, 1),), by="", act="approved", party="", body="Both chambers", standing="happened")
    done, open_ = (Line(label="A1.1", region="agreement", state=state, text="") for state in ("told", "planned"))
    assert _is_somebodys_vote(act, done)
    assert not _is_somebodys_vote(act, open_)
    assert not _is_somebodys_vote(replace(act, body=""), done)
