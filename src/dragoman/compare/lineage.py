"""Who copied, translated, excerpted or credits whom, and who only quotes the same words. The rules: docs/lineage.md.

shingles      the same words in the same order        copying    what they amount to in one language
translations  sentences of two languages in order     slips      errors in common
direction     which came first                        origins    what may count as a source of its own
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from dragoman.compare.copying import compared, evidence, relation
from dragoman.compare.direction import by_name, direction
from dragoman.compare.shingles import SHINGLE, Strand, candidates, strand
from dragoman.compare.slips import Slips, shared, slips
from dragoman.compare.translations import Aligned, Lines, align, lines, vectors
from dragoman.models import Encoder
from dragoman.records import Entity, Kin, Provenance, Reading, Source, Utterance, digest
from dragoman.spans import Span

__all__ = ["kinship"]

#: Days between two articles that credit one agency within which they may go back to one dispatch.
_DISPATCH = 2
#: Words of a quotation in common from which two articles are said to share it.
_QUOTED = 4
_SHOWN = 6  # pairs of places kept as evidence

Pair = tuple[int, int]
Evidence = tuple[tuple[Span, Span], ...]


@dataclass(frozen=True)
class _Bond:
    """What was found between two articles, before it is directed; evidence runs left, right."""

    relation: str
    why: str
    evidence: Evidence = ()


def kinship(
    readings: Sequence[Reading],
    *,
    entities: Sequence[Entity] = (),
    utterances: Sequence[Utterance] = (),
    sources: Iterable[Source] = (),
    encoder: Encoder | None = None,
) -> tuple[Kin, ...]:
    """How the articles of a story hang together; the same whatever their order."""
    readings = sorted(readings, key=lambda reading: reading.article.source)
    strands = [strand(reading) for reading in readings]
    errors = slips(readings, strands)
    bonds: dict[Pair, _Bond] = {}
    hints: dict[Pair, _Bond] = {}
    _copies(strands, errors, bonds, hints)
    _translations(readings, strands, entities, encoder, bonds)
    originals = {source.id: source for source in sources}
    _wires(readings, originals, bonds)
    _same_words(readings, utterances, bonds, hints)
    named = {reading.article.source: reading.article.name for reading in readings}
    found = _by_third(list(_directed(readings, bonds, originals)), named)
    return tuple(sorted(found, key=lambda kin: (kin.earlier, kin.later)))


def _copies(
    strands: Sequence[Strand], errors: Mapping[str, Slips], bonds: dict[Pair, _Bond], hints: dict[Pair, _Bond]
) -> None:
    """Pairs of one language that share their own prose; those that only share quotations become hints."""
    for a, b in candidates(strands):
        one, other = strands[a], strands[b]
        found = compared(one, other)
        named = relation(one, other, found)
        if named:
            bonds[a, b] = _Bond(*named, evidence(one, other, found, own=True, most=_SHOWN))
        elif found.longest >= SHINGLE and (common := shared(errors[one.article.source], errors[other.article.source])):
            bonds[a, b] = _by_slips(common)
        elif found.quoted >= _QUOTED and any(run.own * 2 <= run.length for run in found.shared):
            hints[a, b] = _Bond(
                "shared quotations", "the same quoted words", evidence(one, other, found, own=False, most=_SHOWN)
            )


def _by_slips(common: Iterable[tuple[Span, Span, str]]) -> _Bond:
    """Two articles with words and an error in common."""
    listed = list(common)
    why = "; ".join(dict.fromkeys(what for _, _, what in listed))
    return _Bond("rewrite", f"the same error in both ({why})", tuple((a, b) for a, b, _ in listed[:_SHOWN]))


def _translations(
    readings: Sequence[Reading],
    strands: Sequence[Strand],
    entities: Sequence[Entity],
    encoder: Encoder | None,
    bonds: dict[Pair, _Bond],
) -> None:
    """Pairs of two languages whose sentences say the same in the same order."""
    if len({one.article.language for one in strands}) < 2:
        return
    named = _named(strands, entities)
    rows = [lines(one, named) for one in strands]
    made = vectors(rows, encoder)
    partial: dict[Pair, _Bond] = {}
    for a, b in combinations(range(len(strands)), 2):
        if strands[a].article.language == strands[b].article.language:
            continue
        found = align(rows[a], rows[b], made[a], made[b])
        others = _of_two_houses(readings[a], readings[b])
        if found.whole(late=not _one_day(strands[a], strands[b], unknown=True), others=others):
            bonds[a, b] = _translated(rows[a], rows[b], found)
        elif found.some and not others and _one_day(strands[a], strands[b], unknown=True):
            partial[a, b] = _translated(rows[a], rows[b], found)
    for pair, bond in partial.items():
        middle = _middle(pair, bonds)
        if middle is None:
            bonds[pair] = bond
        else:
            name = strands[middle].article.name
            bonds[pair] = _Bond("shared wire", f"both go back to the text of {name}; {bond.why}", bond.evidence)


def _of_two_houses(one: Reading, other: Reading) -> bool:
    """True when two articles credit two agencies, or one of them shows reporters of its own."""
    mine, theirs = one.article.credits[:1], other.article.credits[:1]
    own = any(fact.kind == "own" for reading in (one, other) for fact in reading.of(Provenance))
    return own or bool(mine and theirs and mine != theirs)


def _translated(one: Lines, other: Lines, found: Aligned) -> _Bond:
    fewer = min(len(one.texts), len(other.texts))
    why = f"{len(found.pairs)} of {fewer} sentences say the same in the same order"
    return _Bond("translation", why, tuple((one.span(a), other.span(b)) for a, b in found.pairs[:_SHOWN]))


def _middle(pair: Pair, bonds: Mapping[Pair, _Bond]) -> int | None:
    """A third article that both of a pair hang on."""
    near: dict[int, set[int]] = defaultdict(set)
    for a, b in bonds:
        near[a].add(b)
        near[b].add(a)
    return min(near[pair[0]] & near[pair[1]], default=None)


def _named(strands: Sequence[Strand], entities: Sequence[Entity]) -> dict[str, list[tuple[int, int, str]]]:
    """{source: clean places of names with their entity}."""
    texts = {one.article.source: one.article.text for one in strands}
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in entities:
        for mention in entity.mentions:
            text = texts.get(mention.source)
            place = text.find(mention.start, mention.end) if text and mention.form == "name" else None
            if place:
                found[mention.source].append((*place, entity.id))
    return found


def _wires(readings: Sequence[Reading], originals: Mapping[str, Source], bonds: dict[Pair, _Bond]) -> None:
    """Pairs that credit one agency: a rewrite of its sentences, or no more than the credit and the day.

    Where one of the two is the agency's own report, and the other names it, there is no third text behind both.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for index, reading in enumerate(readings):
        for credit in reading.article.credits:
            holders[credit].append(index)
    for agency in sorted(holders):
        for pair in combinations(holders[agency], 2):
            held, own = bonds.get(pair), bool(by_name(readings[pair[0]], readings[pair[1]], originals))
            if held is not None and held.relation == "rewrite" and not own:
                bonds[pair] = _Bond("shared wire", f"both credit {agency}; {held.why}", held.evidence)
            elif held is None and _one_day(readings[pair[0]], readings[pair[1]]):
                bonds[pair] = _Bond("shared wire", f"both credit {agency} and were published within {_DISPATCH} days")


