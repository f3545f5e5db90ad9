"""Quotations → one utterance with all its wordings: verbatim, translated, shortened, lengthened, spliced.

Vectors and character grams only propose that two quotations are one; speaker, numbers and polarity judge. Translated
wordings are never called verbatim, and no result depends on the order of the articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.compare.beginnings import nearness
from dragoman.compare.halves import halved
from dragoman.compare.likeness import Link, likeness
from dragoman.compare.surfaces import Piece, folded, pieces
from dragoman.compare.wordings import Surface, wording
from dragoman.models import Encoder
from dragoman.records import Entity, Reading, Utterance, When, digest

__all__ = ["utterances"]


def utterances(
    readings: Sequence[Reading], entities: Sequence[Entity], encoder: Encoder | None = None
) -> tuple[Utterance, ...]:
    """Everything said in the articles, each utterance once with all its wordings, in a fixed order."""
    found = pieces(readings, entities)
    if encoder is not None:
        found = halved(found, readings, nearness(encoder))
    links = likeness(found, encoder)
    groups = _groups(found, links)
    apart: dict[str, set[int]] = defaultdict(set)
    for index, piece in enumerate(found):
        apart[piece.quote.id].add(groups.root[index])
    spliced = frozenset(quote for quote, roots in apart.items() if len(roots) > 1)
    within: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if groups.root[link.a] == groups.root[link.b]:
            within[groups.root[link.a]].append(link)
    published = {one.article.source: one.article.published for one in readings}
    rendered = frozenset(one.article.source for one in readings if one.article.translated is not None)
    made = [_utterance(found, group, within[group[0]], spliced, published, rendered) for group in groups.all()]
    return tuple(sorted(made, key=lambda one: (-len({w.quote.source for w in one.wordings}), one.id)))


LITTLE = 30  # characters outside the marks of a report that only brings them in: "Moscow would not … of the ports"
MUCH = 0.4  # share of a report that stands between marks, from which the rest is only how it is brought in …
REST = 60  # … as long as it is no longer than a short clause
UNKNOWN = "undetermined"  # which article printed it first
#: The day each article says it was published, by source.
Published = Mapping[str, When | None]


class _Groups:
    """Pieces joined by links, best link first; a group goes by its smallest index, so order leaves no trace."""

    def __init__(self, found: Sequence[Piece]) -> None:
        self.found = found
        self.root = list(range(len(found)))
        self.members = {index: [index] for index in range(len(found))}

    def join(self, one: int, other: int) -> None:
        """Make the groups of two pieces one."""
        a, b = sorted((self.root[one], self.root[other]))
        if a == b:
            return
        moved = self.members.pop(b)
        for index in moved:
            self.root[index] = a
        self.members[a] = sorted((*self.members[a], *moved))

    def all(self) -> list[list[int]]:
        """All groups in order of their first member."""
        return [group for _, group in sorted(self.members.items())]


def _groups(found: Sequence[Piece], links: Sequence[Link]) -> _Groups:
    groups = _Groups(found)
    tied = {(link.a, link.b) for link in links}
    for link in links:
        if link.strong or _fits(groups, link, tied):
            groups.join(link.a, link.b)
    _same_act(found, groups)
    _whole_again(found, groups)
    return groups


def _fits(groups: _Groups, link: Link, tied: set[tuple[int, int]]) -> bool:
    """A weak link must not tie sentences of one article, nor many of several voices, that are not alike themselves."""
    a, b = groups.root[link.a], groups.root[link.b]
    if a == b:
        return True
    for i in groups.members[a]:
        for j in groups.members[b]:
            one, other = groups.found[i], groups.found[j]
            if one.at.source == other.at.source and one.act != other.act and (min(i, j), max(i, j)) not in tied:
                return False
    return _holds(groups, a, b, tied)


def _holds(groups: _Groups, a: int, b: int, tied: set[tuple[int, int]]) -> bool:
    """A chain of reports must hold over its ends: half of what it ties of two voices is alike by itself."""
    every = [(i, j) for i in groups.members[a] for j in groups.members[b]]
    voices = [(i, j) for i, j in every if _two_voices(groups.found[i], groups.found[j])]
    return 2 * sum((min(pair), max(pair)) in tied for pair in voices) >= len(voices)


def _two_voices(one: Piece, other: Piece) -> bool:
    """True for reports of two articles that are not given to one known speaker."""
    reported = one.quote.kind == other.quote.kind == "indirect"
    return reported and one.at.source != other.at.source and not (one.speaker and one.speaker == other.speaker)


def _same_act(found: Sequence[Piece], groups: _Groups) -> None:
    """Phrases that one cue gives in one sentence, and the report around them, are one act of speaking."""
    acts: dict[str, list[int]] = defaultdict(list)
    for index, piece in enumerate(found):
        if piece.quote.kind in ("partial", "indirect"):
            acts[piece.act].append(index)
    for indices in acts.values():
        reports = [i for i in indices if found[i].quote.kind == "indirect"]
        for i in indices:
            for j in reports:
                if i != j and found[j].at.covers(found[i].at):
                    groups.join(i, j)


def _whole_again(found: Sequence[Piece], groups: _Groups) -> None:
    """Sentences of one quotation stay together unless other articles give them apart (then it is a splice)."""
    sentences: dict[str, list[int]] = defaultdict(list)
    for index, piece in enumerate(found):
        if not (piece.whole or piece.half):
            sentences[piece.quote.id].append(index)
    for indices in sentences.values():
        shared = [i for i in indices if _elsewhere(found, groups, i)]
        roots = {groups.root[i] for i in shared}
        if len(roots) > 1 and not _together(found, groups, roots):
            continue
        for i in indices[1:]:
            groups.join(indices[0], i)


def _elsewhere(found: Sequence[Piece], groups: _Groups, index: int) -> bool:
    """True when another article words the same thing."""
    piece = found[index]
    return any(found[other].at.source != piece.at.source for other in groups.members[groups.root[index]])


def _together(found: Sequence[Piece], groups: _Groups, roots: set[int]) -> bool:
    """True when some other article's one quotation has sentences in all these groups: a long quotation, no splice."""
    places: dict[str, set[int]] = defaultdict(set)
    for root in roots:
        for index in groups.members[root]:
            places[found[index].quote.id].add(root)
    return sum(roots <= seen for seen in places.values()) > 1


