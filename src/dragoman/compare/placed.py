"""The facts of one article by place: what stands in a sentence, and whose words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Set

from dragoman.compare.parties import Parties
from dragoman.records import UNTYPED, Event, Figure, Mention, Quote, Reading, Time
from dragoman.spans import Span

__all__ = ["Placed"]


class Placed:
    """One article's mentions and events by place."""

    def __init__(self, reading: Reading, who: Parties) -> None:
        self.reading = reading
        source = reading.article.source
        mentions = sorted(
            (one.start, who.entity(source, one.refers_to or one.name), one) for one in reading.of(Mention)
        )
        self._starts = [one[0] for one in mentions]
        self._mentions = mentions
        self._events = sorted(
            (one for one in reading.of(Event) if one.type != UNTYPED), key=lambda one: (one.start, one.end)
        )
        self._event_starts = [one.start for one in self._events]
        self._quotes = sorted(reading.of(Quote), key=lambda one: (one.start, one.end))
        self._quote_starts = [one.start for one in self._quotes]
        self._times = sorted(reading.of(Time), key=lambda one: one.start)
        self._time_starts = [one.start for one in self._times]
        self._figures = sorted(reading.of(Figure), key=lambda one: (one.start, one.end))
        self._figure_starts = [one.start for one in self._figures]

    def words(self, span: Span) -> str:
        """The clean words of a span."""
        place = self.reading.article.text.find(span.start, span.end)
        return self.reading.article.text.value[slice(*place)] if place else ""

    def sentence(self, span: Span) -> Span:
        """The sentence that a span begins in; the span itself outside all sentences."""
        text = self.reading.article.text
        place = text.find(span.start, span.end)
        found = self.reading.article.sentence_at(place[0]) if place else None
        return text.span(*found) if found else span

    def entities(self, span: Span) -> frozenset[str]:
        """The entities named inside a span."""
        low, high = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)
        return frozenset(one for start, one, mention in self._mentions[low:high] if mention.end <= span.end)

    def events(self, span: Span) -> list[Event]:
        """The events that begin before the span ends and end after it begins."""
        high = bisect_right(self._event_starts, span.end)
        return [one for one in self._events[max(0, high - 24) : high] if one.start < span.end and span.start < one.end]

    def named(self, span: Span) -> list[tuple[str, Span]]:
        """The entities named inside a span with their places, each at its first."""
        low, high = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)
        first: dict[str, Span] = {}
        for _, one, mention in self._mentions[low:high]:
            if mention.end <= span.end and mention.form in ("name", "acronym"):
                first.setdefault(one, mention.hull)
        return list(first.items())

    def all_named(self) -> frozenset[str]:
        """The entities that the article names anywhere, in whatever form."""
        return frozenset(one for _, one, _ in self._mentions)

    def mentions_at(self, span: Span) -> list[tuple[str, Mention]]:
        """The mentions that a span meets, with whom they name."""
        high = bisect_right(self._starts, span.end)
        return [(one, it) for start, one, it in self._mentions[max(0, high - 24) : high] if it.hull.meets(span)]

    def figures(self, span: Span) -> list[Figure]:
        """The figures inside a span."""
        low, high = bisect_left(self._figure_starts, span.start), bisect_right(self._figure_starts, span.end)
        return [one for one in self._figures[low:high] if one.end <= span.end]

    def times_at(self, span: Span) -> list[Time]:
        """The time expressions that a span meets."""
        return [one for one in self._times if one.hull.meets(span)]

    def names(self, these: Set[str]) -> bool:
        """True when the article names all these entities."""
        return these <= {one for _, one, _ in self._mentions}

    def quotes(self, span: Span) -> list[Quote]:
        """The quotations that begin before a span ends and end after it begins."""
        high = bisect_right(self._quote_starts, span.end)
        return [one for one in self._quotes[max(0, high - 24) : high] if one.start < span.end and span.start < one.end]

    def times(self, span: Span) -> list[Time]:
        """The time expressions inside a span."""
        low, high = bisect_left(self._time_starts, span.start), bisect_right(self._time_starts, span.end)
        return [one for one in self._times[low:high] if one.end <= span.end]
