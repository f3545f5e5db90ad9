"""Names that neither the parser nor their shape tells: codes, letters in brackets, lone nouns that act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from dragoman.read.expansions import expansions
from dragoman.read.found import Found
from dragoman.read.lexicon import Word
from dragoman.read.reach import Reach
from dragoman.read.shapes import ACRONYM, MIXED
from dragoman.read.works import works

__all__ = ["Signs"]

_CODE = re.compile(r"\b[A-Z]{1,4}-\d{1,4}[A-Z]?\b")  # "F-16", "S-400", "MiG-29" is left to the parser
_BRAND = re.compile(r"(?<![\w@#.-])[a-z]{1,2}[A-Z][A-Za-z]{2,}(?![\w.@])")  # "iPhone", "eBay"
_ACTING = frozenset(("nsubj", "nsubjpass", "nsubj:pass", "dobj", "obj"))
_HELD = ("H", "T", "K")  # offices and counterparts
_TITLE = 9  # words before a comma in which an office stands
_NEXT = 2  # characters behind a name in which the next word begins
_NAME = 4  # letters of a lone proper noun that is taken for a name


class Signs(Reach):
    """Candidates by signs beside them."""

    def acting(self) -> Iterator[Found]:
        """A lone proper noun that acts or is acted upon, which the parser knows to be no entity: "thanked Draghi"."""
        for number in self.page.having("PROPN"):
            token = self.page.doc[number]  # type: ignore[index]
            if token.dep_ not in _ACTING or token.ent_type_ or not token.text.istitle():
                continue
            near = any(one.text[:1].isupper() for one in token.doc[max(token.i - 1, 0) : token.i + 2] if one != token)
            start, end = token.idx, token.idx + len(token)
            lower = token.text.lower() in self.lower or start in self.of_hit
            if near or lower or len(token) < _NAME or self.begins(start) or self.shouting(start):
                continue
            yield Found(start, end, "MISC", "acting")

    def codes(self) -> Iterator[Found]:
        """Codes of products ("F-16") and acronyms inside brackets or between slashes."""
        for match in chain(_CODE.finditer(self.text), _BRAND.finditer(self.text)):
            yield Found(match.start(), match.end(), "MISC", "code")
        for match in chain(ACRONYM.finditer(self.text), MIXED.finditer(self.text)):
            around = self.text[max(match.start() - 2, 0) : match.start()] + self.text[match.end() : match.end() + 2]
            if not match.group()[-1].islower() and any(one in around for one in "()/") and match.group().isalpha():
                yield Found(match.start(), match.end(), "ORG", "acronym", "acronym")

    def built(self) -> Iterator[Found]:
        """Names built around a common noun."""
        for a, b, kind, form in works(self.text, self.words, self.lexicon, self.of_hit):
            a = self.behind_office(a, b) if kind == "ORG" and self.page.doc is None else a
            if not (kind == "FAC" and self.surname_last(a, b)):
                yield Found(a, b, kind, "built", form)

    def behind_office(self, a: int, b: int) -> int:
        """Where a body's name begins behind the office that opens a sentence: "Главы | МИД Египта"."""
        words = self.words_in(a, b)
        led = len(words) > 1 and words[0].folded in self.lexicon.offices and self.begins(words[0].start)
        return words[1].start if led and self.lexicon.capitals and words[1].text.isupper() else a

    def surname_last(self, a: int, b: int) -> bool:
        """True for a title of a country before a surname that is a common noun too: "South Korean President Park"."""
        words = self.words_in(a, b)
        first = self.of_hit.get(words[0].start)
        return first is not None and first.form == "demonym" and self.titled(words[-1].start)

    def speaks(self, name: Found) -> bool:
        """True when a verb of a speaker or actor stands right beside a name."""
        acts = self.lexicon.patterns.get("acts")
        before = self.words_in.before(name.start, 1)
        near = bool(before) and self.text[before[-1].end : name.start] == " "
        return acts is not None and bool(
            acts.match(self.text, name.end) or (near and acts.match(" " + before[-1].text + " "))
        )

    def apposed(self, name: Found) -> bool:
        """True for a name between commas behind an office: "la portavoz del Gobierno, Ana Gil, habló"."""
        if self.text[name.start - 2 : name.start] != ", " or self.text[name.end : name.end + 1] not in (",", "."):
            return False
        low = max(self.text.rfind(mark, 0, name.start - 2) for mark in ",.;:\n")
        before = [word for word in self.words_in.before(name.start, _TITLE) if word.start > low]
        ends = (
            (at, at + size)
            for at in range(len(before))
            for size in (2, 1)
            if self.lexicon.offices.get(" ".join(word.folded for word in before[at : at + size]), "") in _HELD
        )
        at, end = next(ends, (0, 0))
        led = at == 0 or before[at - 1].folded in self.lexicon.articles
        return bool(end) and led and all(self.of_title(before, one) for one in range(end, len(before)))

    def called_like_places(self) -> Iterator[Found]:
        """People whose first name is also a place, by what they do or are: "el ministro de Defensa, Israel Katz, dijo".

        A parser knows them by itself.
        """
        for hit in self.hits if self.page.doc is None else ():
            words = self.words_in(hit.start, hit.end + _NEXT)
            if hit.form != "name" or hit.thing.kind != "GPE" or len(words) < 2 or words[0].end != hit.end:
                continue
            family = words[1]
            plain = family.text[0].isupper() and family.text.lower() not in self.lower and len(family.text) > 2
            if not plain or self.text[hit.end : family.start] != " " or family.start in self.of_hit:
                continue
            name = Found(hit.start, family.end, "PER", "shape")
            known = family.text in self.bodies or family.folded in self.lexicon.nouns | self.lexicon.never
            apart = self.text[hit.start - 2 : hit.start] == ", " and self.text[name.end : name.end + 1] == ","
            acts = apart or self.speaks(name) or self.titled(hit.start)
            acts = acts and words[0].folded in self.people.given
            if not known and (acts or self.apposed(name)):
                yield name

    def of_title(self, words: list[Word], at: int) -> bool:
        """True for a word that goes on with a title: "del Gobierno macedonio", "de la policía local", no verb."""
        small = self.lexicon.articles | self.lexicon.links
        word, before = words[at], words[at - 1].folded
        if word.folded in small or word.text[0].isupper() or word.start in self.of_hit:
            return True
        if before in small or self.lexicon.offices.get(word.folded, "") == "M":
            return True
        return at == len(words) - 1 and at > 1 and words[at - 2].folded in small and not words[at - 1].text[0].isupper()

    def spelt(self) -> Iterator[Found]:
        """Names whose initials follow in brackets, and these letters."""
        for a, b, first, last in expansions(self.text, self.words_in, self.lexicon):
            kind = self.kind_by_head(a, b)
            yield Found(a, b, kind, "spelt")
            yield Found(first, last, kind, "spelt", "acronym")

    def beside(self) -> Iterator[Found]:
        """A proper noun that tells which body is meant: "the opposition Lumen party"."""
        nouns = self.lexicon.cue["body_nouns"] if self.lexicon.before and self.page.doc is not None else frozenset()
        for before, word in pairwise(self.words):
            if word.text not in nouns or not before.text[0].isupper() or self.text[before.end : word.start] != " ":
                continue
            token = self.page.token(before.start)
            known = before.start in self.of_hit or before.folded in self.lexicon.never or self.begins(before.start)
            if not known and token is not None and token.pos_ == "PROPN":
                yield Found(before.start, before.end, "ORG", "beside")
