"""Days of steps by the shape of a sentence, where no parse ships: behind a dash, behind the first of two verbs."""

from __future__ import annotations

import re

from dragoman.read.acts import ACTS
from dragoman.read.extent import STOP
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.triggers import Hit, triggers
from dragoman.records import Time

__all__ = ["behind_dash", "is_of_first_step"]

_NEAR = 60  # characters behind a dash within which a day ends
_FEW = 4  # words between a date and the verb behind "and": "and twice was"
_DASH = re.compile(r"[^,;:()\n–—]{0,60}?\s[–—-]\s")  # " парламентом - " between a noun and its day
_PREPOSITION = 3  # characters of "на " before that day


def behind_dash(scene: Scene, hit: Hit) -> Placed[Time] | None:
    """The day that a dash sets beside a noun, for a verb left out: "ратификация парламентом | - 17 ноября"."""
    if scene.page.doc is not None or hit.rule.kind != "noun" or hit.rule.type not in ACTS:
        return None
    dash = _DASH.match(scene.page.value, hit.end, scene.sentence(hit.start)[1])
    times = scene.times_in(dash.end(), dash.end() + _NEAR) if dash else ()
    return next((one for one in times if one.start - dash.end() <= _PREPOSITION), None) if dash else None


def is_of_first_step(scene: Scene, time: Placed[Time], hit: Hit) -> bool:
    """True for a full date behind one step of a paper where "and" begins the next: "signed on 3 May 1999 and renewed".

    What is done on one day is told by its weekday; two steps of a paper's life have each a date of their own.
    """
    value, when = scene.page.value, time.fact.when
    if hit.rule.type not in ACTS or hit.rule.kind != "verb" or time.end > hit.start or when is None:
        return False
    if str(when.earliest.year) not in value[time.start : time.end]:
        return False
    between = value[time.end : hit.start]
    also = scene.page.language.once(RoleWords).also.search(between)
    if also is None or STOP.search(between) or len(between.split()) > _FEW:
        return False
    a = max((stop.end() for stop in STOP.finditer(value, scene.sentence(hit.start)[0], time.start)), default=None)
    first = value[a if a is not None else scene.sentence(hit.start)[0] : time.start]
    rules = (one.rule for one in triggers(scene.page.language).hits(first))
    return any(one.kind == "verb" and one.type in ACTS and one.type != hit.rule.type for one in rules)
