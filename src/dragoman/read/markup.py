"""The words of an HTML page as edits of the original: tags out, references decoded, page furniture out with reasons.

>>> from dragoman.spans import Text
>>> page = "<nav>Home</nav><h1>Peace at last</h1><p>The two sides signed the treaty of the isles on Monday.</p>"
>>> read_markup(Text.of("s", page)).text.value
'Peace at last\\n\\nThe two sides signed the treaty of the isles on Monday.'
"""

from __future__ import annotations

import gc
import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from dragoman.read.chunks import Chunk
from dragoman.read.layout import Vote, choose
from dragoman.read.metadata import About, about
from dragoman.read.printed import printed
from dragoman.read.tags import Token, parse
from dragoman.spans import Edit, Text

__all__ = ["Markup", "Vote", "read_markup"]

BLANK = " \t\r\n\f"
SPACES = re.compile(rf"[{BLANK}]{{2,}}|[{BLANK[1:]}]")  # all but single spaces
REFERENCE = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};)")
QUOTED = re.compile(r"<(/?)q[\s>]", re.IGNORECASE)


@dataclass(frozen=True)
class Markup:
    """A page read: its words with their map, what its tags told, and what some blocks are (original range, kind)."""

    text: Text
    about: About
    kinds: tuple[tuple[int, int, str], ...] = ()
    byline: str | None = None


def read_markup(text: Text, *, vote: Vote | None = None) -> Markup:
    """The article of a page; `text` is the untouched view of its source."""
    with _undisturbed():
        return _read(text, vote)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No search for garbage meanwhile: a page is many objects, none is garbage, and looking took a third of it."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _read(text: Text, vote: Vote | None) -> Markup:
    elements, tokens = parse(text.value)
    facts = about(elements)
    page = choose(elements, tokens, facts, vote)
    facts = replace(facts, said=(*facts.said, *printed(page, facts.language or "und")))
    kept = [chunk for chunk in page if not chunk.why]
    signed = next((chunk.words() for chunk in kept if chunk.kind == "byline"), None)
    kinds = tuple((chunk.start, chunk.tokens[-1].end, chunk.kind) for chunk in kept if chunk.kind)
    return Markup(text.edit(_edits(text.value, tokens, page)), facts, kinds, facts.author or signed)


def _edits(source: str, tokens: list[Token], page: list[Chunk]) -> Iterator[Edit]:
    """Everything between two kept runs of words goes: with a blank line where a block ends, else with nothing."""
    kept = {token.start: chunk for chunk in page if not chunk.why for token in chunk.tokens}
    reasons = {token.start: chunk.why for chunk in page for token in chunk.tokens}
    gap: list[tuple[int, int, str, str]] = []
    begun = broken = False
    for token in tokens:
        chunk = kept.get(token.start) if token.kind == "text" else None
        if chunk is None:
            why = token.element.why or (reasons.get(token.start, "") if token.kind == "text" else "") or "markup"
            broken = broken or token.element.name == "br"
            mark = _quotation_mark(source, token.start) if token.element.name == "q" and why == "markup" else ""
            gap.append((token.start, token.end, why, mark))
            continue
        opens = token is chunk.tokens[0]
        new = "" if not begun else "\n\n" if opens else "\n" if broken else ""
        yield from _gap(gap, new)
        yield from _inline(source, token, first=opens or broken, last=token is chunk.tokens[-1])
        gap, begun, broken = [], True, False
    yield from _gap(gap, "")


def _gap(gap: list[tuple[int, int, str, str]], new: str) -> Iterator[Edit]:
    """One edit a reason; the first of plain markup puts in what separates the words on both sides."""
    runs: list[tuple[int, int, str, str]] = []
    for start, end, why, mark in gap:
        if runs and runs[-1][2] == why and not mark and not runs[-1][3]:
            runs[-1] = (runs[-1][0], end, why, "")
        else:
            runs.append((start, end, why, mark))
    at = next((number for number, run in enumerate(runs) if run[2] == "markup" and not run[3]), 0) if new else -1
    for number, (start, end, why, mark) in enumerate(runs):
        yield Edit(start, end, (new if number == at else "") + mark, why)


def _quotation_mark(source: str, start: int) -> str:
    """The mark that a browser draws for <q> and </q>."""
    match = QUOTED.match(source, start)
    return "" if match is None else "”" if match[1] else "“"


def _inline(source: str, token: Token, *, first: bool, last: bool) -> Iterator[Edit]:
    """White space folded and references decoded inside one run of words."""
    start, end = token.start, token.end
    if not token.element.inside("pre"):
        words = source[start:end]
        start += len(words) - len(words.lstrip(BLANK)) if first else 0
        end = max(start, end - (len(words) - len(words.rstrip(BLANK)) if last else 0))
        if start > token.start:
            yield Edit(token.start, start, "", "space")
        for match in SPACES.finditer(source, start, end):
            yield Edit(match.start(), match.end(), " ", "space")
        if end < token.end:
            yield Edit(end, token.end, "", "space")
    if source.find("&", start, end) < 0:
        return
    for match in REFERENCE.finditer(source, token.start, token.end):
        decoded = html.unescape(match[0])
        if decoded != match[0]:
            yield Edit(match.start(), match.end(), decoded, "reference")
