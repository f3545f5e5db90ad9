"""Who "the minister" is: the one person whom the article introduced with that title before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.read.company import Placed, is_name
from dragoman.read.cues import WORD, Lexicon
from dragoman.records import Mention

__all__ = ["Titles"]

BREAK = re.compile(r"[.;:()\n«»“”„\"—–]")
BESIDE = re.compile(r"\s?,\s")
ASIDE_END = re.compile(r"[,.;:()\n]")
REACH = 70  # characters of a title in front of a name, or behind it
LONGEST = 8
NEAR = 6  # words between a title and the body it serves: portavoz del nuevo Ministerio


@dataclass(frozen=True, slots=True)
class _Title:
    at: int
    name: str
    head: str
    words: frozenset[str]


class Titles:
    """The titles that stand beside the names of one article, by their head word."""

    def __init__(self, text: str, lex: Lexicon, placed: Sequence[Placed]) -> None:
        self.text, self.lex = text, lex
        self.found: dict[str, list[_Title]] = {}
        for a, b, one in placed:
            if (one.kind == "PER" or self._introduced(a, one)) and is_name(one) and one.form == "name":
                for title in (self._in_front(a, one.refers_to), self._beside(b, one.refers_to)):
                    if title is not None:
                        self._add(title)

    def holder(self, a: int, b: int) -> str:
        """The name of the one person with the title a..b before this place; empty where there is none, or two."""
        words = [word.lower() for word in WORD.findall(self.text[a:b])]
        if not words or len(words) > LONGEST:
            return ""
        if self.lex.definite and words[0] not in self.lex.definite:
            return ""
        title = self._title(words, a, "")
        if title is None:
            return ""
        known = self.found.get(title.head, [])
        earlier = known[: bisect_right(known, a, key=lambda one: one.at)]
        names = {one.name for one in earlier}
        fitting = {one.name for one in earlier if all(self._has(one, word) for word in title.words)}
        return names.pop() if len(names) == 1 and fitting == names else ""

    def _introduced(self, at: int, one: Mention) -> bool:
        """True for a name of two words that no list knows, set off behind a title: "el portavoz, Juan Rey"."""
        comma = self.text[:at].rstrip()
        return one.kind == "MISC" and " " in one.name and comma.endswith(",") and not self.lex.head_last

    def _has(self, title: _Title, word: str) -> bool:
        """True when a title holds a word; a compound holds its last part ("Bundeskanzler", "Kanzler")."""
        return word in title.words or (self.lex.capitals and title.head.endswith(word))

    def _add(self, title: _Title) -> None:
        """Keep a title under its head word, and under the roles that a compound ends in."""
        ends = {role for role in self.lex.roles if title.head.endswith(role)} if self.lex.capitals else set()
        for head in sorted({title.head, *ends}):
            self.found.setdefault(head, []).append(title)

    def _in_front(self, at: int, name: str) -> _Title | None:
        """The title that leads up to a name within its sentence: "Defence Minister X", "el ministro, X"."""
        low = max(0, at - REACH)
        breaks = [one.end() for one in BREAK.finditer(self.text, low, at)]
        words = list(WORD.finditer(self.text, breaks[-1] if breaks else low, at))
        commas = [i + 1 for i in range(len(words) - 1) if "," in self.text[words[i].end() : words[i + 1].start()]]
        ends = [i + 1 for i, word in enumerate(words) if self._ends(word.group().lower())]
        return self._title([word.group().lower() for word in words[max([0, *commas, *ends]) :]], at, name)

    def _beside(self, at: int, name: str) -> _Title | None:
        """The title set off by commas behind a name: "X, head of the agency, …"."""
        comma = BESIDE.match(self.text, at)
        end = ASIDE_END.search(self.text, comma.end(), comma.end() + REACH) if comma else None
        if comma is None or end is None or end.group() == "\n":
            return None
        words = [word.lower() for word in WORD.findall(self.text[comma.end() : end.start()])]
        if any(self._ends(word) or word in self.lex.relatives - self.lex.determiners for word in words):
            return None
        return self._title(words, at, name) if any(self.lex.is_role(word) for word in words[:3]) else None

    def _title(self, words: Sequence[str], at: int, name: str) -> _Title | None:
        """The title among these words: its head, and with it the words it is told apart by."""
        roles = [i for i, word in enumerate(words) if self._is_office(word)]
        if not roles:
            return None
        head = roles.pop()
        while roles and self._rules(words[roles[-1] + 1 : head]):
            head = roles.pop()
        first = head
        while first and words[first - 1] not in self.lex.loose and self.lex.head_last:
            first -= 1
        if words[head] in self.lex.bodies:  # "la jefa … del sindicato": the union is not its head
            return None
        plain = (self.lex.stem(word) for word in words[first:] if word not in self.lex.loose)
        return _Title(at, name, self.lex.stem(words[head]), frozenset(plain))

    def _is_office(self, word: str) -> bool:
        """True for a word for somebody, in any case: "вирусолога" is the office of a вирусолог."""
        person = self.lex.bare_nouns and self.lex.stem(word).endswith(self.lex.person_endings or ("\n",))
        return self.lex.is_role(word) or person

    def _rules(self, between: Sequence[str]) -> bool:
        """True when the noun in front of these words rules the one behind them: "portavoz del Ministerio"."""
        if not between:
            return not self.lex.head_last
        return len(between) <= NEAR and bool(set(between) & (self.lex.of | self.lex.genitives))

    def _ends(self, word: str) -> bool:
        """True for a word that no title holds: a verb of speech, a pronoun, an auxiliary."""
        lex = self.lex
        return word in lex.auxiliaries or word in lex.pronouns or (word in lex.verbs and not lex.is_role(word))
