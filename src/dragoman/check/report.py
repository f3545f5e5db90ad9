"""Somebody's report made readable: Markdown, HTML or text, its own positions kept, nothing taken for page furniture.

Marks of Markdown and HTML are edits; links, footnotes and labels like (D4) are kept as citations of the words before.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.languages import language
from dragoman.models import identify
from dragoman.read import read
from dragoman.read.blocks import blocks
from dragoman.read.clean import plain
from dragoman.read.sentences import sentences
from dragoman.records import Article, Reading, Source
from dragoman.settings import Settings
from dragoman.spans import Edit, Span, Text

__all__ = ["Citation", "Layout", "Report", "laid_out", "read_report"]

LABELS = re.compile(
    r"[ \t]*[(\[](?P<names>D\d+(?:\s*[,;·]\s*(?:D\d+|\d+[–-]\d+)|\s+\d+[–-]\d+)*)[)\]]"
)  # (D4) [D0, D2]
LABEL = re.compile(r"D\d+")
NOTE = re.compile(r"\[\^(?P<key>[^\]\s]+)\](?!:)")  # [^1]
NOTE_TEXT = re.compile(r"^\[\^(?P<key>[^\]\s]+)\]:[ \t]*(?P<text>.*)\n?", re.MULTILINE)  # [^1]: Tidewater Post
LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]\n]+)\]\((?P<url>[^()\s]+)(?:\s+\"[^\"]*\")?\)")  # [text](url)
BLOCK = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)  # > quoted
FRONT = re.compile(r"\A---\n.*?\n---\n|\A\+\+\+\n.*?\n\+\+\+\n", re.DOTALL)
FENCE = re.compile(r"^```.*?^```[ \t]*$", re.DOTALL | re.MULTILINE)
HEAD = re.compile(r"^#{1,6}[ \t]+|^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)|^[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE)
STRESS = re.compile(r"(?<![\w*_])(\*\*\*|\*\*|__|\*|_)(?=\S)(?P<inner>[^*_\n]+?)(?<=\S)\1(?![\w*_])")  # **bold** _so_
CODE = re.compile(r"`([^`\n]+)`")
TAG = re.compile(r"<!--.*?-->|<(script|style|head)\b.*?</\1\s*>|</?(?P<name>[a-zA-Z][\w-]*)(?P<rest>[^>]*)>", re.DOTALL)
HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
INLINE = frozenset("a abbr b bdi cite code em i mark q s small span strong sub sup time u wbr".split())  # noqa: SIM905
SURE = 0.3  # as in sift: below, the model is as often wrong as right


@dataclass(frozen=True, kw_only=True)
class Citation:
    """What the report gives as the source of the words before `at` (an original position)."""

    at: int
    span: tuple[int, int]  # the label itself
    target: str  # a label, an address, a note's text


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The report made readable, before it is read deeply."""

    source: Source
    article: Article
    citations: tuple[Citation, ...]
    blocks: tuple[Span, ...]

    def read(self, reading: Reading) -> Report:
        """The report with its reading."""
        return Report(source=self.source, reading=reading, citations=self.citations, blocks=self.blocks)


@dataclass(frozen=True, kw_only=True)
class Report:
    """The report read like an article, with what it cites and which of its passages are set off as quotations."""

    source: Source
    reading: Reading
    citations: tuple[Citation, ...] = ()
    blocks: tuple[Span, ...] = ()  # passages set off as quotations

    @property
    def article(self) -> Article:
        """The report as an article."""
        return self.reading.article


def read_report(source: Source, settings: Settings | None = None) -> Report:
    """A report with its facts."""
    layout = laid_out(source)
    return layout.read(read(layout.article, settings))


