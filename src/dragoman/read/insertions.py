"""Commas that end no clause: around a day, around a credit, inside the name of a paper, behind who opens a sentence."""

from __future__ import annotations

import re

from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Scene

__all__ = ["commas"]

_CREDIT = 48  # characters of whom a credit names: "nach Angaben des Ministers"


def commas(scene: Scene, according: re.Pattern[str] | None, a: int, b: int, *, behind_subject: bool) -> set[int]:
    """Where the commas between a and b stand that part no clause from another."""
    found = _inserted(scene, a, b) | _in_names(scene, a, b)
    found |= _credited(according, scene.page.value, a, b) if according else set()
    return found | (_behind_subject(scene, a, b) if behind_subject else set())


def _inserted(scene: Scene, a: int, b: int) -> set[int]:
    """Where the commas around a day stand, and in it: "hat am Freitag, 9. Mai, unterzeichnet"."""
    value, found = scene.page.value, set[int]()
    for one in scene.times_in(a, b):
        within = {place for place in range(one.start, one.end) if value[place] == ","}
        before = {one.start - 2} if value[one.start - 2 : one.start] == ", " else within
        found |= within | (before | {one.end} if before and value[one.end : one.end + 1] == "," else set())
    return found


def _credited(according: re.Pattern[str], value: str, a: int, b: int) -> set[int]:
    """Where the commas around a credit stand: "Договор, по словам министра, Россия покидать не намерена"."""
    found = set[int]()
    for one in according.finditer(value, a, b):
        end = value.find(",", one.end(), min(b, one.end() + _CREDIT))
        if value[one.start() - 2 : one.start()] == ", " and end >= 0:
            found |= {one.start() - 2, end}
    return found


def _in_names(scene: Scene, a: int, b: int) -> set[int]:
    """Where commas stand inside the name of a paper: "Договор о дружбе, сотрудничестве и партнёрстве"."""
    words = vocabulary(scene.page.language)
    if words.head is None or words.tail is None:
        return set()
    heads = (one.end() for one in words.head.finditer(scene.page.value, a, b))
    tails = (found for end in heads if (found := words.tail.match(scene.page.value, end, b)))
    return {at for one in tails for at in range(*one.span()) if scene.page.value[at] == ","}


def _behind_subject(scene: Scene, a: int, b: int) -> set[int]:
    """Where the comma stands that a language sets behind who opens a sentence: "Türkiye, … imzaladı"."""
    joined, at, found = scene.page.language.once(RoleWords).joined, a, set[int]()
    for one in scene.mentions_in(a, b):
        gap = scene.page.value[at : one.start]
        if gap.strip() and not joined.fullmatch(gap):
            break
        at = one.end
        found |= {at} if scene.page.value[at : at + 1] == "," else set()
    return found
