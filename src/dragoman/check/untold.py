"""Acts that the report tells as done and no source tells in any way: resigned, convicted, vetoed.

Only acts that are told of one person and that every account of them would tell; where some source tells an act of the
kind, planned, denied or done, or a language whose acts are not read comes near to the report's words, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.check.case import Case, Line
from dragoman.check.verdicts import Verdict, told_nowhere
from dragoman.languages import language
from dragoman.models import ENCODED
from dragoman.records import Event

__all__ = ["untold"]

#: Kinds of acts that are news wherever they happen, with what is nearly the same.
_GRAVE = {
    "resign": ("resign", "dismiss", "topple"),
    "dismiss": ("dismiss", "resign", "topple", "impeach"),
    "convict": ("convict", "sentence"),
    "acquit": ("acquit",),
    "detain": ("detain", "convict"),
    "impeach": ("impeach", "dismiss", "topple"),
    "topple": ("topple", "impeach", "dismiss"),
    "elect": ("elect", "appoint"),
    "veto": ("veto", "reject"),
}  # fmt: skip
_NEAR = 0.45  # how related a sentence may be before it may tell the act in words that are not read
_DONE = ("happened", "under way")


def untold(case: Case) -> Iterator[Verdict]:
    """One verdict a sentence with a grave act of somebody whom the sources name and of whom none tells it."""
    told = {event.type for event, _ in case.placed(Event)}
    for event in case.report.reading.of(Event):
        line = case.line_of(event)
        if line is None or event.standing not in _DONE or event.claimed_by or not _own_voice(case, event):
            continue
        if event.by.startswith("trigger noun"):  # "threatened with arrest"
            continue
        if event.type in _GRAVE and not told & set(_GRAVE[event.type]) and _could_be_told(case, line):
            yield _said(case, event, line)


def _own_voice(case: Case, event: Event) -> bool:
    """True unless somebody says it in the report."""
    quotes = case.quotes[event.source]
    return not any(one.kind != "scare" and any(span.meets(event.hull) for span in one.spans) for one in quotes)


def _could_be_told(case: Case, line: Line) -> bool:
    """True when the sources name somebody of the sentence and none that `check` does not read comes near it."""
    named = [one for one in line.entities if case.who.kind(one) == "PER"]
    if not any(one in other.entities for one in named for other in case.lines):
        return False
    unread = {one.language for one in case.lines if not language(one.language).section("check")}
    if not unread <= ENCODED or (unread and not case.shelf.settings.encoder):
        return False
    return all(score < _NEAR for score, other in case.related(line) if other.language in unread)


def _said(case: Case, event: Event, line: Line) -> Verdict:
    nearest = next((other.span for _, other in case.related(line)), None)
    why = f"No source tells of anything of this kind ({event.type.replace('_', ' ')})."
    return told_nowhere(line.span, nearest, why=why)
