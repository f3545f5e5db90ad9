"""Which reports of an event become a line of the timeline, and from which of them it is written.

A line must say who did what to whom; a report that does not tell so much stays a record.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Event, Figure, Happening, Story, Time
from dragoman.report import valency
from dragoman.report.objects import NATURAL, OF_WHAT, OF_WHOM, TO_WHERE, named_by, object_of, sentence_of
from dragoman.report.takers import counted, keys, participants

__all__ = ["best", "in_words", "is_line", "names_enough", "tells"]

_SAYS = 40  # letters from which a clause without a name may tell whom it is about


def is_line(happening: Happening, story: Story) -> bool:
    """True when some report tells enough for a line."""
    return any(tells(one, happening, story) for one in happening.reports)


def best(reports: Sequence[Event], happening: Happening, story: Story, language: str = "") -> Event:
    """The report a line is written from: one that tells enough, dated, of known people, agreeing with the others.

    Of equal ones, and of those whose own words are the line, it is one in the language of the page.
    """
    agreed = counted(happening, story)

    def rank(one: Event) -> tuple[bool, bool, bool, bool, bool, int, int, int, bool]:
        known, whole = len(participants(one, happening, story)), keys(one, story)
        shared = sum(agreed[role] - 1 for role in whole)
        bare = len(one.roles) - len(whole)
        own = story.reading_of[one.source].article.language == language
        enough = names_enough(one, happening, story)
        return (
            enough,
            tells(one, happening, story),
            one.when is not None,
            own and not enough,
            known > 0,
            known - len(one.roles) - bare,
            shared,
            known,
            own,
        )

    return max(reports, key=rank)


def tells(report: Event, happening: Happening, story: Story) -> bool:
    """True when a line can be made of a report: it names who its kind of act needs, or its own words tell."""
    return names_enough(report, happening, story) or in_words(report, happening, story) != ""


def names_enough(report: Event, happening: Happening, story: Story) -> bool:
    """True when a report names who its kind of act needs."""
    key = ("names enough", report.id, happening.id)
    if key not in story.kept:
        story.kept[key] = _names_enough(report, happening, story)
    kept: bool = story.kept[key]
    return kept


def _names_enough(report: Event, happening: Happening, story: Story) -> bool:
    kind, roles = report.type, participants(report, happening, story)
    by = {role.name for role in roles if role.role == "actor"}
    to = {role.name for role in roles if role.role == "recipient"} - by
    at = {role.name for role in roles if role.role == "place"}
    if not valency.enough(report, happening, by=by, to=to, at=at):
        return False
    needed = (
        kind in OF_WHAT
        or (kind in ("accuse", "condemn") and not to)
        or (kind in OF_WHOM and not to)
        or (kind in TO_WHERE and not (to or at))
    )
    return not needed or bool(object_of(report, roles, happening, story))


def in_words(report: Event, happening: Happening, story: Story) -> str:
    """The words of what was done, on a day or before its article, where its own words tell but name nobody."""
    day = report.when is not None and report.when == happening.when and report.when.earliest == report.when.latest
    lately = happening.when is None and happening.by is not None and report.type in valency.ANY_DAY
    told = report.standing in ("happened", "under way", "claimed")
    verb = " noun " not in report.by
    if report.type in valency.BY_SOMEBODY and (not report.names("actor") or (lately and not report.told)):
        return ""
    unnamed = report.type in OF_WHOM and not report.roles and not _is_counted(report, story)
    if unnamed and (lately or report.end - report.start < _SAYS):
        return ""  # "he is sentenced to life", "that on 24 November they seized": of whom, nothing tells
    told = told and (verb or (day and report.type in valency.BY_NOUN))
    if not (day or lately) or not told or report.type not in valency.IN_WORDS or _by_the_clock(report, story):
        return ""
    return sentence_of(report, story) if verb or report.type not in NATURAL else named_by(report, story)


def _is_counted(report: Event, story: Story) -> bool:
    """True where a number stands for whom it is done to: "21 of the girls have been released"."""
    end = report.trigger.start if report.trigger is not None else report.end
    figures = story.reading_of[report.source].of(Figure)
    return any(report.start <= one.start < end and one.of for one in figures)


def _by_the_clock(report: Event, story: Story) -> bool:
    """True when only an hour is told, which borrows its day from a date nearby: "at 4.17"."""
    times = story.reading_of[report.source].of(Time)
    hour = any(one.type == "TIME" and one.hull == report.when_at for one in times)
    return hour and report.when is not None and report.when.anchor == "date nearby"
