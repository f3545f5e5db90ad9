"""Everything a rule may look at, gathered once a story: whose name leads where, what stands in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from dragoman.compare.excerpts import excerpt
from dragoman.compare.origins import support
from dragoman.compare.parties import Parties
from dragoman.compare.placed import Placed
from dragoman.compare.surfaces import negations
from dragoman.languages import language
from dragoman.models import ENCODED, Encoder
from dragoman.records import (
    Agreement,
    Entity,
    Event,
    Finding,
    Happening,
    Origin,
    Reading,
    Support,
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

    def article(self, source: str) -> Placed:
        """The facts of one article, found by place."""
        return self._articles[source]

    @cached_property
    def _articles(self) -> dict[str, Placed]:
        return {one.article.source: Placed(one, self.who) for one in self.readings}

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
