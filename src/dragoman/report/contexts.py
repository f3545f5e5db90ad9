"""The words of a place between what stands around them in their paragraph, cut at clauses and words."""

from __future__ import annotations

import re

from markupsafe import Markup

from dragoman.report.passages import Passages
from dragoman.spans import Span

__all__ = ["in_context"]

REACH = 36  # characters of context on each side of a few words: a clause; the reading view has the rest
CLAUSE = 50  # characters from which on words are a clause themselves and stand alone
NEAR = 16  # at least so much of it, before the start or end of a sentence is good enough
FAR = 4000  # characters of the original looked at, where tags and furniture stand between
LONG = 160  # marked words longer than this are shown by both ends; the line itself shows them in full
END = 60
STOP = re.compile(r"[.!?…]['\"”»]?\s+")  # "… came. " ends a sentence well enough for a context


def in_context(passages: Passages, span: Span) -> Markup:
    """The words of a span, marked, with what stands around them in their paragraph."""
    words = f"<mark>{_ends(passages, span)}</mark>"
    if len(span) <= CLAUSE:
        words = f"{_lead(passages, span)}{words}{_tail(passages, span)}"
    words += f" {passages.loc(span)}"
    return Markup(f"<blockquote{passages.tongue(span.source)}>{words}</blockquote>")


def _lead(passages: Passages, span: Span) -> Markup:
    a = _before(passages, span)
    more = "… " if _cut_short(passages, span.source, a, -1) else ""
    return Markup(more + passages.letters(span.source, a, span.start).lstrip())


def _tail(passages: Passages, span: Span) -> Markup:
    b = _after(passages, span)
    more = " …" if _cut_short(passages, span.source, b, 1) else ""
    return Markup(passages.letters(span.source, span.end, b).rstrip() + more)


def _cut_short(passages: Passages, source: str, at: int, step: int) -> bool:
    """True when a paragraph goes on beyond a position."""
    text = passages.sources[source].text
    beyond = text[at : at + 2] if step > 0 else text[max(at - 2, 0) : at]
    return bool(beyond.strip()) and "\n" not in beyond


def _ends(passages: Passages, span: Span) -> Markup:
    if len(span) <= LONG:
        return passages.letters(span.source, span.start, span.end)
    a = passages.word(span.source, span.start + END, -1)
    b = passages.word(span.source, span.end - END, 1)
    return Markup("{}</mark> <span class=cut>[{}]</span> <mark>{}").format(
        passages.letters(span.source, span.start, a), b - a, passages.letters(span.source, b, span.end)
    )


def _before(passages: Passages, span: Span) -> int:
    """Where the context begins: in the same paragraph, at the start of a sentence if it can, within reach."""
    text, seen, first = passages.sources[span.source].text, 0, _block(passages, span)[0]
    for run in reversed(list(passages.runs(span.source, first, span.start))):
        if run.kind not in ("kept", "char"):
            continue
        seen += run.end - run.start
        if seen >= REACH:
            first = passages.word(span.source, run.start + seen - REACH, 1)
            break
    newline = text.rfind("\n", first, span.start)
    if newline >= 0 and passages.sources[span.source].kind != "html":
        return newline + 1
    ends = [match.end() for match in STOP.finditer(text, first, max(span.start - NEAR, first))]
    return ends[-1] if ends else first


def _block(passages: Passages, span: Span) -> tuple[int, int]:
    """How far a context may reach: the block of a web page; in a text the lines tell."""
    first, last = max(span.start - FAR, 0), min(span.end + FAR, len(passages.sources[span.source].text))
    if passages.sources[span.source].kind == "html":
        article = passages.article(span.source)
        place = article.text.find(span.start, span.end)
        block = article.block_at(place[0]) if place else None
        if block and place:
            hull = article.text.span(block.start, max(block.end, place[1]))
            return max(hull.start, first), min(hull.end, last)
    return first, last


def _after(passages: Passages, span: Span) -> int:
    """Where the context ends, likewise."""
    text, seen, last = (
        passages.sources[span.source].text,
        0,
        min(span.end + FAR, len(passages.sources[span.source].text)),
    )
    for run in passages.runs(span.source, span.end, last):
        if run.kind not in ("kept", "char"):
            continue
        seen += run.end - run.start
        if seen >= REACH:
            last = passages.word(span.source, run.end - seen + REACH, -1)
            break
    newline = text.find("\n", span.end, last)
    if newline >= 0 and passages.sources[span.source].kind != "html":
        return newline
    match = STOP.search(text, min(span.end + NEAR, last), last)
    return match.start() + 1 if match else last
