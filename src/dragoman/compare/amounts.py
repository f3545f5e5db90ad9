"""What two figures are compared by: the stretch a number may mean, what it counts, what its sentence is about."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.compare.view import View
from dragoman.languages import Language, alternatives, language
from dragoman.records import Claim, Figure, Time, When
from dragoman.spans import Span

__all__ = ["FATES", "MEASURES", "Amount", "amount", "fates", "slack_of"]

#: What became of those counted; a toll of one is never compared with a toll of another.
FATES = ("killed", "wounded", "missing", "detained", "displaced", "rescued")
#: Units that measure: two such figures are about one thing only where their sentences are.
MEASURES = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "percent", "percentage_point"}
    | {"kilometre", "metre", "mile", "tonne", "degree", "kilogram", "litre", "hectare", "barrel", "percentage point"}
    | {"square kilometre", "square metre", "square mile", "square foot", "acre"}
    | {"dollar", "euro", "pound", "yen", "yuan", "rouble", "hryvnia", "won", "franc", "rupee", "lira"}
)
#: People in a sentence that tells one fate only are counted as those of whom the verb beside a number says so.
_TOLD = {"killed": "dead", "wounded": "wounded", "missing": "missing"}
_PEOPLE = frozenset({"person"})
_SAME = {"minor": "child"}  # counted together, though by another age
WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5  # letters of a word that are compared: endings differ with number and tense
_ROUND = 0.05  # a number that ends in two noughts may be a rounded one
_ABOUT, _NEARLY = 0.12, 0.15  # "about 7,000" reaches from 6,160 to 7,840; "nearly 7,000" down to 5,950


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with everything a pair is judged by."""

    claim: Claim
    figure: Figure
    low: float
    high: float
    counted: str  # canonical unit, else the words
    described: frozenset[str]  # stems of the words that narrow what is counted: "special-forces"
    fates: frozenset[str]
    sentence: Span
    entities: frozenset[str]
    places: frozenset[str]  # the countries and towns among them
    events: frozenset[str]  # happenings the figure is told in
    acts: frozenset[str]
    stems: frozenset[str]
    language: str
    when: When | None
    published: When | None
    day: When | None  # the one day that the sentence names
    ordinals: frozenset[float]  # which of several the sentence tells of: the second quake
    moments: frozenset[str]  # hours that the sentence names: 2023-02-06T12:00

    @property
    def source(self) -> str:
        """The article."""
        return self.figure.source

    holder: str = ""  # the entity that has the share or the votes

    @property
    def measure(self) -> bool:
        """True when the unit only measures."""
        return self.counted in MEASURES

    def meets(self, other: Amount) -> bool:
        """True when one number may be meant by both."""
        return self.low <= other.high and other.low <= self.high


def amount(claim: Claim, view: View, happening: dict[str, str]) -> Amount:
    """The figure of a claim with its surroundings."""
    figure = claim.facts[0]
    assert isinstance(figure, Figure)
    article = view.article(figure.source)
    sentence = article.sentence(figure.spans[0])
    words = language(article.reading.article.language)
    low, high = stretch(figure)
    text = article.words(sentence)
    told = fates(text, words)
    held = [one for one in article.events(figure.hull) if any(span.covers(figure.hull) for span in one.spans)]
    days = {one.when for one in article.times(sentence) if one.when and one.when.precision == "day"}
    entities = article.entities(sentence)
    others = [one.unit for one in article.figures(sentence)]
    return Amount(
        claim=claim,
        figure=figure,
        low=low,
        high=high,
        counted=_TOLD.get(told[0], figure.unit)
        if len(told) == 1 and _is_of(told[0], figure, others)
        else _unit(figure),
        described=_stems(figure.of) - _stems(article.words(figure.hull).split()[-1] if figure.unit else ""),
        fates=frozenset(told),
        sentence=sentence,
        entities=entities,
        places=frozenset(one for one in entities if view.who.kind(one) in ("GPE", "LOC")),
        events=frozenset(happening[one.id] for one in held if one.id in happening),
        acts=frozenset(one.type for one in held) - {"statement"},
        stems=_stems(text),
        language=words.code,
        when=figure.window or (next(iter(days)) if len(days) == 1 else None),
        published=article.reading.article.published,
        day=next(iter(days)) if len(days) == 1 else None,
        ordinals=frozenset(one.value or 0 for one in article.figures(sentence) if one.unit == "ordinal"),
        moments=_moments(article.times(sentence)),
        holder=view.country_or_self(figure.source, figure.holder) if figure.holder else "",
    )


def _is_of(told: str, figure: Figure, others: Sequence[str]) -> bool:
    """True for people of whom a sentence tells one fate, unless it gives their number apart: 11 jailed for 78 dead."""
    return figure.unit in _PEOPLE and _TOLD.get(told) not in others


def _unit(figure: Figure) -> str:
    return _SAME.get(figure.unit, figure.unit) or figure.of.casefold()


def _moments(times: Sequence[Time]) -> frozenset[str]:
    """The hours that a sentence names, else the parts of days; evening and night are told apart by no two languages."""
    told = [one.value for one in times if one.when and "T" in one.value]
    hours = frozenset(value for value in told if value.partition("T")[2][:1].isdigit())
    return hours or frozenset(value.replace("TNI", "TEV") for value in told)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in WORD.findall(text.casefold()))


def fates(text: str, words: Language) -> list[str]:
    """What became of those that a sentence counts."""
    return [name for name, pattern in words.once(_patterns).items() if pattern.search(text)]


def _patterns(words: Language) -> dict[str, re.Pattern[str]]:
    """{"killed": a pattern of the language's words for it}."""
    return {
        name: re.compile(rf"(?<!\w)(?:{alternatives(words.words('findings', name))})", re.IGNORECASE) for name in FATES
    }


def slack_of(figure: Figure) -> float:
    """The share by which a number may miss what is meant: about, nearly, a round one."""
    if figure.bound in ("about", "nearly"):
        return _ABOUT if figure.bound == "about" else _NEARLY
    first = figure.value or 0.0
    return _ROUND if first >= 100 and first % 100 == 0 else 0.0


def stretch(figure: Figure) -> tuple[float, float]:
    """The numbers that the words may mean."""
    first = figure.value or 0.0
    last = figure.upto if figure.upto is not None else first
    slack = slack_of(figure)
    if figure.bound == "nearly":
        return first * (1 - slack), last
    if figure.bound in ("at_least", "more_than"):
        return first, math.inf
    if figure.bound in ("at_most", "less_than"):
        return 0.0, last
    return first * (1 - slack), last * (1 + slack)
