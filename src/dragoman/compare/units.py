"""The things of each article, and how they are joined into things of the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.compare.abroad import everywhere
from dragoman.languages import language
from dragoman.languages.offices import head_of
from dragoman.languages.world import Thing, gazetteer
from dragoman.records import Mention, Reading

__all__ = ["Groups", "Unit", "units_of"]

_LONG = 4  # letters of a name that is looked up in the tables of other languages


@dataclass
class Unit:
    """All mentions of one thing in one article."""

    source: str
    language: str
    name: str  # Mention.refers_to
    mentions: list[Mention] = field(default_factory=list)
    key: str = ""
    kind: str = ""
    thing: Thing | None = None

    @property
    def order(self) -> tuple[str, str]:
        return self.name, self.source

    @property
    def described(self) -> bool:
        """True when the article only describes the person: "the Russian president"."""
        return all(mention.form in ("nominal", "pronoun") for mention in self.mentions)

    @property
    def said(self) -> str:
        """What is said of a person beside the name, most often."""
        roles = Counter(mention.role for mention in self.mentions if mention.role and mention.form == "name")
        return min(roles, key=lambda role: (-roles[role], role)) if roles else ""

    def offices(self) -> set[tuple[str, str]]:
        """(country, office) of a head of state or government that the article says this is."""
        if self.kind != "PER":
            return set()
        words = language(self.language)
        told = ((m.country, head_of(m.role, words)) for m in self.mentions if m.country and m.role)
        return {(country, office) for country, office in told if office}

    @property
    def home(self) -> str:
        """The country that the article says a body belongs to, "" where it does not tell or the tables know it."""
        if self.kind != "ORG" or self.thing is not None:
            return ""
        told = {mention.country for mention in self.mentions} - {""}
        return told.pop() if len(told) == 1 else ""

    def countries(self) -> set[str]:
        """Countries whose head of state or government the article says this is."""
        return {country for country, _ in self.offices()}


def units_of(readings: Iterable[Reading]) -> list[Unit]:
    """The things of every article, sorted so that no later step depends on the order of the readings."""
    found: dict[tuple[str, str], Unit] = {}
    for reading in readings:
        for mention in reading.of(Mention):
            name = mention.refers_to or mention.name
            unit = found.setdefault((mention.source, name), Unit(mention.source, reading.article.language, name))
            unit.mentions.append(mention)
    for unit in found.values():
        kinds = Counter(mention.kind for mention in unit.mentions if mention.kind != "NORP")
        unit.kind = min(kinds, key=lambda kind: (-kinds[kind], kind)) if kinds else "NORP"
        unit.thing = _thing(unit)
    return sorted(found.values(), key=lambda unit: unit.order)


def _thing(unit: Unit) -> Thing | None:
    """What the tables know a name to be: in its language, a place and a body in any."""
    if unit.kind == "PER":
        return None
    own = gazetteer(unit.language).known(unit.name)
    if own is not None or unit.kind not in ("GPE", "LOC", "ORG") or len(unit.name) < _LONG:
        return own
    abroad = everywhere(unit.name, unit.language)
    return abroad if abroad is not None and (abroad.kind == "ORG") == (unit.kind == "ORG") else None


class Groups:
    """Units joined into things, with the reasons; it refuses what an article keeps apart and bodies of two states."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self.home = {id(unit): [unit] for unit in units}
        self.why: dict[int, Counter[str]] = {id(unit): Counter() for unit in units}

    def group(self, unit: Unit) -> list[Unit]:
        """The units that are one thing with this one."""
        return self.home[id(unit)]

    def join(self, a: Unit, b: Unit, why: str, *, apart: bool = True) -> bool:
        """Make two units one thing; with `apart`, not where one article names both."""
        left, right = self.group(a), self.group(b)
        if left is right:
            return True
        homes = {unit.home for unit in (*left, *right)} - {""}
        if len(homes) > 1:
            return False
        if apart and {u.source for u in left} & {u.source for u in right}:
            return False
        left.extend(right)
        for unit in right:
            self.home[id(unit)] = left
        self.why[id(left[0])].update(self.why[id(right[0])])
        self.why[id(left[0])][why] += 1
        return True

    def all(self) -> list[list[Unit]]:
        """Every thing once."""
        return list({id(group): group for group in self.home.values()}.values())

    def reasons(self, group: list[Unit]) -> str:
        """Why these units are one thing, the most used reasons first."""
        total: Counter[str] = Counter()
        for unit in group:
            total.update(self.why[id(unit)])
        return "; ".join(sorted(total, key=lambda why: (-total[why], why))[:6])
