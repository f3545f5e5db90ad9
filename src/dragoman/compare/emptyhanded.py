"""A meeting that ended without an agreement in one article, and at which one was signed in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.compare.view import View, found, told
from dragoman.languages import Language, alternatives, language
from dragoman.records import Event, Finding, Happening, When

__all__ = ["empty_handed"]

_MEETINGS = frozenset({"visit", "meet", "negotiate"})
_TOLD = ("happened", "under way", "claimed")
_BETWEEN, _WORDS = 3, 5  # words between "without" and its verb, and between the verb and what was not concluded
_YEAR = 366  # days of the longest stretch in which a meeting is dated


def empty_handed(view: View) -> Iterator[Finding]:
    """Two people's meeting of one time: without an agreement here, with one signed there."""
    empty = [one for happening in view.timeline for one in _empty(happening, view)]
    signed = (
        [one for happening in view.timeline if happening.type == "sign" for one in happening.reports] if empty else []
    )
    for no, people, when in empty:
        for yes in signed:
            if yes.source != no.source and _signs(yes, people, when, view):
                yield _finding(no, yes, when, view)
                break


def _empty(happening: Happening, view: View) -> Iterator[tuple[Event, frozenset[str], When]]:
    """The reports of a dated meeting of two persons whose sentence says that nothing was concluded."""
    when = happening.when
    people = frozenset(role.name for role in happening.roles if view.who.kind(role.name) == "PER")
    if happening.type not in _MEETINGS or len(people) < 2 or when is None or (when.latest - when.earliest).days > _YEAR:
        return
    for report in happening.reports:
        article = view.article(report.source)
        pattern = language(article.reading.article.language).once(_nothing)
        sentence = article.sentence(report.hull)
        named = article.entities(sentence)
        if pattern and report.standing == "happened" and people <= named and pattern.search(view.whole(sentence)):
            yield report, people, when


def _signs(event: Event, people: frozenset[str], when: When, view: View) -> bool:
    """True for a signature by these people at a meeting of that time."""
    article = view.article(event.source)
    beside = [one for one in article.events(article.sentence(event.hull)) if one.type in _MEETINGS]
    day = event.when or next((one.when for one in beside if one.when), None)
    actors = {view.claimant(event.source, name) for name in event.names("actor")}
    return event.standing in _TOLD and bool(beside) and day is not None and day.meets(when) and people <= actors


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


def _finding(no: Event, yes: Event, when: When, view: View) -> Finding:
    sentence = view.article(no.source).sentence(no.hull)
    claimant = view.claimant(yes.source, yes.claimed_by) if yes.claimed_by else ""
    kind = "differing_claims" if view.who.kind(claimant) else "contradiction"
    why = (
        f"The meeting of {told(when)}: {view.quoted(sentence)} says that nothing was concluded, "
        f"{view.quoted(yes.hull)} tells of a signature then."
    )
    severity = "warning" if kind == "contradiction" else "note"
    return found(kind, "with and without an agreement", (sentence, yes.hull), why, severity=severity)
