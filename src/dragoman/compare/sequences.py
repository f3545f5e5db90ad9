"""Two sentences in a row: what the second tells as done before cannot bear a later day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.compare.view import View, found, told
from dragoman.languages import Language, alternatives, language
from dragoman.records import Finding, Reading, Time
from dragoman.spans import Span

__all__ = ["sequences"]

_REACH = 90  # letters between "had" and the day of what had been done
_END = 3  # letters behind the day that still end the sentence: a full stop and a mark


def sequences(view: View) -> Iterator[Finding]:
    """ "It closed on 2 February 2022. It had been opened on 12 June 2022": done before, yet dated later."""
    for reading in view.readings:
        marks = language(reading.article.language).once(_patterns)
        if marks is None:
            continue
        article = view.article(reading.article.source)
        days = [one for one in reading.of(Time) if _written(one, view)]
        for one, other in pairwise(sorted(days, key=lambda time: time.start)):
            early, late = (article.sentence(time.hull) for time in (one, other))
            if early != late and _row(early, late, reading) and _alone(one, early, view) and _alone(other, late, view):
                yield from _checked(one, other, (early, late), reading, marks, view)


def _patterns(words: Language) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """The helping verbs of what had been done before ("had", "avait été"), and what ties a day to another act."""
    had = words.words("findings", "had")
    if not had:
        return None
    tied = (*words.words("findings", "after"), *words.words("findings", "before"))
    return (
        re.compile(rf"(?<!\w)(?:{alternatives(had)})(?!\w)[^.,;:!?\n]{{1,{_REACH}}}$", re.IGNORECASE),
        re.compile(rf"[,;:“”«»\"]|(?<!\w)(?:{alternatives(tied)})(?!\w)", re.IGNORECASE),
    )


def _written(time: Time, view: View) -> bool:
    """True for a day written with its number."""
    firm = time.type == "DATE" and time.when is not None and time.when.earliest == time.when.latest
    return firm and any(letter.isdigit() for letter in view.words(time.hull))


def _row(early: Span, late: Span, reading: Reading) -> bool:
    """True when nothing but a blank stands between two sentences."""
    first, second = (reading.article.text.find(span.start, span.end) for span in (early, late))
    return bool(first and second) and not reading.article.text.value[first[1] : second[0]].strip(" ")  # type: ignore[index]


def _alone(time: Time, sentence: Span, view: View) -> bool:
    """True when the sentence tells no other time."""
    return len(view.article(time.source).times(sentence)) == 1


def _checked(
    one: Time,
    other: Time,
    row: tuple[Span, Span],
    reading: Reading,
    marks: tuple[re.Pattern[str], re.Pattern[str]],
    view: View,
) -> Iterator[Finding]:
    had, tied = marks
    assert one.when is not None and other.when is not None
    first, second = (_before(time.hull, sentence, reading) for time, sentence in zip((one, other), row, strict=True))
    closing = row[0].end - one.end <= _END
    if other.when.earliest <= one.when.latest or not closing or tied.search(first) or had.search(first):
        return
    if had.search(second):
        days = (other.when.earliest - one.when.latest).days
        why = (
            f"{view.quoted(row[1])} tells what had been done before {view.quoted(row[0])}, but "
            f"{told(other.when)} is {days} day{'s' if days > 1 else ''} later than {told(one.when)}."
        )
        spans = (one.hull, other.hull, *row)
        yield found("internal_inconsistency", "order of events", spans, why, severity="warning")


def _before(span: Span, sentence: Span, reading: Reading) -> str:
    """The clean words of a sentence before a place in it."""
    text = reading.article.text
    start, at = text.find(sentence.start, sentence.end), text.find(span.start, span.end)
    return text.value[start[0] : at[0]] if start and at else ""
