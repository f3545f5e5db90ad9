"""Two articles in one language: identical, near-copy, version, excerpt, rewrite – or only the same quotations.

What counts is an article's own prose. `kept` are its sentences that stand (nearly) word for word in the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.compare.shingles import Run, Strand, runs
from dragoman.records import Article
from dragoman.spans import Span

__all__ = ["Likeness", "compared", "evidence", "relation"]

#: Share of the own prose of an article that stands in the other. Between two reports of our examples that are not
#: copies it is at most .04, between a wire report and its rewrite .2 to .5.
WHOLE = 0.8
HALF = 0.5
#: A copy this much shorter than the other is an excerpt; trimmed by less, it is a copy that lost its tail.
SHORTER = 0.75
#: A sentence is kept when this share of its own words stands in the other in the same order …
KEPT = 0.6
#: … and it has this many: shorter ones are formulas ("He did not say when").
SENTENCE = 8
#: Own words in one row that no two reporters write alike; the longest by chance in our examples is 8.
TELLING = 12


@dataclass(frozen=True)
class Likeness:
    """What two strands share: own prose as a share of each, sentences kept, the runs, the quotations in common."""

    left: float
    right: float
    kept: int
    shared: tuple[Run, ...]
    quoted: int  # words of quotations in common
    same: bool  # every word is the same

    @property
    def longest(self) -> int:
        """Own words of the longest run."""
        return max((run.own for run in self.shared), default=0)


def compared(one: Strand, other: Strand) -> Likeness:
    """What two strands share."""
    found = runs(one, other)
    own = sum(run.own for run in found)
    return Likeness(
        left=own / one.own_count if one.own_count else 0.0,
        right=own / other.own_count if other.own_count else 0.0,
        kept=_kept(one, found),
        shared=found,
        quoted=sum(run.length - run.own for run in found),
        same=one.words == other.words,
    )


def _kept(one: Strand, found: tuple[Run, ...]) -> int:
    covered = [False] * len(one.words)
    for run in found:
        covered[run.left : run.left + run.length] = [True] * run.length
    kept = 0
    for first, end in one.sentence_words:
        own = [at for at in range(first, end) if one.own[at]]
        kept += len(own) >= SENTENCE and sum(covered[at] for at in own) >= KEPT * len(own)
    return kept


def relation(one: Strand, other: Strand, found: Likeness) -> tuple[str, str] | None:
    """(relation, why) of two strands, None when they do not copy from each other or from a third text."""
    if found.same and one.words:
        return ("version" if _one_address(one.article, other.article) else "identical"), "word for word the same text"
    most, least = max(found.left, found.right), min(found.left, found.right)
    lengths = sorted((one.own_count, other.own_count))
    shown = f"{round(100 * most)} % of the shorter text's own words stand in the other in the same order"
    if most >= HALF and _one_house(one.article, other.article):
        return "version", f"one house printed both; {shown}"
    if most >= WHOLE and lengths[0] < SHORTER * lengths[1]:
        return "excerpt", f"{shown}, {found.kept} sentences kept"
    if least >= WHOLE * SHORTER and most >= WHOLE:
        return "near-copy", shown
    if found.kept >= 2 or found.longest >= TELLING:
        return (
            "rewrite",
            f"{max(found.kept, 1)} sentences kept, the longest row of own words in common has {found.longest}",
        )
    return None


def _one_address(one: Article, other: Article) -> bool:
    return bool(one.url) and one.url == other.url


def _one_house(one: Article, other: Article) -> bool:
    same = one.outlet is not None and other.outlet is not None and one.outlet.casefold() == other.outlet.casefold()
    return same or _one_address(one, other)


def evidence(one: Strand, other: Strand, found: Likeness, *, own: bool, most: int = 6) -> tuple[tuple[Span, Span], ...]:
    """The longest runs side by side, in reading order; `own` leaves out what both only quote."""
    chosen = [run for run in found.shared if run.own or not own]
    chosen = sorted(sorted(chosen, key=lambda run: (-run.length, run.left))[:most], key=lambda run: run.left)
    return tuple(
        (one.span(run.left, run.left + run.length - 1), other.span(run.right, run.right + run.length - 1))
        for run in chosen
    )
