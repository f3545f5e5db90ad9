from __future__ import annotations

from collections.abc import Iterator

from dragoman.read.page import Page
from dragoman.records import Fact, Reading

__all__ = ["dates"]


def dates(page: Page, reading: Reading) -> Iterator[Fact]:
    """Not written yet."""
    yield from ()
