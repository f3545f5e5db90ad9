"""Within one article: which mentions are one thing, and its fullest name."""

from __future__ import annotations

from collections import Counter, defaultdict

from dragoman.languages.offices import head_of, one_office
from dragoman.languages.world import fold, gazetteer
from dragoman.read.expansions import spelt
from dragoman.read.found import Found
from dragoman.read.lexicon import Lexicon, people, split
from dragoman.read.metonyms import metonyms
from dragoman.read.page import Page
from dragoman.read.persons import Persons, written

__all__ = ["refer"]

_OFTEN = 2  # times that somebody is named, and as often again as the next one, to be whom an article is about
_BODIES = ("ORG", "MISC", "LOC")
_COMMISSION = "body:EU-COMMISSION"
_NEAR = 12  # characters before a description in which its article stands


def refer(page: Page, lexicon: Lexicon, names: list[Found]) -> None:
    """Set `refers_to` of every name to the fullest form of the same thing in this article."""
    _things(page, names)
    _called_by_part(page, names)
    Persons(page, lexicon, [name for name in names if name.kind == "PER" and name.form == "name"]).link()
    _offices(page, lexicon, names)
    _others(page, lexicon, [n for n in names if not n.refers_to and n.thing is None and n.kind != "PER"])
    _by_head(page, lexicon, names)
    metonyms(page, lexicon, names)


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


