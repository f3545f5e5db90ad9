"""Names of one agreement gathered, in reading order, while an article is being read.

A name joins the last agreement it may mean (topic, years, parties and date of signature allowing), else it opens one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.read.acts import ACTS, signed_when
from dragoman.read.aliases import with_aliases
from dragoman.read.anotherpact import is_told_apart
from dragoman.read.namings import Naming, namings
from dragoman.read.pactwords import Vocabulary, vocabulary
from dragoman.read.pactyears import Cluster, by_year, is_another, is_replaced
from dragoman.read.rolewords import RoleWords
from dragoman.read.samepact import ANY, APART, may_mean
from dragoman.read.scene import Scene
from dragoman.records import When

__all__ = ["Cluster", "gathered"]

_PAPERS = frozenset({"sign", "initial", "replace"})  # acts done with a paper, whatever it is called
_APPOSED = re.compile(r",\s|\s\(|\s[–—-]\s")  # "the Foo pact, a memorandum of …": one agreement
_MADE = frozenset({"sign", "initial", "agree", "negotiate", "approve"})  # acts that may make several at once
_SIGNED = frozenset({"sign", "initial", "ratify", "exchange_instruments"})
_MAKING = _SIGNED | {"agree"}
_LEAVING = frozenset({"denounce", "suspend", "withdraw", "terminate"})
_WORD = 12  # characters of a word before a name: "a new "
_SPECIFIC = 12  # characters behind the head of a name that says which agreements: "acuerdos de tercer país seguro"
_NEAR = 400  # characters before a vague name ("the document") in which the agreement must have been named


def gathered(scene: Scene) -> list[Cluster]:
    """The agreements an article names, each with all its names."""
    clusters: list[Cluster] = []
    last: Cluster | None = None
    for one in with_aliases(scene, list(namings(scene))):
        words = vocabulary(scene.page.language)
        lead = scene.page.value[max(0, one.start - 30) : one.start]
        if _is_none(words, lead, scene.page.value[one.start : one.head[0]]) and not (
            one.plural and _is_handled(scene, one)
        ):
            continue
        one = replace(one, other=True) if is_replaced(scene, one) else one
        if one.years and (one.plural or is_another(scene, one, last)):
            clusters += by_year(scene, one, clusters)
            continue
        if one.plural and not one.proper and not _is_handled(scene, one):
            continue
        when = signed_when(scene, one)
        if one.paper and not _is_paper(scene, clusters, one):
            continue
        if one.kind == "document" and not _echoes(scene, one, last) and not (one.other and when):
            continue
        acted = _acting_sides(scene, one)
        one = replace(one, sides=one.sides | acted) if one.partners else one
        home = _home(scene, clusters, one, when, last)
        if home is None:
            home = Cluster(kind=one.kind, aside=one.other, headline=scene.aside(one.start))
            clusters.append(home)
        home.headline = home.headline and scene.aside(one.start)
        _join(home, one, when)
        home.acted |= acted
        last = home
    return clusters


def _is_paper(scene: Scene, clusters: list[Cluster], one: Naming) -> bool:
    """True for a declaration or annex that is signed or agreed on, or for "the declaration" behind one that was."""
    if not one.new and any(one.kind in known.kinds for known in clusters):
        return True
    behind = one.end + len(", ")  # "die Erklärung, auf die sich beide verständigt hatten"
    return any(event.fact.type in _MAKING and event.start <= behind and one.start < event.end for event in scene.events)


def _is_none(words: Vocabulary, lead: str, name: str) -> bool:
    """True for "no agreement", "without a deal": the word stands in the name or right before it."""
    if words.none is None:
        return False
    before = list(words.none.finditer(lead))
    return bool(words.none.search(name) or (before and not lead[before[-1].end() :].strip()))


def _is_handled(scene: Scene, one: Naming) -> bool:
    """True when something is done with several agreements that are known: "denounced the accords with Paris"."""
    known = bool(one.topics) and not one.new  # "signed the peace accords"
    made = frozenset() if known or one.end - one.head[1] > _SPECIFIC else _MADE
    return any(
        event.fact.type in ACTS and event.fact.type not in made and event.start < one.end and one.start < event.end
        for event in scene.events
    )


def _echoes(scene: Scene, one: Naming, last: Cluster | None) -> bool:
    """True when a vague noun stands near a real name, as "the document" or in a predicate, or beside a signing."""
    a, b = scene.sentence(one.start)
    if last is None or last.names[-1].end < one.start - _NEAR:
        return any(event.fact.type in _PAPERS and a <= event.start < b for event in scene.events)
    words = vocabulary(scene.page.language)  # a language without articles brings nothing in by leaving one out
    predicate = words.made("predicate")
    known = not one.new or (not words.indefinite and not _has_fresh(scene, one))
    return known or bool(predicate and predicate.search(scene.page.value, a, one.start))


def _acting_sides(scene: Scene, one: Naming) -> frozenset[str]:
    """The countries of those who act with an agreement named with its other side: "X denounced the pact with Y"."""
    found: set[str] = set()
    for event in scene.events:
        if event.fact.type in ACTS and event.start < one.end and one.start < event.end:
            names = event.fact.names("actor")
            sides = (m.fact for m in scene.mentions if m.fact.kind in ("GPE", "ORG") and m.fact.refers_to in names)
            found |= {one.country or one.refers_to for one in sides}
    return frozenset(found)


def _home(
    scene: Scene, clusters: list[Cluster], one: Naming, when: When | None, last: Cluster | None
) -> Cluster | None:
    """The agreement a name may mean: the last one named first, then the most often named."""
    value = scene.page.value
    if last is not None and last.names[-1].end < one.start and _APPOSED.fullmatch(value, last.names[-1].end, one.start):
        return last
    if one.other or (one.first and one.new and when):
        return None
    if (dated := _without_year(scene, clusters, one)) is not None:
        return dated
    if last is not None and _is_joined(scene, last.names[-1].end, one.start):
        clusters = [cluster for cluster in clusters if cluster is not last]
        last = None
    clusters = [cluster for cluster in clusters if not is_told_apart(scene, cluster, one)]
    if _is_fresh(scene, one):
        clusters = [one for one in clusters if not _is_ending(scene, one) and not _is_known_by_its_year(scene, one)]
    fitting = [cluster for cluster in clusters if may_mean(cluster, one, when)]
    if one.kind == "document":  # a truce is no paper
        fitting = [cluster for cluster in fitting if cluster.kinds != {"ceasefire"}] or fitting
    if one.this and last in fitting and last is not None and last.names[-1].end > one.start - _NEAR:
        return last
    fitting = _foremost(scene, fitting, one)
    if one.proper and _is_old(scene, when):
        fitting = [cluster for cluster in fitting if not _is_news(cluster)]
    if _is_brought_in(scene, one):
        fitting = [cluster for cluster in fitting if not _is_known_as(scene, cluster)]
    if one.kind == "document" and last in fitting and last is not None and len(last.names) == 1:
        near = [cluster for cluster in fitting if cluster.names[-1].end > one.start - _NEAR]
        return max(near, key=lambda cluster: len(cluster.names), default=last)
    if last is not None and last in fitting and not (one.new and not one.topics & last.topics and when):
        return last
    return max(fitting, key=lambda cluster: (len(cluster.topics & one.topics), len(cluster.names)), default=None)


def _is_old(scene: Scene, when: When | None) -> bool:
    """True for what was signed in a year before that of the article."""
    published = scene.page.article.published
    return when is not None and published is not None and when.latest.year < published.earliest.year


def _is_known_by_its_year(scene: Scene, cluster: Cluster) -> bool:
    """True for an agreement that its names give a year before that of the article: no "new convention"."""
    published = scene.page.article.published
    years = [int(scene.page.value[a:b]) for one in cluster.names for a, b in one.years]
    return bool(years) and published is not None and max(years) < published.earliest.year


def _is_news(cluster: Cluster) -> bool:
    """True for "a deal" that the article brings in and nobody names by a name of its own."""
    return not cluster.proper and any(one.new and not one.plural for one in cluster.names)


def _without_year(scene: Scene, clusters: list[Cluster], one: Naming) -> Cluster | None:
    """The agreement that a year named before where the same words stand without it: "the border accord of 1968"."""
    words = scene.page.value[one.head[0] : one.end].casefold()
    for cluster in clusters if " " in words and not one.new else ():
        first = cluster.names[0]
        if cluster.year and scene.page.value[first.head[0] : first.end].casefold().startswith(f"{words} "):
            cluster.year = None
            return cluster
    return None


def _is_known_as(scene: Scene, cluster: Cluster) -> bool:
    """True for an agreement that the text names by a name of its own, or that is a declaration, not "an accord"."""
    told = [one for one in cluster.names if not scene.aside(one.start)]
    return (cluster.kind in APART and bool(told)) or any(
        (one.proper or one.title) and not scene.aside(one.start) for one in cluster.names
    )


def _is_brought_in(scene: Scene, one: Naming) -> bool:
    """True for "a peace accord" that no predicate says of something: no known "Washington accord" is named so."""
    words = vocabulary(scene.page.language)
    first = scene.page.value[one.start : one.head[0]].split()
    if one.proper or scene.aside(one.start) or not first or first[0].lower() not in words.indefinite:
        return False
    predicate, (a, _) = words.made("predicate"), scene.sentence(one.start)
    return not (predicate and predicate.search(scene.page.value, a, one.start))


def _is_joined(scene: Scene, end: int, start: int) -> bool:
    """True where only "and" and an article stand between two names: "the treaty and an agreement on water" are two."""
    words, gap = scene.page.language.once(RoleWords), scene.page.value[end:start] if end < start else ""
    return words.also.search(gap) is not None and words.joined.fullmatch(gap) is not None


def _is_fresh(scene: Scene, one: Naming) -> bool:
    """True for "a new treaty": beside one that is denounced or suspended it is another."""
    return one.kind != "document" and _has_fresh(scene, one)


def _has_fresh(scene: Scene, one: Naming) -> bool:
    fresh = vocabulary(scene.page.language).made("fresh")
    start = max(0, one.start - _WORD)
    return bool(fresh and fresh.search(scene.page.value, start, one.head[0]))


def _is_ending(scene: Scene, cluster: Cluster) -> bool:
    """True for an agreement that somebody is about to leave, as the clauses around its names tell."""
    return any(
        event.fact.type in _LEAVING and event.start < one.end and one.start < event.end
        for event in scene.events
        for one in cluster.names
    )


def _foremost(scene: Scene, fitting: list[Cluster], one: Naming) -> list[Cluster]:
    """Without those a bare "the accord" would not mean where the agreement of the article may be meant.

    An earlier or similar one is left behind a sentence later; beside a treaty "the accord" is no declaration.
    """
    start, _ = scene.sentence(max(scene.sentence(one.start)[0] - 2, scene.paragraph(one.start)[0]))
    near = [cluster for cluster in fitting if not cluster.aside or cluster.names[-1].start >= start]
    fitting = near or fitting
    if one.kind not in APART:
        fitting = [cluster for cluster in fitting if cluster.kind not in APART] or fitting
    return fitting


def _join(cluster: Cluster, one: Naming, when: When | None) -> None:
    cluster.names.append(one)
    cluster.topics |= one.topics
    cluster.title |= one.title
    cluster.about |= one.about
    cluster.compound |= {one.compound} - {""}
    cluster.proper = cluster.proper or one.proper
    cluster.sides |= one.sides
    cluster.kinds.add(one.kind)
    cluster.signed = cluster.signed or when
    cluster.parties += [name for name in one.parties if name not in cluster.parties]
    if cluster.kind == "document" or (cluster.kind in ANY and one.kind == "memorandum"):
        cluster.kind = one.kind
