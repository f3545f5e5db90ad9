"""What everybody knows by name: states, their capitals and people, world organisations, seats of power, big media.

Names of states come from CLDR (through babel) in every language it covers; the tables beside this file add other names,
capitals, demonyms and organisations. Rule of this folder: a thing has one key in all languages; nothing is guessed.

>>> [(hit.thing.key, hit.form) for hit in gazetteer("fr").find("La Corée du Nord et le président russe")]
[('state:KP', 'name'), ('state:RU', 'demonym')]
>>> gazetteer("ru").known("Москвы").governs
'RU'
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from dragoman.languages import language

__all__ = ["Gazetteer", "Hit", "Thing", "fold", "gazetteer", "listed"]

#: Used beside ISO codes in the tables: the Soviet Union, Europe, the West.
_NOT_ISO = {"SU": "GPE", "XE": "LOC", "XW": "LOC"}
_REGIONS = {"002": "AFRICA", "142": "ASIA", "019": "AMERICAS", "150": "XE", "UN": "UN", "EU": "EU"}
_SKIP = {"XA", "XB", "ZZ", "QO", "EZ", "EA", "IC", "TA", "AC", "CP", "DG", "CQ"}
_WORD = re.compile(r"\w+")
_POINTS = re.compile(r"(?:[A-Z]\.){2,}")  # "U.N.", "U.S."
_GAP = re.compile(r"[.]?[ \u00a0\u202f'’ʼ.\-‑–]?|'s |, ")  # what may stand between two words of one name
_VOCABULARY = 1 << 14  # words of texts that are remembered with the names they may begin; an article has some 700
_RUNNING = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # no spaces


class Thing(NamedTuple):
    """One thing of the world, the same in every language."""

    key: str  # state:RU, city:Moscow, body:UN
    kind: str  # GPE LOC FAC ORG EVENT
    country: str = ""  # ISO code where it lies or belongs
    governs: str = ""  # ISO code whose government it may stand for


class Hit(NamedTuple):
    """A known name in a text."""

    start: int
    end: int
    thing: Thing
    form: str  # name | acronym | demonym
    listed: str  # as the table has it: "Москва" for "Москвы"


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]  # as listed
    folded: tuple[str, ...]
    thing: Thing
    form: str
    listed: str


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower case without accents: É → e, й → и, ё → е."""
    if word.isascii():
        return word.lower()
    return "".join(one for one in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(one))


@cache
def _tables() -> dict[str, dict[str, Any]]:
    here = files(__package__)
    return {
        name: tomllib.loads((here / f"{name}.toml").read_text("utf-8")) for name in ("states", "demonyms", "bodies")
    }


def _state(code: str) -> Thing:
    iso = "" if code in _NOT_ISO else code
    return Thing(f"state:{code}", _NOT_ISO.get(code, "GPE"), iso, iso)


def _states(code: str) -> Iterator[tuple[str, Thing, str]]:
    """(name, thing, form) of every state in a language."""
    from babel import Locale, UnknownLocaleError

    try:
        names: Mapping[str, str] = Locale.parse(code).territories
    except (UnknownLocaleError, ValueError):
        names = {}
    for iso, name in names.items():
        if iso in _REGIONS:
            region = _REGIONS[iso]
            yield name, _state(region) if region in _NOT_ISO else Thing(f"body:{region}", _kind(region)), "name"
        elif len(iso) == 2 and iso not in _SKIP and iso.isalpha():
            main, _, other = name.partition(" (")
            yield main, _state(iso), "name"
            if other and other.rstrip(")").isalpha() and other.istitle():
                yield other.rstrip(")"), _state(iso), "name"
    for iso, others in _tables()["states"]["names"].get(code, {}).items():
        for name in others:
            yield name, _state(iso), "name"
    for iso, others in _tables()["states"]["names"].get("en", {}).items():
        yield from ((name, _state(iso), "name") for name in _dotted(others, code))
    for iso, words in _tables()["demonyms"].get(code, {}).items():
        for word in words.split():
            yield word.replace("_", " "), _state(iso), "demonym"


