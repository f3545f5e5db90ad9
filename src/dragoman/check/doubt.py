"""The words and verb forms by which a sentence tells something as planned, possible, conditional, denied or hedged."""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.check.case import Line
from dragoman.languages import Language, language
from dragoman.read.standing import cues
from dragoman.store.words import places

__all__ = ["DOUBTS", "doubt", "reported", "stretch"]

#: Cues of a sentence, and how it then tells what it tells.
DOUBTS = {
    "conditional": "conditional", "possible": "possible", "planned": "planned", "would": "conditional",
    "deny": "denied", "refusal": "denied", "hedge": "claimed",
}  # fmt: skip
_CLAUSE = 4  # words of a relative clause; "que va a" may as well begin what is said
WORD = re.compile(r"(?<!\w)[^\W\d_A-Z]\w{3,}")  # verbs, no names: reconnaîtrait


def doubt(code: str, text: str) -> str:
    """The key in DOUBTS of the first kind of doubt that a text has, "" for none."""
    known = language(code)
    words, low = cues(known), text.lower()
    found = next((key for key in DOUBTS if words.has(key, low)), "")
    return found or ("planned" if not _ahead(known).isdisjoint(low.split()) else _form(known, text))


def reported(code: str, text: str) -> bool:
    """True for a verb in the form in which a language reports somebody else's words."""
    forms = language(code).once(_reported)
    return not forms.isdisjoint(text.lower().split())


def _ahead(words: Language) -> frozenset[str]:
    """Verbs of the future that no ending tells."""
    return words.once(_future)


def _future(words: Language) -> frozenset[str]:
    return frozenset(words.words("check", "future"))


def _reported(words: Language) -> frozenset[str]:
    return frozenset(words.words("check", "reported"))


def _form(words: Language, text: str) -> str:
    """What the endings of the verbs tell, in languages that have a form for it."""
    conditional, future = words.once(_endings)
    if not (conditional or future):
        return ""
    verbs = WORD.findall(text)
    if conditional and any(verb.endswith(conditional) for verb in verbs):
        return "would"
    return "planned" if future and any(verb.endswith(future) for verb in verbs) else ""


def _endings(words: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A language's endings of the conditional and of the future."""
    conditional = tuple(words.section("figures").get("conditional_endings", ()))
    future = tuple(words.section("dates").get("future_endings", ()))
    return conditional, tuple(one for one in future if not one.endswith(conditional)) if conditional else future


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
