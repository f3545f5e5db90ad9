"""Inline SVG: dates on an axis; the list beside it says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from markupsafe import Markup

from dragoman.report.labels import Labels
from dragoman.report.line import Line
from dragoman.report.messages import Messages
from dragoman.report.verbs import EVENTS

__all__ = ["Point", "axis", "timeline"]

WIDTH, LEFT, RIGHT = 900, 14, 886
LANE = 26  # pixels between two rows of points
LETTER = 6.1  # pixels a character of a label takes, measured on the page's own 11 px sans
LANES = 9  # rows of labels; what does not fit is drawn without one
FAR = (
    420  # days from the middle date beyond which a point is told, not drawn to scale: the axis would show nothing else
)
WIDE = 190  # days; a longer bar would say nothing and hide the others
BURST = 16  # days that are drawn enlarged when much happened in them


@dataclass(frozen=True, kw_only=True)
class Point:
    """A line of the dossier as a place on the time axis."""

    label: str
    word: str
    title: str
    first: date
    last: date
    state: str
    short: bool = False  # drawn without its label


@dataclass
class _Scale:
    first: date
    last: date
    left: float
    right: float

    def x(self, day: date, *, end: bool = False) -> float:
        days = max((self.last - self.first).days + 1, 1)
        at = (day - self.first).days + (1 if end else 0)
        return self.left + (self.right - self.left) * min(max(at / days, 0), 1)


def axis(points: Sequence[Point], say: Messages) -> Markup:
    """The time axis, and the days in which much happened once more, enlarged; "" with fewer than two dates."""
    vague = [point for point in points if (point.last - point.first).days > WIDE]
    near, early, late = _near([point for point in points if point not in vague])
    if len({(point.first, point.last) for point in near}) < 2:
        return Markup("")
    burst = _burst(near)
    wide = [point for point in near if point not in burst]
    parts: list[Markup] = []
    low, high = min(p.first for p in near), max(p.last for p in near)
    pad = max((high - low).days // 40, 1)
    scale = _Scale(_step(low, -pad), _step(high, pad), LEFT, RIGHT)
    drawn, height = _lanes(wide or near, scale, 8)
    parts += drawn
    base = height + 12
    parts += _ticks(scale, base, say)
    bottom = base + 26
    if burst and wide:
        first, last = min(p.first for p in burst), max(p.last for p in burst)
        inner = _Scale(_step(first, -1), _step(last, 1), 40, 860)
        drawn, height = _lanes(burst, inner, bottom + 22)
        floor = height + 12
        a, b = scale.x(first), scale.x(last, end=True)
        parts.append(
            Markup('<path d="M{:.0f} {}L40 {}M{:.0f} {}L860 {}" class=ax fill="none" stroke-dasharray="2 3" />').format(
                a, base + 4, floor, b, base + 4, floor
            )
        )
        parts += drawn
        parts += _days(inner, floor, say)
        bottom = floor + 24
    told = []
    if vague:
        told.append(say("happened.vague", lines=", ".join(p.label for p in vague)))
    if early:
        told.append(say("happened.early", lines=", ".join(f"{p.label} {p.first.year}" for p in early)))
    if late:
        told.append(say("happened.late", lines=", ".join(f"{p.label} {p.first.year}" for p in late)))
    note = Markup("<p class=sup>{}</p>").format(" ".join(told)) if told else Markup("")
    return (
        Markup(
            '<div class=scroll tabindex=0 role=group aria-label="{}"><svg viewBox="0 0 {} {:.0f}">{}</svg></div>'
        ).format(say("happened.drawing"), WIDTH, bottom, Markup("").join(parts))
        + note
    )


def _step(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _near(points: Sequence[Point]) -> tuple[list[Point], list[Point], list[Point]]:
    """Points about the middle date, those long before it, those long after it."""
    if not points:
        return [], [], []
    middle = sorted(point.first for point in points)[len(points) // 2]
    low, high = _step(middle, -FAR), _step(middle, FAR)
    near = [point for point in points if point.first >= low and point.last <= high]
    return near, [p for p in points if p.first < low], [p for p in points if p.first >= low and p.last > high]


def _burst(points: Sequence[Point]) -> list[Point]:
    """The points of the fullest fortnight, if it holds two fifths of them and the whole is much longer."""
    length = (max(p.last for p in points) - min(p.first for p in points)).days
    if length < 4 * BURST:
        return []
    best: list[Point] = []
    for start in sorted({point.first for point in points}):
        inside = [p for p in points if start <= p.first and p.last <= _step(start, BURST)]
        best = max(best, inside, key=len)
    return best if len(best) >= 0.4 * len(points) and len(best) > 2 else []


def _lanes(points: Sequence[Point], scale: _Scale, top: int) -> tuple[list[Markup], int]:
    """Points with labels, each in the first row where it does not touch another."""
    ends: list[float] = []
    placed: list[tuple[int, Point, float, float]] = []
    for point in sorted(points, key=lambda one: (one.first, one.last, one.label)):
        a, b = scale.x(point.first), scale.x(point.last, end=True)
        text = len(f"{point.label} {point.word}") * LETTER
        start = min(a, RIGHT - text)
        row = next((number for number, end in enumerate(ends) if end <= start), len(ends))
        if row >= LANES:  # no room for another label: only the point, where it touches nothing
            point = replace(point, word="", short=True)
            start, text = min(a, b - 10), 0
            row = next((number for number, end in enumerate(ends) if end <= start), LANES - 1)
        ends += [0.0] * (row + 1 - len(ends))
        ends[row] = max(ends[row], b + 8, start + text + 8)
        placed.append((row, point, a, b))
    height = top + LANE * len(ends)
    return [_point(point, a, b, height - LANE * row) for row, point, a, b in placed], height


def _point(point: Point, a: float, b: float, y: int) -> Markup:
    words = "" if point.short else f"{point.label} {point.word}"
    x = min(a, RIGHT - len(words) * LETTER)
    if point.first == point.last:
        mark = Markup("<circle cx={:.0f} cy={} r=4.5 class={} />").format((a + b) / 2, y, _look(point.state))
    else:
        look = {"full": "bar", "open": "'bar open'", "dash": "'bar dash'"}[_look(point.state)]
        mark = Markup('<path d="M{:.0f} {}H{:.0f}" class={} />').format(a, y, max(b, a + 5), Markup(look))
    told = Markup("<text x={:.0f} y={}>{}</text>").format(x, y - 8, words) if words else _title(point.title)
    return Markup("<a href=#{}>{}{}</a>").format(point.label, mark, told)


def _title(words: str) -> Markup:
    return Markup("<title>{}</title>").format(words)


def _look(state: str) -> str:
    return {"told": "full", "said": "open"}.get(state, "dash")


def _ticks(scale: _Scale, y: int, say: Messages) -> Iterator[Markup]:
    """The base line with months or years."""
    names = say.listed("date.months")
    marks = [f"M{LEFT} {y}H{RIGHT}"]
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month + 1
    every = next((step for step in (1, 2, 3, 6, 12) if months / step <= 12), 24)
    number = scale.first.year * 12 + scale.first.month - 1
    number += -number % every
    shown = None
    while number <= scale.last.year * 12 + scale.last.month - 1:
        day = date(number // 12, number % 12 + 1, 1)
        if day >= scale.first:
            name = names[day.month - 1] + (f" {day.year}" if day.year != shown else "")
            shown = day.year
            marks.append(_mark(scale.x(day), y))
            yield _tick(scale.x(day), y, name, "end" if scale.x(day) > RIGHT - 50 else "start")
        number += every
    yield _base(marks)


def _days(scale: _Scale, y: int, say: Messages) -> Iterator[Markup]:
    months, weekdays = say.listed("date.months"), say.listed("date.days")
    marks = [f"M{scale.left:.0f} {y}H{scale.right:.0f}"]
    days = (scale.last - scale.first).days + 1
    every = 1 if days <= 12 else 2
    yield Markup("<g text-anchor=middle>")
    for number in range(0, days, every):
        day = scale.first + timedelta(days=number)
        x = (scale.x(day) + scale.x(day, end=True)) / 2
        marks.append(_mark(x, y))
        yield _tick(x, y, f"{weekdays[day.weekday()]} {day.day} {months[day.month - 1]}")
    yield Markup("</g>")
    yield _base(marks)


def _tick(x: float, y: int, name: str, anchor: str = "start") -> Markup:
    side = "" if anchor == "start" else f" text-anchor={anchor}"
    return Markup("<text x={:.0f} y={}{}>{}</text>").format(x, y + 17, side, name)


def _mark(x: float, y: int) -> str:
    return f"M{x:.0f} {y}v5"


def _base(marks: Sequence[str]) -> Markup:
    """The base line and its marks as one path."""
    return Markup('<path d="{}" class=ax />').format("".join(marks))


def timeline(labels: Labels, by_label: Mapping[str, Line]) -> Markup:
    """The events of a story on an axis."""
    say, points = labels.say, []
    for one in labels.timeline:
        if one.when and one.when.precision != "open":
            line = by_label[labels.happening[one.id]]
            known = say.row("events", one.type) or EVENTS.get(one.type, ("", "", one.type.replace("_", " ")))
            points.append(
                Point(
                    label=line.label,
                    word=known[2],
                    title=f"{line.when}: {line.text}",
                    first=one.when.earliest,
                    last=one.when.latest,
                    state=line.state,
                )
            )
    return axis(points, say)
