"""A language is a file of words: `en.toml`, `fr.toml`, … one section a module that uses it.

Rule of this folder: no code here knows a language; adding one is adding a file. A language without a file has empty
sections, so that rules which need words stay silent instead of guessing from another language.

>>> from dragoman.languages import language
>>> language("xx").words("quotes", "said")
()
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

__all__ = ["Language", "known", "language"]

T = TypeVar("T")


class Language:
    """The words of one language, with what was compiled from them kept beside."""

    def __init__(self, code: str, sections: Mapping[str, Mapping[str, Any]]) -> None:
        self.code, self._sections = code, sections
        self._made: dict[Any, Any] = {}

    def words(self, section: str, key: str) -> tuple[str, ...]:
        """A list of words; empty when the language has none."""
        return tuple(self._sections.get(section, {}).get(key, ()))

    def table(self, section: str, key: str) -> dict[str, Any]:
        """A table of words; empty when the language has none."""
        return dict(self._sections.get(section, {}).get(key, {}))

    def section(self, section: str) -> dict[str, Any]:
        """A whole section."""
        return dict(self._sections.get(section, {}))

    def once(self, make: Callable[[Language], T]) -> T:
        """What `make` builds from this language (patterns, tries), built once a process."""
        if make not in self._made:
            self._made[make] = make(self)
        value: T = self._made[make]
        return value


def alternatives(words: tuple[str, ...] | list[str]) -> str:
    """A regular-expression alternation of literal words, longest first; matches nothing when empty."""
    if not words:
        return r"(?!)"
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@cache
def language(code: str) -> Language:
    """The language with this ISO 639-1 code; one without a file has empty sections."""
    path = files(__package__) / f"{code}.toml"
    if not re.fullmatch(r"[a-z]{2,3}", code) or not path.is_file():
        return Language(code, {})
    return Language(code, tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def known() -> tuple[str, ...]:
    """Codes of the languages that have a file, in alphabetical order."""
    return tuple(sorted(one.name[:-5] for one in files(__package__).iterdir() if one.name.endswith(".toml")))
