"""Cheap work on every article: clean, language, blocks, sentences, date. No parser, no vectors of sentences."""

from __future__ import annotations

from dragoman.models import identify
from dragoman.records import Article, Source
from dragoman.settings import Settings
from dragoman.spans import Edit, Text

__all__ = ["sift"]


def sift(source: Source, settings: Settings | None = None) -> Article:
    """One source made readable."""
    text = Text.of(source.id, source.text)
    text = text.edit(Edit(i, i + 1, "'", "apostrophe") for i, one in enumerate(text.value) if one == "’")
    return Article(source=source.id, name=source.name, text=text, language=identify(text.value)[0])
