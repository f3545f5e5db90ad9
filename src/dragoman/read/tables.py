"""CSV and TSV: one article a row; the first row names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from dragoman.read.columns import BODY, row
from dragoman.read.decode import Undecodable, decode
from dragoman.read.item import Item
from dragoman.records import Trouble
from dragoman.settings import Settings

__all__ = ["table"]

DELIMITERS = ",;\t|"


def table(item: Item, settings: Settings) -> Iterator[Item | Trouble]:
    """The articles of a table; `pile.csv#L3/body` is the row that begins in line 3, its column `body`."""
    raw = item.read(settings.limits.whole + 1)
    if len(raw) > settings.limits.whole:
        yield item.trouble(f"is larger than {settings.limits.whole:,} bytes.", "Split it.")
        return
    try:
        codec = decode(raw)
    except Undecodable as error:
        yield item.trouble(f"is no table: {error}.", "Save it as CSV in UTF-8.")
        return
    text = raw.decode(codec.encoding, codec.errors).removeprefix("\ufeff")
    yield from _rows(item, text, settings)


def _rows(item: Item, text: str, settings: Settings) -> Iterator[Item | Trouble]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, item.suffix), strict=False)
    header = [name.strip() for name in _next(lines, len(text)) or ()]
    wanted = [column for what, column in settings.columns if what in BODY] or list(BODY)
    if not any(column in header for column in wanted):
        names = ", ".join(name[:40] for name in header[:20] if name) or "none"
        yield item.trouble(f"has no column {' or '.join(wanted)}.", f"Name yours: --map text=COLUMN. Columns: {names}.")
        return
    line = lines.line_num + 1
    while (cells := _next(lines, len(text))) is not None:
        if any(cell.strip() for cell in cells):
            record = dict(zip(header, cells, strict=False))
            yield row(item, f"#L{line}", record, settings.columns)
        line = lines.line_num + 1


def _delimiter(text: str, suffix: str) -> str:
    """The sign that splits the first line into most columns."""
    if suffix in (".tsv", ".tab"):
        return "\t"
    head = text[: text.find("\n") if "\n" in text else None][:4096]
    return max(DELIMITERS, key=head.count)


def _next(lines: Iterator[list[str]], most: int) -> list[str] | None:
    """The next row, with a field limit of its own: the library's is one for the whole process, and put back."""
    before = csv.field_size_limit(most + 1)
    try:
        return next(lines, None)
    finally:
        csv.field_size_limit(before)
