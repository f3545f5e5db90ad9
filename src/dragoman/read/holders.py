"""Whose share, votes or seats a figure tells: Lasconi won 19.2 %, Georgescu (22,9 %), mit 30 Prozent für die CDU.

Only who stands right beside the number holds it; anything less leaves it open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.read.page import Page
from dragoman.read.stretches import Amount
from dragoman.read.tokens import Token
from dragoman.records import Mention

__all__ = ["Holders"]

_HELD = frozenset({"percent", "vote", "seat"})  # units that somebody has
_NAMES = frozenset({"PER", "ORG"})
_FORMS = frozenset({"name", "acronym"})
_SMALL = frozenset({"$bounds", "$article", "$definite"})  # about, the
_SUBJECT = 6  # tokens from a name to the verb that gives it its share, with an auxiliary and an adverb between
_LABEL = 4  # tokens of a party's sign in brackets before the number: Lasconi (USR, 19.2 %)
_BEHIND = 4  # tokens from a share to "for", "of the vote" between them
_VERB = 4  # words between a name and "with": came in second
_CLOSES = frozenset(",;.)\n")
_DASHES = frozenset("–—")
_ENDS = frozenset('.;:!?\n"“”«»(),')


class Holders:
    """The names of an article by where they stand."""

    def __init__(self, page: Page, tokens: Sequence[Token], mentions: Iterable[Mention]) -> None:
        self.page, self.tokens = page, tokens
        self.ends: dict[int, Mention] = {}
        self.starts: dict[int, Mention] = {}
        for one in mentions:
            place = page.article.text.find(one.start, one.end) if one.form in _FORMS else None
            if place and one.kind in _NAMES:
                self.starts[place[0]], self.ends[place[1]] = one, one

    def of(self, amount: Amount) -> Mention | None:
        """Who has the share; None where nobody stands beside it."""
        if amount.unit not in _HELD or amount.age or amount.value is None:
            return None
        before = amount.first - 1
        while before >= 0 and not _SMALL.isdisjoint(self.tokens[before].values):
            before -= 1
        stop = self._stop(amount)
        return self._named(before, stop) or self._subject(before) or self._behind(stop)

    def _stop(self, amount: Amount) -> int:
        """The token behind a figure."""
        at = amount.first
        while at < len(self.tokens) and self.tokens[at].start < amount.end:
            at += 1
        return at

    def _at(self, place: int) -> Mention | None:
        """The name that ends with a token."""
        return self.ends.get(self.tokens[place].end) if place >= 0 else None

    def _named(self, before: int, stop: int) -> Mention | None:
        """The name right before: Lasconi 19.2 %, Lasconi with 19.2 %, Lasconi (USR, 19.2 %), Ласкони – 19,2 %."""
        if before < 1:
            return None
        token = self.tokens[before]
        closes = stop >= len(self.tokens) or self.tokens[stop].low in _CLOSES or "$joint" in self.tokens[stop].values
        if token.low in _DASHES and closes:
            return self._at(before - 1)
        if "$with_share" in token.values:
            return self._at(before - 1) or (self._ranked(before - 1) if self._of_vote(stop) else None)
        opened = next((n for n in range(before, max(before - _LABEL, 0), -1) if self.tokens[n].low == "("), None)
        if opened is not None and (opened == before or token.low == ","):
            return self._at(opened - 1)
        return self._at(before) if closes else None

    def _of_vote(self, stop: int) -> bool:
        """True before "of the vote": any other share may be somebody's weapon or wish."""
        return any("$votes" in token.values for token in self.tokens[stop : stop + _BEHIND])

    def _ranked(self, at: int) -> Mention | None:
        """The name before a verb without an object: Lasconi came second with 19.2 % of the vote."""
        for place in range(at, max(at - _VERB, -1), -1):
            if found := self._at(place):
                return found
            token = self.tokens[place]
            if token.kind != "word" or self.page.value[token.start].isupper():
                return None
        return None

    def _subject(self, before: int) -> Mention | None:
        """The subject of a verb of getting: Lasconi won 19.2 %, Georgescu a obtenu 22,9 %."""
        if before < 1 or "$receives" not in self.tokens[before].values:
            return None
        for place in range(before - 1, max(before - _SUBJECT, 0) - 1, -1):
            if found := self._at(place):
                return found
            token = self.tokens[place]
            if token.low in _ENDS or token.kind == "number" or "$receives" in token.values:
                return None
        return None

    def _behind(self, stop: int) -> Mention | None:
        """The name behind "for": 19.2 % of the vote for Lasconi."""
        for place in range(stop, min(stop + _BEHIND, len(self.tokens) - 1)):
            token = self.tokens[place]
            if "$for_whom" in token.values:
                after = place + 1 + (not _SMALL.isdisjoint(self.tokens[place + 1].values))
                return self.starts.get(self.tokens[after].start) if after < len(self.tokens) else None
            if token.low in _ENDS or token.kind == "number":
                return None
        return None
