"""Reads the stories and refuses gold that does not fit its texts.

A body is one paragraph a line. `@3` stands for the third line of the first text, `@b3` for that of text b: what was
taken over word for word is written once. `kin` lines: `a > b: rewrite, near-copy` (b took from a; relations accepted),
`a ? b: shared wire` (one took from the other or both from a third, nothing shows which), `a ~ e: shared quotations`
(the same public words, yet two reports). `origins` lists the texts of each origin: `["a b c d", "e"]`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

__all__ = ["RELATIONS", "BadGold", "Story", "Text", "Tie", "load", "parse"]

HERE = Path(__file__).resolve().parent
FILES = ("en", "fr", "de", "es", "ru")
RELATIONS = frozenset(
    ("identical", "near-copy", "version", "excerpt", "rewrite", "translation", "shared wire", "shared quotations")
)
TIE = re.compile(r"(\w) ([>?~]) (\w): (\S.*)")  # a > b: rewrite, near-copy
TAKEN = re.compile(r"@([a-z]?)(\d+)")  # @3, @b3


class BadGold(ValueError):
    """A story that contradicts itself or names what is not there."""


@dataclass(frozen=True, kw_only=True)
class Text:
    """One article with what came with it."""

    id: str
    language: str
    outlet: str
    date: str
    title: str
    lines: tuple[str, ...]
    url: str = ""

    @property
    def words(self) -> str:
        """The article as found: headline, then paragraphs."""
        return "\n\n".join((self.title, *self.lines)) + "\n"


@dataclass(frozen=True, kw_only=True)
class Tie:
    """A pair with the relations that are accepted; `directed` when `first` is known to be the earlier."""

    first: str
    second: str
    relations: frozenset[str]
    directed: bool

    @property
    def pair(self) -> frozenset[str]:
        """Both ids."""
        return frozenset((self.first, self.second))


@dataclass(frozen=True, kw_only=True)
class Story:
    """Five texts, the ties between them, and the origins they go back to."""

    name: str
    about: str
    texts: tuple[Text, ...]
    ties: tuple[Tie, ...]
    origins: tuple[frozenset[str], ...]

    @property
    def pairs(self) -> tuple[frozenset[str], ...]:
        """Every pair of texts."""
        return tuple(frozenset(pair) for pair in combinations([text.id for text in self.texts], 2))

    def dependent(self, pair: frozenset[str]) -> bool:
        """True when both texts go back to one origin."""
        return any(pair <= origin for origin in self.origins)


def load() -> tuple[Story, ...]:
    """All stories; raises BadGold when one does not hold together."""
    stories = []
    for language in FILES:
        rows = tomllib.loads((HERE / f"{language}.toml").read_text(encoding="utf-8"))["story"]
        stories += [parse(row) for row in rows]
    names = [story.name for story in stories]
    if len(set(names)) != len(names):
        raise BadGold(f"two stories of one name among {sorted(names)}")
    return tuple(stories)


def parse(row: dict[str, Any]) -> Story:
    """One story, checked."""
    name, bodies = str(row["name"]), {}
    for text in row["text"]:
        bodies[text["id"]] = tuple(_compose(name, line, bodies) for line in text["body"].strip().split("\n"))
    texts = tuple(
        Text(
            id=text["id"], language=text["lang"], outlet=text["outlet"], date=text.get("date", ""),
            title=text["title"], url=text.get("url", ""), lines=bodies[text["id"]],
        )
        for text in row["text"]
    )  # fmt: skip
    story = Story(
        name=name,
        about=row["about"],
        texts=texts,
        ties=tuple(_tie(name, line) for line in row["kin"]),
        origins=tuple(frozenset(one.split()) for one in row["origins"]),
    )
    for wrong in _faults(story):
        raise BadGold(f"{name}: {wrong}")
    return story


def _compose(name: str, line: str, bodies: dict[str, tuple[str, ...]]) -> str:
    """A line with what was taken over put in."""
    first = next(iter(bodies), "")

    def taken(found: re.Match[str]) -> str:
        lines = bodies.get(found[1] or first, ())
        if not 1 <= int(found[2]) <= len(lines):
            raise BadGold(f"{name}: {found[0]} points at no line written before")
        return lines[int(found[2]) - 1]

    return TAKEN.sub(taken, line.strip())


def _tie(name: str, line: str) -> Tie:
    found = TIE.fullmatch(line)
    if found is None:
        raise BadGold(f"{name}: cannot read {line!r}; write 'a > b: rewrite', 'a ? b: shared wire'")
    relations = frozenset(one.strip() for one in found[4].split(","))
    if not relations <= RELATIONS:
        raise BadGold(f"{name}: no such relation: {sorted(relations - RELATIONS)}. There are {sorted(RELATIONS)}")
    if (found[2] == "~") != (relations == {"shared quotations"}):
        raise BadGold(f"{name}: {line!r}: '~' goes with shared quotations and nothing else")
    return Tie(first=found[1], second=found[3], relations=relations, directed=found[2] == ">")


def _faults(story: Story) -> Iterator[str]:
    """What does not hold together."""
    ids = [text.id for text in story.texts]
    if len(ids) != 5 or len(set(ids)) != 5:
        yield f"{len(set(ids))} texts, not five"
    if sorted(one for origin in story.origins for one in origin) != sorted(ids):
        yield "origins do not hold every text once"
    pairs = [tie.pair for tie in story.ties]
    if len(set(pairs)) != len(pairs):
        yield "a pair is tied twice"
    for tie in story.ties:
        if not tie.pair <= set(ids) or len(tie.pair) != 2:
            yield f"tie of {tie.first} and {tie.second}: no such pair"
        elif story.dependent(tie.pair) == ("shared quotations" in tie.relations):
            yield f"tie of {tie.first} and {tie.second} contradicts the origins"
    for origin in story.origins:
        if not _connected(origin, [pair for pair in pairs if pair <= origin]):
            yield f"origin {' '.join(sorted(origin))} is not held together by its ties"
    dates = {text.id: text.date for text in story.texts}
    for tie in story.ties:
        if tie.directed and dates[tie.first] and dates[tie.second] and dates[tie.first] > dates[tie.second]:
            yield f"{tie.first} > {tie.second} runs against their dates"


def _connected(origin: frozenset[str], pairs: list[frozenset[str]]) -> bool:
    reached = {min(origin)}
    for _ in origin:
        reached |= {one for pair in pairs if pair & reached for one in pair}
    return reached == origin
