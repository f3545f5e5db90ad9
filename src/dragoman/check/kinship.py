"""Which sentences of the sources tell what a sentence of the report tells: by words, names, numbers and meaning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TYPE_CHECKING, Any

from dragoman.models import ENCODED, cosines, encoder
from dragoman.spans import Span

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Kinship", "Line"]

_FLOOR, _REACH = 0.3, 0.5  # cosine .3 (unrelated sentences) counts 0, .8 (a translation) counts 1: see likeness.py


@dataclass(frozen=True)
class Line:
    """A sentence with what relates it to others."""

    number: int  # place in the list of all lines
    source: str
    place: tuple[int, int]  # clean
    span: Span
    text: str
    language: str
    stems: frozenset[str]
    content: frozenset[str]  # the stems without those of names and titles
    entities: frozenset[str]
    anchors: frozenset[str]  # names and numbers in Latin letters: what crosses languages
    spelt: frozenset[str]  # all words, those of other scripts in Latin letters too


class Kinship:
    """How much of a sentence of the report each sentence of the sources tells; only those that share something."""

    def __init__(self, mine: Sequence[Line], lines: Sequence[Line], *, language: str, vectors: bool) -> None:
        self.mine, self.lines, self.language, self.encoded = mine, lines, language, vectors
        self._vectors: dict[str, np.ndarray[Any, Any]] = {}
        self._related: dict[int, list[tuple[float, Line]]] = {}

    @cached_property
    def _weights(self) -> dict[str, float]:
        """{stem: how much it tells}, by the sentences it is in."""
        count: dict[str, int] = {}
        for line in self.lines:
            for stem in line.stems:
                count[stem] = count.get(stem, 0) + 1
        total = len(self.lines) + 1
        return {stem: log(total / held) for stem, held in count.items()}

    def share(self, wanted: frozenset[str], held: frozenset[str]) -> float:
        """How much of some stems is held, by what they tell."""
        return self.weight(wanted & held) / (self.weight(wanted) or 1)

    def weight(self, stems: Iterable[str]) -> float:
        """How much a set of stems tells; one that no source has counts like the rarest."""
        most = log(len(self.lines) + 1)
        return sum(self._weights.get(stem, most) for stem in stems)

    def related(self, mine: Line) -> list[tuple[float, Line]]:
        """The sentences of the sources by how much of the report's sentence they tell, 0 to 1, the nearest first."""
        key = mine.number
        if key not in self._related:
            told = self._told(mine)
            near = (self.lines[number] for number in self._touching(mine, told))
            scored = [(self._likeness(mine, one, told.get(one.number, 0.0)), one) for one in near]
            self._related[key] = sorted(
                ((round(score, 4), one) for score, one in scored if score > 0.05),
                key=lambda pair: (-pair[0], pair[1].number),
            )
        return self._related[key]

    def _told(self, mine: Line) -> dict[int, float]:
        """{sentence: the share of the report's sentence that its words tell}, of those that share one with it."""
        whole, told = self.weight(mine.stems) or 1, defaultdict[int, float](float)
        for stem in sorted(mine.stems):
            for number in self._holders.get(stem, ()):
                told[number] += self._weights[stem]
        return {number: weight / whole for number, weight in told.items()}

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """{stem: the sentences that hold it}."""
        found: dict[str, list[int]] = defaultdict(list)
        for line in self.lines:
            for stem in line.stems:
                found[stem].append(line.number)
        return found

    def _touching(self, mine: Line, told: dict[int, float]) -> set[int]:
        """The sentences that share a word, a name, a number or a meaning with one of the report."""
        found = set(told)
        for name in mine.entities:
            found.update(self._naming.get(name, ()))
        for word in mine.anchors | mine.spelt:
            found.update(self._spelling.get(word, ()))
        if mine.language in ENCODED and self.encoded and self._foreign:
            found.update(self._cosines[2][mine.number])
        return found

    @cached_property
    def _naming(self) -> dict[str, list[int]]:
        """{person, place or body: the sentences that name it}."""
        found: dict[str, list[int]] = defaultdict(list)
        for line in self.lines:
            for name in line.entities:
                found[name].append(line.number)
        return found

    @cached_property
    def _spelling(self) -> dict[str, list[int]]:
        """{word or number in Latin letters: the sentences in another language than the report's that hold it}."""
        found: dict[str, list[int]] = defaultdict(list)
        for line in self._foreign:
            for word in line.spelt:
                found[word].append(line.number)
        return found

    @cached_property
    def _foreign(self) -> list[Line]:
        return [one for one in self.lines if one.language != self.language]

    def _likeness(self, mine: Line, other: Line, words: float) -> float:
        shared = mine.entities & other.entities
        names = len(shared) / len(mine.entities) if mine.entities else 0.0
        if mine.language == other.language:
            return 0.75 * words + 0.25 * names if mine.entities else words
        if mine.anchors:
            names = max(names, len(mine.anchors & other.spelt) / len(mine.anchors))
        meaning = self._meaning(mine, other)
        return 0.65 * meaning + 0.35 * names if mine.entities or mine.anchors else meaning

    def _meaning(self, mine: Line, other: Line) -> float:
        """Likeness by vectors, 0 to 1; numbers and names in common where the encoder does not know a language."""
        if {mine.language, other.language} <= ENCODED and self.encoded:
            rows, columns, _ = self._cosines
            return rows[mine.number][columns[other.number]]
        return len(mine.spelt & other.spelt) / (len(mine.spelt) or 1)

    @cached_property
    def _cosines(self) -> tuple[list[list[float]], dict[int, int], list[list[int]]]:
        """For each sentence of the report: its likeness to foreign ones, {number of one: its column}, those alike."""
        import numpy as np

        texts = [one.text for one in (*self.mine, *self._foreign)]
        self.learn(texts)
        vectors = np.stack([self._vectors[text] for text in texts])
        alike = cosines(vectors[: len(self.mine)], vectors[len(self.mine) :]).astype(float)
        alike = np.minimum(1.0, np.maximum(0.0, (alike - _FLOOR) / _REACH))
        numbers = [one.number for one in self._foreign]
        near = [[numbers[column] for column in np.flatnonzero(row)] for row in alike]
        return alike.tolist(), {number: column for column, number in enumerate(numbers)}, near

    def vector(self, text: str) -> np.ndarray[Any, Any]:
        """The vector of a text; those of all foreign sentences and of the report are made at once."""
        if text not in self._vectors:
            self.learn([text, *(one.text for one in self.mine), *(one.text for one in self._foreign)])
        return self._vectors[text]

    def learn(self, texts: Iterable[str]) -> None:
        """Make the vectors of texts that have none yet, in one batch."""
        wanted = [one for one in dict.fromkeys(texts) if one not in self._vectors]
        for one, vector in zip(wanted, encoder().encode(wanted), strict=True):
            self._vectors[one] = vector
