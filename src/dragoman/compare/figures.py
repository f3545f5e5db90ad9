"""Judged pairs of figures → findings: side by side where claimants, times or units differ, against each other else."""

from __future__ import annotations

import math
from collections.abc import Iterator

from dragoman.compare.amounts import Amount, slack_of
from dragoman.compare.claims import number
from dragoman.compare.match import Pair
from dragoman.compare.tolls import DEAD, series
from dragoman.compare.view import View, found, told
from dragoman.records import Finding

__all__ = ["figures"]

_WORDS = {
    "contradiction": "both cannot be meant at once",
    "differing_claims": "not against each other",
    "update": "the later number stands",
}
_SEVERITY = {"contradiction": "error", "differing_claims": "note", "update": "note"}
_FACTOR = (10.0, 100.0, 1000.0)  # a nought or a thousand lost: "10,000" and "10 million"


def figures(view: View) -> Iterator[Finding]:
    """Numbers of one thing that differ; of several pairs of one thing the ones told by the same two are one finding."""
    seen: set[tuple[str, str, str, str, str]] = set()
    row = {one.figure.source for one in series(view)}  # told in one line as the toll that it is
    for pair in view.pairs:
        if not pair.kind or (pair.kind == "update" and pair.left.counted == DEAD and {*_sources(pair)} <= row):
            continue
        left, right = pair.left, pair.right
        ends = sorted([(left.claim.said_by, left.claim.value), (right.claim.said_by, right.claim.value)])
        key = (pair.kind, *ends[0], *ends[1])
        if key not in seen:
            seen.add(key)
            yield _finding(pair, view)


def _sources(pair: Pair) -> tuple[str, str]:
    return pair.left.source, pair.right.source


def _finding(pair: Pair, view: View) -> Finding:
    left, right = sorted((pair.left, pair.right), key=lambda one: (_day(one), one.source, one.figure.start))
    slip = pair.kind == "contradiction" and _slip(left, right)
    kind = "probable_error" if slip else pair.kind
    why = (
        f"{_told(left, view)} and {_told(right, view)}: {_stretch(left)} and {_stretch(right)} do not meet; "
        f"{pair.match.why}; {'one is the other with noughts lost or added' if slip else _WORDS[pair.kind]}."
    )
    return found(
        kind,
        "figures",
        (*left.figure.spans, *right.figure.spans),
        why,
        severity="warning" if slip else _SEVERITY[pair.kind],
        claims=(left.claim.id, right.claim.id),
        settles="the count of whom both articles name as its source"
        if kind in ("contradiction", "probable_error")
        else "",
    )


def _slip(left: Amount, right: Amount) -> bool:
    low, high = sorted((left.figure.value or 0.0, right.figure.value or 0.0))
    return low > 0 and any(abs(high / low - factor) < 1e-6 for factor in _FACTOR)


def _told(one: Amount, view: View) -> str:
    who = f" ({view.who.name(one.claim.said_by)})" if one.claim.said_by else ""
    when = f", {told(one.when)}" if one.when else f", published {told(one.published)}" if one.published else ""
    return f"{view.quoted(one.figure.hull)}{who}{when}"


def _stretch(one: Amount) -> str:
    """What a number may mean, with how it is read: 7,000 give or take 12 % (6,160–7,840)."""
    if one.low == one.high:
        return number(one.low)
    if math.isinf(one.high):
        return f"{number(one.low)} and more"
    reach = f"{number(round(one.low))}–{number(round(one.high))}"
    if one.figure.upto is not None:
        return reach
    value = number(one.figure.value or 0.0)
    if one.figure.bound not in ("about", "nearly"):
        return value  # a round number, compared as one
    way = "less at most" if one.figure.bound == "nearly" else "give or take"
    return f"{value} {way} {round(100 * slack_of(one.figure))} % ({reach})"


def _day(one: Amount) -> str:
    return one.published.earliest.isoformat() if one.published else "9999"
