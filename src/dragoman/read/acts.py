"""Steps of an agreement's life, made of the events that report them; a chamber's vote never is a ratification."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.languages.world import gazetteer
from dragoman.read.extent import event_words
from dragoman.read.namings import Naming
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.records import Act, Event, Mention, Role, When

__all__ = ["ACTS", "Step", "acts_of", "chamber_in", "signed_when", "signers", "state_name"]


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
    "resume": Step("resumed", each=True),
    "denounce": Step("denounced", each=True),
    "withdraw": Step("withdrawn", each=True),
    "terminate": Step("terminated", each=True),
    "replace": Step("superseded"),
}
_MOST = 6  # actors of one clause that each get a step of their own
_NEAR = 40  # characters behind a clause in which the chamber that voted may stand
_STOP = re.compile(r"[,;:!?()\n]|\.(?=\s|$)")
_BESIDE = 12  # characters between a chamber and the country it belongs to: "parliament of", "'s"


def acts_of(scene: Scene, event: Placed[Event], across: Sequence[str] = ()) -> Iterator[Act]:
    """The steps an event reports: one for each acting party, one for all when the sides act together."""
    fact, step = event.fact, ACTS[event.fact.type]
    body, place = _body(scene, event) if fact.type in ("ratify", "approve") else ("", (0, 0))
    actors = [one for one in _acting(scene, event) if not body or one not in body]
    sides = _sides(scene, event, actors, across) if step.each else [""]
    if body and not actors:
        sides = [_side_of_body(scene, place)]
    if sides == [""] and fact.type in ("ratify", "approve"):
        sides = _at(scene, event)
    past = _is_past_plan(scene, event)
    for party in sides:
        yield Act(
            spans=fact.spans,
            by=fact.by,
            act="approved" if body else step.act,
            party=party,
            body=body,
            when=None if past else fact.when,
            when_at=None if past else fact.when_at,
            standing=fact.standing,
            claimed_by=fact.claimed_by,
        )


def _is_past_plan(scene: Scene, event: Placed[Event]) -> bool:
    """True where a day before the report stands in the clause of what is still to come: it dates something else."""
    published, when = scene.page.article.published, event.fact.when
    return (
        event.fact.standing in ("planned", "possible", "conditional")
        and when is not None
        and published is not None
        and when.latest < published.earliest
    )


def _sides(scene: Scene, event: Placed[Event], actors: list[str], across: Sequence[str]) -> list[str]:
    """Whose act it is: each actor's by itself, except that sides who sign an agreement together are all of them.

    `across` are parties that the agreement's name in the clause gives: "signed a treaty with Chad".
    """
    if event.fact.type != "sign" or not actors:
        return actors[:_MOST] or [""]
    if len(actors) > 1:
        return [""]
    if event.fact.standing in ("denied", "cancelled", "conditional"):
        return actors
    others = {_state(scene, role) for role in event.fact.roles if role.role == "recipient"} - {"", *actors}
    states = {role.name for role in event.fact.roles if role.role == "actor" and _state(scene, role)}
    return actors if states and not others and not set(across) - set(actors) else [""]


def _at(scene: Scene, event: Placed[Event]) -> list[str]:
    """The state in which it was ratified or approved: "in Germany the treaty is not yet ratified"; else nobody."""
    states = [name for role in event.fact.roles if role.role == "place" and (name := _state(scene, role))]
    return states[:1] or [_dateline(scene) if event.fact.type == "approve" else ""]


def _dateline(scene: Scene) -> str:
    """The state of the place in capitals that opens the report: an unnamed chamber is that of home."""
    for one in scene.mentions[:4]:
        if one.fact.kind == "GPE" and one.fact.country and scene.page.value[one.start : one.end].isupper():
            return state_name(scene, one.fact.country)
    return ""


def _state(scene: Scene, role: Role) -> str:
    """The state or body a role names, "" for anything else."""
    place = scene.page.article.text.find(role.at.start, role.at.end) if role.at else None
    mention = scene.mention_at(*place) if place else None
    return role.name if mention is not None and mention.fact.kind in ("GPE", "ORG", "NORP") else ""


def signed_when(scene: Scene, one: Naming) -> When | None:
    """When the agreement of a name was signed, as the clause around the name says; None when it does not."""
    for event in scene.events:
        if event.fact.type == "sign" and event.start < one.end and one.start < event.end:
            return event.fact.when if event.fact.standing in ("happened", "claimed", "under way") else None
    return None


def _acting(scene: Scene, event: Placed[Event], *, states: bool = False) -> list[str]:
    """States and organisations among the actors; a person acts for the country of the office, where it is known."""
    found = []
    for role in event.fact.roles:
        if role.role != "actor" or role.at is None:
            continue
        place = scene.page.article.text.find(role.at.start, role.at.end)
        mention = scene.mention_at(*place) if place else None
        if mention is None:
            continue
        if mention.fact.kind in ("LOC", "FAC"):
            continue
        acts_for = _country(scene, role.name) if mention.fact.kind in ("PER", "ORG") else ""
        if acts_for or mention.fact.kind != "PER" or not states:
            found.append(acts_for or _whom(scene, mention, role))
    if not found and _speaks_of_itself(scene, event):
        found.append(event.fact.claimed_by)
    return list(dict.fromkeys(found))


def _whom(scene: Scene, mention: Placed[Mention], role: Role) -> str:
    """Who acts where a phrase names them: "the leaders of Chad" act for Chad, "members of the XY" for the union XY."""
    known = mention.fact.refers_to or mention.fact.name
    if role.name in (known, mention.fact.name):
        return role.name
    own = mention.fact.kind in ("GPE", "NORP") or (mention.fact.kind == "ORG" and not mention.fact.country)
    return known if own else role.name


def _speaks_of_itself(scene: Scene, event: Placed[Event]) -> bool:
    """True where a state tells what it did itself: "Chad said it was leaving the pact"."""
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger and event.fact.claimed_by else None
    token = scene.head(*place) if place else None
    subject = next((one for one in token.children if one.dep_ == "nsubj"), None) if token is not None else None
    if subject is None or subject.pos_ != "PRON":
        return False
    same = [one.fact for one in scene.mentions if event.fact.claimed_by in (one.fact.refers_to, one.fact.name)]
    return any(one.kind == "GPE" for one in same)


def _country(scene: Scene, person: str) -> str:
    """The state a person acts for: another mention of that country in the article gives its name."""
    code = next((one.fact.country for one in scene.mentions if one.fact.refers_to == person and one.fact.country), "")
    return state_name(scene, code) if code else ""


def _body(scene: Scene, event: Placed[Event]) -> tuple[str, tuple[int, int]]:
    """The chamber that votes, as written and where; "" when no chamber stands in the clause."""
    chamber = vocabulary(scene.page.language).made("chamber")
    limit = event.end
    if scene.page.doc is None:
        end = min(scene.sentence(event.start)[1], event.end + _NEAR)
        tail = _STOP.search(scene.page.value, event.end, end)
        limit = tail.start() if tail else end
    found = chamber.search(scene.page.value, event.start, limit) if chamber else None
    if found is None and chamber and event.fact.type == "approve" and event.fact.standing == "denied":
        a, _ = scene.sentence(event.start)
        stops = [one.end() for one in _STOP.finditer(scene.page.value, a, event.start)]
        found = chamber.search(scene.page.value, max([a, *stops]), event.start)  # "the deputies refused to allow …"
    if found is not None and _is_apart(scene, event, found.start()):
        found = None
    if found is None:
        return "", (event.start, event.start)
    start, name = found.start(), " ".join(found[0].split())
    if scene.page.value[start - 1 : start] == "'" and name.startswith("s "):  # "Turkey's parliament"
        start, name = start + len(name) - len(name.partition(" ")[2]), name.partition(" ")[2]
    return name, (start, found.end())


def _is_apart(scene: Scene, event: Placed[Event], at: int) -> bool:
    """True where "after" or "before" parts a chamber from the act: "ratified by her after the house's vote"."""
    trigger, apart = event.fact.trigger, event_words(scene.page.language).apart
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    return bool(place and apart and place[1] < at and apart.search(scene.page.value, place[1], at))


def chamber_in(scene: Scene, event: Placed[Event]) -> bool:
    """True when a chamber or cabinet stands in the clause: what it approves need not be named again."""
    return bool(_body(scene, event)[0])


def signers(scene: Scene, event: Placed[Event]) -> list[str]:
    """The states that sign together."""
    return (
        _acting(scene, event, states=True)
        if event.fact.type in ("sign", "initial", "agree", "exchange_instruments")
        else []
    )


def _side_of_body(scene: Scene, place: tuple[int, int]) -> str:
    """The state a chamber belongs to, by the word for a country in or right beside its name."""
    a, b = place
    start = max(0, a - _BESIDE)
    names = gazetteer(scene.page.language.code).find(scene.page.value[start : b + _BESIDE])
    near = [hit for hit in names if hit.thing.country and hit.form in ("name", "demonym")]
    if near:
        code = min(near, key=lambda hit: max(start + hit.start - b, a - start - hit.end, 0)).thing.country
        return state_name(scene, code) or near[0].listed
    own = scene.mention_at(a, b) if a < b else None
    return (own.fact.refers_to or own.fact.name) if own else ""


def state_name(scene: Scene, code: str) -> str:
    """What the article calls a state: as its people's adjective leads to it, else the first place of that country."""
    found = [one.fact for one in scene.mentions if one.fact.country == code and one.fact.kind in ("GPE", "NORP")]
    found.sort(key=lambda one: one.form != "demonym")
    return (found[0].refers_to or found[0].name) if found else ""
