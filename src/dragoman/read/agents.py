"""Agents of a passive that a parser tears apart: "accusée par X | et Y d'avoir livré …"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.read.rolewords import Part, RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.records import Mention

__all__ = ["also_agents", "is_of_list"]

_BY = 8  # characters before a name in which "by the" may stand


def is_of_list(scene: Scene, words: RoleWords, place: Placed[Mention], clause: tuple[int, int]) -> bool:
    """True for the second of two agents that a parser takes into the next clause: "par X | et Y d'avoir livré"."""
    before = [one for one in scene.mentions_in(scene.sentence(place.start)[0], place.start) if one.end <= clause[0]]
    if not before or not words.also.search(scene.page.value, before[-1].end, place.start):
        return False
    return _is_agent(scene, words, before[-1]) and bool(
        words.joined.fullmatch(scene.page.value, before[-1].end, place.start)
    )


def _is_agent(scene: Scene, words: RoleWords, place: Placed[Mention]) -> bool:
    """True right behind "by"."""
    lead = scene.page.value[max(0, place.start - _BY) : place.start]
    cues = list(words.preposition.finditer(lead)) if words.preposition else []
    return bool(cues) and cues[-1].lastgroup == "by" and len(lead[cues[-1].end() :].split()) <= 1


def also_agents(scene: Scene, words: RoleWords, clause: tuple[int, int], found: list[Part]) -> Iterator[Part]:
    """Who is joined to the last agent of a passive, beyond the clause: "accusée par X | et Y d'avoir …"."""
    agents = [one for one in found if one.role == "actor" and _is_agent(scene, words, one.place)]
    end = agents[-1].place.end if agents else 0
    for one in scene.mentions_in(end, scene.sentence(clause[0])[1]) if agents else ():
        if not words.joined.fullmatch(scene.page.value, end, one.start) or one.fact.kind != agents[-1].place.fact.kind:
            break
        if one.start >= clause[1]:
            yield Part("actor", one, one.start)
        end = one.end
