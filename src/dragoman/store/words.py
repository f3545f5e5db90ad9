"""Text as words to search by: folded letters, East Asian writing in pairs, other scripts in Latin letters too.

The same words are made of what is kept and of what is asked, so that both databases find the same.

>>> tokens("Le général Ó Súilleabháin, 10 000 fois")
['le', 'general', 'o', 'suilleabhain', '10000', 'fois']
>>> tokens("北京协议")
['北京', '京协', '协议']
>>> latin("Лавров в Женеве")
['lavrov', 'v', 'zheneve']
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from anyascii import anyascii

__all__ = ["flattened", "indexed", "latin", "places", "tokens"]

_MARKS = "".join(chr(one) for one in range(0x300, 0x1C00) if unicodedata.category(chr(one)) in ("Mn", "Mc"))
#: A number with its groups of three ("10 000", "10.000"), or letters with their marks; "l'accord" and "U.N." are two.
_WORD = re.compile(rf"\d{{1,3}}(?:[ .,'’\u00a0\u202f]\d{{3}}(?!\d))+|[^\W_](?:[^\W_]|[{_MARKS}])*")
#: Writing without spaces: Thai, Lao, Burmese, Khmer, kana, Han.
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)


def places(text: str) -> Iterator[tuple[str, int, int]]:
    """Each folded word with where it stands; unspaced writing as overlapping pairs of characters."""
    for found in _WORD.finditer(text):
        word, at = found.group(), found.start()
        if word.isascii():
            yield _digits(word.lower()), at, found.end()
        else:
            yield from ((part, at + start, at + stop) for part, start, stop in _parts(word))


def _parts(word: str) -> Iterator[tuple[str, int, int]]:
    """A word with letters beyond ASCII folded, what stands in it without spaces as pairs; where in it each stands."""
    done = 0
    for run in _UNSPACED.finditer(word):
        if run.start() > done:
            yield _folded(word[done : run.start()]), done, run.start()
        first, last = run.span()
        for start in range(first, max(first + 1, last - 1)):
            stop = min(start + 2, last)
            yield word[start:stop], start, stop
        done = last
    if done < len(word):
        yield _folded(word[done:]), done, len(word)


class _Letters(dict[int, int]):
    """{a letter: itself folded}, filled as letters come; one that folds to none or to several stays as it is."""

    def __missing__(self, letter: int) -> int:
        folded = _folded(chr(letter))
        self[letter] = ord(folded) if len(folded) == 1 else letter
        return self[letter]


_LETTERS = _Letters()  # only remembers: what it gives never depends on what was asked before


def flattened(text: str) -> str:
    """The text with each letter folded where it stands, as long as before.

    >>> flattened("Le Général Шойгу")
    'le general шоигу'
    """
    return text.translate(_LETTERS)


def tokens(text: str) -> list[str]:
    """The folded words of a text, in order."""
    out: list[str] = []
    for word in _WORD.findall(text):
        if word.isascii():
            out.append(_digits(word.lower()))
        else:
            out += [part for part, _, _ in _parts(word)]
    return [word for word in out if word]


def latin(text: str) -> list[str]:
    """The words that are in another script, in Latin letters; empty for text in Latin letters."""
    if text.isascii():
        return []
    return [made for word in _WORD.findall(text) if not word.isascii() for made in [_spelt(word)] if made]


def indexed(text: str) -> str:
    """What a database indexes for a text: its words, then the same in Latin letters where the script is another."""
    return " ".join([*tokens(text), *latin(text)])


def _digits(word: str) -> str:
    return word if word.isalnum() else re.sub(r"\D", "", word)


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    """Small letters without accents; the marks that belong to a script (Arabic, Indic) go too, on both sides."""
    spread = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(one for one in spread if one.isalnum())
    return sys.intern(unicodedata.normalize("NFC", bare))


@lru_cache(maxsize=65536)
def _spelt(word: str) -> str:
    """A word in Latin letters, "" when folding alone already gave it."""
    made = re.sub(r"[^0-9a-z]", "", anyascii(word).lower())
    return "" if made == _folded(word) else made
