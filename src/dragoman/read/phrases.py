"""Time expressions as written, before anything is counted: the rules of a language's file and CLDR's date patterns.

A `Phrase` says which rule matched and what stood in its slots ("last Friday": op date, last, weekday 4).
Used by `dates` and, because it needs no parser, by `published`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from dragoman.languages import Language
from dragoman.read.grammar import Grammar, grammar
from dragoman.read.tokens import Token
from dragoman.records import Article

__all__ = ["Phrase", "Sheet", "is_glued", "sheet"]


@dataclass(slots=True)
class Phrase:
    """One time expression: clean characters start..end, tokens first..last, the rule's meaning and its slots."""

    start: int
    end: int
    first: int
    last: int
    op: str
    args: tuple[str, ...]
    slots: dict[str, Any] = field(default_factory=dict)
    quoted: bool = False


@dataclass(frozen=True)
class Sheet:
    """The tokens of a clean text with its time expressions, in reading order."""

    tokens: list[Token]
    phrases: list[Phrase]


# -- reading ---------------------------------------------------------------------------------------


def sheet(article: Article, language: Language) -> Sheet:
    """Tokens and time expressions of an article; the same article is tagged once."""
    return _sheet(article.text.value, tuple(block.start for block in article.blocks), language)


@lru_cache(maxsize=8)
def _sheet(value: str, starts: tuple[int, ...], language: Language) -> Sheet:
    made = grammar(language)
    tokens = made.lexicon.tokens(value, starts or None)
    return Sheet(tokens, list(_phrases(made, tokens)))


def _phrases(made: Grammar, tokens: list[Token]) -> Iterator[Phrase]:
    """The longest match at each place, earlier rules first; a match never begins inside another."""
    row, places = made.lexicon.row(tokens)
    found: list[tuple[int, int, int, re.Match[str]]] = []
    present = frozenset(row)
    for number, (template, _, _) in enumerate(made.rules):
        if not made.lexicon.wants(template, present):
            continue
        for match in made.lexicon.find(template, row):
            start, end = match.span("_")
            if end > start:
                found.append((start, -end, number, match))
    at = 0
    for start, end, number, match in sorted(found, key=lambda one: one[:3]):
        first, last = places[start], places[-end - 1]
        if start < at or (is_glued(tokens, first) and not _is_listed(tokens, first, last)) or _is_money(tokens, first):
            continue
        if tokens[last].low == "." and last > first:  # the stop of a sentence, not of an abbreviation
            last -= 1
        _, op, args = made.rules[number]
        yield Phrase(tokens[first].start, tokens[last].end, first, last, op, args, _slots(match, tokens, places))
        at = -end


def _slots(match: re.Match[str], tokens: list[Token], places: list[int]) -> dict[str, Any]:
    """What stood in each slot: the value its class gives it, else the number, else the word."""
    slots: dict[str, Any] = {}
    for name, found in match.groupdict().items():
        if found is not None and name != "_":
            token = tokens[places[match.start(name)]]
            base = name.rstrip("0123456789")
            values = token.values
            slots[name] = (
                values.get(base, values.get("num", token.low)) if base != "hm" else values.get("text", token.low)
            )
            if base in ("numeric", "iso", "clock"):
                slots[name] = values.get("text", token.low)
    return slots


def _is_listed(tokens: list[Token], first: int, last: int) -> bool:
    """True for the second of two with a stroke between: 9.30/12.30 Uhr, 2005/2010."""
    if tokens[first - 1].low != "/" or first < 2 or tokens[first - 2].kind != "number":
        return False
    return last > first or tokens[first - 2].symbol == tokens[first].symbol


def _is_money(tokens: list[Token], first: int) -> bool:
    """True for digits right behind a currency mark: $2000 is no year."""
    before = tokens[first - 1] if first else None
    return before is not None and before.kind == "mark" and before.low != "%" and "$money" in before.values


def is_glued(tokens: list[Token], first: int) -> bool:
    """True for digits that belong to a name: F-16, T-72B, G20, 5G, COVID-19."""
    token = tokens[first]
    if not token.low[0].isdigit():
        return False
    if first and tokens[first - 1].end == token.start:
        before = tokens[first - 1]
        if before.low[-1].upper() != before.low[-1].lower():  # letters with case: Japanese has no space before 2024年
            return True
        if before.low in "-–" and first > 1 and tokens[first - 2].end == before.start:
            return tokens[first - 2].low[-1:].isalnum() and tokens[first - 2].low.isalpha()
        return before.low in ".#/"
    return False
