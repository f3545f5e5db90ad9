"""What happened, as lines: of each event the report that tells most, who claims it, and how many origins tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dragoman.records import AWAITED, REFUSED, Event, Happening, When
from dragoman.report import worth
from dragoman.report.dating import dated, precision
from dragoman.report.eventtext import event_text
from dragoman.report.labels import Labels
from dragoman.report.line import Evidence, Line, articles, capital, grouped, lead, origins, proof, state_of
from dragoman.report.vouching import claimants
from dragoman.report.wording import listed
from dragoman.spans import Span

__all__ = ["happening_line"]

_DONE = ("happened", "under way", "claimed")


def happening_line(happening: Happening, labels: Labels) -> Line:
    """The line of an event."""
    told, said, others = _voices(happening.reports)
    state, same = _chosen(happening, (told, said, others), labels)
    best = worth.best(same, happening, labels.story, labels.say.language)
    own = any(one.when for one in ([*told, *said] if state in ("told", "said") else same))  # else a plan gives the day
    when = happening.when or _known_by(happening)
    roles = _roles(best, labels)
    vouching = [one for one in said if roles <= _roles(one, labels)]
    claimed = listed(sorted({name for one in vouching for name in _claimants(one, labels)}), labels.say("line.and"))
    refused = state == "denied" and best.type == "approve" and best.by.endswith(REFUSED)
    if refused:
        state = state_of("happened", best.claimed_by)  # "rejected the bill" is told as done
        claimed = claimed or listed(_claimants(best, labels), labels.say("line.and"))
    ahead = capital(_ahead_of(best, state, labels))
    if state == "said":
        ahead = labels.say("line.according_colon", who=claimed) if claimed else capital(labels.say("lead.claimed"))
    reports = [best, *(one for one in (*told, *said, *others) if one is not best)]
    return Line(
        label=labels.happening[happening.id],
        region="timeline",
        text=event_text(best, happening, same, labels, ahead=ahead, kind="reject" if refused else _kind(best, labels)),
        state=state,
        when=dated(when, labels.say)
        if own or not happening.when
        else labels.say("date.planned", day=dated(when, labels.say)),
        when_note=precision(happening.when, labels.say),
        iso=when.edtf if when else "",
        support=" · ".join(
            _support(happening, _ways(told, said, others, None if told or said else when, labels), labels)
        ),
        evidence=_proof(reports, best, labels),
        basis=tuple(dict.fromkeys(one.when.basis for one in reports if one.when and one.when.basis)),
        claimant=claimed if state == "said" else "",
    )


def _proof(reports: Sequence[Event], best: Event, labels: Labels) -> tuple[Evidence, ...]:
    """Where each report stands; one that tells a plan or a denial of what is told as done says so."""
    found: dict[Span, Evidence] = {}
    for one in reports:
        same = one.standing == best.standing or {one.standing, best.standing} <= set(_DONE)
        note = "" if same else _standing(one, labels)
        for evidence in proof(one.spans[:1], labels, note):
            found.setdefault(evidence.span, evidence)
    return tuple(found.values())


def _ahead_of(report: Event, state: str, labels: Labels) -> str:
    """What stands before an event that is not told as done: planned, possible, not yet, not done, cancelled."""
    if _is_awaited(report):
        return labels.say("lead.not_yet")
    if state == "denied" and report.standing in ("denied", "cancelled"):
        return labels.say("lead.refused" if report.standing == "denied" else "lead.cancelled")
    return lead(state, labels)


def _is_awaited(report: Event) -> bool:
    """True for what a report tells as not done yet."""
    return report.standing in ("denied", "planned") and report.by.endswith(AWAITED)


def _standing(report: Event, labels: Labels) -> str:
    """How an event stands in a report, by the name that a reader knows."""
    return labels.say.name("standing", "not_yet" if _is_awaited(report) else report.standing)


def _known_by(happening: Happening) -> When | None:
    """The days up to the first article that tells an event as done, where none tells its day."""
    return When(earliest=date.min, latest=happening.by, precision="open") if happening.by else None


def _chosen(
    happening: Happening, voices: tuple[list[Event], list[Event], list[Event]], labels: Labels
) -> tuple[str, list[Event]]:
    """(the state of the line, the reports it is written from): told before said, if it tells enough by itself."""
    told, said, others = voices
    for state, reports in (("told", told), ("said", said)):
        if any(worth.tells(one, happening, labels.story) for one in reports):
            return state, reports
    if (told or said) and not any(worth.tells(one, happening, labels.story) for one in others):
        return ("told", told) if told else ("said", said)
    last = happening.changes[-1][1] if happening.changes else happening.standing
    return state_of(last, ""), [one for one in others if one.standing == last] or others


def _support(happening: Happening, ways: Iterator[str], labels: Labels) -> Iterator[str]:
    """Own voice or attested, in which articles; of several reports, from how many origins."""
    yield from ways
    if (found := happening.support) and (found.independent or found.dependent + found.undetermined > 1):
        yield origins(found.independent, found.undetermined, labels, articles=found.dependent + found.undetermined)


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
    told = [one for one in reports if one.told]
    said = [one for one in reports if one.standing in _DONE and one not in told]
    return told, said, [one for one in reports if one.standing not in _DONE]


def _ways(
    told: list[Event], said: list[Event], others: list[Event], when: When | None, labels: Labels
) -> Iterator[str]:
    """Who tells it how, in which articles; a plan with the days it gives."""
    if told:
        yield _way(labels.say("line.told"), told, labels)
    if said:
        yield _way(labels.say("line.attested"), said, labels)
    for group in grouped(others, lambda one: (_standing(one, labels), _ahead(one, labels))):
        way = _way(_standing(group[0], labels), group, labels)
        day = _ahead(group[0], labels)
        yield labels.say("line.way_for", way=way, day=dated(day, labels.say)) if day and day != when else way


def _way(way: str, reports: list[Event], labels: Labels) -> str:
    return labels.say("line.way", way=way, articles=articles([one.spans[0] for one in reports], labels))


def _claimants(report: Event, labels: Labels) -> list[str]:
    """On whose word the report stands, as the text names them."""
    return [labels.cited(report.source, name) for name in claimants(report, labels.story)]


def _ahead(report: Event, labels: Labels) -> When | None:
    """The day a plan gives, unless it lies before the article: then it is of something else."""
    published = labels.story.reading_of[report.source].article.published
    return None if report.when and published and report.when.latest < published.earliest else report.when
