"""The messy texts and the pairs of names are well written down, and their scorers count as they say."""

from __future__ import annotations

from collections import Counter

import pytest

from quality.sets import messy, name_pairs

LANGUAGES = {"ar", "de", "en", "es", "fr", "it", "pl", "pt", "ru", "tr"}


def test_the_messy_set_is_what_its_docstring_says():
    texts = list(messy.texts())
    assert Counter(one.lang for one in texts) == dict.fromkeys(LANGUAGES, 6)
    assert len({one.name for one in texts}) == len(texts)
    assert all(80 <= len(one.text.split()) <= 250 for one in texts)
    assert 0.35 < sum(bool(one.origin) for one in texts) / len(texts) < 0.5
    assert all(any(place.kind == "furniture" for place in one.places) for one in texts)
    assert not any(messy.MARK.search(one.text) for one in texts)


def test_marks_become_exact_words():
    text, places = messy.parse("x", "⟦Read also: X⟧\nHe s⦃ aid→aid⦄ so in a news⦃\\xad→⦄letter. ⟪A boat.⟫ ⟨By Me⟩\n")
    assert text == "Read also: X\nHe s aid so in a news\xadletter. A boat. By Me\n"
    assert [(one.kind, text[one.start : one.end], one.right) for one in places] == [
        ("furniture", "Read also: X", ""),
        ("damage", " aid", "aid"),
        ("damage", "\xad", ""),
        ("caption", "A boat.", ""),
        ("either", "By Me", ""),
    ]


@pytest.mark.parametrize("marked", ["⟦open", "shut⟧", "⟦a ⟪b⟫⟧", "⟦⟧", "⦃same→same⦄", "⦃no arrow⦄"])
def test_a_text_with_broken_marks_is_refused(marked):
    with pytest.raises(ValueError, match="x: "):
        messy.parse("x", marked)


@pytest.mark.parametrize(
    ("removed", "f1", "body_lost"),
    [("Read also", 1.0, 0), ("", 0.0, 0), ("Read also Peace", round(16 / 21, 3), 5), ("Read", round(8 / 12, 3), 0)],
)
def test_furniture_is_counted_by_characters(removed, f1, body_lost):
    text, places = messy.parse("en-0", "⟦Read also⟧ Peace ⟨By Me⟩")
    count = messy.Tally()
    messy.tally(messy.Marked("en-0", text, places), set(range(len(removed))), count)
    assert count.f1 == pytest.approx(f1)
    assert count.wrong == body_lost


def test_the_name_set_is_what_its_docstring_says():
    pairs = list(name_pairs.pairs())
    assert len(pairs) > 600
    assert {one.script for one in pairs} == {
        "arabic", "chinese", "cyrillic", "greek", "hebrew", "japanese", "korean", "latin"
    }  # fmt: skip
    assert 0.4 < sum(one.same for one in pairs) / len(pairs) < 0.6
    assert all(one.a != one.b or any(one.hints) for one in pairs)
    crossed = {(one.kinds, one.same) for one in pairs if len(set(one.kinds)) > 1}
    assert ("PER", "FAC") in {kinds for kinds, _ in crossed}
    assert not any(same for _, same in crossed)


@pytest.mark.parametrize(
    "text",
    ["Ann = Anne", "## PER en x\nAnn Anne", "## PER en x\nAnn = Anne\nAnne = Ann", "## person en x\nAnn = Anne"],
)
def test_a_line_that_is_no_pair_is_refused(text):
    with pytest.raises(ValueError, match=r"latin\.txt, line"):
        list(name_pairs.read_pairs("latin", text))


def test_the_judge_is_given_what_it_takes():
    head = "## PER/FAC ru-en x\nКиров ≠ Kirov Square | mayor | in Minsk"
    (pair,) = name_pairs.read_pairs("cyrillic", head)
    told = {}

    def judge(a, b, *, kind, other_kind, hint, languages):
        told.update(names=(a, b), kinds=(kind, other_kind), hint=hint, languages=languages)
        return 0.69, "not quite"

    assert name_pairs.same(pair, judge) is False
    assert told == {
        "names": ("Киров", "Kirov Square"),
        "kinds": ("PER", "FAC"),
        "hint": "mayor",
        "languages": ("ru", "en"),
    }
    assert name_pairs.same(pair, lambda a, b: (0.7, "just")) is True
    assert name_pairs.same(pair, lambda a, b: False) is False
