"""Plurals of the English nouns that figures count."""

from __future__ import annotations

__all__ = ["plural"]

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


def plural(noun: str) -> str:
    """The plural of an English noun that counts something."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "%", "€", "$")) or not noun[-1:].isalpha():
        return noun
    return noun + ("es" if noun.endswith(("x", "ch", "sh")) else "s")
