"""The index: people, places, organisations, each with the forms in which articles write it."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from dragoman.records import Entity
from dragoman.report.views import Views
from dragoman.spans import Span

__all__ = ["forms", "index"]

GROUPS = ("people", "places", "organisations", "other")
_GROUP = {"PER": "people", "GPE": "places", "LOC": "places", "FAC": "places", "ORG": "organisations"}


def index(views: Views) -> list[tuple[str, list[Entity]]]:
    """(People, Places, Organisations, Other; the entities in alphabetical order)."""
    groups: dict[str, list[Entity]] = {name: [] for name in GROUPS}
    for entity in views.story.entities:
        groups[_GROUP.get(entity.kind, "other")].append(entity)
    return [
        (views.say(f"index.{name}"), sorted(own, key=lambda one: one.name.casefold()))
        for name, own in groups.items()
        if own
    ]


def forms(views: Views, entity: Entity) -> list[tuple[Markup, int]]:
    """Each form in which articles write a name, as written, with how often."""
    counted: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Span] = {}
    for mention in entity.mentions:
        if mention.form in ("name", "acronym"):
            key = (views.passages.article(mention.source).language, mention.name)
            counted[key] += 1
            first.setdefault(key, mention.spans[0])
    rows = [(views.passages.q(first[key]), count) for key, count in counted.most_common(12)]
    alone = len(counted) == 1 and next(iter(counted))[1] == entity.name
    return [] if alone else rows
