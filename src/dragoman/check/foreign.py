"""A quotation that a source gives in another language: the original is shown, the vector only proposes.

Speaker, numbers or names must agree as well; another speaker makes it somebody else's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from dragoman.check.asked import RUN, Asked, agrees, said, voice
from dragoman.check.case import Case, Line
from dragoman.check.doubt import negated
from dragoman.check.speakers import alike
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.compare.surfaces import GROUP, NUMBER, folded
from dragoman.languages import language
from dragoman.languages.world import gazetteer
from dragoman.models import ENCODED
from dragoman.records import Quote

__all__ = ["incomparable", "translated"]

CLAUSE = re.compile(r"[.;:!?,](?=\s)|\s[–—-]\s")  # "This has been agreed, and an MoU has been signed"

#: Cosine of quotation and quotation (short ones with their sentences) from which one may translate the other, by what
#: is known of the speakers. Parallel sentences have a mean of .72, unrelated ones of .18 (compare/likeness.py).
LEAST = 0.3  # cosine of the quotations alone below which their sentences do not help
SAME, UNKNOWN, OTHER = 0.50, 0.57, 0.62
PART_LEAST, PART = 0.25, 0.06  # cosine of the whole from which its clauses are looked at, and how much more they need
ANCHORED = 0.10  # how much less is asked where both hold the same name or number
_CLOSE = 0.12  # how much less like it a quotation may be and still tell whose words they are
_MOST = 7  # cuts of a quotation between which its stretches are looked at
_CONTINENTS = frozenset({"state:XE", "body:AFRICA", "body:ASIA", "body:AMERICAS"})
_SHORT = 5  # words up to which a phrase is read with its sentence


@dataclass(frozen=True)
class _Near:
    quote: Quote
    score: float
    agrees: bool | None


def translated(case: Case, one: Asked) -> Verdict | None:
    """The quotation of a source in another language that says the same; its speaker settles whose words they are."""
    found = sorted(_near(case, one), key=lambda near: (-near.score, near.quote.source, near.quote.start))
    close = [near for near in found if near.score >= found[0].score - _CLOSE]
    ranked = sorted(close, key=lambda near: (near.agrees is not True, near.agrees is None))
    if not ranked:
        return None
    near = ranked[0]
    who = voice(case, near.quote)
    evidence = [Evidence(span=near.quote.hull, note=who)]
    if near.agrees is False:
        why = f"The original is {who}’s, not {one.speaker}’s."
        return said(one, "misattributed", how=f"said by {who}", why=why, evidence=evidence)
    theirs = case.words(near.quote.hull)
    mine, numbers = _numbers(one.text), _numbers(theirs)
    if mine - numbers and numbers - mine:
        return said(one, "altered", how="other number", why="The original has another number.", evidence=evidence)
    code = case.view.language(near.quote.source)
    if _turned(case, one, theirs, code):
        why = "Only one of report and original denies it."
        return said(one, "altered", how="negation", why=why, evidence=evidence)
    if _renamed(case, one, near.quote):
        why = "The original names somebody or some place else."
        return said(one, "altered", how="other name", why=why, evidence=evidence)
    return said(one, "translated", how=f"from {code}", evidence=evidence)


def _turned(case: Case, one: Asked, theirs: str, code: str) -> bool:
    """True when one of a quotation and what it translates has a word of denial and the other none."""
    parts = [theirs, *_stretches(theirs)]
    case.kinship.learn(parts)
    mine = case.kinship.vector(one.text)
    nearest = max(parts, key=lambda part: float(mine @ case.kinship.vector(part)))
    return negated(case.report.article.language, one.text) != negated(code, nearest)


def _renamed(case: Case, one: Asked, quote: Quote) -> bool:
    """True when both name people, places or bodies, and none of them is the same."""
    mine, theirs = (
        {case.who.state(party) for party in case.view.article(span.source).entities(span) if _is_told(case, party)}
        for span in (one.span, quote.hull)
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _is_told(case: Case, party: str) -> bool:
    """True for a person, a country or a continent, which every language names; "the West" may be anything."""
    if case.who.kind(party) == "PER" or bool(case.who.country(party)):
        return True
    thing = gazetteer("en").known(case.who.name(party))
    return thing is not None and thing.key in _CONTINENTS


def incomparable(case: Case, one: Asked) -> bool:
    """True when a source in a language that cannot be compared quotes the speaker, or nobody that is known."""
    known = ENCODED if case.report.article.language in ENCODED and case.shelf.settings.encoder else frozenset()
    codes = known | {case.report.article.language}
    return any(
        agrees(case, one, quote) is True or _named_beside(case, one, quote)
        for reading in case.readings
        if reading.article.language not in codes
        for quote in case.quotes[reading.article.source]
        if quote.kind in ("direct", "partial")
    )


def _named_beside(case: Case, one: Asked, quote: Quote) -> bool:
    """True when the sentence of a quotation that is given to nobody has the name of the report's speaker."""
    line = case.line_of(quote)
    if quote.speaker or not one.speaker or line is None:
        return False
    return any(alike(one.speaker, hit[1]) for hit in RUN.finditer(line.text))


