"""One report before its sources: who its names are in theirs, and which of their sentences tell what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from dragoman.check.kinship import Kinship, Line
from dragoman.check.report import Report
from dragoman.check.shelf import Shelf
from dragoman.compare.entities import entities
from dragoman.compare.parties import Parties
from dragoman.compare.view import View
from dragoman.languages.world import Thing
from dragoman.records import Fact, Mention, Quote, Reading
from dragoman.spans import Span, Text
from dragoman.store.words import latin, tokens

__all__ = ["NUMBER", "Case", "Line"]

F = TypeVar("F", bound=Fact)

ANCHOR = re.compile(r"(?<!^)\b[^\W\d_a-z]\w{3,}|\d[\d.,\u00a0\u202f]+\d")  # Razoni, Разони, 26,527, 2022
NUMBER = re.compile(r"(?<![\w.,])\d{3,}(?![\w]|[.,]\d)")  # 217; not 2.170, whose marks differ from press to press
_TELLING = 4  # letters from which a word is more than a joint of its sentence
_STEM = 5  # letters of a word that are compared, as in compare/amounts.py


@dataclass
class Case:
    """The report and the readings of the articles that may bear on it."""

    report: Report
    shelf: Shelf
    readings: Sequence[Reading]
    quotes: dict[str, list[Quote]] = field(init=False)
    world: dict[str, Thing] | None = None  # what the sources name that every language names; see places.py

    def __post_init__(self) -> None:
        everyone = [self.report.reading, *self.readings]
        self.who = Parties(known := entities(everyone))
        self.entities = known
        self.view = View(readings=everyone, who=self.who, entities=known)
        self.quotes = {one.article.source: list(one.of(Quote)) for one in everyone}
        self.mine = list(self._lines([self.report.reading]))
        self.lines = list(self._lines(self.readings))
        self.kinship = Kinship(
            self.mine,
            self.lines,
            language=self.report.article.language,
            vectors=bool(self.shelf.settings.encoder),
        )
        self._placed: dict[type[Fact], list[Any]] = {}

    def _lines(self, readings: Iterable[Reading]) -> Iterable[Line]:
        number = 0
        for reading in readings:
            article = reading.article
            named = _named(reading)
            seen = self.view.article(article.source)
            for a, b in article.sentences:
                text = article.text.value[a:b]
                if not any(one.isalnum() for one in text):
                    continue
                span = article.text.span(a, b)
                stems = self.stems(text)
                yield Line(
                    number=number,
                    source=article.source,
                    place=(a, b),
                    span=span,
                    text=text,
                    language=article.language,
                    stems=stems,
                    content=frozenset(one for one in stems if len(one) >= _TELLING) - named.get((a, b), frozenset()),
                    anchors=frozenset(_bare(" ".join(ANCHOR.findall(text)))),
                    spelt=frozenset(_bare(text)),
                    entities=frozenset(self.who.state(one) for one in seen.entities(span)) | seen.entities(span),
                )
                number += 1

    def words(self, span: Span) -> str:
        """The words of a place in a source or the report, blanks folded."""
        return " ".join(self.read(span, ())[0].split())

    def read(self, span: Span, marked: Iterable[Span]) -> tuple[str, list[tuple[int, int]]]:
        """The words of a place as a reader sees them, markup gone, and where in them the marked places are."""
        text = self.texts[span.source]
        place = text.find(span.start, span.end)
        if place is None:
            own = self.report.source
            return (own if span.source == own.id else self.shelf.by_id[span.source]).slice(span), []
        found = [spot for one in marked if (spot := text.find(one.start, one.end))]
        return text.value[slice(*place)], [
            (a - place[0], b - place[0]) for a, b in found if place[0] <= a < b <= place[1]
        ]

    def around(self, span: Span, most: int) -> tuple[str, str]:
        """What stands before and after a place, as a reader sees it."""
        text = self.texts[span.source]
        place = text.find(span.start, span.end)
        a, b = place if place else (0, 0)
        return text.value[max(0, a - most) : a], text.value[b : b + most]

    @cached_property
    def texts(self) -> dict[str, Text]:
        """{source: its text}, the report's too."""
        held = {one.source: one.text for one in self.shelf.articles}
        return held | {self.report.source.id: self.report.article.text}

    @cached_property
    def numbered(self) -> dict[str, list[int]]:
        """{number of three digits and more: the sentences of the sources that have it}."""
        found: dict[str, list[int]] = {}
        for line in self.lines:
            for number in NUMBER.findall(line.text):
                found.setdefault(number, []).append(line.number)
        return found

    def beside(self, one: str, other: str) -> bool:
        """True when a sentence of the sources names both."""
        return any(one in line.entities and other in line.entities for line in self.lines)

    def placed(self, kind: type[F]) -> list[tuple[F, Line]]:
        """The facts of one kind in the sources, each with its sentence; gathered once."""
        if kind not in self._placed:
            facts = [fact for reading in self.readings for fact in reading.of(kind)]
            self._placed[kind] = [(fact, line) for fact in facts if (line := self.line_of(fact))]
        return self._placed[kind]

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text, as sentences have them."""
        return frozenset(word[:_STEM] for word in tokens(text))

    def line_of(self, fact: Fact | Span) -> Line | None:
        """The sentence of the report or a source that a fact begins in."""
        span = fact if isinstance(fact, Span) else fact.hull
        lines = self.mine if span.source == self.report.source.id else self._by_source.get(span.source, [])
        return next((one for one in lines if one.span.start <= span.start < one.span.end), None)

    @cached_property
    def _by_source(self) -> dict[str, list[Line]]:
        found: dict[str, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.source, []).append(line)
        return found

    def before(self, line: Line) -> Line | None:
        """The sentence before one, in the same article."""
        early = self.lines[max(0, line.number - 1)]
        return early if early.source == line.source and early is not line else None

    def related(self, mine: Line) -> list[tuple[float, Line]]:
        """The sentences of the sources by how much of the report's sentence they tell, 0 to 1, the nearest first."""
        return self.kinship.related(mine)


def _named(reading: Reading) -> dict[tuple[int, int], frozenset[str]]:
    """{sentence: the stems of the names and titles in it}."""
    found: dict[tuple[int, int], set[str]] = {}
    for mention in reading.of(Mention):
        place = reading.article.text.find(mention.start, mention.end)
        sentence = reading.article.sentence_at(place[0]) if place else None
        if sentence and mention.form != "pronoun":
            found.setdefault(sentence, set()).update(word[:_STEM] for word in tokens(f"{mention.name} {mention.role}"))
    return {place: frozenset(stems) for place, stems in found.items()}


def _bare(text: str) -> list[str]:
    """Words that cross languages: in Latin letters, numbers; for languages that share nothing else."""
    return [*tokens(text), *latin(text)]
