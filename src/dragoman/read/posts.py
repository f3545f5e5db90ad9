"""Titles and offices as facts of their own: whose, in which words, how they stand, and for which day.

"former defence minister Ana Gil (2015–2019)"   former, told: 2015–2019      "the then-minister"   then, no day
"President Ana Gil"                             held, as of the article's day
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from dragoman.languages import Language, alternatives
from dragoman.languages.offices import standing_of
from dragoman.read.page import Page
from dragoman.records import Mention, Post, Reading, Time, When

__all__ = ["posts"]

_DIGIT = re.compile(r"\d")
_REACH = 160  # characters between a name and its title, both in one sentence
_BESIDE = 30  # characters between a title and the years it was held

Years = dict[str, re.Pattern[str]]


def posts(page: Page, reading: Reading) -> Iterator[Post]:
    """One Post a title that stands beside a name, in reading order."""
    held = _Held(page, reading)
    for mention in reading.of(Mention):
        place = page.article.text.find(mention.start, mention.end) if mention.role and mention.kind == "PER" else None
        title = _place(page.value, mention.role, place) if place and mention.form == "name" else None
        if place is None or title is None:
            continue
        standing = standing_of(mention.role, page.language)
        when, at = held.years(max(title[1], place[1]) if title[0] < place[0] else title[1])
        spans = (page.span(*title), *((page.span(*at),) if at else ()))
        yield Post(
            spans=spans,
            by="posts",
            holder=mention.refers_to,
            title=mention.role,
            country=mention.country,
            standing=standing,
            when=when or (None if standing == "then" else page.article.published),
            told=when is not None,
        )


def _place(text: str, role: str, name: tuple[int, int]) -> tuple[int, int] | None:
    """Where the words of a title stand beside a name: right before it, else behind it."""
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, role.split())) + r"(?!\w)")
    before = list(pattern.finditer(text, max(0, name[0] - _REACH), name[0]))
    match = before[-1] if before else pattern.search(text, name[1], name[1] + _REACH)
    return match.span() if match else None


class _Held:
    """The times of one page, and the years that one of them gives a title right before it."""

    def __init__(self, page: Page, reading: Reading) -> None:
        self.page = page
        found = ((page.article.text.find(one.start, one.end), one) for one in reading.of(Time))
        self.times = sorted((place, one.when) for place, one in found if place is not None and one.when is not None)
        once: Callable[[Language], Years] = _years
        self.words = page.language.once(once)

    def years(self, at: int) -> tuple[When | None, tuple[int, int] | None]:
        """The stretch told right behind a place, and where it is told; nothing where no time stands there."""
        if not self.words:
            return None, None
        near = [(place, when) for place, when in self.times if at <= place[0] <= at + _BESIDE]
        if not near:
            return None, None
        (start, end), when = near[0]
        digit = _DIGIT.search(self.page.value, start, end)  # a time may begin with its small word: "de 2012"
        between = self.page.value[at : digit.start() if digit else start]
        kind = next((key for key, pattern in self.words.items() if pattern.fullmatch(between)), "")
        if when.precision == "range" and not between.strip(" ,("):
            return when, (start, end)
        if kind in ("", "to"):
            return None, None
        following = [(place, one) for place, one in self.times if end < place[0] <= end + _BESIDE // 2]
        if kind == "span" and following and self.words["to"].fullmatch(self.page.value[end : following[0][0][0]]):
            last = following[0][1]
            if last.latest >= when.earliest:
                told = When(
                    earliest=when.earliest, latest=last.latest, precision="range", basis="told beside the title"
                )
                return told, (start, following[0][0][1])
        return self._open(kind, when), (start, end)

    def _open(self, kind: str, when: When) -> When:
        """A stretch with one end told: since a year up to the article, or up to a year."""
        if kind == "until":
            return When(earliest=date.min, latest=when.latest, precision="open", basis="told beside the title: until")
        published = self.page.article.published
        if kind == "since" and published is not None and published.latest >= when.earliest:
            return When(
                earliest=when.earliest, latest=published.latest, precision="range", basis="told beside the title: since"
            )
        return when


def _years(language: Language) -> Years:
    """What stands between a title and its years: ", from ", " (", " jusqu'en "."""
    if not language.words("mentions", "years_since"):
        return {}
    made = {
        key: re.compile(rf"\s?[,(]?\s?(?:{alternatives(language.words('mentions', f'years_{key}'))})\s?", re.IGNORECASE)
        for key in ("since", "until", "span", "to")
    }
    # a year with nothing but a space before it is no year of the title: "President Gil 2024"
    made["span"] = re.compile(rf"(?!\s?$){made['span'].pattern}", re.IGNORECASE)
    return made
