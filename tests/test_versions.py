"""Two versions of one page: which is the later, what it corrected, and what its notice takes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import Dossier, build
from dragoman.records import Figure, Kin, Quote

PAGE = """<html lang="en"><head><title>Ferry row</title><link rel="canonical" href="https://echo.example/ferry">
<meta property="og:site_name" content="Amity Echo"><meta property="article:published_time" content="2024-03-05">{meta}
</head><body><article><h1>Council settles the ferry row</h1>
<p>The harbour council of Port Amity settled its row with the ferry crews on Tuesday after nine hours of talks.</p>
<p>The crews will get a rise of {rise} percent from the first of May this year.</p>
<p>“It is a fair settlement for everybody on the quay,” said harbour master Ana Ruiz after the vote.</p>
{notice}</article></body></html>"""
NOTICE = "<p><em>Correction: an earlier version of this article said the rise was 9 percent.</em></p>"


def both(folder: Path, *, notice: str = "", early: str = "", late: str = "") -> Dossier:
    """The dossier of an early version with 9 percent and a late one with 6."""
    (folder / "b.html").write_text(PAGE.format(rise=9, notice="", meta=early), encoding="utf-8")
    (folder / "a.html").write_text(PAGE.format(rise=6, notice=notice, meta=late), encoding="utf-8")
    return build([folder])


def changed(day: str) -> str:
    return f'<meta property="article:modified_time" content="{day}">'


@pytest.mark.parametrize(
    "how",
    [{"notice": NOTICE}, {"early": changed("2024-03-05"), "late": changed("2024-03-07")}],
    ids=["corrected", "changed"],
)
def test_the_corrected_version_is_the_later_and_no_contradiction(tmp_path: Path, how: dict[str, str]) -> None:
    story = both(tmp_path, **how).story
    names = {reading.article.source: reading.article.name for reading in story.readings}
    kin: list[Kin] = [one for one in story.kin if one.relation == "version"]
    assert [(names[one.earlier], names[one.later], one.directed) for one in kin] == [("b.html", "a.html", True)]
    assert len(story.origins) == 1
    found = [one for one in story.findings if "another number" in one.why]
    assert [one.kind for one in found] == ["update"]
    assert "a.html is the later version" in found[0].why


def test_without_a_sign_two_versions_contradict_each_other(tmp_path: Path) -> None:
    story = both(tmp_path).story
    assert [one.directed for one in story.kin if one.relation == "version"] == [False]
    assert [one.kind for one in story.findings if "another number" in one.why] == ["contradiction"]


def test_what_a_notice_takes_back_nobody_tells(tmp_path: Path) -> None:
    late = next(one for one in both(tmp_path, notice=NOTICE).story.readings if one.article.name == "a.html")
    notice = late.article.corrections[0]
    assert [one.value for one in late.of(Figure) if one.unit == "percent"] == [6]
    assert not [one for one in late.of(Quote) if notice.covers(one.hull)]


def test_what_a_page_tells_otherwise_stands_beside_its_article(tmp_path: Path) -> None:
    both(tmp_path, notice=NOTICE, late='<meta name="date" content="2024-03-04">').write(tmp_path / "out")
    page = (tmp_path / "out" / "dossier.html").read_text(encoding="utf-8")
    also = [part.partition("<p")[0] for part in page.split("Also told, and not followed: ")[1:]]
    assert [part.startswith("published 2024-03-04 (meta date)") for part in also] == [True]
    corrected = page.split("It says it was corrected or updated: ")[1].partition("</q>")[0]
    assert corrected == "<q>Correction: an earlier version of this article said the rise was 9 percent."
