"""What a verb or noun says of itself by its helpers, tense and mood, where a parse shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.read.cueing import _AUX, Cues

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "HELPERS",
    "group_of",
    "has_subject",
    "is_conditional",
    "is_future",
    "is_infinitive",
    "is_mistaken",
    "is_progressive",
    "is_rumour",
    "mood",
]

HELPERS = frozenset({*_AUX, "aux:caus", "neg", "mark", "advmod", "cop", "expl:subj"})
_NOUN_HELPERS = frozenset({"det", "amod", "neg", "case", "advmod"})


def group_of(token: Token) -> str:
    """The words of the verb group or noun phrase around a token that may change its meaning."""
    helpers = HELPERS if token.pos_ in ("VERB", "AUX") else _NOUN_HELPERS
    parts = [child.text.lower() for child in token.children if child.dep_ in helpers and child.i < token.i + 3]
    if token.dep_ in ("pobj", "pcomp") and token.head.dep_ == "prep":
        parts.append(token.head.text.lower())
    if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and not has_subject(token) and not _is_present(token):
        parts += [child.text.lower() for child in token.head.children if child.dep_ in ("aux", "mark", "neg")]
    return " ".join(parts)


def _is_present(token: Token) -> bool:
    """True for a verb with a tense of its own: "is not affected and takes effect" denies the first alone."""
    return "Tense=Pres" in str(token.morph) and "VerbForm=Fin" in str(token.morph)


def has_subject(token: Token) -> bool:
    return any(child.dep_.startswith("nsubj") for child in token.children)


def is_rumour(token: Token) -> bool:
    """A past conditional outside a condition: "aurait livré"; "serait ratifié" is still to come."""
    mood = [child for child in token.children if child.dep_ in ("aux", "aux:tense")]
    return any("Mood=Cnd" in str(child.morph) for child in mood) and "VerbForm=Part" in str(token.morph)


def mood(words: Cues, token: Token, group: str) -> str:
    """What tense, mood and modal verbs of the token itself say."""
    if words.has("possible", group):
        return "possible"
    if words.has("planned", group) or is_future(token):
        return "planned"
    if words.has("would", group):
        return "possible"
    if is_conditional(words, token):
        return "possible"
    if words.has("underway", group) or is_progressive(token):
        return "under way"
    return "happened"


def is_conditional(words: Cues, token: Token) -> bool:
    """True for a conditional, also where the parser takes its ending for a past: "appliquerait"."""
    family = [token, *(child for child in token.children if child.dep_ == "aux:pass")]
    return any("Mood=Cnd" in str(one.morph) or words.has("conditional_form", one.lower_) for one in family)


def is_future(token: Token) -> bool:
    family = [token, *(child for child in token.children if child.dep_ in ("aux", "aux:tense", "aux:pass", "cop"))]
    return any("Tense=Fut" in str(one.morph) for one in family)


def is_progressive(token: Token) -> bool:
    if "Aspect=Prog" not in str(token.morph):
        return False
    helpers = [child for child in token.children if child.dep_ == "aux"]
    return any(child.lemma_ == "be" and "Tense=Pres" in str(child.morph) for child in helpers)


def is_infinitive(words: Cues, token: Token) -> bool:
    """True for an infinitive that also ends like one: "négocié" is none, whatever the parser says."""
    if "VerbForm=Inf" not in str(token.morph):
        return False
    return words.fits("infinitive", token.lower_)


def is_mistaken(words: Cues, token: Token) -> bool:
    """True for a participle that the parser took for an infinitive."""
    return "VerbForm=Inf" in str(token.morph) and not is_infinitive(words, token)
