"""Who is named where in one article, who spoke last, and whom a noun phrase means."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.read.cues import WORD, Cue, Lexicon
from dragoman.read.page import Page
from dragoman.records import Mention, Reading, Time

__all__ = ["LIMIT", "PASSIVE", "SUBJECTS", "Cast", "Speaker", "fits", "trimmed_phrase"]

#: A mention at its clean offsets.
Placed = tuple[int, int, Mention]

SUBJECTS = ("nsubj", "expl:subj", "nsubj:caus")
PASSIVE = ("nsubjpass", "nsubj:pass")
LIMIT = re.compile(r"[,;:()\n«“„\"—–]|\.(?=\s|$)")
ARTICLE = re.compile(r"(?<!\w)(\w+)\s$")
APPOSITION = re.compile(r"\s?[,(]\s?")
KINDS = ("PER", "ORG", "GPE", "NORP", "LOC", "FAC", "MISC")
SHORTEST = 3  # characters of a description
LONGEST = 14  # words of a description; longer ones are a parser's mistake more often than a title


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, where that is said (clean offsets), and which rule says so; no name for a pronoun left open."""

    name: str | None
    start: int
    end: int
    by: str
    others: tuple[str, ...] = ()
    person: bool = False
    plural: bool = False


class Cast:
    """Who is named where in one article, and who spoke last."""

    def __init__(self, page: Page, reading: Reading, lex: Lexicon, hidden: Sequence[tuple[int, int]]) -> None:
        self.page, self.lex, self.text, self.hidden = page, lex, page.value, hidden
        placed = []
        for mention in reading.of(Mention):
            at = page.article.text.find(mention.start, mention.end)
            if at is not None and mention.kind in KINDS:
                placed.append((*at, mention))
        self.mentions = sorted(placed, key=lambda one: (one[0], -one[1]))
        self.starts = [one[0] for one in self.mentions]
        found = (page.article.text.find(time.start, time.end) for time in reading.of(Time))
        self.times = sorted(at[0] for at in found if at is not None)
        self.last: Speaker | None = None
        self.issued: Speaker | None = None  # who put out the statement that "the statement" goes back to
        self.topic: Speaker | None = None  # the person whom the sentence before is about
        self.last_block = -9
        self.last_cue: Cue | None = None
        self.spoken_until = 0

    def within(self, a: int, b: int) -> list[Placed]:
        """Mentions that begin in a..b."""
        return self.mentions[bisect_left(self.starts, a) : bisect_left(self.starts, b)]

    def covering(self, at: int) -> list[Placed]:
        """Mentions that hold a position, longest first."""
        index = bisect_right(self.starts, at)
        held = [one for one in self.mentions[max(0, index - 6) : index] if one[0] <= at < one[1]]
        return sorted(held, key=lambda one: one[0] - one[1])

    def remember(self, speaker: Speaker | None, block: int, end: int, cue: Cue | None = None) -> None:
        """Keep who spoke last; an unnamed speaker is remembered as well, so that nobody inherits wrongly."""
        self.last, self.last_block, self.spoken_until, self.last_cue = speaker, block, end, cue

    def person(self, a: int, b: int, head: int | None = None, by: str = "subject") -> Speaker | None:
        """Who the noun phrase a..b with its head at `head` means."""
        words = self.text[a:b].strip()
        if not words:
            return None
        pronoun = self.lex.pronouns.get(words.lower().lstrip("-t").lstrip("-") or words.lower())
        pronoun = pronoun or self.lex.pronouns.get(words.lower())
        if pronoun:
            return self._pronoun(a, b, pronoun)
        inside = [one for one in self.within(a, b) if one[2].form != "pronoun"]
        for one in self.covering(head if head is not None else a):
            if one[1] <= b + 1 and _is_name(one[2]) and not self._dated(one):
                if one[2].kind in ("GPE", "NORP", "ORG", "LOC") and (name := self._apposed(inside, one, a, b)):
                    return name
                return self._named(one, a, b, inside, by)
        if name := self._apposed(inside, None, a, b):
            return name
        if name := self._after_comma(a, b):
            return name
        start, end = self._description(*trimmed_phrase(self.text, a, b))
        words = self.text[start:end]
        if self.lex.same_source.search(self.text, start, end):
            return self.last
        if len(words.split()) > LONGEST:
            return None
        if self.issued is not None and self._is_document(start, end):
            return Speaker(self.issued.name, start, end, "document", self.issued.others, self.issued.person)
        if words.lower() in self.lex.nobody or words.lower() in self.lex.stressed or len(words) < SHORTEST:
            return None
        return Speaker(" ".join(self.text[start:end].split()), start, end, f"{by} (described)")

    def _dated(self, one: Placed) -> bool:
        """True for a name that swallowed the date behind it."""
        return bisect_left(self.times, one[0] + 1) < bisect_left(self.times, one[1])

    def _description(self, a: int, b: int) -> tuple[int, int]:
        """A title without the time or side clause behind it; empty where it breaks off ("the head of")."""
        end = min([b, *(at for at in self.times[bisect_left(self.times, a + 1) : bisect_left(self.times, b)])])
        words = list(WORD.finditer(self.text, a, end))
        for word in words[1:]:
            if word.group().lower() in self.lex.timely | self.lex.who:
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

    def _is_noun(self, one: Placed) -> bool:
        token = self.page.token(one[0])
        if token is not None:
            return token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("amod", "compound", "nmod")
        before = WORD.findall(self.text[max(0, one[0] - 20) : one[0]])
        return bool(before) and before[-1].lower() in self.lex.determiners

    def _apposed(self, inside: list[Placed], head: Placed | None, a: int, b: int) -> Speaker | None:
        """The person named inside a phrase that a title or country heads ("President X", "Ukraine's X")."""
        people = [one for one in inside if one[2].kind == "PER" and one[2].form == "name" and not self.oblique(one[0])]
        people = [one for one in people if self.text[one[1] : one[1] + 2] not in ("'s", "s'", "' ")]
        if people and self._office_of(a, people[0][0]):
            return None
        if len({one[2].refers_to for one in people}) != 1 or (head is not None and head[2].kind == "PER"):
            return None
        return Speaker(people[0][2].refers_to, *trimmed_phrase(self.text, a, b), "subject", person=True)

    def _office_of(self, a: int, b: int) -> bool:
        """True where an office that answers for a person leads up to the name ("the office of President X")."""
        words = [word.lower() for word in WORD.findall(self.text[a:b])]
        found = next((index for index, word in enumerate(words) if word in self.lex.offices), len(words))
        return any(word in self.lex.prepositions | self.lex.determiners for word in words[found + 1 :])

    def _after_comma(self, a: int, b: int) -> Speaker | None:
        """The person named behind a title: "the president's adviser, X," or "X, the adviser" turned round."""
        gap = APPOSITION.match(self.text, b)
        if gap is None:
            return None
        for one in self.covering(gap.end()):
            close = self.text[one[1] : one[1] + 1]
            if one[0] == gap.end() and one[2].kind == "PER" and _is_name(one[2]) and close in ",.;)":
                return Speaker(one[2].refers_to, *trimmed_phrase(self.text, a, one[1]), "apposition", person=True)
        return None

    def _named(self, one: Placed, a: int, b: int, inside: list[Placed], by: str) -> Speaker:
        names = [
            other[2].refers_to
            for other in inside
            if other[2].refers_to != one[2].refers_to
            and other[2].kind in ("PER", "GPE", "ORG")
            and other[0] >= one[1]
            and self._joined(one[1], other[0])
        ]
        others = tuple(dict.fromkeys(names))
        return Speaker(
            one[2].refers_to, *trimmed_phrase(self.text, a, b), by, others, one[2].kind == "PER", bool(names)
        )

    def _joined(self, a: int, b: int) -> bool:
        """True when only "and" and articles stand between two names."""
        words = [word.lower() for word in WORD.findall(self.text[a:b])]
        return (
            bool(words)
            and words[0] in self.lex.conjunctions
            and all(word in self.lex.determiners for word in words[1:])
        )

    def _pronoun(self, a: int, b: int, gender: str) -> Speaker | None:
        last = self.last if fits(self.last, gender) else None
        if last is not None and last.name is not None and not self._other_person(last, a):
            return Speaker(last.name, a, b, "pronoun", last.others, last.person, last.plural)
        linked = next((one[2] for one in self.covering(a) if one[2].form == "pronoun" and _is_name(one[2])), None)
        if linked is not None:
            return Speaker(linked.refers_to, a, b, "pronoun", person=gender in "mf", plural=gender == "p")
        topic = self.topic if fits(self.topic, gender) and gender in "mf" else None
        if topic is not None:
            return Speaker(topic.name, a, b, "pronoun of the subject before", person=True)
        return Speaker(None, a, b, "pronoun left open", person=gender in "mf", plural=gender == "p")

    def _other_person(self, last: Speaker, at: int) -> bool:
        """True when somebody else is named as a subject between the last words spoken and this pronoun."""
        return any(
            one[2].kind == "PER" and _is_name(one[2]) and one[2].refers_to != last.name and self._leads(one)
            for one in self.within(self.spoken_until, at)
        )

    def _leads(self, one: Placed) -> bool:
        """True when a mention stands as a subject, or may do so for all that can be told without a parser."""
        tokens = self.page.tokens(one[0], one[1])
        if tokens is None:
            return not self.oblique(one[0])
        root = tokens.root
        if root.dep_ == "appos":  # "His successor, X, had …"
            root = root.head
        return root.dep_ in (*SUBJECTS, *PASSIVE)

    def note_subject(self, a: int, b: int) -> None:
        """Keep the one person who is the subject of a sentence, for a pronoun that opens the next one."""
        people = {one[2].refers_to: one for one in self.within(a, b) if one[2].kind == "PER" and _is_name(one[2])}
        leading = [one for one in people.values() if self._leads(one) and not self.hides(one[0])]
        self.topic = None
        if len(leading) == 1:
            self.topic = Speaker(leading[0][2].refers_to, leading[0][0], leading[0][1], "subject", person=True)

    def oblique(self, at: int) -> bool:
        """True when a preposition stands before the phrase that begins here."""
        before = self.text[max(0, at - 40) : at]
        words = WORD.findall(before)
        while words and (words[-1].lower() in self.lex.determiners and words[-1].lower() not in self.lex.prepositions):
            words.pop()
        return bool(words) and words[-1].lower() in self.lex.prepositions and not LIMIT.search(before[-2:])

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
            if one is not None and not _is_name(one[2]):  # "the adviser": a description keeps its article
                start = self._from_article(words, index, start)
            index = next((k for k in range(index + 1, len(words)) if words[k].start() >= end), len(words))
            if not self.oblique(start) and start >= a:
                yield start, end

    def _from_article(self, words: Sequence[re.Match[str]], index: int, start: int) -> int:
        if index and words[index - 1].group().lower() in self.lex.determiners:
            return words[index - 1].start() if start - words[index - 1].end() <= 1 else start
        return start

    def _role(self, words: Sequence[re.Match[str]], index: int, a: int, b: int) -> tuple[int, int]:
        """A phrase headed by a role: back to its determiner, forward to the next comma or verb."""
        first = index
        while first > 0 and index - first < 4:
            before = words[first - 1]
            if (
                LIMIT.search(self.text, before.end(), words[first].start())
                or before.group().lower() in self.lex.prepositions
            ):
                break
            if before.group().lower() in self.lex.verbs:
                break
            first -= 1
            if before.group().lower() in self.lex.determiners:
                break
        end = words[index].end()
        for word in words[index + 1 : index + 1 + LONGEST]:
            lower = word.group().lower()
            if LIMIT.search(self.text, end, word.start()) or lower in self.lex.auxiliaries or lower in self.lex.verbs:
                break
            if lower in self.lex.relatives | self.lex.fillers and lower not in self.lex.determiners:
                break
            end = word.end()
        return words[first].start(), min(end, b)


def fits(speaker: Speaker | None, gender: str) -> bool:
    """True when a pronoun of this kind may mean this speaker."""
    if speaker is None:
        return False
    if gender == "p":
        return speaker.plural
    return not speaker.person if gender == "n" else speaker.person and not speaker.plural


def _is_name(mention: Mention) -> bool:
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
