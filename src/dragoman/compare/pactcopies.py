"""Which accounts of agreements stand in the same words of two articles that copy, translate or share one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.records import Kin, Reading, Treaty
from dragoman.spans import Span

__all__ = ["told_alike"]


def told_alike(readings: Sequence[Reading], kin: Iterable[Kin]) -> frozenset[frozenset[str]]:
    """Pairs of Treaty.id: both are named in one run that two articles of one origin share."""
    known = {reading.article.source: reading for reading in readings}
    return frozenset(
        frozenset((one.id, other.id))
        for link in kin
        if link.dependent and link.earlier in known and link.later in known
        for one, other in _pairs(known[link.earlier], known[link.later], link.evidence)
    )


def _pairs(earlier: Reading, later: Reading, runs: Sequence[tuple[Span, Span]]) -> Iterator[tuple[Treaty, Treaty]]:
    """The accounts of two articles named in one run: by one name in one language, by one noun where a run names two."""
    same = earlier.article.language == later.article.language
    for run, copy in runs:
        mine = [(one, names) for one in earlier.of(Treaty) if (names := _named_in(one, run, earlier))]
        theirs = [(one, names) for one in later.of(Treaty) if (names := _named_in(one, copy, later))]
        alone = len(mine) == len(theirs) == 1
        for one, names in mine:
            for other, others in theirs:
                if names & others if same else alone or one.instrument == other.instrument:
                    yield one, other


def _named_in(treaty: Treaty, run: Span, reading: Reading) -> set[str]:
    """The names of an account within a run of its article, in small letters."""
    inside = (span for span in treaty.spans if run.covers(span))
    places = (reading.article.text.find(span.start, span.end) for span in inside)
    return {" ".join(reading.article.text.value[slice(*place)].casefold().split()) for place in places if place}