def _utterance(
    found: Sequence[Piece],
    group: Sequence[int],
    inside: Sequence[Link],
    spliced: frozenset[str],
    published: Published,
    rendered: frozenset[str],
) -> Utterance:
    by_quote: dict[str, list[int]] = defaultdict(list)
    for index in group:
        by_quote[found[index].quote.id].append(index)
    surfaces = [
        Surface(found[indices[0]].quote, tuple(found[i] for i in sorted(indices)), quote in spliced)
        for quote, indices in by_quote.items()
    ]
    surfaces.sort(key=lambda one: one.rank)
    shown = [one for one in surfaces if not _mixed(one, surfaces)]
    speakers = [piece.speaker for surface in shown for piece in surface.pieces if piece.speaker]
    voices = [name for one in shown for name in {piece.speaker for piece in one.pieces}.union(*_beside(one)) if name]
    likened: dict[frozenset[str], str] = {}
    for link in inside:
        likened.setdefault(frozenset((found[link.a].quote.id, found[link.b].quote.id)), link.why)
    wordings = tuple(wording(one, surfaces, likened, rendered) for one in shown)
    first, order = _first(surfaces, published)
    made = Utterance(
        id=digest(sorted((piece.at.source, piece.at.start, piece.at.end) for one in surfaces for piece in one.pieces)),
        speaker=_as_written(_head(speakers, voices), surfaces) if speakers else "",
        wordings=tuple(sorted(wordings, key=lambda one: (one.quote.source, one.quote.start, one.quote.end))),
        first=first,
    )
    return replace(made, why=_why(made.tellings, shown, inside, order))


def _beside(surface: Surface) -> list[frozenset[str]]:
    return [piece.beside for piece in surface.pieces]


def _head(speakers: Sequence[str], voices: Sequence[str]) -> str:
    """Whom most wordings give it to, alone or with others; of these whoever is named first most often."""
    return max(sorted(set(speakers)), key=lambda one: (voices.count(one), speakers.count(one)))


def _mixed(one: Surface, surfaces: Sequence[Surface]) -> bool:
    """True for a report that does little but bring in words between marks: both are one wording, told by these."""
    if one.quote.kind != "indirect":
        return False
    voiced = (other for other in surfaces if other.quote.kind != "indirect" and other.speaker == one.speaker)
    inside = (span for other in voiced for span in other.quote.spans)
    marked = sum(len(span) for span in inside if one.quote.hull.covers(span))
    rest = len(one.quote.hull) - marked
    return bool(marked) and (rest <= LITTLE or (rest <= REST and marked >= MUCH * len(one.quote.hull)))


def _as_written(speaker: str, surfaces: Sequence[Surface]) -> str:
    """A speaker whom no entity covers, in an article's own words: they are folded only to be compared."""
    written = sorted(one.quote.speaker for one in surfaces if one.speaker == speaker and one.quote.speaker)
    return next((name for name in written if folded(name) == speaker), speaker)


def _why(tellings: int, surfaces: Sequence[Surface], links: Iterable[Link], order: str) -> str:
    articles = len({surface.quote.source for surface in surfaces})
    if tellings == 1 and articles == 1:
        return "one wording" if len(surfaces) == 1 else "one wording: phrases of one sentence, or the same words again"
    best = sorted(links, key=lambda link: (-link.score, link.a, link.b))
    reason = f": {best[0].why}" if best else ""
    told = f"; {order}" if order else ""
    wordings = "one wording" if tellings == 1 else f"{tellings} wordings"
    return f"{wordings} in {articles} article{'s' if articles > 1 else ''}{reason}{told}"


def _first(surfaces: Sequence[Surface], published: Published) -> tuple[str, str]:
    """(the day it was first printed, the same as a sentence), as far as the days of all articles tell."""
    days = {surface.quote.source: published[surface.quote.source] for surface in surfaces}
    if len(days) < 2:
        return "", ""
    known = [when for when in days.values() if when is not None]
    if len(known) < len(days):
        return UNKNOWN, "which came first is undetermined: not every article has a date"
    ends = sorted((when.latest, when.earliest) for when in known)
    if any(earliest <= ends[0][0] for _, earliest in ends[1:]):
        return UNKNOWN, "which came first is undetermined: more than one article may be of the earliest day"
    return ends[0][0].isoformat(), f"first printed {ends[0][0].isoformat()}"
