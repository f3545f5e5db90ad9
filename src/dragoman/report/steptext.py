"""The sentence of a step in an agreement's life: who told it, how it stands, who took it, what it was."""

from __future__ import annotations

from dragoman.records import Act
from dragoman.report.labels import Labels
from dragoman.report.line import capital, lead, said, state_of
from dragoman.report.verbs import OWN_ACTS
from dragoman.report.wording import act_clause

__all__ = ["CONDITION", "NOT_YET", "TURNED_DOWN", "act_text", "body_of"]

_AGREED, _CALLED_RATIFIED = ", agreed", ", called ratified"  # in the rule of a step: how its article tells it
TURNED_DOWN = "turned down"  # how the rule of a step ends that somebody refuses or rejects
CONDITION = "condition"  # how the rule of a step ends on which something else depends: "once it is signed"
NOT_YET = "not yet"  # how the rule of a step ends that is denied because it is still to come


def act_text(act: Act, labels: Labels, thing: str = "") -> str:
    """The sentence of a step: claimant, standing, who, what; `thing` names the agreement where "it" would not do."""
    say, state = labels.say, state_of(act.standing, act.claimed_by)
    party = labels.party(labels.called(act.party)) if act.party else ""
    body = f"“{body_of(act, labels)}”" if body_of(act, labels) else ""
    who = f"{party} ({body})" if party and body else party or body
    ahead = say("lead.not_yet") if act.by.endswith(NOT_YET) else lead(state, labels)
    if state == "denied" and not act.by.endswith(NOT_YET):
        ahead = say("lead.rejected" if act.by.endswith(TURNED_DOWN) else "lead.refused")
    if act.standing == "conditional":
        ahead = say("lead.condition" if act.by.endswith(CONDITION) else "lead.conditional")
    if act.standing == "under way":
        ahead = say("lead.under_way")
    elif state == "said" and not act.claimed_by:
        ahead = say("lead.claimed")
    done = state in ("told", "said") and act.standing != "under way"
    name = _called(act, labels)
    words = act_clause(name, who, done=done, say=say, thing=thing)
    unknown = say("line.by_whom") if act.act in OWN_ACTS and not who and state != "denied" else ""
    return capital(f"{said(act.claimed_by, act.source, labels)}{ahead}{words}{unknown}")


def _called(act: Act, labels: Labels) -> str:
    """The wording of a step: a vote at home, what the article calls a ratification, members who accept, a deal made."""
    if act.act == "negotiated" and _AGREED in act.by:
        return "concluded"
    if act.act != "approved":
        return act.act
    if not _is_at_home(act, labels):
        party = labels.entities.get(act.party)
        told_so = _CALLED_RATIFIED in act.by and party is not None and party.kind == "GPE"
        return "ratified_at_home" if told_so else "accepted"
    return "ratified_at_home" if _CALLED_RATIFIED in act.by else "approved"


def _is_at_home(act: Act, labels: Labels) -> bool:
    """True for the vote of a chamber; what the members of a party or union vote for, it accepts."""
    party = labels.entities.get(act.party)
    return bool(act.body) and act.body != act.party and (not act.party or (party is not None and party.kind != "ORG"))


def body_of(act: Act, labels: Labels) -> str:
    """The chamber that acted; "" where it is the party itself, in whatever language."""
    party = labels.entities.get(act.party)
    names = [name.casefold() for _, name in party.names] if party else []
    own = labels.called(act.party).casefold().strip("“”") if act.party else ""
    return "" if act.body.casefold() in (*names, own) else act.body
