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
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

__all__ = ["Language", "known", "language"]

T = TypeVar("T")
GROUPED = 4  # words; fewer are as fast one by one


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
    """A regular-expression alternation of literal words, longest first; matches nothing when empty.

    Words that begin alike stand together, so that the engine looks at each beginning once instead of at each word.
    """
    if not words:
        return r"(?!)"
    return _branches(sorted(set(words), key=lambda word: (-len(word), word)), 0)


def _branches(words: Sequence[str], at: int) -> str:
    """The alternation of what follows character `at` in words alike before it; their order is kept."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[at : at + 1], []).append(word)
    if len(words) < GROUPED or len({one.casefold() for one in groups}) < len(groups):  # A and a may mean the same
        return "|".join(re.escape(word[at:]) for word in words)
    return "|".join(
        re.escape(group[0][at:]) if len(group) == 1 else f"{re.escape(first)}(?:{_branches(group, at + 1)})"
        for first, group in groups.items()
    )


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
