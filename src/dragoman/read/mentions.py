"""People, places, organisations: every mention, linked to the fullest form of the same thing in the article."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.read.belonging import apart, belonging
from dragoman.read.bodynouns import body_nouns
from dragoman.read.facilities import facilities
from dragoman.read.found import Found
from dragoman.read.lexicon import lexicon
from dragoman.read.names import found
from dragoman.read.offices import offices
from dragoman.read.page import Page
from dragoman.read.refer import refer
from dragoman.records import Mention, Reading

__all__ = ["mentions"]


def mentions(page: Page, reading: Reading) -> Iterator[Mention]:
    """Names, demonyms and descriptions of persons, in reading order."""
    words = lexicon(page.language)
    names = found(page, words)
    facilities(page, names)
    names = offices(page, words, names)
    belonging(page, words, names)
    refer(page, words, names)
    names = body_nouns(page, words, names)
    apart(page, names)
    for name in names:
        yield _mention(page, name)


def _mention(page: Page, name: Found) -> Mention:
    written = " ".join(page.value[name.start : name.end].split())
    return Mention(
        spans=(page.span(name.start, name.end),),
        by=f"mentions:{name.by}",
        name=written,
        kind=name.kind,
        form=name.form,
        refers_to=name.refers_to or written,
        role=name.role,
        country=name.country,
        metonym_for=name.metonym_for,
    )
