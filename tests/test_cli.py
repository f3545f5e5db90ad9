"""Every command as a user types it; exit codes mean what the README says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman import __version__
from dragoman.cli import app

TEXT = """Ruritania and Graustark sign accord

Ruritania and Graustark signed a fishing accord in Zenda on 14 March 2024.

“We are friends”, said Rudolf Elphberg, the Ruritanian president. He counted 300 boats.
"""


def run(*words: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "empty.txt").write_text("")
    (folder / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    return folder


@pytest.fixture(scope="module")
def out(pile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("out") / "d"
    assert run("build", pile, "-o", target).exit_code == 0
    return target


def test_version() -> None:
    assert run("--version").stdout.strip() == f"dragoman {__version__}"


def test_build_says_where_the_page_is_and_what_it_left_aside(pile: Path, tmp_path: Path) -> None:
    result = run("build", pile, "-o", tmp_path / "d")
    assert result.exit_code == 0
    assert "dossier.html" in result.stdout
    assert result.stderr.count("empty.txt") == 1
    assert result.stderr.count("photo.txt") == 1


def test_build_as_json(pile: Path, tmp_path: Path) -> None:
    row = json.loads(run("build", pile, "-o", tmp_path / "d", "--json").stdout)
    assert row["articles"] == 1
    assert row["quotations"] >= 1
    assert len(row["troubles"]) == 2


def test_build_reads_standard_input(tmp_path: Path) -> None:
    result = run("build", "-", "-o", tmp_path / "d", "--title", "From a pipe", stdin=TEXT)
    assert result.exit_code == 0
    assert "From a pipe" in result.stdout


def test_verify_counts_and_fails_with_one(out: Path, tmp_path: Path) -> None:
    result = run("verify", out)
    assert result.exit_code == 0
    assert "Everything holds." in result.stdout
    source = next((out / "sources").iterdir())
    before = source.read_bytes()
    source.write_bytes(before.replace(b"300", b"900"))
    try:
        result = run("verify", out, "--json")
        assert result.exit_code == 1
        row = json.loads(result.stdout)
        assert not row["ok"]
        assert row["failures"]
    finally:
        source.write_bytes(before)


@pytest.mark.parametrize(
    "option, words", [("--agreement", "accord"), ("--timeline", "14 Mar 2024"), ("--quotes", "We are friends")]
)
def test_show_parts(out: Path, option: str, words: str) -> None:
    result = run("show", out, option)
    assert result.exit_code == 0
    assert words in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_show_one_article_by_label_name_or_hash(out: Path) -> None:
    sha = next((out / "sources").iterdir()).name
    for wanted in ("D0", "a.txt", sha[:10]):
        result = run("show", out, "--source", wanted)
        assert result.exit_code == 0
        assert sha in result.stdout
    assert run("show", out, "--source", "D9").exit_code == 2


def test_show_as_json(out: Path) -> None:
    row = json.loads(run("show", out, "--json").stdout)
    assert {"agreements", "timeline", "quotes", "findings"} == set(row)


BAD = [
    (["build", "no-such-folder"], "no-such-folder"),
    (["verify", "no-such-folder"], "not found"),
    (["show", "no-such-folder"], "not found"),
    (["build", ".", "--as-of", "yesterday"], "YYYY-MM-DD"),
    (["build", ".", "--jobs", "0"], "--jobs"),
    (["build", ".", "--library", "a.db", "-o", "out"], "--out beside --library"),
    (["build", ".", "--library", "a.db", "--title", "Pipeline", "--one-story"], "--title and --one-story beside"),
]


@pytest.mark.parametrize("words, said", BAD)
def test_what_cannot_run_says_why_and_exits_with_two(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_is_not_there_is_not_sound_and_is_not_made(tmp_path: Path) -> None:
    for name in (str(tmp_path / "none.db"), f"sqlite:///{tmp_path / 'none.db'}"):
        result = run("library", "check", name)
        assert result.exit_code == 2 and "no library here" in result.output
        checked = run("check", "-", "--library", name, stdin="A report.\n")
        assert checked.exit_code == 2 and "no library here" in checked.output
    assert not list(tmp_path.iterdir())
