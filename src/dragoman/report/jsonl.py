"""dossier.jsonl: one record a line, in a fixed order; each span with its words and place in characters and bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.errors import BrokenDossier
from dragoman.records import (
    Agreement,
    Article,
    Claim,
    Entity,
    Event,
    Fact,
    Figure,
    Finding,
    Happening,
    Mention,
    Post,
    Provenance,
    Quote,
    Source,
    Story,
    Time,
    Treaty,
    Utterance,
    When,
    exact,
)
from dragoman.report.labels import Labels
from dragoman.report.line import Evidence, Line
from dragoman.report.lines import lines_of
from dragoman.spans import Span

__all__ = ["FORMAT", "KINDS", "build_digest", "fact_row", "jsonl", "load", "rows"]

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
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
    return "\n".join([_JSON.encode(head), *body]) + "\n"


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
        labels.kept["jsonl"] = list(map(_JSON.encode, rows(story, labels)))
    made: list[str] = labels.kept["jsonl"]
    return made


def build_digest(story: Story, labels: Labels) -> str:
    """sha256 of every record: equal for equal dossiers, whoever built them."""
    return hashlib.sha256("\n".join(_body(story, labels)).encode("utf-8", "replace")).hexdigest()


def rows(story: Story, labels: Labels) -> Iterator[dict[str, Any]]:
    """Every record as plain data."""
    plain = _Plain(story)
    for source in story.sources:
        yield {"kind": "source", "label": labels.article[source.id], **_source(source)}
    for sighting in story.sightings:
        yield {"kind": "sighting", **plain.of(sighting)}
    for trouble in story.troubles:
        yield {"kind": "trouble", **plain.of(trouble)}
    for reading in story.readings:
        row = {"label": labels.article[reading.article.source], **plain.article(reading.article)}
        yield _record("article", row)
        for fact in reading.facts:
            yield _fact_row(plain, fact)
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
            yield _record(kind, plain.overlay(record))
    for kin in story.kin:
        yield {"kind": "kin", **plain.of(kin)}
    for origin in story.origins:
        yield {"kind": "origin", **plain.of(origin)}
    for match in story.matches:
        yield {"kind": "match", **plain.of(match)}
    for line in lines_of(labels):
        yield {"kind": "line", **plain.line(line, labels)}
    for span in story.unused:
        yield {"kind": "unused", "label": labels.article[span.source], "span": plain.of(span)}


def fact_row(story: Story, fact: Fact) -> dict[str, Any]:
    """One fact as its line of the file."""
    return _fact_row(_Plain(story), fact)


def _fact_row(plain: _Plain, fact: Fact) -> dict[str, Any]:
    return _record(KINDS[type(fact)], {"id": fact.id, **plain.of(fact)})


def _record(kind: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row that begins with its record kind; a field called kind (of a mention, a quotation) is told apart."""
    own = {f"type_of_{kind}" if name == "kind" else name: value for name, value in row.items()}
    return {"kind": kind, **own}


def _source(source: Source) -> dict[str, Any]:
    derived = source.derived
    made = {"derived": {"of": derived.of, "tool": derived.tool, "bytes": len(derived.raw)}} if derived else {}
    return {
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


_AS_THEY_ARE = frozenset([bool, int, float])


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a record class, in the order in which they are written."""
    return tuple(sorted(one.name for one in fields(kind)))


class _Plain:
    """Records as JSON values; spans become checkable, facts inside overlays become their ids."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._shown: dict[Span, dict[str, Any]] = {}  # one place is often evidence of several records

    def of(self, value: Any) -> Any:
        """One value, all the way down."""
        kind = value.__class__  # asked for by name, not by isinstance: this runs for every value of a dossier
        if kind is str:
            return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
        if value is None or kind in _AS_THEY_ARE:
            return value
        if kind is tuple or kind is list:
            return [self.of(one) for one in value]
        if kind is Span:
            return self._span(value)
        if kind is date:
            return value.isoformat()
        row = {name: self.of(getattr(value, name)) for name in _names(kind)}
        return {**row, "value": value.value, "edtf": value.edtf} if kind is When else row

    def _span(self, span: Span) -> dict[str, Any]:
        row = self._shown.get(span)
        if row is None:
            row = self._shown[span] = exact(self.story.sources_by_id[span.source], span)
        return row

    def article(self, article: Article) -> dict[str, Any]:
        """An article without its text: the bytes are kept; what cleaning changed is listed."""
        skipped = ("text", "blocks", "sentences")
        row = {one.name: self.of(getattr(article, one.name)) for one in fields(article) if one.name not in skipped}
        row["changes"] = [[one.start, one.end, self.of(one.new), one.why] for one in article.text.changes]
        return row

    def line(self, line: Line, labels: Labels) -> dict[str, Any]:
        """A line with the article labels of its evidence."""
        row = {name: self.of(getattr(line, name)) for name in _names(Line) if name != "evidence"}
        row["evidence"] = [self._evidence(one, labels) for one in line.evidence]
        return row

    def _evidence(self, one: Evidence, labels: Labels) -> dict[str, Any]:
        """One place; `seen` are its words without tags and references, where a page's markup stands between them."""
        row = {**self.of(one), "label": labels.article[one.span.source]}
        seen = self.of(labels.seen(one.span))
        return row if seen == row["span"]["exact"] else {**row, "seen": seen}

    def overlay(self, record: Entity | Utterance | Agreement | Happening | Claim | Finding) -> dict[str, Any]:
        """An overlay: the facts it rests on by id, the rest in full."""
        row: dict[str, Any] = {}
        kind: Any = record.__class__
        for name in _names(kind):
            value = getattr(record, name)
            if name in ("mentions", "treaties", "reports", "facts"):
                row[name] = [fact.id for fact in value]
            elif name == "wordings":
                row[name] = [
                    {
                        **{k: self.of(getattr(w, k)) for k in ("language", "relation", "part", "why")},
                        "quote": w.quote.id,
                    }
                    for w in value
                ]
            else:
                row[name] = self.of(value)
        return row
