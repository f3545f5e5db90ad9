"""The words right behind a quotation tell who said it, whatever their verb: «…», — ворчит врач · «…», corta Torres."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.read.cues import FINITE, WORD, Cue, Lexicon
from dragoman.read.marks import Marked
from dragoman.read.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["by_parse", "inside_marks", "unlisted", "unlisted_verb"]

COMMA = re.compile(r"\s*,\s+")  # «…», corta Torres
DASH = re.compile(r"\s*,?\s*[—–]\s*")  # «…», — ворчит врач
INNER = re.compile(r"(?<=[,!?…])\s+[—–]\s+(?=[^\W\d_])")  # «Ждём, — сказал он. — Всё готово»
BACK = re.compile(r"[.,]\s+[—–]\s+")
CLOSE = re.compile(r"\s*(?:[.,;:!?]|$)")
SUBJECTS = ("nsubj", "nsubj:caus")
OBJECTS = ("dobj", "obj", "ccomp", "xcomp", "attr", "acomp", "oprd")
BESIDE = ("advmod", "neg", "aux", "npadvmod")
MARKS = "”\"'»’"
LONGEST = 90  # characters of the teller's words inside the marks


def unlisted(text: str, lex: Lexicon, top: Sequence[Marked], known: frozenset[int]) -> Iterator[Cue]:
    """A verb of speech for each quotation whose clause goes on with one that no list has."""
    if not lex.finite_endings:
        return
    for one in top:
        after = (DASH if lex.tagged_by_dash else COMMA).match(text, one.outer[1])
        if after is None and one.by == "dash":
            after = re.compile(r"[\s—–]*").match(text, one.outer[1])
        if after is None and text[one.end - 1] in ",!?…":
            after = re.compile(r"\s+").match(text, one.outer[1])
        if (
            after is not None
            and (verb := unlisted_verb(text, lex, after.end())) is not None
            and verb.start() not in known
        ):
            yield Cue(verb.start(), verb.end(), verb.start(), "say", FINITE)


def by_parse(page: Page, top: Sequence[Marked], known: frozenset[int]) -> Iterator[Cue]:
    """A verb that no list has behind a quotation, by its syntax: “It is over,” a narrator in the clip intones."""
    for one in top:
        at = one.outer[1]
        if page.value[one.end - 1] not in ",?!" and page.value[at : at + 1] != ",":
            continue
        behind = page.tokens(at, min(at + LONGEST, len(page.value)))
        found = _teller(behind, at) if behind is not None else None
        if found is not None and found.idx not in known:
            yield Cue(found.idx, found.idx + len(found.text), found.idx, "say", FINITE)


def _teller(behind: Tokens, at: int) -> Token | None:
    """The finite verb of a short clause that holds a subject and nothing that is told."""
    words = [token for token in behind if token.idx >= at and not token.is_space]
    while words and (words[0].is_punct or words[0].text in MARKS):
        words.pop(0)
    for index, token in enumerate(words):
        if token.is_punct and token.text not in "-'":
            return None
        if token.pos_ != "VERB":
            continue
        finite = "Fin" in token.morph.get("VerbForm", []) or token.tag_ in ("VBD", "VBP", "VBZ")
        subject = next((one for one in token.children if one.dep_ in SUBJECTS), None)
        told = any(one.dep_ in OBJECTS and one.i > token.i for one in token.children)
        if not finite or subject is None or told or subject.left_edge.idx < at:
            return None
        own = {one.i for one in subject.subtree} | {one.i for one in token.children if one.dep_ in BESIDE}
        return token if all(one.i in own for one in words[:index]) else None
    return None


def unlisted_verb(text: str, lex: Lexicon, at: int) -> re.Match[str] | None:
    """The verb that opens the teller's words, past "se" or "he then"; its subject or the end must follow."""
    for word in list(WORD.finditer(text, at, at + 40))[:2]:
        lower = word.group().lower()
        if lower in lex.fillers:
            continue
        rest = text[word.end() : word.end() + 1] == " " and not lower.endswith(lex.finite_endings)
        if rest and word.group()[0].islower() and lower not in lex.loose and not lex.is_role(lower):
            continue  # "— тихо замечает она"
        plain = lower in lex.loose | lex.relatives | lex.subordinators | lex.wh or lex.is_role(lower)
        if not word.group()[0].islower() or plain or not lower.endswith(lex.finite_endings):
            return None
        return word if _goes_on(text, lex, word.end()) else None
    return None


def _goes_on(text: str, lex: Lexicon, at: int) -> bool:
    """True when a subject, a phrase with a preposition or the end of the clause follows."""
    if CLOSE.match(text, at):
        return True
    word = WORD.match(text, at + 1)
    if word is None:
        return False
    lower = word.group().lower()
    known = lex.determiners | lex.prepositions | lex.fillers
    return word.group()[0].isupper() or lower in known or lower in lex.pronouns or lex.is_role(lower) or lex.bare_nouns


def inside_marks(text: str, lex: Lexicon, marked: Sequence[Marked]) -> list[Marked]:
    """Quotations without the teller's words that stand inside their marks: «Ждём, — сказал он. — Всё готово»."""
    made: list[Marked] = []
    for one in marked:
        tag = _inner_tag(text, lex, one) if one.depth == 0 and one.by != "dash" and lex.tagged_by_dash else None
        if tag is None:
            made.append(one)
            continue
        a, b = tag
        first = Marked(one.start, a, (one.outer[0], a), 0, by=one.by, parts=[(one.start, a)], mark=one.mark)
        first.end = a - 1 if text[a - 1] == "," else a
        first.parts = [(first.start, first.end)]
        made.append(first)
        if b < one.end:
            made.append(Marked(b, one.end, (b, one.outer[1]), 0, by="inside", parts=[(b, one.end)], mark=one.mark))
    return made


def _inner_tag(text: str, lex: Lexicon, one: Marked) -> tuple[int, int] | None:
    """(where the teller's words begin, where the speech goes on) inside one pair of marks."""
    for dash in INNER.finditer(text, one.start, one.end):
        words = [word.group().lower() for word in list(WORD.finditer(text, dash.end(), one.end))[:3]]
        listed = any(word in lex.verbs for word in words)
        if not listed and (unlisted_verb(text, lex, dash.end()) is None or not words):
            continue
        back = BACK.search(text, dash.end(), min(one.end, dash.end() + LONGEST))
        if back is not None:
            return dash.start(), back.end()
    return None
