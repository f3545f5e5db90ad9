"""Quotation marks in pairs: every convention, nested, glued, unbalanced, several paragraphs under one opening mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.read.markshapes import BLANK, CLOSERS, SINGLE, around, closes, may_close, may_open, nested, opens

CONTINUES = ",.;:)"  # what no quotation begins with: its mark closed another one ("…", said the mayor.)
__all__ = ["Marked", "pair"]

MARK = re.compile("[“”„‟«»‹›「」『』《》〈〉\"'’‘‚]")
MEASURE = re.compile(r"\d['’]\s?\d{1,2}\"")  # 6'2" is a height
SENTENCE_END = re.compile(r"[.!?…]+(?=\s)")
LOOK_AHEAD = 8  # paragraphs a quotation may run without a new mark; speeches quoted in news rarely have more


@dataclass(slots=True)
class Marked:
    """Words between marks: clean offsets of the content, of the marks around it, and its run in each paragraph."""

    start: int
    end: int
    outer: tuple[int, int]
    depth: int
    by: str = "pair"  # pair, paragraphs, unclosed
    parts: list[tuple[int, int]] = field(default_factory=list)
    mark: str = ""


def pair(text: str, paragraphs: Sequence[tuple[int, int]], *, elided: frozenset[str] = frozenset()) -> list[Marked]:
    """All quotations of a text in reading order, nested ones after those around them.

    `elided` are words that begin with an apostrophe in the language ('em, 'til), never with a mark.
    """
    done: list[Marked] = []
    stack: list[Marked] = []
    text = text.replace("''", '"' + BLANK).replace("``", '"' + BLANK)  # two strokes for one mark, length kept
    for number, (a, b) in enumerate(paragraphs):
        marks = [one.start() for one in MARK.finditer(text, a, b)]
        measures = {at for one in MEASURE.finditer(text, a, b) for at in range(*one.span())}
        continued = _continue(text, stack, a, marks)
        for index, at in enumerate(marks):
            if at in measures or (index == 0 and continued):
                continue
            _step(text, marks[index + 1 :], at, (a, b), stack, done, elided)
        if stack:
            following = paragraphs[number + 1 : number + 1 + LOOK_AHEAD]
            _end_of_paragraph(text, b, following, stack, done)
    kept = (one for one in done if one.start < one.end and not (one.by == "unclosed" and text[one.start] in CONTINUES))
    return sorted(kept, key=lambda one: (one.start, -one.end))


def _step(
    text: str,
    later: Sequence[int],
    at: int,
    paragraph: tuple[int, int],
    stack: list[Marked],
    done: list[Marked],
    elided: frozenset[str],
) -> None:
    """One mark: it closes what is open, opens something, or is no mark at all."""
    mark = text[at]
    for depth in range(len(stack) - 1, -1, -1):
        if mark in CLOSERS[stack[depth].mark] and may_close(text, at, paragraph, stack[depth].mark, later):
            for lost in stack[depth + 1 :]:
                if text[lost.outer[0]] not in SINGLE:
                    _close(text, lost, at, at, done, by="unclosed")
            _close(text, stack[depth], at, at + 1 + (text[at + 1 : at + 2] == BLANK), done)
            del stack[depth:]
            return
    if not may_open(text, at, paragraph, later, elided):
        return
    twin = next((one for one in stack if one.mark == mark), None)
    if twin is not None and not nested(text, later, mark):
        end = _last_sentence(text, twin.start, at)
        _close(text, twin, end, end, done, by="unclosed")
        del stack[stack.index(twin) :]
    start = at + 1
    stack.append(Marked(start, start, (at, start), len(stack), mark=mark, parts=[(start, start)]))


def _close(text: str, one: Marked, end: int, outer: int, done: list[Marked], by: str = "") -> None:
    """Finish a quotation whose content ends before `end`, trimmed of the spaces inside its marks."""
    one.parts[-1] = (one.parts[-1][0], end)
    parts = [_trimmed(text, a, b) for a, b in one.parts]
    one.parts = [(a, b) for a, b in parts if a < b]
    if one.parts:
        one.start, one.end = one.parts[0][0], one.parts[-1][1]
    one.outer = (one.outer[0], max(outer, one.end))
    one.by = by or ("paragraphs" if len(one.parts) > 1 else one.by)
    if one.parts:
        done.append(one)


def _trimmed(text: str, a: int, b: int) -> tuple[int, int]:
    while a < b and (text[a].isspace() or text[a] == BLANK):
        a += 1
    while b > a and (text[b - 1].isspace() or text[b - 1] == BLANK):
        b -= 1
    return a, b


# -- may this mark close, may it open? ---------------------------------------------------------------


def _last_sentence(text: str, start: int, at: int) -> int:
    """Where a quotation that lost its closing mark ends before the next one opens: at its last full stop."""
    ends = [one.end() for one in SENTENCE_END.finditer(text, start, at)]
    return ends[-1] if ends else at


# -- several paragraphs -------------------------------------------------------------------------------


def _continue(text: str, stack: list[Marked], a: int, marks: Sequence[int]) -> bool:
    """A quotation carried into this paragraph goes on; True when the paragraph repeats its opening mark."""
    if not stack:
        return False
    again = bool(marks) and not text[a : marks[0]].strip() and text[marks[0]] in (stack[0].mark, "»")
    start = marks[0] + 1 if again else a
    stack[0].parts.append((start, start))
    return again


def _end_of_paragraph(
    text: str, b: int, following: Sequence[tuple[int, int]], stack: list[Marked], done: list[Marked]
) -> None:
    """What is still open at the end of a paragraph goes on into the next one, or lost its closing mark."""
    outermost = stack[0]
    for lost in stack[1:]:
        if lost.mark not in SINGLE:
            _close(text, lost, b, b, done, by="unclosed")
    del stack[1:]
    if _goes_on(text, outermost.mark, following):
        outermost.parts[-1] = (outermost.parts[-1][0], b)
        return
    if outermost.mark not in SINGLE:
        _close(text, outermost, b, b, done, by="unclosed")
    stack.clear()


def _goes_on(text: str, mark: str, following: Sequence[tuple[int, int]]) -> bool:
    """True when the next mark of this kind repeats the opening one at a paragraph's start, or closes it."""
    if mark in SINGLE:
        return False
    for a, b in following:
        for one in MARK.finditer(text, a, b):
            at, before, after = one.start(), *around(text, one.start(), (a, b))
            if text[at] == mark and not text[a:at].strip():
                return True
            if text[at] == mark and (mark not in '"”' or opens(before, after)):
                return False
            if text[at] in CLOSERS[mark] and text[at] not in SINGLE:
                return closes(before, after) or before.isspace()
        if len(following) > 1 and mark == '"':
            return False
    return False
