"""The forms of verbs that leave open what a text tells, in languages that have such forms: a future, a conditional."""

from __future__ import annotations

import re

from dragoman.languages import Language

__all__ = ["formed"]

WORD = re.compile(r"(?<!\w)[^\W\d_A-Z]\w{3,}")  # verbs, no names: reconnaîtrait
TOKEN = re.compile(r"\w+")


def formed(known: Language, text: str) -> tuple[str, re.Match[str]] | None:
    """(key of DOUBTS, the verb): "planned" for a future, "would" for a conditional; what no ending tells first.

    >>> from dragoman.languages import language
    >>> formed(language("es"), "Los centros estarán listos")[1][0], formed(language("ru"), "Банк выплатит долг")[0]
    ('estarán', 'planned')
    """
    ahead = known.once(_future)
    verb = next((one for one in TOKEN.finditer(text.lower()) if one[0] in ahead), None) if ahead else None
    if verb is not None:
        return "planned", verb
    verbs, shapes = list(WORD.finditer(text)), known.once(_shapes)
    conditional, future = known.once(_endings)
    verb = next((one for one in verbs if shapes is not None and shapes.fullmatch(one[0])), None)
    if verb is not None:
        return "planned", verb
    for key, endings in (("would", conditional), ("planned", future)):
        verb = next((one for one in verbs if endings and one[0].endswith(endings)), None)
        if verb is not None:
            return key, verb
    return None


def _future(words: Language) -> frozenset[str]:
    return frozenset(words.words("check", "future"))


def _shapes(words: Language) -> re.Pattern[str] | None:
    """How a future looks that has no ending of its own: "выплатят", "изучит"."""
    shapes = words.words("check", "future_shapes")
    return re.compile("|".join(shapes)) if shapes else None


def _endings(words: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A language's endings of the conditional and of the future."""
    conditional = tuple(words.section("figures").get("conditional_endings", ()))
    future = tuple(words.section("dates").get("future_endings", ()))
    return conditional, tuple(one for one in future if not one.endswith(conditional)) if conditional else future
