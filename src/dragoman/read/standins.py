"""Who acts where the clause has only a pronoun or "the two countries" for them: named only when the text is certain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.read.rolewords import Part, RoleWords, names_of
from dragoman.read.scene import Placed, Scene
from dragoman.records import Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["pair", "stand_in"]

_FEW = 16  # characters between a pronoun and its verb where no parse ties them: "он в среду подписал"
_BACK = 3  # sentences back in a paragraph to which a pronoun may point where those between name nobody
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass")


def stand_in(
    scene: Scene, words: RoleWords, token: Token | None, trigger: tuple[int, int], type: str, kind: str
) -> list[Part]:
    """The person whom "he signed" or "his visit" means: the only one the sentences before leave."""
    place = _by_parse(words, token, kind) if token is not None else _by_words(scene, words, trigger, kind)
    if place is None:
        return []
    who = _antecedent(scene, place[0])
    return [] if who is None else [Part("actor", Placed(place[0], place[1], who.fact), place[0])]


def _by_parse(words: RoleWords, token: Token | None, kind: str) -> tuple[int, int] | None:
    """Where the pronoun stands that is subject of a verb, or that a noun belongs to."""
    known = words.he if kind == "verb" else words.his
    if known is None or token is None:
        return None
    verb = token
    while kind == "verb" and verb.dep_ in ("conj", "xcomp") and not any(c.dep_ in _SUBJECTS for c in verb.children):
        verb = verb.head
    wanted = ("nsubj",) if kind == "verb" else ("poss", "det", "nmod:poss")
    for child in verb.children:
        if child.dep_ in wanted and known.fullmatch(child.lower_):
            return child.idx, child.idx + len(child)
    return None


def _by_words(scene: Scene, words: RoleWords, trigger: tuple[int, int], kind: str) -> tuple[int, int] | None:
    """The pronoun that stands right before a trigger, or right behind a verb: "подписал он"."""
    known = words.he if kind == "verb" else words.his
    if known is None:
        return None
    value = scene.page.value
    found = list(known.finditer(value, max(0, trigger[0] - _FEW), trigger[0]))
    if kind == "verb" and not found:
        behind = known.match(value, trigger[1] + 1)
        return behind.span() if behind else None
    if not found or any(mark in value[found[-1].end() : trigger[0]] for mark in '.,;:«“"'):
        return None
    return found[-1].span()


def _antecedent(scene: Scene, position: int) -> Placed[Mention] | None:
    """The one person that the nearest sentence before in the paragraph names; None when unsure."""
    first, _ = scene.paragraph(position)
    a, _ = scene.sentence(position)
    here = [one for one in scene.mentions_in(a, position) if one.fact.kind == "PER"]
    for _ in range(_BACK):
        if here or a <= first:
            break
        before, _ = scene.sentence(max(first, a - 2))
        here = [one for one in scene.mentions_in(max(first, before), a) if one.fact.kind == "PER"]
        a = min(before, a - 1)
    names = {names_of(one) for one in here}
    return here[0] if len(names) == 1 and here[0].fact.refers_to else None


def pair(
    scene: Scene, words: RoleWords, trigger: tuple[int, int], clause: tuple[int, int], seen: set[str]
) -> Iterator[Role]:
    """ "the two countries", "les deux dirigeants": the pair named last in the paragraph, else the pair most named."""
    for kind, cue in words.pairs.items():
        found = cue.search(scene.page.value, *clause)
        if found is None and kind == "PER":
            found = _again(scene, words, cue, clause)
        if found is None or seen or _is_in_relative(scene, words, trigger[1], found.start()):
            continue
        pairs = _pairs(scene, words, kind, 0, found.start())
        start, _ = scene.paragraph(found.start())
        near = [pair for pair in pairs if pair[0].start >= start]
        counts = Counter(names_of(one) for one in scene.mentions)
        last = near[-1] if near else max(pairs, key=lambda pair: sum(counts[names_of(one)] for one in pair), default=())
        for one in last:
            seen.add(names_of(one))
            yield Role(role="actor", name=names_of(one), at=scene.page.span(*found.span()))


def _pairs(scene: Scene, words: RoleWords, kind: str, a: int, b: int) -> list[tuple[Placed[Mention], Placed[Mention]]]:
    """Two of a kind that "and" joins, within a..b."""
    known = [one for one in scene.mentions if one.fact.kind == kind and a <= one.start and one.end <= b]
    return [
        (one, other)
        for one, other in pairwise(known)
        if names_of(one) != names_of(other) and words.joined.fullmatch(scene.page.value, one.end, other.start)
    ]


def _again(scene: Scene, words: RoleWords, cue: re.Pattern[str], clause: tuple[int, int]) -> re.Match[str] | None:
    """ "They had talked alone" right behind a sentence that tells of the two: two of whom nobody else is told."""
    found = words.pair_again.search(scene.page.value, *clause) if words.pair_again else None
    if found is None:
        return None
    first, _ = scene.paragraph(found.start())
    b, _ = scene.sentence(found.start())
    a = max(first, scene.sentence(max(first, b - 2))[0])
    if a >= b:
        return None
    others = {names_of(one) for one in scene.mentions_in(a, found.start()) if one.fact.kind == "PER"}
    pairs = _pairs(scene, words, "PER", a, b)
    told = cue.search(scene.page.value, a, b) is not None and not others
    return found if told or (len(pairs) == 1 and others == {names_of(one) for one in pairs[0]}) else None


def _is_in_relative(scene: Scene, words: RoleWords, end: int, at: int) -> bool:
    """True behind "that", where no parse ships: "ampliar el protocolo que | los dos líderes firmaron"."""
    if scene.page.doc is not None or at <= end or words.relative is None:
        return False
    return words.relative.search(scene.page.value, end, at) is not None
