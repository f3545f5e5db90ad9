"""What the articles add up to and where they fail: one table of rules, each in a file of its own.

A rule gives findings, never prints, never rewrites a fact. A false alarm costs more than a miss: a rule that is not
sure says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dragoman.compare.accounts import accounts
from dragoman.compare.across import across
from dragoman.compare.anniversaries import other_years
from dragoman.compare.arithmetic import arithmetic
from dragoman.compare.assessments import assessments
from dragoman.compare.attested import attested, worded
from dragoman.compare.brokenoff import broken_off
from dragoman.compare.claims import claims
from dragoman.compare.copies import COPIES, copies
from dragoman.compare.disclaimed import disclaimed
from dragoman.compare.emptyhanded import empty_handed
from dragoman.compare.figures import figures
from dragoman.compare.gainsaid import gainsaid
from dragoman.compare.headings import headings
from dragoman.compare.instrument import instrument
from dragoman.compare.match import pairs
from dragoman.compare.misplaced import misplaced
from dragoman.compare.misquotes import misquotes, speakers
from dragoman.compare.missing import missing
from dragoman.compare.order import order
from dragoman.compare.quotations import quotations
from dragoman.compare.rendered import rendered
from dragoman.compare.revised import revised
from dragoman.compare.rivals import rivals
from dragoman.compare.sequences import sequences
from dragoman.compare.spellings import damage, names, spellings
from dragoman.compare.splices import splices
from dragoman.compare.steps import steps
from dragoman.compare.sums import sums
from dragoman.compare.tolls import tolls
from dragoman.compare.twins import denials
from dragoman.compare.view import View
from dragoman.compare.weekdays import weekdays
from dragoman.records import Claim, Finding, Match
from dragoman.spans import Span

__all__ = ["RULES", "Judgement", "Rule", "findings", "judge"]


class Rule(NamedTuple):
    """A rule: the names its findings carry, and what it looks for, as told to readers."""

    looks_for: str
    find: Callable[[View], Iterator[Finding]]


RULES: tuple[Rule, ...] = (
    Rule("a written weekday against its written date", weekdays),
    Rule("numbers of one sentence that do not add up: a part above its whole, a share that is another", arithmetic),
    Rule("a count in a headline that the text below it gives as another", headings),
    Rule("halves of a count whose sum is not the total told behind them", sums),
    Rule("what had been done before, yet is dated later than what the sentence before tells", sequences),
    Rule("a day told after an act that the article itself dates later, or before an earlier one", order),
    Rule("two dates for one step of an agreement, done and not done, planned and done", steps),
    Rule("a meeting without an agreement, and one signed at it", empty_handed),
    Rule("numbers of one thing that cannot both be meant", figures),
    Rule("how the toll of a disaster grew over the days of its articles", tolls),
    Rule("a number that its own article puts right", revised),
    Rule("one count on the same day of two different years", other_years),
    Rule("what somebody denies and somebody else says", disclaimed),
    Rule("what one says and an article has another contradict", gainsaid),
    Rule("one sentence in two articles, denied in one, of another day or of somebody else", denials),
    Rule("one act of one day told of two actors or at two places", rivals),
    Rule("one act in two languages, of another day, or done and not done", across),
    Rule("copies of one text that differ in a number, a day, a name or a denial", copies),
    Rule("copies of one text in which quotations changed places or were joined", misplaced),
    Rule("one quotation with another number or a denial", misquotes),
    Rule("one quotation in two languages with another number, a denial or without its condition", rendered),
    Rule("one quotation in two languages, broken off in one", broken_off),
    Rule("one quotation, word for word, of two speakers", speakers),
    Rule("wordings of one utterance: cut short, altered, rendered twice", quotations),
    Rule("one quotation made of two statements that another article keeps apart", splices),
    Rule("one event told as fact and as a claim, done and not done, planned and done", accounts),
    Rule("one agreement that some judge well and others ill", assessments),
    Rule("one name in several spellings", spellings),
    Rule("one agreement under several names", names),
    Rule("damaged words", damage),
    Rule("what an agreement or an accusation should have and no article tells", missing),
    Rule("provisions that articles name and the text of the agreement in the pile does not show", instrument),
    Rule("how many origins tell an event as fact", attested),
    Rule("in how many wordings a statement is given", worded),
)
_SEVERITIES = ("error", "warning", "note")
#: What is told first among findings of one severity: what is against what, what has changed, how it is written.
_WEIGHTS = (
    *("contradiction", "internal_inconsistency", "probable_error", "altered_quotation", "spliced_quotation"),
    *("stale_background", "differing_claims", "update", "differing_certainty", "truncated_quotation"),
    *("differing_assessments", "plan_and_outcome", "missing", "corroborated", "attested", "single_source"),
    *("translation_artefact", "translation_variant", "naming_variant", "spelling_variant", "text_damage"),
)
#: Findings that set two places against each other.
_AGAINST = frozenset(
    {"contradiction", "probable_error", "internal_inconsistency", "update", "differing_claims"}
    | {"altered_quotation", "spliced_quotation"}
)


class Judgement(NamedTuple):
    """What judging a story gives."""

    claims: tuple[Claim, ...]
    matches: tuple[Match, ...]
    findings: tuple[Finding, ...]


def judge(view: View) -> Judgement:
    """Claims, their comparable pairs and what they add up to; the same whatever the order of the readings."""
    made = claims(view)
    judged = pairs(view, made)
    return Judgement(made, tuple(one.match for one in judged), findings(replace(view, pairs=judged)))


def findings(view: View) -> tuple[Finding, ...]:
    """Every finding of every rule, the gravest first, each once, in a fixed order."""
    every = [(number, one) for number, rule in enumerate(RULES) for one in rule.find(view)]
    others = [one for _, one in every if one.rule != COPIES and one.kind in _AGAINST]
    made = {one.id: (number, one) for number, one in every if one.rule != COPIES or not _said(one, others)}
    made = _once(made, view)
    return tuple(one for _, one in sorted(made.values(), key=lambda numbered: _rank(*numbered)))


def _rank(number: int, one: Finding) -> tuple[int, int, int, int, tuple[str, int, int, str]]:
    """By severity, then by what a reader loses who does not know it; among equals what stands in more articles."""
    weight = _WEIGHTS.index(one.kind) if one.kind in _WEIGHTS else len(_WEIGHTS)
    return _SEVERITIES.index(one.severity), weight, number, -len({span.source for span in one.spans}), _place(one)


def _said(one: Finding, others: Sequence[Finding]) -> bool:
    """True when another rule already sets both places in which two copies differ against each other."""
    return any(all(any(span.meets(at) for span in other.spans) for at in one.spans[:2]) for other in others)


def _once(made: dict[str, tuple[int, Finding]], view: View) -> dict[str, tuple[int, Finding]]:
    """Of the contradictions between the same two sentences the first rule's, but for numbers, which may be several."""
    kept: dict[str, tuple[int, Finding]] = {}
    seen: set[frozenset[Span]] = set()
    for id_, (number, one) in sorted(made.items(), key=lambda item: (item[1][0], item[0])):
        sides = frozenset(view.article(span.source).sentence(span) for span in one.spans)
        if one.kind != "contradiction" or sides not in seen or one.rule == "figures":
            kept[id_] = number, one
        if one.kind == "contradiction":
            seen.add(sides)
    return kept


def _place(one: Finding) -> tuple[str, int, int, str]:
    first = min(one.spans)
    return first.source, first.start, first.end, one.id
