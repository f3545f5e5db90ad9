"""What people decided, laid over what was read: no fact and no rule's answer is changed in place, all of it is undone.

A target is exact words in a source, so a decision survives better rules: it holds for whatever fact has these words.
A decision whose words no fact has any more stays in the list and is named in `idle`, never dropped in silence.

    merge(A, B)   one entity      split(A)  the mentions of A's name in its article apart     rename(A) = value
    reject(fact)  left out        date(article) = value      set-aside(finding)      accept, annotate: shown beside it
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.records import Correction, Entity, Fact, Finding, Mention, Reading, Source, Target, digest
from dragoman.spans import Span

__all__ = ["Overlay", "in_force", "target"]

_SHOWN = 32  # characters before the words that a target keeps to tell equal words apart


def target(source: Source, span: Span) -> Target:
    """The words of a span as a target, with what stands before them."""
    before = source.text[max(0, span.start - _SHOWN) : span.start]
    return Target(source=source.id, exact=source.slice(span), prefix=before)


def in_force(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those that nobody undid, in the order they were made; an undoing can itself be undone."""
    every = tuple(corrections)
    undone: set[str] = set()
    for one in reversed(every):
        if one.verdict == "undo" and one.id not in undone:
            undone.add(one.value)
    return tuple(one for one in every if one.verdict != "undo" and one.id not in undone)


class Overlay:
    """Corrections in force, ready to be laid over a story in the making."""

    def __init__(self, corrections: Iterable[Correction], sources: Iterable[Source]) -> None:
        self.sources = {source.id: source for source in sources}
        self.corrections = tuple(one for one in in_force(corrections) if self._here(one))
        self.used: set[str] = set()

    def _here(self, one: Correction) -> bool:
        return any(target.source in self.sources for target in one.targets)

    @property
    def idle(self) -> tuple[Correction, ...]:
        """Corrections that met nothing: their words are no longer read as such a fact."""
        return tuple(one for one in self.corrections if one.id not in self.used)

    def _of(self, *verdicts: str) -> list[Correction]:
        return [one for one in self.corrections if one.verdict in verdicts]

    def _meets(self, target: Target, span: Span) -> bool:
        """True when these are the target's words at the target's place."""
        if target.source != span.source or span.source not in self.sources:
            return False
        source = self.sources[span.source]
        if source.slice(span) != target.exact:
            return False
        return not target.prefix or source.text[max(0, span.start - _SHOWN) : span.start].endswith(target.prefix)

    # -- articles and facts ----------------------------------------------------------------------

    def source(self, source: Source) -> Source:
        """A source with the date that somebody gave it, before it is read: its relative dates count from there."""
        for one in self._of("date"):
            if any(target.source == source.id for target in one.targets):
                self.used.add(one.id)
                basis = f"set by {one.by or 'somebody'}" + (f": {one.why}" if one.why else "")
                given = {**dict(source.meta), "date": one.value, "date_basis": basis}
                source = replace(source, meta=tuple(sorted(given.items())))
        return source

    def readings(self, readings: Sequence[Reading]) -> list[Reading]:
        """Articles without the facts people rejected."""
        return [self._reading(reading) for reading in readings]

    def _reading(self, reading: Reading) -> Reading:
        rejected = [one for one in self._of("reject") if one.about not in ("entity", "article", "finding")]
        facts = tuple(fact for fact in reading.facts if not any(self._is(one, fact) for one in rejected))
        return replace(reading, facts=facts)

    def _is(self, one: Correction, fact: Fact) -> bool:
        if one.about and one.about != type(fact).__name__.lower():
            return False
        met = any(self._meets(target, span) for target in one.targets for span in (fact.hull, *fact.spans))
        if met:
            self.used.add(one.id)
        return met

    # -- entities --------------------------------------------------------------------------------

    def entities(self, entities: Sequence[Entity]) -> tuple[Entity, ...]:
        """Entities merged, split and renamed as people decided, in the order they decided it."""
        made = list(entities)
        for one in self._of("merge", "split", "rename"):
            made = {"merge": self._merged, "split": self._split, "rename": self._renamed}[one.verdict](made, one)
        return tuple(sorted(made, key=lambda entity: (entity.name, entity.id)))

    def _bearers(self, entities: list[Entity], one: Correction) -> list[Entity]:
        """The entities of the targets, in the order of the targets."""
        found: list[Entity] = []
        for target in one.targets:
            found += [
                entity
                for entity in entities
                if entity not in found and any(self._meets(target, m.hull) for m in entity.mentions)
            ]
        return found

    def _merged(self, entities: list[Entity], one: Correction) -> list[Entity]:
        bearers = self._bearers(entities, one)
        if len(bearers) < 2:
            return entities
        self.used.add(one.id)
        first = bearers[0]
        forms = Counter(form for entity in bearers for form in entity.names)
        whole = replace(
            first,
            names=tuple(forms),
            mentions=_ordered(m for entity in bearers for m in entity.mentions),
            country=next((entity.country for entity in bearers if entity.country), ""),
            roles=tuple(dict.fromkeys(role for entity in bearers for role in entity.roles)),
            why=_why(first.why, f"{' = '.join(entity.name for entity in bearers)}, merged", one),
        )
        return [whole, *(entity for entity in entities if entity not in bearers)]

    def _split(self, entities: list[Entity], one: Correction) -> list[Entity]:
        """The target's name in the target's article becomes a thing of its own."""
        for entity in self._bearers(entities, one):
            names = {(m.source, m.refers_to) for m in entity.mentions for t in one.targets if self._meets(t, m.hull)}
            apart = [m for m in entity.mentions if (m.source, m.refers_to) in names]
            if len(apart) == len(entity.mentions):
                continue
            self.used.add(one.id)
            entities = [other for other in entities if other is not entity]
            entities += [
                self._part(entity, [m for m in entity.mentions if m not in apart], one, "the rest"),
                replace(self._part(entity, apart, one, "set apart"), id=digest(entity.id, one.id)),
            ]
        return entities

    def _part(self, entity: Entity, mentions: list[Mention], one: Correction, what: str) -> Entity:
        written = {m.name for m in mentions}
        names = tuple(form for form in entity.names if form[1] in written)
        name = entity.name if entity.name in {form for _, form in names} else (names[0][1] if names else entity.name)
        return replace(entity, name=name, names=names, mentions=_ordered(mentions), why=_why(entity.why, what, one))

    def _renamed(self, entities: list[Entity], one: Correction) -> list[Entity]:
        bearers = self._bearers(entities, one)
        if bearers:
            self.used.add(one.id)
        return [
            replace(entity, name=one.value, why=_why(entity.why, f"renamed from {entity.name}", one))
            if entity in bearers
            else entity
            for entity in entities
        ]

    # -- findings --------------------------------------------------------------------------------

    def findings(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Findings, those that somebody set aside marked as such with the reason; none is left out."""
        return tuple(self._finding(finding) for finding in findings)

    def _finding(self, finding: Finding) -> Finding:
        for one in self._of("set-aside"):
            if all(any(self._meets(target, span) for span in finding.spans) for target in one.targets):
                self.used.add(one.id)
                return replace(finding, severity="set aside", why=_why(finding.why, "set aside", one))
        return finding


def _ordered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda m: (m.source, m.start, m.end)))


def _why(before: str, what: str, one: Correction) -> str:
    who = f"{what} by {one.by or 'somebody'}" + (f" on {one.at[:10]}" if one.at else "")
    return "; ".join(part for part in (before, who + (f": {one.why}" if one.why else "")) if part)
