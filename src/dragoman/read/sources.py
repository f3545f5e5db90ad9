from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dragoman.records import Sighting, Source, Trouble
from dragoman.settings import Settings


@dataclass(frozen=True)
class Pile:
    """What was found: each source once, where it was seen, and what could not be read."""

    sources: tuple[Source, ...]
    sightings: tuple[Sighting, ...]
    troubles: tuple[Trouble, ...]


def gather(paths: list[str], *, settings: Settings) -> Pile:
    """STUB of the lead: being written. build.py expects this signature."""
    sources, seen = {}, []
    for path in paths:
        root = Path(path)
        files = sorted(p for p in root.rglob("*.txt")) if root.is_dir() else [root]
        for file in files:
            source = Source(raw=file.read_bytes(), name=file.relative_to(root).as_posix() if root.is_dir() else file.name)
            sources.setdefault(source.id, source)
            seen.append(Sighting(source=source.id, name=source.name))
    return Pile(tuple(sources.values()), tuple(seen), ())
