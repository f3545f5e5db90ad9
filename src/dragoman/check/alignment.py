"""Which clauses of the sources tell what a sentence of the report tells, by meaning: the clause, and how alike it is.

Vectors of a sentence and of each stretch of it between marks are compared; they propose, marks of mood and names judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.check.case import Case, Line
from dragoman.check.marks import DOUBTS, marks
from dragoman.check.verdicts import Verdict
from dragoman.languages import Language, alternatives, language
from dragoman.models import ENCODED
from dragoman.records import Mention, Reading
from dragoman.spans import Span
from dragoman.store.words import tokens

__all__ = ["Near", "aligned", "can_align", "marked", "nameless", "nearest", "units", "without_asides"]

CLAUSE = re.compile(r"[.;:!?,](?=\s)|\s[–—-]\s")  # "Inspections, 18 a year, have been halted"
NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")  # 10,000, 36.000, 2,5
_WORDS, _CLAUSE = 3, 6  # words of a stretch that is worth a vector, and of one that may stand for its sentence
_ANCHOR = 0.05  # what a number in common adds
_STEM = 5  # letters that a word has in common with its like in another language: referendum, referéndum


@dataclass(frozen=True)
class Near:
    """A sentence of a source, how alike its nearest stretch is, and that stretch; the sentence where that is short."""

    line: Line
    alike: float
    words: str


def can_align(case: Case, line: Line) -> bool:
    """True when the report's sentence is in a language whose vectors mean something."""
    return bool(case.shelf.settings.encoder) and line.language in ENCODED


def units(text: str) -> list[str]:
    """A sentence and the stretches between its marks, where it has several."""
    parts = [part.strip() for part in CLAUSE.split(text) if len(part.split()) >= _WORDS]
    return [text, *parts] if len(parts) > 1 else [text]


def nearest(case: Case, line: Line, others: Iterable[Line]) -> list[Near]:
    """The sentences given by how alike a stretch of them is to the report's sentence, the nearest first."""
    known = [(other, units(other.text)) for other in others if other.language in ENCODED]
    case.kinship.learn([line.text, *(part for _, parts in known for part in parts)])
    own, numbers = case.kinship.vector(line.text), _numbers(line.text)
    found = []
    for other, parts in known:
        scored = [(round(float(own @ case.kinship.vector(part)), 3), part) for part in parts]
        score, part = max(scored, key=lambda one: one[0])
        words = part if len(part.split()) >= _CLAUSE else other.text
        found.append(Near(other, score + (_ANCHOR if numbers & _numbers(other.text) else 0.0), words))
    return sorted(found, key=lambda one: (-one.alike, one.line.number))


def aligned(case: Case, line: Line, other: Line, checked: Iterable[Verdict]) -> str:
    """What of a source's sentence tells what the report's does: around a figure found there, else by meaning."""
    for one in checked:
        if one.kind == "figure" and not one.finding and line.span.start <= one.start < line.span.end:
            place = next((held.span for held in one.evidence if other.span.covers(held.span)), None)
            if place is not None:
                at = place.start - other.span.start
                parts = [0, *(hit.end() for hit in CLAUSE.finditer(other.text)), len(other.text)]
                return next(other.text[a:b] for a, b in pairwise(parts) if a <= at < b or b == len(other.text))
    if can_align(case, line) and other.language in ENCODED:
        return nearest(case, line, [other])[0].words
    return other.text


def without_asides(code: str, words: str, kept: frozenset[str] = frozenset()) -> str:
    """A text with blanks for what a relative clause between commas says: ", who asked not to be named,".

    One that has a word of `kept`, by its first letters, is left: it may be what the other text tells.
    """
    known = frozenset(one[:_STEM] for one in kept if len(one) >= _STEM)
    return language(code).once(_asides).sub(lambda hit: hit[0] if _shares(hit[0], known) else " " * len(hit[0]), words)


def _shares(words: str, known: frozenset[str]) -> bool:
    return any(word[:_STEM] in known for word in tokens(words))


def _asides(words: Language) -> re.Pattern[str]:
    return re.compile(
        rf",\s+(?:{alternatives(list(words.table('figures', 'words').get('relative', ())))})\s[^,]*,", re.I
    )


def marked(case: Case, line: Line, how: str, words: str = "") -> tuple[Span, ...]:
    """Where a sentence, or a stretch of it, has the word that leaves open what it tells."""
    words = words or line.text
    first = next(
        (one for one in marks(line.language, without_asides(line.language, words)) if DOUBTS[one.key] == how), None
    )
    if first is None:
        return ()
    lead = len(first.words) - len(first.words.lstrip())
    at = line.place[0] + line.text.find(words) + first.start + lead
    return (case.texts[line.source].span(at, at + len(first.words.strip())),)


def nameless(case: Case, lines: Sequence[Line]) -> dict[int, str]:
    """{number of a sentence: its text without names}."""
    wanted = {(line.source, line.place): line for line in lines}
    texts = {line.number: list(line.text) for line in lines}
    for reading in {id(one): one for one in (case.report.reading, *case.readings)}.values():
        for a, b in _names(reading):
            place = reading.article.sentence_at(a)
            line = wanted.get((reading.article.source, place)) if place else None
            if line is not None:
                first, last = a - line.place[0], min(b, line.place[1]) - line.place[0]
                texts[line.number][first:last] = " " * (last - first)
    return {number: " ".join("".join(letters).split()) for number, letters in texts.items()}


def _names(reading: Reading) -> list[tuple[int, int]]:
    found = []
    for mention in reading.of(Mention):
        place = reading.article.text.find(mention.start, mention.end) if mention.form != "pronoun" else None
        if place:
            found.append(place)
    return found


def _numbers(text: str) -> set[str]:
    return {re.sub(r"[.,\u00a0\u202f ](?=\d{3})", "", one) for one in NUMBER.findall(text)}
