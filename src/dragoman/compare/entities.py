"""Mentions of all languages → Entity: one person, place or organisation over all articles; an overlay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dragoman.records import Entity, Mention, Reading, digest

__all__ = ["entities"]


def entities(readings: Sequence[Reading]) -> tuple[Entity, ...]:
    """One entity a name, for now."""
    groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for reading in readings:
        for mention in reading.of(Mention):
            groups[("", mention.refers_to)].append(mention)
    return tuple(
        Entity(id=digest(key), kind=group[0].kind, name=key[1], mentions=tuple(group)) for key, group in sorted(groups.items(), key=lambda i: i[0])
    )
