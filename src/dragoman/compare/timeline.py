"""Reports of one real-world event → one Happening; plans and outcomes together, dates as precise as any report's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dragoman.compare.oneevent import grouped
from dragoman.compare.origins import support
from dragoman.compare.parties import Parties
from dragoman.compare.reports import Group, Report, deals_of, reports_of, width
from dragoman.compare.retold import retold
from dragoman.models import Encoder
from dragoman.records import Agreement, Entity, Event, Happening, Origin, Reading, Role, When, digest
from dragoman.spans import Span

__all__ = ["timeline"]

#: Of several standings in the reports, the first in this order is the event's: the outcome goes before the plan.
_STANDINGS = ("happened", "under way", "claimed", "denied", "cancelled", "planned", "conditional", "possible")
_DONE = frozenset({"happened", "under way"})
_TOLD = _DONE | {"claimed"}


def timeline(
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    agreements: Sequence[Agreement],
    origins: Sequence[Origin] = (),
    *,
    encoder: Encoder | None = None,
) -> tuple[Happening, ...]:
    """Every event of the pile in order of time; without a day it stands at the first that tells it, else at the end."""
    who, deals = Parties(entities), deals_of(agreements)
    reports = sorted(
        (report for reading in readings for report in reports_of(reading, who, deals)), key=lambda one: one.key
    )
    groups: list[Group] = []
    for kind in sorted({one.type for one in reports}):
        groups += grouped(kind, [one for one in reports if one.type == kind])
    groups = retold(groups, readings, who, encoder)
    days = {reading.article.source: reading.article.published for reading in readings}
    return tuple(sorted((_happening(group, who, days, origins) for group in groups), key=_order))


def _happening(group: Group, who: Parties, days: Mapping[str, When | None], origins: Sequence[Origin]) -> Happening:
    ordered = sorted(group.reports, key=lambda one: one.key)
    reports = tuple(dict.fromkeys(one.event for one in ordered))
    standing = min((one.standing for one in reports), key=_STANDINGS.index)
    when = _best(ordered)
    told = {one.source for one in reports if one.told}
    listed = [when.value] if when and any(one.listed for one in ordered) else []
    return Happening(
        id=digest("happening", sorted(one.id for one in reports), *listed),
        type=group.type,
        when=when,
        roles=_roles(reports, who),
        standing=standing,
        reports=reports,
        why=_why(reports, standing),
        support=support(told, origins) if told else None,
        changes=tuple(_changes(reports, days)),
        silent=tuple(_silent(reports, when, days)),
        agreement=_agreement(ordered),
        by=None if when else min((one.day for one in ordered if one.day and one.event.standing in _TOLD), default=None),
    )


def _agreement(reports: Sequence[Report]) -> str:
    """The agreement that most reports are a step of, "" when none is."""
    votes = Counter(one.deal for one in reports if one.deal)
    return min(votes, key=lambda deal: (-votes[deal], deal)) if votes else ""


def _changes(reports: Sequence[Event], days: Mapping[str, When | None]) -> Iterator[tuple[str, str, Span]]:
    """How the event stood as the articles came out: (day, standing, where), each time it stands otherwise."""
    appeared = [(day.latest, one) for one in reports if (day := days.get(one.source))]
    last = ""
    for on, one in sorted(appeared, key=lambda pair: (pair[0], _STANDINGS.index(pair[1].standing), pair[1].source)):
        if one.standing != last:
            yield on.isoformat(), one.standing, one.spans[0]
            last = one.standing


def _silent(reports: Sequence[Event], when: When | None, days: Mapping[str, When | None]) -> list[str]:
    """The articles that appeared on the day of the event or later and do not tell of it, in a fixed order."""
    telling = {one.source for one in reports}
    if when is None:
        return []
    return sorted(
        source for source, day in days.items() if source not in telling and day and day.latest >= when.earliest
    )


def _best(reports: Sequence[Report]) -> When | None:
    """The most precise date of those that tell the outcome, else of the others; of equal ones the one most give."""
    told = [one.when for one in reports if one.when and one.event.standing in _TOLD]
    dates = told or [one.when for one in reports if one.when]
    if not dates:
        return None
    finest = min(map(width, dates))
    votes = Counter(one.value for one in dates if width(one) <= max(finest, 0))
    fine = [one for one in dates if width(one) == finest]
    return min(fine, key=lambda one: (-votes[one.value], one.earliest, len(one.basis), one.basis))


def _roles(reports: Sequence[Event], who: Parties) -> tuple[Role, ...]:
    """Participants as entities, each once, in the part most reports give them."""
    votes: dict[str, Counter[str]] = {}
    first: dict[str, Role] = {}
    for event in reports:
        for role in event.roles:
            name = who.entity(event.source, role.name)
            votes.setdefault(name, Counter())[role.role] += 1
            first.setdefault(name, role)
    ranked = sorted(votes, key=lambda name: (-votes[name].total(), who.name(name), name))
    return tuple(Role(role=max(sorted(votes[n]), key=votes[n].__getitem__), name=n, at=first[n].at) for n in ranked)


def _why(reports: Sequence[Event], standing: str) -> str:
    """What the reports have in common, and what became of a plan or who denies."""
    told = Counter(one.standing for one in reports)
    if len(told) < 2:
        return ""
    others = ", ".join(f"{name} in {count}" for name, count in sorted(told.items()) if name != standing)
    return f"{standing} in {told[standing]} report{'s' if told[standing] > 1 else ''}, {others}"


def _order(one: Happening) -> tuple[date, date, str, str]:
    if one.when is None:
        return one.by or date.max, date.max, one.type, one.id
    return one.when.earliest, one.when.latest, one.type, one.id
