"""Which reports become lines of the timeline, and whom a line names. Texts are ours; each case is a line of news."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import build
from dragoman.report.labels import Labels
from dragoman.report.lines import lines

CASES = [
    # an accusation names only whom it is made against, not who stands in the complaint
    ("France accused Germany on 3 May 2021 of sending shells to Egypt.", "France accuses Germany.", "Egypt"),
    # what somebody says stands under who said what
    ("Poland said on 3 May 2021 that it would wait for Germany.", "", "statement"),
    # a visit names where it leads
    ("On 3 May 2021, President Emmanuel Macron visited Warsaw.", "Emmanuel Macron visits Warsaw.", ""),
    # a chamber approves an agreement; nobody is approved "with"
    ("On 3 May 2021 the parliament of Poland approved the treaty with Germany.", "", "approves with"),
]


@pytest.mark.parametrize("text, wanted, unwanted", CASES)
def test_a_line_names_no_more_than_it_must(text: str, wanted: str, unwanted: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Capital talks go on\n\n{text}\n", encoding="utf-8")
    story = build([tmp_path / "a.txt"]).story
    made = " | ".join(line.text for line in lines(story, Labels(story)) if line.region == "timeline")
    assert wanted in made
    assert not unwanted or unwanted not in made


def test_what_is_no_line_is_still_a_record(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Talks go on\n\nThe ministry announced the talks on 3 May 2021.\n", encoding="utf-8"
    )
    story = build([tmp_path / "a.txt"]).story
    assert "announce" in {one.type for one in story.timeline}
    assert "announce" not in {one.type for one in Labels(story).timeline}
