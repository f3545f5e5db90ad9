"""The lineage and findings sets: gold that does not fit its texts is refused, scorers count what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quality.sets import SETS
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
