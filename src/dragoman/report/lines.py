"""The lines of a dossier, made once and rendered by every format.

A line says, in our words and from a fixed template, no more than its evidence; the claimant stands inside the sentence.
`state` is told (as fact, in an article's own voice), said (attested, not corroborated), planned, possible, denied, gap
or "".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.languages import Language, language
from dragoman.languages.plurals import is_unit, plural
from dragoman.records import AGE, Figure, Finding, Happening, Kin, Quote, Story, Utterance
from dragoman.report.chains import chain
from dragoman.report.dating import dated
from dragoman.report.happened import happening_line
from dragoman.report.labels import Labels
from dragoman.report.life import agreement_lines
from dragoman.report.line import Line, articles, capital, origins, proof
from dragoman.report.shown import shown_figures
from dragoman.report.vouching import teller
from dragoman.report.wording import listed

__all__ = ["REGIONS", "figure_text", "hands", "lines", "lines_of", "region_of"]

#: Findings that say how well a thing is attested, or that it is missing; all others point at something to look at.
REGIONS = {"corroborated": "support", "attested": "support", "single_source": "support", "missing": "missing"}
_LETTERS = {"wrong": "X", "support": "S", "missing": "M"}


def lines_of(labels: Labels) -> tuple[Line, ...]:
    """Every line of the labels' story, made once for all writers."""
    if "lines" not in labels.kept:
        labels.kept["lines"] = tuple(lines(labels.story, labels))
    made: tuple[Line, ...] = labels.kept["lines"]
    return made


def lines(story: Story, labels: Labels) -> Iterator[Line]:
    """Every line, region after region."""
    for deal in story.agreements:
        yield from agreement_lines(deal, labels)
    for happening in labels.timeline:
        yield happening_line(happening, labels)
    for utterance in story.utterances:
        yield from _utterance(utterance, labels)
    yield from _figures(story, labels)
    yield from _findings(story, labels)


# -- who said what ---------------------------------------------------------------------------------


def _utterance(utterance: Utterance, labels: Labels) -> Iterator[Line]:
    label, say = labels.utterance[utterance.id], labels.say
    who = labels.entity(utterance.speaker) if utterance.speaker else _described(utterance, labels)
    joint = {labels.voices(one.quote) for one in utterance.wordings if one.quote.speaker}
    if len(joint) == 1 and any(one.quote.co_speakers for one in utterance.wordings):
        who = joint.pop()
    who += _told([one.quote for one in utterance.wordings], labels)
    spans = [span for one in utterance.wordings for span in ((one.part,) if one.part else one.quote.spans)]
    count = utterance.tellings
    sources = {span.source for span in spans}
    origin = origins(*labels.origins(sources), labels, articles=len(sources)) if len(sources) > 1 else ""
    several = len(utterance.wordings) > 1
    why = [utterance.why] if utterance.why and several else []
    yield Line(
        label=label,
        region="quotes",
        text=say("line.wordings", who=who, n=count) if count > 1 else who,
        state="said",
        support=" · ".join([articles(spans, labels), *([origin] if origin and several else []), *why]),
        evidence=proof(spans, labels),
    )
    for number, wording in enumerate(utterance.wordings, 1):
        quote = wording.quote
        own = (wording.part,) if wording.part else quote.spans
        relation = f" · {say.name('relation', wording.relation)}" if len(utterance.wordings) > 1 else ""
        yield Line(
            label=f"{label}.{number}",
            region="quotes",
            text=f"{say.name('manner_of', quote.how)}, {_by(quote, labels)}{relation}",
            state="said",
            when=dated(quote.when, say) if quote.when else "",
            iso=quote.when.edtf if quote.when else "",
            support=" · ".join([articles(own, labels), *hands(quote, labels)]),
            evidence=proof(own, labels),
            parent=label,
        )


def hands(quote: Quote, labels: Labels) -> list[str]:
    """The chain of hands a quotation went through, where there is more than who said it and who printed it."""
    story = labels.story
    if "kin" not in labels.kept:
        later: dict[str, list[Kin]] = {}
        for one in story.kin:
            later.setdefault(one.later, []).append(one)
        labels.kept["kin"] = later, {reading.article.source: reading.article for reading in story.readings}
    later, known = labels.kept["kin"]
    steps = chain(quote, labels.reading[quote.source], later.get(quote.source, ()), known)
    names = [labels.voices(quote) if one.kind == "claimant" else one.name for one in steps]
    return [" ← ".join(names)] if any(one.kind in ("medium", "agency", "original") for one in steps) else []


def _described(utterance: Utterance, labels: Labels) -> str:
    words = sorted({wording.quote.speaker for wording in utterance.wordings if wording.quote.speaker})
    return f"“{words[0]}”" if words else labels.say("line.nobody")


def _by(quote: Quote, labels: Labels) -> str:
    say = labels.say
    manner = f" ({say.name('verb', quote.manner)})" if quote.manner else ""
    medium = say("line.in_medium", medium=quote.medium) if quote.medium else ""
    to = say("line.to", who=quote.addressee) if quote.addressee else medium
    return f"{labels.voices(quote)}{manner}{to}{_told([quote], labels)}"


def _told(quotes: Sequence[Quote], labels: Labels) -> str:
    """Whose tale it is that somebody said so, where it is one person's in all the quotations."""
    around = [teller(one, labels.story) for one in quotes]
    voices = {labels.voices(one) for one in around if one is not None}
    return labels.say("line.given_by", who=voices.pop()) if len(voices) == 1 and None not in around else ""


