"""Texts with the places that gold marks in them: what the dossier must follow when it is changed (PERTURBATION.md).

Nothing is drawn by what Dragoman reads. Of the sets of agreements: the words of each step, the party's name in them; of
the coverage and the examples: events with who takes part, dates, figures; of two data sets: dates; of the rival
figures: each figure.
"""

from __future__ import annotations

import importlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dragoman.records import Source
from quality.perturbations import WORDS, Document
from quality.sets.agreements.reports import Report
from quality.sets.marking import occurrences
from quality.sets.rival_figures import gold as rival_figures

__all__ = ["agreements", "examples", "figures", "marked"]

SETS = ("agreements", *(f"agreements{number}" for number in range(2, 8)))
TIMES = ("krauts_de", "meantime_times")
LAYERS = {"times": "time", "figures": "figure"}
REFUSED = {"denied", "cancelled"}
Place = tuple[int, int]
Marks = dict[str, list[Place]]


def marked(docs: list[Document], root: Path | None, ours: Path) -> list[Document]:
    """The documents that have gold, with its places by what they are: reports of the sets, and of `docs`."""
    found = [*agreements(), *figures()]
    stories = {**(coverage(root / "gold") | times(root / "data") if root else {}), **examples(ours)}
    for doc in docs:
        name = doc.id.rsplit("/", 1)[-1]
        marks = stories.get(name) or stories.get(f"{name}.txt")
        if marks and doc.group.startswith(("coverage", "examples", *TIMES)):
            found.append(replace(doc, gold=frozen(marks)))
    return sorted(found, key=lambda one: one.id)


def frozen(marks: Mapping[str, list[Place]]) -> tuple[tuple[str, tuple[Place, ...]], ...]:
    """Marks as a document keeps them."""
    return tuple((kind, tuple(sorted(set(places)))) for kind, places in sorted(marks.items()))


def _document(group: str, id: str, language: str, text: str, published: str, marks: Marks) -> Document:
    source = Source(raw=text.encode(), encoding="utf-8", name=f"{id}.txt", meta=(("date", published),))
    return Document(f"{group}/{id}", group, source, language, gold=frozen(marks))


# -- sets of our own ---------------------------------------------------------------------------------------


def agreements() -> Iterator[Document]:
    """Reports of agreements: the words of a step to be denied or asserted, the names of its parties in them."""
    for name in SETS:
        for one in importlib.import_module(f"quality.sets.{name}").gold():
            if one.language in WORDS:
                yield _document(name, one.id, one.language, one.text, one.published, _steps(one))


def _steps(one: Report) -> Marks:
    marks: Marks = defaultdict(list)
    for agreed in one.agreed:
        for step in agreed.steps:
            refused = step.standings & REFUSED
            marks["denied" if refused else "asserted"].append(step.evidence)
            if "-" not in step.dates:
                marks["time"].append(step.evidence)
            named = set(agreed.parties) if "" in step.parties else step.parties
            for form in {form for key in named for form in agreed.parties.get(key, ())}:
                marks["party"] += [
                    (a, b) for a, b in occurrences(one.text, form) if step.evidence[0] <= a and b <= step.evidence[1]
                ]
    return marks


def figures() -> Iterator[Document]:
    """Reports of rival figures: every figure."""
    for one in rival_figures():
        if one.language in WORDS:
            places = [counted.place for counted in one.figures]
            yield _document("rival_figures", one.id, one.language, one.text, one.published, {"figure": places})


# -- stories -----------------------------------------------------------------------------------------------


def coverage(gold: Path) -> dict[str, Marks]:
    """{file: places} of the gold of the coverage."""
    found: dict[str, Marks] = defaultdict(lambda: defaultdict(list))
    for folder in sorted(gold.glob("*/")):
        names = _surfaces(json.loads((folder / "entities.json").read_text("utf-8"))["items"])
        for event in json.loads((folder / "events.json").read_text("utf-8"))["items"]:
            for one in event["evidence"]:
                _event(found[one["file"]], one, one["text"], event.get("status", ""), event["participants"], names)
        for layer, kind in LAYERS.items():
            for one in json.loads((folder / f"{layer}.json").read_text("utf-8"))["items"]:
                found[one["file"]][kind].append((one["start"], one["end"]))
    return found


def _surfaces(items: list[dict[str, Any]]) -> dict[str, set[str]]:
    """{entity: its names}, without what only describes it."""
    return {
        one["id"]: {
            form["form"] for forms in one["surface_forms"].values() for form in forms if form["mention_class"] == "name"
        }
        for one in items
    }


def _event(
    marks: Marks, at: dict[str, Any], words: str, standing: str, who: list[str], names: Mapping[str, set[str]]
) -> None:
    """The words of an event, and whoever takes part in it and is named in them."""
    marks["denied" if standing in REFUSED else "asserted"].append((at["start"], at["end"]))
    for form in {form for id in who for form in names.get(id, ())}:
        marks["party"] += [(at["start"] + a, at["start"] + b) for a, b in occurrences(words, form)]


def examples(folder: Path) -> dict[str, Marks]:
    """{document: places} of the gold of the examples."""
    found: dict[str, Marks] = defaultdict(lambda: defaultdict(list))
    for file in sorted(folder.glob("*/gold.jsonl")):
        rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        names: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            if row["layer"] == "coreference" and row.get("cluster") and row.get("text"):
                names[row["cluster"]].add(row["text"])
        for row in rows:
            if row["layer"] == "story_events":
                for one in row["spans"]:
                    _event(found[one["id"]], one, one["text"], row["standing"], row["participants"], names)
            elif row["layer"] in LAYERS:
                found[row["id"]][LAYERS[row["layer"]]].append((row["start"], row["end"]))
    return found


def times(data: Path) -> dict[str, Marks]:
    """{document: places} of the data sets whose gold is times."""
    found: dict[str, Marks] = defaultdict(lambda: defaultdict(list))
    for name in TIMES:
        for row in map(json.loads, (data / name / "gold.jsonl").read_text("utf-8").splitlines()):
            found[row["id"]]["time"].append((row["start"], row["end"]))
    return found
