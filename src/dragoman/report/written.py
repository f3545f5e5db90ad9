"""Records as JSON text, keys in the order of the alphabet, as dossier.jsonl holds them.

Text is made at once, not plain data that a library then goes through again: a place is evidence of many records and is
written once, and the names of a record's fields are sorted once a class.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from functools import cache
from json.encoder import encode_basestring
from typing import Any

from dragoman.records import Agreement, Article, Claim, Entity, Finding, Happening, Story, Utterance, When, exact
from dragoman.report.labels import Labels
from dragoman.report.line import Evidence, Line
from dragoman.spans import Span

__all__ = ["Fields", "Written", "joined"]

#: {name of a field: its value as JSON text}
Fields = dict[str, str]
_FIXED = {None: "null", True: "true", False: "false"}
_OF_WORDINGS = ("language", "relation", "part", "why")


def joined(row: Fields) -> str:
    """A JSON object of its fields."""
    return "{" + ", ".join([f'"{name}": {row[name]}' for name in sorted(row)]) + "}"


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a record class, sorted; of a When also what it is written as."""
    more = ("value", "edtf") if kind is When else ()
    return tuple(sorted((*(one.name for one in fields(kind)), *more)))


class Written:
    """Records as JSON text; spans become checkable, facts inside overlays become their ids."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._places: dict[Span, str] = {}

    def of(self, value: Any) -> str:
        """One value, all the way down."""
        kind = value.__class__  # asked for by name, not by isinstance: this runs for every value of a dossier
        if kind is str:
            return encode_basestring(value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8"))
        if value is None or kind is bool:
            return _FIXED[value]
        if kind is tuple or kind is list:
            return "[" + ", ".join([self.of(one) for one in value]) + "]" if value else "[]"
        if kind is int or kind is float:
            return repr(value)
        if kind is Span:
            return self._place(value)
        if kind is date:
            return f'"{value.isoformat()}"'
        if kind is dict:
            return joined({name: self.of(one) for name, one in value.items()})
        return "{" + ", ".join([f'"{name}": {self.of(getattr(value, name))}' for name in _names(kind)]) + "}"

    def fields(self, record: Any) -> Fields:
        """The fields of a record, one by one."""
        return {name: self.of(getattr(record, name)) for name in _names(record.__class__)}

    def _place(self, span: Span) -> str:
        text = self._places.get(span)
        if text is None:
            text = self._places[span] = self.of(exact(self.story.sources_by_id[span.source], span))
        return text

    def article(self, article: Article) -> Fields:
        """An article without its text: the bytes are kept; what cleaning changed is listed."""
        skipped = ("text", "blocks", "sentences")
        row = {name: self.of(getattr(article, name)) for name in _names(Article) if name not in skipped}
        row["changes"] = self.of([[one.start, one.end, one.new, one.why] for one in article.text.changes])
        return row

    def line(self, line: Line, labels: Labels) -> Fields:
        """A line with the article labels of its evidence."""
        row = {name: self.of(getattr(line, name)) for name in _names(Line) if name != "evidence"}
        row["evidence"] = "[" + ", ".join([self._evidence(one, labels) for one in line.evidence]) + "]"
        return row

    def _evidence(self, one: Evidence, labels: Labels) -> str:
        """One place; `seen` are its words without tags and references, where a page's markup stands between them."""
        row = {**self.fields(one), "label": self.of(labels.article[one.span.source])}
        seen = self.of(labels.seen(one.span))
        return joined(row if seen == self.of(self.story.words(one.span)) else {**row, "seen": seen})

    def overlay(self, record: Entity | Utterance | Agreement | Happening | Claim | Finding) -> Fields:
        """An overlay: the facts it rests on by id, the rest in full."""
        kind: Any = record.__class__
        return {name: self._laid_over(name, getattr(record, name)) for name in _names(kind)}

    def _laid_over(self, name: str, value: Any) -> str:
        if name in ("mentions", "treaties", "reports", "facts"):
            return self.of([fact.id for fact in value])
        if name == "wordings":
            return self.of([{**{k: getattr(w, k) for k in _OF_WORDINGS}, "quote": w.quote.id} for w in value])
        return self.of(value)
