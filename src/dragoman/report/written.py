"""Records as JSON text, keys in the order of the alphabet, as dossier.jsonl holds them.

Text is made at once, not plain data that a library then goes through again: a place is evidence of many records and is
written once, and each class of records has one form, its names in order, that the texts of its values are put into.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from functools import cache
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

from dragoman.records import Agreement, Article, Claim, Entity, Finding, Happening, Story, Utterance, When, exact
from dragoman.report.labels import Labels
from dragoman.report.line import Evidence, Line
from dragoman.spans import Span

__all__ = ["Fields", "Written", "joined", "printable"]

#: {name of a field: its value as JSON text}
Fields = dict[str, str]
#: What gives the fields of a record at once, and the form that their texts are put into.
Form = tuple[Callable[[Any], tuple[Any, ...]], str]
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


@cache
def _gaps(names: tuple[str, ...]) -> str:
    """An object whose values are to be put in; the names are in order."""
    return joined(dict.fromkeys(names, "%s"))


@cache
def _form(kind: type, line: str = "", more: tuple[str, ...] = ()) -> Form:
    """The form of a class; with `line` that of a line of the file, which begins as such a line and may tell `more`.

    A field called kind (of a mention, a quotation) is told apart from the kind of the line.
    """
    names = {f"type_of_{line}" if line and name == "kind" else name: name for name in (*_names(kind), *more)}
    gaps = dict.fromkeys(names, "%s") | ({"kind": f'"{line}"'} if line else {})
    return attrgetter(*(names[name] for name in sorted(gaps) if name in names)), joined(gaps)


def printable(text: str) -> str:
    """Text as UTF-8 can hold it: undecodable bytes become question marks."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


class Written:
    """Records as JSON text; spans become checkable, facts inside overlays become their ids."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._places: dict[Span, str] = {}

    def of(self, value: Any) -> str:
        """One value, all the way down."""
        kind = value.__class__  # asked for by name, not by isinstance: this runs for every value of a dossier
        if kind is str:
            return encode_basestring(value)
        if kind is Span:
            text = self._places.get(value)
            return self._place(value) if text is None else text
        if value is None or kind is bool:
            return _FIXED[value]
        if kind is tuple or kind is list:
            if len(value) > 1:
                return "[" + ", ".join(map(self.of, value)) + "]"
            return f"[{self.of(value[0])}]" if value else "[]"
        if kind is int or kind is float:
            return repr(value)
        if kind is date:
            return f'"{value.isoformat()}"'
        if kind is dict:
            return joined({name: self.of(one) for name, one in value.items()})
        given, form = _form(kind)
        return form % self._all(given(value))

    def row(self, line: str, record: Any, more: tuple[str, ...] = ()) -> str:
        """A record as a line of the file, of the kind `line`; `more` are properties that are told beside its fields."""
        given, form = _form(record.__class__, line, more)
        return form % self._all(given(record))

    def _all(self, values: Iterable[Any]) -> tuple[object, ...]:
        """Many values as their text; most are words, which are written here without a call for each."""
        of = self.of
        return tuple(
            [
                encode_basestring(one) if one.__class__ is str else one if one.__class__ is int else of(one)
                for one in values
            ]
        )

    def fields(self, record: Any) -> Fields:
        """The fields of a record, one by one."""
        return {name: self.of(getattr(record, name)) for name in _names(record.__class__)}

    def _place(self, span: Span) -> str:
        row = exact(self.story.sources_by_id[span.source], span)
        text = self._places[span] = _gaps(tuple(row)) % self._all(row.values())
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
        seen, label = "", self.of(labels.article[one.span.source])
        if self.story.sources_by_id[one.span.source].kind == "html":
            words = printable(labels.seen(one.span))
            seen = f', "seen": {self.of(words)}' if words != printable(self.story.words(one.span)) else ""
        language, note, span = self._all((one.language, one.note, one.span))
        return f'{{"label": {label}, "language": {language}, "note": {note}{seen}, "span": {span}}}'

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
