"""Pronouns and possessives that stand for one person or body of the article; where the text leaves two, nobody.

"Ana Gil resigned. She said …"       the only person, subject before and after
"Ana Gil thanked her staff"          the subject of the same verb          "Norland renewed its offer"
"Il a ajouté …"                      whoever the quotation is given to
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.languages import Language
from dragoman.languages.world import fold
from dragoman.read.lexicon import Lexicon, lexicon
from dragoman.read.page import Page
from dragoman.records import Mention, Quote, Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["references"]

_SUBJECT = frozenset(("nsubj", "nsubj:pass", "nsubjpass"))
_CLAUSE = frozenset(("relcl", "acl", "acl:relcl", "advcl", "csubj", "conj", "parataxis"))
_BODIES = frozenset(("ORG", "GPE"))
_WORD = re.compile(r"[^\W\d_]+")
_OPEN, _CLOSE = re.compile("[“«„]"), re.compile("[”»]")


@dataclass(frozen=True, slots=True)
class _Pronouns:
    """Pronouns of one language by gender: m, f, n; possessives apart, and those that can only be a person."""

    subjects: dict[str, str]
    owners: dict[str, str]
    human: frozenset[str]  # subjects that never stand for a thing


@dataclass(frozen=True, slots=True)
class _Link:
    start: int
    end: int
    gender: str
    to: Mention
    by: str


def references(page: Page, reading: Reading) -> Iterator[Mention]:
    """A Mention of form pronoun for each pronoun whose meaning is certain, in reading order."""
    once: Callable[[Language], _Pronouns] = _made
    words = page.language.once(once)
    if not words.subjects and not words.owners:
        return
    finder = _Finder(page, reading, words)
    links = {(one.start, one.end): one for one in (*finder.read(), *finder.quoted())}
    for one in _of_one_gender(list(links.values())):
        yield Mention(
            spans=(page.span(one.start, one.end),),
            by=f"references:{one.by}",
            name=page.value[one.start : one.end],
            kind=one.to.kind,
            form="pronoun",
            refers_to=one.to.refers_to,
            country="",
        )


def _of_one_gender(links: list[_Link]) -> list[_Link]:
    """The links without those of a name that is he in one place and she in another."""
    genders: dict[str, set[str]] = defaultdict(set)
    for one in links:
        genders[one.to.refers_to].add(one.gender)
    kept = [one for one in links if len(genders[one.to.refers_to]) == 1]
    return sorted(kept, key=lambda one: (one.start, one.end))


class _Finder:
    """The named things of one page at their clean offsets, and who may be meant by a pronoun."""

    def __init__(self, page: Page, reading: Reading, words: _Pronouns) -> None:
        self.page, self.reading, self.words = page, reading, words
        self.lexicon: Lexicon = lexicon(page.language)
        found = ((page.article.text.find(one.start, one.end), one) for one in reading.of(Mention))
        self.placed = sorted(((*place, one) for place, one in found if place is not None), key=lambda row: row[:2])
        self.starts = [row[0] for row in self.placed]

    def read(self) -> Iterator[_Link]:
        """Links that the parse makes certain."""
        for number in self.page.worded({*self.words.subjects, *self.words.owners}):
            token = self.page.doc[number]  # type: ignore[index]
            lower = token.lower_
            gender = self.words.subjects.get(lower, "")
            if gender and lower in self.words.human and token.dep_ in _SUBJECT and not self.quoted_at(token.idx):
                found = self.subject_before(token)
                if found is not None:
                    yield _Link(token.idx, token.idx + len(token), gender, found, "subject")
            gender = self.words.owners.get(lower, "")
            if gender and token.dep_ == "poss" and not self.quoted_at(token.idx):
                found = self.owner(token, gender)
                if found is not None:
                    yield _Link(token.idx, token.idx + len(token), gender, found, "owner")

    def quoted(self) -> Iterator[_Link]:
        """Pronouns that a quotation is given to, where its speaker is named."""
        named = {one.refers_to: one for _, _, one in self.placed if one.kind == "PER" and one.form == "name"}
        for quote in self.reading.of(Quote):
            at = self.page.article.text.find(quote.speaker_at.start, quote.speaker_at.end) if quote.speaker_at else None
            if at is None or quote.speaker not in named:
                continue
            gender = self.words.subjects.get(self.page.value[slice(*at)].lower().lstrip("-t").lstrip("-"), "")
            if gender in ("m", "f"):
                yield _Link(*at, gender, named[quote.speaker], "speaker")

    def quoted_at(self, at: int) -> bool:
        """True between quotation marks, where a pronoun is the speaker's."""
        block = self.page.article.block_at(at)
        before = self.page.value[block.start if block else 0 : at]
        straight = before.count('"') % 2 == 1
        return straight or len(_OPEN.findall(before)) > len(_CLOSE.findall(before))

    def subject_before(self, token: Token) -> Mention | None:
        """The one person named in this sentence before the pronoun and in the one before, if subject there."""
        block = self.page.article.block_at(token.idx)
        start = self.page.sentence(token.idx)[0]
        previous = self.sentence_before(start, block.start if block else 0)
        low = previous[0] if previous else start
        people = self.people(low, token.idx)
        if len({one.refers_to for _, _, one in people}) != 1 or self.others(low, token.idx, people):
            return None
        subjects = [one for a, _, one in people if self.is_subject(a)]
        return subjects[-1] if subjects else None

    def owner(self, token: Token, gender: str) -> Mention | None:
        """The named subject of the nearest verb above a possessive, nobody else named between."""
        above = token.head
        while above.head.i != above.i and above.pos_ not in ("VERB", "AUX"):
            if above.dep_ in _SUBJECT or above.dep_ in _CLAUSE:
                return None
            above = above.head
        subject = next((one for one in above.children if one.dep_ in _SUBJECT and one.i < token.i), None)
        if subject is None or any(one.dep_ == "conj" for one in subject.children):
            return None
        held = self.at(subject.idx)
        if held is None or held[1] < subject.idx + len(subject) or held[2].form not in ("name", "acronym"):
            return None
        between = [row for row in self.within(held[1], token.idx) if row[2].form != "demonym"]
        fits = held[2].kind == "PER" if gender in ("m", "f") else held[2].kind in _BODIES
        rivals = [row for row in between if (row[2].kind == "PER") == (gender in ("m", "f"))]
        return held[2] if fits and not rivals and not self.roles(held[1], token.idx) else None

    def at(self, position: int) -> tuple[int, int, Mention] | None:
        """The mention that holds a position."""
        index = bisect_right(self.starts, position) - 1
        held = [row for row in self.placed[max(index - 2, 0) : index + 1] if row[0] <= position < row[1]]
        return held[-1] if held else None

    def within(self, a: int, b: int) -> list[tuple[int, int, Mention]]:
        """The mentions that begin in a..b."""
        return [row for row in self.placed[bisect_right(self.starts, a - 1) :] if row[0] < b] if a < b else []

    def people(self, a: int, b: int) -> list[tuple[int, int, Mention]]:
        return [row for row in self.within(a, b) if row[2].kind == "PER"]

    def others(self, a: int, b: int, people: list[tuple[int, int, Mention]]) -> bool:
        """True when somebody else may be meant: a title or a person's noun that is nobody's named there."""
        names = {one.role for _, _, one in people if one.role}
        text = self.page.value[a:b]
        for role in sorted(names, key=len, reverse=True):
            text = text.replace(role, " ")
        for x, y, _ in people:
            text = text.replace(self.page.value[x:y], " ")
        return any(self.somebody(word) for word in _WORD.findall(text))

    def roles(self, a: int, b: int) -> bool:
        """True when a noun for a person stands in a..b."""
        return any(self.somebody(word) for word in _WORD.findall(self.page.value[a:b]))

    def somebody(self, word: str) -> bool:
        """True for a noun for one person, or a pronoun for another."""
        folded = fold(word)
        known = self.lexicon.offices.get(folded, "") in ("H", "T", "K") or folded in self.lexicon.persons_nouns
        return known or folded in self.lexicon.honorifics

    def is_subject(self, at: int) -> bool:
        """True when a name is subject of a finite verb."""
        held = self.at(at)
        tokens = self.page.tokens(held[0], held[1]) if held else None
        return tokens is not None and tokens.root.dep_ in _SUBJECT

    def sentence_before(self, start: int, low: int) -> tuple[int, int] | None:
        """The sentence before a position within its block."""
        before = [one for one in self.page.article.sentences if low <= one[0] and one[1] <= start]
        return before[-1] if before else None


def _made(language: Language) -> _Pronouns:
    def get(key: str) -> dict[str, str]:
        return {word: gender for gender in "mfn" for word in language.words("mentions", f"{key}_{gender}")}

    return _Pronouns(get("he"), get("his"), frozenset(language.words("mentions", "he_is_human")))
