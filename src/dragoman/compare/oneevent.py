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

from dragoman.compare.reports import AHEAD, Group, Report, width

__all__ = ["grouped"]

_ONCE = frozenset(
    {"sign", "ratify", "approve", "exchange_instruments", "enter_into_force", "initial", "accede", "deposit"}
)
_EACH = frozenset({"ratify", "approve", "accede", "deposit"})  # done by one chamber or state at a time
#: Acts that both sides do: who is named first as the actor does not matter.
_MUTUAL = frozenset(
    {"meet", "call", "negotiate", "agree", "sign", "ceasefire", "exchange_instruments", "enter_into_force", "initial"}
)
#: Acts done by speaking: only the same speakers can have done the same one.
_SPEECH = frozenset({"statement", "accuse", "condemn", "demand", "threaten", "promise", "deny", "announce", "warn"})
#: Acts done again any day: the same words about the same people months apart are no sign of one event.
_AGAIN = _SPEECH | {
    "aid",
    "transfer_arms",
    "attack",
    "deploy",
    "test",
    "test_weapon",
    "sanction",
    "kill",
    "protest",
    "use_weapons",
}
#: Acts that a story tells of so rarely that the day, or the passage, alone shows which one is meant.
_RARE = (
    _ONCE
    | _MUTUAL
    | {"visit", "resign", "dissolve", "extend", "suspend", "resume", "terminate", "veto", "strike", "emergency"}
    | {"mourn", "funeral", "disaster"}
    | {"lift", "impeach", "dismiss", "elect", "win_election", "take_office", "topple", "confidence", "rule", "cut_jobs"}
)
_NATURAL = frozenset({"disaster"})  # of which a story tells one a day
_UNDONE = frozenset({"denied", "cancelled"})
#: What happens at one place; who signs "for Ukraine" need not do so there.
_PLACED = frozenset({"visit", "meet", "negotiate", "attack", "test", "test_weapon", "detain", "release"})
_NEWS = 10  # days before publication that an undated report is about unless more than a participant tells otherwise
_PASSAGE = 400  # characters within which an article that dates an event goes on telling of it
_STAY = 2  # days that two reports of one visit may lie apart: who comes on a Tuesday is still there on the Wednesday


def grouped(kind: str, reports: list[Report]) -> list[Group]:
    """The reports of one type of act, one group an event; the same whatever their order."""
    dated = sorted((one for one in reports if one.when), key=_finest)
    groups: list[Group] = []
    for report in dated:
        meeting = [group for group in groups if _meets(group, report)]
        same = [group for group in meeting if _same_day(group, report)]
        if not report.known and len(same) == 1 and kind in _RARE and not _at_odds(same[0], report):
            same[0].add(report)  # "their meeting on Wednesday", when that day has one meeting
        else:
            _place(kind, report, meeting, groups)
    known = list(groups)
    for report in sorted((one for one in reports if not one.when), key=lambda one: (-len(one.parts), one.key)):
        blank = _is_blank(kind, report, known)
        meant = [group for group in known if not blank and _may_mean(group, report) and _fits(group, report)]
        fitting = [group for group in meant if _tied(group, report)] or _only_one(known, report)
        if not fitting and report.places and kind not in _AGAIN:
            fitting = meant if len(meant) == 1 else []  # who tells where it was can mean only the one it may have been
        _place(kind, report, fitting or [group for group in groups if _both_undated(group, report)], groups)
    return groups


def _is_blank(kind: str, report: Report, known: list[Group]) -> bool:
    """True for an undated report that may mean any of several: a denial of nobody's, "his trip" of who made two."""
    if not report.parts and (report.event.standing in _UNDONE or (kind == "visit" and report.named)):
        return True  # "ended without a document being signed", "the trip"
    near = [one for one in known if one.people & report.people and _is_near(one, report)]
    return kind == "visit" and not report.places and not report.done_to and len(near) > 1


def _is_near(group: Group, report: Report) -> bool:
    """True for an event of the days around a report's article."""
    when, day = group.when, report.day
    return when is None or day is None or abs((when.earliest - day).days) <= _NEWS


def _finest(report: Report) -> tuple[int, date, int, tuple[str, int, int, str, str]]:
    first = report.when.earliest if report.when else date.max
    return width(report.when), first, -len(report.parts), report.key


def _place(kind: str, report: Report, candidates: Iterable[Group], groups: list[Group]) -> None:
    """Add a report to the group that fits best, or open a new one."""
    fitting = [group for group in candidates if _fits(group, report)]
    if fitting:
        best = max(fitting, key=lambda one: (_shared(one, report), _nearness(one, report), -groups.index(one)))
        best.add(report)
        return
    group = Group(type=kind, when=report.when)
    group.add(report)
    groups.append(group)


def _meets(group: Group, report: Report) -> bool:
    """True when the dates meet; a visit to one place goes on for days."""
    when = report.when
    if group.when is None or when is None:
        return False
    if group.when.meets(when):
        return True
    near = min(abs((when.earliest - group.when.latest).days), abs((group.when.earliest - when.latest).days)) <= _STAY
    return near and group.type == "visit" and bool(report.places & group.places) and bool(report.people & group.people)


def _fits(group: Group, report: Report) -> bool:
    """True when they are acts of one agreement, or share a participant, and nothing sets them at odds."""
    if _at_odds(group, report):
        return False
    if group.deal and report.deal:
        return group.deal == report.deal and (
            group.type in _ONCE or _shared(group, report) > 0 or _meets(group, report)
        )
    if not report.parts or not group.parts:
        own = _same_passage(group, report) or bool(_only_one([group], report))
        return (own and group.type in _RARE) or (group.type in _ONCE | _NATURAL and _same_day(group, report))
    return _shared(group, report) > 0


