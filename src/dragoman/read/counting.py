"""Who is named of several that a step only counts: "five have not ratified it, among them Iran and Iraq"."""

from __future__ import annotations

import re

from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.records import Event

__all__ = ["among_them"]

_TOGETHER = frozenset({"sign", "initial"})  # done by all sides
_SIDES = frozenset({"GPE", "ORG", "NORP"})
_GAP = 6  # characters between the words and the first name: " the "
_PART = re.compile(r"[;:()\n]")


def among_them(scene: Scene, event: Placed[Event]) -> list[str]:
    """The states that stand in a row behind "among them", in the sentence of a step; empty where none do."""
    cue, trigger = vocabulary(scene.page.language).made("among_them"), event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger and cue else None
    if cue is None or place is None or not event.fact.by.startswith("trigger verb"):
        return []
    if event.fact.type in _TOGETHER and event.fact.standing != "denied":
        return []  # "eleven members, including Chile, signed it": all did
    _, b = scene.sentence(place[1])
    part = _PART.search(scene.page.value, place[1], b)
    found = cue.search(scene.page.value, place[1], part.start() if part else b)
    return _row(scene, found.end(), b) if found else []


def _row(scene: Scene, at: int, b: int) -> list[str]:
    """The names from a place on that nothing but "and" and commas part."""
    joined, row, first = scene.page.language.once(RoleWords).joined, list[str](), True
    for one in scene.mentions_in(at, b):
        gap = scene.page.value[at : one.start]
        near = len(gap) <= _GAP if first else joined.fullmatch(gap) is not None
        if not near or one.fact.kind not in _SIDES:
            break
        row.append(one.fact.refers_to or one.fact.name)
        at, first = one.end, False
    return row
