"""Acts whose verb is told once: "The Senate approved it on 24 October and the House of Deputies on 6 November"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.read.rolewords import RoleWords, names_of
from dragoman.read.scene import Placed, Scene
from dragoman.records import Event, Mention, Role, Time

__all__ = ["each_told_once"]

#: Acts that one after the other does by itself.
_EACH = frozenset({"approve", "ratify", "sign", "initial", "accede", "deposit", "denounce", "suspend", "reject"})
_BODIES = frozenset({"ORG", "GPE", "PER"})
_BETWEEN = re.compile(r"(?:,\s[^,;.:!?\n]{2,40})?,?\s(?:[^\W\d_]{1,5}\s){0,2}")  # , the upper house, on


def each_told_once(scene: Scene, event: Event) -> Iterator[Event]:
    """The event, and one for every further body that the sentence gives a day of its own."""
    first = _first_time(scene, event) if event.type in _EACH else None
    if first is None or not event.names("actor"):
        yield event
        return
    more = list(_further(scene, first.end, scene.sentence(first.start)[1]))
    yield _cut(scene, event, first.end) if more else event
    for who, time in more:
        role = Role(role="actor", name=names_of(who), at=scene.page.span(who.start, who.end))
        yield replace(
            event,
            spans=(scene.page.span(who.start, time.end),),
            by=f"{event.by}, told once",
            trigger=scene.page.span(who.start, who.end),
            roles=(role,),
            when=time.fact.when,
            when_at=scene.page.span(time.start, time.end) if time.fact.when else None,
        )


def _first_time(scene: Scene, event: Event) -> Placed[Time] | None:
    """The day behind the verb that dates the event, with its year or without."""
    find = scene.page.article.text.find
    at = find(event.trigger.start, event.trigger.end) if event.trigger else None
    if at is None:
        return None
    own = find(event.when_at.start, event.when_at.end) if event.when_at else None
    _, b = scene.sentence(at[0])
    days = [one for one in (*scene.times, *scene.yearless) if at[1] <= one.start and one.end <= b]
    first = min(days, key=lambda one: one.start, default=None)
    return first if first is not None and (own is None or own[0] == first.start) else None


def _further(scene: Scene, start: int, limit: int) -> Iterator[tuple[Placed[Mention], Placed[Time]]]:
    """Who stands behind a day with a day of their own, one after the other."""
    value, joined = scene.page.value, scene.page.language.once(RoleWords).joined
    days = {one.start: one for one in (*scene.yearless, *scene.times)}
    for who in scene.mentions_in(start, limit):
        if who.start < start:
            continue
        if who.fact.kind not in _BODIES or not joined.fullmatch(value, start, who.start) or value[start] == ".":
            return
        day = next((days[at] for at in range(who.end, min(limit, who.end + 60)) if at in days), None)
        if day is None or not _BETWEEN.fullmatch(value, who.end, day.start):
            return
        yield who, day
        start = day.end


def _cut(scene: Scene, event: Event, end: int) -> Event:
    """The event of the first, without those who stand behind its day."""
    last = scene.page.span(max(end - 1, 0), end).end
    spans = tuple(replace(one, end=min(one.end, last)) for one in event.spans if one.start < last)
    kept = tuple(role for role in event.roles if role.at is None or role.at.end <= last)
    return replace(event, spans=spans or event.spans, roles=kept)
