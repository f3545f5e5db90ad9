"""Check, once more at first sight: 10 short reports over five stories, by somebody who saw no rule of the checker.

What it holds: `texts/`, 15 short articles in English, French, German and Spanish of our own writing about a flood, a
coup, a cut cable, a summit and a train crash; `reports/`, two reports a story in English, French, German, Spanish and
Russian, marked in place, four of them in a language their texts are not in. 93 planted faults and 135 sound
statements. Format and scoring are those of check2.

    python -m quality.sets.check3 [--misses] [--only NAME]

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
