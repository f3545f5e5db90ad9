"""More than six hundred pairs of names of real public persons, places and bodies: one and the same, or not.

One file a script. A section begins with `## <kind>[/<kind of the right name>] <language>[-<language>] <what is tried>`,
a line is one pair: `a = b` (may be one) or `a ≠ b` (must never be joined), with `| hint a | hint b` where only what is
said beside the names – an office, what kind of place – tells them apart or together.

Same: transliterations by several languages' habits, case endings, name order, particles, typos, initials, patronymics,
married names, titles, acronyms. Different: fathers and sons, siblings, couples, namesakes, squares, airports and
foundations named after persons, companies too, treaties named after cities, city and country, a country and its people.

Numbers: F1 of "same", over all and by script, and `false_merges`, the pairs joined that must not be. Asked is one
function: `dragoman.compare.folding.same_name(a, b, *, kind, other_kind, hint, other_hint, languages)` – it is given
those of the options that it takes – or, where there is none, `same_person`. It returns a verdict or a score with its
reason; from SAME on a score means the same.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.compare import folding

__all__ = ["SAME", "Count", "Pair", "numbers", "pairs", "read_pairs", "same"]

HERE = Path(__file__).resolve().parent
SAME = 0.7  # the threshold of the name benchmark that others publish at
HEAD = re.compile(r"## ([A-Z]+)(?:/([A-Z]+))? ([a-z]{2})(?:-([a-z]{2}))? (\S.*)")
LINE = re.compile(r"(\S[^|=≠]*?) (=|≠) (\S[^|=≠]*?)(?: \| ([^|]+?) \| ([^|]+?))?")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


@dataclass(frozen=True)
class Pair:
    """Two names, whether they may be one, and what is known beside them."""

    script: str
    a: str
    b: str
    same: bool
    kinds: tuple[str, str]
    languages: tuple[str, str]
    hints: tuple[str, str]
    tries: str


@dataclass
class Count:
    """Verdicts over some pairs."""

    hits: int = 0
    merged: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Of "same"."""
        return round(2 * self.hits / max(2 * self.hits + self.merged + self.missed, 1), 3)


def pairs() -> Iterator[Pair]:
    """Every pair of the set."""
    for path in sorted(HERE.glob("*.txt")):
        yield from read_pairs(path.stem, path.read_text(encoding="utf-8"))


def read_pairs(script: str, text: str) -> Iterator[Pair]:
    """The pairs of one file; a ValueError names the line that is neither a section nor a pair, or stands twice."""
    head: re.Match[str] | None = None
    seen: set[tuple[object, ...]] = set()
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## "):
            head = HEAD.fullmatch(line)
        found = LINE.fullmatch(line)
        if head is None or not (found or line.startswith("## ")):
            raise ValueError(f"{script}.txt, line {number}: neither a section nor a pair: {line!r}")
        if found:
            key = (*sorted((found[1], found[3])), found[4], found[5])
            if key in seen:
                raise ValueError(f"{script}.txt, line {number}: {line!r} stands twice")
            seen.add(key)
            yield _pair(script, head, found)


def _pair(script: str, head: re.Match[str], line: re.Match[str]) -> Pair:
    left, right = head[3], head[4] or head[3]
    spoken = (left, right)
    if right == "en" != left:  # "ru-en": each name by its script
        spoken = (right if LATIN.search(line[1]) else left, right if LATIN.search(line[3]) else left)
    kinds = (head[1], head[2] or head[1])
    return Pair(script, line[1], line[3], line[2] == "=", kinds, spoken, (line[4] or "", line[5] or ""), head[5])


def same(pair: Pair, judge: Callable[..., Any] | None = None) -> bool:
    """What the product says of a pair."""
    judge = judge or getattr(folding, "same_name", folding.same_person)
    given = {
        "kind": pair.kinds[0],
        "other_kind": pair.kinds[1],
        "hint": pair.hints[0],
        "other_hint": pair.hints[1],
        "languages": pair.languages,
    }
    takes = inspect.signature(judge).parameters
    answer = judge(pair.a, pair.b, **{key: value for key, value in given.items() if key in takes})
    verdict = answer[0] if isinstance(answer, tuple) else answer
    return verdict if isinstance(verdict, bool) else bool(verdict >= SAME)


def numbers() -> dict[str, float]:
    """Judge every pair."""
    every: dict[str, Count] = {}
    for pair in pairs():
        verdict = same(pair)
        for count in (every.setdefault("", Count()), every.setdefault(pair.script, Count())):
            count.hits += verdict and pair.same
            count.merged += verdict and not pair.same
            count.missed += pair.same and not verdict
    whole = every.pop("")
    return {
        "name_pairs.f1": whole.f1,
        "name_pairs.false_merges": whole.merged,
        **{f"name_pairs.{script}.f1": one.f1 for script, one in sorted(every.items())},
    }
