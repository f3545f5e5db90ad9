"""The tables of a library: one schema for every database, JSON payload plus the columns that are looked up.

Each shelf has a key, a payload (deflated JSON or bytes as found) and columns; `{blob}` and `{serial}` are the only
words in which databases differ here. The index for searching is the database's own and stands in its file.
A change of the schema is a new entry at the end of MIGRATIONS, never an edit.
"""

from __future__ import annotations

__all__ = ["FOUND", "MIGRATIONS", "SHELVES", "WIDEST"]

#: shelf → the columns that can be asked for, beside key and payload
SHELVES: dict[str, tuple[str, ...]] = {
    "sources": ("name", "kind"),
    "raws": (),
    "sightings": ("source", "name", "url", "outlet"),
    "articles": ("source", "language", "published", "outlet", "rules"),
    "readings": ("source", "rules"),
    "stories": ("slug", "title", "changed"),
    "members": ("story", "source"),
    "names": ("story", "entity", "folded"),
    "versions": ("story", "number", "digest"),
    "files": ("story", "number", "name"),
    "corrections": ("verdict", "about"),
    "feeds": ("url",),
    "questions": ("kind",),
    "visits": ("who",),
    "vectors": (),
    "sounds": ("sound",),
}
_FIRST = tuple(name for name in SHELVES if name not in ("vectors", "sounds"))  # the shelves of the first version


def _shelf(name: str, columns: tuple[str, ...]) -> list[str]:
    listed = "".join(f", {column} TEXT NOT NULL DEFAULT ''" for column in columns)
    made = [f"CREATE TABLE {name} (seq {{serial}}, key TEXT NOT NULL UNIQUE, payload {{blob}} NOT NULL{listed})"]
    return made + [f"CREATE INDEX {name}_{column} ON {name} ({column})" for column in columns]


#: Statements that lead from one version of the schema to the next; version n is reached after MIGRATIONS[n - 1].
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    tuple(statement for name in _FIRST for statement in _shelf(name, SHELVES[name])),
    tuple(_shelf("vectors", ())),
    tuple(_shelf("sounds", SHELVES["sounds"])),
)

#: Columns of the index beside key, group and words; a search may ask for each of them.
FOUND: tuple[str, ...] = ("kind", "language", "outlet", "day", "speaker")
WIDEST = (
    500  # characters of a column that are kept for looking up: databases refuse to index more than some 2,700 bytes
)
