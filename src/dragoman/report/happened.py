"""What happened, as lines: of each event the report that tells most, who claims it, and how many origins tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.records import Event, Happening
from dragoman.report import worth
from dragoman.report.dating import dated, precision
from dragoman.report.labels import Labels
from dragoman.report.line import Line, articles, capital, grouped, lead, origins, proof, state_of
from dragoman.report.wording import clause, listed

__all__ = ["happening_line"]

#: Acts that may be done again any day: the date of another report is not that of this one.
_UNDATED = frozenset({"accuse", "condemn", "demand", "aid", "transfer_arms", "attack", "meet", "call", "threaten"})


def happening_line(happening: Happening, labels: Labels) -> Line:
    """The line of an event."""
    told, said, others = _voices(happening.reports)
    state = state_of("claimed" if said and not told and happening.standing == "happened" else happening.standing, "")
    same = {"told": told, "said": said}.get(state, []) or others or told or said
    best = worth.best(same, happening, labels.story)
    when = best.when if best.when or happening.type in _UNDATED else happening.when
    roles = _roles(best, labels)
    claimants = sorted(
        {labels.cited(one.source, one.claimed_by) for one in said if one.claimed_by and roles <= _roles(one, labels)}
    )
    claimed = listed(claimants, labels.say("line.and"))
    ahead = capital(lead(state, labels))
    if state == "said":
        ahead = labels.say("line.according_colon", who=claimed) if claimants else capital(labels.say("lead.claimed"))
    named = [(one.role, labels.cited(best.source, one.name)) for one in worth.participants(best, same, labels.story)]
    reports = [best, *(one for one in (*told, *said, *others) if one is not best)]
    return Line(
        label=labels.happening[happening.id],
        region="timeline",
        text=ahead + clause(_kind(best, labels), named, labels.say),
        state=state,
        when=dated(when, labels.say),
        when_note=precision(when, labels.say),
        iso=when.edtf if when else "",
        support=" · ".join(_support(happening, _ways(told, said, others, labels), labels)),
        evidence=proof((span for one in reports for span in one.spans[:1]), labels),
        basis=tuple(dict.fromkeys(one.when.basis for one in reports if one.when and one.when.basis)),
        claimant=claimed if state == "said" else "",
    )


def _support(happening: Happening, ways: Iterator[tuple[str, list[Event]]], labels: Labels) -> Iterator[str]:
    """Own voice or attested, in which articles, from how many origins."""
    for way, own in ways:
        yield labels.say("line.way", way=way, articles=articles([one.spans[0] for one in own], labels))
    if happening.support:
        yield origins(happening.support.independent, happening.support.undetermined, labels)


def _kind(report: Event, labels: Labels) -> str:
    """The type of a report; a vote that an article calls a ratification is an approval here as in the agreement."""
    if report.type != "ratify":
        return report.type
    votes = [act for deal in labels.story.agreements for act in deal.acts if act.act == "approved"]
    return "approve" if any(a.meets(b) for act in votes for a in act.spans for b in report.spans[:1]) else "ratify"


def _roles(report: Event, labels: Labels) -> set[tuple[str, str]]:
    return {(one.role, labels.name(report.source, one.name)) for one in report.roles}


def _voices(reports: Sequence[Event]) -> tuple[list[Event], list[Event], list[Event]]:
    """Reports that tell a thing as fact, those that let somebody say it, and those of a plan, a chance or a denial."""
    done = ("happened", "under way", "claimed")
    told = [one for one in reports if one.standing in done[:2] and not one.claimed_by]
    said = [one for one in reports if one.standing in done and one not in told]
    return told, said, [one for one in reports if one.standing not in done]


def _ways(
    told: list[Event], said: list[Event], others: list[Event], labels: Labels
) -> Iterator[tuple[str, list[Event]]]:
    if told:
        yield labels.say("line.told"), told
    if said:
        yield labels.say("line.attested"), said
    for group in grouped(others, lambda one: one.standing):
        yield labels.say.name("standing", group[0].standing), group
