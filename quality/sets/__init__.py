"""Sets we wrote ourselves, gold first: each is a folder with its data and one function that scores Dragoman on it.

    quality/sets/<name>/__init__.py   numbers() → {"<name>.<what>": number}; its docstring says what the set holds
    quality/sets/<name>/…             the texts and their gold, in our own words

To add a set: write the folder, name it in SETS, give its numbers a line in peers.toml.
Gold is committed before the rules that it tests; a later change of gold is a commit of its own that says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from quality.corpus import digest_files

__all__ = ["SETS", "Own", "own_sets"]

HERE = Path(__file__).resolve().parent
SETS: tuple[str, ...] = (
    "messy",
    "agreements",
    "agreements2",
    "agreements3",
    "agreements4",
    "agreements5",
    "agreements6",
    "agreements7",
    "agreements8",
    "name_pairs",
    "lineage",
    "rival_figures",
    "page_dates",
    "findings",
    "quotes_es_ru",
    "wordings",
    "check",
    "check2",
    "check3",
    "check4",
    "check5",
)


@dataclass(frozen=True)
class Own:
    """One of our sets, in the shape that measure wants."""

    name: str
    kind: str = "set"

    @property
    def folder(self) -> Path:
        """Where its data lies."""
        return HERE / self.name

    @property
    def digest(self) -> str:
        """Of everything in the folder but code."""
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return digest_files([path for path in files if path.suffix not in (".py", ".pyc")])

    def score(self, scorer: Any, *, jobs: int = 1) -> tuple[dict[str, float], dict[str, Any]]:
        """Its numbers; `scorer` is not needed, the set brings its own rules."""
        from time import perf_counter

        start = perf_counter()
        found = import_module(f"quality.sets.{self.name}").numbers()
        return dict(found), {"seconds": round(perf_counter() - start, 1), "failed": []}


def own_sets() -> Iterator[Own]:
    """Every set of SETS."""
    return (Own(name) for name in SETS)
