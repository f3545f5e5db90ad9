"""Who takes part in an event, as far as a line may name them.

Only participants that are known persons, bodies or places are named, and of several reports only what they agree on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dragoman.languages.world import gazetteer
from dragoman.records import Entity, Event, Happening, Role, Story
from dragoman.report import valency
from dragoman.report.objects import OF_WHAT
from dragoman.report.vouching import claimants
from dragoman.spans import Span

__all__ = ["counted", "keys", "participants"]

#: Acts of an agreement: a chamber or an office that is no entity of its own may do them.
_OF_AGREEMENTS = frozenset({"approve", "ratify", "sign", "exchange_instruments", "deposit", "enter_into_force"})
#: Acts of courts, chambers and offices, which may be known by no name: "the court", "le gouvernement".
_OF_BODIES = frozenset(
    {"rule", "convict", "acquit", "fine", "refer", "elect", "topple", "emergency", "dissolve", "deploy"}
)
_COMMA_AND = 6  # characters between two names of one list: ", ", " and ", " et le "
#: Where only some kinds can take the part of the one it is done to.
_TAKES = (
    {
        "veto": {"ORG"},
        "rule": set(),
        "refer": set(),
        "protest": set(),
        "appoint": {"PER"},
        "dismiss": {"PER"},
        "win_election": {"PER", "ORG"},
        "kill": {"PER"},
        "capture": set(),
    }
    | {kind: {"PER", "GPE", "ORG"} for kind in ("accuse", "condemn", "threaten")}
    | {kind: {"PER", "ORG"} for kind in ("release", "detain", "abduct", "convict", "extradite", "elect")}
)
#: Where a country or region cannot be the one who acts: its people, courts and chambers do.
_NO_COUNTRY = frozenset({"flee", "die", "impeach", "convict", "acquit", "elect", "rule", "take_office"})
#: Acts whose recipient is named next to them; a name further on stands in what is complained of.
_NEXT = frozenset({"accuse", "condemn", "threaten", "invite"})
_NEAR = 25  # letters between such an act and its recipient: "accused the government of"
#: What one side does to an agreement; who else stands in the sentence is not done anything to.
_OF_ONE_SIDE = frozenset({"approve", "ratify", "terminate", "extend", "suspend", "denounce", "deposit"})
#: What both sides do: with two of them named, nobody is left for it to be done with.
_MUTUAL = frozenset({"sign", "exchange_instruments", "meet", "negotiate", "call"})
_SIDES = ("actor", "recipient")
_KINDS = frozenset({"PER", "GPE", "ORG", "LOC", "FAC"})


def participants(report: Event, happening: Happening, story: Story) -> tuple[Role, ...]:
    """The roles of a report that a line may name."""
    key = ("participants", report.id, happening.id)
    if key not in story.kept:
        story.kept[key] = _participants(report, happening, story)
    kept: tuple[Role, ...] = story.kept[key]
    return kept


def counted(happening: Happening, story: Story) -> Counter[tuple[str, str]]:
    """How many reports put whom in which part."""
    key = ("counted", happening.id)
    if key not in story.kept:
        story.kept[key] = Counter(role for one in happening.reports for role in keys(one, story))
    kept: Counter[tuple[str, str]] = story.kept[key]
    return kept


def _participants(report: Event, happening: Happening, story: Story) -> tuple[Role, ...]:
    vouching = {one.id for name in claimants(report, story) if (one := story.entity_of.get((report.source, name)))}
    several = counted(happening, story)
    kept = []
    both = report.type in _MUTUAL and sum(role.role == "actor" for role in report.roles) > 1
    named = [role.at for role in report.roles if role.role == "recipient" and role.at]
    guests = any(_kind_of(role, report, story) == "PER" for role in report.roles if role.role == "recipient")
    first = min(named, key=lambda span: _distance(report, span), default=None)
    for role in report.roles:
        entity = story.entity_of.get((report.source, role.name))
        if entity is None:
            unnamed = report.type in _OF_AGREEMENTS or (role.role == "actor" and _may_be_nameless(report.type, role))
            if unnamed or role.role not in (*_SIDES, "place"):
                kept.append(role)
            continue
        alone = report.type not in _MUTUAL and _is_alone((role.role, _who(entity)), several)
        speaks = entity.id in vouching and role.role == "actor"
        takes = _TAKES.get(report.type, frozenset() if both or report.type in _OF_ONE_SIDE else _KINDS)
        strange = role.role == "recipient" and entity.kind not in takes
        strange = strange or (role.role == "actor" and report.type in _NO_COUNTRY and entity.kind in ("GPE", "LOC"))
        apart = role.role == "recipient" and report.type in valency.TO_SOMEBODY and not _listed(role.at, first, named)
        apart = apart or (role.role == "recipient" and report.type in _NEXT and _far(report, first))
        apart = apart or (role.role == "recipient" and report.type == "invite" and entity.kind != "PER" and guests)
        home = role.role == "place" and report.type in OF_WHAT and _is_home(entity, report, story)
        if entity.kind in _KINDS and not (alone or speaks or strange or apart or home):
            kept.append(role)
    return tuple(_narrowest(kept, report, story))


def _is_home(place: Entity, report: Event, story: Story) -> bool:
    """True for the state of somebody who acts: no place of what they sign."""
    actors = [story.entity_of.get((report.source, role.name)) for role in report.roles if _acts(role)]
    return _is_state(place) and any(one is not None and _within(one, place) for one in actors)


def _narrowest(roles: Sequence[Role], report: Event, story: Story) -> Iterator[Role]:
    """The roles without a state whose official or town stands beside it; of those who travel only people."""
    travellers = report.type == "visit" and any(_kind_of(role, report, story) == "PER" for role in roles if _acts(role))
    roles = [one for one in roles if not (travellers and _acts(one) and _kind_of(one, report, story) == "GPE")]
    named = [(role, story.entity_of.get((report.source, role.name))) for role in roles]
    for role, entity in named:
        own = [
            other
            for other_role, other in named
            if other and entity and other is not entity and _acts(other_role) == _acts(role)
        ]
        if entity is None or not _is_state(entity) or not any(_within(other, entity) for other in own):
            yield role


def _acts(role: Role) -> bool:
    return role.role == "actor"


def _kind_of(role: Role, report: Event, story: Story) -> str:
    entity = story.entity_of.get((report.source, role.name))
    return entity.kind if entity else ""


def _is_state(entity: Entity) -> bool:
    """True for a state of the world's table."""
    known = gazetteer("en").known(entity.name)
    return known is not None and known.key.startswith("state:")


