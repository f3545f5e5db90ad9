"""The facts read so far, laid out along the clean text: what events and agreements look things up in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from dragoman.read.page import Page
from dragoman.records import Event, Fact, Mention, Quote, Reading, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Placed", "Scene", "lay_out"]

F = TypeVar("F", bound=Fact)

#: Blocks that announce or decorate: what they report is reported again by the body.
_LONGEST = 120  # characters: no mention is longer
_ASIDE = frozenset({"headline", "heading", "byline"})


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
    lengths: tuple[Placed[Time], ...] = ()  # how long or how much later: "two days later"
    yearless: tuple[Placed[Time], ...] = ()  # days and months whose year nothing tells: "June 19" in an undated article

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.mentions]

    def mentions_in(self, a: int, b: int) -> tuple[Placed[Mention], ...]:
        """Mentions that lie within a..b."""
        first, last = bisect_left(self._starts, a), bisect_left(self._starts, b)
        return tuple(one for one in self.mentions[first:last] if one.end <= b)

    def known(self, name: str) -> bool:
        """True when some mention of the article has this name."""
        return any(name in (one.fact.refers_to, one.fact.name) for one in self.mentions)

    def mention_at(self, a: int, b: int) -> Placed[Mention] | None:
        """The widest mention that shares a character with a..b."""
        first, last = bisect_left(self._starts, a - _LONGEST), bisect_left(self._starts, b)
        found = [one for one in self.mentions[first:last] if one.end > a]
        return max(found, key=lambda one: (one.end - one.start, -one.start), default=None)

    def times_in(self, a: int, b: int) -> tuple[Placed[Time], ...]:
        """Dated time expressions that lie within a..b."""
        return tuple(one for one in self.times if a <= one.start and one.end <= b)

    def quote_at(self, position: int) -> Placed[Quote] | None:
        """The innermost quotation that holds a position; scare quotes say nothing and do not count."""
        found = [one for one in self.quotes if one.start <= position < one.end and one.fact.kind != "scare"]
        return min(found, key=lambda one: one.end - one.start, default=None)

    def head(self, a: int, b: int) -> Token | None:
        """The token that heads the words a..b, None where no parser ships: "entered" of "entered into force"."""
        tokens = self.page.tokens(a, b)
        return tokens.root if tokens is not None else None

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
    find = _Finder(page)
    times = _placed(find, reading.of(Time))
    return Scene(
        page,
        _placed(find, reading.of(Mention)),
        tuple(one for one in times if one.fact.when is not None),
        _runs(find, reading.of(Quote)),
        _placed(find, reading.of(Event)),
        tuple(one for one in times if one.fact.when is None and one.fact.value.startswith("P")),
        tuple(one for one in times if one.fact.when is None and one.fact.value.startswith("XXXX-")),
    )


class _Finder:
    """Original → clean places, quick for the usual case: a fact inside one verbatim piece."""

    def __init__(self, page: Page) -> None:
        self.text = page.article.text
        self.starts = [piece.start for piece in self.text.pieces]
        self.rising = self.starts == sorted(self.starts)

    def __call__(self, start: int, end: int) -> tuple[int, int] | None:
        if self.rising and self.starts:
            piece = self.text.pieces[max(bisect_right(self.starts, start) - 1, 0)]
            if piece.verbatim and piece.start <= start and end <= piece.end:
                return piece.clean + start - piece.start, piece.clean + end - piece.start
        return self.text.find(start, end)


def _placed(find: _Finder, facts: tuple[F, ...]) -> tuple[Placed[F], ...]:
    found = []
    for fact in facts:
        place = find(fact.start, fact.end) if len(fact.spans) > 1 else find(fact.spans[0].start, fact.spans[0].end)
        if place:
            found.append(Placed(place[0], place[1], fact))
    return tuple(sorted(found, key=_by_place))


def _by_place(one: Placed[Any]) -> tuple[int, int]:
    return one.start, one.end


def _runs(find: _Finder, quotes: tuple[Quote, ...]) -> tuple[Placed[Quote], ...]:
    """Every run of a split quotation by itself: what stands between the runs is not quoted."""
    found = [(find(span.start, span.end), quote) for quote in quotes for span in quote.spans]
    return tuple(sorted((Placed(*place, quote) for place, quote in found if place), key=_by_place))
