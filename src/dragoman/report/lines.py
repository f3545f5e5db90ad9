"""The lines of a dossier, made once and rendered by every format.

A line says, in our words and from a fixed template, no more than its evidence; the claimant stands inside the sentence.
`state` is told (as fact, in an article's own voice), said (attested, not corroborated), planned, possible, denied, gap
or "".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dragoman.records import (
    Act,
    Agreement,
    Event,
    Figure,
    Finding,
    Happening,
    Provision,
    Quote,
    Story,
    Utterance,
    When,
)
from dragoman.report import worth
from dragoman.report.labels import Labels
from dragoman.report.wording import OWN_ACTS, SHOWN_EVENTS, act_clause, clause, listed, plural, provides
from dragoman.spans import Span

__all__ = [
    "STAGES",
    "Evidence",
    "Line",
    "Stage",
    "act_text",
    "dated",
    "figure_text",
    "life_cycle",
    "lines",
    "lines_of",
    "provisions",
    "state_of",
    "steps",
]

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
#: Findings that say how well a thing is attested, or that it is missing; all others point at something to look at.
_REGIONS = {"corroborated": "support", "attested": "support", "single_source": "support", "missing": "missing"}
_LETTERS = {"wrong": "X", "support": "S", "missing": "M"}
_LEADS = {"planned": "planned: ", "possible": "possible: ", "denied": "denied or cancelled: "}
#: Acts that may be done again any day: the date of another report is not that of this one.
_UNDATED = frozenset({"accuse", "condemn", "demand", "aid", "transfer_arms", "attack", "meet", "call", "threaten"})
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Words of one article that a line rests on."""

    span: Span
    language: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a dossier."""

    label: str
    region: str  # agreement, timeline, quotes, figures, wrong, missing, support
    text: str
    state: str = ""
    when: str = ""
    when_note: str = ""
    iso: str = ""
    support: str = ""
    evidence: tuple[Evidence, ...] = ()
    basis: tuple[str, ...] = ()
    parent: str = ""  # the label of the line it belongs under
    part: str = ""  # within agreement: act, provision, predecessor, gap
    claimant: str = ""  # who says so, as the text names them
    severity: str = ""  # of a finding: note, warning, error
    rule: str = ""  # the rule that found it


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One cell of a life-cycle: what is told of a party at a stage; no line means a gap or nothing expected."""

    stage: str
    party: str
    lines: tuple[Line, ...]
    gap: str = ""


def lines_of(labels: Labels) -> tuple[Line, ...]:
    """Every line of the labels' story, made once for all writers."""
    if "lines" not in labels.kept:
        labels.kept["lines"] = tuple(lines(labels.story, labels))
    made: tuple[Line, ...] = labels.kept["lines"]
    return made


def lines(story: Story, labels: Labels) -> Iterator[Line]:
    """Every line, region after region."""
    for deal in story.agreements:
        yield from _agreement(deal, story, labels)
    for happening in labels.timeline:
        yield _happening(happening, labels)
    for utterance in story.utterances:
        yield from _utterance(utterance, story, labels)
    yield from _figures(story, labels)
    yield from _findings(story, labels)


# -- dates -----------------------------------------------------------------------------------------


