"""Who signs an agreement without being a side of it: "which X signed as a witness", "the two sides and X signed"."""

from __future__ import annotations

from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.records import Event

__all__ = ["is_witnessing", "stands_beside_the_sides"]

_NEAR = 48  # characters behind a verb in which "as a witness" may stand
_SIGNED = frozenset({"sign", "initial"})


def is_witnessing(scene: Scene, event: Placed[Event]) -> bool:
    """True for a signature "as a witness"; not where another is called that: "signed it with X as witness"."""
    cue = vocabulary(scene.page.language).made("witness") if event.fact.type in _SIGNED else None
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger and cue else None
    if cue is None or place is None:
        return False
    _, b = scene.sentence(place[0])
    found = cue.search(scene.page.value, place[1], min(b, place[1] + _NEAR))
    if found is None or "," in scene.page.value[place[1] : found.start()]:
        return False
    return not any(one.fact.kind != "LOC" for one in scene.mentions_in(place[1], found.start()))


def stands_beside_the_sides(scene: Scene, event: Placed[Event], names: list[str]) -> bool:
    """True for one name beside "the two countries": those are the sides, it is a broker or host."""
    pairs = scene.page.language.once(RoleWords).pairs.values()
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    if not pairs or place is None or len(names) != 1:
        return False
    role = next((one for one in event.fact.roles if one.role == "actor" and one.at), None)
    at = scene.page.article.text.find(role.at.start, role.at.end) if role and role.at else None
    a, _ = scene.sentence(place[0])
    before = next((found for one in pairs if (found := one.search(scene.page.value, a, place[0]))), None)
    also = scene.page.language.once(RoleWords).also
    return bool(at and before and at[0] > before.end() and also.search(scene.page.value, before.end(), at[0]))
