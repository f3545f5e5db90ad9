"""The time a figure is for, and how sure it is: counted, estimated, feared, planned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.read.amounts import Amount
from dragoman.read.page import Page
from dragoman.read.phrases import Phrase
from dragoman.read.tense import lean
from dragoman.read.tokens import Token
from dragoman.records import Time, When

__all__ = ["standing", "window"]

_CLAUSES = frozenset({"$relative", "$clause", "$contrast", "$compared", "$that"})  # words that open another clause
_BESIDE = 120  # characters between a figure and the date that bounds it
_SINCE = 8  # tokens from "since" to its time, a short clause between them
_LEADS = 3  # tokens before a time that leads its sentence: On Monday 30 died, 20 were hurt
_PERFECT = 20  # tokens in which a German clause ends


def window(page: Page, tokens: list[Token], amount: Amount, times: Sequence[tuple[int, int, Time]]) -> When | None:
    """The time the figure is for: since a date in its clause, else the date nearest to it there."""
    low, high = page.sentence(amount.start)
    starts = [token.start for token in tokens]
    near = [
        (min(abs(amount.start - end), abs(start - amount.end)), bisect_left(starts, start), one)
        for start, end, one in times
        if low <= start < high
    ]
    near = [one for one in near if one[0] <= _BESIDE and not _is_name(page, tokens, amount, one[1], one[2])]
    near = [one for one in near if not _apart(tokens, starts, amount, one[1], low)]
    near.sort(key=lambda item: (item[2].type == "TIME", *item[:2]))  # 6pm yesterday: the day is yesterday's
    for _, at, one in near:
        if _is_since(tokens, at):
            if _is_beyond(tokens, amount, at) or any(
                "$record" in token.values for token in tokens[max(at - 4, 0) : at]
            ):
                return None  # highest since 1997
            return _since(page, one, [other for _, place, other in near if place > at])
    for _, at, one in near:
        if one.when and (between := _between(tokens, at, one.when, near)):
            return between
    for _, at, one in near:
        if one.when and any("$until" in token.values for token in tokens[max(at - 1, 0) : at]):
            return replace(one.when, earliest=one.when.latest, precision="day", basis=f"up to then; {one.when.basis}")
        return one.when
    return None


def _is_since(tokens: list[Token], at: int) -> bool:
    """True for a time behind "since", also with a verb between: since the strike began in December."""
    for place in range(at - 1, max(at - _SINCE, -1), -1):
        if tokens[place].low in ",.;\n" or tokens[place].kind == "number":
            return False
        if "~back" in tokens[place].values:
            return place >= at - 3 or any("~past" in token.values for token in tokens[place:at])
    return False


def _is_beyond(tokens: list[Token], amount: Amount, at: int) -> bool:
    """True when a comma parts a figure from a "since" behind it: a toll of 769, which has stood since May."""
    return at > amount.first and any(token.low == "," for token in tokens[amount.first + 1 : at])


def _since(page: Page, one: Time, later: Sequence[Time]) -> When | None:
    """From a time until the day it was told, else until publication; None without a day of publication."""
    published = page.article.published
    if not published or not one.when:
        return one.when if published else None
    until, why = max(published.latest, one.when.earliest), "publication"
    for other in later:
        if other.when and other.when.precision == "day" and one.when.latest < other.when.latest <= until:
            until, why = other.when.latest, "the day it was told"
    return replace(one.when, latest=until, precision="open", basis=f"since then until {why}; {one.when.basis}")


def _between(tokens: list[Token], at: int, first: When, near: Sequence[tuple[int, int, Time]]) -> When | None:
    """Between September 2017 and February 2018: from the first time to the second."""
    if not any("$between" in token.values for token in tokens[max(at - 1, 0) : at]):
        return None
    for _, place, other in near:
        linked = at < place <= at + 4 and any(
            "$and" in token.values or "$to" in token.values for token in tokens[at:place]
        )
        if linked and other.when and other.when.latest >= first.earliest:
            basis = f"from {first.value} to {other.when.value}"
            return replace(first, latest=other.when.latest, precision="range", basis=basis)
    return None


def _is_name(page: Page, tokens: list[Token], amount: Amount, at: int, one: Time) -> bool:
    """True for a time that only tells which thing is meant: Finance Bill 2024, the quake of May, from May on."""
    if not at:
        return False
    before = tokens[at - 1]
    if "$starting" in before.values or ("$dated" in before.values and at > amount.first):
        return True
    bare = one.value.isdigit() and len(one.value) == 4 and before.kind == "word"
    if not bare or page.language.section("figures").get("capital_nouns"):
        return False
    return page.value[before.start].isupper() and not before.values and before.start > page.sentence(before.start)[0]


def _apart(tokens: list[Token], starts: list[int], amount: Amount, at: int, low: int) -> bool:
    """True when a figure and a time stand in different clauses: what was said in May that they had, who leaves Monday.

    Between them stands a semicolon or a word that opens a clause, or the time ends a relative clause before.
    """
    end = bisect_left(starts, amount.end)
    first, last = (at, amount.first) if at < amount.first else (end, at)
    between = tokens[first:last]
    if any(token.low in ";:" or not _CLAUSES.isdisjoint(token.values) for token in between):
        return True
    if at > amount.first or all(token.low != "," for token in between):
        return False
    opens = bisect_left(starts, low)
    if at > opens + _LEADS and any(token.kind == "number" for token in between[2:]):
        return True  # the district told 1300 on Thursday, police speak of 170
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
