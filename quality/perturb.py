"""python -m quality.perturb: change texts mechanically and see what the dossier does about it (PERTURBATION.md).

Only the changed article is read again; what was read of the unchanged one is kept.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

from dragoman.compare import compare
from dragoman.engines import engine
from dragoman.models import parser
from dragoman.read import read, sift
from dragoman.read.sources import gather
from dragoman.records import Finding, Reading, Source
from dragoman.settings import Settings
from quality.annotated import marked
from quality.perturbations import KINDS, MARKS, WORDS, Change, Document, by_gold
from quality.verdicts import JUDGES, OUTCOMES

__all__ = ["documents", "main", "run"]

HERE = Path(__file__).parents[1]
LONGEST = 9_000  # characters; longer texts cost more than they add
ALARMS = frozenset({"contradiction", "internal_inconsistency", "probable_error"})
WARNINGS = ALARMS | {"altered_quotation", "spliced_quotation"}
PER_SET = 40  # texts of one data set


def documents(root: Path | None, seed: int = 1) -> list[Document]:
    """Our examples, and below `root` the coverage and texts of each data set, where present."""
    found = []
    for folder in sorted((HERE / "examples").iterdir()):
        if folder.is_dir() and folder.name != "gold":
            found += piled(folder, HERE / "examples/gold" / folder.name)
    if root is None:
        return found
    for folder in sorted((root / "coverage").glob("*/")):
        found += piled(folder, None)
    for folder in sorted((root / "data").glob("*/")):
        if (folder / "texts").is_dir():
            found += laid_out(folder, seed)
    once: dict[str, Document] = {}  # two data sets may hold one text
    for doc in found:
        once.setdefault("".join(filter(str.isalpha, doc.text)), doc)
    return list(once.values())


def piled(folder: Path, gold: Path | None) -> list[Document]:
    """A folder of articles, read as a build reads it."""
    rows = lines(gold / "docs.jsonl") if gold else {}
    says = speeches(gold) if gold else {}
    made = []
    for source in gather([str(folder)], settings=Settings()).sources:
        name = source.name.removesuffix(".txt")
        language = rows.get(name, {}).get("lang") or sift(source).language
        spoken = fitting(source, says.get(name, ()))
        group = f"{folder.parent.name}/{folder.name}"
        made.append(Document(f"{group}/{name}", group, source, language, spoken))
    return [one for one in sorted(made, key=lambda one: one.id) if one.language in WORDS]


def laid_out(folder: Path, seed: int) -> list[Document]:
    """Some texts of a data set: those that a generator seeded with the set's name draws."""
    rows, says = lines(folder / "docs.jsonl"), speeches(folder)
    names = [name for name, row in rows.items() if row.get("lang") in WORDS]
    made: list[Document] = []
    for name in random.Random(f"{seed}:{folder.name}").sample(names, len(names)):
        file, row = folder / f"texts/{name}.txt", rows[name]
        raw = file.read_bytes() if file.is_file() else b""
        if 600 <= len(raw) <= LONGEST:
            meta = (("date", str(row["date"])),) if row.get("date") else ()
            source = Source(raw=raw, errors="surrogateescape", name=f"{name}.txt", meta=meta)
            spoken = fitting(source, says.get(name, ()))
            made.append(Document(f"{folder.name}/{name}", folder.name, source, row["lang"], spoken))
        if len(made) == PER_SET:
            break
    return sorted(made, key=lambda one: one.id)