def laid_out(source: Source) -> Layout:
    """A report's text with its citations and what is set off in it; Markdown unless the source is HTML."""
    text = Text.of(source.id, source.text)
    marked = list(_html(source.text) if source.kind == "html" else _markdown(source.text))
    text = text.edit(_apart([edit for edit in marked if isinstance(edit, Edit)]))
    text = plain(text)
    given = source.given("language")
    code, score = (given.split("-")[0].lower(), 1.0) if given else identify(text.value[:2000])
    code = code if score >= SURE else "und"
    runs = blocks(text.value, language(code), captions=(), kinds={})
    article = Article(
        source=source.id,
        name=source.name or "report",
        text=text,
        language=code,
        blocks=runs,
        sentences=sentences(text.value, runs, language(code)),
    )
    return Layout(
        source=source,
        article=article,
        citations=tuple(sorted((one for one in marked if isinstance(one, Citation)), key=lambda one: one.span)),
        blocks=tuple(_set_off(source)),
    )


def _apart(edits: list[Edit]) -> Iterator[Edit]:
    """The edits without those that lie in one before them."""
    end = 0
    for edit in sorted(edits, key=lambda one: (one.start, -one.end)):
        if edit.start >= end:
            yield edit
            end = edit.end


def _markdown(text: str) -> Iterator[Edit | Citation]:
    notes = {found["key"]: found["text"] for found in NOTE_TEXT.finditer(text)}
    for pattern in (FRONT, FENCE, NOTE_TEXT, HEAD, BLOCK):
        for found in pattern.finditer(text):
            yield Edit(found.start(), found.end(), "", "markup")
    for found in LABELS.finditer(text):
        yield Edit(found.start(), found.end(), "", "citation")
        for name in LABEL.findall(found["names"]):
            yield Citation(at=found.start(), span=found.span(), target=name)
    for found in NOTE.finditer(text):
        yield Edit(found.start(), found.end(), "", "citation")
        yield Citation(at=found.start(), span=found.span(), target=notes.get(found["key"], found["key"]))
    for found in LINK.finditer(text):
        if found["image"]:
            yield Edit(found.start(), found.end(), "", "markup")
            continue
        yield Edit(found.start(), found.start("text"), "", "markup")
        yield Edit(found.end("text"), found.end(), "", "markup")
        yield Citation(at=found.end("text"), span=found.span("text"), target=found["url"])
    for found in STRESS.finditer(text):
        yield Edit(found.start(), found.start("inner"), "", "markup")
        yield Edit(found.end("inner"), found.end(), "", "markup")
    for found in CODE.finditer(text):
        yield Edit(found.start(), found.start() + 1, "", "markup")
        yield Edit(found.end() - 1, found.end(), "", "markup")


def _html(text: str) -> Iterator[Edit | Citation]:
    links: list[tuple[int, str]] = []
    for found in TAG.finditer(text):
        name = (found["name"] or "").lower()
        yield Edit(found.start(), found.end(), "" if name in INLINE else "\n\n", "markup")
        if name != "a":
            continue
        if not found[0].startswith("</") and (href := HREF.search(found["rest"])):
            links.append((found.end(), html.unescape(href[1])))
        elif links:
            start, target = links.pop()
            yield Citation(at=found.start(), span=(start, max(start + 1, found.start())), target=target)
    for found in ENTITY.finditer(text):
        if html.unescape(found[0]) != found[0]:
            yield Edit(found.start(), found.end(), html.unescape(found[0]), "reference")
    for found in LABELS.finditer(text):
        yield Edit(found.start(), found.end(), "", "citation")
        for label in LABEL.findall(found["names"]):
            yield Citation(at=found.start(), span=found.span(), target=label)


def _set_off(source: Source) -> Iterator[Span]:
    """Passages set off as quotations: runs of "> " lines, blockquote elements."""
    if source.kind == "html":
        for found in re.finditer(r"<blockquote\b[^>]*>(.+?)</blockquote>", source.text, re.DOTALL | re.IGNORECASE):
            yield Span(source.id, found.start(1), found.end(1))
        return
    for found in re.finditer(r"(?:^[ \t]*>.*(?:\n|\Z))+", source.text, re.MULTILINE):
        if found[0].strip(" >\n\t"):
            yield Span(source.id, found.start(), found.start() + len(found[0].rstrip()))
