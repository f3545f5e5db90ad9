"""Inline SVG: the figures of one unit on one axis from zero; the table beside it says the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.report.messages import Messages

__all__ = ["Amount", "amounts"]

WIDTH = 900
ROOM = 58  # characters of a label that fit beside the axis; its title has the whole


@dataclass(frozen=True, kw_only=True)
class Amount:
    """A figure as a place on a value axis."""

    label: str
    value: float
    bound: str
    title: str
    state: str


def amounts(unit: str, values: Iterable[Amount], say: Messages) -> Markup:
    """Comparable figures of one unit, one row each, on one axis from zero."""
    rows = sorted(values, key=lambda one: (one.value, one.label))
    top = max((one.value for one in rows), default=0)
    if top <= 0:
        return Markup("")
    parts, y = [], 6
    for one in rows:
        y += 24
        x = 20 + 480 * max(one.value, 0) / top
        parts.append(Markup('<path d="M20 {}H500" class=hair />').format(y))
        parts.append(_amount(one, x, y))
    y += 18
    parts.append(Markup('<path d="M20 {}H500" class=ax />').format(y))
    for value, x, anchor in ((0, 20, "start"), (top, 500, "end")):
        parts.append(Markup("<text x={} y={} text-anchor={}>{}</text>").format(x, y + 15, anchor, f"{value:,.10g}"))
    return Markup(
        '<div class=scroll tabindex=0 role=group aria-label="{0}"><svg viewBox="0 0 {1} {2}">{3}</svg></div>'
    ).format(say("figures.drawing", unit=unit), WIDTH, y + 22, Markup("").join(parts))


def _amount(one: Amount, x: float, y: int) -> Markup:
    more = one.bound in ("more_than", "at_least")
    less = one.bound in ("less_than", "at_most", "nearly")
    arrow = Markup('<path d="M{0:.1f} {1}h18m-5 -4l5 4l-5 4" class=arrow />').format(x, y) if more else Markup("")
    if less:
        arrow = Markup('<path d="M{0:.1f} {1}h-18m5 -4l-5 4l5 4" class=arrow />').format(x, y)
    return Markup(
        "<a href=#{}><title>{}</title>{}<circle cx={:.0f} cy={} r=4.5 class={} /><text x=524 y={}>{}</text></a>"
    ).format(one.label, one.title, arrow, x, y, "full" if one.state == "told" else "open", y + 4, _fit(one.title))


def _fit(words: str) -> str:
    return words if len(words) <= ROOM else words[: ROOM - 1].rstrip() + "…"
