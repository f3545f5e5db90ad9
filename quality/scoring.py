"""Corpora with gold, the scorers that read it, and their rows as plain numbers.

Gold is opened here and, for the cases of one data set that concern news, in newscases.py; nowhere else.
A number is called `corpus.layer[.set][.lang]….column`, as in `coverage/treaty-2024.times.en+fr.value_F1`.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality import mapping, recognizers, timeline
from quality.corpus import STORY, digest_files
from quality.predict import predict_dataset, predict_layers

__all__ = ["BESIDE", "REPOSITORY", "Target", "find", "numbers", "scorers", "value"]

REPOSITORY = Path(__file__).resolve().parents[1]
BESIDE = REPOSITORY.parent / "shared"  # where a checkout may find coverage, data sets and scorers
LABELS = ("set", "lang", "role", "level", "kind")  # text columns that tell rows apart
FRACTION = re.compile(r"(\d+)/(\d+)")


@dataclass(frozen=True)
class Target:
    """Something to score: coverage with its layers, a data set, or an example whose gold lies beside."""

    name: str
    kind: str  # coverage | dataset | example
    root: Path
    folder: Path  # the documents
    gold: Path

    @property
    def digest(self) -> str:
        """Of everything a score depends on besides the code: documents and gold."""
        files = sorted({*_files(self.folder), *_files(self.gold)})
        return digest_files([path for path in files if path.suffix not in (".md", ".py", ".pyc")])

    def score(self, scorer: Any, *, jobs: int) -> tuple[dict[str, float], dict[str, Any]]:
        """({name of number: value}, {"seconds", "failed"}) after predicting this corpus anew."""
        if self.kind == "coverage":
            return self._coverage(scorer, jobs)
        prediction = predict_dataset(self.root, self.folder.name, jobs=jobs)
        if self.kind == "dataset":
            tables = scorer.score_dataset(self.folder.name, prediction, self.root)
        else:
            with tempfile.TemporaryDirectory() as staged:
                _stage(self, Path(staged))
                tables = scorer.score_dataset(self.folder.name, prediction, Path(staged))
        found = {key: number for layer, rows in tables.items() for key, number in numbers(self.name, layer, rows)}
        if self.folder.name == "recognizers_specs":
            found |= {f"{self.name}.{key}": share for key, share in recognizers.numbers(self.folder).items()}
        return found, {"seconds": prediction["seconds"], "failed": prediction["failed"]}

    def _coverage(self, scorer: Any, jobs: int) -> tuple[dict[str, float], dict[str, Any]]:
        """Every layer that has gold, from one build."""
        layers = [one for one in mapping.TREATY if one == "alignment" or (self.gold / f"{one}.json").exists()]
        made = predict_layers(self.root, [*layers, "lines"], story=self.folder.name, jobs=jobs)
        found: dict[str, float] = {}
        for layer in layers:
            prediction = {**made[layer], "pairs": made[layer].get("pairs", [])}
            found |= dict(numbers(self.name, layer, scorer.score_treaty(layer, prediction, self.root)))
        core = timeline.score(self.gold, made["lines"]["items"])
        found |= {f"{self.name}.core_events.{key}": share for key, share in core}
        return found, {"seconds": made[layers[0]]["seconds"], "failed": made[layers[0]]["failed"]}


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def find(root: Path) -> list[Target]:
    """Everything under a root that has both documents and gold."""
    targets = []
    if (root / "coverage" / STORY).is_dir() and (root / "gold" / STORY / "docs.json").is_file():
        gold = root / "gold" / STORY
        targets.append(Target(f"coverage/{STORY}", "coverage", root, root / "coverage" / STORY, gold))
    for gold in sorted((root / "gold").glob("*")):
        if (gold / "docs.jsonl").is_file() and (gold / "gold.jsonl").is_file() and (root / gold.name).is_dir():
            targets.append(Target(f"{root.name}/{gold.name}", "example", root, root / gold.name, gold))
    for folder in [*sorted((root / "data").glob("*")), *sorted(root.glob("*"))]:
        if (folder / "docs.jsonl").is_file() and (folder / "gold.jsonl").is_file():
            targets.append(Target(folder.name, "dataset", root, folder, folder))
    return targets


def scorers(folders: Sequence[Path]) -> Any | None:
    """The module `score` of the first of these folders that has one; None when there is none."""
    for folder in folders:
        if (folder / "score.py").is_file():
            if str(folder) not in sys.path:
                sys.path.insert(0, str(folder))
            return importlib.import_module("score")
    return None


def _stage(target: Target, root: Path) -> None:
    """Lay an example out as the scorers want it: docs, gold, and the texts as their codec gives them, in UTF-8."""
    folder = root / target.folder.name
    (folder / "texts").mkdir(parents=True)
    for name in ("docs.jsonl", "gold.jsonl"):
        (folder / name).write_bytes((target.gold / name).read_bytes())
    for line in (target.gold / "docs.jsonl").read_text(encoding="utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            codec = row.get("codec") or row.get("encoding") or "utf-8"
            text = (target.folder / row["file"]).read_bytes().decode(codec)
            (folder / "texts" / f"{row['id']}.txt").write_bytes(text.encode("utf-8"))


def numbers(corpus: str, layer: str, rows: Sequence[dict[str, Any]]) -> Iterator[tuple[str, float]]:
    """Every number in the rows of a scorer under its full name."""
    for row in rows:
        labels = [str(row[key]) for key in LABELS if isinstance(row.get(key), str)]
        for column, cell in row.items():
            number = value(cell)
            if column not in LABELS and number is not None:
                yield ".".join([corpus, layer, *labels, column]), number


def value(cell: Any) -> float | None:
    """A cell as a number: fractions are divided, truth is 1; None for words and empty fractions."""
    if isinstance(cell, bool | int | float):
        return float(cell)
    fraction = FRACTION.fullmatch(cell) if isinstance(cell, str) else None
    if fraction and int(fraction[2]):
        return int(fraction[1]) / int(fraction[2])
    return None
