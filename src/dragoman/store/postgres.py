"""PostgreSQL: a library that many people share. The same shelves; only the index for searching is the server's own."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from dragoman.errors import BrokenLibrary, MissingExtra
from dragoman.store import Hit
from dragoman.store.shelves import Shelves, conditions
from dragoman.store.tables import FOUND, MIGRATIONS, SHELVES

__all__ = ["Postgres"]

_TYPES = {"blob": "BYTEA", "serial": "BIGSERIAL PRIMARY KEY"}
_LATEST = 3000  # hits ranked, as in SQLite
_LOCK = 7_240_614  # any number: writers of one library wait for each other on it, as in SQLite
_INDEX = (
    "CREATE TABLE found (id BIGSERIAL PRIMARY KEY, key TEXT NOT NULL UNIQUE, grp TEXT NOT NULL, words TSVECTOR NOT NULL"
    + "".join(f", {column} TEXT NOT NULL DEFAULT ''" for column in FOUND)
    + ")",
    "CREATE INDEX found_grp ON found (grp)",
    "CREATE INDEX found_words ON found USING GIN (words)",
    "CREATE TABLE schema_version (version INTEGER NOT NULL)",
    "INSERT INTO schema_version VALUES (0)",
)


class Postgres(Shelves):
    """A `Store` on a server; one connection a thread."""

    words_mark = "to_tsvector('simple', ?)"

    def __init__(self, url: str) -> None:
        try:
            import psycopg
        except ImportError as error:
            raise MissingExtra(
                "a PostgreSQL library needs psycopg. Install it with: pip install 'dragoman[postgres]'"
            ) from error
        self.url = url
        self._psycopg = psycopg
        self._local = threading.local()
        self._all: list[Any] = []
        self._lock = threading.Lock()
        self._migrate()

    # -- connections -----------------------------------------------------------------------------

    def _connection(self) -> Any:
        made = getattr(self._local, "connection", None)
        if made is None or made.closed:
            try:
                made = self._psycopg.connect(self.url, autocommit=True, connect_timeout=10)
            except self._psycopg.Error as error:
                where = self.url.rsplit("@", 1)[-1]  # never a password
                reason = str(error).strip().splitlines()[0]
                raise BrokenLibrary(f"{where}: the server does not let us in ({reason}).") from error
            self._local.connection, self._local.depth = made, 0
            with self._lock:
                self._all.append(made)
        return made

    def execute(self, sql: str, values: list[Any]) -> Any:
        """Run one statement on this thread's connection."""
        return self._connection().execute(sql.replace("%", "%%").replace("?", "%s"), values)

    def _migrate(self) -> None:
        with self.transaction():
            run = self._connection().execute
            there = run("SELECT to_regclass('schema_version')").fetchone()[0] is not None
            version = run("SELECT version FROM schema_version").fetchone()[0] if there else 0
            if version > len(MIGRATIONS):
                raise BrokenLibrary(
                    f"the library was written by a newer Dragoman (schema {version}, this one knows "
                    f"{len(MIGRATIONS)}). Update Dragoman."
                )
            for number in range(version, len(MIGRATIONS)):
                for statement in (*MIGRATIONS[number], *(_INDEX if number == 0 else ())):
                    run(statement.format(**_TYPES) if "{" in statement else statement)
                run("UPDATE schema_version SET version = %s", (number + 1,))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept, or nothing; one inside another belongs to the outer one."""
        connection = self._connection()
        if self._local.depth:
            yield
            return
        self._local.depth = 1
        try:
            with connection.transaction():
                connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
                yield
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
            sql = f"SELECT key, 0.0 FROM found WHERE 1 = 1{tests} ORDER BY day DESC, key LIMIT ?"
            return [Hit(*row) for row in self.execute(sql, [*values, limit])]
        match = " & ".join("(" + " | ".join(map(_run, alternatives)) + ")" for alternatives in phrases)
        sql = (
            "SELECT key, fit FROM (SELECT key, day, CAST(ts_rank_cd(words, asked) AS float8) AS fit "
            "FROM found, to_tsquery('simple', ?) AS asked "
            f"WHERE words @@ asked{tests} ORDER BY id DESC LIMIT {_LATEST}) AS hits "
            "ORDER BY round(CAST(fit AS numeric), 3) DESC, day DESC, key LIMIT ?"
        )
        return [Hit(*row) for row in self.execute(sql, [match, *values, limit])]

    def check(self) -> list[str]:
        """What can be seen to be wrong from outside the server: shelves that are gone."""
        run = self._connection().execute
        return [
            f"the table {name} is gone"
            for name in (*SHELVES, "found")
            if run("SELECT to_regclass(%s)", (name,)).fetchone()[0] is None
        ]


def _run(words: Sequence[str]) -> str:
    """A run of words for to_tsquery; the last may go on, unless it is a number or very short."""
    held = [word.replace("'", "") for word in words]
    last = f"'{held[-1]}'" + (":*" if len(held[-1]) >= 3 and not held[-1].isdigit() else "")
    return "(" + " <-> ".join([*(f"'{word}'" for word in held[:-1]), last]) + ")"
