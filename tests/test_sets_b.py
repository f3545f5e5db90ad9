"""The lineage and findings sets: gold that does not fit its texts is refused, scorers count what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.records import Claim, Figure, Finding, Match, Source
from dragoman.records import Story as Story_
from dragoman.spans import Span
from quality.sets import SETS
from quality.sets.findings import pairs as findings_pairs
from quality.sets.findings import scoring as findings_scoring
from quality.sets.findings.scoring import Found, verdict_of
from quality.sets.lineage.scoring import Kinship, Predicted, numbers_of
from quality.sets.lineage.stories import BadGold, Story, load, parse

LANGUAGES = ("en", "fr", "de", "es", "ru")


@pytest.fixture(scope="module")
def stories() -> tuple[Story, ...]:
    return load()


def perfect(story: Story) -> Predicted:
    """What a product without fault would say."""
    kin = tuple(
        Kinship(earlier=t.first, later=t.second, relation=min(t.relations), directed=t.directed) for t in story.ties
    )
    return Predicted(kin=kin, origins=story.origins)


def row(**changes):
    """A story of one line a text, changed as the case wants."""
    text = [
        {"id": i, "lang": "en", "outlet": "X", "title": "T", "date": d, "body": body}
        for i, d, body in [
            ("a", "2024-01-01", "One.\nTwo."),
            ("b", "2024-01-02", "Zero.\n@1 @2"),
            ("c", "2024-01-02", "@1"),
            ("d", "2024-01-02", "@b1"),
            ("e", "2024-01-02", "Else."),
        ]
    ]
    kin = ["a > b: rewrite", "a > c: excerpt", "b ? d: excerpt", "a ~ e: shared quotations"]
    return {"name": "n", "about": "x", "kin": kin, "origins": ["a b c d", "e"], "text": text, **changes}


def test_forty_stories_of_five_texts_each_in_five_languages(stories):
    assert len(stories) == 40 and all(len(story.texts) == 5 for story in stories)
    firsts = [story.texts[0].language for story in stories]
    assert {language: firsts.count(language) for language in set(firsts)} == dict.fromkeys(LANGUAGES, 8)
    assert "lineage" in SETS


def test_what_was_taken_over_is_word_for_word():
    story = parse(row())
    assert story.texts[1].words == "T\n\nZero.\n\nOne. Two.\n"
    assert story.texts[3].lines == ("Zero.",)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"kin": ["a > b: rewrite"]}, "not held together"),
        ({"kin": ["a > b: copied"]}, "no such relation"),
        ({"kin": ["a -> b: rewrite"]}, "cannot read"),
        ({"kin": ["a ~ b: rewrite"]}, "shared quotations"),
        ({"kin": ["a > b: rewrite", "a > c: excerpt", "b > d: excerpt", "a > e: excerpt"]}, "contradicts the origins"),
        ({"kin": ["a > b: rewrite", "b > a: rewrite", "a > c: excerpt", "b ? d: excerpt"]}, "tied twice"),
        ({"kin": ["b > a: rewrite", "a > c: excerpt", "b ? d: excerpt"]}, "against their dates"),
        ({"origins": ["a b c", "e"]}, "every text once"),
        ({"text": row()["text"][:4]}, "not five"),
    ],
)
def test_gold_that_does_not_hold_together_is_refused(changes, complaint):
    with pytest.raises(BadGold, match=complaint):
        parse(row(**changes))


def test_a_line_that_was_never_written_is_refused():
    texts = row()["text"]
    texts[2]["body"] = "@3"
    with pytest.raises(BadGold, match="@3 points at no line"):
        parse(row(text=texts))


def test_a_faultless_product_gets_every_point(stories):
    found = numbers_of(stories, [perfect(story) for story in stories])
    wrong = ("false_independence", "false_dependence")
    assert found == {name: 0.0 if name in wrong else 1.0 for name in found}


def test_a_product_that_says_nothing_gets_no_point(stories):
    silent = [Predicted(kin=(), origins=tuple(frozenset((t.id,)) for t in story.texts)) for story in stories]
    found = numbers_of(stories, silent)
    assert found["false_independence"] == 1.0
    assert found["false_dependence"] == 0.0
    assert not any(
        found[name] for name in ("relation_f1", "dependent_f1", "direction", "undetermined", "origins_exact")
    )


def test_a_product_that_ties_everything_pays_for_it(stories):
    lump = [Predicted(kin=perfect(s).kin, origins=(frozenset(t.id for t in s.texts),)) for s in stories]
    found = numbers_of(stories, lump)
    assert found["false_independence"] == 0.0 and found["false_dependence"] == 1.0
    assert found["dependent_f1"] == pytest.approx(0.75)  # six of ten pairs are dependent
    assert found["origins_exact"] == 0.0


def test_one_planted_fault_moves_its_number():
    story = parse(row())
    right = perfect(story)
    turned = replace(right, kin=(replace(right.kin[0], earlier="b", later="a"), *right.kin[1:]))
    assert numbers_of([story], [turned])["direction"] == pytest.approx(0.5)
    misnamed = replace(right, kin=(replace(right.kin[0], relation="translation"), *right.kin[1:]))
    assert numbers_of([story], [misnamed])["relation_f1"] == pytest.approx(2 / 3)
    sure = replace(right, kin=tuple(replace(kin, directed=True) for kin in right.kin))
    assert numbers_of([story], [sure])["undetermined"] == 0.0
    wrong = Kinship(earlier="a", later="e", relation="rewrite", directed=True)
    assert numbers_of([story], [replace(right, kin=(*right.kin[:3], wrong))])["false_dependence"] == 0.25


# -- findings ------------------------------------------------------------------------------------------

PAIR = """= p1 contradiction: another number
en 2023-02-06 | The quake killed [[912 people]] by noon.
fr - | Le séisme a fait [[1 412 morts]] à midi.
= p2 internal inconsistency: sum
en - | [[Two men]] and [[one woman]] make [[four people]].
= p3 compatible, refining: month and day
en - | Signed [[in May]].
en - | Signed [[on 3 May]].
"""


@pytest.fixture
def three():
    return tuple(findings_pairs.parse(PAIR))


def test_three_hundred_pairs_a_third_of_them_real_a_third_across_languages():
    pairs = findings_pairs.load()
    assert len(pairs) == 300 and sum(pair.real for pair in pairs) == 100
    groups = [pair.group for pair in pairs]
    assert {*groups} == {*LANGUAGES, "cross"} and groups.count("cross") >= 100
    assert {pair.verdict for pair in pairs} == findings_pairs.VERDICTS - {"refining"}
    assert "findings" in SETS


def test_places_are_the_words_between_the_brackets(three):
    side = three[0].sides[1]
    assert side.words == "Le séisme a fait 1 412 morts à midi."
    assert [side.words[start:end] for start, end in side.places] == ["1 412 morts"]
    assert (side.language, side.date, three[0].group) == ("fr", "", "cross")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("= p contradiction: x\nen - | No place here.\nen - | A [[place]].", "0 places marked"),
        ("= p internal inconsistency: x\nen - | One [[place]] only.", "1 places marked"),
        ("= p contradiction: x\nen - | A [[place.\nen - | A [[place]].", "do not pair"),
        ("= p quarrel: x\nen - | A [[place]].\nen - | A [[place]].", "no such verdict"),
        ("= p contradiction: x", "0 texts"),
        ("en - | A [[place]].", "before the first pair"),
        ("= p contradiction\nen - | A [[place]].", "cannot read"),
        ("= p contradiction: x\nenglish | A [[place]].\nen - | A [[place]].", "cannot read"),
    ],
)
def test_pairs_that_are_not_well_formed_are_refused(text, complaint):
    with pytest.raises(findings_pairs.BadGold, match=complaint):
        tuple(findings_pairs.parse(text))


def test_a_faultless_list_of_findings_gets_every_point(three):
    found = findings_scoring.numbers_of(three, [[Found(kind=p.verdict, touches=True)] for p in three])
    assert {name: value for name, value in found.items() if value != 1.0} == {
        "false_alarms": 0.0, "cross.false_alarms": 0.0, "en.false_alarms": 0.0
    }  # fmt: skip


def test_alarms_elsewhere_and_where_nothing_is_wrong_cost_precision(three):
    elsewhere = [[Found(kind="contradiction", touches=False)], [], [Found(kind="contradiction", touches=True)]]
    found = findings_scoring.numbers_of(three, elsewhere)
    assert (found["precision"], found["recall"], found["false_alarms"]) == (0.0, 0.0, 2.0)
    both = [[Found(kind="contradiction", touches=True), Found(kind="contradiction", touches=False)], [], []]
    found = findings_scoring.numbers_of(three, both)
    assert (found["precision"], found["recall"]) == (0.5, 0.5)


def test_silence_is_right_only_where_nothing_is_to_be_told(three):
    found = findings_scoring.numbers_of(three, [[], [], []])
    assert found["verdict_right"] == pytest.approx(1 / 3)
    assert (found["precision"], found["recall"]) == (0.0, 0.0)


def test_a_truncated_quotation_may_be_told_as_such_and_is_no_alarm_elsewhere(three):
    cut = next(findings_pairs.parse('= c truncated quotation: x\nen - | "[[We go if]] "\nen - | "[[We go]]"'))
    told = [[Found(kind="truncated quotation", touches=True)]]
    assert findings_scoring.numbers_of([cut], told)["recall"] == 1.0
    assert findings_scoring.numbers_of([three[2]], told)["false_alarms"] == 0.0


def test_a_match_is_no_alarm_and_the_gravest_finding_names_the_verdict():
    assert verdict_of([Found(kind="conflicting", touches=True, judged=True)]) == "none"
    assert verdict_of([Found(kind="update", touches=True, judged=True)]) == "update"
    grave = [Found(kind=kind, touches=True) for kind in ("update", "contradiction", "differing claims")]
    assert verdict_of(grave) == "contradiction"
    assert verdict_of([Found(kind="contradiction", touches=False)]) == "none"


def test_findings_and_matches_of_a_story_are_placed_by_their_spans(three):
    pair = three[0]
    sources = [Source(raw=side.words.encode()) for side in pair.sides]
    spans = [Span(one.id, *side.places[0]) for one, side in zip(sources, pair.sides, strict=True)]
    claims = [Claim(id=name, type="figure", facts=(Figure(spans=(at,)),)) for name, at in zip("ab", spans, strict=True)]
    story = Story_(
        id="s", title="", readings=(), sources=tuple(sources), claims=tuple(claims),
        findings=(
            Finding(id="1", kind="contradiction", spans=tuple(spans), why=""),
            Finding(id="2", kind="Update over time", spans=(spans[0],), why=""),
        ),
        matches=(Match(left="a", right="b", verdict="updating", score=1.0, why=""),),
    )  # fmt: skip
    assert findings_scoring.found_in(pair, story) == (
        Found(kind="contradiction", touches=True),
        Found(kind="update", touches=False),
        Found(kind="update", touches=True, judged=True),
    )
