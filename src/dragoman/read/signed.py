"""Who says a quotation that no verb of speech hands over: a signature, a label, the subject in front of a colon."""

from __future__ import annotations

import re

from dragoman.read.cues import WORD, Lexicon
from dragoman.read.frames import HEADS, Frame
from dragoman.read.marks import Marked
from dragoman.read.page import Page
from dragoman.read.speakers import Speaker, Speakers

__all__ = ["colon", "signature"]

SIGNED = re.compile(r"\s*[―—–]\s*")  # “…” — Maria Lopez
STATEMENT = 4  # words of a quotation behind a bare colon
SHORT_STATEMENT = 3  # the same where it opens with a capital letter, which a term between marks does not


def signature(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, quote: Marked) -> Speaker | None:
    """The name after a dash behind a quotation ("“…” — Maria Lopez"), or before a colon in a headline or transcript."""
    dash = SIGNED.match(page.value, quote.outer[1])
    if dash is not None:
        for a, b, mention in cast.covering(dash.end()):
            if a == dash.end() and mention.kind == "PER" and not lex.verbs.keys() & _words(page.value, b, b + 20):
                return cast.person(a, b, by="signed")
    label = page.value[frame.start : quote.outer[0]].rstrip()
    if label.endswith(":") and len(label) < 60:
        for a, b, mention in cast.covering(frame.start):
            named = mention.kind not in ("GPE", "LOC") or frame.kind not in HEADS  # "Iceland: “…”" is a topic
            if named and a == frame.start and page.value[b : quote.outer[0]].strip() == ":":
                return cast.person(a, b, by="label")
        return cast.labelled(frame.start, frame.start + len(label) - 1)
    return None


def colon(page: Page, cast: Speakers, frame: Frame, quote: Marked) -> Speaker | None:
    """The subject of a sentence that leads up to a quotation by a colon without any verb of speech."""
    text = page.value
    if not text[frame.start : quote.outer[0]].rstrip().endswith(":") or frame.kind in HEADS:
        return None
    least = STATEMENT if page.doc is not None or cast.lex.capitals or text[quote.start].islower() else SHORT_STATEMENT
    if len(WORD.findall(text[quote.start : quote.end])) < least:
        return None
    if cast.lex.capitals and page.doc is None:
        return cast.opening_speaker(frame)
    return cast.main_subject(frame.start, quote.outer[0])


def _words(text: str, a: int, b: int) -> set[str]:
    return {word.lower() for word in WORD.findall(text[a:b])[:2]}
