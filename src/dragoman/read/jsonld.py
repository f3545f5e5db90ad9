"""The JSON-LD of a page: its objects, and what they say of the article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from dragoman.read.tags import Element

__all__ = ["Row", "article_rows", "name_of", "place_in", "rows_of", "text_of"]

Row = tuple[dict[str, Any], Element]

ARTICLES = re.compile(
    r"(?:News|Analysis|Opinion|Reportage|Review|Background)?Article|BlogPosting|LiveBlogPosting|Report"
)
WRAPPING = re.compile(
    r"</script\s*>?\s*$|^\s*(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>\s*$", re.IGNORECASE
)  # //<![CDATA[ … //]]></script>
NESTED = ("@graph", "mainEntity", "mainEntityOfPage")
DEPTH = 4  # lists of graphs of lists: nobody nests deeper


def rows_of(elements: list[Element]) -> list[Row]:
    """Every object of every JSON-LD script, those in lists and graphs too."""
    return [row for element in elements if element.name == "script" for row in _rows(element)]


def article_rows(rows: list[Row]) -> list[Row]:
    """Those that describe an article."""
    return [(row, script) for row, script in rows if _is_article(row)]


def _rows(script: Element) -> Iterator[Row]:
    if "ld+json" not in script.get("type").lower():
        return
    try:
        rows = [json.loads(WRAPPING.sub("", script.source[script.inner : script.end]), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(DEPTH):
        rows = [one for row in rows for one in (row if isinstance(row, list) else [row])]
        for row in rows:
            if isinstance(row, dict):
                yield row, script
        rows = [row[key] for row in rows if isinstance(row, dict) for key in NESTED if key in row]


def _is_article(row: dict[str, Any]) -> bool:
    kinds = row.get("@type")
    return any(
        isinstance(kind, str) and ARTICLES.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def text_of(value: Any) -> str:
    """A string with its white space folded; "" for anything else."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def name_of(value: Any) -> str:
    """The name in "name", {"name": …} or a list of them."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for name in map(name_of, value) if name))
    return text_of(value.get("name")) if isinstance(value, dict) else text_of(value)


def place_in(script: Element, value: str) -> tuple[int, int] | None:
    """Where a value stands in its script, spelt as JSON may spell it; None when it is written in pieces."""
    for spelt in (value, json.dumps(value)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1].replace("/", "\\/")):
        at = script.source.find(spelt, script.inner, script.end) if spelt else -1
        if at >= 0:
            return at, at + len(spelt)
    return None
