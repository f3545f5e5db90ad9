"""zip, tar and single compressed files: their members in order, bounded in number, size, ratio and depth.

Nothing is written to disk. A member's locator is `pile.zip!/folder/page.html`, inside archives inside archives
`a.tar.gz!/b.zip!/c.txt`; what a compressed file holds alone is `page.html.gz!/page.html`.
"""

from __future__ import annotations

import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from lzma import LZMAError
from pathlib import PurePosixPath
from typing import IO

from dragoman.read.item import Allowance, Item
from dragoman.read.jsonl import rows
from dragoman.read.unpacking import Bomb, TooMuch, fraction, unpacked
from dragoman.read.warc import warc
from dragoman.records import Trouble
from dragoman.settings import Settings

__all__ = ["is_tar", "packed", "tarred", "zipped"]

Found = Item | Trouble
Readable = Callable[[str], bool]  # of the name of a member: worth unpacking
#: What the standard library raises on damaged archives; the list is of what fuzzing gave.
DAMAGE = (zipfile.BadZipFile, tarfile.TarError, zlib.error, LZMAError, EOFError, OSError, NotImplementedError,
          ValueError, struct.error, OverflowError, RuntimeError)  # fmt: skip
OFFICE = (("word/", "a Word document"), ("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation"),
          ("META-INF/container.xml", "an EPUB book"), ("content.xml", "an OpenDocument file"))  # fmt: skip
LINES = (".jsonl", ".ndjson")
ENCRYPTED = 0x1  # flag of a zip member
UNPACK = "Unpack it yourself and give the files you want."


def zipped(item: Item, settings: Settings, *, readable: Readable) -> Iterator[Found]:
    """The members of a zip archive."""
    item = _within(item, settings)
    try:
        with item.open() as stream, zipfile.ZipFile(stream) as archive:
            office = _office([one.filename for one in archive.infolist()[:50]])
            if office:
                yield item.trouble(f"is {office}, which is not read yet.", "Save it as PDF, HTML or text.")
                return
            for info in archive.infolist():
                if not info.is_dir() and _wanted(info.filename, readable):
                    yield from _zip_member(item, archive, info, settings)
    except TooMuch as too_much:
        yield item.trouble(f"{too_much}.", UNPACK)
    except DAMAGE as error:
        yield _damaged(item, "zip archive", error)


def _office(names: list[str]) -> str:
    marked = any(name in ("[Content_Types].xml", "mimetype") for name in names)
    return next((said for start, said in OFFICE if marked and any(name.startswith(start) for name in names)), "")


def _zip_member(item: Item, archive: zipfile.ZipFile, info: zipfile.ZipInfo, settings: Settings) -> Iterator[Found]:
    place = f"!/{info.filename}"
    if info.flag_bits & ENCRYPTED:
        yield item.trouble("is encrypted.", "Unpack it with its password first.", place=place)
        return
    refused = _refused(item, place, settings, link=stat.S_ISLNK(info.external_attr >> 16))
    if refused:
        yield refused
        return
    try:
        with archive.open(info) as stream:
            yield _member(item, place, stream, settings, packed=info.compress_size)
    except Bomb as bomb:
        yield item.trouble(f"{bomb}.", UNPACK, place=place)
    except DAMAGE as error:
        yield item.trouble(f"is damaged ({_said(error)}).", "Pack it again.", place=place)


def is_tar(head: bytes) -> bool:
    """True for the first block of a tar archive: its name stands at byte 257."""
    return head[257:262] == b"ustar"


def tarred(item: Item, settings: Settings, *, readable: Readable) -> Iterator[Found]:
    """The members of a tar archive that is not compressed."""
    with item.open() as stream:
        yield from _tar_members(_within(item, settings), stream, settings, readable)


def _tar_members(item: Item, stream: IO[bytes], settings: Settings, readable: Readable) -> Iterator[Found]:
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for info in archive:
                link = info.issym() or info.islnk()
                if not (info.isfile() or link) or not _wanted(info.name, readable):
                    continue
                refused = _refused(item, f"!/{info.name}", settings, link=link)
                inner = None if refused else archive.extractfile(info)
                yield refused or _member(item, f"!/{info.name}", inner, settings)
    except TooMuch as too_much:
        yield item.trouble(f"{too_much}.", UNPACK)
    except DAMAGE as error:
        yield _damaged(item, "tar archive", error)


def packed(item: Item, settings: Settings, *, readable: Readable) -> Iterator[Found]:
    """A file compressed with gzip, bzip2 or xz: a tar archive, a WARC, or one file."""
    item = _within(item, settings)
    try:
        with item.open() as stream:
            head = unpacked(stream, item, settings).read1(512)  # what comes at once, even from a torn file
        if head.startswith(b"WARC/"):
            yield from warc(item, settings)
            return
        with item.open() as stream:
            inner = unpacked(stream, item, settings)
            place = f"!/{_bare(item.name)}"
            if is_tar(head):
                yield from _tar_members(item, inner, settings, readable)
            elif place.lower().endswith(LINES):  # piles of news come so; they are not held in memory
                yield from rows(replace(item, name=item.name + place, raw=b"", path=None), settings, stream=inner)
            else:
                yield _member(item, place, inner, settings)
    except TooMuch as too_much:
        yield item.trouble(f"{too_much}.", UNPACK)
    except DAMAGE as error:
        yield _damaged(item, "compressed file", error)


def _bare(name: str) -> str:
    """The name of what a compressed file holds: without .gz, .bz2, .xz."""
    last = name.rpartition("!/")[2].rpartition("/")[2]
    return PurePosixPath(last).stem or last


def _within(item: Item, settings: Settings) -> Item:
    """The item with what it may unpack to: its own when it is the outermost archive."""
    fresh = Allowance(settings.limits.unpacked, settings.limits.members)
    return item if item.allowance else replace(item, allowance=fresh)


def _wanted(name: str, readable: Readable) -> bool:
    """False for hidden files, the Mac's shadow folder, and what is no article by its suffix (pictures, scripts)."""
    parts = name.split("/")
    hidden = any(part == "__MACOSX" or (part.startswith(".") and part not in (".", "..")) for part in parts)
    return not hidden and readable(parts[-1])


def _refused(item: Item, place: str, settings: Settings, *, link: bool) -> Trouble | None:
    """Why a member is not read, whatever it holds; raises TooMuch when there are too many."""
    assert item.allowance is not None, "set by the archive's reader"
    item.allowance.members -= 1
    if item.allowance.members < 0:
        raise TooMuch(f"has more than {settings.limits.members:,} members; those before were read")
    name = place.removeprefix("!/").replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or name[1:3] == ":/":
        return item.trouble("has a path that leaves the archive; it was not read.", "Unpack it first.", place=place)
    if link:
        return item.trouble("is a link, not a file; it was not followed.", "Give the file itself.", place=place)
    return None


def _member(item: Item, place: str, stream: IO[bytes] | None, settings: Settings, *, packed: int = 0) -> Found:
    """One member's bytes, or that they are too many."""
    assert item.allowance is not None, "set by the archive's reader"
    most = settings.limits.whole
    raw = fraction(stream, most, item.allowance, packed=packed, ratio=settings.limits.ratio) if stream else b""
    if raw is None:
        return item.trouble(f"is larger than {most:,} bytes.", "Unpack it first.", place=place)
    return item.part(place, raw, depth=item.depth + 1)


def _damaged(item: Item, what: str, error: Exception) -> Trouble:
    return item.trouble(f"is a damaged {what} ({_said(error)}).", "What could be read was; fetch or pack it again.")


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
