"""The compiled rules of a language for times and numbers: its file's words and templates, then CLDR's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from dragoman.languages import Language
from dragoman.read.lexer import Lexicon
from dragoman.read.numbers import words
from dragoman.read.tokens import pieces

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["Grammar", "grammar"]

_CAPITAL = frozenset({"month", "monthx", "mon", "weekday", "wday"})
_FIELD = re.compile(r"'([^']*)'|([a-zA-Z])\2*|([^a-zA-Z']+)")
_NUMBERED = re.compile(r"\{mnum\} [^\W\d_]")  # {year} 年 {mnum} 月 {day} 日: a number named a month
_SKELETONS = (
    "MMMd",
    "MMMMd",
    "MMMEd",
    "MMMMEd",
    "MMMMEEEEd",
    "yMMM",
    "yMMMM",
    "yMMMd",
    "yMMMMd",
    "yMMMEd",
    "yMMMMEEEEd",
)
_LENGTHS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}
_COUNTS = (1, 2, 5, 21)  # one of each plural form
_DIGITS = re.compile(r"[\d.,]+")
_SIGN = re.compile(r"(?<=[a-zA-Z])[\u3040-\u9fff\uac00-\ud7af]")  # y年M月d日, H時mm分
_APPOSES = re.compile(r"(?=.*\{day\})(?=.*\{mon\})(?!.*\{wday\})").match
_ALWAYS = (("{iso}", "date"), ("{numeric}", "date"))


@dataclass(frozen=True)
class Grammar:
    """The compiled rules of one language."""

    lexicon: Lexicon
    rules: tuple[tuple[str, str, tuple[str, ...]], ...]


def grammar(language: Language) -> Grammar:
    """The compiled rules of a language: its file's, then CLDR's date patterns."""
    return language.once(_make)


def _make(language: Language) -> Grammar:
    section, locale = language.section("dates"), _locale(language.code)
    entries: dict[tuple[str, ...], dict[str, Any]] = {}

    def put(word: str, **values: Any) -> None:
        entries.setdefault(pieces(word), {}).update(values)

    _calendar_words(section, locale, put)
    if not section.get("units"):
        _cldr_units(locale, put)
    _other_words(section, put)
    _figure_words(language, put)
    rules = [(template, *_op(op)) for template, op in section.get("rules", ())]
    rules += [(template, *_op(op)) for template, op in _ALWAYS]
    made = _cldr_templates(locale)
    if not section.get("rules"):
        made = [*(long for one in made if _APPOSES(one) for long in _apposed(one, section)), *made]
    rules += [(template, "date", ()) for template in made]
    decimal, grouping = _marks(language, locale)
    lexicon = Lexicon(
        entries,
        [rule[0] for rule in rules],
        numbers=words(language),
        grouping=grouping,
        decimal=decimal,
        capital=_CAPITAL if section.get("capital") else frozenset(),
        endings={"~" + name: tuple(section.get(name + "_endings", ())) for name in ("future", "past")},
    )
    return Grammar(lexicon, tuple(rules))


def _op(text: str) -> tuple[str, tuple[str, ...]]:
    op, *args = text.split()
    return op, tuple(args)


def _marks(language: Language, locale: Locale | None) -> tuple[str, str]:
    """(decimal mark, further marks that group digits) of a language."""
    decimal = "."
    if locale is not None:
        decimal = locale.number_symbols.get("latn", {}).get("decimal", ".")
    return ("," if decimal == "," else "."), (" " if decimal == "," else "")


def _calendar_words(section: Mapping[str, Any], locale: Locale | None, put: Any) -> None:
    doubtful = set(section.get("doubtful", ()))
    for name, number, full in _cldr_names(locale, "months"):
        put(name, mon=number, **({"month": number} if full else {}))
        if full and name not in doubtful:
            put(name, monthx=number)
    for name, number, full in _cldr_names(locale, "days"):
        put(name, wday=number, **({"weekday": number} if full else {}))
    for name, number in section.get("months", {}).items():
        put(name, mon=number, month=number, **({} if name in doubtful else {"monthx": number}))
    for name, number in section.get("weekdays", {}).items():
        put(name, wday=number, weekday=number)


def _other_words(section: Mapping[str, Any], put: Any) -> None:
    for word, code in section.get("units", {}).items():
        plain = code.rstrip("+*")  # + plural, * singular and plural alike (mois)
        put(word, unit=plain, **({"units": plain} if code != plain else {}))
        put(word, **({"unit1": plain} if not code.endswith("+") else {}))
    for day, number in section.get("weekday_names", {}).items():  # Dienstagabend: a weekday and a part in one word
        for part, code in section.get("compound_parts", {}).items():
            put(day + part, daypart=number, weekday=number, part=code)
    for stem, code in section.get("length_words", {}).items():  # zweitägiger, dreiwöchige
        for number, value in section.get("length_numbers", {}).items():
            for ending in section.get("length_endings", ()):
                put(number + stem + ending, vagueword=f"P{'T' * code.startswith('T')}{value}{code[-1]}")
    for name, kind in (
        ("seasons", "season"),
        ("parts", "part"),
        ("decades", "decade"),
        ("mods", "mod"),
        ("edges", "edge"),
    ):
        for word, value in section.get(name, {}).items():
            put(word, **{kind: value})
    for name, kind in (
        ("shifts", "shift"),
        ("sets", "set"),
        ("noons", "noon"),
        ("roman", "roman"),
        ("romane", "roman"),
        ("halfth", "halfth"),
        ("numhalf", "numhalf"),
        ("vaguewords", "vagueword"),
        ("feasts", "feast"),
    ):
        for word, value in section.get(name, {}).items():
            put(word, **({kind: value} if value else {}))  # without a value: Easter Island is no feast
    for value, listed in section.get("refs", {}).items():
        for word in listed:
            put(word, ref=value + "_REF")
    for name, listed in section.get("classes", {}).items():
        for word in listed:
            put(word, **{name: word})
    for name in ("future", "past", "coming", "ahead", "back", "joined", "once"):
        for word in section.get(name, ()):
            put(word, **{"~" + name: True})
            if name == "once" and " " in word:  # "was due": one word now, and of the future as "due" is
                put(word, **{"~future": True})


def _figure_words(language: Language, put: Any) -> None:
    """Words of `[figures]`: ordinals, bounds, vague amounts, money and who claims; read by `figures`."""
    section = language.section("figures")
    for word, value in section.get("ordinals", {}).items():
        put(word, ordinal=value)
    for name in ("bounds", "vague", "money", "counted", "fates", "fractions"):
        for word, value in section.get(name, {}).items():
            put(word, **{"$" + name: value})
    for name, listed in section.get("words", {}).items():
        for word in listed:
            put(word, **{"$" + name: True})


# -- CLDR ------------------------------------------------------------------------------------------


@cache
def _locale(code: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None


def _cldr_names(locale: Locale | None, kind: str) -> Iterator[tuple[str, int, bool]]:
    """(lower-case name, number, True when written in full) of months (1–12) or weekdays (Monday is 0)."""
    if locale is None:
        return
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in getattr(locale, kind)[context].get(width, {}).items():
                plain = name.lower().strip().rstrip(".")
                if len(plain) > 1 and not plain[0].isdigit():
                    yield plain, int(number), width == "wide"


def _cldr_units(locale: Locale | None, put: Any) -> None:
    """Words for lengths of time (ano, anos, roku) and the signs that mark digits as a date or clock (日, 時, 분)."""
    if locale is None:
        return
    from babel.units import format_unit

    for name, code in _LENGTHS.items():
        for count in _COUNTS:
            named = f"duration-{name}"
            made = format_unit(count, named, "long", locale=locale)
            if named in made:  # CLDR writes the long form down only where the short one is another
                made = format_unit(count, named, "short", locale=locale)
            word = _DIGITS.sub("", made).strip().lower()
            if word.isalpha():
                put(word, unit=code)
    patterns = [str(locale.date_formats["full"].pattern), str(locale.time_formats["full"].pattern)]
    for sign in _SIGN.findall(" ".join(patterns)):
        put(sign, **{"$dated_by": True})


def _cldr_templates(locale: Locale | None) -> list[str]:
    """CLDR's date patterns of a language as templates: `d 'de' MMMM 'de' y` → `{day} de {mon} de {year}`."""
    if locale is None:
        return []
    patterns = [str(locale.date_formats[width].pattern) for width in ("full", "long", "medium")]
    patterns += [str(locale.datetime_skeletons[key].pattern) for key in _SKELETONS if key in locale.datetime_skeletons]
    suffix = str(locale.months["format"]["wide"].get(1, ""))
    digits = suffix[1:] if suffix[:1].isdigit() else None
    made = [one for one in (_template(pattern, digits) for pattern in patterns) if one]
    made += [one[: one.index("{year}") + 6] for one in made if "{year}" in one]  # without what follows: 2024 r.
    if any(one.startswith("{day}") and "{mon}" in one for one in made):
        made.append("{day} {mon} {year}")  # date lines leave the words between out: 31 out 2024
    return list(dict.fromkeys(one for one in made if "{mon}" in one or _NUMBERED.search(one)))


