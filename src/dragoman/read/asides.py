"""Where a statement passes to what its article says of it: the way it was made, what others call it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.read.cues import NAMING, WORD, Lexicon
from dragoman.read.frames import Frame

__all__ = ["glosses", "means"]

MEANS = 4  # words of "in a short televised" in front of "address"
GLOSS = 40  # characters of "what the two leaders" in front of "call"


def means(lex: Lexicon, text: str, frame: Frame, start: int, end: int) -> Iterator[int]:
    """Where a statement passes to the way it was made, up to its end: "…, in a message carried by the agency"."""
    for one in lex.moves.finditer(text, start, end):
        comma = text.rfind(", ", start, one.start())
        words = [word.lower() for word in WORD.findall(text[comma : one.start()])] if comma > 0 else []
        behind = WORD.search(text, one.end(), end)
        told = behind is not None and (behind.group().lower() in lex.relatives | lex.who)
        held = any(quote.outer[0] < comma < quote.outer[1] for quote in frame.quotes)
        if 0 < len(words) <= MEANS and words[0] in lex.prepositions and told and not held:
            yield comma  # "…, in a decision that will set a precedent": the outlet's own
    for one in lex.media.finditer(text, start, end):
        comma = text.rfind(", ", start, one.start())
        words = [word.lower() for word in WORD.findall(text[comma : one.start()])] if comma > 0 else []
        led = 0 < len(words) <= MEANS and words[0] in lex.prepositions
        held = any(quote.outer[0] < comma < quote.outer[1] for quote in frame.quotes)
        if led and not held and ", " not in text[one.end() : end] and words[0] not in lex.of:
            yield comma


def glosses(lex: Lexicon, text: str, frame: Frame, start: int, end: int) -> Iterator[int]:
    """Where the article says how others call what it tells of: "… in what both men call the “special works”"."""
    for other in (one for one in frame.cues if start < one.start < end and one.manner in NAMING):
        words = list(WORD.finditer(text, max(start, other.start - GLOSS), other.start))
        lower = [word.group().lower() for word in words]
        for at in range(len(lower) - 2, 0, -1):
            what = lower[at] in lex.wh or f"{lower[at]} {lower[at + 1]}" in lex.nobody
            if what and lower[at - 1] in lex.prepositions and lower[-1] not in lex.pronouns:
                yield words[at - 1].start()
                break
