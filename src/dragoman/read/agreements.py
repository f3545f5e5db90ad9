"""Agreements as one article has them: names that mean one thing, parties, acts, provisions, predecessors, status.

The names of an article are gathered in reading order; a name joins the last agreement it may mean (topic, years,
parties and date of signature allowing) and else opens a new one. Acts come from the events, provisions from sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dragoman.read.acts import ACTS, acts_of, signed_when, signers, state_name
from dragoman.read.namings import Naming, namings, vocabulary
from dragoman.read.page import Page
from dragoman.read.provisions import provisions
from dragoman.read.regimes import regimes
from dragoman.read.scene import Placed, Scene, lay_out
from dragoman.records import Act, Event, Provision, Reading, Treaty, When
from dragoman.spans import Span

__all__ = ["agreements"]

#: Kinds that are not just another word for any agreement: a memorandum beside a treaty is a second paper.
_DISTINCT = frozenset({"memorandum", "protocol", "convention", "declaration", "ceasefire", "contract", "charter"})
_OF_YEAR = 20  # characters between a name and the year that belongs to it: "an accord of 1985"
_PAPERS = frozenset({"sign", "initial", "replace"})  # acts done with a paper, whatever it is called
_NEAR = 400  # characters before a vague name ("the document") in which the agreement must have been named


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
    kind: str = ""
    acts: list[Act] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    predecessors: list[tuple[str, Span]] = field(default_factory=list)


def agreements(page: Page, reading: Reading) -> Iterator[Treaty]:
    """Every agreement the article names, the main one first."""
    scene = lay_out(page, reading)
    if not vocabulary(page.language).known:
        return
    clusters = _gathered(scene)
    _act(scene, clusters)
    kept = [one for one in clusters if _is_agreement(one)]
    kept.sort(key=lambda one: (-_weight(one), one.names[0].start))
    main = kept[0] if kept and kept[0].year is None else None
    for cluster, provision in provisions(scene, [(one, one.names) for one in kept if one.year is None]):
        cluster.provisions.append(provision)
    for cluster in kept:
        yield _treaty(scene, cluster, main=cluster is main)
    yield from regimes(scene)


def _weight(cluster: Cluster) -> float:
    return 0 if cluster.year else len(cluster.names) + 0.5 * len(cluster.acts)


# -- which names mean one agreement ----------------------------------------------------------------


def _gathered(scene: Scene) -> list[Cluster]:
    clusters: list[Cluster] = []
    last: Cluster | None = None
    for one in namings(scene):
        words = vocabulary(scene.page.language)
        lead = scene.page.value[max(0, one.start - 30) : one.head[0]]
        if words.none and words.none.search(lead):
            continue
        if one.years and (one.plural or _is_past(scene, one)):
            clusters += _by_year(scene, one, clusters)
            continue
        if one.plural:
            continue
        when = signed_when(scene, one)
        if one.kind == "document" and not _echoes(scene, one, last) and not (one.other and when):
            continue
        home = _home(clusters, one, when, last)
        if home is None:
            home = Cluster(kind=one.kind)
            clusters.append(home)
        _join(home, one, when)
        last = home
    return clusters


def _is_past(scene: Scene, one: Naming) -> bool:
    """True when the year of a name lies before the article's own year, or that year is not known."""
    published = scene.page.article.published
    years = [int(scene.page.value[a:b]) for a, b in one.years]
    return published is None or max(years) < published.earliest.year


def _by_year(scene: Scene, one: Naming, clusters: list[Cluster]) -> list[Cluster]:
    """One agreement a year: "the treaties of 1961 and 2000"."""
    known = {scene.page.value[slice(*cluster.year)]: cluster for cluster in clusters if cluster.year}
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


def _echoes(scene: Scene, one: Naming, last: Cluster | None) -> bool:
    """True when a vague noun stands near a real name, as "the document" or in a predicate, or beside a signing."""
    a, b = scene.sentence(one.start)
    if last is None or last.names[-1].end < one.start - _NEAR:
        return any(event.fact.type in _PAPERS and a <= event.start < b for event in scene.events)
    predicate = vocabulary(scene.page.language).made("predicate")
    return not one.new or bool(predicate and predicate.search(scene.page.value, a, one.start))


def _home(clusters: list[Cluster], one: Naming, when: When | None, last: Cluster | None) -> Cluster | None:
    """The agreement a name may mean: the last one named first, then the most often named."""
    if one.other or (one.first and one.new and when):
        return None
    fitting = [cluster for cluster in clusters if _may_mean(cluster, one, when)]
    if last is not None and last in fitting and not (one.new and not one.topics & last.topics and when):
        return last
    return max(fitting, key=lambda cluster: (len(cluster.topics & one.topics), len(cluster.names)), default=None)


def _may_mean(cluster: Cluster, one: Naming, when: When | None) -> bool:
    if cluster.year or (cluster.proper and one.proper and cluster.proper != one.proper):
        return False
    if when and cluster.signed and not when.meets(cluster.signed):
        return False
    if one.topics and cluster.topics and not one.topics & cluster.topics:
        return False
    if len(one.sides) > 1 and len(cluster.sides) > 1 and not one.sides & cluster.sides:
        return False
    return one.kind not in _DISTINCT or one.kind in cluster.kinds or cluster.kinds == {"document"}


def _join(cluster: Cluster, one: Naming, when: When | None) -> None:
    cluster.names.append(one)
    cluster.topics |= one.topics
    cluster.proper = cluster.proper or one.proper
    cluster.sides |= one.sides
    cluster.kinds.add(one.kind)
    cluster.signed = cluster.signed or when
    cluster.parties += [name for name in one.parties if name not in cluster.parties]
    if cluster.kind == "document":
        cluster.kind = one.kind


