"""The agreements as the template shows them: names, parts, the table of each party's steps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from markupsafe import Markup, escape

from dragoman.records import Agreement
from dragoman.report.between import sides
from dragoman.report.life import Stage, life_cycle, provisions, steps
from dragoman.report.line import Line
from dragoman.report.verbs import OWN_ACTS
from dragoman.report.views import Views
from dragoman.report.wording import topic

__all__ = ["Agreed", "Cell"]

NAMES = 9  # other names looked up in the articles: the page shows eight, and whether there are more


@dataclass(frozen=True)
class Cell:
    """One entry of a life-cycle cell."""

    state: str
    when: str
    claimant: Markup
    links: tuple[str, ...]
    note: str = ""


class Agreed:
    """The agreements of a story."""

    def __init__(self, views: Views) -> None:
        self.views, self.labels, self.say = views, views.labels, views.say

    @cached_property
    def all(self) -> list[Agreement]:
        """Main agreements first."""
        return sorted(self.views.story.agreements, key=lambda deal: not deal.main)

    def parts(self, deal: Agreement, part: str) -> list[Line]:
        """The lines of one part of an agreement: act, provision, predecessor, gap."""
        return self._parts.get((self.labels.agreement[deal.id], part), [])

    @cached_property
    def _parts(self) -> dict[tuple[str, str], list[Line]]:
        groups: dict[tuple[str, str], list[Line]] = {}
        for line in self.views.region("agreement"):
            groups.setdefault((line.parent, line.part), []).append(line)
        return groups

    @cached_property
    def topics(self) -> dict[str, str]:
        """{label of a provision: what it provides for}, the title of its line."""
        rows = (row for deal in self.all for row in provisions(deal, self.labels))
        return {name: topic(group[0].obligation, self.say) for name, group in rows}

    def name(self, deal: Agreement) -> Markup:
        """An agreement's name in its own voice where an article writes it so."""
        line = self.views.by_label[self.labels.agreement[deal.id]]
        found = self.views.passages.find(deal.name, [one.span for one in line.evidence])
        return self.views.passages.q(found) if found else escape(deal.name)

    def sides(self, deal: Agreement) -> str:
        """Between whom it is, or by whom and against whom, where a bare list of parties would mislead."""
        return sides(deal, self.labels)

    def other_names(self, deal: Agreement) -> list[Markup]:
        """The other names of an agreement, as articles write them; those that tell most first, "the text" last."""
        spans = [span for treaty in deal.treaties for span in treaty.spans]
        names = {name.casefold(): name for _, name in reversed(deal.names) if name.casefold() != deal.name.casefold()}
        telling = sorted(names.values(), key=lambda name: -len(name.split()))
        found = (self.views.passages.find(name, spans) for name in telling)
        return [self.views.passages.q(span) for span in islice(filter(None, found), NAMES)]

    @cached_property
    def nobody(self) -> set[str]:
        """Labels of acts that a party does for itself, where the article does not say which."""
        rows = (step for deal in self.all for step in steps(deal, self.labels))
        return {name for name, acts in rows if acts[0].act in OWN_ACTS and not (acts[0].party or acts[0].body)}

    def cycle(self, deal: Agreement) -> list[tuple[str, list[tuple[Stage, list[Cell]]]]]:
        """Rows of the life-cycle table: party, then each stage with its entries."""
        return [
            (row[0].party or self.say("agreement.every"), [(stage, self._cells(stage)) for stage in row])
            for row in life_cycle(deal, self.labels)
        ]

    def _cells(self, stage: Stage) -> list[Cell]:
        order = ("told", "said", "planned", "possible", "denied")
        done, hopes = any(line.state in ("told", "said") for line in stage.lines), ("planned", "possible")
        groups: dict[tuple[str, str, bool], list[Line]] = {}
        for line in stage.lines:
            who = "" if done and line.state in hopes else line.claimant
            groups.setdefault((line.state, who, line.label in self.nobody), []).append(line)
        cells: list[Cell] = []
        for (state, claimant, nobody), own in sorted(groups.items(), key=lambda item: order.index(item[0][0])):
            if done and state in hopes:
                cells.append(Cell(state, "", Markup(""), tuple(line.label for line in own)))
                continue
            cells += self._dated(state, claimant, nobody, own)
        return cells

    def _dated(self, state: str, claimant: str, nobody: bool, own: list[Line]) -> list[Cell]:
        undated = self.say("date.none")
        dates = {line.when for line in own if line.when != undated} or {undated}
        claimed = self.views.passages.voiced(claimant, own[0].evidence)
        note = self.say("line.by_whom").strip(", ") if nobody else ""
        links = {when: tuple(line.label for line in own if line.when in (when, undated)) for when in dates}
        return [Cell(state, when, claimed, links[when], note) for when in sorted(dates)]
