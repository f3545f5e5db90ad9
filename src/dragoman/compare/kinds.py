"""What kind of thing a name is, where articles differ: a parser's guess in one gives way to what the others say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from dragoman.compare.alike import same_person
from dragoman.compare.likely import likely
from dragoman.compare.naming import heads
from dragoman.compare.units import Unit
from dragoman.languages.spoken import parts
from dragoman.languages.world import fold

__all__ = ["SURE", "agree_on_kinds"]

SURE = 0.94  # the same letters or sounds; name_bench: 1 wrong merge of persons at this score
_GUESSED = ("ORG", "GPE", "LOC", "FAC", "MISC")
_TOLD = ("ORG", "GPE", "LOC", "FAC")
_LONG = 6  # letters of one word from which an equal sound in two languages is one name: "Покровск", "Pokrovsk"
_MOST = 4  # parts of a person's name


def agree_on_kinds(units: Sequence[Unit]) -> None:
    """Give units of one name one kind: a person where another article has that person, else what most say."""
    _persons(units)
    _unknown(units)
    named: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.thing is None and (unit.kind in _GUESSED or _lone(unit)):
            named[fold(unit.name)].append(unit)
    for same in named.values():
        kinds: Counter[str] = Counter()
        for unit in same:
            kinds[unit.kind] += len(unit.mentions)
        told = [kind for kind in kinds if kind not in ("MISC", "PER")]
        if len(kinds) > 1 and told:
            best = min(told, key=lambda kind: (-kinds[kind], kind))
            for unit in same:
                unit.kind = best


def _unknown(units: Sequence[Unit]) -> None:
    """One word whose kind an article does not tell is what articles in other languages say of the same sound."""
    told = [unit for unit in units if unit.kind in _TOLD and unit.thing is None and len(unit.name) >= _LONG]
    doubtful = [unit for unit in units if unit.kind == "MISC" and unit.thing is None and len(unit.name) >= _LONG]
    doubtful = [unit for unit in doubtful if " " not in unit.name]
    if not told or not doubtful:
        return
    heard: dict[str, set[str]] = defaultdict(set)
    for unit in told:
        whole = parts(unit.name)
        for sound in whole[0].sounds if len(whole) == 1 else ():
            heard[sound].add(unit.kind)
    for unit in doubtful:
        kinds = set().union(*(heard.get(sound, ()) for part in parts(unit.name) for sound in part.sounds))
        if len(kinds) == 1:
            unit.kind = kinds.pop()


def _lone(unit: Unit) -> bool:
    """True for one word that an article takes for a person without a title or a fuller name."""
    return unit.kind == "PER" and not unit.described and " " not in unit.name.strip() and not unit.said


def _persons(units: Sequence[Unit]) -> None:
    """Full names that sound like a person of another article are that person's, not a body's or a place's."""
    people = {(u.name, u.language) for u in units if u.kind == "PER" and not u.described and len(parts(u.name)) > 1}
    doubtful: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.thing is None and unit.kind in _GUESSED and _may_be_person(unit):
            doubtful[unit.name, unit.language].append(unit)
    if not doubtful:
        return
    for a, b in likely(people | doubtful.keys()):
        for one, other in ((a, b), (b, a)):
            if one in doubtful and other in people and same_person(one[0], other[0])[0] >= SURE:
                for unit in doubtful[one]:
                    unit.kind = "PER"
    for name in people & doubtful.keys():
        for unit in doubtful[name]:
            unit.kind = "PER"


def _may_be_person(unit: Unit) -> bool:
    """True for two to four words without a noun that bodies and places are named by."""
    words = unit.name.split()
    whole = 1 < len(parts(unit.name)) <= _MOST and words[0][:1].isupper() and words[-1][:1].isupper()
    return whole and not heads(unit.name, unit.language)
