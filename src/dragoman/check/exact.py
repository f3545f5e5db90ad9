"""A quotation whose words stand in a source: whole, cut, somebody else's, or not between marks there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.check.asked import Asked, agrees, hull, said, told, voice, words_at
from dragoman.check.case import Case
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.check.wording import ELISION, Words
from dragoman.compare.surfaces import SENTENCE
from dragoman.languages import language
from dragoman.spans import Span
from dragoman.store.words import tokens

__all__ = ["exact", "one_quotation"]

_FEW = 3  # words that anybody may have said; longer ones that no marks hold were never quoted
_BRIDGE = 160  # characters of a cue between two halves of one quotation
_SWAPPED = 4  # words of the source that a bracket may stand for


@dataclass(frozen=True)
class Hit:
    """Where all parts of a quotation stand in one article, as token ranges."""

    number: int
    runs: tuple[tuple[int, int], ...]
    agrees: bool | None
    inside: bool

    @property
    def rank(self) -> tuple[bool, bool, bool, int, tuple[tuple[int, int], ...]]:
        """The best first: not somebody else's, between marks, surely the same speaker."""
        return self.agrees is False, not self.inside, self.agrees is not True, self.number, self.runs


def exact(case: Case, one: Asked) -> Verdict | None:
    hits = sorted(_hits(case, one), key=lambda hit: hit.rank)
    if not hits:
        return None
    best = hits[0]
    words = case.shelf.words[best.number]
    places = [words_at(words, run) for run in best.runs]
    who = voice(case, told(case, words, best.runs[0]))
    if best.agrees is False:
        why = f"The words are {who}’s in the source, not {one.speaker}’s."
        return said(one, "misattributed", how=f"said by {who}", why=why, evidence=[Evidence(span=places[0], note=who)])
    if not best.inside:
        return _unquoted(case, one, best)
    denied = _denied(words, best.runs[0][0])
    if denied:
        why = f"The report leaves out “{case.words(denied)}”, which stands before these words."
        evidence = [Evidence(span=hull([denied, *places]), note=who, marked=(denied,))]
        return said(one, "altered", how="a negation left out", why=why, evidence=evidence)
    dropped = [gap for gap in _gaps(words, best.runs, one) if gap]
    others = [
        Evidence(span=words_at(case.shelf.words[hit.number], hit.runs[0]))
        for hit in hits[1:4]
        if hit.agrees is not False
    ]
    evidence = [Evidence(span=hull(places), note=who, marked=tuple(dropped)), *others]
    if dropped:
        gone = "; ".join(f"“{case.words(span)}”" for span in dropped)
        return said(one, "truncated", why=f"Left out: {gone}.", evidence=evidence)
    return said(one, "found", how="speaker agrees" if best.agrees else "", evidence=evidence)


def _hits(case: Case, one: Asked) -> Iterator[Hit]:
    for number in case.shelf.holding(one.words):
        words = case.shelf.words[number]
        for first in words.exact(list(one.parts[0])):
            runs = _following(words, first, one.parts[1:])
            if runs is None:
                continue
            inside = all(words.held[a] >= 0 and words.held[b - 1] >= 0 for a, b in runs)
            if (len(runs) > 1 and not inside) or (inside and not one_quotation(words, runs[0][0], runs[-1][1] - 1)):
                continue
            yield Hit(number, runs, agrees(case, one, told(case, words, runs[0])), inside)


def _following(
    words: Words, first: tuple[int, int], rest: Sequence[Sequence[str]]
) -> tuple[tuple[int, int], ...] | None:
    runs = [first]
    for part in rest:
        later = [hit for hit in words.exact(list(part)) if hit[0] >= runs[-1][1]]
        if not later:
            return None
        runs.append(later[0])
    return tuple(runs)


def one_quotation(words: Words, a: int, b: int) -> bool:
    """True when two words are held by one quotation, or by neighbours that only a cue parts."""
    low, high = words.held[a], words.held[b]
    return all(
        words.marked[index + 1][0] - words.marked[index][1] <= _BRIDGE
        and "\n" not in words.article.text.value[words.marked[index][1] : words.marked[index + 1][0]]
        for index in range(low, high)
    )


def _gaps(words: Words, runs: Sequence[tuple[int, int]], one: Asked) -> Iterator[Span | None]:
    """What the quotation leaves out: between its parts, after an ellipsis at its end, and a turn of its sentence."""
    bracketed = not ELISION.search(one.text)
    for (_, end), (start, _) in pairwise(runs):
        if start > end and not (bracketed and start - end <= _SWAPPED):
            yield words_at(words, (end, start))
    closing = ELISION.split(one.text)[-1].strip(" .,;:!?»”\"'") == ""
    yield _turn(words, runs[-1][1], one, whole=closing and len(ELISION.split(one.text)) > 1)


def _denied(words: Words, first: int) -> Span | None:
    """A negation of the same quotation right before the words, left out of the report's."""
    negations = {tuple(tokens(one)) for one in language(words.article.language).words("quotes", "negations")}
    for length in (2, 1):
        start = first - length
        if start >= 0 and words.held[start] == words.held[first] and tuple(words.words[start:first]) in negations:
            return words_at(words, (start, first))
    return None


def _turn(words: Words, end: int, one: Asked, *, whole: bool) -> Span | None:
    """The rest of the sentence inside the same quotation, when it takes back or limits what stands before it."""
    if one.kind == "partial" and not whole:
        return None
    held = words.held[end - 1]
    stop = words.marked[held][1] if held >= 0 else words.places[end - 1][1]
    sentence = words.article.sentence_at(words.places[end - 1][0])
    last = min(stop, sentence[1]) if sentence else stop
    rest = words.article.text.value[words.places[end - 1][1] : last].strip(" .,;:!?»”\"'\n")
    code = words.article.language
    turning = language(code).words("check", "turning")
    following = tokens(rest)
    if not following or SENTENCE.search(words.article.text.value[words.places[end - 1][1] : last]):
        return None
    starts = any(tokens(word) == following[: len(tokens(word))] for word in turning)
    if not (whole or starts):
        return None
    count = sum(1 for a, b in words.places[end:] if b <= last)
    return words_at(words, (end, end + count)) if count else None


def _unquoted(case: Case, one: Asked, best: Hit) -> Verdict:
    """The words stand in the source, but not between marks: a report of them by the same speaker, or its own voice."""
    words = case.shelf.words[best.number]
    span = words_at(words, best.runs[0])
    speech = told(case, words, best.runs[0])
    evidence = [Evidence(span=span, note="not between marks")]
    named = (
        one.speaker
        and span.source in case.quotes
        and any(
            case.who.entity(span.source, name) == case.who.entity(case.report.source.id, one.speaker)
            for name in case.view.article(span.source).entities(case.view.article(span.source).sentence(span))
        )
    )
    if speech or named or len(one.words) <= _FEW or not one.speaker:
        return said(one, "found", how="not between marks there", evidence=evidence)
    why = f"The source says this in its own voice; it does not give the words to {one.speaker}."
    return said(one, "misattributed", how="the article’s own words", why=why, evidence=evidence)
