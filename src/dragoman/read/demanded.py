"""What somebody only demands of another: "demands that Ethiopia cancel it", "verlangt, dass …", "требует, чтобы …"."""

from __future__ import annotations

import re

from dragoman.languages import Language, alternatives
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Scene

__all__ = ["is_demanded"]

_BETWEEN = 40  # characters between the demand and its "that": of whom, or on what day


def is_demanded(scene: Scene, at: int) -> bool:
    """True for a word at a clean position in a clause that a demand governs: the act is asked for, not done."""
    urged, that = vocabulary(scene.page.language).made("urged"), scene.page.language.once(_that)
    if urged is None or that is None:
        return False
    a, _ = scene.sentence(at)
    last = None
    for match in urged.finditer(scene.page.value, a, at):
        last = match
    return last is not None and that.match(scene.page.value, last.end(), at) is not None


def _that(language: Language) -> re.Pattern[str] | None:
    """What opens the clause of a demand, near behind it and in its sentence."""
    words = language.words("quotes", "that")
    if not words:
        return None
    return re.compile(rf"[^.;:«»“”]{{0,{_BETWEEN}}}?\b(?:{alternatives(words)})(?!\w)", re.IGNORECASE)
