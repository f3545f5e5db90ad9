"""Finds the bytes of sources again in the files they came from: what `verify --originals` stands on.

The files are read as they were for the dossier. Which column of a table held the words stands in the locators
(`pile.csv#L3/body`), so no column map need be remembered.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dragoman.read.sources import sources
from dragoman.records import Source
from dragoman.settings import Settings

__all__ = ["replay"]

COLUMN = re.compile(r"#(?:L\d+|(?:/[^/]+)*)/([^/]+)$")  # pile.csv#L3/body · pile.json#/articles/3/body


def replay(paths: Iterable[Path], wanted: Mapping[str, str], settings: Settings) -> dict[str, Source]:
    """{sha256: source} of the wanted sources ({sha256: locator}) that the files hold."""
    found: dict[str, Source] = {}
    given = list(paths)
    columns = sorted({match[1] for name in wanted.values() if (match := COLUMN.search(name))})
    for maps in ((), *((("text", column),) for column in columns)):
        if set(wanted) <= set(found):
            break
        for one in sources(given, settings=replace(settings, columns=maps)):
            if isinstance(one, Source) and one.id in wanted:
                found.setdefault(one.id, one)
    if not set(wanted) <= set(found):
        found |= {one.id: one for one in _whole(given, set(wanted) - set(found))}
    return found


def _whole(paths: Iterable[Path], wanted: set[str]) -> Iterator[Source]:
    """Sources that are whole files, whatever the files are called."""
    for path in paths:
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            if not file.is_file():
                continue
            with file.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            if digest in wanted:
                yield Source(raw=file.read_bytes(), name=file.name)
