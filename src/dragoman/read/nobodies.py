"""Subjects and objects of verbs of speech that say nothing: years that threaten, files that offer, a baby welcomed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.read.cues import WORD, Cue, Lexicon
from dragoman.read.page import Page
from dragoman.read.speakers import Speaker, Speakers
from dragoman.read.turned import SIDE

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_greeted", "is_thing", "may_threaten", "tells_of_thing"]

GREETED = 4  # words of who is welcomed among which the noun for people stands


def tells_of_thing(lex: Lexicon, cast: Speakers, cue: Cue, token: Token | None) -> bool:
    """True for a relative clause about neither people nor a text: "years of hostility that had threatened trade"."""
    if token is None or token.dep_ not in SIDE or token.head.pos_ != "NOUN":
        return False
    noun = token.head
    pronoun = next((one.lower_ for one in token.children if one.dep_.startswith("nsubj")), "")
    people = pronoun in lex.who and cue.manner != "threaten"
    told = lex.is_role(noun.text) or noun.lower_ in lex.documents or noun.lower_ in lex.bodies
    return bool(pronoun) and not (people or told or cast.covering(noun.idx))


def is_greeted(text: str, lex: Lexicon, a: int, b: int) -> bool:
    """True for people who arrive: "welcomed a baby boy named Hayes" says nothing."""
    return any(word.lower() in lex.greeted for word in WORD.findall(text[a:b])[:GREETED])


def may_threaten(page: Page, lex: Lexicon, cast: Speakers, speaker: Speaker) -> bool:
    """False for a thing: "years of hostility threatened to stop trade" is nobody's threat."""
    if not speaker.by.endswith("(described)") or cast.within(speaker.start, speaker.end):
        return True
    tokens = page.tokens(speaker.start, speaker.end)
    words = (
        [tokens.root.lower_] if tokens is not None else WORD.findall(page.value[speaker.start : speaker.end].lower())
    )
    return any(lex.is_role(word) or word in lex.bodies or word.endswith(lex.role_ends or ("\n",)) for word in words)


def is_thing(page: Page, lex: Lexicon, speaker: Speaker, *, nested: bool = False) -> bool:
    """True for one described subject that is neither people nor a paper: "the need for walls implies …".

    Of plurals as many are people that no list has (delegates, twelve percent): only `nested` in somebody's words,
    "says that quiet zones assume …", are they taken for things.
    """
    tokens = page.tokens(speaker.start, speaker.end) if speaker.by.endswith("(described)") else None
    if tokens is None or tokens.root.pos_ != "NOUN":
        return False
    if "Plur" in tokens.root.morph.get("Number", []) and not nested:
        return False
    noun = tokens.root.lower_
    return not (lex.is_role(noun) or noun in lex.documents or noun in lex.bodies)
