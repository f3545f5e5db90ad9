"""What the report tells as done, and the sentences of the sources nearest in meaning only as to come, possible, if …

The report's sentence is laid beside the stretches of the sources that are most alike, in whatever language. Where every
one of them has a mark of doubt that the report's has not, the report is bolder than they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.check.alignment import Near, can_align, marked, nearest, without_asides
from dragoman.check.case import Case, Line
from dragoman.check.marks import DOUBTS, Mark, marks, past
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.languages import language
from dragoman.read.sayings import lexicon

__all__ = ["bolder"]

#: How alike the nearest stretch must be, and how much less alike others may be and still be asked. Swept .5-.65 and
#: .05-.2 on check and check2: below .55 sentences about the same people meet; beyond .1 plans told twice are lost.
_ALIKE, _SLACK = 0.55, 0.1
WORD = re.compile(r"\w+")
_LOOK = 12  # sentences of the sources, the most related first, that are laid beside one of the report
_SHOWN = 4  # sentences that a verdict shows
_OPEN = frozenset({"planned", "possible", "conditional", "denied"})
_YES = frozenset({"admit", "agree", "confirm"})  # what somebody says who takes on what others say he denies
_ENDS = (".", "!", "…", "”", "»", '"', ")")  # how a sentence ends; "NATO to send more ships" is a headline


def bolder(case: Case, checked: Sequence[Verdict]) -> Iterator[Verdict]:
    """One verdict a sentence of the report that is firmer than all that comes near it."""
    for line in case.mine:
        if not can_align(case, line) or not _asked(case, line, checked):
            continue
        told = [other for _, other in case.related(line)[:_LOOK] if other.text.rstrip().endswith(_ENDS)]
        near = nearest(case, line, told)
        near = [one for one in near if one.alike >= max(_ALIKE, near[0].alike - _SLACK)]
        found = [mark for one in near if (mark := _mark(line, one, _wanted(case, line, checked, near)))]
        if near and len(found) == len(near):
            yield _said(case, line, near, found)


def _asked(case: Case, line: Line, checked: Sequence[Verdict]) -> bool:
    """True for a sentence in a past, without a word of doubt, outside quotation marks, in which nothing is amiss."""
    if not line.text.rstrip().endswith(".") or not line.content or not past(line.language, line.text):
        return False
    quotes = [one for one in case.quotes[case.report.source.id] if one.kind in ("direct", "partial")]
    if any(span.meets(line.span) for one in quotes for span in one.spans):
        return False
    if any(block.meets(line.span) for block in case.report.blocks) or marks(line.language, line.text):
        return False
    inside = [one for one in checked if line.span.start <= one.start < line.span.end]
    return not any(one.kind == "standing" and one.finding for one in inside) and _manners(line) <= _YES


def _manners(line: Line) -> frozenset[str]:
    """In what ways somebody speaks in a sentence, as the language's verbs of speech tell: "announced", "admitted"."""
    verbs, words = lexicon(language(line.language)).verbs, line.text.lower().rstrip(".").split()
    held = (entry for word in words for entry in verbs.get(word, ()))
    return frozenset(one.manner for one in held if not one.tail or set(one.tail) <= set(words))


def _wanted(case: Case, line: Line, checked: Sequence[Verdict], near: Sequence[Near]) -> frozenset[str]:
    """The doubts that speak against a sentence; of what is settled in part, only a word of chance does.

    A figure or date that is found settles nothing where its place tells it as to come; that nothing is denied there it
    does settle.
    """
    inside = [one for one in checked if line.span.start <= one.start < line.span.end]
    found = [one for one in inside if one.kind in ("figure", "date") and not one.finding]
    if _manners(line):
        return frozenset({"denied"} if not found else ())
    homes = [case.line_of(place.span) for one in found for place in one.evidence]
    elsewhere = any(home is not None and all(home is not one.line for one in near) for home in homes)
    if elsewhere or _spoken(case, line):
        return frozenset({"possible"})
    return _OPEN - {"denied"} if found else _OPEN


def _spoken(case: Case, line: Line) -> bool:
    """True when the report lets somebody say it: "who asked not to be named" may stand before what he said."""
    quotes = case.quotes[case.report.source.id]
    return any(one.kind != "scare" and any(span.meets(line.span) for span in one.spans) for one in quotes)


def _mark(line: Line, near: Near, wanted: frozenset[str]) -> Mark | None:
    """The first mark of these kinds that leaves open what a stretch tells."""
    code = near.line.language
    words = without_asides(code, near.words, kept=line.spelt)
    found = next((one for one in marks(code, words) if DOUBTS[one.key] in wanted), None)
    return found or (_denial(code, words) if "denied" in wanted else None)


def _denial(code: str, words: str) -> Mark | None:
    """The verb by which somebody denies what a stretch tells: "niega los vertidos"."""
    verbs = lexicon(language(code)).verbs
    hits = (hit for hit in WORD.finditer(words) if any(one.manner == "deny" for one in verbs.get(hit[0].lower(), ())))
    return next((Mark("deny", hit.start(), hit[0]) for hit in hits), None)


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
