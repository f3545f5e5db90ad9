"""Agreements that a year tells apart: "the treaties of 1961 and 2000"; and what a cluster of names is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dragoman.read.acts import ACTS
from dragoman.read.namings import Naming
from dragoman.read.scene import Scene
from dragoman.records import Act, Provision, When
from dragoman.spans import Span

__all__ = ["Cluster", "by_year", "is_another", "is_replaced"]

_OF_YEAR = 20  # characters between a name and the year that belongs to it: "an accord of 1985"
_DECLARED = "declaration"  # the declaration of 2000 is not the treaty of 2000
_GIVEN = frozenset(
    {"sign", "initial", "replace", "negotiate", "agree"}
)  # acts that make an agreement, or end one by another


@dataclass
class Cluster:
    """Names that mean one agreement, while an article is being read."""

    names: list[Naming] = field(default_factory=list)
    year: tuple[int, int] | None = None  # clean place of the year that tells it apart
    signed: When | None = None
    parties: list[str] = field(default_factory=list)
    sides: set[str] = field(default_factory=set)  # parties as countries
    kinds: set[str] = field(default_factory=set)
    topics: frozenset[str] = frozenset()
    proper: str = ""
    title: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    compound: set[str] = field(default_factory=set)  # first parts of its compound names: "grenz" of "Grenzvertrag"
    kind: str = ""
    acts: list[Act] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    predecessors: list[tuple[str, Span]] = field(default_factory=list)
    acted: set[str] = field(default_factory=set)  # the countries of those who signed or negotiated it
    headline: bool = False  # named in headlines only, so far: who signs there may be half of the sides
    aside: bool = False  # brought in as another one: "an earlier agreement"


def is_another(scene: Scene, one: Naming, last: Cluster | None) -> bool:
    """True when a year tells a name apart from the agreement spoken of: not where it has no date that differs."""
    if one.proper or not _is_past(scene, one):
        return False
    if not one.new and not one.other and _is_the_same(scene, one, last):
        return False
    if last is None or one.new or one.other or last.year or not _is_known(last):
        return True
    if last.signed is not None:
        return str(last.signed.earliest.year) not in {scene.page.value[a:b] for a, b in one.years}
    a, b = scene.sentence(one.start)
    return any(event.fact.type == "replace" and a <= event.start < b for event in scene.events)


def _is_the_same(scene: Scene, one: Naming, last: Cluster | None) -> bool:
    """True when the year of a known agreement only dates it."""
    if last is None:
        return _is_dealt_with(scene, one)
    return last.signed is None and _is_dated_by_signing(scene, one, last)


def _is_dated_by_signing(scene: Scene, one: Naming, last: Cluster) -> bool:
    """True for "the treaty, signed in 1990" behind other names of it: its year says when, not which."""
    if last.topics and one.topics - last.topics:
        return False
    for event in scene.events:
        place = (
            scene.page.article.text.find(event.fact.trigger.start, event.fact.trigger.end)
            if event.fact.trigger
            else None
        )
        if event.fact.type == "sign" and place and one.end <= place[0] and place[1] <= one.years[0][0]:
            return True
    return False


def _is_dealt_with(scene: Scene, one: Naming) -> bool:
    """True for an agreement that is the news itself, though an old one: "denounces the treaty of 1990"."""
    return any(
        event.fact.type in ACTS
        and event.fact.type not in _GIVEN
        and event.start < one.end
        and one.start < event.end
        and event.fact.standing not in ("denied", "cancelled")
        for event in scene.events
    )


def _is_known(cluster: Cluster) -> bool:
    """True for an agreement that was there before the news: named as known, with a name of its own."""
    return bool(cluster.proper) or any(one.title and not one.new for one in cluster.names)


def is_replaced(scene: Scene, one: Naming) -> bool:
    """True for what is replaced: behind "replaces" stands another agreement than the one that replaces it."""
    for event in scene.events:
        if event.fact.type != "replace" or not event.start <= one.start < event.end or event.fact.trigger is None:
            continue
        place = scene.page.article.text.find(event.fact.trigger.start, event.fact.trigger.end)
        if place is not None and 0 <= one.start - place[1] <= _OF_YEAR:
            return True
    return False


def _is_past(scene: Scene, one: Naming) -> bool:
    """True when the year of a name lies before the article's own year, or that year is not known."""
    published = scene.page.article.published
    years = [int(scene.page.value[a:b]) for a, b in one.years]
    return published is None or max(years) < published.earliest.year


def by_year(scene: Scene, one: Naming, clusters: list[Cluster]) -> list[Cluster]:
    """One agreement a year: "the treaties of 1961 and 2000"."""
    alike = [cluster for cluster in clusters if _DECLARED not in {cluster.kind, one.kind} or cluster.kind == one.kind]
    known = {scene.page.value[slice(*cluster.year)]: cluster for cluster in alike if cluster.year}
    made = []
    for place in one.years:
        year = scene.page.value[slice(*place)]
        if year in known:
            known[year].names.append(replace(one, start=place[0], end=place[1]))
            continue
        cluster = Cluster(year=place, kind=one.kind, topics=one.topics, parties=list(one.parties))
        near = len(one.years) == 1 and 0 <= place[0] - one.end < _OF_YEAR
        cluster.names.append(replace(one, end=place[1]) if near else replace(one, start=place[0], end=place[1]))
        made.append(cluster)
    return made
