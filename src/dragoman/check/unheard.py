"""Deeds that the report tells as done and that no sentence of any source comes near, by meaning and without names.

"The court upheld the appeal", where the sources have court and appeal, and nobody upholds anything. Said only of short
sentences in a past, in the report's own voice, in which nothing else is borne out by a source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.check.alignment import can_align, nameless, nearest, units
from dragoman.check.case import Case, Line
from dragoman.check.doubt import doubt, negated
from dragoman.check.marks import DOUBTS, past
from dragoman.check.verdicts import Verdict, told_nowhere
from dragoman.languages import language
from dragoman.models import ENCODED
from dragoman.read.sayings import lexicon
from dragoman.records import Mention

__all__ = ["unheard"]

#: Cosines of a sentence of the report and the nearest stretch of any source, with names and without, below which no
#: source tells it. Of 30 sentences of check and check2 that nothing else settles, 6 of 9 faults lie below both and
#: 1 of 21 sound ones.
_WITH_NAMES, _WITHOUT = 0.66, 0.5
_MOST, _LONGEST = 400, 16  # sentences of a story that are looked through; words of a sentence that a vector still holds


def unheard(case: Case, checked: Sequence[Verdict]) -> Iterator[Verdict]:
    """One verdict a sentence that tells a deed which no source tells; `checked` has the verdicts of other kinds."""
    if len(case.lines) > _MOST or any(line.language not in ENCODED for line in case.lines):
        return
    lines = [line for line in case.mine if can_align(case, line) and _asked(case, line, checked)]
    if not lines:
        return
    bare, parts = nameless(case, lines), [part for text in nameless(case, case.lines).values() for part in units(text)]
    case.kinship.learn([*bare.values(), *parts])
    for line in lines:
        near = nearest(case, line, case.lines)
        if _together(case, line) or _unplaced(case, line, checked) or near[0].alike >= _WITH_NAMES:
            continue
        own = case.kinship.vector(bare[line.number])
        if max(float(own @ case.kinship.vector(part)) for part in parts) < _WITHOUT:
            yield told_nowhere(line.span, near[0].line.span, why="No sentence of the sources comes near to it.")


def _together(case: Case, line: Line) -> bool:
    """True when a sentence of the sources names all whom the sentence names: it may tell the deed in a list."""
    named = {case.who.state(one) for one in case.view.article(line.source).entities(line.span)}
    return len(named) > 1 and any(named <= other.entities for other in case.lines)


def _unplaced(case: Case, line: Line, checked: Sequence[Verdict]) -> bool:
    """True for a sentence about somebody whose name could neither be found nor missed, as one of another script."""
    everyone = [one for one in case.report.reading.of(Mention) if one.kind == "PER" and one.form == "name"]
    placed = {one.start for one in checked if one.kind == "name"}
    known = {one.name for one in everyone if one.start in placed}
    return any(line.span.covers(one.hull) and one.name not in known for one in everyone)


def _asked(case: Case, line: Line, checked: Sequence[Verdict]) -> bool:
    """True for a short sentence in a past about somebody the sources name, of which no other verdict tells anything."""
    if not line.text.rstrip().endswith(".") or not 2 < len(line.text.split()) <= _LONGEST or not line.content:
        return False
    quotes = case.quotes[case.report.source.id]
    if any(span.meets(line.span) for one in quotes for span in one.spans):
        return False
    if any(block.meets(line.span) for block in case.report.blocks):
        return False
    inside = [one for one in checked if line.span.start <= one.start < line.span.end]
    if any(one.kind in ("figure", "date", "quotation", "standing") or one.finding for one in inside):
        return False
    if any(word in lexicon(language(line.language)).verbs for word in line.text.lower().split()):
        return False  # "spoke of despair": what somebody says is told in many ways
    told = DOUBTS.get(doubt(line.language, line.text), "denied") == "denied" and not negated(line.language, line.text)
    return told and past(line.language, line.text)
