"""Whom a noun phrase means in one article, and who spoke last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.read.apposed import after_comma, apposed, group_beside
from dragoman.read.company import LONGEST, Company, Placed, closed, is_name, is_proper, trimmed_phrase
from dragoman.read.cues import FINITE, PARTICIPLE, WORD, Cue, Lexicon
from dragoman.read.genders import Genders
from dragoman.read.opening import opening_role
from dragoman.read.page import Page
from dragoman.read.pronouns import pronoun, two
from dragoman.read.titles import Titles
from dragoman.read.voice import SUBJECTS, Speaker, fits
from dragoman.records import Reading

if TYPE_CHECKING:
    from dragoman.read.tellers import Tellers

__all__ = ["PASSIVE", "SUBJECTS", "Cast", "Speaker", "fits"]

PASSIVE = ("nsubjpass", "nsubj:pass")
ARTICLE = re.compile(r"(?<!\w)(\w+)\s$")
LABEL = 4  # words of a label that names a speaker
SENT_FROM = re.compile(r"^\s*([^\W\d_]+)(?:\s?\(|\.|,|\s[—–-])", re.MULTILINE)  # ТАКЛОБАН. Мэр Таклобана …
CASE = 2  # letters that a case adds to a place: КУДЫМОВ, Кудымова
SURNAME = re.compile(r"\s[^\W\d_]{2,3}-[^\W\d_]{3,}")  # аль-Отайби
NAMED_ON = re.compile(r" [^\W\d_a-zà-ÿ][^\W\d_]{3,}")
SHORTEST = 3  # characters of a description


class Cast(Company):
    """Who spoke last in one article, and whom its noun phrases mean."""

    def __init__(self, page: Page, reading: Reading, lex: Lexicon, hidden: Sequence[tuple[int, int]]) -> None:
        super().__init__(page, reading, lex, hidden)
        sent = () if page.doc is not None else SENT_FROM.finditer(self.text)
        self.sent = frozenset(found.group(1).lower() for found in sent)  # what the article may be sent from
        self.titles = Titles(self.text, lex, [one for one in self.mentions if not self._dateline(one)])
        self.genders = Genders(self.text, lex, self.mentions)
        self.tellers: Tellers | None = None  # for a language of which only the order of words is known
        self.last: Speaker | None = None
        self.issued: Speaker | None = None  # who put out the statement that "the statement" goes back to
        self.issued_as = ""  # the word for it, without the ending of its case
        self.topic: Speaker | None = None  # the person whom the sentence before is about
        self.pair: Speaker | None = None  # the two people with whom the sentence before begins
        self.interview: list[int] = []  # where its questions begin
        self.labels: dict[int, tuple[int, int]] = {}  # where the label of a turn in a transcript stands
        self.acted: Speaker | None = None  # whom the last verb of speech of the sentence before had for a subject
        self.last_block = -9
        self.last_cue: Cue | None = None
        self.spoken_until = 0

    def remember(self, speaker: Speaker | None, block: int, end: int, cue: Cue | None = None) -> None:
        """Keep who spoke last; an unnamed speaker is remembered as well, so that nobody inherits wrongly."""
        if speaker is not None and cue is not None and speaker.person and self._told_of_many(cue):
            speaker = replace(speaker, plural=True)  # "Los bomberos precisaron": no "he" is they
        self.last, self.last_block, self.spoken_until, self.last_cue = speaker, block, end, cue

    def _told_of_many(self, cue: Cue) -> bool:
        """True for a finite verb in the plural, by its parse or, without one, by its ending."""
        token = self.page.token(cue.verb)
        if token is not None:
            return "Plur" in token.morph.get("Number", [])
        words = WORD.findall(self.text[cue.start : cue.end])
        own = words if cue.form == PARTICIPLE else WORD.findall(self.text[cue.verb : cue.end])[:1]  # "hanno precisato"
        many = any(word.lower().endswith(self.lex.plural_endings or ("\n",)) for word in own)
        return many and cue.form in (FINITE, PARTICIPLE)

    def person(self, a: int, b: int, head: int | None = None, by: str = "subject") -> Speaker | None:
        """Who the noun phrase a..b with its head at `head` means."""
        words = self.text[a:b].strip()
        if not words:
            return None
        gender = self.lex.pronouns.get(words.lower().lstrip("-t").lstrip("-") or words.lower())
        gender = gender or self.lex.pronouns.get(words.lower())
        if gender:
            return pronoun(self, a, b, gender)
        inside = [one for one in self.within(a, b) if one[2].form != "pronoun"]
        for one in self.covering(head if head is not None else a):
            if one[1] <= b + 1 and is_name(one[2]) and not self._dated(one) and not self._begins_name(one, b):
                if not is_proper(one[2]) and (name := after_comma(self, a, b)):
                    return name  # "le président par intérim de la Cour, Anna Berg, …", whoever was president before
                if one[2].kind in ("GPE", "NORP", "ORG", "LOC") and (name := apposed(self, inside, one, a, b)):
                    return name
                return self._named(one, a, b, inside, by)
        if name := apposed(self, inside, None, a, b):
            return name
        if name := after_comma(self, a, b):
            return name
        start, end = self._description(*trimmed_phrase(self.text, a, self._surname_end(b)))
        end = closed(self.text, start, end)
        words = self.text[start:end]
        if holder := self.titles.holder(start, end):
            return Speaker(holder, start, end, "title", person=True)
        if self.lex.person_endings and (epithet := self._epithet(start, end)) is not None:
            return epithet
        if self.lex.same_source.search(self.text, start, end):
            return self.last
        if len(words.split()) > LONGEST:
            return None
        if self.issued is not None and self._is_document(start, end) and self._same_paper(start, end):
            return Speaker(self.issued.name, start, end, "document", self.issued.others, self.issued.person)
        first = words.split()[0].lower() if words else ""
        if self.page.doc is not None and self._is_loose_noun(words, head):
            return None
        if first in self.lex.subordinators or first in self.lex.negations:
            return None
        if words.lower() in self.lex.nobody or words.lower() in self.lex.stressed or _too_short(words):
            return None
        named = end + 1 not in self.time_ends and NAMED_ON.match(self.text, end) is not None
        if self.page.doc is not None and named:  # "the daily | Example" whose name is cut off
            return None
        known = self.page.doc is None or self._is_official(
            head, start, end
        )  # without a parser nothing else tells whom the next "he" can mean
        return Speaker(" ".join(self.text[start:end].split()), start, end, f"{by} (described)", person=known)

    def _is_official(self, head: int | None, a: int, b: int) -> bool:
        """True for one person by office, whom the next "he" may mean: "the spokesman", never "the ministry"."""
        token = self.page.token(head) if head is not None and a <= head < b else None
        if token is None or token.pos_ != "NOUN" or "Plur" in token.morph.get("Number", []):
            return False
        return token.lower_ in self.lex.officials

    def _is_loose_noun(self, words: str, head: int | None) -> bool:
        """True for one bare word in lower case that is no word for somebody: a slip of the parser."""
        token = self.page.token(head) if head is not None else None
        plural = token is not None and "Plur" in token.morph.get("Number", [])
        return " " not in words and words.islower() and not plural and not self.lex.is_role(words)

    def _begins_name(self, one: Placed, b: int) -> bool:
        """True for a place whose word is the first of a longer name that no list knows: "Рима аль-Отайби"."""
        if self.page.doc is not None or one[2].kind not in ("GPE", "LOC") or self.lex.capitals:
            return False
        if SURNAME.match(self.text, one[1]) is not None and self.lex.bare_nouns and not self.within(one[1], one[1] + 8):
            return True
        words = [word.group() for word in WORD.finditer(self.text, one[1], b)]
        return bool(words) and words[-1][0].isupper() and len(words) <= LABEL and not self.within(one[1], b)

    def _surname_end(self, b: int) -> int:
        """Behind the family name that a list of places cut off: "Рима | аль-Отайби"."""
        found = SURNAME.match(self.text, b) if self.page.doc is None and self.lex.bare_nouns else None
        return found.end() if found is not None else b

    def _dateline(self, one: Placed) -> bool:
        """True for a place that the article is sent from, which a title before it made look like a person."""
        if self.page.doc is not None or (one[2].kind == "PER" and " " in one[2].name):
            return False
        name = one[2].name.lower()
        return any(name[:-CASE] <= place <= name and name.startswith(place) for place in self.sent)

    def _dated(self, one: Placed) -> bool:
        """True for a name that swallowed the date behind it."""
        return bisect_left(self.times, one[0] + 1) < bisect_left(self.times, one[1])

    def _description(self, a: int, b: int) -> tuple[int, int]:
        """A title without the time or side clause behind it; empty where it breaks off ("the head of")."""
        end = min([b, *(at for at in self.times[bisect_left(self.times, a + 1) : bisect_left(self.times, b)])])
        words = list(WORD.finditer(self.text, a, end))
        for word in words[1:]:
            if word.group().lower() in self.lex.timely | self.lex.who or word.group() in self.lex.wh:
                end = word.start()
                break
        words = [word for word in words if word.start() < end]
        loose = self.lex.prepositions | self.lex.determiners
        if words and words[0].group().lower() in self.lex.prepositions - self.lex.determiners:
            article = ARTICLE.search(self.text, max(0, a - 12), a)  # der von der Partei geführten Behörde
            if article is None or article.group(1).lower() not in self.lex.determiners:
                return a, a
            a = article.start(1)
        while end < b and words and words[-1].group().lower() in loose:
            end = words.pop().start()
        if not words or (end == b and len(words) > 1 and words[-1].group() in loose):
            return a, a
        return trimmed_phrase(self.text, a, end)

    def _is_document(self, a: int, b: int) -> bool:
        """True for a bare definite document ("the statement"), not for one that names its author."""
        words = WORD.findall(self.text[a:b])
        return len(words) <= 2 and self.lex.media.search(self.text, a, b) is not None and not self.within(a, b)

    def _same_paper(self, a: int, b: int) -> bool:
        """True for the word by which the paper was issued: "the report" is not yesterday's statement."""
        return self.issued_as in {self.lex.stem(word) for word in WORD.findall(self.text[a:b])}

    def _named(self, one: Placed, a: int, b: int, inside: list[Placed], by: str) -> Speaker:
        names = [
            other[2].refers_to
            for other in inside
            if other[2].refers_to != one[2].refers_to
            and other[2].kind in ("PER", "GPE", "ORG")
            and other[0] >= one[1]
            and self._joined(one[1], other[0])
        ]
        others = tuple(dict.fromkeys(names)) or group_beside(self, one[1], b, inside, by)
        return Speaker(
            one[2].refers_to, *trimmed_phrase(self.text, a, b), by, others, self._is_person(one), bool(others)
        )

    def _is_person(self, one: Placed) -> bool:
        """True for a person; without a parser a name that no list knows is one too, once it speaks."""
        return one[2].kind == "PER" or (self.page.doc is None and one[2].kind == "MISC" and one[2].form == "name")

    def _joined(self, a: int, b: int) -> bool:
        """True when only "and" and articles stand between two names."""
        words = [word.lower() for word in WORD.findall(self.text[a:b])]
        return (
            bool(words)
            and words[0] in self.lex.conjunctions
            and all(word in self.lex.determiners for word in words[1:])
        )

    def interviewee(self, at: int) -> Speaker | None:
        """Who answers in an interview: the one person named in front of the first question."""
        first = self.interview[0] if self.interview else at
        people = {one[2].refers_to: one for one in self.within(0, first) if one[2].kind == "PER" and is_name(one[2])}
        if len(people) != 1:
            return None
        ((name, (a, b, _)),) = people.items()
        return Speaker(name, a, b, "interview", person=True)

    def _epithet(self, a: int, b: int) -> Speaker | None:
        """Whoever spoke or was told of last, where a sentence goes on with a noun for a person: "la legisladora"."""
        words = [word.lower() for word in WORD.findall(self.text[a:b])]
        nouns = [word for word in words if word not in self.lex.determiners and word not in self.lex.fillers]
        definite = not self.lex.definite or bool(words and words[0] in self.lex.definite)
        if len(nouns) != 1 or not definite or not nouns[0].endswith(self.lex.person_endings):
            return None
        known = self.topic if self.topic is not None and self.topic.start > self.spoken_until else self.last
        if known is None or not known.person or known.name is None or self.lex.is_role(nouns[0]):
            return None
        gap = self.text[min(known.end, a) : a]
        stem = self.lex.stem(nouns[0])
        if "\n" in gap or any(self.lex.stem(word) == stem for word in WORD.findall(self.text[:a])):
            return None
        return replace(known, start=a, end=b, by="epithet")

    def _leads(self, one: Placed) -> bool:
        """True when a mention stands as a subject, or may do so for all that can be told without a parser."""
        tokens = self.page.tokens(one[0], one[1])
        if tokens is None:
            return not self.oblique(one[0])
        root = tokens.root
        if root.dep_ == "appos":  # "His successor, X, had …"
            root = root.head
        alone = root.dep_ == "ROOT" and root.pos_ == "PROPN" and one[0] <= self.page.sentence(one[0])[0]
        return alone or root.dep_ in (*SUBJECTS, *PASSIVE)  # "X, who had led, conceded": X for the root of it all

    def note_subject(self, a: int, b: int) -> None:
        """Keep the one person who is the subject of a sentence, for a pronoun that opens the next one."""
        people = {one[2].refers_to: one for one in self.within(a, b) if one[2].kind == "PER" and is_name(one[2])}
        leading = [one for one in people.values() if self._leads(one) and not self.hides(one[0])]
        self.topic = None
        self.pair = two(self, a, b)
        if self.page.doc is None and not leading:
            self.topic = opening_role(self, a, b)
        if len(leading) == 1:
            self.topic = Speaker(leading[0][2].refers_to, leading[0][0], leading[0][1], "subject", person=True)


def _too_short(words: str) -> bool:
    """True for a remainder of a word or two letters; a name may be as short (Li, Ма)."""
    return len(words) < SHORTEST and not (len(words) > 1 and words[0].isupper())
