"""Steps of an agreement's life, made of the events that report them; a chamber's vote never is a ratification."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.read.actdays import day_of, day_of_vote
from dragoman.read.actmarks import marks_of
from dragoman.read.chambers import (
    Chamber,
    chambers,
    is_both,
    is_chamber,
    is_of_committee,
    is_owned,
    side_of_body,
    teller_state,
)
from dragoman.read.counting import among_them
from dragoman.read.descriptions import as_written, government_state
from dragoman.read.doers import acting, at_state, dateline_state, in_dateline, is_plural, own_clause, state_of_role
from dragoman.read.members import members
from dragoman.read.namings import Naming
from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.witnesses import stands_beside_the_sides
from dragoman.records import Act, Event, Role, When

__all__ = [
    "ACTS",
    "Step",
    "acts_of",
    "is_brokering",
    "is_concluding",
    "signed_when",
    "signers",
]


@dataclass(frozen=True)
class Step:
    """What an event type is in an agreement's life; `alone`: also when the clause does not name the agreement."""

    act: str
    alone: bool = False
    each: bool = False  # done by one party at a time


#: Event type → step.
ACTS = {
    "negotiate": Step("negotiated"),
    "agree": Step("negotiated"),
    "initial": Step("initialled", alone=True, each=True),
    "sign": Step("signed", alone=True, each=True),
    "approve": Step("approved", each=True),
    "ratify": Step("ratified", alone=True, each=True),
    "exchange_instruments": Step("instruments_exchanged", alone=True),
    "deposit": Step("deposited", alone=True, each=True),
    "accede": Step("acceded", each=True),
    "apply_provisionally": Step("provisionally_applied", alone=True),
    "enter_into_force": Step("in_force", alone=True),
    "extend": Step("extended"),
    "suspend": Step("suspended", each=True),
    "resume": Step("resumed", each=True),
    "denounce": Step("denounced", each=True),
    "withdraw": Step("withdrawn", each=True),
    "terminate": Step("terminated", each=True),
    "replace": Step("superseded"),
}
_SEVERAL = 3  # states that are more than the two sides of a paper
_MOST = 6  # actors of one clause that each get a step of their own
_LETTERS = re.compile(r"(?:[^\W\d_]+\s){0,3}([A-ZÄÖÜА-ЯЁ]{2,5})\b(?!-)")  # "Die Mitglieder der SPD"
_FOR = 16  # characters before a state in which "for the" stands
_ROW = 24  # characters between two who act side by side: " and then by the "


def acts_of(scene: Scene, event: Placed[Event], across: Sequence[str] = ()) -> Iterator[Act]:
    """The steps an event reports: one for each acting party, one for all when the sides act together."""
    fact = event.fact
    voting = fact.type in ("ratify", "approve")
    if voting and is_of_committee(scene, event):
        return
    votes = list(_votes(scene, event)) if voting else []
    own = members(scene, event) if voting and not votes else None
    yield from votes
    if own is not None:
        yield _act(scene, event, party=own.owner, body=own.body, name="approved")
    if votes or own is not None:
        return
    actors = acting(scene, event)
    if fact.type == "sign" and actors and is_concluding(scene, event):
        yield _act(scene, event, party="", name="negotiated")
        return
    sides = _sides(scene, event, actors, across) if ACTS[fact.type].each else _for_whom(scene, event)
    sides = actors if _is_refused_by_one(scene, event, actors) else sides
    sides = [at_state(scene, event)] if voting and sides == [""] else sides
    sides = [government_state(scene, event)] if sides == [""] and ACTS[fact.type].each else sides
    sides = among_them(scene, event) or sides if sides == [""] and ACTS[fact.type].each else sides
    each = sides == [""] and ACTS[fact.type].each
    some = _counted(scene, event) or _initials(scene, event) or as_written(scene, event) if each else ""
    for side in sides:
        yield _act(scene, event, party=side or some, body=some)


