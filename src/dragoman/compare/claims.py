"""Facts → claims: figures, steps of agreements, events and utterances in one shape, whatever the language.

A claim about a figure carries what is counted and who and what its sentence is about; one about a step or an event
carries its parties. Names are Entity.id where somebody is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.compare.view import View
from dragoman.records import Act, Agreement, Claim, Event, Figure, Happening, Reading, Role, Utterance, digest

__all__ = ["claims"]

#: Units of figures that count nothing anybody could tell otherwise: order, hours of the clock, years of a name.
_UNCOUNTED = frozenset({"ordinal", "time"})
_TOLD = ("happened", "under way", "claimed")


def claims(view: View) -> tuple[Claim, ...]:
    """Every comparable claim of the story, in a fixed order."""
    made = [claim for reading in view.readings for claim in _figures(reading, view)]
    made += [_step(act, deal, view) for deal in view.agreements for treaty in deal.treaties for act in treaty.acts]
    made += [claim for one in view.timeline for claim in _events(one, view)]
    made += [_utterance(one) for one in view.utterances]
    return tuple({one.id: one for one in sorted(made, key=lambda one: (one.type, one.id))}.values())


def _figures(reading: Reading, view: View) -> Iterator[Claim]:
    article = view.article(reading.article.source)
    for figure in reading.of(Figure):
        if figure.value is None or figure.unit in _UNCOUNTED or not (figure.unit or figure.of):
            continue
        sentence = article.sentence(figure.spans[0])
        about = [Role(role="about", name=name) for name in sorted(article.entities(sentence))]
        acts = sorted({one.type for one in article.events(sentence)} - {"statement"})
        yield Claim(
            id=digest("claim", figure.id),
            type="figure",
            said_by=view.country_or_self(figure.source, figure.claimed_by),
            roles=(
                Role(role="counted", name=figure.unit or figure.of.casefold()),
                *about,
                *(Role(role="act", name=one) for one in acts),
            ),
            value=value(figure),
            when=figure.window,
            standing=figure.standing,
            facts=(figure,),
        )


def value(figure: Figure) -> str:
    """ "more than 10,000 soldier": the canonical value with its bound."""
    bound = "" if figure.bound == "exactly" else figure.bound.replace("_", " ") + " "
    upto = f"–{number(figure.upto)}" if figure.upto is not None else ""
    return f"{bound}{number(figure.value or 0)}{upto} {figure.unit or figure.of}".strip()


def number(given: float) -> str:
    """60,000,000 and 1.5: separators, never an exponent."""
    return f"{given:,.0f}" if float(given).is_integer() else f"{given:,.10g}"


def _step(act: Act, deal: Agreement, view: View) -> Claim:
    party = view.country_or_self(act.source, act.party)
    return Claim(
        id=digest("claim", deal.id, act.id),
        type=f"act: {act.act}",
        said_by=view.country_or_self(act.source, act.claimed_by),
        roles=(Role(role="about", name=deal.id), *((Role(role="actor", name=party, at=None),) if party else ())),
        value=act.body.casefold(),
        when=act.when,
        standing=act.standing,
        facts=(act,),
    )


def _events(happening: Happening, view: View) -> Iterator[Claim]:
    """One claim a way of telling: as fact, as somebody's claim, as plan, as denial."""
    groups: dict[tuple[str, str], list[Event]] = {}
    for report in happening.reports:
        key = (report.standing, view.country_or_self(report.source, report.claimed_by))
        groups.setdefault(key, []).append(report)
    for (standing, said_by), reports in sorted(groups.items()):
        dated = [one.when for one in reports if one.when]
        yield Claim(
            id=digest("claim", happening.id, standing, said_by),
            type=f"event: {happening.type}",
            said_by=said_by,
            roles=happening.roles,
            value="told" if standing in _TOLD else standing,
            when=min(dated, key=lambda one: ((one.latest - one.earliest).days, one.earliest), default=None),
            standing=standing,
            facts=tuple(reports),
        )


def _utterance(utterance: Utterance) -> Claim:
    return Claim(
        id=digest("claim", utterance.id),
        type="utterance",
        said_by=utterance.speaker,
        value=f"{utterance.tellings} wordings",
        facts=tuple(one.quote for one in utterance.wordings),
    )
