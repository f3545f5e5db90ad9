"""Do two figures count one thing, and is it one number: units of one measure, rounding, stretches and bounds."""

from __future__ import annotations

from functools import lru_cache

from dragoman.check.case import Case
from dragoman.compare.amounts import MEASURES
from dragoman.records import Figure
from dragoman.store.words import tokens

__all__ = ["COMMON", "RARE", "SPANS", "comparable", "exact", "fits", "kind", "of_one_thing", "same_unit"]

#: unit → (common unit, how many of it); what only one unit measures needs no line.
COMMON = {
    "second": ("second", 1.0), "minute": ("second", 60.0), "hour": ("second", 3_600.0), "day": ("second", 86_400.0),
    "week": ("second", 604_800.0), "month": ("month", 1.0), "year": ("month", 12.0), "decade": ("month", 120.0),
    "century": ("month", 1_200.0), "metre": ("metre", 1.0), "kilometre": ("metre", 1_000.0),
    "mile": ("metre", 1_609.344),
    "foot": ("metre", 0.3048), "kilogram": ("kilogram", 1.0), "tonne": ("kilogram", 1_000.0),
    "hectare": ("hectare", 1.0), "acre": ("hectare", 0.404686), "square kilometre": ("hectare", 100.0),
}  # fmt: skip
#: What "people" of whom something is told may be counted as.
_PEOPLE = frozenset({"person", "dead", "wounded", "missing", "victim", "civilian", "child", "woman", "man", "worker"})
SPANS = frozenset({"second", "month"})  # common units of stretches of time
_WORD, _ENDING = 4, 2  # letters of a unit, and of the ending that another language puts to it
_ROUNDED = 0.1  # how far a rounded number may lie from the exact one
_MORE = 1.15  # "more than 9 million" may be said of 9.5 million, not of 13 million
RARE = 1_000  # an exact number from here on, of one unit, is no chance even in a sentence that is not related


def kind(figure: Figure) -> str:
    return COMMON.get(figure.unit, (figure.unit, 1.0))[0]


def comparable(case: Case, figure: Figure, other: Figure, language: str) -> bool:
    """True when both may count one thing: by unit, by their words in one language, or with one of them bare."""
    foreign = case.view.language(other.source) != language
    if figure.unit and other.unit:
        people = {figure.unit, other.unit} <= _PEOPLE and "person" in (figure.unit, other.unit)
        same = kind(figure) == kind(other) or same_unit(figure.unit, other.unit)
        exact_ = (figure.value or 0) >= RARE and figure.value == other.value
        rare = foreign and exact_ and (figure.unit in MEASURES) != (other.unit in MEASURES)  # metros, кубометров
        return people or same or rare or (foreign and _words_only(figure, other))
    if figure.of and other.of and not foreign:
        return not _stems(figure.of).isdisjoint(_stems(other.of))
    if _same(figure.value or 0.0, other.value or 0.0) and (figure.value or 0) >= RARE:
        return True  # "…, the institute's is 120 billion": what it counts was said before
    return not (figure.unit in MEASURES or other.unit in MEASURES)


@lru_cache(maxsize=1 << 12)
def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:5] for word in tokens(words))


def _words_only(figure: Figure, other: Figure) -> bool:
    """True when no table has the units of both, and neither only measures."""
    measured = any(one.unit in COMMON or one.unit in MEASURES for one in (figure, other))
    return not measured and not (_known(figure) and _known(other))


def _known(figure: Figure) -> bool:
    """True for a unit that the tables give one name in all languages; "containern" is only a word of its article."""
    return (
        figure.unit in COMMON
        or figure.unit in MEASURES
        or not any(word.startswith(stem) for stem in tokens(figure.unit[:4]) for word in tokens(figure.of))
    )


def _base(figure: Figure, value: float | None) -> float:
    return (value or 0.0) * COMMON.get(figure.unit, ("", 1.0))[1]


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-6 * max(1.0, abs(other))


def _uptos(figure: Figure, other: Figure) -> bool:
    """True unless one is a stretch that ends elsewhere."""
    ends = [_base(one, one.upto if one.upto is not None else one.value) for one in (figure, other)]
    return _same(*ends)


def fits(figure: Figure, other: Figure) -> bool:
    """True when one number may be told as the other: rounded, within a stretch, or with the bound that it has."""
    mine, theirs = _base(figure, figure.value), _base(other, other.value)
    for number_, stretch_ in ((figure, other), (other, figure)):
        if stretch_.upto is not None and number_.upto is None:
            low, high = _base(stretch_, stretch_.value), _base(stretch_, stretch_.upto)
            if low <= _base(number_, number_.value) <= high:
                return True
    if figure.bound in ("at_least", "more_than") and mine <= theirs <= _MORE * mine:
        return True
    if figure.bound in ("at_most", "less_than", "nearly") and theirs <= mine <= _MORE * theirs:
        return True
    return _rounds(mine, theirs)


def _rounds(rough: float, fine: float) -> bool:
    """True when the first is the second with fewer figures: 26,000 for 26,527, 33 for 32.9."""
    if rough <= 0 or fine <= 0 or abs(rough - fine) > _ROUNDED * fine:
        return False
    digits = len(f"{rough:.0f}".rstrip("0")) if rough >= 100 else len(f"{rough:g}".replace(".", "").strip("0"))
    return digits <= 3 and any(_same(float(f"{fine:.{count - 1}e}"), rough) for count in range(1, digits + 1))


def same_unit(unit: str, other: str) -> bool:
    """True for one unit, or for a word that two languages write almost alike: "yuan", "yuans"."""
    short, long = sorted((unit, other), key=len)
    return unit == other or (len(short) >= _WORD and long.startswith(short) and len(long) - len(short) <= _ENDING)


def of_one_thing(figure: Figure, other: Figure) -> bool:
    """True for two numbers of one thing; of stretches of time those in one unit: "five days" is no "eight hours"."""
    return kind(figure) == kind(other) and (figure.unit == other.unit or kind(figure) not in SPANS)


def exact(figure: Figure, other: Figure) -> bool:
    """True for one number, in one unit or converted."""
    return _same(_base(figure, figure.value), _base(other, other.value)) and _uptos(figure, other)
