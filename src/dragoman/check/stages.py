"""Steps of an agreement that the report tells as done and no source does: planned or denied there, or not told at all.

The report's account of an agreement is joined with those of the sources as the dossier joins them. A step that any
source tells as done, or a later one of the same agreement, bears the report out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.check.case import Case
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.compare.agreements import agreements
from dragoman.languages import language
from dragoman.read.actmarks import NOT_YET
from dragoman.records import Act, Treaty

__all__ = ["stages"]

#: The steps in the order in which they can only come; later ones imply those before.
_STEPS = ("negotiated", "initialled", "signed", "approved", "ratified", "instruments_exchanged", "in_force")
_DONE = ("happened", "under way")
_OPEN = ("denied", "cancelled", "conditional", "planned", "possible")
_NEAR = 0.4  # how related a sentence may be before it may tell the step in words that are not read
_PLACES = 4  # places in the sources that a verdict shows


def stages(case: Case, checked: Sequence[Verdict] = ()) -> Iterator[Verdict]:
    """One verdict a step that is further in the report than in any source; `checked` has those of other kinds."""
    own = case.report.source.id
    if not any(treaty.acts for treaty in case.report.reading.of(Treaty)):
        return
    for deal in agreements([case.report.reading, *case.readings], case.entities):
        acts = [act for treaty in deal.treaties for act in treaty.acts]
        theirs = [act for act in acts if act.source != own]
        for act in (act for act in acts if act.source == own):
            if act.standing in _DONE and not act.claimed_by and act.act in _STEPS and theirs and not _quoted(case, act):
                verdict = _judged(case, act, theirs)
                if verdict and not (verdict.verdict == "absent" and _borne(case, act, checked)):
                    yield verdict


def _borne(case: Case, act: Act, checked: Sequence[Verdict]) -> bool:
    """True when a figure or date of the sentence is found: some source tells it, in words that are not read as acts."""
    line = case.line_of(act)
    inside = [one for one in checked if line and line.span.start <= one.start < line.span.end]
    return any(one.kind in ("figure", "date") and not one.finding for one in inside)


def _quoted(case: Case, act: Act) -> bool:
    """True when the report lets somebody say it."""
    quotes = case.quotes[act.source]
    return any(one.kind != "scare" and any(span.meets(act.hull) for span in one.spans) for one in quotes)


def _judged(case: Case, act: Act, theirs: Sequence[Act]) -> Verdict | None:
    """Differing where the sources tell the step as open, absent where they only tell earlier ones."""
    done = [one for one in theirs if one.standing in (*_DONE, "claimed") and one.act in _STEPS]
    reached = [one for one in done if _STEPS.index(one.act) >= _STEPS.index(act.act) and _one_party(case, act, one)]
    if reached:
        return None
    still = [one for one in theirs if one.act == act.act and one.standing in _OPEN and _one_party(case, act, one)]
    if still:
        first = min(still, key=lambda one: (_OPEN.index(one.standing), one.source, one.start))
        shown = [first, *(one for one in still if one is not first)]
        how = NOT_YET if any(NOT_YET in one.by for one in still) else first.standing
        why = f"The sources tell this step as {'not done yet' if how == NOT_YET else how}; the report as done."
        return _verdict(act, "differing", how, why, shown)
    if not done or _may_be_told(case, act):
        return None
    last = max(done, key=lambda one: (_STEPS.index(one.act), one.source, one.start))
    shown = [one for one in done if one.act == last.act]
    why = f"No source tells this step; the furthest they tell is {last.act.replace('_', ' ')}."
    return _verdict(act, "absent", last.act.replace("_", " "), why, shown)


def _may_be_told(case: Case, act: Act) -> bool:
    """True when a sentence in a language that `check` does not read comes near to the report's."""
    line = case.line_of(act)
    near = case.related(line) if line else []
    return any(score >= _NEAR and not language(other.language).section("check") for score, other in near)


def _one_party(case: Case, act: Act, other: Act) -> bool:
    """True unless the two are told of two parties."""
    if not act.party or not other.party:
        return True
    mine, theirs = (case.who.state(case.who.entity(one.source, one.party)) for one in (act, other))
    return mine == theirs


def _verdict(act: Act, verdict: str, how: str, why: str, shown: Sequence[Act]) -> Verdict:
    evidence = tuple(Evidence(span=one.hull, note=one.standing) for one in shown[:_PLACES])
    hull = act.hull
    return Verdict(
        start=hull.start, end=hull.end, kind="standing", verdict=verdict, how=how, why=why, evidence=evidence
    )
