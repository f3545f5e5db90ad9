"""The steps an event tells, as the words around it and the agreement have them.

A vote for a signing is an approval, a truce is reached and hardly signed, what is still owed is not done.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.read.actdays import day_within
from dragoman.read.actmarks import AGREED, NOT_YET
from dragoman.read.acts import ACTS, acts_of, is_concluding
from dragoman.read.butnot import of_neither
from dragoman.read.gathering import Cluster
from dragoman.read.pactwords import vocabulary
from dragoman.read.partyof import parties_of
from dragoman.read.presupposed import presupposed
from dragoman.read.scene import Placed, Scene
from dragoman.read.standing import is_permitted
from dragoman.records import Act, Event

__all__ = ["place_of", "steps_of"]

_TEXTS = frozenset({"convention", "treaty", "protocol", "charter", "declaration"})  # papers that are adopted
_MADE = frozenset({"negotiate", "agree", "initial"})  # what is over when a paper is to be signed
_OWED = 60  # characters beside a step in which "must still", "has yet to", "is pending" may stand
_YEARS = 12  # characters of a year with its preposition: "of 1999"


def steps_of(scene: Scene, home: Cluster, event: Placed[Event], across: list[str]) -> list[Act]:
    """The steps an event tells; a noun without a party that points back at one party's step is that party's."""
    made = [_without_its_year(scene, home, act) for act in acts_of(scene, event, across)]
    made = [_allowed(scene, event, act) for act in made] if event.fact.standing == "planned" else made
    if home.kind == "ceasefire" and is_concluding(scene, event):
        made = [replace(act, act="negotiated", party="") for act in made]  # a truce is reached, hardly ever signed
    if home.kind == "declaration" and event.fact.type == "approve" and len(made) > 1 and not any(x.body for x in made):
        made = [replace(made[0], act="negotiated", party="")]  # sides who adopt a declaration together make it
    made = [replace(act, standing="happened") for act in made] if _is_over(scene, event) else made
    made = [_as_a_text(scene, event, home, act) for act in made]
    made = [_by_the_one_who_voted(home, act) for act in made]
    if len(made) == 1 and not made[0].party and not made[0].body and made[0].act == ACTS[event.fact.type].act:
        made = [replace(made[0], party=name) for name in parties_of(scene, home, event)] or made
    made = [_owed(act) for act in made] if event.fact.standing == "planned" and _is_owed(scene, event) else made
    made = presupposed(scene, home, event, of_neither(scene, event, made))
    if not event.fact.by.startswith("trigger noun"):
        return made
    step = ACTS[event.fact.type]
    before = {act.party for act in home.acts if act.act == step.act and act.party}
    return [
        replace(act, party=min(before)) if step.each and not act.party and len(before) == 1 else act for act in made
    ]


def _allowed(scene: Scene, event: Placed[Event], act: Act) -> Act:
    """The vote for a signing is an approval on its own day: "voted on Friday for the signing of the accord"."""
    at = place_of(scene, event)
    if act.act not in ("signed", "initialled") or not is_permitted(scene, at):
        return act
    when, where = day_within(scene, scene.sentence(at)[0], event.start, event.end)
    return replace(act, act="approved", standing="happened", when=when, when_at=where)


def _is_over(scene: Scene, event: Placed[Event]) -> bool:
    """True for a participle beside a name, whatever its sentence plans: "will sign a treaty negotiated for years"."""
    fact, (a, b) = event.fact, scene.sentence(event.start)
    token = scene.head(place_of(scene, event), place_of(scene, event) + 1) if fact.type in _MADE else None
    published = scene.page.article.published
    if token is None or published is None or fact.standing not in ("planned", "possible"):
        return False
    if fact.when is not None and fact.when.latest > published.latest:
        return False
    past = "VerbForm=Part" in str(token.morph) and "Tense=Past" in str(token.morph) and a <= token.idx < b
    return (
        past
        and token.dep_ in ("acl", "amod")
        and not any(one.dep_.startswith(("aux", "mark")) for one in token.children)
    )


def _as_a_text(scene: Scene, event: Placed[Event], home: Cluster, act: Act) -> Act:
    """What nobody named "adopted" is the text of a convention, on which its makers agreed."""
    cue = vocabulary(scene.page.language).made("adopted")
    place = place_of(scene, event)
    if act.act != "approved" or act.party or act.body or home.kind not in _TEXTS or cue is None:
        return act
    return replace(act, act="negotiated", by=f"{act.by}, {AGREED}") if cue.match(scene.page.value, place) else act


def _is_owed(scene: Scene, event: Placed[Event]) -> bool:
    """True for what "must still" be done or is "pending": it is not done, and nobody says when or that it will be."""
    cue, at = vocabulary(scene.page.language).made("owed"), place_of(scene, event)
    if cue is None or event.fact.when is not None:
        return False
    a, b = scene.sentence(at)
    return cue.search(scene.page.value, max(a, at - _OWED), min(b, at + _OWED)) is not None


def _owed(act: Act) -> Act:
    return replace(act, standing="denied", by=f"{act.by}, {NOT_YET}")


def _by_the_one_who_voted(home: Cluster, act: Act) -> Act:
    """A chamber that no word gives a state, where one state's chamber has voted so before: "the deputies" are those."""
    if act.act != "approved" or act.party or not act.body:
        return act
    known = {one.party for one in home.acts if one.act == "approved" and one.party and one.standing == act.standing}
    return replace(act, party=min(known)) if len(known) == 1 else act


def _without_its_year(scene: Scene, home: Cluster, act: Act) -> Act:
    """A step without the year that only names the agreement: "the accord of 1999 expires"."""
    if act.act == "signed" or act.when_at is None:
        return act
    place = scene.page.article.text.find(act.when_at.start, act.when_at.end)
    if place is None or place[1] - place[0] > _YEARS:
        return act
    named = any(place[0] <= a and b <= place[1] for one in home.names for a, b in one.years)
    return replace(act, when=None, when_at=None) if named else act


def place_of(scene: Scene, event: Placed[Event]) -> int:
    """Where the word stands that tells of an act."""
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    return place[0] if place else event.start
