"""One frozen Settings; thresholds live here with how they were tuned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Limits", "Settings"]


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much of a container is read; beyond, it is said and the rest goes on. All are far above real collections."""

    whole: int = 256_000_000  # bytes of a container that must be read whole (JSON, table, feed, PDF, a member)
    unpacked: int = 4_000_000_000  # bytes that one archive may unpack to, archives inside it included
    members: int = 100_000  # members of one archive, archives inside it included
    ratio: int = 250  # unpacked bytes for each packed one; news text packs to 1:3 to 1:10, logs to 1:60
    deep: int = 4  # archives inside archives
    pages: int = 5_000  # pages of one PDF
    seconds: int = 60  # processor time for one PDF or feed
    memory: int = 2_000_000_000  # bytes that reading one PDF or feed may take beyond what is in use


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a build may be told. Every value has a default that needs no thought."""

    as_of: date | None = None  # read the pile as of this day: the latest publication date that may be inferred
    title: str | None = None
    engine: str = "local"
    jobs: int = 1
    keep_sources: bool = True
    extracts_only: bool = False  # short extracts in the page, no sources in the folder: it can be shared
    language: str = "en"  # of the page's own words
    largest_file: int = 8_000_000  # bytes; larger files are reported and left aside
    limits: Limits = Limits()
    columns: tuple[tuple[str, str], ...] = ()  # (what, column): which column is the text, the date …
    learned: tuple[str, ...] = ()  # site, tab, line: furniture that a pile taught (read/pile.py), for `sift` to repeat
    days: tuple[str, ...] = ()  # ISO days on which articles of the story appeared, for those that write no year
    encoder: bool = True  # sentence vectors propose pairs of quotations across languages
