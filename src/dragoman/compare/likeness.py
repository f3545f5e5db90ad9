"""Which two quotations may be one utterance: several cheap signals propose, others judge; each link says why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from dragoman.compare.surfaces import Piece, folded, grams
from dragoman.models import Encoder, cosines

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Link", "likeness"]

SAME_WORDS = 0.62  # share of the shorter one's 4-grams, one language; under it quotations of one topic begin to meet
SAME_MEANING = (
    0.60  # cosine: parallel sentences of 8 languages have mean .72 (5th percentile .55), others .18 (95th .42)
)
UNKNOWN_SPEAKER = 0.08  # more is asked where an article names no speaker
OTHER_SPEAKER = 0.20  # and much more where it names another one
POLARITY = 0.15
NEARLY = 0.05  # a candidate this close to the best one of its article still counts as best
SAME_PHRASE = 0.55  # own cosine of two phrases; 24 pairs of 7 languages: translations .59–.92, others .25–.53, one .62
PHRASE_WORDS = 3
BRIEF, BRIEF_WORDS = 0.08, 8
LEAST = 9  # characters a surface needs before its 4-grams mean anything


@dataclass(frozen=True, slots=True)
class Link:
    """Two pieces (indices, a < b) that may be one utterance."""

    a: int
    b: int
    score: float
    strong: bool
    why: str


def likeness(found: Sequence[Piece], encoder: Encoder | None) -> list[Link]:
    """Links between pieces, best first, ties in a fixed order."""
    links: dict[tuple[int, int], Link] = {}
    for link in [*_by_words(found), *_by_meaning(found, encoder)]:
        known = links.get((link.a, link.b))
        if known is None or link.score > known.score:
            links[link.a, link.b] = link
    return sorted(links.values(), key=lambda link: (-link.score, link.a, link.b))


# -- the same words -----------------------------------------------------------------------------------------


def _by_words(found: Sequence[Piece]) -> list[Link]:
    """Pieces of one language that share most 4-grams of the shorter one."""
    sets = [grams(piece.text) for piece in found]
    indexes: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, piece in enumerate(found):
        index = indexes[piece.language]
        for gram in sets[number]:
            index[gram].append(number)
    links = []
    for number, piece in enumerate(found):
        if len(folded(piece.text)) < LEAST:
            continue
        index = indexes[piece.language]
        shared = Counter(chain.from_iterable(index[gram] for gram in sets[number]))
        for other, count in shared.items():
            if other == number or (len(sets[other]), other) < (len(sets[number]), number):
                continue
            share = count / len(sets[number])
            wanted = SAME_WORDS + _asked(piece, found[other])
            if share >= wanted and not _apart(piece, found[other]) and not _is_word_of(piece, found[other]):
                a, b = min(number, other), max(number, other)
                links.append(Link(a, b, round(share, 3), share >= 0.85, _same_words(share)))
    return links


def _same_words(share: float) -> str:
    if share >= 1:
        return "every word of the shorter wording is in the longer one"
    return f"{share:.0%} of the shorter wording stands in the longer one"


def _is_word_of(one: Piece, other: Piece) -> bool:
    """True for a single word that another speaker's longer quotation happens to hold: "historic"."""
    alone = len(one.text.split()) == 1 and len(other.text.split()) > 1
    return alone and bool(one.speaker) and bool(other.speaker) and one.speaker != other.speaker


# -- the same meaning ---------------------------------------------------------------------------------------


