"""Names between marks that nobody says: a newspaper, a cinema, a programme, the address of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.read.company import LIMIT
from dragoman.read.cues import WORD, Lexicon
from dragoman.read.marks import Marked
from dragoman.read.page import Page
from dragoman.read.speakers import Speakers

if TYPE_CHECKING:
    from dragoman.read.carried import Said

__all__ = ["again", "is_title"]

ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,5}")  # “news.example.org” is where it stood
WORK = 8  # words of the name of a programme or book
NAME = 3  # words of a name between marks


def is_title(page: Page, cast: Speakers, quote: Marked) -> bool:
    """A name between marks ("the daily „Neue Post“"): capital letters throughout, no mark that ends a sentence."""
    words = WORD.findall(page.value[quote.start : quote.end])
    if ADDRESS.fullmatch(page.value, quote.start, quote.end):
        return True
    if _is_work(page.value, cast.lex, quote, words):
        return True
    if page.value[quote.end - 1] in "!?,." or not 0 < len(words) <= 6:
        return False
    before = WORD.findall(page.value[max(0, quote.outer[0] - 30) : quote.outer[0]])
    if before and _is_classed(cast.lex, before[-1]) and words[0][0].isupper() and page.value[quote.outer[0] - 1] == " ":
        return True
    if page.doc is None and not cast.lex.capitals and _named_by_noun(page, cast.lex, quote, words, before):
        return True
    if page.doc is None and cast.lex.bare_nouns and before and before[-1].lower() in cast.lex.prepositions:
        return len(words) <= 2 and all(word[0].isupper() for word in words)  # в «Фейсбуке»
    if page.doc is not None and len(words) == 1 and words[0][0].isupper() and _is_common(page, quote):
        return True  # the freighter “Aurora”
    role = bool(before) and cast.lex.is_role(before[-1]) and page.value[quote.outer[0] - 1] == " "
    if len(words) == 1 and not role and not cast.lex.capitals:
        return False
    plain = len(words) == 1 or words[0].lower().endswith(cast.lex.adjective_endings)
    if cast.lex.capitals and plain and not (before and before[-1][0].isupper()):
        return False  # where every noun has a capital only the noun before tells: die Zeitung „Neue Post“
    if cast.lex.capitals:
        return all(word[0].isupper() or word[0].isdigit() for word in words)
    small = cast.lex.prepositions | cast.lex.determiners | cast.lex.conjunctions
    named = [word for word in words if word not in small]
    if len(named) < len(words) and (not before or before[-1].lower() in cast.lex.verbs or _led_up(page.value, quote)):
        return False  # wrote: “Estamos con Lima”
    if words[0] not in named and words[0] in small - cast.lex.determiners:
        return False  # "with or without Oman"
    return words[-1] in named and all(word[0].isupper() or word[0].isdigit() for word in named)


def again(text: str, said: Sequence[Said]) -> None:
    """The same name between marks a second time: "The “Aurora” came back"."""
    names = {text[one.quote.start : one.quote.end] for one in said if one.by == "name"}
    for one in said:
        if one.cue is None and one.speaker is None and text[one.quote.start : one.quote.end] in names:
            one.by = "name"


def _led_up(text: str, quote: Marked) -> bool:
    """True when a mark, not a word, stands in front of a quotation."""
    return not text[: quote.outer[0]].rstrip()[-1:].isalnum()


def _is_classed(lex: Lexicon, noun: str) -> bool:
    """True for a noun that a name follows between marks: the newspaper, die Wochenzeitung, la fragata."""
    return noun.lower() in lex.classed or (lex.capitals and noun[0].isupper() and noun.lower().endswith(lex.classed))


def _is_work(text: str, lex: Lexicon, quote: Marked, words: list[str]) -> bool:
    """True for the name of a programme, book or song with the comma inside its marks: on “Coast Morning Show,” …"""
    if text[quote.end - 1] != "," or not 2 <= len(words) <= WORK or LIMIT.search(text, quote.start, quote.end - 1):
        return False
    before = WORD.findall(text[max(0, quote.outer[0] - 30) : quote.outer[0]])[-1:]
    plain = lex.prepositions | lex.determiners | lex.conjunctions
    names = [word[0].isupper() for word in words if word.lower() not in plain]
    ruled = bool(before) and before[0].lower() in lex.prepositions | lex.conjunctions
    return len(names) > 1 and all(names) and (ruled or len(names) > 2) and bool(before) and before[0][0].islower()


def _is_common(page: Page, quote: Marked) -> bool:
    """True for a common noun right in front of a word between marks, without an article between."""
    last = list(WORD.finditer(page.value, max(0, quote.outer[0] - 30), quote.outer[0]))[-1:]
    token = page.token(last[0].start()) if last and last[0].end() == quote.outer[0] - 1 else None
    return token is not None and token.pos_ == "NOUN"


def _named_by_noun(page: Page, lex: Lexicon, quote: Marked, words: list[str], before: list[str]) -> bool:
    """True for a few words with a capital right behind a noun of the sentence: кинотеатр «Синема парк»."""
    text = page.value
    beside = text[quote.outer[0] - 2 : quote.outer[0]]
    if (
        len(words) > NAME
        or not before
        or not words[0][0].isupper()
        or beside.rstrip() + " " != beside
        or not beside[0].isalnum()
    ):
        return False
    opens = page.sentence(quote.start)[0] + len(before[-1]) + 1 == quote.outer[0]  # Ракеты «Гром» попали …
    noun = before[-1].lower() if opens else before[-1]
    return noun[0].islower() and noun not in lex.verbs and noun not in lex.loose and not lex.that.fullmatch(noun)
