"""Who became the first, the last, the 60th to do something: it has done it, whatever the infinitive looks like."""

from __future__ import annotations

from dragoman.read.scene import Placed, Scene
from dragoman.read.standing import cues
from dragoman.records import Mention

__all__ = ["is_ranked", "who_became"]

_LEAD = 80  # characters before a verb in which "became the 60th state to" may stand
_GAP = 24  # characters between who it is and "became", as a day: "Chad on Friday became"
_SIDES = frozenset({"GPE", "ORG", "NORP"})


def _begins(scene: Scene, at: int) -> int | None:
    """Where "became the 60th state to" begins right before a verb, None where it does not stand there."""
    a = max(scene.sentence(at)[0], at - _LEAD)
    found = cues(scene.page.language).at("ranked_done", scene.page.value[a:at])
    return a + found.start() if found else None


def is_ranked(scene: Scene, at: int) -> bool:
    """True for a verb right behind "became the 60th state to"."""
    return _begins(scene, at) is not None


def who_became(scene: Scene, at: int) -> Placed[Mention] | None:
    """The state or body that stands right before "became the first to", with at most a day between."""
    start = _begins(scene, at)
    before = scene.mentions_in(scene.sentence(at)[0], start) if start is not None else ()
    if not before or start is None or before[-1].fact.kind not in _SIDES or start - before[-1].end > _GAP:
        return None
    gap = scene.page.value[before[-1].end : start]
    return None if "," in gap or ";" in gap else before[-1]
