"""An act told of two days in a row: "on Tuesday, June 18 and Wednesday", "jeudi et vendredi", "am 3. und 4. Mai"."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.languages import Language, alternatives
from dragoman.read.scene import Placed, Scene
from dragoman.records import Time

__all__ = ["with_next_day"]

_APART = 16  # characters between two days that a word joins: ", and on the "
_STRETCH = "range"


def with_next_day(scene: Scene, time: Placed[Time]) -> Placed[Time]:
    """The time with the day before or after it that "and" joins to it, as one stretch; alone where none is."""
    near = scene.times_in(max(0, time.start - _APART * 3), time.end + _APART * 3)
    for other in near:
        first, last = sorted((time, other), key=lambda one: one.start)
        if first is last or not _follows(scene, first, last):
            continue
        assert first.fact.when is not None and last.fact.when is not None
        basis = f"from one day to the next; {first.fact.when.basis}; {last.fact.when.basis}"
        when = replace(first.fact.when, latest=last.fact.when.latest, precision=_STRETCH, basis=basis)
        return Placed(first.start, last.end, replace(first.fact, when=when))
    return time


def _follows(scene: Scene, first: Placed[Time], last: Placed[Time]) -> bool:
    """True for two days in a row with no more than "and" and a small word between them."""
    one, other = first.fact.when, last.fact.when
    if one is None or other is None or one.precision != "day" or other.precision != "day":
        return False
    joined = scene.page.language.once(_joined)
    if joined is None or (other.earliest - one.latest).days != 1 or first.fact.type != "DATE":
        return False
    return joined.fullmatch(scene.page.value, first.end, last.start) is not None


def _joined(language: Language) -> re.Pattern[str] | None:
    """The words between two days that are told together, with the preposition of the second."""
    words = language.section("dates").get("joined", ())
    return re.compile(rf",?\s(?:{alternatives(words)})\s(?:\w{{1,3}}\s)?", re.IGNORECASE) if words else None
