"""Is it the same speaker? Told only where both sides name somebody: not knowing is no accusation."""

from __future__ import annotations

from dragoman.check.case import Case
from dragoman.compare.folding import same_person
from dragoman.compare.surfaces import folded

__all__ = ["agree"]

_SURE = 0.8  # as in compare/entities.py: one slip of the pen


def agree(case: Case, mine: str | None, source: str, theirs: str | None) -> bool | None:
    """True for one speaker, False for two, None where it cannot be told."""
    if not mine or not theirs:
        return None
    who = case.who
    one, other = who.entity(case.report.source.id, mine), who.entity(source, theirs)
    if one == other or _alike(who.name(one), who.name(other)):
        return True
    people = [who.kind(party) == "PER" for party in (one, other)]
    if all(people):
        return False
    countries = who.country(one), who.country(other)
    if all(countries):
        return None if countries[0] == countries[1] and any(people) else countries[0] == countries[1]
    if not who.kind(one) or not who.kind(other):  # a description that leads to nobody: "a senior official"
        return None
    return None if any(people) else False


def _alike(one: str, other: str) -> bool:
    mine, theirs = folded(one).split(), folded(other).split()
    if mine and theirs and (set(mine) <= set(theirs) or set(theirs) <= set(mine)):
        return True
    return same_person(one, other)[0] >= _SURE
