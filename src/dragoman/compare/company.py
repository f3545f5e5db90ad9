"""The company a name keeps: what else its article names, which tells whose surname stands there alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dragoman.compare.folding import parts
from dragoman.compare.units import Groups, Unit

__all__ = ["Company"]

_NEAR = 3  # shared names that make a slip of the pen believable
_STATES = 2  # shared states that count as much as one shared name of any other kind: all world news names some


class Company:
    """The other things each article names, by table key or by the sound of surnames."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._of: dict[str, set[str]] = defaultdict(set)
        for unit in units:
            self._of[unit.source] |= _keys(unit)

    def shared(self, group: Sequence[Unit], unit: Unit) -> bool:
        """True when an article of the group and the unit's name a third thing that tells."""
        own = {key for one in (*group, unit) for key in _keys(one)}
        for source in {one.source for one in group}:
            both = (self._of[source] & self._of[unit.source]) - own
            states = {key for key in both if key.startswith("state:")}
            if both - states or len(states) >= _STATES:
                return True
        return False

    def meet(self, groups: Groups, a: Unit, b: Unit) -> bool:
        """True when two nearly equal names stand in the same company, and no office keeps them apart."""
        left, right = ({c for u in groups.group(one) for c in u.countries()} for one in (a, b))
        if left and right and not left & right:
            return False
        shared = (self._of[a.source] & self._of[b.source]) - _keys(a) - _keys(b)
        return bool(left & right) or len(shared) >= _NEAR


def _keys(unit: Unit) -> set[str]:
    """A thing of the tables by its key, a person by the sound of the surname, others by their name."""
    if unit.thing is not None:
        return {unit.thing.key}
    if unit.kind == "PER" and parts(unit.name):
        return {f"person {min(parts(unit.name)[-1].sounds)}"}
    return {unit.name} if unit.kind in ("ORG", "LAW", "FAC", "GPE", "LOC", "EVENT") else set()
