"""The day of a step: its own or the one that a noun explains; none where the day in its clause dates something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.read.afterwards import counted
from dragoman.read.chambers import Chamber, votes_before
from dragoman.read.extent import event_words
from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.standing import cues
from dragoman.records import Event, When
from dragoman.spans import Span

__all__ = ["day_of", "day_of_vote", "day_within"]

_BEHIND_PAPER = 30  # characters between a paper's word and its participle: "the accord on water signed"
_STEPS = frozenset(
    {"sign", "initial", "agree", "approve", "ratify", "accede", "enter_into_force", "denounce", "withdraw"}
)
_DONE = frozenset({"happened", "claimed", "under way"})
_STOP = re.compile(r"[;:()\n]")
_UNTIL = 14  # characters before a day in which "until" may stand
_NEAR = 40  # characters before a noun in which the day that it explains may stand


def day_of(scene: Scene, event: Placed[Event]) -> tuple[When | None, Span | None]:
    """The day of a step and where it stands."""
    fact = event.fact
    if _is_past_plan(scene, event) or _is_of_main_verb(scene, event) or _is_of_what_was_done(scene, event):
        return None, None
    found = _own_day(scene, event) or _day_it_explains(scene, event)
    if found is None and (_is_of_another_step(scene, event) or _is_of_condition(scene, event)):
        return None, None
    return found or _counted_day(scene, event) or (fact.when, fact.when_at)


def _is_of_what_was_done(scene: Scene, event: Placed[Event]) -> bool:
    """True for the day of what was done, told before what was not: "signed it in 2023 but has not ratified it"."""
    fact = event.fact
    if (
        fact.standing != "denied"
        or fact.when_at is None
        or fact.trigger is None
        or fact.when_at.end > fact.trigger.start
    ):
        return False
    return any(
        one.fact.when_at == fact.when_at and one.fact.type in _STEPS and one.fact.standing != "denied"
        for one in scene.events
        if one.fact.trigger is not None and one.fact.trigger.start < fact.trigger.start
    )


def day_within(scene: Scene, start: int, at: int, end: int) -> tuple[When | None, Span | None]:
    """The day told in a clause behind a word, written or counted; else the only one before it."""
    times = [one for one in (*scene.times_in(start, end), *counted(scene, start, end)) if one.fact.type == "DATE"]
    times = [one for one in times if one.end > at][:1] or times
    if len(times) != 1:
        return None, None
    return times[0].fact.when, scene.page.span(times[0].start, times[0].end)


def _counted_day(scene: Scene, event: Placed[Event]) -> tuple[When | None, Span] | None:
    """The day of an act that is counted from the date before: "signed on 20 May and in force two days later"."""
    fact, text = event.fact, scene.page.article.text
    place = text.find(fact.trigger.start, fact.trigger.end) if fact.trigger else None
    day = text.find(fact.when_at.start, fact.when_at.end) if fact.when_at else None
    if place is None or (day is not None and day[1] > place[0]) or fact.standing not in _DONE:
        return None
    end = min(scene.sentence(event.start)[1], event.end + _NEAR)
    times = counted(scene, place[1] if day else event.start, end)
    triggers = (one.fact.trigger for one in scene.events) if times else ()
    others = [text.find(one.start, one.end) for one in triggers if one]
    for time in times:
        first, last = sorted((place[0], time.start))
        if not _STOP.search(scene.page.value, first, last) and not any(
            other is not None and first < other[0] < last for other in others
        ):
            return time.fact.when, scene.page.span(time.start, time.end)
    return None


def _own_day(scene: Scene, event: Placed[Event]) -> tuple[When | None, Span] | None:
    """The day behind a verb where "and" parts it from the day before: "signed on 30 April and ratified on 8 May"."""
    fact, text = event.fact, scene.page.article.text
    place = text.find(fact.trigger.start, fact.trigger.end) if fact.trigger else None
    day = text.find(fact.when_at.start, fact.when_at.end) if fact.when_at else None
    if scene.page.doc is not None or not place or not day or day[1] > place[0]:
        return None
    also = scene.page.language.once(RoleWords).also
    until = event_words(scene.page.language).until
    later = [one for one in scene.times_in(place[1], event.end) if not _is_led(scene, until, one.start)]
    if not later or not also.search(scene.page.value, day[1], place[0]):
        return None
    return later[0].fact.when, scene.page.span(later[0].start, later[0].end)


def _is_led(scene: Scene, until: re.Pattern[str] | None, start: int) -> bool:
    """True for the day until which something lasts: "and extended it until 5 February"."""
    return until is not None and until.search(scene.page.value[max(0, start - _UNTIL) : start]) is not None


def _day_it_explains(scene: Scene, event: Placed[Event]) -> tuple[When | None, Span] | None:
    """The day that an undated noun says what it is: "on 4 May, the date of the exchange of instruments"."""
    if event.fact.when is not None or event.fact.standing not in ("happened", "claimed"):
        return None
    if not event.fact.by.startswith("trigger noun"):
        return None
    before = scene.times_in(max(0, event.start - _NEAR), event.start)
    day = before[-1] if before and before[-1].fact.type == "DATE" else None
    if day is None or scene.page.value[day.end : event.start] != ", ":
        return None
    return day.fact.when, scene.page.span(day.start, day.end)


def _is_of_main_verb(scene: Scene, event: Placed[Event]) -> bool:
    """True where a participle behind a paper has the day of the verb before: "ratified on Monday the deal made with".

    That day belongs to the verb; nothing tells when the deal was made.
    """
    fact, text = event.fact, scene.page.article.text
    place = text.find(fact.trigger.start, fact.trigger.end) if fact.trigger else None
    day = text.find(fact.when_at.start, fact.when_at.end) if fact.when_at else None
    papers = vocabulary(scene.page.language).papers
    if not place or not day or day[1] > place[0] or papers is None or not fact.by.startswith("trigger verb"):
        return False
    between = [
        one for one in papers.finditer(scene.page.value, day[1], place[0]) if place[0] - one.end() <= _BEHIND_PAPER
    ]
    if not between:
        return False
    token = scene.head(*place)
    if token is not None:
        return token.dep_ in ("acl", "acl:relcl", "relcl") and token.head.idx >= day[1]
    verbs = (text.find(one.fact.trigger.start, one.fact.trigger.end) for one in scene.events if one.fact.trigger)
    a, _ = scene.sentence(place[0])
    return any(verb is not None and a <= verb[0] < between[-1].start() for verb in verbs)


def _is_past_plan(scene: Scene, event: Placed[Event]) -> bool:
    """True where a day before the report stands in the clause of what is still to come: it dates something else."""
    published, when = scene.page.article.published, event.fact.when
    return (
        event.fact.standing in ("planned", "possible", "conditional")
        and when is not None
        and published is not None
        and when.latest < published.earliest
    )


def _is_of_another_step(scene: Scene, event: Placed[Event]) -> bool:
    """True where a day is that of a step after which the act comes: "in force after the deposit of them on 3 May"."""
    fact, text, apart = event.fact, scene.page.article.text, event_words(scene.page.language).apart
    place = text.find(fact.trigger.start, fact.trigger.end) if fact.trigger else None
    day = text.find(fact.when_at.start, fact.when_at.end) if fact.when_at else None
    cut = apart.search(scene.page.value, place[1], day[0]) if place and day and apart and place[1] < day[0] else None
    if cut is None or day is None:
        return False
    others = [text.find(one.fact.trigger.start, one.fact.trigger.end) for one in scene.events if one.fact.trigger]
    return any(other is not None and cut.end() <= other[0] < day[0] for other in others)


def _is_of_condition(scene: Scene, event: Placed[Event]) -> bool:
    """True where a condition parts a step that is not done from a day: "in force on 3 May, provided it is approved"."""
    fact, text = event.fact, scene.page.article.text
    place = text.find(fact.trigger.start, fact.trigger.end) if fact.trigger else None
    day = text.find(fact.when_at.start, fact.when_at.end) if fact.when_at else None
    if not place or not day or fact.standing not in ("possible", "conditional", "planned"):
        return False
    return cues(scene.page.language).has("conditional", scene.page.value[min(place[1], day[1]) : max(place[0], day[0])])


def day_of_vote(
    scene: Scene, event: Placed[Event], found: Sequence[Chamber], number: int
) -> tuple[When | None, Span | None]:
    """When one of several chambers voted: the day behind its name, else that of their common clause."""
    fact = event.fact
    if len(found) == 1:
        other = votes_before(scene, event)
        return (
            (None, None) if other else _own_day(scene, event) or _counted_day(scene, event) or (fact.when, fact.when_at)
        )
    end = found[number + 1].start if number + 1 < len(found) else scene.sentence(event.start)[1]
    own = scene.times_in(found[number].end, end)
    if own and own[0].fact.when:
        return own[0].fact.when, scene.page.span(own[0].start, own[0].end)
    if number == 0 or all(one.together for one in found[1:]):
        return fact.when, fact.when_at
    return None, None
