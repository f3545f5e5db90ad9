"""Steps of an agreement's life, made of the events that report them; a chamber's vote never is a ratification."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.read.chambers import (
    Chamber,
    chambers,
    is_chamber,
    is_of_committee,
    side_of_body,
    state_name,
    votes_before,
)
from dragoman.read.namings import Naming
from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.records import Act, Event, Mention, Role, When
from dragoman.spans import Span

__all__ = ["ACTS", "NOT_YET", "Step", "acts_of", "signed_when", "signers"]


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
_FAR, _ROW = 60, 12  # characters: of a long name, and between two names in a row
_NEAR = 40  # characters before a clause in which "not yet" may stand
NOT_YET = "not yet"  # in `by` of a step that is denied because it is still to come


def acts_of(scene: Scene, event: Placed[Event], across: Sequence[str] = ()) -> Iterator[Act]:
    """The steps an event reports: one for each acting party, one for all when the sides act together."""
    if event.fact.type in ("ratify", "approve") and is_of_committee(scene, event):
        return
    for party, body, when, at in _done_by(scene, event, across):
        yield _act(scene, event, party=party, body=body, when=when, at=at)


def _act(scene: Scene, event: Placed[Event], *, party: str, body: str, when: When | None, at: Span | None) -> Act:
    fact, past = event.fact, _is_past_plan(scene, event)
    return Act(
        spans=fact.spans,
        by=f"{fact.by}, {NOT_YET}" if fact.standing == "denied" and _is_awaited(scene, event) else fact.by,
        act="approved" if body else ACTS[fact.type].act,
        party=party,
        body=body,
        when=None if past else when,
        when_at=None if past else at,
        standing=fact.standing,
        claimed_by=fact.claimed_by,
    )


def _done_by(
    scene: Scene, event: Placed[Event], across: Sequence[str]
) -> Iterator[tuple[str, str, When | None, Span | None]]:
    """Who did it: party, chamber, when and where that stands."""
    fact = event.fact
    actors = _acting(scene, event)
    if fact.type in ("ratify", "approve"):
        found = chambers(scene, event)
        for number, one in enumerate(found):
            side = side_of_body(scene, one)
            free = [name for name in actors if one.name not in name and name not in one.name]
            side = side or (free[0] if free and len(found) == 1 and not _is_beside(scene, event, one) else "")
            yield side or _at(scene, event) or _dateline(scene), one.name, *_dated(scene, event, found, number)
        joined = [name for name in actors if found and _is_beside(scene, event, found[0]) and found[0].name not in name]
        yield from ((name, "", fact.when, fact.when_at) for name in joined if not is_chamber(scene, name))
        if found:
            return
    sides = _sides(scene, event, actors, across) if ACTS[fact.type].each else [""]
    if sides == [""] and fact.type in ("ratify", "approve"):
        sides = [_at(scene, event)]
    yield from ((side, "", fact.when, fact.when_at) for side in sides)


def _is_awaited(scene: Scene, event: Placed[Event]) -> bool:
    """True for what is not done yet: "has not yet been ratified", "aún no ha sido firmado"."""
    cue = vocabulary(scene.page.language).made("not_yet")
    a, _ = scene.sentence(event.start)
    return cue is not None and cue.search(scene.page.value, max(a, event.start - _NEAR), event.end) is not None


def _is_past_plan(scene: Scene, event: Placed[Event]) -> bool:
    """True where a day before the report stands in the clause of what is still to come: it dates something else."""
    published, when = scene.page.article.published, event.fact.when
    return (
        event.fact.standing in ("planned", "possible", "conditional")
        and when is not None
        and published is not None
        and when.latest < published.earliest
    )


def _dated(
    scene: Scene, event: Placed[Event], found: Sequence[Chamber], number: int
) -> tuple[When | None, Span | None]:
    """When one of several chambers voted: the day behind its name, else that of their common clause."""
    fact = event.fact
    if len(found) == 1:
        other = votes_before(scene, event)
        return (None, None) if other else (fact.when, fact.when_at)
    end = found[number + 1].start if number + 1 < len(found) else scene.sentence(event.start)[1]
    own = scene.times_in(found[number].end, end)
    if own and own[0].fact.when:
        return own[0].fact.when, scene.page.span(own[0].start, own[0].end)
    if number == 0 or all(one.together for one in found[1:]):
        return fact.when, fact.when_at
    return None, None


def _is_beside(scene: Scene, event: Placed[Event], one: Chamber) -> bool:
    """True where the actors of an act and a chamber are set side by side: "by the chamber and by the members"."""
    also = scene.page.language.once(RoleWords).also
    for role in event.fact.roles:
        place = scene.page.article.text.find(role.at.start, role.at.end) if role.at and role.role == "actor" else None
        if place and not (place[0] < one.end and one.start < place[1]):
            return bool(also.search(scene.page.value, min(place[1], one.end), max(place[0], one.start)))
    return False


def _sides(scene: Scene, event: Placed[Event], actors: list[str], across: Sequence[str]) -> list[str]:
    """Whose act it is: each actor's by itself, except that sides who sign an agreement together are all of them.

    `across` are parties that the agreement's name in the clause gives: "signed a treaty with Chad".
    """
    if event.fact.type != "sign" or not actors:
        return actors[:_MOST] or [""]
    if len(actors) > 1 or _is_plural(scene, event):
        return [""]
    if event.fact.standing in ("denied", "cancelled", "conditional"):
        return actors
    others = {_state(scene, role) for role in event.fact.roles if role.role == "recipient"} - {"", *actors}
    states = {role.name for role in event.fact.roles if role.role == "actor" and _state(scene, role)}
    return actors if states and not others and not set(across) - set(actors) else [""]


def _is_plural(scene: Scene, event: Placed[Event]) -> bool:
    """True for a verb of several, of whom one name alone was read: "l'Union et la Norvège ont signé"."""
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    token = scene.head(*place) if place else None
    if token is None or token.pos_ != "VERB" or not _has_neighbour(scene, event):
        return False
    helpers = [child for child in token.children if child.dep_ in ("aux:tense", "aux")]
    return any("VerbForm=Fin" in str(one.morph) and "Number=Plur" in str(one.morph) for one in (token, *helpers))


def _has_neighbour(scene: Scene, event: Placed[Event]) -> bool:
    """True when a state or body stands right before the one that was read as acting."""
    role = next((one for one in event.fact.roles if one.role == "actor" and one.at), None)
    place = scene.page.article.text.find(role.at.start, role.at.end) if role and role.at else None
    near = scene.mentions_in(max(0, place[0] - _FAR), place[0]) if place else ()
    return any(one.fact.kind in ("GPE", "ORG", "NORP") and place and place[0] - one.end <= _ROW for one in near)


def _at(scene: Scene, event: Placed[Event]) -> str:
    """The state in which it was ratified or approved: "in Germany the treaty is not yet ratified"; else nobody."""
    states = [name for role in event.fact.roles if role.role == "place" and (name := _state(scene, role))]
    return states[0] if states else ""


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


def signers(scene: Scene, event: Placed[Event]) -> list[str]:
    """The states that sign together."""
    return (
        _acting(scene, event, states=True)
        if event.fact.type in ("sign", "initial", "agree", "exchange_instruments")
        else []
    )
