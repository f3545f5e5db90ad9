"""Agreements of many: accessions, and those whose parties are counted and not named: "all 30 allies".

Who is named there has taken a step, ratified it for instance; the agreement is not between those who are named.
"""

from __future__ import annotations

from dragoman.read.gathering import Cluster
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Scene

__all__ = ["among", "is_accession"]

_TWO = 2  # sides that a name gives: then it is between those, whoever else ratifies it


def is_accession(scene: Scene, cluster: Cluster) -> bool:
    """True for an agreement that a name of its own calls an accession: "accession protocol"."""
    cue = vocabulary(scene.page.language).made("accession", inside=True)
    if cue is None or _is_between(cluster):
        return False
    return any(cue.search(scene.page.value, one.start, one.end) for one in cluster.names)


def among(scene: Scene, cluster: Cluster) -> tuple[str, ...]:
    """The parties that are counted and not named, as written; none where the names tell between whom it is.

    The members of a body that is a party itself are no further parties.
    """
    cue = vocabulary(scene.page.language).made("counted")
    if cue is None or _is_between(cluster):
        return ()
    counted = dict.fromkeys(act.party for act in cluster.acts if act.body and act.body == act.party)
    own = [name for name in cluster.parties if name]
    return tuple(one for one in counted if cue.fullmatch(one) and not any(name in one for name in own))


def _is_between(cluster: Cluster) -> bool:
    return any(len(one.partners) >= _TWO or (one.partners and len(one.sides) >= _TWO) for one in cluster.names)
