"""Figures as the template shows them: by what they count, on one axis a unit, with who gives them."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from markupsafe import Markup

from dragoman.records import Figure
from dragoman.report.line import Line
from dragoman.report.lines import figure_text
from dragoman.report.scales import Amount, amounts
from dragoman.report.shown import shown_figures
from dragoman.report.views import Views
from dragoman.spans import Span

__all__ = ["Counted"]

#: Units that only measure: two such figures are comparable only when they count the same thing.
MEASURES = frozenset(
    [
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "percent",
        "%",
        "kilometer",
        "kilometre",
        "meter",
        "metre",
        "mile",
        "dollar",
        "euro",
        "pound",
        "rouble",
        "ruble",
        "yuan",
        "won",
        "yen",
        "tonne",
        "ton",
        "kilogram",
        "ordinal",
        "time",
    ]
)


class Counted:
    """The figures of a story."""

    def __init__(self, views: Views) -> None:
        self.views, self.labels, self.say = views, views.labels, views.say

    @cached_property
    def all(self) -> list[tuple[Line, Figure]]:
        """Figures with their lines."""
        return list(zip(self.views.region("figures"), shown_figures(self.views.story), strict=True))

    @cached_property
    def label(self) -> dict[tuple[Span, ...], str]:
        """{where a figure stands: "F1"}; a shown figure may have its speaker from the words around it."""
        return {figure.spans: line.label for line, figure in self.all}

    @cached_property
    def groups(self) -> list[tuple[str, list[tuple[Line, Figure]]]]:
        """Figures by what they count; what is counted most often first, measures of time and the rest last."""
        groups: dict[str, list[tuple[Line, Figure]]] = {}
        for line, figure in self.all:
            groups.setdefault(figure.unit, []).append((line, figure))
        return sorted(groups.items(), key=lambda item: (item[0] in MEASURES, item[0] == "", -len(item[1]), item[0]))

    def axes(self) -> list[tuple[str, Markup]]:
        """An axis for every thing that is counted with at least two values."""
        drawn = []
        for unit, own in self.groups:
            counted = [(line, figure) for line, figure in own if figure.value is not None]
            if unit in MEASURES or not unit or len({figure.value for _, figure in counted}) < 2:
                continue
            rows = [
                Amount(
                    label=line.label,
                    value=figure.value or 0,
                    bound=figure.bound,
                    title=f"{line.label} {figure_text(figure, self.labels)}, {line.support}",
                    state=line.state,
                )
                for line, figure in counted
            ]
            known = self.say.row("unit", unit)
            name = str(known[1]) if known else unit
            drawn.append((name, amounts(name, rows, self.say)))
        return drawn

    def amount(self, line: Line, figure: Figure) -> Markup:
        """Value and what it counts; words of the article in its own voice."""
        plain = replace(figure, claimed_by="")
        return self.views.passages.voiced(figure_text(plain, self.labels), line.evidence)
