"""Within one article: which mentions are one thing, and its fullest name."""

from __future__ import annotations

from collections import Counter, defaultdict

from dragoman.languages.world import gazetteer
from dragoman.read.lexicon import Lexicon, people, split
from dragoman.read.metonyms import metonyms
from dragoman.read.names import Found
from dragoman.read.page import Page

__all__ = ["refer"]


def refer(page: Page, lexicon: Lexicon, names: list[Found]) -> None:
    """Set `refers_to` of every name to the fullest form of the same thing in this article."""
    _things(page, names)
    persons = _Persons(page, lexicon, [name for name in names if name.kind == "PER" and name.form == "name"])
    persons.link()
    _offices(page, names)
    _others(page, lexicon, [n for n in names if not n.refers_to and n.thing is None and n.kind != "PER"])
    metonyms(page, lexicon, names)


def written(page: Page, name: Found) -> str:
    """The name as the clean text has it, white space folded."""
    return " ".join(page.value[name.start : name.end].split())


def _things(page: Page, names: list[Found]) -> None:
    """Known things: the longest name (not acronym, not demonym) that the article uses."""
    groups: dict[str, list[Found]] = defaultdict(list)
    for name in names:
        if name.thing is not None:
            groups[name.thing.key].append(name)
    for key in ("city:Korea",):
        states = [k for k in ("state:KP", "state:KR") if any(n.form != "demonym" for n in groups.get(k, ()))]
        if key in groups and len(states) == 1:  # "both Russia and Korea" beside one Korean state only
            state = next(n.thing for n in groups[states[0]])
            for name in groups[key]:
                name.thing, name.country = state, state.country if state else ""
            groups[states[0]] += groups.pop(key)
    for key, group in groups.items():
        named = [name for name in group if name.form != "demonym"]
        forms = Counter(name.listed for name in named if name.form == "name") or Counter(
            name.listed or written(page, name) for name in named or group
        )
        table = "" if named else gazetteer(page.article.language).name(key)
        usual = max(forms, key=lambda form: (not form.isupper() or len(form) > 5, forms[form], len(form), form))
        for name in group:
            name.refers_to = table or usual


class _Persons:
    """Persons of one article: full names first, then what is short for one of them."""

    def __init__(self, page: Page, lexicon: Lexicon, names: list[Found]) -> None:
        self.page, self.lexicon, self.names = page, lexicon, names
        self.parts = {id(name): self.split(name) for name in names}

    def split(self, name: Found) -> tuple[str, ...]:
        """The parts of a name, folded, without particles and case endings: "Kim Jong-un" → kim, jong, un."""
        words = split(self.page.value[name.start : name.end].replace("-", " ").replace("‑", " "))
        stems = (self.lexicon.stem(word.folded.removesuffix("'s")) for word in words)
        return tuple(stem for stem in stems if stem not in people().particles) or tuple(w.folded for w in words)

    def link(self) -> None:
        """Full names into groups of one person; short forms to the group they fit."""
        full = sorted((n for n in self.names if len(self.parts[id(n)]) > 1), key=lambda n: (-len(self.parts[id(n)]), n.start))
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
        for name in short:
            home = self.home(name, groups)
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

    def home(self, name: Found, groups: list[list[Found]]) -> list[Found] | None:
        """The person a short form stands for: the one named most where several share the name, else nobody."""
        part = self.parts[id(name)][0]
        fitting = [g for g in groups if any(part in self.ends(n) for n in g)]
        if not fitting and self.page.language.code == "de" and part.endswith("s"):
            fitting = [g for g in groups if any(part[:-1] in self.ends(n) for n in g)]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        fitting.sort(key=lambda g: -len(g))
        if len(fitting[0]) >= 2 * len(fitting[1]):
            return fitting[0]
        before = [(n.start, g) for g in fitting for n in g if n.start < name.start]
        return max(before, key=lambda pair: pair[0])[1] if before else None

    def ends(self, name: Found) -> set[str]:
        """The parts that may stand for the whole: first and last, and a double surname's."""
        parts = self.parts[id(name)]
        return {parts[0], parts[-1], *split_hyphen(self.page.value[name.start : name.end])}


