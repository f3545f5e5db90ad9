"""Check: 30 reports with 600 planted faults and 600 sound statements, and quotations corrupted mechanically.

What it holds: reports over the two examples and three stories of the set lineage, ten of them in another language than
their texts. Four are written by hand; 26 are composed, seeded, out of a bank of 187 sentences with sound and faulty
wordings (by hand: figures, dates, names and roles, standings) and of the quotations that the gold of the examples
marks, with faults made mechanically. A false citation points at an article that holds nothing of the sentence.

    bank_en.txt … bank_ru.txt   the bank       written/*.md   reports by hand, marked in place
    invented.txt                quotations that nobody gave
    gold.py reads them, compose.py composes, corrupt.py corrupts, scoring.py has the rules of the numbers

    python -m quality.sets.check [--root DIR] [--misses]   with --root also the coverage and data sets that lie there

Gold: one annotator, written before any rule of the checker, no second reading. A figure or date that is wrong may be
called differing or absent. Limits: one statement a paragraph, most in the words of a careful desk; a statement recurs
in several reports over other texts; sentences of the bank are shorter than most in reports.
"""

from __future__ import annotations

from quality.sets.check.compose import reports
from quality.sets.check.corrupt import corrupted, pools
from quality.sets.check.scoring import corrupted_numbers, judge, numbers_of

__all__ = ["numbers"]


def numbers() -> dict[str, float]:
    """The numbers of this set for the product as it stands."""
    judged = [one for report in reports() for one in judge(report)]
    given = pools()
    spoilt, _ = corrupted_numbers(corrupted(given), given)
    return {f"check.{name}": value for name, value in {**numbers_of(judged), **spoilt}.items()}
