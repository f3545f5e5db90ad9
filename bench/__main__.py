"""python -m bench: every speed that is promised, one line each, in about five minutes of a quiet machine.

Limits are held against the processor's time; on a machine that others use it is a tenth to a third longer than alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from bench import pages, run, spike, stories

__all__ = ["main"]

GROUPED = (
    10_000  # articles of the promise; fewer take less than their share, for every one is compared with every other
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a line for each promise; 1 when one is missed."""
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__.splitlines()[0])
    options.add_argument("folder", nargs="?", type=Path, default=run.COVERAGE, help="coverage to read")
    options.add_argument("--pages", type=Path, default=pages.PAGES, help="folder of .html.gz pages")
    options.add_argument("--articles", type=int, default=GROUPED, help="articles to group")
    given = options.parse_args(arguments)
    missed = 0
    for what, value, limit, least in promises(given.folder, given.pages, given.articles):
        holds = value >= limit if least else value <= limit
        missed += not holds
        word = "at least" if least else "at most"
        print(f"{'ok  ' if holds else 'MISS'} {what:62} {value:9.2f}  ({word} {limit:g})", flush=True)
    return int(missed > 0)


def promises(folder: Path, html: Path, articles: int) -> Iterator[tuple[str, float, float, bool]]:
    """(what, measured, limit, whether the limit is the least)."""
    own = run.measure(folder, 5)
    for part, values in own["own cpu ms an article"].items():
        yield f"own work, cpu ms for {run.ARTICLE:,} characters: {part}", median(values), run.LIMIT_MS, False
    yield "one process after a build, MB", own["fresh process"]["pss"], run.LIMIT_MB, False
    if html.is_dir():
        shares = pages.measure(html, 3)
        yield "web page, share of trafilatura's time", shares["read_markup"]["share"], 0.7, False
        yield "the same where it votes", shares["read_markup, voted"]["share"], 1.5, False
    row = spike.measure(2000, 1, "text")
    yield "plain text sifted, articles a second of one processor", row["articles"] / row["cpu seconds"], 300, True
    points = row["pss MB at 0, ¼, ½, ¾, 1"]
    yield "memory after all of them beside memory after a quarter", points[-1] / points[1], 1.1, False
    found = stories.measure(articles, 20)
    yield f"{articles:,} articles grouped, seconds of one processor", found["grouping"], 180, False


if __name__ == "__main__":
    sys.exit(main())
