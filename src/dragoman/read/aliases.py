"""Short forms of an agreement's name: letters in brackets, initials of its words, letters set before it.

"the Status of Forces Agreement (SOFA)" · "the Trans-Pacific Partnership … the TPP" · "l'ALENA, l'accord de …"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.read.namings import Naming
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Scene

__all__ = ["with_aliases"]

_SHORT = r"[^\W\d_]-?[\w-]*[A-ZÀ-ÞА-ЯЁ][\w-]*"
_BRACKETS = re.compile(rf"[^().;:\n]{{0,70}}\((?:[«“\"„]\s?)?({_SHORT})(?:\s?[»”\"“])?\)")  # " between … (ACFTA)"
_BEFORE = re.compile(r"\b([A-ZÀ-ÞА-ЯЁ]{3,8}),\s$")  # "CETA, "
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"\b[A-ZÀ-ÞА-ЯЁ][\w-]*[A-ZÀ-ÞА-ЯЁ][\w-]*\b")
_FEWEST = 3  # letters of initials that count without brackets


def with_aliases(scene: Scene, found: Sequence[Naming]) -> list[Naming]:
    """The namings of an article with every short form that one of them explains, in reading order."""
    known: dict[str, Naming] = {}
    named: list[Naming] = []
    for one in found:
        short = next((name for name in _explained(scene, one) if name not in known), "")
        if short and not one.plural:
            one = replace(one, proper=one.proper or short)
            known[short] = one
        named.append(one)
    named += _occurrences(scene, known, named)
    return sorted(named, key=lambda one: (one.start, one.end))


def _explained(scene: Scene, one: Naming) -> Iterator[str]:
    """Short forms that the name itself or the words right beside it explain."""
    value = scene.page.value
    if one.kind == "document":
        return
    behind = _BRACKETS.match(value, one.end)
    if (
        behind
        and not _is_of_another(scene, one, behind)
        and _abbreviates(behind[1], value[one.start : behind.start(1)])
    ):
        yield behind[1]
    before = _BEFORE.search(value, max(0, one.start - 12), one.start)
    if before and not one.new:
        yield before[1]
    initials = "".join(word[0] for word in _WORD.findall(value[one.start : one.end]) if word[:1].isupper())
    spelt = "".join(word[0].upper() for word in _WORD.findall(value[one.start : one.end]) if len(word) > _FEWEST)
    for letters in (initials, spelt):
        if len(letters) >= _FEWEST:
            yield from _shortened(value).get(letters, ())


@lru_cache(maxsize=8)
def _shortened(value: str) -> dict[str, list[str]]:
    """{capitals: the words of a text with these capitals, in order}; made once for the names of a page."""
    found: dict[str, list[str]] = {}
    for word in _LETTERS.findall(value):
        found.setdefault("".join(char for char in word if char.isupper()), []).append(word)
    return found


def _is_of_another(scene: Scene, one: Naming, behind: re.Match[str]) -> bool:
    """True when the letters in brackets stand for a name that ends right before them: "with the Union (XU)"."""
    at = scene.page.value.rfind("(", 0, behind.start(1))
    last = scene.mention_at(max(at - 2, 0), at)
    return last is not None and last.start >= one.end and last.fact.kind in ("ORG", "PER", "NORP")


def _abbreviates(short: str, name: str) -> bool:
    """True when the capitals of a short form begin words of the name, in this order."""
    words = iter(word[0].upper() for word in _WORD.findall(name))
    return all(letter in words for letter in short if letter.isupper())


def _occurrences(scene: Scene, known: dict[str, Naming], named: Sequence[Naming]) -> Iterator[Naming]:
    article = vocabulary(scene.page.language).article
    for short, owner in known.items():
        for one in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", scene.page.value):
            a, b = one.span()
            if any(other.start < b and a < other.end for other in named):
                continue
            lead = article.search(scene.page.value[max(0, a - 14) : a]) if article else None
            start = a - len(lead[0]) if lead else a
            yield replace(
                owner, start=start, end=b, head=(a, b), new=False, other=False, first=False, years=(), parties=()
            )
