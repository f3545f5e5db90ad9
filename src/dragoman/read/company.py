"""Who is named where in one article, and which words could be the subject of a verb, by their place alone."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from dragoman.read.cues import WORD, Lexicon
from dragoman.read.nounphrases import FULL_STOP
from dragoman.read.page import Page
from dragoman.records import Mention, Reading, Time

__all__ = ["LIMIT", "LONGEST", "Company", "Placed", "closed", "is_name", "is_proper", "trimmed_phrase"]

#: A mention at its clean offsets.
Placed = tuple[int, int, Mention]

LIMIT = re.compile(rf"[,;:()\n«“„\"—–]|{FULL_STOP}")
PARTICLES = re.compile(r"(?:(?<=\s)[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]{0,3}\s)+$")  # von der, van den, de la, di
OPENED = re.compile(r"[«„“‘\"][^«»„“”‘’\"]*$")  # Die Fraktion «Neue Mitte
CLOSES = re.compile(r"[^«»„“”‘’\"\n,;.]{0,30}[»“”’\"]")
KINDS = ("PER", "ORG", "GPE", "NORP", "LOC", "FAC", "MISC")
LONGEST = 14  # words of a description; longer ones are a parser's mistake more often than a title


class Company:
    """The mentions of one article at their clean offsets."""

    def __init__(self, page: Page, reading: Reading, lex: Lexicon, hidden: Sequence[tuple[int, int]]) -> None:
        self.page, self.lex, self.text, self.hidden = page, lex, page.value, hidden
        placed = []
        for mention in reading.of(Mention):
            at = page.article.text.find(mention.start, mention.end)
            if at is not None and mention.kind in KINDS:
                placed.append((_with_particles(self.text, at[0], mention), at[1], mention))
        self.mentions = sorted(placed, key=lambda one: (one[0], -one[1]))
        self.starts = [one[0] for one in self.mentions]
        found = [page.article.text.find(time.start, time.end) for time in reading.of(Time)]
        self.time_ends = dict(sorted(at for at in found if at is not None))
        self.times = sorted(self.time_ends)

    def within(self, a: int, b: int) -> list[Placed]:
        """Mentions that begin in a..b."""
        return self.mentions[bisect_left(self.starts, a) : bisect_left(self.starts, b)]

    def named_after(self, comma: int, end: int) -> bool:
        """True where a person's name is all that stands between a comma and the end of a sentence."""
        name = next((one for one in self.within(comma, comma + 3) if one[2].kind == "PER"), None)
        return name is not None and not WORD.search(self.text, name[1], end)

    def behind_time(self, at: int) -> int:
        """Behind a date that stands at a place, its article before it ("advirtió el lunes Ana Gil")."""
        for word in list(WORD.finditer(self.text, at, at + 16))[:2]:
            if word.start() in self.time_ends:
                return self.time_ends[word.start()]
            if word.group().lower() not in self.lex.determiners | self.lex.prepositions:
                break
        return at

    def covering(self, at: int) -> list[Placed]:
        """Mentions that hold a position, longest first."""
        index = bisect_right(self.starts, at)
        held = [one for one in self.mentions[max(0, index - 6) : index] if one[0] <= at < one[1]]
        return sorted(held, key=lambda one: one[0] - one[1])

    def _is_noun(self, one: Placed) -> bool:
        token = self.page.token(one[0])
        if token is not None:
            return token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("amod", "compound", "nmod")
        before = WORD.findall(self.text[max(0, one[0] - 20) : one[0]])
        return bool(before) and before[-1].lower() in self.lex.determiners

    def oblique(self, at: int) -> bool:
        """True when a preposition stands before the phrase that begins here."""
        before = self.text[max(0, at - 40) : at]
        words = WORD.findall(before)
        while words and (words[-1].lower() in self.lex.determiners and words[-1].lower() not in self.lex.prepositions):
            words.pop()
        return bool(words) and words[-1].lower() in self.lex.prepositions and not LIMIT.search(before[-2:])

    def addressed(self, verb: int, a: int, b: int) -> bool:
        """True for a body that somebody speaks to: "dijo a la cadena Sol", "ha detto al giornale Alba"."""
        gap = self.text[verb:a].lstrip()
        told = self.lex.addressing.match(gap)
        if told is None or any(one[2].kind == "PER" for one in self.within(a, b)):
            return False
        words = [*WORD.findall(gap[told.end() :]), *WORD.findall(self.text[a:b])[:1]]
        return not self.opens_noun(words)  # "dijo a la prensa el sindicato"

    def opens_noun(self, words: Sequence[str]) -> bool:
        """True where a second phrase with an article begins among the words of an addressee; a name keeps its "El"."""
        fixed = self.lex.prepositions
        return any(word in self.lex.determiners and before not in fixed for before, word in itertools.pairwise(words))

    def hides(self, at: int) -> bool:
        """True between quotation marks."""
        index = bisect_right(self.hidden, at, key=lambda one: one[0]) - 1
        return index >= 0 and at < self.hidden[index][1]

    def candidates(self, a: int, b: int) -> Iterator[tuple[int, int]]:
        """Noun phrases in a..b that can speak and no preposition rules: names, pronouns, roles."""
        words = list(WORD.finditer(self.text, a, b))
        index = 0
        while index < len(words):
            word = words[index]
            one = next((m for m in self.covering(word.start()) if m[0] >= a and m[2].kind in KINDS[:4]), None)
            if one is not None and one[2].form == "demonym" and not self._is_noun(one):
                index += 1
                continue
            start, end = (one[0], min(one[1], b)) if one else (word.start(), word.end())
            lower = word.group().lower()
            if one is None and lower not in self.lex.roles and lower not in self.lex.pronouns:
                index += 1
                continue
            if one is None and lower in self.lex.roles:
                start, end = self._role(words, index, a, b)
            if one is not None and not is_name(one[2]):  # "the adviser": a description keeps its article
                start = self._from_article(words, index, start)
            index = next((k for k in range(index + 1, len(words)) if words[k].start() >= end), len(words))
            if not self.oblique(start) and start >= a:
                yield start, end

    def _from_article(self, words: Sequence[re.Match[str]], index: int, start: int) -> int:
        if index and words[index - 1].group().lower() in self.lex.determiners:
            return words[index - 1].start() if start - words[index - 1].end() <= 1 else start
        return start

    def _goes_on(self, word: str, following: Sequence[re.Match[str]]) -> bool:
        """False for a word that ends the phrase of a role: a preposition that joins no noun to it, "and"."""
        lex = self.lex
        joins = word in lex.prepositions and not lex.addressing.fullmatch(word)
        if joins and following and lex.is_role(following[0].group()):  # "источник в правительстве"
            return True
        return word in lex.of | lex.determiners or word not in lex.prepositions | lex.conjunctions or not lex.of

    def _ruled_before(self, role: str, before: str) -> bool:
        """True for a word that cannot agree with a man's office in the nominative, where cases are written."""
        if self.page.doc is not None or not self.lex.agreeing or role.lower() in self.lex.bodies:
            return False
        nominative = role.lower() in self.lex.roles and role[-1].lower() not in self.lex.open_letters
        return nominative and not before.lower().endswith(self.lex.agreeing)

    def _role(self, words: Sequence[re.Match[str]], index: int, a: int, b: int) -> tuple[int, int]:
        """A phrase headed by a role: back to its determiner, forward to the next comma or verb."""
        first = index
        while first > 0 and index - first < 4:
            before = words[first - 1]
            if self._ruled_before(words[index].group(), before.group()):
                break  # "На похоронах в Болу | президент": what a preposition rules is no part of a nominative
            if (
                LIMIT.search(self.text, before.end(), words[first].start())
                or before.group().lower() in self.lex.prepositions
            ):
                break
            if before.group().lower() in self.lex.verbs or before.group().lower() in self.lex.adverbs:
                break
            if self.page.doc is None and before.group().lower() in self.lex.relatives - self.lex.determiners:
                break  # "которого | министр назвал"
            first -= 1
            if before.group().lower() in self.lex.determiners:
                break
        end = words[index].end()
        for place, word in enumerate(words[index + 1 : index + 1 + LONGEST], index + 1):
            lower = word.group().lower()
            if LIMIT.search(self.text, end, word.start()) or lower in self.lex.auxiliaries or lower in self.lex.verbs:
                break
            if self.lex.bare_nouns and lower.endswith(self.lex.clear_endings or ("\n",)):
                break  # "Президент пошёл дальше: …"
            if self.page.doc is None and not self._goes_on(lower, words[place + 1 : place + 2]):
                break
            if lower in self.lex.relatives | (self.lex.fillers - self.lex.prepositions) - self.lex.determiners:
                break
            end = word.end()
        return words[first].start(), min(end, b)


