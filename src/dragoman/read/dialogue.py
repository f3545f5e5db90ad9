"""Speech behind dashes: "—No cederemos —afirmó la ministra—. El agua es de todos." is hers in both halves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.read.cues import WORD, Lexicon
from dragoman.read.marks import Marked

__all__ = ["dialogue", "interview"]

LABELLED = re.compile(r"\s*([^\W\d_]{1,12})\s*[.:]\s+(?=\S)")  # P. ¿Cuándo? · Answer: In May.
OPENS = re.compile(r"\s*[—–-]\s?(?=[^\W\d_]|[¡¿«“\"…])")  # a paragraph that begins with a dash
DASH = re.compile(r"\s+[—–]\s?|[—–](?=[\s.,;:!?])")
SPEECH = re.compile(r"[^\W_]")
AFTER_TAG = re.compile(r"[\s.,;:!?…—–]*")
_FIRST = 3  # words behind a dash among which the verb of speech stands ("— тихо сказал он")


def dialogue(
    text: str, lex: Lexicon, paragraphs: Sequence[tuple[int, int]], taken: Sequence[Marked]
) -> Iterator[Marked]:
    """What is spoken in paragraphs that begin with a dash and name their teller behind another one."""
    for a, b in paragraphs:
        opened = OPENS.match(text, a, b)
        if opened is None or any(one.outer[0] < b and a < one.outer[1] for one in taken):
            continue
        yield from _spoken(text, lex, opened.end(), b)


def _spoken(text: str, lex: Lexicon, start: int, end: int) -> Iterator[Marked]:
    """The stretches of speech in one paragraph: up to the dash before a verb of speech, and on behind its clause."""
    at, told = start, False
    for dash in DASH.finditer(text, start, end):
        if dash.start() < at:
            continue
        if _tells(text, lex, dash.end(), end):
            if (one := _marked(text, at, dash.start())) is not None:
                yield one
            closing = next((later for later in DASH.finditer(text, dash.end(), end)), None)
            at, told = (AFTER_TAG.match(text, closing.start(), end) or closing).end() if closing else end, True
    if told and (one := _marked(text, at, end)) is not None:
        yield one


def _tells(text: str, lex: Lexicon, at: int, end: int) -> bool:
    """True when a verb of speech stands right behind a dash."""
    words = [word.group() for _, word in zip(range(_FIRST), WORD.finditer(text, at, end), strict=False)]
    return bool(words) and words[0][0].islower() and any(word.lower() in lex.verbs for word in words)


def _marked(text: str, a: int, b: int) -> Marked | None:
    while b > a and (text[b - 1].isspace() or text[b - 1] in ",—–"):
        b -= 1
    if not SPEECH.search(text, a, b):
        return None
    return Marked(a, b, (a, b), 0, by="dash", parts=[(a, b)], mark="—")


def interview(text: str, lex: Lexicon, paragraphs: Sequence[tuple[int, int]], taken: list[Marked]) -> list[Marked]:
    """Questions and answers behind their labels ("P. … R. …"); what stands between marks inside them goes under."""
    found = [(a, b, LABELLED.match(text, a, b)) for a, b in paragraphs]
    turns = [(one.end(), b, one.group(1).lower()) for _, b, one in found if one is not None]
    turns = [turn for turn in turns if turn[2] in lex.questions or turn[2] in lex.answers]
    labels = {label in lex.questions for _, _, label in turns}
    if len(labels) < 2:
        return taken
    made = []
    for a, b, label in turns:
        by = "question" if label in lex.questions else "answer"
        made.append(Marked(a, b, (a, b), 0, by=by, parts=[(a, b)], mark=label))
    for one in taken:
        one.depth += any(a <= one.outer[0] and one.outer[1] <= b for a, b, _ in turns)
    return sorted([*made, *taken], key=lambda one: (one.start, -one.end))
