"""Agreements that replace others: "A replaces B" makes B a predecessor of A."""

from __future__ import annotations

from dragoman.read.acts import acts_of
from dragoman.read.pactyears import Cluster
from dragoman.read.scene import Placed, Scene
from dragoman.records import Event

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
    for old in clusters:
        if old is home or not any(a <= one.start < b for one in old.names):
            continue
        place = old.year or (old.names[0].start, old.names[0].end)
        home.predecessors.append((" ".join(scene.page.value[slice(*place)].split()), scene.page.span(*place)))
        old.parties = old.parties or list(home.parties)
        if not old.year:
            old.acts += acts_of(scene, event)


def _is_after(scene: Scene, event: Placed[Event], cluster: Cluster) -> bool:
    """True for an agreement that is first named behind the word for replacing, in its sentence."""
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    return place is not None and place[1] <= cluster.names[0].start < scene.sentence(event.start)[1]
