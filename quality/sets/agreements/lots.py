"""A further lot of reports of agreements: the files of a folder, read and scored as the first sixty are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from quality.sets.agreements import measured
from quality.sets.agreements.reports import Report
from quality.sets.agreements.reports import gold as read_gold

__all__ = ["lot"]


def lot(file: str) -> tuple[Callable[[], Iterator[Report]], Callable[[], dict[str, float]]]:
    """(its reports, checked word by word; Dragoman on them) of the folder that holds a file, under its name."""
    here = Path(file).resolve().parent

    def gold() -> Iterator[Report]:
        return read_gold(here)

    def numbers() -> dict[str, float]:
        return measured(here.name, gold())

    return gold, numbers
