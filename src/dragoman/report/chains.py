"""The hands through which a fact came to us: claimant ← medium ← agency ← outlet ← original, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.records import Act, Article, Event, Fact, Figure, Kin, Mention, Quote, Reading, Step
from dragoman.spans import Span

__all__ = ["addressed", "chain"]

_SAID = frozenset({"statement", "announce"})  # events that are words, no acts
#: Relations through which an article has its words from another.
_INHERITED = ("identical", "near-copy", "version", "excerpt", "rewrite", "translation")


def chain(fact: Fact, reading: Reading, kin: Iterable[Kin], articles: Mapping[str, Article]) -> tuple[Step, ...]:
    """Every hand the article shows, the first speaker first; a hand that is not told is left out, never guessed."""
    return tuple(_steps(fact, reading, list(kin), articles))


def _steps(fact: Fact, reading: Reading, kin: list[Kin], articles: Mapping[str, Article]) -> Iterable[Step]:
    article = reading.article
    name, span = _claimant(fact)
    if name:
        yield Step(kind="claimant", name=name, span=span or _where(reading, name), why="said or claimed it")
    if isinstance(fact, Quote) and fact.medium and not _is_within(fact.medium, name):
        yield Step(kind="medium", name=fact.medium, span=_where(reading, fact.medium), why="carried the words")
    if isinstance(fact, Quote) and (carrier := addressed(fact, reading)):
        yield Step(kind="medium", name=fact.addressee, span=carrier, why="was told it")
    for credit in article.credits:
        yield Step(kind="agency", name=credit, why="credited as the source")
    for one in sorted(kin, key=lambda one: one.id):
        if one.directed and one.later == article.source and one.relation in _INHERITED and one.earlier in articles:
            earlier = articles[one.earlier]
            span = one.evidence[0][1] if one.evidence else None
            why = f"{one.relation}: {one.why}"
            house = earlier.outlet if earlier.outlet != article.outlet else ""  # of two of one house, which it was
            yield Step(kind="original", name=house or earlier.name, span=span, why=why)
    yield Step(kind="outlet", name=article.outlet or article.name, why="printed it")


def _claimant(fact: Fact) -> tuple[str, Span | None]:
    """Who a fact is given to, and where that stands."""
    if isinstance(fact, Quote):
        return fact.speaker or "", fact.speaker_at
    if isinstance(fact, Figure):
        return fact.claimed_by, fact.claimed_at
    if isinstance(fact, Event | Act):
        return fact.claimed_by, None
    return "", None


def addressed(quote: Quote, reading: Reading) -> Span | None:
    """Where a body is named that somebody speaks to in a quotation: a paper, an agency, a broadcaster, as a rule."""
    if not quote.addressee or _acts(quote.addressee, reading):
        return None
    bodies = (one for one in reading.of(Mention) if one.kind == "ORG" and quote.addressee in (one.refers_to, one.name))
    first = next(bodies, None)
    return first.spans[0] if first else None


def _acts(name: str, reading: Reading) -> bool:
    """True for a body that does what the article tells: a council or an army that is spoken to hands nothing on."""
    return any(role.name == name for event in reading.of(Event) if event.type not in _SAID for role in event.roles)


def _is_within(medium: str, claimant: str) -> bool:
    """True for a medium that only repeats who speaks: "das Weiße Haus", "Weiße Haus"."""
    return set(medium.casefold().split()) <= set(claimant.casefold().split())


def _where(reading: Reading, name: str) -> Span | None:
    """The first place that names somebody."""
    named = (mention for mention in reading.of(Mention) if name in (mention.refers_to, mention.name))
    first = next(named, None)
    return first.spans[0] if first else None
