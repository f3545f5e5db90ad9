"""What `build` says when a dossier stood in the folder already: what is new, and which article made it so."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer

from dragoman.diff import Difference, difference
from dragoman.errors import BrokenDossier
from dragoman.report.changes import told
from dragoman.report.jsonl import load

__all__ = ["CHANGES", "since", "stood"]

CHANGES = "changes.txt"  # beside the dossier: everything that changed since the one that stood there before
SHOWN = 8  # changes that are printed; all of them are in the file


def stood(out: Path) -> list[dict[str, Any]] | None:
    """The records of the dossier that stands in the folder before it is written anew; None where there is none."""
    if not (out / "dossier.jsonl").is_file():
        return None
    try:
        return load(out / "dossier.jsonl")
    except BrokenDossier as error:
        typer.echo(f"What is new since the dossier that stood here is not told: {error}", err=True)
        return None


def since(before: list[dict[str, Any]] | None, out: Path) -> tuple[str, dict[str, Any]]:
    """What changed in the folder, for people and for programs; all of it is left beside the dossier."""
    if before is None:
        return "", {}
    found = difference(before, load(out / "dossier.jsonl"))
    row = {"since": asdict(found)}
    if found.none:
        return "\nSince the dossier that stood here: nothing changed.\n", row
    (out / CHANGES).write_text(told(**asdict(found)), encoding="utf-8")
    return f"\nSince the dossier that stood here:\n{told(**asdict(found), most=SHOWN)}{_rest(found, out)}", row


def _rest(found: Difference, out: Path) -> str:
    more = len(found.changes) - SHOWN
    return f"  {more} more, all of them: {out / CHANGES}\n" if more > 0 else ""
