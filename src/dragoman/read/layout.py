"""Which chunks of a page are the article: by the names of its parts, by where its prose lies, by links.

Every element and chunk left out gets a short reason. A voter (any other extractor) may leave out more; it never
supplies text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable

from dragoman.read.chunks import LINKED, PROSE, Chunk, chunks
from dragoman.read.classnames import BODY, BYLINE, CAPTION, STANDFIRST, furniture_name, split_name
from dragoman.read.metadata import About
from dragoman.read.tags import Element, Token

__all__ = ["Vote", "choose"]

#: Chunks of the page → numbers of those a voter would keep.
Vote = Callable[[str, list[Chunk]], frozenset[int]]

#: Elements without words for a reader, and those that frame the article.
MUTE = {
    **dict.fromkeys(["script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed"], "code"),
    **dict.fromkeys(["button", "select", "option", "textarea", "input", "label"], "form"),
    **dict.fromkeys(["audio", "video", "canvas", "map"], "form"),
    **dict.fromkeys(["nav", "menu"], "navigation"),
    **dict.fromkeys(["aside", "dialog"], "aside"),
    **{"footer": "footer", "title": "markup"},
}
ROLES = {
    **dict.fromkeys(["navigation", "banner", "menu", "menubar"], "navigation"),
    **dict.fromkeys(["search", "dialog", "alertdialog"], "form"),
    **{"complementary": "aside", "contentinfo": "footer", "toolbar": "share-bar"},
}
#: Elements whose class says nothing about being furniture.
UNNAMED = frozenset(["html", "body", "main", "article", "h1", "p", "a", "em", "strong", "b", "i", "blockquote", "span"])
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: These were weighed against each other on the pages of a public extraction benchmark; none was tuned alone.
SHARE = 0.80  # a child with this share of its parent's prose is the better container
OWN = 0.15  # an <article> with the headline and this share of the prose is the article
HELD = 0.45  # an element with this share of all prose is not furniture, whatever its class says
LONELY = 3  # prose without a neighbour counts a third: teasers stand alone, paragraphs in rows
SIGNED = 160  # characters of a byline


def choose(elements: list[Element], tokens: list[Token], facts: About, vote: Vote | None = None) -> list[Chunk]:
    """All chunks of the page, judged; the headline has kind "headline"."""
    _mute(elements)
    page = list(chunks(elements, tokens))
    _name(elements, page, _prose(elements, page))
    prose = _prose(elements, page)
    title = _title(facts, page, tokens)
    body = _container(elements, prose, title)
    voted = vote(elements[0].source, page) if vote else None
    _judge(page, body, title, voted)
    if title is not None and title not in page:
        page.insert(0, title)
    return page


# -- elements --------------------------------------------------------------------------------------


def _mute(elements: list[Element]) -> None:
    """What no reader sees."""
    for element in elements[1:]:
        if element.parent is not None and element.parent.why:
            element.why = element.parent.why
        elif element.name in MUTE:
            element.why = MUTE[element.name]
        elif "hidden" in element.attributes:
            element.why = "hidden"


def _name(elements: list[Element], page: list[Chunk], prose: list[int]) -> None:
    """What class, id or role call furniture, unless much of the page's prose is in it."""
    heads = [element.start for element in elements if element.name == "h1"]
    for element in elements[1:]:
        if element.parent is not None and element.parent.why:
            element.why = element.why or element.parent.why
        elif not element.why and element.name not in UNNAMED and prose[element.number] <= HELD * max(prose[0], 1):
            element.why = "" if _is_body(element) else _reason(element, heads)
    for chunk in page:
        chunk.why = chunk.tokens[0].element.why


def _is_body(element: Element) -> bool:
    return "articlebody" in element.get("itemprop").lower()


def _reason(element: Element, heads: list[int]) -> str:
    why = ROLES.get(element.get("role").lower(), "") or furniture_name(f"{element.get('class')} {element.get('id')}")
    if why or element.name != "header" or element.inside("article", "main"):
        return why
    at = bisect_left(heads, element.start)
    return "" if at < len(heads) and heads[at] < element.end else "navigation"


