"""SQLite: a library in one file. With a write-ahead log readers never wait; a commit is on the disk when it returns."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dragoman.errors import BrokenLibrary
from dragoman.store import Hit
from dragoman.store.shelves import Shelves, conditions
from dragoman.store.tables import FOUND, MIGRATIONS

__all__ = ["Sqlite"]

_TYPES = {"blob": "BLOB", "serial": "INTEGER PRIMARY KEY AUTOINCREMENT"}
_WAIT = 30.0  # seconds a writer waits for another one
_LATEST = (
    3000  # hits ranked: a common word is in more, then the latest kept count; ranking all took 0.2 s at 10,000 articles
)
#: The index: a plain table, and the words of its rows by FTS5; triggers keep the two in step.
_INDEX = (
    "CREATE TABLE found (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, grp TEXT NOT NULL, words TEXT NOT NULL"
    + "".join(f", {column} TEXT NOT NULL DEFAULT ''" for column in FOUND)
    + ")",
    "CREATE INDEX found_grp ON found (grp)",
    "CREATE VIRTUAL TABLE found_words USING fts5(words, content='found', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER found_in AFTER INSERT ON found BEGIN "
    "INSERT INTO found_words (rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER found_out AFTER DELETE ON found BEGIN "
    "INSERT INTO found_words (found_words, rowid, words) VALUES ('delete', old.id, old.words); END",
)


class Sqlite(Shelves):
    """A `Store` in a file; safe to use from several threads and processes."""

    def __init__(self, url: str) -> None:
        self.path = Path(url.split("://", 1)[1].removeprefix("/") if url.startswith("sqlite:///") else url)
        if url.startswith("sqlite:////"):
            self.path = Path("/" + url.removeprefix("sqlite:////"))
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        if not self.path.parent.is_dir():
            raise BrokenLibrary(f"{self.path}: its folder does not exist. Make the folder, or give another path.")
        self._migrate()

    # -- connections -----------------------------------------------------------------------------

    def _connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        made: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if made is None:
            try:
                made = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
                made.execute("PRAGMA journal_mode = WAL")
                made.execute("PRAGMA synchronous = FULL")
            except sqlite3.DatabaseError as error:
                raise BrokenLibrary(f"{self.path}: not a library that can be opened ({error}).") from error
            self._local.connection, self._local.depth = made, 0
            with self._lock:
                self._all.append(made)
        return made

    def execute(self, sql: str, values: list[Any]) -> Any:
        """Run one statement on this thread's connection."""
        return self._connection().execute(sql, values)

    def _migrate(self) -> None:
        with self.transaction():
            run = self._connection().execute
            (version,) = run("PRAGMA user_version").fetchone()
            if version > len(MIGRATIONS):
                raise BrokenLibrary(
                    f"{self.path}: written by a newer Dragoman (schema {version}, this one knows {len(MIGRATIONS)}). "
                    "Update Dragoman."
                )
            for number in range(version, len(MIGRATIONS)):
                for statement in (*MIGRATIONS[number], *(_INDEX if number == 0 else ())):
                    run(statement.format(**_TYPES) if "{" in statement else statement)
                run(f"PRAGMA user_version = {number + 1}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept, or nothing; one inside another belongs to the outer one."""
        connection = self._connection()
        if self._local.depth:
            yield
            return
        connection.execute("BEGIN IMMEDIATE")
        self._local.depth = 1
        try:
            yield
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        else:
            connection.execute("COMMIT")
        finally:
            self._local.depth = 0

    def close(self) -> None:
        """Close every thread's connection."""
        with self._lock:
            while self._all:
                self._all.pop().close()
        self._local = threading.local()

    # -- searching -------------------------------------------------------------------------------

    def search(self, phrases: Sequence[Sequence[Sequence[str]]], *, limit: int, **where: str) -> list[Hit]:
        """The best of the latest hits."""
        tests, values = conditions(where)
        if not phrases:
            sql = f"SELECT key, 0.0 FROM found WHERE 1{tests} ORDER BY day DESC, key LIMIT ?"
            return [Hit(*row) for row in self.execute(sql, [*values, limit])]
        match = " AND ".join("(" + " OR ".join(map(_run, alternatives)) + ")" for alternatives in phrases)
        sql = (
            "SELECT key, rank FROM (SELECT found.key AS key, found.day AS day, -bm25(found_words) AS rank "
            "FROM found_words JOIN found ON found.id = found_words.rowid "
            f"WHERE found_words MATCH ?{tests} ORDER BY found_words.rowid DESC LIMIT {_LATEST}) "
            "ORDER BY round(rank, 3) DESC, day DESC, key LIMIT ?"
        )
        return [Hit(*row) for row in self.execute(sql, [match, *values, limit])]

    def check(self) -> list[str]:
        """What SQLite itself finds wrong, and words that do not match their rows."""
        run = self._connection().execute
        wrong = [line for (line,) in run("PRAGMA integrity_check") if line != "ok"]
        try:
            run("INSERT INTO found_words (found_words, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            wrong.append(f"the index does not match what it was made from ({error})")
        return wrong


def _run(words: Sequence[str]) -> str:
    """A run of words for FTS5; the last may go on, unless it is a number or very short."""
    held = " ".join(word.replace('"', "") for word in words)
    return f'"{held}"' + (" *" if len(words[-1]) >= 3 and not words[-1].isdigit() else "")
