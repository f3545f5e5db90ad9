"""Steps told without their verb: "Chad ratified it in May, Mali in June", "puis, en janvier, par Paris".

Behind the clause of a step stands a row of nothing but parties, days and small words; each party took the same step on
the day beside it. A row with any other word in it, or a party that a preposition makes a place, says nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.read.acts import ACTS
from dragoman.read.afterwards import counted
from dragoman.read.chambers import is_chamber
from dragoman.read.members import LETTERS
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.records import Act, Event, Mention, Time

__all__ = ["gapped"]

_SIDES = frozenset({"GPE", "ORG", "NORP"})
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*'?|[;,:.–—-]|\S")
_PARTS = frozenset(",;:–—-")
_TOLD = frozenset({"happened", "claimed", "planned"})


@dataclass(frozen=True)
class _Item:
    """One piece of a row: a party, a day, or a small word."""

    kind: str  # party, day, small
    start: int
    end: int
    name: str = ""
    time: Placed[Time] | None = None


def gapped(scene: Scene, event: Placed[Event], made: list[Act]) -> Iterator[Act]:
    """The same step by the parties of the rows behind its clause, each with its own day."""
    small = vocabulary(scene.page.language).made("gap")
    if small is None or not made or not ACTS[event.fact.type].each or event.fact.standing not in _TOLD:
        return
    a, b, ends = _behind(scene, event)
    times = [*scene.times_in(a, b), *counted(scene, a, b)]
    if not times:
        return
    known = {act.party for act in made}
    for party, day in _paired(_row(scene, small, a, b, times, ends=ends)):
        if party.name not in known and day.time is not None and not is_chamber(scene, party.name):
            known.add(party.name)
            yield _same(scene, made[0], party, day.time)


def _behind(scene: Scene, event: Placed[Event]) -> tuple[int, int, bool]:
    """From behind the step's own day, else behind its words, to the next act or the end of the sentence; which it is.

    What leads up to the word of another act belongs to that: "signed in 2010; in 2021 Chad and Mali | extended it".
    """
    find, fact = scene.page.article.text.find, event.fact
    word = find(fact.trigger.start, fact.trigger.end) if fact.trigger else None
    day = find(fact.when_at.start, fact.when_at.end) if fact.when_at else None
    a = word[1] if word else event.end
    a = day[1] if day and day[0] >= a else a
    stops = [scene.sentence(event.start)[1]]
    for other in scene.events:
        place = find(other.fact.trigger.start, other.fact.trigger.end) if other.fact.trigger else None
        stops += [place[0]] if place and place[0] >= a else []
    return a, min(stops), min(stops) == stops[0]


def _same(scene: Scene, act: Act, party: _Item, day: Placed[Time]) -> Act:
    """The step of another party on its own day; of a step that is done, no day to come is the day: of which year?"""
    published, when = scene.page.article.published, day.fact.when
    late = published is not None and when is not None and when.earliest > published.latest
    past = late and act.standing in ("happened", "claimed")
    start, end = min(party.start, day.start), max(party.end, day.end)
    return replace(
        act,
        spans=(*act.spans, scene.page.span(start, end)),
        by=f"{act.by}, verb left out",
        party=party.name,
        body="",
        when=None if past else when,
        when_at=None if past else scene.page.span(day.start, day.end),
    )


def _row(
    scene: Scene, small: re.Pattern[str], a: int, b: int, times: Sequence[Placed[Time]], *, ends: bool
) -> list[_Item]:
    """The row of parties, days and small words that ends a sentence or a part of it; empty when there is none."""
    place = vocabulary(scene.page.language).made("gap_place")
    row: list[_Item] = []
    at = a
    while (word := _WORD.search(scene.page.value, at, b)) is not None:
        item = _item(scene, small, word, b, times)
        if item is None:
            if _is_whole(row) and (word[0] in ";." or scene.page.value[row[-1].start : row[-1].end] in _PARTS):
                return row
            row, at = [], _behind_part(scene, word.end(), b)
            continue
        before = row[-1] if row else None
        if item.kind == "party" and before and place and place.fullmatch(scene.page.value, before.start, before.end):
            return []
        row.append(item)
        at = item.end
    ends = ends or (bool(row) and scene.page.value[row[-1].start : row[-1].end] in _PARTS)
    return row if ends and _is_whole(row) else []


def _is_whole(row: list[_Item]) -> bool:
    return {"party", "day"} <= {one.kind for one in row}


def _behind_part(scene: Scene, at: int, b: int) -> int:
    """Where the next part of the sentence begins."""
    found = re.compile(r"[,;:]\s|\s[–—-]\s").search(scene.page.value, at, b)
    return found.end() if found else b


def _item(
    scene: Scene, small: re.Pattern[str], word: re.Match[str], b: int, times: Sequence[Placed[Time]]
) -> _Item | None:
    a = word.start()
    time = next((one for one in times if one.start <= a < one.end <= b), None)
    if time is not None:
        return _Item("day", a, time.end, time=time)
    mention = scene.mention_at(a, word.end())
    if mention is not None and mention.start == a and mention.fact.kind in _SIDES:
        return _Item("party", a, mention.end, name=_name(mention.fact))
    if LETTERS.fullmatch(word[0]):
        return _Item("party", a, word.end(), name=word[0])
    if word[0] in _PARTS or small.fullmatch(word[0]):
        return _Item("small", a, word.end())
    return None


def _name(fact: Mention) -> str:
    return fact.refers_to or fact.name


def _paired(row: list[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """Each party with its day: the day behind it, or the one before where the row begins with a day."""
    told = [one for one in row if one.kind != "small"]
    ahead = bool(told) and told[0].kind == "day"
    day: _Item | None = None
    for one in told if ahead else reversed(told):
        if one.kind == "day":
            day = one
        elif day is not None:
            yield one, day
