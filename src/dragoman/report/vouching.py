"""Who vouches for what is claimed: the claimant of a report and those named beside, "Washington and Seoul say"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.records import Event, Quote, Story
from dragoman.spans import Span

__all__ = ["claimants", "nearest", "teller"]

#: Acts done by speaking: who does them together vouches together for what is said.
_SPEECH = frozenset({"statement", "accuse", "announce", "condemn", "deny", "warn", "threaten", "demand", "promise"})


def claimants(report: Event, story: Story) -> tuple[str, ...]:
    """The names of all on whose word the report stands, the first claimant first."""
    return tuple(dict.fromkeys([report.claimed_by, *_beside(report, story)])) if report.claimed_by else ()


def _beside(report: Event, story: Story) -> Iterator[str]:
    """Further speakers of the quotation or accusation that the report stands in."""
    reading, at = story.reading_of[report.source], report.trigger or report.spans[0]
    for quote in reading.of(Quote):
        if quote.co_speakers and quote.speaker == report.claimed_by and any(span.covers(at) for span in quote.spans):
            yield from quote.co_speakers
    for event in reading.of(Event):
        if event.type in _SPEECH and event.hull.covers(at) and report.claimed_by in event.names("actor"):
            yield from event.names("actor")


def teller(quote: Quote, story: Story) -> Quote | None:
    """The nearest words of somebody else around a quotation: "X claimed that Y had told him to “go on”" is X's tale."""
    if not quote.speaker:
        return None
    others = [
        one
        for one in story.reading_of[quote.source].of(Quote)
        if one.speaker and one.speaker != quote.speaker and quote.speaker not in one.co_speakers
    ]
    return nearest(quote.hull, others)


def nearest(place: Span, quotes: Sequence[Quote]) -> Quote | None:
    """Of the quotations whose words hold a place and more, the one with the fewest."""
    around = [
        (span.end - span.start, number)
        for number, one in enumerate(quotes)
        for span in one.spans
        if span.covers(place) and span != place
    ]
    return quotes[min(around)[1]] if around else None
