"""People of one article: full names first, then surnames, case forms and slips that stand for one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

from dragoman.languages.world import fold
from dragoman.read.found import Found
from dragoman.read.lexicon import Lexicon, people, split
from dragoman.read.page import Page

__all__ = ["Persons", "written"]


def written(page: Page, name: Found) -> str:
    """The name as the clean text has it, white space folded."""
    return " ".join(page.value[name.start : name.end].split())


class Persons:
    """Persons of one article: full names first, then what is short for one of them."""

    def __init__(self, page: Page, lexicon: Lexicon, names: list[Found]) -> None:
        self.page, self.lexicon, self.names = page, lexicon, names
        self.parts = {id(name): self.split(name) for name in names}

    def split(self, name: Found) -> tuple[str, ...]:
        """The parts of a name, folded, without particles and case endings: "Kim Jong-un" → kim, jong, un."""
        words = split(self.page.value[name.start : name.end].replace("-", " ").replace("‑", " "))
        stems = (self.lexicon.stem(word.folded) for word in words)
        return tuple(stem for stem in stems if stem not in people().particles) or tuple(w.folded for w in words)

    def link(self) -> None:
        """Full names into groups of one person; short forms to the group they fit."""
        full = sorted(
            (n for n in self.names if len(self.parts[id(n)]) > 1), key=lambda n: (-len(self.parts[id(n)]), n.start)
        )
        groups: list[list[Found]] = []
        for name in full:
            home = next((g for g in groups if any(self.same(self.parts[id(name)], self.parts[id(o)]) for o in g)), None)
            if home is None:
                groups.append([name])
            else:
                home.append(name)
        for group in groups:
            self.call(group)
        short = [n for n in self.names if len(self.parts[id(n)]) == 1]
        first: dict[str, int] = {}
        for name in short:
            part = self.parts[id(name)][0]
            home = self.home(name, groups, first.setdefault(part, name.start))
            name.refers_to = home[0].refers_to if home else written(self.page, name)
        self.nominative([n for n in short if not any(n.refers_to == g[0].refers_to for g in groups)])

    def same(self, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
        """True for one name: equal parts, one inside the other, or a single slip of a letter in a long name."""
        if a == b or (len(b) >= 2 and _within(b, a)) or (len(a) >= 2 and _within(a, b)):
            return True
        if len(a) != len(b):
            return False
        odd = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        return len(odd) == 1 and _slip(*odd[0])

    def call(self, group: list[Found]) -> None:
        """Name a group by its most used fullest form."""
        size = max(len(self.parts[id(name)]) for name in group)
        forms = Counter(written(self.page, n) for n in group if len(self.parts[id(n)]) == size)
        order = {written(self.page, n): -n.start for n in sorted(group, key=lambda n: -n.start)}
        best = max(forms, key=lambda form: (not form.isupper(), self.upright(form), forms[form], order[form]))
        if not self.upright(best):
            best = upright(best, self.lexicon)
        for name in group:
            name.refers_to = best

    def upright(self, form: str) -> int:
        """How many words of a form are given names as the table has them: nominative before genitive."""
        return sum(word.folded in people().given for word in split(form))

    def nominative(self, loose: list[Found]) -> None:
        """Surnames without a full name: one form for all their cases."""
        groups: dict[str, list[Found]] = defaultdict(list)
        for name in loose:
            groups[self.parts[id(name)][0]].append(name)
        for group in groups.values():
            forms = sorted({written(self.page, n) for n in group}, key=lambda form: (len(form), form))
            for name in group:
                name.refers_to = forms[0]

    def home(self, name: Found, groups: list[list[Found]], first: int) -> list[Found] | None:
        """The person a short form stands for; where several share it, who alone was named before it came up first.

        Where that tells nothing, the one named most, then the one named last. "Leader Kim Jong Un … Kim … his father
        Kim Jong Il … Kim's regime": a short form stays with whom it was first used for.
        """
        part = self.parts[id(name)][0]
        fitting = [g for g in groups if any(part in self.ends(n) for n in g)]
        if not fitting:  # "Bihi" for Muse Bihi Abdi
            inner = [g for g in groups if any(part in self.parts[id(n)] for n in g)]
            return inner[0] if len(inner) == 1 else None
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        known = [g for g in fitting if any(n.start < first for n in g)]
        if len(known) == 1:
            return known[0]
        fitting.sort(key=lambda g: -len(g))
        if len(fitting[0]) >= 2 * len(fitting[1]):
            return fitting[0]
        before = [(n.start, g) for g in fitting for n in g if n.start < name.start]
        return max(before, key=lambda pair: pair[0])[1] if before else None

    def ends(self, name: Found) -> set[str]:
        """The parts that may stand for the whole: first and last, and a double surname's."""
        parts = self.parts[id(name)]
        return {parts[0], parts[-1]}


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True when a shorter name is the longer one without middle parts: "Anders Rasmussen", "Anders Fogh Rasmussen"."""
    return len(short) < len(long) and short[-1] == long[-1] and short[0] == long[0] and set(short) <= set(long)


def _slip(a: str, b: str) -> bool:
    """One letter differs inside two words of four or more that are no two given names: Jong and Jung; Marie, Marine."""
    if {a, b} <= people().given or min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    if len(a) == len(b):
        return a[-1] == b[-1] and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return a[-1] == b[-1] and any(long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1))


_TWO = 2  # words of a whole name; letters that are too few to be one without its ending


def upright(form: str, lexicon: Lexicon) -> str:
    """A name in the nominative where its given name shows the case: "Владимира Путина" → "Владимир Путин"."""
    words = form.split()
    first = split(words[0])[0].folded if words and split(words[0]) else ""
    if len(words) < _TWO or not lexicon.cases or first in people().given:
        return form
    for gender, endings, surnames in lexicon.cases:
        given = _given(first, endings, lexicon)
        if not given or given.endswith(lexicon.feminine) != (gender == "f"):
            continue
        for ending, plain in surnames:
            if words[-1].lower().endswith(ending) and len(words[-1]) > len(ending) + _TWO:
                return " ".join([given, *words[1:-1], words[-1][: -len(ending)] + plain])
        return " ".join([given, *words[1:]])
    return _unpaired(words, lexicon) or form


def _given(first: str, endings: tuple[str, ...], lexicon: Lexicon) -> str:
    """The given name that has one of these endings in a word, in the nominative; "" for none."""
    for ending in map(fold, endings):
        stem, known = first.removesuffix(ending), _listed()
        found = next((known[stem + tail] for tail in map(fold, lexicon.tails) if stem + tail in known), "")
        if stem != first and found:
            return found
    return ""


@cache
def _listed() -> dict[str, str]:
    """Given names as listed, by their folded letters."""
    return {fold(name): name for name in people().names}


def _unpaired(words: list[str], lexicon: Lexicon) -> str:
    """A name of two words in a case that both show, whoever bears it: "Скоттом Бессентом" → "Скотт Бессент"."""
    ending = next((one for one in lexicon.paired if all(word.endswith(one) for word in words)), "")
    bare = [word.removesuffix(ending) for word in words]
    return " ".join(bare) if ending and len(words) == _TWO and min(map(len, bare)) > _TWO else ""
