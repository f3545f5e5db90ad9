"""The shelves of a library in plain SQL that every database of ours understands; `?` stands for a value."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

from dragoman.store import Row
from dragoman.store.tables import FOUND, SHELVES, WIDEST

__all__ = ["Shelves", "conditions", "storable"]


class Shelves(ABC):
    """What databases share of a `Store`; each brings its way to run a statement and its index for searching."""

    words_mark = "?"  # how the words of an entry are written to the index

    @abstractmethod
    def execute(self, sql: str, values: list[Any]) -> Any:
        """Run one statement on this thread's connection; the cursor."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """Begin to write; all of it is kept, or nothing."""

    def put(self, shelf: str, key: str, payload: bytes, **columns: str) -> bool:
        """Keep a payload; True when the key is new."""
        names = ["key", "payload", *columns]
        values = [key, payload, *map(storable, columns.values())]
        changes = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
        with self.transaction():
            new = self.get(shelf, key) is None
            self.execute(
                f"INSERT INTO {_known(shelf)} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
                f"ON CONFLICT (key) DO UPDATE SET {changes}",
                values,
            )
        return new

    def get(self, shelf: str, key: str) -> bytes | None:
        """The payload of a key."""
        row = self.execute(f"SELECT payload FROM {_known(shelf)} WHERE key = ?", [key]).fetchone()
        return bytes(row[0]) if row else None

    def rows(self, shelf: str, *, after: int = 0, limit: int | None = None, **where: str) -> Iterator[Row]:
        """What a shelf holds, in the order it came."""
        tests, values = _equal(where)
        sql = f"SELECT key, seq, payload FROM {_known(shelf)} WHERE seq > ?{tests} ORDER BY seq"
        if limit is not None:
            sql += f" LIMIT {int(limit)}"
        for key, seq, payload in self.execute(sql, [after, *values]):
            yield Row(key, seq, bytes(payload))

    def keys(self, shelf: str, **where: str) -> list[str]:
        """The keys of a shelf, in the order they came."""
        tests, values = _equal(where)
        sql = f"SELECT key FROM {_known(shelf)} WHERE 1 = 1{tests} ORDER BY seq"
        return [key for (key,) in self.execute(sql, values)]

    def counts(self, shelf: str, *columns: str) -> list[tuple[tuple[str, ...], int]]:
        """How many have which values of these columns, in the order of the values."""
        known = [column for column in columns if column in SHELVES[shelf]]
        if not columns or len(known) < len(columns):
            raise KeyError(columns)
        listed = ", ".join(columns)
        sql = f"SELECT {listed}, COUNT(*) FROM {_known(shelf)} GROUP BY {listed}"
        return sorted((tuple(row[:-1]), int(row[-1])) for row in self.execute(sql, []))

    def drop(self, shelf: str, **where: str) -> int:
        """Take away what has these columns; all of the shelf when none is given."""
        tests, values = _equal(where)
        with self.transaction():
            gone: int = self.execute(f"DELETE FROM {_known(shelf)} WHERE 1 = 1{tests}", values).rowcount
        return gone

    def index(self, entries: Iterable[tuple[str, str, str, Mapping[str, str]]]) -> None:
        """Make findable; an entry replaces the one of the same key."""
        names = ["key", "grp", "words", *FOUND]
        marks = ", ".join(self.words_mark if name == "words" else "?" for name in names)
        sql = f"INSERT INTO found ({', '.join(names)}) VALUES ({marks})"
        with self.transaction():
            for key, group, words, columns in entries:
                self.execute("DELETE FROM found WHERE key = ?", [key])
                self.execute(sql, [key, group, words, *(storable(columns.get(name, "")) for name in FOUND)])

    def unindex(self, group: str) -> None:
        """Take away everything indexed under a group."""
        with self.transaction():
            self.execute("DELETE FROM found WHERE grp = ?", [group])


def _known(shelf: str) -> str:
    if shelf not in SHELVES:
        raise KeyError(shelf)
    return shelf


def _equal(where: Mapping[str, str]) -> tuple[str, list[str]]:
    return "".join(f" AND {name} = ?" for name in where), [storable(one) for one in where.values()]


def storable(value: str) -> str:
    """A column as every database can hold it: no NUL, no half characters, not too wide for an index."""
    return value[:WIDEST].replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def conditions(where: Mapping[str, str]) -> tuple[str, list[str]]:
    """SQL for the columns of the index; `since` and `until` are days, `speaker` is one or more folded words."""
    tests, values = "", []
    for name, value in where.items():
        if name in ("since", "until"):
            tests += f" AND found.day <> '' AND found.day {'>=' if name == 'since' else '<='} ?"
        elif name == "speaker":
            tests += " AND ' ' || found.speaker || ' ' LIKE ?"
            value = f"% {value} %"
        elif name in FOUND:
            tests += f" AND found.{name} = ?"
        else:
            raise KeyError(name)
        values.append(storable(value))
    return tests, values
