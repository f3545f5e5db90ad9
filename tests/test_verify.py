"""A dossier that was tampered with does not verify; an untouched one does."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman import build, verify
from dragoman.errors import BrokenDossier
from dragoman.read.rederive import agrees
from dragoman.records import Figure
from dragoman.spans import Span

ENGLISH = """Ruritania and Graustark sign fishing accord

ZENDA, March 14 - Ruritania and Graustark signed a fishing accord in Zenda on Thursday 14 March 2024.

"This accord will feed 12,000 families", said Rudolf Elphberg, the Ruritanian president.

The two countries will exchange instruments of ratification next month, according to a statement.
"""
FRENCH = """La Ruritanie signe un accord de pêche

La Ruritanie et le Graustark ont signé le 14 mars 2024 à Zenda un accord de pêche.

« Cet accord nourrira 12 000 familles », a déclaré le président Rudolf Elphberg.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    (folder / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "b.txt").write_bytes(FRENCH.encode("cp1252"))
    (folder / "c.txt").write_bytes(
        b"Undecodable \xff\xfe bytes survive. \xe2\x80\x9cWe will \xff wait\xe2\x80\x9d, said Rudolf Elphberg."
    )
    out = tmp_path_factory.mktemp("out") / "dossier"
    build([folder], out=out)
    return out


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "copy"))


def change(folder: Path, edit: Callable[[list[dict[str, Any]]], None]) -> None:
    """Rewrite dossier.jsonl and give it a fresh digest, as a careful forger would."""
    path = folder / "dossier.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    edit(rows)
    body = [json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows[1:]]
    rows[0]["build"] = hashlib.sha256("\n".join(body).encode()).hexdigest()
    head = json.dumps(rows[0], ensure_ascii=False, sort_keys=True)
    path.write_text("\n".join([head, *body]) + "\n", encoding="utf-8")


def first(rows: list[dict[str, Any]], kind: str, **wanted: Any) -> dict[str, Any]:
    return next(row for row in rows if row["kind"] == kind and all(row.get(k) == v for k, v in wanted.items()))


def test_an_untouched_dossier_holds(built: Path) -> None:
    report = verify(built)
    assert report.ok, report.failures
    assert report.sources == 3
    assert report.spans > 30
    assert report.figures >= 2
    assert report.dates >= 2
    assert report.alone >= 2


def test_a_rewritten_but_unchanged_dossier_holds(copy: Path) -> None:
    change(copy, lambda rows: None)
    assert verify(copy).ok


def test_any_edit_shows_in_the_digest(copy: Path) -> None:
    path = copy / "dossier.jsonl"
    path.write_bytes(path.read_bytes().replace(b"Zenda", b"Zendo", 1))
    assert not verify(copy, reread=False).ok


def forge_words(rows: list[dict[str, Any]]) -> None:
    first(rows, "quote")["spans"][0]["exact"] = "We will never sign"


def forge_place(rows: list[dict[str, Any]]) -> None:
    span = first(rows, "quote")["spans"][0]
    span["byte_start"] += 1


def forge_context(rows: list[dict[str, Any]]) -> None:
    first(rows, "quote")["spans"][0]["prefix"] = "The minister never said: "


def forge_figure(rows: list[dict[str, Any]]) -> None:
    first(rows, "figure", value=12000.0)["value"] = 21000.0


def forge_date(rows: list[dict[str, Any]]) -> None:
    row = first(rows, "time", value="2024-03-14")
    row["value"] = "2024-03-15"


def forge_speaker(rows: list[dict[str, Any]]) -> None:
    row = next(row for row in rows if row["kind"] == "quote" and row["speaker"])
    row["speaker"] = "Somebody Else"


def drop_fact(rows: list[dict[str, Any]]) -> None:
    rows.remove(first(rows, "quote"))


def add_fact(rows: list[dict[str, Any]]) -> None:
    rows.append({**first(rows, "quote"), "id": "0" * 16, "kind": "quote", "manner": "deny"})


FORGERIES = [forge_words, forge_place, forge_context, forge_figure, forge_date, forge_speaker, drop_fact, add_fact]


@pytest.mark.parametrize("forgery", FORGERIES, ids=lambda one: one.__name__)
def test_a_forged_record_is_found(copy: Path, forgery: Callable[[list[dict[str, Any]]], None]) -> None:
    change(copy, forgery)
    report = verify(copy)
    assert not report.ok
    assert len(report.failures) <= 3, "one forgery must not drown the list"


def test_a_changed_source_is_found(copy: Path) -> None:
    victim = next(path for path in sorted((copy / "sources").iterdir()) if b"12,000" in path.read_bytes())
    victim.write_bytes(victim.read_bytes().replace(b"12,000", b"13,000"))
    report = verify(copy)
    assert not report.ok
    assert any("bytes changed" in failure.what for failure in report.failures)


def test_a_missing_source_is_found_and_originals_heal_it(copy: Path, built: Path) -> None:
    shutil.rmtree(copy / "sources")
    assert not verify(copy).ok
    assert verify(copy, originals=[built / "sources"]).ok


def test_a_folder_without_a_dossier_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(BrokenDossier, match="not found"):
        verify(tmp_path)
    (tmp_path / "dossier.jsonl").write_text("not json\n")
    with pytest.raises(BrokenDossier, match="line 1"):
        verify(tmp_path)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("25&nbsp;millions", True),
        ("25 <b>millions</b>", True),
        ("25\u202fmillions", True),
        ("25\u200b millions\u200b", True),
        ("26&nbsp;millions", False),
    ],
)
def test_the_words_of_a_page_are_read_without_its_markup(words: str, verdict: bool) -> None:
    figure = Figure(spans=(Span("s", 0, 5),), value=25_000_000.0)
    assert agrees(figure, words, "fr") is verdict


@pytest.mark.parametrize("code", ["en", "fr", "de", "es", "ru"])
def test_the_ends_of_a_spelt_out_range_are_worked_out_again(code: str, tmp_path: Path) -> None:
    lines = {
        "en": "The strike will take between six and ten hours, they said. It hires men between the ages of 18 and 35.",
        "fr": "La grève dure entre quatre et six semaines, selon le syndicat. Elle coûte entre trois et cinq millions.",
        "de": "Der Streik dauert zwischen zwei und drei Wochen, hieß es. Er kostet zwei bis drei Millionen.",
        "es": "El paro durará entre cinco y ocho días, según el sindicato. Participan hombres de entre 18 y 35 años.",
        "ru": "Забастовка продлится от шести до десяти часов, заявил профсоюз. В ней от двух до трех тысяч человек.",
    }
    (tmp_path / "a.txt").write_text(f"28.04.2025\n\n{lines[code]}\n", encoding="utf-8")
    figures = build([tmp_path / "a.txt"], out=tmp_path / "out").story.readings[0].of(Figure)
    assert sum(one.upto is not None for one in figures) >= 1
    report = verify(tmp_path / "out")
    assert report.ok and report.alone >= 1, report.failures
