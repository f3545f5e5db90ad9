"""Verbs that no person is the subject of: "В Анкаре сообщили", and whether a verb and its speaker agree."""

from __future__ import annotations

import re

from dragoman.read.byparse import ByParse
from dragoman.read.cast import Speaker
from dragoman.read.cues import FINITE, WORD, Cue
from dragoman.read.frames import Frame

__all__ = ["ASIDE", "Impersonal"]

ASIDE = re.compile(r"[,;:()\n]")
WIDEST = 4  # words of the body in "В министерстве обороны заявили"


class Impersonal(ByParse):
    """Speakers behind verbs without a subject, where no syntax tells."""

    def impersonal(self, cue: Cue, frame: Frame) -> Speaker | None:
        """A place that speaks ("В Анкаре сообщили"): the clause opens with it and its verb has no subject."""
        one = self.lex.impersonal.match(self.text, frame.start)
        if one is None or cue.start - one.end() > 60:
            return None
        first = self.within(one.end(), one.end() + 3)
        if not first or first[0][2].kind not in ("GPE", "ORG") or first[0][1] > cue.start:
            return self._impersonal_body(one.end(), cue)
        if any(word[0].isupper() for word in WORD.findall(self.text[first[0][1] : cue.start])[:2]):
            return None
        return self.person(first[0][0], first[0][1], by="impersonal")

    def genitive(self, a: int, b: int) -> bool:
        """True for a place in another case than the nominative, where the language shows it and no parser tells."""
        if self.page.doc is not None or not self.lex.bare_nouns:
            return False
        places = [one[2] for one in self.within(a, b) if one[2].kind in ("GPE", "LOC") and one[2].form == "name"]
        stem = self.lex.stem
        return len(places) == 1 and any(
            one.name != one.refers_to and stem(one.name.lower()) == stem(one.refers_to.lower()) for one in places
        )

    def _impersonal_body(self, a: int, cue: Cue) -> Speaker | None:
        """ "В министерстве обороны заявили": the body in its plain form."""
        words = [one for one in WORD.finditer(self.text, a, cue.start) if one.group().lower() not in self.lex.fillers]
        verb = WORD.match(self.text, cue.verb)
        plural = verb is not None and verb.group().lower().endswith(self.lex.plural_endings)
        speaks = any(self.lex.is_role(word.group()) or word.group().lower() in self.lex.bodies for word in words)
        speaks = speaks or any(word.group()[0].isupper() for word in words)  # "В МИД заявили"
        if not speaks or len(words) > WIDEST or not plural or ASIDE.search(self.text, a, cue.start):
            return None
        low, high = words[0].start(), words[-1].end()
        if any(low <= at < high for at in self.times) or self.lex.media.search(self.text, low, high):
            return None
        base = self.lex.role_stems.get(self.lex.stem(words[0].group()))
        name = " ".join([base, *self.text[words[0].end() : high].split()]) if base else self.text[low:high]
        return Speaker(name, low, high, "impersonal (described)")

    def singular(self, cue: Cue) -> bool:
        """True unless a finite verb without parse is plural by its ending."""
        verb = WORD.match(self.text, cue.verb)
        plural = verb is not None and verb.group().lower().endswith(self.lex.plural_endings or ("\n",))
        return not (plural and cue.form == FINITE)

    def agrees(self, cue: Cue, found: Speaker | None) -> bool:
        """False for one person as the subject of a plural verb: "le preguntan" and "ответили ему" have none."""
        if found is None or not found.person or found.plural or found.others or found.by.endswith("(described)"):
            return True
        verb = WORD.match(self.text, cue.verb)
        plural = verb is not None and verb.group().lower().endswith(self.lex.plural_endings or ("\n",))
        before = [word.lower() for word in WORD.findall(self.text[max(0, found.start - 12) : found.end])]
        return not plural or cue.form != FINITE or any(word in self.lex.conjunctions for word in before)
