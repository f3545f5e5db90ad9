"""What two quotations share by chance: a word or two, the words of one topic, a short sentence of two rivals."""

from __future__ import annotations

from difflib import SequenceMatcher

from dragoman.compare.surfaces import Piece, folded

__all__ = ["acts_for", "is_phrase", "only_topic", "says_little"]

OWN_WORDS = 8  # words from which two speakers do not say the same by chance: one of the articles names the wrong one
STRETCH = 4  # words in a row that two wordings of one sentence share, or more than half of the shorter one
PHRASE_WORDS = 3


def only_topic(one: Piece, other: Piece) -> bool:
    """True for quotations between marks that share words, but no stretch of them: the same oil, another sentence."""
    if "indirect" in (one.quote.kind, other.quote.kind):
        return False
    mine, theirs = folded(one.text).split(), folded(other.text).split()
    run = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match().size
    return run < STRETCH and 2 * run <= (short := min(len(mine), len(theirs))) and short > PHRASE_WORDS


def says_little(one: Piece, other: Piece) -> bool:
    """True for what two voices share by chance: a word or two between marks, a short sentence of two rivals."""
    loose = one.at.source != other.at.source and not (one.speaker and one.speaker == other.speaker)
    return _is_short_of(one, other) or (loose and _is_word(one, other))


def acts_for(one: Piece, other: Piece) -> bool:
    """True for a capital and a person who may speak for it: "Kyiv called it …" and its spokesman, of no other state."""
    return bool(one.state and other.named and not other.state) and other.country == one.state


def _is_short_of(one: Piece, other: Piece) -> bool:
    """True for few words that another named speaker says as well: "We won the vote fairly", from two rivals."""
    size = min(len(piece.text.split()) for piece in (one, other))
    alone = size < OWN_WORDS and "scare" not in (one.quote.kind, other.quote.kind)
    told = (one.named and other.named) or (size == 1 and bool(one.speaker) and bool(other.speaker))
    return alone and told and one.speaker != other.speaker and not (acts_for(one, other) or acts_for(other, one))


def is_phrase(piece: Piece) -> bool:
    """True for a few words between marks: their sentence alone must not make two of them one."""
    return piece.quote.kind in ("partial", "scare") and len(piece.text.split()) <= PHRASE_WORDS


def _is_word(one: Piece, other: Piece) -> bool:
    """True when one of two is a word or two between marks: "friendship" is said by many."""
    shorter = min(one, other, key=lambda piece: (len(piece.text.split()), piece.order))
    size = len(shorter.text.split())
    return size <= PHRASE_WORDS if shorter.quote.kind == "indirect" else size < PHRASE_WORDS and is_phrase(shorter)
