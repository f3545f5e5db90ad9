"""Which chunks of a page are the article: by the names of its parts, by where its prose lies, by links.

Every element and chunk left out gets a short reason. A voter (any other extractor) may leave out more; it never
supplies text. Here the elements are judged, in `verdicts` the chunks of those that are left.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable

from dragoman.read.chunks import Chunk, chunks
from dragoman.read.classnames import BODY, furniture_name, inline_name, split_name
from dragoman.read.metadata import About
from dragoman.read.tags import Element, Token
from dragoman.read.verdicts import headline, judge

__all__ = ["Vote", "choose"]

#: (a page with the part that holds the article, chunks of the whole page) → numbers of those a voter would keep.
Vote = Callable[[str, list[Chunk]], frozenset[int]]
ALONE = "<html><body><article>{}</article></body></html>"  # what a voter is shown: the rest is left out already

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
#: These were weighed against each other on the pages of a public extraction benchmark; none was tuned alone.
SHARE = 0.80  # a child with this share of its parent's prose is the better container
OWN = 0.15  # an <article> with the headline and this share of the prose is the article
HINT = re.compile(r"over|tooltip|hover|hidden|sr-only|screen", re.IGNORECASE)  # what `inline_name` could look for
HELD = 0.45  # an element with this share of all prose is not furniture, whatever its class says
LONELY = 3  # prose without a neighbour counts a third: teasers stand alone, paragraphs in rows
PART = 0.10  # a twin of the best container (same class) with this share of its prose is a part of the same article


def choose(elements: list[Element], tokens: list[Token], facts: About, vote: Vote | None = None) -> list[Chunk]:
    """All chunks of the page, judged; the headline has kind "headline"."""
    _mute(elements)
    page = list(chunks(elements, tokens))
    _name(elements, page, _prose(elements, page))
    prose = _prose(elements, page)
    title = headline(facts, page, tokens)
    body = _container(elements, prose, title)
    voted = vote(ALONE.format(body.source[body.start : body.end]), page) if vote else None
    judge(page, elements, body, title, voted)
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
        elif element.source.find("hid", element.start, element.inner) >= 0 and "hidden" in element.attributes:
            element.why = "hidden"
        elif element.name == "span" and HINT.search(element.source, element.start, element.inner):
            element.why = inline_name(element.label)


def _name(elements: list[Element], page: list[Chunk], prose: list[int]) -> None:
    """What class, id or role call furniture, unless much of the page's prose is in it."""
    heads = [element.start for element in elements if element.name == "h1"]
    quoting = _around(elements, "blockquote")
    for element in elements[1:]:
        if element.parent is not None and element.parent.why:
            element.why = element.why or element.parent.why
        elif not element.why and element.name not in UNNAMED and prose[element.number] <= HELD * max(prose[0], 1):
            why = "" if _is_body(element) else _reason(element, heads)
            element.why = "" if why == "share-bar" and element.number in quoting else why  # an embedded post is quoted
    for chunk in page:
        chunk.why = chunk.tokens[0].element.why


def _around(elements: list[Element], name: str) -> set[int]:
    """Numbers of the elements that hold one of this name."""
    found: set[int] = set()
    for element in elements:
        above = element.parent if element.name == name else None
        while above is not None and above.number not in found:
            found.add(above.number)
            above = above.parent
    return found


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
    return _whole(elements, prose, best)


def _whole(elements: list[Element], prose: list[int], best: Element) -> Element:
    """The element around all parts of an article that advertisements or pictures cut into twins of one class."""
    label = best.get("class").split()
    if not label or not _is_named(best):
        return best
    twins = [
        one
        for one in elements
        if one is not best and one.name == best.name and one.get("class").split() == label and not one.why
    ]
    twins = [one for one in twins if prose[one.number] >= PART * prose[best.number] > 0]
    return _common(best, twins) if twins else best


def _common(best: Element, twins: list[Element]) -> Element:
    """The nearest element around `best` that holds all twins, but not the whole page."""
    around = best.parent
    while around is not None and not all(around.start <= one.start < around.end for one in twins):
        around = around.parent
    return around if around is not None and around.number and around.name not in ("html", "body") else best


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
