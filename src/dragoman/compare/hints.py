"""What is said beside a name – an office, what kind of place – and whether it fits what is said beside another."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.languages.world import fold, gazetteer

__all__ = ["agree", "said"]

_WORD = re.compile(r"\w+")
_SMALL = 3  # letters of a word of a hint that tells nothing: "of", "für"
_STEM = 5  # first letters by which two words of a hint are one: "president", "presidential"


@lru_cache(maxsize=1 << 12)
def said(hint: str, code: str) -> frozenset[str]:
    """Stems of the words of a hint that name no known thing: "Russian president" → presi."""
    hits = gazetteer(code).find(hint)
    ends, starts = [0, *(hit.end for hit in hits)], [*(hit.start for hit in hits), len(hint)]
    rest = " ".join(hint[a:b] for a, b in zip(ends, starts, strict=True))
    words = (fold(word) for word in _WORD.findall(rest))
    return frozenset(word[:_STEM] for word in words if len(word) > _SMALL or not word.isascii())


def agree(hints: tuple[str, str], languages: tuple[str, str]) -> bool:
    """True when what is said beside two persons shares a word that is no country's."""
    if not all(hints):
        return False
    left, right = (said(hint, code) for hint, code in zip(hints, languages, strict=True))
    return bool(left & right)