def _apposed(template: str, section: Mapping[str, Any]) -> tuple[str, str]:
    """A template with the weekday behind the date: "11 dicembre 2024, un giovedì," and "11 Aralık 2024 (Çarşamba)"."""
    lead, year = (f"({'|'.join(section[name])})? " if name in section else "" for name in ("apposed", "year_words"))
    dated = f"{template} {year}"
    return f"{dated}{{comma}} {lead}{{wday}} > ({{comma}}|{{dot}}|{{close}})", f"{dated}{{open}} {{wday}} {{close}}"


def _template(pattern: str, digits: str | None) -> str | None:
    """One CLDR pattern as a template; None when it holds more than day, month, weekday and year."""
    out: list[str] = []
    for match in _FIELD.finditer(pattern):
        literal, letter, rest = match.group(1), match.group(2), match.group(3)
        if letter:
            name = {"y": "year", "d": "day", "E": "wday", "c": "wday"}.get(letter)
            if letter in "ML":
                name = "mon" if len(match.group()) > 2 and digits is None else "mnum"
            if name is None:
                return None
            out.append("{" + name + "}")
            if name == "mnum" and digits and len(match.group()) > 2:
                out.extend(pieces(digits))
        else:
            for piece in pieces(literal or rest or ""):
                if piece not in "()|?<>{}":
                    out.append("{comma}?" if piece in ",،、" else "{dot}?" if piece == "." else piece)
    return " ".join(out)
