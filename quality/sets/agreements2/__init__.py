"""20 more short reports of agreements, four in each of English, French, German, Spanish and Russian: the unseen half.

Of kinds the first 60 seldom hold: fisheries, wages, coalitions, mergers, truces, exchanges of prisoners, borders,
association with the votes of chambers. Many steps are told by a noun ("the signing of", "la firma", "ratification by"),
many by an ellipsis ("Paris in January"), and most reports hold two or three agreements.

Format, conventions and scoring are those of `quality.sets.agreements`. Written and committed on 22 November 2026 before
any rule was written or changed that day, by one annotator who had not read the rules or an output on these texts.
The first run, before any rule, is told in quality/README.md. Events are public, facts from memory, details may be off.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quality.sets.agreements import measured
from quality.sets.agreements.reports import Report
from quality.sets.agreements.reports import gold as read_gold

__all__ = ["gold", "numbers"]

HERE = Path(__file__).resolve().parent


def gold() -> Iterator[Report]:
    """Every report, checked word by word."""
    return read_gold(HERE)


def numbers() -> dict[str, float]:
    """Dragoman on the set: over all, and stage F1 by language."""
    return measured("agreements2", gold())
