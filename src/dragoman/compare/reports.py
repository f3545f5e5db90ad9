"""A report of an event with what it is compared by: who acts, on whom, where, when, and on whose word.

A report that gives a list of days or years ("signed in 1961, 2000 and 2001") tells of several events: it counts once
for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from dragoman.compare.parties import Parties
from dragoman.records import Act, Agreement, Event, Figure, Reading, Time, When
from dragoman.spans import Span

__all__ = ["AHEAD", "Deals", "Group", "Report", "deals_of", "reports_of", "width"]

#: {where an act stands: the steps of agreements told there}
Deals = Mapping[Span, Sequence["Step"]]
#: Standings of what is still to come.
AHEAD = frozenset({"planned", "possible", "conditional"})
_BEGINS = frozenset({"sign", "initial", "agree"})  # what happens in the year that an agreement is named by
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")  # treaty of 1961
_SIGNED = re.compile(r", \d{1,2} [A-Z][a-z]+ \d{4}$")  # the day of signature in the title of one without a name
_JOINT = 6  # characters between two dates of one list: ", ", " and ", " et "


class Step(NamedTuple):
    """A step of an agreement: of which, when, and the years the agreement is named by."""

    deal: str
    when: When | None
    years: frozenset[int]
    act: str = ""

    def fits(self, kind: str, when: When | None) -> bool:
        """True unless it is dated otherwise, or what is signed then is named after another year."""
        if when is None:
            return True
        other = kind in _BEGINS and self.years and not self.years & {*range(when.earliest.year, when.latest.year + 1)}
        return not other and (self.when is None or self.when.meets(when))


@dataclass(frozen=True, kw_only=True)
class Report:
    """An event with what it is compared by; sides are countries where known, else Entity.id or the words."""

    event: Event
    when: When | None  # one of a list of dates, else the event's own
    day: date | None  # publication, to tell which of several a report without date means
    listed: bool = False
    parts: frozenset[str] = frozenset()
    known: bool = False  # some participant is an entity of the story
    countries: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()  # countries that take part, without those where it only happens
    actors: frozenset[str] = frozenset()  # sides that act, known by name
    targets: frozenset[str] = frozenset()  # countries it is done to or in
    bodies: frozenset[str] = frozenset()  # who acts, no wider than told: a chamber is not its country
    people: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()  # people who act
    done_to: frozenset[str] = frozenset()  # people it is done to
    places: frozenset[str] = frozenset()  # countries where it happens
    claimant: str = ""  # on whose word: the side, "" for the article's own
    deal: str = ""
    voted: bool = False  # called a ratification, known as a chamber's vote
    number: float = 1  # of "the second quake": which of several it is

    @property
    def type(self) -> str:
        """The type of act; a ratification by a chamber is its approval, whatever the article calls it."""
        return "approve" if self.voted else self.event.type

    @property
    def key(self) -> tuple[str, int, int, str, str]:
        """A stable order that does not depend on the order of the readings."""
        return (
            self.event.source,
            self.event.start,
            self.event.end,
            self.event.type,
            self.when.value if self.when else "",
        )

    @property
    def named(self) -> bool:
        """True when a noun names the act: it does not tell whether the act is done."""
        return " noun " in self.event.by


@dataclass(eq=False)
class Group:
    """Reports of one event so far, and all that they tell of it."""

    type: str
    when: When | None = None
    reports: list[Report] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    sets: set[frozenset[str]] = field(default_factory=set)  # the sides of each report
    actors: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    doers: set[str] = field(default_factory=set)
    done_to: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    claimants: set[str] = field(default_factory=set)
    deal: str = ""
    numbers: set[float] = field(default_factory=set)

    def add(self, report: Report) -> None:
        """Take one more report in."""
        self.reports.append(report)
        for name in ("parts", "countries", "actors", "targets", "bodies", "people", "doers", "done_to", "places"):
            getattr(self, name).update(getattr(report, name))
        self.sets.add(report.sides)
        self.claimants |= {report.claimant} - {""}
        self.numbers.add(report.number)
        self.deal = self.deal or report.deal
        if report.when and (self.when is None or width(report.when) < width(self.when)):
            self.when = report.when


def deals_of(agreements: Iterable[Agreement]) -> Deals:
    """Where each act of an agreement stands, with the agreement and the act's date."""
    found: dict[Span, list[Step]] = {}
    for deal in agreements:
        for act in _acts(deal):
            for span in act.spans:
                found.setdefault(span, []).append(Step(deal.id, act.when, _years(deal.name), act.act))
    return found


def _years(name: str) -> frozenset[int]:
    """The years that an agreement is named by: "treaty of 2000"."""
    return frozenset(map(int, _YEAR.findall(_SIGNED.sub("", name))))


def _acts(deal: Agreement) -> Iterator[Act]:
    for treaty in deal.treaties:
        yield from treaty.acts


