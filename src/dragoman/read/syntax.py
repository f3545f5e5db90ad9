"""Whose verb it is, by dependency alone: the subject a verb has, borrows, or must not borrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.read.cast import PASSIVE, SUBJECTS
from dragoman.read.cues import Cue
from dragoman.read.frames import Frame

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["beside_copula", "forced", "is_parted", "leads_on", "subject_of"]

AGENTS = ("agent", "obl:agent")
BORROWS = ("conj", "xcomp", "advcl", "acl", "pcomp", "ccomp", "obl:mod", "obl:arg", "parataxis", "prep", "dep")
RELATIVES = ("relcl", "acl:relcl")


def leads_on(subject: Token, frame: Frame, cue: Cue) -> bool:
    """True for a pronoun right behind a verb, with another verb behind it and no words spoken in front."""
    if any(quote.outer[1] <= cue.start for quote in frame.quotes) or subject.i + 1 >= len(subject.doc):
        return False
    return subject.doc[subject.i + 1].pos_ in ("VERB", "AUX")


def forced(token: Token) -> bool:
    """True for "forced X to admit", "left X fearing that": the subject of the verb above is not who speaks."""
    if token.dep_ not in ("xcomp", "ccomp") or not (
        "Inf" in token.morph.get("VerbForm", []) or (token.tag_ == "VBG" and not _set_off(token))
    ):
        return False
    own = any(child.dep_ in SUBJECTS for child in token.children)
    return not own and any(child.dep_ in ("dobj", "obj") and child.i < token.i for child in token.head.children)


def beside_copula(token: Token, verbs: set[int]) -> bool:
    """True for "said X was a fraud and urged Y to …": who urges may be X or the teller."""
    head = token.head
    own = any(child.dep_ in SUBJECTS for child in token.children)
    copula = token.dep_ == "conj" and head.pos_ == "AUX" and head.idx not in verbs and token.pos_ == "VERB"
    return copula and not own and head.dep_ in ("ccomp", "advcl") and head.head.idx in verbs


def is_parted(token: Token, subject: Token) -> bool:
    """True for a gerund behind a comma whose subject is that of the verb before: no nearer name speaks."""
    return token.tag_ == "VBG" and token.dep_ == "advcl" and subject.head == token.head and _set_off(token)


def _set_off(token: Token) -> bool:
    """True for a verb that a comma parts from the noun in front of it."""
    return any(one.text == "," for one in token.doc[token.head.i + 1 : token.i])


def _verb_above(noun: Token) -> Token | None:
    """The verb whose object, or part of an object, a noun is; none for its subject."""
    token = noun
    for _ in range(6):
        if token.dep_ in (*SUBJECTS, *PASSIVE) or token.head == token:
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def _out_of_step(token: Token) -> bool:
    """True for a past tense that hangs on a "would": "said it would leave the union and suggested …"."""
    modal = any(one.tag_ == "MD" for one in token.head.children)
    return token.tag_ == "VBD" and modal and token.head.dep_ == "ccomp" and token.head.head != token.head


def _is_state(verb: Token) -> bool:
    """True for what somebody is, inside what is told: nobody speaks by it."""
    return verb.pos_ == "AUX" and verb.dep_ == "ccomp" and verb.head != verb


def subject_of(token: Token, *, loose: bool = False) -> tuple[Token | None, bool]:
    """(subject, passive) of a verb by dependency, borrowed from the verb it hangs on where it has none."""
    seen = 0
    while seen < 6:
        children = list(token.children)
        for child in children:
            if child.dep_ in PASSIVE:
                for agent in children:
                    if agent.dep_ in AGENTS:
                        inner = [one for one in agent.children if one.dep_ == "pobj"]
                        return (inner[0] if inner else agent), True
                return None, True
        own = [child for child in children if child.dep_ in SUBJECTS and not (loose and child.i > token.i)]
        if own:
            return (own[-1] if own[0].dep_.startswith("expl") else own[0]), False  # "a-t-il": the pronoun comes last
        if token.dep_ in RELATIVES:
            return token.head, False
        if token.dep_ == "acl" and token.head.pos_ in ("NOUN", "PROPN"):
            above = _verb_above(token.head) if loose and _set_off(token) else None
            if above is None:
                return token.head, False
            token, seen = above, seen + 1  # "granted the firm more time on its order, saying …"
            continue
        if token.dep_ == "conj" and _out_of_step(token):
            token, seen = token.head.head, seen + 1
            continue
        if token.dep_ not in BORROWS or token.head == token:
            return None, False
        if loose and token.dep_ == "advcl" and _is_state(token.head) and token.i > token.head.i:
            token, seen = token.head.head, seen + 1  # "said he was shocked, saying …"
            continue
        token = token.head
        seen += 1
    return None, False
