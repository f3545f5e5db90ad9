"""Where names stand: the parser's entities put right, known names, and names told by their shape.

Everything here works on clean offsets and knows no language: words come from `lexicon`, known names from `world`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from dragoman.languages.world import Hit, gazetteer
from dragoman.read.found import Found
from dragoman.read.lexicon import Lexicon, Word, organisations
from dragoman.read.page import Page
from dragoman.read.signs import Signs

__all__ = ["found"]

_NAMED_AFTER = frozenset({"of", "de", "von", "di"})  # between the noun of an agreement and its city
_KINDS = {
    "PERSON": "PER", "PER": "PER", "GPE": "GPE", "LOC": "LOC", "FAC": "FAC", "ORG": "ORG",
    "EVENT": "EVENT", "LAW": "LAW", "PRODUCT": "MISC", "MISC": "MISC", "NORP": "NORP",
}  # fmt: skip
_NUMBERED = re.compile(r"[IVX]+")  # "Felipe VI"
_PIECE = re.compile(r"(?:[^\n,]|,(?! ))+")


def found(page: Page, lexicon: Lexicon) -> list[Found]:
    """All names of a page, without overlaps, in reading order."""
    text, known = page.value, gazetteer(page.article.language)
    hits = [hit for hit in known.find(text) if _plausible(text, hit, lexicon) and not _wider(text, hit, lexicon)]
    finder = _Finder(page, lexicon, hits)
    own = (
        finder.tables(), finder.parsed(), finder.shaped(), finder.built(),
        finder.spelt(), finder.beside(), finder.codes(), finder.acting(), finder.called_like_places(),
    )  # fmt: skip
    names = finder.settle([name for names in own for name in names])
    names = finder.settle([*names, *finder.again(names)])
    return finder.purposed(names)


def _plausible(text: str, hit: Hit, lexicon: Lexicon) -> bool:
    """False for a known short name inside a line of capitals, where "US" may be a word."""
    if hit.end - hit.start > 3 or hit.thing.kind == "EVENT" or not text[hit.start : hit.end].isupper():
        return True
    if not text[hit.start].isascii() or "." in text[hit.start : hit.end]:
        return True
    a, b = text.rfind("\n", 0, hit.start) + 1, text.find("\n", hit.end)
    around = (text[a : hit.start] + text[hit.end : b if b >= 0 else len(text)])[:200]
    return not around.isupper() or sum(one.isalpha() for one in around) < 8


def _wider(text: str, hit: Hit, lexicon: Lexicon) -> bool:
    """True for a people that the word before makes another: "South American" is nobody of one country."""
    if hit.form != "demonym" or not lexicon.directions:
        return False
    before = " " + text[max(hit.start - 12, 0) : hit.start]
    return before.replace("-", " ").replace("\n", " ").lower().endswith(lexicon.directions)


class _Finder(Signs):
    """The candidates of one page and the rules that settle which of them stand."""

    def tables(self) -> Iterator[Found]:
        """Names the world tables hold."""
        for hit in self.hits:
            law = self.law_before(hit.start) if hit.thing.key.startswith("city:") and hit.form == "name" else None
            if law is not None:  # the Treaty of Lisbon, le traité de Rome: named after a city, no city
                yield Found(law, hit.end, "LAW", "built")
                continue
            kind = "NORP" if hit.form == "demonym" else hit.thing.kind
            yield Found(hit.start, hit.end, kind, "table", hit.form, hit.thing, hit.listed, country=hit.thing.country)

    def law_before(self, at: int) -> int | None:
        """Where the noun of an agreement begins that a city behind "of" names: "Treaty of | Lisbon"; else None."""
        words = self.words_in.before(at, 2)
        if len(words) < 2 or words[1].folded not in _NAMED_AFTER or self.text[words[1].end : at] not in (" ", "\u00a0"):
            return None
        return words[0].start if words[0].text in self.lexicon.cue["law_heads"] else None

    def parsed(self) -> Iterator[Found]:
        """The parser's entities, split at line ends and trimmed."""
        doc = self.page.doc
        for entity in doc.ents if doc is not None else ():
            kind = _KINDS.get(entity.label_)
            if kind is None:
                continue
            for a, b in _pieces(self.text, entity.start_char, entity.end_char):
                name = self.trim(a, b, "PER" if self.introduced(a, b) else kind)
                if name and self.relabel(name) and self.sensible(name):
                    yield self.extend(name) if kind == "PER" else self.leftwards(name)

    def shaped(self) -> Iterator[Found]:
        """Runs of capitalised words that a title, a given name or a head noun explains."""
        number = 0
        while number < len(self.words):
            run = self.run(number) if self.words[number].text[0].isupper() else []
            if len(run) > 1 and self.opens(*run[:2]):
                number += 1
            elif run:
                yield from self.explain(run)
                number += len(run)
            else:
                number += 1

    def opens(self, word: Word, name: Word) -> bool:
        """True for a small word, or a day, that stands before a name with a capital: "В Киеве Владимир …"."""
        small = word.folded in self.lexicon.never and word.folded not in self.lexicon.articles
        alone = self.begins(word.start) or self.page.doc is None  # "am Mittwoch Ana Gil"
        return small and (alone or name.folded in self.people.given)  # "On Sunday Ana Gil"

    def explain(self, run: list[Word]) -> Iterator[Found]:
        """A person where a title stands before or a given name begins the run; nothing where nothing explains it."""
        first = self.first_of_name(run) or self.behind_field(run)
        rest = self.behind_country(run[first:])
        if not rest or any(word.start in self.of_hit for word in rest[:1]):
            return
        titled = first > 0 or self.titled(run[0].start)
        given = rest[0].folded in self.people.given or self.lexicon.stem(rest[0].folded) in self.people.given
        size = sum(word.text[0].isupper() for word in rest)
        last = rest[-2] if size > 1 and _NUMBERED.fullmatch(rest[-1].text) else rest[-1]
        if rest[0].folded in self.lexicon.never or size > 5 or rest[0].text.isupper() != last.text.isupper():
            return
        if self.shouting(rest[0].start):
            return
        if not first and len(rest) > 2 and self.begins(rest[0].start) and self.eastern(rest[1:]):
            rest, size = rest[1:], size - 1  # "Вчера | Си Цзиньпин"
        eastern = self.eastern(rest)
        if size == 1 and rest[0].text in organisations():
            return
        if ((given or eastern) and size > 1) or (
            titled and self.lexicon.known and rest[0].text.lower() not in self.lower
        ):
            yield Found(rest[0].start, rest[-1].end, "PER", "shape")
        elif self.lexicon.capitals and not self.begins(run[0].start):
            yield from self.bare(rest, size)

    def eastern(self, run: list[Word]) -> bool:
        """True for a name that its family opens: "Kim Jong-un", "Си Цзиньпин"; "Park Avenue" is nobody."""
        cyrillic = run[0].text[0] >= "А" and 1 < len(run) <= 3
        return run[0].folded in self.people.family_first and ("-" in run[-1].text or cyrillic)

    def behind_field(self, run: list[Word]) -> int:
        """How many words tell the field of an office before a name: "ministra de | Hacienda Ana Gil"."""
        before = self.words_in.before(run[0].start, 3)
        if len(run) < 3 or len(before) < 2 or before[-1].folded not in self.lexicon.links:
            return 0
        kinds = "".join(self.lexicon.offices.get(word.folded, "-") for word in before[:-1])
        if kinds[-1] not in "HT" and kinds not in ("HM", "TM"):  # "ministra de", "director ejecutivo de"
            return 0
        if run[0].folded in self.people.particles:  # "director de San Juan Pablo"
            return 0
        return next((at for at, word in enumerate(run[:-1]) if at and word.folded in self.people.given), 0)

    def bare(self, run: list[Word], size: int) -> Iterator[Found]:
        """Capitals inside a sentence, in a language that keeps them for names and ships no parser."""
        for name in self.runs(run):
            words = self.words_in(name.start, name.end)
            lower = any(word.text.lower() in self.lower or word.start in self.of_hit for word in words)
            if lower or words[0].folded in self.lexicon.offices or len(words[0].text) < 3 or words[0].text[0].isdigit():
                continue
            if all(word.folded in self.lexicon.never for word in words):
                continue
            if len(words) == 1 and words[0].text.lower().endswith(self.lexicon.adjectives):
                continue
            if any(word.text in organisations() for word in words):
                name.kind = "ORG"
            elif 2 <= len(words) <= 4 and (self.lexicon.persons or self.speaks(name) or self.apposed(name)):
                name.kind = "PER"
            yield self.relabel(name)

    def runs(self, run: list[Word]) -> Iterator[Found]:
        """The stretches of capitals in a run, without the particles between."""
        first = None
        for word, after in zip(run, [*run[1:], None], strict=True):
            if word.text[0].isupper():
                first = first or word
                if after is None or not after.text[0].isupper():
                    yield Found(first.start, word.end, "MISC", "capitals")
                    first = None

    def again(self, names: list[Found]) -> Iterator[Found]:
        """Further places of the names found: whole, and a person's surname alone."""
        forms: dict[str, tuple[str, str]] = {}
        families: set[str] = set()
        for name in names:
            if name.thing is not None or name.kind in ("LAW", "NORP"):
                continue
            words = self.words_in(name.start, name.end)
            forms.setdefault(self.text[name.start : name.end], (name.kind, name.form))
            if name.kind == "PER" and len(words) > 1:
                family = words[0] if words[0].folded in self.people.family_first else words[-1]
                families.add(self.lexicon.stem(family.folded) if len(family.text) > 2 else "")
                if words[-1].folded in self.people.given and len(words[0].text) > 3:  # a father's name: "Abiy Ahmed"
                    families.add(self.lexicon.stem(words[0].folded))
        if not forms:
            return
        for name in names:
            words = self.words_in(name.start, name.end)
            if name.thing is None and len(words) == 1 and self.lexicon.stem(words[0].folded) in families:
                name.kind = "PER"
        for word in self.words:
            if word.text[0].isupper() and len(word.text) > 2 and self.lexicon.stem(word.folded) in families:
                yield Found(word.start, word.end, "PER", "family")
        pattern = re.compile(
            r"(?<![\w'-])(?:" + "|".join(map(re.escape, sorted(forms, key=lambda f: (-len(f), f)))) + r")(?![\w-])"
        )
        for match in pattern.finditer(self.text):
            kind, form = forms[match.group()]
            yield Found(match.start(), match.end(), kind, "again", form)

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
        if name.by in ("built", "spelt"):
            return (5 if name.by == "built" else 6) + size
        if name.by in ("parser", "shape", "capitals"):
            inside = self.hits[bisect_right(self.ends, name.start) : bisect_left(self.starts, name.end)]
            if not inside:
                return 2 + size
            return 4 + size if self.more_than_tables(name, inside) else 1 + size
        if name.by == "family":
            return 2.001 if name.start not in self.of_hit else 1
        return 1.5 + size if name.by == "again" else 1 + size

    def more_than_tables(self, name: Found, inside: list[Hit]) -> bool:
        """True when a candidate says more than the known names inside it: "Korea Times", not "Korea today"."""
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