# -- figures ---------------------------------------------------------------------------------------


def _figures(story: Story, labels: Labels) -> Iterator[Line]:
    for number, figure in enumerate(shown_figures(story), 1):
        yield Line(
            label=f"F{number}",
            region="figures",
            text=figure_text(figure, labels),
            state="denied" if figure.standing == "denied" else "said" if figure.claimed_by else "told",
            when=dated(figure.window, labels.say) if figure.window else "",
            iso=figure.window.edtf if figure.window else "",
            support=articles(figure.spans, labels),
            evidence=proof(figure.spans, labels),
            claimant=_claimants(figure, labels) if figure.claimed_by else "",
        )


def _claimants(figure: Figure, labels: Labels) -> str:
    """Who gives a figure, and who gives it with them."""
    names = [labels.cited(figure.source, one) for one in (figure.claimed_by, *figure.co_claimants)]
    return listed(names, labels.say("line.and"))


def figure_text(figure: Figure, labels: Labels) -> str:
    """Value with bound, what it counts, claimant and standing."""
    say = labels.say
    bound = "" if figure.bound in ("exactly", "vague") else say.name("bound", figure.bound) + " "
    value = f"“{figure.vague}”" if figure.value is None else _number(figure.value, labels)
    upto = say("line.upto", value=_number(figure.upto, labels)) if figure.upto is not None else ""
    who = say("line.given_by", who=_claimants(figure, labels)) if figure.claimed_by else ""
    held = f"{labels.cited(figure.source, figure.holder)}: " if figure.holder else ""
    standing = f" ({say.name('standing', figure.standing)})" if figure.standing not in ("", "counted") else ""
    text = f"{held}{bound}{value}{upto} {_counted(figure, labels)}{standing}{who}"
    return text.replace("  ", " ").replace(" ,", ",").strip()


def _number(value: float, labels: Labels) -> str:
    """60,000,000,000 and 1.0746: separators of the language, never an exponent."""
    shown = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"
    if labels.say("number.point") == ".":
        return shown
    return shown.translate({ord(","): labels.say("number.thousand"), ord("."): labels.say("number.point")})


def _counted(figure: Figure, labels: Labels) -> str:
    """What is counted: in the language of the page where a table knew the unit, else in the article's own words."""
    article, say = labels.reading[figure.source].article, labels.say
    if figure.value is None and labels.story.words(figure.hull) == figure.vague:  # "months": the word says both
        return ""
    own = " ".join([labels.story.words(figure.hull), figure.of]).casefold()
    base, _, rate = figure.unit.partition("/")
    if rate:  # 60 kilometres per hour
        per = str((say.row("unit", rate) or [rate])[0])
        return say("line.per", what=_counted(replace(figure, unit=base), labels), unit=per)
    if figure.by.endswith(AGE):
        return say("line.of_age", what=_counted(replace(figure, by=""), labels))
    known = say.row("unit", figure.unit)
    foreign = article.language != "en" and figure.unit not in language(article.language).once(_tabled)
    if not figure.unit or (foreign and figure.unit.casefold() in own and not known):
        words = figure.of or figure.unit
        return f"“{words}”" if words else ""
    one = figure.value == 1 and figure.upto is None
    if known:
        return str(known[not one])
    if say.language != "en":
        return f"“{figure.of}”" if figure.of else figure.unit
    if not is_unit(figure.unit) and figure.of:
        return f"“{figure.of}”"
    return figure.unit if one else plural(figure.unit)


def _tabled(words: Language) -> frozenset[str]:
    """The units that a language's own tables name: "euro" of an article in German is no word of German alone."""
    return frozenset(str(unit) for key in ("counted", "money") for unit in words.table("figures", key).values())


# -- what the articles add up to --------------------------------------------------------------------


def region_of(finding: Finding) -> str:
    """wrong, missing or support."""
    return REGIONS.get(finding.kind, "wrong")


def _findings(story: Story, labels: Labels) -> Iterator[Line]:
    """Findings: what to look at (X1 …), what is missing (M1 …), how well things are attested (S1 …)."""
    counts = dict.fromkeys(_LETTERS, 0)
    for finding in story.findings:
        region, why = region_of(finding), finding.why
        if finding.rule == "origins":  # of an event that has a line of its own, in the words of that line
            what, _, how = why.partition(": ")
            event = _event_of(finding, what.replace(" ", "_"), labels)
            if event is None:
                continue
            why = f"{happening_line(event, labels).text.rstrip('.')} ({labels.happening[event.id]}): {how}"
        counts[region] += 1
        yield _finding(finding, why, f"{_LETTERS[region]}{counts[region]}", region, labels)


def _event_of(finding: Finding, kind: str, labels: Labels) -> Happening | None:
    """The event whose reports a finding shows; of two in one sentence ("in 2000 and 2001") the one with no more."""
    shown = set(finding.spans)
    held = [one for one in labels.timeline if one.type == kind and shown <= {report.spans[0] for report in one.reports}]
    return min(held, key=lambda one: len(one.reports), default=None)


def _finding(finding: Finding, why: str, label: str, region: str, labels: Labels) -> Line:
    settles = f" {labels.say('line.settles', what=finding.settles)}" if finding.settles else ""
    return Line(
        label=label,
        region=region,
        text=capital(f"{labels.say.name('finding', finding.kind)}{labels.say('page.colon')}{why}{settles}"),
        support=articles(finding.spans, labels),
        evidence=proof(finding.spans, labels),
        severity=finding.severity,
        rule=finding.rule,
    )
