"""What the words of a title say: whether it is held, and whether it is the first of a state or of a government.

>>> from dragoman.languages import language
>>> head_of("former Turkish President", language("en")), standing_of("former Turkish President", language("en"))
('', 'former')
>>> head_of("Finnish prime minister", language("en")), head_of("Chinese leader", language("en"))
('government', 'any')
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.languages import Language
from dragoman.languages.world import fold

__all__ = ["head_of", "one_office", "standing_of"]

_WORD = re.compile(r"[^\W_]+")
_STANDINGS = ("former", "then", "coming", "acting")


@dataclass(frozen=True, slots=True)
class _Offices:
    """The words of titles in one language, folded; offices of several words by their words."""

    kinds: dict[tuple[str, ...], str]  # state, government, any; other for lower titles and their parts
    standing: dict[str, str]
    longest: int


def head_of(role: str, language: Language) -> str:
    """The first office that a title names: state, government, any (either); "" for none, a former or a lower one."""
    known = _known(language)
    words, found, at = tuple(_WORD.findall(fold(role))), set(), 0
    while at < len(words):
        sizes = range(min(known.longest, len(words) - at), 0, -1)
        size = next((n for n in sizes if words[at : at + n] in known.kinds), 1)
        found.add(known.kinds.get(words[at : at + size], ""))
        at += size
    heads = found & {"state", "government", "any"}
    if not heads or "other" in found or standing_of(role, language) not in ("held", "acting"):
        return ""
    return heads.pop() if len(heads) == 1 else "any"


def one_office(one: str, other: str) -> bool:
    """True when two first offices of one country may be the same person's."""
    return bool(one and other) and (one == other or "any" in (one, other))


def standing_of(role: str, language: Language) -> str:
    """How a title stands by its own words: held, acting, former, coming or then."""
    standing = _known(language).standing
    found = {standing.get(word, "") for word in _WORD.findall(fold(role))}
    return next((one for one in _STANDINGS if one in found), "held")


def _known(language: Language) -> _Offices:
    once: Callable[[Language], _Offices] = _made
    return language.once(once)


def _made(language: Language) -> _Offices:
    def get(key: str) -> list[tuple[str, ...]]:
        return [tuple(_WORD.findall(fold(word))) for word in language.words("mentions", key)]

    kinds = dict.fromkeys([*get("titles"), *get("title_words"), *get("posts_second")], "other")
    kinds |= dict.fromkeys(get("posts_plain"), "")
    for kind, key in (("state", "heads"), ("government", "heads_government"), ("any", "heads_any")):
        kinds |= dict.fromkeys(get(key), kind)
    standing = {word[0]: one for one in _STANDINGS for word in get(f"posts_{one}") if len(word) == 1}
    kinds |= {(word,): "" for word in standing}
    return _Offices(kinds, standing, max(map(len, kinds), default=1))
