"""What sets reports of one type at odds: other people or sides, parts turned round, other places or chambers."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.compare.reports import Group, Report, width

__all__ = [
    "AGAIN",
    "EACH",
    "MUTUAL",
    "NATURAL",
    "ONCE",
    "RARE",
    "VICTIMS",
    "apart",
    "at_odds",
    "meets",
    "same_day",
    "shared",
    "turned",
]

ONCE = frozenset(
    {"sign", "ratify", "approve", "exchange_instruments", "enter_into_force", "initial", "accede", "deposit"}
)
EACH = frozenset({"ratify", "approve", "accede", "deposit"})  # done by one chamber or state at a time
#: Acts that both sides do: who is named first as the actor does not matter.
MUTUAL = frozenset(
    {"meet", "call", "negotiate", "agree", "sign", "ceasefire", "exchange_instruments", "enter_into_force", "initial"}
)
#: Acts done by speaking: only the same speakers can have done the same one.
SPEECH = frozenset({"statement", "accuse", "condemn", "demand", "threaten", "promise", "deny", "announce", "warn"})
#: Acts done again any day: the same words about the same people months apart are no sign of one event.
AGAIN = SPEECH | {
    "aid",
    "transfer_arms",
    "attack",
    "deploy",
    "test",
    "test_weapon",
    "sanction",
    "kill",
    "protest",
    "use_weapons",
}
#: Acts that a story tells of so rarely that the day, or the passage, alone shows which one is meant.
RARE = (
    ONCE
    | MUTUAL
    | {"visit", "resign", "dissolve", "extend", "suspend", "resume", "terminate", "veto", "strike", "emergency"}
    | {"mourn", "funeral", "disaster", "accident"}
    | {"lift", "impeach", "dismiss", "elect", "take_office", "topple", "confidence", "rule", "cut_jobs"}
)
VICTIMS = frozenset({"detain", "abduct", "release", "kill"})  # done to somebody: to others it is another act
NATURAL = frozenset({"disaster", "accident"})  # of which a story tells one a day
#: What happens at one place; who signs "for Ukraine" need not do so there.
_PLACED = frozenset({"visit", "meet", "negotiate", "attack", "test", "test_weapon", "detain", "release"})
_STAY = 2  # days that two reports of one visit may lie apart: who comes on a Tuesday is still there on the Wednesday


def meets(group: Group, report: Report) -> bool:
    """True when the dates meet; a visit to one place goes on for days."""
    when = report.when
    if group.when is None or when is None:
        return False
    if group.when.meets(when):
        return True
    near = min(abs((when.earliest - group.when.latest).days), abs((group.when.earliest - when.latest).days)) <= _STAY
    return near and group.type == "visit" and bool(report.places & group.places) and bool(report.people & group.people)


def same_day(group: Group, report: Report) -> bool:
    """True when both are dated to one day."""
    return width(group.when) == width(report.when) == 0 and meets(group, report)


def shared(group: Group, report: Report) -> int:
    """Twice the participants in common, plus the countries in common."""
    return 2 * len(report.parts & group.parts) + len(report.countries & group.countries)


def at_odds(group: Group, report: Report) -> bool:
    """True when the two cannot be one event."""
    kind = group.type
    if kind in NATURAL and report.number not in group.numbers:
        return True  # "the first quake", "the second quake"
    strangers = kind != "visit" and apart(report.people, group.people)  # a guest is not the host
    if strangers or (kind in _PLACED and apart(report.places, group.places)):
        return True
    if kind in EACH and not _same_vote(group, report):
        return True
    if kind not in MUTUAL and turned(group, report):
        return True
    if kind in AGAIN and _on_other_word(group, report):
        return True
    mine = report.sides
    return len(mine) > 1 and any(len(theirs) > 1 and len(mine & theirs) < 2 for theirs in group.sets)


def apart(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """True when both are told and have nothing in common."""
    one, other = set(mine), set(theirs)
    return bool(one) and bool(other) and not one & other


def turned(group: Group, report: Report) -> bool:
    """True when other sides act, it is done to others, or who acts in one is acted on in the other."""
    if apart(report.actors, group.actors) or apart(report.targets, group.targets):
        return True
    if apart(report.doers, group.doers) or apart(report.done_to, group.done_to):
        return True
    if group.type in SPEECH and report.actors and group.actors and report.actors != group.actors:
        return True
    given = ((report.actors, group.actors, group.targets), (group.actors, report.actors, report.targets))
    return any(act and not others and act <= targets for act, others, targets in given)


def _same_vote(group: Group, report: Report) -> bool:
    """True when the same chamber or state is told to act on the same thing; where one is not told, on the same day."""
    if report.bodies and group.bodies:
        here = not apart(report.countries, group.countries)
        if report.deal and report.deal == group.deal and same_day(group, report) and not _told_apart(group, report):
            return here  # one chamber goes by many names
        same = report.bodies == group.bodies and here
        return same and (bool(group.deal) == bool(report.deal) or same_day(group, report))
    return same_day(group, report)


def _told_apart(group: Group, report: Report) -> bool:
    """True when one article tells of both bodies, each by its name."""
    own = [one for one in group.reports if one.event.source == report.event.source]
    return any(one.bodies and one.bodies != report.bodies for one in own)


def _on_other_word(group: Group, report: Report) -> bool:
    """True when somebody else claims it, and no common day shows that both mean one event."""
    other = bool(report.claimant) and bool(group.claimants) and report.claimant not in group.claimants
    return other and not same_day(group, report)
