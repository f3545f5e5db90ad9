"""The life of an agreement as lines: its steps, its provisions, what it replaces and what no article tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.records import Act, Agreement, Provision
from dragoman.report.between import sides
from dragoman.report.dating import dated, precision
from dragoman.report.labels import Labels
from dragoman.report.line import Line, articles, capital, grouped, proof, said, state_of
from dragoman.report.steptext import CONDITION, NOT_YET, TURNED_DOWN, act_text, body_of
from dragoman.report.verbs import OWN_ACTS
from dragoman.report.wording import listed, provides

__all__ = ["STAGES", "Stage", "agreement_lines", "gap_text", "life_cycle", "provisions", "steps"]

#: Columns of the life-cycle table, in legal order, with the acts each holds.
STAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("negotiated", ("negotiated", "initialled")),
    ("signed", ("signed",)),
    ("approved at home", ("approved",)),
    ("ratified", ("ratified", "acceded")),
    ("instruments exchanged or deposited", ("instruments_exchanged", "deposited")),
    ("in force", ("provisionally_applied", "in_force", "resumed", "extended")),
    ("ended", ("suspended", "denounced", "withdrawn", "terminated", "superseded")),
)
#: "ratification by Aldia: not in this coverage (only the vote of “senate”)"
_GAP = re.compile(
    r"(?P<what>[a-z ]+?)(?: by (?P<who>.+?))?: not in this coverage"
    r"(?: \((?P<how>only the vote of|told as ratified by) (?P<vote>.+)\))?"
)


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One cell of a life-cycle: what is told of a party at a stage; no line means a gap or nothing expected."""

    stage: str
    party: str
    lines: tuple[Line, ...]
    gap: str = ""


def agreement_lines(deal: Agreement, labels: Labels) -> Iterator[Line]:
    """An agreement and everything under it."""
    label, say = labels.agreement[deal.id], labels.say
    parties = sides(deal, labels)
    named = [span for treaty in deal.treaties for span in treaty.spans]
    status = say("line.furthest", status=say.name("status", deal.status)) if deal.status else ""
    yield Line(
        label=label,
        region="agreement",
        text=f"{deal.name} ({parties}){status}",
        support=articles(named, labels),
        evidence=proof(named, labels),
    )
    for name, acts in steps(deal, labels):
        yield _act_line(acts, name, label, labels)
    for name, group in provisions(deal, labels):
        yield _provision(group, name, label, labels)
    yield from _outside(deal, label, labels)


def _outside(deal: Agreement, label: str, labels: Labels) -> Iterator[Line]:
    """What it is set beside, and what is missing."""
    number = len(steps(deal, labels)) + len(provisions(deal, labels))
    for named_so in grouped(deal.predecessors, lambda one: one[0]):
        number += 1
        spans = [span for _, span in named_so]
        yield Line(
            label=f"{label}.{number}",
            region="agreement",
            text=labels.say("line.predecessor", name=named_so[0][0]),
            support=articles(spans, labels),
            evidence=proof(spans, labels),
            parent=label,
            part="predecessor",
        )
    for gap in deal.gaps:
        number += 1
        text = capital(gap_text(gap, labels))
        yield Line(label=f"{label}.{number}", region="agreement", text=text, state="gap", parent=label, part="gap")


def gap_text(gap: str, labels: Labels) -> str:
    """What is missing, in the language of the page."""
    found, say = _GAP.fullmatch(gap), labels.say
    what = say.row("gap", found["what"].replace(" ", "_")) if found else None
    if found is None or what is None:
        return gap
    by = say("gap.by", who=labels.party(labels.local.get(found["who"], found["who"]))) if found["who"] else ""
    vote = (
        say("gap.vote" if found["how"].startswith("only") else "gap.told", body=found["vote"]) if found["vote"] else ""
    )
    return say("gap.missing", what=f"{what}{by}") + vote


def steps(deal: Agreement, labels: Labels) -> list[tuple[str, list[Act]]]:
    """The acts of an agreement as lines: reports of one act by one party, in one state, with one date, are one line."""
    key = f"steps of {deal.id}"
    if key not in labels.kept:
        labels.kept[key] = _steps(deal, labels)
    made: list[tuple[str, list[Act]]] = labels.kept[key]
    return made


def _steps(deal: Agreement, labels: Labels) -> list[tuple[str, list[Act]]]:
    groups = grouped(
        deal.acts,
        lambda act: (
            act.act,
            act.party,
            act.standing if act.standing == "under way" else state_of(act.standing, act.claimed_by),
            labels.name(act.source, act.claimed_by),
            act.when.value if act.when else "",
            body_of(act, labels).casefold(),
            act.by.rpartition(", ")[2]
            if act.by.endswith((NOT_YET, TURNED_DOWN, CONDITION))
            else act.standing == "conditional",
        ),
    )
    label = labels.agreement[deal.id]
    return [(f"{label}.{number}", group) for number, group in enumerate(groups, 1)]


