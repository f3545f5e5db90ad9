"""Findings: 300 pairs of short texts that look different, two thirds of them without any contradiction.

What it holds: pairs of one to four sentences about public events of 2022 to 2025 in en, fr, de, es and ru, more than a
third of them across two languages; some are one text that does or does not fit together. The events are real; wordings,
most people, quotations, many details and all planted faults are ours and prove nothing about anybody.

    en.txt … ru.txt, cross.txt   the pairs; both places to compare stand in [[double brackets]]
    pairs.py                     reads and checks them     scoring.py   the rules of the numbers

Gold: one annotator, written before any rule was run on it, no second reading. "Real" are contradictions, internal
inconsistencies and quotations altered, spliced or cut so that the meaning turns. Limits: each pair stands alone and in
few words, so context that a real article gives is missing; differences of a hundredth are noise.
"""

from __future__ import annotations

from quality.sets.findings.pairs import load
from quality.sets.findings.scoring import numbers_of, predict

__all__ = ["numbers"]


def numbers() -> dict[str, float]:
    """The numbers of this set for the product as it stands."""
    pairs = load()
    return {f"findings.{name}": value for name, value in numbers_of(pairs, [predict(pair) for pair in pairs]).items()}
