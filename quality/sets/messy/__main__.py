"""Show the places where Dragoman and the gold differ, or count accusations of texts known to be native.

python -m quality.sets.messy                     furniture left, body taken, damage not mended, wrong judgements
python -m quality.sets.messy --native ROOT       every document of the data sets under ROOT/data: who is accused?
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from dragoman.read import judged, sift
from dragoman.records import Article, Source
from quality.sets.messy import Marked, texts

SHOWN = 90  # characters of a run
LEAST = 80  # words of an article; shorter texts of the data sets are single sentences


def documents(root: Path) -> Iterator[tuple[str, str, bytes]]:
    """(data set, id, bytes) of every plain text under root/data."""
    for listed in sorted(root.glob("data/*/docs.jsonl")):
        for line in listed.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            path = listed.parent / "texts" / f"{row['id']}.txt"
            if "name1" not in row and (path.is_file() or "text" in row):
                yield listed.parent.name, row["id"], path.read_bytes() if path.is_file() else row["text"].encode()


def accused(root: Path) -> tuple[int, int]:
    """(documents, accusations); prints each accusation with its evidence."""
    count = wrong = 0
    for name, identity, raw in documents(root):
        if len(raw.split()) < LEAST:
            continue
        source = Source(raw=raw, name=identity, errors="surrogateescape")
        found = judged(sift(source)).translated
        count += 1
        wrong += found is not None
        if found:
            words = [source.slice(span) for span, _ in found.evidence]
            print(f"{name} {identity}: {found.from_language}, {found.grade}: {words}")
    return count, wrong


def runs(marked: Marked, places: set[int]) -> Iterator[str]:
    """The words of neighbouring characters."""
    start = last = -2
    for at in [*sorted(places), len(marked.text) + 2]:
        if at > last + 1:
            if start >= 0 and marked.text[start : last + 1].strip():
                yield marked.text[start : last + 1].strip()[:SHOWN].replace("\n", " / ")
            start = at
        last = at


def differences(marked: Marked, article: Article) -> Iterator[str]:
    """One line a difference."""
    removed = {at for edit in article.text.removed for at in range(edit.start, edit.end)}
    furniture, either = marked.ranges("furniture"), marked.ranges("either", "damage")
    yield from (f"left   {words}" for words in runs(marked, furniture - removed))
    yield from (f"TAKEN  {words}" for words in runs(marked, removed - furniture - either))
    found = article.translated
    if (found.from_language if found else "") != marked.origin:
        yield f"from   {marked.origin or 'native'} ({marked.sure}), judged {found.from_language if found else 'native'}"


def main() -> None:
    """Read the command line, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--native", type=Path, metavar="ROOT")
    native = parser.parse_args().native
    if native:
        print("{} documents, {} accused".format(*accused(native)))
        return
    for marked in texts():
        article = judged(sift(Source(raw=marked.text.encode("utf-8"), name=f"{marked.name}.txt")))
        for line in differences(marked, article):
            print(f"{marked.name:6} {line}")


if __name__ == "__main__":
    main()
