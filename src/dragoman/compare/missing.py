"""What an agreement or an accusation lets expect and no article tells; nothing from outside the coverage."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.compare.view import View, found
from dragoman.records import Event, Finding, Quote

__all__ = ["missing"]

_SIDES = frozenset({"GPE", "ORG", "PER"})
_FIRST = 3  # places that show why something is expected


def missing(view: View) -> Iterator[Finding]:
    """Steps an agreement should have, and the version of a side that is accused and never heard."""
    for deal in view.agreements:
        named = [span for treaty in deal.treaties for span in treaty.spans[:1]]
        for gap in deal.gaps:
            why = f"{deal.name}: {gap}; its other steps are told, so this one is expected."
            yield found("missing", "steps of an agreement", named[:_FIRST], why, settles="an official journal")
    yield from _unheard(view)


def _unheard(view: View) -> Iterator[Finding]:
    """A state or body accused in two articles or more, of whom no article gives a word."""
    accused: dict[str, list[Event]] = {}
    for reading in view.readings:
        for event in reading.of(Event):
            if event.type == "accuse" and event.standing in ("happened", "claimed"):
                for name in event.names("recipient"):
                    side = view.country_or_self(event.source, name)
                    if view.who.kind(side) in _SIDES:
                        accused.setdefault(side, []).append(event)
    heard = _heard(view)
    for side, events in sorted(accused.items()):
        if len({one.source for one in events}) > 1 and side not in heard:
            articles = len({one.source for one in events})
            name = view.who.name(side)
            why = f"{name} is accused in {articles} articles; none gives a word or a denial of {name}."
            yield found("missing", "the other side", (one.hull for one in events[:_FIRST]), why)


def _heard(view: View) -> set[str]:
    """Everybody who speaks in any article, states through those who speak for them."""
    said = {
        view.country_or_self(quote.source, quote.speaker)
        for reading in view.readings
        for quote in reading.of(Quote)
        if quote.speaker
    }
    spoke = {
        view.country_or_self(event.source, name)
        for reading in view.readings
        for event in reading.of(Event)
        if event.type in ("deny", "statement", "announce") or event.claimed_by
        for name in (*event.names("actor"), *([event.claimed_by] if event.claimed_by else []))
    }
    return said | spoke
