"""Where names stand: the parser's entities put right, known names, and names told by their shape.

Everything here works on clean offsets and knows no language: words come from `lexicon`, known names from the world tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.languages.world import Gazetteer, Hit, Thing, gazetteer
from dragoman.read.lexicon import WORD, Lexicon, Word, people, split, words_of
from dragoman.read.page import Page
from dragoman.read.works import works

__all__ = ["Found", "found"]

_KINDS = {
    "PERSON": "PER", "PER": "PER", "GPE": "GPE", "LOC": "LOC", "FAC": "FAC", "ORG": "ORG",
    "EVENT": "EVENT", "LAW": "LAW", "PRODUCT": "MISC", "MISC": "MISC", "NORP": "NORP",
}  # fmt: skip
_EDGE = " \t\r\u00a0\u202f\"'«»“”„‘’‹›()[]{}*.,;:!?…–—-/|#•·"
_CODE = re.compile(r"\b[A-Z]{1,4}-\d{1,4}[A-Z]?\b")  # "F-16", "S-400", "MiG-29" is left to the parser
_ACRONYM = re.compile(r"(?<![\w-])[^\W\d_a-zà-ÿа-я]{2,6}(?![\w-])")  # "KNS", "HTS"
_PIECE = re.compile(r"(?:[^\n,]|,(?! ))+")


@dataclass(slots=True)
class Found:
    """A name on its way to becoming a Mention; clean offsets."""

    start: int
    end: int
    kind: str
    by: str
    form: str = "name"
    thing: Thing | None = None
    listed: str = ""
    role: str = ""
    refers_to: str = ""
    country: str = ""
    metonym_for: str = ""


def found(page: Page, lexicon: Lexicon) -> list[Found]:
    """All names of a page, without overlaps, in reading order."""
    text, known = page.value, gazetteer(page.article.language)
    hits = [hit for hit in known.find(text) if _plausible(text, hit, lexicon)]
    finder = _Finder(page, lexicon, hits)
    names = finder.settle([*finder.tables(), *finder.parsed(), *finder.shaped(), *finder.built(), *finder.codes()])
    names = finder.settle([*names, *finder.again(names)])
    return names


def _plausible(text: str, hit: Hit, lexicon: Lexicon) -> bool:
    """False for a known short name inside a line of capitals, where "US" may be a word."""
    if hit.end - hit.start > 3 or hit.thing.kind == "EVENT" or not text[hit.start : hit.end].isupper():
        return True
    if not text[hit.start].isascii() or "." in text[hit.start : hit.end]:
        return True
    a, b = text.rfind("\n", 0, hit.start) + 1, text.find("\n", hit.end)
    around = (text[a : hit.start] + text[hit.end : b if b >= 0 else len(text)])[:200]
    return not around.isupper() or sum(one.isalpha() for one in around) < 8


class _Finder:
    """The candidates of one page and the rules that settle which of them stand."""

    def __init__(self, page: Page, lexicon: Lexicon, hits: list[Hit]) -> None:
        self.page, self.text, self.lexicon, self.hits = page, page.value, lexicon, hits
        self.words_in = words_of(self.text)
        self.words = self.words_in.all
        self.people = people()
        self.starts, self.ends = [hit.start for hit in hits], [hit.end for hit in hits]
        self.count = Counter(word.text for word in self.words)
        self.lower = {word.text for word in self.words if word.text[0].islower()}
        self.of_hit = {word.start: hit for hit in hits for word in self.words_in(hit.start, hit.end)}

    # -- candidates ------------------------------------------------------------------------------

    def tables(self) -> Iterator[Found]:
        """Names the world tables hold."""
        for hit in self.hits:
            kind = "NORP" if hit.form == "demonym" else hit.thing.kind
            yield Found(hit.start, hit.end, kind, "table", hit.form, hit.thing, hit.listed, country=hit.thing.country)

    def parsed(self) -> Iterator[Found]:
        """The parser's entities, split at line ends and trimmed."""
        doc = self.page.doc
        for entity in doc.ents if doc is not None else ():
            kind = _KINDS.get(entity.label_)
            if kind is None:
                continue
            for a, b in _pieces(self.text, entity.start_char, entity.end_char):
                name = self.trim(a, b, kind)
                if name and self.relabel(name) and self.sensible(name):
                    yield self.extend(name) if kind == "PER" else name

    def codes(self) -> Iterator[Found]:
        """Codes of products ("F-16") and acronyms inside brackets or between slashes."""
        for match in _CODE.finditer(self.text):
            yield Found(match.start(), match.end(), "MISC", "code")
        for match in _ACRONYM.finditer(self.text):
            around = self.text[max(match.start() - 2, 0) : match.start()] + self.text[match.end() : match.end() + 2]
            if match.group().isupper() and any(one in around for one in "()/") and match.group().isalpha():
                yield Found(match.start(), match.end(), "ORG", "acronym", "acronym")

    def built(self) -> Iterator[Found]:
        """Names built around a common noun."""
        for a, b, kind, form in works(self.text, self.words, self.lexicon, self.of_hit):
            yield Found(a, b, kind, "built", form)

    def shaped(self) -> Iterator[Found]:
        """Runs of capitalised words that a title, a given name or a head noun explains."""
        number = 0
        while number < len(self.words):
            run = self.run(number)
            if run:
                yield from self.explain(run)
                number += len(run)
            else:
                number += 1

    # -- rules -----------------------------------------------------------------------------------

    def run(self, number: int) -> list[Word]:
        """Capitalised words from here on, on one line, joined by spaces or by particles of names."""
        run: list[Word] = []
        for word in self.words[number:]:
            gap = self.text[run[-1].end : word.start] if run else ""
            if run and not (gap in (" ", "\u00a0", "\u202f") or (gap == ". " and len(run[-1].text) == 1)):
                break
            capital = word.text[0].isupper()
            if not capital and not (run and word.folded in self.people.particles):
                break
            if capital and self.of_hit.get(word.start) and self.of_hit[word.start].form != "demonym" and not run:
                break
            run.append(word)
        while run and not run[-1].text[0].isupper():
            run.pop()
        return run

    def explain(self, run: list[Word]) -> Iterator[Found]:
        """A person where a title stands before or a given name begins the run; nothing where nothing explains it."""
        first = self.first_of_name(run)
        rest = run[first:]
        if not rest or any(word.start in self.of_hit for word in rest[:1]):
            return
        titled = first > 0 or self.titled(run[0].start)
        given = rest[0].folded in self.people.given or self.lexicon.stem(rest[0].folded) in self.people.given
        size = sum(word.text[0].isupper() for word in rest)
        if rest[0].folded in self.lexicon.never or size > 5 or rest[0].text.isupper() != rest[-1].text.isupper():
            return
        if self.shouting(rest[0].start):
            return
        eastern = rest[0].folded in self.people.family_first and "-" in rest[-1].text
        if ((given or eastern) and size > 1) or (titled and self.lexicon.known and rest[0].text.lower() not in self.lower):
            yield Found(rest[0].start, rest[-1].end, "PER", "shape")
        elif self.lexicon.capitals and not self.begins(run[0].start):
            yield from self.bare(rest, size)

    def bare(self, run: list[Word], size: int) -> Iterator[Found]:
        """Capitals inside a sentence, in a language that keeps them for names and ships no parser."""
        bodies = self.lexicon.cue["body_heads"] | self.lexicon.cue["fac_heads"]
        words = [word for word in run if word.text[0].isupper()]
        if any(word.text in bodies or word.text.lower() in self.lower or word.start in self.of_hit for word in words):
            return
        if words[0].folded in self.lexicon.offices or len(words[0].text) < 3 or words[0].text[0].isdigit():
            return
        name = Found(run[0].start, run[-1].end, "PER" if 2 <= size <= 4 else "MISC", "capitals")
        yield self.relabel(name)

    def first_of_name(self, run: list[Word]) -> int:
        """How many leading words of a run are titles or honorifics."""
        first = 0
        while first < len(run):
            size = self.office(run, first)
            if not size:
                break
            first += size
        return first

    def office(self, run: list[Word], at: int) -> int:
        """Number of words of the office or honorific that begins at a word, 0 for none."""
        if run[at].folded in self.lexicon.honorifics:
            return 1
        for size in range(min(self.lexicon.longest.get(run[at].folded, 0), len(run) - at), 0, -1):
            if " ".join(word.folded for word in run[at : at + size]) in self.lexicon.offices:
                return size
        return 0

    def titled(self, start: int) -> bool:
        """True when an office or honorific stands directly before a position."""
        words = self.words_in.before(start, 2)
        if not words or self.text[words[-1].end : start] not in (" ", "\u00a0", "\u202f", ". ", ".\u00a0"):
            return False
        if self.text[words[-1].end] == "." and words[-1].folded not in self.lexicon.honorifics and len(words[-1].text) > 4:
            return False
        kinds = (self.lexicon.offices.get(" ".join(w.folded for w in words[i:]), "") for i in range(len(words)))
        return words[-1].folded in self.lexicon.honorifics or any(kind in "HT" and kind for kind in kinds)

    def shouting(self, at: int) -> bool:
        """True inside a line where most words begin with a capital: capitals tell nothing there."""
        a, b = self.text.rfind("\n", 0, at) + 1, self.text.find("\n", at)
        words = self.words_in(a, b if b >= 0 else len(self.text))
        long = [word for word in words if len(word.text) > 3]
        return len(long) > 4 and sum(word.text[0].isupper() for word in long) > 0.7 * len(long)

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
        if len(words[0].text) > 2 and words[0].text[1] in "'ʼ" and words[0].folded[0] in self.lexicon.articles | self.lexicon.links:
            start += 2  # "l'Ukraine", "d'Emmanuel"
        if person and self.text[end : end + 1] == "." and len(words[-1].text) == 1:
            end += 1
        return Found(start, end, kind, "parser") if start < end else None

    def drop_first(self, words: list[Word], person: bool) -> bool:
        word = words[0]
        if not word.text[0].isupper():
            return not (person and word.folded.partition("-")[0] in self.people.particles and len(words) > 1 and word.folded not in self.lexicon.articles)
        if person:
            hit = self.of_hit.get(word.start)
            edge = hit is not None and (hit.form != "name" or hit.thing.key.startswith("body:")) and len(words) > 1
            return edge or (self.office(words, 0) > 0 and len(words) > 1)
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
        return token is None or token.pos_ in ("PROPN", "NOUN", "X", "ADJ") and not (
            token.pos_ != "PROPN" and token.is_sent_start
        )

    def begins(self, start: int) -> bool:
        """True for the first word of a line or sentence, whose capital tells nothing."""
        before = self.text[max(start - 8, 0) : start].rstrip(" \u00a0\"'«“„([-–—•")[-1:]
        return not before or before in "\n.!?…:"

    def relabel(self, name: Found) -> Found:
        """The candidate with its kind put right: a given name begins a person, "the daily X" is a body."""
        words = self.words_in(name.start, name.end)
        bodies = self.lexicon.cue["body_heads"] | self.lexicon.cue["body_nouns"]
        if name.kind != "PER" and 1 < len(words) < 5 and words[0].folded in self.people.given:
            if not any(word.text in bodies or word.start in self.of_hit for word in words):
                name.kind = "PER"
        before = self.words_in.before(name.start, 1)
        if before and before[-1].text in self.lexicon.cue["body_nouns"] and self.text[before[-1].end : name.start] == " ":
            name.kind = "ORG"
        if len(words) == 1 and name.kind in ("PER", "ORG", "MISC") and "locative" in self.lexicon.patterns:
            if self.lexicon.patterns["locative"].search(self.text, max(name.start - 24, 0), name.start):
                name.kind = "GPE"
        return name

    def extend(self, name: Found) -> Found:
        """A person's name continued over the capitalised words that the parser left out: "Choe Son" + "Hui"."""
        if self.shouting(name.start):
            return name
        while True:
            match = WORD.match(self.text, name.end + 1) if self.text[name.end : name.end + 1] in (" ", "\u00a0") else None
            word = match and match.group()
            if not match or not word or not word[0].isupper() or match.start() in self.of_hit:
                return name
            token = self.page.token(match.start())
            folded = split(word)[0].folded
            if (token is not None and token.pos_ != "PROPN") or folded in self.lexicon.offices or folded in self.lexicon.never:
                return name
            if len(self.words_in(name.start, name.end)) > 3:
                return name
            name = Found(name.start, match.end(), name.kind, name.by)

    def again(self, names: list[Found]) -> Iterator[Found]:
        """Further places of the names found: whole, and a person's surname alone."""
        forms: dict[str, tuple[str, str]] = {}
        for name in names:
            if name.thing is not None or name.kind in ("LAW", "NORP"):
                continue
            words = self.words_in(name.start, name.end)
            forms.setdefault(self.text[name.start : name.end], (name.kind, name.form))
            if name.kind == "PER" and len(words) > 1:
                family = words[0] if words[0].folded in self.people.family_first else words[-1]
                if len(family.text) > 2 and not family.text.isupper():
                    forms[family.text] = ("PER", "name")
        if not forms:
            return
        for name in names:
            if name.by == "parser" and self.text[name.start : name.end] in forms:
                name.kind = forms[self.text[name.start : name.end]][0]
        pattern = re.compile(r"(?<![\w'-])(?:" + "|".join(map(re.escape, sorted(forms, key=lambda f: (-len(f), f)))) + r")(?![\w-])")
        for match in pattern.finditer(self.text):
            kind, form = forms[match.group()]
            yield Found(match.start(), match.end(), kind, "again", form)

    # -- settling --------------------------------------------------------------------------------

    def settle(self, names: list[Found]) -> list[Found]:
        """The candidates that stand: better evidence first, no overlaps, in reading order."""
        chosen: list[Found] = []
        taken = bytearray(len(self.text))
        for name in sorted(names, key=lambda name: (-self.weight(name), name.start, name.end)):
            if 1 not in taken[name.start : name.end]:
                chosen.append(name)
                taken[name.start : name.end] = b"\1" * (name.end - name.start)
        return sorted(chosen, key=lambda name: name.start)

    def weight(self, name: Found) -> float:
        """How much a candidate is worth against one that overlaps it."""
        size = (name.end - name.start) / 1000
        if name.by == "table":
            return 3 + size
        if name.by == "built":
            return 5 + size
        if name.by in ("parser", "shape", "capitals"):
            inside = self.hits[bisect_right(self.ends, name.start) : bisect_left(self.starts, name.end)]
            if not inside:
                return 2 + size
            return 4 + size if self.more_than_tables(name, inside) else 1 + size
        return 1.5 + size if name.by == "again" else 1 + size

    def more_than_tables(self, name: Found, inside: list[Hit]) -> bool:
        """True when a candidate names something beyond the known names inside it: "Dongguk University", "Korea Times"."""
        if any(hit.start < name.start or hit.end > name.end for hit in inside) or name.kind in ("GPE", "LOC", "NORP"):
            return False
        if "'s " in self.text[name.start : name.end]:
            return False
        rest = [
            word
            for word in self.words_in(name.start, name.end)
            if not any(hit.start <= word.start < hit.end for hit in inside) and word.text[0].isupper()
        ]
        if name.kind == "PER":
            given = bool(rest) and rest[0].start == name.start and rest[0].folded in self.people.given
            return bool(rest) and all(hit.form == "name" and (given or hit.thing.kind == "GPE") for hit in inside)
        return any(self.lexicon.offices.get(word.folded, "M") == "M" for word in rest)


def _pieces(text: str, a: int, b: int) -> Iterator[tuple[int, int]]:
    """The stretches of a..b between line ends and commas."""
    for match in _PIECE.finditer(text, a, b):
        yield match.start(), match.end()
