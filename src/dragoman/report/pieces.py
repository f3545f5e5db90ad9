"""The small pieces that every line of a page repeats: its words with their place, its state, links to other lines.

A page holds hundreds of them; they are written here, because a call out of a template costs more than the piece.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup, escape

from dragoman.report.line import Evidence, Line
from dragoman.report.views import Views
from dragoman.spans import Span

__all__ = ["Pieces"]

PLACES = 5  # further places of a line, one an article, that lead to their words; all are in dossier.jsonl
REASONS = 1  # reason of one date, of several reports, in words; all of them are in dossier.jsonl
BESIDE = 12  # lines named beside a paragraph; the others are counted


class Pieces:
    """Pieces of the lines of one story."""

    def __init__(self, views: Views) -> None:
        self.views, self.say, self.passages = views, views.say, views.passages
        self._states: dict[str, Markup] = {"": Markup("")}

    def label(self, name: str) -> Markup:
        """The label of a line, where links to it lead; page.js makes it a link to itself."""
        return Markup(f"<a id={name}>{name}</a>")

    def state(self, name: str) -> Markup:
        """A state as a badge, "" without one."""
        if name not in self._states:
            self._states[name] = Markup(f"<i class={escape(name)}>{escape(self.say.name('state', name))}</i>")
        return self._states[name]

    def links(self, names: Sequence[str], most: int = 8, home: str = "") -> Markup:
        """Labels as links to their lines on the page `home`, the number of those beyond the first."""
        links = " ".join([f"<a href={home}#{name}>{name}</a>" for name in map(escape, names[:most])])
        return Markup(f"{links} <small>+{len(names) - most}</small>" if len(names) > most else links)

    def basis(self, reasons: Sequence[Markup]) -> Markup:
        """How a date was reached, the first reasons of several reports in words."""
        told = Markup(self.say("reasons.joint")).join(reasons[:REASONS])
        return told + Markup(f" +{len(reasons) - REASONS}") if len(reasons) > REASONS else told

    def margin(self, names: Sequence[str], home: str) -> Markup:
        """The lines that rest on a paragraph; without `home` page.js makes links of them."""
        if home:
            return self.links(names, BESIDE, home)
        return escape(" ".join([*names[:BESIDE], *([f"+{len(names) - BESIDE}"] if len(names) > BESIDE else ())]))

    def see(self, line: Line) -> Markup:
        """Links to the findings that speak of the words of a line."""
        found = self.views.see(line)
        if not found:
            return Markup("")
        return Markup(f"{' · ' if line.support else ''}{self.say.html('line.see')} {self.links(found, 4)}")

    def wit(self, line: Line, text: Markup | None = None) -> Markup:
        """The exact words of a line, unless its own sentence gives them, where they stand, and its further places."""
        if not line.evidence:
            return Markup("")
        ranked = _ranked(line)
        plain = [one for one in ranked if not one.note] or ranked
        shown = self._wit([one.span for one in plain], self.views.text(line) if text is None else text)
        others: dict[str, list[Span]] = {}
        for one in ranked if len(plain) < len(ranked) else ():
            if one.note:
                others.setdefault(one.note, []).append(one.span)
        for note, places in others.items():
            shown += Markup(" · {}: {}").format(note, self._further(places))
        return shown

    def naming(self, line: Line, name: str) -> Markup:
        """The place of the name that heads an agreement before the places where it is called something else."""
        spans = [one.span for one in _ranked(line)]
        found = self.passages.find(name, spans)
        home = next((one for one in spans if found and one.meets(found)), spans[0])
        heading = self.passages.q(found) if found else Markup("")
        anchors = self.passages.anchors  # of a name the reading view marks the first place in each article
        return self._wit(
            [home, *(one for one in spans if one is not home and (one.source, one.start) in anchors)], heading
        )

    def _wit(self, spans: Sequence[Span], text: Markup) -> Markup:
        first, *more = spans
        words, place = self.passages.q(first), self.passages.loc(first)
        proof = place if words in text else f"{words} {place}"
        if not more:
            return Markup(proof)
        return Markup(f"{proof} + {self._further(more)}")

    def _further(self, spans: Sequence[Span]) -> Markup:
        """Places one by one, of each article the first; the number of those that are not shown."""
        kept = list({one.source: one for one in reversed(spans)}.values())[::-1][:PLACES]
        rest = f" +{len(spans) - len(kept)}" if len(spans) > len(kept) else ""
        return Markup(" ".join([self.passages.loc(one, brief=True) for one in kept]) + rest)


def _ranked(line: Line) -> Sequence[Evidence]:
    """The places of a line, one an article before a second of any."""
    if len(line.evidence) == 1:
        return line.evidence
    seen: Counter[str] = Counter()
    ranked: list[tuple[int, int, Evidence]] = []
    for number, one in enumerate(line.evidence):
        ranked.append((seen[one.span.source], number, one))
        seen[one.span.source] += 1
    return [one for _, _, one in sorted(ranked, key=lambda row: row[:2])]
