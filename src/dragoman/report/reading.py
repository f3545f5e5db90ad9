"""The reading view: each article in full, what lines rest on marked, what was taken out struck but in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from dragoman.records import Reading, Source
from dragoman.report.line import Evidence, Line
from dragoman.report.messages import Messages
from dragoman.report.passages import Passages
from dragoman.report.runs import Run, fit, visible
from dragoman.spans import Span

__all__ = ["Marks", "Paragraph", "paragraphs", "repairs"]

NEAR = 60  # characters kept beside a marked passage where only extracts are shown
FURNITURE = 400  # characters of one removed stretch that are shown; the rest is counted
NEWLINES = re.compile(r"\r?\n\s*")
JOINED = re.compile(r"</mark><mark>")  # where one marked passage ends within another


@dataclass
class Paragraph:
    """A paragraph of the reading view with the lines that rest on it."""

    kind: str
    html: Markup
    lines: list[str] = field(default_factory=list)


class Marks:
    """Every place of every source that a line rests on."""

    def __init__(self, lines: Iterable[Line], others: Iterable[tuple[Span, str]] = ()) -> None:
        self.by_source: dict[str, list[tuple[Span, str]]] = {}
        for line in lines:
            label = line.label.split(".")[0] if line.region == "quotes" else line.label
            for one in _first(line.evidence) if line.region == "agreement" and not line.parent else line.evidence:
                if line.region != "support":  # how well a thing is attested stands with its own line
                    self.by_source.setdefault(one.span.source, []).append((one.span, label))
        for span, label in others:
            self.by_source.setdefault(span.source, []).append((span, label))

    @property
    def anchors(self) -> frozenset[tuple[str, int]]:
        """(source, start) of every place."""
        return frozenset((source, span.start) for source, own in self.by_source.items() for span, _ in own)

    def of(self, source: str) -> list[tuple[Span, str]]:
        """Places and labels, in reading order."""
        return sorted(self.by_source.get(source, []))


def _first(places: Iterable[Evidence]) -> Iterator[Evidence]:
    """Of the places that only name a thing, the first in each article."""
    seen: set[str] = set()
    for one in places:
        if one.span.source not in seen:
            seen.add(one.span.source)
            yield one


def repairs(reading: Reading, source: Source, say: Messages) -> str:
    """What cleaning changed for reading, counted by reason; the page shows the original."""
    tally = Counter(
        str(say.row("furniture", change.why) or change.why.replace("_", " ").replace("-", " "))
        for change in reading.article.text.changes
        if change.new.strip() and change.new.strip() != source.text[change.start : change.end].strip()
    )
    return ", ".join(f"{why} {count:,}" for why, count in sorted(tally.items()))


def paragraphs(
    reading: Reading, passages: Passages, marks: Marks, *, whole: bool = True, say: Messages | None = None
) -> list[Paragraph]:
    """The whole original as paragraphs; with `whole` off, passages no line uses are folded to their length."""
    source = passages.sources[reading.article.source]
    own = marks.of(source.id)
    writer = _Writer(source, passages, own, whole)
    out: list[Paragraph] = []
    at = 0
    for start, end in _stretches(reading, source):
        runs = list(passages.runs(source.id, start, end))
        if not _seen(source, runs):
            continue
        inside = []
        while at < len(own) and own[at][0].start < end:
            inside.append(own[at])
            at += 1
        body = JOINED.sub("", "".join(writer.write(runs)).strip())
        kind = (
            "furniture"
            if all(run.kind != "kept" or not source.text[run.start : run.end].strip() for run in runs)
            else _block(reading, runs)
        )
        labels = list(dict.fromkeys(label for _, label in inside))
        if kind == "furniture" and out and out[-1].kind == "furniture" and not labels:
            out[-1].html += Markup("<br>") + Markup(body)
        else:
            out.append(Paragraph(kind, Markup(body), labels))
    return out


def _stretches(reading: Reading, source: Source) -> Iterator[tuple[int, int]]:
    """Original ranges of paragraphs: lines of a text, blocks of a web page and what lies between them."""
    if source.kind == "html" and reading.article.blocks:
        text = reading.article.text
        cuts = {0, len(source.text)}
        for block in reading.article.blocks:
            if block.start < block.end:
                span = text.span(block.start, block.end)
                cuts |= {span.start, span.end}
    else:
        cuts = {0, len(source.text), *(match.end() for match in NEWLINES.finditer(source.text))}
    ordered = sorted(cuts)
    yield from pairwise(ordered)


def _seen(source: Source, runs: list[Run]) -> bool:
    return any(run.kind != "tag" and source.text[run.start : run.end].strip() for run in runs)


def _block(reading: Reading, runs: list[Run]) -> str:
    for run in runs:
        place = reading.article.text.find(run.start, run.end) if run.kind == "kept" else None
        block = reading.article.block_at(place[0]) if place else None
        if block:
            return block.kind
    return "paragraph"


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Runs that are read on end as one, those taken out by themselves."""
    for cut, own in groupby(runs, key=lambda run: run.kind == "cut"):
        if cut:
            yield from own
        else:
            same = list(own)
            yield Run(same[0].start, same[-1].end, "kept")


