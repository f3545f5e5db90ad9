"""Mentions of all languages → Entity: one person, place or organisation over all articles; an overlay.

In three steps, each with its reason kept: what the world tables know is one thing; persons meet by their names' letters
and sounds, surnames alone and offices by being the only one; other names meet by equal words. No step looks at the
order of the readings, and no two things that one article tells apart are ever merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dragoman.compare.company import Company
from dragoman.compare.folding import Part, parts, same_person
from dragoman.compare.kinds import SURE, agree_on_kinds
from dragoman.compare.likely import likely
from dragoman.compare.naming import heads, proper
from dragoman.compare.overlay import entity_of, unique
from dragoman.compare.sameness import acronym, same_name
from dragoman.compare.units import Groups, Unit, units_of
from dragoman.languages import language
from dragoman.languages.offices import one_office
from dragoman.languages.spoken import given_names
from dragoman.records import Entity, Reading

__all__ = ["entities", "same_person"]

_NEAR = 0.8  # one slip of the pen, or one given name in two languages: needs company too
_LONE = ("MISC", "GPE", "LOC", "ORG")  # what a surname alone is taken for where the article tells no more of it
_TWO = 2  # letters of an acronym that says too little by itself
_WHOLE = {"GPE": "place", "LOC": "place", "FAC": "place", "NORP": "place", "ORG": "body", "MISC": "thing"}


def entities(readings: Sequence[Reading]) -> tuple[Entity, ...]:
    """One Entity a thing, in the order of their names; the same whatever the order of the readings."""
    units = units_of(readings)
    agree_on_kinds(units)
    groups = Groups(units)
    _by_table(units, groups)
    _by_name(units, groups)
    _by_likeness(units, groups)
    _persons(units, groups)
    return tuple(sorted(unique(entity_of(group, groups) for group in groups.all()), key=lambda one: (one.name, one.id)))


def _by_table(units: list[Unit], groups: Groups) -> None:
    """States, capitals, world organisations: one thing whatever the language calls it."""
    first: dict[str, Unit] = {}
    for unit in units:
        if unit.thing is not None:
            other = first.setdefault(unit.thing.key, unit)
            if other is not unit:
                groups.join(other, unit, f"known by several names in the tables ({unit.thing.key})", apart=False)


def _by_name(units: list[Unit], groups: Groups) -> None:
    """Names outside the tables: equal words without articles, in any script; treaties by their ideas."""
    first: dict[tuple[str, str], Unit] = {}
    for unit in units:
        if unit.thing is not None or unit.kind == "PER":
            continue
        for key in proper(unit.name, unit.kind, unit.language):
            other = first.setdefault((_WHOLE.get(unit.kind, unit.kind), key), unit)
            if other is not unit and (
                other.language != unit.language or not key[0].isupper() or _heads(other) == _heads(unit)
            ):
                same = "the same name" if other.name == unit.name else "the same words of the name"
                groups.join(
                    other, unit, f"{same}: {other.name} = {unit.name}" if other.name != unit.name else same, apart=False
                )


def _heads(unit: Unit) -> tuple[str, ...]:
    """The common nouns of a name: one language does not call one thing a daily and a corporation."""
    return heads(unit.name, unit.language)


def _by_likeness(units: list[Unit], groups: Groups) -> None:
    """Names outside the tables in other letters, cases and initials; an acronym of two bodies is joined to neither."""
    others = [unit for unit in units if unit.thing is None and unit.kind not in ("PER", "NORP", "MISC")]
    pairs = [pair for pair in _pairs(others) if pair[0] >= SURE and pair[2].name != pair[3].name]
    full: dict[str, set[int]] = defaultdict(set)
    for _, _, a, b in pairs:
        for short, long in ((a, b), (b, a)):
            if acronym(short.name) and not acronym(long.name):
                full[acronym(short.name)].add(id(groups.group(long)))
    for _, why, a, b in pairs:
        letters = {acronym(a.name), acronym(b.name)} - {""}
        if a.source != b.source and why.startswith("the initials") and len(min(letters)) == _TWO:
            continue  # GS, SZ: two letters are the initials of too many things
        if all(len(full[one]) < 2 for one in letters & set(full)):
            groups.join(a, b, f"{why}: {a.name} = {b.name}", apart=False)


def _persons(units: list[Unit], groups: Groups) -> None:
    """People: full names by letters and sound, then slips with company, surnames alone, and offices."""
    people = [unit for unit in units if unit.kind == "PER" and not unit.described]
    for unit in people:
        unit.key = unit.name
    whole = {id(u): parts(u.name) for u in people}
    full = [unit for unit in people if len(whole[id(unit)]) > 1]
    company = Company(units)
    for score, why, a, b in _pairs(full):
        if score >= SURE:
            groups.join(a, b, f"{why}: {a.name} = {b.name}" if a.name != b.name else why)
        elif company.meet(groups, a, b):
            groups.join(a, b, f"{why}, in the same company: {a.name} = {b.name}")
    last = {whole[id(unit)][-1].text for unit in full}
    lone = [u for u in units if u.kind in _LONE and u.thing is None and " " not in u.name and parts(u.name)]
    alone = [u for u in lone if (u.kind == "MISC" and _nominative(u)) or parts(u.name)[0].text in last]
    whole.update({id(u): parts(u.name) for u in alone})
    _short([u for u in people + alone if len(whole[id(u)]) == 1], full, whole, groups, company)
    _offices([u for u in units if u.kind == "PER" and u.described], people, groups)


def _pairs(units: list[Unit]) -> list[tuple[float, str, Unit, Unit]]:
    """Pairs of units whose names may be one thing's, the surest first; names that share nothing are never judged."""
    by_name: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in units:
        by_name[unit.name, unit.language].append(unit)
    found: list[tuple[float, str, Unit, Unit]] = []
    for same in by_name.values():
        found += [(1.0, "the same name", same[0], other) for other in same[1:]]
    for a, b in likely(by_name):
        one, other = by_name[a][0], by_name[b][0]
        score, why = same_name(
            one.name,
            other.name,
            kind=one.kind,
            other_kind=other.kind,
            hint=one.said,
            other_hint=other.said,
            languages=(one.language, other.language),
        )
        if score >= _NEAR:
            found += [(score, why, x, y) for x in by_name[a] for y in by_name[b]]
    return sorted(found, key=lambda pair: (-pair[0], pair[2].order, pair[3].order))


