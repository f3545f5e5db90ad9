"""dossier.jsonl: one record a line, in a fixed order; each span with its words and place in characters and bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import BrokenDossier
from dragoman.records import (
    Event,
    Fact,
    Figure,
    Mention,
    Post,
    Provenance,
    Quote,
    Source,
    Story,
    Time,
    Treaty,
)
from dragoman.report.labels import Labels
from dragoman.report.lines import lines_of
from dragoman.report.written import Fields, Written, joined, printable

__all__ = ["FORMAT", "KINDS", "build_digest", "fact_row", "jsonl", "load"]

FORMAT = 1  # raised when a reader of the file would have to change
KINDS: dict[type[Fact], str] = {
    Mention: "mention",
    Post: "post",
    Time: "time",
    Figure: "figure",
    Quote: "quote",
    Event: "event",
    Treaty: "treaty",
    Provenance: "provenance",
}


def jsonl(story: Story, labels: Labels) -> str:
    """The whole story, a JSON object a line; the first line names the format and the digest of the others."""
    body, digest = _body(story, labels), build_digest(story, labels)
    head = {"kind": "dossier", "format": FORMAT, "title": story.title, "story": story.id, "build": digest}
    head["as_of"] = story.as_of.isoformat() if story.as_of else None
    head["learned"], head["days"] = list(story.learned), list(story.days)
    return "\n".join([json.dumps(head, ensure_ascii=False, sort_keys=True), *body]) + "\n"


def load(path: Path) -> list[dict[str, Any]]:
    """The records of a dossier.jsonl; BrokenDossier when it is missing or not one."""
    if not path.is_file():
        raise BrokenDossier(f"{path}: not found. Give the folder that `dragoman build -o` wrote.")
    rows = []
    # Split at line feeds only: U+2028 and its like may stand inside the words of a source.
    for number, line in enumerate(path.read_bytes().decode("utf-8").split("\n"), 1):
        if not line:
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise BrokenDossier(f"{path}: line {number} is not JSON ({error.msg}). Build the dossier again.") from error
        if not isinstance(row, dict):
            raise BrokenDossier(f"{path}: line {number} is not a record. Build the dossier again.")
        rows.append(row)
    if not rows or rows[0].get("kind") != "dossier":
        raise BrokenDossier(f"{path}: does not begin with a dossier record. Build the dossier again.")
    return rows


def _body(story: Story, labels: Labels) -> list[str]:
    if "jsonl" not in labels.kept:
        rows = list(_rows(story, labels))
        labels.kept["jsonl"] = rows if _is_printable("\n".join(rows)) else [printable(row) for row in rows]
    made: list[str] = labels.kept["jsonl"]
    return made


def _is_printable(text: str) -> bool:
    """True where UTF-8 can hold every character: the usual case, told for all lines at once."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def build_digest(story: Story, labels: Labels) -> str:
    """sha256 of every record: equal for equal dossiers, whoever built them."""
    if "digest" not in labels.kept:
        made = hashlib.sha256("\n".join(_body(story, labels)).encode("utf-8", "replace"))
        labels.kept["digest"] = made.hexdigest()
    found: str = labels.kept["digest"]
    return found


def _rows(story: Story, labels: Labels) -> Iterator[str]:
    """Every record as JSON text."""
    written = Written(story)
    of = written.of
    for source in story.sources:
        yield _record("source", {"label": of(labels.article[source.id]), **_source(source, of)}, of)
    yield from (written.row("sighting", sighting) for sighting in story.sightings)
    yield from (written.row("trouble", trouble) for trouble in story.troubles)
    for reading in story.readings:
        label = of(labels.article[reading.article.source])
        yield _record("article", {"label": label, **written.article(reading.article)}, of)
        for fact in reading.facts:
            yield _fact(written, fact)
    overlays: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("entity", story.entities),
        ("utterance", story.utterances),
        ("agreement", story.agreements),
        ("happening", story.timeline),
        ("claim", story.claims),
        ("finding", story.findings),
    )
    for kind, records in overlays:
        for record in records:
            yield _record(kind, written.overlay(record), of)
    plain: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("kin", story.kin),
        ("origin", story.origins),
        ("match", story.matches),
    )
    for kind, records in plain:
        for record in records:
            yield written.row(kind, record)
    for line in lines_of(labels):
        yield _record("line", written.line(line, labels), of)
    for span in story.unused:
        yield _record("unused", {"label": of(labels.article[span.source]), "span": of(span)}, of)


def fact_row(story: Story, fact: Fact) -> dict[str, Any]:
    """One fact as its line of the file."""
    row: dict[str, Any] = json.loads(printable(_fact(Written(story), fact)))
    return row


def _fact(written: Written, fact: Fact) -> str:
    return written.row(KINDS[type(fact)], fact, ("id",))


def _record(kind: str, row: Fields, of: Callable[[Any], str]) -> str:
    """A record of the fields given; a field called kind (of an entity) is told apart from the record's own."""
    if "kind" in row:
        row[f"type_of_{kind}"] = row["kind"]
    row["kind"] = of(kind)
    return joined(row)


def _source(source: Source, of: Callable[[Any], str]) -> Fields:
    derived = source.derived
    made = {"derived": {"of": derived.of, "tool": derived.tool, "bytes": len(derived.raw)}} if derived else {}
    row = {
        **made,
        "id": source.id,
        "name": source.name,
        "type": source.kind,
        "bytes": len(source.raw),
        "characters": len(source.text),
        "encoding": source.encoding,
        "errors": source.errors,
        "given": dict(source.meta),
    }
    return {name: of(value) for name, value in row.items()}
