"""A dossier's page in parts that open quickly: what fits stays on the first, each other region has pages of its own.

Nothing is loaded by a script: every part is a page, and every link leads to the part that holds its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup

from dragoman.report.messages import Messages

__all__ = ["LIMIT", "Parts", "split"]

LIMIT = 300_000  # bytes of one page: the first page of a story may not be larger
_SECTION = re.compile(r"<section id=(\w+)[^>]*>")  # a region: <section id=said …>…</section>
#: Its heading and first words, whose end may be left out before the next block.
_HEAD = re.compile(
    r"\s*(<h2\b.*?</h2>(?:\s*<p class=lead>(?:(?!</?(?:p|h\d|figure|article|table|[ou]l|details|div|section)\b).)*)?)",
    re.DOTALL,
)
_TITLE = re.compile(r"<h2\b[^>]*>(.*?)</h2>", re.DOTALL)
#: Elements whose end is always written out.
_TAG = re.compile(r"<(/?)(article|details|ul|ol|dl|div|figure|table|header|blockquote|h[34])\b[^>]*>")
_IDENT = re.compile(r'["\']?([\w.-]+)')  # behind " id="
_ROW = re.compile(r"(?=<tr\b)")
_ENTRY = re.compile(r"<li\b|" + _TAG.pattern)
_LINK = re.compile(r'\bhref=(["\']?)#([\w.-]+)\1')  # <a href=#T17>, <a href="#T17">
_LONGER = 32  # bytes that a link to another part has more than one to its own: "?version=12&part=sources-10"
_PENCIL = 128  # bytes of the link that corrects a line
_LISTS = ("ul", "ol", "div", "dl", "table")


@dataclass(frozen=True)
class Parts:
    """The pages of one dossier by their names, "" for the first, and the page that holds each place."""

    pages: dict[str, str]
    where: dict[str, str] = field(default_factory=dict)
    idents: dict[str, frozenset[str]] = field(default_factory=dict)

    def page(self, name: str, address: str) -> str | None:
        """One page, every link of it leading to where its place is; None when there is no such page."""
        found = self.pages.get(name)
        if found is None or len(self.pages) == 1:
            return found

        def link(match: re.Match[str]) -> str:
            other = name if match[2] in self.idents[name] else self.where.get(match[2], name)
            return match[0] if other == name else f'href="{_address(address, other)}#{match[2]}"'

        return _LINK.sub(link, found)


def split(page: str, address: str, say: Messages, *, limit: int = LIMIT) -> Parts:
    """The pages of a dossier, one when it is small."""
    if _size(page) <= limit:
        return Parts({"": page})
    regions = [_region(page, match) for match in _SECTION.finditer(page)]
    first, last = regions[0][1], regions[-1][2]
    before, behind = page[:first], page[last:]
    frame = page[: page.index("<header id=top>")].replace('class=skip href="#agreement"', 'class=skip href="#top"')
    room = limit - _size(before) - _size(behind) - sum(_size(_teaser(one, "", address, say)) for one in regions)
    pages, kept = {"": ""}, []
    for one in regions:
        name, start, end, inner = one
        whole = page[start:end]
        if _size(whole) <= room:
            room -= _size(whole)
            kept.append(whole)
            continue
        kept.append(_teaser(one, f"{_size(whole) // 1000} kB", address, say))
        chunks = list(_packed(inner, limit - _size(frame) - _size(behind) - 4000))
        for number, chunk in enumerate(chunks, 1):
            own = name if number == 1 else f"{name}-{number}"
            pages[own] = frame + _of_many(name, number, len(chunks), chunk, address, say) + behind
    pages[""] = before + "".join(kept) + behind
    idents = {name: _idents(text) for name, text in pages.items()}
    return Parts(pages, _places(idents), idents)


def _region(page: str, match: re.Match[str]) -> tuple[str, int, int, str]:
    """(name, start, end, what stands inside) of a region; regions hold no others."""
    end = page.index("</section>", match.end())
    return match[1], match.start(), end + len("</section>"), page[match.end() : end]


def _idents(page: str) -> frozenset[str]:
    """The ids of a page."""
    held = (_IDENT.match(text) for text in page[page.find("<body") :].split(" id=")[1:])
    return frozenset(match[1] for match in held if match)


def _places(idents: dict[str, frozenset[str]]) -> dict[str, str]:
    """{id: page}; a region that has pages of its own is found on the first of them."""
    where: dict[str, str] = {}
    for name, own in idents.items():
        for one in own:
            if name == "" or one not in where or one == name:
                where[one] = name
    return where


def _teaser(region: tuple[str, int, int, str], size: str, address: str, say: Messages) -> str:
    """A region's heading and first words, and the way to its own page."""
    name, _, _, inner = region
    link = Markup('<p class=more><a href="{}">{}</a></p>').format(_address(address, name), say("web.part", size=size))
    return f"<section aria-labelledby=h-{name}-1>{_head(inner).replace('<h2', f'<h2 id=h-{name}-1', 1)}{link}</section>"