def _near(case: Case, one: Asked) -> Iterator[_Near]:
    mine = case.line_of(one.span)
    code = case.report.article.language
    if mine is None or code not in ENCODED or not case.shelf.settings.encoder:
        return
    quotes = [quote for reading in case.readings for quote in case.quotes[reading.article.source]]
    case.kinship.learn(case.words(quote.hull) for quote in quotes if case.view.language(quote.source) != code)
    for reading in case.readings:
        other = reading.article.language
        if other == code or other not in ENCODED:
            continue
        for quote in case.quotes[reading.article.source]:
            line = case.line_of(quote)
            if line is None:
                continue
            score = _score(case, one, mine, quote, line)
            same = agrees(case, one, quote)
            same = True if same is None and (_beside(case, one, quote) or _nameless(case, one, quote)) else same
            asked = SAME if same else UNKNOWN if same is None else OTHER
            if score >= asked - (ANCHORED if _anchored(case, one, quote) else 0.0):
                yield _Near(quote, round(score, 3), same)


def _numbers(words: str) -> set[str]:
    """The numbers written in figures, in one notation: "10,000" and "10 000" are one, "2.5" and "2,5" too."""
    return {GROUP.sub("", number).replace(",", ".") for number in NUMBER.findall(words)}


def _anchored(case: Case, one: Asked, quote: Quote) -> bool:
    """True when both hold the same number, or the same name beside the speaker's."""
    numbers = _numbers(one.text) & _numbers(case.words(quote.hull))
    mine = case.view.article(case.report.source.id).entities(one.span)
    return bool(numbers or mine & case.view.article(quote.source).entities(quote.hull))


def _beside(case: Case, one: Asked, quote: Quote) -> bool:
    """True when a quotation that is given to nobody stands where the report's speaker is the only person named.

    Its own sentence is looked at, and the one before it, which a pronoun may point to.
    """
    line = case.line_of(quote)
    if quote.speaker or not one.speaker or line is None:
        return False
    article = case.view.article(quote.source)
    for near in (line, case.before(line)):
        persons = [party for party in article.entities(near.span) if case.who.kind(party) == "PER"] if near else []
        if persons:
            return len(persons) == 1 and alike(case.who.name(persons[0]), one.speaker)
    return False


def _nameless(case: Case, one: Asked, quote: Quote) -> bool:
    """True for two speakers whom report and source both leave unnamed: "un socorrista", "ein Helfer"."""
    if not one.speaker or not quote.speaker:
        return False
    sides = (case.report.article.language, one.speaker), (case.view.language(quote.source), quote.speaker)
    return all(
        folded(words).split()[:1] and folded(words).split()[0] in language(code).words("check", "indefinite")
        for code, words in sides
    )


def _score(case: Case, one: Asked, mine: Line, quote: Quote, line: Line) -> float:
    own = float(case.kinship.vector(one.text) @ case.kinship.vector(case.words(quote.hull)))
    around = float(case.kinship.vector(mine.text) @ case.kinship.vector(line.text))
    whole = max(own, (own + around) / 2) if len(one.words) <= _SHORT or own >= LEAST else own
    if own < PART_LEAST:
        return whole
    parts = _stretches(case.words(quote.hull), least=min(_SHORT, max(2, len(one.words) - 1)))
    case.kinship.learn(parts)
    return max([whole, *(_of_part(case, one, part) for part in parts)])


def _stretches(words: str, least: int = _SHORT) -> list[str]:
    """The clauses of a quotation, and all that follow each other in it, of at least so many words; the first few."""
    cuts = [0, *(hit.end() for hit in CLAUSE.finditer(words)), len(words)]
    return [
        words[a:b].strip()
        for a, b in combinations(cuts[:_MOST], 2)
        if (a, b) != (0, len(words)) and len(words[a:b].split()) >= least
    ]


def _of_part(case: Case, one: Asked, part: str) -> float:
    return float(case.kinship.vector(one.text) @ case.kinship.vector(part)) - PART
