"""A text as a row of symbols, and rules written as templates over words: how a language's file holds its grammar.

Every word of the lexicon belongs to classes (month, unit, last …); a token becomes one symbol that stands for its
set of classes, so a template such as `{last} {weekday}` is a short regular expression over one symbol a word.
`(a|b)` and `?` mean what they mean in expressions, `x <` asks for x before, `> x` for x behind.

>>> lexicon = Lexicon({("last",): {"last": -1}, ("friday",): {"weekday": 4}}, ["{last} {weekday}"])
>>> row, places = lexicon.row(lexicon.tokens("He left last Friday."))
>>> [places[found.start()] for found in lexicon.find("{last} {weekday}", row)]
[2]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.read.numbers import Words, read_digits
from dragoman.read.templates import NONE, WORD, Entry, Templates
from dragoman.read.tokens import Key, Token, shape, token_pattern

__all__ = ["Lexicon"]


class Lexicon(Templates):
    """Words with their classes, and how a text is cut into tokens that carry them."""

    def __init__(
        self,
        entries: Mapping[Key, Mapping[str, Any]],
        templates: Iterable[str],
        *,
        numbers: Words | None = None,
        grouping: str = "",
        decimal: str = ".",
        capital: frozenset[str] = frozenset(),
        endings: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        super().__init__(entries, templates, numbers=numbers, capital=capital, endings=endings)
        self.decimal = decimal
        self._token = token_pattern(grouping)

    def tokens(self, text: str, breaks: Iterable[int] | None = None) -> list[Token]:
        """The tokens of a text; a token never reaches over a break (a place where a block begins)."""
        raw = [(*m.span(), m[0].lower(), m.lastgroup or "mark") for m in self._token.finditer(text)]
        lows = [one[2] for one in raw]
        stops = sorted(breaks) if breaks is not None else None
        out: list[Token] = []
        at, size, words, dot = 0, len(raw), self._words, NONE
        while at < size:
            start, end, low, kind = raw[at]
            if kind == "word" or kind == "mark":
                entry = words.get(low)
                if entry is None and not (self.numbers.compound and len(low) > 5):
                    out.append(
                        Token(
                            start,
                            end,
                            low,
                            kind,
                            ".",
                            dot if kind == "mark" or text[start].isupper() else self._ended(low),
                        )
                    )
                    at += 1
                    continue
                if entry is not None and entry.alone:
                    symbol, values = entry.upper if text[start].isupper() else entry.plain  # type: ignore[misc]
                    out.append(Token(start, end, low, kind, symbol, values))
                    at += 1
                    continue
                token, at = self._take(text, raw, lows, at, entry)
                out.append(token)
            elif kind == "line":
                if stops is None or "\n\n" in low or bisect_right(stops, end) > bisect_left(stops, start):
                    out.append(Token(start, end, "\n", "line", "\n", dot))
                at += 1
            else:
                token, at = self._digits(text[start:end], raw, lows, at)
                out.append(token)
        return out

    def _take(self, text: str, raw: list[Any], lows: list[str], at: int, entry: Entry | None) -> tuple[Token, int]:
        """A word or mark of the lexicon: its longest entry, else the number it begins, else itself."""
        start, end, low, kind = raw[at]
        run = self.numbers.run(lows, at) if entry is None or entry.number else None
        least = max(run[1] - at, 1) if run else 1  # "half a million" is longer than "half a"
        for length in range(min(entry.longest, len(lows) - at) if entry else 0, least, -1):
            key = tuple(lows[at : at + length])
            if key in self._values:
                upper = text[start].isupper()
                values: Mapping[str, Any] = self._values[key]
                symbol, number = self._symbols[self._classes(key, upper=upper)], self._number(key)
                if number is not None:
                    values = {**values, "num": number}
                stop = raw[at + length - 1][1]
                return Token(
                    start, stop, " ".join(key), "word" if number is None else "number", symbol, values
                ), at + length
        known = entry and (entry.upper if text[start].isupper() else entry.plain)
        if run is not None:
            value, stop = run
            if known and stop == at + 1:
                return Token(start, end, low, "number", known[0], {**known[1], "num": value}), stop
            return Token(start, raw[stop - 1][1], low, "number", self._symbols[WORD], {"num": value}), stop
        if known:
            return Token(start, end, low, kind, known[0], known[1]), at + 1
        return Token(start, end, low, kind, ".", NONE if text[start].isupper() else self._ended(low)), at + 1

    def _digits(self, text: str, raw: list[Any], lows: list[str], at: int) -> tuple[Token, int]:
        start, end, _, kind = raw[at]
        if kind != "number":
            return Token(start, end, text, "number", self._symbols[frozenset({"#" + kind})], {"text": text}), at + 1
        value = read_digits(text, decimal=self.decimal)
        run = self.numbers.run(lows, at, value)
        if run and run[1] > at + 1:
            return Token(start, raw[run[1] - 1][1], text, "number", self._symbols[WORD], {"num": run[0]}), run[1]
        symbol = self._symbols[frozenset({"#" + shape(text, value)})]
        return Token(start, end, text, "number", symbol, {"num": value, "text": text}), at + 1
