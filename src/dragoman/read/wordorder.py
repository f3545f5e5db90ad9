"""Subjects by the order of words, where every noun has a capital letter and no parser ships.

The finite verb stands second or last: its subject fills the place in front of it ("Der Minister sagte"), or the first
place behind it ("Am Montag sagte der Minister"), past adverbs, objects and phrases with a preposition.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.read.cues import Lexicon

__all__ = ["Clause", "Token", "clause"]

TOKEN = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")  # englisch-sprachigen, Meier, 39-Jährige
BREAK = re.compile(r"[,;:()\n«»“”„\"—–!?…]|\.(?=\s)|\s-\s")
TITLE_DOT = re.compile(r"\.\s$")  # "Dr. Meier": a full stop behind a short word ends nothing
ASIDE = re.compile(r"\([^\W_][^()\n]{0,28}\)")  # die Mission im Südsudan (UNMISS)
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place; `breaks` when a comma, bracket or mark stands in front of it."""

    start: int
    end: int
    text: str
    breaks: bool

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def upper(self) -> bool:
        return self.text[0].isupper() or (self.text[0].isdigit() and "-" in self.text and self.text[-1].isalpha())


#: Where the name that begins or runs on at a position ends; the position itself where none does.
NameEnd = Callable[[int], int]


class Clause:
    """The words of one sentence outside its quotations, and the noun phrases they make."""

    def __init__(self, lex: Lexicon, words: Sequence[Token], name_end: NameEnd, times: Sequence[int]) -> None:
        self.lex, self.words, self.name_end, self.times = lex, words, name_end, times

    def at(self, position: int) -> int:
        """The index of the first word at or behind a position."""
        return next((i for i, word in enumerate(self.words) if word.start >= position), len(self.words))

    def opening(self, index: int) -> int:
        """The index of the first word of the clause that holds a word."""
        while index > 0 and not self.words[index].breaks:
            index -= 1
        return index

    def closing(self, index: int) -> int:
        """The index behind the last word of the clause."""
        index += 1
        while index < len(self.words) and not self.words[index].breaks:
            index += 1
        return index

    def phrase(self, i: int, high: int) -> int:
        """The index behind the noun phrase that begins at i; i where none does."""
        words, lex = self.words, self.lex
        j = i + (words[i].lower in lex.determiners) if i < high else i
        if (
            i < j < high and words[j].lower in lex.prepositions - lex.determiners
        ):  # "der von der Partei geführten Stadt"
            end = self.phrase(j + 1, high) if j + 1 < high else j
            j = end if end > j + 1 and end < high and self._is_adjective(end) else j
        while j < high and (j == i or not words[j].breaks) and self._is_adjective(j):
            j += 1
        if j >= high or (j > i and words[j].breaks) or not words[j].upper:
            named = self.name_end(words[i].start) if i < high else 0
            return self.at(named) if named and words[i].start < named else i
        j += 1
        while (
            j < high and not words[j].breaks and (words[j].upper or words[j].start < self.name_end(words[j - 1].start))
        ):
            j += 1
        return self._attached(i, j, high)

    def _attached(self, i: int, j: int, high: int) -> int:
        """With the genitive, the "von", the field of a body or the second name behind a noun."""
        words, lex = self.words, self.lex
        if j >= high or words[j].breaks:
            return j
        lower = words[j].lower
        before = words[j - 2] if j - i > 1 and words[j - 1].start - words[j - 2].end == 1 else words[j - 1]
        named = before.upper and before.lower not in lex.determiners and before is not words[j - 1]
        named = named and not _titled(lex, words[j - 1].lower)
        named = named or self.name_end(words[j - 1].start) != words[j - 1].start
        if lower in lex.genitives and not named:  # "Hafenkapitän Paul Lind | der Agentur": a name takes no genitive
            return max(j, self.phrase(j, high))
        scoped = lower in lex.scopes and words[j - 1].lower.endswith(lex.scoped)
        if scoped or lower in lex.of or (lower in lex.conjunctions and j + 1 < high and words[j + 1].upper):
            end = self.phrase(j + 1, high) if j + 1 < high else j
            return end if end > j + 1 else j
        return j

    def _is_adjective(self, i: int) -> bool:
        """True for a lower-case word with the ending of an adjective, in front of another one or a noun."""
        word, lex = self.words[i], self.lex
        if word.upper or not word.lower.endswith(lex.adjective_endings) or i + 1 >= len(self.words):
            return False
        if word.lower in lex.loose or word.lower in lex.verbs:
            return False
        return not self.words[i + 1].breaks and (self.words[i + 1].upper or self._is_adjective(i + 1))

    def nominative(self, i: int, j: int) -> bool:
        """False for a phrase whose first words show another case ("den Rat", "der großen Zeitung")."""
        first = self.words[i].lower
        if any(self.words[i].start <= time <= self.words[min(i + 1, j - 1)].start for time in self.times):
            return False  # "vergangene Woche"
        if first in self.lex.oblique and i + 1 < j:
            return False
        noun = next((word for word in self.words[i + 1 : j] if word.upper), None)
        if first in self.lex.genitives and noun is not None and self._feminine(noun):
            return False  # "warf der Gewerkschaft vor": no masculine "der" stands before such a noun
        weak = first in self.lex.weak_oblique and j - i > 2 and not self.words[i + 1].upper
        return not (weak and self.words[i + 1].lower.endswith("en"))

    def _feminine(self, word: Token) -> bool:
        """True for a noun whose ending no masculine has: Gewerkschaft, Regierung."""
        return word.lower.endswith(self.lex.feminine_endings or ("\n",))

    def subject(self, low: int, high: int, *, final: bool = False, oblique: bool = False) -> tuple[int, int] | None:
        """The first phrase in low..high that may be a subject, past phrases with a preposition, objects and adverbs.

        `final` looks past commas, `oblique` takes an object too.
        """
        words, lex, i = self.words, self.lex, low
        while i < high:
            lower = words[i].lower
            if i > low and words[i].breaks and not final:
                return None
            if lower in lex.pronouns or (lower in lex.nobody and self.phrase(i, high) == i):
                return words[i].start, words[i].end
            if lower in lex.prepositions and lower not in lex.oblique and not self._is_name(i):
                i = max(i + 1, self.phrase(i + 1, high))
                continue
            j = self.phrase(i, high)
            if j > i and lower not in lex.openers and (oblique or self.nominative(i, j)):
                return words[i].start, words[j - 1].end
            i = max(j, i + 1)
        return None

    def _is_name(self, i: int) -> bool:
        return self.words[i].upper and self.name_end(self.words[i].start) > self.words[i].end


