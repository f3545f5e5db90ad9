"""Numbers that their own sentence takes back, tells as the first of several, or has somebody demand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.languages import Language, alternatives
from dragoman.read.page import Page
from dragoman.read.tokens import Token

__all__ = ["is_demanded", "is_denied", "is_first_told"]

_FAR = 20  # tokens between a number and the one that takes its place
_NEAR = 8  # tokens between "not 79 dead" and "but 78"
_DEMAND = 6  # tokens between the verb that demands and the number
_LAST = 12  # tokens between a number and the verb at the end of its German clause
_ENDS = frozenset(".!?;\n")
_CLOSES = frozenset(".!?;,:()\n")
_BEFORE = frozenset({"$bounds", "$article", "$of", "$definite"})
_LINKS = frozenset({"$joint", "$contrast"})


def is_denied(tokens: Sequence[Token], at: int) -> bool:
    """True for the number that a sentence sets against its own: 78, not 79; nicht 79, sondern 78; а не 234."""
    no = at - 1
    while no >= 0 and not _BEFORE.isdisjoint(tokens[no].values) and "$not" not in tokens[no].values:
        no -= 1
    if no < 1 or "$not" not in tokens[no].values:
        return False
    while no > 1 and "$not" in tokens[no - 1].values:
        no -= 1  # et non pas 79
    before = tokens[no - 1]
    if before.low == "," or not _LINKS.isdisjoint(before.values):
        return _counts(reversed(tokens[max(no - _FAR, 0) : no - 1]))
    for place in range(at + 1, min(at + _NEAR, len(tokens))):
        if "$instead" in tokens[place].values:
            return _counts(tokens[place + 1 : place + 1 + _NEAR])
        if tokens[place].low in _ENDS:
            return False
    return False


def _counts(row: Iterable[Token]) -> bool:
    """True when a number in digits stands in a row of tokens, before the sentence ends."""
    for token in row:
        if token.low in _ENDS:
            return False
        if token.kind == "number" and token.low[0].isdigit():
            return True
    return False


def is_first_told(page: Page, start: int, end: int) -> bool:
    """True for a count told as the first of several: initially 79, zunächst war von 79 die Rede, 79 at first.

    No other number may stand between it and the words that say so.
    """
    pattern = page.language.once(_first)
    if pattern is None:
        return False
    low, high = page.sentence(start)
    head = re.split(r"[;:,\d]", page.value[low:start].rstrip(" ,"))[-1]
    tail = re.split(r"[;:,\d]", page.value[end:high])[0]
    return bool(pattern.search(head) or pattern.search(tail))


def _first(words: Language) -> re.Pattern[str] | None:
    forms = words.words("findings", "at_first")
    return re.compile(rf"(?<!\w)(?:{alternatives(forms)})(?!\w)", re.IGNORECASE) if forms else None


def is_demanded(tokens: Sequence[Token], first: int, end: int, *, verb_last: bool, measure: bool) -> bool:
    """True for what somebody asks for and nobody has: asked for 30 years, 30 Jahre Haft gefordert, просит 30 лет.

    `measure`: a sentence or a sum, which "of" may lead: a sentence of 30 years.
    """
    led = False
    for place in range(first - 1, max(first - 1 - _DEMAND, -1), -1):
        token = tokens[place]
        if "$demands" in token.values:
            held = place > 0 and not {"$article", "$definite", "$own"}.isdisjoint(tokens[place - 1].values)
            return not held  # la demande de 30 millions
        if token.low in _CLOSES or (token.kind == "number" and "$article" not in token.values):
            break
        of = measure and "$of" in token.values and len(token.low) <= len("von")
        if "$stop" in token.values and not (of or {"$article", "$bounds"} & token.values.keys()):
            led = "$auxiliary" not in token.values
            break
    if not verb_last or led:
        return False
    for token in tokens[end + 1 : end + 1 + _LAST]:
        if token.low in _CLOSES:
            return False
        if "$demands" in token.values:
            return True
    return False
