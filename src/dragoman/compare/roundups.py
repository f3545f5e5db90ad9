"""Round-ups: one page with several stories under headings of their own. Each passage is grouped by itself.

A long report has headings too; its passages share their names and words, those of a round-up share hardly any.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from dragoman.compare.profiles import Profile, traits
from dragoman.records import Article

__all__ = ["Passage", "passages"]

#: Headed passages that make a page a candidate, and the characters each needs.
_PARTS, _LONG = 3, 160
#: Likeness of the names and words of passages: in headed reports .34 to .54, between stories that are unlike .02.
_UNLIKE = 0.05


@dataclass(frozen=True)
class Passage:
    """A stretch of the clean text, end exclusive."""

    start: int
    end: int


def passages(article: Article) -> tuple[Passage, ...]:
    """The passages of a round-up, in order; none for any other article."""
    first = next((block.start for block in article.blocks if block.kind != "headline"), 0)
    headed = [block.start for block in article.blocks if block.kind == "heading" and block.start > first]
    starts = [first, *headed]  # the first heading often passes for a standfirst
    if len(starts) < _PARTS:
        return ()
    ends = [*starts[1:], len(article.text.value)]
    parts = [Passage(start, end) for start, end in zip(starts, ends, strict=True) if end - start >= _LONG]
    if len(parts) < _PARTS:
        return ()
    made = [traits(article, start=part.start, end=part.end) for part in parts]
    pairs = list(combinations(range(len(parts)), 2))
    mean = sum(_likeness(made[a], made[b]) for a, b in pairs) / len(pairs)
    return tuple(parts) if mean < _UNLIKE else ()


def _likeness(one: Profile, two: Profile) -> float:
    """Cosine of the words and of the names, the mean of both."""
    return (_cosine(one.words, two.words) + _cosine(one.names, two.names)) / 2


def _cosine(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    both = sum(weight * two[key] for key, weight in one.items() if key in two)
    sizes = _norm(one.values()) * _norm(two.values())
    return both / sizes if sizes else 0.0


def _norm(weights: Iterable[float]) -> float:
    return float(sum(weight * weight for weight in weights) ** 0.5)
