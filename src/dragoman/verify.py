"""Checks a dossier folder as a stranger would: nothing is believed that the original bytes do not show.

Three passes over `dossier.jsonl`:

1. every source: its bytes hash to its name;
2. every span: the characters and the bytes at its place are the words it shows, its prefix and suffix stand around it;
3. every article is read again from its bytes, and every fact (value of a figure or date, speaker, standing …) must come
   out the same. A figure or date is besides worked out from its own words alone wherever they suffice.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.read import read, sift
from dragoman.read.guard import Refused
from dragoman.read.pdf import extracted, joined, tool
from dragoman.read.rederive import agrees
from dragoman.read.replay import replay
from dragoman.records import Article, Derived, Figure, Reading, Source, Story, Time
from dragoman.report.jsonl import KINDS, fact_row, load
from dragoman.settings import Settings

__all__ = ["Check", "Report", "verify"]


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that does not hold: where in the dossier, and what is wrong."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(kw_only=True)
class Report:
    """What was checked and what failed."""

    spans: int = 0
    facts: int = 0
    figures: int = 0
    dates: int = 0
    alone: int = 0  # figures and dates that their own words were enough to work out
    sources: int = 0
    failures: list[Check] = field(default_factory=list)
    notes: list[Check] = field(default_factory=list)  # what could not be checked here, without being wrong

    @property
    def ok(self) -> bool:
        """True when nothing failed and there was something to check."""
        return not self.failures and self.sources > 0


def verify(
    folder: str | os.PathLike[str], *, originals: Iterable[str | os.PathLike[str]] = (), reread: bool = True
) -> Report:
    """Check a dossier folder; `originals` are files or folders to look in for sources that were not kept.

    Raises BrokenDossier when the folder holds no readable dossier.jsonl.
    """
    path = Path(folder)
    rows = load(path / "dossier.jsonl")
    report = Report()
    if hashlib.sha256(_body(path / "dossier.jsonl")).hexdigest() != rows[0].get("build"):
        report.failures.append(
            Check(where="dossier.jsonl", what="was changed after it was written (its digest differs)")
        )
    sources = _sources(path, rows, [Path(one) for one in originals], report)
    for number, row in enumerate(rows, 1):
        for where, span in _spans(row, f"line {number} ({row.get('kind')})"):
            report.spans += 1
            wrong = _wrong(span, sources)
            if wrong:
                report.failures.append(Check(where=where, what=wrong))
    if reread:
        _reread(rows, sources, report)
    return report


def _body(path: Path) -> bytes:
    """Everything after the first line, without the last line feed."""
    return path.read_bytes().partition(b"\n")[2].removesuffix(b"\n")


def _sources(folder: Path, rows: list[dict[str, Any]], originals: list[Path], report: Report) -> dict[str, Source]:
    """{sha256: source} of all sources whose bytes were found and are what they should be."""
    found: dict[str, Source] = {}
    listed = [row for row in rows if row.get("kind") == "source"]
    wanted = {row["id"]: row["name"] for row in listed if not (folder / "sources" / row["id"]).is_file()}
    elsewhere = replay(originals, wanted, Settings()) if originals and wanted else {}
    for row in listed:
        report.sources += 1
        kept, where = folder / "sources" / row["id"], f"source {row['label']} ({row['name']})"
        other = elsewhere.get(row["id"])
        raw = kept.read_bytes() if kept.is_file() else other.raw if other else None
        if raw is None:
            what = "its bytes are not in the folder. Give the originals with --originals." if not kept.is_file() else ""
            report.failures.append(Check(where=where, what=what))
        elif hashlib.sha256(raw).hexdigest() != row["id"]:
            report.failures.append(Check(where=where, what="the bytes changed: their sha256 is another"))
        else:
            meta = tuple(sorted(row["given"].items()))
            source = Source(
                raw=raw, encoding=row["encoding"], errors=row["errors"], name=row["name"], kind=row["type"], meta=meta
            )
            found[row["id"]] = _derived(source, row, folder, other, where, report) if "derived" in row else source
    return found


def _derived(
    source: Source, row: dict[str, Any], folder: Path, other: Source | None, where: str, report: Report
) -> Source:
    """A source made from other bytes, with these: they are read again, if the tool here is the one of the dossier."""
    of, by = row["derived"]["of"], row["derived"]["tool"]
    kept = folder / "sources" / of
    raw = kept.read_bytes() if kept.is_file() else other.derived.raw if other and other.derived else None
    if raw is None:
        report.failures.append(Check(where=where, what="the file it was made from is not in the folder"))
    elif hashlib.sha256(raw).hexdigest() != of:
        report.failures.append(Check(where=where, what="the file it was made from changed: its sha256 is another"))
    elif by != tool():
        what = f"was read with {by}; here is {tool()}, so its text was not taken from the file again"
        report.notes.append(Check(where=where, what=what))
    elif _again(raw) != source.raw:
        report.failures.append(Check(where=where, what="reading the file it was made from again gives other text"))
    return replace(source, derived=Derived(of=of, tool=by, raw=raw or b""))


def _again(raw: bytes) -> bytes | None:
    try:
        return joined(extracted(raw, Settings().limits))
    except Refused:
        return None


def _spans(value: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every span-shaped object in a record, with the path to it."""
    if isinstance(value, dict):
        if "byte_start" in value:
            yield where, value
            return
        for key, inner in value.items():
            yield from _spans(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _spans(inner, f"{where}[{index}]")


def _wrong(span: dict[str, Any], sources: dict[str, Source]) -> str:
    """What is wrong with a span; "" when it holds."""
    source = sources.get(span["source"])
    if source is None:
        return f"its source {span['source'][:12]} could not be checked"
    start, end, text = span["start"], span["end"], source.text
    if not 0 <= start < end <= len(text):
        return f"characters {start}-{end} are not in a source of {len(text)}"
    words = text[start:end]
    if _shown(words) != span["exact"]:
        return f"the source reads {_shown(words)!r}, the dossier shows {span['exact']!r}"
    raw = source.raw[span["byte_start"] : span["byte_end"]]
    if raw != words.encode(source.encoding, source.errors):
        return f"bytes {span['byte_start']}-{span['byte_end']} are not the words shown"
    if "exact_base64" in span and base64.b64decode(span["exact_base64"]) != raw:
        return "the base64 words are not the bytes of the source"
    if source.derived and span.get("page") != source.page(start):
        return f"it stands on page {source.page(start)}, not {span.get('page')}"
    if _shown(text[max(0, start - 32) : start]) != span["prefix"] or _shown(text[end : end + 32]) != span["suffix"]:
        return "the words before or after it are others in the source"
    return ""


def _shown(words: str) -> str:
    return words.encode("utf-8", "replace").decode("utf-8")


def _reread(rows: list[dict[str, Any]], sources: dict[str, Source], report: Report) -> None:
    """Read every article again; each fact of the dossier must come out the same, and none may be missing."""
    head = rows[0]
    as_of = date.fromisoformat(head["as_of"]) if head.get("as_of") else None
    kinds = set(KINDS.values())
    claimed: dict[str, dict[str, dict[str, Any]]] = {}
    for number, row in enumerate(rows, 1):
        if row.get("kind") in kinds:
            claimed.setdefault(row["spans"][0]["source"], {})[row["id"]] = {**row, "line": number}
    settings = Settings(as_of=as_of, learned=tuple(head.get("learned", ())), days=tuple(head.get("days", ())))
    for source in sources.values():
        reading = read(sift(source, settings), settings)
        _compare(reading, source, claimed.get(source.id, {}), report)


def _compare(reading: Reading, source: Source, claimed: dict[str, dict[str, Any]], report: Report) -> None:
    story = Story(id="", title="", readings=(reading,), sources=(source,))
    again = {fact.id: (fact, fact_row(story, fact)) for fact in reading.facts}
    for key, row in claimed.items():
        report.facts += 1
        where = f"line {row.pop('line')} ({row['kind']} {row['spans'][0]['exact'][:40]!r})"
        if key not in again:
            report.failures.append(Check(where=where, what="reading the source again does not give this fact"))
            continue
        fact, fresh = again[key]
        changed = sorted(name for name in fresh if _canonical(fresh[name]) != _canonical(row.get(name)))
        if changed:
            report.failures.append(
                Check(where=where, what=f"differs from the source read again in: {', '.join(changed)}")
            )
        if isinstance(fact, Figure | Time):
            _derive(fact, reading.article, source, where, report)
    for key in sorted(set(again) - set(claimed)):
        fact = again[key][0]
        where = f"source {source.name} {fact.start}-{fact.end}"
        report.failures.append(Check(where=where, what=f"a {type(fact).__name__.lower()} is missing from the dossier"))


def _canonical(value: Any) -> str:
    """JSON whose key order says nothing: rows on disk are sorted, fresh ones are not."""
    return json.dumps(value, sort_keys=True)


def _derive(fact: Figure | Time, article: Article, source: Source, where: str, report: Report) -> None:
    """Work the value out from the words alone; count it, and fail when the words give another."""
    if isinstance(fact, Figure):
        report.figures += 1
    else:
        report.dates += 1
    verdict = agrees(fact, source.slice(fact.hull), article.language)
    if verdict is None:
        return
    report.alone += 1
    if not verdict:
        report.failures.append(Check(where=where, what="its words alone give another value"))
