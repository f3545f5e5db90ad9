"""The index: people, places, organisations, each with the forms in which articles write it and the titles they give."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from markupsafe import Markup

from dragoman.records import Entity, Mention, Post, When
from dragoman.report.dating import dated
from dragoman.report.views import Views
from dragoman.spans import Span

__all__ = ["Title", "called", "forms", "index", "reasons", "titles"]

GROUPS = ("people", "places", "organisations", "other", "described")
_GROUP = {"PER": "people", "GPE": "places", "LOC": "places", "FAC": "places", "ORG": "organisations"}
_MOST = 6  # titles of one person that are shown


class Title(NamedTuple):
    """A title as written, how it stands, for which days, and in which articles."""

    words: Markup
    said: str
    sources: tuple[str, ...]


def index(views: Views) -> list[tuple[str, list[Entity]]]:
    """(People, Places, Organisations, Other, Described; the entities in alphabetical order)."""
    groups: dict[str, list[Entity]] = {name: [] for name in GROUPS}
    for entity in views.story.entities:
        groups[_GROUP.get(entity.kind, "other") if called(entity) else "described"].append(entity)
    return [
        (views.say(f"index.{name}"), sorted(own, key=lambda one: one.name.casefold()))
        for name, own in groups.items()
        if own
    ]


def called(entity: Entity) -> list[Mention]:
    """The mentions that name somebody; descriptions and pronouns are counted apart."""
    return [one for one in entity.mentions if one.form not in ("nominal", "pronoun")]


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
    alone = len(counted) == 1 and next(iter(counted))[1] in (entity.name, views.labels.shown(entity))
    return [] if alone else rows


def reasons(views: Views, entities: list[Entity]) -> list[tuple[str, str]]:
    """Why the forms of a name are one, of each entity that is written in several."""
    return [(views.labels.shown(one), one.why) for one in entities if one.why and len(forms(views, one)) > 1]


def titles(views: Views, entity: Entity) -> list[Title]:
    """The titles that articles give a person, equal ones in one line, those of the most articles first."""
    if entity.kind != "PER":
        return []
    same: dict[tuple[str, str, bool], list[Post]] = defaultdict(list)
    for source in {one.source for one in entity.mentions}:
        for post in _posts(views, entity, source):
            same[post.title.casefold(), post.standing, post.told].append(post)
    ranked = sorted(same.items(), key=lambda row: (-len({one.source for one in row[1]}), row[0]))
    return [_title(views, posts) for _, posts in ranked[:_MOST]]


def _posts(views: Views, entity: Entity, source: str) -> list[Post]:
    who = views.story.entity_of
    return [one for one in views.posts.get(source, ()) if who.get((source, one.holder)) is entity]


def _title(views: Views, posts: list[Post]) -> Title:
    first = min(posts, key=lambda one: (one.source, one.start))
    when = _span_of_days([one.when for one in posts if one.when is not None])
    if first.told or first.standing == "then" or when is None:
        said = views.say(f"index.post_{first.standing}_told" if first.told else f"index.post_{first.standing}_undated")
        said = f"{said} {dated(when, views.say)}" if first.told else said
    else:
        said = views.say(f"index.post_{first.standing}", day=dated(when, views.say))
    return Title(views.passages.q(first.spans[0]), said, tuple(sorted({one.source for one in posts})))


def _span_of_days(days: list[When]) -> When | None:
    """The days of several articles as one stretch."""
    if not days:
        return None
    first, last = min(one.earliest for one in days), max(one.latest for one in days)
    return days[0] if len(set(days)) == 1 else When(earliest=first, latest=last, precision="range")
