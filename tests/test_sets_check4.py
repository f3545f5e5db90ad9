"""The fourth set of reports to be checked is what its docstring says, and what it calls sound stands in its texts."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from quality.sets import SETS, check4
from quality.sets.check.gold import KINDS, written

REPORTS = list(written(check4.HERE / "reports"))


def texts_of(story: str) -> str:
    """All words of the texts of a story."""
    folder: Path = check4.HERE / "texts" / story
    return " ".join(path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()))


def test_the_set_holds_what_its_docstring_says():
    assert "check4" in SETS
    assert len(REPORTS) == 12
    assert Counter(one.story for one in REPORTS) == dict.fromkeys(
        ("beirut", "cathedral", "doping", "fine", "mh17", "plebiscite"), 2
    )
    assert Counter(one.language for one in REPORTS) == {"en": 2, "fr": 3, "de": 2, "es": 3, "ru": 2}
    assert sum(one.cross for one in REPORTS) == 5
    assert sum(len(list((check4.HERE / "texts" / story).iterdir())) for story in {one.story for one in REPORTS}) == 18


def test_every_kind_has_sound_marks_and_faults():
    marks = Counter((mark.kind, mark.sound) for one in REPORTS for mark in one.marks)
    assert set(marks) == {(kind, sound) for kind in KINDS for sound in (True, False)}
    assert min(marks.values()) >= 5


def test_a_quotation_called_found_stands_in_the_texts_and_an_absent_one_does_not():
    for report in REPORTS:
        known = texts_of(report.story)
        for mark in (one for one in report.marks if one.kind == "quotation"):
            words = re.sub(r"^\W+|\W+$", "", report.text[mark.start : mark.end])
            assert (words in known) or "found" not in mark.verdicts, words
            assert (words not in known) or not mark.verdicts & {"absent", "altered", "spliced"}, words


def test_as_many_faults_and_sound_statements_as_its_docstring_says():
    told = Counter(mark.sound for one in REPORTS for mark in one.marks)
    assert f"{told[False]} planted faults and {told[True]} sound statements" in (check4.__doc__ or "")
