"""Which reports tell of one real-world event.

Two reports tell of one event when they have the same type, dates that meet and a participant in common (or are acts of
one agreement). Days gather first; wider dates join the day they hold. A report without a date joins an event of its own
days on one participant, an older event only when more speaks for it: a second participant, the place, or a report of
the same passage that does give the date. Places that differ keep any two apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dragoman.compare.parties import Parties
from dragoman.records import Event, Reading, When
from dragoman.spans import Span

__all__ = ["Group", "Report", "grouped", "report_of", "width"]

_ONCE = frozenset(
    {"sign", "ratify", "approve", "exchange_instruments", "enter_into_force", "initial", "accede", "deposit"}
)
_EACH = frozenset({"ratify", "approve", "accede", "deposit"})  # done by one chamber or state at a time
#: Acts that both sides do: who is named first as the actor does not matter.
_MUTUAL = frozenset(
    {"meet", "call", "negotiate", "agree", "sign", "ceasefire", "exchange_instruments", "enter_into_force"}
)
#: Acts done by speaking: only the same speakers can have done the same one.
_SPEECH = frozenset({"statement", "accuse", "condemn", "demand", "threaten", "promise", "deny", "announce"})
_UNDONE = frozenset({"denied", "cancelled"})
#: What happens at one place; who signs "for Ukraine" need not do so there.
_PLACED = frozenset({"visit", "meet", "negotiate", "attack", "test", "test_weapon", "detain", "release"})
_NEWS = 10  # days before publication that an undated report is about unless more than a participant tells otherwise
_PASSAGE = 400  # characters within which an article that dates an event goes on telling of it
_STAY = 2  # days that two reports of one visit may lie apart: who comes on a Tuesday is still there on the Wednesday


@dataclass
class Report:
    """An event with what it is compared by."""

    event: Event
    day: date | None  # publication, to tell which of several a report without date means
    named: bool = False  # named by a noun, which does not tell whether the act is done
    parts: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()  # who acts: countries where known, else names
    places: frozenset[str] = frozenset()  # countries where it happens
    deal: str = ""

    @property
    def key(self) -> tuple[str, int, int, str]:
        """A stable order that does not depend on the order of the readings."""
        return self.event.source, self.event.start, self.event.end, self.event.type


@dataclass
class Group:
    type: str
    when: When | None
    reports: list[Report] = field(default_factory=list)
    parts: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    people: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    deal: str = ""

    def add(self, report: Report) -> None:
        """Take one more report in."""
        self.reports.append(report)
        self.parts.update(report.parts)
        self.countries.update(report.countries)
        self.people |= report.people
        self.sides |= report.sides
        self.places |= report.places
        self.deal = self.deal or report.deal
        when = report.event.when
        if when and (self.when is None or width(when) < width(self.when)):
            self.when = when


def report_of(event: Event, reading: Reading, who: Parties, deals: dict[Span, str]) -> Report:
    published = reading.article.published
    names = [who.entity(event.source, role.name) for role in event.roles if role.role != "instrument"]
    actors = [who.entity(event.source, role.name) for role in event.roles if role.role == "actor"]
    return Report(
        event=event,
        day=published.latest if published else None,
        named=" noun " in event.by,
        parts=frozenset(names),
        countries=frozenset(code for code in map(who.country, names) if code),
        people=frozenset(name for name in names if who.kind(name) == "PER"),
        sides=frozenset(who.country(name) or name for name in actors),
        places=frozenset(
            who.country(who.entity(event.source, role.name)) for role in event.roles if role.role == "place"
        )
        - {""},
        deal=next((deals[span] for span in event.spans if span in deals), ""),
    )


def grouped(kind: str, reports: list[Report]) -> list[Group]:
    dated = [one for one in reports if one.event.when]
    dated.sort(
        key=lambda one: (
            width(one.event.when),
            one.event.when.earliest if one.event.when else date.max,
            -len(one.parts),
            one.key,
        )
    )
    groups: list[Group] = []
    for report in dated:
        _place(kind, report, [group for group in groups if _meets(group, report)], groups)
    known = list(groups)
    for report in sorted((one for one in reports if not one.event.when), key=lambda one: (-len(one.parts), one.key)):
        meant = [group for group in known if _may_mean(group, report) and _fits(group, report)]
        meant = [group for group in meant if not _elsewhere(group, report)]
        fitting = [group for group in meant if _tied(group, report)]
        if not fitting and report.event.names(
            "place"
        ):  # who tells where it was can mean only the one event it may have been
            fitting = meant if len(meant) == 1 else []
        _place(kind, report, fitting or [group for group in groups if group.when is None], groups)
    return groups


def _place(kind: str, report: Report, candidates: Iterable[Group], groups: list[Group]) -> None:
    """Add a report to the group that fits best, or open a new one."""
    fitting = [group for group in candidates if _fits(group, report)]
    if fitting:
        max(fitting, key=lambda group: (_shared(group, report), _nearness(group, report), -groups.index(group))).add(
            report
        )
        return
    group = Group(type=kind, when=report.event.when)
    group.add(report)
    groups.append(group)


def _meets(group: Group, report: Report) -> bool:
    """True when the dates meet; a visit to one place goes on for days."""
    when = report.event.when
    if group.when is None or when is None:
        return False
    if group.when.meets(when):
        return True
    near = min(abs((when.earliest - group.when.latest).days), abs((group.when.earliest - when.latest).days)) <= _STAY
    return near and group.type == "visit" and bool(report.places & group.places) and bool(report.people & group.people)


def _fits(group: Group, report: Report) -> bool:
    """True when they are acts of one agreement, or share a participant (a country counts through its people)."""
    if group.deal and report.deal:
        if group.type in _EACH and report.sides and group.sides and not report.sides & group.sides:
            return False  # another chamber's vote, another state's ratification
        return group.deal == report.deal and (
            group.type in _ONCE or _shared(group, report) > 0 or _meets(group, report)
        )
    if not report.parts:
        return (group.when is not None and _meets(group, report)) or _nearest_of_article(group, report)
    return _shared(group, report) > 0 and not _at_odds(group, report)


def _nearest_of_article(group: Group, report: Report) -> bool:
    """A report that names nobody joins an event of its own article."""
    return any(one.event.source == report.event.source for one in group.reports)


def _shared(group: Group, report: Report) -> int:
    """Twice the participants in common, plus the countries in common."""
    return 2 * len(report.parts & group.parts.keys()) + len(report.countries & group.countries.keys())


def _at_odds(group: Group, report: Report) -> bool:
    """True when the two cannot be one event: other people, other actors, or another pair of states."""
    if report.people and group.people and not report.people & group.people:
        return True
    if report.sides and group.sides and group.type not in _MUTUAL:
        said = group.type in _SPEECH and not (report.sides <= group.sides or group.sides <= report.sides)
        if said or not report.sides & group.sides:
            return True
    mine, theirs = report.countries, set(group.countries)
    return len(mine) > 1 and len(theirs) > 1 and len(mine & theirs) < 2


def _elsewhere(group: Group, report: Report) -> bool:
    """True when both tell where it was and the countries differ, of what is done at one place."""
    return group.type in _PLACED and bool(report.places) and bool(group.places) and not report.places & group.places


def _tied(group: Group, report: Report) -> bool:
    """True when enough ties an undated report to a dated event: its days, a second side, its place or its passage."""
    if (group.deal and report.deal) or not report.parts or group.when is None or report.day is None:
        return True
    if abs((report.day - group.when.latest).days) <= _NEWS or group.when.earliest <= report.day <= group.when.latest:
        return True
    sides = report.countries & set(group.countries) or report.parts & group.parts.keys()
    return len(sides) > 1 or bool(report.places & group.places) or _same_passage(group, report)


def _same_passage(group: Group, report: Report) -> bool:
    """True when the article dates the event close to the report."""
    event = report.event
    return any(
        one.event.source == event.source
        and one.event.when is not None
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
    if report.event.standing in ("planned", "possible", "conditional"):
        return group.when.latest >= report.day
    return group.when.earliest <= report.day


def _nearness(group: Group, report: Report) -> int:
    """Less the days between the event and the report's publication: of two visits the later one is meant."""
    if group.when is None or report.day is None:
        return -100_000
    return -abs((group.when.earliest - report.day).days)


def width(when: When | None) -> int:
    return (when.latest - when.earliest).days if when else 1 << 20
