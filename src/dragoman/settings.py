"""One frozen Settings; thresholds live here with how they were tuned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Settings"]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a build may be told. Every value has a default that needs no thought."""

    as_of: date | None = None  # read the pile as of this day: the latest publication date that may be inferred
    title: str | None = None
    engine: str = "local"
    jobs: int = 1
    keep_sources: bool = True
    largest_file: int = 8_000_000  # bytes; larger files are reported and left aside
    encoder: bool = True  # sentence vectors propose pairs of quotations across languages
