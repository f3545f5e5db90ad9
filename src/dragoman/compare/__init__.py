"""MANY ARTICLES. Facts in, story out; language-neutral from here on.

    entities    mentions of all languages → Entity           utterances  quotations → one utterance, all wordings
    agreements  life-cycle per party with its gaps           timeline    reports → one Happening each, in order
    lineage     who copied, translated or credits whom       origins     what counts as a source of its own
    claims, match  facts in one shape, comparable ones judged   findings  what they add up to: one table of rules

Rule of this folder: no code here asks what language a fact came from, and no fact is ever rewritten.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate

from dragoman.compare.agreements import agreements
from dragoman.compare.corrections import Overlay
from dragoman.compare.entities import entities
from dragoman.compare.findings import RULES, judge
from dragoman.compare.lineage import kinship
from dragoman.compare.originals import originals
from dragoman.compare.origins import origins
from dragoman.compare.parties import Parties
from dragoman.compare.timeline import timeline
from dragoman.compare.utterances import utterances
from dragoman.compare.view import View
from dragoman.models import encoder
from dragoman.records import (
    UNTYPED,
    Agreement,
    Correction,
    Entity,
    Mention,
    Post,
    Reading,
    Sighting,
    Source,
    Story,
    Treaty,
    Trouble,
    digest,
)
from dragoman.settings import Settings
from dragoman.spans import Span

__all__ = ["compare"]

#: A sentence this short (characters without spaces) is a fragment, not a statement that a fact could rest on.
_STATEMENT = 25
_SHORTEST_TITLE = 30  # "ROME (Reuters)." tells nothing: the next sentence is taken
_LONGEST_TITLE = 90  # characters of a first sentence that stands in for a headline: one line of the page


#: Blocks that tell: not who signs, where and when, or what a picture shows.
_TOLD = ("headline", "standfirst", "paragraph", "list")


def compare(
    readings: Sequence[Reading],
    sources: Iterable[Source],
    *,
    sightings: Iterable[Sighting] = (),
    troubles: Iterable[Trouble] = (),
    owners: Iterable[tuple[str, str]] = (),
    corrections: Iterable[Correction] = (),
    settings: Settings,
) -> Story:
    """One story out of the readings of its articles; the same whatever their order.

    `owners` says of outlets who owns or feeds them: (outlet, owner); `corrections` are laid over what was read.
    """
    sources, vectors = tuple(sources), encoder() if settings.encoder and len(readings) > 1 else None
    overlay = Overlay(corrections, sources)
    readings = overlay.readings(readings)
    who = overlay.entities(entities(readings))
    said = utterances(readings, who, vectors)
    kin = kinship(readings, entities=who, utterances=said, sources=sources, encoder=vectors)
    said = originals(said, kin, readings)
    apart = origins(readings, kin, owners, utterances=said)
    deals = agreements(readings, who, kin)
    happened = timeline(readings, who, deals, apart, encoder=vectors)
    judged = judge(
        View(
            readings=readings,
            who=Parties(who),
            entities=who,
            utterances=said,
            agreements=deals,
            timeline=[one for one in happened if one.type != UNTYPED],
            origins=apart,
            encoder=vectors,
        )
    )
    return Story(
        id=digest(sorted(reading.article.source for reading in readings)),
        title=settings.title or _title(readings, deals, who, settings.language),
        readings=tuple(readings),
        sources=sources,
        sightings=tuple(sightings),
        troubles=tuple(troubles),
        entities=who,
        utterances=said,
        agreements=deals,
        as_of=settings.as_of,
        timeline=happened,
        kin=kin,
        origins=apart,
        claims=judged.claims,
        matches=judged.matches,
        findings=overlay.findings(judged.findings),
        corrections=overlay.corrections,
        rules=tuple(rule.looks_for for rule in RULES),
        unused=tuple(span for reading in readings for span in unused(reading)),
    )


def unused(reading: Reading) -> Iterator[Span]:
    """Body sentences that bear no fact of the dossier beyond names: shown by article, never dropped silently."""
    article, places = reading.article, []
    for fact in reading.facts:
        if isinstance(fact, Mention | Post):
            continue
        parts = (
            (*fact.spans, *(s for act in (fact.acts + fact.provisions) for s in act.spans))
            if isinstance(fact, Treaty)
            else fact.spans
        )
        places += [place for span in parts if (place := article.text.find(span.start, span.end))]
    places.sort()
    starts, reach = [a for a, _ in places], list(accumulate((b for _, b in places), max, initial=0))
    for start, end in article.sentences:
        block = article.block_at(start)
        if block is not None and block.kind not in ("paragraph", "list", "standfirst"):
            continue
        if sum(not one.isspace() for one in article.text.value[start:end]) < _STATEMENT:
            continue
        if reach[bisect_left(starts, end)] <= start:  # no fact that begins before its end goes on into it
            yield article.text.span(start, end)


def _title(readings: Sequence[Reading], deals: Sequence[Agreement], who: Sequence[Entity], language: str) -> str:
    """The main agreement's name where most articles are about it and it is no "deal" alone, else a telling headline."""
    main = next((deal for deal in deals if deal.main), None)
    words = main.name.split() if main is not None else []
    proper = len(words) > 1 and any(word[:1].isupper() for word in words)
    if main is not None and proper and 2 * len({treaty.source for treaty in main.treaties}) >= len(readings):
        return main.name[:1].upper() + main.name[1:]
    named = Counter({one.id: len({mention.source for mention in one.mentions}) for one in who})
    titles = [
        (
            reading.article.language != language,
            -sum(named[one.id] for one in who if any(reading.article.title.covers(it.hull) for it in one.mentions)),
            reading.article.published.earliest if reading.article.published else date.max,
            " ".join(reading.article.text.value[place[0] : place[1]].split()),
        )
        for reading in readings
        if reading.article.title
        and (place := reading.article.text.find(reading.article.title.start, reading.article.title.end))
    ]
    return min(titles)[-1] if titles else _first_words(readings)


def _first_words(readings: Sequence[Reading]) -> str:
    """How the earliest article begins, for a story whose articles have no title."""
    dated = [
        (one.published.earliest if one.published else date.max, one.name, one.source, one)
        for one in (reading.article for reading in readings)
    ]
    first = min(dated, key=lambda row: row[:3])[-1]
    body = [one for one in first.sentences if (block := first.block_at(one[0])) is None or block.kind in _TOLD]
    long = [one for one in body if one[1] - one[0] >= _SHORTEST_TITLE]
    place = next(iter(long or body or first.sentences), (0, len(first.text.value)))
    words = " ".join(first.text.value[place[0] : place[1]].split())
    cut = words[:_LONGEST_TITLE].rsplit(" ", 1)[0]
    return (words if len(words) <= _LONGEST_TITLE else f"{cut} …") or first.name
