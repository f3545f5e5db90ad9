"""Steps of those who went before, and of agreements named side by side.

"Nach Uganda und Ruanda hat auch Kenia den Vertrag ratifiziert": Uganda and Rwanda have done it, too; where a parse
tells who acts it has told them already. "Ratified the border treaty and an accord on water": both are ratified.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.read.acts import ACTS
from dragoman.read.gathering import Cluster
from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.records import Act, Event

__all__ = ["BEFORE", "side_by_side", "who_went_before"]

BEFORE = ", before "  # in `by` of a step of those who went before

_TOLD = frozenset({"happened", "claimed"})
_ARTICLE = 6  # characters of an article before the first name of a row: "dem "
_STOP = re.compile(r"[;:()«»“”\"\n]")


def who_went_before(scene: Scene, event: Placed[Event], made: list[Act]) -> Iterator[Act]:
    """The same step, without its day, by those whom "after X and Y" names before one who does it "too"."""
    words = vocabulary(scene.page.language)
    after, too = words.made("after_others"), words.made("too")
    if scene.page.doc is not None or after is None or too is None or len(made) != 1 or not made[0].party:
        return
    if not ACTS[event.fact.type].each or event.fact.standing not in _TOLD or made[0].body:
        return
    a, b = scene.sentence(event.start)
    a = scene.page.behind_dateline(a, event.end)
    opened = after.match(scene.page.value, a)
    if opened is None or not too.search(scene.page.value, opened.end(), min(b, event.end)):
        return
    joined, at = scene.page.language.once(RoleWords).joined, opened.end()
    for one in scene.mentions_in(at, b):
        gap = scene.page.value[at : one.start]
        near = len(gap) <= _ARTICLE if at == opened.end() else joined.fullmatch(gap) is not None
        name = one.fact.refers_to or one.fact.name
        if not near or one.fact.kind not in ("GPE", "ORG", "NORP") or name == made[0].party:
            return
        spans = (*made[0].spans, scene.page.span(one.start, one.end))
        by = f"{made[0].by}{BEFORE}{made[0].party}"
        yield replace(made[0], spans=spans, by=by, party=name, when=None, when_at=None)
        at = one.end


def side_by_side(scene: Scene, home: Cluster, event: Placed[Event], clusters: Sequence[Cluster]) -> list[Cluster]:
    """The agreements that "and" sets right beside the one an act is done with, in the same clause."""
    words = scene.page.language.once(RoleWords)
    places = [one for one in home.names if event.start <= one.start < event.end]
    limit = scene.sentence(event.start)[1]
    found = []
    for other in clusters:
        if other is home or other.year:
            continue
        for one in other.names:
            gaps = [scene.page.value[x.end : one.start] for x in places if x.end < one.start < limit]
            gaps += [
                scene.page.value[one.end : x.start] for x in places if event.start <= one.start < one.end < x.start
            ]
            near = [gap for gap in gaps if words.also.match(gap.lstrip()) and words.joined.fullmatch(gap)]
            if near and not _STOP.search(near[0]):
                found.append(other)
                break
    return found
