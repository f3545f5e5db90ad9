"""Which articles of a pile tell one story, in any language, and why each is put where it is.

An article's profile depends on nothing but the article (profiles), stories are average linkage over profiles (linkage),
and two articles can only meet in a story when a chain of alike pairs joins them. So adding articles recomputes the
chains they touch and nothing else, and gives what a run over the whole pile would have given, in whatever order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from anyascii import anyascii

from dragoman.compare.linkage import attached, bridged, linked
from dragoman.compare.nearness import similarity
from dragoman.compare.profiles import Profile, Table, joined, profiles, traits
from dragoman.compare.reasons import why
from dragoman.compare.roundups import Passage, passages
from dragoman.models import Encoder
from dragoman.records import Article, digest

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Assignment", "Group", "Grouping", "group", "settled", "slugs"]

#: Likeness from which articles are one story: swept .22-.36 on 167 English articles of 34 events (best .28) and on
#: 1,119 articles in nine languages (best .28); one value for both, flat from .27 to .29.
SAME = 0.28
_ROWS = 250  # rows compared with the whole pile at once: bounds memory


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """An article, or a passage of it, in a story, and why it is there."""

    source: str
    name: str
    why: str
    passage: Passage | None = None  # None: the whole article
    thin: bool = False  # too short to tell what it is about


@dataclass(frozen=True, kw_only=True)
class Group:
    """The articles of one story, by the name of their files."""

    id: str
    title: str  # headline of the article most like the others
    members: tuple[Assignment, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The articles, each once."""
        return tuple(dict.fromkeys(one.source for one in self.members))


def group(articles: Iterable[Article], *, encoder: Encoder | None) -> tuple[Group, ...]:
    """A pile split into stories, the largest first; the same whatever the order of the articles."""
    return Grouping().add(articles, encoder=encoder).groups()


