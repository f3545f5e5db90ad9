"""The words that frame an article, of all languages together, and how lines are folded to be compared with them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.languages import alternatives, known, language

__all__ = ["WIDE", "Lexicon", "fold", "lexicon", "single_spaced"]

MARKS = re.compile(r"[\u0300-\u036f\u0640\u064b-\u0655\u0670]")  # accents; Arabic vowel signs and stretching
# these letters do not fall apart into a plain one and an accent
STROKES = (("ł", "l"), ("ø", "o"), ("đ", "d"), ("ı", "i"), ("ħ", "h"), ("’", "'"))
NO_LESS, NO_MORE = r"(?<!\w)", r"(?!\w)"  # no letter before, none behind
WIDE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@lru_cache(maxsize=2048)  # rules of several rounds fold the same lines and cells
def fold(text: str) -> str:
    """Without capitals, accents, double spaces or a space before a colon."""
    text = text.casefold()
    if not text.isascii():
        text = MARKS.sub("", unicodedata.normalize("NFD", text))
        for stroked, plain in STROKES:
            text = text.replace(stroked, plain)
    return single_spaced(text).replace(" :", ":")


def single_spaced(text: str) -> str:
    """One space wherever white space stands, none at the ends; most lines are so already."""
    if "  " not in text and text.isprintable():  # of white space, only the plain space is printable
        return text.strip(" ")
    return " ".join(text.split())


@dataclass(frozen=True)
class Lexicon:
    """The furniture words of all languages together: a page's frame is often in another language than its text."""

    sets: dict[str, frozenset[str]]
    heads: dict[str, frozenset[str]]  # the first two characters of each entry: a quick look before a pattern
    starts: dict[str, re.Pattern[str]]
    inside: dict[str, re.Pattern[str]]

    def has(self, key: str, folded: str) -> bool:
        """True when the folded words are an entry."""
        return folded in self.sets[key]

    def start(self, key: str, folded: str) -> re.Match[str] | None:
        """The entry a folded line begins with, whole words only."""
        head = folded[:2]
        if head[:1].isalnum() and head not in self.heads[key] and head[:1] not in self.heads[key]:
            return None
        return self.starts[key].match(folded)

    def found(self, key: str, folded: str) -> set[str]:
        """The entries a folded line holds."""
        return set(self.inside[key].findall(folded))


@cache
def lexicon() -> Lexicon:
    """All languages' `[furniture]`, compiled once a process."""
    words: dict[str, list[str]] = {}
    for code in known():
        for key, value in language(code).section("furniture").items():
            words.setdefault(key, []).extend(fold(word) for word in value)
    return Lexicon(
        sets={key: frozenset(value) for key, value in words.items()},
        heads={key: frozenset(word[:2] for word in value) for key, value in words.items()},
        starts={key: re.compile(rf"[^\w\n]*({_bounded('', value, NO_MORE)})") for key, value in words.items()},
        inside={key: re.compile(f"({_bounded(NO_LESS, value, '')})") for key, value in words.items()},
    )


def _bounded(before: str, words: list[str], behind: str) -> str:
    """An alternation of whole words; scripts without spaces know no word ends."""
    wide = [word for word in words if WIDE.search(word)]
    spaced = [word for word in words if not WIDE.search(word)]
    return f"{before}(?:{alternatives(spaced)}){behind}|(?:{alternatives(wide)})"
