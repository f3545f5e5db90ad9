"""Building again into the same folder says what is new. The articles are ours."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.cli_rebuilt import CHANGES

FIRST = "Aldia and Borduria signed the river treaty in Port Vell on 3 May 2019, the harbour office said.\n"
LATER = "Port Vell, 9 June 2019\n\nThe parliament of Aldia ratified the river treaty with Borduria on 8 June 2019.\n"


def built(folder, *more: str):
    answer = CliRunner().invoke(app, ["build", str(folder / "in"), "--one-story", "-o", str(folder / "out"), *more])
    assert answer.exit_code == 0, answer.output
    return answer.stdout


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.txt").write_text(FIRST, encoding="utf-8")
    return tmp_path


def test_the_first_dossier_says_nothing_of_an_earlier_one(folder):
    assert "Since the dossier" not in built(folder)
    assert not (folder / "out" / CHANGES).exists()


def test_an_article_more_is_told_with_what_it_changed(folder):
    built(folder)
    (folder / "in" / "2.txt").write_text(LATER, encoding="utf-8")
    told = built(folder)
    news = told[told.index("Since the dossier that stood here:") :]
    assert "1 article unchanged, 1 new (2.txt)" in news and "by 2.txt" in news
    assert "1 new (2.txt)" in (folder / "out" / CHANGES).read_text(encoding="utf-8")


def test_the_same_articles_change_nothing(folder):
    built(folder)
    assert "Since the dossier that stood here: nothing changed." in built(folder)
    assert json.loads(built(folder, "--json"))["since"]["changes"] == []


def test_what_is_cut_is_not_called_nothing(folder, monkeypatch):
    built(folder)
    (folder / "in" / "2.txt").write_text(LATER, encoding="utf-8")
    monkeypatch.setattr("dragoman.cli_rebuilt.SHOWN", 1)
    told = built(folder)
    news = told[told.index("Since the dossier that stood here:") :]
    assert "more, all of them:" in news and "nothing" not in news


def test_a_folder_that_cannot_be_read_is_built_anew_and_said_so(folder):
    built(folder)
    (folder / "out" / "dossier.jsonl").write_text("no dossier\n", encoding="utf-8")
    answer = CliRunner().invoke(app, ["build", str(folder / "in"), "--one-story", "-o", str(folder / "out")])
    assert answer.exit_code == 0 and "What is new since the dossier that stood here is not told" in answer.output
