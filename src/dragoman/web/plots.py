"""Plots drawn on the server: plain SVG, every bar a link to what it counts, and the same numbers as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from urllib.parse import urlencode

from markupsafe import Markup, escape

from dragoman.report.messages import Messages

__all__ = ["Bars", "by_day", "by_name"]

_WIDTH, _HEIGHT = 720, 150
_WIDEST = 64  # pixels of one bar, however few there are
_LETTER = 5.6  # pixels of a character of a label, as measured at 10 px
_DAYS = 120  # bars that can still be told apart at this width; longer times are counted by month
_NAMES = 15  # outlets shown one by one; the others are one row


@dataclass(frozen=True, kw_only=True)
class Bars:
    """A bar chart and the same as rows: (label, address, {language: count})."""

    title: str
    rows: tuple[tuple[str, str, dict[str, int]], ...]
    languages: dict[str, int]  # {language: the number of its colour}
    svg: Markup
    by_day: bool = False

    @property
    def total(self) -> int:
        """All that was counted."""
        return sum(sum(held.values()) for _, _, held in self.rows)


def by_day(coverage: Sequence[tuple[str, str, int]], say: Messages) -> Bars | None:
    """Articles by the day of their publication, by month when the time is long; None when no day is known."""
    known = _colours(coverage)
    counted: dict[str, dict[str, int]] = defaultdict(dict)
    for day, language, count in coverage:
        if day:
            counted[day][language] = counted[day].get(language, 0) + count
    if not counted:
        return None
    first, last = date.fromisoformat(min(counted)), date.fromisoformat(max(counted))
    if (last - first).days < _DAYS:
        days = [(first + timedelta(days=number)).isoformat() for number in range((last - first).days + 1)]
        rows = [(day, _search(since=day, until=day), counted.get(day, {})) for day in days]
    else:
        rows = _months(counted)
    return _bars(say("web.by_day"), rows, known, say, by_day=True)


def by_name(coverage: Sequence[tuple[str, str, int]], say: Messages, *, asks: str) -> Bars | None:
    """Articles by outlet, the most frequent first; `asks` is the filter a bar leads to."""
    counted: dict[str, dict[str, int]] = defaultdict(dict)
    for name, language, count in coverage:
        counted[name][language] = counted[name].get(language, 0) + count
    order = sorted(counted, key=lambda name: (-sum(counted[name].values()), name))
    rows = [
        (name or say("web.not_known"), _search(**{asks: name}) if name else "", counted[name])
        for name in order[:_NAMES]
    ]
    rest: dict[str, int] = defaultdict(int)
    for name in order[_NAMES:]:
        for language, count in counted[name].items():
            rest[language] += count
    if rest:
        rows.append((say("web.others", n=len(order) - _NAMES), "", dict(rest)))
    return _bars(say("web.by_outlet"), rows, _colours(coverage), say) if rows else None


def _colours(coverage: Sequence[tuple[str, str, int]]) -> dict[str, int]:
    """{language: the number of its colour}: the same in every plot of a library, whichever articles it shows."""
    return {language: number % 8 for number, language in enumerate(sorted({one for _, one, _ in coverage}))}


def _months(counted: dict[str, dict[str, int]]) -> list[tuple[str, str, dict[str, int]]]:
    months: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for day, held in counted.items():
        for language, count in held.items():
            months[day[:7]][language] += count
    year, month = map(int, min(months).split("-"))
    made = []
    while (name := f"{year:04d}-{month:02d}") <= max(months):
        after = date(year + month // 12, month % 12 + 1, 1)
        last = after - timedelta(days=1)
        made.append((name, _search(since=f"{name}-01", until=last.isoformat()), dict(months.get(name, {}))))
        year, month = after.year, after.month
    return made


def _search(**asked: str) -> str:
    return "/search?" + urlencode({"kind": "article", **asked})


def _bars(
    title: str,
    rows: Sequence[tuple[str, str, dict[str, int]]],
    known: dict[str, int],
    say: Messages,
    *,
    by_day: bool = False,
) -> Bars:
    shown = {language for _, _, held in rows for language in held}
    languages = {language: number for language, number in known.items() if language in shown}
    svg = _drawn(title, rows, languages, say)
    return Bars(title=title, rows=tuple(rows), languages=languages, svg=svg, by_day=by_day)


def _drawn(
    title: str, rows: Sequence[tuple[str, str, dict[str, int]]], languages: dict[str, int], say: Messages
) -> Markup:
    """Upright bars, one a row, their parts by language; the table below says the same."""
    most = max(sum(held.values()) for _, _, held in rows) or 1
    step = _WIDTH / len(rows)
    parts = []
    for number, (label, address, held) in enumerate(rows):
        body = _bar(f"{label}: {_told(held, say)}", held, languages, (number + 0.5) * step, step, most)
        parts.append(
            Markup('<a href="{}">{}</a>').format(address, body) if address else Markup("<g>{}</g>").format(body)
        )
    parts += _labels([label for label, _, _ in rows], step)
    drawn = Markup('<svg class="bars" viewBox="0 0 {} {}" role="group" aria-label="{}">{}{}</svg>')
    line = Markup('<path d="M0 {}H{}" class="base"/>').format(_HEIGHT, _WIDTH)
    return drawn.format(_WIDTH, _HEIGHT + 18, escape(title), line, Markup("").join(parts))


def _bar(told: str, held: dict[str, int], languages: dict[str, int], middle: float, step: float, most: int) -> Markup:
    """One bar with what it says when pointed at, and its number on top where there is room."""
    top, wide = float(_HEIGHT), min(max(step - 2, 1), _WIDEST)
    inner = [Markup("<title>{}</title>").format(told)]
    for language, colour in languages.items():
        height = held.get(language, 0) / most * (_HEIGHT - 18)
        if height:
            top -= height
            inner.append(
                Markup('<rect class="l{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
                    colour, middle - wide / 2, top, wide, height
                )
            )
    if held and step >= 4 * _LETTER:
        inner.append(_text(middle, top - 4, str(sum(held.values())), "middle"))
    return Markup("").join(inner)


def _labels(names: Sequence[str], step: float) -> Iterator[Markup]:
    """What each bar stands for, of narrow bars every second, third … one."""
    room = 11 * _LETTER  # a day in full, or the beginning of a name
    every = max(ceil(room / step), 1)
    length = int(max(step * every, room) / _LETTER) - 1
    for number in range(0, len(names), every):
        words = names[number] if len(names[number]) <= length else names[number][: length - 1] + "…"
        middle, half = (number + 0.5) * step, len(words) * _LETTER / 2
        side = "start" if middle < half else "end" if middle > _WIDTH - half else "middle"
        yield _text({"start": 0, "end": _WIDTH, "middle": middle}[side], _HEIGHT + 13, words, side)


def _text(x: float, y: float, words: str, side: str) -> Markup:
    return Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(x, y, side, words)


def _told(held: dict[str, int], say: Messages) -> str:
    return ", ".join(f"{count} {language}" for language, count in sorted(held.items())) or say("web.none")
