"""What somebody calls so: "nannte Berichte, sein Land ziehe ab, „frei erfunden“" is nothing without the reports."""

from __future__ import annotations

from dragoman.read.carried import Said
from dragoman.read.cues import NAMING, WORD, Cue, Lexicon
from dragoman.read.frames import Frame
from dragoman.read.indirect import Report, trimmed
from dragoman.read.marks import Marked
from dragoman.read.speakers import Speaker

__all__ = ["called_so"]

CLAUSE = 6  # words between a verb and a name from which they hold a clause, whose loss would leave nothing told


def called_so(text: str, lex: Lexicon, frame: Frame, spoken: list[Said], told: list[Report]) -> list[Report]:
    """What is called and how, for words in marks that a verb of naming hands over with a clause around them."""
    found: list[Report] = []
    begun: set[int] = set()  # verbs whose first words in marks were seen: "a “bully” and a “liar”" names one thing
    for one in spoken:
        if one.cue is None or one.cue.verb in begun:
            continue
        begun.add(one.cue.verb)
        if one.speaker is None or one.speaker.name is None or one.cue.manner not in NAMING:
            continue
        part = _named(text, lex, frame, one.cue, one.speaker, one.quote)
        if part is not None and not any(a < part[1] and part[0] < b for _, _, parts in told for a, b in parts):
            found.append((one.cue, one.speaker, [part]))
    return found


def _named(text: str, lex: Lexicon, frame: Frame, cue: Cue, speaker: Speaker, quote: Marked) -> tuple[int, int] | None:
    """From the object to the name between marks behind it, or from the name to the object that follows it."""
    low = max(cue.end, speaker.end if speaker.start >= cue.end and speaker.end <= quote.outer[0] else cue.end)
    if quote.outer[0] < low or any(mark in text[low : quote.outer[0]] for mark in ".;:"):
        return None
    if len(WORD.findall(text[low : quote.outer[0]])) >= CLAUSE:
        return trimmed(text, low, quote.outer[0])[0], quote.outer[1]
    first = WORD.match(text, quote.outer[1] + 1, frame.end)
    behind = text[quote.outer[1] : frame.end].partition(";")[0]
    object_follows = first is not None and first.group().lower() in lex.determiners and text[quote.outer[1]] == " "
    if not object_follows or len(WORD.findall(behind)) < CLAUSE or any(mark in behind[:-1] for mark in ".:,"):
        return None
    return quote.outer[0], trimmed(text, quote.outer[1], quote.outer[1] + len(behind))[1]
