"""Our own words in the reader's language: one catalogue a language, in catalogue/<xx>.toml; the same keys in each.

A message is a text with {names}, or a pair [for one, for many] chosen by `n`. What a source says is never translated.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup, escape

from dragoman.errors import UnknownChoice

__all__ = ["LANGUAGES", "Messages", "messages"]

LANGUAGES = ("en", "fr")


class Messages:
    """The messages of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        text = files(__package__).joinpath("catalogue", f"{language}.toml").read_text(encoding="utf-8")
        tables: dict[str, Any] = tomllib.loads(text)
        self.tables: dict[str, dict[str, Any]] = {name: rows for name, rows in tables.items() if isinstance(rows, dict)}
        self._fixed: dict[str, Markup] = {}  # messages without values, asked for once a line
        self._one = frozenset(tables["one"])  # the counts that take the first form

    def __call__(self, key: str, /, **values: object) -> str:
        """A message as plain text."""
        return self._form(key, values).format(**values)

    def html(self, key: str, /, **values: object) -> Markup:
        """A message as markup, the values escaped."""
        if values:
            safe = {name: one if isinstance(one, int) else escape(one) for name, one in values.items()}
            return Markup(self._form(key, values).format_map(safe))
        if key not in self._fixed:
            self._fixed[key] = Markup(self._form(key, values))
        return self._fixed[key]

    def _form(self, key: str, values: dict[str, object]) -> str:
        table, _, name = key.partition(".")
        found = self.tables[table][name]
        if isinstance(found, str):
            return found
        return str(found[values["n"] not in self._one])

    def listed(self, key: str) -> list[str]:
        """A message that is a list: months, weekdays."""
        table, _, name = key.partition(".")
        return list(self.tables[table][name])

    def row(self, table: str, key: str) -> Any:
        """An entry of a table of words, None when the language needs none."""
        return self.tables.get(table, {}).get(key)

    def name(self, table: str, key: str) -> str:
        """The word for a canonical name; the name itself, without its underscores, where there is none."""
        return str(self.row(table, key) or key.replace("_", " "))


@cache
def messages(language: str = "en") -> Messages:
    """The messages of a language; UnknownChoice when there is no such catalogue."""
    if language not in LANGUAGES:
        raise UnknownChoice("interface language", language, list(LANGUAGES))
    return Messages(language)
