"""Check at first sight a third time: 12 short reports over six stories, by somebody who saw no rule of the checker.

What it holds: `texts/`, 18 short articles in English, French, German, Spanish and Russian of our own writing about an
explosion in a port, a doping ban, a plebiscite, a fine for a company, the fire of a cathedral and a verdict;
`reports/`, two reports a story, marked in place, five of them in a language the texts they are checked against are not
in. 111 planted faults and 154 sound statements. Format and scoring are those of check2.

    python -m quality.sets.check4 [--misses] [--only NAME]

Gold: one annotator, committed before any run. Where the checker is right and the gold was not, the gold is mended in a
commit of its own. A figure or date that is wrong may be called differing or absent.
"""

from __future__ import annotations

from pathlib import Path

from quality.sets.reports import named

__all__ = ["HERE", "numbers"]

HERE = Path(__file__).resolve().parent


def numbers() -> dict[str, float]:
    """The numbers of this set for the product as it stands."""
    return named(HERE)
