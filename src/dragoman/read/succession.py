"""Agreements that replace others: "A replaces B" makes B a predecessor of A."""

from __future__ import annotations

from dataclasses import replace

from dragoman.read.acts import acts_of
from dragoman.read.pactyears import Cluster
from dragoman.read.scene import Placed, Scene
from dragoman.records import Act, Event

__all__ = ["succeed"]


def succeed(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> None:
    """ "A replaces B": B's years or name become predecessors of A."""
    if event.fact.standing in ("denied", "cancelled"):
        return
    a, b = scene.sentence(event.start)
    new = [c for c in clusters if not c.year and any(a <= one.start < b for one in c.names)]
    if all(_is_after(scene, event, cluster) for cluster in new):  # "It was signed in May and replaces a pact"
        new = []
    known = [c for c in clusters if not c.year and not _is_after(scene, event, c)]
    home = new[0] if new else max(known, key=lambda c: len(c.names), default=None)
    if home is None:
        return
    replaced = [one for one in clusters if one is not home and any(a <= name.start < b for name in one.names)]
    for old in replaced:
        place = old.year or (old.names[0].start, old.names[0].end)
        home.predecessors.append((" ".join(scene.page.value[slice(*place)].split()), scene.page.span(*place)))
        old.parties = old.parties or list(home.parties)
        if not old.year or (len(replaced) == 1 and old.names[0].start < old.year[0]):
            old.acts += (_without_year(scene, old, act) for act in acts_of(scene, event))


def _without_year(scene: Scene, old: Cluster, act: Act) -> Act:
    """The step without the year that only names what is replaced: "replaces the treaty of 1990"."""
    place = scene.page.article.text.find(act.when_at.start, act.when_at.end) if act.when_at else None
    named = place is not None and old.year is not None and place[0] <= old.year[0] and old.year[1] <= place[1]
    return replace(act, when=None, when_at=None) if named else act


def _is_after(scene: Scene, event: Placed[Event], cluster: Cluster) -> bool:
    """True for an agreement that is first named behind the word for replacing, in its sentence."""
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    return place is not None and place[1] <= cluster.names[0].start < scene.sentence(event.start)[1]
