"""What kind of text an article is: translated or not, with passages in other languages, press or a document itself."""

from __future__ import annotations

from dataclasses import replace

from dragoman.read.passages import passages
from dragoman.read.primary import primary
from dragoman.read.translated import translation
from dragoman.records import Article

__all__ = ["judged"]


def judged(article: Article) -> Article:
    """The article with its judgements; what a person said of it is kept."""
    why = "" if article.kind_why else primary(article)
    return replace(
        article,
        translated=article.translated or translation(article),
        passages=passages(article),
        kind="primary" if why else article.kind,
        kind_why=why or article.kind_why,
    )
