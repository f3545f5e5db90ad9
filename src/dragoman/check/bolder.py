"""What the report tells as done, and the sentences of the sources nearest in meaning only as to come, possible, if …

The report's sentence is laid beside the stretches of the sources that are most alike, in whatever language. Where every
one of them has a mark of doubt that the report's has not, the report is bolder than they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.check.alignment import Near, can_align, marked, nearest, without_asides
from dragoman.check.case import Case, Line
from dragoman.check.marks import DOUBTS, Mark, marks, past
from dragoman.check.verdicts import Evidence, Verdict

__all__ = ["bolder"]

#: How alike the nearest stretch must be, and how much less alike others may be and still be asked. Swept .5-.65 and
#: .05-.2 on check and check2: below .55 sentences about the same people meet; beyond .1 plans told twice are lost.
_ALIKE, _SLACK = 0.55, 0.1
_LOOK = 12  # sentences of the sources, the most related first, that are laid beside one of the report
_SHOWN = 4  # sentences that a verdict shows
_OPEN = frozenset({"planned", "possible", "conditional"})


def bolder(case: Case, checked: Sequence[Verdict]) -> Iterator[Verdict]:
    """One verdict a sentence of the report that is firmer than all that comes near it."""
    for line in case.mine:
        if not can_align(case, line) or not _asked(case, line, checked):
            continue
        near = nearest(case, line, [other for _, other in case.related(line)[:_LOOK]])
        settled = _borne(line, checked) or _spoken(case, line)
        near = [one for one in near if one.alike >= max(_ALIKE, near[0].alike - _SLACK)]
        found = [mark for one in near if (mark := _mark(one, settled=settled))]
        if near and len(found) == len(near):
            yield _said(case, line, near, found)


def _asked(case: Case, line: Line, checked: Sequence[Verdict]) -> bool:
    """True for a sentence in a past, without a word of doubt, outside quotation marks, not judged already."""
    if not line.text.rstrip().endswith(".") or not line.content or not past(line.language, line.text):
        return False
    quotes = [one for one in case.quotes[case.report.source.id] if one.kind in ("direct", "partial")]
    if any(span.meets(line.span) for one in quotes for span in one.spans):
        return False
    if any(block.meets(line.span) for block in case.report.blocks) or marks(line.language, line.text):
        return False
    return not any(one.kind == "standing" and line.span.start <= one.start < line.span.end for one in checked)


def _borne(line: Line, checked: Sequence[Verdict]) -> bool:
    """True when a figure or date of the sentence is borne out."""
    inside = [one for one in checked if line.span.start <= one.start < line.span.end]
    return any(one.kind in ("figure", "date") and not one.finding for one in inside)


def _spoken(case: Case, line: Line) -> bool:
    """True when the report lets somebody say it: "who asked not to be named" may stand before what he said."""
    quotes = case.quotes[case.report.source.id]
    return any(one.kind != "scare" and any(span.meets(line.span) for span in one.spans) for one in quotes)


def _mark(near: Near, *, settled: bool) -> Mark | None:
    """The first mark that leaves open what a stretch tells; of what is settled in part, only a word of chance does."""
    wanted = frozenset({"possible"}) if settled else _OPEN
    words = without_asides(near.line.language, near.words)
    return next((one for one in marks(near.line.language, words) if DOUBTS[one.key] in wanted), None)


def _said(case: Case, line: Line, near: Sequence[Near], found: Sequence[Mark]) -> Verdict:
    how = DOUBTS[found[0].key]
    pairs = list(zip(near, found, strict=True))[:_SHOWN]
    evidence = [
        Evidence(span=one.line.span, marked=marked(case, one.line, DOUBTS[mark.key], one.words)) for one, mark in pairs
    ]
    return Verdict(
        start=line.span.start,
        end=line.span.end,
        kind="standing",
        verdict="differing",
        how=how,
        why=f"The nearest sentences tell it as {how} (“{found[0].words.strip()}”); the report as fact.",
        evidence=tuple(evidence),
    )
