"""Notices that an article was corrected or updated: whole paragraphs, told by their words and their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dragoman.languages import Language, alternatives, language
from dragoman.read.sheet import FOLDED, fold
from dragoman.records import Article, Block, Fact, Mention, Time
from dragoman.spans import Span, Text

__all__ = ["notices", "outside_retractions"]

LONGEST = 700  # characters; a longer paragraph tells news that only mentions a correction
AFTER = 80  # characters of a notice in which a date may stand before its colon: Correction, 3 May 2021:
FIRST, LAST = 4, 5  # blocks at the head and at the end among which notices stand
KINDS = frozenset(["paragraph", "heading", "list", "standfirst", "caption"])


def notices(text: Text, runs: tuple[Block, ...], speech: Language) -> Iterator[Span]:
    """Where the article says of itself that it was corrected or updated."""
    starts, inside = speech.once(_starts), speech.once(_inside)
    if starts is None or inside is None:
        return
    for number, block in enumerate(runs):
        if block.kind not in KINDS or block.end - block.start > LONGEST:
            continue
        outer = number < FIRST or number >= len(runs) - LAST  # elsewhere only a notice that says so first
        folded = fold(text.value[block.start : block.end if outer else min(block.start + FOLDED, block.end)])
        if starts.match(folded) or (outer and inside(folded)):
            yield text.span(block.start, block.end)


def outside_retractions(article: Article, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Facts but those that a notice takes back ("an earlier version of this article said …"): nobody tells them now.

    Names and days stay, and the notice itself stands beside the article.
    """
    taken = [span for notice in article.corrections for span in _taken_back(article, notice)]
    for fact in facts:
        if isinstance(fact, Mention | Time) or not any(span.covers(fact.hull) for span in taken):
            yield fact


def _taken_back(article: Article, notice: Span) -> Iterator[Span]:
    """The sentences of a notice that tell what an earlier version said."""
    pattern = language(article.language).once(_retracted)
    place = article.text.find(notice.start, notice.end)
    if pattern is None or place is None:
        return
    for start, end in article.sentences:
        if place[0] <= start and end <= place[1] and pattern(fold(article.text.value[start:end])):
            yield article.text.span(start, end)


def _starts(speech: Language) -> re.Pattern[str] | None:
    """Correction: … · UPDATE (3 May) – …; a label needs its colon, dash or bracket, else it is a word of the news."""
    words = [fold(word) for word in speech.words("structure", "corrections")]
    if not words:
        return None
    return re.compile(rf"[^\w]*(?:{alternatives(words)})(?!\w)(?:[^:.!?]{{0,{AFTER}}}:(?!\d)|\s*[-–—]\s)\s*\w")


def _inside(speech: Language) -> Callable[[str], bool] | None:
    return _any(speech, "corrected")


def _retracted(speech: Language) -> Callable[[str], bool] | None:
    return _any(speech, "retracted")


def _any(speech: Language, key: str) -> Callable[[str], bool] | None:
    """Tells whether folded words hold an entry; a plain look before the pattern, which tries every character."""
    words = [fold(word) for word in speech.words("structure", key)]
    pattern = re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)")
    if not words:
        return None
    return lambda folded: any(word in folded for word in words) and pattern.search(folded) is not None
