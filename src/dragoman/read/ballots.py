"""The sides of a vote: 287 votes to 55, par 319 voix contre 258, 394 zu 249 Stimmen, lawmakers voted 204-85."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.read.bare import year_like
from dragoman.read.page import Page
from dragoman.read.tokens import Token

__all__ = ["votes"]

_BALLOT = 6  # tokens between a verb of voting and a result written with a dash


def votes(page: Page, tokens: Sequence[Token]) -> frozenset[int]:
    """Token numbers of the two sides of a vote: 287 votes to 55, par 319 voix contre 258, 394 zu 249 Stimmen.

    A pair like 287-55 is one when the same two numbers are given as a vote elsewhere in the article.
    """
    pairs = list(_pairs(page, tokens))
    known = {values for _, _, values, sure in pairs if sure}
    sides = [(one, other) for one, other, values, _ in pairs if values in known]
    return frozenset(at for pair in sides for at in pair)


def _pairs(page: Page, tokens: Sequence[Token]) -> Iterator[tuple[int, int, tuple[float, float], bool]]:
    """(token of one side, of the other, their values, whether the sentence speaks of a vote)."""
    for at, token in enumerate(tokens):
        if not _is_count(token):
            continue
        if _is_against(page, tokens, at):
            yield at, at, (token.values["num"], token.values["num"]), True
        for link in range(at + 1, min(at + 5, len(tokens) - 1)):
            if "$against" in tokens[link].values and _is_count(tokens[link + 1]):
                dashed = tokens[link].low in "-–:"
                sure = _is_tallied(page, tokens, at) if dashed else _is_voted(page, tokens, at, link + 1)
                yield at, link + 1, (token.values["num"], tokens[link + 1].values["num"]), sure
            behind = tokens[link + 2] if link + 2 < len(tokens) else None
            listed = tokens[link].low == "," and _is_count(tokens[link + 1]) and behind is not None
            opposed = listed and behind is not None and "$against" in behind.values and behind.kind == "word"
            if opposed and _is_voted(page, tokens, at, link + 1):  # 38 votos a favor, 29 en contra
                yield at, link + 1, (token.values["num"], tokens[link + 1].values["num"]), True
            aside = behind is not None and tokens[link + 1].low in "—–" and "$against" in tokens[link].values
            if aside and behind is not None and _is_count(behind) and _is_tallied(page, tokens, at):
                yield link + 2, link + 2, (behind.values["num"], token.values["num"]), True  # за 153, против — 146
            if tokens[link].kind == "number" or tokens[link].low in ".;\n":
                break


def _is_against(page: Page, tokens: Sequence[Token], at: int) -> bool:
    """True for a number of those against, in a sentence that tells of a vote: por 153 votos a favor y 140 en contra."""
    behind = tokens[at + 1].values if at + 1 < len(tokens) else {}
    if "$against" not in behind or tokens[at + 1].kind != "word":
        return False
    closed = at + 2 >= len(tokens) or tokens[at + 2].low in ",.;:)"
    if "$bare" not in behind and not closed:
        return False
    low, _ = page.sentence(tokens[at].start)
    near = [token for token in tokens[max(at - _BALLOT, 0) : at] if token.start >= low]
    return any("$votes" in token.values or "$voting" in token.values for token in near)


def _is_tallied(page: Page, tokens: Sequence[Token], at: int) -> bool:
    """True when a verb of voting stands just before two numbers with a dash: lawmakers voted 204-85 to oust him."""
    low, _ = page.sentence(tokens[at].start)
    near = [token for token in tokens[max(at - _BALLOT, 0) : at] if token.start >= low]
    return any("$voting" in token.values or "$votes" in token.values for token in near)


def _is_count(token: Token) -> bool:
    value = token.values.get("num") if token.kind == "number" else None
    return (
        value is not None
        and value == int(value)
        and value < 10000
        and ("text" not in token.values or not year_like(token))
    )


def _is_voted(page: Page, tokens: Sequence[Token], at: int, last: int) -> bool:
    """True when votes are named between or just behind the numbers, or the sentence tells of a vote."""
    if any("$votes" in token.values for token in tokens[at : last + 3]):
        return True
    low, high = page.sentence(tokens[at].start)
    by = at > 0 and "$by_votes" in tokens[at - 1].values
    for step in (-1, 1):
        place = at + step
        while by and 0 <= place < len(tokens) and low <= tokens[place].start < high:
            if "$voting" in tokens[place].values or "$votes" in tokens[place].values:
                return True
            place += step
    return False
