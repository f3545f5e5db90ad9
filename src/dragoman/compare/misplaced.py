"""Quotations of copies of one text: put where the other copy has another one, or two of them sewn together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from dragoman.compare.copies import COPIES, TOKEN
from dragoman.compare.view import View, found
from dragoman.records import Finding, Quote, Reading
from dragoman.spans import Span

__all__ = ["misplaced"]

_AROUND = 6  # words on either side that must be the same: marks and quotations between them count as one word
_QUOTED = 2  # words of a quotation that is looked at
_VARIANTS = 6  # quotations at one place beyond which the words around it are a form: "…," he told reporters
_GAP = "“”"
Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A quoted stretch and the words around it."""

    quote: Quote
    span: Span
    words: Tokens
    early: Tokens
    late: Tokens
    number: int  # which of the article's quotations


def misplaced(view: View) -> Iterator[Finding]:
    """Quotations that two copies of one text have at each other's place, or joined into one."""
    own = {
        reading.article.source: _pieces(reading)
        for reading in sorted(view.readings, key=lambda one: one.article.source)
    }
    beside: dict[tuple[Tokens, Tokens], list[_Piece]] = defaultdict(list)
    for pieces in own.values():
        for one in pieces:
            if len(one.early) == _AROUND or len(one.late) == _AROUND:
                beside[one.early, one.late].append(one)
    for held in beside.values():
        if len({one.words for one in held}) in range(2, _VARIANTS + 1):
            for one, other in combinations(held, 2):
                if one.span.source != other.span.source and one.words != other.words:
                    yield from _judged(one, other, own, view)


def _pieces(reading: Reading) -> list[_Piece]:
    """The quoted stretches of an article in order, the words of all others left out around each."""
    text = reading.article.text
    spans = sorted((span, quote) for quote in reading.of(Quote) if quote.kind != "indirect" for span in quote.spans)
    tokens: list[str] = []
    held: list[tuple[Quote, Span, Tokens, int]] = []
    at = 0
    for span, quote in spans:
        place = text.find(span.start, span.end)
        if place is None or place[0] < at:
            continue
        tokens += [word[0].casefold() for word in TOKEN.finditer(text.value, at, place[0])]
        held.append((quote, span, tuple(w[0].casefold() for w in TOKEN.finditer(text.value, *place)), len(tokens)))
        tokens.append(_GAP)
        at = place[1]
    tokens += [word[0].casefold() for word in TOKEN.finditer(text.value, at)]
    return [
        _Piece(
            quote=quote,
            span=span,
            words=words,
            early=tuple(tokens[max(0, place - _AROUND) : place]),
            late=tuple(tokens[place + 1 : place + 1 + _AROUND]),
            number=number,
        )
        for number, (quote, span, words, place) in enumerate(held)
        if len(words) >= _QUOTED
    ]


def _judged(one: _Piece, other: _Piece, own: dict[str, list[_Piece]], view: View) -> Iterator[Finding]:
    """What two copies that differ in one quotation make of it: each is looked for in the other copy."""
    for here, there in ((one, other), (other, one)):
        elsewhere = next((piece for piece in own[there.span.source] if piece.words == here.words), None)
        if elsewhere is not None and elsewhere.quote.id != there.quote.id:
            why = (
                f"{view.quoted(here.span)} and {view.quoted(there.span)} stand at one place of two copies of a text; "
                f"the second copy has the first quotation elsewhere."
            )
            yield found("altered_quotation", COPIES, (here.span, there.span, elsewhere.span), why, severity="warning")
            return
        joined = _joined(here, there, own[there.span.source])
        if joined:
            why = (
                f"{view.quoted(here.span)} is {view.quoted(joined[0].span)} and {view.quoted(joined[1].span)} "
                f"in another copy of the text, which keeps them apart."
            )
            spans = (here.span, *(piece.span for piece in joined))
            yield found("spliced_quotation", COPIES, spans, why, severity="warning")
            return


def _joined(here: _Piece, there: _Piece, pieces: list[_Piece]) -> tuple[_Piece, _Piece] | None:
    """The two quotations of another copy, not one behind the other, that one is made of word for word."""
    for piece in pieces:
        both = {there.words + piece.words: (there, piece), piece.words + there.words: (piece, there)}
        if here.words in both and abs(piece.number - there.number) > 1:
            return both[here.words]
    return None
