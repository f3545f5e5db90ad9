"""Every figure of the report in the sources: the same, in another unit, rounded, another's, or not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.check.case import Case, Line
from dragoman.check.onecount import RARE, SPANS, comparable, exact, fits, kind, of_one_thing, same_unit
from dragoman.check.speakers import agree
from dragoman.check.spelt import written
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.compare.claims import number
from dragoman.models import ENCODED
from dragoman.records import Figure, Time, When
from dragoman.spans import Span
from dragoman.store.words import tokens

__all__ = ["figures"]

_UNCOUNTED = frozenset({"ordinal", "time"})
#: How related two sentences must be for their equal figures to be one (small numbers, others), and for unequal ones to
#: be about one thing. Swept on quality/sets/check.
_SMALLER, _LARGER, _SAME_THING = 0.2, 0.05, 0.3
_SMALL = 100  # numbers below are common enough to need the same sentence
_FEW = 12  # numbers up to it are told of many things
_LONG = 180  # days between two windows from which they are two
_LOOSELY = 0.25  # how much less than the nearest figure of its kind a rounded or converted one may be related
_BESIDE = 0.04  # how related an equal figure of another source must be to be shown beside the best
_TELLING = 3  # numbers below are articles and pronouns too: "one of them"
_ONE_NOUN = 0.57  # cosine of what two languages count: villages, деревень .58, villages, домов .48 (17 pairs tried)
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
    if kind(figure) in SPANS and figure.value == 1:
        return True
    times = (one for one in case.report.reading.of(Time) if one.hull.covers(figure.hull))
    return any(one.type == "DATE" or one.end > figure.end for one in times)


def _judged(case: Case, figure: Figure, line: Line) -> Verdict:
    near = sorted(_near(case, figure, line), key=lambda one: (-one.related, one.figure.source, one.figure.start))
    floor = _SMALLER if (figure.value or 0) < _SMALL else _LARGER
    equal = [one for one in near if one.equal and one.related >= (_SAME_THING if one.converted else floor)]
    closest = max((one.related for one in near if kind(figure) == kind(one.figure)), default=0.0)
    equal = [one for one in equal if (one.exact and not one.converted) or one.related >= closest - _LOOSELY]
    equal = equal or [one for one in near if one.exact and _telling(figure, one) and not _beaten(figure, one, near)]
    equal = equal or _meant(case, figure, near)
    if not equal:
        place = _unread(case, figure, line)
        return _unequal(case, figure, near) if place is None else _plain(figure, place)
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
    if (figure.value or 0) >= RARE:
        return bool(one.figure.unit)
    same = bool(figure.unit) and same_unit(figure.unit, one.figure.unit)
    return same or (one.foreign and (figure.value or 0) > _FEW)


def _beaten(figure: Figure, one: _Near, near: Sequence[_Near]) -> bool:
    """True when a sentence about the same thing has another number of its kind."""
    return any(
        other.related >= max(_SAME_THING, one.related) and not other.equal and of_one_thing(figure, other.figure)
        for other in near
    )


def _apart(one: When, other: When | None) -> bool:
    """True for two windows so far from each other that neither can be the other loosely told."""
    if other is None or one.meets(other):
        return False
    return max((other.earliest - one.latest).days, (one.earliest - other.latest).days) > _LONG


def _meant(case: Case, figure: Figure, near: Sequence[_Near]) -> list[_Near]:
    """The same number in another language, of what a translation may call so: "восемь моряков", "huit marins"."""
    if not figure.of or case.report.article.language not in ENCODED or not case.shelf.settings.encoder:
        return []
    told = [one for one in near if one.exact and one.foreign and one.figure.of]
    return [one for one in told if case.view.language(one.figure.source) in ENCODED and _one_noun(case, figure, one)]


def _one_noun(case: Case, figure: Figure, one: _Near) -> bool:
    """True when the nouns of two counts in two languages mean the same."""
    case.kinship.learn([figure.of, one.figure.of])
    return float(case.kinship.vector(figure.of) @ case.kinship.vector(one.figure.of)) >= _ONE_NOUN


def _unread(case: Case, figure: Figure, line: Line) -> Span | None:
    """Where a sentence about the same thing has the number, though no figure was read there."""
    if figure.upto is not None or (figure.value or 0) < _TELLING:
        return None
    places = (written(case, other, figure.value or 0.0) for score, other in case.related(line) if score >= _SAME_THING)
    return next((place for place in places if place), None)


def _plain(figure: Figure, place: Span) -> Verdict:
    """Found as a number alone, what it counts left open."""
    return Verdict(start=figure.start, end=figure.end, kind="figure", verdict="found", evidence=(Evidence(span=place),))


def _unequal(case: Case, figure: Figure, near: Sequence[_Near]) -> Verdict:
    told = [one for one in near if one.related >= _SAME_THING and of_one_thing(figure, one.figure)]
    if told:
        why = f"The nearest sentence about it has {_shown(case, told[0].figure)}."
        return _said(figure, "differing", told[:1], how="other number", why=why)
    same = next((one for one in near if one.equal), None)
    why = "No source counts that many of it." + (f" Nearest: {_shown(case, same.figure)}." if same else "")
    return _said(figure, "absent", [same] if same else [], why=why)


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
    if any(_names(case, figure.claimed_by, one) for one in near):
        return ""
    first = near[0].figure
    return case.who.name(case.who.entity(first.source, first.claimed_by))


def _names(case: Case, who: str, near: _Near) -> bool:
    """True when the sentence of the source names who gives the figure in the report, and no two giving figures."""
    home = case.line_of(near.figure)
    if home is None or who.islower():  # "the police" may be named and have given no figure
        return False
    if len({one.claimed_by for one, place in case.placed(Figure) if place is home and one.claimed_by}) > 1:
        return False
    own = set(tokens(who))
    return case.who.entity(case.report.source.id, who) in home.entities or own <= set(tokens(home.text))


def _agrees(case: Case, figure: Figure, one: _Near) -> bool:
    return agree(case, figure.claimed_by, one.figure.source, one.figure.claimed_by, one.figure.claimed_at) is True


def _near(case: Case, figure: Figure, line: Line) -> Iterator[_Near]:
    related = {one.number: score for score, one in case.related(line)}
    for other, home in case.placed(Figure):
        if other.value is None or other.unit in _UNCOUNTED or not comparable(case, figure, other, line.language):
            continue
        same = exact(figure, other)
        foreign = home.language != line.language
        told_apart = foreign and figure.unit != other.unit and kind(figure) != kind(other)
        equal = same or (not told_apart and fits(figure, other))
        converted = figure.unit != other.unit and bool(figure.unit and other.unit)
        yield _Near(other, related.get(home.number, 0.0), equal, same, foreign, converted)


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
