"""What our sets share: words of a text as offsets, texts read by Dragoman, and precision, recall and F1.

Gold names words, never offsets. `place` finds them and refuses when they do not stand in the text exactly once;
words that occur more often say which occurrence they mean: `the deal#2` is the second.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from dragoman.read import read, sift
from dragoman.records import Reading, Source
from dragoman.settings import Settings

__all__ = ["Misplaced", "f1", "fold", "named", "occurrences", "place", "read_text", "share"]

NUMBERED = re.compile(r"(?P<words>.*\S)#(?P<nth>\d+)", re.DOTALL)  # the deal#2
WORD = re.compile(r"[^\W_]+")
Place = tuple[int, int]


class Misplaced(ValueError):
    """Gold words that do not stand in their text as the gold says."""


def occurrences(text: str, words: str) -> list[Place]:
    """Every place of these exact words that begins and ends at a word's edge."""
    edged = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return [found.span() for found in edged.finditer(text)]


def place(text: str, words: str, *, where: str) -> Place:
    """The one place of these words; `words#2` is their second; anything else is refused."""
    numbered = NUMBERED.fullmatch(words)
    wanted, nth = (numbered["words"], int(numbered["nth"])) if numbered else (words, 0)
    found = occurrences(text, wanted)
    if nth and len(found) > 1 and nth <= len(found):
        return found[nth - 1]
    if nth or len(found) != 1:
        raise Misplaced(f"{where}: {words!r} is there {len(found)} times. Copy the words exactly, or number them.")
    return found[0]


def fold(words: str) -> tuple[str, ...]:
    """Words without accents, case and punctuation."""
    plain = unicodedata.normalize("NFKD", words.replace("ё", "е").replace("й", "и").casefold())
    return tuple(WORD.findall("".join(one for one in plain if not unicodedata.combining(one))))


def named(name: str, forms: Iterable[str]) -> bool:
    """True when one of the accepted forms stands whole in the name; `Шойг*` accepts every ending."""
    words = fold(name)
    return any(_holds(words, form) for form in forms)


def _holds(words: tuple[str, ...], form: str) -> bool:
    wanted = [(fold(one)[0], one.endswith("*")) for one in re.findall(r"[^\W_]+\*?", form)]
    return any(
        all(
            word.startswith(start) if open_ended else word == start
            for word, (start, open_ended) in zip(run, wanted, strict=True)
        )
        for run in (words[at : at + len(wanted)] for at in range(len(words) - len(wanted) + 1))
    ) and bool(wanted)


def read_text(name: str, text: str, published: str) -> Reading:
    """One text as the product reads it, told nothing but the day of publication."""
    source = Source(raw=text.encode("utf-8"), name=name, meta=(("date", published),))
    return read(sift(source, Settings()))


def share(part: float, whole: float) -> float:
    """A quotient to four places; 0 when there is nothing to divide by."""
    return round(part / whole, 4) if whole else 0.0


def f1(right: int, predicted: int, gold: int) -> float:
    """Harmonic mean of precision and recall, from counts."""
    return share(2 * right, predicted + gold)