def _cities(code: str) -> Iterator[tuple[str, Thing, str]]:
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    states, country_of = _tables()["states"], get_global("zone_territories")
    for name, row in states["cities"].items():
        governs = row.get("capital_of", "")
        thing = Thing(f"city:{name}", row.get("kind", "GPE"), governs or row.get("country", ""), governs)
        yield from ((form, thing, "name") for form in row["names"])
    try:
        zones: Mapping[str, Any] = Locale.parse(code).time_zones
    except (UnknownLocaleError, ValueError):
        zones = {}
    governs_of = {zone: iso for iso, zone in states["capitals"].items()}
    for zone in (*governs_of, *states["zones"]["big"]):
        english = zone.rpartition("/")[2].replace("_", " ")
        thing = Thing(f"city:{english}", "GPE", country_of.get(zone, ""), governs_of.get(zone, ""))
        local = (zones.get(zone) or {}).get("city")
        yield from ((form, thing, "name") for form in dict.fromkeys((local or english, english)))


def _kind(key: str) -> str:
    return str(_tables()["bodies"].get(key, {}).get("kind", "ORG"))


def _bodies(code: str) -> Iterator[tuple[str, Thing, str]]:
    for key, row in _tables()["bodies"].items():
        governs = row.get("government_of", "")
        thing = Thing(f"body:{key}", row.get("kind", "ORG"), row.get("country", governs), governs)
        for name in (*row.get(code, ()), *row.get("any", ()), *_dotted(row.get("en", ()), code)):
            yield name, thing, "acronym" if name.isupper() and " " not in name and len(name) > 1 else "name"


def _dotted(names: Iterable[str], code: str) -> list[str]:
    """English letters with points, "U.N.", which translated articles of other languages leave as they are."""
    return [name for name in names if _POINTS.fullmatch(name)] if code != "en" else []


def listed(code: str) -> Iterator[tuple[str, Thing]]:
    """Every name in a language, without demonyms and inflected forms."""
    for name, thing, form in (*_states(code), *_cities(code), *_bodies(code)):
        if form != "demonym":
            yield name, thing


