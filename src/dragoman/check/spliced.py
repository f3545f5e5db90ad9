"""A quotation that holds words of two or more quotations of the sources under one pair of marks."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.check.asked import Asked, said, told, voice, words_at
from dragoman.check.case import Case
from dragoman.check.exact import one_quotation
from dragoman.check.verdicts import Evidence, Verdict

__all__ = ["spliced"]

_PART = 3  # words from which a part of a quotation can be told to come from another one


def spliced(case: Case, one: Asked) -> Verdict | None:
    """The runs a quotation is made of, when they are of several quotations; None when they are not."""
    return (_parts_apart(case, one) if len(one.parts) > 1 else None) or _whole(case, one)


def _parts_apart(case: Case, one: Asked) -> Verdict | None:
    """Every part stands somewhere, but not in one quotation."""
    runs = []
    for part in one.parts:
        hit = _somewhere(case, list(part))
        if hit is None or len(part) < _PART - 1:
            return None
        runs.append(hit)
    return _splice(case, one, runs)


def _somewhere(case: Case, part: list[str]) -> tuple[int, tuple[int, int]] | None:
    for number in case.shelf.holding(part):
        words = case.shelf.words[number]
        for first, last in words.exact(part):
            if words.held[first] >= 0:
                return number, (first, last)
    return None


def _whole(case: Case, one: Asked) -> Verdict | None:
    """Words that are two or three runs, each in another quotation."""
    rest = one.words
    runs: list[tuple[int, tuple[int, int]]] = []
    while rest and len(runs) < 4:
        best = max(
            ((case.shelf.words[number].prefix(rest, _PART), -number) for number in case.shelf.holding(rest[:_PART])),
            key=lambda found: (found[0][0], found[1]),
            default=None,
        )
        if best is None or best[0][0] == 0:
            return None
        (length, first, last), number = best[0], -best[1]
        if case.shelf.words[number].held[first] < 0:  # words that nobody is quoted with make no quotation
            return None
        runs.append((number, (first, last)))
        rest = rest[length:]
    return _splice(case, one, runs) if not rest and len(runs) > 1 else None


def _splice(case: Case, one: Asked, runs: Sequence[tuple[int, tuple[int, int]]]) -> Verdict | None:
    """Runs of different quotations; runs of one quotation that only leave words out are an alteration."""
    homes = {(number, case.shelf.words[number].held[run[0]]) for number, run in runs}
    single = {number for number, _ in runs}
    if len(homes) == 1:
        return None
    if len(single) == 1:
        words = case.shelf.words[runs[0][0]]
        low, high = min(run[0] for _, run in runs), max(run[1] for _, run in runs) - 1
        if words.held[low] >= 0 and words.held[high] >= 0 and one_quotation(words, low, high):
            return None
    evidence = [
        Evidence(
            span=words_at(case.shelf.words[number], run), note=voice(case, told(case, case.shelf.words[number], run))
        )
        for number, run in runs
    ]
    return said(one, "spliced", why=f"One pair of marks holds {len(runs)} quotations.", evidence=evidence)