def _prose(elements: list[Element], page: list[Chunk]) -> list[int]:
    """Characters of prose in each element; paragraphs without a neighbour count less."""
    weights = [0] * len(elements)
    kept = [chunk for chunk in page if chunk.prose and not chunk.why]
    beside = Counter(chunk.element.parent.number for chunk in kept if chunk.element.parent)
    beside += Counter(chunk.element.number for chunk in kept)
    for chunk in kept:
        near = beside[chunk.element.number] + (beside[chunk.element.parent.number] if chunk.element.parent else 0)
        weights[chunk.element.number] += chunk.chars if near > 2 else chunk.chars // LONELY
    for element in reversed(elements[1:]):
        if element.parent is not None:
            weights[element.parent.number] += weights[element.number]
    return weights


def _container(elements: list[Element], prose: list[int], title: Chunk | None) -> Element:
    """The smallest element that holds nearly all of the article's prose."""
    best = _titled_article(title, prose) or elements[0]
    named = (one for one in elements[best.number + 1 :] if best.number == 0 or one.start < best.end)
    best = next((one for one in named if prose[one.number] >= HELD * prose[best.number] > 0 and _is_named(one)), best)
    heaviest: dict[int, Element] = {}
    for element in elements[1:]:
        if element.parent is not None and prose[element.number]:
            known = heaviest.get(element.parent.number)
            if known is None or prose[element.number] > prose[known.number]:
                heaviest[element.parent.number] = element
    while best.number in heaviest:
        child = heaviest[best.number]
        if prose[child.number] < SHARE * prose[best.number] or child.name in ("p", "ul", "ol", "blockquote", "li"):
            break
        best = child
    return best


def _is_named(element: Element) -> bool:
    if element.why:
        return False
    wide = element.name in ("div", "section", "article")
    return _is_body(element) or (wide and BODY.search(split_name(element.label)) is not None)


def _titled_article(title: Chunk | None, prose: list[int]) -> Element | None:
    """The <article> with the headline in it, where a page holds several."""
    around = title.element if title else None
    while around is not None and around.name != "article":
        around = around.parent
    return around if around is not None and prose[around.number] >= OWN * prose[0] else None


# -- headline and byline ---------------------------------------------------------------------------


def _title(facts: About, page: list[Chunk], tokens: list[Token]) -> Chunk | None:
    """The headline: the heading that says what <title> says, else the last h1 before prose, else <title> itself."""
    tag = _title_tag(tokens)
    wanted = [_squeeze(words) for words in (facts.title, tag.words() if tag else "") if words]
    prose = next(
        (chunk.start for chunk in page if chunk.prose and not chunk.why), len(page[0].element.source) if page else 0
    )
    names = [chunk for chunk in page if chunk.element.inside("h1", "h2", "h3") and chunk.chars > 3]
    for chunk in names:
        said = _squeeze(chunk.words())
        if said and any(said == one or (len(said) > 20 and one.startswith(said)) for one in wanted):
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


def _judge(page: list[Chunk], body: Element, title: Chunk | None, voted: frozenset[int] | None) -> None:
    """A reason for every chunk that is left out; a kind for those that are more than paragraphs."""
    inside = [chunk for chunk in page if body.number == 0 or body.start <= chunk.start < body.end]
    _list(inside)
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


def _verdict(chunk: Chunk, inside: list[Chunk], number: int, first: int, last: int) -> None:
    label = split_name(chunk.element.label)
    if chunk.element.inside("figcaption", "figure") or CAPTION.search(label):
        chunk.kind = "caption"
    elif chunk.element.inside(*HEADINGS):
        follows = any(one.prose and not one.why for one in inside[number + 1 : number + 4])
        if chunk.density <= 0.7 and follows and first - 2 <= number <= last:
            chunk.kind = "heading"
        else:
            chunk.why = "heading" if number <= last else "read-also"
    elif chunk.density >= LINKED and not (chunk.ended and chunk.chars - chunk.linked > 25):
        chunk.why = "read-also" if chunk.chars > 25 else "label"
    elif chunk.prose:
        chunk.kind = "standfirst" if number <= first + 1 and STANDFIRST.search(label) else ""
    elif not first <= number <= last:
        near = first - 2 <= number <= last + 2 and chunk.element.name == "p" and chunk.ended
        chunk.why = "" if near else "label"
    elif chunk.chars < 25 and not chunk.element.inside("p", "li", "td", "blockquote"):
        chunk.why = "" if chunk.ended else "label"
