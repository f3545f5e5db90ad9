"""Who said what, as the template shows it: speakers, the head of an utterance, how each article gives its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from markupsafe import Markup, escape

from dragoman.records import Quote, Utterance, When, Wording
from dragoman.report.dating import dated
from dragoman.report.line import Line
from dragoman.report.reasons import reason
from dragoman.report.sketch import Part, splice
from dragoman.report.views import Views
from dragoman.spans import Span

__all__ = ["Speech", "in_marks"]

#: "meaning 0.80, same speaker", "94% of the shorter wording stands …", "in another language (fr, en)"
_SCORE = re.compile(r"meaning \d|\d+% of|every word of|in another language|a part of the same words$")
#: “the comprehensive partnership treaty signed today provides among other things for”: the other wording has it whole.
LENGTHY = re.compile(r"(“[^“”]{16,24}\b)[^“”]{16,}(\b[^“”]{12,20}”)")
UNKNOWN = "undetermined"  # which article printed an utterance first
JUMPS = 8  # speakers that the head of the region leads to
HEAD = 44  # characters of an utterance's own words that head it
#: Relations whose reason names the words that differ; of the others the name says it all.
_TOLD = frozenset({"shorter", "longer", "re-ordered", "altered", "attributed differently"})
_PARTLY = re.compile(r"(?:cut short|with more): \d+ words beside \d+")  # of a translation


class Speech:
    """The utterances of a story."""

    def __init__(self, views: Views) -> None:
        self.views, self.labels, self.say = views, views.labels, views.say

    @cached_property
    def speakers(self) -> list[tuple[str, list[Utterance]]]:
        """Named speakers first, the one heard most often before the others; then descriptions; then nobody."""
        groups: dict[tuple[int, str], list[Utterance]] = {}
        for one in self.views.story.utterances:
            if in_marks(one):
                continue
            described = next((w.quote.speaker for w in one.wordings if w.quote.speaker), None)
            if one.speaker:
                key = (0, self.labels.called(one.speaker))
            else:
                key = (1, f"“{described}”") if described else (2, self.say("said.nobody"))
            groups.setdefault(key, []).append(one)
        ranked = sorted(groups.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1]))
        return [(name, sorted(own, key=lambda one: len(one.wordings) < 2)) for (_, name), own in ranked]

    @property
    def often(self) -> list[tuple[str, list[Utterance]]]:
        """The named speakers heard more than once, the one heard most often first, to jump to."""
        return [one for one in self.speakers if one[1][0].speaker and len(one[1]) > 1][:JUMPS]

    @cached_property
    def marked(self) -> list[Utterance]:
        """Words in quotation marks that nobody is named for: names, works, irony; listed after what people said."""
        return [one for one in self.views.story.utterances if in_marks(one)]

    def speaker(self, name: str, utterances: Sequence[Utterance]) -> Markup:
        """A speaker's heading; a description stands in the article's words."""
        line = self.views.by_label[self.labels.utterance[utterances[0].id]]
        return self.views.passages.voiced(name, line.evidence)

    def head(self, utterance: Utterance) -> Markup:
        """A few of its own words: of the shortest wording that is a whole phrase, in the page's language if it can."""
        spans = [wording.part or wording.quote.spans[0] for wording in utterance.wordings]
        own = self.say.language
        ranked = sorted(
            zip(spans, (wording.language for wording in utterance.wordings), strict=True),
            key=lambda one: (one[1] != own, one[1] != "en", len(one[0]) < 20, len(one[0])),
        )
        span, passages = ranked[0][0], self.views.passages
        if len(span) <= HEAD:
            return self.say.html("said.head", words=passages.q(span))
        return self.say.html("said.head_cut", words=passages.q(passages.start_of(span, HEAD)))

    def how(self, wording: Wording) -> Markup:
        """How an article gives a wording: in marks or not, with which verb, to whom, when."""
        quote, say = wording.quote, self.say
        to = quote.medium or quote.addressee
        to = say("said.to", who=self.labels.cited(quote.source, to)) if to else ""
        verb = say.name("verb", quote.manner) if quote.manner else ""
        when = dated(quote.when, say) if quote.when else ""
        parts = (say.name("manner_of", quote.how), verb, to, when)
        words = self.views.passages.voiced
        return Markup(" · ").join(
            words(one, self.views.somewhere(quote.source, quote.spans[0])) for one in parts if one
        )

    def relation(self, wording: Wording) -> str:
        """The label of a wording: verbatim, translation, cut short."""
        return self.say.name("relation", wording.relation) if wording.relation else ""

    def changed(self, wording: Wording) -> Markup:
        """Which words were left out, put in or changed."""
        partly = wording.relation == "translation" and _PARTLY.search(wording.why)
        if (wording.relation in _TOLD or partly) and wording.why:
            told = "; ".join(one for one in wording.why.split("; ") if not _SCORE.match(one))
            told = partly[0] if partly else told
            told = LENGTHY.sub(r"\1 … \2", told)
            own = reason(told, self.say) if told else ""
            return escape(own) if own is not None else Markup("<span lang=en>{}</span>").format(told)
        return Markup("")

    def first(self, utterance: Utterance) -> str:
        """Which day it was first printed, where several articles have it and their days tell."""
        if utterance.first in ("", UNKNOWN):
            return ""
        day = date.fromisoformat(utterance.first)
        return self.say("said.first", day=dated(When(earliest=day, latest=day, precision="day"), self.say))

    @property
    def unplaced(self) -> bool:
        """True when of some utterance nothing tells which article printed it first."""
        return any(one.first == UNKNOWN for one in self.views.story.utterances)

    def other_speaker(self, utterance: Utterance, wording: Wording) -> Markup:
        """Who this article names, where it is not whom the entry stands under."""
        name = self.labels.voices(wording.quote) if wording.quote.speaker else ""
        if utterance.speaker and name == self.labels.called(utterance.speaker):
            return Markup("")
        if not name:
            return self.say.html("said.nobody_here") if utterance.speaker else Markup("")
        line = self.views.by_label[self.labels.utterance[utterance.id]]
        return self.say.html("said.here", who=self.views.passages.voiced(name, line.evidence))

    def outlet(self, line: Line) -> str:
        """The outlet of the article a line rests on."""
        return self.views.passages.article(line.evidence[0].span.source).outlet or ""

    # -- splices -----------------------------------------------------------------------------------

    @cached_property
    def _parts(self) -> dict[Quote, list[tuple[Span, Utterance]]]:
        """{quotation in one pair of marks: the passages of it that belong to different utterances}."""
        found: dict[Quote, list[tuple[Span, Utterance]]] = {}
        for utterance in self.views.story.utterances:
            for wording in utterance.wordings:
                if wording.part:
                    found.setdefault(wording.quote, []).append((wording.part, utterance))
        return {quote: sorted(own, key=lambda one: one[0]) for quote, own in found.items() if len(own) > 1}

    def splices(self, utterance: Utterance) -> Iterator[tuple[Markup, Markup]]:
        """Quotations joined of several statements, drawn to scale; each once, at its first utterance."""
        for quote, own in self._parts.items():
            if own[0][1] is utterance:
                parts = [self._part(span, one, quote) for span, one in own]
                yield splice(parts, quote.start, quote.end, self.say), self.views.passages.loc(quote.hull)

    def _part(self, span: Span, utterance: Utterance, quote: Quote) -> Part:
        label = self.labels.utterance[utterance.id]
        others = self.views.articles(w.quote.source for w in utterance.wordings if w.quote.source != quote.source)
        note = self.say("said.also", articles=" ".join(others)) if others else self.say("said.only")
        words = " ".join(self.labels.seen(self.views.passages.start_of(span, 40)).split())
        return Part(label=label, start=span.start, end=span.end, words=words, note=note)


def in_marks(utterance: Utterance) -> bool:
    """True for words in quotation marks, told once, that nobody is named for."""
    first = utterance.wordings[0].quote
    return len(utterance.wordings) == 1 and first.kind == "scare" and not first.speaker