def _head(inner: str) -> str:
    match = _HEAD.match(inner)
    return re.sub(r"(<h2)\b[^>]*", r"\1", match[1]) if match else "<h2></h2>"


def _of_many(name: str, number: int, count: int, chunk: str, address: str, say: Messages) -> str:
    """One page of a region: its heading, where one is, and the way back and on."""
    title = _TITLE.search(chunk)
    heading = "" if title and number == 1 else f"<h2>{say('web.part_of', number=number, count=count)}</h2>"
    steps = [("", say("web.part_first"))]
    steps += [(_own(name, number - 1), say("web.part_before"))] if number > 1 else []
    steps += [(_own(name, number + 1), say("web.part_next"))] if number < count else []
    links = Markup(" · ").join(
        Markup('<a href="{}">{}</a>').format(_address(address, one), told) for one, told in steps
    )
    way = Markup('<p class="more">{}{}</p>').format(f"{number}/{count} · " if count > 1 else "", links)
    return f"<h1 id=top>{_plain(title)}</h1>{way}<section id={name}>{heading}{chunk}</section>{way}"


def _plain(title: re.Match[str] | None) -> str:
    return title[1] if title else "…"


def _own(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"


def _address(address: str, name: str) -> str:
    return f"{address}&part={name}" if "?" in address and name else f"{address}?part={name}" if name else address


def _packed(inner: str, room: int) -> Iterator[str]:
    """The children of a region in chunks that fit; a heading goes on over the pages of what stands below it."""
    held: list[str] = []
    size, heading, began = 0, "", True
    for piece in _small(_children(inner), room):
        weight = _size(piece)
        if held and size + weight > room:
            yield "".join(held)
            held, size, began = (
                ([heading], _size(heading), True) if heading and not _is_heading(piece) else ([], 0, True)
            )
        if _is_heading(piece):
            heading = re.sub(r'\sid=("[^"]*"|\S+?)(?=[\s>])', "", piece)
        held.append(piece)
        size, began = size + weight, False
    if held and not began:
        yield "".join(held)


def _is_heading(piece: str) -> bool:
    return piece.lstrip().startswith(("<h3", "<h4"))


def _small(pieces: Sequence[str], room: int) -> Iterator[str]:
    """Pieces no larger than a page, where they can be divided: a list by its entries."""
    for piece in pieces:
        match = _TAG.match(piece.lstrip())
        if _size(piece) <= room or match is None or match[2] not in _LISTS:
            yield piece
            continue
        opening, entries, closing = _opened(piece.lstrip(), match)
        held: list[str] = []
        size = 0
        for one in entries:
            if held and size + _size(one) > room - 2000:
                yield opening + "".join(held) + closing
                held, size = [], 0
            held.append(one)
            size += _size(one)
        yield opening + "".join(held) + closing


def _opened(piece: str, match: re.Match[str]) -> tuple[str, list[str], str]:
    """How a list or table begins, its entries or rows, and how it ends."""
    opening, closing = match[0], f"</{match[2]}>"
    if match[2] == "table" and "<tbody>" in piece:
        opening = piece[: piece.index("<tbody>") + len("<tbody>")]
    inner = piece[len(opening) :].removesuffix(closing)
    if match[2] == "table":
        return opening, _ROW.split(inner), closing
    return opening, _entries(inner) if match[2] in ("ul", "ol") else _children(inner), closing


def _entries(inner: str) -> list[str]:
    """The entries of a list, whose ends may be left out; a list within an entry stays with it."""
    depth, cuts = 0, [0]
    for match in _ENTRY.finditer(inner):
        if match[0].startswith("<li"):
            cuts += [match.start()] if depth == 0 else []
        else:
            depth += -1 if match[1] else 1
    return [one for a, b in pairwise([*cuts, len(inner)]) if (one := inner[a:b])]


def _children(inner: str) -> list[str]:
    """The elements of a region one after another, and what stands between them."""
    found, depth, start = [], 0, 0
    for match in _TAG.finditer(inner):
        if not match[1]:
            if depth == 0 and inner[start : match.start()].strip():
                found.append(inner[start : match.start()])
                start = match.start()
            depth += 1
            continue
        depth -= 1
        if depth == 0:
            found.append(inner[start : match.end()])
            start = match.end()
    if inner[start:].strip():
        found.append(inner[start:])
    return found


def _size(text: str) -> int:
    """Bytes of a text as it will be served: links to other parts grow longer, a pencil stands beside every label."""
    links = text.count("href=#") + text.count('href="#')
    return (
        len(text.encode("utf-8", "replace"))
        + links * _LONGER
        + (text.count("<a id=") + text.count("class=id")) * _PENCIL
    )
