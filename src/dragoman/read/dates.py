"""Time expressions of an article → Time, each with its days, what it was counted from, and why."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.read.anchor import Desk
from dragoman.read.page import Page
from dragoman.read.phrases import Phrase, sheet
from dragoman.records import Reading, Time

__all__ = ["dates"]


def dates(page: Page, reading: Reading) -> Iterator[Time]:
    """Every time expression in reading order; what cannot be anchored keeps its value with X and no days."""
    made = sheet(page.article, page.language)
    desk = Desk(page.article, page.language, made.tokens, made.phrases, page.article.published)
    for phrase, meaning in zip(made.phrases, desk.read(), strict=True):
        if meaning is None or _is_noun(page, phrase):
            continue
        yield Time(
            spans=(page.span(phrase.start, phrase.end),),
            by=f"dates.{phrase.op}",
            type=meaning.type,
            value=meaning.value,
            mod=meaning.mod,
            when=meaning.when,
            weekday=meaning.weekday,
        )


def _is_noun(page: Page, phrase: Phrase) -> bool:
    """True for a word of frequency or reference used as a name or noun: the daily Aftenposten, a weekly."""
    if phrase.op not in ("set", "ref") or phrase.first != phrase.last or page.doc is None:
        return False
    token = page.token(phrase.start)
    after = page.value[phrase.end : phrase.end + 2]
    return token is not None and phrase.op == "set" and (token.pos_ in ("NOUN", "PROPN") or after[1:].isupper())
