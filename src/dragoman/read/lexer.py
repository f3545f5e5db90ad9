"""A text as a row of symbols, and rules written as templates over words: how a language's file holds its grammar.

Every word of the lexicon belongs to classes (month, unit, last …); a token becomes one symbol that stands for its
set of classes, so a template such as `{last} {weekday}` is a short regular expression over one symbol a word.
`(a|b)` and `?` mean what they mean in expressions, `x <` asks for x before, `> x` for x behind.

>>> lexicon = Lexicon({("last",): {"last": -1}, ("friday",): {"weekday": 4}}, ["{last} {weekday}"])
>>> tokens = lexicon.tokens("He left last Friday.")
>>> [found.span("_") for found in lexicon.find("{last} {weekday}", tokens)]
[True]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.read.numbers import Words, read_digits

__all__ = ["Lexicon", "Token", "pieces"]

Key = tuple[str, ...]
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_PIECE = re.compile(rf"\d+|[{_CJK}]|[^\W\d_{_CJK}]+|[^\w\s]")
_ATOM = re.compile(r"\{(\w+)\}|([()|?<>])|([^\s(){}|?<>]+)")
_MARKS = {
    "comma": ",،、",
    "dot": ".",
    "dash": "-–—−‐‑",
    "slash": "/",
    "open": "([",
    "close": ")]",
    "percent": "%",
    "quote": "'",
}
_NONE: Mapping[str, Any] = {}
_SHAPES = ("low", "teen", "high", "year", "round", "integer", "decimal", "iso", "numeric", "clock", "word")
#: Template classes that digits fall in, by the shape of the number.
_NUMERIC = {
    "mnum": ("low",),
    "hour": ("low", "teen"),
    "day": ("low", "teen", "high"),
    "year": ("year", "round"),
    "yearx": ("year",),
    "digits": ("low", "teen", "high", "integer", "year", "round"),
    "num": ("low", "teen", "high", "integer", "decimal", "year", "round", "word"),
    "hm": ("decimal",),
    "iso": ("iso",),
    "numeric": ("numeric",),
    "clock": ("clock",),
}


def pieces(text: str) -> Key:
    """The words and marks of a lexicon entry or template, as the tokenizer would cut them."""
    return tuple(_PIECE.findall(text.lower()))


class Token:
    """A word, number or mark of the clean text, with the classes its language knows it by."""

    __slots__ = ("end", "kind", "low", "start", "symbol", "values")

    def __init__(self, start: int, end: int, low: str, kind: str, symbol: str, values: Mapping[str, Any]) -> None:
        self.start, self.end, self.low, self.kind, self.symbol, self.values = start, end, low, kind, symbol, values


class Lexicon:
    """Words with their classes, and the templates of one language compiled over them."""

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
        self.numbers, self.decimal, self.capital = numbers or Words(), decimal, capital
        self._endings = [({name: True}, ends) for name, ends in (endings or {}).items() if ends]
        self._entries: dict[Key, dict[str, Any]] = {key: dict(values) for key, values in entries.items()}
        wanted = list(templates)
        for template in wanted:
            for atom in _ATOM.finditer(template):
                for word in pieces(atom.group(3) or ""):
                    self._entries.setdefault((word,), {})["=" + word] = True
        self._symbols = self._alphabet()
        self._longest: dict[str, int] = {}
        for key in self._entries:
            self._longest[key[0]] = max(self._longest.get(key[0], 1), len(key))
        self._token = _token_pattern(grouping)
        self._compiled = {template: self._expression(template) for template in wanted}

    # -- symbols -------------------------------------------------------------------------------

    def _alphabet(self) -> dict[frozenset[str], str]:
        """One private character for every set of classes that a token of this language can have."""
        sets = {frozenset(self._classes(key)) for key in self._entries}
        sets |= {frozenset(self._classes(key)) - self.capital for key in self._entries}
        sets |= {frozenset({"#" + shape}) for shape in _SHAPES} | {frozenset({name}) for name in _MARKS}
        ordered = sorted(sets - {frozenset()}, key=sorted)
        return {one: chr(0xE000 + index) for index, one in enumerate(ordered)}

    def _classes(self, key: Key) -> set[str]:
        numeric = len(key) == 1 and self.numbers.value(key[0]) is not None
        marks = [name for name, chars in _MARKS.items() if len(key) == 1 and key[0] in chars]
        return {*self._entries[key], *marks, *(("#word",) if numeric else ())}

    def _expression(self, template: str) -> re.Pattern[str]:
        """The regular expression over symbols that a template stands for; the time itself is its group `_`."""
        before, _, rest = template.rpartition("<")
        middle, _, behind = rest.partition(">")
        ask = f"(?={self._part(behind, None)})" if behind else ""
        expression = f"(?P<_>{self._part(middle, set())}){ask}"
        if not before:
            return re.compile(expression)
        context = self._part(before, None)
        try:
            return re.compile(f"(?<={context}){expression}")
        except re.error:  # context of several lengths: it is consumed instead of looked back at
            return re.compile(f"(?:{context}){expression}")

    def _part(self, template: str, names: set[str] | None) -> str:
        out = []
        for atom in _ATOM.finditer(template):
            name, mark, literal = atom.groups()
            if mark:
                out.append("(?:" if mark == "(" else mark)
            elif literal:
                out.append("(?:" + "".join(self._class("=" + word) for word in pieces(literal)) + ")")
            else:
                group = f"(?P<{name}>" if names is not None and name not in names else "(?:"
                if names is not None:
                    names.add(name)
                out.append(group + self._class(name.rstrip("0123456789")) + ")")
        return "".join(out)

    def _class(self, name: str) -> str:
        """The set of symbols of one class or literal word."""
        shapes = {"#" + shape for shape in _NUMERIC.get(name, ())}
        fits = [symbol for one, symbol in self._symbols.items() if name in one or shapes & one]
        return "[" + "".join(sorted(set(fits))) + "]" if fits else "(?!)"

    # -- tokens --------------------------------------------------------------------------------

    def tokens(self, text: str, breaks: Iterable[int] | None = None) -> list[Token]:
        """The tokens of a text; a token never reaches over a break (a place where a block begins)."""
        raw = [(m.start(), m.end(), m.group().lower(), m.lastgroup or "mark") for m in self._token.finditer(text)]
        lows = [one[2] for one in raw]
        stops = sorted(breaks) if breaks is not None else None
        out: list[Token] = []
        at = stop = 0
        while at < len(raw):
            start, end, low, kind = raw[at]
            if kind == "line":
                if stops is not None:
                    while stop < len(stops) and stops[stop] < start:
                        stop += 1
                if stops is None or (stop < len(stops) and stops[stop] <= end) or "\n\n" in low:
                    out.append(Token(start, end, "\n", "line", "\n", {}))
                at += 1
                continue
            token, at = self._take(text, raw, lows, at)
            out.append(token)
        return out

    def _take(self, text: str, raw: list[Any], lows: list[str], at: int) -> tuple[Token, int]:
        start, end, low, kind = raw[at]
        if kind == "word":
            for length in range(min(self._longest.get(low, 0), len(lows) - at), 0, -1):
                key = (low,) if length == 1 else tuple(lows[at : at + length])
                if key in self._entries and (length > 1 or self.numbers.run(lows, at) is None):
                    return self._known(text, key, start, raw[at + length - 1][1]), at + length
            return self._word(start, end, low, lows, at, raw)
        if kind in ("number", "iso", "numeric", "clock"):
            return self._number(text[start:end], start, end, kind, lows, at, raw)
        if (low,) in self._entries:
            return self._known(text, (low,), start, end), at + 1
        symbol = next((self._symbols[frozenset({n})] for n, marks in _MARKS.items() if low in marks), ".")
        return Token(start, end, low, "mark", symbol, {}), at + 1

    def _known(self, text: str, key: Key, start: int, end: int) -> Token:
        classes, values = frozenset(self._classes(key)), self._entries[key]
        if self.capital & classes and not text[start].isupper():
            classes = classes - self.capital
            values = {name: value for name, value in values.items() if name in classes}
        return Token(start, end, " ".join(key), "word" if key[0].isalpha() else "mark", self._symbols.get(classes, "."), values)

    def _word(self, start: int, end: int, low: str, lows: list[str], at: int, raw: list[Any]) -> tuple[Token, int]:
        run = self.numbers.run(lows, at)
        if run is None:
            values = next((values for values, ends in self._endings if low.endswith(ends) and len(low) > 4), _NONE)
            return Token(start, end, low, "word", ".", values), at + 1
        value, stop = run
        if stop == at + 1 and (low,) in self._entries:
            classes = frozenset(self._classes((low,)))
            values = {**self._entries[(low,)], "num": value}
            return Token(start, end, low, "number", self._symbols.get(classes, "."), values), stop
        return Token(
            start, raw[stop - 1][1], low, "number", self._symbols[frozenset({"#word"})], {"num": value}
        ), stop

    def _number(
        self, text: str, start: int, end: int, kind: str, lows: list[str], at: int, raw: list[Any]
    ) -> tuple[Token, int]:
        if kind != "number":
            return Token(start, end, text, "number", self._symbols[frozenset({"#" + kind})], {"text": text}), at + 1
        value = read_digits(text, decimal=self.decimal)
        run = self.numbers.run(lows, at, value)
        if run and run[1] > at + 1:
            symbol = self._symbols[frozenset({"#word"})]
            return Token(start, raw[run[1] - 1][1], text, "number", symbol, {"num": run[0]}), run[1]
        symbol = self._symbols[frozenset({"#" + _shape(text, value)})]
        return Token(start, end, text, "number", symbol, {"num": value, "text": text}), at + 1

    # -- matching ------------------------------------------------------------------------------

    def symbols(self, tokens: Iterable[Token]) -> str:
        """One character a token."""
        return "".join(token.symbol for token in tokens)

    def find(self, template: str, tokens: list[Token], row: str | None = None) -> Iterator[re.Match[str]]:
        """Where a template matches; offsets are token numbers."""
        return self._compiled[template].finditer(self.symbols(tokens) if row is None else row)


def _shape(text: str, value: float) -> str:
    """What digits may be: a day, a year, a plain number."""
    if not text.isdigit():
        return "decimal" if len(text) < 6 and not value.is_integer() or "." in text and len(text) <= 5 else "integer"
    if len(text) == 4 and 1000 <= value <= 2100:
        return "round" if value % 100 == 0 or not 1900 <= value <= 2040 else "year"
    if len(text) > 2 or not 1 <= value <= 31:
        return "integer"
    return "low" if value <= 12 else "teen" if value <= 24 else "high"


def _token_pattern(grouping: str) -> re.Pattern[str]:
    """Cuts a text: 2024-06-19, 19/06/2024, 18:30, 10 000, words, marks and line ends."""
    group = "".join(re.escape(one) for one in dict.fromkeys(",." + "'\u00a0\u202f\u2009" + grouping))
    return re.compile(
        rf"(?P<iso>\d{{4}}-\d\d-\d\d(?![\d-]))"
        rf"|(?P<numeric>(?<![\d.,/-])\d{{1,2}}([./-])\d{{1,2}}\3(?:\d{{4}}|\d\d)(?![\d/-]|[.,]\d))"
        rf"|(?P<clock>(?<![\d:])\d{{1,2}}:\d\d(?!\d|:\d))"
        rf"|(?P<number>(?<!\d)\d{{1,3}}(?:[{group}]\d{{3}})+(?:[.,]\d{{1,2}})?(?![\d])|\d+(?:[.,]\d+)?)"
        rf"|(?P<line>[^\S\n]*\n\s*)"
        rf"|(?P<word>[{_CJK}]|[^\W\d_{_CJK}]+)"
        rf"|(?P<mark>[^\w\s])"
    )
