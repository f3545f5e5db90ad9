"""Steps told without their verb: "Chad ratified it in May, Mali in June", "puis, en janvier, par Paris".

Behind the clause of a step stands a row of nothing but parties, days and small words; each party took the same step on
the day beside it. A row with any other word in it, or a party that a preposition makes a place, says nothing here.
Behind a vote a chamber may stand for its state; behind what all did, a part of the paper: "экономическая - 27 июня".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.read.acts import ACTS
from dragoman.read.afterwards import counted
from dragoman.read.chambers import Chamber, is_chamber, side_of_body
from dragoman.read.members import LETTERS
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.records import Act, Event, Mention, Time, When

__all__ = ["gapped"]

_SIDES = frozenset({"GPE", "ORG", "NORP"})
_WORD = re.compile(r"[^\W\d_]{1,2}'(?=[^\W_])|[^\W_]+(?:['-][^\W_]+)*'?|[;,:.–—-]|\S")
_PARTS = frozenset(",;:–—-")
_TOLD = frozenset({"happened", "claimed", "planned"})
_VOTED = frozenset({"ratify", "approve"})
_DASHED = re.compile(r"\s[–—-]\s")  # what stands for the verb in Russian
_LEAP = 2  # the month whose last day not every year has


@dataclass(frozen=True)
class _Item:
    """One piece of a row: a party, a day, or a small word."""

    kind: str  # party, day, small, part
    start: int
    end: int
    name: str = ""
    time: Placed[Time] | None = None
    body: str = ""  # the chamber, where one stands for its state


def gapped(scene: Scene, event: Placed[Event], made: list[Act]) -> Iterator[Act]:
    """The same step by the parties of the rows behind its clause, each with its own day."""
    small = vocabulary(scene.page.language).made("gap")
    if small is None or not made or event.fact.standing not in _TOLD:
        return
    a, b, ends = _behind(scene, event)
    times = _in_order(scene, made[0], [*scene.times_in(a, b), *counted(scene, a, b)])
    if not times:
        return
    row = _row(scene, small, a, b, times, ends=ends)
    if any(one.kind == "part" for one in row):
        whole = not any(act.party or act.body for act in made) and not any(one.kind == "party" for one in row)
        yield from (_same(scene, made[0], *pair) for pair in _paired(row) if whole)
        return
    known = {(act.party, act.body) for act in made} | {(act.party, "") for act in made if not made[0].body}
    for party, day in _paired(row) if ACTS[event.fact.type].each else ():
        party = party if party.name or not party.body else replace(party, name=made[0].party)
        voted = event.fact.type in _VOTED or not party.body
        if voted and (party.name, party.body) not in known and not is_chamber(scene, party.name):
            known.add((party.name, party.body))
            yield _same(scene, made[0], party, day)


def _in_order(scene: Scene, act: Act, times: list[Placed[Time]]) -> list[Placed[Time]]:
    """The days of a row; one that seems still to come is in the year of the day before it, of a step that is done.

    "Chad ratified it in January last year, | Mali in June, Niger a month later".
    """
    published, last, shift = scene.page.article.published, act.when, 0
    found = []
    for one in sorted(times, key=lambda time: time.start):
        when = one.fact.when
        if when is None or published is None or act.standing not in ("happened", "claimed"):
            found.append(one)
            continue
        if (
            when.earliest > published.latest
            and last is not None
            and when.earliest.year > last.latest.year
            and not shift
        ):
            shift = when.earliest.year - last.latest.year
        moved = _earlier(when, shift) if when.earliest > published.latest else None
        if moved is not None and last is not None and moved.latest >= last.earliest:
            one = one._replace(fact=replace(one.fact, when=moved))
        last = one.fact.when
        found.append(one)
    return found


def _earlier(when: When, years: int) -> When | None:
    """The same stretch of days so many years before; None where there is no such day."""
    if not years or when.precision not in ("day", "month"):
        return None
    first, last = when.earliest, when.latest
    if first.month == _LEAP == last.month:
        return None
    why = f"the year of the day before it; {when.basis}"
    return replace(
        when, earliest=first.replace(year=first.year - years), latest=last.replace(year=last.year - years), basis=why
    )


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


def _same(scene: Scene, act: Act, party: _Item, at: _Item) -> Act:
    """The step of another party on its own day; of a step that is done, no day to come is the day: of which year?"""
    day = at.time or at
    published, when = scene.page.article.published, at.time.fact.when if at.time else None
    late = published is not None and when is not None and when.earliest > published.latest
    past = late and act.standing in ("happened", "claimed")
    start, end = min(party.start, day.start), max(party.end, day.end)
    return replace(
        act,
        spans=(*act.spans, scene.page.span(start, end)),
        by=f"{act.by}, verb left out",
        party=party.name,
        body=party.body,
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
        item = _body(scene, word, row) or _item(scene, small, word, b, times)
        if item is None:
            if _is_whole(row) and word[0] in ";.":
                return row
            if _is_whole(cut := _cut(scene, row)):
                return cut
            row, at = [], _behind_part(scene, word.end(), b)
            continue
        before = row[-1] if row else None
        if item.kind == "party" and before and place and place.fullmatch(scene.page.value, before.start, before.end):
            return []
        row = [one for one in row if one.end <= item.start or one.kind == "small"]  # "узбекский | сенат": one party
        row.append(item)
        at = item.end
    row = row if ends else _cut(scene, row)
    return row if _is_whole(row) else []


def _cut(scene: Scene, row: list[_Item]) -> list[_Item]:
    """The row up to its last comma: what follows leads up to another verb, "…, Niger in June, | in May the king"."""
    at = [n for n, one in enumerate(row) if scene.page.value[one.start : one.end] in (",", ";")]
    return row[: at[-1] + 1] if at else []


def _is_whole(row: list[_Item]) -> bool:
    kinds = {one.kind for one in row}
    return "day" in kinds and not kinds.isdisjoint({"party", "part"})


def _behind_part(scene: Scene, at: int, b: int) -> int:
    """Where the next part of the sentence begins."""
    found = re.compile(r"[,;:]\s|\s[–—-]\s").search(scene.page.value, at, b)
    return found.end() if found else b


def _body(scene: Scene, word: re.Match[str], row: list[_Item]) -> _Item | None:
    """A chamber that stands for its state, with the people's adjective right before it: "узбекский сенат"."""
    cue = vocabulary(scene.page.language).made("chamber")
    found = cue.match(scene.page.value, word.start()) if cue else None
    if found is None:
        return None
    owner = row[-1] if row and row[-1].kind == "party" and word.start() - row[-1].end == 1 else None
    name = owner.name if owner else side_of_body(scene, Chamber(found[0], *found.span()))
    name = "" if is_chamber(scene, name) else name
    return _Item("party", owner.start if owner else found.start(), found.end(), name=name, body=found[0])


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
    shape = vocabulary(scene.page.language).adjective
    dashed = word[0].islower() and _DASHED.match(scene.page.value, word.end()) is not None
    if dashed and shape is not None and shape.fullmatch(word[0]):
        return _Item("part", a, word.end())
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
