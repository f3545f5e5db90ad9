"""A page as chunks: words between two block boundaries, with what is needed to judge them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.read.tags import BLOCKS, Element, Token

__all__ = ["LINKED", "PROSE", "Chunk", "chunks"]

#: These were weighed against each other on the pages of a public extraction benchmark; none was tuned alone.
PROSE = 60  # characters of a chunk that counts as prose
LINKED = 0.45  # share of link text above which a chunk is a list of links

ENDED = re.compile(r"[.!?…。！？\"'”’»)\]:]\s*$")
BREAKS = re.compile(r"(?:\s|&nbsp;|</?(?:span|font|b|i|strong|em)\b[^>]{0,200}>){0,20}<br\b", re.IGNORECASE)


@dataclass(eq=False, slots=True)
class Chunk:
    """Words between two block boundaries. `why` is the reason for leaving them out, "" while they are kept."""

    tokens: list[Token]
    element: Element  # the nearest block around it
    chars: int = 0
    linked: int = 0
    ended: bool = False
    why: str = ""
    kind: str = ""

    @property
    def start(self) -> int:
        """First original character."""
        return self.tokens[0].start

    @property
    def density(self) -> float:
        """Share of its characters inside links."""
        return self.linked / self.chars if self.chars else 0.0

    @property
    def prose(self) -> bool:
        """It reads like a paragraph."""
        return self.density < LINKED and ((self.chars >= PROSE and self.ended) or self.chars >= 2.5 * PROSE)

    def words(self) -> str:
        """What it says, references decoded."""
        return " ".join(html.unescape(" ".join(_said(token) for token in self.tokens)).split())


def _said(token: Token) -> str:
    return token.element.source[token.start : token.end]


def chunks(elements: list[Element], tokens: list[Token]) -> Iterator[Chunk]:
    """Runs of words that no block boundary interrupts; words of elements already left out are passed over."""
    blocks = _blocks(elements)
    run: list[Token] = []
    for token in tokens:
        if token.kind == "text":
            if token.element.why or (not run and _said(token).isspace()):
                continue
            if run and blocks[run[0].element.number] is not blocks[token.element.number]:
                yield _chunk(run, blocks)
                run = []
            run.append(token)
        elif run and _parts(token):
            yield _chunk(run, blocks)
            run = []
    if run:
        yield _chunk(run, blocks)


def _blocks(elements: list[Element]) -> list[Element]:
    """For each element, the nearest block that is or holds it."""
    found = list(elements)
    for element in elements[1:]:
        if element.name not in BLOCKS and element.parent is not None:
            found[element.number] = found[element.parent.number]
    return found


def _parts(token: Token) -> bool:
    """A block's tag, or two line breaks in a row."""
    if token.kind == "other":
        return False
    if token.element.name == "br":
        return BREAKS.match(token.element.source, token.end) is not None
    return token.element.name in BLOCKS


def _chunk(run: list[Token], blocks: list[Element]) -> Chunk:
    while len(run) > 1 and _said(run[-1]).isspace():
        run.pop()
    chunk = Chunk(run, blocks[run[0].element.number])
    words = []
    for token in run:
        word = " ".join(_said(token).split())
        words.append(word)
        if token.element.inside("a"):
            chunk.linked += len(word)
    said = " ".join(words)
    chunk.chars, chunk.ended = len(said), ENDED.search(html.unescape(said[-12:])) is not None
    return chunk
