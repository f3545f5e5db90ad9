"""`dragoman entities`: decisions survive building again, and are undone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman import build, verify
from dragoman.cli import app

TEXTS = {
    "a.txt": "Mario Draghi met Olaf Scholz in Brixen on 3 May 2022.\n\nDraghi said that gas was short.\n",
    "b.txt": "Mr Scholz flew home from Bressanone on 4 May 2022.\n\nMario Draghi was thanked by the chancellor.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> tuple[Path, Path]:
    """(articles, dossier)."""
    articles = tmp_path / "articles"
    articles.mkdir()
    for name, text in TEXTS.items():
        (articles / name).write_text(text, encoding="utf-8")
    build([articles], out=tmp_path / "out")
    return articles, tmp_path / "out"


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    return result.exit_code, result.output


def names(out: Path) -> list[str]:
    code, said = run("entities", "list", out, "--json")
    assert code == 0
    return [row["name"] for row in json.loads(said)["entities"]]


def test_a_merge_survives_building_again_and_is_undone(folder: tuple[Path, Path]) -> None:
    articles, out = folder
    before = names(out)
    assert "Brixen" in before and "Bressanone" in before
    code, said = run("entities", "merge", out, "Brixen", "Bressanone", "--by", "ana", "--why", "one city")
    assert code == 0
    build([articles], out=out)
    build([articles], out=out)
    after = names(out)
    assert "Brixen" in after and "Bressanone" not in after
    assert verify(out).ok
    ident = re.findall(r"undo \S+ ([0-9a-f]{16})", " ".join(said.split()))
    assert run("entities", "undo", out, ident[0])[0] == 0
    build([articles], out=out)
    assert names(out) == before


def test_split_and_rename(folder: tuple[Path, Path]) -> None:
    articles, out = folder
    count = len(names(out))
    assert run("entities", "split", out, "Mario Draghi", "--in", "D1", "--by", "ana")[0] == 0
    build([articles], out=out)
    assert len(names(out)) == count + 1
    assert run("entities", "rename", out, "Brixen", "Bressanone (Südtirol)")[0] == 0
    build([articles], out=out)
    assert "Bressanone (Südtirol)" in names(out)


@pytest.mark.parametrize(
    ("asked", "article"), [("Mario Draghi", "b.txt"), ("DRAGHI", "b"), ("ID", "B.TXT"), ("mario draghi", "D1")]
)
def test_a_thing_and_an_article_are_meant_in_many_ways(folder: tuple[Path, Path], asked: str, article: str) -> None:
    articles, out = folder
    rows = json.loads(run("entities", "list", out, "--json")[1])["entities"]
    ident = next(row["id"] for row in rows if row["name"] == "Mario Draghi")
    assert run("entities", "split", out, asked.replace("ID", ident), "--in", article)[0] == 0
    build([articles], out=out)
    assert len(names(out)) == len(rows) + 1
    listed = run("entities", "list", out, "draghi")[1]
    assert ident[:4] and listed.count("Mario Draghi  ×") == 2


def test_a_spelling_is_set_apart_wherever_it_is_written(tmp_path: Path) -> None:
    articles, out = tmp_path / "articles", tmp_path / "out"
    articles.mkdir()
    for name, form in (("a", "Dmitry Peskov"), ("b", "Dmitri Peskow"), ("c", "Dmitri Peskow")):
        (articles / f"{name}.txt").write_text(f"{form} spoke in Brixen on {ord(name) % 9} May 2022 and flew home.\n")
    build([articles], out=out)
    assert names(out).count("Dmitri Peskow") == 1 and "Dmitry Peskov" not in names(out)
    assert run("entities", "split", out, "Dmitri Peskow")[0] == 0
    build([articles], out=out)
    rows = {row["name"]: row["mentions"] for row in json.loads(run("entities", "list", out, "--json")[1])["entities"]}
    assert (rows["Dmitry Peskov"], rows["Dmitri Peskow"]) == (1, 2)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("merge", "OUT", "Brixen"), "needs two names"),
        (("merge", "OUT", "Brixen", "Atlantis"), 'nothing is called "Atlantis"'),
        (("split", "OUT", "Bressanone", "--in", "D0"), "not mentioned in D0"),
        (("split", "OUT", "Bressanone", "--in", "D0"), "It is mentioned in D1 (b.txt): Bressanone"),
        (("split", "OUT", "Bressanone", "--in", "c.txt"), "Articles: D0 (a.txt), D1 (b.txt)"),
        (("split", "OUT", "Mario Draghi"), "is what every article writes: say with --in"),
        (("split", "OUT", "Bressanona", "--in", "D0"), '"Bressanone" (ORG). Give a name, a spelling or an id.'),
        (("undo", "OUT", "0123"), "there is no decision 0123"),
        (("list", "NOWHERE"), "not found"),
    ],
)
def test_what_cannot_be_decided_is_refused(folder: tuple[Path, Path], arguments: tuple[str, ...], said: str) -> None:
    _, out = folder
    code, output = run("entities", *(one.replace("OUT", str(out)) for one in arguments))
    assert code == 2
    assert said in " ".join(output.split())
    assert not (out / "corrections.jsonl").exists()


def test_a_broken_file_of_decisions_is_named(folder: tuple[Path, Path]) -> None:
    articles, out = folder
    (out / "corrections.jsonl").write_text("{not json}\n", encoding="utf-8")
    code, output = run("build", articles, "-o", out)
    assert code == 2 and "line 1 is not a correction" in " ".join(output.split())
    assert (out / "dossier.jsonl").is_file()
