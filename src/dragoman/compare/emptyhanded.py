"""A meeting that ended without an agreement in one article, and at which one was signed in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.compare.view import View, found, told
from dragoman.languages import Language, alternatives, language
from dragoman.records import Event, Finding, When
from dragoman.spans import Span

__all__ = ["empty_handed"]

_MEETINGS = frozenset({"visit", "meet", "negotiate"})
_TOLD = ("happened", "under way", "claimed")
_SPOTS = frozenset({"GPE", "LOC", "FAC"})
_BETWEEN, _WORDS = 3, 5  # words between "without" and its verb, and between the verb and what was not concluded
_YEAR, _MONTH = 366, 31  # days of the longest stretch in which a meeting of two people, or at a place, is dated


@dataclass(frozen=True)
class _Empty:
    """A sentence that says a meeting ended without an agreement: when, between whom, or at which place."""

    sentence: Span
    when: When
    people: frozenset[str] = frozenset()
    spots: frozenset[str] = frozenset()


def empty_handed(view: View) -> Iterator[Finding]:
    """One meeting, by its two people or its place and by its time: without an agreement here, with one signed there."""
    empty = [*_between(view), *_at(view)]
    signed = (
        [one for happening in view.timeline if happening.type == "sign" for one in happening.reports] if empty else []
    )
    told: set[Span] = set()
    for no in empty:
        for yes in signed:
            if yes.source != no.sentence.source and no.sentence not in told and _signs(yes, no, view):
                told.add(no.sentence)
                yield _finding(no, yes, view)


def _between(view: View) -> Iterator[_Empty]:
    """Dated meetings of two persons whose sentence says that nothing was concluded."""
    for happening in view.timeline:
        when = happening.when
        people = frozenset(role.name for role in happening.roles if view.who.kind(role.name) == "PER")
        if happening.type not in _MEETINGS or len(people) < 2 or when is None or _days(when) > _YEAR:
            continue
        for report in happening.reports:
            article = view.article(report.source)
            pattern = language(article.reading.article.language).once(_nothing)
            sentence = article.sentence(report.hull)
            said = pattern is not None and pattern.search(view.whole(sentence))
            if said and report.standing == "happened" and people <= article.entities(sentence):
                yield _Empty(sentence, when, people=people)


def _at(view: View) -> Iterator[_Empty]:
    """Sentences of a meeting at a place, in a month or on a day of its own, that say nothing was concluded there."""
    for reading in view.readings:
        words = language(reading.article.language)
        nothing, gathering = words.once(_nothing), words.once(_gathering)
        if nothing is None or gathering is None:
            continue
        text, article = reading.article.text, view.article(reading.article.source)
        for match in nothing.finditer(text.value):
            a, b = reading.article.sentence_at(match.start()) or match.span()
            sentence = text.span(a, b)
            days = {one.when for one in article.times(sentence) if one.when and _days(one.when) <= _MONTH}
            spots = _spots(sentence, view)
            if gathering.search(text.value, a, match.start()) and len(days) == 1 and spots:
                yield _Empty(sentence, days.pop(), spots=spots)


def _spots(sentence: Span, view: View) -> frozenset[str]:
    """The places named in a sentence that are no states."""
    named = view.article(sentence.source).entities(sentence)
    return frozenset(one for one in named if view.who.kind(one) in _SPOTS and not view.who.bears_state_name(one))


def _days(when: When) -> int:
    return (when.latest - when.earliest).days


def _signs(event: Event, empty: _Empty, view: View) -> bool:
    """True for a signature at that meeting: by its people where they met then, or at its place at that time."""
    article = view.article(event.source)
    sentence = article.sentence(event.hull)
    beside = [one for one in article.events(sentence) if one.type in _MEETINGS]
    day = event.when or next((one.when for one in beside if one.when), None)
    if event.standing not in _TOLD or day is None or not day.meets(empty.when):
        return False
    if empty.spots:
        return _days(day) <= _MONTH and bool(empty.spots & _spots(sentence, view))
    actors = {view.claimant(event.source, name) for name in event.names("actor")}
    return bool(beside) and empty.people <= actors


def _gathering(words: Language) -> re.Pattern[str] | None:
    """The language's words for a meeting."""
    found = words.words("findings", "gatherings")
    return re.compile(rf"(?<!\w)(?:{alternatives(found)})\w{{0,3}}(?!\w)", re.IGNORECASE) if found else None


def _nothing(words: Language) -> re.Pattern[str] | None:
    """The language's "without signing an agreement", "without an agreement"."""
    without, concluding, papers = (words.words("findings", key) for key in ("without", "concluding", "papers"))
    if not (without and papers):
        return None
    verb = rf"(?:(?:\w+\W+){{0,{_BETWEEN}}}(?:{alternatives(concluding)})\w*\W+)?" if concluding else ""
    return re.compile(
        rf"(?<!\w)(?:{alternatives(without)})\W+{verb}(?:\w+\W+){{0,{_WORDS}}}?(?:{alternatives(papers)})",
        re.IGNORECASE,
    )


def _finding(no: _Empty, yes: Event, view: View) -> Finding:
    claimant = view.claimant(yes.source, yes.claimed_by) if yes.claimed_by else ""
    kind = "differing_claims" if view.who.kind(claimant) else "contradiction"
    why = (
        f"The meeting of {told(no.when)}: {view.quoted(no.sentence)} says that nothing was concluded, "
        f"{view.quoted(yes.hull)} tells of a signature then."
    )
    severity = "warning" if kind == "contradiction" else "note"
    return found(kind, "with and without an agreement", (no.sentence, yes.hull), why, severity=severity)
