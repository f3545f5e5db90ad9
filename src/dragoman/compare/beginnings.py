"""A quotation that gives the beginning of a sentence whose whole another article gives in another language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dragoman.compare.surfaces import SENTENCE
from dragoman.models import Encoder

if TYPE_CHECKING:
    import numpy as np

__all__ = ["LEAST", "left_out", "nearness"]

#: Cosine of a whole quotation and a beginning of the other's sentence: .67 to .86 for four pairs that we wrote or know,
#: .58 for another sentence of the same speaker about the same thing.
_SAME = 0.66
_GAIN = 0.12  # how much nearer the beginning is than the whole: else the shorter is the sentence, told in fewer words
_FLOOR = 0.3  # cosine of the two quotations under which no beginning is tried
LEAST, _LEFT = 6, 5  # words that a quotation has, and that it leaves out
_LENGTHS = (0.8, 0.9, 1.0, 1.1, 1.25)  # words of a beginning, by those of the quotation


def left_out(short: str, before: str, full: str, near: Callable[[str, str], float]) -> str:
    """What the shorter quotation leaves out of the sentence that it gives; "" when it gives all or another one.

    `before` are the words of its sentence in front of the fuller one, where that is no sentence itself; `near` gives
    the cosine of two texts.
    """
    length = len(short.split())
    if len(full.split()) < length + _LEFT or near(short, full) < _FLOOR:
        return ""
    first = SENTENCE.split(full)[0]
    words = f"{before} {first}".split()
    given = len(words) - len(first.split())
    sizes = sorted({min(len(words), max(given + 1, round(length * share))) for share in _LENGTHS})
    best, size = max((near(short, " ".join(words[:size])), -size) for size in sizes)
    left = words[-size:]
    if best < _SAME or len(left) < _LEFT or best - near(short, " ".join(words)) < _GAIN:
        return ""
    return " ".join(left).strip(" .,;:!?»”\"'")


def nearness(encoder: Encoder) -> Callable[[str, str], float]:
    """The cosine of two texts; each text is encoded, and each pair multiplied, once."""
    vectors: dict[str, np.ndarray[Any, Any]] = {}
    known: dict[tuple[str, str], float] = {}

    def near(one: str, other: str) -> float:
        found = known.get((one, other))
        if found is None:
            for words in (one, other):
                if words not in vectors:
                    vectors[words] = encoder.encode([words])[0]
            found = known[one, other] = round(float(vectors[one] @ vectors[other]), 3)
        return found

    return near
