"""What the sets of reports over stories of our own share: reports/*.md are judged against texts/<story>/<n>_<xx>.txt.

The sets check2 to check5 are such; each gives its folder. Format and scoring are those of the set check.
"""

from __future__ import annotations

import argparse
from functools import cache
from pathlib import Path

from dragoman.read.sources import gather
from dragoman.records import Source
from dragoman.settings import Settings
from quality.sets.check.gold import written
from quality.sets.check.scoring import Judged, judge, missed, numbers_of

__all__ = ["judged", "named", "show"]


@cache
def _texts(folder: Path) -> tuple[tuple[str, Source], ...]:
    """(number, source) of the texts of a story."""
    return tuple((source.name[:1], source) for source in gather([str(folder)], settings=Settings()).sources)


def judged(here: Path, only: str = "") -> list[Judged]:
    """The product's verdicts on each report of the set that lies there, by mark."""
    reports = (report for report in written(here / "reports") if only in report.name)
    return [one for report in reports for one in judge(report, _texts(here / "texts" / report.story))]


def named(here: Path) -> dict[str, float]:
    """The numbers of the set that lies there, for the product as it stands, under its name."""
    return {f"{here.name}.{name}": value for name, value in numbers_of(judged(here)).items()}


def show(here: Path) -> None:
    """Prints the numbers, and with --misses every statement that was judged otherwise than the gold says."""
    options = argparse.ArgumentParser()
    options.add_argument("--misses", action="store_true")
    options.add_argument("--only", default="")
    given = options.parse_args()
    found = judged(here, given.only)
    if given.misses:
        print("\n".join(line for one in found if (line := missed(one))))
    for name, value in numbers_of(found).items():
        print(f"{name:28} {value}")
