"""Is it the same speaker? Told only where both sides tell enough: not knowing is no accusation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.check.case import Case
from dragoman.check.heard import sounded
from dragoman.compare.folding import same_person
from dragoman.compare.surfaces import folded
from dragoman.languages import Language, language
from dragoman.records import Mention
from dragoman.spans import Span
from dragoman.store.words import latin, tokens

__all__ = ["agree", "alike"]

_MAYBE = 0.5  # from here two names may still be one person's
NAME = re.compile(r"[^\W\d_a-zа-я][\w'’.-]+(?: (?:[^\W\d_a-zа-я][\w'’.-]*|d[aeio]s?|von|van|al))+")  # Helen Marsh
_SURE = 0.8  # as in compare/entities.py: one slip of the pen


def agree(case: Case, mine: str | None, source: str, theirs: str | None, at: Span | None = None) -> bool | None:
    """True for one speaker, False for two, None where it cannot be told; `at` is where the source names its own.

    A person and a body or country are two when no sentence of the sources names both: a spokesman is named beside whom
    he speaks for. Somebody whom the source leaves unnamed ("a senior official") is nobody's name.
    """
    if not mine or not theirs:
        return None
    who = case.who
    one, other = who.entity(case.report.source.id, mine), who.entity(source, theirs)
    if one == other or alike(who.name(one), who.name(other)) or alike(mine, theirs) or _heard(mine, theirs):
        return True
    sides = _side(case.report.article.language, mine), _side(case.view.language(source), theirs)
    if all(sides):
        return sides[0] == sides[1]
    if mine.islower():  # "a senior official" of the report may be anybody's description
        return None
    if not who.kind(other) and _person(case, one, mine):
        return _described(case, mine, source, theirs, at)
    if who.kind(other) == "PER":
        return _person_and(case, other, [one]) if not _person(case, one, mine) else False
    if who.kind(one) == "PER":
        return _person_and(case, one, [other])
    if not who.kind(one):
        return None
    parties = [other] if who.kind(other) else sorted(case.view.article(source).entities(at)) if at else []
    answers = [_one_country(case, one, party) for party in parties]
    return False if answers and all(answer is False for answer in answers) else True if True in answers else None


def _side(code: str, words: str) -> str:
    """Which of the unnamed givers of figures some words mean, "" for none or for a name: police, organisers."""
    if not words[:1].islower():
        return ""
    told, table = set(folded(words).split()), language(code).table("check", "sides")
    return next((side for side, forms in table.items() if told & {folded(one) for one in forms}), "")


def _person(case: Case, party: str, words: str) -> bool:
    """True for a person, or for words that are written like a person's whole name."""
    return case.who.kind(party) == "PER" or (not case.who.kind(party) and NAME.fullmatch(words) is not None)


def _described(case: Case, mine: str, source: str, theirs: str, at: Span | None) -> bool | None:
    """A person of the report, and words of the source that lead to nobody known.

    Two where the words are another name, leave the speaker unnamed, or tell no office in an article that never names
    the person; a body named in them speaks through people that are named beside it.
    """
    if NAME.fullmatch(theirs):
        return None if same_person(mine, theirs)[0] >= _MAYBE else False
    if _unnamed(case, source, theirs):
        return False
    words = language(case.view.language(source))
    offices = _held(words, theirs)
    if offices:
        if _may_hold(case, mine, source, offices):
            return None
        parties = sorted(case.view.article(source).entities(at)) if at else []
        return _person_and(case, case.who.entity(case.report.source.id, mine), parties)
    return None if _in_article(case, mine, source) else False


def _in_article(case: Case, name: str, source: str) -> bool:
    """True when an article has the last word of a name."""
    number = next(i for i, one in enumerate(case.shelf.sources) if one.id == source)
    return any(number in case.shelf.postings.get(word, ()) for word in [*tokens(name), *latin(name)][-1:])


def _may_hold(case: Case, mine: str, source: str, offices: frozenset[str]) -> bool:
    """True when an article names a person, gives these offices to nobody else, and nobody gives the person others.

    "Le président français" may be Macron where the article has him and no other president.
    """
    people = [one for one in case.view.article(source).reading.of(Mention) if one.kind == "PER" and one.form == "name"]
    others = [
        one
        for one in people
        if not alike(mine, one.name) and offices & _held(language(case.view.language(source)), one.role)
    ]
    if others or not _in_article(case, mine, source):
        return False
    own = case.who.entity(case.report.source.id, mine)
    entity = next((one for one in case.entities if one.id == own), None)
    roles = [(case.view.language(one.source), one.role) for one in (entity.mentions if entity else ()) if one.role]
    return not roles or any(offices & _held(language(code), role) for code, role in roles)


def _held(words: Language, role: str) -> frozenset[str]:
    """The offices that some words may mean."""
    low = role.lower()
    return frozenset(key for key, forms in words.table("check", "offices").items() if any(one in low for one in forms))


def _person_and(case: Case, person: str, parties: Iterable[str]) -> bool | None:
    """False when a person has nothing to do with these bodies or countries, None when he may speak for one."""
    known = [party for party in parties if case.who.kind(party)]
    if not known or any(case.beside(person, party) for party in known):
        return None
    mine = case.who.country(person)
    return None if mine and any(case.who.country(party) == mine for party in known) else False


def _one_country(case: Case, one: str, other: str) -> bool | None:
    countries = case.who.country(one), case.who.country(other)
    if all(countries):
        return countries[0] == countries[1]
    return None


def _unnamed(case: Case, source: str, words: str) -> bool:
    """True for a description that leaves the speaker unnamed: "a European diplomat"."""
    first = folded(words).split()[:1]
    return bool(first) and first[0] in language(case.view.language(source)).words("check", "indefinite")


def _heard(one: str, other: str) -> bool:
    """True for a surname alone that sounds like the other's: "Netanjahu", "Benyamin Netanyahou"."""
    sides = sorted((tokens(one), tokens(other)), key=len)
    return len(sides[0]) == 1 < len(sides[1]) and same_person(one, other)[0] >= _MAYBE


def alike(one: str, other: str) -> bool:
    """True for one name in two forms: one is part of the other, or they are one person's."""
    mine, theirs = folded(one).split(), folded(other).split()
    if mine and theirs and (set(mine) <= set(theirs) or set(theirs) <= set(mine)):
        return True
    return same_person(one, other)[0] >= _SURE or sounded(one, other)
