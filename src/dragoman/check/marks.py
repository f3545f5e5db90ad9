"""The marks by which a text leaves open what it tells, each with its place; and whether it tells something as past."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.check.forms import formed
from dragoman.languages import Language, alternatives, language
from dragoman.read.standing import cues

__all__ = ["DOUBTS", "Mark", "marks", "past", "phrase"]

#: Cues of a sentence, and how it then tells what it tells.
DOUBTS = {
    "conditional": "conditional", "possible": "possible", "planned": "planned", "would": "conditional",
    "deny": "denied", "refusal": "denied", "hedge": "claimed",
}  # fmt: skip
WORD = re.compile(r"(?<!\w)[^\W\d_A-ZÀ-ÞА-Я][\w'’]*")  # no names: opened, wurde, a
_SHORTEST = 4  # letters of a word whose ending tells a past


@dataclass(frozen=True)
class Mark:
    """A key of DOUBTS, and the words that bear it."""

    key: str
    start: int
    words: str


def marks(code: str, text: str) -> list[Mark]:
    """What leaves a text open, the first of each kind; words in the order of DOUBTS, then the form of a verb."""
    known = language(code)
    low = settled(known, text.lower())
    found = []
    for key in DOUBTS:
        hit = cues(known).at(key, low) or phrase(known, key, low)
        if hit is not None and hit[0].strip():
            found.append(Mark(key, hit.start(), hit[0]))
    form = formed(known, text)
    if form is not None and not any(one.key == form[0] for one in found):
        found.append(Mark(form[0], form[1].start(), form[1][0]))
    return found


def settled(known: Language, low: str) -> str:
    """A text without the phrases whose words only look like marks: "stellt 2 Millionen bereit"."""
    pattern = known.once(_settled)
    return pattern.sub(lambda hit: " " * len(hit[0]), low)


def phrase(known: Language, key: str, low: str) -> re.Match[str] | None:
    """The first phrase by which a language says that something is not done yet, or only weighed."""
    pattern = known.once(_phrases).get(key)
    return pattern.search(low) if pattern else None


def past(code: str, text: str) -> bool:
    """True for a text with a verb in a form in which its language tells what is done."""
    words, endings, shapes = language(code).once(_past)
    if shapes is not None and shapes.search(text.lower()):
        return True
    found = [word.lower() for word in WORD.findall(text)]
    return any(word in words or (len(word) >= _SHORTEST and word.endswith(endings)) for word in found)


def _settled(words: Language) -> re.Pattern[str]:
    return re.compile("|".join(words.words("check", "settled")) or r"(?!)")


def _phrases(words: Language) -> dict[str, re.Pattern[str]]:
    kinds = {"planned": "undone", "possible": "weighed", "allowed": "allowed"}
    held = {key: words.words("check", name) for key, name in kinds.items()}
    return {key: re.compile(rf"(?<!\w)(?:{alternatives(phrases)})(?!\w)") for key, phrases in held.items() if phrases}


def _past(words: Language) -> tuple[frozenset[str], tuple[str, ...], re.Pattern[str] | None]:
    """A language's words, endings and shapes of verbs in a past."""
    shapes = words.words("check", "past_shapes")
    return (
        frozenset(words.words("check", "past_words")),
        words.words("check", "past_endings"),
        re.compile("|".join(shapes)) if shapes else None,
    )
