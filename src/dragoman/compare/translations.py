"""Two articles in two languages: is one the other's translation, sentence by sentence?

Vectors only propose that two sentences say the same; names and numbers judge, and the order of the sentences decides:
two reports of one event tell alike things in another order, a translation keeps it. Quoted sentences do not count,
since every report of a speech has them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from anyascii import anyascii

from dragoman.compare.shingles import Strand
from dragoman.models import ENCODED, Encoder, cosines
from dragoman.spans import Span

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Aligned", "Lines", "align", "lines", "vectors"]

#: Own words a sentence needs to take part.
WORDS = 5
#: Cosine from which two sentences are proposed. Of sentences translated by hand .66 to .95 have it. Independent reports
#: of one event in two languages reach it too, but not in one order: .20 of the sentences at most in 69 pairs of long
#: articles, none in 54 pairs of short ones.
ALIKE = 0.66
#: Cosine at which a single pair is beyond chance.
SURE = 0.8
#: Share of the shorter article's sentences that must be aligned in order for a translation, and how many at least.
SHARE = 0.3
#: The same for articles that days lie between: news is translated at once, and two reports of one affair have its
#: background in common, in the order that every report of it has.
MOSTLY = 0.5
FEWEST = 2
#: For an article that says where it comes from – another agency, reporters of its own – and for how many at least: the
#: lead and what is decided stand first in every report, two sentences in one order are no more than that.
PAIRS_OF_OTHERS = 3
#: For languages without vectors: shared names and numbers out of all those of both sentences, two at least.
ANCHORED = 0.6
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,:]\d+)?")  # 10.000 · 7,000 · 6,8 · 19


@dataclass(frozen=True)
class Lines:
    """The sentences of an article that are its own, with what judges them."""

    strand: Strand
    places: tuple[tuple[int, int], ...]  # first and one past the last word
    texts: tuple[str, ...]
    names: tuple[frozenset[str], ...]
    numbers: tuple[frozenset[str], ...]

    def span(self, index: int) -> Span:
        """Original span of a sentence."""
        first, end = self.places[index]
        return self.strand.span(first, end - 1)


@dataclass(frozen=True)
class Aligned:
    """Pairs of sentences in the order of both articles, with their mean likeness."""

    pairs: tuple[tuple[int, int], ...]
    share: float
    sure: int

    def whole(self, *, late: bool = False, others: bool = False) -> bool:
        """True when the shorter article is, in the main, the other in another language.

        `late`, for days between them, asks for most of it; `others`, for houses of their own, for three sentences too.
        """
        fewest = PAIRS_OF_OTHERS if others else FEWEST
        return self.share >= (MOSTLY if late or others else SHARE) and len(self.pairs) >= fewest

    @property
    def some(self) -> bool:
        """True when sentences of one stand in the other, in order and beyond chance."""
        return self.sure >= 2


def lines(strand: Strand, named: Mapping[str, Sequence[tuple[int, int, str]]]) -> Lines:
    """An article's own sentences; `named` is {source: [(start, end, entity)]} by clean place."""
    value, places = strand.article.text.value, []
    for first, end in strand.sentence_words:
        own = sum(strand.own[first:end])
        if own >= WORDS and 2 * own >= end - first:
            places.append((first, end))
    ranges = [(strand.places[first][0], strand.places[end - 1][1]) for first, end in places]
    mine = named.get(strand.article.source, ())
    return Lines(
        strand=strand,
        places=tuple(places),
        texts=tuple(value[a:b] for a, b in ranges),
        names=tuple(frozenset(name for s, e, name in mine if a <= s and e <= b) for a, b in ranges),
        numbers=tuple(frozenset(_numbers(value[a:b])) for a, b in ranges),
    )


def _numbers(text: str) -> list[str]:
    return [re.sub(r"\D", "", anyascii(found)) for found in _NUMBER.findall(text)]


def vectors(all_lines: Sequence[Lines], encoder: Encoder | None) -> list[Any]:
    """One array of sentence vectors an article, None where the encoder does not know its language."""
    if encoder is None:
        return [None] * len(all_lines)
    known = [one.strand.article.language in ENCODED for one in all_lines]
    texts = [text for one, wanted in zip(all_lines, known, strict=True) if wanted for text in one.texts]
    found, made, at = encoder.encode(texts), [], 0
    for one, wanted in zip(all_lines, known, strict=True):
        made.append(found[at : at + len(one.texts)] if wanted else None)
        at += len(one.texts) if wanted else 0
    return made


def align(one: Lines, other: Lines, left: Any, right: Any) -> Aligned:
    """The best monotone alignment of two articles' own sentences."""
    if not one.texts or not other.texts:
        return Aligned((), 0.0, 0)
    scores = _scores(one, other, left, right)
    pairs = _path(scores) if (scores > 0).sum() >= 2 else ()
    sure = sum(scores[a, b] >= SURE for a, b in pairs)
    return Aligned(pairs, len(pairs) / min(len(one.texts), len(other.texts)), sure)


def _scores(one: Lines, other: Lines, left: Any, right: Any) -> np.ndarray[Any, Any]:
    """Likeness of every two sentences, 0 where it is low or where names or numbers speak against it."""
    import numpy as np

    if left is None or right is None:
        scores = np.zeros((len(one.texts), len(other.texts)))
        wanted = [(a, b) for a in range(len(one.texts)) for b in range(len(other.texts))]
        for a, b in wanted:
            scores[a, b] = _anchored(one, other, a, b)
        return scores
    scores = np.asarray(cosines(left, right), dtype=float)
    scores[scores < ALIKE] = 0.0
    numbers, names = _both(one.numbers, other.numbers), _both(one.names, other.names)
    for a, b in np.argwhere(scores > 0):
        if _apart(one.numbers[a], other.numbers[b], numbers) or _apart(one.names[a], other.names[b], names):
            scores[a, b] = 0.0
    return scores


def _both(mine: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> frozenset[str]:
    """What stands somewhere in both articles: only that can be missed; the rest may be written otherwise."""
    return frozenset().union(*mine) & frozenset().union(*theirs)


def _apart(mine: frozenset[str], theirs: frozenset[str], both: frozenset[str]) -> bool:
    """True when each has some that the other article has too, and they have none in common."""
    mine, theirs = mine & both, theirs & both
    return bool(mine) and bool(theirs) and not mine & theirs


def _anchored(one: Lines, other: Lines, a: int, b: int) -> float:
    """Likeness by names and numbers alone."""
    mine, theirs = one.names[a] | one.numbers[a], other.names[b] | other.numbers[b]
    both = len(mine & theirs)
    share = both / len(mine | theirs) if both >= 2 else 0.0
    return share if share >= ANCHORED else 0.0


def _path(scores: np.ndarray[Any, Any]) -> tuple[tuple[int, int], ...]:
    """The pairs of highest total likeness in which both sides only move forward."""
    rows, columns = scores.shape
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    values = scores.tolist()
    for i in range(rows):
        for j in range(columns):
            here = best[i][j] + values[i][j] if values[i][j] else 0.0
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], here)
    pairs, i, j = [], rows, columns
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            pairs.append((i - 1, j - 1))
            i, j = i - 1, j - 1
    return tuple(reversed(pairs))