def _one_day(one: Reading | Strand, other: Reading | Strand, *, unknown: bool = False) -> bool:
    """True for two articles published within the days in which news is passed on; `unknown` where a day is not told."""
    mine, theirs = one.article.published, other.article.published
    if mine is None or theirs is None or "day" not in (mine.precision, theirs.precision):
        return unknown
    return abs((mine.earliest - theirs.earliest).days) <= _DISPATCH


def _same_words(
    readings: Sequence[Reading],
    utterances: Sequence[Utterance],
    bonds: dict[Pair, _Bond],
    hints: dict[Pair, _Bond],
) -> None:
    """Pairs with a quotation in common and nothing that makes one depend on the other."""
    index = {reading.article.source: number for number, reading in enumerate(readings)}
    found: dict[Pair, list[tuple[Span, Span]]] = defaultdict(list)
    for utterance in utterances:
        first: dict[int, Span] = {}
        for wording in utterance.wordings:
            if wording.quote.kind in ("direct", "partial"):
                first.setdefault(index[wording.quote.source], wording.part or wording.quote.spans[0])
        for a, b in combinations(sorted(first), 2):
            found[a, b].append((first[a], first[b]))
    for pair, places in found.items():
        many = f"{len(places)} quotation{'s' * (len(places) > 1)} in common"
        hints[pair] = _Bond("shared quotations", many, tuple(sorted(places)[:_SHOWN]))
    for pair, bond in hints.items():
        bonds.setdefault(pair, bond)


def _directed(
    readings: Sequence[Reading], bonds: Mapping[Pair, _Bond], originals: Mapping[str, Source]
) -> Iterator[Kin]:
    """Each bond as Kin, the earlier first where that is told."""
    for (a, b), bond in bonds.items():
        one, other = readings[a], readings[b]
        way = direction(one, other, originals)
        ends = (way.earlier, way.later)
        if bond.relation == "shared quotations":  # nobody comes first among those who heard the same speech
            ends, why, directed = (one.article.source, other.article.source), bond.why, False
        else:
            why, directed = f"{bond.why}; {way.why}", way.directed
        turned = ends[0] != one.article.source
        yield Kin(
            id=digest("kin", sorted(ends), bond.relation),
            earlier=ends[0],
            later=ends[1],
            directed=directed,
            relation=bond.relation,
            evidence=tuple((y, x) if turned else (x, y) for x, y in bond.evidence),
            why=why,
        )


def _by_third(found: Sequence[Kin], named: Mapping[str, str]) -> Iterator[Kin]:
    """Two texts in two languages of which nothing tells which came first, where both go back to one third."""
    ways = {(one.earlier, one.later) for one in found if one.directed and one.dependent}
    roots: dict[str, set[str]] = defaultdict(set)
    for earlier, later in ways:
        roots[later].add(earlier)
    for one in found:
        common = min(roots[one.earlier] & roots[one.later], default="")
        if common and one.relation == "translation" and not one.directed:
            why = f"both go back to the text of {named[common]}; {one.why.partition(';')[0]}"
            yield replace(
                one, id=digest("kin", sorted((one.earlier, one.later)), "shared wire"), relation="shared wire", why=why
            )
        else:
            yield one
