"""The order of events inside one article: what is told as coming after an act cannot lie before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.compare.view import View, found, told
from dragoman.languages import Language, alternatives, language
from dragoman.records import Event, Finding, Reading, Time
from dragoman.spans import Span

__all__ = ["order"]

_REACH = 30  # letters between "after" and the word that names the act: "after their long-awaited "
_TOLD = ("happened", "under way", "claimed")
_ENDING = 3  # letters at the end of a word that its case may change: встреча, после встречи
_WORD = 5  # letters that must stay of it
_PHRASE = re.compile(r"[^,.;:!?\n]*")  # with the president of Uganda | , the guest left
#: Acts so common in one story that one of them is not yet the one meant.
_COMMON = frozenset({"statement", "announce", "accuse", "condemn", "demand", "promise", "deny", "attack", "threaten"})


@dataclass(frozen=True, slots=True)
class _Named:
    """An act that a sentence names behind "after" or "before", without a day of its own."""

    type: str
    at: Span  # the words that name it
    sentence: Span
    late: bool  # behind "after"
    people: frozenset[str]


def order(view: View) -> Iterator[Finding]:
    """A day given to something after (before) an act that the article itself dates later (earlier)."""
    for reading in view.readings:
        marks = language(reading.article.language).once(_patterns)
        if marks is None:
            continue
        seen: set[Span] = set()
        for one in (*_read(reading, marks, view), *_again(reading, marks, view)):
            if one.sentence not in seen:
                finding = _checked(one, reading, view)
                seen |= {one.sentence} if finding else set()
                yield from [finding] if finding else []


def _patterns(words: Language) -> re.Pattern[str] | None:
    """The language's words for after and before, at the end of what stands before an act."""
    after, before = words.words("findings", "after"), words.words("findings", "before")
    if not after or not before:
        return None
    return re.compile(
        rf"(?<!\w)(?:(?P<after>{alternatives(after)})|(?P<before>{alternatives(before)}))(?!\w)"
        rf"(?P<between>[^.,;:!?\n]{{0,{_REACH}}})$",
        re.IGNORECASE,
    )  # After the | meeting


def _read(reading: Reading, marks: re.Pattern[str], view: View) -> Iterator[_Named]:
    """The undated acts that were read as events."""
    article, clean = view.article(reading.article.source), reading.article.text
    for event in reading.of(Event):
        if event.trigger is None or event.when or event.standing not in _TOLD or event.type in _COMMON:
            continue
        sentence = article.sentence(event.trigger)
        start, at = clean.find(sentence.start, sentence.end), clean.find(event.trigger.start, event.trigger.end)
        mark = marks.search(clean.value[start[0] : at[0]]) if start and at else None
        if mark:
            yield _Named(event.type, event.hull, sentence, mark["after"] is not None, view.people(event))


def _again(reading: Reading, marks: re.Pattern[str], view: View) -> Iterator[_Named]:
    """Acts named once more by the noun of a dated one: "after the meeting" is no event of its own."""
    article, clean = view.article(reading.article.source), reading.article.text
    definite = language(reading.article.language).once(_definite)
    for event in reading.of(Event):
        if not _dated(event) or event.type in _COMMON or event.trigger is None or "noun" not in event.by.split():
            continue
        word = view.whole(event.trigger).casefold()
        stem = word[: max(_WORD, len(word) - _ENDING)]
        if len(stem) < _WORD:
            continue
        for place in re.finditer(rf"(?<!\w){re.escape(stem)}\w{{0,{_ENDING}}}(?!\w)", clean.value, re.IGNORECASE):
            bounds = reading.article.sentence_at(place.start())
            mark = marks.search(clean.value[bounds[0] : place.start()]) if bounds else None
            if bounds is None or mark is None or (definite and not definite.match(mark["between"])):
                continue
            if not _plain(clean.span(*bounds), view):
                continue
            phrase = _PHRASE.match(clean.value, place.start(), bounds[1])
            named = clean.span(bounds[0] + mark.start(), phrase.end() if phrase else place.end())
            people = frozenset(view.who.state(one) for one in article.entities(named))
            yield _Named(event.type, named, clean.span(*bounds), mark["after"] is not None, people)


def _plain(sentence: Span, view: View) -> bool:
    """True when nobody speaks and nothing is planned in a sentence: "he said on Tuesday that after the meeting …"."""
    article = view.article(sentence.source)
    said = any(one.kind != "scare" for one in article.quotes(sentence))
    return not said and all(one.standing in _TOLD and one.type not in _COMMON for one in article.events(sentence))


def _definite(words: Language) -> re.Pattern[str] | None:
    """What opens a noun that points back ("the", "leur"), where the language has such words."""
    told_so = words.section("events").get("definite")
    return re.compile(rf"\s*(?:{told_so})(?!\w)", re.IGNORECASE) if told_so else None


def _checked(one: _Named, reading: Reading, view: View) -> Finding | None:
    days = [time for time in view.article(one.at.source).times(one.sentence) if _firm(time)]
    if len(days) != 1 or (days[0].start < one.at.end and one.at.start < days[0].end):
        return None
    act = _act(one, reading, view)
    if act is None or act.when is None or act.when_at is None:
        return None
    own, other = _day(days[0]), act.when.earliest
    if not (own < other if one.late else own > other):
        return None
    why = (
        f"{view.quoted(days[0].hull)} ({told(own)}) is told {'after' if one.late else 'before'} "
        f"{view.quoted(one.at)}, which {view.quoted(act.hull)} puts on {told(other)}, {abs((other - own).days)} "
        f"day{'s' if abs((other - own).days) > 1 else ''} {'later' if one.late else 'earlier'}."
    )
    spans = [days[0].hull, one.at, act.when_at, *_written(other, reading, act.when_at, view)]
    return found("internal_inconsistency", "order of events", spans, why, severity="warning")


def _written(day: date, reading: Reading, known: Span, view: View) -> list[Span]:
    """Where the article writes that day with its number: "Wednesday, 19 June"; nothing when it never does."""
    times = [one for one in reading.of(Time) if _firm(one) and _day(one) == day and not one.hull.meets(known)]
    return [one.hull for one in times if any(letter.isdigit() for letter in view.words(one.hull))][:1]


def _firm(time: Time) -> bool:
    return time.type == "DATE" and time.when is not None and time.when.earliest == time.when.latest


def _day(time: Time) -> date:
    assert time.when is not None
    return time.when.earliest


def _dated(event: Event) -> bool:
    """True for an act told as done that one day is given to."""
    return event.standing in _TOLD and event.when is not None and event.when.earliest == event.when.latest


def _act(one: _Named, reading: Reading, view: View) -> Event | None:
    """The act of this type that the article dates outside the sentence, when it gives only one day to such acts."""
    start, end = one.sentence.start, one.sentence.end
    others = [act for act in reading.of(Event) if act.type == one.type and _dated(act) and not start <= act.start < end]
    if len({act.when.earliest for act in others if act.when}) != 1:
        return None
    mine, theirs = one.people, view.people(others[0])
    return others[0] if not mine or not theirs or mine & theirs else None
