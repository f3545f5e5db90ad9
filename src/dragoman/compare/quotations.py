"""Wordings of one utterance against each other: cut short, altered, rendered twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from dragoman.compare.surfaces import NUMBER, SENTENCE, folded
from dragoman.compare.view import View, found
from dragoman.records import Finding, Utterance, Wording
from dragoman.spans import Span

__all__ = ["QUOTED", "at", "cited", "common", "order", "quotations", "who", "wording"]

_CUT = 0.6  # share of the fullest wording's letters below which a quotation gives only part of it
_SHORT = 12  # letters of a quotation too short to be called a part of anything: "never", "no"
_ALIKE = 0.7  # share of its words that each of two wordings in one language keeps when they are one sentence
_RENDERED = 0.4  # the same of two translations of one sentence
_PART = 0.8  # share of its words that a cut quotation has in common with the whole one, in one language
_SPELT = 2  # letters that two spellings of one word differ in
QUOTED = ("direct", "partial")


def quotations(view: View) -> Iterator[Finding]:
    """Every quotation that another article gives longer or otherwise."""
    for utterance in view.utterances:
        quoted = [one for one in utterance.wordings if one.quote.kind in QUOTED]
        if len({one.quote.source for one in quoted}) > 1:
            full = max(quoted, key=lambda one: (one.quote.kind == "direct", len(wording(one, view)), order(one)))
            yield from _cut(utterance, quoted, full, view)
            yield from _otherwise(utterance, quoted, view)


def _cut(utterance: Utterance, quoted: Sequence[Wording], full: Wording, view: View) -> Iterator[Finding]:
    """Whole quotations that end or begin inside a sentence of the fullest one; a phrase does not claim to be whole."""
    given: dict[str, int] = defaultdict(int)
    for one in quoted:
        given[one.quote.source] += len(wording(one, view))
    whole = wording(full, view)
    cut = []
    for one in sorted(quoted, key=order):
        if one.quote.kind != "direct" or one.quote.source == full.quote.source or not _one_voice(one, full, view):
            continue
        if given[one.quote.source] < _CUT * len(whole) and _broken_off(one, whole, full.language, view):
            cut.append(one)
    if cut:
        share = len(wording(cut[0], view)) / len(whole)
        several = f" ({len(cut)} quotations)" if len(cut) > 1 else ""
        yield found(
            "truncated_quotation",
            "wordings of one utterance",
            (at(full), *map(at, cut)),
            f"{who(utterance, view)}: {cited(cut[0], view)} is {share:.0%} of the letters of {cited(full, view)}"
            f"{several}; the rest is left out.",
            settles="the fuller wording",
        )


def _broken_off(one: Wording, whole: str, language: str, view: View) -> bool:
    """True when the words are less than the sentence of the fuller wording that they come from."""
    words = wording(one, view)
    if len(words) < _SHORT:
        return False
    sentences = SENTENCE.split(whole)
    if one.language != language:
        return len(words) < _CUT * min(map(len, sentences))
    home = max(sentences, key=lambda sentence: (common(words, sentence), -len(sentence)))
    return common(words, home) >= _PART and len(words) < _CUT * len(home)


def _otherwise(utterance: Utterance, quoted: Sequence[Wording], view: View) -> Iterator[Finding]:
    """Two wordings in one language, of about one length, in other words; other numbers make it an alteration."""
    seen: set[tuple[str, str]] = set()
    for one, other in combinations(sorted(quoted, key=order), 2):
        mine, theirs = folded(wording(one, view)), folded(wording(other, view))
        if one.language != other.language or one.quote.source == other.quote.source or mine == theirs:
            continue
        if min(len(mine), len(theirs)) < _CUT * max(len(mine), len(theirs)) or len(mine) < _SHORT:
            continue
        if mine in theirs or theirs in mine or (one.quote.source, other.quote.source) in seen:
            continue
        seen.add((one.quote.source, other.quote.source))
        finding = _pair(utterance, one, other, view)
        if finding:
            yield finding


def _pair(utterance: Utterance, one: Wording, other: Wording, view: View) -> Finding | None:
    words, others = wording(one, view), wording(other, view)
    if not _one_voice(one, other, view) or not _reworded(words, others):
        return None
    shared = min(common(words, others), common(others, words))
    numbers, other_numbers = set(NUMBER.findall(words)), set(NUMBER.findall(others))
    pair = f"{who(utterance, view)}: {cited(one, view)} and {cited(other, view)}"
    spans = (at(one), at(other))
    if numbers and other_numbers and numbers != other_numbers and shared >= _RENDERED:
        why = f"{pair}: {', '.join(sorted(numbers ^ other_numbers))} stands in one wording only."
        return found("altered_quotation", "wordings of one utterance", spans, why, severity="warning")
    kept = f"{pair} share {shared:.0%} of their words"
    rendered = view.translated(one.quote.source) or view.translated(other.quote.source)
    if shared >= _RENDERED and (rendered or len({wording.language for wording in utterance.wordings}) > 1):
        return found("translation_variant", "wordings of one utterance", spans, f"{kept}; one sentence rendered twice.")
    if shared >= _ALIKE and {one.quote.kind, other.quote.kind} == {"direct"}:
        why = f"{kept}; in one language one of them is not exact."
        return found("altered_quotation", "wordings of one utterance", spans, why)
    return None


def common(shorter: str, longer: str) -> float:
    """Share of the shorter wording's words that the longer one has."""
    mine, theirs = folded(shorter).split(), set(folded(longer).split())
    return sum(word in theirs for word in mine) / max(1, len(mine))


def _reworded(words: str, others: str) -> bool:
    """True when each has a word that is no spelling of a word of the other: "co-operation" is cooperation."""
    mine, theirs = set(folded(words).split()), set(folded(others).split())
    return _strange(mine, theirs) and _strange(theirs, mine)


def _strange(words: set[str], others: set[str]) -> bool:
    joined = "".join(sorted(others))
    return any(
        len(word) > 2 and word not in joined and all(OSA.distance(word, other) > _SPELT for other in others)
        for word in words - others
    )


def _one_voice(one: Wording, other: Wording, view: View) -> bool:
    """True unless the two quotations name different speakers."""
    mine, theirs = (view.claimant(quote.source, quote.speaker or "") for quote in (one.quote, other.quote))
    return not mine or not theirs or mine == theirs


def at(one: Wording) -> Span:
    return one.part or one.quote.hull


def wording(one: Wording, view: View) -> str:
    """The words of a quotation without what stands between its parts."""
    return view.whole(one.part) if one.part else " ".join(view.whole(span) for span in one.quote.spans)


def cited(one: Wording, view: View) -> str:
    return view.quoted(at(one))


def order(one: Wording) -> tuple[str, int, int]:
    return one.quote.source, one.quote.start, one.quote.end


def who(utterance: Utterance, view: View) -> str:
    return view.who.name(utterance.speaker) if utterance.speaker else "Nobody named"
