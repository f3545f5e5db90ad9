"""Who says a quotation that no verb of speech hands over: a signature, a label, the subject in front of a colon."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.read.cues import WORD, Lexicon
from dragoman.read.frames import HEADS, Frame
from dragoman.read.marks import Marked
from dragoman.read.page import Page
from dragoman.read.speakers import Speaker, Speakers

__all__ = ["colon", "ours", "signature", "therein", "worded"]

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
    if not text[frame.start : quote.outer[0]].rstrip().endswith(":") or frame.kind in HEADS or not cast.lex.verbs:
        return None  # without a verb known, whatever stands before a colon would be the speaker
    least = STATEMENT if page.doc is not None or cast.lex.capitals or text[quote.start].islower() else SHORT_STATEMENT
    if len(WORD.findall(text[quote.start : quote.end])) < least:
        return None
    if cast.lex.capitals and page.doc is None:
        return cast.opening_speaker(frame)
    return cast.main_subject(frame.start, quote.outer[0])


def worded(page: Page, cast: Speakers, frame: Frame, quote: Marked) -> Speaker | None:
    """Who acts with the words: "Mit den Worten „…“ verließ er den Saal"."""
    before = [one.end() for one in cast.lex.with_words.finditer(page.value, frame.start, quote.outer[0])]
    if not before or page.doc is not None or page.value[before[-1] : quote.outer[0]].strip(" :"):
        return None
    return cast.acting(frame, quote.outer[1])


def therein(page: Page, cast: Speakers, frame: Frame, before: Frame, quote: Marked) -> Speaker | None:
    """Who issued the paper of the sentence before: "Der Verein gab eine Erklärung ab. Darin steht: „…“"."""
    if cast.lex.therein.match(page.value, frame.start) is None or page.doc is not None or before.kind in HEADS:
        return None
    paper = next(iter(cast.lex.media.finditer(page.value, before.start, before.end)), None)
    issuer = cast.opening_speaker(before) if frame.block - before.block <= 1 and paper is not None else None
    if paper is None or issuer is None or issuer.name is None or issuer.end > paper.start():
        return None
    return replace(issuer, start=paper.start(), end=paper.end(), by="document")


def ours(page: Page, cast: Speakers, frame: Frame, before: Frame, quote: Marked) -> Speaker | None:
    """Who a sentence is about, where words in the first person follow: "Der Verein will bleiben. „Wir sind hier …“"."""
    first = WORD.search(page.value, quote.start, quote.end)
    if first is None or first.group().lower() not in cast.lex.first_person or before.quotes or before.cues:
        return None
    if frame.block != before.block or before.kind in HEADS or page.doc is not None or not cast.lex.capitals:
        return None
    return cast.opening_speaker(before, page.value.rfind(": ", before.start, before.end) + 1)


def _words(text: str, a: int, b: int) -> set[str]:
    return {word.lower() for word in WORD.findall(text[a:b])[:2]}
