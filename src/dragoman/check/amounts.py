"""Every figure of the report in the sources: the same, in another unit, rounded, another's, or not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.check.case import Case, Line
from dragoman.check.speakers import agree
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.compare.amounts import MEASURES
from dragoman.compare.claims import number
from dragoman.records import Figure, Time, When
from dragoman.spans import Span
from dragoman.store.words import tokens

__all__ = ["figures"]

#: unit → (common unit, how many of it); what only one unit measures needs no line.
COMMON = {
    "second": ("second", 1.0), "minute": ("second", 60.0), "hour": ("second", 3_600.0), "day": ("second", 86_400.0),
    "week": ("second", 604_800.0), "month": ("month", 1.0), "year": ("month", 12.0), "decade": ("month", 120.0),
    "century": ("month", 1_200.0), "metre": ("metre", 1.0), "kilometre": ("metre", 1_000.0),
    "mile": ("metre", 1_609.344),
    "foot": ("metre", 0.3048), "kilogram": ("kilogram", 1.0), "tonne": ("kilogram", 1_000.0),
    "hectare": ("hectare", 1.0), "acre": ("hectare", 0.404686), "square kilometre": ("hectare", 100.0),
}  # fmt: skip
_UNCOUNTED = frozenset({"ordinal", "time"})
#: What "people" of whom something is told may be counted as.
_PEOPLE = frozenset({"person", "dead", "wounded", "missing", "victim", "civilian", "child", "woman", "man", "worker"})
_SPANS = frozenset({"second", "month"})  # common units of stretches of time
#: How related two sentences must be for their equal figures to be one (small numbers, others), and for unequal ones to
#: be about one thing. Swept on quality/sets/check.
_SMALLER, _LARGER, _SAME_THING = 0.2, 0.05, 0.3
_SMALL = 100  # numbers below are common enough to need the same sentence
_ROUNDED = 0.1  # how far a rounded number may lie from the exact one
_RARE = 1_000  # an exact number from here on, of one unit, is no chance even in a sentence that is not related
_WORD, _ENDING = 4, 2  # letters of a unit, and of the ending that another language puts to it
_FEW = 12  # numbers up to it are told of many things
_LONG = 180  # days between two windows from which they are two
_MORE = 1.15  # "more than 9 million" may be said of 9.5 million, not of 13 million
_LOOSELY = 0.25  # how much less than the nearest figure of its kind a rounded or converted one may be related
_BESIDE = 0.04  # how related an equal figure of another source must be to be shown beside the best
_SLACK = 0.08  # how much less related a figure may be than the nearest one and still be evidence beside it


@dataclass(frozen=True)
class _Near:
    """A figure of a source that may count the same thing."""

    figure: Figure
    related: float
    equal: bool
    exact: bool
    foreign: bool
    converted: bool


def figures(case: Case) -> Iterator[Verdict]:
    """One verdict a figure that counts something; those inside quotations are the quotation's."""
    quoted = [
        span for one in case.quotes[case.report.source.id] if one.kind in ("direct", "partial") for span in one.spans
    ]
    for figure in case.report.reading.of(Figure):
        if figure.value is None or figure.unit in _UNCOUNTED or any(span.covers(figure.hull) for span in quoted):
            continue
        line = None if _told_by_date(case, figure) else case.line_of(figure)
        if line is not None and (figure.unit or figure.of or figure.value > _FEW):
            yield _judged(case, figure, line)


def _told_by_date(case: Case, figure: Figure) -> bool:
    """True for "two days later", which is a date, and for "a year", which counts nothing."""
    if _kind(figure) in _SPANS and figure.value == 1:
        return True
    times = (one for one in case.report.reading.of(Time) if one.hull.covers(figure.hull))
    return any(one.type == "DATE" or one.end > figure.end for one in times)


def _judged(case: Case, figure: Figure, line: Line) -> Verdict:
    near = sorted(_near(case, figure, line), key=lambda one: (-one.related, one.figure.source, one.figure.start))
    floor = _SMALLER if (figure.value or 0) < _SMALL else _LARGER
    equal = [one for one in near if one.equal and one.related >= (_SAME_THING if one.converted else floor)]
    closest = max((one.related for one in near if _kind(figure) == _kind(one.figure)), default=0.0)
    equal = [one for one in equal if (one.exact and not one.converted) or one.related >= closest - _LOOSELY]
    equal = equal or [one for one in near if one.exact and _telling(figure, one) and not _beaten(figure, one, near)]
    if not equal:
        return _unequal(case, figure, near)
    best = [one for one in equal if one.related >= equal[0].related - _SLACK]
    rivals = [one for one in near if not one.equal]
    other = _claimant(case, figure, best, equal, rivals) if figure.claimed_by else ""
    if other:
        why = f"In the source the figure is {other}’s, not {figure.claimed_by}’s."
        return _said(figure, "differing", best, how="other claimant", why=why)
    if figure.window and all(_apart(figure.window, one.figure.window) for one in best):
        return _said(figure, "differing", best, how="other window", why="The source counts over another time.")
    exact = next((one for one in equal if one.exact), None)
    equal += [one for one in near if one.equal and one not in equal and (one.exact or one.related >= _BESIDE)]
    if exact is None:
        return _said(figure, "found", equal, how="rounded", why=f"The source has {_shown(case, equal[0].figure)}.")
    if exact.converted:
        why = f"{_shown(case, exact.figure)} is {number(figure.value or 0)} {figure.unit}."
        return _said(figure, "found", [exact, *equal], how="other unit", why=why)
    return _said(figure, "found", equal)


