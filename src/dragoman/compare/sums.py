"""Parts and their total: two halves of a count and the number that the article gives for both together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.compare.claims import number
from dragoman.compare.view import View, found
from dragoman.languages import Language, alternatives, language
from dragoman.records import Figure, Finding, Reading

__all__ = ["sums"]

#: Units that together make up a whole nobody else belongs to.
_HALVES = (
    frozenset({"man", "woman"}),
    frozenset({"boy", "girl"}),
    frozenset({"adult", "child"}),
    frozenset({"dead", "missing"}),
    frozenset({"dead", "wounded"}),
    frozenset({"soldier", "civilian"}),
)
_BOTH = frozenset({"person", "victim", "dead", "casualty", "child", "vote"})
#: Of whom some do one thing and all others the other: those for it and those against it.
_VOTING = frozenset({"deputy", "vote", "senator", "member", "delegate"})
_BESIDE = 40  # letters between the two halves: "Fourteen men and, according to the fire service, nine women"
_OPENING = 30  # letters before a total: "In total, rescuers counted "
_AFTER = 160  # letters between the halves and their total
_NEAR, _LEAST = 0.2, 2.0  # share of the sum, and number, that a total may be off and still be meant as the sum


def sums(view: View) -> Iterator[Finding]:
    """Halves of a count ("14 men and nine women") whose sum is nearly, but not, the total told right behind them."""
    for reading in view.readings:
        mark = language(reading.article.language).once(_totals)
        figures = [one for one in reading.of(Figure) if one.unit != "ordinal"]
        figures.sort(key=lambda one: (one.start, one.end))
        for one, other, total in zip(figures, figures[1:], figures[2:], strict=False):
            if mark and all(each.bound == "exactly" and each.upto is None for each in (one, other, total)):
                yield from _checked(one, other, total, reading, mark, view)


def _one_unit(one: Figure, other: Figure, total: Figure) -> bool:
    """True when all three count the same: "399 deputies for it, 275 deputies against. Together 684 deputies"."""
    return one.unit == other.unit == total.unit in _VOTING


def _totals(words: Language) -> re.Pattern[str] | None:
    """What opens the sentence that counts both: "All 25 people", "Au total, 19 personnes", "Insgesamt 12"."""
    together = words.words("findings", "together")
    if not together:
        return None
    return re.compile(rf"^\W*(?:{alternatives(together)})(?!\w)", re.IGNORECASE)


def _checked(
    one: Figure, other: Figure, total: Figure, reading: Reading, mark: re.Pattern[str], view: View
) -> Iterator[Finding]:
    halves = frozenset({one.unit, other.unit}) in _HALVES and total.unit in _BOTH
    if not halves and not _one_unit(one, other, total):
        return
    places = [reading.article.text.find(each.start, each.end) for each in (one, other, total)]
    if any(place is None for place in places) or one.value is None or other.value is None or total.value is None:
        return
    (_, end), (start, last), (begin, finish) = (place for place in places if place)
    sentences = [reading.article.sentence_at(place) for place in (end - 1, start, begin)]
    if sentences[0] != sentences[1] or not 0 <= start - end <= _BESIDE or begin - last > _AFTER:
        return
    opening = sentences[2][0] if sentences[2] and sentences[2] != sentences[1] else last
    if begin - opening > _OPENING or not mark.search(reading.article.text.value[opening:finish]):
        return
    true = one.value + other.value
    off = abs(total.value - true)
    if 0 < off <= max(_LEAST, _NEAR * true):
        why = (
            f"{view.quoted(one.hull)} and {view.quoted(other.hull)} are {number(true)} "
            f"({number(one.value)} + {number(other.value)}), not {view.quoted(total.hull)}."
        )
        spans = (one.hull, other.hull, total.hull)
        yield found("internal_inconsistency", "arithmetic", spans, why, severity="warning", settles="the count itself")
