"""KEEPING. What a library holds between two runs: sources, readings, stories, corrections, versions of dossiers.

    tables   the schema, once for all databases       words     text as words to search by
    shelves  what databases share                     library   the verbs the rest of Dragoman uses
    sqlite   the default: one file, no server         postgres  a server, for a newsroom
    vectors  vectors of texts that were encoded once

Rule of this folder: SQL stands here and nowhere else; a database is one class with the few methods of `Store`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from dragoman.errors import UnknownChoice

__all__ = ["STORES", "Hit", "Row", "Store", "open_store"]


class Row(NamedTuple):
    """One thing on a shelf: its key, when it came relative to others, and its payload."""

    key: str
    seq: int
    payload: bytes


class Hit(NamedTuple):
    """One thing found: its key in the index and how well it fits (greater is better, only for ordering)."""

    key: str
    rank: float


class Store(Protocol):
    """What a database has to do. Every write belongs to a `transaction`; all or nothing of it is kept."""

    def transaction(self) -> AbstractContextManager[None]:
        """Begin to write; committed at the end, undone when an exception leaves it."""

    def put(self, shelf: str, key: str, payload: bytes, **columns: str) -> bool:
        """Keep a payload under a key, in the place of what was there; True when the key is new."""

    def get(self, shelf: str, key: str) -> bytes | None:
        """The payload of a key, None when there is none."""

    def rows(self, shelf: str, *, after: int = 0, limit: int | None = None, **where: str) -> Iterator[Row]:
        """What a shelf holds, in the order it came, with these columns."""

    def keys(self, shelf: str, **where: str) -> list[str]:
        """The keys of a shelf, in the order they came."""

    def counts(self, shelf: str, *columns: str) -> list[tuple[tuple[str, ...], int]]:
        """How many have which values of these columns, in the order of the values."""

    def drop(self, shelf: str, **where: str) -> int:
        """Take away what has these columns (`key=` included); how many that were."""

    def index(self, entries: Iterable[tuple[str, str, str, Mapping[str, str]]]) -> None:
        """Make findable: (key, group, words of words.indexed, columns kind/language/outlet/day/speaker)."""

    def unindex(self, group: str) -> None:
        """Take away everything indexed under a group."""

    def search(self, phrases: Sequence[Sequence[Sequence[str]]], *, limit: int, **where: str) -> list[Hit]:
        """What holds every term: a term is a list of alternatives, each a run of words whose last may go on."""

    def check(self) -> list[str]:
        """What is wrong with the database itself, in words; empty when nothing is."""

    def close(self) -> None:
        """Let go of the database."""


def _sqlite(url: str) -> Store:
    from dragoman.store.sqlite import Sqlite

    return Sqlite(url)


def _postgres(url: str) -> Store:
    from dragoman.store.postgres import Postgres

    return Postgres(url)


#: URL scheme → opener; a path without a scheme is a SQLite file
STORES: dict[str, Callable[[str], Store]] = {
    "sqlite": _sqlite,
    "postgresql": _postgres,
    "postgres": _postgres,
}


def open_store(url: str) -> Store:
    """The store of a URL: `sqlite:///path`, `postgresql://…`, or the path of a SQLite file."""
    scheme = url.split("://", 1)[0] if "://" in url else "sqlite"
    if scheme not in STORES:
        raise UnknownChoice("library", scheme, sorted(STORES))
    return STORES[scheme](url)
