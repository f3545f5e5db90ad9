"""The words and verb forms by which a sentence tells something as planned, possible, conditional, denied or hedged."""

from __future__ import annotations

from itertools import pairwise

from dragoman.check.case import Line
from dragoman.check.forms import formed
from dragoman.check.marks import DOUBTS, phrase, settled
from dragoman.languages import Language, language
from dragoman.read.standing import cues
from dragoman.store.words import places, tokens

__all__ = ["DOUBTS", "doubt", "negated", "reported", "stretch"]

_CLAUSE = 4  # words of a relative clause; "que va a" may as well begin what is said


def doubt(code: str, text: str) -> str:
    """The key in DOUBTS of the first kind of doubt that a text has, "" for none."""
    known = language(code)
    words, low = cues(known), settled(known, text.lower())
    found = next((key for key in DOUBTS if words.has(key, low) or phrase(known, key, low)), "")
    if found:
        return found
    form = formed(known, text)
    return form[0] if form else ""


def reported(code: str, text: str) -> bool:
    """True for a verb in the form in which a language reports somebody else's words."""
    forms = language(code).once(_reported)
    return not forms.isdisjoint(text.lower().split())


def negated(code: str, text: str) -> bool:
    """True for a text with a word that denies: "no", "aucune"."""
    negations = language(code).once(_negations)
    words = tokens(text)
    return any(tuple(words[at : at + len(one)]) == one for one in negations for at in range(len(words)))


def _negations(words: Language) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(tokens(one)) for one in words.words("quotes", "negations"))


def _reported(words: Language) -> frozenset[str]:
    return frozenset(words.words("check", "reported"))


def stretch(line: Line, other: Line) -> str:
    """The part of a sentence that holds the words shared with the report's, a word or two around it.

    What a relative clause without any of these words says is left out: "who asked for his name to be kept secret".
    """
    found = [(a, b) for word, a, b in places(other.text) if word[:5] in line.content]
    low, high = found[0][0], found[-1][1]
    relatives = language(other.language).once(_relatives)
    between = [other.text[end:start] for (_, end), (start, _) in pairwise(found)]
    held = [other.text[a:b] for a, b in found]
    kept = [_shortened(gap, relatives) for gap in between]
    inner = "".join(word + gap for word, gap in zip(held, [*kept, ""], strict=True))
    return " ".join([*other.text[:low].split()[-2:], inner, *other.text[high:].split()[:1]])


def _relatives(words: Language) -> frozenset[str]:
    """The language's words that open a relative clause."""
    return frozenset(words.table("figures", "words").get("relative", ()))


def _shortened(gap: str, relatives: frozenset[str]) -> str:
    """Words between two shared ones, up to a relative clause of some length."""
    words = gap.split()
    at = next((number for number, word in enumerate(words) if word.lower() in relatives), len(words))
    return f" {' '.join(words[:at])} " if len(words) - at >= _CLAUSE else gap
