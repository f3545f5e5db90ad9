"""The second voice of the page: words of a source, letter for letter, with their language and their place.

Nothing else in the page may set a `<q>`, a `<blockquote>` or a `<mark>`.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from dragoman.records import Article, Story
from dragoman.report.labels import Labels
from dragoman.report.line import Evidence
from dragoman.report.runs import Run, fit, runs_of
from dragoman.report.tongues import attributes
from dragoman.spans import Span, word_edge

__all__ = ["Passages"]

QUOTED = re.compile(r"“([^“”]+)”|(?<!\w)'([^']+)'(?!\w)")  # says “if it is signed”, 'June 19'
OMITTED = re.compile(r"(?:(?<=\s)|^)…(?:\s+|$)|\s+…(?=\s|$)")  # “… from Kyiv … to Moscow”: words that were left out
#: Tags that part the words before and after them.
APART = re.compile(
    r"</?(?:p|div|br|li|h[1-6]|t[dhr]|[uod]l|d[dt]|section|article|header|footer|fig\w*|blockquote)\b", re.I
)


class Passages:
    """Cuts words out of the sources of one story."""

    def __init__(self, story: Story, labels: Labels) -> None:
        self.labels = labels
        self.sources = story.sources_by_id
        self.anchors: frozenset[tuple[str, int]] = frozenset()  # places that the reading view marks
        self.folder: str | None = None  # where each article is a page of its own
        self.home = ""  # the page of the dossier, as an article's own page sees it
        self._runs: dict[str, tuple[list[Run], list[int]]] = {}

    # -- the original as runs ----------------------------------------------------------------------

    def article(self, source: str) -> Article:
        """The article of a source."""
        return self.labels.reading[source].article

    def runs(self, source: str, start: int, end: int) -> Iterator[Run]:
        """The runs of original start..end, clipped to it."""
        if source not in self._runs:
            made = list(runs_of(self.sources[source], self.article(source)))
            self._runs[source] = made, [run.start for run in made]
        runs, starts = self._runs[source]
        for index in range(max(bisect_right(starts, start) - 1, 0), len(runs)):
            run = runs[index]
            if run.start >= end:
                break
            if run.end > start:
                inside = run.start >= start and run.end <= end
                yield run if inside else Run(max(run.start, start), min(run.end, end), run.kind, run.why)

    def letters(self, source: str, start: int, end: int) -> Markup:
        """Original start..end as a reader sees it: no tags, no removed furniture."""
        text, out = self.sources[source].text, []
        for run in self.runs(source, start, end):
            words = text[run.start : run.end]
            if run.kind == "char":
                out.append(html.unescape(words))
            elif run.kind == "kept":
                out.append(words)
            elif run.kind == "tag" and APART.search(words):
                out.append(" ")
        return _escaped(fit("".join(out)))

    # -- quoting -----------------------------------------------------------------------------------

    def attributes(self, source: str) -> Markup:
        """Language and direction of a source's words."""
        return attributes(self.article(source).language)

    def q(self, span: Span) -> Markup:
        """The exact words of a span."""
        words = self.letters(span.source, span.start, span.end)
        return Markup(f"<q{self.tongue(span.source)}>{words}</q>")

    def tongue(self, source: str) -> Markup:
        """The language of words that stand within our own, unless it is the page's."""
        own = self.labels.say.language == self.article(source).language
        return Markup("") if own else self.attributes(source)

    def start_of(self, span: Span, length: int) -> Span:
        """The first words of a span, at most so many characters."""
        last = max(self.word(span.source, span.start + length, -1), span.start + 1)
        return Span(span.source, span.start, min(span.end, last))

    def place(self, span: Span) -> Markup:
        """D4 fr 814-862; without its language where that is the page's."""
        language, own = self.article(span.source).language, self.labels.say.language
        told = "" if language == own else f" {escape(language)}"
        return Markup(f"{self.labels.article[span.source]}{told} {self.where(span)}")

    def code(self, source: str) -> Markup:
        """fr, or en‹fr for English translated from French."""
        article = self.article(source)
        found = article.translated
        if found is None:
            return escape(article.language)
        origin = "?" if found.from_language == "und" else found.from_language
        return Markup(f"{escape(article.language)}‹{escape(origin)}")

    def address(self, span: Span) -> str:
        """Where a place stands in the reading view; the article where nothing is marked there."""
        label = self.labels.article[span.source]
        if (span.source, span.start) not in self.anchors:
            return f"#{label}" if self.folder is None else self.page(label)
        anchor = f"#{label}-{span.start}"
        return anchor if self.folder is None else self.page(label) + anchor

    def page(self, label: str) -> str:
        """The page of an article that has one of its own."""
        return f"{self.folder or ''}{label}.html"

    def loc(self, span: Span, *, brief: bool = False) -> Markup:
        """The place, leading to the reading view; its article alone when `brief`."""
        kind = "" if (span.source, span.start) in self.anchors else " class=loc"  # marked in the reading view, or not
        words = escape(self.labels.article[span.source]) if brief else self.place(span)
        return Markup(f"<a{kind} href={self.address(span)}>{words}</a>")

    def where(self, span: Span) -> str:
        """814-862: a place as plain text, where nothing in the reading view is marked."""
        return f"{span.start}-{span.end}"

    def placed(self, span: Span) -> Markup:
        """The words of a span in full and their place; page.js adds what stands around them from the reading view."""
        return self.q(span) + " " + self.loc(span)

    def word(self, source: str, at: int, step: int) -> int:
        """The nearest word boundary in one direction; `at` itself in scripts without spaces."""
        return word_edge(self.sources[source].text, at, step)

    # -- our own prose -----------------------------------------------------------------------------

    def voiced(self, text: str, evidence: Iterable[Evidence]) -> Markup:
        """Our words; each “…” in them is looked up in the evidence’s sources and loses its marks if it is in none."""
        if "“" not in text and "'" not in text:
            return escape(text)
        spans, at = [one.span for one in evidence], 0
        out: list[str] = []
        for match in QUOTED.finditer(text):
            words = match[1] or match[2]
            out.append(escape(text[at : match.start()]))
            pieces = OMITTED.split(words) if "…" in words else [words]
            found = [self.find(piece, spans) for piece in pieces if piece]
            if found and all(found):
                voices = iter([self.q(one) for one in found if one])
                told = Markup(" … ").join(next(voices) if piece else "" for piece in pieces)
                out.append(f"“{told.strip()}”")
            else:
                out.append(escape(words if match[1] else match[0]))
            at = match.end()
        return Markup("".join([*out, escape(text[at:])]))

    def find(self, words: str, spans: Iterable[Span]) -> Span | None:
        """Where the words stand in a source: within a span if they can be found there, else anywhere in its article."""
        plain = " ".join(words.split()).replace("’", "'")
        for span in spans if plain else ():
            text = self.article(span.source).text
            place = text.find(span.start, span.end)
            found = (_within(plain, text.value, *place) if place else None) or _within(plain, text.value)
            if found:
                return text.span(*found)
        return None


def _within(words: str, text: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """Where words stand between start and end, whatever blanks part them."""
    last = len(text) if end is None else end
    at = text.find(words, start, last)
    if at >= 0:
        return at, at + len(words)
    first, *more = words.split(" ")
    if not more or text.find(first, start, last) < 0:  # a pattern costs more than the rest, so it is made last
        return None
    match = re.compile(r"\s+".join(map(re.escape, (first, *more)))).search(text, start, last)
    return match.span() if match else None


def _escaped(words: str) -> Markup:
    """Words of a source as markup; they never stand in an attribute, so that quotation marks stay as they are."""
    return Markup(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
