"""The words of one language that tell names apart, folded and compiled once."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from dragoman.languages import Language, alternatives, known, language
from dragoman.languages.world import fold

__all__ = ["Lexicon", "People", "Word", "Words", "lexicon", "organisations", "people", "split", "words_of"]

#: A word of a name: letters and digits, joined by hyphens or apostrophes, without the possessive; an elided
#: article is a word of its own: "O'Neill", "al-Assad", "d|Ormuz".
WORD = re.compile(
    r"[a-zà-ÿ]{1,2}(?=['ʼ][^\W\d_]{2})|[LD](?=['ʼ][a-zà-ÿ]{2})"
    r"|(?<!['ʼ](?=[sS]\b))[^\W_]+(?:(?!['ʼ][sS]\b)[-‑'ʼ][^\W_]+)*"
)


class Word(NamedTuple):
    """A word of the clean text."""

    start: int
    end: int
    text: str
    folded: str


def split(text: str) -> list[Word]:
    """The words of a text."""
    found = ((match.span(), match[0]) for match in WORD.finditer(text))
    return [Word(start, end, word, fold(word)) for (start, end), word in found]


class Words:
    """The words of a page, found once, and those of any stretch of it."""

    def __init__(self, text: str) -> None:
        self.all = split(text)
        self._starts = [word.start for word in self.all]
        self._ends = [word.end for word in self.all]

    def __call__(self, a: int, b: int) -> list[Word]:
        """The words that share a character with a..b."""
        return self.all[bisect_right(self._ends, a) : bisect_left(self._starts, b)]

    def before(self, a: int, most: int) -> list[Word]:
        """Up to `most` words that end at or before a position."""
        last = bisect_right(self._ends, a)
        return self.all[max(last - most, 0) : last]


@lru_cache(maxsize=8)
def words_of(text: str) -> Words:
    """The words of a page; kept for the few pages in hand."""
    return Words(text)


@dataclass(frozen=True, slots=True)
class People:
    """Particles, given names and surnames that come first, of all languages together."""

    particles: frozenset[str]
    given: frozenset[str]
    family_first: frozenset[str]
    names: tuple[str, ...]  # the given names as listed


@cache
def people() -> People:
    """The table of world/persons.toml, folded."""
    table = tomllib.loads((files("dragoman.languages.world") / "persons.toml").read_text("utf-8"))
    given = table["given"].split()
    return People(_set(table["particles"]), _set(given), _set(table["family_first"]), tuple(given))


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


@cache
def organisations() -> frozenset[str]:
    """Nouns that organisations are named by, of all languages: "Investments" is one in Spanish news too."""
    return frozenset(word for code in known() for word in language(code).words("mentions", "body_heads"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Sets of folded words by what they tell; empty for a language without a file."""

    known: bool
    articles: frozenset[str]
    links: frozenset[str]
    honorifics: frozenset[str]
    offices: dict[
        str, str
    ]  # folded words → class: H head of state, K counterpart, T title, M part of a title, N before one
    longest: dict[str, int]  # first word of an office → words in the longest that begins so
    never: frozenset[str]
    endings: tuple[str, ...]
    cases: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]], ...]
    nominatives: dict[str, str]  # given name without its case ending → as listed, where names decline
    tails: tuple[str, ...]  # what given names in the nominative have behind their stem, where names decline
    paired: tuple[str, ...]  # endings that both words of a name have in one case alone
    feminine: tuple[str, ...]  # endings of women's given names in the nominative, where names decline
    patterns: dict[str, re.Pattern[str]]
    cue: dict[str, frozenset[str]]
    treaties: frozenset[str]  # nouns that name a treaty even in lower case
    nouns: frozenset[str]  # common nouns that names are built around, folded
    ideas: dict[str, str]  # words of treaty names → the idea they carry
    body_links: frozenset[str]
    body_adjectives: frozenset[str]  # in lower case behind the noun of a body: "Cour suprême"
    conjunctions: frozenset[str]
    possessives: frozenset[str]
    persons_nouns: frozenset[str]  # nouns for one person that are no title: "woman", "victim"
    peoples: tuple[str, ...]  # endings of words for peoples, faiths and parties
    directions: tuple[str, ...]  # words that make a people wider or another: "Latin " before "American"
    persons: bool  # two capitalised words inside a sentence are mostly a person
    adjectives: tuple[str, ...]  # endings of capitalised words that are no names by themselves
    capitals: bool  # capitals inside a sentence mark names, and no parser reads the language
    before: bool  # a body or country may stand before an office: "Kremlin spokesman"
    posts: dict[str, str]  # words beside a title → how it stands: former, then, acting, coming
    several: frozenset[str]  # titles of several persons at once: "ministers"
    compounds: tuple[str, ...]  # offices that end longer words: "Kremlsprecher"
    letters: dict[str, str]  # articles, links and conjunctions → A, L, E, as titles are read

    def stem(self, folded: str) -> str:
        """The word without its case ending: Путина and Путину both give путин."""
        return _stem(folded, self.endings) if self.endings else folded


