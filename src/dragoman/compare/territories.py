"""The states that a text without capital letters names, by their English names: there no letter shows a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale, UnknownLocaleError

__all__ = ["caseless", "states"]

_UNSPACED = frozenset({"ja", "th", "zh"})
_JOINED = frozenset({"ar", "he", "fa", "ur"})  # scripts in which a preposition is written as one word with its noun
_LEAST = 2  # signs of a name; in scripts with spaces one more
_STATE = re.compile(r"[A-Z]{2}")  # MM; 001 and 419 are parts of the world
_CASELESS = 0.5  # share of the letters without a capital form from which a text has no capitals
_SEEN = 400  # characters that show it


def caseless(text: str) -> bool:
    """True for a text in a script that has no capital letters."""
    letters = [one for one in text[:_SEEN] if one.isalpha()]
    return sum(one.lower() == one.upper() for one in letters) > _CASELESS * len(letters)


def states(text: str, language: str) -> Iterator[tuple[int, str]]:
    """(place, English name) of every state named, in the order of the text."""
    names, pattern = _names(language)
    if pattern is not None:
        for hit in pattern.finditer(text):
            yield hit.start(1), names[hit[1]]


@lru_cache(maxsize=32)
def _names(language: str) -> tuple[dict[str, str], re.Pattern[str] | None]:
    """{name in the language: English name}, and what finds them, the longest first."""
    try:
        own = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):  # a language that CLDR does not know names no state here
        return {}, None
    english = Locale("en").territories
    least = _LEAST if language in _UNSPACED else _LEAST + 1
    names = {name: english[code] for code, name in own.items() if _STATE.fullmatch(code) and len(name) >= least}
    if not names:
        return {}, None
    before = "" if language in _UNSPACED else r"(?<!\w)\w?" if language in _JOINED else r"(?<!\w)"
    behind = r"(?!\w)" if language in _JOINED else ""
    alternatives = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return names, re.compile(f"{before}({alternatives}){behind}")
