"""What one says and the article has another contradict: side by side, in the order in which the article tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.compare.view import View, found
from dragoman.languages import Language, alternatives, language
from dragoman.records import Finding, Quote, Reading
from dragoman.spans import Span

__all__ = ["gainsaid"]

_BACK = 2  # sentences before the contradiction in which what it contradicts stands


def gainsaid(view: View) -> Iterator[Finding]:
    """One finding for each sentence in which somebody contradicts what somebody else was just told to say."""
    for reading in sorted(view.readings, key=lambda one: one.article.source):
        pattern = language(reading.article.language).once(_pattern)
        if pattern is None:
            continue
        text = reading.article.text
        spans = [text.span(a, b) for a, b in reading.article.sentences]
        for number, sentence in enumerate(spans):
            if pattern.search(_outside_quotes(sentence, view)):
                yield from _pair(number, spans, reading, view)


def _outside_quotes(sentence: Span, view: View) -> str:
    """The words of a sentence that nobody is quoted with."""
    article = view.article(sentence.source)
    words = article.words(sentence)
    for quote in article.quotes(sentence):
        if quote.kind != "indirect":
            for span in quote.spans:
                words = words.replace(article.words(span), " ")
    return words


def _pair(number: int, spans: list[Span], reading: Reading, view: View) -> Iterator[Finding]:
    """The last words told before the contradiction, and the first in it or right behind it, of two speakers."""
    said = sorted((one for one in reading.of(Quote) if one.speaker), key=lambda one: (one.start, one.end))
    here = spans[number]
    low = spans[max(number - _BACK, 0)].start
    high = spans[min(number + 1, len(spans) - 1)].end
    before = [one for one in said if low <= one.start < here.start and one.hull.end <= here.start]
    after = [one for one in said if here.start <= one.start < high]
    if not before or not after or not _one_block(before[-1].hull, after[0].hull, reading):
        return
    yes, no = before[-1], after[0]
    ends = view.claimant(yes.source, yes.speaker or ""), view.claimant(no.source, no.speaker or "")
    if ends[0] == ends[1] or "" in ends:
        return
    why = (
        f"{view.who.name(ends[0])} says {view.quoted(_content(yes))}; the article has {view.who.name(ends[1])} "
        f"contradict: {view.quoted(_content(no))}."
    )
    yield found("differing_claims", "contradicted", (yes.hull, no.hull), why)


def _content(quote: Quote) -> Span:
    return quote.spans[0]


def _one_block(one: Span, other: Span, reading: Reading) -> bool:
    """True for two places of one paragraph, or of two that follow each other."""
    article = reading.article
    places = [article.text.find(span.start, span.end) for span in (one, other)]
    blocks = [article.block_at(place[0]) if place else None for place in places]
    if None in blocks:
        return False
    numbers = [article.blocks.index(block) for block in blocks if block]
    return numbers[1] - numbers[0] <= 1


def _pattern(words: Language) -> re.Pattern[str] | None:
    """The language's words for contradicting what was said before."""
    forms = words.words("findings", "contradicts")
    return re.compile(rf"(?<!\w)(?:{alternatives(forms)})(?!\w)", re.IGNORECASE) if forms else None
