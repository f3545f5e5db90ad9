"""Case endings: "Сергеем Лавровым" is Сергей Лавров, "Donaldem Tuskiem" Donald Tusk; but Иванова may be his wife."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.compare.alike import alike
from dragoman.languages import language
from dragoman.languages.spoken import Part, given_names, parts

__all__ = ["declined", "declined_abroad"]

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


#: What a name may end in where nothing is declined; and the case endings that no woman's name has.
_WHOLE = ("", "й", "ь", "ий", "ый", "о", "е", "и", "y", "i", "o", "e", "а", "я", "ая", "a")
_MANS = frozenset({"ом", "ем", "ём", "ым", "им", "ого", "ому", "ему", "ові", "еві", "em", "iem", "owi", "ym", "ego"})
_WOMANS = frozenset({"а", "я", "ая", "a"})


@lru_cache(maxsize=1 << 16)
def declined_abroad(name: str, other: str, code: str) -> float:
    """How surely a full name of this language is the other's in another case: "Дональдом Трампом", Donald Trump.

    Nothing, where only the surname differs, by what a woman's has: "Анна Петрова" is no Anna Petrov.
    """
    endings, mine, theirs = _endings(code), name.strip().lower().split(), parts(other)
    if len(endings) == 1 or len(mine) < 2 or len(mine) != len(theirs):
        return 0.0
    plain = [_likeness(word, part) for word, part in zip(mine, theirs, strict=True)]
    cases = [_in_case(word, part, endings) for word, part in zip(mine, theirs, strict=True)]
    if not any(case > same for case, same in zip(cases, plain, strict=True)):
        return 0.0  # in no other case
    if plain[0] >= cases[0] and any(mine[-1].endswith(end) for end in _WOMANS):
        return 0.0
    return min(map(max, plain, cases))


def _in_case(word: str, part: Part, endings: frozenset[str]) -> float:
    """How surely a word is a name of the other language in another case."""
    best = 0.0
    for end in endings:
        if end and word.endswith(end) and len(word) - len(end) >= _STEM:
            whole = (one for one in _WHOLE if end not in _MANS or one not in _WOMANS)
            best = max(best, *(_likeness(word[: len(word) - len(end)] + one, part) for one in whole))
    return best


def _likeness(word: str, part: Part) -> float:
    own = parts(word)
    return alike(own[0], part) if len(own) == 1 else 0.0
