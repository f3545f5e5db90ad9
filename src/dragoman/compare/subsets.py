"""Numbers told as a part of another one, and when two of them are parts of the same: 78 dead, 34 of them children."""

from __future__ import annotations

import re

from dragoman.compare.amounts import Amount
from dragoman.compare.claims import number
from dragoman.compare.view import View
from dragoman.languages import Language, alternatives, language
from dragoman.records import Figure
from dragoman.spans import Span

__all__ = ["part_of_one", "whole_of"]

_GAP = 40  # characters between a whole and its part
_TELLING = 20  # from this number on an equal whole says by itself that two articles count one thing


def part_of_one(left: Amount, right: Amount, view: View) -> str:
    """Of what both numbers are a part, where two articles give one whole; "" else."""
    if left.source == right.source:
        return ""
    wholes = whole_of(left.figure, view), whole_of(right.figure, view)
    if wholes[0] is None or wholes[1] is None or wholes[0].value != wholes[1].value or not wholes[0].value:
        return ""
    units = {_unit(one) for one in wholes if one}
    if len(units) > 1 or not (wholes[0].value >= _TELLING or left.entities & right.entities):
        return ""
    if any(one.standing != "counted" for one in (left.figure, right.figure, *wholes) if one):
        return ""
    if left.day and right.day and not left.day.meets(right.day) and not left.entities & right.entities:
        return ""
    return f"both are a part of one number, {number(wholes[0].value)}"


def _unit(whole: Figure) -> str:
    """People of whom a fate is told are counted as "78 people" and as "78 dead"."""
    return "dead" if whole.unit in ("person", "victim") else whole.unit


def whole_of(part: Figure, view: View) -> Figure | None:
    """The figure of which its sentence tells this one as a part."""
    marks = language(view.language(part.source)).once(_marks)
    article = view.article(part.source)
    before = [one for one in article.figures(article.sentence(part.hull)) if one.hull.end <= part.start]
    if marks is None or not before or part.value is None or part.unit in ("ordinal", "percent"):
        return None
    whole = before[-1]
    if whole.value is None or whole.value <= part.value or whole.unit in ("ordinal", "percent"):
        return None
    between = article.words(Span(source=part.source, start=whole.hull.end, end=part.start))
    near = len(between) <= _GAP and not re.search(r"[.;:!?]", between)
    return whole if near and (marks.search(between) or marks.search(article.words(part.hull))) else None


def _marks(words: Language) -> re.Pattern[str] | None:
    """Words that make a number a part of the one before: of them, dont, davon, de ellos, из них."""
    forms = {*words.words("findings", "including"), *words.section("figures").get("words", {}).get("including", ())}
    return re.compile(rf"(?<!\w)(?:{alternatives(sorted(forms))})(?!\w)", re.IGNORECASE) if forms else None
