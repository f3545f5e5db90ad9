"""Whose word an agency passes on: "Anadolu reported, citing the governor" tells what the governor says."""

from __future__ import annotations

from dataclasses import replace

from dragoman.read.agencies import AGENCY
from dragoman.read.bysource import BySource
from dragoman.read.cues import WORD, Cue
from dragoman.read.frames import Frame
from dragoman.read.nounphrases import phrase_after
from dragoman.read.voice import Speaker

__all__ = ["CITED", "cited"]

CITED = "cited"
BETWEEN = 4  # words of a day or a place between an agency's verb and "citing"
NEAR = 12  # characters of an article and an adjective in front of who is cited


def cited(cast: BySource, found: Speaker | None, cue: Cue, frame: Frame) -> Speaker | None:
    """Who stands behind "citing", where an agency or a paper is what would speak; documents and reasons do not."""
    if found is None or found.name is None or not _is_press(cast, found):
        return None
    end = max(found.end, cue.end)
    one = cast.lex.citing.search(cast.text, found.start, found.end)  # "Агентство со ссылкой на X сообщило"
    one = one or cast.lex.citing.search(cast.text, end, frame.end)
    if one is None or cast.hides(one.start()):
        return None
    end = min(end, one.start())
    between = cast.text[end : one.start()]
    told = any(end <= other.start < one.start() for other in frame.cues if other != cue)
    if told or len(WORD.findall(between)) > BETWEEN or any(mark in between for mark in ".;:"):
        return None
    who = _behind(cast, one.end(), frame.end)
    named = who is not None and who.name is not None and not _is_press(cast, who)
    somebody = who is not None and (who.person or any(cast.lex.is_role(word) for word in WORD.findall(who.name or "")))
    return replace(who, by=CITED) if who is not None and named and somebody else None


def _behind(cast: BySource, a: int, b: int) -> Speaker | None:
    """The noun phrase right behind a place."""
    if cast.page.doc is None:
        found = phrase_after(cast.text, cast.lex, a, b, any_noun=True, any_case=True)
        return cast.plain(cast.person(*found, by=CITED)) if found is not None else None
    low, high = next(iter(cast.candidates(a, b)), (b, b))
    return cast.person(low, high, by=CITED) if low - a <= NEAR else None


def _is_press(cast: BySource, one: Speaker) -> bool:
    words = {word.lower() for word in WORD.findall(one.name or "")}
    return bool(words & cast.lex.press) or AGENCY.search(one.name or "") is not None
