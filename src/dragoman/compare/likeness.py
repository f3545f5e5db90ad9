"""Which two quotations may be one utterance: several cheap signals propose, others judge; each link says why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.compare.beginnings import LEAST, left_out, nearness
from dragoman.compare.chance import acts_for, is_phrase, only_topic, says_little
from dragoman.compare.surfaces import Piece, folded, grams
from dragoman.models import Encoder, cosines

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Link", "likeness"]

SAME_WORDS = 0.62  # share of the shorter one's 4-grams, one language; under it quotations of one topic begin to meet
SAME_MEANING = (
    0.60  # cosine: parallel sentences of 8 languages have mean .72 (5th percentile .55), others .18 (95th .42)
)
#: The same for two quotations of one named speaker in two languages, each the other's best by MARGIN: our two example
#: stories have 26 such pairs that are one utterance from .46 on, and 5 that are none up to .52.
SAME_VOICE, MARGIN = 0.50, 0.04
ONE_LANGUAGE = 0.08  # more is asked inside one language, where the words would be the same too
UNKNOWN_SPEAKER = 0.08  # more is asked where an article names no speaker
STANDS_FOR = 0.04  # half of that where one speaks for the other
OTHER_SPEAKER = 0.20  # and much more where it names another one
POLARITY = 0.15
#: More is asked of few words printed this many days apart: "a historic day" is said of every one of them.
AGAIN, DAYS_APART = 0.15, 10
NEARLY = 0.05  # a candidate this close to the best one of its article still counts as best
SAME_PHRASE = 0.55  # own cosine of two phrases; 24 pairs of 7 languages: translations .59–.92, others .25–.53, one .62
BRIEF, BRIEF_WORDS = 0.08, 8
MOST = 0.85  # share from which words are the same whatever stands between them
GRAMS = 9  # characters a surface needs before its 4-grams mean anything
BEGINNING = 0.7  # what a link is worth that a beginning makes: less than the same words, as much as a clear meaning
MARKED = ("direct", "partial")


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
    for link in [*_by_words(found), *_by_meaning(found, encoder), *_by_beginning(found, encoder)]:
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
        if len(folded(piece.text)) < GRAMS:
            continue
        size = len(sets[number])
        for other in _candidates(sets[number], indexes[piece.language]):
            if other == number or (len(sets[other]), other) < (size, number):
                continue
            share = len(sets[number] & sets[other]) / size
            if share < SAME_WORDS:
                continue
            wanted = SAME_WORDS + _asked(piece, found[other])
            if share < wanted or (share < MOST and only_topic(piece, found[other])):
                continue
            if not _apart(piece, found[other]) and not says_little(piece, found[other]):
                a, b = min(number, other), max(number, other)
                links.append(Link(a, b, round(share, 3), share >= MOST, _same_words(share)))
    return links


def _candidates(own: frozenset[str], index: dict[str, list[int]]) -> set[int]:
    """Who may share enough with these grams: whoever has one of the rarest, so many that not all can be missed."""
    least = int(SAME_WORDS * len(own))
    rarest = sorted(own, key=lambda gram: len(index[gram]))[: len(own) - least + 1]
    return {other for gram in rarest for other in index[gram]}


def _same_words(share: float) -> str:
    if share >= 1:
        return "every word of the shorter wording is in the longer one"
    return f"{share:.0%} of the shorter wording stands in the longer one"


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
    rows, columns = np.nonzero(np.triu(close >= SAME_VOICE - 0.08, 1))
    for a, b in zip(rows.tolist(), columns.tolist(), strict=True):
        judged = _judge(found[a], found[b], round(float(close[a, b]), 3), round(float(own[a] @ own[b]), 3))
        if judged is not None:
            scores[a, b] = judged
    ranked = _ranked(found, scores)
    return [
        Link(a, b, score, score >= SAME_MEANING + 0.15, why)
        for (a, b), (score, why) in scores.items()
        if _chosen(found, (a, b), score, ranked)
    ]


def _by_beginning(found: Sequence[Piece], encoder: Encoder | None) -> list[Link]:
    """A whole quotation and the longer one of its speaker, in another language, whose beginning it is."""
    if encoder is None:
        return []
    near = nearness(encoder)
    spoken = [(at, one) for at, one in enumerate(found) if one.named and len(one.text.split()) >= LEAST]
    links = []
    for at, short in spoken:
        for place, full in spoken:
            if short.quote.kind != "direct" or full.quote.kind not in MARKED or not _may_begin(short, full):
                continue
            if left_out(short.text, full.lead, full.text, near):
                why = "the shorter wording is the beginning of the longer one"
                links.append(Link(min(at, place), max(at, place), BEGINNING, True, why))
    return links


def _may_begin(short: Piece, full: Piece) -> bool:
    """True for two quotations of one speaker in two articles and languages that nothing keeps apart."""
    apart = short.at.source == full.at.source or short.language == full.language or _apart(short, full)
    return not apart and short.speaker == full.speaker


def _chosen(
    found: Sequence[Piece], pair: tuple[int, int], score: float, ranked: dict[tuple[int, str], list[float]]
) -> bool:
    """True for a score that says one utterance: nearly the best on both sides, or clearly so for one named speaker."""
    one, other = (found[at] for at in pair)
    rivals = [ranked[pair[0], other.at.source], ranked[pair[1], one.at.source]]
    if score >= SAME_MEANING:
        return all(score >= scores[0] - NEARLY for scores in rivals)
    if score < SAME_VOICE or not _one_voice(one, other):
        return False
    return all(score >= scores[0] and score >= [*scores, 0.0][1] + MARGIN for scores in rivals)


def _one_voice(one: Piece, other: Piece) -> bool:
    """True for two quotations between marks, of some length, of one named speaker in two languages."""
    quoted = all(piece.quote.kind in MARKED for piece in (one, other))
    return quoted and one.named and one.speaker == other.speaker and one.language != other.language


def _texts(piece: Piece) -> tuple[str, ...]:
    return (piece.text, piece.around) if piece.around else (piece.text,)


def _judge(one: Piece, other: Piece, cosine: float, own: float) -> tuple[float, str] | None:
    """(score, reason) after speaker, numbers, polarity and shared names have spoken; None when they forbid it."""
    if one.at.source == other.at.source or _apart(one, other):
        return None
    if is_phrase(one) and is_phrase(other) and own < SAME_PHRASE:
        return None
    if says_little(one, other):
        return None
    score = cosine - _asked(one, other) - _brief(one, other) - ONE_LANGUAGE * (one.language == other.language)
    if _later(one, other):
        score -= AGAIN
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


def _brief(one: Piece, other: Piece) -> float:
    """How much more likeness two reports need when one is a few words long: topic and names weigh most of it then."""
    short = min(len(one.text.split()), len(other.text.split())) <= BRIEF_WORDS
    return BRIEF if short and one.quote.kind == other.quote.kind == "indirect" else 0.0


def _asked(one: Piece, other: Piece) -> float:
    """How much more likeness two pieces need, by what is known of their speakers."""
    if one.speaker and one.speaker == other.speaker:
        return 0.0
    if one.speaker and other.speaker and _stands_for(one, other):
        return STANDS_FOR
    if acts_for(one, other) or acts_for(other, one):
        return STANDS_FOR
    reported = "indirect" in (one.quote.kind, other.quote.kind)
    told = (one.speaker and other.speaker) and (one.named or other.named or one.language == other.language)
    return OTHER_SPEAKER if told and (reported or (one.named and other.named)) else UNKNOWN_SPEAKER


def _stands_for(one: Piece, other: Piece) -> bool:
    """True for "an adviser to X" and X: papers give the words of who speaks for somebody to either."""
    if one.of & other.of:
        return True  # "an adviser to X" in two languages
    names = sorted((f" {folded(piece.quote.speaker or '')} " for piece in (one, other)), key=len)
    return len(names[0]) > LEAST and names[0] in names[1]


def _apart(one: Piece, other: Piece) -> bool:
    """True when numbers, dates or place forbid that both are one utterance."""
    if one.quote.id == other.quote.id or one.name or other.name:
        return True
    if one.at.source == other.at.source and one.act != other.act and one.at.meets(other.at):
        return one.speaker != other.speaker  # a phrase of somebody else's inside a report
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return True
    if one.written != other.written and min(len(one.text.split()), len(other.text.split())) <= BRIEF_WORDS:
        return True  # a few words of a column and the same thanks at the summit: two acts
    if one.language == other.language and one.days and other.days and not one.days & other.days:
        return folded(one.text) != folded(other.text)
    mine, theirs = one.quote.when, other.quote.when
    return mine is not None and theirs is not None and not mine.meets(theirs)


def _later(one: Piece, other: Piece) -> bool:
    """True when days lie between two short sentences between marks: each may be of an occasion of its own."""
    few = min(len(one.text.split()), len(other.text.split())) <= BRIEF_WORDS
    said = one.quote.kind == other.quote.kind == "direct"
    if one.printed is None or other.printed is None or not (few and said):
        return False
    first, second = sorted((one.printed, other.printed), key=lambda when: (when.latest, when.earliest))
    return (second.earliest - first.latest).days > DAYS_APART


def _ranked(
    found: Sequence[Piece], scores: dict[tuple[int, int], tuple[float, str]]
) -> dict[tuple[int, str], list[float]]:
    """{(piece, article): the scores it has with pieces of that article, the highest first}."""
    every: dict[tuple[int, str], list[float]] = defaultdict(list)
    for (a, b), (score, _) in scores.items():
        every[a, found[b].at.source].append(score)
        every[b, found[a].at.source].append(score)
    return {key: sorted(scores, reverse=True) for key, scores in every.items()}
