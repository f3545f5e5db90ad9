"""Who can tell a number: names, and words for people and bodies; a toll, a sum or a time says nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.languages import Language
from dragoman.read.page import Page
from dragoman.read.tokens import Token
from dragoman.records import Mention

__all__ = ["ENDS", "QUOTES", "STOPS", "Informants", "Source"]

ENDS = frozenset(".!?;:…\n")
QUOTES = frozenset('“”«»„"')
STOPS = ENDS | QUOTES | frozenset(",()–—|/")
_KINDS = ("PER", "GPE", "ORG", "LOC", "NORP", "FAC")
_SILENT = frozenset({"$tally", "$counted", "$votes", "unit", "weekday", "month", "season"})
_WORD = re.compile(r"[^\W\d_][\w'-]*")


@dataclass(frozen=True)
class Source:
    """A claimant: its name or the article's words for it, and clean characters start..end."""

    name: str
    start: int
    end: int


def _informants(language: Language) -> tuple[frozenset[str], tuple[str, ...]]:
    """Words for people and bodies that can tell a number (minister, ministry, unions, survey), and their stems."""
    own = language.section("figures").get("words", {}).get("informants", ())
    words = {*language.words("quotes", "roles"), *language.words("mentions", "body_heads"), *own}
    words = {word.lower() for word in words}
    stems = tuple(sorted(word[:-1] for word in words if word.endswith("*")))
    return frozenset(word for word in words if not word.endswith("*")), stems


class Informants:
    """The tokens of one article with the names in it, and which of them can tell something."""

    def __init__(self, page: Page, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        self.page, self.tokens = page, tokens
        self.starts = [token.start for token in tokens]
        placed = ((page.article.text.find(one.start, one.end), one) for one in mentions)
        self.mentions = sorted(
            ((*place, one) for place, one in placed if place and one.form != "demonym"), key=lambda one: one[:2]
        )
        self.places = [one[0] for one in self.mentions]
        section = page.language.section("figures")
        self.nouns_are_capital = bool(section.get("capital_nouns"))
        self._noun_first = bool(section.get("noun_first"))

    def stops(self, place: int) -> bool:
        """True for a mark that ends a clause; the stop of an abbreviation (U.N., EE. UU.) ends none."""
        token = self.tokens[place]
        if token.low != ".":
            return token.low in STOPS
        if place + 1 < len(self.tokens) and self.tokens[place + 1].low in "-–—|":  # CARACAS.- The ministry
            return True
        before = self.page.value[self.tokens[place - 1].start : token.start] if place else ""
        if len(before) > 3 and before.isupper():  # CHABAROWSK. At the rally
            return True
        found = self.page.article.sentence_at(token.start)
        return found is None or found[1] <= token.end + 1

    def is_capital(self, place: int) -> bool:
        """True for a token with a capital letter."""
        return self.page.value[self.tokens[place].start].isupper()

    def mention_at(self, place: int) -> Source | None:
        """The name a token belongs to."""
        token = self.tokens[place]
        index = bisect_right(self.places, token.start) - 1
        if index < 0:
            return None
        start, end, mention = self.mentions[index]
        if not start <= token.start < end or mention.kind not in _KINDS:
            return None
        return Source(mention.refers_to or mention.name, start, end)

    def person_at(self, place: int) -> Source | None:
        """The person whose name begins at a token."""
        start = self.tokens[place].start
        index = bisect_right(self.places, start) - 1
        if index < 0 or self.mentions[index][0] != start or self.mentions[index][2].kind != "PER":
            return None
        _, end, mention = self.mentions[index]
        return Source(mention.refers_to or mention.name, start, end) if mention.form != "nominal" else None

    def is_named(self, place: int) -> bool:
        """True for a token of a proper name, not of a description."""
        index = bisect_right(self.places, self.tokens[place].start) - 1
        if index < 0:
            return False
        start, end, mention = self.mentions[index]
        return start <= self.tokens[place].start < end and mention.form in ("name", "acronym")

    def addressed(self, place: int) -> bool:
        """True for the one spoken to: told the press, confirms to the agency."""
        return 0 < place <= len(self.tokens) and "$to" in self.tokens[place - 1].values

    def can_say(self, source: Source, *, plain: bool = True) -> bool:
        """True for a name or a described person or body; a deficit or a toll says nothing."""
        at = bisect_left(self.starts, source.start)
        if self.mention_at(at):
            return True
        known, _ = self.page.language.once(_informants)
        words = _WORD.findall(source.name.lower())
        if not known or any(self.is_told(word) for word in words):
            return True
        if any(word.isupper() and len(word) > 1 for word in _WORD.findall(source.name)):  # a union's letters
            return True
        if self.nouns_are_capital:
            return any(word.endswith(tuple(one for one in known if len(one) > 5)) for word in words)
        inside = self.page.sentence(source.start)[0] < source.start
        return plain and source.name[:1].isupper() and inside

    def is_told(self, word: str) -> bool:
        """True for a word for people or bodies that can tell a number; la policía is no past tense."""
        known, stems = self.page.language.once(_informants)
        return word in known or (word[-1:] == "s" and word[:-1] in known) or (bool(stems) and word.startswith(stems))

    def silent(self, first: int, stop: int) -> bool:
        """True for a phrase whose head is a toll, a thing counted or a time: the number of dead says nothing."""
        while first < stop and "$article" in self.tokens[first].values:
            first += 1
        return first >= stop or not _SILENT.isdisjoint(self.tokens[first].values)
