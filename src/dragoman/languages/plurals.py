"""Plurals of the English nouns that figures count."""

from __future__ import annotations

from functools import cache

from dragoman.languages import known, language

__all__ = ["is_unit", "plural"]

_TABLES = ("counted", "money", "fates")
_OTHERS = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade", "century"}
    | {"times", "vote", "magnitude", "ordinal"}
)

_PLURALS = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "foot": "feet",
    "percent": "percent",
    "aircraft": "aircraft",
    "yuan": "yuan",
    "yen": "yen",
    "won": "won",
    "ordinal": "",
    "dead": "dead",
    "wounded": "wounded",
    "injured": "injured",
    "missing": "missing",
    "detained": "detained",
    "magnitude": "magnitude",
}


@cache
def _units() -> frozenset[str]:
    """Every unit that a table of some language gives."""
    tables = (language(code).table("figures", name) for code in known() for name in _TABLES)
    return _OTHERS | {str(unit).rstrip("+") for table in tables for unit in table.values()}


def is_unit(noun: str) -> bool:
    """True for what a table names, false for a word of the article that happens to stand behind a number."""
    return noun.partition("/")[0] in _units()


def plural(noun: str) -> str:
    """The plural of an English noun that counts something."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "%", "€", "$")) or not noun[-1:].isalpha():
        return noun
    return noun + ("es" if noun.endswith(("x", "ch", "sh")) else "s")
