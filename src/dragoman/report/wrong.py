"""What looks wrong, as the template shows it: both passages, the calculation, what would settle it.

Then what no article tells, what was looked at and left alone and why, and what people decided.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from dragoman.records import Claim, Correction, Figure, Finding, Target
from dragoman.report.contexts import in_context
from dragoman.report.counted import Counted
from dragoman.report.line import Evidence, Line, capital
from dragoman.report.lines import region_of
from dragoman.report.views import Views
from dragoman.spans import Span

__all__ = ["Decision", "Pair", "Wrong", "shortened"]

SIDES = {"note": 2}  # passages shown beside each other by severity; further ones are links
MOST = 3  # of a warning or an error
BRIEF = 36  # characters that name a passage which stands beside
LONG = 80  # markup of a quotation longer than this is cut to so many
#: “<q lang=fr>words</q> … <q lang=fr>words</q>”: words of a source in a reason.
VOICED = re.compile(r"(“(<q[^>]*>)([^<]*)</q>(?: … <q[^>]*>[^<]*</q>)*”)")
PAIRS = 24  # pairs left alone that are listed; the others are counted
_ORDER = ("conflicting", "unsure", "updating", "refining", "compatible", "same")
#: Slips of spelling and copying: told in one line each, below what bears on the story.
_SLIPS = frozenset({"spelling_variant", "naming_variant", "translation_artefact", "text_damage", "translation_variant"})


@dataclass(frozen=True)
class Pair:
    """Two claims that were compared and left alone."""

    left: Markup
    right: Markup
    verdict: str
    why: Markup


@dataclass(frozen=True)
class Decision:
    """What a person decided, with the words it is about."""

    label: str
    one: Correction
    words: list[Markup]


class Wrong:
    """The findings of a story."""

    def __init__(self, views: Views, counted: Counted) -> None:
        self.views, self.say, self.counted = views, views.say, counted
        self.made = views.region("wrong")
        self._of = dict(zip((line.label for line in self.made), self._findings, strict=True))

    @property
    def _findings(self) -> list[Finding]:
        return [one for one in self.views.story.findings if region_of(one) == "wrong"]

    def finding(self, line: Line) -> Finding:
        """The finding of a line."""
        return self._of[line.label]

    @cached_property
    def grave(self) -> list[Line]:
        """What bears on the story, the gravest first."""
        return [line for line in self.made if self.finding(line).kind not in _SLIPS]

    @cached_property
    def slips(self) -> list[Line]:
        """Spellings, names and damaged words."""
        return [line for line in self.made if self.finding(line).kind in _SLIPS]

    def sides(self, line: Line) -> list[Markup]:
        """The passages of a finding, in context."""
        return [in_context(self.views.passages, one.span) for one in line.evidence[: _shown(line)]]

    def rest(self, line: Line) -> list[Markup]:
        """The passages that are not shown, as links."""
        return [self.views.passages.loc(one.span) for one in line.evidence[_shown(line) :]]

    def why(self, line: Line) -> Markup:
        """The calculation; passages that stand beside it in full are named by their first words."""
        told = self.views.reason(capital(self.finding(line).why), line.evidence)
        if self.finding(line).kind in _SLIPS:
            return told
        letters = self.views.passages.letters
        shown = [letters(one.span.source, one.span.start, one.span.end) for one in line.evidence[: _shown(line)]]
        return shortened(told, shown)

    def settles(self, line: Line) -> Markup:
        """What would settle it."""
        return self.views.reason(self.finding(line).settles, line.evidence)

    def kind(self, line: Line) -> str:
        """The name of the kind."""
        one = self.finding(line)
        return capital(self.say.row("rule", one.rule) or self.say.name("finding", one.kind))

    # -- what no article tells ---------------------------------------------------------------------

    def missing(self) -> list[Line]:
        """What the coverage lets expect and no article tells, but for the gaps that stand with their agreement."""
        gaps = {gap for deal in self.views.story.agreements for gap in deal.gaps}
        return [line for line in self.views.region("missing") if not any(gap in line.text for gap in gaps)]

    # -- looked at and left alone ------------------------------------------------------------------

    @cached_property
    def pairs(self) -> list[Pair]:
        """Pairs of claims that were compared and are no conflict, the least clear of them first."""
        claims = {claim.id: claim for claim in self.views.story.claims}
        kept = [one for one in self.views.story.matches if one.verdict != "conflicting"]
        ranked = sorted(kept, key=lambda one: (_ORDER.index(one.verdict), one.left, one.right))
        return [
            Pair(
                self._claim(claims[one.left]),
                self._claim(claims[one.right]),
                self.say.name("verdict", one.verdict),
                self.views.reason(one.why, self._places(claims[one.left])),
            )
            for one in ranked[:PAIRS]
            if one.left in claims and one.right in claims
        ]

    def _claim(self, claim: Claim) -> Markup:
        fact = claim.facts[0]
        label = self.counted.label.get(fact.spans) if isinstance(fact, Figure) else None
        link = Markup("<a href=#{0}>{0}</a> ").format(label) if label else Markup("")
        passages = self.views.passages
        return link + passages.q(fact.spans[0]) + " " + passages.loc(fact.spans[0])

    def _places(self, claim: Claim) -> list[Evidence]:
        return [Evidence(span=span, language="") for fact in claim.facts for span in fact.spans]

    # -- what people decided -----------------------------------------------------------------------

    @cached_property
    def decisions(self) -> list[Decision]:
        """What people decided about this story, in the order in which they did."""
        every = self.views.story.corrections
        return [
            Decision(f"P{number}", one, [words for target in one.targets for words in self._target(target)])
            for number, one in enumerate(every, 1)
        ]

    def _target(self, target: Target) -> list[Markup]:
        source, passages = self.views.passages.sources.get(target.source), self.views.passages
        if source is None:
            return []
        if not target.exact:
            return [Markup("<a href=#{0}>{0}</a>").format(self.views.labels.article[target.source])]
        at = source.text.find(target.prefix + target.exact)
        if at < 0:
            return []
        start = at + len(target.prefix)
        span = Span(target.source, start, start + len(target.exact))
        return [passages.q(span) + " " + passages.loc(span)]


def shortened(told: Markup, shown: Sequence[str]) -> Markup:
    """A reason whose long quotations of passages that stand beside it are cut to words that tell them apart."""
    cut: dict[str, str] = {}
    for group in VOICED.findall(told):
        tag, words = group[1], group[2]
        start = words[:BRIEF].rpartition(" ")[0] if len(words) > BRIEF else words
        if len(group[0]) > LONG and any(words in one for one in shown):
            cut[group[0]] = f"“{tag}{start}</q> …”"
    if len(set(cut.values())) < len(cut):
        return told
    return Markup(VOICED.sub(lambda match: cut.get(match[0], match[0]), told))


def _shown(line: Line) -> int:
    return SIDES.get(line.severity, MOST)
