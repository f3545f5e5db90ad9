"""Numbers with what they count, how exactly, who claims them and for which time.

A number counts when a noun, a unit, money or a percentage goes with it, when it is a side of a vote, or when the
clause speaks of a toll or counts; names of models, labels (Article 5), dates, scores, telephone numbers and list
numbers are none. "Thousands" keeps its word and no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.read.addressed import unaddressed
from dragoman.read.amounts import Amount, Amounts
from dragoman.read.asof import window
from dragoman.read.claimants import Source, Voices
from dragoman.read.holders import Holders
from dragoman.read.nouns import LENGTHS
from dragoman.read.page import Page
from dragoman.read.phrases import sheet
from dragoman.read.posted import is_posted
from dragoman.read.sureness import is_framed, standing
from dragoman.records import AGE, Figure, Mention, Reading, Time, When

__all__ = ["figures"]

_BESIDE = 160  # characters between two figures of two sources on one thing
_SIDES = 30  # characters between the votes for and those against
_TIMES = 20  # times that one source may count what another counts
_PEOPLE = frozenset({"person", "dead", "wounded", "missing"})  # whom the next sentence may count again
_DIGIT = re.compile(r"\d")
_UNTIMED = frozenset({*LENGTHS.values(), "ordinal"})  # a length of time or a rank is not "as of" a date


def _is_part(source: Source, amount: Amount) -> bool:
    """True for a source within a figure: the US of US$ 300 says nothing; two officials may be counted and tell."""
    overlap = source.start < amount.end and amount.start < source.end
    return overlap and not (source.start <= amount.start and amount.end <= source.end)


def _counts_same(one: Amount, before: Amount, page: Page) -> bool:
    """True for a bare number of another source behind one that has its noun: in its sentence, people in the next."""
    if one.unit or one.of or not before.of or not 0 <= one.start - before.end < _BESIDE:
        return False
    opens = page.sentence(one.start)[0]
    if opens > before.start and (before.unit not in _PEOPLE or _DIGIT.search(page.value, before.end, one.start)):
        return False  # men, no crates: then Seoul counted 7,000
    if one.value is None or before.value is None:
        return True
    low, high = sorted((one.value, before.value))
    return high <= _TIMES * low


def _is_other_side(page: Page, one: Amount, before: Amount) -> bool:
    """True for the second count of one vote, which is of the same day: 269 votes to 125, the pact signed in May."""
    return 0 <= one.start - before.end < _SIDES and page.sentence(one.start)[0] <= before.start


def _is_ahead(page: Page, one: Amount, reading: Reading) -> bool:
    """True for a stretch counted forward from the day of publication: a report in 45 days."""
    published, find = page.article.published, page.article.text.find
    ahead = (time for time in reading.of(Time) if published and time.when and time.when.earliest > published.latest)
    places = (find(time.start, time.end) for time in ahead)
    return any(place is not None and place[0] < one.end and one.start < place[1] for place in places)


def figures(page: Page, reading: Reading) -> Iterator[Figure]:
    """Every figure in reading order."""
    made = sheet(page.article, page.language)
    bodies = (one.spans[-1] for one in reading.of(Mention) if one.kind == "ORG" and one.form == "name")
    ends = (place[1] for span in bodies if (place := page.article.text.find(span.start, span.end)))
    found = sorted(Amounts(page, made.tokens, made.phrases, frozenset(ends)), key=lambda one: one.start)
    amounts = [one for one in found if not is_posted(page, made.tokens, one.first, one.start, one.end)]
    if not amounts:
        return
    voices = Voices(page, made.tokens, reading.of(Mention), [one.first for one in amounts])
    holders = Holders(page, made.tokens, reading.of(Mention))
    times = [
        (*place, one)
        for one in reading.of(Time)
        if one.type in ("DATE", "TIME") and one.when and (place := page.article.text.find(one.start, one.end))
    ]
    people = reading.of(Mention)
    last: tuple[Amount, str] | None = None
    vote: tuple[Amount, When | None] | None = None
    for one in amounts:
        framed = one.age or (is_framed(made.tokens, one) and not voices.is_quoted(one.start))
        source = None if framed else voices.of(one.start, one.end)
        if source and any(_is_part(source, each) for each in amounts):
            source = None
        source = source and unaddressed(source, page, made.tokens, people)
        if last and source and source.name != last[1] and _counts_same(one, last[0], page):
            one.unit, one.of = last[0].unit, last[0].of  # police counted 4,000 people; organisers put it at 10,000
        counts = source is not None or one.unit in _PEOPLE
        last = (one, source.name if source else "") if counts and one.unit not in _UNTIMED else None
        at = window(page, made.tokens, one, times) if one.unit not in _UNTIMED else None
        if one.unit == "vote":
            at = vote[1] if vote and _is_other_side(page, one, vote[0]) else at
            vote = one, at
        stands = standing(page, made.tokens, one, at)
        if stands == "counted" and one.unit in _UNTIMED and _is_ahead(page, one, reading):
            stands = "planned"
        yield Figure(
            spans=(page.span(one.start, one.end),),
            by=f"figures, {AGE}" if one.age else "figures",
            value=one.value,
            upto=one.upto,
            unit=one.unit,
            of=one.of,
            bound=one.bound,
            vague=one.vague,
            claimed_by=source.name if source else "",
            claimed_at=page.span(source.start, source.end) if source else None,
            co_claimants=voices.names.beside(source) if source else (),
            holder=(held.refers_to or held.name) if (held := holders.of(one)) else "",
            holder_at=held.spans[-1] if held else None,
            window=at,
            standing=stands,
        )
