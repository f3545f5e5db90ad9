"""Events that articles tell in sentences of one meaning: three namings of one ruling, an act without a known kind.

The rules of one event ask for a participant in common. "The judges", "das Oberste Gericht" and "the top court" have
none, nor has what is told in its sentence only. Here meaning proposes, and days, names and parts may forbid.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.compare.naming import body
from dragoman.compare.odds import AGAIN, apart, at_odds
from dragoman.compare.parties import Parties
from dragoman.compare.placed import Placed
from dragoman.compare.reports import Group, Report, width
from dragoman.models import ENCODED, Encoder, cosines
from dragoman.records import UNTYPED, Reading
from dragoman.spans import Span

__all__ = ["retold"]

#: Cosine of two sentences that tell one act: of one day and with a name in common, of one day, and without a day. Read
#: on 270 pairs over 18 stories in five languages: above these two acts met once (a welcome, a toast).
SAME_DAY, UNNAMED, UNDATED = 0.55, 0.60, 0.64
ONE_LANGUAGE = 0.08  # more is asked inside one language, where the words would be the same too
_NEAR = 3  # days from an act to an article that tells it without a day


@dataclass(frozen=True, eq=False, kw_only=True)
class _Tale:
    """A report that an article tells as done, with the sentence it stands in."""

    home: int  # number of its group
    report: Report
    language: str
    words: str
    names: frozenset[str]  # of its sentence: persons, and other names by their country where they have one
    known: frozenset[str]  # the same of the whole article: what it nowhere names tells nothing of it
    states: frozenset[str]
    people: frozenset[str]


def retold(groups: Sequence[Group], readings: Sequence[Reading], who: Parties, encoder: Encoder | None) -> list[Group]:
    """The groups, those made one whose reports tell one act in sentences of one meaning."""
    import numpy as np

    if encoder is None or len(readings) < 2:
        return list(groups)
    tales = sorted(_tales(groups, readings, who), key=lambda one: one.report.key)
    if len(tales) < 2:
        return list(groups)
    vectors = encoder.encode([one.words for one in tales])
    alike = np.round(cosines(vectors, vectors), 3)
    scores: dict[tuple[int, int], float] = {}
    for a, b in np.argwhere(np.triu(alike >= SAME_DAY, 1)).tolist():
        if _may_be_one(tales[a], tales[b], float(alike[a, b])):
            scores[a, b] = float(alike[a, b])
    return _joined(list(groups), tales, _mutual(tales, scores), who)


def _tales(groups: Sequence[Group], readings: Sequence[Reading], who: Parties) -> Iterator[_Tale]:
    """What articles tell as done of a day or without one; not two acts of one type told in one sentence."""
    placed = {one.article.source: Placed(one, who) for one in readings if one.article.language in ENCODED}
    known = {source: _sides(article.all_named(), who) for source, article in placed.items()}
    found: dict[tuple[Span, str], list[tuple[int, Report]]] = defaultdict(list)
    for home, group in enumerate(groups):
        for report in group.reports:
            article = placed.get(report.event.source)
            if article is not None and report.event.told and (report.when is None or width(report.when) == 0):
                at = article.sentence(report.event.trigger or report.event.spans[0])
                found[at, report.type].append((home, report))
    for (span, _), [(home, report), *others] in found.items():
        if others:
            continue
        article = placed[span.source]
        called = {name for name, _ in article.named(span)}  # "the president" may be somebody else's in another article
        named = called | {name for name in article.entities(span) if who.kind(name) != "PER"}
        yield _Tale(
            home=home,
            report=report,
            language=article.reading.article.language,
            words=" ".join(article.words(span).split()),
            names=_sides(named, who),
            known=known[span.source],
            states=frozenset(map(who.country, named)) - {""},
            people=frozenset(name for name in named if who.kind(name) == "PER"),
        )


def _sides(names: Iterable[str], who: Parties) -> frozenset[str]:
    """Persons as they are, other names by their country where they have one."""
    return frozenset(name if who.kind(name) == "PER" else who.country(name) or name for name in names)


def _may_be_one(one: _Tale, other: _Tale, score: float) -> bool:
    """True for reports of two articles whose types, days and names allow that they tell one act."""
    left, right = one.report, other.report
    if left.event.source == right.event.source or (left.type != right.type and UNTYPED not in (left.type, right.type)):
        return False
    dated = left.when is not None and right.when is not None
    if not dated and (UNTYPED in (left.type, right.type) or left.type in AGAIN):
        return False
    if not _one_time(left, right) or _of_others(one, other):
        return False
    wanted = UNDATED if not dated else SAME_DAY if one.names & other.names else UNNAMED
    return score >= wanted + ONE_LANGUAGE * (one.language == other.language)


def _of_others(one: _Tale, other: _Tale) -> bool:
    """True when each sentence leaves out a state, a person or somebody of its own article whom the other names."""
    if apart(one.people, other.people):
        return True
    mine, theirs = one.names & (other.known | one.states), other.names & (one.known | other.states)
    return bool(mine - theirs) and bool(theirs - mine)


def _one_time(left: Report, right: Report) -> bool:
    """True for one day; what an article tells without a day lies in the days before it."""
    if left.when is not None and right.when is not None:
        return left.when.meets(right.when)
    if left.when is None and right.when is None:
        return left.day is not None and right.day is not None and abs((left.day - right.day).days) < _NEAR
    dated, blank = (left, right) if left.when is not None else (right, left)
    first = dated.when.earliest if dated.when else None
    return first is not None and blank.day is not None and 0 <= (blank.day - first).days <= _NEAR


def _mutual(tales: Sequence[_Tale], scores: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Pairs of which each is what the other's article tells most like it, the most alike first."""
    best: dict[tuple[int, str], float] = defaultdict(float)
    for (a, b), score in scores.items():
        for mine, theirs in ((a, b), (b, a)):
            key = mine, tales[theirs].report.event.source
            best[key] = max(best[key], score)
    kept = [
        (score, a, b)
        for (a, b), score in scores.items()
        if score >= best[a, tales[b].report.event.source] and score >= best[b, tales[a].report.event.source]
    ]
    return [(a, b) for score, a, b in sorted(kept, key=lambda row: (-row[0], row[1], row[2]))]


