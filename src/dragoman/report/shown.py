"""Which figures a reader wants as lines: amounts, not ranks ("second visit") or bare words for time ("months").

A figure inside somebody's words is theirs, though its own clause names nobody: "…, 26 people among them, X said".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.records import Figure, Quote, Story
from dragoman.report.vouching import nearest

__all__ = ["shown_figures"]

_STRETCHES = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade", "century"}
)


#: Manners in which what is said is not vouched for.
_OPEN = frozenset({"deny", "ask", "reject", "refuse"})


def shown_figures(story: Story) -> list[Figure]:
    """The figures shown as lines, in reading order, each with who gives it; all others stay in dossier.jsonl."""
    shown = []
    for reading in story.readings:
        said = [one for one in reading.of(Quote) if one.speaker and one.kind != "scare" and one.manner not in _OPEN]
        shown += [_voiced(one, said) for one in reading.of(Figure) if _is_amount(one, story)]
    return shown


def _voiced(figure: Figure, said: Sequence[Quote]) -> Figure:
    """A figure with the speaker of the nearest words around it; a stretch of time is often the narrator's aside."""
    if figure.claimed_by:
        return figure
    fitting = said if figure.unit not in _STRETCHES else [one for one in said if one.kind == "direct"]
    quote = nearest(figure.hull, fitting)
    if quote is None:
        return figure
    return replace(figure, claimed_by=quote.speaker or "", claimed_at=quote.speaker_at, co_claimants=quote.co_speakers)


def _is_amount(figure: Figure, story: Story) -> bool:
    if figure.unit == "ordinal":
        return False
    if figure.unit not in _STRETCHES:
        return True
    if figure.value is None:  # decades, quelques heures
        return False
    return figure.value != 1 or any(char.isdigit() for char in story.words(figure.hull))  # une journée
