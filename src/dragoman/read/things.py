"""What a verb of speech hands over without a clause: a thing announced, a name given, what somebody is accused of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.read.cues import LOOSE, TOPICS, WORD, Cue, Lexicon
from dragoman.read.extents import statement_end
from dragoman.read.frames import Frame
from dragoman.read.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["NO_OBJECT", "after_word", "is_bare", "naming", "thing"]

THINGS = frozenset(
    [
        "announce",
        "deny",
        "demand",
        "propose",
        "warn",
        "promise",
        "admit",
        "threaten",
        "claim",
        "suggest",
        "condemn",
        "praise",
        "welcome",
        "defend",
    ]
)
#: Manners whose noun object is a topic, an addressee or a thing, never what is said.
NO_OBJECT = (TOPICS - THINGS) | frozenset(
    [
        "say",
        "tell",
        "ask",
        "reply",
        "write",
        "add",
        "continue",
        "report",
        "explain",
        "assure",
        "order",
        "believe",
        "fear",
        "hope",
        "expect",
        "insist",
        "show",
        "agree",
        "reject",
        "refuse",
    ]
)
BARE = 3  # words of an accusation without a verb, where no parser tells what it hangs on
OBJECT = 5  # words of a noun phrase that carries a statement ("denied any part in the attack on the port")


def thing(page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token | None) -> list[tuple[int, int]] | None:
    """The thing announced, denied, warned of: a noun phrase that quotes, or says enough to be a statement."""
    if token is None or ("Inf" in token.morph.get("VerbForm", []) and cue.form == LOOSE) or is_bare(token):
        return None
    for child in _objects(token, cue):
        if lex.that.match(page.value, child.left_edge.idx) is not None:
            continue  # "n'en confirment que deux"
        if child.left_edge.lower_ in lex.negations or (cue.manner == "recall" and lex.is_role(child.text)):
            continue  # "offered no proof", "recalled its ambassador"
        start, end = max(cue.end, child.left_edge.idx), child.right_edge.idx + len(child.right_edge.text)
        if child.dep_ == "pobj" or child.dep_.startswith("obl"):
            start = max(start, child.idx if child.left_edge.pos_ == "ADP" else start)
        quoted = any(start - 2 <= quote.start and quote.end <= end + 1 for quote in frame.quotes)
        if quoted or (cue.manner in THINGS and len(WORD.findall(page.value[start:end])) >= OBJECT):
            return [(start, min(end, statement_end(page, lex, frame, cue, start)))]
    return None


def naming(page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token | None) -> list[tuple[int, int]] | None:
    """ "called X Y", "presented X as Y": what is named together with its name."""
    if token is None or "Inf" in token.morph.get("VerbForm", []):
        return None
    if any(one.dep_.startswith("expl") for one in token.children):  # "s'appelait": nobody names anybody
        return None
    named = [one for one in token.children if one.i > token.i and one.dep_ in ("dobj", "obj", "ccomp", "nsubj", "oprd")]
    if not named or named[0].dep_ == "nsubj" or not _has_name(page, lex, token, named):
        return None
    start = max(cue.end, named[0].left_edge.idx)
    end = statement_end(page, lex, frame, cue, start)
    comma = page.value.find(", ", start, end)
    inside = any(quote.outer[0] < comma < quote.outer[1] for quote in frame.quotes)
    return [(start, comma if comma > 0 and not inside else end)]


def _objects(token: Token, cue: Cue) -> Iterator[Token]:
    """Noun objects of a verb, directly or behind a preposition."""
    for child in token.children:
        if child.i <= token.i or child.dep_ in ("nsubj",):
            continue
        if (child.dep_ in ("dobj", "obj") and child.pos_ != "PRON") or child.dep_ == "obl:arg":
            yield child
        if child.dep_ == "prep" and (child.idx < cue.end or cue.manner in ("warn", "urge")):
            yield from (one for one in child.children if one.dep_ == "pobj")
        if child.dep_ == "prep" and child.idx < cue.end:  # "called for taxing such income"
            yield from (one for one in child.children if one.dep_ == "pcomp")


def _has_name(page: Page, lex: Lexicon, token: Token, named: list[Token]) -> bool:
    """True when a name follows what is named; "called the mayor on Friday" and "called the hearing" name nothing."""
    if len(named) > 1 or named[0].dep_ in ("oprd", "ccomp"):
        return True
    if any(
        one.dep_ in ("xcomp", "acomp", "attr", "obl:arg", "xcomp:pred") and one.i > token.i for one in token.children
    ):
        return True
    likened = (one for one in token.children if one.i > token.i and one.dep_ in ("prep", "obl:mod", "dative"))
    if any(lex.infinitive.match(page.value, one.left_edge.idx) for one in likened):  # "likened the plan to a trap"
        return True
    return any(lex.as_.match(page.value, one.idx) for one in token.subtree if one.i > token.i)


def after_word(page: Page, lex: Lexicon, frame: Frame, cue: Cue, link: re.Pattern[str]) -> list[tuple[int, int]] | None:
    """ "accused Y of doing": from the verb form behind the link word."""
    text = page.value
    for one in link.finditer(text, cue.end, frame.end):
        if (
            any(mark in text[cue.end : one.start()] for mark in ".;:")
            or len(WORD.findall(text[cue.end : one.start()])) > 15
        ):
            return None
        token = page.token(one.end() + 1 if text[one.end() : one.end() + 1] == " " else one.end())
        said = WORD.findall(text[one.end() : frame.end])[:BARE]
        named = bool(said) and (said[0].lower() in lex.determiners or said[0][0].isupper())
        if token is None and len(said) < BARE and named:
            return None  # "culpa a un fallo del choque de la Estrella"
        if token is None or (token.pos_ in ("VERB", "AUX", "ADV") and token.idx >= one.end()):
            return [(one.end(), statement_end(page, lex, frame, cue, one.end()))]
    return None


def is_bare(verb: Token) -> bool:
    """True for an infinitive without an auxiliary in front of it: "to brag", "asked to comment"."""
    return "Inf" in verb.morph.get("VerbForm", []) and not any(
        one.dep_ == "aux" and one.tag_ == "MD" for one in verb.children
    )
