"""What an act is done to, where a line says nothing without it: the agreement, else the article's own words."""

from __future__ import annotations

from dragoman.records import Event, Happening
from dragoman.report.labels import Labels
from dragoman.spans import Span

__all__ = ["OVER_WHAT", "object_of"]

#: Acts that say nothing without what is signed, approved, vetoed.
_OF_WHAT = frozenset(
    {"sign", "initial", "approve", "ratify", "extend", "suspend", "resume", "terminate", "denounce", "deposit"}
    | {"enter_into_force", "exchange_instruments", "apply_provisionally", "agree", "veto", "replace", "withdraw"}
)
#: Acts whose complaint or decision stands behind the word that names them; the places there are of what it is about.
OVER_WHAT = frozenset({"accuse", "condemn", "threaten", "rule", "investigate", "ban", "lift"})
_SHORT = 8  # letters behind the word that names the act from which they may tell what it is done to
_LONG = 110  # letters of an article that a line takes in


def object_of(report: Event, happening: Happening, labels: Labels) -> str:
    """The agreement or the words that say what is done; "" for acts that need none."""
    told = [one.name for one in report.roles if one.role in ("instrument", "about")]
    if report.type in _OF_WHAT:
        deal = next((one for one in labels.story.agreements if one.id == happening.agreement), None)
        if deal is not None:
            return f"“{deal.name}”"
    if report.type not in _OF_WHAT | OVER_WHAT:
        return ""
    return f"“{told[0]}”" if told else _behind(report, labels)


def _behind(report: Event, labels: Labels) -> str:
    """The words of the clause behind the act; all of them when who acts stands there: "signed by both ministers"."""
    clause = next((span for span in report.spans if report.trigger and span.covers(report.trigger)), report.spans[0])
    start = report.trigger.end if report.trigger else clause.start
    for one in sorted((one for one in report.roles if one.at and one.at.start >= start), key=lambda one: one.at):
        if one.role == "actor":
            start = clause.start
            break
        if one.role == "recipient" and report.type in OVER_WHAT and one.at and one.at.end < clause.end:
            start = one.at.end
            break
    tail = Span(clause.source, start, clause.end) if clause.end - start >= _SHORT else clause
    words = labels.quoted(tail).strip("“” ,;:")
    if len(words) > _LONG:
        words = words[:_LONG].rsplit(" ", 1)[0] + " …"
    return f"“{'… ' if tail != clause else ''}{words}”"
