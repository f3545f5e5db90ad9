"""Infinitives and gerunds that a verb of speech hands over: "vowed to stay", "denied helping", "prometió pagar"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.read.cues import LOOSE, WORD, Cue, Lexicon
from dragoman.read.extents import statement_end
from dragoman.read.frames import Frame
from dragoman.read.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["gerund", "having", "infinitive"]

INFINITIVE = 4  # words behind a verb among which its infinitive stands, where only endings show it


def infinitive(page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token | None) -> list[tuple[int, int]] | None:
    """ "vowed to …", "urged Y to …": the infinitive that hangs on the verb."""
    if token is None and lex.infinitive_endings and cue.form != LOOSE:
        return _by_ending(page, lex, frame, cue)
    if token is None or ("Inf" in token.morph.get("VerbForm", []) and cue.form == LOOSE):
        return None
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > token.i and child.pos_ in ("VERB", "AUX"):
            marks = [one for one in child.children if one.i < child.i and lex.infinitive.match(page.value, one.idx)]
            if marks:
                between = [one for one in token.children if token.i < one.i < child.i and one.dep_ in ("dobj", "obj")]
                between += [one for one in child.children if one.i < marks[0].i and one.dep_.startswith("nsubj")]
                start = max(cue.end, min([marks[0].idx, *(one.left_edge.idx for one in between)]))
                return [(start, statement_end(page, lex, frame, cue, start))]
    return None


def gerund(page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token) -> list[tuple[int, int]] | None:
    """ "denied helping the rebels": the gerund that is what somebody denies or admits."""
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp", "pcomp") and child.tag_ == "VBG" and child.i > token.i:
            start = max(cue.end, child.left_edge.idx)
            return [(start, statement_end(page, lex, frame, cue, start))]
    return None


def having(page: Page, lex: Lexicon, frame: Frame, cue: Cue) -> list[tuple[int, int]] | None:
    """ "niega haber firmado", "nie avoir signé", "denied having signed": what somebody says they did or did not do."""
    word = WORD.match(page.value, cue.end + 1, frame.end)
    if word is None or word.group().lower() not in lex.having or cue.form == LOOSE:
        return None
    return [(word.start(), statement_end(page, lex, frame, cue, word.start()))]


def _by_ending(page: Page, lex: Lexicon, frame: Frame, cue: Cue) -> list[tuple[int, int]] | None:
    """The infinitive near a verb, known by its ending ("пообещал восстановить", "prometió a los vecinos pagar")."""
    for word in list(WORD.finditer(page.value, cue.end, frame.end))[:INFINITIVE]:
        if any(mark in page.value[cue.end : word.start()] for mark in ',;:.«“"'):
            return None
        if word.group().islower() and word.group().endswith(lex.infinitive_endings):
            return [(word.start(), statement_end(page, lex, frame, cue, word.start()))]
    return None
