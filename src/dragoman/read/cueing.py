"""The words of a language that change how an act stands, and what a standing is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.languages import Language
from dragoman.read.triggers import pattern

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["BEHIND", "IF", "_AUX", "Cues", "Standing", "cues"]

_KNOWN = 1 << 13  # answers kept: verb groups are few and come again and again
_AUX = ("aux", "aux:tense", "aux:pass", "auxpass")
IF = 28  # characters behind a clause in which "if" may begin the next one
BEHIND = 24  # characters behind a trigger where a negation may stand: "unterzeichnete das Abkommen nicht"


@dataclass(frozen=True)
class Standing:
    """A standing and, where somebody else vouches for it, the token or word range that names who."""

    name: str
    claimant: Token | None = None  # subject of the claiming verb


class Cues:
    """The words of a language that change how an act stands."""

    def __init__(self, language: Language) -> None:
        section = language.section("events")
        words = section.get("standing", {}) | ({"light": section["light"]} if section.get("light") else {})
        self._patterns = {key: pattern(language, value) for key, value in words.items() if value}
        self.progressive = words.get("progressive", "")
        self._known = lru_cache(maxsize=_KNOWN)(self._has)

    def has(self, key: str, words: str) -> bool:
        """True when the words hold a cue of this kind."""
        return self._known(key, words)

    def _has(self, key: str, words: str) -> bool:
        found = self._patterns.get(key)
        return bool(found and found.search(words))

    def fits(self, key: str, word: str) -> bool:
        """True when a whole word has the shape of this kind, or the language tells no shape."""
        found = self._patterns.get(key)
        return found is None or found.fullmatch(word) is not None

    def at(self, key: str, words: str) -> re.Match[str] | None:
        """The first cue of this kind."""
        found = self._patterns.get(key)
        return found.search(words) if found else None


def cues(language: Language) -> Cues:
    """The compiled cues of a language."""
    return language.once(Cues)
