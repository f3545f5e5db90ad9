"""Capitals, countries and palaces that act: "Moscow denies", "between Washington and Seoul"."""

from __future__ import annotations

from itertools import pairwise

from dragoman.read.found import Found
from dragoman.read.lexicon import Lexicon
from dragoman.read.page import Page

__all__ = ["metonyms"]


def metonyms(page: Page, lexicon: Lexicon, names: list[Found]) -> None:
    """Set `metonym_for` where a place does what only its government can do."""
    acting: set[int] = set()
    places = [name for name in names if name.thing is not None and name.thing.governs and name.form != "demonym"]
    for name in places:
        if name.thing is not None and (name.thing.key.startswith("body:") or _acts(page, lexicon, name)):
            acting.add(id(name))
    _spread(page, places, acting)
    for name in places:
        if id(name) in acting and name.thing is not None:
            name.metonym_for = f"government of {name.thing.governs}"


def _acts(page: Page, lexicon: Lexicon, name: Found) -> bool:
    """True by grammar (subject of a verb), else by the words before and after."""
    text, patterns = page.value, lexicon.patterns
    before, after = text[max(name.start - 30, 0) : name.start], text[name.end : name.end + 80]
    if "places" in patterns and patterns["places"].search(before):
        return False
    token = page.token(name.start) if page.doc is not None else None
    if token is not None and token.dep_ in ("nsubj", "agent", "obl:agent"):
        return token.head.pos_ in ("VERB", "AUX") and token.head.i > token.i
    if "acts" in patterns and patterns["acts"].match(after) and not before.rstrip().endswith((",", "(")):
        return True
    return "relations" in patterns and patterns["relations"].search(before) is not None


def _spread(page: Page, places: list[Found], acting: set[int]) -> None:
    """Partners joined to an acting place act too: "Washington and Seoul", "entre Moscou et Pyongyang"."""
    for first, second in pairwise(places):
        between = page.value[first.end : second.start]
        joined = len(between) < 6 and "\n" not in between and not any(one in between for one in ".;:()")
        either = id(first) in acting or id(second) in acting
        if joined and either and page.value[max(first.start - 1, 0) : first.start] != "(":
            acting.update((id(first), id(second)))