def _same_day(group: Group, report: Report) -> bool:
    """True when both are dated to one day."""
    return width(group.when) == width(report.when) == 0 and _meets(group, report)


def _shared(group: Group, report: Report) -> int:
    """Twice the participants in common, plus the countries in common."""
    return 2 * len(report.parts & group.parts) + len(report.countries & group.countries)


def _at_odds(group: Group, report: Report) -> bool:
    """True when the two cannot be one event."""
    kind = group.type
    if kind in _NATURAL and report.number not in group.numbers:
        return True  # "the first quake", "the second quake"
    if _apart(report.people, group.people) or (kind in _PLACED and _apart(report.places, group.places)):
        return True
    if kind in _EACH and not _same_vote(group, report):
        return True
    if kind not in _MUTUAL and _turned(group, report):
        return True
    if kind in _AGAIN and _on_other_word(group, report):
        return True
    mine = report.sides
    return len(mine) > 1 and any(len(theirs) > 1 and len(mine & theirs) < 2 for theirs in group.sets)


def _apart(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """True when both are told and have nothing in common."""
    one, other = set(mine), set(theirs)
    return bool(one) and bool(other) and not one & other


def _turned(group: Group, report: Report) -> bool:
    """True when other sides act, it is done to others, or who acts in one is acted on in the other."""
    if _apart(report.actors, group.actors) or _apart(report.targets, group.targets):
        return True
    if _apart(report.doers, group.doers) or _apart(report.done_to, group.done_to):
        return True
    if group.type in _SPEECH and report.actors and group.actors and report.actors != group.actors:
        return True
    given = ((report.actors, group.actors, group.targets), (group.actors, report.actors, report.targets))
    return any(act and not others and act <= targets for act, others, targets in given)


def _same_vote(group: Group, report: Report) -> bool:
    """True when the same chamber or state is told to act on the same thing; where one is not told, on the same day."""
    if report.bodies and group.bodies:
        same = report.bodies == group.bodies and not _apart(report.countries, group.countries)
        return same and (bool(group.deal) == bool(report.deal) or _same_day(group, report))
    return _same_day(group, report)


def _on_other_word(group: Group, report: Report) -> bool:
    """True when somebody else claims it, and no common day shows that both mean one event."""
    other = bool(report.claimant) and bool(group.claimants) and report.claimant not in group.claimants
    return other and not _same_day(group, report)


def _both_undated(group: Group, report: Report) -> bool:
    """True when neither has a date; of what is done again any day only the same parts in the same days are one."""
    if group.when is not None:
        return False
    if _same_passage(group, report):
        return True
    if group.type not in _AGAIN:
        same = report.parts == group.parts or bool(report.people & group.people) or report.deal == group.deal != ""
        return same or not report.named
    days = [one.day for one in group.reports if one.day]
    near = report.day is None or not days or min(abs((day - report.day).days) for day in days) <= _NEWS
    return near and report.actors == group.actors and report.targets == group.targets


def _tied(group: Group, report: Report) -> bool:
    """True when enough ties an undated report to a dated event: its days, a second side, its place or its passage."""
    if group.when is None or _same_passage(group, report):
        return True
    if group.type in _AGAIN and not (report.actors and report.actors == group.actors):
        return False
    if report.day is None:
        return group.type not in _AGAIN and (bool(report.parts) or _is_news(group))
    if abs((report.day - group.when.latest).days) <= _NEWS or group.when.earliest <= report.day <= group.when.latest:
        return True
    if group.type in _AGAIN:
        return False
    sides = report.countries & group.countries or report.parts & group.parts
    return len(sides) > 1 or bool(report.places & group.places) or (group.deal == report.deal != "" and bool(sides))


def _is_news(group: Group) -> bool:
    """True when an article of those very days tells the event: no background of years ago."""
    return any(one.day and group.when and abs((one.day - group.when.latest).days) <= _NEWS for one in group.reports)


def _only_one(groups: Iterable[Group], report: Report) -> list[Group]:
    """For a clause that names nobody ("they talked for two hours"): the one event of the day its article tells."""
    vague = report.named and not report.when
    if report.parts or vague or report.event.standing not in ("happened", "claimed"):
        return []
    own = [one for one in groups if _is_news(one) and any(report.event.source == r.event.source for r in one.reports)]
    return own if len(own) == 1 and not _at_odds(own[0], report) else []


def _same_passage(group: Group, report: Report) -> bool:
    """True when the article tells the event close to the report."""
    event = report.event
    return any(
        one.event.source == event.source
        and one.event.start - event.end < _PASSAGE
        and event.start - one.event.end < _PASSAGE
        for one in group.reports
    )


def _may_mean(group: Group, report: Report) -> bool:
    """True when an undated report may tell of a dated event: told as done after it, as planned before it."""
    denied = all(one.event.standing in _UNDONE for one in group.reports)
    if denied and report.event.standing not in _UNDONE:
        return False
    if group.when is None or report.day is None or report.named:
        return group.when is not None
    if report.event.standing in AHEAD:
        return group.when.latest >= report.day
    return group.when.earliest <= report.day


def _nearness(group: Group, report: Report) -> int:
    """Less the days between the event and the report's publication: of two visits the later one is meant."""
    if group.when is None or report.day is None:
        return -100_000
    return -abs((group.when.earliest - report.day).days)
