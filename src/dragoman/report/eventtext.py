"""The sentence of an event: who did what in our words, or the article's own words where they tell it themselves."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import UNTYPED, Event, Happening, Role
from dragoman.report import worth
from dragoman.report.labels import Labels
from dragoman.report.objects import DECIDED, NATURAL, OF_WHOM, OVER_WHAT, named_by, object_of
from dragoman.report.takers import participants
from dragoman.report.wording import clause

__all__ = ["event_text"]

_CLAUSE = 5  # words from which words of an article are no name of a thing


def event_text(
    report: Event, happening: Happening, reports: Sequence[Event], labels: Labels, *, ahead: str, kind: str
) -> str:
    """What a line says of an event, written from one of the `reports`; `ahead` stands before it."""
    parts, thing = _told(report, happening, reports, labels)
    whole = _whole(thing, report, labels)
    if report.type == UNTYPED:
        return thing
    if whole and thing[1:2].isupper() and _in_language(report, labels):
        return ahead + thing  # a sentence of the reader's language needs no word for its act
    named = _named(report, () if whole else parts, thing, labels)
    return ahead + clause(kind, named, labels.say)


def _told(
    report: Event, happening: Happening, reports: Sequence[Event], labels: Labels
) -> tuple[tuple[Role, ...], str]:
    """Who takes part, and what is done; of nobody where the article's own words tell it."""
    story = labels.story
    parts = participants(report, happening, story)
    thing = object_of(report, parts, happening, story)
    hides = not thing and _hides(report, parts)
    if hides or not worth.names_enough(report, happening, story):
        words = worth.in_words(report, happening, story)
        if words:
            return (), words
    if thing and report.type in DECIDED and report.type != "win_election":
        return (), thing  # the sentence names who decided
    if report.type in NATURAL and " noun " in report.by:
        thing = named_by(_named_here(report, reports, labels), story) or thing
    return parts, thing


def _hides(report: Event, parts: Sequence[Role]) -> bool:
    """True where a verb has a subject that goes by no name: "Police opened fire on …" is no "Attack: Kenya"."""
    acting = any(one.role == "actor" for one in parts)
    return not acting and " verb " in report.by and bool(report.names("actor"))


def _named(report: Event, parts: Sequence[Role], thing: str, labels: Labels) -> list[tuple[str, str]]:
    """(part, name) of those who are named beside what is done."""
    own_words = thing != "" and thing[1:-1] not in {deal.name for deal in labels.story.agreements}
    own_words = own_words and (report.type not in NATURAL or " noun " not in report.by)  # whose words are its name
    hidden = {"instrument", "about"} | ({"place"} if report.type in OVER_WHAT or own_words else set())
    named = [(one.role, labels.cited(report.source, one.name)) for one in parts if one.role not in hidden]
    named = [(role, name) for role, name in named if role != "recipient" or name not in thing or report.type in OF_WHOM]
    return [*named, ("instrument", thing)] if thing else named


def _named_here(report: Event, reports: Sequence[Event], labels: Labels) -> Event:
    """The report whose word for a disaster is of the language of the page: “earthquake”, not “terremoto”."""
    own = [one for one in reports if _in_language(one, labels)]
    return next((one for one in own if " noun " in one.by), report)


def _whole(thing: str, report: Event, labels: Labels) -> bool:
    """True when the words of the article that tell what is done tell the act, too."""
    named = {one.name for one in report.roles} | {deal.name for deal in labels.story.agreements}
    own = thing and report.trigger and not thing.startswith("“…") and thing[1:-1] not in named
    if not own or not report.trigger or len(thing.split()) < _CLAUSE:
        return False
    return " ".join(labels.story.words(report.trigger).split()).casefold() in thing.casefold()


def _in_language(report: Event, labels: Labels) -> bool:
    """True for words of the language of the page."""
    return labels.story.reading_of[report.source].article.language == labels.say.language
