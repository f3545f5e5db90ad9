"""What the words of a step say beside its name: agreed, called a ratification, still to come, refused, a condition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.read.standing import cues
from dragoman.records import Event

__all__ = ["AGREED", "CALLED_RATIFIED", "CONDITION", "NOT_YET", "TURNED_DOWN", "marks_of"]

_IF = 12  # characters before a clause in which "once" may stand
_BREAK = re.compile(r"[,;:()\n]")
_NEAR = 40  # characters before a clause in which "not yet" may stand
AGREED, CALLED_RATIFIED = "agreed", "called ratified"  # in `by`: what a text says of a step that has another name here
CONDITION = "condition"  # in `by` of a step on which something else depends
TURNED_DOWN = "turned down"  # in `by` of a step that is denied because somebody refuses it
NOT_YET = "not yet"  # in `by` of a step that is denied because it is still to come


def marks_of(scene: Scene, event: Placed[Event], act: str) -> Iterator[str]:
    """What the words of a step say beside its name: that it was agreed, called a ratification, is still to come."""
    fact = event.fact
    if act == "negotiated" and fact.type != "negotiate":
        yield AGREED
    if act == "approved" and fact.type == "ratify":
        yield CALLED_RATIFIED
    if fact.standing == "conditional" and _is_condition(scene, event):
        yield CONDITION
    if fact.standing == "denied":
        yield from [NOT_YET] if _is_awaited(scene, event) else [TURNED_DOWN] if _is_turned_down(scene, event) else []


def _is_condition(scene: Scene, event: Placed[Event]) -> bool:
    """True right behind "if" or "once": the step is what something else depends on."""
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    a = max(scene.sentence(event.start)[0], event.start - _IF)
    return place is not None and cues(scene.page.language).has(
        "condition", _BREAK.split(scene.page.value[a : place[0]])[-1]
    )


def _is_turned_down(scene: Scene, event: Placed[Event]) -> bool:
    """True for a noun of what somebody rejects: "rejected an extension of the truce" says what they want, not more."""
    words = cues(scene.page.language)
    if not event.fact.by.startswith("trigger noun"):
        return False
    a, b = scene.sentence(event.start)
    clause = scene.page.value[max(a, event.start - _NEAR) : min(b, event.end + _NEAR)]
    return words.has("deny", clause) or words.has("refusal", clause)


def _is_awaited(scene: Scene, event: Placed[Event]) -> bool:
    """True for what is not done yet: "has not yet been ratified", "aún no ha sido firmado"."""
    cue = vocabulary(scene.page.language).made("not_yet")
    a, _ = scene.sentence(event.start)
    return cue is not None and cue.search(scene.page.value, max(a, event.start - _NEAR), event.end) is not None