def reports_of(reading: Reading, who: Parties, deals: Deals) -> Iterator[Report]:
    """Every event of an article, once a date where it lists several."""
    times = sorted((one for one in reading.of(Time) if one.type == "DATE" and one.when), key=lambda one: one.start)
    ordinals = [one for one in reading.of(Figure) if one.unit == "ordinal"]
    for event in reading.of(Event):
        dates = [None] if _belated(event, reading) else _dates(event, times, reading)
        for when in dates:
            made = _report(event, when, reading, who, deals, listed=len(dates) > 1)
            number = _number(event, ordinals)
            yield replace(made, number=number) if number > 1 else made


def _number(event: Event, ordinals: Sequence[Figure]) -> float:
    """Which of several an event is by the words that name it: 2 of "the second quake", 1 when nothing tells."""
    at = event.trigger
    return next((one.value or 1 for one in ordinals if at and one.start < at.start <= one.end + 1), 1)


def _belated(event: Event, reading: Reading) -> bool:
    """True when what is still to come is dated before the article: that day is of something else."""
    published = reading.article.published
    if event.standing not in AHEAD or event.when is None or published is None:
        return False
    return event.when.latest < published.earliest


def _dates(event: Event, times: Sequence[Time], reading: Reading) -> list[When | None]:
    """The dates of the list that the event's own date stands in: "in 1961, 2000 and 2001"."""
    at = next((n for n, one in enumerate(times) if event.when_at and one.hull.meets(event.when_at)), None)
    if at is None or event.when is None or times[at].when != event.when:
        return [event.when]
    first = last = at
    while first > 0 and _one_list(times[first - 1], times[first], reading):
        first -= 1
    while last + 1 < len(times) and _one_list(times[last], times[last + 1], reading):
        last += 1
    found = {one.value: one.when for one in times[first : last + 1] if one.when}
    dates: list[When | None] = [*sorted(found.values(), key=lambda when: when.earliest)]
    return dates


def _one_list(one: Time, other: Time, reading: Reading) -> bool:
    """True when two dates as precise as each other are joined by no more than a comma or a short word."""
    places = [reading.article.text.find(time.start, time.end) for time in (one, other)]
    if not all(places) or one.when is None or other.when is None or one.when.precision != other.when.precision:
        return False
    value = reading.article.text.value
    if len({any(map(str.isdigit, value[slice(*place)])) for place in places if place}) > 1:
        return False  # "am Donnerstag das am 30. April unterzeichnete Abkommen": a weekday and a day of the month
    between = value[places[0][1] : places[1][0]]  # type: ignore[index]
    joined = between.strip() == "," or (between[:1] == between[-1:] == " " and between.strip().isalpha())
    return joined and len(between) <= _JOINT and not one.when.meets(other.when)


def _report(event: Event, when: When | None, reading: Reading, who: Parties, deals: Deals, *, listed: bool) -> Report:
    published = reading.article.published
    claimant = who.entity(event.source, event.claimed_by) if event.claimed_by else ""
    named: dict[str, list[str]] = {"actor": [], "recipient": [], "place": []}
    for role in event.roles:
        named.setdefault(role.role, []).append(who.entity(event.source, role.name))
    own = [name for name in named["actor"] if name != claimant] or named["actor"]
    everybody = [*own, *named["recipient"], *named["place"]]
    met = named["recipient"] if own or event.type != "visit" else []  # "the visit of X": guest or host
    return Report(
        event=event,
        when=when,
        day=published.latest if published else None,
        listed=listed,
        parts=frozenset(everybody),
        known=any(map(who.kind, everybody)),
        countries=_countries(everybody, who),
        sides=_countries((*own, *named["recipient"]), who),
        actors=frozenset(who.country(name) or name for name in own if who.kind(name)),
        targets=_countries((*met, *named["place"]), who),
        bodies=frozenset(name.casefold() for name in own),
        people=_people(everybody, who),
        doers=_people(own, who),
        done_to=_people(met, who),
        places=_countries(named["place"], who),
        claimant=who.country(claimant) or claimant,
        deal=_deal(event, when, deals),
        voted=event.type == "ratify" and any(s.act == "approved" for span in event.spans for s in deals.get(span, ())),
    )


def _countries(names: Iterable[str], who: Parties) -> frozenset[str]:
    return frozenset(map(who.country, names)) - {""}


def _people(names: Iterable[str], who: Parties) -> frozenset[str]:
    return frozenset(name for name in names if who.kind(name) == "PER")


def _deal(event: Event, when: When | None, deals: Deals) -> str:
    """The agreement the event is a step of, by a step that is not dated otherwise; of several the one of this date."""
    found = [one for span in event.spans for one in deals.get(span, ()) if one.fits(event.type, when)]
    dated = [one.deal for one in found if one.when]
    return (dated or [one.deal for one in found] or [""])[0]


def width(when: When | None) -> int:
    """Days between the first and the last that a date may mean."""
    return (when.latest - when.earliest).days if when else 1 << 20
