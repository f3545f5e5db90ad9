"""How the names in facts lead to entities, and capitals and people to the state they act for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.languages.world import gazetteer
from dragoman.records import Entity

__all__ = ["Parties"]


class Parties:
    """Looks up who a name in a fact of an article is; a name that no entity covers stays as written."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._by_id = {one.id: one for one in entities}
        self._of: dict[tuple[str, str], Entity] = {}
        for entity in entities:
            for one in entity.mentions:
                self._of.setdefault((one.source, one.refers_to or one.name), entity)
                self._of.setdefault((one.source, one.name), entity)
        self._state = _states(entities)
        self._country = {one.id: _country(one) for one in entities}

    def entity(self, source: str, name: str) -> str:
        """Entity.id of a name, the name itself when no entity has it."""
        found = self._of.get((source, name))
        return found.id if found else name

    def country(self, party: str) -> str:
        """The country code of an entity, "" when it has none."""
        return self._country.get(party, "")

    def state(self, party: str) -> str:
        """The state an entity stands or acts for: of its country, for capitals, governments and people in office."""
        return self._state.get(self.country(party), party)

    def side(self, party: str) -> str:
        """Who is a party: the state that a government or person acts for; a company or union stands for itself."""
        found = self._by_id.get(party)
        if found is not None and found.kind == "ORG" and not any(one.metonym_for for one in found.mentions):
            return party
        return self.state(party)

    def is_state(self, party: str) -> bool:
        """True for the entity of a state itself."""
        return party in self._state.values()

    def bears_state_name(self, party: str) -> bool:
        """True for what is called like its state: Kenya, not Nairobi, even where no article names Kenya."""
        found = self._by_id.get(party)
        return found is not None and _is_called(found, f"state:{_country(found)}")

    def kind(self, party: str) -> str:
        """The kind of an entity, "" for a bare name."""
        found = self._by_id.get(party)
        return found.kind if found else ""

    def name(self, party: str) -> str:
        """The name of an entity, the name as written when there is none."""
        found = self._by_id.get(party)
        return found.name if found else party


def _country(entity: Entity) -> str:
    """The country an entity belongs to: its own, else the one most of its mentions give."""
    if entity.country:
        return entity.country
    votes = Counter(one.country for one in entity.mentions if one.country)
    return min(votes, key=lambda code: (-votes[code], code)) if votes else ""


def _states(entities: Sequence[Entity]) -> dict[str, str]:
    """{country code: id of the state}: what bears its name, else the place of its demonyms, else the most mentioned."""
    found: dict[str, tuple[bool, int, int, str]] = {}
    for one in entities:
        code = _country(one)
        if one.kind != "GPE" or not code:
            continue
        people = sum(mention.form == "demonym" for mention in one.mentions)
        rank = (_is_called(one, f"state:{code}"), people, len(one.mentions), one.id)
        if code not in found or rank > found[code]:
            found[code] = rank
    return {code: rank[3] for code, rank in found.items()}


def _is_called(entity: Entity, key: str) -> bool:
    """True for an entity with a name of a state, in the language it is written in: Kenya, not Nairobi."""
    known = (gazetteer(code).known(name) for code, name in entity.names)
    return any(one is not None and one.key == key for one in known)
