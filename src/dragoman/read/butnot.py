"""Steps denied of somebody without their verb: "Norway has ratified it, but Chile has not", "neither side has".

Behind a step stands a party with nothing but "has not", "noch nicht", "нет" beside it; it has not taken that step.
Who is told as "neither of the two" are all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.read.actmarks import NOT_YET
from dragoman.read.acts import ACTS
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.records import Act, Event, Mention

__all__ = ["but_not", "of_neither"]

_SIDES = frozenset({"GPE", "ORG", "NORP"})
_TOLD = frozenset({"happened", "claimed", "planned"})
_GAP = 12  # characters between a party and the words that deny it: ", aber "
_LEAD = 60  # characters before a word in which "neither of them" may stand
_SENTENCES = 2  # the sentence of the step and the next one, which may open with the party
_STOP = re.compile(r"[;:()«»“”\"\n]")


def but_not(scene: Scene, event: Placed[Event], made: list[Act]) -> Iterator[Act]:
    """The same step denied of those who stand behind it with nothing but "has not" or "but not"."""
    words = vocabulary(scene.page.language)
    behind, before = words.made("but_not_behind"), words.made("but_not_before")
    if behind is None or before is None or not made or not ACTS[event.fact.type].each:
        return
    if event.fact.standing not in _TOLD:
        return
    find, trigger = scene.page.article.text.find, event.fact.trigger
    place = find(trigger.start, trigger.end) if trigger else None
    if place is None:
        return
    known = {act.party for act in made}
    for one in scene.mentions_in(place[1], min([_limit(scene, place[1]), *_others(scene, place[1])])):
        name = one.fact.refers_to or one.fact.name
        if one.fact.kind not in _SIDES or name in known:
            continue
        if _is_followed(scene, behind, one) or _is_led(scene, before, one, place[1]):
            known.add(name)
            yield _denied(scene, made[0], one, name)


def _others(scene: Scene, at: int) -> Iterator[int]:
    """Where the words of other steps stand behind a position: what follows them points at them."""
    for one in scene.events:
        place = one.fact.trigger and scene.page.article.text.find(one.fact.trigger.start, one.fact.trigger.end)
        if place and one.fact.type in ACTS and place[0] >= at:
            yield place[0]


def _limit(scene: Scene, at: int) -> int:
    """The end of the sentence behind the one at a position, within the paragraph."""
    b = at
    for _ in range(_SENTENCES):
        b = min(scene.sentence(min(b + 1, scene.paragraph(at)[1] - 1))[1], scene.paragraph(at)[1])
    return b


def _is_followed(scene: Scene, cue: re.Pattern[str], one: Placed[Mention]) -> bool:
    """True for "Chile has not." with nothing else behind it; a part of the sentence opens with the party."""
    value = scene.page.value
    found = re.compile(r",?\s?").match(value, one.end)
    lead = value[max(scene.sentence(one.start)[0], one.start - _GAP) : one.start]
    opens = not re.search(r"\w+\s+\w+\s+\w+", lead.rpartition(",")[2])
    return bool(found and opens and cue.match(value, found.end()))


def _is_led(scene: Scene, cue: re.Pattern[str], one: Placed[Mention], floor: int) -> bool:
    """True for "but not Chile" right before the party."""
    lead = max(floor, one.start - 3 * _GAP)
    led = list(cue.finditer(scene.page.value, lead, one.start))
    if not led or one.start - led[-1].end() > _GAP or _STOP.search(scene.page.value, led[-1].end(), one.start):
        return False
    behind = scene.page.value[one.end : one.end + 1]
    return behind in (".", ",", ";", ")", "") or scene.page.value[one.end : one.end + 2] == " ("


def _denied(scene: Scene, act: Act, one: Placed[Mention], name: str) -> Act:
    return replace(
        act,
        spans=(*act.spans, scene.page.span(one.start, one.end)),
        by=f"{act.by}, verb left out, {NOT_YET}",
        party=name,
        body="",
        when=None,
        when_at=None,
        standing="denied",
    )


def of_neither(scene: Scene, event: Placed[Event], made: list[Act]) -> list[Act]:
    """The steps of "neither of the two": denied of all."""
    cue, trigger = vocabulary(scene.page.language).made("neither"), event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger and cue and made else None
    if cue is None or place is None:
        return made
    a = max(scene.sentence(place[0])[0], place[0] - _LEAD)
    found = cue.search(scene.page.value, a, place[0])
    if found is None or _STOP.search(scene.page.value, found.end(), place[0]):
        return made
    return [replace(made[0], party="", body="", standing="denied")]