def _within(entity: Entity, state: Entity) -> bool:
    """True for a person of the state or a place in it."""
    countries = {entity.country} if entity.country else {one.country for one in entity.mentions if one.country}
    return bool(state.country) and countries == {state.country} and not _is_state(entity)


def _distance(report: Event, span: Span) -> int:
    """Characters between the word that names the act and a participant."""
    trigger = report.trigger or report.spans[0]
    return max(span.start - trigger.end, trigger.start - span.end, 0)


def _is_alone(key: tuple[str, str], counted: Mapping[tuple[str, str], int]) -> bool:
    """True for somebody in a part in which one report alone puts them while several agree on others."""
    agreed = max((number for (part, _), number in counted.items() if part == key[0]), default=0)
    return agreed > 1 and counted[key] == 1


def _may_be_nameless(kind: str, role: Role) -> bool:
    """True for bodies that act under no name, and for groups told in words: "33,000 machinists", not "the firm"."""
    told = role.name.count(" ") > 1 or any(letter.isdigit() for letter in role.name)
    return kind in _OF_BODIES or (kind in valency.BY_GROUPS and told)


def _far(report: Event, span: Span | None) -> bool:
    """True for a name that stands some words behind the act."""
    trigger = report.trigger or report.spans[0]
    return span is not None and span.start - trigger.end > _NEAR


def _listed(span: Span | None, first: Span | None, named: Sequence[Span]) -> bool:
    """True for the participant nearest to the act and for those in one list with it: "Kyiv, Riga and Tallinn"."""
    if span is None or first is None:
        return True
    reach = {first}
    for one in sorted(named):
        if any(0 <= one.start - near.end <= _COMMA_AND or 0 <= near.start - one.end <= _COMMA_AND for near in reach):
            reach.add(one)
    return span in reach


def keys(report: Event, story: Story) -> list[tuple[str, str]]:
    """(part, who) of the known participants; a capital and its state are one."""
    found = ((role.role, story.entity_of.get((report.source, role.name))) for role in report.roles)
    return [(part, _who(entity)) for part, entity in found if entity is not None]


def _who(entity: Entity) -> str:
    return entity.country if entity.kind == "GPE" and entity.country else entity.id