def _is_agreement(cluster: Cluster) -> bool:
    """Between named parties, or with a name or an act of its own; a lone "a deal" is not one."""
    return bool(cluster.year or cluster.acts or cluster.proper or len(cluster.parties) > 1 or len(cluster.names) > 2)


# -- what was done with it -------------------------------------------------------------------------


def _act(scene: Scene, clusters: list[Cluster]) -> None:
    for event in scene.events:
        if event.fact.type not in ACTS:
            continue
        if event.fact.type == "replace":
            _succeed(scene, clusters, event)
            continue
        if _by_years(scene, clusters, event):
            continue
        home = _acted_on(scene, clusters, event)
        if home is not None:
            home.acts += acts_of(scene, event, home.parties)
            known = {one.fact.refers_to or one.fact.name for one in scene.mentions if one.fact.kind != "PER"}
            named = [*(act.party for act in home.acts if not act.body and act.party in known), *signers(scene, event)]
            home.parties += [name for name in dict.fromkeys(named) if name not in home.parties]


def _by_years(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> bool:
    """ "The treaties signed in 1961 and 2000": each was signed in its own year. False when no such row is there."""
    row = [one for one in clusters if one.year and event.start <= one.year[0] and one.year[1] <= event.end]
    if event.fact.type != "sign" or len(row) < 2:
        return False
    for cluster in row:
        place = cluster.year or (event.start, event.end)
        time = next((one for one in scene.times if one.start <= place[0] < one.end), None)
        act = next(acts_of(scene, event, cluster.parties))
        when = time.fact.when if time and time.fact.when and time.fact.when.precision == "year" else None
        span = scene.page.span(*place)
        cluster.acts.append(replace(act, spans=(span,), party="", when=when, when_at=span if when else None))
    return True


def _acted_on(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> Cluster | None:
    """The agreement an act is done with: named in the clause nearest the trigger, else just before it."""
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    at = place[0] if place else event.start
    inside = [
        (abs(one.head[0] - at), number)
        for number, cluster in enumerate(clusters)
        for one in cluster.names
        if one.start < event.end and event.start < one.end
    ]
    if inside:
        return clusters[min(inside)[1]]
    if not ACTS[event.fact.type].alone:
        return None
    a, b = scene.sentence(at)
    start, _ = scene.paragraph(at)
    near = [(abs(one.head[0] - at), n) for n, c in enumerate(clusters) for one in c.names if a <= one.start < b]
    near = near or [
        (at - one.head[0], n)
        for n, c in enumerate(clusters)
        for one in c.names
        if start <= one.start < at and not c.year
    ]
    return clusters[min(near)[1]] if near else None


def _succeed(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> None:
    """ "A replaces B": B's years or name become predecessors of A."""
    a, b = scene.sentence(event.start)
    new = [c for c in clusters if not c.year and any(a <= one.start < b for one in c.names)]
    home = new[0] if new else max((c for c in clusters if not c.year), key=lambda c: len(c.names), default=None)
    if home is None:
        return
    for old in clusters:
        if old is home or not any(a <= one.start < b for one in old.names):
            continue
        place = old.year or (old.names[0].start, old.names[0].end)
        home.predecessors.append((" ".join(scene.page.value[slice(*place)].split()), scene.page.span(*place)))
        old.parties = old.parties or list(home.parties)


# -- the fact --------------------------------------------------------------------------------------

_STAGES = {
    "negotiated": "expected",
    "initialled": "expected",
    "signed": "signed",
    "approved": "approved",
    "ratified": "ratified",
    "instruments_exchanged": "ratified",
    "deposited": "ratified",
    "acceded": "ratified",
    "provisionally_applied": "in_force",
    "in_force": "in_force",
    "extended": "extended",
    "suspended": "suspended",
    "resumed": "in_force",
    "denounced": "ended",
    "terminated": "ended",
}


def _treaty(scene: Scene, cluster: Cluster, *, main: bool) -> Treaty:
    value, span = scene.page.value, scene.page.span
    names = [" ".join(value[one.start : one.end].split()) for one in cluster.names]
    spans = tuple(dict.fromkeys(span(one.start, one.end) for one in cluster.names))
    return Treaty(
        spans=spans,
        by="agreement named by its year" if cluster.year else "names of an agreement",
        names=tuple(dict.fromkeys(names)),
        instrument=cluster.kind,
        parties=_folded(scene, cluster.parties),
        acts=tuple(dict.fromkeys(cluster.acts)),
        provisions=tuple(dict.fromkeys(cluster.provisions)),
        predecessors=tuple(dict.fromkeys(cluster.predecessors)),
        status="signed" if cluster.year and not cluster.acts else _status(cluster.acts),
        main=main,
    )


def _folded(scene: Scene, names: list[str]) -> tuple[str, ...]:
    """Parties with a capital folded into its state, where the article names both."""
    codes = {
        one.fact.refers_to or one.fact.name: one.fact.country
        for one in scene.mentions
        if one.fact.kind in ("GPE", "NORP")
    }
    return tuple(dict.fromkeys(state_name(scene, codes[name]) if codes.get(name) else name for name in names))


def _status(acts: list[Act]) -> str:
    """The last stage that happened in this article's words; "expected" while nothing did."""
    order = list(dict.fromkeys(_STAGES.values()))
    done = [_STAGES[act.act] for act in acts if act.standing in ("happened", "under way", "claimed")]
    return max(done, key=order.index, default="expected" if acts else "")
