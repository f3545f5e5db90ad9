"""The elements of a page and what is known of their names: blocks, those without markup, those that close others."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

__all__ = ["AROUND", "BLOCKS", "CLOSES", "ENDS_PARAGRAPH", "RAW", "RAW_END", "VOID", "Element", "Token"]


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


VOID = _names("area base br col embed hr img input keygen link meta param source track wbr")
#: Elements whose content is not markup up to their own end tag.
RAW = _names("script style textarea title xmp iframe noembed noframes noscript svg math")
RAW_END = {name: re.compile(rf"</{name}\s*>?", re.IGNORECASE) for name in RAW}
BLOCKS = _names(
    "html body head title div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption article "
    "section header footer nav aside main figure figcaption blockquote pre form fieldset address hr center details "
    "summary dialog option select textarea button iframe noscript template hgroup picture video audio legend menu"
)
#: What lies around an element, one bit a name, so that nobody has to climb.
AROUND = {
    name: 1 << number
    for number, name in enumerate(
        [
            "a",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "figure",
            "figcaption",
            "article",
            "main",
            "body",
            "svg",
            "li",
            "td",
            "blockquote",
            "p",
            "aside",
            "footer",
            "nav",
        ]
    )
}
#: An element that opens closes these when they are still open, up to the nearest of the second set.
CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (_names("li p"), _names("ul ol menu")),
    "dt": (_names("dt dd p"), _names("dl")),
    "dd": (_names("dt dd p"), _names("dl")),
    "tr": (_names("tr td th p"), _names("table")),
    "td": (_names("td th p"), _names("tr table")),
    "th": (_names("td th p"), _names("tr table")),
    "option": (_names("option"), _names("select")),
    "body": (_names("head"), _names("html")),
}
ENDS_PARAGRAPH = BLOCKS - _names(
    "li dt dd tr td th option select button title picture video audio iframe noscript textarea template html head body"
)
ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")


@dataclass(slots=True, eq=False)
class Element:
    """An element: where its tags stand, what lies around it, and why it was left out ("" while kept)."""

    name: str
    start: int  # of the opening tag
    inner: int  # after the opening tag
    parent: Element | None
    number: int
    source: str = field(repr=False)
    end: int = 0  # after the closing tag
    why: str = ""
    around: int = 0
    _attributes: dict[str, str] | None = None

    @property
    def attributes(self) -> dict[str, str]:
        """Names in small letters; values with references decoded."""
        if self._attributes is None:
            self._attributes = {}
            for match in ATTRIBUTE.finditer(self.source, self.start + 1 + len(self.name), self.inner):
                value = match[2] or match[3] or match[4] or ""
                self._attributes.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
        return self._attributes

    def get(self, name: str) -> str:
        """An attribute, "" when it is not there."""
        return self.attributes.get(name, "")

    def place(self, name: str) -> tuple[int, int] | None:
        """Where the value of an attribute stands."""
        for match in ATTRIBUTE.finditer(self.source, self.start + 1 + len(self.name), self.inner):
            if match[1].lower() == name:
                number = next((number for number in (2, 3, 4) if match[number]), 0)
                return match.span(number) if number else None
        return None

    @property
    def label(self) -> str:
        """Class and id, in small letters."""
        return f"{self.get('class')} {self.get('id')}".lower()

    def inside(self, *names: str) -> bool:
        """True when it is, or lies in, an element of one of these names (those in AROUND)."""
        return any(self.around & AROUND[name] for name in names)


@dataclass(slots=True)
class Token:
    """A run of words or a piece of markup, in the element that holds it."""

    kind: str  # text | open | close | void | other
    start: int
    end: int
    element: Element
