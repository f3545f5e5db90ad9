"""Case endings: "Сергеем Лавровым" is Сергей Лавров, "Donaldem Tuskiem" Donald Tusk; but Иванова may be his wife."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.compare.spoken import given_names, parts
from dragoman.languages import language

__all__ = ["declined"]

_SPACES = re.compile(r"[\s-]+")
_STEM = 3  # letters that a declined word keeps; two where the word has no more than four: "Ewa", "Ewy"


@cache
def _endings(code: str) -> frozenset[str]:
    return frozenset(ending.lower() for ending in language(code).words("mentions", "case_endings")) | {""}


@lru_cache(maxsize=1 << 16)
def declined(a: str, b: str, code: str, *, persons: bool = True) -> bool:
    """True when two names of one language differ in case endings alone and could not be a man and a woman."""
    endings = _endings(code)
    left, right = _SPACES.split(a.strip().lower()), _SPACES.split(b.strip().lower())
    if len(endings) == 1 or len(left) != len(right) or left == right:
        return False
    alike = all(_one(x, y, endings) for x, y in zip(left, right, strict=True))
    return alike and not (persons and _couple(left, right))


def _one(x: str, y: str, endings: frozenset[str]) -> bool:
    """One word in two cases."""
    if x == y:
        return True
    shared = next((at for at, (p, q) in enumerate(zip(x, y, strict=False)) if p != q), min(len(x), len(y)))
    least = _STEM if max(len(x), len(y)) > 4 else _STEM - 1
    return any(x[at:] in endings and y[at:] in endings for at in range(shared, least - 1, -1))


def _couple(left: list[str], right: list[str]) -> bool:
    """True where the given name does not tell: Иванов and Иванова alone, Женя Иванова, Aleksandr and Aleksandra."""
    if len(left) < 2 or left[0] == right[0]:
        return any(x + end == y or y + end == x for x, y in zip(left, right, strict=True) for end in "аa")
    first, second = ("".join(part.text for part in parts(name)) for name in (left[0], right[0]))
    return first in given_names() and second in given_names()
