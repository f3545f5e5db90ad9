"""corrections.jsonl: what people decided about a dossier, one decision a line, beside it in its folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from dragoman.errors import BrokenDossier
from dragoman.packing import pack, unpack
from dragoman.records import Correction

__all__ = ["NAME", "carry", "decide", "decisions"]

NAME = "corrections.jsonl"


def decisions(folder: Path) -> tuple[Correction, ...]:
    """Every decision in a dossier's folder, in the order they were made; none when there is no such file."""
    path = folder / NAME
    if not path.is_file():
        return ()
    made = []
    for number, line in enumerate(path.read_bytes().decode("utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            made.append(unpack(Correction, json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BrokenDossier(
                f"{path}: line {number} is not a correction ({error}). Mend or remove the line."
            ) from error
    return tuple(made)


def decide(folder: Path, corrections: Iterable[Correction]) -> int:
    """Add decisions to a dossier's folder; how many are new. Those that stand there already change nothing."""
    known = {one.id for one in decisions(folder)}
    new = [one for one in corrections if one.id not in known]
    if new:
        with (folder / NAME).open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(pack(one), ensure_ascii=False, sort_keys=True) + "\n" for one in new)
    return len(new)


def carry(old: Path, new: Path) -> None:
    """Take the decisions of the folder that is replaced over into the new one."""
    if (old / NAME).is_file():
        shutil.copyfile(old / NAME, new / NAME)
