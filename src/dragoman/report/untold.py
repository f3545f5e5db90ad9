"""Events whose reports name too little for a line of their own: shown by their day and the article's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.records import PASSING
from dragoman.report import worth
from dragoman.report.dating import dated
from dragoman.report.labels import Labels
from dragoman.report.line import Line
from dragoman.report.objects import says_more
from dragoman.report.valency import SPOKEN
from dragoman.spans import Span

__all__ = ["Untold", "untold"]


_WORDS = 4  # of a clause that says something by itself


@dataclass(frozen=True, kw_only=True)
class Untold:
    """An event that no line tells."""

    when: str
    span: Span


def untold(labels: Labels, lines: Iterable[Line]) -> list[Untold]:
    """The events without a line of their own whose words no other line gives, in the order of the timeline."""
    shown: dict[str, list[Span]] = {}
    for line in lines:
        for one in line.evidence:
            shown.setdefault(one.span.source, []).append(one.span)
    found: dict[Span, Untold] = {}
    for event in _events(labels):
        if not any(event.span.meets(other) for other in shown.get(event.span.source, ())):
            found.setdefault(event.span, event)
    return list(found.values())


def _events(labels: Labels) -> Iterator[Untold]:
    told = {one.id for one in labels.timeline}
    for happening in labels.story.timeline:
        if happening.id not in told:
            report = worth.best(happening.reports, happening, labels.story, labels.say.language)
            if report.by.endswith(PASSING) or len(labels.story.words(report.spans[0]).split()) < _WORDS:
                continue  # "threatened", "women who have been assaulted": no clause of its own
            if report.type in SPOKEN and not says_more(report, labels.story):
                continue  # "he denies": whose words they are stands beside the words
            when = dated(happening.when, labels.say) if happening.when else ""
            yield Untold(when=when, span=report.spans[0])
