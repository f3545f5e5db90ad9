"""A quotation that a source has in other words of the same language: both wordings, the difference marked."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from dragoman.check.asked import Asked, agrees, said, told, voice, words_at
from dragoman.check.case import Case
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.check.wording import Aligned, Words
from dragoman.spans import Span

__all__ = ["altered"]

#: Share of the words that the report and the source have in common, in order, between marks and outside them.
#: Swept .4–.8 on quality/sets/check: below .5 invented quotations meet function words, above .65 phrases are lost.
ALIKE, ALIKE_OUTSIDE = 0.55, 0.7
_LEAST = 2  # words in common that a phrase needs
_NEAR = 12  # articles that are looked through for a wording


def altered(case: Case, one: Asked) -> Verdict | None:
    """The nearest wording in a source of the report's language."""
    found = [hit for hit in _candidates(case, one) if _enough(one, *hit)]
    if not found:
        return None
    words, place = max(found, key=lambda hit: (hit[1].score, _held(*hit), hit[0].article.source))
    speech = told(case, words, (place.first, place.last))
    who = voice(case, speech)
    mine, theirs = _difference(case, one, words, place)
    why = f"{_changed(case, one, mine, theirs)}."
    if agrees(case, one, speech) is False:
        why += f" In the source {who} says it."
    evidence = Evidence(span=words_at(words, (place.first, place.last)), note=who, marked=tuple(theirs))
    return said(one, "altered", why=why, evidence=[evidence], marked=mine)


def _candidates(case: Case, one: Asked) -> Iterator[tuple[Words, Aligned]]:
    for number in case.shelf.nearest(one.text, _NEAR):
        words = case.shelf.words[number]
        place = words.align(one.words) if words.article.language == case.report.article.language else None
        if place:
            yield words, place


def _held(words: Words, place: Aligned) -> bool:
    """True when most of the words stand between marks."""
    inside = sum(one >= 0 for one in words.held[place.first : place.last])
    return 2 * inside > place.last - place.first


def _enough(one: Asked, words: Words, place: Aligned) -> bool:
    if place.score * max(len(one.words), place.last - place.first) < _LEAST:
        return False
    return place.score >= (ALIKE if _held(words, place) else ALIKE_OUTSIDE)


def _difference(case: Case, one: Asked, words: Words, place: Aligned) -> tuple[list[tuple[int, int]], list[Span]]:
    """What differs: places in the report, and in the source."""
    text, spots = case.report.article.text, one.places()
    mine: list[tuple[int, int]] = []
    theirs: list[Span] = []
    matcher = SequenceMatcher(None, words.words[place.first : place.last], one.words, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if c < d <= len(spots):
            span = text.span(one.at[0] + spots[c][0], one.at[0] + spots[d - 1][1])
            mine.append((span.start, span.end))
        if a < b:
            theirs.append(words_at(words, (place.first + a, place.first + b)))
    return mine, theirs


def _changed(case: Case, one: Asked, mine: list[tuple[int, int]], theirs: list[Span]) -> str:
    here = "; ".join(f"“{case.report.source.text[a:b]}”" for a, b in mine)
    there = "; ".join(f"“{case.words(span)}”" for span in theirs)
    if here and there:
        return f"The report has {here}, the source {there}"
    return f"Only the report has {here}" if here else f"The report leaves out {there} without a mark"
