"""Who copied whom, as the template shows it: origins in their states, and each pair of articles with its evidence."""

from __future__ import annotations

from functools import cached_property

from markupsafe import Markup

from dragoman.records import Kin, Origin
from dragoman.report.line import grouped
from dragoman.report.sketch import Arc, Box, Group, lineage
from dragoman.report.views import Views
from dragoman.spans import Span

__all__ = ["Copied"]

DRAWN = 40  # articles in the drawing; beyond, only those that share an origin with another
SHOWN = 40  # pairs that share quotations listed; the others are counted
RUNS = 2  # runs of words shown side by side for a pair


class Copied:
    """The lineage of the articles of a story."""

    def __init__(self, views: Views) -> None:
        self.views, self.labels, self.say = views, views.labels, views.say
        self.origins = views.story.origins

    @cached_property
    def counts(self) -> tuple[int, int]:
        """(origins shown to be independent, origins of which it cannot be told)."""
        shown = sum(one.state == "independent" for one in self.origins)
        return shown, len(self.origins) - shown

    @cached_property
    def pairs(self) -> list[tuple[str, Kin]]:
        """(label, pair) of the articles of which one depends on the other."""
        return [(label, kin) for label, kin in self._labelled if kin.dependent]

    @cached_property
    def shared(self) -> list[tuple[str, Kin]]:
        """(label, pair) of the articles that only share quotations."""
        return [(label, kin) for label, kin in self._labelled if not kin.dependent]

    @cached_property
    def _labelled(self) -> list[tuple[str, Kin]]:
        def rank(kin: Kin) -> tuple[bool, int, int]:
            return not kin.dependent, self._number(kin.earlier), self._number(kin.later)

        return [(f"L{number}", kin) for number, kin in enumerate(sorted(self.views.story.kin, key=rank), 1)]

    def _number(self, source: str) -> int:
        return int(self.labels.article[source][1:])

    @cached_property
    def alike(self) -> list[list[Origin]]:
        """Origins in the order of their first articles; those of which the same is told stand together."""
        ordered = sorted(self.origins, key=lambda one: self._number(one.articles[0]))
        return grouped(ordered, lambda one: (one.state, one.name or "", one.name and one.id, one.why))

    def name(self, origin: Origin) -> str:
        """Who stands at the origin, as far as the pile tells."""
        return origin.name or self.say("copied.unnamed")

    def state(self, origin: Origin) -> str:
        """shown or undetermined, in the language of the page."""
        return self.say("copied.state_shown" if origin.state == "independent" else "copied.state_undetermined")

    def why(self, origin: Origin) -> Markup:
        """By what it is known."""
        places = [one for source in origin.articles for one in self.views.somewhere(source)]
        return self.views.reason(origin.why.replace(' "', " “").replace('"', "”"), places)

    def uttered(self, kin: Kin) -> list[str]:
        """Labels of the utterances that a pair shares, where their wordings stand; [] if words of it are none."""
        found = [self._said[a] & self._said[b] for a, b in kin.evidence if a in self._said and b in self._said]
        if kin.dependent or len(found) < len(kin.evidence) or not all(found):
            return []
        return sorted({label for own in found for label in own}, key=lambda label: int(label[1:]))

    @cached_property
    def _said(self) -> dict[Span, set[str]]:
        """{words of a quotation: the utterances it words}."""
        said: dict[Span, set[str]] = {}
        for one in self.views.story.utterances:
            for wording in one.wordings:
                for span in (*wording.quote.spans, *((wording.part,) if wording.part else ())):
                    said.setdefault(span, set()).add(self.labels.utterance[one.id])
        return said

    def runs(self, kin: Kin) -> list[tuple[Markup, Markup]]:
        """Runs of words side by side."""
        show = self._run
        return [(show(a), show(b)) for a, b in kin.evidence[:RUNS]]

    def _run(self, span: Span) -> Markup:
        passages = self.views.passages
        if len(span) <= 90:
            return passages.q(span) + " " + passages.loc(span)
        return passages.q(passages.start_of(span, 80)) + " … " + passages.loc(span)

    @cached_property
    def marked(self) -> list[tuple[Span, str]]:
        """Places of the reading view that a pair of dependent articles leads to, with its label."""
        return [(span, label) for label, kin in self.pairs for run in kin.evidence[:RUNS] for span in run]

    def pair_why(self, kin: Kin) -> Markup:
        """The reason of a pair, with the words it names in their own voice."""
        places = [*self.views.somewhere(kin.earlier), *self.views.somewhere(kin.later)]
        return self.views.reason(kin.why.replace(' "', " “").replace('"', "”"), places)

    @cached_property
    def drawing(self) -> Markup:
        """The drawing; "" where there is only one article."""
        told = self.pairs or any(one.state == "independent" or len(one.articles) > 1 for one in self.origins)
        if len(self.views.story.readings) < 2 or not told:  # nothing is known that a drawing could show
            return Markup("")
        kept = [one for one in self.origins if len(self.views.story.readings) <= DRAWN or len(one.articles) > 1]
        groups = [self._group(one) for one in sorted(kept, key=lambda one: self._number(one.articles[0]))]
        inside = {box.label for group in groups for box in group.boxes}
        arcs = [
            arc for label, kin in self.pairs if (arc := self._arc(label, kin)) and {arc.first, arc.second} <= inside
        ]
        return lineage(groups[:DRAWN], arcs if len(groups) <= DRAWN else [], self.say) if groups else Markup("")

    def _group(self, origin: Origin) -> Group:
        boxes = []
        for source in origin.articles:
            article = self.views.passages.article(source)
            boxes.append(
                Box(
                    label=self.labels.article[source],
                    words=f"{self.views.passages.code(source)} · {article.outlet or article.name}",
                )
            )
        shown = origin.state == "independent"
        words = f"{self.name(origin)} · {self.state(origin)}"
        return Group(words=words, shown=shown, note=origin.why if shown else "", boxes=tuple(boxes))

    def _arc(self, label: str, kin: Kin) -> Arc:
        first, second = self.labels.article[kin.earlier], self.labels.article[kin.later]
        words = self.say.name("kin", kin.relation)
        return Arc(first=first, second=second, directed=kin.directed, words=words, link=label)
