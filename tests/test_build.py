"""The straight line as a whole: same bytes out for same bytes in, whatever the order or number of workers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman import build
from dragoman.errors import BadInput, NothingToRead, UnknownChoice

EXAMPLES = Path(__file__).parent.parent / "examples"


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("once") / "d"
    build([EXAMPLES / "treaty-2024"], out=out)
    return out


def test_a_second_run_is_byte_identical(once: Path, tmp_path: Path) -> None:
    build([EXAMPLES / "treaty-2024"], out=tmp_path / "d")
    assert tree(tmp_path / "d") == tree(once)


def test_two_workers_give_the_same_bytes(once: Path, tmp_path: Path) -> None:
    build([EXAMPLES / "treaty-2024"], out=tmp_path / "d", jobs=2)
    assert tree(tmp_path / "d") == tree(once)


def test_another_order_of_files_gives_the_same_bytes(once: Path, tmp_path: Path) -> None:
    files = sorted(path for path in (EXAMPLES / "treaty-2024").iterdir() if path.suffix in (".txt", ".html"))
    build(list(reversed(files)), out=tmp_path / "d")
    assert tree(tmp_path / "d") == tree(once)


def test_the_folder_holds_what_the_readme_says(once: Path) -> None:
    names = set(tree(once))
    assert {"dossier.html", "dossier.md", "dossier.jsonl"} <= names
    head = json.loads((once / "dossier.jsonl").read_bytes().split(b"\n")[0])
    assert head["format"] == 1
    assert len([name for name in names if name.startswith("sources/")]) == 9


def test_no_sources_leaves_the_bytes_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ruritania signed a treaty with Graustark on 3 May 2021.", encoding="utf-8")
    build([tmp_path / "a.txt"], out=tmp_path / "d", keep_sources=False)
    assert not (tmp_path / "d" / "sources").exists()


def test_the_handle_gives_facts_and_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“We will wait”, said Rudolf Elphberg in Zenda on 3 May 2021.\n", encoding="utf-8")
    dossier = build([tmp_path])
    assert [dossier.words(quote) for quote in dossier.quotes] == ["We will wait"]
    assert dossier.quotes[0].speaker == "Rudolf Elphberg"
    assert [time.value for time in dossier.times] == ["2021-05-03"]
    assert "<tr><th>quotations</th><td>1</td></tr>" in dossier._repr_html_()


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="no readable article"):
        build([tmp_path])


def test_a_wrong_engine_lists_the_right_ones(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words enough to read here.", encoding="utf-8")
    with pytest.raises(UnknownChoice, match="Known: local"):
        build([tmp_path / "a.txt"], engine="cloud")


def test_a_folder_with_other_things_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words enough to read here.", encoding="utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.doc").write_text("precious")
    with pytest.raises(BadInput, match="other files"):
        build([tmp_path / "a.txt"], out=tmp_path / "mine")
    assert (tmp_path / "mine" / "thesis.doc").read_text() == "precious"


def test_a_failure_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Words enough to read here.", encoding="utf-8")
    import dragoman.report

    def broken(story: object, labels: object) -> str:
        raise OSError("disk full")

    monkeypatch.setitem(dragoman.report.FORMATS, "markdown", ("dossier.md", broken))
    with pytest.raises(OSError, match="disk full"):
        build([tmp_path / "a.txt"], out=tmp_path / "d")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt"]


def test_a_story_without_a_title_is_called_by_its_first_words(tmp_path: Path) -> None:
    words = "Dockers at Mombasa walked out on Tuesday over the pay of night shifts, their union said in the evening"
    (tmp_path / "pile.jsonl").write_text(json.dumps({"text": f"{words}. The port stayed shut.", "date": "2021-05-04"}))
    title = build([tmp_path / "pile.jsonl"]).story.title
    assert title.endswith(" …") and words.startswith(title.removesuffix(" …")) and len(title) > 60
    (tmp_path / "pile.jsonl").write_text(json.dumps({"text": "港口工人罢工进入第三天。", "date": "2021-05-04"}))
    assert build([tmp_path / "pile.jsonl"]).story.title == "港口工人罢工进入第三天。"
    (tmp_path / "pile.jsonl").write_text(json.dumps({"text": f"MOMBASA (APS). {words}.", "date": "2021-05-04"}))
    assert build([tmp_path / "pile.jsonl"]).story.title.startswith("Dockers at Mombasa walked out")


def test_who_signs_is_no_title(tmp_path: Path) -> None:
    text = "By Nadia Okoro\nLAGOS, March 3 - The ferry to Badagry sank on Monday, the port said.\nNobody was hurt.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert build([tmp_path]).story.title.startswith("LAGOS, March 3 - The ferry to Badagry sank")
