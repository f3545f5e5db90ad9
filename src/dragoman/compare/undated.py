"""Which dated event a report without a day means, if any."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.compare.odds import AGAIN, EACH, RARE, VICTIMS, at_odds, turned
from dragoman.compare.reports import AHEAD, Group, Report, width
from dragoman.records import LEAVING, Event

__all__ = [
    "both_undated",
    "is_blank",
    "may_mean",
    "meant_trip",
    "meant_vote",
    "meant_war",
    "only_one",
    "same_passage",
    "tied",
]

_UNDONE = frozenset({"denied", "cancelled"})
_NEWS = 10  # days before publication that an undated report is about unless more than a participant tells otherwise
_MONTH = 27  # days: what is told no finer than by its month is more than one strike
_PRONOUN = 4  # letters of the longest word that only stands for a name
_PASSAGE = 400  # characters within which an article that dates an event goes on telling of it


def is_blank(kind: str, report: Report, known: list[Group]) -> bool:
    """True for an undated report that may mean any of several: a denial of nobody's, "his trip" of who made two."""
    if not report.parts and (report.event.standing in _UNDONE or (kind == "visit" and report.named)):
        return True  # "ended without a document being signed", "the trip"
    if kind != "visit" or report.places or report.done_to:
        return False
    near = [one for one in known if one.people & report.people and _is_near(one, report)]
    named = any(role.at and len(role.at) > _PRONOUN for role in report.event.roles)
    if report.named and not named:
        return True  # "his stay": which of his trips, no word of it tells
    before = [one for one in near if any(_is_before(mine.event, report.event) for mine in one.reports)]
    return len(near) > 1 and not (named and len(before) == 1)


def meant_trip(kind: str, report: Report, known: list[Group]) -> Group | None:
    """The only journey of a person that the article told before: "his trip"."""
    if kind != "visit" or report.places or len(report.people) != 1:
        return None
    told = [one for one in known if any(_is_before(mine.event, report.event) for mine in one.reports)]
    near = [one for one in told if one.people & report.people and _is_near(one, report)]
    return near[0] if len(near) == 1 else None


def meant_vote(kind: str, report: Report, known: list[Group]) -> Group | None:
    """The one vote on an agreement that an article dates, where a line of it tells of the vote without a day."""
    if kind not in EACH or not report.deal or report.known:
        return None
    own = [one for one in known if any(mine.event.source == report.event.source for mine in one.reports)]
    own = [one for one in own if one.deal == report.deal and any(r.event.standing == "happened" for r in one.reports)]
    return own[0] if len(own) == 1 and report.event.standing == "happened" else None


def meant_war(kind: str, report: Report, known: list[Group]) -> Group | None:
    """The only attack that goes on, told by its month or year, on those whom "the invasion of X" names."""
    if kind != "attack" or not report.named:
        return None
    wars = [one for one in known if width(one.when) >= _MONTH and report.targets & one.targets]
    wars = [one for one in wars if not turned(one, report) and not report.places - report.targets]
    return wars[0] if len(wars) == 1 else None


def _is_before(one: Event, other: Event) -> bool:
    """True for what the same article tells earlier."""
    return one.source == other.source and one.start < other.start


def _is_near(group: Group, report: Report) -> bool:
    """True for an event of the days around a report's article."""
    when, day = group.when, report.day
    return when is None or day is None or abs((when.earliest - day).days) <= _NEWS


def both_undated(group: Group, report: Report) -> bool:
    """True when neither has a date; of what is done again any day only the same parts in the same days are one."""
    if group.when is not None:
        return False
    if group.type == "visit" and not report.places and any(one.event.by.endswith(LEAVING) for one in group.reports):
        return False  # "his stay" is where he was, not where he left for
    if same_passage(group, report):
        return True
    if group.type == "mourn":
        days = [one.day for one in group.reports if one.day]
        return bool(days) and report.day is not None and min(abs((day - report.day).days) for day in days) <= _NEWS
    if group.type in VICTIMS:
        return bool(report.done_to & group.done_to)
    if group.type not in AGAIN:
        same = report.parts == group.parts or bool(report.people & group.people) or report.deal == group.deal != ""
        if same or report.named:
            return same
        # what is done to many is one act only of one doer, or of two participants: a ship seized, a photo captured
        return group.type in RARE or bool(report.actors & group.actors) or len(report.parts & group.parts) > 1
    days = [one.day for one in group.reports if one.day]
    near = report.day is None or not days or min(abs((day - report.day).days) for day in days) <= _NEWS
    return near and report.actors == group.actors and report.targets == group.targets


def tied(group: Group, report: Report) -> bool:
    """True when enough ties an undated report to a dated event: its days, a second side, its place or its passage."""
    if group.when is None or same_passage(group, report):
        return True
    if group.type in AGAIN and not (report.actors and report.actors == group.actors):
        return False
    if group.type == "promulgate" and report.people & group.people:
        return True  # the law of the story, as a later article recalls it
    if report.day is None:
        return group.type not in AGAIN and (bool(report.parts) or _is_news(group))
    if abs((report.day - group.when.latest).days) <= _NEWS or group.when.earliest <= report.day <= group.when.latest:
        return True
    if group.type in AGAIN:
        return False
    sides = report.countries & group.countries or report.parts & group.parts
    return len(sides) > 1 or bool(report.places & group.places) or (group.deal == report.deal != "" and bool(sides))


def _is_news(group: Group) -> bool:
    """True when an article of those very days tells the event: no background of years ago."""
    return any(one.day and group.when and abs((one.day - group.when.latest).days) <= _NEWS for one in group.reports)


def only_one(groups: Iterable[Group], report: Report) -> list[Group]:
    """For a clause that names nobody ("they talked for two hours"): the one event of the day its article tells."""
    vague = report.named and not report.when
    if report.parts or vague or report.event.standing not in ("happened", "claimed"):
        return []
    own = [one for one in groups if _is_news(one) and any(report.event.source == r.event.source for r in one.reports)]
    return own if len(own) == 1 and not at_odds(own[0], report) else []


def same_passage(group: Group, report: Report) -> bool:
    """True when the article tells the event close to the report."""
    event = report.event
    return any(
        one.event.source == event.source
        and one.event.start - event.end < _PASSAGE
        and event.start - one.event.end < _PASSAGE
        for one in group.reports
    )


def may_mean(group: Group, report: Report) -> bool:
    """True when an undated report may tell of a dated event: told as done after it, as planned before it."""
    denied = all(one.event.standing in _UNDONE for one in group.reports)
    if denied and report.event.standing not in _UNDONE:
        return False
    if group.when is None or report.day is None or report.named:
        return group.when is not None
    if report.event.standing in AHEAD:
        return group.when.latest >= report.day
    return group.when.earliest <= report.day
