"""He or she: what the words around a name tell of a person, so that no pronoun of the other gender means them.

Only the words of the article tell: a title of address ("Frau Berg"), the article and the ending of an office ("la
ministre Berg", "Ministerin Berg"), the endings of a Russian name. Where they disagree or are silent, nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.read.cues import WORD, Lexicon
from dragoman.read.voice import Speaker

if TYPE_CHECKING:
    from dragoman.read.company import Placed

__all__ = ["Genders"]

LEAD = 70  # characters of a title in front of a name
STOP = re.compile(r"[,;:()\n«»“”„\"—–]|(?<=[^\W\d_]{3})\.\s")  # "M. Berg" and "Mr. Berg" go on
EITHER = frozenset("mf")


class Genders:
    """The gender of each person that one article names, where its words tell."""

    def __init__(self, text: str, lex: Lexicon, placed: Sequence[Placed]) -> None:
        self.text, self.lex = text, lex
        told: dict[str, set[str]] = {}
        for a, b, one in placed:
            if one.kind == "PER" and one.form == "name" and one.refers_to:
                found = self._before(a) or self._within(a, b) or self._by_name(one.refers_to)
                told.setdefault(one.refers_to, set()).update(found)
        self.known = {name: found.pop() for name, found in told.items() if len(found) == 1}

    def of(self, speaker: Speaker) -> str:
        """ "m", "f", or nothing where the text does not tell."""
        if speaker.name in self.known:
            return self.known[speaker.name]
        if speaker.name is None or not speaker.by.endswith("(described)"):
            return ""
        words = [word.lower() for word in WORD.findall(speaker.name)]
        return next((told for index in range(len(words)) if (told := self._office(words, index))), "")

    def clash(self, speaker: Speaker | None, gender: str) -> bool:
        """True for a pronoun of one gender and a person of the other."""
        return speaker is not None and {self.of(speaker), gender} == EITHER

    def _before(self, at: int) -> str:
        """What the title right in front of a name tells: the office nearest to it, and that office's article."""
        lead = self.text[max(0, at - LEAD) : at]
        stops = [one.end() for one in STOP.finditer(lead)]
        words = [word.lower() for word in WORD.findall(lead[stops[-1] if stops else 0 :])]
        if not words or words[-1] in self.lex.prepositions | self.lex.conjunctions | self.lex.determiners:
            return ""
        for index in range(len(words) - 1, -1, -1):
            told = self._office(words, index)
            if told or words[index] in self.lex.verbs or words[index] in self.lex.auxiliaries:
                return told
        return ""

    def _within(self, a: int, b: int) -> str:
        """A title of address that was taken into the name: "Mme Berg"."""
        first = WORD.match(self.text, a, b)
        word = first.group().lower() if first is not None else ""
        return "m" if word in self.lex.he_words else "f" if word in self.lex.she_words else ""

    def _office(self, words: Sequence[str], index: int) -> str:
        """What one word of a title tells, by itself, by its article, by its ending."""
        word, lex = words[index], self.lex
        if word in lex.he_words or word in lex.she_words:
            return "m" if word in lex.he_words else "f"
        if not (lex.is_role(word) or (lex.role_ends and lex.capitals and word.endswith(lex.role_ends))):
            return ""
        article = words[index - 1] if index else ""
        if article in lex.he_articles or article in lex.she_articles:
            return "m" if article in lex.he_articles else "f"
        if word.endswith(lex.she_endings or ("\n",)):
            return "f"
        return "m" if word.endswith(lex.he_endings or ("\n",)) else ""

    def _by_name(self, name: str) -> str:
        """What the endings of given name and surname tell together, where the language writes it so."""
        words = [word.lower() for word in WORD.findall(name)]
        if len(words) < 2 or not self.lex.she_surnames:
            return ""
        hers = words[0].endswith(self.lex.she_names) and words[-1].endswith(self.lex.she_surnames)
        his = not words[0].endswith(self.lex.she_names) and words[-1].endswith(self.lex.he_surnames)
        return "f" if hers else "m" if his else ""