def _joined(groups: list[Group], tales: Sequence[_Tale], pairs: Sequence[tuple[int, int]], who: Parties) -> list[Group]:
    """The groups with those made one that a pair leads to and nothing forbids."""
    told: dict[int, list[_Tale]] = defaultdict(list)
    for one in tales:
        told[one.home].append(one)
    home = list(range(len(groups)))
    for a, b in pairs:
        left, right = home[tales[a].home], home[tales[b].home]
        if left == right or _apart(groups[left], groups[right], _one_body(tales[a], tales[b], who)):
            continue
        if any(_of_others(one, other) for one in told[left] for other in told[right]):
            continue
        keep, gone = (right, left) if groups[left].type == UNTYPED else (left, right)
        for report in groups[gone].reports:
            groups[keep].add(report)
        told[keep] += told.pop(gone)
        groups[gone].reports.clear()
        home = [keep if one == gone else one for one in home]
    return [one for one in groups if one.reports]


def _apart(left: Group, right: Group, one_body: bool) -> bool:
    """True when an article tells both, they are steps of two agreements, or their parts forbid that they are one."""
    sources = [{one.event.source for one in group.reports} for group in (left, right)]
    if sources[0] & sources[1] or (left.deal and right.deal and left.deal != right.deal):
        return True
    nobody: frozenset[str] = frozenset()
    pairs = [(left, one) for one in right.reports] + [(right, one) for one in left.reports]
    if one_body:  # what acts is one: only whom it concerns may part them
        pairs = [(replace(group, actors=set()), replace(one, actors=nobody, bodies=nobody)) for group, one in pairs]
    return any(at_odds(group, one) for group, one in pairs)


def _one_body(one: _Tale, other: _Tale, who: Parties) -> bool:
    """True when a body of one kind acts in both, under names of two languages that nothing else joins or parts."""
    if one.language == other.language:
        return False
    acting = [
        {body(role.name, tale.language) for role in tale.report.event.roles if role.role == "actor"} - {""}
        for tale in (one, other)
    ]
    countries = [{who.country(name) for name in tale.report.bodies} - {""} for tale in (one, other)]
    return bool(acting[0] & acting[1]) and not (countries[0] and countries[1])
