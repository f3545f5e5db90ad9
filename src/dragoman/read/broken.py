"""Damage that stays: places that are broken, where a repair would be a guess. Reported, never changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise
from operator import add

from anyascii import anyascii

from dragoman.languages import Language
from dragoman.models import rarity
from dragoman.read.damage import BROKEN
from dragoman.records import Block, Damage
from dragoman.spans import Text

__all__ = ["broken"]

MOST = 50  # places an article; a text with more is broken as a whole, and its first places show how
KNOWN = 11.0  # rarity (-log of the share of all text) under which letters are a word: "web" 10.3, "kyo" 13.7
SHORT = 3  # letters of a piece that is hardly a word by itself
ENDLESS = 80  # characters of a last paragraph that must end like a sentence
#: (what a stretch begins with: a quick look, the stretch, what it is, why it stays).
ODD = (
    (
        re.compile(r"\ufffd"),
        re.compile(r"\ufffd+"),  # Universit\ufffd
        "characters lost",
        "a program before us replaced them; what they were is not in the file",
    ),
    (
        re.compile("[\ud800-\udfff]"),
        re.compile("[\ud800-\udfff]+"),
        "bytes that are no text",
        "they do not fit the encoding of the file",
    ),
    (
        BROKEN,
        re.compile(rf"(?:{BROKEN.pattern})+"),
        "characters garbled",
        "they look like a wrong code page, but no repair is certain",
    ),
)
TRIPLE = re.compile(r"([bcdfghjklmnpqrstvz])\1\1")  # acccord
WORD_BEFORE, WORD_AFTER = re.compile(r"[\w./-]{0,40}\Z"), re.compile(r"[\w./-]{0,40}")
# agencies' copy: ``so''; one set of first characters, so that the engine skips to them
MARKS = re.compile(r"[“”„«»\"'`](?:(?<=[“”„«»\"])|(?<=')'|(?<=`)`)")
ENDED = re.compile(r"[.!?…:。！？।؟۔][\"'”’»“)\]」』]*\s*$|[)\]»”\"]\s*$")
PARTNERS = {"“": "”", "„": "“”", "«": "»", "``": ("''",), '"': '"'}
#: What a last line ends in that no sentence does: an address, a reader's name, a date or price, a sign of the house.
LABEL = re.compile(r"www\.|://|@\w|\d\W*\Z|[.!?…][\"”'’»]*\s\S\s*\Z|[.!?…]\s+(?:[A-Z]\w+\s*){1,3}\Z")
TAIL = 60  # characters of the last paragraph in which it may stand
INSERTED = 2  # paragraphs behind one, of which the first may be a caption set into a quotation
LONGEST = 4000  # characters of a quotation that goes over several paragraphs
OPENS, CLOSES = ("“", "„", "«", "``"), ("”", "»", "''")
BEFORE, BEHIND = "([—–-/:‘“„«'", ".,;:!?)]…—–’”»"  # beside a mark that opens; beside one that closes


def broken(text: Text, runs: tuple[Block, ...], speech: Language) -> tuple[Damage, ...]:
    """What is broken in the clean text, in reading order, each with its place in the original."""
    found = sorted(islice(_places(text.value, runs, speech), MOST))
    return tuple(Damage(span=text.span(a, b), what=what, why=why) for a, b, what, why in found)


def _places(value: str, runs: tuple[Block, ...], speech: Language) -> Iterator[tuple[int, int, str, str]]:
    if not value.isascii():
        for first, pattern, what, why in ODD:
            if first.search(value):
                yield from ((match.start(), match.end(), what, why) for match in pattern.finditer(value))
    yield from _torn(value)
    if not speech.words("structure", "triples"):
        for match in TRIPLE.finditer(value):
            start, end = (
                WORD_BEFORE.search(value, max(0, match.start() - 40), match.start()),
                WORD_AFTER.match(value, match.end()),
            )
            a, b = start.start() if start else match.start(), end.end() if end else match.end()
            if b - a > SHORT and value[a:b].isalpha():
                yield a, b, "a letter too many", "three equal consonants in a row"
    yield from _unpaired(value, runs)
    last = runs[-1] if runs else None
    long = last is not None and last.kind == "paragraph" and last.end - last.start >= ENDLESS
    tail = value[max(last.start, last.end - TAIL) : last.end] if last else ""
    if last and long and not ENDED.search(tail) and not LABEL.search(tail):
        yield max(last.start, last.end - 40), last.end, "the text breaks off", "its last paragraph has no end"


def _torn(value: str) -> Iterator[tuple[int, int, str, str]]:
    """Two pieces that nowhere else are words of this text, and together are one."""
    lows = value.lower().split()
    if set(lows).isdisjoint(map(add, lows, islice(lows, 1, None))):  # no two neighbours make a word of the text
        return
    counts = Counter(lows)
    for first, (left, right) in enumerate(pairwise(lows)):
        if left + right not in counts or not counts[left] == counts[right] == 1:
            continue
        if (_is_piece(left) or _is_piece(right)) and not (_is_word(left) and _is_word(right)):
            yield from _torn_at(value, first, left + right)


def _is_piece(word: str) -> bool:
    return 2 <= len(word) <= SHORT and word.isalpha()


def _is_word(word: str) -> bool:
    """True for a word that texts have by itself: "any one" and "web site" are no torn words."""
    return rarity().get(anyascii(word).lower(), KNOWN) < KNOWN


def _torn_at(value: str, first: int, whole: str) -> Iterator[tuple[int, int, str, str]]:
    """Words `first` and the next, where the second does not begin a name."""
    words = value.split()
    at = value.find(f"{words[first]} {words[first + 1]}") if words[first + 1].islower() else -1
    if at >= 0:
        yield at, at + len(whole) + 1, "a word torn apart", f"“{whole}” stands in one piece elsewhere"


def _unpaired(value: str, runs: tuple[Block, ...]) -> Iterator[tuple[int, int, str, str]]:
    """Quotation marks without a partner, neither in their paragraph nor, for a quotation of several, in a later one."""
    lone = [mark for number in range(len(runs)) for mark in _lone(value, runs, number)]
    heads = {block.start for block in runs} if len(lone) > 1 else set()
    over = {
        mark.start() for pair in pairwise(lone) for mark in pair if heads and _is_one_quotation(*pair, value, heads)
    }
    for mark in lone:
        if mark.start() not in over and not _is_interrupted(mark, value, runs):
            yield mark.start(), mark.end(), "a quotation mark without a partner", "its pair is not in the paragraph"


def _is_interrupted(mark: re.Match[str], value: str, runs: tuple[Block, ...]) -> bool:
    """True for a mark that opens again behind the next paragraph: a caption stands in the quotation."""
    behind = [value[block.start] for block in runs if block.start > mark.start()][1:INSERTED]
    return mark[0] in (*OPENS, '"') and mark[0][0] in behind


def _lone(value: str, runs: tuple[Block, ...], number: int) -> Iterator[re.Match[str]]:
    """Marks of one paragraph that have no partner in it; a quotation may go on in the next, which opens again."""
    block = runs[number]
    marks = list(MARKS.finditer(value, block.start, block.end))
    if not marks or ({"»", "«"} <= {mark[0] for mark in marks} and _is_inward(marks)):
        return
    following = value[runs[number + 1].start] if number + 1 < len(runs) else ""
    goes_on = value[block.start] == "»"  # in some papers each further paragraph of a quotation opens so
    for mark in _waiting(marks, value):
        again = mark[0] in (*OPENS, '"') and following in (mark[0][0], "»" if mark[0] == "«" else "")
        if not (again and following) and not (goes_on and mark.start() == block.start):
            yield mark


def _is_one_quotation(first: re.Match[str], last: re.Match[str], value: str, heads: set[int]) -> bool:
    """Opened in one paragraph and closed in a later one, with no such mark between but at the head of a paragraph."""
    if last[0] not in PARTNERS.get(first[0], ()) or last.start() - first.end() > LONGEST:
        return False
    between = MARKS.finditer(value, first.end(), last.start())
    return all(mark.start() in heads for mark in between if mark[0] in (first[0], last[0]))


def _is_inward(marks: list[re.Match[str]]) -> bool:
    """»So« instead of «so»."""
    return next(mark[0] for mark in marks if mark[0] in "«»") == "»"


def _waiting(marks: list[re.Match[str]], value: str) -> Iterator[re.Match[str]]:
    """Marks that nothing closes or opens; pages mix kinds, so “so", "so” and ”so” are pairs where their place fits."""
    opened: list[re.Match[str]] = []
    low = any(mark[0] == "„" for mark in marks)
    for mark in marks:
        begins, ends = _place(mark, value)
        closing = mark[0] in CLOSES or (mark[0] == "“" and not begins and (low or ends))
        if mark[0] == '"':
            closing = bool(opened) and not begins
            if not opened and value[mark.start() - 1 : mark.start()].isdigit():
                continue  # 12" is a length
        if closing and opened:
            opened.pop()
        elif closing and not begins:
            yield mark
        else:
            opened.append(mark)
    yield from opened


def _place(mark: re.Match[str], value: str) -> tuple[bool, bool]:
    """(it stands before a word and behind none, it stands behind a word and before none)."""
    before, after = value[mark.start() - 1 : mark.start()], value[mark.end() : mark.end() + 1]
    free, bound = not before or before.isspace() or before in BEFORE, bool(after) and not after.isspace()
    return free and bound and after not in BEHIND, not free and (not bound or after in BEHIND)
