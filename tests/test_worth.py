"""Which reports become lines of the timeline, and whom a line names. Texts are ours; each case is a line of news."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import build
from dragoman.report.labels import Labels
from dragoman.report.lines import lines

CASES = [
    # an accusation names only whom it is made against, and quotes the complaint
    (
        "France accused Germany on 3 May 2021 of sending shells to Egypt.",
        "France accuses Germany “… of sending shells to Egypt”.",
        "accuses Germany and Egypt",
    ),
    # what somebody says stands under who said what
    ("Poland said on 3 May 2021 that it would wait for Germany.", "", "statement"),
    # a visit names where it leads
    ("On 3 May 2021, President Emmanuel Macron visited Warsaw.", "Emmanuel Macron visits Warsaw.", ""),
    # a chamber approves an agreement; nobody is approved "with"
    ("On 3 May 2021 the parliament of Poland approved the treaty with Germany.", "approves “", "approves with"),
    # a signing says what is signed
    ("On 3 May 2021 Poland and Latvia signed a fisheries treaty.", "sign “fisheries treaty”.", ""),
    # ... in the article's words where no agreement is known
    ("The parliament of Poland approved the budget on 3 May 2021.", "approves “… the budget”.", ""),
    # ... never the names of those who act once more: such a line would not say what
    ("Talks go on before ratification by the parliament of Poland.", "", "atif"),
    # a claim of two is nobody's alone
    (
        "On 3 May 2021 Washington and Seoul accused Pyongyang of having sent shells to Moscow.",
        "According to Seoul and Washington: Pyongyang transfers arms",
        "",
    ),
    # a complaint about somebody is not made against him
    ("France accused the opposition leaders of plotting with Germany on 3 May 2021.", "", "accuses Germany"),
    # a group that goes by no name stands in the article's words
    ("About 33,000 workers walked out on 13 September 2021.", "“About 33,000 workers” go on strike.", ""),
    # ... and so does what a clause tells of a day without naming anybody
    ("Workers rejected an offer of a quarter more pay on 3 May 2021.", "“Workers rejected an offer", "Rejection"),
    # a region does not flee; its people do
    ("Thousands fled Nagorno-Karabakh in September 2023.", "", "Karabakh flees"),
    # a crowd outside a house is not against it
    ("About 200,000 people rallied outside the National Assembly on 3 May 2021.", "people rallied outside", "against"),
    # where a visit leads may have no name
    (
        "President Emmanuel Macron visited the flooded villages on 3 May 2021.",
        "Emmanuel Macron visits “… the flooded villages”.",
        "",
    ),
    # a toll is claimed; the flood it counts is not
    (
        "According to the latest toll, the floods that hit Poland on 3 May 2021 killed 158 people.",
        "Disaster: “floods” – Poland.",
        "According to “the latest toll”: Disaster",
    ),
    # who acts goes by no name: the article's words tell it, not "Attack: Peru"
    (
        "Police opened fire on crowds outside Peru's parliament on 3 May 2021.",
        "“Police opened fire on crowds",
        "Attack",
    ),
    # shipments in general are no event
    ("Talks follow arms shipments from Serbia to Armenia.", "", "transfers arms"),
    # a guest is asked to come to a place; the place is not asked
    ("Emmanuel Macron invited Joe Biden to Paris on 3 May 2021.", "", "and Paris"),
    # a war told in passing is no event: nobody acts, no day is told
    ("Talks follow the invasion of Georgia.", "", "Attack"),
    # a town stands for its country when both are told
    ("President Emmanuel Macron visited Warsaw, Poland, on 3 May 2021.", "visits Warsaw.", "Poland"),
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


def test_the_day_of_a_plan_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "articles.toml").write_text('["a.txt"]\ndate = "2021-05-03"\n["b.txt"]\ndate = "2021-05-06"\n')
    (tmp_path / "a.txt").write_text("Soon\n\nEmmanuel Macron will visit Warsaw on 5 May 2021.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Done\n\nEmmanuel Macron has visited Warsaw, cheered by all.\n", encoding="utf-8")
    story = build([tmp_path]).story
    (line,) = [one for one in lines(story, Labels(story)) if one.region == "timeline" and "visit" in one.text]
    assert (line.state, line.when) == ("told", "planned for 5 May 2021")
    assert "planned in D0 for 5 May 2021" in line.support
