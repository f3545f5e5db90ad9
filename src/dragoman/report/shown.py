"""Which figures a reader wants as lines: amounts, not ranks ("second visit") or bare words for time ("months")."""

from __future__ import annotations

from dragoman.records import Figure, Story

__all__ = ["shown_figures"]

_STRETCHES = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade", "century"}
)


def shown_figures(story: Story) -> list[Figure]:
    """The figures shown as lines, in reading order; all others stay in dossier.jsonl."""
    return [one for reading in story.readings for one in reading.of(Figure) if _is_amount(one, story)]


def _is_amount(figure: Figure, story: Story) -> bool:
    if figure.unit == "ordinal":
        return False
    if figure.unit not in _STRETCHES:
        return True
    if figure.value is None:  # decades, quelques heures
        return False
    return figure.value != 1 or any(char.isdigit() for char in story.words(figure.hull))  # une journée
