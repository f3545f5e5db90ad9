"""articles.toml: what is known about files from outside – date, outlet, address, title, language, kind.

["pile.csv"]                              an entry is a file, or a part of one by its locator
outlet = "Harbour News"
map = { text = "body", date = "pubdate" } which column of a table is what
["laws.zip!/treaty.txt"]
kind = "primary"                          the document itself, not press about it
[map]                                     the same for every file of the folder
text = "body"
[owners]                                  who owns whom
"Harbour News" = "Quay Group"
[feeds]                                   whose text stands in whose pages
"Harbour News" = ["AFP", "Reuters"]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from dragoman.errors import BadInput, BadManifest
from dragoman.read.columns import parse_map
from dragoman.read.dateline import given_day
from dragoman.records import Trouble

__all__ = ["KEYS", "MANIFEST", "Manifest", "read_manifest"]

MANIFEST = "articles.toml"
KEYS = ("date", "outlet", "url", "title", "language", "kind", "author", "credit", "via", "seen", "updated")
PART = re.compile(r"!/|#")  # pile.zip!/a.html · pile.jsonl#L12/text
KINDS = ("text", "html", "primary")
BONDS = ("owners", "feeds")  # tables of who owns or supplies whom
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Manifest:
    """Entries by the file's path relative to the folder the manifest lies in."""

    path: Path
    entries: Mapping[str, Pairs]
    maps: Mapping[str, Pairs] = field(default_factory=dict)  # column maps by file, "" for every file
    owners: Pairs = ()  # (outlet, its owner or supplier)

    def about(self, file: Path, place: str = "") -> Pairs:
        """What is said of a file, or of the part of it at a place; nothing when it has no entry."""
        return self.entries.get(f"{self._name(file)}{place}", ())

    def columns(self, file: Path) -> Pairs:
        """The column map for a file: its own, then that of the folder."""
        return (*self.maps.get(self._name(file) or "-", ()), *self.maps.get("", ()))

    def _name(self, file: Path) -> str:
        try:
            return file.resolve().relative_to(self.path.parent.resolve()).as_posix()
        except (ValueError, OSError, RuntimeError):  # RuntimeError: a loop of links
            return ""

    def missing(self, shown: str = "") -> Iterator[Trouble]:
        """One line an entry whose file does not exist."""
        for name in self.entries:
            outer = PART.split(name, maxsplit=1)[0]
            if not any((self.path.parent / one).is_file() for one in (name, outer)):
                cure = f"Correct the name in {shown or self.path.name} or remove the entry."
                yield Trouble(
                    where=name, what=f"has an entry in {shown or self.path.name}, but there is no such file.", cure=cure
                )


def read_manifest(path: Path) -> Manifest:
    """The manifest at a path; raises BadManifest that names file, key and what is allowed."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadManifest(f"{path}: cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadManifest(
            f'{path}: is not TOML ({error}). Write ["file.txt"] and under it date = "2024-06-19".'
        ) from error
    bonds = {name: tables.pop(name) for name in BONDS if name in tables}
    maps = {"": _map(path, "map", tables.pop("map"))} if "map" in tables else {}
    for name, table in tables.items():
        if isinstance(table, dict) and "map" in table:
            maps[PART.split(name, maxsplit=1)[0]] = _map(path, name, table.pop("map"))
    entries = {name: _entry(path, name, table) for name, table in tables.items()}
    return Manifest(path, entries, maps, tuple(pair for name in bonds for pair in _bonds(path, name, bonds[name])))


def _map(path: Path, name: str, table: object) -> Pairs:
    if not isinstance(table, dict) or not all(isinstance(column, str) for column in table.values()):
        raise BadManifest(f'{path}: ["{name}"]: map must be like {{ text = "body", date = "pubdate" }}.')
    try:
        return tuple(pair for what, column in table.items() for pair in parse_map(f"{what}={column}"))
    except BadInput as error:
        raise BadManifest(f"{path}: {error}") from error


def _bonds(path: Path, name: str, table: object) -> Iterator[tuple[str, str]]:
    """(outlet, owner or supplier) pairs of a table."""
    cure = f'{path}: [{name}]: write "Outlet" = "Owner" or "Outlet" = ["One", "Two"].'
    if not isinstance(table, dict):
        raise BadManifest(cure)
    for outlet, others in table.items():
        listed = others if isinstance(others, list) else [others]
        if not all(isinstance(one, str) and one.strip() for one in listed):
            raise BadManifest(cure)
        yield from ((outlet.strip(), one.strip()) for one in listed)


def _entry(path: Path, name: str, table: object) -> Pairs:
    where = f'{path}: ["{name}"]'
    if not isinstance(table, dict):
        raise BadManifest(f'{where}: must be a table named after a file. Write ["file.txt"] and its keys below.')
    for key, value in table.items():
        if key not in KEYS:
            raise BadManifest(f'{where}: unknown key "{key}". Allowed: {", ".join(KEYS)}, map.')
        if key == "date":
            if not isinstance(value, (date, str)) or not given_day(_plain(value), basis="given"):
                raise BadManifest(
                    f'{where}: date = {value!r} is not a date. Write date = "2024-06-19", "2024-06" or "2024".'
                )
        elif not isinstance(value, str) or not value.strip():
            raise BadManifest(f"{where}: {key} must be words in quotation marks, not {value!r}.")
        if key == "kind" and value not in KINDS:
            raise BadManifest(f'{where}: kind = "{value}" is not known. Allowed: {", ".join(KINDS)}.')
    return tuple((key, _plain(table[key])) for key in KEYS if key in table)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value).strip()
