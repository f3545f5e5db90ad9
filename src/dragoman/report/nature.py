"""What kind of text an article is, in short lines: a document itself, translated, in more than one language."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.records import Article
from dragoman.report.labels import Labels
from dragoman.report.passages import language_name

__all__ = ["nature"]

SHOWN = 3  # pieces of evidence in the line; the data has all


def nature(article: Article, labels: Labels) -> Iterator[str]:
    """Only what departs from an article of the press in one language that nobody translated."""
    if article.kind == "primary":
        yield f"the document itself, not press about it: {article.kind_why}"
    found = article.translated
    if found:
        manner = {"machine": "machine-translated", "human": "translated"}.get(found.manner, "translated")
        origin = "" if found.from_language == "und" else f" from {language_name(found.from_language)}"
        words = ", ".join(labels.quoted(span) for span, _ in found.evidence[:SHOWN])
        yield f"{language_name(article.language)}, {manner}{origin} ({found.grade}): {words}"
    for span, code in article.passages:
        yield f"a passage in {language_name(code)}: {labels.place(span)}"
