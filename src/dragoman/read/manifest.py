"""articles.toml: what is known about files from outside – date, outlet, address, title, language, kind."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dragoman.errors import BadManifest
from dragoman.read.dateline import given_day
from dragoman.records import Trouble

__all__ = ["KEYS", "MANIFEST", "Manifest", "read_manifest"]

MANIFEST = "articles.toml"
KEYS = ("date", "outlet", "url", "title", "language", "kind")
KINDS = ("text", "html")


@dataclass(frozen=True)
class Manifest:
    """Entries by the file's path relative to the folder the manifest lies in."""

    path: Path
    entries: Mapping[str, tuple[tuple[str, str], ...]]

    def about(self, file: Path) -> tuple[tuple[str, str], ...]:
        """What is said of a file; nothing when it has no entry."""
        try:
            name = file.resolve().relative_to(self.path.parent.resolve()).as_posix()
        except ValueError:
            return ()
        return self.entries.get(name, ())

    def missing(self, shown: str = "") -> Iterator[Trouble]:
        """One line an entry whose file does not exist."""
        for name in self.entries:
            if not (self.path.parent / name).is_file():
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
    return Manifest(path, {name: _entry(path, name, table) for name, table in tables.items()})


def _entry(path: Path, name: str, table: object) -> tuple[tuple[str, str], ...]:
    where = f'{path}: ["{name}"]'
    if not isinstance(table, dict):
        raise BadManifest(f'{where}: must be a table named after a file. Write ["file.txt"] and its keys below.')
    for key, value in table.items():
        if key not in KEYS:
            raise BadManifest(f'{where}: unknown key "{key}". Allowed: {", ".join(KEYS)}.')
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
