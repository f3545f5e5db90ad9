"""Whom something is told is no claimant: the governor told Anadolu, a déclaré le maire à la presse."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.languages import Language, alternatives
from dragoman.read.informants import Source
from dragoman.read.page import Page
from dragoman.read.tokens import Token
from dragoman.records import Mention

__all__ = ["unaddressed"]

_NEAR = 4  # tokens between the verb and the agency it names: told state-run Anadolu
_BEFORE = 3  # characters between a person and the verb: Abdulaziz Aydin, told


def unaddressed(source: Source, page: Page, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Source | None:
    """The source without whom it speaks to; for an addressee alone the person before the verb, None where none is."""
    if source.name.casefold() in page.language.words("findings", "at_first"):
        return None  # wie zunächst gemeldet
    pattern = page.language.once(_told_whom)
    cut = pattern.search(source.name) if pattern else None
    if cut and cut.start() > 0 and page.value[source.start : source.start + cut.start()] == source.name[: cut.start()]:
        return replace(source, name=source.name[: cut.start()], end=source.start + cut.start())
    at = bisect_left([token.start for token in tokens], source.start)
    for place in range(at - 1, max(at - 1 - _NEAR, -1), -1):
        token = tokens[place]
        if "$told" in token.values:
            return _teller(token.start, page, mentions)
        if token.kind != "word" and token.low != "-":
            return source
    return source


def _teller(verb: int, page: Page, mentions: Sequence[Mention]) -> Source | None:
    """The person named right before a verb."""
    for one in mentions:
        place = page.article.text.find(one.start, one.end)
        if one.kind == "PER" and place and 0 <= verb - place[1] <= _BEFORE:
            return Source(one.refers_to or one.name, *place)
    return None


def _told_whom(words: Language) -> re.Pattern[str] | None:
    """The language's words for the press behind who tells it something."""
    forms = words.section("figures").get("words", {}).get("to_press", ())
    return re.compile(rf"\s+(?:{alternatives(tuple(forms))})(?!\w)", re.IGNORECASE) if forms else None
