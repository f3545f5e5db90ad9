"""What tells an agreement from one gathered before though nothing contradicts: sides and words of its own.

"They signed a fisheries pact. The contract with Peru …": Peru was not spoken of when the pact was named, so it is no
side of it. "A deal on the use of the port" behind "a military pact" brings words of its own, and is brought in as new.
"""

from __future__ import annotations

import re

from dragoman.read.namings import Naming
from dragoman.read.pactwords import vocabulary
from dragoman.read.pactyears import Cluster
from dragoman.read.scene import Placed, Scene
from dragoman.records import Mention

__all__ = ["is_told_apart"]

_SIDES = frozenset({"GPE", "ORG", "NORP"})
_LONG = re.compile(r"[^\W\d_]{4,}")
_STEM = 5  # letters of a word that its cases share
_ABOUT = 40  # characters behind "on" that say what a new agreement is about
_STOP = re.compile(r"[,;:.()«»“”\"\n]")
_LEAD = 16  # characters before a name in which "their own" may stand
_PAIR = 2


def is_told_apart(scene: Scene, cluster: Cluster, one: Naming) -> bool:
    """True where the sides or the words of a name are none of the agreement gathered so far."""
    if scene.aside(one.start):
        return False
    return (
        _is_with_somebody_else(scene, cluster, one)
        or _is_of_another_owner(scene, cluster, one)
        or _is_brought_in_with_its_own_words(scene, cluster, one)
        or _is_one_beside_many(cluster, one)
    )


def _told(scene: Scene, cluster: Cluster) -> list[Naming]:
    return [name for name in cluster.names if not scene.aside(name.start)]


def _is_with_somebody_else(scene: Scene, cluster: Cluster, one: Naming) -> bool:
    """True where "with X" names a side of which nothing was said when the agreement was told."""
    if not one.partners:
        return False
    told = _told(scene, cluster)
    if not told:
        owned = [name for name in cluster.names if _is_owned(scene, name)]
        heads = {_code(x) for name in owned for x in _sides(scene, *scene.sentence(name.start))}
        return len(heads) >= _PAIR and not one.partners & heads  # "Chad and Mali close to their deal", in a headline
    floor = scene.sentence(one.start)[0]
    if told[-1].start >= floor or one.partners & (cluster.sides | cluster.acted):
        return False
    known = {_code(x) for x in _sides(scene, 0, floor)}
    return not one.partners & known


def _is_of_another_owner(scene: Scene, cluster: Cluster, one: Naming) -> bool:
    """True for "their accords with X" of states that were not spoken of when the agreement was told."""
    a, _ = scene.sentence(one.start)
    told = _told(scene, cluster)
    if not told or told[-1].start >= a or not _is_owned(scene, one):
        return False
    owners = {_code(x) for x in _sides(scene, a, one.start)} - one.partners
    known = {_code(x) for x in _sides(scene, 0, a)} | cluster.sides | cluster.acted
    return bool(owners) and not owners & known


def _is_owned(scene: Scene, one: Naming) -> bool:
    """True where "their" or "its" stands in the name or right before it."""
    its, a = vocabulary(scene.page.language).made("its"), scene.sentence(one.start)[0]
    before = re.findall(r"[\w']+", scene.page.value[max(a, one.start - _LEAD) : one.start])
    lead = [*before[-1:], *re.findall(r"[\w']+", scene.page.value[one.start : one.head[0]])]
    return its is not None and any(its.fullmatch(word) for word in lead)


def _is_brought_in_with_its_own_words(scene: Scene, cluster: Cluster, one: Naming) -> bool:
    """True for "a deal on water" behind "a military pact": new, and no word or topic of it was there before."""
    words = vocabulary(scene.page.language)
    first = scene.page.value[one.start : one.head[0]].split()
    if not first or first[0].lower() not in words.indefinite or one.plural:
        return False
    predicate, (a, _) = words.made("predicate"), scene.sentence(one.start)
    if predicate and predicate.search(scene.page.value, a, one.start):
        return False
    told = _told(scene, cluster)
    own = _own_words(scene, one)
    known = frozenset().union(*(_own_words(scene, name) for name in told))
    topics = frozenset().union(*(name.topics for name in told))
    return bool(own and known) and not own & known and not one.topics & topics


def _own_words(scene: Scene, one: Naming) -> frozenset[str]:
    """How the words of a name begin that say which agreement it is, and those behind "on"."""
    words = vocabulary(scene.page.language)
    judging, about = words.made("judging"), words.made("about")
    value, end = scene.page.value, one.end
    behind = about.match(value, end + 1) if about else None
    if behind is not None:
        stop = _STOP.search(value, behind.end(), behind.end() + _ABOUT)
        end = stop.start() if stop else behind.end() + _ABOUT
    parts = (value[one.start : one.head[0]], value[one.head[1] : end])
    found = {word for part in parts for word in _LONG.findall(part) if not (judging and judging.fullmatch(word))}
    named = {word for x in _sides(scene, one.start, end) for word in _LONG.findall(x.fact.name)}
    kept = {word.casefold()[:_STEM] for word in found - named if not _is_small(words.the, word)}
    return frozenset(kept | ({one.compound[:_STEM]} if one.compound else set()))


def _is_small(the: re.Pattern[str] | None, word: str) -> bool:
    return the is not None and the.fullmatch(word) is not None


def _is_one_beside_many(cluster: Cluster, one: Naming) -> bool:
    """True for one new agreement behind several that were only named together: "denounced its accords. A pact …"."""
    return one.new and not one.plural and bool(cluster.names) and all(name.plural for name in cluster.names)


def _sides(scene: Scene, a: int, b: int) -> list[Placed[Mention]]:
    return [x for x in scene.mentions_in(a, b) if x.fact.kind in _SIDES]


def _code(one: Placed[Mention]) -> str:
    return one.fact.country or one.fact.refers_to or one.fact.name
