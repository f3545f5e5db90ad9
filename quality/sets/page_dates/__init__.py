"""Days of publication read by eye on 69 pages of the data set extraction_scrapinghub; the pages stay where they are.

The gold is the day a page prints as that of publication, in the page's own time zone: a tag that gives the same moment
in UTC may name the next day. Pages that print none are not in it. The pages are looked for in `shared/data` beside
the checkout; where they are not, there is nothing to measure.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from dragoman.read import sift
from dragoman.records import Source

__all__ = ["numbers", "pages"]

HERE = Path(__file__).resolve().parent
PAGES = HERE.parents[2].parent / "shared" / "data" / "extraction_scrapinghub" / "html"


def pages() -> Iterator[tuple[bytes, str]]:
    """(page, day printed on it)."""
    for line in (HERE / "days.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            key, day = line.split()
            for path in sorted(PAGES.glob(f"{key}*.html.gz")):
                yield gzip.decompress(path.read_bytes()), day


def numbers() -> dict[str, float]:
    """Share of the pages whose day of publication is exact, and how many name another."""
    found = [(sift(Source(raw=raw, errors="surrogateescape", kind="html")).published, day) for raw, day in pages()]
    if not found:
        return {}
    exact = sum(1 for when, day in found if when and when.value == day)
    wrong = sum(1 for when, day in found if when and when.value != day)
    return {"page_dates.exact": exact / len(found), "page_dates.wrong": wrong / len(found)}
