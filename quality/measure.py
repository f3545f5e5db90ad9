"""Score everything found under a root, beside what others reach.

    python -m quality.measure                       our examples, and what lies in ../shared when it is there
    python -m quality.measure --root DIR            what lies under DIR
    python -m quality.measure --only polnear grain  only corpora with one of these words in their names
    python -m quality.measure --floors              exit 1 when a number is under its floor in floors.json
    python -m quality.measure --raise-floors        write new floors where we got better; never lowers one

Exit codes: 0 fine · 1 a fact does not hold or, with --floors, a number is under its floor · 2 no scorers, or nothing.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.facts import facts
from quality.quotations import together
from quality.scoring import BESIDE, REPOSITORY, Target, find, scorers
from quality.sets import Own, own_sets

__all__ = ["Line", "lines", "main", "measure", "raised", "under"]

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
PEERS = HERE / "peers.toml"
SHOWN = 40  # things that do not hold are printed up to here
MARGIN = 0.005  # a floor lies this far under what was measured, rounded down to hundredths: noise is no regression


@dataclass(frozen=True)
class Line:
    """One line of the table: what peers.toml says about a number."""

    metric: str
    goal: float | None = None
    peer: float | None = None
    who: str = ""
    plain: float | None = None
    wired: str = ""
    note: str = ""
    lower: bool = False
    floor: bool = True


def lines(found: Sequence[str]) -> list[Line]:
    """The lines of the table for the corpora found, in the order of peers.toml."""
    table = tomllib.loads(PEERS.read_text(encoding="utf-8"))
    corpora = list(dict.fromkeys(name.split(".")[0] for name in found))
    chosen: list[Line] = []
    for corpus in corpora:
        groups = ["coverage"] if corpus.startswith("coverage/") else ["examples"] if "/" in corpus else []
        for group in [*groups, "facts"]:
            chosen += [_line(row, f"{corpus}.") for row in table[group]["lines"]]
    chosen += [_line(row, "") for row in table["datasets"]["lines"]]
    known = {line.metric for line in chosen}
    named = {line.metric.split(".")[0] for line in chosen if "facts" not in line.metric.split(".")}
    chosen += [Line(name) for name in found if name.split(".")[0] not in named and name not in known]
    present = set(found)
    return [line for line in chosen if line.metric in present]


def _line(row: dict[str, Any], prefix: str) -> Line:
    return Line(**{**row, "metric": prefix + row["metric"]})


def measure(
    targets: Sequence[Target | Own], scorer: Any, *, jobs: int, with_facts: bool = True
) -> tuple[dict[str, float], dict[str, Any]]:
    """({number: value}, {corpus: {"digest", "seconds", "failed", "wrong"}})."""
    found: dict[str, float] = {}
    about: dict[str, Any] = {}
    for target in targets:
        print(f"measuring {target.name} …", file=sys.stderr, flush=True)
        wrong: list[str] = []
        run: dict[str, Any] = {"seconds": None, "failed": []}
        try:
            own, run = target.score(scorer, jobs=jobs)
            found |= own
            if with_facts and target.kind not in ("dataset", "set"):
                checked, wrong = facts(target.name, target.folder)
                found |= checked
        except Exception as error:  # one corpus that cannot be measured must not hide the others
            wrong.append(f"{target.name}: could not be measured: {type(error).__name__}: {error}")
        about[target.name] = {"digest": target.digest, **run, "wrong": wrong}
    return found, about


# -- floors --------------------------------------------------------------------------------------------


def under(found: dict[str, float], about: dict[str, Any], floors: dict[str, Any]) -> Iterator[str]:
    """What is worse than its floor; also corpora that changed since their floors were set."""
    for corpus, own in floors.items():
        if corpus not in about:
            continue
        if own["digest"] != about[corpus]["digest"]:
            yield f"{corpus}: changed since its floors were set; read the new numbers and run --raise-floors"
            continue
        for name, floor in own["at_least"].items():
            if found.get(name, -1.0) < floor:
                yield f"{name}: {found.get(name, 'not measured')} is under its floor {floor}"
        for name, ceiling in own["at_most"].items():
            if found.get(name, math.inf) > ceiling:
                yield f"{name}: {found.get(name, 'not measured')} is over its ceiling {ceiling}"


def raised(found: dict[str, float], about: dict[str, Any], floors: dict[str, Any]) -> dict[str, Any]:
    """Floors with every number that got better; a corpus that changed starts anew."""
    table = {corpus: json.loads(json.dumps(own)) for corpus, own in floors.items()}
    for line in lines(list(found)):
        corpus = line.metric.split(".")[0]
        if not line.floor or corpus not in about:
            continue
        digest = about[corpus]["digest"]
        if table.get(corpus, {}).get("digest") != digest:
            table[corpus] = {"digest": digest, "at_least": {}, "at_most": {}}
        own, now = table[corpus], found[line.metric]
        if line.lower:
            new = math.ceil((now + MARGIN) * 100) / 100 if now % 1 else now
            own["at_most"][line.metric] = min(new, own["at_most"].get(line.metric, math.inf))
        else:
            new = now if now == 1 else max(math.floor((now - MARGIN) * 100) / 100, 0.0)
            own["at_least"][line.metric] = max(new, own["at_least"].get(line.metric, 0.0))
    return table


# -- printing ------------------------------------------------------------------------------------------


def table(found: dict[str, float], floors: dict[str, Any]) -> str:
    """The numbers as one Markdown table."""
    held = {
        name: floor for own in floors.values() for side in ("at_least", "at_most") for name, floor in own[side].items()
    }
    rows = [("number", "ours", "goal", "best tool", "", "baseline", "", "floor", "note")]
    for line in lines(list(found)):
        cells = (found[line.metric], line.goal, line.peer, line.plain, held.get(line.metric))
        ours, goal, peer, plain, floor = (_shown(cell, whole=line.lower) for cell in cells)
        rows.append((line.metric, ours, goal, peer, line.who, plain, line.wired, floor, line.note))
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    made = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    made.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(made)


def _shown(number: float | None, *, whole: bool) -> str:
    """A share with three places, a count (above one, or of things that should be few) without."""
    if number is None:
        return ""
    return str(int(number)) if number == int(number) and (whole or number > 1) else f"{number:.3f}"


def _chosen(targets: Sequence[Target | Own], only: Sequence[str]) -> list[Target | Own]:
    return [target for target in targets if not only or any(word in target.name for word in only)]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    options = _parser().parse_args(arguments)
    roots = [options.root] if options.root else [REPOSITORY / "examples", BESIDE]
    own = () if options.root else own_sets()
    targets = _chosen([*own, *(target for root in roots if root.is_dir() for target in find(root))], options.only)
    if not targets:
        print(f"measure: nothing with gold under {' or '.join(map(str, roots))}.", file=sys.stderr)
        return 2
    scorer = scorers([root / "scorers" for root in [*roots, BESIDE]] + ([options.scorers] if options.scorers else []))
    if scorer is None:
        print(
            "measure: no scorers found; they are needed for any number. Name their folder: --scorers DIR",
            file=sys.stderr,
        )
        return 2
    found, about = measure(targets, scorer, jobs=options.jobs, with_facts=not options.no_facts)
    found |= together(found)
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    print(table(found, floors))
    print()
    for corpus, run in about.items():
        print(f"{corpus}: {run['seconds']} s, {len(run['failed'])} documents failed")
    wrong = [line for run in about.values() for line in (*run["wrong"], *run["failed"])]
    if options.json:
        options.json.write_text(json.dumps({"numbers": found, "corpora": about}, indent=1) + "\n", encoding="utf-8")
    if options.raise_floors:
        floors = raised(found, about, floors)
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    if options.floors:
        wrong += under(found, about, floors)
    for line in wrong[:SHOWN]:
        print(f"does not hold: {line[:300]}")
    if len(wrong) > SHOWN:
        print(f"… and {len(wrong) - SHOWN} more do not hold" + (f"; all are in {options.json}" if options.json else ""))
    return 1 if wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, help="folder with gold/, coverage/, data/, or data sets (default: ours)")
    parser.add_argument("--scorers", type=Path, help="folder with score.py, when the root has none")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every number the scorers give")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="corpora with these words in their names")
    parser.add_argument("--jobs", type=int, default=1, help="documents read side by side")
    parser.add_argument("--no-facts", action="store_true", help="skip the builds that check spans and identity")
    parser.add_argument("--floors", action="store_true", help="exit 1 when a number is under its floor")
    parser.add_argument("--raise-floors", action="store_true", help="raise the floors to what was measured")
    return parser


if __name__ == "__main__":
    sys.exit(main())
