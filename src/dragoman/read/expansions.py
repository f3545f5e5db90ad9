"""What letters in brackets stand for: the words right before them whose initials they are, in any alphabet.

"Unidad Militar de Emergencias (UME)" · "Institut der deutschen Wirtschaft (IW)" · "US Geological Survey (USGS)"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.read.lexicon import Lexicon, Word, Words

__all__ = ["expansions", "spelt"]

#: Two to seven letters with two capitals, alone in brackets: "(UME)", "(AfD)", "(«ЕАЭС»)".
_LETTERS = re.compile(r"(?<=[ \u00a0])\([«“„\"]?([^\W\d_]{2,7})[»”“\"]?\)")
_MOST = 9  # words of a name that letters stand for


def expansions(text: str, words: Words, lexicon: Lexicon) -> Iterator[tuple[int, int, int, int]]:
    """(start, end of the words, start, end of the letters) of every name whose letters follow in brackets."""
    for match in _LETTERS.finditer(text):
        if sum(one.isupper() for one in match[1]) < 2:
            continue
        before = words.before(match.start(), _MOST)
        if not before or text[before[-1].end : match.start()].strip("»”\"' \u00a0"):
            continue
        first = spelt(_unbroken(text, before), match[1], lexicon)
        if first is not None:
            yield first, before[-1].end, *match.span(1)


def spelt(words: Sequence[Word], letters: str, lexicon: Lexicon) -> int | None:
    """Where the name begins whose initials are the letters, None where these words are no such name."""
    left = list(letters.lower())
    small = lexicon.links | lexicon.articles
    for word in reversed(words):
        if word.text[0].islower() and word.folded in small:
            continue
        elided = word.text.find("'") + 1 if word.text.find("'") in (1, 2) else 0  # "L'Office"
        text = word.text[elided:]
        own = text.lower() if text.isupper() else text[0].lower()
        if left[-len(own) :] == list(own):
            del left[-len(own) :]
        elif text[0].isupper():
            return None
        if not left:
            return word.start + elided if text[0].isupper() else None
    return None


def _unbroken(text: str, words: list[Word]) -> list[Word]:
    """The last of these words between which no mark, line end or sentence end stands."""
    first = len(words) - 1
    while first and not text[words[first - 1].end : words[first].start].strip(" \u00a0-'’"):
        first -= 1
    return words[first:]