def _short(
    short: list[Unit], full: list[Unit], whole: dict[int, tuple[Part, ...]], groups: Groups, company: Company
) -> None:
    """A surname alone goes to the only person who bears it, where the articles share a third name; else to its like."""
    bearers: dict[str, list[Unit]] = defaultdict(list)
    spoken = {id(unit): whole[id(unit)][0].sounds | _nominative(unit) for unit in short}
    for unit in full:
        for part in _surnames(whole[id(unit)]):
            for sound in part.sounds:
                bearers[sound].append(unit)
    alike: dict[str, Unit] = {}
    for unit in short:
        heard = sorted(spoken[id(unit)])
        fitting = [one for sound in heard for one in bearers.get(sound, ())]
        homes = {id(groups.group(one)): one for one in fitting}
        if len(homes) == 1:
            home = next(iter(homes.values()))
            if company.shared(groups.group(home), unit):
                groups.join(home, unit, f"the only person of that name: {unit.name}")
        elif not homes:
            other = next((alike[sound] for sound in heard if sound in alike), None)
            if other is not None and company.shared(groups.group(other), unit):
                groups.join(other, unit, f"the same name alone: {unit.name}")
            for sound in heard:
                alike.setdefault(sound, unit)


def _surnames(whole: tuple[Part, ...]) -> set[Part]:
    """The parts of a full name that stand for it alone: the last, and a first one that is no given name."""
    return {whole[-1]} | ({whole[0]} - {part for part in whole if part.text in given_names()})


def _nominative(unit: Unit) -> frozenset[str]:
    """What a surname may sound like without its case ending, in languages that decline names: "Эрдогану"."""
    endings = language(unit.language).words("mentions", "case_endings")
    stem = next(
        (unit.name[: -len(end)] for end in sorted(endings, key=len, reverse=True) if unit.name.endswith(end)), ""
    )
    return parts(stem)[0].sounds if len(stem) > 3 and parts(stem) else frozenset()


def _offices(described: list[Unit], people: list[Unit], groups: Groups) -> None:
    """ "The Russian president" goes to the only person whom the story gives that office and country."""
    holders: dict[str, list[tuple[str, Unit]]] = defaultdict(list)
    for unit in people:
        for country, office in sorted(unit.offices()):
            holders[country].append((office, unit))
    for unit in described:
        offices = unit.offices()
        known = holders.get(next(iter(offices))[0], []) if len(offices) == 1 else []
        wanted = next((office for _, office in offices), "")
        fitting = {id(groups.group(one)): one for office, one in known if one_office(office, wanted)}
        others = {id(groups.group(one)) for _, one in known}
        if len(fitting) == 1 and (wanted != "any" or len(others) == 1):
            groups.join(next(iter(fitting.values())), unit, f"the only holder of that office: {unit.name}", apart=False)
