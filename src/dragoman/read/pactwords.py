"""The words of a language that name agreements, compiled."""

from __future__ import annotations

import re

from dragoman.languages import Language
from dragoman.read.triggers import inner, pattern

__all__ = ["Vocabulary", "vocabulary"]


class Vocabulary:
    """The words of a language that name agreements, compiled."""

    def __init__(self, language: Language) -> None:
        section = language.section("agreements")
        self.known = bool(section.get("heads"))
        letters: dict[str, str] = dict(section.get("acronyms", {}))
        short = "|".join([*map(re.escape, letters), *filter(None, [section.get("acronyms_of_any")])])
        named_heads = dict(section.get("heads", {}))
        if short and "treaty" in named_heads:
            named_heads["treaty"] += f"|(?-i:{short})"  # "left the NPT"
        self.kinds = {kind: pattern(language, words) for kind, words in named_heads.items()}
        self.acronyms: dict[str, re.Pattern[str]] = {
            name: re.compile(rf"\b(?:{words})", re.IGNORECASE) for name, words in letters.items()
        }
        self.topics = {topic: pattern(language, words) for topic, words in section.get("topics", {}).items()}
        self.before = section.get("modifiers", "") in ("before", "both")
        self.after = section.get("modifiers", "") in ("after", "both")
        self._language, self._section = language, section
        self._made: dict[tuple[str, bool], re.Pattern[str] | None] = {}
        signable = section.get("signable", {})
        self.signable = {kind: pattern(language, words) for kind, words in signable.items()}
        heads = "|".join([*named_heads.values(), *signable.values(), section.get("vague", "(?!)")])
        shape = r"\b\w*(?:{})" if section.get("compound") else r"\b(?:{})"
        self.head = re.compile(shape.format(inner(language, heads)) + r"(?!\w)", re.IGNORECASE) if self.known else None
        self.vague = self.made("vague", inside=bool(section.get("compound")))
        named = language.section("events").get("classes", {}).get("agreement")
        self.papers = pattern(language, named) if named else None
        self.indefinite = frozenset(section.get("indefinite", ()))
        self.links = frozenset(section.get("links", "").split("|"))
        self.stop = frozenset(section.get("stop", "").split("|"))
        self.plural, self.the, self.other = self.made("plural", inside=True), self.made("the"), self.made("other")
        self.first = self.made("first")
        self.none, self.not_naming, self.between = self.made("none"), self.made("not_naming"), self.made("between")
        self.adjective = re.compile(section["adjective"]) if section.get("adjective") else None
        self.with_ = self.made("with")
        articles = "|".join(one for one in (section.get("the"), language.section("events").get("articles")) if one)
        shape = rf"(?<!\w)(?:{inner(language, articles)})(?:(?<=')|\s)[«“\"]?\s?$"
        self.article = re.compile(shape, re.IGNORECASE) if articles else None
        self.not_before = frozenset(section.get("not_before", "").split("|")) - {""}
        self.dated, self.inside = self.made("dated"), self.made("inside")
        at = language.section("events").get("prepositions", {}).get("in")
        self.at_time = re.compile(inner(language, at), re.IGNORECASE) if at else None
        self.beside = tuple(
            re.compile(shape.format(section[key]), re.IGNORECASE) if section.get(key) else None
            for key, shape in (("pronoun_before", r"(?:{})$"), ("pronoun_after", r"\s(?:{})\b"))
        )
        self.tail = re.compile(inner(language, section["tail"]), re.IGNORECASE) if section.get("tail") else None
        self.coined = re.compile(section["coined"]) if section.get("coined") else None

    def made(self, key: str, *, inside: bool = False) -> re.Pattern[str] | None:
        """The words under a key as a pattern; None when the language has none."""
        if (key, inside) not in self._made:
            words = self._section.get(key)
            found = pattern(self._language, words) if words else None
            loose = found and inside
            self._made[key, inside] = re.compile(found.pattern.removeprefix(r"\b"), re.I) if found and loose else found
        return self._made[key, inside]

    def known_as(self, name: str) -> str:
        """The letters by which every reader knows the agreement of a name, its letters or its words; "" for others."""
        for letters, words in self.acronyms.items():
            if name == letters or words.search(name):
                return next(one for one, other in self.acronyms.items() if other.pattern == words.pattern)
        return ""

    @property
    def obligations(self) -> dict[str, str]:
        """The words of each kind of obligation as the language's file has them."""
        return dict(self._section.get("obligations", {}))

    def table(self, key: str) -> dict[str, re.Pattern[str]]:
        """A table of words as patterns."""
        return {name: pattern(self._language, words) for name, words in self._section.get(key, {}).items()}


def vocabulary(language: Language) -> Vocabulary:
    """The compiled vocabulary of a language."""
    return language.once(Vocabulary)
