"""Steps of an agreement's life, made of the events that report them; a chamber's vote is an approval, never ratification."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.read.namings import Naming, vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.records import Act, Event, When

__all__ = ["ACTS", "Step", "acts_of", "signed_when"]


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
    "initial": Step("initialled", alone=True),
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
    "denounce": Step("denounced", each=True),
    "withdraw": Step("denounced", each=True),
    "terminate": Step("terminated"),
    "replace": Step("superseded"),
    "ceasefire": Step("negotiated"),
}
_STATES = frozenset({"GPE", "ORG", "NORP"})


def acts_of(scene: Scene, event: Placed[Event], parties: list[str]) -> Iterator[Act]:
    """The steps an event reports: one for each acting party, one for all when the sides act together."""
    fact, step = event.fact, ACTS[event.fact.type]
    body = _body(scene, event) if fact.type in ("ratify", "approve") else ""
    actors = _acting(scene, event) if step.each else []
    sides = actors if len(actors) == 1 else [""]
    if body and not actors:
        sides = [_side_of_body(scene, event)]
    for party in sides:
        yield Act(
            spans=fact.spans,
            by=fact.by,
            act="approved" if body else step.act,
            party=party,
            body=body,
            when=fact.when,
            when_at=fact.when_at,
            standing=fact.standing,
            claimed_by=fact.claimed_by,
        )


def signed_when(scene: Scene, one: Naming) -> When | None:
    """When the agreement of a name was signed, as the clause around the name says; None when it does not."""
    for event in scene.events:
        if event.fact.type == "sign" and event.start < one.end and one.start < event.end:
            return event.fact.when if event.fact.standing in ("happened", "claimed", "under way") else None
    return None


def _acting(scene: Scene, event: Placed[Event]) -> list[str]:
    """States and organisations among the actors; a person acts for the country of the office, where it is known."""
    found = []
    for role in event.fact.roles:
        if role.role != "actor" or role.at is None:
            continue
        place = scene.page.article.text.find(role.at.start, role.at.end)
        mention = scene.mention_at(*place) if place else None
        name = role.name
        if mention is not None and mention.fact.kind not in _STATES:
            name = _country(scene, role.name) or role.name
        found.append(name)
    return list(dict.fromkeys(found))


def _country(scene: Scene, person: str) -> str:
    """The state a person acts for: another mention of that country in the article gives its name."""
    code = next((one.fact.country for one in scene.mentions if one.fact.refers_to == person and one.fact.country), "")
    state = next((one.fact for one in scene.mentions if code and one.fact.kind == "GPE" and one.fact.country == code), None)
    return (state.refers_to or state.name) if state else ""


def _body(scene: Scene, event: Placed[Event]) -> str:
    """The chamber that votes, as written; "" when no chamber stands in the clause."""
    chamber = vocabulary(scene.page.language).made("chamber")
    if chamber is None:
        return ""
    _, end = scene.sentence(event.start)
    found = chamber.search(scene.page.value, event.start, min(end, event.end + 40))
    return " ".join(found[0].split()) if found else ""


def _side_of_body(scene: Scene, event: Placed[Event]) -> str:
    """The state a chamber belongs to, by the nearest word that names a country."""
    a, b = scene.sentence(event.start)
    near = [one for one in scene.mentions_in(a, b) if one.fact.country and one.fact.kind in ("GPE", "NORP", "ORG")]
    near = [one for one in near if event.start <= one.start <= event.end + 40]
    if len({one.fact.country for one in near}) != 1:
        return ""
    code = near[0].fact.country
    state = next((one.fact for one in scene.mentions if one.fact.kind == "GPE" and one.fact.country == code), near[0].fact)
    return state.refers_to or state.name
