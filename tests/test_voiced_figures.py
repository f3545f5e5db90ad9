"""Figures inside somebody's words are shown as theirs."""

from __future__ import annotations

from pathlib import Path

from dragoman import build
from dragoman.report.labels import Labels
from dragoman.report.lines import lines_of

STORY = """Ferry sinks off Mombasa

MOMBASA, 4 May 2021 - The ferry sank on Monday with 90 people on board.

"The harbour has 14 lifeboats and none was in the water," said Amina Juma, who heads the port. Seven boats - two of
them from the navy and one from a hotel - had brought 61 passengers ashore, the coast guard said.
"""


def test_a_figure_in_somebodys_words_is_shown_as_theirs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    story = build([tmp_path / "a.txt"]).story
    shown = {}
    for line in lines_of(Labels(story)):
        if line.region == "figures":
            shown[story.words(line.evidence[0].span)] = (line.state, line.claimant)
    assert shown["90 people"] == ("told", "")
    assert shown["14 lifeboats"] == ("said", "Amina Juma")
    assert shown["61 passengers"][0] == "said" and "coast guard" in shown["61 passengers"][1]


def test_an_order_that_only_another_tells_of_is_shown_as_his_tale(tmp_path: Path) -> None:
    text = (
        'Trial opens\n\nNAIROBI, 4 May 2021 - Zuma claimed that Prado himself had ordered him to "raise the tanks".\n'
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    story = build([tmp_path / "a.txt"]).story
    told = {
        story.words(line.evidence[0].span): line.text
        for line in lines_of(Labels(story))
        if line.region == "quotes" and not line.parent
    }
    assert "Prado" in told["raise the tanks"] and "according to" in told["raise the tanks"]
    assert "Zuma" in told["raise the tanks"]
    assert not any("according to" in said for words, said in told.items() if words != "raise the tanks")
