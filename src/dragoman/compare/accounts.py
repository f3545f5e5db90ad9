"""Accounts of one event against each other: told as fact or only claimed, done or denied, planned and done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.compare.view import View, found, told
from dragoman.records import Event, Finding, Happening, When

__all__ = ["accounts"]

_TOLD = frozenset({"happened", "under way"})
_DENIED = frozenset({"denied", "cancelled"})
#: Acts that a side may dispute; whether somebody met or spoke is no matter of certainty.
_DISPUTED = frozenset({"transfer_arms", "deploy", "aid", "test", "test_weapon", "detain", "abduct", "withdraw"})
#: What is planned and then done; steps of agreements have a rule of their own.
_PLANNED = frozenset({"visit", "meet", "call", "negotiate", "deploy", "withdraw", "release", "open_mission", "test"})
_PLANS = frozenset({"planned", "possible", "conditional"})


def accounts(view: View) -> Iterator[Finding]:
    """Reports of one event that stand otherwise in different articles."""
    for happening in view.timeline:
        reports = sorted(happening.reports, key=lambda one: (one.source, one.start, one.end))
        told_so = [one for one in reports if one.standing in _TOLD and not one.claimed_by]
        if happening.type in _DISPUTED:
            yield from _certainty(happening, told_so, reports, view)
        if happening.type in _PLANNED:
            yield from _outcome(happening, told_so, reports, view)
        yield from _denied(happening, reports, view)


def _certainty(
    happening: Happening, told_so: Sequence[Event], reports: Sequence[Event], view: View
) -> Iterator[Finding]:
    """Fact in one article, somebody's claim in another."""
    claimed = [one for one in reports if one.standing == "claimed" and one.claimed_by]
    for one in told_so:
        other = next((c for c in claimed if c.source != one.source and _common(one, c, view) > 1), None)
        if other:
            who = view.who.name(view.claimant(other.source, other.claimed_by))
            why = f"{_act(happening)}: fact in {view.quoted(one.hull)}, a claim of {who} in {view.quoted(other.hull)}."
            yield found("differing_certainty", "fact and claim", (one.hull, other.hull), why)
            return


def _outcome(happening: Happening, told_so: Sequence[Event], reports: Sequence[Event], view: View) -> Iterator[Finding]:
    """Announced in one article, done in another that is not older."""
    plans = [one for one in reports if one.standing in _PLANS]
    done = next((one for one in told_so if one.when), None)
    if done is None:
        return
    for plan in plans:
        if plan.source == done.source or _earlier(view.published(done.source), view.published(plan.source)):
            continue
        if _common(plan, done, view) < 2:
            continue
        day = f", {told(plan.when)}" if plan.when else ""
        why = (
            f"{_act(happening)}: {plan.standing} in {view.quoted(plan.hull)}{day}; done in {view.quoted(done.hull)}, "
            f"{told(done.when)}."
        )
        yield found("plan_and_outcome", "plan and outcome", (plan.hull, done.hull), why)
        return


def _denied(happening: Happening, reports: Sequence[Event], view: View) -> Iterator[Finding]:
    """Done in one article and not done in another, of the same people and days, that tells it nowhere done itself."""
    own_voice = {one.source for one in reports if one.told}  # halted in the morning and signed at noon denies nothing
    for no in (one for one in reports if one.standing in _DENIED and one.source not in own_voice):
        for yes in reports:
            if yes.standing not in (*_TOLD, "claimed") or yes.source == no.source or _common(no, yes, view) < 2:
                continue
            mine, theirs = (view.country_or_self(one.source, one.claimed_by) for one in (no, yes))
            own = not mine and not theirs and bool(no.when and yes.when and no.when.meets(yes.when))
            if not own and (mine == theirs or not mine or not theirs):
                continue
            kind = "contradiction" if own else "differing_claims"
            why = f"{_act(happening)}: not done in {view.quoted(no.hull)}, done in {view.quoted(yes.hull)}."
            severity = "error" if own else "note"
            yield found(kind, "done and not done", (no.hull, yes.hull), why, severity=severity)
            return


def _common(one: Event, other: Event, view: View) -> int:
    """How many participants two reports share, countries through their people."""
    mine, theirs = (
        {view.country_or_self(event.source, role.name) for role in event.roles if role.role != "about"}
        for event in (one, other)
    )
    return len(mine & theirs)


def _earlier(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and one.latest < other.earliest


def _act(happening: Happening) -> str:
    return happening.type.replace("_", " ").capitalize()
