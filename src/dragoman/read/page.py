"""What an extractor is given: the article, its language's words and, where a model ships, its syntax."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.languages import Language, language
from dragoman.models import parser
from dragoman.read.placeline import placelines
from dragoman.records import Article
from dragoman.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

__all__ = ["Page"]


@dataclass(frozen=True)
class Page:
    """One article on the reading desk. All offsets are clean (`article.text.value`); facts leave with `span`."""

    article: Article
    parse: bool = True  # False: words and patterns only, as for a language without a parser

    @property
    def value(self) -> str:
        """The clean text."""
        return self.article.text.value

    @cached_property
    def language(self) -> Language:
        """The words of the article's language."""
        return language(self.article.language)

    @cached_property
    def doc(self) -> Doc | None:
        """The parsed clean text, None where no parser ships for the language. Parsed once, as one batch."""
        model = parser(self.article.language) if self.parse else None
        starts = frozenset(self._datelines.values())  # "PARIS — " is no part of the sentence behind it
        return model.parse([self.value], starts=[starts])[0] if model and self.value.strip() else None

    @cached_property
    def _starts(self) -> list[int]:
        starts: list[int] = self.doc.to_array("IDX").tolist() if self.doc is not None else []
        return starts

    def having(self, pos: str) -> list[int]:
        """The numbers of the tokens of a part of speech; told from one array, not by asking each token."""
        code = self.doc.vocab.strings[pos] if self.doc is not None else 0
        return [number for number, one in enumerate(self._pos) if one == code]

    def within(self, tokens: Tokens | None, *pos: str) -> Iterator[Token]:
        """Those of some tokens that are of one of these parts of speech."""
        if tokens is None or self.doc is None:
            return
        codes = {self.doc.vocab.strings[one] for one in pos}
        for number in range(tokens.start, tokens.end):
            if self._pos[number] in codes:
                yield self.doc[number]

    @cached_property
    def _pos(self) -> list[int]:
        codes: list[int] = self.doc.to_array("POS").tolist() if self.doc is not None else []
        return codes

    @cached_property
    def _datelines(self) -> dict[int, int]:
        return {one.start: one.end for one in placelines(self.article, self.article.blocks)}

    def behind_dateline(self, a: int, b: int) -> int:
        """Where the words of clean a..b begin: behind a dateline that opens them and ends before b, else at a."""
        end = self._datelines.get(a, a)
        return end if end <= b else a

    def worded(self, words: Iterable[str]) -> list[int]:
        """The numbers of the tokens that are one of these words in small letters; told from one array, too."""
        if self.doc is None:
            return []
        codes = {self.doc.vocab.strings[word] for word in words}
        return [number for number, code in enumerate(self.doc.to_array("LOWER").tolist()) if code in codes]

    def token(self, position: int) -> Token | None:
        """The token at or just before a clean position."""
        if self.doc is None or not self._starts:
            return None
        return self.doc[max(bisect_right(self._starts, position) - 1, 0)]

    def tokens(self, a: int, b: int) -> Tokens | None:
        """The tokens that share a character with clean a..b."""
        if self.doc is None or a >= b:
            return None
        if (a, b) not in self._cut:
            self._cut[a, b] = self.doc.char_span(a, b, alignment_mode="expand")
        return self._cut[a, b]

    @cached_property
    def _cut(self) -> dict[tuple[int, int], Tokens | None]:
        return {}

    def by_lemma(self, lemmas: Collection[str]) -> list[Token]:
        """The tokens with one of these plain forms, found at once over the whole text."""
        if self.doc is None or not lemmas:
            return []
        strings = self.doc.vocab.strings
        wanted = {int(strings[lemma]) for lemma in lemmas}
        return [self.doc[i] for i, key in enumerate(self.doc.to_array("LEMMA").tolist()) if key in wanted]

    def sentence(self, position: int) -> tuple[int, int]:
        """The sentence that holds a clean position; the position itself when none does."""
        return self.article.sentence_at(position) or (position, position)

    def span(self, a: int, b: int) -> Span:
        """Original span of clean a..b."""
        return self.article.text.span(a, b)
