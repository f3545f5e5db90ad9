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

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dragoman.read.numbers import Words, read_digits

__all__ = ["Lexicon", "Token", "pieces"]

Key = tuple[str, ...]
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_PIECE = re.compile(rf"\d+|[{_CJK}]|[^\W\d_{_CJK}]+|[^\w\s]")
_ATOM = re.compile(r"\{(\w+)\}|([()|?*<>])|([^\s(){}|?*<>]+)")
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
_HM = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")  # 20.30 (Uhr)
_RUN = re.compile(r"[^.\n]+")
_WORD = frozenset({"#word"})
#: Classes of words that make a time; the others (articles, prepositions, counts) only go with one of them.
_TIMELY = frozenset(
    [
        "unit",
        "unit1",
        "units",
        "mon",
        "month",
        "monthx",
        "wday",
        "weekday",
        "season",
        "decade",
        "shift",
        "ref",
        "set",
        "noon",
        "year",
        "yearx",
        "iso",
        "numeric",
        "clock",
        "hm",
        "part",
        "age",
        "weekend",
        "roman",
        "mnum",
    ]
)
_NONE: Mapping[str, Any] = {}
_SHAPES = ("low", "teen", "high", "year", "round", "integer", "decimal", "hm", "iso", "numeric", "clock", "word")
#: Template classes that digits fall in, by the shape of the number.
_NUMERIC = {
    "mnum": ("low",),
    "hour": ("low", "teen"),
    "day": ("low", "teen", "high"),
    "year": ("year", "round"),
    "yearx": ("year",),
    "digits": ("low", "teen", "high", "integer", "year", "round"),
    "num": ("low", "teen", "high", "integer", "decimal", "hm", "year", "round", "word"),
    "hm": ("hm",),
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


class _Entry:
    """What the lexicon knows of a word: its classes with their values, with and without a capital letter."""

    __slots__ = ("longest", "number", "plain", "upper")

    def __init__(self) -> None:
        self.longest = 0
        self.number = False
        self.plain: tuple[str, Mapping[str, Any]] | None = None
        self.upper: tuple[str, Mapping[str, Any]] | None = None


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
        self._values: dict[Key, dict[str, Any]] = {key: dict(values) for key, values in entries.items()}
        wanted = list(dict.fromkeys(templates))
        atoms = [atom for template in wanted for atom in _ATOM.finditer(template)]
        for word in (word for atom in atoms for word in pieces(atom.group(3) or "")):
            self._values.setdefault((word,), {})["=" + word] = True
        for mark in "".join(_MARKS.values()):
            self._values.setdefault((mark,), {})
        self._used = {atom.group(1).rstrip("0123456789") for atom in atoms if atom.group(1)}
        self._symbols = self._alphabet()
        self._words = self._table()
        self._token = _token_pattern(grouping)
        self._compiled = {template: self._expression(template) for template in wanted}
        self._core = frozenset("".join(self._class(name) for template in wanted for name in _core(template)))

    # -- symbols -------------------------------------------------------------------------------

    def _classes(self, key: Key, *, upper: bool) -> frozenset[str]:
        """What templates can ask of a word: its classes that some template uses, its literal, its mark."""
        names = {name for name in self._values[key] if name[0] == "=" or name in self._used}
        names |= {name for name, chars in _MARKS.items() if len(key) == 1 and key[0] in chars}
        if self._number(key) is not None:
            names.add("#word")
        return frozenset(names if upper else names - self.capital)

    def _number(self, key: Key) -> float | None:
        """The number that an entry as a whole is (seven, quatre-vingt-dix), if any."""
        run = self.numbers.run(key, 0)
        return run[0] if run and run[1] == len(key) else None

    def _alphabet(self) -> dict[frozenset[str], str]:
        """One private character for every set of classes that a token of this language can have."""
        sets = {self._classes(key, upper=upper) for key in self._values for upper in (False, True)}
        sets |= {frozenset({"#" + shape}) for shape in _SHAPES} | {frozenset({name}) for name in _MARKS}
        ordered = sorted(sets - {frozenset()}, key=sorted)
        return {frozenset(): "."} | {one: chr(0xE000 + index) for index, one in enumerate(ordered)}

    def _table(self) -> dict[str, _Entry]:
        """Every word that begins an entry or a number."""
        table: dict[str, _Entry] = {}
        for key, values in self._values.items():
            entry = table.setdefault(key[0], _Entry())
            entry.longest = max(entry.longest, len(key))
            if len(key) == 1:
                if "~future" not in values:
                    values = {**self._ended(key[0]), **values}
                plain = {name: value for name, value in values.items() if name not in self.capital}
                entry.plain = self._symbols[self._classes(key, upper=False)], plain
                named = "month" in values or "mon" in values  # May 7 says nothing of what may come
                upper = {name: value for name, value in values.items() if not (named and name == "~future")}
                entry.upper = self._symbols[self._classes(key, upper=True)], upper
        for word in self.numbers.heads:
            table.setdefault(word, _Entry()).number = True
        return table

    def _expression(self, template: str) -> re.Pattern[str]:
        """The regular expression over symbols that a template stands for; the time itself is its group `_`."""
        before, _, rest = template.rpartition("<")
        middle, _, behind = rest.partition(">")
        names: set[str] = set()
        expression = f"(?P<_>{self._part(middle, names)})"
        expression += f"(?={self._part(behind, names)})" if behind else ""
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
                out.append("(?:" + "".join(_set(self._class("=" + word)) for word in pieces(literal)) + ")")
            else:
                group = f"(?P<{name}>" if names is not None and name not in names else "(?:"
                if names is not None:
                    names.add(name)
                out.append(group + _set(self._class(name)) + ")")
        return "".join(out)

    def _class(self, name: str) -> str:
        """The symbols of one class or literal word."""
        base = name if name[0] == "=" else name.rstrip("0123456789")
        shapes = {"#" + shape for shape in _NUMERIC.get(base, ())}
        return "".join(sorted(symbol for one, symbol in self._symbols.items() if base in one or shapes & one))

    # -- tokens --------------------------------------------------------------------------------

    def tokens(self, text: str, breaks: Iterable[int] | None = None) -> list[Token]:
        """The tokens of a text; a token never reaches over a break (a place where a block begins)."""
        raw = [(m.start(), m.end(), m.group().lower(), m.lastgroup or "mark") for m in self._token.finditer(text)]
        lows = [one[2] for one in raw]
        stops = sorted(breaks) if breaks is not None else None
        out: list[Token] = []
        at, size, words, dot = 0, len(raw), self._words, _NONE
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

    def _ended(self, low: str) -> Mapping[str, Any]:
        """The cue that an unknown word's ending gives: -ed, -era, -ieron."""
        for values, ends in self._endings:
            if low.endswith(ends) and len(low) > 4:
                return values
        return _NONE

    def _take(self, text: str, raw: list[Any], lows: list[str], at: int, entry: _Entry | None) -> tuple[Token, int]:
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
            return Token(start, raw[stop - 1][1], low, "number", self._symbols[_WORD], {"num": value}), stop
        if known:
            return Token(start, end, low, kind, known[0], known[1]), at + 1
        return Token(start, end, low, kind, ".", _NONE if text[start].isupper() else self._ended(low)), at + 1

    def _digits(self, text: str, raw: list[Any], lows: list[str], at: int) -> tuple[Token, int]:
        start, end, _, kind = raw[at]
        if kind != "number":
            return Token(start, end, text, "number", self._symbols[frozenset({"#" + kind})], {"text": text}), at + 1
        value = read_digits(text, decimal=self.decimal)
        run = self.numbers.run(lows, at, value)
        if run and run[1] > at + 1:
            return Token(start, raw[run[1] - 1][1], text, "number", self._symbols[_WORD], {"num": run[0]}), run[1]
        symbol = self._symbols[frozenset({"#" + _shape(text, value)})]
        return Token(start, end, text, "number", symbol, {"num": value, "text": text}), at + 1

    # -- matching ------------------------------------------------------------------------------

    def row(self, tokens: Sequence[Token]) -> tuple[str, list[int]]:
        """Symbols of the tokens worth matching, and their token numbers.

        A run of known words without one that a time needs is left out, so that rules see a tenth of the text.
        """
        symbols = "".join(token.symbol for token in tokens)
        row: list[str] = []
        places: list[int] = []
        for run in _RUN.finditer(symbols):
            if not self._core.isdisjoint(run.group()):
                row.append(run.group())
                places.extend(range(run.start(), run.end()))
                row.append(".")
                places.append(run.end())
        return "".join(row), places

    def find(self, template: str, row: str) -> Iterator[re.Match[str]]:
        """Where a template matches a row."""
        return self._compiled[template].finditer(row)


def _set(symbols: str) -> str:
    return f"[{symbols}]" if symbols else "(?!)"


def _core(template: str) -> list[str]:
    """The atom a match cannot do without: a word of time, else any of its atoms."""
    middle = template.rpartition("<")[2].partition(">")[0]
    needed: list[str] = []
    every: list[str] = []
    depth = 0
    atoms = list(_ATOM.finditer(middle))
    for index, atom in enumerate(atoms):
        name, mark, literal = atom.groups()
        depth += (mark == "(") - (mark == ")")
        names = [name] if name else ["=" + word for word in pieces(literal or "")]
        every += names
        optional = index + 1 < len(atoms) and atoms[index + 1].group(2) == "?"
        if depth == 0 and not mark and not optional:
            needed += names
    timely = [name for name in needed if name.rstrip("0123456789") in _TIMELY]
    return timely[:1] or every


def _shape(text: str, value: float) -> str:
    """What digits may be: a day, a year, a plain number."""
    if not text.isdigit():
        return "hm" if _HM.fullmatch(text) else "integer" if value.is_integer() else "decimal"
    if len(text) == 4 and 1000 <= value <= 2100:
        return "round" if value % 100 == 0 or not 1900 <= value <= 2040 else "year"
    if len(text) > 2 or not 1 <= value <= 31:
        return "integer"
    return "low" if value <= 12 else "teen" if value <= 24 else "high"


def _token_pattern(grouping: str) -> re.Pattern[str]:
    """Cuts a text: 2024-06-19, 19/06/2024, 18:30, 10 000, words, marks and line ends."""
    group = "".join(re.escape(one) for one in dict.fromkeys(",." + "'\u00a0\u202f\u2009" + grouping))
    return re.compile(
        rf"(?P<word>[{_CJK}]|[^\W\d_{_CJK}]+)"
        r"|(?P<iso>\d{4}-\d\d-\d\d(?![\d-]))"
        r"|(?P<numeric>(?<![\d.,/-])\d{1,2}(?P<cut>[./-])\d{1,2}(?P=cut)(?:\d{4}|\d\d)(?![\d/-]|[.,]\d))"
        r"|(?P<clock>(?<![\d:])\d{1,2}:\d\d(?!\d|:\d))"
        rf"|(?P<number>(?<!\d)\d{{1,3}}(?:[{group}]\d{{3}})+(?:[.,]\d{{1,2}})?(?![\d])|\d+(?:[.,]\d+)?)"
        r"|(?P<line>[^\S\n]*\n\s*)"
        rf"|(?P<mark>[^\w\s])"
    )