def provisions(deal: Agreement, labels: Labels) -> list[tuple[str, list[Provision]]]:
    """The provisions of an agreement as lines: one an obligation and claimant."""
    first = len(steps(deal, labels)) + 1
    groups = grouped(deal.provisions, lambda one: (one.obligation, labels.name(one.source, one.said_by), one.clause))
    order = {one.obligation: number for number, one in reversed(list(enumerate(deal.provisions)))}
    groups.sort(key=lambda group: (not group[0].clause, order[group[0].obligation]))
    return [(f"{labels.agreement[deal.id]}.{number}", group) for number, group in enumerate(groups, first)]


def _provision(group: Sequence[Provision], label: str, parent: str, labels: Labels) -> Line:
    first, say = group[0], labels.say
    triggers = listed((f"“{one.trigger}”" for one in group if one.trigger), say("line.and"))
    remark = "" if first.clause else say("line.remark")
    spans = [span for one in group for span in one.spans]
    if first.obligation.startswith("character"):
        words = say("line.called", words=listed((labels.quoted(one.hull) for one in group), say("line.and")))
    elif first.obligation == "term":  # how long, in the words: the kind alone would say nothing
        words = say("line.term", words=listed((labels.quoted(one.hull) for one in group), say("line.and")))
    else:
        words = provides(first.obligation, say)
    case = say("line.in_case", triggers=triggers) if triggers else ""
    return Line(
        label=label,
        region="agreement",
        text=capital(f"{said(first.said_by, first.source, labels)}{words}{case}{remark}."),
        state="said" if first.said_by else "told",
        support=articles(spans, labels),
        evidence=proof(spans, labels),
        parent=parent,
        part="provision",
        claimant=labels.cited(first.source, first.said_by) if first.said_by else "",
    )


def _act_line(acts: Sequence[Act], label: str, parent: str, labels: Labels) -> Line:
    """One step of an agreement's life, with all articles that report it so."""
    act, spans = acts[0], [span for one in acts for span in one.spans]
    bases = dict.fromkeys(one.when.basis for one in acts if one.when and one.when.basis)
    return Line(
        label=label,
        region="agreement",
        text=act_text(act, labels) + ".",
        state=state_of(act.standing, act.claimed_by),
        when=dated(act.when, labels.say),
        when_note=precision(act.when, labels.say),
        iso=act.when.edtf if act.when else "",
        support=articles(spans, labels),
        evidence=proof(spans, labels),
        basis=tuple(bases),
        parent=parent,
        part="act",
        claimant=labels.cited(act.source, act.claimed_by) if act.claimed_by else "",
    )


def life_cycle(deal: Agreement, labels: Labels) -> list[list[Stage]]:
    """Rows of the table: one a party, a Stage a column; acts of no named party stand in every row they may concern."""
    label = labels.agreement[deal.id]
    made = [(acts[0], _act_line(acts, name, label, labels)) for name, acts in steps(deal, labels)]
    rows = []
    for party in deal.parties or ("",):
        row = []
        for stage, acts in STAGES:
            own = [(act, line) for act, line in made if act.act in acts and act.party in (party, "")]
            pairs = [(act, line) for act, line in own if act.party == party or not _is_somebodys_vote(act, line)]
            name = labels.entity(party) if party else ""
            done = any(line.state in ("told", "said") for act, line in pairs if act.party or act.act not in OWN_ACTS)
            known = labels.entities[party].name if party in labels.entities else name
            gap = next((gap for gap in deal.gaps if not done and _speaks_of(gap, stage, known)), "")
            shown = gap_text(gap, labels)
            row.append(Stage(stage=stage, party=name, lines=tuple(line for _, line in pairs), gap=shown))
        rows.append(row)
    return rows


def _is_somebodys_vote(act: Act, line: Line) -> bool:
    """True for a vote told as done in a chamber whose state is not told: it is one party's, and nobody knows which."""
    return bool(act.body) and line.state in ("told", "said")


def _speaks_of(gap: str, stage: str, party: str) -> bool:
    """A gap's words name the stage and the party (or no party at all)."""
    words = {
        "signed": "signature",
        "ratified": "ratification",
        "instruments exchanged or deposited": "exchange or deposit of instruments",
        "in force": "entry into force",
        "negotiated": "negotiation",
    }
    if not gap.lower().startswith(words.get(stage, stage)):
        return False
    return " by " not in gap or f" by {party}" in gap
