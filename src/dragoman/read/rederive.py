"""Works a figure or a date out again from its own words alone, as `verify` does for every one of them."""

from __future__ import annotations

import re
from html import unescape

from dragoman.languages import language as speech
from dragoman.read.damage import characters
from dragoman.read.dates import dates
from dragoman.read.figures import figures
from dragoman.read.page import Page
from dragoman.records import Article, Figure, Reading, Time
from dragoman.spans import Text

__all__ = ["agrees"]

TAG = re.compile(r"</?[a-zA-Z][^<>]*>")  # 25<b>&nbsp;millions</b>: in a page the words stand among tags
FULL_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(T[\d:]+)?")  # 2024-06-19: nothing outside the words was needed


def agrees(fact: Figure | Time, words: str, language: str) -> bool | None:
    """True or False when the words alone give a value that can be compared, None when they do not suffice."""
    plain = unescape(TAG.sub("", words))
    text = Text.of("words", plain)
    text = text.edit(characters(plain, speech(language)))
    article = Article(source="words", name="words", text=text, language=language, sentences=((0, len(text.value)),))
    page, nothing = Page(article, parse=False), Reading(article=article)
    if isinstance(fact, Figure):
        found = [one for one in figures(page, nothing) if isinstance(one, Figure)]
        if fact.value is None or not found:
            return None
        ends = {one.value for one in found}  # of an interval whose opening word stands apart: ages between 18 and 35
        whole = any(one.value == fact.value and one.upto == fact.upto for one in found)
        return whole or (fact.upto is not None and {fact.value, fact.upto} <= ends)
    values = [one.value for one in dates(page, nothing) if isinstance(one, Time) and FULL_DATE.fullmatch(one.value)]
    full = FULL_DATE.fullmatch(fact.value)
    if not values or not full:
        return None
    return any(value == fact.value or fact.value.startswith(value) or value.startswith(fact.value) for value in values)
