"""The time a figure is for, and how sure it is: counted, estimated, feared, planned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.read.amounts import Amount
from dragoman.read.lexer import Token
from dragoman.read.page import Page
from dragoman.read.phrases import Phrase
from dragoman.read.tense import lean
from dragoman.records import Time, When

__all__ = ["standing", "window"]

_CLAUSES = frozenset({"$relative", "$clause", "$contrast", "$compared", "$that"})  # words that open another clause
_BESIDE = 120  # characters between a figure and the date that bounds it
_PERFECT = 20  # tokens in which a German clause ends


def window(page: Page, tokens: list[Token], amount: Amount, times: Sequence[tuple[int, int, Time]]) -> When | None:
    """The time the figure is for: since a date in its clause, else the date nearest to it there."""
    low, high = page.sentence(amount.start)
    near = [
        (min(abs(amount.start - end), abs(start - amount.end)), start, one)
        for start, end, one in times
        if low <= start < high
    ]
    near = [one for one in near if one[0] <= _BESIDE]
    if not near:
        return None
    starts = [token.start for token in tokens]
    near = [one for one in near if not _apart(tokens, starts, amount, one[1], low)]
    for _, start, one in sorted(near, key=lambda item: item[:2]):
        at = bisect_left(starts, start)
        since = any(place >= 0 and "~back" in tokens[place].values for place in (at - 1, at - 2, at - 3))
        if since and any("$record" in token.values for token in tokens[max(at - 4, 0) : at]):
            return None  # highest since 1997
        if since and not page.article.published:
            return None
        if since and one.when and page.article.published:
            until = max(page.article.published.latest, one.when.earliest)
            return replace(
                one.when, latest=until, precision="open", basis=f"since then until publication; {one.when.basis}"
            )
    return min(near, key=lambda item: item[:2])[2].when if near else None


def _apart(tokens: list[Token], starts: list[int], amount: Amount, start: int, low: int) -> bool:
    """True when a figure and a time stand in different clauses: what was said in May that they had, who leaves Monday.

    Between them stands a semicolon or a word that opens a clause, or the time ends a relative clause before.
    """
    at = bisect_left(starts, start)
    end = bisect_left(starts, amount.end)
    first, last = (at, amount.first) if at < amount.first else (end, at)
    between = tokens[first:last]
    if any(token.low in ";:" or not _CLAUSES.isdisjoint(token.values) for token in between):
        return True
    if at > amount.first or all(token.low != "," for token in between):
        return False
    while at > 0 and tokens[at - 1].start >= low and tokens[at - 1].low != ",":
        at -= 1
    return bool({"$relative", "$clause"} & tokens[at].values.keys())


def standing(page: Page, tokens: list[Token], amount: Amount, at: When | None) -> str:
    """Feared or estimated by the words before it in its clause, planned by tense, else counted."""
    published = page.article.published
    past = at is not None and published is not None and at.latest < published.earliest
    for place in range(amount.first - 1, max(amount.first - 9, -1), -1):
        values = tokens[place].values
        if tokens[place].low in ".;\n":
            break
        for name in ("feared", "estimated"):
            if "$" + name in values:
                return name
        if "$hearsay" in values:
            return "estimated" if _is_perfect(tokens, amount.first) else "planned"
    endings = tuple(page.language.section("figures").get("conditional_endings", ()))
    if endings and any(token.low.endswith(endings) for token in tokens[max(amount.first - 4, 0) : amount.first]):
        return "estimated"  # les caisses contiendraient 300 obus: French tells hearsay so
    end = amount.first
    while end + 1 < len(tokens) and tokens[end + 1].end <= amount.end:
        end += 1
    compared = any("$compared" in token.values for token in tokens[max(amount.first - 2, 0) : amount.first])
    if amount.age or past or compared:
        return "counted"
    phrase = Phrase(amount.start, amount.end, amount.first, end, "", ())
    return "planned" if lean(tokens, phrase, cues=False) > 0 else "counted"


def _is_perfect(tokens: list[Token], at: int) -> bool:
    """True when the clause ends in a perfect infinitive: soll 300 Menschen getötet haben."""
    for token in tokens[at : at + _PERFECT]:
        if token.low in ".;,\n":
            return False
        if "$perfect" in token.values:
            return True
    return False
