"""Numbers that do not add up inside one sentence: a part above its whole, a share that is another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.compare.amounts import MEASURES
from dragoman.compare.claims import number
from dragoman.compare.view import View, found
from dragoman.languages import Language, alternatives, language
from dragoman.records import Figure, Finding, Reading

__all__ = ["arithmetic"]

_EXACT = ("exactly", "about")
_PERCENT = "percent"
_SLACK = 1.0  # points that a rounded share may be off
_ABOUT = 0.15  # more where a number is only about right
_GAP = 24  # letters between a part and the whole, a whole and its share
_LARGE = 8  # letters between "including" and the number of the part


def arithmetic(view: View) -> Iterator[Finding]:
    """Neighbouring figures of one sentence, taken two and three at a time."""
    for reading in view.readings:
        marks = language(reading.article.language).once(_patterns)
        figures = [one for one in reading.of(Figure) if _plain(one)]
        figures.sort(key=lambda one: (one.start, one.end))
        for number_, one in enumerate(figures):
            following = figures[number_ + 1 : number_ + 2]
            if marks and following:
                yield from _part(one, following[0], reading, marks[0], view)
                yield from _share(one, following[0], reading, marks[1], view)


def _patterns(words: Language) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Between a whole and its part ("12 people, including two"), between a part and its whole ("12 of the 40")."""
    including, of = words.words("findings", "including"), words.words("findings", "of")
    if not including or not of:
        return None
    inner = rf"[^.;:!?\n\d]{{0,{_GAP}}}(?<!\w)(?:{alternatives(including)})(?!\w)[^.,;:!?\n\d]{{0,{_LARGE}}}"
    outer = rf"(?<![\d.,])(\d{{1,6}})\s+(?:{alternatives(of)})\s+(\d{{1,6}})(?![\d.,]*\d)"
    return re.compile(inner, re.IGNORECASE), re.compile(outer, re.IGNORECASE)


def _plain(figure: Figure) -> bool:
    return figure.value is not None and figure.upto is None and figure.bound in _EXACT


def _between(one: Figure, other: Figure, reading: Reading) -> str | None:
    """The clean words between two figures of one sentence."""
    text = reading.article.text
    first, second = text.find(one.start, one.end), text.find(other.start, other.end)
    if first is None or second is None or second[0] < first[1]:
        return None
    if reading.article.sentence_at(first[0]) != reading.article.sentence_at(second[0]):
        return None
    return text.value[first[1] : second[0]]


def _part(whole: Figure, part: Figure, reading: Reading, mark: re.Pattern[str], view: View) -> Iterator[Finding]:
    """A part that is larger than what it is part of."""
    words = _between(whole, part, reading)
    if words is None or not mark.fullmatch(words) or whole.value is None or part.value is None:
        return
    if MEASURES & {whole.unit, part.unit} or "ordinal" in (whole.unit, part.unit) or part.value <= whole.value:
        return
    why = (
        f"{view.quoted(part.hull)} is told as a part of {view.quoted(whole.hull)}, "
        f"but {number(part.value)} is more than {number(whole.value)}."
    )
    yield found(
        "internal_inconsistency",
        "arithmetic",
        (whole.hull, part.hull),
        why,
        severity="warning",
        settles="the count itself",
    )


def _share(whole: Figure, share: Figure, reading: Reading, mark: re.Pattern[str], view: View) -> Iterator[Finding]:
    """ "45 of the 60 members (75 per cent)": the share against the two numbers."""
    after, text = _between(whole, share, reading), reading.article.text
    place = text.find(whole.start, whole.end)
    if share.unit != _PERCENT or whole.unit == _PERCENT or after is None or place is None or not _bracket(after):
        return
    counts = list(mark.finditer(text.value, max(0, place[0] - _GAP), place[1]))
    if not counts or share.value is None:
        return
    part, all_ = (int(words) for words in counts[-1].groups())
    if not 0 < part <= all_:
        return
    true = 100 * part / all_
    slack = _SLACK if {whole.bound, share.bound} == {"exactly"} else max(_SLACK, _ABOUT * true)
    if abs(true - share.value) > slack:
        at = text.span(*counts[-1].span(1))
        why = (
            f"{number(part)} of {number(all_)} is {true:.1f} per cent "
            f"({number(part)} ÷ {number(all_)}), not {number(share.value)}."
        )
        spans = (at, whole.hull, share.hull)
        yield found("internal_inconsistency", "arithmetic", spans, why, severity="warning", settles="the count itself")


def _bracket(words: str) -> bool:
    """The share stands right behind the whole: in brackets, after a comma or "or"."""
    return len(words) <= _GAP and bool(re.search(r"[(,–—]\s*(?:\w{1,4}\s)?$", words))
