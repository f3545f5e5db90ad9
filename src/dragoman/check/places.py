"""A city or state that every language names: is it in no source, under any of its names?"""

from __future__ import annotations

from dragoman.check.case import Case
from dragoman.languages import language
from dragoman.languages.world import Thing, gazetteer

__all__ = ["is_absent"]


def is_absent(case: Case, thing: Thing) -> bool:
    """True for a city or state that no source names, nor whom it stands for: "Moscow" where they speak of Russians.

    Said only where every source is in a language whose forms of names are known.
    """
    if not thing.key.startswith(("city:", "state:")) or not thing.country:
        return False
    if any(not language(article.language).section("check") for article in case.shelf.articles):
        return False
    known = _known(case)
    if thing.key in known or any(one.governs == thing.governs != "" for one in known.values()):
        return False
    capital = bool(thing.governs) or thing.key.startswith("state:")
    return not (capital and any(one.country == thing.country for one in known.values()))


def _known(case: Case) -> dict[str, Thing]:
    """{key: what the sources name of the world}, found once a case."""
    if case.world is None:
        found = (
            hit.thing for article in case.shelf.articles for hit in gazetteer(article.language).find(article.text.value)
        )
        case.world = {thing.key: thing for thing in found}
    return case.world
