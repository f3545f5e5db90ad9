"""Words that name a step and tell none: what a rule asks for, what a refused vote was about, what nobody else did.

"Enters into force only if 55 states ratify it" tells of no ratification, "no other country has ratified it" of no
party's refusal, "the Senate rejected the ratification" of a vote.
"""

from __future__ import annotations

import re

from dragoman.read.actmarks import CONDITION, TURNED_DOWN
from dragoman.read.acts import ACTS
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.records import Act, Event

__all__ = [
    "is_by_rule",
    "is_of_leaving",
    "is_of_nobody_else",
    "is_what_was_refused",
    "is_what_was_voted",
    "was_to_end",
    "without_echoes",
]

_LEAVING = frozenset({"withdraw", "denounce", "suspend", "terminate"})
_STOP = re.compile(r"[;:()\n]")
_VOTED = 16  # characters between a vote and its noun: " за ", " for the "
_LEAD = 60  # characters before a word in which "no other country" may stand


def is_by_rule(scene: Scene, event: Placed[Event], made: list[Act]) -> bool:
    """True for a condition without a name beside the entry into force that hangs on it."""
    if not made or any(act.party or act.body for act in made) or not ACTS[event.fact.type].each:
        return False
    if event.fact.standing != "conditional" or not any(act.by.endswith(CONDITION) for act in made):
        return False
    a, b = scene.sentence(event.start)
    return any(one.fact.type == "enter_into_force" and a <= one.start < b for one in scene.events)


def is_of_leaving(scene: Scene, event: Placed[Event]) -> bool:
    """True for the day on which a withdrawal takes effect: the agreement does not enter into force."""
    fact, find = event.fact, scene.page.article.text.find
    place = find(fact.trigger.start, fact.trigger.end) if fact.trigger else None
    if fact.type != "enter_into_force" or place is None:
        return False
    a = scene.sentence(place[0])[0]
    nouns = [one.fact.trigger for one in scene.events if one.fact.type in _LEAVING and "noun" in one.fact.by]
    found = [at for one in nouns if one and (at := find(one.start, one.end)) and a <= at[0] < place[0]]
    return any(not _STOP.search(scene.page.value, at[1], place[0]) for at in found)


def is_what_was_refused(scene: Scene, event: Placed[Event], made: list[Act]) -> bool:
    """True for a noun of what a vote of the same sentence turned down."""
    if not made or not all(act.by.endswith(TURNED_DOWN) for act in made):
        return False
    a, b = scene.sentence(event.start)
    votes = (one.fact for one in scene.events if one.fact.type == "approve" and a <= one.start < b)
    return any(one.standing == "denied" and one is not event.fact for one in votes)


def is_what_was_voted(scene: Scene, event: Placed[Event], made: list[Act]) -> bool:
    """True for the noun of what a chamber votes for: "voted for the ratification of" is the vote, told by its verb."""
    fact, find = event.fact, scene.page.article.text.find
    place = find(fact.trigger.start, fact.trigger.end) if fact.trigger else None
    if fact.type != "ratify" or place is None or not made or "noun" not in fact.by:
        return False
    votes = [one.fact.trigger for one in scene.events if one.fact.type == "approve" and one.fact.trigger]
    ends = [at[1] for one in votes if (at := find(one.start, one.end)) and 0 <= place[0] - at[1] <= _VOTED]
    return any(not _STOP.search(scene.page.value, end, place[0]) for end in ends)


def was_to_end(scene: Scene, event: Placed[Event], made: list[Act]) -> bool:
    """True for the end that an agreement was to have: "extended the truce that was about to run out"."""
    cue = vocabulary(scene.page.language).made("was_to_end") if event.fact.type == "terminate" else None
    trigger = event.fact.trigger if cue and made else None
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    if cue is None or place is None:
        return False
    a = max(scene.sentence(place[0])[0], place[0] - _LEAD)
    return any(one.end() >= place[1] for one in cue.finditer(scene.page.value, a, place[1]))


def is_of_nobody_else(scene: Scene, event: Placed[Event], made: list[Act]) -> bool:
    """True for what "no other country" did: who the others are, nothing tells."""
    cue, trigger = vocabulary(scene.page.language).made("no_other"), event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger and cue else None
    if cue is None or place is None or any(act.party for act in made):
        return False
    a = max(scene.sentence(place[0])[0], place[0] - _LEAD)
    return cue.search(scene.page.value, a, place[0]) is not None


def without_echoes(acts: list[Act]) -> list[Act]:
    """The steps without those that somebody only says again: "it was signed, X said", told as done before."""
    told = {(act.act, act.party): act for act in reversed(acts) if act.standing == "happened"}
    return [act for act in acts if not (act.standing == "claimed" and _echoes(act, told.get((act.act, act.party))))]


def _echoes(act: Act, told: Act | None) -> bool:
    return told is not None and (act.when is None or act.when == told.when)
