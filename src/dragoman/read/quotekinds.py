"""The kind of a quotation: a statement of its own, a phrase in the article's sentence, or words that nobody says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.read.carried import LETTER, Said, leads
from dragoman.read.cues import WORD, Lexicon
from dragoman.read.frames import FINAL, HEADS
from dragoman.read.marks import Marked
from dragoman.read.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["capital", "kind_of"]

CLAUSE = 5  # words from which a capitalised quotation counts as a statement of its own without a parser
TITLE = 4  # words up to which an unattributed quotation reads as a name or a term


def kind_of(page: Page, lex: Lexicon, one: Said) -> str:
    """direct for a statement of its own, partial for a phrase in the article's sentence, scare without speaker."""
    text, quote = page.value, one.quote
    words = WORD.findall(text[quote.start : quote.end])
    if one.by == "predicate":  # "The UN “deeply regrets” the move"
        return "partial"
    whole = _is_statement(page, lex, one, len(words))
    if one.quote.by in ("dash", "question", "answer", "turn"):
        return "direct"
    if one.by == "teller":  # with the words of `[tellers]` alone: what opens a sentence of its own is one
        return "direct" if caseless(text[quote.start]) or (capital(text, quote) and len(words) > 1) else "partial"
    if one.cue is None and (one.speaker is None or one.speaker.name is None):
        return "direct" if whole and len(words) > TITLE and _alone(text, one) else "scare"
    return "direct" if whole else "partial"


def _alone(text: str, one: Said) -> bool:
    """In a headline only what fills it or follows a colon is a statement; elsewhere marks are enough."""
    if one.frame.kind not in HEADS:
        return True
    before, after = text[one.frame.start : one.quote.outer[0]].rstrip(), text[one.quote.outer[1] : one.frame.end]
    return (not before or before.endswith(":")) and LETTER.search(after) is None


def _is_statement(page: Page, lex: Lexicon, one: Said, words: int) -> bool:
    text, quote = page.value, one.quote
    if (
        one.quote.by in ("dash", "question", "answer", "turn")
        or len(one.parts) > 1
        or (text[quote.end - 1] in FINAL and words > 2 and capital(text, quote))
    ):
        return True
    alone = leads(text, one.frame.start, quote.outer[0]) or text[: quote.outer[0]].rstrip().endswith(":")
    tokens = page.tokens(quote.start, quote.end)
    if tokens is None and lex.capitals and text[quote.end - 1] not in FINAL and not _has_verb(text, lex, quote):
        return False
    if tokens is None:
        told = text[: quote.outer[0]].rstrip().endswith(":") or _comma(text, one)
        if told and alone and capital(text, quote) and words >= 2:
            return True
        return words >= CLAUSE and (capital(text, quote) or alone)
    finite = any(_finite(token) for token in tokens)
    if alone and (capital(text, quote) or finite):
        return finite or words >= 3
    subject = any(
        token.dep_.startswith(("nsubj", "expl")) and quote.start <= token.head.idx < quote.end for token in tokens
    )
    return finite and subject and words >= CLAUSE


def capital(text: str, quote: Marked) -> bool:
    """True for a quotation that opens with a capital letter, behind ¿ and ¡ as well."""
    return text[quote.start : quote.end].lstrip("¿¡")[:1].isupper()


def caseless(letter: str) -> bool:
    """True for a letter of a script without capitals."""
    return letter.isalpha() and letter.lower() == letter.upper()


def _has_verb(text: str, lex: Lexicon, quote: Marked) -> bool:
    """True when a word in lower case is left that is no preposition, no article and no adjective of a noun.

    Names keep the small words of their own language: „Médecins du Monde“, „People's Voice for Peace“.
    """
    words = [one.group() for one in WORD.finditer(text, quote.start, quote.end)]
    following = [*(word[0].isupper() for word in words[1:]), False]
    plain = lex.prepositions | lex.determiners | lex.conjunctions | lex.name_words
    return any(
        word[0].islower()
        and len(word) > 1
        and word not in plain
        and not (noun and word.lower().endswith(lex.adjective_endings))
        for word, noun in zip(words, following, strict=True)
    )


def _comma(text: str, one: Said) -> bool:
    """True for a capitalised quotation that its cue follows after a comma or a mark: a sentence of its own."""
    behind = text[one.quote.end - 1 : one.quote.outer[1] + 1]
    closed = "," in behind or text[one.quote.end - 1] in "!?…"
    return text[one.quote.start].isupper() and closed and one.cue is not None and one.cue.start > one.quote.end


def _finite(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return "Fin" in token.morph.get("VerbForm", []) or token.tag_ in ("VBD", "VBP", "VBZ", "MD")
