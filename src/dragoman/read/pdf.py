"""PDF with a text layer: a derived source. Its pages, in order, are divided by form feeds; the PDF's bytes are kept.

Lines are joined into paragraphs, for a page breaks sentences anywhere. What this module does to the text is part of
the tool's version, so that `verify` knows when it can expect the same text again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache

from dragoman.read.guard import Refused, guarded
from dragoman.read.item import Item
from dragoman.records import Derived, Trouble
from dragoman.settings import Limits, Settings

__all__ = ["extracted", "joined", "pdf", "tool"]

LAYOUT = 1  # raise it when the joining of lines changes
PAGE = "\f"  # between two pages
#: PDFium marks a word that it saw divided at the end of a line: inter\x02national, inter\ufffenational
DIVIDED = re.compile(r"[\x02\ufffe](?:\r?\n)?")
ENDED = re.compile(r"[.!?…:»”\"’)\]]\s*$")
ITEM = re.compile(r"\s*(?:[-–—•*▪]|\(?\d{1,2}[.)]|Article\s+\d+)\s")  # • the first point
SHORT = 0.8  # of the page's widest lines: a finished sentence ending before it ends a paragraph
HEADING = 0.55  # of them: a line that ends before it stands alone, as headings do; swept .4–.7 on wrapped news by eye
NUMBER = re.compile(r"[-–—\s]*\d{1,4}[-–—\s]*\Z")  # – 3 –: a page's number


@cache
def tool() -> str:
    """Name and versions of what reads PDFs here."""
    import pypdfium2

    return f"pypdfium2 {pypdfium2.PYPDFIUM_INFO.version}, PDFium {pypdfium2.PDFIUM_INFO.version}, layout {LAYOUT}"


def pdf(item: Item, settings: Settings) -> Iterator[Item | Trouble]:
    """The text of a PDF as one part, or why there is none."""
    tool()  # the library is loaded before the child is forked, which else loads it anew for every file
    limits = settings.limits
    raw = item.read(limits.whole + 1)
    if len(raw) > limits.whole:
        yield item.trouble(f"is larger than {limits.whole:,} bytes.", "Split the PDF.")
        return
    try:
        pages = extracted(raw, limits)
    except Refused as refused:
        password = "password" in str(refused)
        cure = "Save it without a password." if password else "Save it again, or export its text."
        yield item.trouble(f"{refused}.", cure)
        return
    bare = [number for number, page in enumerate(pages, 1) if not page.strip()]
    if len(bare) == len(pages):
        what = f"is a scan: {len(pages)} page{'s' * (len(pages) > 1)} without a text layer."
        yield item.trouble(what, "Run text recognition on it first (for example ocrmypdf).")
        return
    meta = (("note", _bare(bare, len(pages))),) if bare else ()
    derived = Derived(of=hashlib.sha256(raw).hexdigest(), tool=tool(), raw=raw)
    yield item.part("#text", joined(pages), kind="text", errors="surrogatepass", derived=derived, meta=meta)


def extracted(raw: bytes, limits: Limits) -> list[str]:
    """The text of each page, read in a process of its own; raises Refused when it cannot be had."""
    found = guarded(_pages, raw, limits.pages, seconds=limits.seconds, memory=limits.memory)
    if isinstance(found, str):
        raise Refused(found)
    return [paragraphs(page) for page in found]


def joined(pages: list[str]) -> bytes:
    """The pages as the bytes of one source."""
    return f"\n\n{PAGE}".join(pages).encode("utf-8", "surrogatepass")


def _bare(pages: list[int], total: int) -> str:
    shown = ", ".join(map(str, pages[:8])) + (" …" if len(pages) > 8 else "")
    return f"{len(pages)} of {total} pages have no text layer: {shown}"


def _pages(raw: bytes, most: int) -> list[str] | str:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            return "is locked with a password"
        return "is damaged: it cannot be opened as a PDF"
    if len(document) > most:
        return f"has {len(document):,} pages, more than the limit of {most:,}"
    if not len(document):
        return "is a PDF without pages"
    pages = []
    for number in range(len(document)):
        try:
            pages.append(str(document[number].get_textpage().get_text_range()))
        except pypdfium2.PdfiumError:
            pages.append("")
    return pages


def paragraphs(page: str) -> str:
    r"""A page's lines joined to paragraphs.

    >>> paragraphs("The two ministers met in the harbour of\r\nZenda and signed.\r\nThen they left the town for lunch.")
    'The two ministers met in the harbour of Zenda and signed.\n\nThen they left the town for lunch.'
    """
    page = DIVIDED.sub("", page).replace(PAGE, "\n").replace("\x00", "")
    lines = [" ".join(line.split()) for line in re.split(r"\r\n|\r|\n", page)]
    wide = sorted(map(len, lines))[-max(1, len(lines) // 10)] if lines else 0
    out: list[str] = []
    apart = True
    for line in lines:
        if not line:
            apart = True
            continue
        alone = NUMBER.fullmatch(line) is not None
        if apart or alone or ITEM.match(line):
            out.append(line)
        else:
            out[-1] += ("" if out[-1].endswith("-") else " ") + line
        finished = ENDED.search(line) is not None and len(line) < SHORT * wide
        apart = alone or finished or len(line) < HEADING * wide
    return "\n\n".join(out)
