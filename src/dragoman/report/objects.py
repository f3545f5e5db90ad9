"""What an act is done to, where a line says nothing without it: the agreement, else the article's own words."""

from __future__ import annotations

import re

from dragoman.records import Event, Happening, Role, Story
from dragoman.spans import Span

__all__ = ["OF_WHAT", "OF_WHOM", "OVER_WHAT", "object_of"]

#: Acts that say nothing without what is signed, approved, vetoed.
OF_WHAT = frozenset(
    {"sign", "initial", "approve", "ratify", "extend", "suspend", "resume", "terminate", "denounce", "deposit"}
    | {"enter_into_force", "exchange_instruments", "apply_provisionally", "agree", "veto", "replace", "withdraw"}
)
#: Acts whose complaint or decision stands behind the word that names them; the places there are of what it is about.
OVER_WHAT = frozenset({"accuse", "condemn", "threaten", "rule", "investigate", "ban", "lift"})
#: Acts that say nothing without whom they make something of.
OF_WHOM = frozenset({"elect", "appoint", "dismiss", "release", "detain", "convict", "extradite", "expel"})
#: What one chamber or state does by itself: a step of the agreement only where the report itself is one.
_EACH = frozenset({"approve", "ratify", "accede", "deposit"})
_SHORT = 8  # letters from which words may tell what is done
_BETWEEN = 25  # letters between who acts and the act from which the object stands there: "hat dem Gesetz zugestimmt"
_LONG = 110  # letters of an article that a line takes in
_MARKS = re.compile(r"[“”«»\"]+")
_TRIM = " ,;:–-"


def object_of(report: Event, roles: tuple[Role, ...], happening: Happening, story: Story) -> str:
    """The agreement or the words that say what is done; "" for acts that need none and where nothing tells."""
    if report.type in OF_WHOM:
        return "" if any(one.role == "recipient" for one in roles) else _behind(report, story)
    if report.type not in OF_WHAT | OVER_WHAT:
        return ""
    deal = _deal(report, happening, story) if report.type in OF_WHAT else ""
    told = [one.name for one in report.roles if one.role in ("instrument", "about")]
    if len(deal.split()) > 1:
        return f"“{deal}”"
    words = f"“{told[0]}”" if told else _behind(report, story)
    return words or (f"“{deal}”" if deal else "")  # "deal" alone tells less than the article's own words


def _deal(report: Event, happening: Happening, story: Story) -> str:
    """The name of the agreement the event is a step of; of a vote only when this report is that step."""
    deal = next((one for one in story.agreements if one.id == happening.agreement), None)
    if deal is None:
        return ""
    step = any(span in act.spans for act in deal.acts for span in report.spans)
    return deal.name if step or report.type not in _EACH else ""


def _behind(report: Event, story: Story) -> str:
    """The words of the clause behind the act; all of them when who acts or what it is done to stands before it."""
    clause = next((span for span in report.spans if report.trigger and span.covers(report.trigger)), report.spans[0])
    start = _start(report, clause)
    if clause.end - start < _SHORT:
        start = clause.start
    words = _words(Span(clause.source, start, clause.end), story)
    passive = start == clause.start and report.trigger is not None and report.trigger.start > start
    told = _words(Span(clause.source, start, report.trigger.start), story) if passive and report.trigger else words
    if len(_besides(told, report, story)) < _SHORT:
        return ""
    if len(words) > _LONG:
        words = words[:_LONG].rsplit(" ", 1)[0] + " …"
    return f"“{'… ' if start > clause.start else ''}{words}”"


def _start(report: Event, clause: Span) -> int:
    """Where the object begins, as far as the places of the act and of those who take part tell."""
    trigger = report.trigger
    if trigger is None:
        return clause.start
    placed = sorted((one.at, one.role) for one in report.roles if one.at and clause.covers(one.at))
    before = [trigger.start - at.end for at, role in placed if role == "actor" and at.end <= trigger.start]
    if (before and min(before) > _BETWEEN) or (not before and any(role == "actor" for _, role in placed)):
        return clause.start
    for at, role in placed:
        if role == "recipient" and report.type in OVER_WHAT and trigger.end <= at.start and at.end < clause.end:
            return at.end
    return trigger.end


def _words(span: Span, story: Story) -> str:
    """The words as a reader sees them, without marks."""
    text = story.reading_of[span.source].article.text
    place = text.find(span.start, span.end)
    return " ".join(_MARKS.sub("", text.value[slice(*place)] if place else story.words(span)).split()).strip(_TRIM)


def _besides(words: str, report: Event, story: Story) -> str:
    """The words without the act, those who take part and the date."""
    known = [report.trigger, report.when_at, *(role.at for role in report.roles if role.role in ("actor", "place"))]
    for span in known:
        words = words.replace(_words(span, story), "") if span else words
    return words.strip(_TRIM)