class _Writer:
    """Writes the runs of an article, stretch by stretch, cut again where marked passages begin and end."""

    def __init__(self, source: Source, passages: Passages, marks: list[tuple[Span, str]], whole: bool) -> None:
        self.source, self.passages, self.whole = source, passages, whole
        self.spans = sorted({(span.start, span.end) for span, _ in marks})
        self.label = passages.labels.article[source.id]
        self.say, self.language = passages.labels.say, passages.article(source.id).language

    def write(self, runs: list[Run]) -> Iterator[Markup]:
        """The stretch as HTML."""
        low, high = runs[0].start, runs[-1].end
        near = [span for span in self.spans if span[0] < high and span[1] > low]
        cuts = sorted({edge for span in near for edge in span})
        starts, waiting = {start for start, _ in near}, -1
        for run in _joined(runs):
            edges = [run.start, *(cut for cut in cuts if run.start < cut < run.end), run.end]
            for a, b in pairwise(edges):
                waiting = a if a in starts else waiting
                covered = any(start <= a and b <= end for start, end in near)
                if run.kind == "cut":
                    yield from self._anchor(waiting)
                    yield self._cut(run._replace(start=a, end=b))
                    waiting = -1
                elif covered and (words := self.passages.letters(self.source.id, a, b)).strip():
                    anchor = f" id={self.label}-{waiting}" if waiting >= 0 else ""
                    yield Markup(f"<mark{anchor}>{words}</mark>")
                    waiting = -1
                else:
                    yield self._plain(a, b, after=a in cuts, before=b in cuts)
        yield from self._anchor(waiting)

    def _anchor(self, position: int) -> Iterator[Markup]:
        if position >= 0:
            yield Markup("<span id={}-{}></span>").format(self.label, position)

    def _plain(self, a: int, b: int, *, after: bool, before: bool) -> Markup:
        letters = self.passages.letters
        blank = not self.source.text[a:b].strip()
        if self.whole or blank or ((after or before) and b - a <= 2 * NEAR):
            return letters(self.source.id, a, b)
        first = self.passages.word(self.source.id, min(a + NEAR, b), -1) if after else a
        last = max(self.passages.word(self.source.id, max(b - NEAR, a), 1), first) if before else b
        return Markup("{} <span class=cut>[{}]</span> {}").format(
            letters(self.source.id, a, first), f"{last - first:,}", letters(self.source.id, last, b)
        )

    def _cut(self, run: Run) -> Markup:
        words = self.source.text[run.start : run.end]
        pieces = [unescape(one) for one in visible(words)] if self.source.kind == "html" else [words.strip()]
        shown, left = [], FURNITURE if self.whole else 0
        for piece in pieces:
            if left > 0:
                shown.append(Markup("<s>{}</s>").format(fit(piece[:left])))
            left -= len(piece)
        rest = Markup(" <span class=cut>[{}]</span>").format(f"{-left:,}") if left < 0 else ""
        return Markup("{}{} {} ").format(Markup(" ").join(shown), rest, self._why(run.why))

    def _why(self, why: str) -> Markup:
        """The reason of a cut in the page's language, in English where the catalogue lacks it."""
        own = self.say.row("furniture", why)
        language = self.say.language if own else "en"
        tongue = "" if language == self.language else f" lang={language}"
        return Markup(f"<i{tongue}>{escape(own or why.replace('_', ' ').replace('-', ' '))}</i>")