def settled(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The stories, with what is too short to tell put with the only story there is; several stay as they are."""
    told = [one for one in groups if not all(member.thin for member in one.members)]
    if len(told) > 1 or len(groups) < 2:
        return tuple(groups)
    home = (told or list(groups))[0]
    stray = [member for one in groups if one is not home for member in one.members]
    placed = [replace(one, why="too short to tell what it is about; put with the only story") for one in stray]
    return (replace(home, members=tuple(sorted((*home.members, *placed), key=lambda one: one.name))),)


@dataclass(frozen=True)
class Grouping:
    """A pile that can grow: profiles, which of them are alike, and the label of each unit."""

    table: Table | None = None
    near: Mapping[str, frozenset[str]] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)  # unit → unit whose name its group bears
    articles: Mapping[str, Article] = field(default_factory=dict)
    parts: Mapping[str, Passage] = field(default_factory=dict)

    def add(self, articles: Iterable[Article], *, encoder: Encoder | None) -> Grouping:
        """This pile with more articles; those it has already are left alone."""
        fresh = {one.source: one for one in articles if one.source not in self.articles}
        if not fresh:
            return self
        made: list[Profile] = []
        parts = dict(self.parts)
        for source in sorted(fresh):
            for unit, passage in _units(fresh[source]):
                made.append(unit)
                if passage is not None:
                    parts[unit.id] = passage
        table = joined(self.table, profiles(sorted(made, key=lambda one: one.id), encoder))
        near, new = _near(table, {one.id for one in made}, self.near)
        labels = _labels(table, near, new, self.labels)
        return Grouping(table, near, labels, {**self.articles, **fresh}, parts)

    def groups(self) -> tuple[Group, ...]:
        """The stories, the largest first."""
        if self.table is None:
            return ()
        index = {one.id: at for at, one in enumerate(self.table.profiles)}
        members: dict[str, list[str]] = defaultdict(list)
        for unit, label in _settled(self.labels, self.table).items():
            members[label].append(unit)
        made = [self._group(self.table.rows([index[unit] for unit in sorted(units)])) for units in members.values()]
        return tuple(sorted(made, key=lambda one: (-len(one.members), one.members[0].name, one.id)))

    def _group(self, table: Table) -> Group:
        alike = similarity(table, table)
        sums = [float(row.sum()) for row in alike]
        middle = max(range(len(sums)), key=lambda at: (round(sums[at], 3), table.profiles[at].id))
        members = [self._assigned(table, alike[at], at) for at in range(len(table.profiles))]
        founder = min(table.profiles, key=lambda one: (one.day or 10**7, one.id))
        return Group(
            id=digest("story", founder.id),
            title=_headline(self.articles[table.profiles[middle].source], self.parts.get(table.profiles[middle].id)),
            members=tuple(sorted(members, key=lambda one: (one.name, one.passage.start if one.passage else 0))),
        )

    def _assigned(self, table: Table, row: Sequence[float], at: int) -> Assignment:
        one = table.profiles[at]
        told = why(table, row, at, self.articles[one.source])
        return Assignment(source=one.source, name=one.name, why=told, passage=self.parts.get(one.id), thin=one.thin)


def _units(article: Article) -> Iterator[tuple[Profile, Passage | None]]:
    """What is grouped of an article: the whole, or the passages of a round-up."""
    parts = passages(article)
    if not parts:
        yield traits(article), None
    for number, part in enumerate(parts):
        yield traits(article, start=part.start, end=part.end, id=f"{article.source}#{number}"), part


def _near(
    table: Table, fresh: set[str], known: Mapping[str, frozenset[str]]
) -> tuple[dict[str, frozenset[str]], set[str]]:
    """{unit: units alike enough to it}, and the units whose neighbours changed."""
    import numpy as np

    ids = [one.id for one in table.profiles]
    found: dict[str, set[str]] = {unit: set(known.get(unit, ())) for unit in ids}
    rows = [at for at, unit in enumerate(ids) if unit in fresh]
    changed = set(fresh)
    for start in range(0, len(rows), _ROWS):
        block = rows[start : start + _ROWS]
        first = block[0] if len(rows) == len(ids) else 0  # two of a new pile need be compared once
        alike = similarity(table.rows(block), table.since(first))
        for at, other in np.argwhere(alike >= SAME):
            one, two = ids[block[at]], ids[first + other]
            if one != two:
                found[one].add(two)
                found[two].add(one)
                changed.add(two)
    return {unit: frozenset(others) for unit, others in found.items()}, changed


def _labels(
    table: Table, near: Mapping[str, frozenset[str]], changed: set[str], known: Mapping[str, str]
) -> dict[str, str]:
    """Every unit's label; only chains that hold a changed unit are worked out again."""
    index = {one.id: at for at, one in enumerate(table.profiles)}
    labels, done = dict(known), set()
    for unit in sorted(changed):
        if unit in done:
            continue
        chain = _chain(unit, near)
        done |= chain
        ids = sorted(chain)
        part = table.rows([index[one] for one in ids])
        alike = _whole(part)
        open_days = {at for at, one in enumerate(part.profiles) if not one.day}
        groups = bridged(alike, attached(alike, linked(alike, SAME), SAME), SAME, open_days)
        for one, label in zip(ids, groups, strict=True):
            labels[one] = ids[label]
    return labels


def _whole(table: Table) -> np.ndarray[Any, Any]:
    """How alike every two units of a chain are, worked out a few rows at a time."""
    import numpy as np

    size = len(table.profiles)
    alike = np.empty((size, size), dtype=np.float32)
    for start in range(0, size, _ROWS):
        rows = range(start, min(start + _ROWS, size))
        alike[start : start + _ROWS, start:] = similarity(table.rows(rows), table.since(start))
        alike[start:, start : start + _ROWS] = alike[start : start + _ROWS, start:].T
    return alike


def _chain(unit: str, near: Mapping[str, frozenset[str]]) -> set[str]:
    """All units that alike pairs lead to."""
    seen, waiting = {unit}, [unit]
    while waiting:
        for other in near[waiting.pop()]:
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def _settled(labels: Mapping[str, str], table: Table) -> dict[str, str]:
    """The labels without stray passages: one that nothing else is like goes where most of its article went."""
    source = {one.id: one.source for one in table.profiles}
    company: dict[str, set[str]] = defaultdict(set)
    for unit, label in labels.items():
        company[label].add(source[unit])
    homes: dict[str, list[str]] = defaultdict(list)
    for unit, label in sorted(labels.items()):
        homes[source[unit]].append(label)
    settled = {}
    for unit, label in labels.items():
        met = [one for one in homes[source[unit]] if len(company[one]) > 1]
        if len(company[label]) > 1:
            settled[unit] = label
        elif not met:  # no passage of this article met another article: it stays whole, a story of its own
            settled[unit] = min(homes[source[unit]])
    return settled


def _headline(article: Article, passage: Passage | None) -> str:
    """The headline of an article or passage, else its first words."""
    value = article.text.value
    place = article.text.find(article.title.start, article.title.end) if article.title and passage is None else None
    words = value[slice(*place)] if place else value[passage.start if passage else 0 :][:400].strip().split("\n")[0]
    return " ".join(words.split())[:120]


_UNFIT = re.compile(r"[^a-z0-9]+")
_SLUG = 60  # characters; cut at a word


def slugs(groups: Sequence[Group]) -> dict[str, str]:
    """{story: a name for its folder}, made of the headline and unlike any other."""
    taken: dict[str, str] = {}
    for one in groups:
        words = _UNFIT.sub("-", anyascii(one.title).lower()).strip("-")
        short = words if len(words) <= _SLUG else words[:_SLUG].rsplit("-", 1)[0]
        name = short or "story"
        taken[one.id] = name if name not in taken.values() else f"{name}-{one.id[:8]}"
    return taken
