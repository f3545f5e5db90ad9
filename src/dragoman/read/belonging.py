"""Which state a body belongs to, and bodies of one name kept apart: Armenia's Foreign Ministry, Azerbaijan's."""

from __future__ import annotations

import re
from collections import defaultdict

from dragoman.languages.world import gazetteer
from dragoman.read.found import Found
from dragoman.read.lexicon import Lexicon, split
from dragoman.read.page import Page
from dragoman.read.persons import written

__all__ = ["apart", "belonging"]

_OWNER = re.compile(r"(?:['’]s?)? ")  # between "Chile" and "Supreme Court" stands "'s "
_FAR = 16  # characters between a body and its state: " of the ", " de la República de " is no longer found
_TELLS = frozenset({"state", "city"})  # things whose country is the body's; a region's ministry is not the state's


def belonging(page: Page, lexicon: Lexicon, names: list[Found]) -> None:
    """Set the country of every body named by common nouns, where a state stands in its name or right beside it."""
    for at, name in enumerate(names):
        if name.kind != "ORG" or name.thing is not None or name.country or not _is_common(page, lexicon, name):
            continue
        before = names[at - 1] if at else None
        after = names[at + 1] if at + 1 < len(names) else None
        name.country = (
            _inside(page, name)
            or (_country(before) if before and _owns(page, before, name) else "")
            or (_country(after) if after and _follows(page, lexicon, name, after) else "")
        )


def apart(page: Page, names: list[Found]) -> None:
    """Let bodies that one article tells of several states lead to their own names, each with its state."""
    groups: dict[str, list[Found]] = defaultdict(list)
    for name in names:
        if name.kind == "ORG" and name.thing is None:
            groups[name.refers_to].append(name)
    for group in groups.values():
        countries = {name.country for name in group} - {""}
        if len(countries) > 1:
            for name in group:
                name.refers_to = _whole(page, names, name) if name.country else written(page, name)


def _is_common(page: Page, lexicon: Lexicon, name: Found) -> bool:
    """True where a noun for a body stands in the name: "Foreign Ministry", "Tribunal Supremo"."""
    return any(word.folded in lexicon.nouns for word in split(page.value[name.start : name.end]))


def _country(name: Found) -> str:
    known = name.thing is not None and name.thing.key.partition(":")[0] in _TELLS
    return name.country if known else ""


def _inside(page: Page, name: Found) -> str:
    """The only state that the name itself tells: "Ministry of Defence of Chile", "ministère chilien de la Défense"."""
    hits = gazetteer(page.article.language).find(page.value[name.start : name.end])
    told = {hit.thing.country for hit in hits if hit.thing.key.startswith("state:")} - {""}
    return told.pop() if len(told) == 1 else ""


def _owns(page: Page, before: Found, name: Found) -> bool:
    """True for "Chile's" and "Chilean" right before a body."""
    between = page.value[before.end : name.start]
    return _OWNER.fullmatch(between) is not None and (before.form == "demonym" or between != " ")


def _follows(page: Page, lexicon: Lexicon, name: Found, after: Found) -> bool:
    """True for " of Chile", " de l'Azerbaïdjan" and a demonym right behind a body."""
    between = page.value[name.end : after.start]
    if between == " ":
        return after.form == "demonym" or bool(lexicon.endings)  # a genitive: "МИД Армении"
    small = (lexicon.links | lexicon.articles) - lexicon.conjunctions
    words = split(between)
    plain = len(between) < _FAR and not set(between) & set(",.;:()\n")
    return bool(words) and plain and all(word.folded.strip("'’") in small for word in words)


def _whole(page: Page, names: list[Found], name: Found) -> str:
    """The name with the state beside it, in the article's words."""
    at = names.index(name)
    start, end = name.start, name.end
    if not _inside(page, name):
        if at and _country(names[at - 1]) == name.country and start - names[at - 1].end < _FAR:
            start = names[at - 1].start
        elif at + 1 < len(names) and _country(names[at + 1]) == name.country:
            end = names[at + 1].end
    return " ".join(page.value[start:end].split())