def _with_particles(text: str, at: int, mention: Mention) -> int:
    """Where a surname with the particles of the full name begins: "Von der | Leyen", "van den | Berg"."""
    if mention.kind != "PER" or mention.form != "name" or mention.name == mention.refers_to:
        return at
    lead = PARTICLES.search(mention.refers_to.removesuffix(mention.name))
    if lead is None or text[max(0, at - len(lead.group())) : at].lower() != lead.group():
        return at
    return at - len(lead.group())


def is_proper(mention: Mention) -> bool:
    """True for a name or an acronym, not for the words that only describe."""
    return mention.form in ("name", "acronym")


def is_name(mention: Mention) -> bool:
    """True when a mention leads to a name; "Americans" or "a spokesman" stay descriptions in the article's words."""
    if mention.form == "demonym" or not mention.refers_to:
        return False
    return mention.form not in ("nominal", "pronoun") or mention.refers_to.lower() != mention.name.lower()


def trimmed_phrase(text: str, a: int, b: int) -> tuple[int, int]:
    while a < b and not (text[a].isalnum()):
        a += 1
    while b > a and (text[b - 1].isspace() or text[b - 1] in ",;:"):
        b -= 1
    return a, b


def closed(text: str, a: int, b: int) -> int:
    """The end of a phrase, or of the name between marks that it breaks off in: die Zeitung „Neue | freie Post“."""
    rest = CLOSES.match(text, b) if OPENED.search(text, a, b) is not None else None
    return rest.end() if rest is not None else b
