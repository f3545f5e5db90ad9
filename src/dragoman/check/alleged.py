"""Is it an allegation: does somebody tell it of another party, accuse, or stay without a name?

A ministry that tells of its government's aid, an election office of its count, a signatory of what the deal holds: a
report may tell that flat, and the source shows whose word it is. What Seoul says of the North, or an official without a
name of Kyiv, is theirs alone.
"""

from __future__ import annotations

from dragoman.check.case import Case, Line
from dragoman.compare.surfaces import folded
from dragoman.languages import language
from dragoman.languages.world import gazetteer
from dragoman.store.words import tokens

__all__ = ["alleged"]

_TELLING = 4  # letters from which a word of a description tells
_MANNERS = frozenset({"accuse", "claim"})  # of speech that takes a side


def alleged(case: Case, line: Line, told: Line, who: str) -> bool:
    """True when a claimant accuses, has no name, or is of another country than somebody the report's sentence names."""
    if len({word for word in tokens(who) if len(word) >= _TELLING} & {*tokens(line.text)}) > 1:
        return False  # "the interior ministry presumed": the report names whose word it is
    if not who or _nameless(told.language, who) or _accuses(case, told):
        return True
    own = _countries(case, told.source, who)
    return bool(own) and bool({case.who.country(one) for one in line.entities} - own - {""})


def _accuses(case: Case, told: Line) -> bool:
    """True when somebody accuses or claims in a sentence of a source."""
    quotes = case.quotes.get(told.source, [])
    return any(one.manner in _MANNERS and any(span.meets(told.span) for span in one.spans) for one in quotes)


def _countries(case: Case, source: str, who: str) -> set[str]:
    """The country of a claimant: a body's own, a person's by the office that some source gives him."""
    party = case.who.entity(source, who)
    found = {case.who.country(party)} - {""}
    entity = next((one for one in case.entities if one.id == party), None)
    if found or entity is None:
        return found
    for one in entity.mentions:
        role = one.role and gazetteer(case.view.language(one.source)).find(one.role)
        found |= {hit.thing.country or hit.thing.governs for hit in role or ()}
    return found - {""}


def _nameless(code: str, who: str) -> bool:
    """True for "a European official"."""
    first = folded(who).split()[:1]
    return bool(first) and first[0] in language(code).words("check", "indefinite")