def _by_meaning(found: Sequence[Piece], encoder: Encoder | None) -> list[Link]:
    """Pieces whose vectors are close; only each other's best candidates in their articles are kept."""
    if encoder is None or len(found) < 2:
        return []
    import numpy as np

    surfaces = sorted({text for piece in found for text in _texts(piece)})
    vectors = encoder.encode(surfaces)
    place = {text: number for number, text in enumerate(surfaces)}
    own = vectors[[place[piece.text] for piece in found]]
    around = vectors[[place[piece.around or piece.text] for piece in found]]
    close: np.ndarray[Any, Any] = np.maximum(
        cosines(own, own), np.maximum(cosines(around, around), cosines(own, around)) - 0.03
    )
    close = np.maximum(close, close.T)
    scores: dict[tuple[int, int], tuple[float, str]] = {}
    rows, columns = np.nonzero(np.triu(close >= SAME_MEANING - 0.08, 1))
    for a, b in zip(rows.tolist(), columns.tolist(), strict=True):
        judged = _judge(found[a], found[b], round(float(close[a, b]), 3), round(float(own[a] @ own[b]), 3))
        if judged is not None:
            scores[a, b] = judged
    best = _best(found, scores)
    return [
        Link(a, b, score, score >= SAME_MEANING + 0.15, why)
        for (a, b), (score, why) in scores.items()
        if score >= SAME_MEANING
        and score >= best[a, found[b].at.source] - NEARLY
        and score >= best[b, found[a].at.source] - NEARLY
    ]


def _texts(piece: Piece) -> tuple[str, ...]:
    return (piece.text, piece.around) if piece.around else (piece.text,)


def _judge(one: Piece, other: Piece, cosine: float, own: float) -> tuple[float, str] | None:
    """(score, reason) after speaker, numbers, polarity and shared names have spoken; None when they forbid it."""
    if one.at.source == other.at.source or _apart(one, other):
        return None
    if _is_phrase(one) and _is_phrase(other) and own < SAME_PHRASE:
        return None
    score = cosine - _asked(one, other) - _brief(one, other)
    why = [f"meaning {cosine:.2f}"]
    if one.speaker and one.speaker == other.speaker:
        why.append("same speaker")
    if shared := one.entities & other.entities:
        score += 0.02 * min(len(shared), 2)
        why.append(f"{len(shared)} shared name{'s' if len(shared) > 1 else ''}")
    if one.numbers & other.numbers:
        score += 0.04
        why.append("same number")
    if one.negative != other.negative:
        score -= POLARITY
        why.append("only one negates")
    return round(score, 3), ", ".join(why)


def _is_phrase(piece: Piece) -> bool:
    """True for a few words between marks: their sentence alone must not make two of them one."""
    return piece.quote.kind in ("partial", "scare") and len(piece.text.split()) <= PHRASE_WORDS


def _brief(one: Piece, other: Piece) -> float:
    """How much more likeness two reports need when one is a few words long: topic and names weigh most of it then."""
    short = min(len(one.text.split()), len(other.text.split())) <= BRIEF_WORDS
    return BRIEF if short and one.quote.kind == other.quote.kind == "indirect" else 0.0


def _asked(one: Piece, other: Piece) -> float:
    """How much more likeness two pieces need, by what is known of their speakers."""
    if one.speaker and one.speaker == other.speaker:
        return 0.0
    return OTHER_SPEAKER if one.speaker and other.speaker else UNKNOWN_SPEAKER


def _apart(one: Piece, other: Piece) -> bool:
    """True when numbers, dates or place forbid that both are one utterance."""
    if one.quote.id == other.quote.id or one.name or other.name:
        return True
    if one.at.source == other.at.source and one.act != other.act and one.at.meets(other.at):
        return one.speaker != other.speaker  # a phrase of somebody else's inside a report
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return True
    mine, theirs = one.quote.when, other.quote.when
    return mine is not None and theirs is not None and not mine.meets(theirs)


def _best(found: Sequence[Piece], scores: dict[tuple[int, int], tuple[float, str]]) -> dict[tuple[int, str], float]:
    """{(piece, article): the highest score it has with a piece of that article}."""
    best: dict[tuple[int, str], float] = {}
    for (a, b), (score, _) in scores.items():
        for one, other in ((a, b), (b, a)):
            key = (one, found[other].at.source)
            best[key] = max(best.get(key, score), score)
    return best