def _for_whom(scene: Scene, event: Placed[Event]) -> list[str]:
    """The states for which alone an agreement comes into force, behind its verb; "" where it does for all."""
    cue = vocabulary(scene.page.language).made("for_whom")
    if event.fact.type not in ("enter_into_force", "apply_provisionally") or cue is None:
        return [""]
    found: list[str] = []
    trigger = event.fact.trigger
    verb = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    for role in event.fact.roles:
        place = scene.page.article.text.find(role.at.start, role.at.end) if role.at and role.role != "actor" else None
        place = place if place and verb and verb[0] < place[0] else None  # not "the treaty with X enters into force"
        lead = scene.page.value[max(event.start, place[0] - _FOR) : place[0]] if place else ""
        if lead and any(one.end() == len(lead) for one in cue.finditer(lead)):
            found.append(state_of_role(scene, role))
    return [one for one in found if one] or [""]


def _act(scene: Scene, event: Placed[Event], *, party: str, body: str = "", name: str = "") -> Act:
    fact = event.fact
    when, at = day_of(scene, event)
    return Act(
        spans=fact.spans,
        by=", ".join([fact.by, *marks_of(scene, event, name or ACTS[fact.type].act)]),
        act=name or ACTS[fact.type].act,
        party=party,
        body=body,
        when=when,
        when_at=at,
        standing=fact.standing,
        claimed_by=fact.claimed_by,
    )


def _votes(scene: Scene, event: Placed[Event]) -> Iterator[Act]:
    """The vote of each chamber that the clause names, with its own day; a chamber never ratifies."""
    found, actors, told = chambers(scene, event), acting(scene, event), set[str]()
    beside = bool(found) and _is_beside(scene, event, found[0])
    for number, one in enumerate(found):
        free = [name for name in actors if one.name not in name and name not in one.name]
        side = side_of_body(scene, one) or (free[0] if free and len(found) == 1 and not beside else "")
        side = side or at_state(scene, event)
        side = side or ("" if is_owned(scene, one) else teller_state(scene, one.start) or dateline_state(scene))
        party = "" if is_both(scene, one) else side
        vote = _act(scene, event, party=party, body=one.name, name="approved")
        told.add(party)
        when, at = day_of_vote(scene, event, found, number)
        yield vote if vote.when is None and event.fact.when else replace(vote, when=when, when_at=at)
    for name in actors if beside else ():
        if found[0].name not in name and not is_chamber(scene, name) and name not in told:
            yield _act(scene, event, party=name)


def _initials(scene: Scene, event: Placed[Event]) -> str:
    """The letters that open the clause of an approval where no parse tells its subject: "Die ABC stimmte … zu"."""
    if scene.page.doc is not None or event.fact.type != "approve":
        return ""
    found = _LETTERS.match(scene.page.value, event.start, event.end)
    return found[1] if found else ""


def is_brokering(scene: Scene, event: Placed[Event]) -> bool:
    """True for what those in the middle do: "brokered the deal between the rebels and the government"."""
    cue, trigger = vocabulary(scene.page.language).made("brokering"), event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    return bool(cue and place and cue.match(scene.page.value, *place))


def is_concluding(scene: Scene, event: Placed[Event]) -> bool:
    """True for sides who "have concluded" an agreement: their talks are over, and no more is said.

    Of an older one, "conclu en 1990", it means the signature.
    """
    cue, trigger = vocabulary(scene.page.language).made("concluding"), event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    return bool(cue and place and cue.match(scene.page.value, *place)) and event.fact.standing != "planned"


def _counted(scene: Scene, event: Placed[Event]) -> str:
    """The states that are counted and not named, as written: "seventeen member states have ratified it"."""
    cue = vocabulary(scene.page.language).made("counted")
    found = cue.search(scene.page.value, event.start, event.end) if cue else None
    if found is None or event.fact.standing == "conditional":
        return ""
    pair = scene.page.language.once(RoleWords).pairs.get("GPE")
    if pair and any(one.end() == found.end() for one in pair.finditer(scene.page.value, event.start, event.end)):
        return ""  # "signed between the two countries": by both, who are named elsewhere
    if _is_the_two(scene, found.start(), found[0]):
        return ""
    return " ".join(found[0].split())