def lines(path: Path) -> dict[str, dict[str, Any]]:
    """{id: row} of a JSON Lines file."""
    return {row["id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}


def speeches(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """{document: (quotation, place of the words that name the speaker, speaker)} of a gold file."""
    found = defaultdict(list)
    for row in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines()):
        if row.get("layer") == "quotes" and row.get("source") and row.get("speaker"):
            first, last = row["source"][0][0], row["source"][-1][1]
            parts = row.get("segments") or [[row["start"], row["end"]]]
            found[row["id"]].append((tuple(map(tuple, parts)), (first, last), row["speaker"]))
    return found


def fitting(source: Source, says: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    """Gold that lies inside the text."""
    return tuple(one for one in says if max(one[1][1], one[0][-1][1]) <= len(source.text))


def choose(docs: Sequence[Document], count: int, seed: int, kinds: Sequence[str] = ()) -> list[Change]:
    """`count` changes, equally many of each kind while they last; each kind goes round the groups of texts."""
    possible = [*MARKS, "negation"] if any(doc.gold for doc in docs) else KINDS
    streams = {kind: turns(kind, docs, seed) for kind in kinds or possible}
    chosen: list[Change] = []
    while streams and len(chosen) < count:
        share = -(-(count - len(chosen)) // len(streams))
        for kind, stream in list(streams.items()):
            took = list(islice(stream, min(share, count - len(chosen))))
            chosen += took
            if len(took) < share and len(chosen) < count:
                del streams[kind]
    return sorted(chosen, key=lambda one: (one.document, list(KINDS).index(one.kind), one.edits))


def turns(kind: str, docs: Sequence[Document], seed: int) -> Iterator[Change]:
    """The changes of one kind: a first one at every place before a second one at any, one group after the other."""
    groups: dict[str, list[tuple[int, float, Change]]] = defaultdict(list)
    for doc in docs:
        seen: Counter[int] = Counter()
        for number, change in enumerate(by_gold(doc, kind) if doc.gold else KINDS[kind](doc)):
            place = change.edits[0][0] if kind not in ("quotes", "splice") else number
            order = random.Random(f"{seed}:{kind}:{doc.id}:{change.edits}").random()
            groups[doc.group].append((seen[place], order, change))
            seen[place] += 1
    ordered = [sorted(group, key=lambda one: one[:2]) for _, group in sorted(groups.items())]
    for round_ in zip_longest(*ordered):
        yield from (one[2] for one in round_ if one is not None)


def judge(changes: Sequence[Change], docs: dict[str, Document]) -> list[dict[str, Any]]:
    """What the dossier does about the changes of one document."""
    doc = docs[changes[0].document]
    before = read(sift(doc.source))
    known = alarms(before, doc.source)
    rows = []
    for change in changes:
        errors = "replace" if doc.source.errors == "strict" else doc.source.errors
        raw = change.apply(doc.text).encode(doc.source.encoding, errors)
        source = replace(doc.source, raw=raw)
        after = read(sift(source))
        outcome, why = JUDGES[change.kind](change, before, after)
        start, end = change.place
        new = touching(alarms(after, source), source, start, end)
        told = touching(set_beside((before, doc.source), (after, source)), source, start, end)
        if outcome == "followed" and new:
            outcome, why = "reported", new[0].why
        start, end = change.edits[0][:2]
        rows.append(
            {"kind": change.kind, "group": doc.group, "document": doc.id, "language": doc.language}
            | {"start": start, "end": end, "old": change.old, "new": change.new, "expect": change.expect}
            | {"alarms_before": len(known), "beside": bool(told)}
            | {"line": " ".join(doc.text[max(0, start - 60) : end + 60].split()), "outcome": outcome, "why": why}
        )
    return rows


def alarms(reading: Reading, source: Source) -> list[Finding]:
    """What the dossier of this article alone calls wrong."""
    story = compare([reading], [source], settings=Settings(encoder=False))
    return [one for one in story.findings if one.kind in ALARMS]


def set_beside(one: tuple[Reading, Source], other: tuple[Reading, Source]) -> list[Finding]:
    """What the dossier of an article and its changed copy warns of."""
    story = compare([one[0], other[0]], [one[1], other[1]], settings=Settings(encoder=False))
    return [finding for finding in story.findings if finding.kind in WARNINGS]


def touching(found: Iterable[Finding], source: Source, start: int, end: int) -> list[Finding]:
    """The findings with a span that meets a place of an article."""
    return [one for one in found if any(s.source == source.id and s.start < end and start < s.end for s in one.spans)]


def run(
    docs: Sequence[Document], count: int, seed: int, jobs: int = 1, kinds: Sequence[str] = ()
) -> list[dict[str, Any]]:
    """Every case with its outcome, in the order of documents and kinds."""
    by_id = {doc.id: doc for doc in docs}
    piles: dict[str, list[Change]] = defaultdict(list)
    for change in choose(docs, count, seed, kinds):
        piles[change.document].append(change)
    if jobs > 1:
        for language in sorted({by_id[name].language for name in piles}):
            parser(language)
    spread = engine("local")
    return [row for rows in spread(partial(judge, docs=by_id), list(piles.values()), jobs=jobs) for row in rows]


def table(rows: Sequence[dict[str, Any]], by: str) -> str:
    """n and the share of each outcome, one line a group."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        counts[row[by]][row["outcome"]] += 1
    names = [kind for kind in KINDS if kind in counts] if by == "kind" else sorted(counts)
    counts["all"] = Counter(row["outcome"] for row in rows)
    out = [f"{by:<16}{'n':>6}" + "".join(f"{one:>16}" for one in OUTCOMES)]
    for name in [*names, "all"]:
        n = counts[name].total()
        cells = (f"{counts[name][one]:>6} ({counts[name][one] / n:>6.1%})" for one in OUTCOMES)
        out.append(f"{name:<16}{n:>6}" + "".join(f"{cell:>16}" for cell in cells))
    return "\n".join(out)


def set_table(rows: Sequence[dict[str, Any]]) -> str:
    """How often a changed place is warned of where the untouched article lies beside it, by kind."""
    out = ["warned of beside the untouched article"]
    for kind in [*KINDS, "all"]:
        seen = [row for row in rows if kind in (row["kind"], "all")]
        if seen:
            told = sum(row["beside"] for row in seen)
            out.append(f"{kind:<16}{len(seen):>6}{told:>8} ({told / len(seen):.1%})")
    return "\n".join(out)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print the tables, write the cases."""
    options = argparse.ArgumentParser(prog="python -m quality.perturb", description=__doc__.splitlines()[0])
    options.add_argument("--root", type=Path, help="folder with coverage/ and data/ (default: ../shared)")
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--kinds", nargs="+", choices=list(KINDS), default=[], help="only these (default: all)")
    options.add_argument("--gold", action="store_true", help="only places that gold marks")
    options.add_argument("--json", type=Path, help="write every case here")
    options.add_argument("--show", choices=OUTCOMES, help="print the cases with this outcome")
    given = options.parse_args(arguments)
    beside = HERE.parent / "shared"
    root = given.root or (beside if beside.is_dir() else None)
    docs = documents(root, given.seed)
    if given.gold:
        docs = marked(docs, root, HERE / "examples/gold")
    rows = run(docs, given.count, given.seed, given.jobs, given.kinds)
    for row in rows:
        if row["outcome"] == given.show:
            print(f"{row['kind']}: {row['document']}: {row['old']!r} → {row['new']!r}: {row['why']}")
            print(f"    … {row['line']} …")
    print(table(rows, "kind"), table(rows, "language"), sep="\n\n")
    print("\n" + set_table(rows))
    untouched = {row["document"]: row["alarms_before"] for row in rows}
    print(f"\nalarms in untouched articles: {sum(untouched.values())} in {len(untouched)}")
    if given.json:
        summary = {"count": len(rows), "seed": given.seed, "outcomes": Counter(row["outcome"] for row in rows)}
        text = json.dumps(summary | {"cases": rows}, ensure_ascii=False, indent=1, sort_keys=True)
        given.json.write_text(text + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