def _telling(figure: Figure, one: _Near) -> bool:
    """True for an exact number that is no chance: a large one, or one of the same things in another language."""
    if (figure.value or 0) >= _RARE:
        return bool(one.figure.unit)
    same = bool(figure.unit) and _alike(figure.unit, one.figure.unit)
    return same or (one.foreign and (figure.value or 0) > _FEW)


def _beaten(figure: Figure, one: _Near, near: Sequence[_Near]) -> bool:
    """True when a sentence about the same thing has another number of its kind."""
    return any(
        other.related >= max(_SAME_THING, one.related) and not other.equal and _rivals(figure, other.figure)
        for other in near
    )


def _alike(unit: str, other: str) -> bool:
    """True for one unit, or for a word that two languages write almost alike: "yuan", "yuans"."""
    short, long = sorted((unit, other), key=len)
    return unit == other or (len(short) >= _WORD and long.startswith(short) and len(long) - len(short) <= _ENDING)


def _apart(one: When, other: When | None) -> bool:
    """True for two windows so far from each other that neither can be the other loosely told."""
    if other is None or one.meets(other):
        return False
    return max((other.earliest - one.latest).days, (one.earliest - other.latest).days) > _LONG


def _unequal(case: Case, figure: Figure, near: Sequence[_Near]) -> Verdict:
    told = [one for one in near if one.related >= _SAME_THING and _rivals(figure, one.figure)]
    if told:
        why = f"The nearest sentence about it has {_shown(case, told[0].figure)}."
        return _said(figure, "differing", told[:1], how="other number", why=why)
    same = next((one for one in near if one.equal), None)
    why = "No source counts that many of it." + (f" Nearest: {_shown(case, same.figure)}." if same else "")
    return _said(figure, "absent", [same] if same else [], why=why)


def _rivals(figure: Figure, other: Figure) -> bool:
    """True for two numbers of one thing; of stretches of time those in one unit: "five days" is no "eight hours"."""
    return _kind(figure) == _kind(other) and (figure.unit == other.unit or _kind(figure) not in _SPANS)


def _claimant(
    case: Case, figure: Figure, near: Sequence[_Near], equal: Sequence[_Near], rivals: Sequence[_Near]
) -> str:
    """Who gives the figure in the sources, when it is surely somebody else than in the report."""
    if any(_agrees(case, figure, one) for one in equal):
        return ""
    answers = [
        agree(case, figure.claimed_by, one.figure.source, one.figure.claimed_by, one.figure.claimed_at) for one in near
    ]
    rival = next((one for one in rivals if _agrees(case, figure, one)), None)
    if (
        rival
        and (answers[0] is False or not near[0].foreign)
        and near[0].figure.claimed_by
        and rival.related >= near[0].related - _SLACK
    ):
        return case.who.name(case.who.entity(near[0].figure.source, near[0].figure.claimed_by))
    if not answers or any(answer is not False for answer in answers):
        return ""
    first = near[0].figure
    return case.who.name(case.who.entity(first.source, first.claimed_by))


def _agrees(case: Case, figure: Figure, one: _Near) -> bool:
    return agree(case, figure.claimed_by, one.figure.source, one.figure.claimed_by, one.figure.claimed_at) is True


# -- one thing? ----------------------------------------------------------------------------------------------


def _near(case: Case, figure: Figure, line: Line) -> Iterator[_Near]:
    related = {one.number: score for score, one in case.related(line)}
    for other, home in case.placed(Figure):
        if other.value is None or other.unit in _UNCOUNTED or not _comparable(case, figure, other, line.language):
            continue
        exact = _same(_base(figure, figure.value), _base(other, other.value)) and _uptos(figure, other)
        foreign = home.language != line.language
        told_apart = foreign and figure.unit != other.unit and _kind(figure) != _kind(other)
        equal = exact or (not told_apart and _fits(figure, other))
        converted = figure.unit != other.unit and bool(figure.unit and other.unit)
        yield _Near(other, related.get(home.number, 0.0), equal, exact, foreign, converted)


def _kind(figure: Figure) -> str:
    return COMMON.get(figure.unit, (figure.unit, 1.0))[0]


def _comparable(case: Case, figure: Figure, other: Figure, language: str) -> bool:
    """True when both may count one thing: by unit, by their words in one language, or with one of them bare."""
    foreign = case.view.language(other.source) != language
    if figure.unit and other.unit:
        people = {figure.unit, other.unit} <= _PEOPLE and "person" in (figure.unit, other.unit)
        same = _kind(figure) == _kind(other) or _alike(figure.unit, other.unit)
        return people or same or (foreign and _words_only(figure, other))
    if figure.of and other.of and not foreign:
        return not _stems(figure.of).isdisjoint(_stems(other.of))
    if _same(figure.value or 0.0, other.value or 0.0) and (figure.value or 0) >= _RARE:
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


def _fits(figure: Figure, other: Figure) -> bool:
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


def _shown(case: Case, figure: Figure) -> str:
    return f"“{case.words(figure.hull)}”"


def _spread(near: Sequence[_Near]) -> list[_Near]:
    """The nearest of each source, the nearest first."""
    first: dict[str, _Near] = {}
    for one in near:
        first.setdefault(one.figure.source, one)
    return list(first.values())


def _said(figure: Figure, verdict: str, near: Sequence[_Near], *, how: str = "", why: str = "") -> Verdict:
    spans: dict[Span, str] = {one.figure.hull: one.figure.claimed_by for one in _spread(near)}
    return Verdict(
        start=figure.start,
        end=figure.end,
        kind="figure",
        verdict=verdict,
        how=how,
        why=why,
        evidence=tuple(Evidence(span=span, note=note) for span, note in spans.items()),
        marked=((figure.claimed_at.start, figure.claimed_at.end),)
        if how == "other claimant" and figure.claimed_at
        else (),
    )
