"""The facts read so far, laid out along the clean text: what events and agreements look things up in."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from dragoman.read.page import Page
from dragoman.records import Event, Fact, Mention, Quote, Reading, Time

__all__ = ["Placed", "Scene", "lay_out"]

F = TypeVar("F", bound=Fact)

#: Blocks that announce or decorate: what they report is reported again by the body.
_ASIDE = frozenset({"headline", "heading", "byline", "dateline"})


class Placed(NamedTuple, Generic[F]):
    """A fact at clean start..end."""

    start: int
    end: int
    fact: F


@dataclass(frozen=True)
class Scene:
    """Mentions, times, quotations and events of one page in clean coordinates, in reading order."""

    page: Page
    mentions: tuple[Placed[Mention], ...]
    times: tuple[Placed[Time], ...]
    quotes: tuple[Placed[Quote], ...]
    events: tuple[Placed[Event], ...]

    def mentions_in(self, a: int, b: int) -> tuple[Placed[Mention], ...]:
        """Mentions that lie within a..b."""
        first = bisect_left(self.mentions, a, key=lambda one: one.start)
        last = bisect_left(self.mentions, b, key=lambda one: one.start)
        return tuple(one for one in self.mentions[first:last] if one.end <= b)

    def mention_at(self, a: int, b: int) -> Placed[Mention] | None:
        """The widest mention that shares a character with a..b."""
        first = bisect_left(self.mentions, a - 80, key=lambda one: one.start)
        last = bisect_left(self.mentions, b, key=lambda one: one.start)
        found = [one for one in self.mentions[first:last] if one.end > a]
        return max(found, key=lambda one: (one.end - one.start, -one.start), default=None)

    def times_in(self, a: int, b: int) -> tuple[Placed[Time], ...]:
        """Dated time expressions that lie within a..b."""
        return tuple(one for one in self.times if a <= one.start and one.end <= b)

    def quote_at(self, position: int) -> Placed[Quote] | None:
        """The innermost quotation that holds a position; scare quotes say nothing and do not count."""
        found = [one for one in self.quotes if one.start <= position < one.end and one.fact.kind != "scare"]
        return min(found, key=lambda one: one.end - one.start, default=None)

    def sentence(self, position: int) -> tuple[int, int]:
        """The sentence that holds a position; the line it stands on when sentences were not cut."""
        a, b = self.page.sentence(position)
        if a < b:
            return a, b
        value = self.page.value
        end = value.find("\n", position)
        return value.rfind("\n", 0, position) + 1, len(value) if end < 0 else end

    def paragraph(self, position: int) -> tuple[int, int]:
        """The block that holds a position; its line when blocks were not cut."""
        block = self.page.article.block_at(position)
        if block is not None:
            return block.start, block.end
        value = self.page.value
        end = value.find("\n", position)
        return value.rfind("\n", 0, position) + 1, len(value) if end < 0 else end

    def aside(self, position: int) -> bool:
        """True in headlines, headings and credits."""
        block = self.page.article.block_at(position)
        return block is not None and block.kind in _ASIDE


def lay_out(page: Page, reading: Reading) -> Scene:
    """Place the facts of a reading along the clean text; what cleaning removed is left out."""
    return Scene(
        page,
        _placed(page, reading.of(Mention)),
        tuple(one for one in _placed(page, reading.of(Time)) if one.fact.when is not None),
        _runs(page, reading.of(Quote)),
        _placed(page, reading.of(Event)),
    )


def _placed(page: Page, facts: tuple[F, ...]) -> tuple[Placed[F], ...]:
    text = page.article.text
    found = [(text.find(fact.start, fact.end), fact) for fact in facts]
    return tuple(sorted((Placed(*place, fact) for place, fact in found if place), key=lambda one: one[:2]))


def _runs(page: Page, quotes: tuple[Quote, ...]) -> tuple[Placed[Quote], ...]:
    """Every run of a split quotation by itself: what stands between the runs is not quoted."""
    text = page.article.text
    found = [(text.find(span.start, span.end), quote) for quote in quotes for span in quote.spans]
    return tuple(sorted((Placed(*place, quote) for place, quote in found if place), key=lambda one: one[:2]))
