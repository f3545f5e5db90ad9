"""Which names of a story are worth comparing: those that share a sound, initials, or a script read aloud."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dragoman.compare.naming import initials
from dragoman.compare.sameness import acronym
from dragoman.languages.aloud import aloud, script
from dragoman.languages.spoken import block, parts

__all__ = ["likely"]

Name = tuple[str, str]  # the name and the language of its article
_CROWD = 400  # names that share one sound; more are compared by their whole sound only


def likely(names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of names, each once, that may be one thing's; in the order of the names."""
    every = sorted(names)
    pairs = {pair for group in _blocks(every).values() for pair in _two(group)}
    pairs |= set(_aloud(every))
    yield from sorted(pairs)


def _blocks(names: list[Name]) -> dict[str, list[Name]]:
    """Names by the coarse sound of each part, and acronyms with what they may be short for."""
    blocks: dict[str, list[Name]] = defaultdict(list)
    for name, code in names:
        keys = {block(part) for part in parts(name)}
        short = acronym(name)
        keys |= {f"initials {short}"} if short else {f"initials {one}" for one in initials(name, code)}
        for key in sorted(keys):
            blocks[key].append((name, code))
    return {key: group for key, group in blocks.items() if 1 < len(group) <= _CROWD}


def _two(group: list[Name]) -> Iterator[tuple[Name, Name]]:
    for at, one in enumerate(group):
        yield from ((one, other) for other in group[at + 1 :])


def _aloud(names: list[Name]) -> Iterator[tuple[Name, Name]]:
    """Names in scripts read aloud beside those in Latin letters that fit them."""
    foreign = [name for name in names if script(name[0])]
    latin = [name for name in names if not script(name[0])] if foreign else []
    for one in foreign:
        yield from (tuple_of(one, other) for other in latin if aloud(one[0], other[0]))


def tuple_of(one: Name, other: Name) -> tuple[Name, Name]:
    """Two names in their order."""
    return (one, other) if one < other else (other, one)
