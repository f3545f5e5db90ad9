"""What is read: a table of formats, each with its suffixes, how its bytes are known, and its reader.

Rule of this file: bytes win over names. A PDF called .txt is read as the PDF it is, and the reader is told.
A format without a reader holds one article itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from dragoman.read.archives import is_tar, packed, tarred, zipped
from dragoman.read.decode import is_binary
from dragoman.read.feeds import feed, is_feed
from dragoman.read.item import Item, Reader
from dragoman.read.jsonl import is_rows, rows
from dragoman.read.jsons import SCRIPT, array
from dragoman.read.pdf import pdf
from dragoman.read.tables import table
from dragoman.read.unpacking import PACKED
from dragoman.read.warc import warc
from dragoman.records import Trouble

__all__ = ["DOCUMENTS", "HEAD", "SOURCES", "Format", "fault", "format_of", "is_html", "readable", "unread"]

HEAD = 4096  # bytes by which a format is told
ROW = 8_000_000  # bytes of a first line that may be a row of JSON
MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b", re.I | re.S
)
TAGS = re.compile(r"<(?:p|div|span|a|br|h[1-6]|img|ul|li|meta|script)\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True)
class Format:
    """One format: its name with its article, suffixes, a test of the first bytes (None: by suffix only), a reader."""

    name: str
    suffixes: tuple[str, ...]
    known: Callable[[bytes], bool] | None = None
    reader: Reader | None = None
    kind: str = ""  # of a format that is one article: text or html


def _starts(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(marks)


def _members(reader: Callable[..., Iterator[Item | Trouble]]) -> Reader:
    """An archive's reader that unpacks what this table can read, and documents it knows by name to say so."""
    return lambda item, settings: reader(item, settings, readable=lambda name: readable(name) or is_document(name))


def _is_pdf(head: bytes) -> bool:
    """A PDF may have a little before its mark; words about PDFs have none at their beginning."""
    return head.lstrip().startswith(b"%PDF-") or (b"%PDF-" in head[:1024] and is_binary(head))


def _is_export(head: bytes) -> bool:
    return SCRIPT.match(head[:200].decode("utf-8", "replace").lstrip("\ufeff")) is not None


#: In this order: bytes are compared with each format that can be known by them, then the suffix decides.
SOURCES = (
    Format("a PDF", (".pdf",), _is_pdf, pdf),
    Format("a zip archive", (".zip",), _starts(b"PK\x03\x04", b"PK\x05\x06"), _members(zipped)),
    Format("a WARC", (".warc",), _starts(b"WARC/"), warc),
    Format("a compressed file", (".gz", ".tgz", ".bz2", ".tbz2", ".xz", ".txz"),
           _starts(*(mark for mark, _ in PACKED)), _members(packed)),
    Format("a tar archive", (".tar",), is_tar, _members(tarred)),
    Format("a feed", (".rss", ".atom", ".rdf"), is_feed, feed),
    Format("a Twitter/X export", (), _is_export, array),
    Format("JSON Lines", (".jsonl", ".ndjson"), None, rows),
    Format("JSON", (".json",), None, array),
    Format("a table", (".csv", ".tsv", ".tab"), None, table),
    Format("a page", (".html", ".htm", ".xhtml"), None, kind="html"),
    Format("text", (".txt", ".md", ".markdown"), None, kind="text"),
)  # fmt: skip
SUFFIXES = frozenset(suffix for one in SOURCES for suffix in one.suffixes) | {".xml"}
TWEETS = re.compile(r"tweets?(?:-part\d+)?\.js", re.I)  # tweets.js, tweets-part1.js
#: Files somebody may have meant to give: not read yet; others (pictures, scripts) are only counted.
DOCUMENTS = frozenset({".doc", ".docx", ".odt", ".rtf", ".epub", ".eml", ".msg", ".mbox", ".mht", ".mhtml", ".7z",
                       ".rar", ".zst", ".xls", ".xlsx", ".pptx"})  # fmt: skip
#: Formats that are no text and have no reader, by how they begin.
UNREAD = (
    (b"\xd0\xcf\x11\xe0", "an old Office document or e-mail"), (b"{\\rtf", "a Rich Text document"),
    (b"7z\xbc\xaf", "a 7z archive"), (b"Rar!", "a RAR archive"), (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"\x89PNG", "a picture"), (b"GIF8", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"), (b"SQLite format 3", "a database"), (b"ID3", "a recording"), (b"OggS", "a recording"),
)  # fmt: skip


def readable(name: str) -> bool:
    """True for the name of a file that may hold articles, in a folder or an archive."""
    return PurePosixPath(name).suffix.lower() in SUFFIXES or TWEETS.fullmatch(name) is not None


def is_document(name: str) -> bool:
    """True for the name of a file that somebody may have meant to give but that is not read yet."""
    return PurePosixPath(name).suffix.lower() in DOCUMENTS


def format_of(item: Item, head: bytes, columns: tuple[tuple[str, str], ...] = ()) -> tuple[Format, bool]:
    """The format of some bytes, and whether their name promised another one."""
    promised = next((one for one in SOURCES if item.suffix in one.suffixes), None)
    for one in SOURCES:
        if one.known is not None and one.known(head):
            return one, promised not in (None, one) or item.suffix in DOCUMENTS
    if promised is not None and promised.known is None:
        return promised, False
    first = item.read(ROW).partition(b"\n")[0] if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else b""
    if is_rows(first, columns):  # rows under a name that says nothing, as standard input has none
        return next(one for one in SOURCES if one.reader is rows), promised is not None
    return SOURCES[-1], promised is not None


def fault(item: Item, head: bytes, misnamed: bool) -> tuple[str, str] | None:
    """What and what to do, when bytes that no reader knows are not to be taken for an article either."""
    suffix = item.suffix
    if misnamed and is_binary(head):
        return f"is called {suffix} but is no {suffix} file, or a damaged one.", "Fetch or save it again."
    if suffix == ".xml" and not is_html(head.decode("utf-8", "replace")):
        return "is XML but neither a feed nor a page.", "Convert it to text or HTML first."
    if suffix == ".js":
        return "is a script, not an export of Twitter/X.", "Leave it out, or give it as .txt."
    return None


def unread(head: bytes) -> str:
    """The name of a known format that is not read; "" for everything else."""
    return next((name for mark, name in UNREAD if head.startswith(mark)), "")


def is_html(text: str) -> bool:
    """True for a page by its beginning, or for a fragment dense with tags."""
    head = text[:3000].lstrip("\ufeff")
    return MARKUP.match(head) is not None or (head.lstrip().startswith("<") and len(TAGS.findall(head)) >= 6)
