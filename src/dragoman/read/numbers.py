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


_HALF = "½"  # the part "and a half" of a number


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
        half_before: Sequence[str] = (),
        half_after: Sequence[str] = (),
    ) -> None:
        self.small, self.large = dict(small or {}), dict(large or {})
        self.glue, self.alone, self.article = frozenset(glue), frozenset(alone), frozenset(article)
        self.compound = compound
        self._before = [tuple(words.split()) for words in half_before]
        self._after = [tuple(words.split()) for words in half_after]
        self.heads = frozenset(
            word.split(" ")[0]
            for word in (*self.small, *self.alone, *self.article, *(words[0] for words in self._before))
        )
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
        elif half := next((words for words in self._before if _begins(lows, at, words)), None):
            end = at + len(half)
            if end < len(lows) and lows[end] in self.large:  # half a million
                parts = [0.5]
            else:
                end = at
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
        for half in self._after if inside else ():
            stop = at + len(half)
            after = stop < len(lows) and lows[stop] in self.large
            if _begins(lows, at, half) and (after or lows[at - 1] in self.large):  # two and a half million
                return _HALF, stop
        if inside and at + 1 < len(lows) and lows[at] in self.glue:
            at += 1
        if at >= len(lows):
            return None
        word = lows[at]
        if inside and word in self.large and not (digits and self.large[word] == 100 and word[-1] == "s"):  # 50 cents
            return word, at + 1
        if digits:
            large = self.large.get(lows[at - 1], 0)  # 3 mil 500 millones
            grown = large >= 1000 and word.isdigit() and float(word) < large
            return (float(word), at + 1) if grown else None
        for skip in (1, 2):
            if at + skip < len(lows) and (skip == 1 or lows[at + 1] == "-"):
                pair = self.small.get(f"{word} {lows[at + skip]}")
                if pair is not None:
                    return pair, at + skip + 1
        if not inside and word in self.alone:
            return word, at + 1
        value = self.value(word)
        return None if value is None else (value, at + 1)

    def _total(self, parts: Sequence[str | float]) -> float | None:
        """What parts in a row mean together; None when they do not make one number (two three)."""
        total = current = last = 0.0
        for part in parts:
            if isinstance(part, str) and part in self.glue and part not in self.small:
                continue
            if part == _HALF:
                if current:
                    current += 0.5
                else:
                    total += 0.5 * last
                continue
            large = self.large.get(part) if isinstance(part, str) else None
            if large is not None:
                if total and total < large:  # three thousand million
                    total, current = 0.0, total + current
                current = (current or 1.0) * large
                if large >= 1000:
                    total, current = total + current, 0.0
                last = large
                continue
            value = self.small.get(part) if isinstance(part, str) else part
            if value is None or not (_fits(current, value) or (self.compound and _is_tens(current, value))):
                return None
            current += value
        return total + current


def _begins(lows: Sequence[str], at: int, words: tuple[str, ...]) -> bool:
    return at < len(lows) and lows[at] == words[0] and tuple(lows[at : at + len(words)]) == words


def _fits(current: float, value: float) -> bool:
    """True when `value` may follow `current` in one number: twenty four, soixante dix, cent vingt."""
    if not current:
        return True
    if value < 10:
        return current % 10 == 0
    if value < 100:
        return current % 100 == 0 or (value < 20 and current % 20 == 0)
    return current % 1000 == 0


def _is_tens(current: float, value: float) -> bool:
    """True for tens behind their unit: fünfundfünfzig, zweihundertfünfundfünfzig."""
    return current % 100 < 10 and 20 <= value < 100 and value % 10 == 0


def words(language: Language) -> Words:
    """The number words of a language's file; none of another language's, but for thousand and million CLDR's."""
    return language.once(_make)


def _scales(code: str) -> dict[str, float]:
    """The words that multiply in a language's compact numbers, by CLDR: mila 1,000, milioni 1,000,000."""
    from babel import Locale, UnknownLocaleError

    try:
        formats = Locale.parse(code).compact_decimal_formats
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, float] = {}
    for forms in (formats.get("long") or formats.get("short") or {}).values():
        for size, form in forms.items():
            shape = form.pattern.split(";")[0]
            word = shape.replace("0", "").strip().lower()
            if word.isalpha() and shape.count("0"):
                found[word] = float(size) / 10 ** (shape.count("0") - 1)  # "00 milioni" stands for 10,000,000
    return found


def _make(language: Language) -> Words:
    section = language.section("figures")
    return Words(
        section.get("numbers"),
        section.get("multipliers") or _scales(language.code),
        glue=section.get("glue", ()),
        alone=section.get("alone", ()),
        article=section.get("article", ()),
        compound=section.get("compound", False),
        half_before=section.get("half_before", ()),
        half_after=section.get("half_after", ()),
    )
