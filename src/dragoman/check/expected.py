"""Figures that the report tells as counted, and every source only as what may come or what somebody reckons with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.check.case import Case, Line
from dragoman.check.doubt import DOUBTS, doubt
from dragoman.check.marks import past
from dragoman.check.onecount import COMMON
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.records import Figure
from dragoman.spans import Span

__all__ = ["expected"]

_OPEN = frozenset({"feared", "planned"})
PART = re.compile(r"[,;:](?=\s)")  # "4 850 blessés, 220 disparus"
_AHEAD = frozenset({"conditional", "planned", "possible"})


def expected(case: Case, counted: Sequence[Verdict]) -> Iterator[Verdict]:
    """One verdict a figure that the sources only tell as planned or possible, where the report doubts nothing."""
    held = {figure.hull: (figure, line) for figure, line in case.placed(Figure)}
    mine = {figure.hull: figure for figure in case.report.reading.of(Figure)}
    own = case.report.source.id
    for one in counted:
        figure = mine.get(Span(own, one.start, one.end))
        line = case.line_of(figure) if figure else None
        if figure is None or line is None or one.finding or figure.unit in COMMON or not _firm(case, figure, line):
            continue
        theirs = [held[place.span] for place in one.evidence if place.span in held]
        told = [_told(case, *pair) for pair in theirs]
        if told and all(told):
            yield _said(line, told[0], [home for _, home in theirs])


def _firm(case: Case, figure: Figure, line: Line) -> bool:
    """True for a figure that the report tells as counted, in its own voice, in a past, without a word of doubt.

    "The fine amounts to 100,000" tells what "must pay a fine of 100,000" does.
    """
    if not past(line.language, line.text):
        return False
    quoted = any(any(span.meets(line.span) for span in one.spans) for one in case.quotes[case.report.source.id])
    doubted = DOUBTS.get(doubt(line.language, line.text), "denied") != "denied"
    return figure.standing == "counted" and not (quoted or doubted)


def _told(case: Case, figure: Figure, line: Line) -> str:
    """How a source stands by a figure that it does not tell as counted, "" where it may."""
    events = case.view.article(line.source).events(line.span)
    if any(event.standing in ("happened", "under way") for event in events if event.type != "statement"):
        return ""
    kind = DOUBTS.get(doubt(line.language, _clause(figure, line)), "")
    return kind if kind in _AHEAD else "planned" if figure.standing in _OPEN else ""


def _clause(figure: Figure, line: Line) -> str:
    """The words of a sentence between the commas around a figure."""
    at = max(0, figure.start - line.span.start)  # both in the original; markup between them only widens the clause
    before, behind = PART.split(line.text[:at])[-1], PART.split(line.text[at:])[0]
    return before + behind


def _said(line: Line, standing: str, told: Sequence[Line]) -> Verdict:
    return Verdict(
        start=line.span.start,
        end=line.span.end,
        kind="standing",
        verdict="differing",
        how=standing,
        why=f"The sources tell the figure as {standing}; the report as counted.",
        evidence=tuple(Evidence(span=one.span) for one in told[:4]),
    )
