"""Whom a pronoun may stand for: nobody unless the text leaves one person only."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.read.page import Page
from dragoman.records import Mention, Reading

__all__ = ["antecedent"]

_REACH = 2  # sentences to look back


def antecedent(page: Page, reading: Reading, position: int, *, apart: Iterable[str] = ()) -> Mention | None:
    """The person a pronoun at a clean position stands for, None unless one person only is meant.

    Sentence by sentence backwards within the block: the one person it names, else the one that is subject of its main
    verb. `apart` are `refers_to` of persons it cannot be (whoever is spoken to, or named beside it).
    """
    never = set(apart)
    block = page.article.block_at(position)
    first = block.start if block else 0
    people = [
        (place[0], fact)
        for fact in reading.of(Mention)
        if fact.kind == "PER" and (fact.form == "name" or fact.refers_to != fact.name) and fact.refers_to not in never
        for place in [page.article.text.find(fact.start, fact.end)]
        if place is not None and first <= place[0] < position
    ]
    start, end = page.sentence(position)
    for _ in range(_REACH + 1):
        here = [(at, fact) for at, fact in people if start <= at < min(end, position)]
        if here:
            names = {fact.refers_to for _, fact in here}
            return here[-1][1] if len(names) == 1 else _subject(page, here)
        if start <= first:
            return None
        start, end = page.sentence(max(start - 1, 0)) if page.article.sentence_at(start - 1) else _previous(page, start)
    return None


def _previous(page: Page, start: int) -> tuple[int, int]:
    """The sentence before a position, an empty range when there is none."""
    before = [one for one in page.article.sentences if one[1] <= start]
    return before[-1] if before else (0, 0)


def _subject(page: Page, here: list[tuple[int, Mention]]) -> Mention | None:
    """The only person among several who is subject of a finite verb; None without a parse or with several."""
    if page.doc is None:
        return None
    subjects = []
    for at, fact in here:
        place = page.article.text.find(fact.start, fact.end)
        tokens = page.tokens(*place) if place else None
        if tokens is not None and tokens.root.dep_ in ("nsubj", "nsubj:pass", "nsubjpass"):
            subjects.append((at, fact))
    names = {fact.refers_to for _, fact in subjects}
    return subjects[-1][1] if len(names) == 1 else None
