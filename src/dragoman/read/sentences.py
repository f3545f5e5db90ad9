"""Sentences of a clean text, as clean ranges."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dragoman.languages import Language
from dragoman.records import Block

__all__ = ["sentences"]


@dataclass(frozen=True)
class _Splitter:
    """The words of a language that decide about a full stop."""

    short: frozenset[str]
    open: frozenset[str]
    starters: frozenset[str]
    ordinals: bool
    beyond: int  # letters in a row that are more than any abbreviation has


def _splitter(language: Language) -> _Splitter:
    words = language.words
    short = frozenset(words("structure", "abbreviations"))
    return _Splitter(
        short=short,
        beyond=max(map(len, short), default=1) + 1,
        open=frozenset(words("structure", "open_abbreviations")),
        starters=frozenset(words("structure", "starters")),
        ordinals=bool(words("structure", "ordinal_dot")),
    )


# A stop with what closes after it, then white space: candidate ends. CJK stops need no space.
# Written "xx*", not "x+": only then does the engine skip to the next stop instead of trying every character.
STOP = re.compile(r"([.!?…।؟۔][.!?…।؟۔]*)((?:[\"'”’»“)\]›]|\s»(?!\w))*)(?=\s)")
STOP_WIDE = re.compile(rf"{STOP.pattern}|([。！？]+)[」』”’）)]*")
WIDE_STOPS = re.compile("[。！？]")
BEFORE = re.compile(r"[\w.'’-]*\Z")
NEXT = re.compile(r"\s*([\"'“”«»„‘‚(\[¿¡—–-]*)\s*([^\W_]+(?:['’][^\W_]*)?)?")
PLATFORM = re.compile(r"(?<!\w)[a-zà-ÿа-я]+ X\Z")  # "a-t-il écrit sur X. Pour le parti …": no initial of a name
INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")  # J · J.F · U.S


def sentences(value: str, runs: Collection[Block], language: Language) -> tuple[tuple[int, int], ...]:
    """Sentence ranges of a clean text; a block's end always ends a sentence."""
    found: list[tuple[int, int]] = []
    splitter = language.once(_splitter)
    wide = WIDE_STOPS.search(value) is not None
    for block in runs:
        start = block.start
        for end in _ends(value, block.start, block.end, splitter, wide):
            if end > start:
                found.append((start, end))
                start = end
                while start < block.end and value[start].isspace():
                    start += 1
        if start < block.end:
            found.append((start, block.end))
    return tuple(found)


def _ends(value: str, a: int, b: int, splitter: _Splitter, wide: bool) -> Iterator[int]:
    wide = wide and WIDE_STOPS.search(value, a, b) is not None
    for match in (STOP_WIDE if wide else STOP).finditer(value, a, b):
        if match.end() >= b:
            continue
        if wide and match[3]:
            yield match.end()
            continue
        following = NEXT.match(value, match.end(), min(b, match.end() + 80))
        opening, word = (following[1], following[2] or "") if following else ("", "")
        if not _begins(opening, word):
            continue
        if match[1] == "." and not match[2] and _is_short(value, a, match.start(), opening, word, splitter):
            continue
        yield match.end()


def _begins(opening: str, word: str) -> bool:
    """What follows can begin a sentence: a capital, a figure, a letter without case, or an opening mark before one."""
    if not word:
        return bool(opening)
    first = word[0]
    return first.isupper() or first.isdigit() or (first.isalpha() and first.lower() == first.upper())


def _is_short(value: str, a: int, stop: int, opening: str, word: str, splitter: _Splitter) -> bool:
    """True when the full stop belongs to an abbreviation, an initial or an ordinal number."""
    if value[max(a, stop - splitter.beyond) : stop].isalpha() and stop - splitter.beyond >= a:
        return False
    before = BEFORE.search(value, max(a, stop - 24), stop)
    piece = before[0].lstrip(".'’-") if before else ""
    if not piece:
        return False
    lowered, starter = piece.casefold(), word.casefold() in splitter.starters
    if "'" in lowered and lowered.rsplit("'", 1)[1] in splitter.short:
        lowered = lowered.rsplit("'", 1)[1]
    if len(piece) == 1 == len(word):  # z. B.
        return True
    if piece.isdigit():
        return splitter.ordinals and len(piece) <= 2 and not starter
    if lowered in splitter.short:
        return not (lowered in splitter.open and (starter or bool(opening)))
    if piece == "X" and starter and PLATFORM.search(value, max(a, stop - 24), stop):
        return False
    if INITIAL.fullmatch(piece) and piece[0].isupper() and not (splitter.ordinals and len(piece) == 1 and starter):
        return not starter or (len(piece) == 1 and piece not in ("I", "A"))
    return False
