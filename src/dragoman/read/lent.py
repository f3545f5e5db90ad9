"""Words in marks inside a reported statement, which are words of whoever makes it."""

from __future__ import annotations

from dragoman.read.carried import Said
from dragoman.read.cues import WORD, Lexicon
from dragoman.read.frames import Frame
from dragoman.read.indirect import Report
from dragoman.read.markedtitles import is_title
from dragoman.read.marks import Marked
from dragoman.read.page import Page
from dragoman.read.speakers import Speakers
from dragoman.read.stances import is_position

__all__ = ["lend"]

TURNS = frozenset(["answer", "question", "turn", "dash"])  # speech of its own, without a teller
BEFORE = 12  # characters in front of a mark in which an article stands


def lend(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, spoken: list[Said], told: list[Report]) -> None:
    """ "It would take “ten years”, said X.": words in marks inside a statement are words of whoever makes it."""
    for one in spoken:
        if any(speaker is not None and one.quote.start <= speaker.start < one.quote.end for _, speaker, _ in told):
            one.cue = one.speaker = None  # «Росморпорт» сообщил, что …: who tells it, no words of theirs
            continue
        if one.cue is not None or one.speaker is not None or one.quote.by in TURNS or is_title(page, cast, one.quote):
            continue
        low, high = one.quote.outer
        if _is_called(page.value, lex, cast, one.quote):
            continue
        for cue, speaker, parts in told:
            inside = any(a <= low and high <= b for a, b in parts)
            behind = inside and cue.start >= high and not is_position(page, frame, cue, parts)
            rival = lex.contrasts.search(page.value, frame.start, low) is not None
            if behind and not rival and speaker is not None and speaker.name is not None:
                one.cue, one.speaker = cue, speaker
                break


def _is_called(text: str, lex: Lexicon, cast: Speakers, quote: Marked) -> bool:
    """True for what is called so, not said: a name, one noun with a capital, “New Start” behind its article."""
    words, before = WORD.findall(text[quote.start : quote.end]), WORD.findall(text[: quote.outer[0]][-BEFORE:])[-1:]
    if not words or any(b >= quote.end for _, b, _ in cast.covering(quote.start)):
        return True
    article = before != [] and before[0].lower() in lex.determiners
    return words[0][0].isupper() and (len(words) == 1 or (article and not lex.capitals))
