"""From a cue to who speaks: the subject of its verb as a name, a description in the article's words, or nobody."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.read.cues import LOOSE, PARTICIPLE, PHRASE, WORD, Cue, Lexicon
from dragoman.read.frames import Frame
from dragoman.read.nounphrases import phrase_after, phrase_before
from dragoman.read.page import Page
from dragoman.records import Mention, Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Cast", "Speaker"]

#: A mention at its clean offsets.
Placed = tuple[int, int, Mention]

SUBJECTS = ("nsubj", "expl:subj", "nsubj:caus")
PASSIVE = ("nsubjpass", "nsubj:pass")
AGENTS = ("agent", "obl:agent")
BORROWS = ("conj", "xcomp", "advcl", "acl", "pcomp", "ccomp", "obl:mod", "obl:arg", "parataxis", "prep", "dep")
RELATIVES = ("relcl", "acl:relcl")
CUTS = ("relcl", "acl:relcl", "acl", "advcl", "parataxis", "punct", "cc")
LIMIT = re.compile(r"[,;:()\n«“„\"—–]|\.(?=\s|$)")
APPOSITION = re.compile(r"\s?[,(]\s?")
KINDS = ("PER", "ORG", "GPE", "NORP", "LOC", "FAC", "MISC")
ASIDE = re.compile(r"[,;:()\n]")
LABEL = 30  # characters of a name between marks that belongs to the phrase around it
LONGEST = 14  # words of a description; longer ones are a parser's mistake more often than a title
NEAR = 8  # words between a verb and a subject found without syntax


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
        self.last: Speaker | None = None
        self.issued: Speaker | None = None  # who put out the statement that "the statement" goes back to
        self.topic: Speaker | None = None  # the person whom the sentence before is about
        self.last_block = -9
        self.last_cue: Cue | None = None
        self.known: dict[tuple[int, bool], Speaker | None] = {}
        self.spoken_until = 0

    # -- looking up ------------------------------------------------------------------------------

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

    # -- phrase → speaker --------------------------------------------------------------------------

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
            if one[1] <= b + 1 and _is_name(one[2]):
                if one[2].kind in ("GPE", "NORP", "ORG", "LOC") and (name := self._apposed(inside, one, a, b)):
                    return name
                return self._named(one, a, b, inside, by)
        if name := self._apposed(inside, None, a, b):
            return name
        if name := self._after_comma(a, b):
            return name
        start, end = _trim(self.text, a, b)
        if self.lex.same_source.search(self.text, start, end):
            return self.last
        if len(words.split()) > LONGEST:
            return None
        if self.issued is not None and self._is_document(start, end):
            return Speaker(self.issued.name, start, end, "document", self.issued.others, self.issued.person)
        if words.lower() in self.lex.nobody:
            return None
        return Speaker(" ".join(self.text[start:end].split()), start, end, f"{by} (described)")

    def _is_document(self, a: int, b: int) -> bool:
        """True for a bare definite document ("the statement"), not for one that names its author."""
        words = WORD.findall(self.text[a:b])
        return len(words) <= 2 and self.lex.media.search(self.text, a, b) is not None and not self.within(a, b)

    def _is_noun(self, one: Placed) -> bool:
        token = self.page.token(one[0])
        if token is not None:
            return token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("amod", "compound", "nmod")
        following = WORD.search(self.text, one[1])
        return following is None or following.group().lower() not in self.lex.roles

    def _apposed(
        self, inside: list[Placed], head: Placed | None, a: int, b: int
    ) -> Speaker | None:
        """The person named inside a phrase that a title or country heads ("President X", "Ukraine's X")."""
        people = [one for one in inside if one[2].kind == "PER" and one[2].form == "name" and not self.oblique(one[0])]
        people = [one for one in people if self.text[one[1] : one[1] + 2] not in ("'s", "s'", "' ")]
        if len({one[2].refers_to for one in people}) != 1 or (head is not None and head[2].kind == "PER"):
            return None
        return Speaker(people[0][2].refers_to, *_trim(self.text, a, b), "subject", person=True)

    def _after_comma(self, a: int, b: int) -> Speaker | None:
        """The person named behind a title: "the president's adviser, X," or "X, the adviser" turned round."""
        gap = APPOSITION.match(self.text, b)
        if gap is None:
            return None
        for one in self.covering(gap.end()):
            close = self.text[one[1] : one[1] + 1]
            if one[0] == gap.end() and one[2].kind == "PER" and _is_name(one[2]) and (close in ",.;)" or not close.strip()):
                return Speaker(one[2].refers_to, *_trim(self.text, a, one[1]), "apposition", person=True)
        return None

    def _named(
        self, one: Placed, a: int, b: int, inside: list[Placed], by: str
    ) -> Speaker:
        names = [
            other[2].refers_to
            for other in inside
            if other[2].refers_to != one[2].refers_to
            and other[2].kind in ("PER", "GPE", "ORG")
            and other[0] >= one[1]
            and self._joined(one[1], other[0])
        ]
        others = tuple(dict.fromkeys(names))
        return Speaker(one[2].refers_to, *_trim(self.text, a, b), by, others, one[2].kind == "PER", bool(names))

    def _joined(self, a: int, b: int) -> bool:
        """True when only "and" and articles stand between two names."""
        words = [word.lower() for word in WORD.findall(self.text[a:b])]
        return bool(words) and words[0] in self.lex.conjunctions and all(
            word in self.lex.determiners for word in words[1:]
        )

    def _pronoun(self, a: int, b: int, gender: str) -> Speaker | None:
        last = self.last if _fits(self.last, gender) else None
        if last is not None and last.name is not None and not self._other_person(last, a):
            return Speaker(last.name, a, b, "pronoun", last.others, last.person, last.plural)
        linked = next((one[2] for one in self.covering(a) if one[2].form == "pronoun" and _is_name(one[2])), None)
        if linked is not None:
            return Speaker(linked.refers_to, a, b, "pronoun", person=gender in "mf", plural=gender == "p")
        topic = self.topic if _fits(self.topic, gender) and gender in "mf" else None
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
        return tokens.root.dep_ in (*SUBJECTS, *PASSIVE)

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

    # -- cue → subject ------------------------------------------------------------------------------

    def speaker(self, cue: Cue, frame: Frame, *, inverted: bool = False) -> Speaker | None:
        """Who speaks by this cue; `inverted` when the words spoken stand directly before the verb."""
        key = (cue.verb, inverted)
        if key not in self.known:
            found = self._speaker(cue, frame, inverted)
            if found is not None and found.by.startswith("pronoun"):
                found = self._same_sentence(found, cue, frame) or found
            self.known[key] = found
        return self.known[key]

    def _same_sentence(self, found: Speaker, cue: Cue, frame: Frame) -> Speaker | None:
        """ "X said … and although he assured …": a pronoun behind another cue of the sentence is its speaker."""
        for earlier in reversed([one for one in frame.cues if one.end <= min(found.start, cue.start) and one.form != PHRASE]):
            teller = self.speaker(earlier, frame)
            gender = self.lex.pronouns.get(self.text[found.start : found.end].lower(), "m")
            if teller is not None and teller.name and _fits(teller, gender) and teller.end <= found.start:
                return Speaker(teller.name, found.start, found.end, "pronoun", teller.others, teller.person, teller.plural)
        return None

    def _speaker(self, cue: Cue, frame: Frame, inverted: bool) -> Speaker | None:
        if cue.form == PHRASE:
            return self._source(cue, frame)
        if (voice := self._through(cue, frame)) is not None:
            return voice
        token = self.page.token(cue.verb)
        if token is not None:
            found, sure = self._parsed(token, cue, frame, inverted)
            if sure:
                return found
        return self._scan(cue, frame, inverted)

    def _through(self, cue: Cue, frame: Frame) -> Speaker | None:
        """The spokesman in "Ukraine, through the voice of X, urged"."""
        for one in self.lex.through.finditer(self.text, frame.start, cue.start):
            for a, b in self.candidates(one.end(), cue.start):
                return self.person(a, b)
        return None

    def _source(self, cue: Cue, frame: Frame) -> Speaker | None:
        """The noun phrase of "according to X" or "X zufolge"."""
        if cue.after:
            return self._source_before(cue, frame)
        end = self._limit(cue.end, frame.end)
        a, b = _trim(self.text, cue.end, end)
        if a >= b:
            return None
        if self.lex.same_source.search(self.text, cue.start, b):
            return self.last
        tokens = self.page.tokens(a, b)
        if tokens is not None:
            root = tokens.root
            a, b = self._phrase(tokens[0] if root.pos_ in ("VERB", "AUX") else root, a, b)
            return self.person(a, min(b, end), root.idx, by="according")
        pronoun = WORD.match(self.text, a)
        if pronoun and pronoun.group().lower() in self.lex.pronouns:
            return self.person(*pronoun.span(), by="according")
        phrase = phrase_after(self.text, self.lex, a, b)
        return self.person(*phrase, by="according") if phrase else None

    def _source_before(self, cue: Cue, frame: Frame) -> Speaker | None:
        """The phrase in front of "zufolge": back over names, titles and their articles."""
        low = max([frame.start, *(one.end() for one in LIMIT.finditer(self.text, frame.start, cue.start))])
        words = list(WORD.finditer(self.text, low, cue.start))
        start = None
        for index in range(len(words) - 1, -1, -1):
            word, following = words[index].group(), words[index + 1].group() if index + 1 < len(words) else ""
            name = word[0].isupper() or word.lower() in self.lex.determiners or word.lower() in self.lex.roles
            if not name and not (following[:1].isupper() and word.lower() not in self.lex.prepositions):
                break
            if word in self.lex.auxiliaries or word in self.lex.fillers or word in self.lex.verbs:
                break
            start = words[index].start()
        return self.person(start, words[-1].end(), by="according") if start is not None else None

    def source_end(self, cue: Cue, frame: Frame) -> int:
        """Where the noun phrase behind "according to" ends."""
        end = self._limit(cue.end, frame.end)
        speaker = self.speaker(cue, frame)
        if speaker is None or speaker.start < cue.end:
            return end
        return speaker.end if self.page.doc is None or end == frame.end else end

    def _limit(self, a: int, b: int) -> int:
        stop = LIMIT.search(self.text, a, b)
        return stop.start() if stop else b

    # -- with syntax ----------------------------------------------------------------------------------

    def _parsed(self, token: Token, cue: Cue, frame: Frame, inverted: bool) -> tuple[Speaker | None, bool]:
        """(speaker, whether the syntax is trusted)."""
        subject, passive = _subject(token)
        if passive:
            if cue.manner == "accuse" or subject is not None:
                return (self._node(subject, cue) if subject is not None else None), True
            return None, True
        if subject is None or self.hides(subject.idx) or not frame.start <= subject.idx < frame.end:
            return None, False
        if inverted and subject.idx < cue.start:
            return None, False
        if not inverted and cue.form != LOOSE and subject.idx > cue.end and any(
            q.outer[0] < subject.idx and cue.end <= q.outer[0] for q in frame.quotes
        ):
            return None, False
        if subject.idx > cue.end and inverted and self.oblique(subject.idx):
            return None, False
        found = self._node(subject, cue)
        return found, found is not None or subject.pos_ == "PRON"

    def _node(self, subject: Token, cue: Cue) -> Speaker | None:
        if subject.lower_ in self.lex.relatives:
            head = subject.head
            while head.dep_ in ("conj", "aux", "xcomp") and head.head is not head:
                head = head.head
            if head.dep_ not in RELATIVES:
                return None
            subject = head.head
        a, b = self._phrase(subject, 0, len(self.text))
        return self.person(a, b, subject.idx)

    def hides(self, at: int) -> bool:
        """True between quotation marks."""
        index = bisect_right(self.hidden, at, key=lambda one: one[0]) - 1
        return index >= 0 and at < self.hidden[index][1]

    def _phrase(self, head: Token, low: int, high: int) -> tuple[int, int]:
        """The noun phrase around its head: to the left edge, to the right until a comma, clause or mark."""
        left, doc = head, head.doc
        edge = head.left_edge.i
        for index in range(head.i - 1, edge - 1, -1):
            if doc[index].idx < low or doc[index].text in ",;:«“„\"—–(" or self.hides(doc[index].idx):
                break
            left = doc[index]
        right = head
        for index in range(head.i + 1, head.right_edge.i + 1):
            token = doc[index]
            if token.idx >= high or token.text in ",;:()«“”»\"—–" or token.dep_ in RELATIVES or self.hides(token.idx):
                break
            if token.pos_ in ("VERB", "AUX") and token.head.i <= index:
                break
            right = token
        return left.idx, right.idx + len(right.text)

    # -- without -----------------------------------------------------------------------------------------

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
            index = next((k for k in range(index + 1, len(words)) if words[k].start() >= end), len(words))
            if not self.oblique(start) and start >= a:
                yield start, end

    def _role(self, words: Sequence[re.Match[str]], index: int, a: int, b: int) -> tuple[int, int]:
        """A phrase headed by a role: back to its determiner, forward to the next comma or verb."""
        first = index
        while first > 0 and index - first < 4:
            before = words[first - 1]
            if LIMIT.search(self.text, before.end(), words[first].start()) or before.group().lower() in self.lex.prepositions:
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
            if lower in self.lex.relatives and lower not in self.lex.determiners or lower in self.lex.fillers:
                break
            end = word.end()
        return words[first].start(), min(end, b)

    def _scan(self, cue: Cue, frame: Frame, inverted: bool) -> Speaker | None:
        """The subject by place: next to the verb on the side the order of words allows."""
        before, after = self._before(cue, frame), self._after(cue, frame)
        order = [after, before] if inverted else [before, after]
        for found in order:
            if found is not None:
                return self.person(*found, by="nearest")
        if not inverted and (earlier := self._earlier(cue, frame)) is not None:
            return earlier
        return self._by_words(cue, frame, inverted) if self.page.doc is None else None

    def _by_words(self, cue: Cue, frame: Frame, inverted: bool) -> Speaker | None:
        """Any noun phrase that fills the place of the subject, where no parser and no list knows it."""
        marks = [one.outer[1] for one in frame.quotes if one.outer[1] <= cue.start and one.end - one.start > LABEL]
        low = max([frame.start, *marks, *(one.end for one in frame.cues if one.end <= cue.start)])
        front, behind = self._auxiliary(cue, low)
        quotes = [quote.outer[0] for quote in frame.quotes if quote.outer[0] >= cue.end]
        found = None if inverted else self._phrase_in_front(low, front)
        if found is None:
            found = phrase_after(self.text, self.lex, behind, min([frame.end, *quotes]))
            if found is not None and self.oblique(found[0]):
                return None
        return self.person(*found, by="nearest") if found else None

    def _phrase_in_front(self, low: int, front: int) -> tuple[int, int] | None:
        """The phrase right before a verb, or the one that opens the sentence when a comma stands before the verb."""
        stops = [one.start() for one in ASIDE.finditer(self.text, low, front)]
        found = phrase_before(self.text, self.lex, stops[-1] + 1 if stops else low, front)
        if found is None and stops and not self.text[stops[-1] : front].strip(", "):
            found = phrase_before(self.text, self.lex, low, stops[0])
        return found

    def _auxiliary(self, cue: Cue, low: int) -> tuple[int, int]:
        """The bounds of the finite verb: of the auxiliary that stands apart from its participle, else of the cue."""
        verb = WORD.match(self.text, cue.verb)
        own = (cue.start, verb.end() if verb else cue.end)
        if cue.form != PARTICIPLE:
            return own
        words = [one for one in WORD.finditer(self.text, low, cue.verb) if one.group().lower() in self.lex.auxiliaries]
        return words[-1].span() if words else own

    def _before(self, cue: Cue, frame: Frame) -> tuple[int, int] | None:
        marks = [quote.outer[1] for quote in frame.quotes if quote.outer[1] <= cue.start]
        low = max([frame.start, *marks, *(one.end for one in frame.cues if one.end <= cue.start)])
        found = list(self.candidates(low, cue.start))
        for a, b in reversed(found):
            gap = self.text[b : cue.start]
            words = [word.lower() for word in WORD.findall(gap)]
            if ":" in gap or ";" in gap or len(words) > NEAR + 6 * gap.count(","):
                return None
            if any(word in self.lex.conjunctions for word in words):
                continue
            for earlier in found:  # "X, head of the agency, said": the name before the title
                if any(m[2].kind == "PER" for m in self.within(*earlier)) and self.text[earlier[1] : a].strip() in ("", ","):
                    return earlier
            return a, b
        return None

    def _after(self, cue: Cue, frame: Frame) -> tuple[int, int] | None:
        quotes = [quote.outer[0] for quote in frame.quotes if quote.outer[0] >= cue.end]
        high = min([frame.end, *quotes, *(one.start for one in frame.cues if one.start >= cue.end)])
        that = self.lex.that.search(self.text, cue.end, high)
        high = min(high, that.start() if that else high)
        for a, b in self.candidates(cue.end, high):
            gap = self.text[cue.end : a]
            if ":" in gap or ";" in gap or len(WORD.findall(gap)) > NEAR:
                return None
            if "," in gap and gap.count(",") % 2:
                return None
            return a, b
        return None

    def _earlier(self, cue: Cue, frame: Frame) -> Speaker | None:
        """The subject of the verb before, for a gerund or a second verb ("… and added")."""
        earlier = [one for one in frame.cues if one.end <= cue.start and one.form != PHRASE]
        if not earlier:
            return None
        gap = self.text[earlier[-1].end : cue.start]
        last = WORD.findall(gap)[-1:] or [""]
        if cue.form == LOOSE or gap.rstrip().endswith(",") or last[0].lower() in self.lex.conjunctions:
            return self.speaker(earlier[-1], frame)
        return None


def _fits(speaker: Speaker | None, gender: str) -> bool:
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


def _subject(token: Token) -> tuple[Token | None, bool]:
    """(subject, passive) of a verb by dependency, borrowed from the verb it hangs on where it has none."""
    seen = 0
    while seen < 6:
        children = list(token.children)
        for child in children:
            if child.dep_ in PASSIVE:
                for agent in children:
                    if agent.dep_ in AGENTS:
                        inner = [one for one in agent.children if one.dep_ == "pobj"]
                        return (inner[0] if inner else agent), True
                return None, True
        own = [child for child in children if child.dep_ in SUBJECTS]
        if own:
            return own[0], False
        if token.dep_ in RELATIVES:
            return token.head, False
        if token.dep_ == "acl" and token.head.pos_ in ("NOUN", "PROPN"):
            return token.head, False
        if token.dep_ not in BORROWS or token.head is token:
            return None, False
        token = token.head
        seen += 1
    return None, False


def _trim(text: str, a: int, b: int) -> tuple[int, int]:
    while a < b and not (text[a].isalnum()):
        a += 1
    while b > a and (text[b - 1].isspace() or text[b - 1] in ",;:"):
        b -= 1
    return a, b