def split_hyphen(name: str) -> set[str]:
    """The last word of a name with its hyphen kept: "Dayez-Burgeon"."""
    words = split(name)
    return {words[-1].folded, *words[-1].folded.split("-")} if words else set()


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True when a shorter name is the longer one without middle parts: "Anders Rasmussen", "Anders Fogh Rasmussen"."""
    return len(short) < len(long) and short[-1] == long[-1] and short[0] == long[0] and set(short) <= set(long)


def _slip(a: str, b: str) -> bool:
    """One letter differs inside two words of the same length of four or more: Jong and Jung, never il and un."""
    if min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    if len(a) == len(b):
        return a[-1] == b[-1] and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    short, long = sorted((a, b), key=len)
    return a[-1] == b[-1] and any(long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1))


def _offices(page: Page, names: list[Found]) -> None:
    """Descriptions of a head of state or government: to the person the article gives that office and country."""
    holders: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.kind == "PER" and name.form == "name" and name.role and name.country and _heads(page, name.role):
            holders[name.country][name.refers_to] += 1
    for name in names:
        if name.form != "nominal" or name.refers_to:
            continue
        name.refers_to = written(page, name)
        known = holders.get(name.country)
        if known and name.by in ("office-H", "office-K") and len(known) == 1:
            name.refers_to = next(iter(known))
        elif not known and name.by == "office-H":
            name.refers_to = _salient(names, name, holders) or name.refers_to
    for name in names:
        if name.kind == "PER" and name.form == "name" and not _heads(page, name.role):
            name.country = ""  # an adviser on a country, a specialist in it, need not be of it


def _heads(page: Page, role: str) -> bool:
    from dragoman.read.lexicon import lexicon

    offices = lexicon(page.language).offices
    words = [word.folded for word in split(role)]
    kinds = {offices.get(" ".join(words[i : i + n]), "") for i in range(len(words)) for n in (1, 2, 3)}
    return "H" in kinds and "T" not in kinds


def _salient(names: list[Found], office: Found, holders: dict[str, Counter[str]]) -> str:
    """The one person named at least twice as often before as any other who holds no other country's office."""
    others = {person for country, held in holders.items() if country != office.country for person in held}
    before = Counter(
        n.refers_to
        for n in names
        if n.kind == "PER" and n.form == "name" and n.start < office.start and not n.role and n.refers_to not in others
    )
    ranked = before.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return ""
    return ranked[0][0]


def _others(page: Page, lexicon: Lexicon, names: list[Found]) -> None:
    """Names outside the tables: equal words, a name inside a longer one of the same kind, initials of one."""
    keys = {id(n): tuple(lexicon.stem(w.folded) for w in split(written(page, n)) if w.folded not in lexicon.links | lexicon.articles) for n in names}
    full = sorted(names, key=lambda n: (-len(keys[id(n)]), n.start))
    heads: list[Found] = []
    for name in full:
        key = keys[id(name)]
        home = next((h for h in heads if _same_other(key, keys[id(h)], name, h)), None)
        if home is None:
            heads.append(name)
        name.refers_to = home.refers_to if home else written(page, name)


def _same_other(key: tuple[str, ...], full: tuple[str, ...], name: Found, head: Found) -> bool:
    if key == full:
        return True
    if name.form == "acronym" and len(key) == 1:
        return len(full) > 1 and "".join(word[0] for word in full) == key[0]
    if name.kind != head.kind or not key or len(key) >= len(full):
        return False
    return name.kind in ("ORG", "FAC", "LAW") and (full[: len(key)] == key or (len(key) > 1 and set(key) <= set(full)))
