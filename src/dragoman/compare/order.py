"""The order of events inside one article: what is told as coming after an act cannot lie before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dragoman.compare.view import View, found, told
from dragoman.languages import Language, alternatives, language
from dragoman.records import Event, Finding, Reading, Time
from dragoman.spans import Span

__all__ = ["order"]

_REACH = 30  # letters between "after" and the word that names the act: "after their long-awaited "
_TOLD = ("happened", "under way", "claimed")
#: Acts so common in one story that one of them is not yet the one meant.
_COMMON = frozenset({"statement", "announce", "accuse", "condemn", "demand", "promise", "deny", "attack", "threaten"})


def order(view: View) -> Iterator[Finding]:
    """A day given to something after (before) an act that the article itself dates later (earlier)."""
    for reading in view.readings:
        marks = language(reading.article.language).once(_patterns)
        if marks is None:
            continue
        for event in reading.of(Event):
            if event.trigger and not event.when and event.standing in _TOLD and event.type not in _COMMON:
                yield from _checked(event, reading, marks, view)


def _patterns(words: Language) -> re.Pattern[str] | None:
    """The language's words for after and before, at the end of what stands before an act."""
    after, before = words.words("findings", "after"), words.words("findings", "before")
    if not after or not before:
        return None
    return re.compile(
        rf"(?<!\w)(?:(?P<after>{alternatives(after)})|(?P<before>{alternatives(before)}))(?!\w)"
        rf"[^.,;:!?\n]{{0,{_REACH}}}$",
        re.IGNORECASE,
    )  # After the | meeting


def _checked(event: Event, reading: Reading, marks: re.Pattern[str], view: View) -> Iterator[Finding]:
    assert event.trigger is not None
    article = view.article(event.source)
    sentence = article.sentence(event.trigger)
    clean = reading.article.text
    start, at = clean.find(sentence.start, sentence.end), clean.find(event.trigger.start, event.trigger.end)
    if start is None or at is None:
        return
    mark = marks.search(clean.value[start[0] : at[0]])
    days = [one for one in article.times(sentence) if _firm(one)]
    if mark is None or len(days) != 1 or (days[0].start < event.end and event.start < days[0].end):
        return
    dated = _dated(event, reading, sentence.start, sentence.end, view)
    if dated is None or dated.when is None or dated.when_at is None:
        return
    own, other = _day(days[0]), dated.when.earliest
    late = mark["after"] is not None and own < other
    if not late and not (mark["before"] is not None and own > other):
        return
    word = "after" if late else "before"
    why = (
        f"{view.quoted(days[0].hull)} ({told(own)}) is told {word} {view.quoted(event.hull)}, which "
        f"{view.quoted(dated.hull)} puts on {told(other)}, {abs((other - own).days)} "
        f"day{'s' if abs((other - own).days) > 1 else ''} {'later' if late else 'earlier'}."
    )
    spans = [days[0].hull, event.hull, dated.when_at, *_written(other, reading, dated.when_at, view)]
    yield found("internal_inconsistency", "order of events", spans, why, severity="warning")


def _written(day: date, reading: Reading, known: Span, view: View) -> list[Span]:
    """Where the article writes that day with its number: "Wednesday, 19 June"; nothing when it never does."""
    times = [one for one in reading.of(Time) if _firm(one) and _day(one) == day and not one.hull.meets(known)]
    return [one.hull for one in times if any(letter.isdigit() for letter in view.words(one.hull))][:1]


def _firm(time: Time) -> bool:
    return time.type == "DATE" and time.when is not None and time.when.earliest == time.when.latest


def _day(time: Time) -> date:
    assert time.when is not None
    return time.when.earliest


def _dated(event: Event, reading: Reading, start: int, end: int, view: View) -> Event | None:
    """The act of this type that the article dates outside the sentence, when it gives only one day to such acts."""
    others = [
        one
        for one in reading.of(Event)
        if one.type == event.type and one.when and one.standing in _TOLD and not start <= one.start < end
    ]
    days = {one.when.earliest for one in others if one.when and one.when.earliest == one.when.latest}
    if len(days) != 1:
        return None
    firm = [one for one in others if one.when and one.when.earliest == one.when.latest]
    mine, theirs = view.people(event), view.people(firm[0])
    return firm[0] if not mine or not theirs or mine & theirs else None
