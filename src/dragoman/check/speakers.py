"""Is it the same speaker? Told only where both sides tell enough: not knowing is no accusation."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.check.case import Case
from dragoman.compare.folding import same_person
from dragoman.compare.surfaces import folded
from dragoman.languages import language
from dragoman.spans import Span

__all__ = ["agree"]

_SURE = 0.8  # as in compare/entities.py: one slip of the pen


def agree(case: Case, mine: str | None, source: str, theirs: str | None, at: Span | None = None) -> bool | None:
    """True for one speaker, False for two, None where it cannot be told; `at` is where the source names its own.

    A person and a body or country are two when no sentence of the sources names both: a spokesman is named beside whom
    he speaks for. Somebody whom the source leaves unnamed ("a senior official") is nobody's name.
    """
    if not mine or not theirs:
        return None
    who = case.who
    one, other = who.entity(case.report.source.id, mine), who.entity(source, theirs)
    if one == other or _alike(who.name(one), who.name(other)):
        return True
    if who.kind(other) == "PER":
        return _person_and(case, other, [one]) if who.kind(one) != "PER" else False
    if who.kind(one) == "PER":
        if not who.kind(other) and _unnamed(case, source, theirs):
            return False
        parties = [other] if who.kind(other) else sorted(case.view.article(source).entities(at)) if at else []
        return _person_and(case, one, parties) if parties else None
    if not who.kind(one):
        return None
    parties = [other] if who.kind(other) else sorted(case.view.article(source).entities(at)) if at else []
    answers = [_one_country(case, one, party) for party in parties]
    return False if answers and all(answer is False for answer in answers) else True if True in answers else None


def _person_and(case: Case, person: str, parties: Iterable[str]) -> bool | None:
    """False when a person has nothing to do with these bodies or countries, None when he may speak for one."""
    known = [party for party in parties if case.who.kind(party)]
    if not known or any(case.beside(person, party) for party in known):
        return None
    mine = case.who.country(person)
    return None if mine and any(case.who.country(party) == mine for party in known) else False


def _one_country(case: Case, one: str, other: str) -> bool | None:
    countries = case.who.country(one), case.who.country(other)
    if all(countries):
        return countries[0] == countries[1]
    return None


def _unnamed(case: Case, source: str, words: str) -> bool:
    """True for a description that leaves the speaker unnamed: "a European diplomat"."""
    first = folded(words).split()[:1]
    return bool(first) and first[0] in language(case.view.language(source)).words("check", "indefinite")


def _alike(one: str, other: str) -> bool:
    mine, theirs = folded(one).split(), folded(other).split()
    if mine and theirs and (set(mine) <= set(theirs) or set(theirs) <= set(mine)):
        return True
    return same_person(one, other)[0] >= _SURE
