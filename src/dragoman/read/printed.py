"""The days a page prints for its reader: beside the headline, or behind a word such as "published" elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.languages import Language, alternatives, known, language
from dragoman.read.chunks import Chunk
from dragoman.read.dateline import day_in
from dragoman.read.metadata import Said
from dragoman.read.sheet import fold, lexicon
from dragoman.records import When

__all__ = ["is_update", "printed"]

NEAR = 12  # chunks behind the headline in which a page prints its date
SHORT = 120  # characters of a chunk that is a date line and no sentence
STAMP = 40  # characters before a date in which the word stands that says what happened on it
DIGIT = re.compile(r"\d")
NAMED = re.compile(r"\b\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,}\.?\s+(?:de\s+)?\d{4}\b")  # 30. Juli 2018


def printed(page: list[Chunk], code: str) -> Iterator[Said]:
    """Days in short lines: those right behind the headline, then those that a stamp introduces, wherever they stand."""
    source = page[0].element.source if page else ""
    title = next((number for number, chunk in enumerate(page) if chunk.kind == "headline"), None)
    own = (
        title is not None and title + 1 < len(page) and page[title].start > page[title + 1].element.source.find("<body")
    )
    near = page[title + 1 : title + 1 + NEAR] if own and title is not None else []
    first = next((number for number, chunk in enumerate(near) if chunk.prose and not chunk.why), len(near))
    for chunk in near[:first]:
        yield from _days(chunk, code)
    for chunk in page:
        numbered = chunk.why and chunk.chars <= SHORT and DIGIT.search(source, chunk.start, chunk.tokens[-1].end)
        words = chunk.words() if numbered else ""
        if DIGIT.search(words) and lexicon().start("stamps", fold(words)):
            yield from _days(chunk, code)


def _days(chunk: Chunk, code: str) -> Iterator[Said]:
    words, at = chunk.words() if chunk.chars <= SHORT else "", 0
    while DIGIT.search(words, at):
        found = _day(words[at:], code, f'printed on the page "{words[:60]}"')
        if not found:
            return
        when, start, stop = found
        field = "updated" if is_update(words[at : at + start], language(code)) else "published"
        yield Said(field, when.value, when.basis, (chunk.start, chunk.tokens[-1].end), when)
        at += stop


def _day(words: str, code: str, basis: str) -> tuple[When, int, int] | None:
    """The first day; a page says less surely than its words which language it is in, so month names of any will do."""
    found = day_in(words, code, basis=basis)
    others = (one for one in known() if one != code) if not found and NAMED.search(words) else ()
    return found or next((day for one in others if (day := day_in(words, one, basis=basis))), None)


def is_update(before: str, speech: Language) -> bool:
    """True when the last stamp before a day is one of updates: Published 3 May, updated 5 May."""
    return speech.once(_updates).search(fold(before[-STAMP:])) is not None


def _updates(speech: Language) -> re.Pattern[str]:
    """Update words right before a day; a language without its own borrows all, a page's frame is often in another."""
    own = speech.words("structure", "updates")
    words = own or tuple(word for code in known() for word in language(code).words("structure", "updates"))
    return re.compile(rf"(?<!\w)(?:{alternatives([fold(word) for word in words])})(?!\w)[^\d]*$")
