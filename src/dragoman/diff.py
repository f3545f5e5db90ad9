"""What changed between two dossiers, and which article changed it; read from dossier.jsonl alone.

Lines are paired by the places they rest on, so a line that was reworded or dated anew is one change, not one gone and
one new. Labels (D3) move when an article is added: they are read as the articles they stand for. An article of the same
name with other bytes is one that was rewritten: what it still says is no change.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import Any

from dragoman.report.jsonl import load

__all__ = ["Change", "Difference", "diff", "difference"]

Row = dict[str, Any]
Place = tuple[str, int | str, int]
_WORDS = 120  # characters shown of a quotation
_LABEL = re.compile(r"\bD\d+\b")  # an article's label in a line's text
#: Regions of the dossier as a reader names them, in the order in which changes are told.
REGIONS = {
    "agreement": "agreement",
    "timeline": "event",
    "missing": "gap",
    "wrong": "finding",
    "support": "support",
    "quotes": "quotation",
    "figures": "figure",
}


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that is new, gone or other than before. `because` names the articles that made it so."""

    what: str  # new | gone | changed
    region: str
    label: str
    old: str
    new: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Two dossiers side by side."""

    same: int  # articles in both
    added: tuple[str, ...]  # names of articles
    removed: tuple[str, ...]
    rewritten: tuple[str, ...]  # in both by name, with other bytes
    changes: tuple[Change, ...]

    @property
    def none(self) -> bool:
        """True when nothing changed."""
        return not (self.added or self.removed or self.rewritten or self.changes)


def diff(old: str | os.PathLike[str], new: str | os.PathLike[str]) -> Difference:
    """What a new dossier has that an old one has not, and the other way round.

    Raises BrokenDossier when a folder holds no readable dossier.jsonl.
    """
    return difference(load(Path(old) / "dossier.jsonl"), load(Path(new) / "dossier.jsonl"))


def difference(old: Sequence[Row], new: Sequence[Row]) -> Difference:
    """The same of the records of two dossiers."""
    before, after = _Side(old), _Side(new)
    added = {after.names[one]: one for one in after.names.keys() - before.names.keys()}
    removed = {before.names[one]: one for one in before.names.keys() - after.names.keys()}
    rewritten = sorted(added.keys() & removed.keys())
    after.was = {added[name]: removed[name] for name in rewritten}
    before.was = {removed[name]: removed[name] for name in rewritten}
    return Difference(
        same=len(before.names.keys() & after.names.keys()),
        added=tuple(sorted(added.keys() - removed.keys())),
        removed=tuple(sorted(removed.keys() - added.keys())),
        rewritten=tuple(rewritten),
        changes=(*_status(before, after), *_lines(before, after)),
    )


class _Side:
    """One dossier: its articles by sha256, its labels, its lines by region."""

    def __init__(self, rows: Sequence[Row]) -> None:
        sources = [row for row in rows if row["kind"] == "source"]
        self.names = {row["id"]: row["name"] for row in sources}
        self.was: dict[str, str] = {}  # rewritten article → what it was before
        self.labels = {row["label"]: row["id"] for row in sources}
        self.agreements = [row for row in rows if row["kind"] == "agreement"]
        self.lines: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            if row["kind"] == "line":
                self.lines[row["region"]].append(row)

    def said(self, row: Row) -> tuple[str, str, str]:
        """What a line says, with articles by their name."""
        return row["state"], row["when"], self.named(row["text"])

    def named(self, text: str) -> str:
        """A text in which labels are replaced by the names of their articles."""
        return _LABEL.sub(lambda match: self.names.get(self.labels.get(match[0], ""), match[0]), text)

    def places(self, row: Row) -> set[Place]:
        """Where a line rests; in a rewritten article, whose places moved, by its words."""
        spans = [one["span"] for one in row["evidence"]]
        return {
            (self.was[one["source"]], one["exact"], 0)
            if one["source"] in self.was
            else (one["source"], one["start"], one["end"])
            for one in spans
        }

    def shown(self, row: Row) -> str:
        """A line as one string; a quotation with its words."""
        state, when, text = self.said(row)
        if row["region"] == "quotes" and row["evidence"]:
            text = f"{text}: “{shorten(row['evidence'][0]['span']['exact'], _WORDS, placeholder=' …')}”"
        return " ".join(part for part in (f"[{state}]" if state else "", f"{when}:" if when else "", text) if part)


# -- agreements --------------------------------------------------------------------------------------


def _status(before: _Side, after: _Side) -> Iterator[Change]:
    """Agreements whose state or gaps changed; each new one is paired with the old one it shares accounts with."""
    left = list(before.agreements)
    for row in after.agreements:
        mates = [one for one in left if set(one["treaties"]) & set(row["treaties"])]
        mate = max(mates, key=lambda one: (len(set(one["treaties"]) & set(row["treaties"])), one["id"]), default=None)
        if mate is None:
            continue
        left.remove(mate)
        because = _fresh(after, before, (span["source"] for act in row["acts"] for span in act["spans"]))
        if mate["status"] != row["status"]:
            old, new = (_readable(one["status"]) for one in (mate, row))
            yield Change(what="changed", region="status", label=row["name"], old=old, new=new, because=because)
        for gap in sorted(set(row["gaps"]) - set(mate["gaps"])):
            yield Change(what="new", region="gap", label=row["name"], old="", new=gap, because=because)
        for gap in sorted(set(mate["gaps"]) - set(row["gaps"])):
            yield Change(what="gone", region="gap", label=row["name"], old=gap, new="", because=because)


def _readable(status: str) -> str:
    return status.replace("_", " ") or "state not told"


def _fresh(side: _Side, other: _Side, sources: Iterable[str]) -> tuple[str, ...]:
    """Names of those articles that only one side has."""
    return tuple(sorted({side.names[one] for one in sources if one in side.names and one not in other.names}))


# -- lines -------------------------------------------------------------------------------------------


def _lines(before: _Side, after: _Side) -> Iterator[Change]:
    for region, name in REGIONS.items():
        pairs, new, gone = _paired(before, after, region)
        for old, row in pairs:
            if before.said(old) != after.said(row):
                because = _fresh(after, before, _sources(row)) or _fresh(before, after, _sources(old))
                yield Change(
                    what="changed",
                    region=name,
                    label=row["label"],
                    old=before.shown(old),
                    new=after.shown(row),
                    because=because,
                )
        for row in _heads(new):
            because = _fresh(after, before, _sources(row))
            yield Change(what="new", region=name, label=row["label"], old="", new=after.shown(row), because=because)
        for row in _heads(gone):
            because = _fresh(before, after, _sources(row))
            yield Change(what="gone", region=name, label=row["label"], old=before.shown(row), new="", because=because)


def _sources(row: Row) -> Iterator[str]:
    return (one["span"]["source"] for one in row["evidence"])


def _heads(rows: Sequence[Row]) -> list[Row]:
    """Lines without the wordings of a quotation that is new or gone as a whole: it is told once."""
    told = {row["label"] for row in rows if row["region"] == "quotes"}
    return [row for row in rows if row["parent"] not in told]


def _paired(before: _Side, after: _Side, region: str) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Lines that go together, the most places in common first; then those that only one side has."""
    old, new = before.lines[region], after.lines[region]
    held = [before.places(row) for row in old]
    holders = _holders(held)
    scored = []
    for at, row in enumerate(new):
        places = after.places(row)
        for mate in sorted({mate for place in places for mate in holders.get(place, ())}):
            alike = _alike(old[mate], row)
            if alike:
                scored.append((-alike, -len(places & held[mate]), at, mate))
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, row in enumerate(old):
        same[_sentence(before, row)].append(at)
    for at, row in enumerate(new):  # what says the same of other words, or of none, as a gap does, is the same line
        scored += [(0, 0, at, mate) for mate in same.get(_sentence(after, row), ())]
    taken_old, taken_new, pairs = set(), set(), []
    for _, _, at, mate in sorted(scored):
        if at not in taken_new and mate not in taken_old:
            taken_new.add(at)
            taken_old.add(mate)
            pairs.append((at, mate))
    return (
        [(old[mate], new[at]) for at, mate in sorted(pairs)],
        [row for at, row in enumerate(new) if at not in taken_new],
        [row for at, row in enumerate(old) if at not in taken_old],
    )


def _sentence(side: _Side, row: Row) -> tuple[str, ...]:
    """What a line says as a reader sees it, a quotation with its words."""
    return row["part"], row["parent"], row["claimant"], side.shown(row)


def _holders(held: Sequence[set[Place]]) -> dict[Place, list[int]]:
    found: dict[Place, list[int]] = defaultdict(list)
    for at, places in enumerate(held):
        for place in places:
            found[place].append(at)
    return found


def _alike(old: Row, new: Row) -> int:
    """2 for lines of one sort that say the same, 1 for one sort only, 0 for lines of two sorts."""
    sort = ("part", "rule", "claimant")
    if any(old[key] != new[key] for key in sort) or bool(old["parent"]) != bool(new["parent"]):
        return 0
    return 2 if old["text"] == new["text"] else 1
