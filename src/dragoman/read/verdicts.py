"""Headline, byline and, for every chunk of a page, why it is left out or what kind of block it is."""

from __future__ import annotations

import re

from dragoman.read.chunks import LINKED, PROSE, Chunk
from dragoman.read.classnames import BYLINE, CAPTION, STANDFIRST, split_name
from dragoman.read.metadata import About
from dragoman.read.tags import Element, Token

__all__ = ["headline", "judge"]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SIGNED = 160  # characters of a byline
PICTURED = 250  # characters beside a picture in a box of its own; longer ones are text with a picture in it
INLINE = frozenset(["span", "em", "i", "small", "strong", "b", "cite", "font", "a"])

# -- headline and byline ---------------------------------------------------------------------------


def headline(facts: About, page: list[Chunk], tokens: list[Token]) -> Chunk | None:
    """The headline: the heading that says what <title> says, else the last h1 before prose, else <title> itself."""
    tag = _title_tag(tokens)
    wanted = [_squeeze(words) for words in (facts.title, tag.words() if tag else "") if words]
    prose = next(
        (chunk.start for chunk in page if chunk.prose and not chunk.why), len(page[0].element.source) if page else 0
    )
    names = [chunk for chunk in page if chunk.element.inside("h1", "h2", "h3") and chunk.chars > 3]
    for chunk in names:
        said = _squeeze(chunk.words())
        if said and any(
            said == one or (len(said) > 20 and (one.startswith(said) or one.endswith(said))) for one in wanted
        ):
            return chunk
    before = [one for one in names if one.element.inside("h1") and one.chars > 3 and one.start < prose]
    return before[-1] if before else tag


def _title_tag(tokens: list[Token]) -> Chunk | None:
    for token in tokens:
        if token.element.name == "title" and token.kind == "text" and not token.element.inside("body", "svg"):
            words = token.element.source[token.start : token.end]
            return Chunk([token], token.element, chars=len(words)) if words.strip() else None
    return None


def _squeeze(words: str) -> str:
    return re.sub(r"\W+", "", words.lower())


def _sign(page: list[Chunk], title: Chunk | None) -> None:
    """Who wrote it and when, between the headline and the first paragraphs: kept, as a byline."""
    after = page.index(title) + 1 if title in page else 0
    for chunk in page[after : after + 40]:
        if chunk.prose and not chunk.why:
            return
        parent = chunk.element.parent or chunk.element
        around = chunk.element if chunk.element.label.strip() else parent
        named = BYLINE.search(split_name(around.label)) is not None
        if named and 5 < chunk.chars <= SIGNED and chunk.why in ("", "byline"):
            chunk.why, chunk.kind = "", "byline"


# -- verdicts --------------------------------------------------------------------------------------


def judge(
    page: list[Chunk], elements: list[Element], body: Element, title: Chunk | None, voted: frozenset[int] | None
) -> None:
    """A reason for every chunk that is left out; a kind for those that are more than paragraphs."""
    inside = [chunk for chunk in page if body.number == 0 or body.start <= chunk.start < body.end]
    _list(inside)
    _pictured(inside, elements)
    if title is not None:
        title.why, title.kind = "", "headline"
    _sign(page, title)
    kept = {id(chunk) for chunk in inside}
    for number, chunk in enumerate(page):
        if not chunk.why and not chunk.kind and (id(chunk) not in kept or (voted is not None and number not in voted)):
            chunk.why = "outside" if id(chunk) not in kept else "outvoted"
    prose = [number for number, one in enumerate(inside) if (one.prose or one.kind == "list") and not one.why]
    first, last = (prose[0], prose[-1]) if prose else (0, len(inside))
    for number, chunk in enumerate(inside):
        if title is not None and chunk is not title and chunk.element.inside("h1") and not chunk.why:
            chunk.why = "repeated-headline"
        elif not chunk.why and not chunk.kind:
            _verdict(chunk, inside, number, first, last)


def _list(inside: list[Chunk]) -> None:
    """Items of lists that are words rather than links count as the article's."""
    items: dict[int, list[Chunk]] = {}
    for chunk in inside:
        if not chunk.why and chunk.element.name in ("li", "dd", "dt") and chunk.element.parent is not None:
            items.setdefault(chunk.element.parent.number, []).append(chunk)
    for rows in items.values():
        chars, linked = sum(one.chars for one in rows), sum(one.linked for one in rows)
        if linked < 0.25 * chars and chars >= PROSE:
            for one in rows:
                one.kind = "list"


def _pictured(inside: list[Chunk], elements: list[Element]) -> None:
    """A few words under a picture in one box with it are its caption."""
    boxes: dict[int, int] = {}
    for element in elements:
        if element.name == "img":
            box = element.parent
            while box is not None and box.name in INLINE:
                box = box.parent
            if box is not None and box.name in ("div", "td", "center", "p"):
                boxes.setdefault(box.number, element.start)
    words: dict[int, list[Chunk]] = {}
    for chunk in inside:
        if chunk.element.number in boxes:
            words.setdefault(chunk.element.number, []).append(chunk)
    for number, row in words.items():
        long = sum(chunk.chars for chunk in row) > PICTURED or (row[0].element.name == "p" and row[0].prose)
        if len(row) == 1 and not row[0].why and not long and row[0].start > boxes[number]:
            row[0].kind = "caption"


def _is_caption(chunk: Chunk) -> bool:
    """In a figure, or in a part that is called so; an inline part counts when all the words are in it."""
    if chunk.element.inside("figcaption", "figure") or CAPTION.search(split_name(chunk.element.label)):
        return True
    part: Element | None = chunk.tokens[0].element
    while part is not None and part is not chunk.element:
        if part.label.strip() and CAPTION.search(split_name(part.label)) and chunk.tokens[-1].end <= part.end:
            return True
        part = part.parent
    return False


def _verdict(chunk: Chunk, inside: list[Chunk], number: int, first: int, last: int) -> None:
    label = split_name(chunk.element.label)
    if _is_caption(chunk):
        chunk.kind = "caption"
    elif chunk.element.inside(*HEADINGS):
        follows = any((one.prose or one.kind == "list") and not one.why for one in inside[number + 1 : number + 4])
        if chunk.density <= 0.7 and follows and first - 2 <= number <= last:
            chunk.kind = "heading"
        else:
            chunk.why = "heading" if number <= last else "read-also"
    elif chunk.density >= LINKED and not (chunk.ended and chunk.chars - chunk.linked > 25):
        chunk.why = "read-also" if chunk.chars > 25 else "label"
    elif chunk.prose:
        chunk.kind = "standfirst" if number <= first + 1 and STANDFIRST.search(label) else ""
        chunk.kind = chunk.kind or ("quote" if chunk.element.inside("blockquote") else "")
    elif not first <= number <= last:
        near = first - 2 <= number <= last + 2 and chunk.element.name == "p" and chunk.ended
        chunk.why = "" if near else "label"
    elif chunk.chars < 25 and not chunk.element.inside("p", "li", "td", "blockquote"):
        chunk.why = "" if chunk.ended else "label"
