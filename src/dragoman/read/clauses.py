"""The words a verb of speech hands over: a clause, an infinitive, a noun phrase, or the sentence before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.read.cues import FINITE, WORD, Cue, Lexicon
from dragoman.read.extents import statement_end
from dragoman.read.frames import HEADS, Frame
from dragoman.read.marks import Marked
from dragoman.read.moods import by_mood
from dragoman.read.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["CLAUSES_OF_NOUNS", "UNTOLD", "bare_clause", "is_led"]

#: Manners whose noun object is a statement in short ("denied any part in the raid on the port").
UNTOLD = frozenset(["continue", "agree", "refuse", "reject", "decide", "show"])  # "… as the strike goes on"
#: Manners whose clause may be a question: "explained how the dam works", "asked whether the dam holds".
ASKED = frozenset(["say", "tell", "explain", "ask", "stress", "write", "announce"])
CLAUSES_OF_NOUNS = ("relcl", "acl", "acl:relcl", "amod")


def bare_clause(page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token | None) -> list[tuple[int, int]] | None:
    """A clause without conjunction: by the parse, by the subjunctive of reported speech, or behind a colon."""
    text = page.value
    colon = text.find(":", cue.end, frame.end)
    spoken = any(not WORD.search(text, colon + 1, quote.outer[0]) for quote in frame.quotes if quote.start > colon)
    spoken = spoken or any(quote.outer[0] < colon for quote in frame.quotes)
    acts = cue.manner in UNTOLD or any(one.start > colon and one.form == FINITE for one in frame.cues)
    first = WORD.search(text, frame.start, colon) if colon >= 0 and not lex.drops else None
    acts = acts or (first is not None and first.start() == cue.start)  # "Posted: Thursday, 4 December"
    listed = colon >= 0 and _in_relative(page, lex, cue, token)  # "in the towns that asked for it: A, B and C"
    if (
        colon >= 0
        and not listed
        and len(WORD.findall(text[cue.end : colon])) <= 4
        and not (spoken or acts or frame.kind in HEADS)
    ):
        return [(colon + 1, frame.end)]
    if token is None:
        return by_mood(page, lex, frame, cue)
    for child in token.children:
        if (
            child.dep_ == "ccomp"
            and child.i > token.i
            and child.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON")
        ):
            start = child.left_edge.idx
            if any(is_led(text, cue, one) and one.outer[0] <= start < one.outer[1] for one in frame.quotes):
                continue  # "…, X said: “…”": the words between the marks stand for themselves
            if start < cue.end or not any(
                one.dep_.startswith(("nsubj", "expl")) for one in child.subtree if one.i < child.i
            ):
                continue
            if text[cue.end : start].strip() and ("," in text[cue.end : start + 1] or ";" in text[cue.end : start]):
                continue
            if cue.manner == "tell" and not text[cue.end : start].strip():
                continue  # "told lawmakers and officials gathered there": whom, not what
            opens = child.left_edge.tag_ in ("WP", "WDT", "WRB") or child.left_edge.lower_ in lex.wh
            if opens and (cue.form != FINITE or cue.manner not in ASKED or _is_teaser(page, cue)):
                continue
            return [(start, statement_end(page, lex, frame, cue, start))]
    return None


def _in_relative(page: Page, lex: Lexicon, cue: Cue, token: Token | None) -> bool:
    """True for the verb of a relative clause: by the parse, or by the word before it and its pronouns."""
    if token is not None:
        return token.dep_ in CLAUSES_OF_NOUNS
    words = [word.lower() for word in WORD.findall(page.value[max(0, cue.start - 20) : cue.start])]
    while words and words[-1] in lex.determiners | lex.pronouns.keys() and words[-1] not in lex.relatives:
        words.pop()  # "que la pidieron"
    return bool(words) and words[-1] in lex.relatives and not lex.capitals


def _is_teaser(page: Page, cue: Cue) -> bool:
    """True for what an article is going to tell: "the Herald explains what both sides agreed"."""
    token = page.token(cue.verb)
    return cue.manner == "explain" and token is not None and token.tag_ in ("VBZ", "VBP")


def is_led(text: str, cue: Cue, quote: Marked) -> bool:
    """True for words that a colon behind a teller leads up to."""
    return quote.outer[0] >= cue.end and text[cue.end : quote.outer[0]].rstrip().endswith(":")
