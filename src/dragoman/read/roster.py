"""The papers of an article looked over once its acts are known: names of one paper, sides told elsewhere, no sides.

"A deal" that nobody does anything with is the declaration that the two agreed on. "The two agreed on a declaration"
has its sides in the sentence before. Who is no side of a paper between others cannot end it: "declared it void".
"""

from __future__ import annotations

import re

from dragoman.read.doers import acting
from dragoman.read.pactyears import Cluster
from dragoman.read.rolewords import RoleWords
from dragoman.read.samepact import ANY, APART
from dragoman.read.scene import Placed, Scene
from dragoman.records import Act, Event, Mention

__all__ = ["is_no_side", "joined", "sides_told_before", "together_with"]

_MAKING = frozenset({"agree", "sign", "initial", "negotiate"})
_MADE = frozenset({"negotiated", "initialled", "signed"})
_ENDING = frozenset({"terminated", "denounced", "suspended", "withdrawn"})
_DONE = frozenset({"happened", "claimed", "under way"})
_PAIR = 2
_NEAR = 12  # characters between who agreed and the word: " sont ", " haben sich "
_STOP = re.compile(r"[,;:.()]")


def together_with(scene: Scene, event: Placed[Event]) -> list[str]:
    """With whom something was made: "Chad has concluded a pact with Mali", wherever "with Mali" stands."""
    if event.fact.type not in _MAKING or event.fact.standing not in _DONE:
        return []
    names = event.fact.names("recipient")
    return [name for name in names if _is_state(scene, name)]


def _is_state(scene: Scene, name: str) -> bool:
    return any(_called(one) == name and one.fact.kind == "GPE" for one in scene.mentions)


def _called(one: Placed[Mention]) -> str:
    return one.fact.refers_to or one.fact.name


def is_no_side(scene: Scene, home: Cluster, act: Act) -> bool:
    """True for the end of a paper told of a state that is none of the two or more sides its names give."""
    if act.act not in _ENDING or not act.party:
        return False
    given = {name for one in home.names if len(one.sides) >= _PAIR for name in one.sides}
    return bool(given) and not _codes(scene, [act.party]) & given


def _codes(scene: Scene, names: list[str]) -> set[str]:
    found = {one.fact.country or _called(one) for one in scene.mentions if _called(one) in names}
    return found | set(names)


def joined(scene: Scene, clusters: list[Cluster]) -> list[Cluster]:
    """The clusters with the one paper that is made taken together with the "deal" that nobody acts on."""
    made = [one for one in clusters if not one.year and not one.aside and any(act.act in _MADE for act in one.acts)]
    idle = [one for one in clusters if _is_idle(one)]
    if len(made) != 1 or len(idle) != 1 or made[0].kind not in APART or "memorandum" in made[0].kinds:
        return clusters
    (paper,), (deal,) = made, idle
    if deal.compound or _are_in_a_row(scene, paper, deal):
        return clusters
    if paper.sides and deal.sides and not paper.sides & deal.sides:
        return clusters
    if paper.topics and deal.topics and not paper.topics & deal.topics:
        return clusters
    paper.names = sorted([*paper.names, *deal.names], key=lambda one: one.start)
    paper.parties = list(dict.fromkeys([*paper.parties, *deal.parties]))
    paper.sides |= deal.sides
    paper.topics |= deal.topics
    return [one for one in clusters if one is not deal]


def _are_in_a_row(scene: Scene, one: Cluster, other: Cluster) -> bool:
    """True for "a fisheries accord and a joint declaration": two papers."""
    words = scene.page.language.once(RoleWords)
    pairs = [sorted(((a.start, a.end), (b.start, b.end))) for a in one.names for b in other.names]
    return any(words.joined.fullmatch(scene.page.value, first[1], second[0]) for first, second in pairs)


def _is_idle(one: Cluster) -> bool:
    plain = one.kinds <= ANY and not one.year and not one.aside and not one.proper and not one.title
    return plain and not one.acts and not one.provisions and not one.predecessors


def sides_told_before(scene: Scene, clusters: list[Cluster]) -> None:
    """Gives a paper that names nobody the states that agreed or signed last before it, where nothing lies between."""
    for cluster in clusters:
        if len(cluster.parties) >= _PAIR or cluster.year or cluster.aside or cluster.proper:
            continue
        first = next((one.start for one in cluster.names if not scene.aside(one.start)), None)
        if first is None:
            continue
        made = [event for event in scene.events if _makes(event) and _is_around(event, cluster)]
        if not cluster.parties:
            made += [event for event in scene.events if _makes(event) and event.end <= first]
        last = max(made, key=_start, default=None)
        sides = _who_made(scene, last) if last is not None else []
        others = [one for other in clusters if other is not cluster for one in other.names]
        if last is None or len(sides) < _PAIR or any(last.start <= one.start < max(first, last.end) for one in others):
            continue
        cluster.parties = sides
        cluster.sides |= _codes(scene, sides) - set(sides)


def _is_around(event: Placed[Event], cluster: Cluster) -> bool:
    """True for "the declaration that Chad and Mali agreed on": who does it stands beside the name."""
    return any(event.start <= one.start and one.end <= event.end for one in cluster.names)


def _who_made(scene: Scene, event: Placed[Event]) -> list[str]:
    """Who agreed or signed; else the states in a row before it: "les dirigeants du Tchad et du Mali sont convenus"."""
    found = acting(scene, event, states=True)
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    if len(found) >= _PAIR or place is None:
        return found
    start = scene.page.behind_dateline(event.start, place[0])
    words, at = scene.page.language.once(RoleWords), place[0]
    row: list[str] = []
    for one in reversed([one for one in scene.mentions_in(start, at) if one.fact.kind == "GPE"]):
        gap = scene.page.value[one.end : at]
        if not (words.joined.fullmatch(gap) if row else len(gap) <= _NEAR and not _STOP.search(gap)):
            break
        row.insert(0, _called(one))
        at = one.start
    return row if len(row) >= _PAIR else found


def _makes(event: Placed[Event]) -> bool:
    return event.fact.type in ("agree", "sign") and event.fact.standing in _DONE


def _start(event: Placed[Event]) -> int:
    return event.start