def _called_by_part(page: Page, names: list[Found]) -> None:
    """One word that opens one person's name and no list of given names has is that person: "Abiy" after "Abiy Ahmed".

    Many peoples call a person so; a firm may bear a given name ("Wells" beside Wells Fargo is left alone).
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = split(written(page, name)) if name.kind == "PER" and name.form == "name" else []
        if len(words) > 1 and words[0].folded not in people().given:
            bearers[words[0].folded].add(" ".join(one.folded for one in words))
    for name in names if bearers else ():
        words = split(written(page, name)) if name.kind in _BODIES and name.form == "name" else []
        if name.thing is None and len(words) == 1 and len(bearers.get(words[0].folded, ())) == 1:
            name.kind = "PER"


def _offices(page: Page, lexicon: Lexicon, names: list[Found]) -> None:
    """Descriptions of a head of state or government: to the person the article gives that office and country."""
    holders: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for name in names:
        office = head_of(name.role, page.language) if name.kind == "PER" and name.form == "name" else ""
        if office and name.country:
            holders[name.country][name.refers_to, office] += 1
        elif name.kind == "PER" and name.form == "name":
            name.country = ""  # an adviser on a country, a specialist in it, need not be of it
    for name in names:
        if name.form == "nominal" and not name.refers_to:
            name.refers_to = _holder(page, lexicon, names, name, holders) or written(page, name)


def _holder(
    page: Page, lexicon: Lexicon, names: list[Found], name: Found, holders: dict[str, Counter[tuple[str, str]]]
) -> str:
    """Whom a description of an office means, "" where the article does not tell."""
    office = "any" if name.by == "office-K" else head_of(name.role, page.language)
    known = holders.get(name.country, Counter())
    fitting = {person for person, held in known if one_office(held, office)}
    if len(fitting) == 1 and (office != "any" or len({person for person, _ in known}) == 1):
        return fitting.pop()
    if not known and office and name.by == "office-H":
        return _salient(page, names, name, lexicon)
    return ""


def _salient(page: Page, names: list[Found], office: Found, lexicon: Lexicon) -> str:
    """The person an article is about, where it is about that country too: "the Russian president" beside Putin only.

    Whoever bears a title of another kind or country is not meant, nor anybody by "a president", "the next president".
    Of 17 links that the count of names alone made in 650 texts read for it, ten were wrong; none of these is left.
    """
    places = Counter(name.country for name in names if name.kind in ("GPE", "NORP") and name.country)
    if not _definite(page, lexicon, office) or places[office.country] < max(places.values(), default=0):
        return ""
    people = [name for name in names if name.kind == "PER" and name.form == "name"]
    heads = {one.refers_to for one in people if one.country not in ("", office.country)}
    before = Counter(
        one.refers_to for one in people if one.start < office.start and not one.role and one.refers_to not in heads
    )
    ranked = before.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] < _OFTEN * ranked[1][1]):
        return ""
    return "" if any(one.role for one in people if one.refers_to == ranked[0][0]) else ranked[0][0]


def _definite(page: Page, lexicon: Lexicon, office: Found) -> bool:
    """True for "the president", of whom there is one; in a language without articles, for any."""
    words = (
        split(page.value[max(0, office.start - _NEAR) : office.start])[-1:]
        + split(page.value[office.start : office.end])[:1]
    )
    definite = lexicon.articles - set(page.language.words("agreements", "indefinite"))
    return not lexicon.articles or any(word.folded in definite for word in words)


def _others(page: Page, lexicon: Lexicon, names: list[Found]) -> None:
    """Names outside the tables: equal words, a name inside a longer one of the same kind, initials of one."""
    keys = {
        id(n): tuple(
            lexicon.stem(w.folded) for w in split(written(page, n)) if w.folded not in lexicon.links | lexicon.articles
        )
        for n in names
    }
    full = sorted(names, key=lambda n: (-len(keys[id(n)]), n.start))
    heads: list[Found] = []
    for name in full:
        key = keys[id(name)]
        home = next(
            (
                h
                for h in heads
                if _same_other(key, keys[id(h)], name, h, lexicon)
                or (name.kind == h.kind and _own(key, keys[id(h)], lexicon))
            ),
            None,
        )
        if home is None:
            heads.append(name)
        name.refers_to = home.refers_to if home else written(page, name)


def _by_head(page: Page, lexicon: Lexicon, names: list[Found]) -> None:
    """The common noun of a body alone: the only body of the article that is one, "the Court" of "Constitutional Court".

    Where none is named beside the European Union, "the Commission" is its own: no state is governed by one.
    """
    heads = lexicon.cue["body_heads"]
    alone = [n for n in names if n.thing is None and n.kind in _BODIES and written(page, n) in heads]
    if not alone:
        return
    bodies: dict[str, dict[str, Found]] = defaultdict(dict)
    for name in names:
        for word in split(written(page, name)) if name.kind == "ORG" and name not in alone else ():
            bodies[lexicon.stem(word.folded)][name.refers_to] = name
    union = any(name.thing is not None and name.thing.key == "body:EU" for name in names)
    for name in alone:
        if not _definite(page, lexicon, name):
            continue
        known = list(bodies[lexicon.stem(fold(written(page, name)))].values())
        if len(known) == 1:
            name.thing, name.refers_to, name.kind = known[0].thing, known[0].refers_to, "ORG"
            name.country = known[0].country
        elif not known and union and not lexicon.compounds:  # every noun has a capital where offices are compounds
            _of_the_union(page, name)


def _of_the_union(page: Page, name: Found) -> None:
    words = gazetteer(page.article.language)
    full = words.name(_COMMISSION)
    if fold(written(page, name)) in (word.folded for word in split(full)):
        name.thing, name.refers_to, name.kind = words.known(full), full, "ORG"


def _own(key: tuple[str, ...], full: tuple[str, ...], lexicon: Lexicon) -> bool:
    """True when a name is another without its common noun: "Lund", "Lund University"."""
    return key == tuple(word for word in full if word not in lexicon.nouns)


def _stands_for(letters: str, name: str, lexicon: Lexicon) -> bool:
    """True when letters are the initials of a whole name."""
    words = split(name)
    first = spelt(words, letters, lexicon)
    return first is not None and first == words[0].start


def _same_other(key: tuple[str, ...], full: tuple[str, ...], name: Found, head: Found, lexicon: Lexicon) -> bool:
    if key == full:
        return True
    if name.form == "acronym" and len(key) == 1:
        return len(full) > 1 and _stands_for(key[0], head.refers_to, lexicon)
    if name.kind != head.kind or not key or len(key) >= len(full):
        return False
    return len(key) > 1 and name.kind in ("ORG", "FAC", "LAW") and set(key) <= set(full)
