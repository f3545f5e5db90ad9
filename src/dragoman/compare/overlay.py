"""What is shown of one thing: its name, its names by language, its kind, its roles and why its mentions are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dragoman.compare.folding import parts
from dragoman.compare.units import Groups, Unit
from dragoman.languages.world import Thing, gazetteer
from dragoman.records import Entity, digest

__all__ = ["entity_of", "unique"]

_LETTERS = 6  # of the longest acronyms
_OTHERS = ("fr", "es", "de")  # a name that these share with English is of no language
_LATIN = 0x370  # where Greek begins, and after it the other scripts
_FULL = 2  # parts of a full name of a person


def entity_of(group: list[Unit], groups: Groups) -> Entity:
    """The overlay of one thing."""
    units = sorted(group, key=lambda unit: unit.order)
    mentions = sorted((m for unit in units for m in unit.mentions), key=lambda m: (m.source, m.start, m.end))
    thing = next((unit.thing for unit in units if unit.thing is not None), None)
    kind = thing.kind if thing else _kind(units)
    name = _name(units)
    roles = Counter(m.role for m in mentions if m.role and m.form == "name")
    countries = Counter(m.country for m in mentions if m.country)
    country = thing.country if thing else (min(countries, key=lambda c: (-countries[c], c)) if countries else "")
    return Entity(
        id=digest(kind, thing.key if thing else sorted({unit.name for unit in units})[0]),
        kind=kind,
        name=name,
        names=_names(units),
        mentions=tuple(mentions),
        country=country,
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))),
        why=groups.reasons(units),
    )


def _kind(units: list[Unit]) -> str:
    kinds: Counter[str] = Counter()
    for unit in units:
        kinds[unit.kind] += len(unit.mentions)
    kinds = Counter({kind: kinds[kind] for kind in kinds if kind not in ("NORP", "MISC")}) or kinds
    return min(kinds, key=lambda kind: (-kinds[kind], kind)) if kinds else "NORP"


def _name(units: list[Unit]) -> str:
    """The most used full name in English, else what the tables call it in English, else in the language used most.

    Latin letters come before others, for whoever reads the dossier; a surname where there is no more.
    """
    named = [unit for unit in units if not unit.described] or units
    thing = next((unit.thing for unit in units if unit.thing is not None), None)
    english = _english(thing) if thing else ""
    if english and not any(unit.language == "en" and not unit.name.isupper() for unit in named):
        return english
    full = max(min(len(parts(unit.name)), _FULL) for unit in named)
    if any(unit.kind == "PER" for unit in units):
        named = [unit for unit in named if min(len(parts(unit.name)), _FULL) == full]
    weight: Counter[tuple[bool, str]] = Counter()
    for unit in named:
        weight[not _latin(unit.name), unit.language] += len(unit.mentions)
    foreign, best = min(weight, key=lambda key: (key[1] != "en", key[0], -weight[key], key[1]))
    names: Counter[str] = Counter()
    for unit in named:
        if unit.language == best and _latin(unit.name) != foreign:
            names[unit.name] += len(unit.mentions)
    usual = gazetteer(best).name(thing.key) if thing else ""
    most = min(max(len(parts(name)) for name in names), _FULL)
    return min(names, key=lambda name: (len(parts(name)) < most, _shouted(name), -names[name], name != usual, name))


def _latin(name: str) -> bool:
    """True for a name in letters that a reader of English can read."""
    return all(ord(one) < _LATIN or not one.isalpha() for one in name)


def _shouted(name: str) -> bool:
    """True for a name in capitals as datelines have it: "BRUSSELS", not "NATO"."""
    return name.isupper() and len(name) > _LETTERS


def _english(thing: Thing) -> str:
    """What the tables call a thing in English, "" where they have one name for every language."""
    words = gazetteer("en")
    name = words.name(thing.key)
    if not _latin(name) or all(gazetteer(code).name(thing.key) == name for code in _OTHERS):
        return ""
    letters = name.upper()
    return letters if len(letters) <= _LETTERS and words.known(letters) == thing and thing.kind == "ORG" else name


def _names(units: list[Unit]) -> tuple[tuple[str, str], ...]:
    """(language, form), the most frequent first."""
    forms: Counter[tuple[str, str]] = Counter()
    for unit in units:
        for mention in unit.mentions:
            if mention.form in ("name", "acronym"):
                forms[unit.language, mention.name] += 1
    forms = forms or Counter((unit.language, unit.name) for unit in units)
    return tuple(sorted(forms, key=lambda form: (-forms[form], form)))


def unique(made: Iterable[Entity]) -> list[Entity]:
    """Entities whose ids differ even where two things bear one name."""
    by_id: dict[str, list[Entity]] = defaultdict(list)
    for one in made:
        by_id[one.id].append(one)
    return [
        one
        if len(same) == 1
        else replace(one, id=digest(one.id, sorted((m.source, m.refers_to) for m in one.mentions)))
        for same in by_id.values()
        for one in same
    ]
