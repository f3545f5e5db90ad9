"""Whether an act is still to come, or hangs on something else, by the clauses around its verb."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from dragoman.read.cueing import BEHIND, IF, Cues
from dragoman.read.verbgroup import group_of, is_infinitive, mood

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "happens",
    "has_condition",
    "is_alongside",
    "is_left_to_do",
    "is_purpose",
    "is_scheduled",
    "is_to_come",
    "is_turned",
    "is_until",
    "is_when",
    "only_if",
    "waits",
]

_FIRST = itemgetter(0)
_SOON = 40  # characters behind a verb in which its day stands: "signs the treaty in Oslo on Friday"


def waits(words: Cues, token: Token) -> bool:
    """True for a noun that only sets the time of something planned: "will enter into force after its ratification"."""
    if token.pos_ in ("VERB", "AUX"):
        return False
    link = (
        token.head.lower_ if token.dep_ == "pobj" else next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    )
    verb = next((one for one in token.ancestors if one.pos_ == "VERB"), None)
    return (
        bool(link) and words.has("after", link) and verb is not None and mood(words, verb, group_of(verb)) == "planned"
    )


def has_condition(words: Cues, token: Token) -> bool:
    """True when a clause with "if" hangs on the verb itself: "will enter into force only if …"."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    clauses = [child for child in token.children if child.dep_ == "advcl"]
    marks = [mark.lower_ for clause in clauses for mark in clause.children if mark.dep_ in ("mark", "advmod")]
    return any(words.has("condition", mark) for mark in marks)


def only_if(words: Cues, token: Token) -> bool:
    """True where "only if" stands near whatever the parser makes of it."""
    return words.has("only_if", _beside(token, IF + BEHIND)) or words.has("only_if", _beside(token, -3 * IF))


def _beside(token: Token, reach: int) -> str:
    """A word with so many characters of its sentence behind it, or so many before it where `reach` is below 0."""
    start, (first, last) = token.idx, _sentence(token)
    text = token.doc.user_data.get("text") or token.doc.text
    if reach < 0:
        return str(text[max(first, start + reach) : start])
    return str(text[start : min(start + len(token) + reach, last)])


def _sentence(token: Token) -> tuple[int, int]:
    """Where the parser's sentence of a token begins and ends; `Token.sent` goes through its tokens each time."""
    kept = token.doc.user_data
    if "sentences" not in kept:
        kept["sentences"] = [(one.start_char, one.end_char) for one in token.doc.sents]
    found: tuple[int, int] = kept["sentences"][bisect_right(kept["sentences"], token.idx, key=_FIRST) - 1]
    return found


def is_left_to_do(words: Cues, token: Token) -> bool:
    """True for an infinitive that says what a noun is for: "two years to ratify it"; not for "the first to sign"."""
    if token.dep_ not in ("acl", "relcl") or not is_infinitive(words, token):
        return False
    if token.head.pos_ != "NOUN":
        return False
    ranked = any(words.has("ranked", child.lower_) for child in token.head.children)
    return words.has("time_to", token.head.lower_) or not ranked  # "an application to join", "the first state to sign"


def is_to_come(words: Cues, token: Token) -> bool:
    """True for a noun whose verb is in the future: "the denunciation will take effect"."""
    if token.pos_ not in ("NOUN", "PROPN") or not token.dep_.startswith("nsubj") or token.head.pos_ != "VERB":
        return False
    return happens(words, token.head) and mood(words, token.head, group_of(token.head)) == "planned"


def happens(words: Cues, verb: Token) -> bool:
    """True for a verb that only says that its subject takes place: "will begin", "va avoir lieu"."""
    family = [verb, *(child for child in verb.children if child.dep_ == "xcomp")]
    return any(words.fits("occurs", one.lower_) for one in family)


def is_until(words: Cues, token: Token) -> bool:
    """True for what is not done "until" something else is: "will not sign before the vote"."""
    ahead = mood(words, token, group_of(token)) in ("planned", "possible")  # "cannot be ratified until the court rules"
    second = next((one for one in token.children if one.dep_ == "conj" and one.i > token.i), None)
    reach = second.idx - token.idx if second is not None else None  # "will not be signed and runs | until 2030"
    return ahead and words.has("not_until", _beside(token, 2 * IF)[len(token) : reach])


def is_purpose(words: Cues, token: Token) -> bool:
    """True for an infinitive that says what for: "flew in to sign the deal"; not for "voted 90-5 to dismiss him"."""
    if words.has("resolved", token.head.lower_):
        return False
    if token.dep_ != "advcl" or "VerbForm=Inf" not in str(token.morph):
        return False
    return not any(child.dep_ in ("aux:tense", "aux:pass") or child.lower_ == "have" for child in token.children)


def is_scheduled(words: Cues, token: Token) -> bool:
    """True for a present with a day to come: "who takes office on Monday"; what is done stands in a past."""
    family = [token, *(child for child in token.children if child.dep_ in ("auxpass", "aux"))]
    present = any("Tense=Pres" in str(one.morph) and "VerbForm=Fin" in str(one.morph) for one in family)
    if not present or len(family) > 2:
        return False
    return words.has("scheduled", _beside(token, _SOON)[len(token) :])


def is_alongside(words: Cues, token: Token) -> bool:
    """True for a present beside what is to come: "will withdraw its forces as the army takes control"."""
    if token.dep_ != "advcl" or "Tense=Pres" not in str(token.morph) or "VerbForm=Fin" not in str(token.morph):
        return False
    if not any(child.dep_ == "mark" and words.has("alongside", child.lower_) for child in token.children):
        return False
    return mood(words, token.head, group_of(token.head)) == "planned"


def is_turned(token: Token) -> bool:
    """True for a condition told by the order of words: "Had we signed a year ago, …"."""
    if token.dep_ != "advcl":
        return False
    helpers = [
        child for child in token.children if child.dep_ in ("aux", "auxpass") and "VerbForm=Fin" in str(child.morph)
    ]
    subject = next((child for child in token.children if child.dep_.startswith("nsubj")), None)
    return subject is not None and any(one.i < subject.i for one in helpers)


def is_when(words: Cues, token: Token, group: str) -> bool:
    """True for a past told with "when": that is a time, no condition."""
    if not words.has("when", group) or words.has("if", group):
        return False
    helpers = [child for child in token.children if child.dep_ in ("aux", "aux:tense", "aux:pass", "auxpass")]
    if token.dep_ == "advcl" and mood(words, token.head, group_of(token.head)) in ("planned", "possible"):
        return False  # "could apply it once one of them has ratified it"
    past = any("Tense=Past" in str(one.morph) for one in helpers or [token])
    return past or any(one.dep_ == "aux:tense" for one in helpers)
