"""The gold of the agreements: reports with their acts, read from the files beside and checked word by word."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.records import STANDINGS
from quality.sets.marking import Misplaced, Place, occurrences, place

__all__ = ["ACTS", "GROUPS", "LANGUAGES", "Agreed", "Report", "Step", "gold", "report"]

HERE = Path(__file__).resolve().parent
GROUPS = {"some", "parliament", "parliaments", "council"}  # who acts without being a party of its own
LANGUAGES = ("en", "fr", "de", "es", "ru")
ACTS = {
    *("negotiated", "initialled", "signed", "approved", "ratified", "instruments_exchanged", "deposited", "acceded"),
    *("provisionally_applied", "in_force", "extended", "resumed", "suspended", "denounced", "withdrawn"),
    *("terminated", "superseded"),
}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One act of the gold; several acts, parties, standings and dates may be right. Party "" is all of them."""

    acts: frozenset[str]
    parties: frozenset[str]
    standings: frozenset[str]
    dates: frozenset[str]  # "-" among them: no date is right
    evidence: Place


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """One agreement of the gold: where it is named, {party: its forms}, acts."""

    names: tuple[str, ...]
    places: tuple[Place, ...]
    parties: dict[str, tuple[str, ...]]
    steps: tuple[Step, ...]


@dataclass(frozen=True, kw_only=True)
class Report:
    """One text with its gold."""

    id: str
    language: str
    published: str
    text: str
    agreed: tuple[Agreed, ...]


def gold(folder: Path = HERE) -> Iterator[Report]:
    """Every report of a folder; refuses gold whose words, acts, standings or parties do not hold."""
    for code in LANGUAGES:
        for row in tomllib.loads((folder / f"{code}.toml").read_text(encoding="utf-8"))["report"]:
            yield report(row, code)


def report(row: dict[str, Any], code: str) -> Report:
    """One [[report]] with its words found in its text."""
    agreed = tuple(_agreed(one, row["text"], row["id"]) for one in row["agreement"])
    return Report(id=row["id"], language=code, published=row["published"], text=row["text"], agreed=agreed)


def _agreed(row: dict[str, Any], text: str, where: str) -> Agreed:
    places = []
    for name in row["names"]:
        found = occurrences(text, name)
        if not found:
            raise Misplaced(f"{where}: the name {name!r} is not in the text")
        places += found
    parties = dict(_party(one, text, where) for one in row["parties"])
    steps = tuple(_step(one, text, parties, where) for one in row["acts"])
    return Agreed(names=tuple(row["names"]), places=tuple(sorted(set(places))), parties=parties, steps=steps)


def _party(row: str, text: str, where: str) -> tuple[str, tuple[str, ...]]:
    key, _, forms = row.partition("=")
    listed = tuple(forms.split("/"))
    if not any(form in text for form in listed):
        raise Misplaced(f"{where}: no form of the party {row!r} is in the text")
    return key, listed


def _step(row: str, text: str, parties: dict[str, tuple[str, ...]], where: str) -> Step:
    act, party, standing, date, evidence = (part.strip() for part in row.split("|"))
    acts, standings, by = (frozenset(part.split("/")) for part in (act, standing, party))
    wrong = (acts - ACTS) | (standings - set(STANDINGS)) | (by - {"*", *parties})
    if wrong:
        raise Misplaced(f"{where}: {row!r} uses unknown {sorted(wrong)}")
    span = place(text, evidence, where=where)
    by = frozenset("" if one == "*" else one for one in by)
    return Step(acts=acts, parties=by, standings=standings, dates=frozenset(date.split(" or ")), evidence=span)
