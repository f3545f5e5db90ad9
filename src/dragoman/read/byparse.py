"""The subject of a verb of speech by its syntax, for the languages with a parser."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.read.apposed import titled_before
from dragoman.read.cast import PASSIVE, SUBJECTS, Cast, Speaker
from dragoman.read.company import is_proper
from dragoman.read.cues import LOOSE, Cue
from dragoman.read.frames import Frame
from dragoman.read.syntax import beside_copula, forced, is_parted, leads_on, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ByParse"]

PLACES = ("GPE", "LOC", "FAC")
PROVIDES = frozenset(["expect"])  # manners of verbs whose subject is a text as often as a person: prévoir
RELATIVES = ("relcl", "acl:relcl")
TIED = re.compile(r"(?:\b[^\W_]{1,2}')?[^\W_]+-$")  # l'état-, which a parser cuts off "major"
TITLED = 24  # characters of a title between a comma and a name
SECOND = 12  # characters between a speaker and the second one behind "and"
WIDEST = 160  # characters of titles behind a name


class ByParse(Cast):
    """Subjects that a parse tells."""

    def main_subject(self, a: int, b: int) -> Speaker | None:
        """The subject of the main verb in a..b, or the one person who can be it where no parser ships."""
        tokens = self.page.tokens(a, b)
        if tokens is None:
            found = [one for one in self.candidates(a, b) if any(m[2].kind == "PER" for m in self.within(*one))]
            names = {m[2].refers_to for one in found for m in self.within(*one) if m[2].kind == "PER"}
            if len(names) == 1:
                return self.person(*found[0])
            spoken = [one for one in self.candidates(a, b) if self.text[slice(*one)].lower() in self.lex.pronouns]
            if not names and len(spoken) == 1:
                return self.person(*spoken[0])
            self.note_subject(a, b)
            return self.topic if self.topic is not None and self.topic.person else None
        root = tokens.root
        subject, passive = subject_of(root)
        if subject is None or passive or not a <= subject.idx < b or self.hides(subject.idx):
            return None
        low, high = self.phrase(subject, a, b)
        return self.person(low, high, subject.idx)

    def parsed(self, token: Token, cue: Cue, frame: Frame, inverted: bool) -> tuple[Speaker | None, bool]:
        """(speaker, whether the syntax is trusted)."""
        if forced(token) or (token.tag_ == "VBN" and token.dep_ == "acl" and not _has_auxiliary(token)):
            return None, True  # "a technology now considered “archaic”"
        if (quoted := self._quoted_as(token, cue, frame)) is not None:
            return quoted, True
        own = any(one.dep_ in (*SUBJECTS, *PASSIVE) for one in token.children)
        if not own and (titled := titled_before(self, frame.start, cue.start)) is not None:
            return titled[1], True  # "…, the governor, X, told the agency", hung on the place before it
        subject, passive = subject_of(token, loose=cue.form == LOOSE)
        if inverted and (turned := self.turned(token)) is not None:
            subject, passive = turned, False  # "Le pont est fermé, a déclaré la maire": not the bridge
        if inverted and self._borrows_inside(token, subject):  # a subject inside the words spoken is theirs
            subject, passive = None, False
        if subject is None and inverted and not passive:  # « … », raconte une vendeuse
            behind = (one for one in token.children if one.dep_ in ("obj", "dobj") and one.i > token.i)
            subject = next((one for one in behind if one.pos_ in ("NOUN", "PROPN")), None)
        if passive and inverted and not any(one.dep_ in PASSIVE for one in token.children):
            return None, False  # "Le pont est fermé, a déclaré à l'AFP X": the passive is the bridge's
        if passive:
            return (self._with_second(self._node(subject, cue), cue) if subject is not None else None), True
        if subject is None or self.hides(subject.idx) or not frame.start <= subject.idx < frame.end:
            return None, False
        if subject.idx < self.page.behind_dateline(frame.start, frame.end):  # LIMA — President X said
            return None, False
        if inverted and subject.idx < cue.verb:
            return None, False
        if not inverted and subject.pos_ == "PRON" and subject.idx >= cue.end and leads_on(subject, frame, cue):
            return None, False  # "X, opening the fair, said it would grow": "it" is what grows
        if ":" in self.text[subject.idx : cue.start] and not self.hides(self.text.find(":", subject.idx)):
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
        if beside_copula(token, {one.verb for one in frame.cues}):
            return None, True
        found = self._with_second(self._node(self._visitor(subject, cue), cue), cue)
        return found, found is not None or subject.pos_ == "PRON" or is_parted(token, subject)

    def turned(self, verb: Token) -> Token | None:
        """The subject behind its verb, where a parser may take it for an object: ", a déclaré la maire"."""
        own = [one for one in verb.children if one.dep_ == "nsubj"]
        if own:
            return own[0] if own[0].i > verb.i and own[0].pos_ in ("NOUN", "PROPN") else None
        behind = [one for one in verb.children if one.dep_ in ("obj", "dobj") and one.i > verb.i]
        named = len(behind) == 1 and any(one[2].kind == "PER" for one in self.covering(behind[0].idx))
        return behind[0] if len(behind) == 1 and (named or self.lex.is_role(behind[0].text)) else None

    def _borrows_inside(self, token: Token, subject: Token | None) -> bool:
        """True for the verb of a teller that the parser hung on a verb inside the words spoken."""
        if subject is not None:
            return self.hides(subject.idx)
        own = any(child.dep_ in (*SUBJECTS, *PASSIVE) for child in token.children)
        return not own and token.head != token and self.hides(token.head.idx)

    def _quoted_as(self, token: Token, cue: Cue, frame: Frame) -> Speaker | None:
        """Whose words are passed on: "the paper quoted X as saying", "X was quoted as saying", "Reuters cited X"."""
        verb = token if cue.manner == "quote" else None
        if cue.form == LOOSE and token.dep_ == "pcomp" and self.lex.as_.fullmatch(token.head.text):
            verb = token.head.head if token.head.head.idx in {one.verb for one in frame.cues} else None
        for child in verb.children if verb is not None else ():
            passed_on = child.dep_ in PASSIVE or (child.dep_ == "dobj" and child.i > child.head.i)
            if not passed_on or self.hides(child.idx):
                continue
            if child.pos_ == "PRON" and child.lower_ in self.lex.pronouns:  # "the paper quoted him as saying"
                return self.person(child.idx, child.idx + len(child.text), child.idx)
            if child.pos_ in ("NOUN", "PROPN"):
                found = self.person(*self.phrase(child, 0, len(self.text)), child.idx)
                if found is not None and self._is_somebody(found):
                    return found
        return None

    def _is_somebody(self, found: Speaker) -> bool:
        """True for a name, or a description with a word for those who speak."""
        if found.name is None or not found.by.endswith("(described)"):
            return found.name is not None
        tokens = self.page.tokens(found.start, found.end)
        return tokens is not None and self.lex.is_role(tokens.root.text)

    def _with_second(self, found: Speaker | None, cue: Cue) -> Speaker | None:
        """With the second of two behind "and", which a parser may hang elsewhere: "par la France et l'Italie"."""
        if found is None or found.name is None or found.others or found.by.startswith("pronoun"):
            return found
        for a, b, mention in self.within(found.end, found.end + SECOND):
            token = self.page.token(a)
            joined = mention.kind in ("PER", "GPE", "ORG") and self._joined(found.end, a) and not self.hides(a)
            if joined and is_proper(mention) and token is not None and token.dep_ == "conj" and not self._acts(token):
                return replace(found, end=b, others=(mention.refers_to,), plural=True)
        return found

    def _acts(self, token: Token) -> bool:
        """True for the subject of a verb of its own: "said X, and Y agreed"."""
        return token.head.pos_ in ("VERB", "AUX") and any(
            child.dep_ in SUBJECTS and child.i > token.i for child in token.head.children
        )

    def _visitor(self, subject: Token, cue: Cue) -> Token:
        """The person right in front of the verb, where a place before a comma was taken for the subject.

        "Visiting Oslo, Maria Lopez said …"
        """
        if subject.idx > cue.start:
            return subject
        if (named := self._named_right_before(subject, cue)) is not None:
            return named
        if not any(one[2].kind in PLACES for one in self.covering(subject.idx)):
            return subject
        last = subject.doc[self._before_cue(subject, cue)]
        person = any(one[2].kind == "PER" for one in self.covering(last.idx))
        comma = "," in self.text[subject.idx : last.idx]
        return last if person and comma and not self.hides(last.idx) else subject

    def _named_right_before(self, subject: Token, cue: Cue) -> Token | None:
        """The person between a comma and the verb, where the subject stands in a clause in front of that comma.

        "Back when he wrote his book, Paul Lind said …"
        """
        last = subject.doc[self._before_cue(subject, cue)]
        named = next((one for one in self.covering(last.idx) if one[2].kind == "PER" and is_proper(one[2])), None)
        if named is None or named[0] <= subject.idx or self.text[named[1] : cue.start].strip() or self.hides(named[0]):
            return None
        lead = self.text[max(subject.idx, named[0] - TITLED) : named[0]].rpartition(",")
        titles = [word for word in lead[2].replace(".", " ").split() if word[:1].islower()]
        comma = named[0] - len(lead[2]) - 1
        told = any(one.pos_ in ("VERB", "AUX") and subject.idx < one.idx < comma for one in subject.doc)
        return last if lead[1] and not titles and told else None

    def _before_cue(self, subject: Token, cue: Cue) -> int:
        """The index of the word right in front of a verb group."""
        index = subject.i
        while index + 1 < len(subject.doc) and subject.doc[index + 1].idx < cue.start:
            index += 1
        return index

    def _node(self, subject: Token, cue: Cue) -> Speaker | None:
        relative = None
        if subject.lower_ in self.lex.relatives:
            relative = subject
            head = subject.head
            while head.dep_ in ("conj", "aux", "xcomp") and head.head != head:
                head = head.head
            if head.dep_ not in RELATIVES:
                return None
            subject = self._antecedent(head.head, relative, cue)
            beside = subject.doc[max(relative.i - 2, 0)]  # «…», a ajouté le ministre, qui a assuré: no verb speaks
            if subject.pos_ in ("VERB", "AUX") and beside.pos_ in ("NOUN", "PROPN"):
                subject = beside
        a, b = self.phrase(subject, 0, len(self.text))
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

    def _antecedent(self, head: Token, relative: Token, cue: Cue) -> Token:
        """The noun a relative clause is about; "who" does not mean the place at the end of a phrase of people.

        "l'accord conclu avec la Grèce, qui prévoit …": what provides for something is the accord.
        """
        if cue.manner in PROVIDES:
            for above in (head.head, head.head.head):
                if any(one[2].kind in PLACES for one in self.covering(head.idx)) and above.pos_ == "NOUN":
                    return above
        for _ in range(4):
            places = [one for one in self.covering(head.idx) if one[2].kind in PLACES]
            if not places or relative.lower_ not in self.lex.who or head.head == head:
                break
            head = head.head
        return head

    def phrase(self, head: Token, low: int, high: int) -> tuple[int, int]:
        """The noun phrase around its head: to the left edge, to the right until a comma, clause or mark."""
        left, doc = head, head.doc
        edge = head.left_edge.i
        for index in range(head.i - 1, edge - 1, -1):
            if doc[index].idx < low or doc[index].text in ',;:«“„"—–(' or self.hides(doc[index].idx):
                break
            left = doc[index]
        while left.ent_type_ == "DATE" and left.pos_ == "PROPN" and left.i < head.i:
            left = doc[left.i + 1]  # "On Sunday | Nadhim Zahawi insisted"
        right = head
        for index in range(head.i + 1, head.right_edge.i + 1):
            token = doc[index]
            if token.idx >= high or token.text in ',;:()«“”»"—–' or token.dep_ in RELATIVES or self.hides(token.idx):
                break
            if token.pos_ in ("VERB", "AUX") and token.head.i <= index:
                break
            if token.head.lower_ in self.lex.press and self.lex.addressing.fullmatch(token.text):
                break  # "a déclaré la maire | aux journalistes"
            if token.head.dep_ in RELATIVES and token.head.left_edge == token and token.head.head.i < index:
                break  # "organisers of the fair | that draws thousands"
            right = token
        tied = TIED.search(self.text, max(low, left.idx - 20), left.idx)
        return tied.start() if tied else left.idx, right.idx + len(right.text)


def _has_auxiliary(token: Token) -> bool:
    return any(one.dep_.startswith("aux") for one in token.children)
