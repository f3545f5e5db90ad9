"""Verbs in a row that share their helpers: "has yet to be signed and ratified", "must be debated, amended and sold"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["leader"]

#: Beside helpers and subjects: what gives a verb a sense of its own.
_OWN = frozenset({"neg", "mark", "cop", "expl:subj"})
_PASSIVE = frozenset({"auxpass", "aux:pass"})


def leader(token: Token) -> Token | None:
    """The verb whose helpers a bare participle or infinitive shares, the first of its row; None for any other word."""
    form = _form(token)
    if token.pos_ != "VERB" or not form or _has_own(token, form):
        return None
    if token.dep_ == "conj" and form == "VerbForm=Inf" and not _form(token.head):
        return _complement(token)
    one = token
    while one.dep_ == "conj" and one.head.pos_ == "VERB" and _form(one.head) == form:
        one = one.head
        if _is_helped(one):
            return one
    return one.head if _is_row(one, form) else None


def _complement(token: Token) -> Token | None:
    """What an infinitive hung on the finite verb stands in a row with: "they pledge to open talks and to sign"."""
    before = [one for one in token.head.children if one.dep_ == "xcomp" and one.i < token.i]
    return next((one for one in before if _form(one) == "VerbForm=Inf"), None)


def _form(token: Token) -> str:
    """Participle or infinitive; a past without a subject is a participle, whatever a parser takes it for."""
    morph = str(token.morph)
    if "VerbForm=Part" in morph or "Tense=Past" in morph:
        return "VerbForm=Part"
    return "VerbForm=Inf" if "VerbForm=Inf" in morph else ""


def _has_own(token: Token, form: str) -> bool:
    """True for a verb with a helper, a negation or a subject of its own; a particle before an infinitive is none."""
    return any(
        child.dep_.startswith(("aux", "nsubj")) or (child.dep_ in _OWN and form == "VerbForm=Part")
        for child in token.children
        if not (form == "VerbForm=Inf" and child.pos_ == "PART")
    )


def _is_helped(token: Token) -> bool:
    return any(child.dep_.startswith("aux") or child.dep_ == "mark" for child in token.children)


def _is_row(one: Token, form: str) -> bool:
    """True for the middle of a row that the parser hangs on the first: "be signed, approved by X and ratified"."""
    if one.dep_ != "advcl" or one.head.pos_ != "VERB" or _form(one.head) != form or one.i < one.head.i:
        return False
    return any(child.dep_ == "cc" for child in one.children) and any(c.dep_ in _PASSIVE for c in one.head.children)
