"""What kind of text an article is, in short lines: a document itself, translated, in more than one language."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.records import Article
from dragoman.report.labels import Labels
from dragoman.report.tongues import language_name

__all__ = ["nature", "translated"]

SHOWN = 3  # pieces of evidence in the line; the data has all


def nature(article: Article, labels: Labels) -> Iterator[str]:
    """Only what departs from an article of the press in one language that nobody translated."""
    say = labels.say
    if article.kind == "primary":
        yield say("sources.document", why=article.kind_why)
    found = article.translated
    if found:
        words = ", ".join(labels.quoted(span) for span, _ in found.evidence[:SHOWN])
        yield say("sources.was_translated", translated=translated(article, labels), grade=found.grade, words=words)
    for span, code in article.passages:
        yield say("sources.passage", language=language_name(code, say.language), place=labels.place(span))


def translated(article: Article, labels: Labels) -> str:
    """English, machine-translated from French; "" for an article that nobody translated."""
    found, say = article.translated, labels.say
    if found is None:
        return ""
    unknown = found.from_language == "und"
    origin = say("sources.unknown") if unknown else language_name(found.from_language, say.language)
    manner = say.name("translated", found.manner or "somehow")
    return say("sources.translated", own=language_name(article.language, say.language), manner=manner, origin=origin)
