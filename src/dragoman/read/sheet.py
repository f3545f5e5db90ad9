"""A page as lines on a desk: what furniture rules look at, and what they have already taken away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from dragoman.languages import Language
from dragoman.read.framewords import WIDE, Lexicon, fold, lexicon, single_spaced
from dragoman.spans import Edit

__all__ = ["ENDED", "Lexicon", "Line", "Sheet", "fold", "lexicon"]

ENDED = re.compile(r"[.!?…。！？؟।۔][\"'”’»“)\]」』]*$")  # …said the minister.”
STOPPED = re.compile(r"[.。।۔…][\"'”’»“)\]」』]*$")
SENTENCES = re.compile(r"[.!?…][\"”»)]*\s+[\"“«„(]*[^\W\d_]|[。！？](?!$)")
CELL = re.compile(r"\s{2,}|\t+|\s*[|•·▪◦►▸→›]\s*|\s+[/>»]\s+")  # Home > World   Share | 14 comments
NUMBERED = re.compile(r"^\d{1,2}[.)]\s+")  # 1. Quiz: how well do you know …?
#: A line this long that ends a sentence is prose; scripts without spaces say as much in half the characters.
PROSE, PROSE_WIDE = 80, 40
FOLDED = 420  # characters of a line that rules compare with furniture words
SENTENCE_WIDE = 10  # characters of a short sentence in such a script


class Shape:
    """What the words of a line look like, whatever stands around it."""

    __slots__ = ("bare", "ended", "flat", "folded", "prose", "stopped", "titled")

    def __init__(self, text: str) -> None:
        last = text[-8:]
        self.flat = single_spaced(text)
        self.folded = fold(text[:FOLDED])
        self.bare = self.folded.strip(" .:;,!?…-–—*•·|>»«<()[]→›+\"“”'")
        self.ended = ENDED.search(last) is not None
        self.stopped = self.ended and STOPPED.search(last) is not None
        self.prose = _is_prose(text) if self.ended else len(text) >= 240
        self.titled = len(text) <= 170 and not self.stopped and not text[:1].islower()


def _is_prose(text: str) -> bool:
    """A long sentence, or several."""
    text = NUMBERED.sub("", text)
    least = PROSE_WIDE if WIDE.search(text[:40]) else PROSE
    return len(text) >= least or (len(text) >= least // 2 and SENTENCES.search(text) is not None)


def _is_sentence(line: Line) -> bool:
    """More than a word or two; scripts without spaces are counted by characters."""
    return len(line.words) > 3 or (len(line.text) > SENTENCE_WIDE and WIDE.search(line.text) is not None)


@lru_cache(maxsize=1024)
def _shape(text: str) -> Shape:
    """Each line is looked at in several rounds, and again for the blocks."""
    return Shape(text)


@dataclass(slots=True)
class Line:
    """A line that holds something; start and end leave out white space around it."""

    number: int
    start: int
    end: int
    text: str
    gap_before: bool  # a blank line or the start of the text comes before
    shape: Shape

    @property
    def folded(self) -> str:
        """The line as rules compare it, without marks around it; long lines only by their beginning."""
        return self.shape.folded

    @property
    def bare(self) -> str:
        """Folded, without punctuation around it."""
        return self.shape.bare

    @property
    def flat(self) -> str:
        """The line with single spaces."""
        return self.shape.flat

    @property
    def words(self) -> list[str]:
        """Its words."""
        return self.text.split()

    @property
    def ended(self) -> bool:
        """It ends like a sentence."""
        return self.shape.ended

    @property
    def stopped(self) -> bool:
        """It ends with a full stop, as headlines do not."""
        return self.shape.stopped

    @property
    def prose(self) -> bool:
        """It reads like a paragraph: a long sentence, or several."""
        return self.shape.prose

    @property
    def titled(self) -> bool:
        """It looks like a headline or a link: short and without a full stop."""
        return self.shape.titled

    def cells(self) -> list[tuple[int, int]]:
        """Parts of a bar, as offsets into the line."""
        parts, at = [], 0
        for match in CELL.finditer(self.text):
            if match.start() > at:
                parts.append((at, match.start()))
            at = match.end()
        if at < len(self.text):
            parts.append((at, len(self.text)))
        return parts


@dataclass
class Sheet:
    """One text with its lines; `taken` are the lines some rule has removed, with the reason."""

    value: str
    language: Language
    outlet: str = ""
    tagged: bool = False  # its layout has said already what of it is the article
    taken: dict[int, str] = field(default_factory=dict)
    whole: list[Edit] = field(default_factory=list)
    parts: dict[int, list[Edit]] = field(default_factory=dict)
    _left: list[Line] | None = None  # until the next line is taken

    @cached_property
    def lines(self) -> list[Line]:
        """Lines that hold something, in order."""
        lines: list[Line] = []
        at, last = 0, -9
        for raw in self.value.split("\n"):
            text = raw.strip()
            if text:
                start = at + raw.index(text[0])
                lines.append(Line(len(lines), start, start + len(text), text, at - last > 1, _shape(text)))
                last = at + len(raw)
            at += len(raw) + 1
        return lines

    @property
    def words(self) -> Lexicon:
        """The furniture words."""
        return lexicon()

    def left(self) -> list[Line]:
        """Lines nobody has taken."""
        if self._left is None:
            self._left = [line for line in self.lines if line.number not in self.taken]
        return self._left

    def gap_after(self, line: Line) -> bool:
        """A blank line or the end of the text comes after."""
        return line.number + 1 == len(self.lines) or self.lines[line.number + 1].gap_before

    def beside(self, line: Line, step: int) -> Line | None:
        """The nearest line before (-1) or after (1) that nobody has taken."""
        number = line.number + step
        while 0 <= number < len(self.lines):
            if number not in self.taken:
                return self.lines[number]
            number += step
        return None

    def zones(self) -> tuple[int, int]:
        """(first line of prose, last line of prose), by number; the head is before, the tail after."""
        prose = [line.number for line in self.left() if line.prose]
        if not prose:
            prose = [line.number for line in self.left() if line.ended and _is_sentence(line)]
        return (prose[0], prose[-1]) if prose else (0, len(self.lines))

    def tail(self) -> list[Line]:
        """Untaken lines after the last prose."""
        last = self.zones()[1]
        return [line for line in self.left() if line.number > last]

    def head(self) -> list[Line]:
        """Untaken lines before the first prose, without the very first line (the headline)."""
        first = self.zones()[0]
        return [line for line in self.left() if 0 < line.number < first]

    def drop(self, line: Line, why: str) -> Edit:
        """The edit that takes a whole line with its line break."""
        end = line.end
        while end < len(self.value) and self.value[end] in " \t":
            end += 1
        return Edit(line.start, min(end + 1, len(self.value)), "", why)

    def take(self, edits: Iterable[Edit]) -> None:
        """Keep the edits of a rule; an edit that meets one already kept is left out."""
        for edit in edits:
            line = self._line_at(edit.start)
            if line is None or line.number in self.taken:
                continue
            if edit.start <= line.start and edit.end >= line.end:
                self.parts.pop(line.number, None)
                self.taken[line.number] = edit.why
                self._left = None
                self.whole.append(edit)
                continue
            known = self.parts.setdefault(line.number, [])
            if not any(one.start < edit.end and edit.start < one.end for one in known):
                known.append(edit)

    @property
    def edits(self) -> list[Edit]:
        """All edits kept so far; none meets another."""
        return [*self.whole, *(edit for edits in self.parts.values() for edit in edits)]

    def _line_at(self, position: int) -> Line | None:
        low, high = 0, len(self.lines)
        while low < high:
            middle = (low + high) // 2
            if self.lines[middle].start <= position:
                low = middle + 1
            else:
                high = middle
        return self.lines[low - 1] if low else None
