"""What an agreement or an accusation lets expect and no article tells; nothing from outside the coverage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.compare.view import View, found
from dragoman.languages import Language, alternatives, language
from dragoman.records import Event, Finding, Quote, Reading
from dragoman.spans import Span

__all__ = ["missing"]

_SIDES = frozenset({"GPE", "ORG", "PER"})
_MOST = 6  # sentences shown that say themselves what is not told
_FIRST = 3  # places that show why something is expected


def missing(view: View) -> Iterator[Finding]:
    """Steps an agreement should have, and the version of a side that is accused and never heard."""
    for deal in view.agreements:
        named = [span for treaty in deal.treaties for span in treaty.spans[:1]]
        for gap in deal.gaps:
            why = f"{deal.name}: {gap}; its other steps are told, so this one is expected."
            yield found("missing", "steps of an agreement", named[:_FIRST], why, settles="an official journal")
    yield from _unheard(view)
    yield from _untold(view)


def _untold(view: View) -> Iterator[Finding]:
    """What an article itself says that somebody left untold: "his office did not mention recognition"."""
    told: list[tuple[Span, ...]] = []
    for reading in sorted(view.readings, key=lambda one: one.article.source):
        pattern = language(reading.article.language).once(_leaving_open)
        if pattern is not None:
            told += _sentences(reading, pattern, view)
    for spans in told[:_MOST]:
        why = f"{view.quoted(spans[0])}: the article itself says that this is not told or not confirmed."
        yield found("missing", "said to be untold", spans, why)


def _sentences(reading: Reading, pattern: re.Pattern[str], view: View) -> Iterator[tuple[Span, ...]]:
    """The sentences that name somebody and say so in the article's own voice, each with the one it points back to."""
    article = view.article(reading.article.source)
    text = reading.article.text
    for (start, end), (a, b) in pairwise([(0, 0), *reading.article.sentences]):
        hit = pattern.search(text.value, a, b)
        span = text.span(a, b)
        if hit is None or not article.entities(span):
            continue
        place = text.span(*hit.span())
        if not any(part.covers(place) for quote in article.quotes(place) for part in quote.spans):
            near = end > start and "\n" not in text.value[end:a]
            yield (span, text.span(start, end)) if near else (span,)


def _leaving_open(words: Language) -> re.Pattern[str] | None:
    """The language's words for saying nothing of it."""
    told = words.words("findings", "untold")
    return re.compile(rf"(?<!\w)(?:{alternatives(told)})", re.IGNORECASE) if told else None


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
