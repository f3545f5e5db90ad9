"""What a page says twice: headlines, standfirsts, captions and pulled quotations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dragoman.read.sheet import Line, Sheet
from dragoman.spans import Edit

__all__ = ["refrains", "repeated_captions", "repeats"]

FEW = 8  # lines looked up one by one; beyond, one pass over all words keeps a long page linear
#: Only texts longer than any report are looked through, and a sentence stands as often as the longest refrain does: no
#: speech says one sentence more than some ten times; what comes oftener was pasted, or made to keep a machine busy.
LONG, OFTEN, SENTENCE_LEAST = 20_000, 20, 25
SENTENCE = re.compile(r".+?(?:[.!?…][\"”»’')\]]*(?=\s|$)|[。！？][」』”]*|$)\s*")  # He said: “Never.” |It is so。|


def repeats(sheet: Sheet) -> Iterator[Edit]:
    """A line said twice: a standfirst that is also a paragraph goes from the head, other copies after the first."""
    places: dict[str, list[Line]] = {}
    for line in sheet.left():
        if len(line.text) >= (12 if line.number == 0 else 25) and (len(line.text) >= 40 or len(line.words) > 2):
            places.setdefault(line.flat, []).append(line)
    for copies in places.values():
        if len(copies) < 2:
            continue
        first = copies[0]
        if first.stopped and first.number <= 3 and copies[1].number - first.number > 1 and len(first.text) >= 60:
            yield sheet.drop(first, "repeated-standfirst")
            copies = copies[1:]
        why = "repeated-headline" if first.number == 0 else "repeated-line"
        for line in copies[1:]:
            if line.text[0] not in '“«"„' or line.number - copies[0].number <= 2 or len(line.text) >= 60:
                yield sheet.drop(line, why)


def refrains(sheet: Sheet) -> Iterator[Edit]:
    """In a very long text, what one sentence says word for word beyond the first times; all of them keep a place."""
    if len(sheet.value) < LONG:
        return
    said: Counter[str] = Counter()
    for line in sheet.left():
        start = end = line.start  # of the stretch that goes
        for a, b in _sentences(line):
            words = sheet.value[a:b].rstrip()
            said[words] += 1
            if said[words] <= OFTEN:
                if start < end:
                    yield Edit(start, end, "", "repeated-sentence")
                start = b
            end = b
        if start == line.start and end == line.end:
            yield sheet.drop(line, "repeated-sentence")
        elif start < end:
            yield Edit(start, end, "", "repeated-sentence")


def _sentences(line: Line) -> Iterator[tuple[int, int]]:
    """The sentences of a line with the blanks behind them; a short one goes with the next."""
    start = 0
    for match in SENTENCE.finditer(line.text):
        if match.end() - start >= SENTENCE_LEAST:
            yield line.start + start, line.start + match.end()
            start = match.end()
    if start < len(line.text):
        yield line.start + start, line.end


def repeated_captions(sheet: Sheet) -> Iterator[Edit]:
    """A caption or a pulled quotation whose words also stand in a paragraph."""
    heads: dict[str, Line] = {}
    for line in sheet.left():
        if 30 <= len(line.text) <= 400 and (_is_caption(sheet, line) or _is_pulled(line)):
            heads[_core(line)[:24]] = line
    if not heads:
        return
    if len(heads) <= FEW:
        yield from _found_again(sheet, heads)
        return
    for match in re.finditer(r"\w+", sheet.value):
        line_or_none = heads.get(sheet.value[match.start() : match.start() + 24])
        if line_or_none is None or line_or_none.start <= match.start() < line_or_none.end:
            continue
        if sheet.value.startswith(_core(line_or_none), match.start()):
            del heads[_core(line_or_none)[:24]]
            yield sheet.drop(line_or_none, "repeated-caption" if _is_caption(sheet, line_or_none) else "pulled-quote")


def _found_again(sheet: Sheet, heads: dict[str, Line]) -> Iterator[Edit]:
    for line in heads.values():
        core = _core(line)
        at = sheet.value.find(core)
        if line.start <= at < line.end:
            at = sheet.value.find(core, line.end)
        if at >= 0:
            yield sheet.drop(line, "repeated-caption" if _is_caption(sheet, line) else "pulled-quote")


def _core(line: Line) -> str:
    return line.text.strip(" “”«»„\"'.…")


def _is_pulled(line: Line) -> bool:
    return line.text[0] in '“«„"' and line.text.rstrip(".")[-1] in '”»“"' and len(line.text) >= 40


def _is_caption(sheet: Sheet, line: Line) -> bool:
    after = line.number + 1
    return sheet.taken.get(after) == "photo-credit" and line.number not in sheet.taken
