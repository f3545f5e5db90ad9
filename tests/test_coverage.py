"""Piles of several stories, chosen ones, kept readings, and what changed from one dossier to the next."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.build import build
from dragoman.cli import app
from dragoman.coverage import build_stories
from dragoman.diff import diff
from dragoman.engines import local
from dragoman.errors import UnknownChoice
from dragoman.verify import verify
from tests.test_lineage import ELSEWHERE, OWN, SPANISH, WIRE
from tests.test_stories import BUDGET, FERRY, ROUNDUP


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Two stories and a round-up of both."""
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, texts in (("ferry", FERRY), ("budget", BUDGET)):
        for code, text in texts.items():
            (folder / f"{name}-{code}.txt").write_text(text + "\n", encoding="utf-8")
    (folder / "roundup.txt").write_text(ROUNDUP, encoding="utf-8")
    return folder


def test_the_index_is_written_in_french_too(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_stories([pile], out=out, language="fr")
    page = (out / "index.html").read_text("utf-8")
    assert '<html lang="fr"' in page and "2 sujets" in page and "Origines montrées" in page
    assert " stories" not in page and "Undetermined" not in page


def test_the_index_page_is_no_list_of_names_of_a_dossier(pile: Path, tmp_path: Path) -> None:
    build_stories([pile], out=tmp_path / "out")
    style, body = (tmp_path / "out" / "index.html").read_text("utf-8").split("</style>")
    (shown,) = re.findall(r'<main class="(\w+)">', body)
    assert f"main.{shown} a[" in style and not re.search(rf"(?<!main)\.{shown}(?! |\{{max-width)", style)


def test_a_dossier_a_story_and_an_index(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    coverage = build_stories([pile], out=out)
    assert coverage.single is None and len(coverage.rows) == 2
    assert sorted(one.name for one in out.iterdir() if one.is_file()) == ["index.html", "index.jsonl", "index.md"]
    for row in coverage.rows:
        report = verify(out / row.slug)
        assert report.ok, report.failures
    rows = [json.loads(line) for line in (out / "index.jsonl").read_text("utf-8").splitlines()]
    assert [len(row["articles"]) for row in rows if row["kind"] == "story"] == [5, 3]
    assert all(why for row in rows if row["kind"] == "story" for _, _, why in row["articles"])


def test_bytes_that_no_encoding_fits_are_grouped_like_any_other(pile: Path, tmp_path: Path) -> None:
    for one in sorted(pile.glob("ferry-*")):
        words = one.read_bytes()
        one.write_bytes(
            words[:20] + b"\xd0" + words[20:] + "\n«Été à l'île, déjà reçu, là-bas, près de Noël».\n".encode()
        )
    coverage = build_stories([pile], out=tmp_path / "out")
    assert len(coverage.rows) == 2
    read = [reading.article.text.value for _, dossier in coverage.dossiers for reading in dossier.story.readings]
    assert sum("\udcd0" in text for text in read) == len(FERRY)
    assert all(verify(tmp_path / "out" / row.slug).ok for row in coverage.rows)


def test_a_story_without_a_headline_is_called_by_its_first_words(tmp_path: Path) -> None:
    for name, texts in (("ferry", FERRY), ("budget", BUDGET)):
        for code, text in texts.items():
            body = " ".join(text.split("\n")[1:]).strip()
            (tmp_path / f"{name}-{code}.txt").write_text(f"{body}\n", encoding="utf-8")
    titles = [row.title for row in build_stories([tmp_path]).rows]
    assert len(titles) > 1 and not [one for one in titles if one.endswith(" articles") or len(one) > 100], titles


def test_of_a_round_up_only_the_passage_is_read(pile: Path) -> None:
    coverage = build_stories([pile])
    words = [source.text for _, one in coverage.dossiers for source in one.sources if source.name.startswith("roundup")]
    assert sorted(text.split("\n")[0] for text in words) == ["Budget in Lisbon", "Ferry disaster"]
    assert all(text in ROUNDUP for text in words)


def test_the_pile_is_the_same_in_any_order(pile: Path) -> None:
    files = sorted(pile.iterdir())
    one, other = build_stories(files), build_stories(files[::-1])
    assert one.rows == other.rows
    assert [story.story for _, story in one.dossiers] == [story.story for _, story in other.dossiers]


@pytest.mark.parametrize(("words", "articles"), [("ferry Sulawesi", 5), ("Basarnas", 5), ("Sarmento", 3)])
def test_a_story_is_chosen_by_words(pile: Path, words: str, articles: int) -> None:
    coverage = build_stories([pile], story=words)
    assert coverage.single is not None and len(coverage.single.articles) == articles
    assert len(coverage.unread) == 1


def test_no_such_story(pile: Path) -> None:
    with pytest.raises(UnknownChoice, match="Ferry sinks off Sulawesi"):
        build_stories([pile], story="moon landing")


def test_one_story_of_everything(pile: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["build", str(pile), "-o", str(tmp_path / "out"), "--one-story", "--json"])
    assert done.exit_code == 0 and json.loads(done.stdout)["articles"] == 7


def test_a_pile_of_one_story_is_its_dossier(tmp_path: Path) -> None:
    for code, text in FERRY.items():
        (tmp_path / f"{code}.txt").write_text(text + "\n", encoding="utf-8")
    (tmp_path / "stub.txt").write_text("Media playback is not supported\n", encoding="utf-8")
    coverage = build_stories([tmp_path], out=tmp_path / "out")
    assert (tmp_path / "out" / "dossier.html").is_file()
    assert coverage.single is not None and len(coverage.single.articles) == 5


def test_what_was_read_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import dragoman.line as line

    seen: list[str] = []
    real = line.read

    def counted(article, settings=None):  # type: ignore[no-untyped-def]
        seen.append(article.name)
        return real(article, settings)

    monkeypatch.setattr(line, "read", counted)
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "a.txt").write_text(WIRE, encoding="utf-8")
    (folder / "b.txt").write_text(OWN, encoding="utf-8")
    build([folder], cache=tmp_path / "cache")
    (folder / "c.txt").write_text(SPANISH, encoding="utf-8")
    kept = build([folder], cache=tmp_path / "cache")
    assert seen == ["a.txt", "b.txt", "c.txt"]
    assert kept.story == build([folder]).story


Made = Callable[..., Path]


@pytest.fixture
def dossier(tmp_path: Path) -> Made:
    """A dossier of some texts."""

    def make(name: str, **texts: str) -> Path:
        folder = tmp_path / f"{name}-texts"
        folder.mkdir()
        for file, text in texts.items():
            (folder / f"{file}.txt").write_text(text, encoding="utf-8")
        build([folder], out=tmp_path / name)
        return tmp_path / name

    return make


def test_diff_names_the_article_that_changed_it(dossier: Made) -> None:
    old, new = dossier("old", a=WIRE, c=ELSEWHERE), dossier("new", a=WIRE, b=OWN, c=ELSEWHERE)
    found = diff(old, new)
    assert (found.same, found.added, found.removed) == (2, ("b.txt",), ())
    fresh = [one for one in found.changes if one.what == "new" and one.region == "quotation"]
    assert fresh and all(one.because == ("b.txt",) for one in fresh)
    assert not [one for one in found.changes if one.what == "gone" and one.region in ("quotation", "figure")]
    back = diff(new, old)
    assert (back.added, back.removed) == ((), ("b.txt",))
    assert {one.what for one in back.changes if one.region == "quotation"} == {"gone"}


def test_what_a_rewritten_article_still_says_is_no_change(dossier: Made) -> None:
    words = "LISBON – The ferry sank on 3 May 2024, the mayor said. {} “We mourn them all,” the mayor of Lisbon said."
    old = dossier("old", a=words.format("It had 212 passengers."), c=ELSEWHERE)
    new = dossier("new", a=words.format("In all 231 passengers were aboard that night."), c=ELSEWHERE)
    found = diff(old, new)
    assert (found.same, found.added, found.removed, found.rewritten) == (1, (), (), ("a.txt",))
    told = {(one.what, one.region) for one in found.changes}
    assert told == {("new", "figure"), ("gone", "figure")}, found.changes
    assert all(one.because == ("a.txt",) for one in found.changes)
    assert not found.none


def test_a_line_that_says_the_same_of_other_words_is_no_change(dossier: Made) -> None:
    old = dossier("old", a="LISBON, 4 May 2024 – Minister Ana Rivas resigned on 3 May 2024 over the ferry.")
    new = dossier("new", b="LISBON, 5 May 2024 – After the ferry sank, Ana Rivas resigned on 3 May 2024.")
    assert not [one for one in diff(old, new).changes if one.region == "event"]
    other = dossier("other", b="LISBON, 5 May 2024 – After the ferry sank, Ana Rivas resigned on 4 May 2024.")
    assert {one.what for one in diff(old, other).changes if one.region == "event"} == {"new", "gone"}


def test_diff_on_the_command_line(dossier: Made) -> None:
    old, new = dossier("old", a=WIRE), dossier("new", a=WIRE, b=OWN)
    assert CliRunner().invoke(app, ["diff", str(old), str(old)]).exit_code == 0
    done = CliRunner().invoke(app, ["diff", str(old), str(new)])
    assert done.exit_code == 1 and "1 new (b.txt)" in done.stdout
    assert json.loads(CliRunner().invoke(app, ["diff", str(old), str(new), "--json"]).stdout)["added"] == ["b.txt"]
    assert CliRunner().invoke(app, ["diff", str(old), str(old.parent / "nowhere")]).exit_code == 2


def test_the_pool_takes_items_as_it_needs_them() -> None:
    taken: list[int] = []

    def endless():  # type: ignore[no-untyped-def]
        for number in range(10_000):
            taken.append(number)
            yield number

    results = local(abs, endless(), jobs=2)
    assert [next(results) for _ in range(5)] == [0, 1, 2, 3, 4]
    assert len(taken) < 20
    results.close()  # type: ignore[attr-defined]


def test_the_pool_keeps_the_order() -> None:
    assert list(local(abs, range(-30, 30), jobs=2)) == [abs(number) for number in range(-30, 30)]
