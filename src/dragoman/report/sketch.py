"""Inline SVG: who copied whom, and a quotation joined of several. A table beside each says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dragoman.report.messages import Messages

__all__ = ["Arc", "Box", "Group", "Part", "lineage", "splice"]

WIDTH = 900
ROW = 30  # pixels between two articles
LEFT, NAMES, MIDDLE, END = 2, 300, 420, 640  # where origins begin and end, where articles begin and end
CHARACTER = 6.4  # pixels of a letter of the drawing's 12 px sans, as measured
STRIP = 860  # pixels for a whole quotation


@dataclass(frozen=True, kw_only=True)
class Box:
    """An article in the drawing."""

    label: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """An origin with its articles, the earliest first."""

    words: str
    shown: bool
    note: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, kw_only=True)
class Arc:
    """How two articles hang together: from the earlier to the later, or between both."""

    first: str
    second: str
    directed: bool
    words: str
    link: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """A passage of a joined quotation."""

    label: str
    start: int
    end: int
    words: str
    note: str


def lineage(groups: Sequence[Group], arcs: Sequence[Arc], say: Messages) -> Markup:
    """Origins on the left, the articles that go back to each on the right, arrows from text to copy."""
    parts: list[Markup] = [
        _text(LEFT, 13, say("copied.origins"), "hd"),
        _text(MIDDLE, 13, say("copied.articles"), "hd"),
    ]
    rows: dict[str, float] = {}
    y = 24
    for group in groups:
        top = y
        for box in group.boxes:
            rows[box.label] = y + 12
            parts.append(_box(MIDDLE, y, END - MIDDLE, box))
            y += ROW
        parts += _origin(group, (top + y - ROW) / 2, [rows[box.label] for box in group.boxes])
        y += 6
    for number, arc in enumerate(arcs):
        parts.append(_arc(arc, rows, number))
    return Markup(
        '<div class=scroll tabindex=0 role=group aria-label="{0}"><svg viewBox="0 0 {1} {2}">'
        '<defs><marker id=tip viewBox="0 0 8 8" refX=7 refY=4 markerWidth=7 markerHeight=7 '
        "orient=auto>"
        '<path d="M0 1l7 3-7 3z" class=tip /></marker></defs>{3}</svg></div>'
    ).format(say("copied.drawing"), WIDTH, y + 4, Markup("").join(parts))


def _text(x: float, y: float, words: str, look: str = "") -> Markup:
    kind = f" class={look}" if look else ""
    return Markup("<text x={:.0f} y={:.0f}{}>{}</text>").format(x, y, kind, words)


def _fit(words: str, width: float) -> str:
    room = int(width / CHARACTER)
    return words if len(words) <= room else words[: room - 1] + "…"


def _box(x: int, y: float, width: int, box: Box) -> Markup:
    return Markup("<a href=#{0}><rect x={1} y={2:.0f} width={3} height=24 class=node />{4}</a>").format(
        box.label, x, y, width, _text(x + 8, y + 16, _fit(f"{box.label} {box.words}", width - 16))
    )


def _origin(group: Group, y: float, articles: Sequence[float]) -> Iterator[Markup]:
    look = "node" if group.shown else "node unsure"
    yield Markup('<g>{}<rect x={} y={:.0f} width={} height=24 class="{}"/>{}</g>').format(
        Markup("<title>{}</title>").format(group.note) if group.note else "",
        LEFT,
        y,
        NAMES - LEFT,
        look,
        _text(LEFT + 8, y + 16, _fit(group.words, NAMES - LEFT - 16)),
    )
    for other in articles:
        middle = (NAMES + MIDDLE) / 2
        yield Markup('<path d="M{0} {1:.0f}C{2:.0f} {1:.0f} {2:.0f} {3:.0f} {4} {3:.0f}" class="edge{5}"/>').format(
            NAMES, y + 12, middle, other, MIDDLE, "" if group.shown else " unsure"
        )


def _arc(arc: Arc, rows: dict[str, float], number: int) -> Markup:
    """A curve at the right of the articles; the farther the two, the wider."""
    a, b = rows[arc.first], rows[arc.second]
    reach = END + 36 + min(abs(a - b) * 0.5, 120)
    tip = ' marker-end="url(#tip)"' if arc.directed else ""
    shift = 3 if a < b else -3
    curve = Markup('<path d="M{0} {1:.0f}C{2:.0f} {1:.0f} {2:.0f} {3:.0f} {4} {3:.0f}" class=edge{5} />').format(
        END, a + shift, reach, b - shift, END + 3, Markup(tip)
    )
    words = _text(END + (reach - END) * 0.78 + 8, (a + b) / 2 + 4 + (number % 2) * 3, arc.words, "t2")
    return Markup("<a href=#{}><title>{}</title>{}{}</a>").format(arc.link, arc.words, curve, words)


def splice(parts: Sequence[Part], start: int, end: int, say: Messages) -> Markup:
    """One pair of marks as a strip, its passages to scale, each a link to its utterance; a list says the same."""
    whole = max(end - start, 1)
    drawn: list[Markup] = []
    for number, part in enumerate(parts):
        x, wide = STRIP * (part.start - start) / whole, STRIP * (part.end - part.start) / whole
        drawn.append(
            Markup("<a href=#{}><rect x={:.0f} y=2 width={:.0f} height=26 {} />{}</a>").format(
                part.label, x + 1, max(wide - 2, 3), _look(number), _inside(part, x, wide)
            )
        )
    rows = Markup("").join(
        Markup("<li><a href=#{0}>{0}</a> {1}–{2}, {3}</li>").format(part.label, part.start, part.end, part.note)
        for part in parts
    )
    return Markup(
        '<div class=scroll tabindex=0 role=group aria-label="{0}"><svg viewBox="0 0 {1} 31">'
        "{2}</svg></div><ol class=pieces>{3}</ol>"
    ).format(say("said.splice_drawing"), STRIP + 4, Markup("").join(drawn), rows)


def _look(number: int) -> Markup:
    return Markup('class="piece odd"' if number % 2 else "class=piece")


def _inside(part: Part, x: float, wide: float) -> Markup:
    return _text(x + 6, 19, part.label) if wide > 30 else Markup("")
