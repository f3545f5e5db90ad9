"""Quotations as data sets of attributions count them: one item for all that one cue hands over.

Dragoman keeps apart what a reader wants apart: the phrase between marks and the report around it, the two halves of
a quotation around its cue; and its spans hold words, no marks and no conjunction. These sets annotate one attribution
with all of that inside. Nothing is found here that the product did not find.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.languages import alternatives, language
from dragoman.records import POSITION, Quote, Reading
from dragoman.spans import Span

__all__ = ["attributions"]

Item = dict[str, Any]
OPENING, CLOSING = "“\"'‘„«", "”\"’'“»"


def attributions(
    readings: Iterable[Reading], texts: dict[str, str], place: Any, *, nested: bool = False
) -> Iterator[Item]:
    """One item an attribution. `texts` are the originals by source, `place` turns a span into an item's place.

    `nested`: a quotation inside a report, or another one under the same cue, is an attribution of its own.
    """
    for reading in readings:
        text = texts[reading.article.source]
        that = _that(reading.article.language)
        said = [quote for quote in reading.of(Quote) if _is_attributed(quote)]
        for group in [[quote] for quote in said] if nested else _groups(said):
            spans = [_grown(text, span, quote.kind, that) for quote in group for span in _content(text, quote)]
            first = group[0]
            yield {
                **place(Span(first.source, min(a for a, _ in spans), max(b for _, b in spans))),
                "segments": [list(span) for span in spans],
                "kind": first.kind,
                "speaker": first.speaker,
                "cue": [[first.cue.start, first.cue.end]] if first.cue else [],
                "source": [[first.speaker_at.start, first.speaker_at.end]] if first.speaker_at else [],
            }


def _content(text: str, quote: Quote) -> tuple[Span, ...]:
    """The spans of a quotation; of a stance what stands behind its verb, which such sets annotate as the cue."""
    if quote.by != POSITION or quote.cue is None or quote.cue.end >= quote.end:
        return quote.spans
    start = quote.cue.end + len(text[quote.cue.end : quote.end]) - len(text[quote.cue.end : quote.end].lstrip())
    return (Span(quote.source, start, quote.end),)


def _is_attributed(quote: Quote) -> bool:
    """False for a name or a term between marks that nobody is found to say."""
    return quote.cue is not None or not (quote.kind == "scare" or (quote.speaker is None and quote.kind == "partial"))


def _groups(quotes: list[Quote]) -> Iterator[list[Quote]]:
    """Quotations under one cue together, a report alone; phrases inside a report are part of it."""
    direct: dict[tuple[Span, str | None], list[Quote]] = {}
    for quote in quotes:
        if quote.cue is None or quote.kind == "indirect":
            yield [quote]
        else:
            direct.setdefault((quote.cue, quote.speaker), []).append(quote)
    reports = [quote for quote in quotes if quote.kind == "indirect"]
    for group in direct.values():
        free = [one for one in group if not any(report.hull.covers(one.hull) for report in reports)]
        if free:
            yield free


def _that(code: str) -> re.Pattern[str]:
    """The conjunction right in front of a statement; "que" joins without being counted in French and Spanish."""
    words = language(code).words("quotes", "that") if code in ("en", "de") else ()
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})\s+$", re.IGNORECASE)


def _grown(text: str, span: Span, kind: str, that: re.Pattern[str]) -> tuple[int, int]:
    """The span with its conjunction and the marks around it."""
    start, end = span.start, span.end
    if kind == "indirect" and (found := that.search(text[max(0, start - 12) : start])):
        start -= len(found.group())
    if end + 1 < len(text) and text[end] in ",.?!" and text[end + 1] in CLOSING:
        end += 1
    if start and text[start - 1] in OPENING:
        start -= 1
    if end < len(text) and text[end] in CLOSING:
        end += 1
    return start, end
