"""Whether a name may mean an agreement that other names of the article mean: by topic, title, sides, day, kind."""

from __future__ import annotations

from functools import partial

from dragoman.read.namings import Naming
from dragoman.read.pactyears import Cluster
from dragoman.records import When

__all__ = ["ANY", "APART", "may_mean"]

#: Kinds that are not just another word for any agreement: a memorandum beside a treaty is a second paper.
_DISTINCT = frozenset(
    {"memorandum", "protocol", "convention", "declaration", "ceasefire", "contract", "charter", "annex", "programme"}
)
ANY = frozenset({"deal", "agreement", "accord", "document"})  # kinds that say nothing about the paper
APART = _DISTINCT - {"ceasefire", "contract"}  # papers that no treaty is called: "signed a declaration"
_SOLEMN = frozenset({"treaty", "pact", "convention", "charter"})
_LAWS = frozenset({"convention", "charter"})  # what "the treaty" may mean, named as known
_CODE = 2  # letters of a state's code


def may_mean(cluster: Cluster, one: Naming, when: When | None) -> bool:
    """True unless something tells the agreement of a name from the one gathered so far; `when`: its signature."""
    known = bool(one.proper) and one.proper == cluster.proper
    if cluster.year or (cluster.proper and one.proper and cluster.proper != one.proper):
        return False
    if not known and one.title and not one.title & cluster.title and (cluster.title or one.new):
        return False
    if when and cluster.signed and not when.meets(cluster.signed):
        return False
    if one.plural and not known and not one.topics & cluster.topics and not any(name.plural for name in cluster.names):
        return False  # "the bilateral treaties stay in force" beside one new treaty
    if not known and one.topics and cluster.topics and not one.topics & cluster.topics:
        return False
    if one.about and cluster.about and not one.about & cluster.about and not one.topics & cluster.topics:
        return False
    if one.compound and cluster.compound and not any(map(partial(_is_alike, one.compound), cluster.compound)):
        return False
    sides = cluster.sides | cluster.acted if one.partners else cluster.sides
    if len(one.sides) > 1 and len(sides) > 1 and not one.sides & sides and not cluster.headline:
        return False
    told = len(sides) > 1 or any(x.partners for x in cluster.names)
    if one.partners and told and not one.partners & sides and not cluster.headline:
        return False  # "the pact with the XY" beside "the treaty between Chad and Mali", or "with Chad"
    if _is_of_other_sides(cluster, one):
        return False  # "Benin ratified its own accord with the XY" beside "the accord between Chad and the XY"
    pair = len(one.sides) == len(sides) == len("AB")
    if one.partners and pair and one.sides != sides and not cluster.headline:
        return False  # "ratified its own accord with the XY" beside "the accord between Chad and the XY"
    if one.kind in _SOLEMN and one.proper and "ceasefire" in cluster.kinds and cluster.kinds <= ANY | {"ceasefire"}:
        return False  # "the Indus treaty" beside a truce
    if one.kind in _SOLEMN and cluster.kind in APART and one.kind not in cluster.kinds:
        return cluster.kind in _LAWS and not (one.new or one.proper or one.partners or one.topics or one.compound)
    if one.proper and not known and cluster.kind in APART - _LAWS and one.kind not in cluster.kinds:
        return False  # "the Geneva accord" beside a joint declaration
    if one.proper and not known and one.years and any(name.new and not name.plural for name in cluster.names):
        return False  # "the Geneva accord of 2013" beside "an accord" that is news
    if one.kind == "memorandum" and cluster.kinds <= ANY and cluster.kinds != {"document"}:
        dated = bool(when and cluster.signed and when == cluster.signed)
        brought_in = one.new or one.this or cluster.topics - one.topics  # "the memorandum" beside "a military accord"
        brought_in = brought_in or one.partners - cluster.sides - cluster.acted  # "the memorandum signed with Mali"
        return not brought_in or cluster.headline or dated  # "port deal" of a headline, "a memorandum" below
    return one.kind not in _DISTINCT or one.kind in cluster.kinds or cluster.kinds == {"document"}


def _is_of_other_sides(cluster: Cluster, one: Naming) -> bool:
    """True where a state acts on a name with one partner, and "between" gave the agreement others than these two."""
    whole = frozenset().union(*(x.partners for x in cluster.names if len(x.partners) > 1))
    actors = one.sides - one.partners
    states = {side for side in actors if len(side) == _CODE and side.isupper()}
    return bool(whole and one.partners and states) and not states & whole


def _is_alike(one: str, other: str) -> bool:
    """True for first parts of compounds that may tell of one paper: "Freihandels-" and "Handels-"."""
    return one in other or other in one
