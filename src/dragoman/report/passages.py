"""The second voice of the page: words of a source, letter for letter, with their language and their place.

Nothing else in the page may set a `<q>`, a `<blockquote>` or a `<mark>`.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from markupsafe import Markup, escape

from dragoman.records import Article, Source, Story
from dragoman.report.labels import Labels
from dragoman.report.lines import Evidence
from dragoman.spans import Edit, Span

__all__ = ["Passages", "Run", "attributes", "language_name"]

REACH = 120  # characters of context on each side: a sentence or so, within the page's budget of bytes
LONG = 260  # marked words longer than this are shown by both ends; the line itself shows them in full
END = 90
QUOTED = re.compile(r"“([^“”]+)”")  # says “if it is signed”
TAG = re.compile(r"<!--.*?-->|<(script|style|svg)\b.*?</\1\s*>|<[^>]*>?", re.S | re.I)
#: Characters that no page can hold: controls, and bytes that could not be decoded.
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")


class Run(NamedTuple):
    """A run of the original: kept, cut (taken out for a reason), tag (markup, invisible), char (a character reference)."""

    start: int
    end: int
    kind: str
    why: str = ""


@cache
def language_name(code: str) -> str:
    """English name of a language code."""
    try:
        return str(Locale.parse(code).get_display_name("en") or code)
    except (UnknownLocaleError, ValueError):
        return "language not recognised" if code == "und" else code


@cache
def attributes(code: str) -> Markup:
    """` lang="fr"`, with ` dir="rtl"` where the language is written so."""
    if code == "und":
        return Markup(' lang=""')
    try:
        rtl = Locale.parse(code).text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        rtl = False
    return Markup(' lang="{}" dir="rtl"' if rtl else ' lang="{}"').format(code)


class Passages:
    """Cuts words out of the sources of one story."""

    def __init__(self, story: Story, labels: Labels) -> None:
        self.labels = labels
        self.sources = story.sources_by_id
        self._runs: dict[str, list[Run]] = {}

    # -- the original as runs ----------------------------------------------------------------------

    def article(self, source: str) -> Article:
        """The article of a source."""
        return self.labels.reading[source].article

    def runs(self, source: str, start: int, end: int) -> Iterator[Run]:
        """The runs of original start..end, clipped to it."""
        if source not in self._runs:
            self._runs[source] = list(_runs(self.sources[source], self.article(source)))
        runs = self._runs[source]
        for index in range(max(bisect_right(runs, start, key=lambda run: run.start) - 1, 0), len(runs)):
            run = runs[index]
            if run.start >= end:
                break
            if run.end > start:
                yield run._replace(start=max(run.start, start), end=min(run.end, end))

    def letters(self, source: str, start: int, end: int) -> Markup:
        """Original start..end as a reader sees it: no tags, no removed furniture."""
        text, out = self.sources[source].text, []
        for run in self.runs(source, start, end):
            words = text[run.start : run.end]
            if run.kind == "char":
                out.append(html.unescape(words))
            elif run.kind == "kept":
                out.append(words)
            elif run.kind == "tag" and run.why:
                out.append(" ")
        return escape(fit("".join(out)))

    # -- quoting -----------------------------------------------------------------------------------

    def attributes(self, source: str) -> Markup:
        """Language and direction of a source's words."""
        return attributes(self.article(source).language)

    def q(self, span: Span, extra: str = "") -> Markup:
        """The exact words of a span."""
        words = self.letters(span.source, span.start, span.end)
        return Markup("<q{}{}>{}</q>").format(Markup(extra), self.attributes(span.source), words)

    def start_of(self, span: Span, length: int) -> Span:
        """The first words of a span, at most so many characters."""
        return Span(span.source, span.start, max(self.word(span.source, span.start + length, -1), span.start + 1))

    def loc(self, span: Span) -> Markup:
        """D4 fr 814–862, leading to the place in the reading view."""
        label, code = self.labels.article[span.source], self.article(span.source).language
        return Markup('<a class="loc" href="#{0}-{2}"><b>{0}</b> {1} {2}–{3}</a>').format(
            label, code, span.start, span.end
        )

    def where(self, span: Span) -> str:
        """814–862: a place as plain text, where nothing in the reading view is marked."""
        return f"{span.start}–{span.end}"

    def context(self, span: Span) -> Markup:
        """The words of a span, marked, with what stands around them."""
        a, b = self._before(span), self._after(span)
        source = span.source
        return Markup("<blockquote{}>{}{}<mark>{}</mark>{}{} {}</blockquote>").format(
            self.attributes(source),
            "… " if a else "",
            self.letters(source, a, span.start),
            self._ends(span),
            self.letters(source, span.end, b),
            " …" if b < len(self.sources[source].text) else "",
            self.loc(span),
        )

    def _ends(self, span: Span) -> Markup:
        if len(span) <= LONG:
            return self.letters(span.source, span.start, span.end)
        a = self.word(span.source, span.start + END, -1)
        b = self.word(span.source, span.end - END, 1)
        return Markup('{}</mark> <span class="cut">[{}]</span> <mark>{}').format(
            self.letters(span.source, span.start, a), b - a, self.letters(span.source, b, span.end)
        )

    def word(self, source: str, at: int, step: int) -> int:
        """The nearest word boundary in one direction; `at` itself in scripts without spaces."""
        text = self.sources[source].text
        for near in range(at, at + step * 24, step):
            if not 0 < near < len(text) or text[near - 1].isspace() != text[near].isspace():
                return min(max(near, 0), len(text))
        return at

    def _before(self, span: Span) -> int:
        seen = 0
        for run in reversed(list(self.runs(span.source, max(span.start - 4000, 0), span.start))):
            if run.kind in ("kept", "char"):
                seen += run.end - run.start
                if seen >= REACH:
                    return self.word(span.source, run.start + seen - REACH, 1)
        return max(span.start - 4000, 0)

    def _after(self, span: Span) -> int:
        seen, last = 0, min(span.end + 4000, len(self.sources[span.source].text))
        for run in self.runs(span.source, span.end, last):
            if run.kind in ("kept", "char"):
                seen += run.end - run.start
                if seen >= REACH:
                    return self.word(span.source, run.end - seen + REACH, -1)
        return last

    # -- our own prose -----------------------------------------------------------------------------

    def voiced(self, text: str, evidence: Iterable[Evidence]) -> Markup:
        """Our words; each “…” in them is looked up in the sources of the evidence and loses its marks if it is in none."""
        spans = [one.span for one in evidence]
        out, at = [], 0
        for match in QUOTED.finditer(text):
            found = self.find(match[1], spans)
            out.append(escape(text[at : match.start()]))
            out.append(Markup("“{}”").format(self.q(found)) if found else escape(match[1]))
            at = match.end()
        return Markup("").join([*out, escape(text[at:])])

    def find(self, words: str, spans: Iterable[Span]) -> Span | None:
        """Where the words stand in a source: within a span if they can be found there, else anywhere in its article."""
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()).replace("’", "'"))
        for span in spans:
            article = self.article(span.source)
            place = article.text.find(span.start, span.end)
            match = (pattern.search(article.text.value, *place) if place else None) or pattern.search(article.text.value)
            if match and match.end() > match.start():
                return article.text.span(*match.span())
        return None


