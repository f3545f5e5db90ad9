"""Who only seems to act, where no parse tells: named behind the verb, beside "between", as whose paper it is."""

from __future__ import annotations

from dragoman.read.rolewords import Part, RoleWords
from dragoman.read.scene import Scene

__all__ = ["between", "without_late", "without_owners"]

_PAPER = 24  # characters before a name in which the noun of a paper may stand


def between(scene: Scene, words: RoleWords, found: list[Part], trigger: tuple[int, int]) -> list[Part]:
    """The parts of a noun; those whom "between" names behind it act, nobody before it: "praised the deal between …"."""
    behind = [one.start for one in found if one.role == "actor" and one.start >= trigger[1]]
    lead = scene.page.value[trigger[1] : min(behind)] if behind else ""
    if not words.between or not words.between.search(lead):
        return found
    return [one for one in found if one.role != "actor" or one.start >= trigger[1]]


def without_owners(scene: Scene, words: RoleWords, found: list[Part]) -> list[Part]:
    """The parts without whose paper it is, where somebody else acts: "Конвенцию ООН | Россия покидать не намерена"."""
    if words.papers is None or sum(one.role == "actor" for one in found) < 2:
        return found
    leads = [(one, scene.page.value[max(0, one.place.start - _PAPER) : one.place.start]) for one in found]
    owners = [
        one
        for one, lead in leads
        if one.role == "actor" and any(not lead[paper.end() :].strip() for paper in words.papers.finditer(lead))
    ]
    acting = [one for one in found if one.role == "actor"]
    pairs = ((one, other) for one in owners for other in acting if other.start > one.place.end)
    if any(words.joined.fullmatch(scene.page.value, one.place.end, other.start) for one, other in pairs):
        return found  # "договор Чили и Перу подписали": both
    return found if len(owners) > 1 else [one for one in found if one not in owners]


def without_late(found: list[Part], trigger: tuple[int, int]) -> list[Part]:
    """The parts without those behind a verb that seem to act, where somebody before it acts."""
    acts = any(one.role == "actor" and one.place.end <= trigger[0] for one in found)
    return [one for one in found if not (acts and one.role == "actor" and one.start >= trigger[1])]
