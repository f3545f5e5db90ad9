"""Comparable claims in pairs, each judged with its reason: same, compatible, refining, updating, conflicting, unsure.

Only figures that count one thing of one event are put beside each other. What other claimants, other windows and later
articles say is no conflict; a conflict needs one thing, one voice, one time and numbers that cannot both be meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from dragoman.compare.amounts import Amount, amount
from dragoman.compare.contested import contested
from dragoman.compare.onething import TWIN, meant, one_thing, same_day, score, side_by_side, toll, twins
from dragoman.compare.subsets import part_of_one
from dragoman.compare.view import View, told
from dragoman.records import Claim, Match, When

__all__ = ["Pair", "pairs"]

_LARGEST = 60  # figures of one unit beyond which only those of one event are compared
_ESTIMATES = 4.0  # times that one estimate may be another: 21 freed are not the 200 taken
_LEAST = ("at_least", "more_than")
_VOICE = 0.75  # cosine of one claimant's names in two languages; the ministries of two countries reach .67


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures judged; `kind` is what a finding of them is called, "" for none."""

    left: Amount
    right: Amount
    match: Match
    kind: str


def pairs(view: View, claims: Sequence[Claim]) -> list[Pair]:
    """Every pair of figures that may be about one thing, judged."""
    happening = {report.id: one.id for one in view.timeline for report in one.reports}
    blocks: dict[str, list[Amount]] = defaultdict(list)
    for claim in claims:
        if claim.type == "figure":
            one = amount(claim, view, happening)
            blocks[one.counted].append(one)
    return [pair for _, block in sorted(blocks.items()) for pair in _judged(block, view)]


def _judged(block: list[Amount], view: View) -> Iterator[Pair]:
    held = Counter(one.sentence for one in block)  # "24 inches fell, bringing the total to 62 inches"
    for left, right in combinations(sorted(block, key=lambda one: (one.source, one.figure.start)), 2):
        if len(block) > _LARGEST and not left.events & right.events:
            continue
        if left.holder != right.holder and left.holder and right.holder:
            continue  # the shares of two candidates
        if rival := contested(left, right, view):
            yield _contest(left, right, rival, view)
            continue
        several = max(held[left.sentence], held[right.sentence]) > 1 and not left.meets(right) and not left.holder
        about = "" if several or side_by_side(left, right) else one_thing(left, right, view)
        if about:
            verdict, kind, why = _verdict(left, right, about, view)
            match = Match(left=left.claim.id, right=right.claim.id, verdict=verdict, score=score(left, right), why=why)
            yield Pair(left=left, right=right, match=match, kind=kind)


def _contest(left: Amount, right: Amount, about: str, view: View) -> Pair:
    """Two claimants' numbers of one thing in one passage: side by side where they do not meet."""
    if left.meets(right):
        verdict, kind, why = _agreeing(left, right, about)
    else:
        who = f"{_voice(left, view)} and {_voice(right, view)}"
        verdict, kind, why = "compatible", "differing_claims", f"{about}; other claimants: {who}"
    match = Match(left=left.claim.id, right=right.claim.id, verdict=verdict, score=score(left, right), why=why)
    return Pair(left=left, right=right, match=match, kind=kind)


def _verdict(left: Amount, right: Amount, about: str, view: View) -> tuple[str, str, str]:
    """(verdict, finding or "", reason) of two figures about one thing."""
    if left.meets(right) and not _grown(left, right):
        return _agreeing(left, right, about)
    if part_of_one(left, right, view):
        return _parted(left, right, about)
    mine, theirs = left.claim.said_by, right.claim.said_by
    if mine != theirs and _one_voice(left, right, view):
        mine = theirs
    if mine != theirs and toll(left) and _grew(left, right):
        return "unsure", "", f"{about}, but a toll grows from day to day"
    if toll(left) and left.source != right.source and _undated(left, right):
        return "unsure", "", f"{about}, but a toll grows from day to day, and one count has no day"
    if mine != theirs and not left.events & right.events and not _near(left, right):
        return "unsure", "", f"{about}, but the numbers are too far apart for one count"
    if mine != theirs:
        who = f"{_voice(left, view)} and {_voice(right, view)}"
        return "compatible", "differing_claims", f"{about}; other claimants: {who}"
    if left.when and right.when and not left.when.meets(right.when):
        if (toll(left) or (mine and _alike(left, right))) and not _falls(left, right):
            return "updating", "update", f"{about}; the count of {told(left.when)} and of {told(right.when)}"
        return "compatible", "differing_claims", f"{about}; other times: {told(left.when)} and {told(right.when)}"
    if left.claim.standing != right.claim.standing:
        return "unsure", "", f"{about}; {left.claim.standing} and {right.claim.standing}"
    if _one_moment(left, right):
        return "conflicting", "contradiction", f"{about}, told of the same hour in one voice"
    if not toll(left) and same_day(left, right) and twins(left, right):
        return "conflicting", "contradiction", f"the same sentence about {told(left.day)}, in one voice"
    if not toll(left) and left.language != right.language and same_day(left, right) and meant(left, right, view):
        return "conflicting", "contradiction", f"{about}, in one voice"
    if _later(left.published, right.published) or _later(right.published, left.published):
        return _moved(left, right, about)
    if toll(left):
        return "compatible", "differing_claims", f"{about}; a toll that may have moved between the reports"
    if left.events & right.events and left.source != right.source and not left.described ^ right.described:
        return "conflicting", "contradiction", f"{about}, in the articles' own voice, at one time"
    return "unsure", "", f"{about}, but nothing ties both to one moment"


