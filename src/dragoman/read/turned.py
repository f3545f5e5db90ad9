"""A verb of telling right behind a statement, with nothing but its subject up to the full stop: "…, said X."."""

from __future__ import annotations

import re

from dragoman.read.cues import FINITE, PARTICIPLE, WORD, Cue, Lexicon
from dragoman.read.frames import Frame
from dragoman.read.page import Page
from dragoman.read.speakers import Speaker, Speakers

__all__ = ["LEAST", "LETTERS", "SIDE", "turned"]

SIDE = ("relcl", "acl", "acl:relcl", "amod")
TELLING = frozenset(["say", "announce", "report", "confirm", "indicate", "tell", "explain", "assure"])
LETTERS = re.compile(r"[^\W\d]")  # "на 120" is one word
LEAST = 5  # words of an infinitive: "asked not to be named" tells nothing


def turned(
    page: Page, lex: Lexicon, cast: Speakers, frame: Frame, cue: Cue
) -> tuple[Speaker | None, list[tuple[int, int]]] | None:
    """ "…, ont annoncé X et Y.": a verb right behind a comma whose only company is a subject up to the full stop."""
    text = page.value
    if cue.form not in (FINITE, PARTICIPLE) or cue.manner not in TELLING:
        return None
    if any(not LETTERS.search(text, one.outer[1], max(cue.start, one.outer[1])) for one in frame.quotes):
        return None  # “…”, a dit X: the quotation says it all
    head = text[frame.start : cue.start].rstrip()
    if not head.endswith(",") or len(WORD.findall(head)) < (LEAST if page.doc is not None else lex.shortest):
        return None
    tail = text[cue.end : frame.end].strip(" .")
    if _tells_more(page, lex, cue, frame):
        return None
    found = [(a, b) for a, b in cast.candidates(cue.end, frame.end) if len(WORD.findall(text[cue.end : a])) <= 1]
    tail = tail.partition(";")[0]  # "…, affirme Kiev ; l'ONU parle de 22 millions"
    titled = tail.count(",") == 1 and cast.named_after(cue.end + text[cue.end : frame.end].find(","), frame.end)
    if (
        not (found or titled)
        or any(mark in tail for mark in (";:" if titled else ",;:"))
        or lex.that.search(text, cue.end, frame.end)
    ):
        return None
    end = cue.end + len(text[cue.end : frame.end].rstrip(" .\n"))
    start = cue.end + len(text[cue.end : end]) - len(text[cue.end : end].lstrip())
    names = [one for one in cast.within(cue.end, end) if one[2].form in ("name", "acronym")]
    if titled:
        speaker = cast.person(start, cue.end + text[cue.end : end].find(","))
    elif names and names[0][0] == found[0][0]:
        speaker = cast.person(start, names[-1][1], names[0][0])
    else:
        whole = found[0][1] >= end
        placed = cast.speaker(cue, frame, inverted=True) if page.doc is None else None
        speaker = cast.person(*found[0], by="nearest") if whole else placed
    return speaker, [(frame.start, frame.start + len(head))]


def _tells_more(page: Page, lex: Lexicon, cue: Cue, frame: Frame) -> bool:
    """True when a clause follows the verb: "X, of the party, said the plan has failed"."""
    tokens = page.tokens(cue.end, frame.end)
    if tokens is None:
        words = {word.lower() for word in WORD.findall(page.value[cue.end : frame.end])}
        return not words.isdisjoint(lex.auxiliaries | lex.reported)
    return any(token.pos_ in ("VERB", "AUX") and token.dep_ not in SIDE for token in tokens if token.idx >= cue.end)
