"""Errors that two articles share: nobody invents the same slip twice, so it points at one text behind both.

Weekdays that do not fit their date, and misspellings of words that the rest of the pile spells otherwise. A shared slip
only strengthens what shared words or credits suggest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import OSA

from dragoman.compare.shingles import Strand
from dragoman.records import Reading, Time
from dragoman.spans import Span

__all__ = ["Slips", "shared", "slips"]

#: Letters of a word in which a single slip is told from another word or another ending of it.
_LETTERS = 7
_HEAD, _TAIL = 2, 3  # letters at both ends that must agree: endings and prefixes make other forms, not slips

Slips = Mapping[str, tuple[Span, str]]


def slips(readings: Sequence[Reading], strands: Sequence[Strand]) -> dict[str, dict[str, tuple[Span, str]]]:
    """{source: {slip: (where, in words)}} over a pile."""
    holders: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for index, strand in enumerate(strands):
        for word in set(strand.words):
            if len(word) >= _LETTERS - 1 and word.isalpha():
                holders[strand.article.language][word].add(index)
    wrong = {language: _misspelt(words) for language, words in holders.items()}
    return {
        strand.article.source: {**_weekdays(reading), **_places(strand, wrong.get(strand.article.language, {}))}
        for reading, strand in zip(readings, strands, strict=True)
    }


def _weekdays(reading: Reading) -> dict[str, tuple[Span, str]]:
    """Dates whose weekday is another."""
    return {
        f"weekday {time.value}": (time.hull, f"{time.value} was a {time.weekday}")
        for time in reading.of(Time)
        if time.weekday and time.value
    }


def _misspelt(words: Mapping[str, set[int]]) -> dict[str, str]:
    """{misspelling: how more articles spell it}, of words that two or three articles have."""
    frames: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word, held in words.items():
        if len(held) >= 2:
            frames[word[:_HEAD], word[-_TAIL:]].append(word)
    found = {}
    for word, held in words.items():
        if not 2 <= len(held) <= 3 or len(word) < _LETTERS:
            continue
        near = [
            other
            for other in frames[word[:_HEAD], word[-_TAIL:]]
            if other != word and len(words[other]) > len(held) and OSA.distance(word, other, score_cutoff=1) == 1
        ]
        if len(near) == 1:
            found[word] = near[0]
    return found


def _places(strand: Strand, wrong: Mapping[str, str]) -> dict[str, tuple[Span, str]]:
    """Where a strand has them."""
    return {
        f"spelling {word}": (strand.span(at, at), f'"{word}", elsewhere "{wrong[word]}"')
        for at, word in enumerate(strand.words)
        if word in wrong
    }


def shared(one: Slips, other: Slips) -> Iterable[tuple[Span, Span, str]]:
    """The slips two articles have in common, with both places."""
    return [(one[key][0], other[key][0], one[key][1]) for key in sorted(one.keys() & other.keys())]
