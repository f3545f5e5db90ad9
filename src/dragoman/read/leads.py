"""The sentences that make an article news though their act is of no known kind: its lead, and those on a day.

The lead is kept without a day, too; where no parse ships, what tells of something done is the shape of its verbs. What
is planned, denied, claimed or only said to be so is never kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.languages import Language
from dragoman.read.cueing import cues
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.telling import VERBAL
from dragoman.read.untyped import is_day_of_news, tells, verb_in
from dragoman.records import UNTYPED, Event, Time

__all__ = ["leads"]

_LONGEST, _SHORTEST = 240, 40  # letters of a sentence that stands by itself
_BARRED = (
    *("negation", "refusal", "cancelled", "planned", "possible", "conditional", "claimed", "factive"),
    *("hedge", "seeming", "neither", "deny", "scheduled"),
)
_MARKS = re.compile(r"[«»“”„\"?]|(?<=\s)['‘]")
_FIRST = 3  # sentences at the beginning of a text in which its lead may stand: behind a place or a byline
#: Acts that a noun tells as surely as a verb: "the earthquake of Monday".
_NAMED = frozenset({"disaster", "accident", "outage", "attack", "strike", "dissolve", "pardon", "capture"})
_WORDY = 6  # words of a sentence


class PastWords:
    """The shape of a finite verb that tells of something done, where no parse ships."""

    def __init__(self, language: Language) -> None:
        shape = language.section("events").get("told_past", "")
        self.told = re.compile(shape, re.IGNORECASE) if shape else None


def leads(scene: Scene, found: Sequence[Event]) -> Iterator[Event]:
    """One event a sentence in which no other act was read."""
    words = scene.page.language.once(PastWords)
    if scene.page.article.published is None or (scene.page.doc is None and words.told is None):
        return
    find, text = scene.page.article.text.find, scene.page.value
    taken = [
        at[0] for one in found if _is_own(one) and one.trigger and (at := find(one.trigger.start, one.trigger.end))
    ]
    body = [one for one in scene.page.article.sentences if not scene.aside(one[0])]
    for number, (a, b) in enumerate(body):
        if not _SHORTEST <= b - a <= _LONGEST or any(a <= one < b for one in taken):
            continue
        first = number < _FIRST and _is_first(scene, body[:number])
        day = _day_of(scene, a, b)
        if not first and (scene.page.doc is not None or day is None):
            continue
        if _stands_alone(scene, a, b) and text[a:b].rstrip().endswith("."):
            yield from _told(scene, words, a, b, day)


def _is_own(event: Event) -> bool:
    """True for an act that can stand for its sentence, not for one that only says or names something."""
    return event.type not in VERBAL and (" noun " not in event.by or event.type in _NAMED)


def _is_first(scene: Scene, before: Sequence[tuple[int, int]]) -> bool:
    """True where only a place, a byline or some other scrap stands before."""
    return all(b - a < _SHORTEST or len(scene.page.value[a:b].split()) < _WORDY for a, b in before)


def _day_of(scene: Scene, a: int, b: int) -> Placed[Time] | None:
    """The only day of a sentence, before its first comma: then it is that of the main verb."""
    times = [one for one in scene.times_in(a, b) if one.fact.type == "DATE"]
    comma = scene.page.value.find(",", a, b)
    if len(times) != 1 or not is_day_of_news(scene, times[0]) or 0 <= comma < times[0].start:
        return None
    return times[0]


def _stands_alone(scene: Scene, a: int, b: int) -> bool:
    """True for a sentence in the article's own voice that tells of nothing planned, denied or claimed."""
    value, speech = scene.page.value[a:b], cues(scene.page.language)
    words = scene.page.language.once(RoleWords)
    if _MARKS.search(value) or any(one.start < b and a < one.end for one in scene.quotes):
        return False
    if words.source is not None and words.source.search(value):
        return False
    return not any(speech.has(kind, value) for kind in _BARRED)


def _told(scene: Scene, words: PastWords, a: int, b: int, day: Placed[Time] | None) -> Iterator[Event]:
    """The sentence as an event, where its main verb tells of something done."""
    page = scene.page
    start = page.behind_dateline(a, b)
    if page.doc is not None:
        verb = verb_in(scene, a, b)
        if verb is None or not tells(scene, cues(page.language), verb, a, b):
            return
        at = (verb.idx, verb.idx + len(verb))
    else:
        shape = words.told.search(page.value, start, b) if words.told else None
        if shape is None:
            return
        at = shape.span()
    yield Event(
        spans=(page.span(start, b),),
        by="lead sentence",
        type=UNTYPED,
        trigger=page.span(*at),
        when=day.fact.when if day else None,
        when_at=page.span(day.start, day.end) if day else None,
    )
