"""Everything a rule may look at, gathered once a story: whose name leads where, what stands in a sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from dragoman.compare.excerpts import excerpt
from dragoman.compare.origins import support
from dragoman.compare.parties import Parties
from dragoman.compare.surfaces import negations
from dragoman.languages import language
from dragoman.models import ENCODED, Encoder
from dragoman.records import (
    UNTYPED,
    Agreement,
    Entity,
    Event,
    Figure,
    Finding,
    Happening,
    Mention,
    Origin,
    Quote,
    Reading,
    Support,
    Time,
    Utterance,
    When,
    digest,
)
from dragoman.spans import Span

if TYPE_CHECKING:
    from dragoman.compare.match import Pair

__all__ = ["View", "found", "told"]

T = TypeVar("T")

_SPRING = ("January", "February", "March", "April", "May", "June")
_MONTHS = (*_SPRING, "July", "August", "September", "October", "November", "December")


@dataclass(frozen=True)
class View:
    """A story while it is being judged; what is costly to find is found once and kept."""

    readings: Sequence[Reading]
    who: Parties
    entities: Sequence[Entity] = ()
    utterances: Sequence[Utterance] = ()
    agreements: Sequence[Agreement] = ()
    timeline: Sequence[Happening] = ()
    origins: Sequence[Origin] = ()
    pairs: Sequence[Pair] = ()
    encoder: Encoder | None = None
    _kept: dict[str, Any] = field(default_factory=dict, repr=False)
    _vectors: dict[str, Any] = field(default_factory=dict, repr=False)
    _words: dict[Span, str] = field(default_factory=dict, repr=False)

    def article(self, source: str) -> _Article:
        """The facts of one article, found by place."""
        return self._articles[source]

    @cached_property
    def _articles(self) -> dict[str, _Article]:
        return {one.article.source: _Article(one, self.who) for one in self.readings}

    def once(self, name: str, make: Callable[[View], T]) -> T:
        """What several rules ask for, made when it is asked for first."""
        kept = self._kept
        if name not in kept:
            kept[name] = make(self)
        made: T = kept[name]
        return made

    def words(self, span: Span) -> str:
        """The words of a span as a reader sees them, blanks folded, long ones cut in the middle."""
        return excerpt(self.whole(span), language(self.language(span.source)).once(negations))

    def whole(self, span: Span) -> str:
        """All words of a span, blanks folded."""
        found = self._words.get(span)
        if found is None:
            found = self._words[span] = " ".join(self.article(span.source).words(span).split())
        return found

    def language(self, source: str) -> str:
        """The language of an article: wordings and spellings are compared within one only."""
        return self.article(source).reading.article.language

    def meaning(self, one: Span, other: Span) -> float:
        """How near two passages are in meaning; 0 where a language has no vectors or none were asked for."""
        if not {self.language(one.source), self.language(other.source)} <= ENCODED:
            return 0.0
        return self.near(self.whole(one), self.whole(other))

    def near(self, one: str, other: str) -> float:
        """The cosine of two texts' vectors; a hint, never a judgement."""
        if self.encoder is None:
            return 0.0
        for words in (one, other):
            if words not in self._vectors:
                self._vectors[words] = self.encoder.encode([words])[0]
        return round(float(self._vectors[one] @ self._vectors[other]), 3)

    def translated(self, source: str) -> bool:
        """True when an article is judged to be a translation."""
        return self.article(source).reading.article.translated is not None

    def quoted(self, span: Span) -> str:
        """The words of a span between quotation marks."""
        return f"“{self.words(span).strip(' «»“”„')}”"

    def published(self, source: str) -> When | None:
        """When an article appeared."""
        return self.article(source).reading.article.published

    def claimant(self, source: str, name: str) -> str:
        """Who says so: Entity.id, the words where nobody is known, "" for the outlet itself."""
        return self.who.entity(source, name) if name else ""

    def country_or_self(self, source: str, name: str) -> str:
        """The state somebody speaks or acts for, else who it is."""
        return self.who.state(self.who.entity(source, name)) if name else ""

    def people(self, event: Event) -> frozenset[str]:
        """Who takes part in an event, states through those who act for them."""
        names = [role.name for role in event.roles if role.role in ("actor", "recipient")]
        return frozenset(self.country_or_self(event.source, name) for name in names)

    def support(self, sources: Iterable[str]) -> Support:
        """The origins behind these articles."""
        return support(sources, self.origins)


class _Article:
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


def found(
    kind: str,
    rule: str,
    spans: Iterable[Span],
    why: str,
    *,
    severity: str = "note",
    claims: Iterable[str] = (),
    support: Support | None = None,
    settles: str = "",
) -> Finding:
    """A finding whose id comes from what it is and where it stands."""
    places = tuple(dict.fromkeys(spans))
    return Finding(
        id=digest("finding", kind, rule, why, sorted((one.source, one.start, one.end) for one in places)),
        kind=kind,
        rule=rule,
        spans=places,
        why=why,
        severity=severity,
        claims=tuple(dict.fromkeys(claims)),
        support=support,
        settles=settles,
    )


def told(when: When | date | None) -> str:
    """A date in words, no finer than it is known."""
    if when is None:
        return "no date"
    if isinstance(when, date):
        return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    first, last = when.earliest, when.latest
    if first == last:
        return told(first)
    if when.precision == "year" and first.year == last.year:
        return str(first.year)
    if when.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{told(last)}"
    return f"{told(first)} – {told(last)}"
