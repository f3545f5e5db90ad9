"""How far a name reaches: words that the parser left out on its right, adjectives and particles on its left."""

from __future__ import annotations

from dragoman.read.found import Found
from dragoman.read.lexicon import Word
from dragoman.read.shapes import Shapes

__all__ = ["Reach"]

_GOAL = 10  # words of what a body is for: "la sécurité et la coopération en Europe"
_CLOSING = frozenset({"VERB", "AUX", "PUNCT", "PRON", "SCONJ"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


class Reach(Shapes):
    """Names continued over what belongs to them."""

    def leftwards(self, name: Found) -> Found:
        """A party or people with the capitalised adjective before it, and a surname with its particles."""
        before = self.words_in.before(name.start, 3)
        small = self.lexicon.articles | self.lexicon.links
        if name.kind in ("GPE", "LOC", "ORG", "MISC") and before and before[0].folded not in small:
            first = len(before)
            while first and before[first - 1].text in self.people.particles and self.touches(before[first - 1], name):
                first -= 1
            if len(before) - first > 1 and not {word.text for word in before[first:]} & small:  # "von der Leyen"
                return Found(before[first].start, name.end, "PER", name.by)
        if name.kind != "NORP" or not before or self.page.doc is None:
            return name
        word, token = before[-1], self.page.token(name.end - 1)
        plural = token is not None and token.tag_ == "NNPS"
        free = not (self.begins(word.start) or word.start in self.of_hit or word.folded in self.lexicon.never)
        if plural and free and word.text[0].isupper() and self.text[word.end : name.start] == " ":
            return Found(word.start, name.end, name.kind, name.by)
        return name

    def touches(self, word: Word, name: Found) -> bool:
        """True when nothing but particles and spaces stand between a word and a name."""
        between = self.text[word.end : name.start].split()
        return all(one in self.people.particles for one in between)

    def extend(self, name: Found) -> Found:
        """A person's name continued over the capitalised words that the parser left out: "Choe Son" + "Hui"."""
        while not self.shouting(name.start):
            words, after = self.words_in(name.start, name.end), self.words_in(name.end, name.end + 2)
            gap = self.text[name.end : after[0].start] if after else ""
            if not after or gap not in (" ", "\u00a0") or len(words) > 3 or not self.continues(words, after[0]):
                break
            name = Found(name.start, after[0].end, name.kind, name.by)
        return name

    def continues(self, words: list[Word], word: Word) -> bool:
        """True when a word goes on with the name: a capitalised proper noun, or the third part of an eastern name."""
        joined, _, rest = word.text.partition("-")
        if joined.lower() in self.people.particles and rest[:1].isupper():
            return True  # "Bashar" + "al-Assad"
        if not word.text[0].isupper() or word.start in self.of_hit:
            return False
        if word.folded in self.lexicon.offices or word.folded in self.lexicon.never:
            return False
        token = self.page.token(word.start)
        eastern = len(words) == 2 and words[0].folded in self.people.family_first and "-" not in words[1].text
        return token is None or token.pos_ == "PROPN" or (eastern and token.pos_ not in ("VERB", "AUX"))

    def purposed(self, names: list[Found]) -> list[Found]:
        """The names, those of bodies continued over what they are for: "Front populaire | pour la libération de …"."""
        made = [self._purposed(name) for name in names]
        reach = [name for name in made if name.by == "purpose"]
        return [one for one in made if one.by == "purpose" or not any(a.start <= one.start < a.end for a in reach)]

    def _purposed(self, name: Found) -> Found:
        cue = self.lexicon.patterns.get("purpose")
        words = self.words_in(name.start, name.end) if cue and name.kind == "ORG" and name.form == "name" else []
        body = bool(words) and words[0].text in self.lexicon.cue["body_heads"]
        led = cue.match(self.text, name.end) if cue and body else None
        noun = self.page.token(led.end()) if led else None
        if led is None or noun is None or noun.pos_ != "NOUN" or not name.start <= noun.head.idx < name.end:
            return name  # "Le Conseil, pour la troisième fois, …"
        end = noun.idx + len(noun)
        for token in noun.doc[noun.i + 1 : min(noun.right_edge.i + 1, noun.i + _GOAL)]:
            if token.pos_ in _CLOSING:
                break
            end = token.idx + len(token) if token.pos_ in _NOMINAL else end
        return Found(name.start, end, "ORG", "purpose")
