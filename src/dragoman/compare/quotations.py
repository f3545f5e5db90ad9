"""Wordings of one utterance against each other: cut short, altered, spliced, rendered twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from rapidfuzz.distance import OSA

from dragoman.compare.surfaces import NUMBER, SENTENCE, folded
from dragoman.compare.view import View, found
from dragoman.records import Finding, Quote, Utterance, Wording
from dragoman.spans import Span

__all__ = ["quotations"]

_CUT = 0.6  # share of the fullest wording's letters below which a quotation gives only part of it
_SHORT = 12  # letters of a quotation too short to be called a part of anything: "never", "no"
_ALIKE = 0.7  # share of its words that each of two wordings in one language keeps when they are one sentence
_RENDERED = 0.4  # the same of two translations of one sentence
_PART = 0.8  # share of its words that a cut quotation has in common with the whole one, in one language
_SPELT = 2  # letters that two spellings of one word differ in
_STATEMENT = 30  # characters from which a quotation is a statement of its own
_FAR = 400  # characters between two quotations of one article: nearer ones may be one statement told in pieces
_QUOTED = ("direct", "partial")


def quotations(view: View) -> Iterator[Finding]:
    """Every quotation that another article gives longer, otherwise, or as two."""
    for utterance in view.utterances:
        quoted = [one for one in utterance.wordings if one.quote.kind in _QUOTED]
        if len({one.quote.source for one in quoted}) > 1:
            full = max(quoted, key=lambda one: (one.quote.kind == "direct", len(_words(one, view)), _order(one)))
            yield from _cut(utterance, quoted, full, view)
            yield from _otherwise(utterance, quoted, view)
    yield from _spliced(view)


def _cut(utterance: Utterance, quoted: Sequence[Wording], full: Wording, view: View) -> Iterator[Finding]:
    """Whole quotations that end or begin inside a sentence of the fullest one; a phrase does not claim to be whole."""
    given: dict[str, int] = defaultdict(int)
    for one in quoted:
        given[one.quote.source] += len(_words(one, view))
    whole = _words(full, view)
    cut = []
    for one in sorted(quoted, key=_order):
        if one.quote.kind != "direct" or one.quote.source == full.quote.source or not _one_voice(one, full, view):
            continue
        if given[one.quote.source] < _CUT * len(whole) and _broken_off(one, whole, full.language, view):
            cut.append(one)
    if cut:
        share = len(_words(cut[0], view)) / len(whole)
        several = f" ({len(cut)} quotations)" if len(cut) > 1 else ""
        yield found(
            "truncated_quotation",
            "wordings of one utterance",
            (_at(full), *map(_at, cut)),
            f"{_who(utterance, view)}: {_cited(cut[0], view)} is {share:.0%} of the letters of {_cited(full, view)}"
            f"{several}; the rest is left out.",
            settles="the fuller wording",
        )


def _broken_off(one: Wording, whole: str, language: str, view: View) -> bool:
    """True when the words are less than the sentence of the fuller wording that they come from."""
    words = _words(one, view)
    if len(words) < _SHORT:
        return False
    sentences = SENTENCE.split(whole)
    if one.language != language:
        return len(words) < _CUT * min(map(len, sentences))
    home = max(sentences, key=lambda sentence: (_kept(words, sentence), -len(sentence)))
    return _kept(words, home) >= _PART and len(words) < _CUT * len(home)


def _otherwise(utterance: Utterance, quoted: Sequence[Wording], view: View) -> Iterator[Finding]:
    """Two wordings in one language, of about one length, in other words; other numbers make it an alteration."""
    seen: set[tuple[str, str]] = set()
    for one, other in combinations(sorted(quoted, key=_order), 2):
        mine, theirs = folded(_words(one, view)), folded(_words(other, view))
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
    words, others = _words(one, view), _words(other, view)
    if not _one_voice(one, other, view) or not _reworded(words, others):
        return None
    shared = min(_kept(words, others), _kept(others, words))
    numbers, other_numbers = set(NUMBER.findall(words)), set(NUMBER.findall(others))
    pair = f"{_who(utterance, view)}: {_cited(one, view)} and {_cited(other, view)}"
    spans = (_at(one), _at(other))
    if numbers and other_numbers and numbers != other_numbers:
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


def _kept(shorter: str, longer: str) -> float:
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


def _spliced(view: View) -> Iterator[Finding]:
    """One pair of marks around what another article gives as two quotations, far from each other."""
    parts: dict[str, list[tuple[Utterance, Wording]]] = defaultdict(list)
    for utterance in view.utterances:
        for one in utterance.wordings:
            if one.relation == "part of a splice" and one.quote.kind in _QUOTED:
                parts[one.quote.id].append((utterance, one))
    for _, own in sorted(parts.items()):
        for (first, one), (second, other) in pairwise(sorted(own, key=lambda pair: _at(pair[1]))):
            apart = _apart(first, second, one.quote.source, view)
            if apart:
                yield _splice(first, (one, other), apart, view)
                break


def _splice(
    utterance: Utterance, pieces: tuple[Wording, Wording], apart: tuple[Wording, Wording], view: View
) -> Finding:
    given = "; ".join(f"{_cited(piece, view)} is {_cited(one, view)}" for piece, one in zip(pieces, apart, strict=True))
    between = abs(_at(apart[1]).start - _at(apart[0]).end)
    return found(
        "spliced_quotation",
        "wordings of one utterance",
        (pieces[0].quote.hull, *map(_at, apart)),
        f"{_who(utterance, view)}: one pair of marks holds two quotations, {between} characters apart in another "
        f"article: {given}.",
        severity="warning",
    )


def _apart(first: Utterance, second: Utterance, source: str, view: View) -> tuple[Wording, Wording] | None:
    """Quotations of the two utterances in one other article that lets somebody else speak between them."""
    for one in sorted(first.wordings, key=_order):
        for other in sorted(second.wordings, key=_order):
            same = one.quote.source == other.quote.source != source and one.quote.id != other.quote.id
            quoted = one.quote.kind in _QUOTED and other.quote.kind in _QUOTED
            long = min(len(_at(one)), len(_at(other))) >= _STATEMENT
            if same and quoted and long and _others_between(one, other, view):
                return one, other
    return None


def _others_between(one: Wording, other: Wording, view: View) -> bool:
    """True when the article quotes another speaker between two quotations that lie far from each other."""
    early, late = sorted((_at(one), _at(other)))
    if late.start - early.end < _FAR:
        return False
    speakers = {view.claimant(quote.quote.source, quote.quote.speaker or "") for quote in (one, other)}
    return any(
        early.end <= quote.start
        and quote.end <= late.start
        and quote.kind in _QUOTED
        and quote.speaker
        and view.claimant(quote.source, quote.speaker) not in speakers
        for quote in view.article(early.source).reading.of(Quote)
    )


def _at(one: Wording) -> Span:
    return one.part or one.quote.hull


def _words(one: Wording, view: View) -> str:
    """The words of a quotation without what stands between its parts."""
    return view.whole(one.part) if one.part else " ".join(view.whole(span) for span in one.quote.spans)


def _cited(one: Wording, view: View) -> str:
    return view.quoted(_at(one))


def _order(one: Wording) -> tuple[str, int, int]:
    return one.quote.source, one.quote.start, one.quote.end


def _who(utterance: Utterance, view: View) -> str:
    return view.who.name(utterance.speaker) if utterance.speaker else "Nobody named"