def dated(when: When | None) -> str:
    """A date as a person writes it, no finer than it is known."""
    if when is None:
        return "undated"
    first, last = when.earliest, when.latest
    if first == last:
        return _day(first)
    if when.precision == "year" or (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if when.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if first == date.min or last == date.max or when.precision == "open":
        return f"by {_day(last)}" if last != date.max else f"from {_day(first)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    start = f"{first.day} {_MONTHS[first.month - 1]}" if first.year == last.year else _day(first)
    return f"{start} – {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _precision(when: When | None) -> str:
    return when.precision if when else "no date in the words"


# -- agreement -------------------------------------------------------------------------------------


def state_of(standing: str, claimed_by: str) -> str:
    """The state a reader sees for a standing."""
    if standing in ("planned", "possible", "conditional"):
        return "planned" if standing == "planned" else "possible"
    if standing in ("denied", "cancelled"):
        return "denied"
    return "said" if claimed_by or standing == "claimed" else "told"


def _proof(spans: Iterable[Span], labels: Labels, note: str = "") -> tuple[Evidence, ...]:
    unique = dict.fromkeys(spans)
    return tuple(
        Evidence(span=span, language=labels.reading[span.source].article.language, note=note) for span in unique
    )


def _said(claimed_by: str, source: str, labels: Labels) -> str:
    """ "According to Seoul, " – the claimant as the start of a sentence; "" when the article speaks itself."""
    return f"According to {labels.cited(source, claimed_by)}, " if claimed_by else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _agreement(deal: Agreement, story: Story, labels: Labels) -> Iterator[Line]:
    label = labels.agreement[deal.id]
    parties = listed(labels.entity(party) for party in deal.parties) or "parties not told"
    named = [span for treaty in deal.treaties for span in treaty.spans]
    status = f"; furthest step in this coverage: {deal.status.replace('_', ' ')}" if deal.status else ""
    yield Line(
        label=label,
        region="agreement",
        text=f"{deal.name} ({parties}){status}",
        support=_articles(named, labels),
        evidence=_proof(named, labels),
    )
    for name, acts in steps(deal, labels):
        yield act_line(acts, name, label, labels)
    for name, group in provisions(deal, labels):
        yield _provision(group, name, label, labels)
    number = len(steps(deal, labels)) + len(provisions(deal, labels))
    for named_so in _grouped(deal.predecessors, lambda one: one[0]):
        number += 1
        spans = [span for _, span in named_so]
        yield Line(
            label=f"{label}.{number}",
            region="agreement",
            text=f"Named as an earlier agreement it replaces or builds on: {named_so[0][0]}.",
            support=_articles(spans, labels),
            evidence=_proof(spans, labels),
            parent=label,
            part="predecessor",
        )
    for gap in deal.gaps:
        number += 1
        yield Line(
            label=f"{label}.{number}", region="agreement", text=_capital(gap), state="gap", parent=label, part="gap"
        )


def _grouped(items: Iterable[T], key: Callable[[T], object]) -> list[list[T]]:
    """Items with equal keys together, in the order in which each key first came."""
    groups: dict[object, list[T]] = {}
    for one in items:
        groups.setdefault(key(one), []).append(one)
    return list(groups.values())


def steps(deal: Agreement, labels: Labels) -> list[tuple[str, list[Act]]]:
    """The acts of an agreement as lines: reports of one act by one party, in one state, with one date, are one line."""
    groups = _grouped(
        deal.acts,
        lambda act: (
            act.act,
            act.party,
            act.standing,
            labels.name(act.source, act.claimed_by),
            act.when.value if act.when else "",
        ),
    )
    label = labels.agreement[deal.id]
    return [(f"{label}.{number}", group) for number, group in enumerate(groups, 1)]


def provisions(deal: Agreement, labels: Labels) -> list[tuple[str, list[Provision]]]:
    """The provisions of an agreement as lines: one an obligation and claimant."""
    first = len(steps(deal, labels)) + 1
    groups = _grouped(deal.provisions, lambda one: (one.obligation, labels.name(one.source, one.said_by), one.clause))
    groups.sort(key=lambda group: (not group[0].clause, _order(deal, group[0].obligation)))
    return [(f"{labels.agreement[deal.id]}.{number}", group) for number, group in enumerate(groups, first)]


def _order(deal: Agreement, obligation: str) -> int:
    return next(number for number, one in enumerate(deal.provisions) if one.obligation == obligation)


def _provision(group: Sequence[Provision], label: str, parent: str, labels: Labels) -> Line:
    first = group[0]
    triggers = listed(f"“{one.trigger}”" for one in group if one.trigger)
    said = _said(first.said_by, first.source, labels)
    remark = "" if first.clause else " – a remark about it, not shown as a term"
    spans = [span for one in group for span in one.spans]
    if first.obligation.startswith("character"):
        words = f"it is called {listed(labels.quoted(one.hull) for one in group)}"
    else:
        words = provides(first.obligation)
    return Line(
        label=label,
        region="agreement",
        text=_capital(f"{said}{words}{f', in case: {triggers}' if triggers else ''}{remark}."),
        state="said" if first.said_by else "told",
        support=_articles(spans, labels),
        evidence=_proof(spans, labels),
        parent=parent,
        part="provision",
        claimant=labels.cited(first.source, first.said_by) if first.said_by else "",
    )


def act_line(acts: Sequence[Act], label: str, parent: str, labels: Labels) -> Line:
    """One step of an agreement's life, with all articles that report it so."""
    act, spans = acts[0], [span for one in acts for span in one.spans]
    bases = dict.fromkeys(one.when.basis for one in acts if one.when and one.when.basis)
    return Line(
        label=label,
        region="agreement",
        text=act_text(act, labels) + ".",
        state=state_of(act.standing, act.claimed_by),
        when=dated(act.when),
        when_note=_precision(act.when),
        iso=act.when.edtf if act.when else "",
        support=_articles(spans, labels),
        evidence=_proof(spans, labels),
        basis=tuple(bases),
        parent=parent,
        part="act",
        claimant=labels.cited(act.source, act.claimed_by) if act.claimed_by else "",
    )


def act_text(act: Act, labels: Labels) -> str:
    """The sentence of a step: claimant, standing, who, what."""
    state = state_of(act.standing, act.claimed_by)
    body = f"“{act.body}”" if act.body else ""
    party = labels.called(act.party) if act.party else ""
    who = f"{party} ({body})" if party and body else party or body
    lead = _LEADS.get(state, "")
    if act.standing == "under way":
        lead = "under way: "
    elif state == "said" and not act.claimed_by:
        lead = "claimed, nobody named: "
    done = state in ("told", "said") and act.standing != "under way"
    words = act_clause(act.act, who, done=done)
    unknown = ", by whom is not told" if act.act in OWN_ACTS and not who else ""
    return _capital(f"{_said(act.claimed_by, act.source, labels)}{lead}{words}{unknown}")


def life_cycle(deal: Agreement, labels: Labels) -> list[list[Stage]]:
    """Rows of the table: one a party, a Stage a column; acts of no named party stand in every row they may concern."""
    label = labels.agreement[deal.id]
    made = [(acts[0], act_line(acts, name, label, labels)) for name, acts in steps(deal, labels)]
    rows = []
    for party in deal.parties or ("",):
        row = []
        for stage, acts in STAGES:
            pairs = [(act, line) for act, line in made if act.act in acts and act.party in (party, "")]
            name = labels.entity(party) if party else ""
            done = any(line.state in ("told", "said") for act, line in pairs if act.party or act.act not in OWN_ACTS)
            gap = next((gap for gap in deal.gaps if not done and _speaks_of(gap, stage, name)), "")
            row.append(Stage(stage=stage, party=name, lines=tuple(line for _, line in pairs), gap=gap))
        rows.append(row)
    return rows


def _speaks_of(gap: str, stage: str, party: str) -> bool:
    """A gap's words name the stage and the party (or no party at all)."""
    words = {
        "signed": "signature",
        "ratified": "ratification",
        "in force": "entry into force",
        "negotiated": "negotiation",
    }
    if not gap.lower().startswith(words.get(stage, stage)):
        return False
    return " by " not in gap or f" by {party}" in gap


# -- what happened ---------------------------------------------------------------------------------


def _happening(happening: Happening, labels: Labels) -> Line:
    told, said, others = _voices(happening.reports)
    state = state_of("claimed" if said and not told and happening.standing == "happened" else happening.standing, "")
    same = {"told": told, "said": said}.get(state, []) or others or told or said
    best = worth.best(same, happening, labels.story)
    when = best.when if best.when or happening.type in _UNDATED else happening.when
    roles = _roles(best, labels)
    claimants = sorted(
        {labels.cited(one.source, one.claimed_by) for one in said if one.claimed_by and roles <= _roles(one, labels)}
    )
    lead = _capital(_LEADS.get(state, ""))
    if state == "said":
        lead = f"According to {listed(claimants)}: " if claimants else "Claimed, nobody named: "
    named = [(one.role, labels.cited(best.source, one.name)) for one in worth.participants(best, same, labels.story)]
    reports = [best, *(one for one in (*told, *said, *others) if one is not best)]
    support = [f"{way} in {_articles([one.spans[0] for one in own], labels)}" for way, own in _ways(told, said, others)]
    return Line(
        label=labels.happening[happening.id],
        region="timeline",
        text=lead + clause(_kind(best, labels), named),
        state=state,
        when=dated(when),
        when_note=_precision(when),
        iso=when.edtf if when else "",
        support=" · ".join(support),
        evidence=_proof((span for one in reports for span in one.spans[:1]), labels),
        basis=tuple(dict.fromkeys(one.when.basis for one in reports if one.when and one.when.basis)),
        claimant=listed(claimants) if state == "said" else "",
    )


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


def _ways(told: list[Event], said: list[Event], others: list[Event]) -> Iterator[tuple[str, list[Event]]]:
    if told:
        yield "told as fact", told
    if said:
        yield "attested", said
    for group in _grouped(others, lambda one: one.standing):
        yield group[0].standing, group


# -- who said what ---------------------------------------------------------------------------------


def _utterance(utterance: Utterance, story: Story, labels: Labels) -> Iterator[Line]:
    label = labels.utterance[utterance.id]
    who = labels.entity(utterance.speaker) if utterance.speaker else _described(utterance)
    spans = [span for one in utterance.wordings for span in ((one.part,) if one.part else one.quote.spans)]
    count = len(utterance.wordings)
    yield Line(
        label=label,
        region="quotes",
        text=f"{who}: {count} wordings" if count > 1 else who,
        state="said",
        support=_articles(spans, labels) + (f" · {utterance.why}" if utterance.why and count > 1 else ""),
        evidence=_proof(spans, labels),
    )
    for number, wording in enumerate(utterance.wordings, 1):
        quote = wording.quote
        own = (wording.part,) if wording.part else quote.spans
        yield Line(
            label=f"{label}.{number}",
            region="quotes",
            text=f"{quote.kind}, {_by(quote, labels)}" + (f" · {wording.relation}" if count > 1 else ""),
            state="said",
            when=dated(quote.when) if quote.when else "",
            iso=quote.when.edtf if quote.when else "",
            support=_articles(own, labels),
            evidence=_proof(own, labels),
            parent=label,
        )


def _described(utterance: Utterance) -> str:
    words = sorted({wording.quote.speaker for wording in utterance.wordings if wording.quote.speaker})
    return f"“{words[0]}”" if words else "nobody named"


def _by(quote: Quote, labels: Labels) -> str:
    manner = f" ({quote.manner})" if quote.manner else ""
    medium = f", to {quote.addressee}" if quote.addressee else f", in “{quote.medium}”" if quote.medium else ""
    who = labels.cited(quote.source, quote.speaker) if quote.speaker else "nobody named"
    return f"{who}{manner}{medium}"


# -- figures ---------------------------------------------------------------------------------------


def _figures(story: Story, labels: Labels) -> Iterator[Line]:
    number = 0
    for reading in story.readings:
        for figure in reading.of(Figure):
            number += 1
            yield Line(
                label=f"F{number}",
                region="figures",
                text=figure_text(figure, labels),
                state="said" if figure.claimed_by else "told",
                when=dated(figure.window) if figure.window else "",
                iso=figure.window.edtf if figure.window else "",
                support=_articles(figure.spans, labels),
                evidence=_proof(figure.spans, labels),
                claimant=labels.cited(figure.source, figure.claimed_by) if figure.claimed_by else "",
            )


def figure_text(figure: Figure, labels: Labels) -> str:
    """Value with bound, what it counts, claimant and standing."""
    bound = {"exactly": "", "vague": ""}.get(figure.bound, figure.bound.replace("_", " ") + " ")
    value = f"“{figure.vague}”" if figure.value is None else _number(figure.value)
    upto = f" to {_number(figure.upto)}" if figure.upto is not None else ""
    who = f", according to {labels.cited(figure.source, figure.claimed_by)}" if figure.claimed_by else ""
    standing = f" ({figure.standing})" if figure.standing not in ("", "counted") else ""
    return (
        f"{bound}{value}{upto} {_counted(figure, labels)}{standing}{who}".replace("  ", " ").replace(" ,", ",").strip()
    )


def _number(value: float) -> str:
    """60,000,000,000 and 1.0746: separators, never an exponent."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def _counted(figure: Figure, labels: Labels) -> str:
    """What is counted: in English where a table knew the unit, else in the article's own words."""
    article = labels.reading[figure.source].article
    own = " ".join([labels.story.words(figure.hull), figure.of]).casefold()
    if not figure.unit or (article.language != "en" and figure.unit.casefold() in own):
        words = figure.of or figure.unit
        return f"“{words}”" if words else ""
    return figure.unit if figure.value == 1 and figure.upto is None else plural(figure.unit)


# -- what the articles add up to --------------------------------------------------------------------


def _findings(story: Story, labels: Labels) -> Iterator[Line]:
    """Findings: what to look at (X1 …), what is missing (M1 …), how well things are attested (S1 …)."""
    counts = dict.fromkeys(_LETTERS, 0)
    for finding in story.findings:
        region = _REGIONS.get(finding.kind, "wrong")
        counts[region] += 1
        yield _finding(finding, f"{_LETTERS[region]}{counts[region]}", region, labels)


def _finding(finding: Finding, label: str, region: str, labels: Labels) -> Line:
    settles = f" What would settle it: {finding.settles}." if finding.settles else ""
    return Line(
        label=label,
        region=region,
        text=_capital(f"{finding.kind.replace('_', ' ')}: {finding.why}{settles}"),
        support=_articles(finding.spans, labels),
        evidence=_proof(finding.spans, labels),
        severity=finding.severity,
        rule=finding.rule,
    )


def _articles(spans: Iterable[Span], labels: Labels) -> str:
    """D0 D2 D3, in order."""
    seen = {labels.article[span.source] for span in spans}
    return " ".join(sorted(seen, key=lambda label: int(label[1:])))


def shown(events: Sequence[Event]) -> list[Event]:
    """Events of the types that a timeline shows."""
    return [event for event in events if event.type in SHOWN_EVENTS]