def _parted(left: Amount, right: Amount, about: str) -> tuple[str, str, str]:
    """Two parts of one whole: against each other where both count the same, side by side where minors are children."""
    if left.figure.unit == right.figure.unit and left.claim.said_by == right.claim.said_by:
        return "conflicting", "contradiction", about
    return "compatible", "differing_claims", about


def _one_voice(left: Amount, right: Amount, view: View) -> bool:
    """True for one claimant named in two languages: "Turkish intelligence", «турецкая разведка»."""
    mine, theirs = left.figure.claimed_by, right.figure.claimed_by
    return bool(mine and theirs) and left.language != right.language and view.near(mine, theirs) >= _VOICE


def _grew(left: Amount, right: Amount) -> bool:
    """True when the later of two days has the higher number; a day is the figure's own, else its article's."""
    mine, theirs = left.when or left.published, right.when or right.published
    return (_later(mine, theirs) and left.low > right.high) or (_later(theirs, mine) and right.low > left.high)


def _undated(left: Amount, right: Amount) -> bool:
    """True when nothing dates one of two counts."""
    return any((one.when or one.published) is None for one in (left, right))


def _near(left: Amount, right: Amount) -> bool:
    """True when two claimants may well count the same: estimates of one thing seldom lie further apart."""
    low, high = sorted((left.figure.value or 0.0, right.figure.value or 0.0))
    return low > 0 and high <= _ESTIMATES * low


def _one_moment(left: Amount, right: Amount) -> bool:
    """True when both tell one hour, or one part of one day where no hour is told."""
    return bool(left.moments) and left.moments == right.moments


def _grown(left: Amount, right: Amount) -> bool:
    """True for "at least 1,500" of one day and "at least 3,400" of another: the bound has moved, with one claimant."""
    if left.claim.said_by != right.claim.said_by or left.figure.bound not in _LEAST:
        return False
    if left.figure.bound != right.figure.bound or left.low == right.low or not toll(left):
        return False
    return bool(left.when and right.when and not left.when.meets(right.when)) and not _falls(left, right)


def _alike(left: Amount, right: Amount) -> bool:
    """True when two sentences of one language have most of their words in common."""
    return left.language == right.language and score(left, right) >= TWIN


def _falls(left: Amount, right: Amount) -> bool:
    """True when the later of two dated tolls is the lower one."""
    assert left.when is not None and right.when is not None
    early, late = sorted((left, right), key=lambda one: one.when.earliest if one.when else date.min)
    return late.high < early.low or late.low < early.low


def _agreeing(left: Amount, right: Amount, about: str) -> tuple[str, str, str]:
    if (left.low, left.high) == (right.low, right.high):
        return "same", "", f"{about}; the same number"
    if (left.low >= right.low and left.high <= right.high) or (right.low >= left.low and right.high <= left.high):
        return "refining", "", f"{about}; one number is more precise, both may be meant at once"
    return "compatible", "", f"{about}; both numbers may be meant at once"


def _moved(left: Amount, right: Amount, about: str) -> tuple[str, str, str]:
    early, late = (left, right) if _later(right.published, left.published) else (right, left)
    if toll(left) or late.low > early.high:
        return "updating", "update", f"{about}; the later article has another number"
    return "unsure", "", f"{about}; the later article has a lower number"


def _later(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and one.earliest > other.latest


def _voice(one: Amount, view: View) -> str:
    return view.who.name(one.claim.said_by) if one.claim.said_by else "the article itself"
