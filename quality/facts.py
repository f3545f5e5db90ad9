"""What holds or does not, whatever the gold: spans verify, values re-derive, builds are byte-identical."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from dragoman.build import from_pile
from dragoman.compare import unused
from dragoman.read.sources import Pile, gather
from dragoman.records import Reading, Story
from dragoman.report import write
from dragoman.settings import Settings
from dragoman.verify import Report, verify

__all__ = ["facts"]


def facts(corpus: str, folder: Path) -> tuple[dict[str, float], list[str]]:
    """({name: value}, what does not hold) for one folder of articles, built as a user would build it."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place)
        began = time.perf_counter()
        _command(folder, out / "first", seed="1")
        seconds = time.perf_counter() - began
        _command(folder, out / "second", "--jobs", "2", seed="2")
        story = _another_order(folder, out / "third")
        report = verify(out / "first")
        same = {name: _same(out / "first", out / name) for name in ("second", "third")}
    found = _counts(report) | {
        "jobs_2_identical": float(same["second"]),
        "other_order_identical": float(same["third"]),
        "unused_share": _unused_share(story),
        "build_seconds": round(seconds, 2),
    }
    wrong = [f"{corpus}: {failure}" for failure in report.failures]
    wrong += [f"{corpus}: the {name} build differs from the first" for name, equal in same.items() if not equal]
    return {f"{corpus}.facts.{key}": number for key, number in found.items()}, wrong


def _command(folder: Path, out: Path, *options: str, seed: str) -> None:
    """One build in a process of its own, with hashes seeded as told."""
    command = [sys.executable, "-m", "dragoman", "build", str(folder), "-o", str(out), *options]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["nothing"]
        raise RuntimeError(f"{' '.join(command[2:])} gave exit code {done.returncode} and said: {said[-1]}")


def _another_order(folder: Path, out: Path) -> Story:
    """The same build with the files found in the opposite order."""
    settings = Settings()
    pile = gather([str(folder)], settings=settings)
    seen = tuple(reversed(pile.sightings))
    story = from_pile(Pile(tuple(reversed(pile.sources)), seen, pile.troubles), settings)
    # What the folder was given as is no part of a dossier; the sightings' order is that of their names.
    write(replace(story, sightings=tuple(sorted(seen, key=lambda one: (one.name, one.source)))), out, settings)
    return story


def _same(one: Path, other: Path) -> bool:
    return _contents(one) == _contents(other)


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _counts(report: Report) -> dict[str, float]:
    return {
        "verified": float(report.ok),
        "spans": float(report.spans),
        "facts": float(report.facts),
        "figures": float(report.figures),
        "dates": float(report.dates),
        "values_from_words_alone": float(report.alone),
    }


def _unused_share(story: Story) -> float:
    """Body sentences that bear no fact, as a share of all body sentences."""
    every = sum(1 for reading in story.readings for _ in unused(Reading(article=reading.article)))
    return round(len(story.unused) / every, 3) if every else 0.0
