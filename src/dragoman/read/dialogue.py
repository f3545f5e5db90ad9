"""Speech behind dashes: "—No cederemos —afirmó la ministra—. El agua es de todos." is hers in both halves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.read.cues import WORD, Lexicon
from dragoman.read.marks import Marked
from dragoman.read.tagged import unlisted_verb

__all__ = ["dialogue", "interview", "under"]

LABELLED = re.compile(r"\s*([^\W\d_]{1,12})\s*[.:]\s+(?=\S)")  # P. ¿Cuándo? · Answer: In May.
OPENS = re.compile(r"\s*[—–-]\s?(?=[^\W\d_]|[¡¿«“\"…])")  # a paragraph that begins with a dash
DASH = re.compile(r"\s+[—–]\s?|[—–](?=[\s.,;:!?])")
INSIDE = re.compile(r"(?<=[.!?…])\s+[—–]\s?(?=[^\W\d_]|[¡¿])")  # ОСЛО. — Ждём, — сказал он · … suelo. —Uno —ordena—.
TURN = re.compile(r"(?<=[.!?…])\s+[—–]\s?(?=[^\W\d_]|[¡¿])")  # — Стреляли? — Нет.
SPEECH = re.compile(r"[^\W_]")
AFTER_TAG = re.compile(r"[\s.,;:!?…—–]*")
_FIRST = 3  # words behind a dash among which the verb of speech stands ("— тихо сказал он")
_TURNS = 4  # paragraphs in a row behind dashes that make an interview when questions begin it


def dialogue(
    text: str, lex: Lexicon, paragraphs: Sequence[tuple[int, int]], taken: Sequence[Marked]
) -> Iterator[Marked]:
    """What is spoken behind dashes: with its teller behind another dash, in turns, or as questions and answers."""
    asked = dict(_asked(text, lex, paragraphs))
    told = False
    for a, b in paragraphs:
        if (a, b) in asked:
            yield asked[a, b]
            continue
        held = [one for one in taken if one.outer[0] < b and a < one.outer[1]]
        opened = OPENS.match(text, a, b)
        inside = next((one for one in INSIDE.finditer(text, a, b) if _upper(text, one)), None) if not held else None
        opening = opened or inside
        spoken = list(_spoken(text, lex, opening.end(), b)) if opening is not None else []
        if not spoken and opened is not None:
            spoken = list(_turns(text, opened.end(), b, least=1 if told else 2))
        if not all(any(_holds(one, other) for one in spoken) for other in held):
            spoken = []
        told = bool(spoken)
        yield from spoken


def _holds(one: Marked, other: Marked) -> bool:
    """True for marks inside what is spoken behind a dash, some words of it before them."""
    return one.start < other.outer[0] and other.outer[1] <= one.end


def under(marked: Sequence[Marked]) -> list[Marked]:
    """All quotations in reading order, those between marks put under the speech behind a dash that holds them."""
    dashes = [one for one in marked if one.mark == "—"]
    for one in marked:
        one.depth += any(
            _holds(dash, one) or (dash.start == one.outer[0] and one.outer[1] <= dash.end)
            for dash in dashes
            if dash is not one
        )
    return sorted(marked, key=lambda one: (one.start, -one.end))


def _upper(text: str, one: re.Match[str]) -> bool:
    """True where a sentence of speech opens behind a dash inside a paragraph."""
    return text[one.end()].isupper() or text[one.end()] in "¡¿"


def _asked(text: str, lex: Lexicon, paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], Marked]]:
    """Interviews without labels: paragraphs behind dashes in a row, the first of them a question, in turn answered."""
    run: list[tuple[int, int, int]] = []
    for a, b in [*paragraphs, (len(text), len(text))]:
        opened = OPENS.match(text, a, b)
        if opened is not None and not any(
            _tells(text, lex, at.end(), b) for at in DASH.finditer(text, opened.end(), b)
        ):
            run.append((a, b, opened.end()))
            continue
        if len(run) >= _TURNS and text[: run[0][1]].rstrip().endswith("?"):
            for number, (low, high, start) in enumerate(run):
                by = "answer" if number % 2 else "question"
                yield (low, high), Marked(start, high, (start, high), 0, by=by, parts=[(start, high)], mark="—")
        run = []


def _spoken(text: str, lex: Lexicon, start: int, end: int) -> Iterator[Marked]:
    """The stretches of speech in one paragraph: up to the dash before a verb of speech, and on behind its clause."""
    at, told = start, False
    for dash in DASH.finditer(text, start, end):
        if dash.start() < at:
            continue
        if _tells(text, lex, dash.end(), end):
            yield from _turns(text, at, dash.start())
            closing = next((later for later in DASH.finditer(text, dash.end(), end)), None)
            at, told = (AFTER_TAG.match(text, closing.start(), end) or closing).end() if closing else end, True
    if told and (one := _marked(text, at, end)) is not None:
        one.by = "inside"  # the same voice goes on behind its teller
        yield one


def _turns(text: str, start: int, end: int, *, least: int = 1) -> list[Marked]:
    """Speech up to the teller's words; a dash behind the end of a sentence hands it to somebody else."""
    cuts = [one for one in TURN.finditer(text, start, end) if _upper(text, one)]
    starts, ends = [start, *(one.end() for one in cuts)], [*(one.start() for one in cuts), end]
    made = [_marked(text, a, b) for a, b in zip(starts, ends, strict=True)]
    return [one for one in made if one is not None] if len(made) >= least else []


def _tells(text: str, lex: Lexicon, at: int, end: int) -> bool:
    """True when a verb of speech, or a verb that a subject follows at once, stands right behind a dash."""
    words = [word.group() for _, word in zip(range(_FIRST), WORD.finditer(text, at, end), strict=False)]
    if not words or not words[0][0].islower():
        return False
    return any(word.lower() in lex.verbs for word in words) or unlisted_verb(text, lex, at) is not None


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
