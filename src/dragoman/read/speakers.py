"""From a cue to who speaks: the subject of its verb as a name, a description in the article's words, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.read.cast import LIMIT, PASSIVE, SUBJECTS, Cast, Speaker, fits, trimmed_phrase
from dragoman.read.cues import LOOSE, PARTICIPLE, PHRASE, WORD, Cue, Lexicon
from dragoman.read.frames import Frame
from dragoman.read.nounphrases import phrase_after, phrase_before
from dragoman.read.page import Page
from dragoman.records import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Speaker", "Speakers"]

AGENTS = ("agent", "obl:agent")
BORROWS = ("conj", "xcomp", "advcl", "acl", "pcomp", "ccomp", "obl:mod", "obl:arg", "parataxis", "prep", "dep")
RELATIVES = ("relcl", "acl:relcl")
JOINED = re.compile(r"-(?:t-)?([^\W_]+)")
TIED = re.compile(r"(?:\b[^\W_]{1,2}')?[^\W_]+-$")  # l'état-, which a parser cuts off "major"
ASIDE = re.compile(r"[,;:()\n]")
WIDEST = 160  # characters of titles behind a name
LABEL = 30  # characters of a name between marks that belongs to the phrase around it
NEAR = 8  # words between a verb and a subject found without syntax


class Speakers(Cast):
    """The speaker of every cue of one article, found once and kept."""

    def __init__(self, page: Page, reading: Reading, lex: Lexicon, hidden: Sequence[tuple[int, int]]) -> None:
        super().__init__(page, reading, lex, hidden)
        self.known: dict[tuple[int, bool], Speaker | None] = {}

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
        for earlier in reversed(
            [one for one in frame.cues if one.end <= min(found.start, cue.start) and one.form != PHRASE]
        ):
            teller = self.speaker(earlier, frame)
            gender = self.lex.pronouns.get(self.text[found.start : found.end].lower(), "m")
            if teller is not None and teller.name and fits(teller, gender) and teller.end <= found.start:
                return Speaker(
                    teller.name, found.start, found.end, "pronoun", teller.others, teller.person, teller.plural
                )
        return None

    def _speaker(self, cue: Cue, frame: Frame, inverted: bool) -> Speaker | None:
        if cue.form == PHRASE:
            found = self._source(cue, frame)
            return found if not self._opens_only(cue) or self._may_judge(found) else None
        if (voice := self._through(cue, frame)) is not None:
            return voice
        if (joined := self._joined_pronoun(cue)) is not None:
            return joined
        token = self.page.token(cue.verb)
        if token is not None:
            found, sure = self._parsed(token, cue, frame, inverted)
            if sure:
                return found
        return self._scan(cue, frame, inverted)

    def _joined_pronoun(self, cue: Cue) -> Speaker | None:
        """The pronoun that a hyphen ties to its verb or auxiliary: "a-t-il ajouté", "écrit-elle"."""
        for one in JOINED.finditer(self.text, cue.start, cue.end + 8):
            if one.group(1).lower() in self.lex.pronouns and (one.start() < cue.verb or one.start() == cue.end):
                return self.person(*one.span(1))
        return None

    def _opens_only(self, cue: Cue) -> bool:
        """True for "For X, …", which is a view only when X can have one."""
        return self.lex.first.fullmatch(self.text, cue.start, cue.end) is not None

    def _may_judge(self, speaker: Speaker | None) -> bool:
        """True for a named person, country or body and for a described role."""
        if speaker is None or speaker.name is None:
            return False
        if not speaker.by.endswith("(described)"):
            return True
        words = WORD.findall(self.text[speaker.start : speaker.end])
        return any(word.lower() in self.lex.roles for word in words)

    def has_pronoun(self, cue: Cue) -> bool:
        """True when a pronoun is tied to the cue by a hyphen."""
        return self._joined_pronoun(cue) is not None

    def main_subject(self, a: int, b: int) -> Speaker | None:
        """The subject of the main verb in a..b, or the one person who can be it where no parser ships."""
        tokens = self.page.tokens(a, b)
        if tokens is None:
            found = [one for one in self.candidates(a, b) if any(m[2].kind == "PER" for m in self.within(*one))]
            names = {m[2].refers_to for one in found for m in self.within(*one) if m[2].kind == "PER"}
            return self.person(*found[0]) if len(names) == 1 else None
        root = tokens.root
        subject, passive = _subject(root)
        if subject is None or passive or not a <= subject.idx < b or self.hides(subject.idx):
            return None
        low, high = self._phrase(subject, a, b)
        return self.person(low, high, subject.idx)

    def _through(self, cue: Cue, frame: Frame) -> Speaker | None:
        """The spokesman in "Ukraine, through the voice of X, urged"."""
        for one in self.lex.through.finditer(self.text, frame.start, cue.start):
            for a, b in self.candidates(one.end(), cue.start):
                return self.person(a, b)
        return None

    def _source(self, cue: Cue, frame: Frame) -> Speaker | None:
        """The noun phrase of "according to X" or "X zufolge"."""
        if self.lex.own_view.fullmatch(self.text, cue.start, cue.end):
            return self._pronoun(cue.start, cue.end, "m")
        if cue.after:
            return self._source_before(cue, frame)
        end = min([self._limit(cue.end, frame.end), *(at for at in self.times if at > cue.end + 1)])
        a, b = trimmed_phrase(self.text, cue.end, end)
        if a >= b:
            return None
        if self.lex.same_source.search(self.text, cue.start, b):
            return self.last
        first = WORD.match(self.text, a)
        if first and first.group().lower() in self.lex.stressed:
            return self._pronoun(a, first.end(), self.lex.stressed[first.group().lower()])
        tokens = self.page.tokens(a, b)
        if tokens is not None:
            root = tokens.root
            a, b = self._phrase(tokens[0] if root.pos_ in ("VERB", "AUX") else root, a, b)
            return self.person(a, min(b, end), root.idx, by="according")
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
        if speaker is None or speaker.end <= cue.end:
            return end
        tokens = self.page.tokens(speaker.start, speaker.end)
        if tokens is not None and self.text[end : end + 1] == ",":  # "for X, a researcher at Y, …"
            titles = tokens.root.right_edge
            if end < titles.idx and not any(
                one.pos_ in ("VERB", "AUX") for one in tokens.root.subtree if one.idx > end
            ):
                return min(self._limit(titles.idx + len(titles.text), frame.end), frame.end)
        return speaker.end if self.page.doc is None or end == frame.end else end

    def _limit(self, a: int, b: int) -> int:
        stop = LIMIT.search(self.text, a, b)
        return stop.start() if stop else b

    def _parsed(self, token: Token, cue: Cue, frame: Frame, inverted: bool) -> tuple[Speaker | None, bool]:
        """(speaker, whether the syntax is trusted)."""
        subject, passive = _subject(token)
        if passive:
            if cue.manner == "accuse" or subject is not None:
                return (self._node(subject, cue) if subject is not None else None), True
            return None, True
        if subject is None or self.hides(subject.idx) or not frame.start <= subject.idx < frame.end:
            return None, False
        if inverted and subject.idx < cue.verb:
            return None, False
        if (
            not inverted
            and cue.form != LOOSE
            and subject.idx > cue.end
            and any(q.outer[0] < subject.idx and cue.end <= q.outer[0] for q in frame.quotes)
        ):
            return None, False
        if subject.idx > cue.end and inverted and self.oblique(subject.idx):
            return None, False
        found = self._node(subject, cue)
        return found, found is not None or subject.pos_ == "PRON"

    def _node(self, subject: Token, cue: Cue) -> Speaker | None:
        relative = None
        if subject.lower_ in self.lex.relatives:
            relative = subject
            head = subject.head
            while head.dep_ in ("conj", "aux", "xcomp") and head.head is not head:
                head = head.head
            if head.dep_ not in RELATIVES:
                return None
            subject = self._antecedent(head.head, relative)
        a, b = self._phrase(subject, 0, len(self.text))
        if cue.form == LOOSE and subject.idx < cue.start and self._is_thing(subject, a, b):
            return None
        found = self.person(a, b, subject.idx)
        if relative is not None and found is not None:  # "X, who said": X speaks, "who" is where it is told
            return replace(found, start=relative.idx, end=relative.idx + len(relative.text))
        return self._with_titles(found, subject, cue)

    def _is_thing(self, subject: Token, a: int, b: int) -> bool:
        """True for a noun that is neither a name nor a role: no speaker to be lent to a gerund behind it."""
        if subject.pos_ != "NOUN":
            return False
        return subject.lower_ not in self.lex.roles and not self.within(a, b) and not self.covering(subject.idx)

    def _with_titles(self, found: Speaker | None, subject: Token, cue: Cue) -> Speaker | None:
        """The place of a speaker with the titles set off by commas: "X, a professor at Y,"."""
        if found is None or found.by.startswith("pronoun"):
            return found
        end = subject.right_edge.idx + len(subject.right_edge.text)
        inside = self.text[found.end : end]
        if not 0 < len(inside) <= WIDEST or "\n" in inside or found.start < cue.start < end:
            return found
        if any(self.hides(at) for at in (found.end, end - 1)) or not inside.lstrip().startswith((",", "(")):
            return found
        return replace(found, end=found.end + len(inside.rstrip(" ,;—–")))

    def _antecedent(self, head: Token, relative: Token) -> Token:
        """The noun a relative clause is about; "who" does not mean the place at the end of a phrase of people."""
        for _ in range(4):
            places = [one for one in self.covering(head.idx) if one[2].kind in ("GPE", "LOC", "FAC")]
            if not places or relative.lower_ not in self.lex.who or head.head is head:
                break
            head = head.head
        return head

    def _phrase(self, head: Token, low: int, high: int) -> tuple[int, int]:
        """The noun phrase around its head: to the left edge, to the right until a comma, clause or mark."""
        left, doc = head, head.doc
        edge = head.left_edge.i
        for index in range(head.i - 1, edge - 1, -1):
            if doc[index].idx < low or doc[index].text in ',;:«“„"—–(' or self.hides(doc[index].idx):
                break
            left = doc[index]
        right = head
        for index in range(head.i + 1, head.right_edge.i + 1):
            token = doc[index]
            if token.idx >= high or token.text in ',;:()«“”»"—–' or token.dep_ in RELATIVES or self.hides(token.idx):
                break
            if token.pos_ in ("VERB", "AUX") and token.head.i <= index:
                break
            right = token
        tied = TIED.search(self.text, max(low, left.idx - 20), left.idx)
        return tied.start() if tied else left.idx, right.idx + len(right.text)

    def _scan(self, cue: Cue, frame: Frame, inverted: bool) -> Speaker | None:
        """The subject by place: next to the verb on the side the order of words allows."""
        before, after = self._before(cue, frame), self._after(cue, frame)
        order = [after, before] if inverted else [before, after]
        for found in order:
            if found is not None:
                return self.person(*found, by="nearest")
        if not inverted and (earlier := self._earlier(cue, frame)) is not None:
            return earlier
        if self.page.doc is not None:
            return None
        return self._by_words(cue, frame, inverted) or self._impersonal(cue, frame) or self._dropped(cue, inverted)

    def _dropped(self, cue: Cue, inverted: bool) -> Speaker | None:
        """The last speaker, where the language leaves out a subject that is known ("…», insistió.")."""
        last = self.last
        if not (inverted and self.lex.drops and last is not None and last.name and cue.form != LOOSE):
            return None
        return replace(last, start=cue.start, end=cue.end, by="subject left out")

    def _impersonal(self, cue: Cue, frame: Frame) -> Speaker | None:
        """A place that speaks ("В Анкаре сообщили"): the clause opens with it and its verb has no subject."""
        one = self.lex.impersonal.match(self.text, frame.start)
        if one is None or cue.start - one.end() > 60:
            return None
        first = self.within(one.end(), one.end() + 3)
        if not first or first[0][2].kind not in ("GPE", "ORG") or first[0][1] > cue.start:
            return None
        if any(word[0].isupper() for word in WORD.findall(self.text[first[0][1] : cue.start])[:2]):
            return None
        return self.person(first[0][0], first[0][1], by="impersonal")

    def _by_words(self, cue: Cue, frame: Frame, inverted: bool) -> Speaker | None:
        """Any noun phrase that fills the place of the subject, where no parser and no list knows it."""
        marks = [one.outer[1] for one in frame.quotes if one.outer[1] <= cue.start and one.end - one.start > LABEL]
        low = max([frame.start, *marks, *(one.end for one in frame.cues if one.end <= cue.start)])
        front, behind = self._auxiliary(cue, low)
        quotes = [quote.outer[0] for quote in frame.quotes if quote.outer[0] >= cue.end]
        found = None if inverted else self._phrase_in_front(max([frame.start, *marks]), low, front)
        if found is None:
            found = phrase_after(self.text, self.lex, behind, min([frame.end, *quotes]))
            if found is not None and self.oblique(found[0]):
                return None
        return self.person(*found, by="nearest") if found else None

    def _phrase_in_front(self, first: int, low: int, front: int) -> tuple[int, int] | None:
        """The phrase right before a verb, or the one that opens the sentence when a comma stands before the verb."""
        low = self._behind_place(low)
        stops = [one.start() for one in ASIDE.finditer(self.text, low, front)]
        found = phrase_before(self.text, self.lex, stops[-1] + 1 if stops else low, front)
        if found is None and self.text[first:front].rstrip().endswith(","):
            comma = ASIDE.search(self.text, first, front)
            found = phrase_before(self.text, self.lex, first, comma.start()) if comma else None
        return found

    def _behind_place(self, low: int) -> int:
        """Behind a place that opens the clause with its preposition ("В Киеве …", "En Ginebra …")."""
        word = WORD.search(self.text, low)
        if word is None or word.group().lower() not in self.lex.prepositions:
            return low
        places = [one for one in self.within(word.end(), word.end() + 4) if one[2].kind in ("GPE", "LOC", "FAC")]
        return places[0][1] if places else low

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
        front = cue.start if self.page.doc is not None else self._auxiliary(cue, low)[0]
        found = list(self.candidates(low, front))
        for a, b in reversed(found):
            gap = self.text[b:front]
            words = [word.lower() for word in WORD.findall(gap)]
            if ":" in gap or ";" in gap or len(words) > NEAR + 6 * gap.count(","):
                return None
            if any(word in self.lex.conjunctions for word in words):
                continue
            for earlier in found:  # "X, head of the agency, said": the name before the title
                if any(m[2].kind == "PER" for m in self.within(*earlier)) and self.text[earlier[1] : a].strip() in (
                    "",
                    ",",
                ):
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
            return (own[-1] if own[0].dep_.startswith("expl") else own[0]), False  # "a-t-il": the pronoun comes last
        if token.dep_ in RELATIVES:
            return token.head, False
        if token.dep_ == "acl" and token.head.pos_ in ("NOUN", "PROPN"):
            return token.head, False
        if token.dep_ not in BORROWS or token.head is token:
            return None, False
        token = token.head
        seen += 1
    return None, False