def fit(words: str) -> str:
    """Words as a page can hold them: what has no form becomes U+FFFD."""
    return _UNFIT.sub("\ufffd", words)


def visible(markup: str) -> list[str]:
    """The pieces of text between the tags of a stretch of HTML."""
    return [piece.strip() for piece in TAG.sub("\0", markup).split("\0") if piece.strip()]


def _runs(source: Source, article: Article) -> Iterator[Run]:
    """The whole original, in order; a change inside a larger one is part of the larger one."""
    at = 0
    for change in sorted(article.text.changes, key=lambda one: (one.start, -one.end)):
        start = max(change.start, at)
        if start >= change.end:
            continue
        kind = _kind(source, change)
        if kind == "kept":
            continue
        if at < start:
            yield Run(at, start, "kept")
        yield Run(start, change.end, kind, change.new if kind == "tag" else change.why)
        at = change.end
    if at < len(source.text):
        yield Run(at, len(source.text), "kept")


def _kind(source: Source, change: Edit) -> str:
    words = source.text[change.start : change.end]
    if source.kind == "html":
        if "<" in words and not visible(words):
            return "tag"
        if words.startswith("&") and len(words) < 14 and html.unescape(words) != words:
            return "char"
    return "cut" if words.strip() and not change.new.strip() else "kept"
