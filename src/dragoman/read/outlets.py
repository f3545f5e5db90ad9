"""Outlets named between marks as who tells: berichtet der „Spiegel“, según «El Mundo», сообщает «Ведомости»."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.read.cues import FINITE, WORD, Lexicon
from dragoman.read.marks import Marked

__all__ = ["without_outlets"]

NAME = 4  # words of an outlet's name: "Frankfurter Neue Presse Online"
BEFORE = 40  # characters in front of the marks in which verb and article stand
#: Manners in which one paper hands on another; "nannte die „Mauer“" and "sprach vom „Chaos“" name words.
HANDS_ON = frozenset(["report", "write", "tell"])
ENDS = (",", ".", ";", ")", "\n", "")


def without_outlets(text: str, lex: Lexicon, marked: Sequence[Marked]) -> list[Marked]:
    """The quotations of a text without names of outlets that stand where the teller does: nobody says those."""
    return [one for one in marked if one.depth > 0 or not _is_outlet(text, lex, one)]


def _is_outlet(text: str, lex: Lexicon, one: Marked) -> bool:
    """True for a name between marks behind "according to" or behind ", reports" that ends its clause."""
    words = WORD.findall(text[one.start : one.end])
    if not 0 < len(words) <= NAME or text[one.end - 1] in "!?,.…" or not words[0][0].isupper():
        return False
    small = lex.prepositions | lex.determiners | lex.conjunctions
    if any(not word[0].isupper() and word not in small for word in words):
        return False
    head = text[max(0, one.outer[0] - BEFORE) : one.outer[0]]
    before = list(WORD.finditer(head))
    if before and before[-1].group().lower() in lex.determiners:
        before.pop()
    while len(before) > 2 and before[-2].group().lower() in lex.prepositions:  # сообщил в среду «Росморпорт»
        before = before[:-2]
        head = head[: before[-1].end()] + " "
    if not before or head[before[-1].end() :].strip(" \u00a0") not in ("", *lex.determiners):
        return False
    if any(phrase.end() == before[-1].end() for phrase in lex.before.finditer(head)):
        return True
    tells = any(
        entry.form == FINITE and entry.manner in HANDS_ON and not entry.tail
        for entry in lex.verbs.get(before[-1].group().lower(), ())
    )
    inverted = head[: before[-1].start()].rstrip()[-1:] in (",", "”", "“", "»", '"', "–", "—")
    return tells and inverted and text[one.outer[1] : one.outer[1] + 1] in ENDS
