"""python -m bench.pages: what reading web pages costs, beside trafilatura's fast setting in the same run.

The pages are those of the data set extraction_scrapinghub in `shared/data` beside the checkout. Four things are timed
in turn, several times over: trafilatura with `fast=True`; our tags, layout and metadata (`read_markup`), which is the
same work; the same with trafilatura as a voter; and `sift`, which besides cleans, identifies the language, finds
blocks, sentences, dates and damage.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from bench.clock import Laps
from dragoman.read import sift
from dragoman.read.chunks import Chunk
from dragoman.read.markup import read_markup
from dragoman.records import Source
from dragoman.spans import Text

__all__ = ["main"]

PAGES = Path(__file__).parents[1].parent / "shared" / "data" / "extraction_scrapinghub" / "html"


def vote(page: str, chunks: list[Chunk]) -> frozenset[int]:
    """Chunks whose words trafilatura keeps; it says which, the words stay ours."""
    from trafilatura import extract

    kept = " ".join((extract(page, fast=True) or "").split())
    return frozenset(number for number, chunk in enumerate(chunks) if chunk.words()[:40] in kept)


def measure(folder: Path, runs: int) -> dict[str, Any]:
    """Medians in milliseconds a page, and each as a share of trafilatura's time."""
    from trafilatura import extract

    raws = [gzip.decompress(path.read_bytes()) for path in sorted(folder.glob("*.html.gz"))]
    pages = [raw.decode("utf-8", "replace") for raw in raws]
    sources = [Source(raw=raw, errors="surrogateescape", kind="html") for raw in raws]
    laps = Laps()
    for _ in range(runs + 1):
        laps.start()
        laps.time("trafilatura, fast", lambda: [extract(page, fast=True) for page in pages])
        laps.time("read_markup", lambda: [read_markup(Text.of("s", page)) for page in pages])
        laps.time("read_markup, voted", lambda: [read_markup(Text.of("s", page), vote=vote) for page in pages])
        laps.time("sift", lambda: [sift(source) for source in sources])
    rows = laps.runs["cpu"][1:]  # the first run warms up
    base = "trafilatura, fast"
    return {
        stage: {
            "ms a page": round(1000 * laps.median(stage) / len(pages), 1),
            "share": round(median(row[stage] / row[base] for row in rows), 2),
        }
        for stage in laps.stages()
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one line a stage."""
    options = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--pages", type=Path, default=PAGES, help="folder of .html.gz pages")
    given = options.parse_args(arguments)
    if not given.pages.is_dir():
        print(f"no pages in {given.pages}. Give a folder with --pages.", file=sys.stderr)
        return 1
    for stage, row in measure(given.pages, given.runs).items():
        print(f"{stage:24} {row['ms a page']:6.1f} ms a page   {row['share']:.2f} of trafilatura")
    return 0


if __name__ == "__main__":
    sys.exit(main())
