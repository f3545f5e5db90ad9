"""Reads the pairs and refuses what does not fit its own form.

    = en-03 contradiction: another number of dead          name, verdicts accepted (the first is the gold), what it is
    en 2023-02-07 | The quake killed [[1,014 people]] …    language, day of publication or -, the text
    fr 2023-02-07 | Le séisme a fait [[2 014 morts]] …     left out when one text is to be compared with itself

A text beside another has at least one place in double brackets, a text alone at least two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

__all__ = ["REAL", "VERDICTS", "BadGold", "Pair", "Side", "load", "parse"]

HERE = Path(__file__).resolve().parent
FILES = ("en", "fr", "de", "es", "ru", "cross")
REAL = frozenset(
    ("contradiction", "internal inconsistency", "altered quotation", "spliced quotation", "truncated quotation")
)
VERDICTS = REAL | frozenset(
    ("differing claims", "update", "plan and outcome", "compatible", "refining", "translation variant", "same")
)
HEAD = re.compile(r"= (\S+) ([^:]+): (\S.*)")  # = en-03 contradiction: another number of dead
SIDE = re.compile(r"([a-z]{2}) (\d{4}-\d\d-\d\d|-) \| (\S.*)")  # en 2023-02-07 | The quake …
PLACE = re.compile(r"\[\[([^\[\]]+)\]\]")  # [[1,014 people]]


class BadGold(ValueError):
    """A pair that cannot be read as it should."""


@dataclass(frozen=True, kw_only=True)
class Side:
    """One text; `places` are half-open ranges of `words`."""

    language: str
    date: str
    words: str
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two texts, or one to be compared with itself, and what a careful reader says of the marked places."""

    name: str
    case: str
    verdicts: tuple[str, ...]
    sides: tuple[Side, ...]

    @property
    def verdict(self) -> str:
        """The gold verdict."""
        return self.verdicts[0]

    @property
    def real(self) -> bool:
        """True when a reader must be warned."""
        return self.verdict in REAL

    @property
    def group(self) -> str:
        """The language of both, or cross."""
        languages = {side.language for side in self.sides}
        return "cross" if len(languages) > 1 else min(languages)


def load() -> tuple[Pair, ...]:
    """All pairs; raises BadGold when one is not well formed or a name is taken twice."""
    pairs = [pair for name in FILES for pair in parse((HERE / f"{name}.txt").read_text(encoding="utf-8"))]
    names = [pair.name for pair in pairs]
    for twice in sorted({name for name in names if names.count(name) > 1}):
        raise BadGold(f"{twice}: two pairs of this name")
    return tuple(pairs)


def parse(text: str) -> Iterator[Pair]:
    """The pairs of one file; lines that begin with # are remarks."""
    lines = [line.strip() for line in text.split("\n")]
    blocks: list[list[str]] = []
    for line in lines:
        if line.startswith("= "):
            blocks.append([line])
        elif line and not line.startswith("#"):
            if not blocks:
                raise BadGold(f"{line!r} stands before the first pair")
            blocks[-1].append(line)
    return (_pair(block) for block in blocks)


def _pair(block: list[str]) -> Pair:
    head = HEAD.fullmatch(block[0])
    if head is None:
        raise BadGold(f"cannot read {block[0]!r}; write '= name verdict: what it is'")
    name, verdicts = head[1], tuple(one.strip() for one in head[2].split(","))
    if not set(verdicts) <= VERDICTS:
        raise BadGold(f"{name}: no such verdict: {sorted(set(verdicts) - VERDICTS)}. There are {sorted(VERDICTS)}")
    if len(block) not in (2, 3):
        raise BadGold(f"{name}: {len(block) - 1} texts, not one or two")
    sides = tuple(_side(name, line) for line in block[1:])
    least = 3 - len(sides)
    for side in sides:
        if len(side.places) < least:
            raise BadGold(f"{name}: {len(side.places)} places marked in {side.words!r}, at least {least} wanted")
    return Pair(name=name, case=head[3], verdicts=verdicts, sides=sides)


def _side(name: str, line: str) -> Side:
    found = SIDE.fullmatch(line)
    if found is None:
        raise BadGold(f"{name}: cannot read {line!r}; write 'en 2023-02-07 | text'")
    if found[2] != "-":
        date.fromisoformat(found[2])
    words, places, last = "", [], 0
    for place in PLACE.finditer(found[3]):
        words += found[3][last : place.start()]
        places.append((len(words), len(words) + len(place[1])))
        words, last = words + place[1], place.end()
    words += found[3][last:]
    if "[[" in words or "]]" in words:
        raise BadGold(f"{name}: brackets that do not pair in {line!r}")
    return Side(language=found[1], date=found[2].strip("-"), words=words, places=tuple(places))
