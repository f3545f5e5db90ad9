"""Who takes a step where no name stands: "the government", "its shareholders", "flight attendants at the airline"."""

from __future__ import annotations

import re

from dragoman.read.chambers import state_name
from dragoman.read.doers import dateline_state
from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.records import Event

__all__ = ["as_written", "government_state"]

_OF = re.compile(r"\s(?:of|de|du|des|del|der|von)\s(?:the\s|la\s|el\s|l'|der\s)?|\s")  # "the government of | Chad"
# "nine members| of the union": without it the words would be of all members there are
_WHOLE = re.compile(r"\s(?:of|de|du|des|del|der|von)\s(?:(?:the|la|el|los|las|der|den)\s|l')?[\w-]+")
_TOGETHER = frozenset({"sign", "initial", "accede"})  # acts of all sides unless one is named
_LONG = 60  # characters of a description; longer ones are a parser's mistake more often
_NOUNS = frozenset({"NOUN", "PROPN"})


def as_written(scene: Scene, event: Placed[Event]) -> str:
    """Who acts, in words that name no state or body; "" for sides that act together, which are all of them."""
    if event.fact.type in _TOGETHER:
        return ""
    place = _described(scene, event)
    whole = _WHOLE.match(scene.page.value, place[1]) if place else None
    found = " ".join(scene.page.value[place[0] : whole.end() if whole else place[1]].split()) if place else ""
    pairs = scene.page.language.once(RoleWords).pairs.values()
    return "" if not found or any(one.search(found) for one in pairs) else found


def government_state(scene: Scene, event: Placed[Event]) -> str:
    """The state whose government acts: the one it is said to be of, else that of the dateline; "" for others."""
    place, cue = _described(scene, event), vocabulary(scene.page.language).made("governments")
    if place is None or cue is None or not cue.search(scene.page.value, *place):
        return ""
    inside = [one.fact.country for one in scene.mentions_in(*place) if one.fact.country]
    link = _OF.match(scene.page.value, place[1])
    owner = scene.mention_at(link.end(), link.end() + 1) if link else None
    if not inside and owner is not None and owner.fact.kind == "GPE":
        inside = [owner.fact.country]
    named = scene.mentions_in(*scene.sentence(event.start)) if not inside else ()
    where = event.fact.names("place")
    near = {
        one.fact.country
        for one in named
        if one.fact.kind in ("GPE", "NORP") and one.fact.country and (one.fact.refers_to or one.fact.name) not in where
    }
    if not inside and near:
        return state_name(scene, near.pop()) if len(near) == 1 else ""
    return state_name(scene, inside[0]) if inside else dateline_state(scene)


def _described(scene: Scene, event: Placed[Event]) -> tuple[int, int] | None:
    """Where the words stand that describe who acts: a role without a name, else the subject by the parse."""
    for role in event.fact.roles:
        place = scene.page.article.text.find(role.at.start, role.at.end) if role.role == "actor" and role.at else None
        if place is not None and scene.mention_at(*place) is None:
            return place
    trigger = event.fact.trigger if not event.fact.names("actor") else None
    at = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    token = scene.head(*at) if at and event.fact.by.startswith("trigger verb") else None
    subject = next((one for one in token.children if one.dep_ == "nsubj"), None) if token is not None else None
    if subject is None or subject.pos_ not in _NOUNS:
        return None
    words = vocabulary(scene.page.language)
    left, right = subject.left_edge.idx, subject.idx + len(subject)
    if right - left > _LONG or (words.papers and words.papers.search(scene.page.value, left, right)):
        return None
    return left, right
