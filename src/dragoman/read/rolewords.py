"""The words of a language that tell who takes which part, and what the parts are made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dragoman.languages import Language
from dragoman.read.scene import Placed, Scene
from dragoman.read.triggers import END, inner, pattern
from dragoman.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "ACTORS",
    "BY_LAW",
    "PLACES",
    "REACH",
    "TOGETHER",
    "TOWARDS",
    "Part",
    "RoleWords",
    "is_base",
    "is_second",
    "mention_of",
    "names_of",
]

_AND = 8  # characters before a second verb in which "and" stands
ACTORS = frozenset({"PER", "GPE", "ORG", "NORP", "LOC", "FAC"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
TOWARDS = frozenset({"visit"})  # acts whose goal is a place
REACH = 48  # characters before a mention in which its preposition may stand: "to the former president of the …"
BY_LAW = frozenset({"ratify", "approve"})
TOGETHER = frozenset(
    {"meet", "call", "negotiate", "agree", "sign", "initial", "ceasefire", "exchange_instruments", "enter_into_force"}
    | {"break_off"}
)  # acts of two sides


class Part(NamedTuple):
    """A participant: role, mention, and where its phrase starts and ends (-1: with the mention)."""

    role: str
    place: Placed[Mention]
    start: int
    end: int = -1


class RoleWords:
    """Prepositions, passives, offices and words of company of a language, compiled."""

    def __init__(self, language: Language) -> None:
        section = language.section("events")
        table = section.get("prepositions", {})
        whole = "|".join(
            f"(?P<{'origin' if role == 'from' else role}>\\b(?:{words}){END})" for role, words in table.items()
        )
        self.preposition = re.compile(whole, re.IGNORECASE) if whole else None
        cases = section.get("suffixes", {})  # behind a name, where a language has no prepositions: "Libya'da"
        self.suffixes = {role: re.compile(rf"(?:{ending})(?!\w)") for role, ending in cases.items()}
        self.source = pattern(language, table["source"]) if "source" in table else None
        said = "|".join(re.escape(word) for word in language.words("quotes", "that"))
        self.that = re.compile(rf"\b(?:{said})\b", re.IGNORECASE) if said else None
        nominative, cased = section.get("nominative", ""), section.get("accusative", "")
        self.nominative = re.compile(nominative) if nominative else None
        objective = section.get("objective", "")
        self.objective = re.compile(rf"\b(?:{objective})\s(?:[\w-]+\s){{0,2}}$") if objective else None
        self.accusative = re.compile(cased) if cased else None
        genitive = section.get("genitive_name")
        self.genitive_name = re.compile(genitive) if genitive else None
        relative = section.get("relative", "")
        self.relative = re.compile(rf"(?:{relative})\b", re.IGNORECASE) if relative else None
        self.intransitive = pattern(language, section["intransitive"]) if section.get("intransitive") else None
        self.against = pattern(language, section["against"]) if section.get("against") else None
        self.charge = pattern(language, section["charge"]) if section.get("charge") else None
        self.he = pattern(language, section["he"]) if section.get("he") else None
        self.his = pattern(language, section["his"]) if section.get("his") else None
        self.passive = pattern(language, section["passive"]) if section.get("passive") else None
        joined, articles = section.get("and", "(?!)"), section.get("articles", "(?!)")
        visiting = section.get("on_visit", "")
        self.on_visit = re.compile(rf"\b{inner(language, visiting)}\s$", re.IGNORECASE) if visiting else None
        self.joined = re.compile(rf"(?:,|\s|\b(?:{joined})\b|\b(?:{articles}){END})+", re.IGNORECASE)
        self.also = re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)
        self.office = pattern(language, section["office"]) if section.get("office") else None
        classes = section.get("classes", {})
        bodies = [section[key] for key in ("office",) if section.get(key)]
        bodies += [classes[key] for key in ("court", "chamber", "assembly") if key in classes]
        self.body = pattern(language, "|".join(bodies)) if bodies else None
        bodies += [classes["group"]] if "group" in classes else []
        self.anybody = pattern(language, "|".join(bodies)) if bodies else None  # groups of people, too
        self.court = pattern(language, classes["court"]) if "court" in classes else None
        few_words, article = (
            r"(?:[\d.,\s]+\s)?(?:(?-i:[a-zà-öø-ÿа-яё])[\w-]+\s+){0,2}?",
            rf"(?:(?:{articles}){END}\s*)?",
        )
        tail = r"(?:\s+(?-i:[A-ZÀ-ÞА-ЯЁ])\w+){0,3}"
        self.opening = (
            re.compile(
                rf"\W*(?:(?:{said or '(?!)'})\s+)?"
                rf"(?P<body>(?:{article}|[\w-]+\s+(?=\d)){few_words}{self.anybody.pattern}{tail})",
                re.IGNORECASE,
            )
            if self.anybody
            else None
        )  # "Das Landgericht Berlin" at the start of a clause
        group = classes.get("group")
        self.group = pattern(language, group) if group else None
        of = rf"(?:(?:{table.get('of', '(?!)')}|{articles}){END}\s*)"
        self.group_of = (
            re.compile(rf"(?:(?:{articles}){END}\s*)?{self.group.pattern}\s+{of}{{0,2}}(?:[\w-]+\s+)?[„«“\"]?$", re.I)
            if self.group
            else None
        )  # "Die Beschäftigten des Flugzeugbauers | Boeing"
        self.light = pattern(language, section["light"]) if section.get("light") else None
        self.apart = pattern(language, section["apart"]) if section.get("apart") else None
        apart = section.get("apart")
        self.after = re.compile(rf"\b(?:{apart})\s+(?:(?:{articles}){END}\s*)?$", re.IGNORECASE) if apart else None
        self.beside = _leading(table, articles)
        self.passive_form = pattern(language, section["passive_form"]) if section.get("passive_form") else None
        self.participle = pattern(language, section["participle"]) if section.get("participle") else None
        self.oblique = pattern(language, section["oblique"]) if section.get("oblique") else None
        helpers = section.get("framed")
        self.framed = re.compile(rf"\s+(?:(?:{helpers})\s+)?(?:(?:{articles})\s+)?", re.I) if helpers else None
        self.helper = pattern(language, helpers) if helpers else None
        self.between = pattern(language, table["between"]) if "between" in table else None
        self.base_is_subject = bool(section.get("base_is_subject"))
        self.agentive = pattern(language, section["agentive"]) if section.get("agentive") else None
        by = section.get("bystander")
        few = r"(?:\s+[\w'’-]+){0,4}\s*$"
        self.bystander = re.compile(rf"\b(?:{inner(language, by)}){END}{few}", re.IGNORECASE) if by else None
        named = classes.get("agreement")
        self.papers = pattern(language, named) if named else None
        of = rf"(?:{table.get('of', '(?!)')}|of|von|{articles})"
        self.paper = re.compile(rf"{self.papers.pattern}\s{of}{END}\s*$", re.I) if self.papers else None
        self.with_ = (
            re.compile(rf"\b(?:{table['with']})\s+(?:(?:{articles}){END}\s*)?$", re.I) if "with" in table else None
        )
        joint = section.get("company")
        self.company = (
            re.compile(rf"\b(?:{joint})\s+(?:(?:{articles}){END}\s*)?(?:(?-i:[a-zà-ÿа-яё])[\w-]+\s+){{0,3}}$", re.I)
            if joint
            else None
        )
        again = section.get("pair_again")
        self.pair_again = pattern(language, again) if again else None
        pairs = section.get("pairs", {})
        self.pairs = {kind: pattern(language, words) for kind, words in pairs.items()}


def _leading(table: dict[str, str], articles: str) -> re.Pattern[str] | None:
    """The words that, right before a name, tell that it is no subject: "à", "in", "with"."""
    words = "|".join(table[role] for role in ("to", "in", "with", "from") if role in table)
    return re.compile(rf"\b(?:{words})(?:\s+(?:{articles}))?\s*$", re.IGNORECASE) if words else None


def mention_of(scene: Scene, token: Token) -> Placed[Mention] | None:
    """The mention a noun belongs to."""
    found = scene.mention_at(token.idx, token.idx + len(token))
    return found if found is not None and found.fact.kind in ACTORS else None


def is_base(words: RoleWords, place: Placed[Mention]) -> bool:
    """True for a name written in its base form, as far as its ending tells."""
    last = place.fact.name.split()[-1]
    return place.fact.name == place.fact.refers_to and not (words.oblique and words.oblique.fullmatch(last))


def names_of(place: Placed[Mention]) -> str:
    return place.fact.refers_to or place.fact.name


def is_second(scene: Scene, trigger: tuple[int, int]) -> bool:
    """True for a verb right behind "and" where no parse ties it to the first: "visitó Lima y firmó …"."""
    if scene.page.doc is not None:
        return False
    also = scene.page.language.once(RoleWords).also
    lead = scene.page.value[max(0, trigger[0] - _AND) : trigger[0]]
    return any(not lead[one.end() :].strip() for one in also.finditer(lead))
