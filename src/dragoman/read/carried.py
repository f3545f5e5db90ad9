"""Quotations and reports without a cue of their own, which go on for whoever spoke before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.read.cues import LOOSE, WORD, Cue, Lexicon
from dragoman.read.frames import HEADS, Frame
from dragoman.read.indirect import Report
from dragoman.read.marks import Marked
from dragoman.read.speakers import Speaker, Speakers

__all__ = ["LETTER", "Said", "bare", "carried_report", "carry", "leads", "reported"]

LETTER = re.compile(r"[^\W_]")
DATELINE = re.compile(r"[^a-zà-ÿа-яё\n]{3,40}(?:\([^()\n]{1,30}\))?\s?[.:]?\s?[-–—]?\s*[“«„\"]?")


@dataclass(slots=True)
class Said:
    """One quotation on its way: its words, and who is found to have said them."""

    quote: Marked
    frame: Frame
    cue: Cue | None = None
    speaker: Speaker | None = None
    by: str = ""
    parts: list[tuple[int, int]] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """True when a name or description of the speaker is known."""
        return self.speaker is not None and self.speaker.name is not None


def leads(text: str, a: int, b: int) -> bool:
    """True when nothing but a dateline stands in a..b: OSLO (AP) — “We will wait,” …"""
    return not LETTER.search(text, a, b) or DATELINE.fullmatch(text, a, b) is not None


def bare(text: str, frame: Frame) -> bool:
    """True for a sentence that consists of quotations alone."""
    at = frame.start
    for quote in frame.quotes:
        if LETTER.search(text, at, quote.outer[0]):
            return False
        at = max(at, quote.outer[1])
    return not LETTER.search(text, at, frame.end)


def reported(text: str, lex: Lexicon, cast: Speakers, frame: Frame) -> bool:
    """True for a sentence in the mood of reported speech that no cue rules ("Die Lage sei ernst.")."""
    if not lex.reported or any(cue.form != LOOSE for cue in frame.cues):
        return False
    if ":" in text[frame.start : frame.end]:  # "The Kremlin counts otherwise: …" has a teller of its own
        return False
    if not lex.itself.isdisjoint(word.lower() for word in WORD.findall(text[frame.start : frame.end])):
        return False  # "Ich werde …" is no reported speech
    words = [one for one in WORD.finditer(text, frame.start, frame.end) if not cast.hides(one.start())]
    told = lex.reported - lex.hypothetical
    last = words[-1].group() if words else ""
    if last in lex.unfulfilled and len(words) > 1:  # "hätte öffnen sollen": what did not happen, in whoever's words
        told = told - lex.unfulfilled_with
    first = next((one for one in words if one.group() in told), None)
    return first is not None and not lex.that.search(text, frame.start, first.start())  # "er griff auf, dass sie sei"


def carry(cast: Speakers, made: list[Frame], index: int, one: Said, said: list[Said]) -> None:
    """A quotation alone goes on for the speaker of the sentence before, within the paragraph or right after it."""
    before = made[index - 1] if index else None
    if before is None or cast.last is None or before.kind in HEADS:
        return
    apart = one.frame.block - before.block
    last = said[-1] if said and said[-1].frame is before else None
    told = any(cue.form != LOOSE for cue in before.cues)
    resumed = apart == 0 or (apart == 1 and _in_mood_throughout(cast, made[index]))
    resumed = resumed and cast.last_block == before.block and cast.last.name is not None
    if resumed and reported(cast.text, cast.lex, cast, made[index]):
        one.speaker, one.by, one.cue = cast.last, "carried", cast.last_cue
    elif (apart == 0 and ((last is not None and last.speaker is not None) or (last is None and told))) or (
        apart == 1 and last is not None and last.named and cast.last_block == before.block
    ):
        cue = _cue_before(before, last)
        own = cast.speaker(cue, before) if last is None and cue is not None else None
        one.speaker, one.by, one.cue = own if own is not None and own.name else cast.last, "carried", cue


def carried_report(cast: Speakers, made: list[Frame], index: int) -> list[Report]:
    """A whole sentence in the mood of reported speech goes on for the speaker before it."""
    frame, before = made[index], made[index - 1] if index else None
    if before is None or cast.last is None or cast.last_block != before.block or before.kind in HEADS:
        return []
    if frame.block - before.block > 1 or (frame.block > before.block and not _in_mood_throughout(cast, frame)):
        return []
    return [(cast.last_cue, cast.last, [(frame.start, frame.end)])] if cast.last_cue is not None else []


def _in_mood_throughout(cast: Speakers, frame: Frame) -> bool:
    """True for a sentence whose main clause is in the mood of reported speech: only that goes on over a paragraph."""
    if cast.last is None or cast.last.name is None:
        return False
    words = WORD.finditer(cast.text, frame.start, frame.end)
    first = next((one for one in words if one.group() in cast.lex.reported), None)
    return first is not None and "," not in cast.text[frame.start : first.start()]


def _cue_before(frame: Frame, last: Said | None) -> Cue | None:
    """The cue that a carried quotation still stands under."""
    if last is not None:
        return last.cue
    told = [cue for cue in frame.cues if cue.form != LOOSE]
    return told[-1] if told else None