def _is_refused_by_one(scene: Scene, event: Placed[Event], actors: list[str]) -> bool:
    """True for "Chad decided not to extend it": one side refuses what takes all."""
    if event.fact.type != "extend" or event.fact.standing not in ("denied", "cancelled") or len(actors) != 1:
        return False
    at = next((role.at for role in event.fact.roles if role.role == "actor" and role.at), None)
    place = scene.page.article.text.find(at.start, at.end) if at else None
    papers = vocabulary(scene.page.language).papers
    named = papers.search(scene.page.value, event.start, place[0]) if papers and place else None
    return place is not None and named is None and not is_plural(scene, event)


def _is_the_two(scene: Scene, at: int, words: str) -> bool:
    """True for "los dos países": two with an article are the sides themselves."""
    two = vocabulary(scene.page.language).made("two")
    article = vocabulary(scene.page.language).article
    lead = scene.page.value[max(0, at - _ROW) : at]
    return bool(two and article and two.match(words) and article.search(lead))


def _is_beside(scene: Scene, event: Placed[Event], one: Chamber) -> bool:
    """True where the actors of an act and a chamber are set side by side: "by the chamber and by the members"."""
    also = scene.page.language.once(RoleWords).also
    for role in event.fact.roles:
        place = scene.page.article.text.find(role.at.start, role.at.end) if role.at and role.role == "actor" else None
        if place and not (place[0] < one.end and one.start < place[1]):
            a, b = min(place[1], one.end), max(place[0], one.start)
            return b - a <= _ROW and bool(also.search(scene.page.value, a, b))
    return False


def _sides(scene: Scene, event: Placed[Event], actors: list[str], across: Sequence[str]) -> list[str]:
    """Whose act it is: each actor's by itself, except that sides who sign an agreement together are all of them.

    `across` are parties that the agreement's name in the clause gives: "signed a treaty with Chad".
    """
    if event.fact.type not in ("sign", "initial") or not actors:
        return actors[:_MOST] or [""]
    several = sum(role.role == "actor" and not _is_home(scene, role, event) for role in event.fact.roles) > 1
    if len(actors) >= _SEVERAL and event.fact.standing == "denied":
        return actors[:_MOST]  # "Chad, Mali and Niger did not sign": each of them stays away
    if len(actors) > 1 or several or is_plural(scene, event):
        return [""]
    if event.fact.standing in ("denied", "cancelled", "conditional"):
        return actors
    others = {state_of_role(scene, role) for role in event.fact.roles if role.role == "recipient"} - {"", *actors}
    states = {role.name for role in event.fact.roles if role.role == "actor" and state_of_role(scene, role)}
    return actors if states and not others and not set(across) - set(actors) else [""]


def _is_home(scene: Scene, role: Role, event: Placed[Event]) -> bool:
    """True for the place of the dateline, and for who stands before the clause: they do not act in it."""
    place = scene.page.article.text.find(role.at.start, role.at.end) if role.at else None
    return place is not None and (in_dateline(scene, place[0]) or place[1] <= own_clause(scene, event))


def signed_when(scene: Scene, one: Naming) -> When | None:
    """When the agreement of a name was signed, as the clause around the name says; None when it does not."""
    for event in scene.events:
        if event.fact.type == "sign" and event.start < one.end and one.start < event.end:
            return event.fact.when if event.fact.standing in ("happened", "claimed", "under way") else None
    return None


def signers(scene: Scene, event: Placed[Event]) -> list[str]:
    """The states that sign together; a chamber never signs, and who brokers a deal is no side of it."""
    if event.fact.type not in ("sign", "initial", "agree", "exchange_instruments") or is_brokering(scene, event):
        return []
    names = [name for name in acting(scene, event, states=True) if not is_chamber(scene, name)]
    return [] if stands_beside_the_sides(scene, event, names) else names
