"""Statements that a noun hands over: "the mayor's claim that the dam is safe", "her promise to leave"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.read.cues import LOOSE, WORD, Cue, Lexicon
from dragoman.read.frames import HEADS, Frame
from dragoman.read.indirect import Report, clash, trimmed
from dragoman.read.page import Page
from dragoman.read.pronouns import pronoun
from dragoman.read.speakers import Speaker, Speakers

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["nominals"]

LEAST = 3  # words of a clause behind a noun
#: Nouns whose infinitive is what is promised or asked for; behind others it belongs to another noun.
INTENTS = frozenset(["promise", "threaten", "propose", "demand", "urge", "want", "refuse", "hope"])
CLAUSES = ("acl", "ccomp", "relcl")


def nominals(
    page: Page,
    lex: Lexicon,
    cast: Speakers,
    frame: Frame,
    taken: Sequence[tuple[int, int]],
    nouns: Iterable[Token],
) -> Iterator[Report]:
    """Every clause that one of `nouns` with an owner hands over, outside what is said already (`taken`)."""
    for token in nouns if frame.kind not in HEADS else ():
        manner = lex.telling_nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if manner is None or any(a <= token.idx < b for a, b in taken):
            continue
        words = _clause(page, lex, token, manner)
        if words is None or any(clash(words, one) for one in taken):
            continue
        if (speaker := _owner(cast, token)) is not None and speaker.name:
            yield Cue(token.idx, token.idx + len(token.text), token.idx, manner, LOOSE), speaker, [words]


def _clause(page: Page, lex: Lexicon, noun: Token, manner: str) -> tuple[int, int] | None:
    """The clause behind "that", or the infinitive, that says what is claimed or promised."""
    for child in noun.children:
        if child.i <= noun.i or child.dep_ not in CLAUSES:
            continue
        first = child.left_edge
        that = lex.that.match(page.value, first.idx) if first.tag_ == "IN" or first.dep_ == "mark" else None
        if that is None and (manner not in INTENTS or not lex.infinitive.match(page.value, first.idx)):
            continue
        start = that.end() if that is not None else first.idx
        a, b = trimmed(page.value, start, child.right_edge.idx + len(child.right_edge.text))
        if len(WORD.findall(page.value[a:b])) >= LEAST:
            return a, b
    return None


def _owner(cast: Speakers, noun: Token) -> Speaker | None:
    """Whose claim it is: the possessor in front of the noun, or who stands behind "by"."""
    for child in noun.children:
        if child.dep_ == "poss":
            gender = cast.lex.possessives.get(child.lower_)
            if gender is not None:
                return pronoun(cast, child.idx, child.idx + len(child.text), gender)
            return cast.person(child.left_edge.idx, child.idx + len(child.text), child.idx)
        if child.dep_ == "prep" and cast.lex.by.fullmatch(child.text):
            for one in child.children:
                if one.dep_ == "pobj":
                    return cast.person(one.left_edge.idx, one.idx + len(one.text), one.idx)
    return None
