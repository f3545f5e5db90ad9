"""Which reports tell of one real-world event.

Two reports tell of one event when they have the same type, dates that meet and a participant in common (or are acts of
one agreement), and nothing sets them at odds: other people, other sides, the parts turned round, other places, another
chamber, another claimant. Days gather first; wider dates join the day they hold. A report without a date joins an event
of its own days on one participant, an older event only when more speaks for it: a second participant, the place, or a
report of the same passage that does give the date. What is done again any day – accusing, arming, attacking – is joined
to nothing older than its own days.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dragoman.compare.odds import AGAIN, NATURAL, ONCE, RARE, apart, at_odds, meets, same_day, shared
from dragoman.compare.reports import Group, Report, width
from dragoman.compare.undated import (
    both_undated,
    is_blank,
    may_mean,
    meant_trip,
    meant_vote,
    meant_war,
    only_one,
    same_passage,
    tied,
)
from dragoman.records import UNTYPED

__all__ = ["grouped"]


def grouped(kind: str, reports: list[Report]) -> list[Group]:
    """The reports of one type of act, one group an event; the same whatever their order."""
    if kind == UNTYPED:
        return _alone(reports)
    dated = sorted((one for one in reports if one.when), key=_finest)
    groups: list[Group] = []
    for report in dated:
        meeting = [group for group in groups if meets(group, report)]
        same = [group for group in meeting if same_day(group, report)]
        if not report.known and len(same) == 1 and kind in RARE and not at_odds(same[0], report):
            same[0].add(report)  # "their meeting on Wednesday", when that day has one meeting
        else:
            _place(kind, report, meeting, groups)
    known = list(groups)
    for report in sorted((one for one in reports if not one.when), key=lambda one: (-len(one.parts), one.key)):
        blank = is_blank(kind, report, known)
        trip, war = meant_trip(kind, report, known), meant_war(kind, report, known)
        certain = (
            war
            or meant_vote(kind, report, known)
            or (trip if trip is not None and not blank and _fits(trip, report) else None)
        )
        if certain is not None:
            certain.add(report)
            continue
        meant = [group for group in known if not blank and may_mean(group, report) and _fits(group, report)]
        fitting = [group for group in meant if tied(group, report)] or only_one(known, report)
        if not fitting and report.places and kind not in AGAIN:
            fitting = meant if len(meant) == 1 else []  # who tells where it was can mean only the one it may have been
        _place(kind, report, fitting or [group for group in groups if both_undated(group, report)], groups)
    return groups


def _alone(reports: list[Report]) -> list[Group]:
    """One group a sentence: nothing tells that two sentences without a kind mean one event."""
    groups = []
    for report in reports:
        groups.append(Group(type=report.type, when=report.when))
        groups[-1].add(report)
    return groups


def _finest(report: Report) -> tuple[int, date, int, tuple[str, int, int, str, str]]:
    first = report.when.earliest if report.when else date.max
    return width(report.when), first, -len(report.parts), report.key


def _place(kind: str, report: Report, candidates: Iterable[Group], groups: list[Group]) -> None:
    """Add a report to the group that fits best, or open a new one."""
    fitting = [group for group in candidates if _fits(group, report)]
    if fitting:
        best = max(fitting, key=lambda one: (shared(one, report), _nearness(one, report), -groups.index(one)))
        best.add(report)
        return
    group = Group(type=kind, when=report.when)
    group.add(report)
    groups.append(group)


def _fits(group: Group, report: Report) -> bool:
    """True when they are acts of one agreement, or share a participant, and nothing sets them at odds."""
    if at_odds(group, report):
        return False
    if group.deal and report.deal:
        return group.deal == report.deal and (group.type in ONCE or shared(group, report) > 0 or meets(group, report))
    if group.type == "mourn" and both_undated(group, report):
        return True
    if group.type in NATURAL and meets(group, report) and not apart(report.places, group.places):
        return True
    if not report.parts or not group.parts:
        own = same_passage(group, report) or bool(only_one([group], report))
        return (own and group.type in RARE) or (group.type in ONCE | NATURAL and same_day(group, report))
    return shared(group, report) > 0


def _nearness(group: Group, report: Report) -> int:
    """Less the days between the event and the report's publication: of two visits the later one is meant."""
    if group.when is None or report.day is None:
        return -100_000
    return -abs((group.when.earliest - report.day).days)
