"""One sentence between marks that joins by "and" what another article quotes as two statements, far from each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dragoman.compare.surfaces import GROUP, NUMBER, WORD, Piece, negations
from dragoman.languages import Language, language
from dragoman.records import Reading

__all__ = ["halved"]

#: Cosine of a half and the statement it is, and how much nearer the half is than the whole sentence; as for the
#: beginnings of `beginnings.py`: two statements told as one are near to their halves as translations are.
_SAME, _GAIN = 0.66, 0.12
_LEAST = 4  # words of a half
_FAR = 400  # characters between two quotations of one article: nearer ones may be one statement told in pieces
_MARKED = ("direct", "partial")

Near = Callable[[str, str], float]


def halved(found: Sequence[Piece], readings: Sequence[Reading], near: Near) -> list[Piece]:
    """The pieces with every such sentence cut in two, in the same fixed order."""
    by_article: dict[str, list[Piece]] = defaultdict(list)
    for piece in found:
        if piece.quote.kind in _MARKED and piece.speaker:
            by_article[piece.at.source].append(piece)
    pairs = [pair for own in by_article.values() for pair in _apart(own)]
    read = {one.article.source: one for one in readings}
    made: list[Piece] = []
    for piece in found:
        made += _cut(piece, read[piece.at.source], pairs, near) or [piece]
    return sorted(made, key=lambda one: one.order)


def _apart(own: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """Two statements of one speaker in one article, far from each other, between which somebody else is quoted."""
    for first in own:
        for second in own:
            if first.speaker != second.speaker or second.at.start - first.at.end < _FAR:
                continue
            if any(first.at.end <= one.at.start < second.at.start and one.speaker != first.speaker for one in own):
                yield first, second


def _cut(piece: Piece, reading: Reading, pairs: Sequence[tuple[Piece, Piece]], near: Near) -> list[Piece]:
    """The two halves of a piece; none where no article tells them apart."""
    if piece.quote.kind != "direct":
        return []
    fitting = [
        pair for pair in pairs if pair[0].at.source != piece.at.source and piece.speaker in ("", pair[0].speaker)
    ]
    for cut, at in _joints(piece) if fitting else ():
        halves = piece.text[:cut], piece.text[at:]
        if any(
            _is_of(halves[0], one, piece, near) and _is_of(halves[1], other, piece, near)
            for pair in fitting
            for one, other in (pair, pair[::-1])
        ):
            return _halves(piece, reading, cut, at)
    return []


def _joints(piece: Piece) -> Iterator[tuple[int, int]]:
    """Where "and" begins in a sentence with enough words on both sides, and where the word behind it does."""
    joins = language(piece.language).once(_joining)
    words = list(WORD.finditer(piece.text))
    for index in range(_LEAST, len(words) - _LEAST):
        if words[index].group().casefold() in joins:
            yield words[index].start(), words[index + 1].start()


def _joining(words: Language) -> frozenset[str]:
    return frozenset(words.words("quotes", "conjunctions"))


def _is_of(half: str, one: Piece, piece: Piece, near: Near) -> bool:
    """True for a half that is this statement, which the whole sentence is not."""
    best = _nearest(half, one, near)
    return best >= _SAME and best - _nearest(piece.text, one, near) >= _GAIN


def _nearest(words: str, one: Piece, near: Near) -> float:
    """The cosine of words and of a statement, or of what stands around it where that is nearer."""
    own = near(words, one.text)
    return max(own, near(words, one.around)) if one.around and one.around != one.text else own


def _halves(piece: Piece, reading: Reading, cut: int, at: int) -> list[Piece]:
    text = reading.article.text
    place = text.find(piece.at.start, piece.at.end)
    if place is None:
        return []
    denied = language(piece.language).once(negations)
    made = []
    for a, b in ((0, cut), (at, len(piece.text))):
        words = piece.text[a:b].rstrip(" ,;")
        low = place[0] + a
        made.append(
            replace(
                piece,
                at=text.span(low, low + len(words)),
                text=words,
                whole=False,
                half=True,
                numbers=frozenset(GROUP.sub("", one) for one in NUMBER.findall(words)),
                negative=denied.search(words) is not None,
            )
        )
    return made
