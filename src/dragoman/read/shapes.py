"""The look of names: runs of capitals, titles before them, what to trim, what cannot be one."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from dragoman.languages.world import Hit
from dragoman.read.found import Found
from dragoman.read.lexicon import Lexicon, Word, people, words_of
from dragoman.read.page import Page

__all__ = ["ACRONYM", "MIXED", "Shapes"]

#: Two to six capitals: "KNS", "HTS".
ACRONYM = re.compile(r"(?<![\w-])[^\W\d_a-zà-ÿа-я]{2,6}(?![\w-])")
#: Letters that begin and end with a capital, small ones between: "AfD", "PiS".
MIXED = re.compile(r"(?<![\w-])[A-ZÀ-ÞА-Я]{1,3}[a-zà-ÿа-я]{1,2}[A-ZÀ-ÞА-Я]{1,3}(?![\w-])")
_HEADS = (("law_heads", "LAW"), ("event_heads", "EVENT"))


class Shapes:
    """The words of one page with what the tables and the language say about them."""

    def __init__(self, page: Page, lexicon: Lexicon, hits: list[Hit]) -> None:
        self.page, self.text, self.lexicon, self.hits = page, page.value, lexicon, hits
        self.words_in = words_of(self.text)
        self.words = self.words_in.all
        self.people = people()
        nouns = page.language.section("figures").get("capital_nouns")
        self.oblique_articles = lexicon.articles if nouns else frozenset[str]()
        self.bodies = lexicon.cue["body_heads"] | lexicon.cue["body_nouns"]
        self.starts, self.ends = [hit.start for hit in hits], [hit.end for hit in hits]
        self.count = Counter(word.text for word in self.words)
        self.lower = {word.text for word in self.words if word.text[0].islower()}
        self.of_hit = {word.start: hit for hit in hits for word in self.words_in(hit.start, hit.end)}

    def run(self, number: int) -> list[Word]:
        """Capitalised words from here on, on one line, joined by spaces or by particles of names."""
        run: list[Word] = []
        for word in islice(self.words, number, None):
            gap = self.text[run[-1].end : word.start] if run else ""
            if run and not (gap in (" ", "\u00a0", "\u202f") or (gap == ". " and len(run[-1].text) == 1)):
                break
            capital = word.text[0].isupper()
            if not capital and not (run and word.folded in self.people.particles):
                break
            if not capital and word.folded in self.oblique_articles and run[-1].text[0].isupper():
                break  # "sagte Anna Berg | der Zeitung"; "von der Leyen" has its "von"
            if capital and self.of_hit.get(word.start) and self.of_hit[word.start].form != "demonym" and not run:
                break
            run.append(word)
        while run and not run[-1].text[0].isupper():
            run.pop()
        return run

    def first_of_name(self, run: list[Word]) -> int:
        """How many leading words of a run are titles or honorifics."""
        first = int(len(run) > 1 and run[0].folded in self.lexicon.articles and self.title_at(run, 1))
        while first < len(run):
            size = self.office(run, first) or int(first > 0 and run[first].start in self.of_hit)
            size = size or int(self.of_several(run[first:]))
            if not size:
                break
            first += size
        return first

    def behind_country(self, run: list[Word]) -> list[Word]:
        """The name behind the country that an office is of: "(Präsident) der Türkei Recep Erdogan"."""
        known = [at for at, word in enumerate(run) if word.start in self.of_hit]
        name = run[known[-1] + 1 :] if known and run[0].text[0].islower() else []
        return name if len(name) > 1 and name[0].folded in self.people.given else run

    def office(self, run: list[Word], at: int) -> int:
        """Number of words of the office or honorific that begins at a word, 0 for none."""
        if run[at].folded in self.lexicon.honorifics:
            return 1
        for size in range(min(self.lexicon.longest.get(run[at].folded, 0), len(run) - at), 0, -1):
            if " ".join(word.folded for word in run[at : at + size]) in self.lexicon.offices:
                return size
        return int(self.compound(run[at]))

    def compound(self, word: Word) -> bool:
        """True for a longer word that ends in an office: "Gewerkschaftsführer"."""
        ends = self.lexicon.compounds
        return bool(ends) and word.text[0].isupper() and word.folded.endswith(ends)

    def title_at(self, run: list[Word], at: int) -> bool:
        """True where a title of one person or of several begins."""
        return bool(self.office(run, at)) or self.of_several(run[at:])

    def of_several(self, words: list[Word]) -> bool:
        """True for a title that several bear, before a given name: "Ministers Ana Gil and Omar Said"."""
        return len(words) > 1 and words[0].folded in self.lexicon.several and words[1].folded in self.people.given

    def titled(self, start: int) -> bool:
        """True when an office or honorific stands directly before a position."""
        words = self.words_in.before(start, 2)
        if not words or self.text[words[-1].end : start] not in (" ", "\u00a0", "\u202f", ". ", ".\u00a0"):
            return False
        if (
            self.text[words[-1].end] == "."
            and words[-1].folded not in self.lexicon.honorifics
            and len(words[-1].text) > 4
        ):
            return False
        kinds = (self.lexicon.offices.get(" ".join(w.folded for w in words[i:]), "") for i in range(len(words)))
        known = words[-1].folded in self.lexicon.honorifics or self.compound(words[-1])
        return known or any(kind in "HT" and kind for kind in kinds)

    def shouting(self, at: int) -> bool:
        """True inside a line where most words begin with a capital: capitals tell nothing there."""
        a, b = self.text.rfind("\n", 0, at) + 1, self.text.find("\n", at)
        b = b if b >= 0 else len(self.text)
        if self.text[a:b].rstrip(" \"'»”)").endswith((".", "!", "?", "…", ":", ",")):
            return False  # a sentence, not a headline
        words = self.words_in(a, b)
        long = [word for word in words if len(word.text) > 3]
        return len(long) > 4 and sum(word.text[0].isupper() for word in long) > 0.7 * len(long)

    def begins(self, start: int) -> bool:
        """True for the first word of a line or sentence, whose capital tells nothing."""
        before = self.text[max(start - 8, 0) : start].rstrip(" \u00a0\"'`«“„([-–—•")[-1:]
        return not before or before in "\n.!?…:"

    def introduced(self, a: int, b: int) -> bool:
        """True when an office and two more words make a candidate: "Spokeswoman Sandy Angers", not "General Motors"."""
        words = self.words_in(a, b)
        size = self.office(words, 0) if words else 0
        rest = words[size:]
        if not size or len(rest) != 2 or any(word.start in self.of_hit for word in rest):
            return False
        bodies = self.lexicon.nouns
        return all(word.text[0].isupper() and word.folded not in bodies for word in rest)

    def trim(self, a: int, b: int, kind: str) -> Found | None:
        """A candidate without marks, articles, titles and lower-case words at its edges; None when nothing is left."""
        words = self.words_in(a, b)
        person = kind == "PER"
        while words and self.drop_first(words, person):
            words = words[max(self.office(words, 0), 1) if person else 1 :]
        while words and self.drop_last(words):
            words.pop()
        if not words:
            return None
        start, end = words[0].start, words[-1].end
        if (
            len(words[0].text) > 2
            and words[0].text[1] in "'ʼ"
            and words[0].folded[0] in self.lexicon.articles | self.lexicon.links
        ):
            start += 2  # "l'Ukraine", "d'Emmanuel"
        if person and self.text[end : end + 1] == "." and len(words[-1].text) == 1:
            end += 1
        acronym = kind == "ORG" and len(words) == 1 and ACRONYM.fullmatch(words[0].text) and words[0].text.isupper()
        return Found(start, end, kind, "parser", "acronym" if acronym else "name") if start < end else None

    def drop_first(self, words: list[Word], person: bool) -> bool:
        word = words[0]
        if not word.text[0].isupper():
            return not (
                person
                and word.folded.partition("-")[0] in self.people.particles
                and len(words) > 1
                and word.folded not in self.lexicon.articles
            )
        if person:
            hit = self.of_hit.get(word.start)
            edge = hit is not None and (hit.form != "name" or hit.thing.key.startswith("body:")) and len(words) > 1
            return edge or (self.office(words, 0) > 0 and len(words) > 1) or self.of_several(words)
        return word.folded in (self.lexicon.articles | self.lexicon.never) and len(words) > 1

    def drop_last(self, words: list[Word]) -> bool:
        word = words[-1]
        return not word.text[0].isupper() and not word.text.isdigit() and word.start not in self.of_hit

    def sensible(self, name: Found) -> bool:
        """False for weekdays, common words that only begin a sentence, numbers and single letters."""
        words = self.words_in(name.start, name.end)
        if name.kind == "LAW" and sum(word.text[0].isupper() for word in words) < 2:
            return False
        if len(words) > 8 or all(word.folded in self.lexicon.never for word in words):
            return False
        if len(words) > 1:
            return True
        word = words[0]
        if len(word.text) < 2 or not word.text[0].isalpha() or word.text.lower() in self.lower:
            return False
        if word.folded in self.lexicon.offices or word.folded in self.lexicon.articles:
            return False
        if name.kind != "GPE" and self.begins(word.start) and self.count[word.text] == 1:
            return False
        token = self.page.token(word.start)
        return token is None or (
            token.pos_ in ("PROPN", "NOUN", "X", "ADJ") and not (token.pos_ != "PROPN" and token.is_sent_start)
        )

    def relabel(self, name: Found) -> Found:
        """The candidate with its kind put right: a given name begins a person, "the daily X" is a body."""
        words = self.words_in(name.start, name.end)
        plain = not any(word.text in self.bodies or word.start in self.of_hit for word in words)
        if name.kind != "PER" and 1 < len(words) < 5 and plain and words[0].folded in self.people.given:
            name.kind = "PER"
        if (
            len(words) == 1
            and name.kind in ("GPE", "PER", "NORP")
            and ACRONYM.fullmatch(words[0].text)
            and words[0].text.isupper()
        ):
            name.kind, name.form = "ORG", "acronym"
        if self.is_body(name, words) or (name.kind == "NORP" and self.singular(name)):
            name.kind = "ORG"
        elif name.kind == "ORG" and words[0].text in self.lexicon.cue["law_heads"]:
            name.kind = "LAW"
        elif len(words) == 2 and f" {words[0].folded} " in self.lexicon.directions and name.kind == "ORG":
            name.kind = "NORP"  # "South American"
        locative = self.lexicon.patterns.get("locative")
        alone = len(words) == 1 and name.kind in ("PER", "ORG", "MISC")
        if alone and locative and locative.search(self.text, max(name.start - 24, 0), name.start):
            name.kind = "GPE"
        return name

    def is_body(self, name: Found, words: list[Word]) -> bool:
        """True for mixed capitals ("AfD"), a noun for a body in the name or right beside it ("the X party")."""
        cue, last = self.lexicon.cue, words[-1]
        if len(words) == 1 and MIXED.fullmatch(last.text) and name.kind in ("PER", "GPE", "LOC", "NORP"):
            return True
        if name.kind in ("MISC", "LOC") and (words[0].text in cue["body_heads"] or words[0].text in cue["body_nouns"]):
            return True
        before, after = self.words_in.before(name.start, 1), self.words_in(name.end, name.end + 2)
        if before and before[-1].text in cue["body_nouns"] and self.text[before[-1].end : name.start] == " ":
            return True
        behind = self.lexicon.before and name.kind in ("FAC", "MISC", "NORP", "PER") and len(words) < 3
        return bool(
            behind and after and after[0].text in cue["body_nouns"] and self.text[last.end : after[0].start] == " "
        )

    def singular(self, name: Found) -> bool:
        """True for one proper noun in the singular that does not end as peoples do: "Ipsos", not "Kurdish"."""
        token = self.page.token(name.end - 1)
        endings = self.lexicon.peoples
        if token is None or not endings or token.tag_ != "NNP" or token.idx != name.start:
            return False
        return not token.text.lower().endswith(endings) and token.dep_ in ("nsubj", "compound", "nsubjpass", "pobj")

    def kind_by_head(self, a: int, b: int) -> str:
        """LAW or EVENT where a noun for one stands among the words, else ORG."""
        words = {word.text for word in self.words_in(a, b)}
        return next((kind for key, kind in _HEADS if words & self.lexicon.cue[key]), "ORG")