class Gazetteer:
    """The known names of one language, found in one pass over a text."""

    def __init__(self, code: str) -> None:
        self._index: dict[str, list[_Entry]] = {}
        self._running: dict[str, tuple[Thing, str]] = {}  # names in scripts without spaces
        self._names: dict[str, str] = {}
        self._begun: dict[str, Sequence[_Entry]] = {}
        words = language(code)
        rules = {
            "name": words.words("mentions", "inflect_names"),
            "demonym": words.words("mentions", "inflect_demonyms"),
        }
        seen: set[tuple[tuple[str, ...], str]] = set()  # folded words with their capitals
        for name, thing, form in (*_states(code), *_cities(code), *_bodies(code)):
            if form == "name":
                self._names.setdefault(thing.key, name)
            if _RUNNING.search(name):
                self._running.setdefault(name, (thing, form))
                continue
            for shape in _shapes(name.replace("’", "'"), rules.get(form, ())):
                self._put(shape, _Entry((), (), thing, form, name), seen)
        for entries in self._index.values():
            entries.sort(key=lambda entry: -len(entry.words))
        small = {word: [one for one in own if not one.words[0][0].isupper()] for word, own in self._index.items()}
        self._small = {word: entries for word, entries in small.items() if entries}  # those a small letter may begin
        self._literal = (
            re.compile("|".join(map(re.escape, sorted(self._running, key=len, reverse=True))))
            if self._running
            else None
        )

    def _put(self, shape: str, entry: _Entry, seen: set[tuple[tuple[str, ...], str]]) -> None:
        parts = tuple(_WORD.findall(shape))
        folded = tuple(fold(part) for part in parts)
        capitals = "".join("U" if part.isupper() else "u" if part[0].isupper() else "l" for part in parts)
        if not parts or (folded, capitals) in seen:
            return
        seen.add((folded, capitals))
        self._index.setdefault(folded[0], []).append(replace(entry, words=parts, folded=folded))

    def find(self, text: str) -> list[Hit]:
        """Known names from left to right, the longest where several begin; hits do not overlap."""
        hits: list[Hit] = []
        tokens = list(_WORD.finditer(text))
        free = 0
        begun = self._begun
        for number, token in enumerate(tokens):
            word = token[0]
            entries = begun.get(word)
            if entries is None:
                entries = self._begin(word)
            if not entries or token.start() < free:
                continue
            hit = self._longest(text, tokens, number, entries)
            if hit:
                hits.append(hit)
                free = hit.end
        if self._literal and _RUNNING.search(text):
            for match in self._literal.finditer(text):
                thing, form = self._running[match.group()]
                hits.append(Hit(match.start(), match.end(), thing, form, match.group()))
            hits.sort()
        return hits

    def _begin(self, word: str) -> Sequence[_Entry]:
        """The names that a word of a text may begin; remembered for the words that texts use most."""
        entries = (self._index if word[0].isupper() else self._small).get(fold(word), ())
        if len(self._begun) < _VOCABULARY:
            self._begun[word] = entries
        return entries

    def _longest(self, text: str, tokens: list[re.Match[str]], number: int, entries: Sequence[_Entry]) -> Hit | None:
        size, second = len(tokens), ""
        for entry in entries:
            last = number + len(entry.words) - 1
            if last >= size:
                continue
            if last > number:  # most names that begin so go on with another word
                second = second or fold(tokens[number + 1][0])
                if entry.folded[1] != second:
                    continue
            if not _fits(entry, tokens, number):
                continue
            gaps = (text[tokens[i].end() : tokens[i + 1].start()] for i in range(number, last))
            if all(_GAP.fullmatch(gap) for gap in gaps):
                end = tokens[last].end()
                if entry.listed.endswith(".") and text[end : end + 1] == ".":
                    end += 1  # the point of "U.S." and "EE. UU."
                return Hit(tokens[number].start(), end, entry.thing, entry.form, entry.listed)
        return None

    def name(self, key: str) -> str:
        """The first listed name of a thing in this language, "" when it has none."""
        return self._names.get(key, "")

    def known(self, name: str) -> Thing | None:
        """The thing a whole string names, None when it is none or more than that."""
        hits = self.find(name)
        whole = len(hits) == 1 and hits[0].start == 0 and hits[0].end >= len(name.rstrip())
        return hits[0].thing if whole else None


def _fits(entry: _Entry, tokens: list[re.Match[str]], number: int) -> bool:
    """Same letters, and capitals wherever the listed name has them."""
    for i, (listed, folded) in enumerate(zip(entry.words, entry.folded, strict=True)):
        word = tokens[number + i].group()
        if fold(word) != folded:
            return False
        if listed[0].isupper() and not word[0].isupper():
            return False
        if listed.isupper() and len(listed) > 1 and not word.isupper():
            return False
    return True


def _shapes(name: str, rules: Iterable[str]) -> list[str]:
    """The name and its inflected forms: "россия" under "ия > ия ии ию ией" gives four. Capitals alone never inflect."""
    rows = [(ending.strip(), forms.split()) for ending, _, forms in (rule.partition(">") for rule in rules)]
    if not rows:
        return [name]
    shapes = [""]
    for part in re.split(r"(\w+)", name):
        forms = _forms(part, rows) if part.isalpha() and not part.isupper() else [part]
        if len(shapes) * len(forms) > 96:
            forms = [part]
        shapes = [shape + form for shape in shapes for form in forms]
    return list(dict.fromkeys([name, *shapes]))


def _forms(word: str, rows: list[tuple[str, list[str]]]) -> list[str]:
    fitting = [row for row in rows if row[0] == "*" or word.endswith(row[0])]
    if not fitting:
        return [word]
    ending, forms = max(fitting, key=lambda row: 0 if row[0] == "*" else len(row[0]))
    stem = word if ending == "*" else word[: -len(ending)]
    return [stem + (form[1:] if form.startswith("*") else form) for form in forms]


@cache
def gazetteer(code: str) -> Gazetteer:
    """The known names of a language; built once a process (about 30 ms)."""
    return Gazetteer(code)
