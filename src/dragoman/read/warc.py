"""WARC files: every answer that is a page, a text, a feed or a PDF becomes a part at its offset.

`crawl.warc.gz#offset=1234` is the record that begins at byte 1234 of the file; its address and the moment it was
fetched stay with it, so that two fetches of one address are two versions of one page.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import Any, BinaryIO

from warcio.exceptions import ArchiveLoadFailed

from dragoman.read.item import Item
from dragoman.read.unpacking import SMALL, TooMuch, grows
from dragoman.records import Trouble
from dragoman.settings import Settings

__all__ = ["warc"]

READ = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "application/pdf": "",
        "application/rss+xml": "", "application/atom+xml": "", "application/rdf+xml": "", "text/xml": "",
        "application/xml": ""}  # fmt: skip
LINE, BLOCK = 1 << 20, 1 << 14  # bytes of the longest header line, and read at once
#: What the library raises on damage, by its own word or because its parsing stumbles; the list is of what fuzzing gave.
DAMAGE = (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError, AttributeError)
HOLDING = ("response", "resource", "conversion")  # the types of record that hold content
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)  # text/html; charset=windows-1251


def warc(item: Item, settings: Settings) -> Iterator[Item | Trouble]:
    """The pages of a WARC file, record by record, never the whole in memory."""
    passed: dict[str, int] = {}
    with item.open() as stream:
        records = opened(stream, ratio=settings.limits.ratio)
        while True:
            try:
                found = _next(item, records, settings, passed)
            except TooMuch as too_much:
                yield item.trouble(f"{too_much}.", "Leave it out, or cut the record out.")
                break
            except Damaged as damaged:
                what = f"is damaged after byte {stream.tell():,} ({damaged})."
                yield item.trouble(what, "What stood before it was read; fetch the rest again.")
                break
            if found is None:
                if records.offset < item.packed:
                    what = f"breaks off: its last {item.packed - records.offset:,} bytes are no whole record."
                    yield item.trouble(what, "What stood before was read; fetch the rest again.")
                break
            if not isinstance(found, str):
                yield found
    if records.err_count:
        _count(passed, "records of a wrong length, read as far as they go", records.err_count)
    for why, count in sorted(passed.items()):
        yield item.trouble(f"{why}: {count}.")


def _next(item: Item, records: Any, settings: Settings, passed: dict[str, int]) -> Item | Trouble | str | None:
    """The next part, "" for a record that holds none, None at the end."""
    with redirect_stderr(io.StringIO()):  # the library writes its warnings there; they are in err_count too
        record = _asked(lambda: next(records, None))
        if record is None:
            return None
        part = _part(item, record, settings, passed)
        place = f"#offset={_asked(records.get_record_offset)}"
    if record.rec_type is None or getattr(record.raw_stream, "limit", 0) > 0:
        _count(passed, "records that break off, read as far as they go")
    if isinstance(part, Item):
        return replace(part, name=item.name + place)
    return item.trouble(*part, place=place) if isinstance(part, tuple) else ""


def _part(item: Item, record: Any, settings: Settings, passed: dict[str, int]) -> Item | tuple[str, str] | None:
    """The content of one record, why it cannot be read, or None when it holds nothing to read."""
    if record.rec_type == "revisit":
        _count(passed, "records passed over, of pages that had not changed")
    if record.rec_type not in HOLDING:
        return None
    headers = record.http_headers if record.rec_type == "response" else None
    status = headers.get_statuscode() if headers else "200"
    written = (headers or record.rec_headers).get_header("Content-Type") or ""
    kind = READ.get(written.partition(";")[0].strip().lower())
    if kind is None:
        return None
    if status != "200":
        _count(passed, f"pages passed over, with the answer {status[:3]}")
        return None
    most = settings.largest_file if kind else settings.limits.whole
    raw = _asked(lambda: record.content_stream().read(most + 1))
    if len(raw) > most:
        return f"is larger than {most:,} bytes.", "Cut it out of the archive."
    charset = CHARSET.search(written)
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    given = (("url", url.strip("<> ")), ("seen", record.rec_headers.get_header("WARC-Date") or ""))
    meta = tuple((key, value) for key, value in given if value)
    return item.part("", raw, kind=kind, charset=charset[1] if charset else "", meta=meta)


class Damaged(Exception):
    """The library could not go on; the message is its own."""


def _asked(call: Callable[[], Any]) -> Any:
    """What one call of the library gives."""
    try:
        return call()
    except DAMAGE as error:
        raise Damaged(" ".join(str(error).split())[:120] or type(error).__name__) from error


def opened(stream: BinaryIO, *, ratio: int) -> Any:
    """The records of a stream, with lines and skipped content bounded, which the library does not do."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.bufferedreaders import DecompressingBufferedReader

    class Lines(DecompressingBufferedReader):  # type: ignore[misc]
        def readline(self, length: int | None = None) -> Any:
            return super().readline(length or LINE)

    class Records(ArchiveIterator):  # type: ignore[misc]
        size = 0

        def read_to_end(self, record: Any = None) -> None:
            while self.record and not self.member_info and (part := self.record.raw_stream.read(BLOCK)):
                self.size += len(part)
                if self.size > max(SMALL, ratio * stream.tell()):
                    raise TooMuch(grows(ratio))
            super().read_to_end(record)

    records = Records(stream, block_size=BLOCK)
    records.reader = Lines(stream, block_size=BLOCK)
    return records


def _count(passed: dict[str, int], why: str, times: int = 1) -> None:
    passed[why] = passed.get(why, 0) + times
