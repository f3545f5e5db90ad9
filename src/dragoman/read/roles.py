"""Who takes which part in an act: by grammar where a parse ships, else by the words before a mention.

Position and prepositions (before the trigger: actor; "to", "on", "against": recipient; "in": place; "by": actor;
"between": both actors); a passive turns the sides. With a parse, subject, object and agent are taken from it, and a
subject that stands with a governing verb is found there ("accused X of sending": X).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.read.bygrammar import by_grammar
from dragoman.read.byside import belongs, by_words, fitted, is_passive, joined_to
from dragoman.read.bystanders import is_beside, is_with, one_person, stands_by, tellers_in
from dragoman.read.rolewords import ACTORS, PLACES, TOGETHER, TOWARDS, Part, RoleWords, names_of
from dragoman.read.scene import Scene
from dragoman.read.subjects import far_subject, listed_before, opening_body, outside, right_before, turned_round
from dragoman.records import Role

if TYPE_CHECKING:
    pass

__all__ = ["roles"]

_OF = 12  # characters between a noun and whose act it names: "withdrawal of the", "retrait de l'"


def roles(scene: Scene, trigger: tuple[int, int], clause: tuple[int, int], type: str, kind: str) -> Iterator[Role]:
    """The parts that mentions of a clause take in the act named by its trigger."""
    words = scene.page.language.once(RoleWords)
    token = scene.head(*trigger)
    turned = kind == "verb" and is_passive(scene, words, trigger, clause)
    before: tuple[int, str] | None = None
    found: list[Part] = []
    tellers, aside = tellers_in(scene, trigger, clause), set[str]()
    for place in scene.mentions_in(*clause):
        if place.fact.kind not in ACTORS or (place.start < trigger[1] and trigger[0] < place.end):
            continue
        if any(a <= place.start and place.end <= b for a, b in tellers):
            continue
        if names_of(place) in aside or stands_by(scene, words, place):
            aside.add(names_of(place))
            continue
        if token is None and belongs(scene, words, place):
            continue
        role, start, end = by_grammar(scene, place, token, type) if token is not None else (None, place.start, -1)
        if role == "":
            continue
        if role is None:
            role = joined_to(words, scene, before, place) or by_words(
                words, scene, place, start, trigger, clause, type, kind, turned
            )
        if role == "actor" and place.end <= trigger[0] and is_beside(scene, words, place):
            role = "place"
        if role == "actor" and type in TOGETHER and is_with(scene, words, place):
            role = "recipient"
        before = (place.end, role) if role != "place" or place.end > trigger[0] else None
        near = kind == "noun" and 0 <= place.start - trigger[1] < _OF
        role = fitted(role, place.fact, type, near=near)
        if role in ("source", ""):
            continue
        found.append(Part(role, place, start, end))
    found = turned_round(scene, words, trigger, type, kind, found)
    if not turned and not any(part.role == "actor" for part in found):
        found += outside(scene, words, token, type, kind, found)
    if kind == "verb" and not turned and not any(part.role == "actor" for part in found):
        found += far_subject(scene, words, trigger, clause) or right_before(scene, words, trigger)
    if (
        kind == "verb"
        and token is None
        and not turned
        and all(part.start < trigger[0] for part in found if part.role == "actor")
    ):
        found += opening_body(scene, words, trigger, clause, found)
    found = [*listed_before(scene, words, clause, found), *found]
    yield from _each_once(scene, one_person(scene, words, found), type)
    yield from _pair(scene, words, clause, {names_of(part.place) for part in found})


def _each_once(scene: Scene, found: list[Part], type: str) -> Iterator[Role]:
    """Every participant once; where a person visits, countries are where."""
    seen: set[str] = set()
    visited = type in TOWARDS and any(one.role == "actor" and one.place.fact.kind == "PER" for one in found)
    for one in found:
        end = max(one.end, one.place.end)
        whole = one.start < one.place.start or end > one.place.end
        name = " ".join(scene.page.value[one.start : end].split()) if whole else names_of(one.place)
        role = "place" if visited and one.role == "actor" and one.place.fact.kind in PLACES else one.role
        if name not in seen:
            seen.add(name)
            yield Role(role=role, name=name, at=scene.page.span(one.start, end))


def _pair(scene: Scene, words: RoleWords, clause: tuple[int, int], seen: set[str]) -> Iterator[Role]:
    """ "the two countries", "les deux dirigeants": the pair named last in the paragraph, else the pair most named."""
    for kind, cue in words.pairs.items():
        found = cue.search(scene.page.value, *clause)
        if found is None or seen:
            continue
        known = [one for one in scene.mentions if one.fact.kind == kind and one.end <= found.start()]
        pairs = [
            (one, other)
            for one, other in pairwise(known)
            if names_of(one) != names_of(other) and words.joined.fullmatch(scene.page.value, one.end, other.start)
        ]
        start, _ = scene.paragraph(found.start())
        near = [pair for pair in pairs if pair[0].start >= start]
        counts = Counter(names_of(one) for one in scene.mentions)
        last = near[-1] if near else max(pairs, key=lambda pair: sum(counts[names_of(one)] for one in pair), default=())
        for one in last:
            seen.add(names_of(one))
            yield Role(role="actor", name=names_of(one), at=scene.page.span(*found.span()))
