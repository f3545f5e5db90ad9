"""Check, once more at first sight: 10 short reports over five stories, by somebody who saw no rule of the checker.

What it holds: `texts/`, 15 short articles in English, French, German and Spanish of our own writing about a flood, a
coup, a cut cable, a summit and a train crash; `reports/`, two reports a story in English, French, German, Spanish and
Russian, marked in place, four of them in a language their texts are not in. Format and scoring are those of check2.

    python -m quality.sets.check3 [--misses] [--only NAME]

Gold: one annotator, committed before any run. Where the checker is right and the gold was not, the gold is mended in a
commit of its own. A figure or date that is wrong may be called differing or absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dragoman.read.sources import gather
from dragoman.records import Source
from dragoman.settings import Settings
from quality.sets.check.gold import Report, written
from quality.sets.check.scoring import Judged, judge, numbers_of

__all__ = ["judged", "numbers"]

HERE = Path(__file__).resolve().parent


@cache
def _texts(story: str) -> tuple[tuple[str, Source], ...]:
    """(number, source) of the texts of a story."""
    found = gather([str(HERE / "texts" / story)], settings=Settings()).sources
    return tuple((source.name[:1], source) for source in found)


def _reports() -> Iterator[Report]:
    return written(HERE / "reports")


def judged(only: str = "") -> list[Judged]:
    """The product's verdicts on each report, by mark."""
    return [one for report in _reports() if only in report.name for one in judge(report, _texts(report.story))]


def numbers() -> dict[str, float]:
    """The numbers of this set for the product as it stands."""
    return {f"check3.{name}": value for name, value in numbers_of(judged()).items()}