def _stem(folded: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if len(folded) - len(ending) >= 3 and folded.endswith(ending):
            return folded[: -len(ending)]
    return folded


def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language, made once a process."""
    return language.once(_make)


def _make(language: Language) -> Lexicon:
    def get(key: str) -> tuple[str, ...]:
        return language.words("mentions", key)

    offices: dict[str, str] = {}
    for kind, key in (
        ("M", "title_words"),
        ("N", "title_before"),
        ("T", "titles"),
        ("K", "counterparts"),
        ("H", "heads"),
    ):
        offices.update({" ".join(w.folded for w in split(word)): kind for word in get(key)})
    longest: dict[str, int] = {}
    for key in offices:
        first, size = key.partition(" ")[0], key.count(" ") + 1
        longest[first] = max(size, longest.get(first, 0))
    endings = tuple(sorted(_set(get("case_endings")), key=lambda ending: (-len(ending), ending)))
    articles, links, conjunctions = _set(get("articles")), _set(get("links")), _set(get("conjunctions"))
    in_articles = {word: "L" if word in links else "A" for word in articles}
    return Lexicon(
        known=bool(get("heads")),
        articles=articles,
        links=links,
        honorifics=_set(word.rstrip(".") for word in get("honorifics")),
        offices=offices,
        longest=longest,
        never=_set(get("never")),
        endings=endings,
        cases=tuple(_case(row) for row in get("surname_cases")),
        nominatives={_stem(fold(name), endings): name for name in people().names} if get("surname_cases") else {},
        feminine=get("feminine_endings"),
        paired=get("paired_cases"),
        tails=get("given_tails"),
        patterns=_patterns(get),
        cue={key: frozenset(get(key)) for key in ("body_heads", "fac_heads", "place_heads", "law_heads", "event_heads")}
        | {"body_nouns": frozenset(get("body_nouns"))},
        treaties=_set(get("treaty_heads")),
        nouns=_set(word for key in ("body_heads", "fac_heads", "place_heads") for word in get(key)),
        ideas={fold(word.strip()): idea.strip() for word, _, idea in (row.partition(">") for row in get("law_words"))},
        body_links=frozenset(w.folded for link in get("body_links") for w in split(link)),
        body_adjectives=_set(get("body_adjectives")),
        conjunctions=conjunctions,
        possessives=_set(get("possessives")),
        persons_nouns=_set(get("person_nouns")),
        peoples=get("people_endings"),
        directions=tuple(f" {word.lower()} " for word in get("directions")),
        persons=bool(language.section("mentions").get("capitals_are_persons")),
        adjectives=get("adjective_endings"),
        capitals=bool(language.section("mentions").get("capitals_are_names")),
        before=bool(language.section("mentions").get("office_last")),
        posts={
            fold(word): standing
            for standing in ("former", "then", "acting", "coming")
            for word in get(f"posts_{standing}")
        },
        several=_set(get("titles_of_several")),
        compounds=tuple(fold(word) for word in get("compound_offices")),
        letters=dict.fromkeys(links, "L") | dict.fromkeys(conjunctions, "E") | in_articles,
    )


def _case(row: str) -> tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]:
    """ "m а я > ого=ий а= я=й": gender, endings of the given name, endings of the surname and what they were."""
    left, _, right = row.partition(">")
    gender, *endings = left.split()
    surnames = tuple((ending, plain) for ending, _, plain in (pair.partition("=") for pair in right.split()))
    return gender, tuple(endings), surnames


def _patterns(words: Callable[[str], tuple[str, ...]]) -> dict[str, re.Pattern[str]]:
    made: dict[str, re.Pattern[str]] = {}
    if words("locative"):
        made["locative"] = re.compile(rf"\b(?:{alternatives(words('locative'))})[ \u00a0]$")
    if words("purpose"):
        made["purpose"] = re.compile(rf"\s(?:{alternatives(words('purpose'))})")
    if words("acts"):
        forms = "|".join((alternatives(words("acts")), *(rf"\w+{ending}" for ending in words("acts_endings"))))
        aside = r"(?: \w{1,2} \w+)?" if words("surname_cases") else ""  # "Киев в марте утверждал"
        made["acts"] = re.compile(rf"(?:,[^,.;\n]{{0,60}},)?{aside} [«“„\"]?(?:{forms})\b")
        made["relations"] = re.compile(rf"\b(?:{alternatives(words('relations'))}) $", re.IGNORECASE)
        article = rf"(?:(?:{alternatives(words('articles'))})[ '])?"
        made["places"] = re.compile(rf"\b(?:{alternatives(words('places'))}) {article}$", re.IGNORECASE)
        if words("said_there"):
            made["said_there"] = re.compile(rf",? (?:{alternatives(words('said_there'))})\b")
        if words("told_by"):
            made["told_by"] = re.compile(rf"[,»”\"] ?(?:{alternatives(words('told_by'))}) $")
        made["lies"] = re.compile(rf" (?:{alternatives(words('lies'))})\b")
    return made
