"""Check at first sight a fourth time: 8 short reports over four stories, by somebody who saw no rule of the checker.

What it holds: `texts/`, 14 short articles in English, French, German, Spanish and Russian of our own writing about the
fall of a motorway bridge, a ship aground in a canal, a court that removes a prime minister and a presidential election;
`reports/`, two reports a story, marked in place, two of them in a language the texts they are checked against are not
in. 67 planted faults and 126 sound statements. Format and scoring are those of check2.

    python -m quality.sets.check5 [--misses] [--only NAME]

Gold: one annotator, committed before any run, read over once. A figure or date that is wrong may be called differing or
absent, an altered quotation across languages altered or absent. Quotations in the articles are paraphrase.
"""

from __future__ import annotations

from pathlib import Path

from quality.sets.reports import named

__all__ = ["HERE", "numbers"]

HERE = Path(__file__).resolve().parent


def numbers() -> dict[str, float]:
    """The numbers of this set for the product as it stands."""
    return named(HERE)
