"""Sentences of the article's own voice: what stands between quotation marks is one opaque piece of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.read.cues import Cue, Lexicon
from dragoman.read.marks import Marked
from dragoman.read.page import Page

__all__ = ["HEADS", "Frame", "behind_dateline", "frames", "paragraphs", "place_cues"]

LINE = re.compile(r"\S.*\S|\S")
FIRST = re.compile(r"[^\W_]+")
NEXT = re.compile(r"[\s.,;)\]]*")
TELLER = re.compile(r"\s*,?\s*[—–]\s*(?=[^\W\d_])(?=\w)")  # «Уходи!» — закричали из толпы
TAG = re.compile(r"\s*((?:[\w'.-]+\s+){0,6}?)([\w'-]+)[^\w]")  # …?” Maria Lopez asked.
HEADS = ("headline", "heading", "standfirst")
FINAL = ".!?…"
OPENS_SENTENCE = re.compile(r"\w[.!?…]\s+$")


@dataclass(slots=True)
class Frame:
    """One sentence with the top-level quotations and the cues in it; clean offsets."""

    start: int
    end: int
    kind: str
    block: int
    quotes: list[Marked] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)


def behind_dateline(page: Page, frame: Frame, at: int) -> int:
    """Behind the place, day and agency that open an article, where a position stands in front of them."""
    return page.behind_dateline(frame.start, frame.end) if at <= frame.start else at


def paragraphs(page: Page) -> list[tuple[int, int, str]]:
    """(start, end, kind) of every block; lines where the article has none."""
    if page.article.blocks:
        return [(block.start, block.end, block.kind) for block in page.article.blocks]
    return [(*one.span(), "paragraph") for one in LINE.finditer(page.value)]


def frames(page: Page, lex: Lexicon, marked: Sequence[Marked]) -> list[Frame]:
    """The frames of an article in order; no boundary lies between the marks of a quotation."""
    blocks = paragraphs(page)
    top = [one for one in marked if one.depth == 0]
    cuts = {start for start, _, _ in blocks} | {start for start, _ in page.article.sentences}
    cuts = {cut for cut in cuts if not _within(top, cut)}
    for one in top:
        _around_close(page.value, lex, one, cuts)
    starts = sorted(cut for cut in cuts if cut < len(page.value))
    made: list[Frame] = []
    for index, start in enumerate(starts):
        stop = starts[index + 1] if index + 1 < len(starts) else len(page.value)
        block = max(bisect_right(blocks, start, key=lambda one: one[0]) - 1, 0)
        if not any(one.outer[0] < blocks[block][1] < one.outer[1] for one in top):
            stop = min(stop, max(blocks[block][1], start))
        end = start + len(page.value[start:stop].rstrip())
        if start < end:
            made.append(Frame(start, end, blocks[block][2], block))
    for one in top:
        index = bisect_right(made, one.outer[0], key=lambda frame: frame.start) - 1
        if index >= 0:
            made[index].quotes.append(one)
            made[index].end = max(made[index].end, one.outer[1])
    return made


def _within(top: Sequence[Marked], cut: int) -> bool:
    index = bisect_left(top, cut, key=lambda one: one.outer[0]) - 1
    return index >= 0 and cut < top[index].outer[1]


def _around_close(text: str, lex: Lexicon, one: Marked, cuts: set[int]) -> None:
    """A quotation that ends its sentence ends the frame, unless the article's sentence runs on in lower case."""
    if OPENS_SENTENCE.search(text, max(0, one.outer[0] - 4), one.outer[0]) and text[one.start].isupper():
        cuts.add(one.outer[0])
    skipped = NEXT.match(text, one.outer[1])
    at = skipped.end() if skipped else one.outer[1]
    if at >= len(text) or "\n" in text[one.outer[1] : at]:
        return
    tied = TELLER.match(text, one.outer[1])
    tied = tied if tied is not None and text[tied.end()].islower() else None
    between = text[one.outer[1] : at]
    opening = FIRST.match(text, at)
    if opening is not None and text[at].isupper() and opening.group().lower() in lex.determiners and "," not in between:
        cuts.add(at)  # « … » L'experte rappelle …: a sentence of its own
    if text[at].islower() or tied is not None:
        cuts.difference_update(range(one.outer[1], (tied.end() if tied else at) + 1))
    elif text[one.end - 1] in FINAL and "," not in between and " " in between:
        if text[one.end - 1] != "." and _tagged(text, lex, at):
            cuts.difference_update(range(one.outer[1], at + 1))
        else:
            cuts.add(at)
    elif "." in between and text[at].isupper():  # « … ».Pour le ministre
        cuts.add(at)


def _tagged(text: str, lex: Lexicon, at: int) -> bool:
    """True for a short subject with a saying verb that closes its clause: “…?” Maria Lopez asked."""
    words = list(re.compile(r"[\w'-]+|[^\w\s]").finditer(text, at, min(at + 80, len(text))))[:8]
    for index, word in enumerate(words[:-1]):
        if not word.group()[0].isalnum():
            return False
        if word.group().lower() in lex.verbs and index > 0:
            return words[index + 1].group() in ".,;:" or words[index + 1].group().lower() in lex.prepositions
    return False


def place_cues(made: Sequence[Frame], found: Sequence[Cue]) -> None:
    """Put each cue into its frame."""
    for cue in found:
        index = bisect_right(made, cue.verb, key=lambda frame: frame.start) - 1
        if index >= 0 and cue.verb < made[index].end:
            made[index].cues.append(cue)
