"""Who stands behind "according to", in front of "zufolge", or inside "NASA-Angaben"."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.read.byorder import ByOrder
from dragoman.read.company import LIMIT, is_name, trimmed_phrase
from dragoman.read.cues import PHRASE, WORD, Cue
from dragoman.read.frames import Frame
from dragoman.read.nounphrases import phrase_after
from dragoman.read.pronouns import pronoun
from dragoman.read.voice import Speaker

__all__ = ["WHOSE", "BySource"]

NAME = 60  # characters of a name in front of "according to whom"
WHOSE = "according to whom"
FEW = 4  # words of a source behind "according to" that nothing but a comma ends


class BySource(ByOrder):
    """Speakers that a phrase gives instead of a verb."""

    def _source(self, cue: Cue, frame: Frame) -> Speaker | None:
        """The noun phrase of "according to X" or "X zufolge"."""
        if self.lex.own_account.fullmatch(self.text, cue.start, cue.end):
            own = self.teller(cue, frame) if self.lex.capitals else None
            return replace(own, start=cue.start, end=cue.end) if own is not None else None
        if self.lex.thereby.fullmatch(self.text, cue.start, cue.end):
            for other in (one for one in frame.cues if one.form == PHRASE and one.end <= cue.start):
                if (told := self._source(other, frame)) is not None and told.name is not None:
                    return replace(told, start=cue.start, end=cue.end, by="carried")  # "Laut X ist er 24, demnach …"
            same = self.last is not None and self.last.name is not None and self.last_block == frame.block
            return replace(self.last, start=cue.start, end=cue.end, by="carried") if same and self.last else None
        if self.lex.own_view.fullmatch(self.text, cue.start, cue.end):
            return pronoun(self, cue.start, cue.end, self._owner(cue))
        if cue.after:
            return self._source_before(cue, frame)
        word = WORD.match(self.text, cue.end + 1, frame.end)
        if word is not None and word.group().lower() in self.lex.whose and self.text[cue.start - 2] == ",":
            return self._antecedent_of(cue, word)
        end = min([self._limit(cue.end, frame.end), *(at for at in self.times if at > cue.end + 1)])
        a, b = trimmed_phrase(self.text, cue.end, end)
        if a >= b:
            return None
        if self.lex.same_source.search(self.text, cue.start, b):
            return self.last
        if self.lex.compounds.fullmatch(self.text, cue.start, cue.end):
            return self._compound(a, b)
        first = WORD.match(self.text, a)
        if first and first.group().lower() in self.lex.stressed:
            return pronoun(self, a, first.end(), self.lex.stressed[first.group().lower()])
        tokens = self.page.tokens(a, b)
        if tokens is not None:
            root = tokens.root
            a, b = self.phrase(tokens[0] if root.pos_ in ("VERB", "AUX") else root, a, b)
            return self.person(a, min(b, end), root.idx, by="according")
        if self.lex.capitals:
            return self._uninflected(frame, a, cue)
        phrase = phrase_after(self.text, self.lex, a, b, any_noun=True, any_case=True)
        if phrase is not None and self._goes_on_to(phrase[1], b):  # "по данным комиссии по правам человека, …"
            words = " ".join(self.text[phrase[0] : b].split())
            return self.plain(Speaker(words, phrase[0], b, "according (described)"))
        return self.plain(self.person(*(phrase or self._short(a, b)), by="according"))

    def _owner(self, cue: Cue) -> str:
        """The gender of whose view it is: "in her view", "по его словам"; nothing where the language does not tell."""
        words = {word.lower() for word in WORD.findall(self.text[cue.start : cue.end])}
        return "m" if words & self.lex.his else "f" if words & self.lex.her else ""

    def _uninflected(self, frame: Frame, a: int, cue: Cue) -> Speaker | None:
        """The phrase behind "laut" or ", so", without the article of an oblique case."""
        thus = self.lex.thus.fullmatch(self.text, cue.start, cue.end) is not None
        found = self.phrase_speaker(frame, a, plain=not thus)
        return found if thus else self._without_article(found)

    def _without_article(self, found: Speaker | None) -> Speaker | None:
        """ "laut dem Ministerium", "nach Angaben des Ministeriums": who is meant is the ministry, in its plain form."""
        if found is None or found.name is None or not found.by.endswith("(described)"):
            return found
        first, _, rest = found.name.partition(" ")
        if not rest[:1].isupper() or " " in rest or first.lower() not in self.lex.oblique_articles:
            return found
        genitive = first.lower() in self.lex.genitives and rest.endswith("s") and not rest.endswith("ss")
        return replace(found, name=rest[:-1] if genitive else rest)

    def _antecedent_of(self, cue: Cue, word: re.Match[str]) -> Speaker | None:
        """ "said X, according to whom …": the name that ends at the comma."""
        for start, end, one in self.within(max(0, cue.start - NAME), cue.start):
            if end == cue.start - 2 and is_name(one) and one.kind in ("PER", "ORG", "GPE"):
                named = self.person(start, end)
                return replace(named, start=word.start(), end=word.end(), by=WHOSE) if named is not None else None
        noun = self.page.token(max(self.text.rfind(" ", 0, cue.start - 2), self.text.rfind("'", 0, cue.start - 2)) + 1)
        if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
            return None
        named = self.person(*self.phrase(noun, 0, cue.start), noun.idx)
        return replace(named, start=word.start(), end=word.end(), by=WHOSE) if named is not None else None

    def plain(self, found: Speaker | None) -> Speaker | None:
        """A described source in its plain case: "по данным полиции" is the police, "полиция"."""
        if found is None or found.name is None or not (self.lex.bare_nouns and found.by.endswith("(described)")):
            return found
        first, _, rest = found.name.partition(" ")
        base = self.lex.role_stems.get(self.lex.stem(first))
        return replace(found, name=f"{base} {rest}".strip()) if base is not None else found

    def _goes_on_to(self, a: int, b: int) -> bool:
        """True when the name of a body goes on with a preposition, up to the comma that ends it."""
        words = [word.lower() for word in WORD.findall(self.text[a:b])]
        told = any(word in self.lex.verbs or word in self.lex.auxiliaries for word in words)
        ruled = self.lex.bare_nouns and 1 < len(words) <= FEW and words[0] in self.lex.prepositions
        return ruled and not told and self.text[b : b + 1] == "," and not any(a <= at < b for at in self.times)

    def _short(self, a: int, b: int) -> tuple[int, int]:
        """A few words up to a comma, where no article and no capital shows the noun ("по утверждению бармена,")."""
        words = [word.lower() for word in WORD.findall(self.text[a:b])]
        none = self.lex.verbs.keys() | self.lex.auxiliaries | self.lex.relatives
        plain = 0 < len(words) <= FEW and words[0] not in self.lex.loose and none.isdisjoint(words)
        return (a, b) if plain and not self.lex.capitals else (a, a)

    def _compound(self, a: int, b: int) -> Speaker | None:
        """The source inside "NASA-Angaben" or "Bergs Angaben"; the whole word where no name is a part of it."""
        words = list(WORD.finditer(self.text, a, b))[:2]
        name = next((one for one in self.covering(a) if one[2].refers_to and one[2].form in ("name", "acronym")), None)
        if name is not None:
            return self.person(name[0], min(name[1], b), by="according")
        return self.person(*words[0].span(), by="according") if words else None

    def _source_before(self, cue: Cue, frame: Frame) -> Speaker | None:
        """The phrase in front of "zufolge": back over names, titles and their articles."""
        if self.lex.capitals:
            return self._without_article(self.speaker_before(cue, frame))
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

    def _limit(self, a: int, b: int) -> int:
        stop = LIMIT.search(self.text, a, b)
        return stop.start() if stop else b
