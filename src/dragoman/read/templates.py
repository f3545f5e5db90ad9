"""Templates over classes of words, compiled to short regular expressions over one symbol a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from dragoman.read.numbers import Words
from dragoman.read.tokens import Key, Token, pieces

__all__ = ["NONE", "WORD", "Entry", "Templates"]

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
_RUN = re.compile(r"[^.\n]+")
WORD = frozenset({"#word"})
#: Classes of words that make a time; the others (articles, prepositions, counts) only go with one of them.
_TIMELY = frozenset({
    "unit", "unit1", "units", "mon", "month", "monthx", "wday", "weekday", "season", "decade", "shift", "ref", "set",
    "noon", "year", "yearx", "iso", "numeric", "clock", "hm", "part", "age", "weekend", "roman", "mnum", "feast",
})  # fmt: skip
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
NONE: Mapping[str, Any] = {}


def _set(symbols: str) -> str:
    return f"[{symbols}]" if symbols else "(?!)"


def _core(template: str) -> list[str]:
    """The atoms of which a match has at least one: a word of time that it cannot do without, else all it may have."""
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
        optional = index + 1 < len(atoms) and atoms[index + 1].group(2) in ("?", "*")
        if depth == 0 and not mark and not optional:
            needed += names
    if any(atom.group(2) == "|" and not _depth(atoms[:index]) for index, atom in enumerate(atoms)):
        return every
    timely = [name for name in needed if name.rstrip("0123456789") in _TIMELY]
    return timely[:1] or every


def _depth(atoms: Sequence[re.Match[str]]) -> int:
    marks = [atom.group(2) for atom in atoms]
    return marks.count("(") - marks.count(")")


class Entry:
    """What the lexicon knows of a word: its classes with their values, with and without a capital letter."""

    __slots__ = ("alone", "longest", "number", "plain", "upper")

    def __init__(self) -> None:
        self.alone = False  # no longer entry and no number begins with it: the word is read by itself
        self.longest = 0
        self.number = False
        self.plain: tuple[str, Mapping[str, Any]] | None = None
        self.upper: tuple[str, Mapping[str, Any]] | None = None


class Templates:
    """Words with their classes, and the templates of one language compiled over them."""

    def __init__(
        self,
        entries: Mapping[Key, Mapping[str, Any]],
        templates: Iterable[str],
        *,
        numbers: Words | None = None,
        capital: frozenset[str] = frozenset(),
        endings: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.numbers, self.capital = numbers or Words(), capital
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
        self._compiled = {template: self._expression(template) for template in wanted}
        needed = {template: "".join(self._class(name) for name in _core(template)) for template in wanted}
        self._core = frozenset("".join(needed.values()))
        self._needed = {template: frozenset(symbols) for template, symbols in needed.items()}

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

    def _table(self) -> dict[str, Entry]:
        """Every word that begins an entry or a number."""
        table: dict[str, Entry] = {}
        for key, values in self._values.items():
            entry = table.setdefault(key[0], Entry())
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
            table.setdefault(word, Entry()).number = True
        for entry in table.values():
            entry.alone = entry.longest == 1 and not entry.number
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

    def wants(self, template: str, symbols: AbstractSet[str]) -> bool:
        """False where a row lacks what a template cannot do without."""
        return not self._needed[template].isdisjoint(symbols)

    def _ended(self, low: str) -> Mapping[str, Any]:
        """The cue that an unknown word's ending gives: -ed, -era, -ieron."""
        for values, ends in self._endings:
            if low.endswith(ends) and len(low) > 4:
                return values
        return NONE
