"""Wordings beside the text that the others go back to: a longer translation is not what its original is described by.

What was said is put together before it is known which article copies or translates which; this lays one over the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from dragoman.compare.wordings import relation
from dragoman.records import Article, Kin, Reading, Utterance, Wording

__all__ = ["originals"]

#: How an article hangs on another whose words it gives.
GIVEN = frozenset({"identical", "near-copy", "excerpt", "translation", "rewrite"})
FIRST = "; which came first is undetermined"
Ways = Set[tuple[str, str]]


def originals(said: Sequence[Utterance], kin: Iterable[Kin], readings: Sequence[Reading]) -> tuple[Utterance, ...]:
    """Every utterance, its wordings described by the one article that all others which have it go back to."""
    articles = {reading.article.source: reading.article for reading in readings}
    tied = [one for one in kin if one.relation in GIVEN]
    ways = {(one.earlier, one.later) for one in tied if one.directed}
    beside = {
        pair
        for one in tied
        if articles[one.earlier].language == articles[one.later].language
        for pair in ((one.earlier, one.later), (one.later, one.earlier))
    }
    return tuple(_led(one, ways, beside, articles) for one in said)


def _led(said: Utterance, ways: Ways, beside: Ways, articles: Mapping[str, Article]) -> Utterance:
    """`ways` lead from an article to what was made of it, `beside` join two texts of one language."""
    sources = sorted({one.quote.source for one in said.wordings})
    if not ways or len(sources) < len("AB"):
        return said
    held = [one for one in sources if any((one, other) in ways for other in sources)]
    roots = [one for one in held if all((one, x) in ways or (one, x) in beside for x in sources if x != one)]
    roots = [one for one in roots if not any((other, one) in ways for other in sources)]
    if len(roots) != 1 or roots[0] not in articles:
        return said
    first = articles[roots[0]]
    made = [one for one in sources if (first.source, one) in ways]
    told = f"; made from {first.name}: {', '.join(articles[one].name for one in made)}"
    whole = len(made) == len(sources) - 1
    why = (said.why.partition(FIRST)[0] if whole else said.why) + told if FIRST in said.why else said.why
    dated = whole and first.published is not None and first.published.precision == "day"
    day = first.published.earliest.isoformat() if dated and first.published else said.first
    own = [one for one in said.wordings if one.quote.source == first.source and one.quote.kind != "indirect"]
    base = max(own, key=lambda one: (one.relation in ("verbatim", "fullest"), len(_words(one, first))), default=None)
    if base is None or base.relation == "part of a splice":
        return replace(said, why=why, first=day)
    wordings = tuple(_beside(one, base, articles) for one in said.wordings)
    return replace(said, wordings=wordings, why=why, first=day)


def _beside(one: Wording, base: Wording, articles: Mapping[str, Article]) -> Wording:
    """A wording as it stands beside the one of the article that the others go back to."""
    first, mine = articles[base.quote.source], articles[one.quote.source]
    if one is base:
        return replace(one, relation="verbatim", why=f"in {first.name}, from which others were made")
    if one.relation not in ("verbatim", "fullest", "translation", "shorter", "longer", "altered", "re-ordered"):
        return one
    label, why = relation(
        _words(one, mine),
        _words(base, first),
        quoted=one.quote.kind != "indirect",
        same_language=one.language == base.language,
        languages=f"{one.language}, {base.language}",
    )
    return replace(one, relation=label, why=why)


def _words(one: Wording, article: Article) -> str:
    """The words of a wording, without what cleaning took away."""
    spans = (one.part,) if one.part is not None else one.quote.spans
    places = [article.text.find(span.start, span.end) for span in spans]
    return " ".join(article.text.value[slice(*place)] for place in places if place is not None)
