"""Numbers as written: digits with the language's grouping, and number words, read from tokens.

>>> read_digits("10.000", decimal=",")
10000.0
>>> read_digits("9.5", decimal=".")
9.5
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dragoman.languages import Language

__all__ = ["Words", "read_digits", "words"]

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’]")
_GROUPED = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*$")  # 10.000  1,234,567


def read_digits(text: str, *, decimal: str = ".") -> float:
    """The value of digits; `decimal` is the language's mark, but 10.000 never means ten."""
    plain = _SPACES.sub("", text)
    grouped = _GROUPED.match(plain)
    if grouped:
        mark = grouped.group(1)
        # a lone decimal mark before three digits: 1.234 stays a fraction, 10.000 and 1.234.567 are groups
        if mark != decimal or plain.count(mark) > 1 or plain.endswith("000"):
            return float(plain.replace(mark, ""))
        return float(plain.replace(",", "."))
    other = "," if decimal == "." else "."
    if (other in plain and decimal in plain) or plain.count(other) > 1:
        plain = plain.replace(other, "")
    if plain.count(decimal) > 1:
        plain = plain.replace(decimal, "")
    return float(plain.replace(",", "."))


class Words:
    """The number words of a language: units and tens add up, hundreds and above multiply."""

    def __init__(
        self,
        small: Mapping[str, float] | None = None,
        large: Mapping[str, float] | None = None,
        *,
        glue: Sequence[str] = (),
        alone: Sequence[str] = (),
        article: Sequence[str] = (),
        compound: bool = False,
    ) -> None:
        self.small, self.large = dict(small or {}), dict(large or {})
        self.glue, self.alone, self.article = frozenset(glue), frozenset(alone), frozenset(article)
        self.compound = compound
        parts = sorted({*self.small, *self.large, *glue}, key=len, reverse=True) if compound else []
        self._parts = re.compile("|".join(map(re.escape, parts))) if parts else None
        self._heads = frozenset(word[:3] for word in parts)

    def value(self, word: str) -> float | None:
        """The value of one word, compounds such as zweihundertfünfzig included; None when it is no number."""
        known = self.small.get(word)
        if known is None and word in self.alone:
            return self.large[word]
        if known is not None or self._parts is None or len(word) < 6 or word[:3] not in self._heads:
            return known
        parts = self._parts.findall(word)
        return self._total(parts) if len(parts) > 1 and "".join(parts) == word else None

    def run(self, lows: Sequence[str], at: int, digits: float | None = None) -> tuple[float, int] | None:
        """(value, one past the last token) of the number that begins at a token; `digits` when it is in digits."""
        parts: list[str | float] = []
        end = at
        if digits is not None:
            parts, end = [digits], at + 1
        elif lows[at] in self.article and at + 1 < len(lows) and lows[at + 1] in self.large:
            parts, end = [1.0], at + 1
        best: tuple[float, int] | None = (digits, end) if digits is not None else None
        while step := self._step(lows, end, bool(parts), digits is not None):
            grown = self._total([*parts, step[0]])
            if grown is None:
                break
            parts.append(step[0])
            best, end = (grown, step[1]), step[1]
        return best

    def _step(self, lows: Sequence[str], at: int, inside: bool, digits: bool) -> tuple[str | float, int] | None:
        """The next part of a number: a large word, or the value of a small one (or of a pair: quatre-vingt)."""
        if inside and at + 1 < len(lows) and lows[at] in self.glue:
            at += 1
        if at >= len(lows):
            return None
        word = lows[at]
        if inside and word in self.large:
            return word, at + 1
        if digits:
            return None
        for skip in (1, 2):
            if at + skip < len(lows) and (skip == 1 or lows[at + 1] == "-"):
                pair = self.small.get(f"{word} {lows[at + skip]}")
                if pair is not None:
                    return pair, at + skip + 1
        value = self.value(word)
        return None if value is None else (value, at + 1)

    def _total(self, parts: Sequence[str | float]) -> float | None:
        """What parts in a row mean together; None when they do not make one number (two three)."""
        total = current = 0.0
        for part in parts:
            if isinstance(part, str) and part in self.glue and part not in self.small:
                continue
            large = self.large.get(part) if isinstance(part, str) else None
            if large is not None:
                current = (current or 1.0) * large
                if large >= 1000:
                    total, current = total + current, 0.0
                continue
            value = self.small.get(part) if isinstance(part, str) else part
            if value is None or not (_fits(current, value) or (self.compound and current < 10 and value % 10 == 0)):
                return None
            current += value
        return total + current


def _fits(current: float, value: float) -> bool:
    """True when `value` may follow `current` in one number: twenty four, soixante dix, cent vingt."""
    if not current:
        return True
    if value < 10:
        return current % 10 == 0
    if value < 100:
        return current % 100 == 0 or (value < 20 and current % 20 == 0)
    return current % 1000 == 0


def words(language: Language) -> Words:
    """The number words of a language's file; none of another language's."""
    return language.once(_make)


def _make(language: Language) -> Words:
    section = language.section("figures")
    return Words(
        section.get("numbers"),
        section.get("multipliers"),
        glue=section.get("glue", ()),
        alone=section.get("alone", ()),
        article=section.get("article", ()),
        compound=section.get("compound", False),
    )
