"""Sets of reports to be checked hold what their docstrings say, and what they call sound stands in their texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from types import ModuleType
from typing import NamedTuple

import pytest

from quality.sets import SETS, check2, check3, check4, check5
from quality.sets.check.gold import KINDS, written


class Held(NamedTuple):
    """What a set is said to hold: reports a language, how many are checked across languages, stories, texts."""

    languages: Mapping[str, int]
    cross: int
    stories: str
    texts: int


TOLD = {
    check2: Held({"en": 6, "fr": 2, "de": 2, "es": 1, "ru": 1}, 4, "annulled arms migrants minerals quake truce", 32),
    check3: Held({"en": 2, "fr": 3, "de": 2, "es": 2, "ru": 1}, 4, "brics cable derna gabon tempe", 15),
    check4: Held({"en": 2, "fr": 3, "de": 2, "es": 3, "ru": 2}, 5, "beirut cathedral doping fine mh17 plebiscite", 18),
    check5: Held({"en": 2, "fr": 1, "de": 1, "es": 2, "ru": 2}, 2, "bangkok bridge dakar suez", 14),
}
EVERY = pytest.mark.parametrize("which", TOLD, ids=lambda one: one.__name__.rpartition(".")[2])


@EVERY
def test_a_set_holds_what_is_said_of_it(which: ModuleType) -> None:
    held, reports = TOLD[which], list(written(which.HERE / "reports"))
    assert which.__name__.rpartition(".")[2] in SETS
    assert Counter(one.language for one in reports) == held.languages
    assert Counter(one.story for one in reports) == dict.fromkeys(held.stories.split(), 2)
    assert sum(one.cross for one in reports) == held.cross
    assert len([one for one in (which.HERE / "texts").rglob("*") if one.is_file()]) == held.texts
    marks = Counter(mark.sound for one in reports for mark in one.marks)
    counted = f"{marks[False]} planted faults and {marks[True]} sound statements"
    assert counted in " ".join((which.__doc__ or "").split())


@EVERY
def test_every_kind_has_sound_marks_and_faults(which: ModuleType) -> None:
    marks = Counter((mark.kind, mark.sound) for one in written(which.HERE / "reports") for mark in one.marks)
    assert set(marks) == {(kind, sound) for kind in KINDS for sound in (True, False)}
    assert min(marks.values()) >= 5


@EVERY
def test_a_quotation_called_found_stands_in_the_texts_and_an_absent_one_does_not(which: ModuleType) -> None:
    for report in written(which.HERE / "reports"):
        texts = sorted((which.HERE / "texts" / report.story).iterdir())
        known = " ".join(path.read_text(encoding="utf-8") for path in texts)
        for mark in (one for one in report.marks if one.kind == "quotation"):
            words = re.sub(r"^\W+|\W+$", "", report.text[mark.start : mark.end])
            assert (words in known) or "found" not in mark.verdicts, words
            assert (words not in known) or not mark.verdicts & {"absent", "altered", "spliced"}, words