def _titled(lex: Lexicon, word: str) -> bool:
    """True for a word that goes on with no name: "auf der Plattform X. Ministerin …" ends a sentence at the X."""
    return word in lex.determiners or lex.is_role(word) or word.endswith(lex.role_ends or ("\n",))


def clause(
    text: str,
    lex: Lexicon,
    a: int,
    b: int,
    hidden: Sequence[tuple[int, int]],
    labels: Sequence[tuple[int, int]],
    name_end: NameEnd,
    times: Sequence[int],
) -> Clause:
    """The words of a..b; what stands between the marks of `hidden` is left out, short `labels` stay part of a name."""
    made: list[Token] = []
    at = a
    asides = [one.span() for one in ASIDE.finditer(text, a, b)]
    for one in TOKEN.finditer(text, a, b):
        if any(low <= one.start() < high for low, high in (*hidden, *asides)):
            continue
        gap = text[at : one.start()]
        for low, high in hidden:
            if at <= low and high <= one.start():
                gap = gap.replace(text[low:high], " ")
        gap = ASIDE.sub(" ", gap)
        for low, high in labels:
            if at <= low < one.start() or at < high <= one.start() + 1:
                gap = gap.strip('„“”"»«› ‹')
        initial = bool(made) and len(made[-1].text) < _SHORT and made[-1].upper and TITLE_DOT.match(gap) is not None
        short = initial and not _titled(lex, one.group().lower())
        made.append(
            Token(one.start(), one.end(), one.group(), bool(made) and not short and BREAK.search(gap) is not None)
        )
        at = one.end()
    return Clause(lex, made, name_end, [time for time in times if a <= time < b])
