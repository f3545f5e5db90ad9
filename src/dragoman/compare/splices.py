"""Quotations that put between one pair of marks what another article gives as two statements."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.compare.quotations import QUOTED, at, cited, common, order, who, wording
from dragoman.compare.surfaces import folded
from dragoman.compare.view import View, found
from dragoman.languages import Language, alternatives, language
from dragoman.records import Finding, Quote, Utterance, Wording

__all__ = ["splices"]

_STATEMENT = 30  # characters from which a quotation is a statement of its own
_FAR = 400  # characters between two quotations of one article: nearer ones may be one statement told in pieces
_SAME = 0.8  # share of its words that a piece must have in common with the statement it is taken from, in one language


def splices(view: View) -> Iterator[Finding]:
    """Statements that another article keeps apart: somebody else speaks between, or the second came at another time."""
    yield from _gathered(view)
    by_language: dict[str, list[Quote]] = defaultdict(list)
    for reading in sorted(view.readings, key=lambda one: one.article.source):
        if language(reading.article.language).words("findings", "later"):
            by_language[reading.article.language] += sorted(reading.of(Quote), key=lambda one: one.start)
    for code, quotes in sorted(by_language.items()):
        yield from _joined([one for one in quotes if one.kind == "direct"], language(code), view)


def _joined(quotes: Sequence[Quote], words_: Language, view: View) -> Iterator[Finding]:
    """One sentence in marks that is, word for word, two quotations of another article with "later" between them."""
    whole: dict[str, Quote] = {}
    for quote in quotes:
        whole.setdefault(_folded(quote, view), quote)
    for one, other in pairwise(quotes):
        both = whole.get(f"{_folded(one, view)} {_folded(other, view)}")
        between = _between(one, other, view)
        if both is None or one.source != other.source or both.source == one.source:
            continue
        mark = words_.once(_later).search(between)
        if mark:
            why = (
                f"{view.quoted(both.hull)} is {view.quoted(one.hull)} and {view.quoted(other.hull)} in another "
                f"article, which tells the second as said at another time (“{mark[0]}”)."
            )
            spans = (both.hull, one.hull, other.hull)
            yield found("spliced_quotation", "wordings of one utterance", spans, why, severity="warning")


def _later(language_: Language) -> re.Pattern[str]:
    """The language's words for what was said at another time: later, plus tard."""
    return re.compile(rf"(?<!\w)(?:{alternatives(language_.words('findings', 'later'))})(?!\w)", re.IGNORECASE)


def _folded(quote: Quote, view: View) -> str:
    return folded(" ".join(view.whole(span) for span in quote.spans))


def _between(one: Quote, other: Quote, view: View) -> str:
    """The clean words between two quotations of one article."""
    text = view.article(one.source).reading.article.text
    first, second = text.find(one.start, one.end), text.find(other.start, other.end)
    if one.source != other.source or first is None or second is None:
        return ""
    return text.value[first[1] : second[0]]


def _gathered(view: View) -> Iterator[Finding]:
    """One pair of marks around what another article gives as two quotations, far from each other."""
    parts: dict[str, list[tuple[Utterance, Wording]]] = defaultdict(list)
    for utterance in view.utterances:
        for one in utterance.wordings:
            if one.relation == "part of a splice" and one.quote.kind in QUOTED:
                parts[one.quote.id].append((utterance, one))
    for _, own in sorted(parts.items()):
        for (first, one), (second, other) in pairwise(sorted(own, key=lambda pair: at(pair[1]))):
            apart = _apart(first, second, (one, other), view)
            if apart:
                yield _splice(first, (one, other), apart, view)
                break


def _splice(
    utterance: Utterance, pieces: tuple[Wording, Wording], apart: tuple[Wording, Wording], view: View
) -> Finding:
    given = "; ".join(f"{cited(piece, view)} is {cited(one, view)}" for piece, one in zip(pieces, apart, strict=True))
    between = abs(at(apart[1]).start - at(apart[0]).end)
    return found(
        "spliced_quotation",
        "wordings of one utterance",
        (pieces[0].quote.hull, *map(at, apart)),
        f"{who(utterance, view)}: one pair of marks holds two quotations, {between} characters apart in another "
        f"article: {given}.",
        severity="warning",
    )


def _apart(
    first: Utterance, second: Utterance, pieces: tuple[Wording, Wording], view: View
) -> tuple[Wording, Wording] | None:
    """Quotations of the two utterances in one other article that lets somebody else speak between them."""
    source = pieces[0].quote.source
    for one in sorted(first.wordings, key=order):
        for other in sorted(second.wordings, key=order):
            same = one.quote.source == other.quote.source != source and one.quote.id != other.quote.id
            same = same and _taken(pieces, (one, other), view)
            quoted = one.quote.kind in QUOTED and other.quote.kind in QUOTED
            long = min(len(at(one)), len(at(other))) >= _STATEMENT
            if same and quoted and long and _others_between(one, other, view):
                return one, other
    return None


def _taken(pieces: tuple[Wording, Wording], apart: tuple[Wording, Wording], view: View) -> bool:
    """True unless a piece tells in the words of the same language something else than its statement."""
    for piece, one in zip(pieces, apart, strict=True):
        mine, theirs = wording(piece, view), wording(one, view)
        if piece.language == one.language and min(common(mine, theirs), common(theirs, mine)) < _SAME:
            return False
    return True


def _others_between(one: Wording, other: Wording, view: View) -> bool:
    """True when the article quotes another speaker between two quotations that lie far from each other."""
    early, late = at(one), at(other)
    if late.start - early.end < _FAR:  # told the other way round, the order is the article's, not the speaker's
        return False
    speakers = {view.claimant(quote.quote.source, quote.quote.speaker or "") for quote in (one, other)}
    return any(
        early.end <= quote.start
        and quote.end <= late.start
        and quote.kind in QUOTED
        and quote.speaker
        and view.claimant(quote.source, quote.speaker) not in speakers
        for quote in view.article(early.source).reading.of(Quote)
    )
