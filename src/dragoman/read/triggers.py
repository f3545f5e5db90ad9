"""The table of triggers of a language, compiled: which words may report which act, and what must stand near them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from dragoman.languages import Language

__all__ = ["END", "Rule", "Triggers", "inner", "pattern", "triggers"]

END = r"(?:(?<=')|(?!\w))"  # the end of a word, or an elision: "d'"

_GROUP = re.compile(r"(?<!\\)\((?!\?)")  # "(s|ed)": a group of the language files, never captured
_CLASS = re.compile(r"\{([a-z]+)\}")  # "{agreement}"
_CAPITAL = r"(?-i:[A-ZÀ-ÞА-ЯЁ])\w*"  # what "[A-Z]" means in the language files, where case is else ignored
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")  # "l'attaque" is two words, "test-fired" is one
_LEAD = 80  # characters before a trigger in which what must stand before it may stand: "the court … has rejected"
_CLOSE = 24  # characters: a longer trigger is a verb with its particle far behind
_VOCABULARY = 1 << 14  # words whose rules are remembered; an article has some 500


@dataclass(frozen=True)
class Rule:
    """One line of the table; its patterns are compiled when a text first needs them. `kind`: verb or noun."""

    number: int
    type: str
    kind: str
    shapes: dict[str, str]
    person: bool  # somebody must stand in the clause
    wide: bool  # `near` may stand anywhere before in the paragraph: "It was extended in May."
    standing: str  # what the word itself says of an act that nothing else qualifies: "due in" is a plan
    of_pact: bool  # it counts only where an agreement is what it is done to
    hosts: bool  # its subject is the host and its object comes: "received the president"
    actor: str  # kind of mention that must be the actor: "was in Moscow" is a visit of a person only
    whom: str  # kind of mention it must be done to: "entließ" somebody

    def _made(self, key: str) -> re.Pattern[str] | None:
        return re.compile(self.shapes[key], re.IGNORECASE) if key in self.shapes else None

    @cached_property
    def words(self) -> re.Pattern[str]:
        """The trigger itself."""
        return re.compile(self.shapes["words"], re.IGNORECASE)

    @cached_property
    def after(self) -> re.Pattern[str] | None:
        """What must stand right behind it."""
        return self._made("next")

    @cached_property
    def bar(self) -> re.Pattern[str] | None:
        """What must not stand right behind it."""
        return self._made("bar")

    @cached_property
    def before(self) -> re.Pattern[str] | None:
        """What must stand right before it."""
        return self._made("before")

    @cached_property
    def not_behind(self) -> re.Pattern[str] | None:
        """What must not stand right before it: "resigned in | protest"."""
        return self._made("not_behind")

    @cached_property
    def near(self) -> re.Pattern[str] | None:
        """What must stand in its clause."""
        return self._made("with")

    @cached_property
    def unless(self) -> re.Pattern[str] | None:
        """What must not stand in its clause."""
        return self._made("unless")


class Hit(NamedTuple):
    """A rule whose words stand at clean start..end."""

    start: int
    end: int
    rule: Rule


class Triggers:
    """All rules of a language, found by the first word of each."""

    table = ("events", "triggers")  # where the rows stand in the language's file

    def __init__(self, language: Language) -> None:
        section = language.section("events")
        self.rules: list[Rule] = []
        self._firsts: list[str] = []
        for row in language.section(self.table[0]).get(self.table[1], ()):
            words = _expanded(row.get("verb") or row["noun"], section)
            self.rules.append(_rule(len(self.rules), row, words, section))
            self._firsts.append("|".join(_first_word(one) for one in _alternatives(words)))
        self._any = re.compile("|".join(self._firsts), re.IGNORECASE) if self._firsts else None
        self._of_word = lru_cache(maxsize=_VOCABULARY)(self._rules_of)

    def _rules_of(self, word: str) -> tuple[Rule, ...]:
        if self._any is None or not self._any.fullmatch(word):
            return ()
        return tuple(rule for rule, first in zip(self.rules, self._each, strict=True) if first.fullmatch(word))

    @cached_property
    def _each(self) -> list[re.Pattern[str]]:
        return [re.compile(first, re.IGNORECASE) for first in self._firsts]

    def of_word(self, word: str) -> tuple[Rule, ...]:
        """The rules that a word in small letters may begin."""
        return self._of_word(word)

    def hits(self, value: str) -> Iterator[Hit]:
        """Every place where the words of a rule stand, whatever is near them; the longest words of a rule."""
        for word in _WORD.finditer(value):
            for rule in self._of_word(word[0].lower()):
                found = rule.words.match(value, word.start())
                if found and _fits(rule, value, word.start(), found.end()):
                    apart = found.end() - word.end() > _CLOSE  # "stimmte dem Abkommen zu": the first word stands for it
                    yield Hit(word.start(), word.end() if apart else found.end(), rule)


def triggers(language: Language) -> Triggers:
    """The compiled table of a language."""
    return language.once(Triggers)


def pattern(language: Language, words: str) -> re.Pattern[str]:
    """Words of the `events` notation as a pattern for whole words, any case."""
    return re.compile(rf"\b(?:{inner(language, words)}){END}", re.IGNORECASE)


def inner(language: Language, words: str) -> str:
    """Words of the `events` notation written out, to be put into a larger pattern."""
    return _expanded(words, language.section("events"))


def _fits(rule: Rule, value: str, start: int, end: int) -> bool:
    if rule.after and not rule.after.match(value, end):
        return False
    if rule.bar and rule.bar.match(value, end):
        return False
    if rule.not_behind and rule.not_behind.search(value[max(0, start - _LEAD) : start]):
        return False
    return not (rule.before and not rule.before.search(value[max(0, start - _LEAD) : start]))


_WITHIN = r"(?:(?!\.\s)[^;:\n]){0,"  # what ".{0," means behind a trigger: up to the end of the sentence
_SHAPES = {
    "next": r"[\s«“\"]*(?:{})",
    "bar": r"[\s-]*(?:{})",
    "before": r"(?:{})$",
    "not_behind": r"\b(?:{})\s$",
    "with": rf"\b(?:{{}}){END}",
    "unless": rf"\b(?:{{}}){END}",
}


def _rule(number: int, row: dict[str, Any], words: str, section: dict[str, Any]) -> Rule:
    shapes = {key: shape.format(_expanded(row[key], section)) for key, shape in _SHAPES.items() if key in row}
    if "next" in shapes:
        shapes["next"] = shapes["next"].replace(".{0,", _WITHIN)
    return Rule(
        number=number,
        type=row["type"],
        kind="verb" if "verb" in row else "noun",
        shapes={**shapes, "words": rf"(?:{words}){END}"},
        person=bool(row.get("person")),
        wide=bool(row.get("wide")),
        standing=row.get("standing", "happened"),
        of_pact=bool(row.get("of_pact")),
        hosts=bool(row.get("hosts")),
        actor=row.get("actor", ""),
        whom=row.get("whom", ""),
    )


def _expanded(words: str, section: dict[str, Any]) -> str:
    """Endings and classes written out, groups not captured."""
    classes = section.get("classes", {})
    for _ in range(3):  # a class may name a class
        words = _CLASS.sub(lambda found: f"({classes[found[1]]})", words)
    for mark, ending in section.get("endings", {}).items():
        words = words.replace(mark, ending)
    return _GROUP.sub("(?:", words).replace("[A-Z]", _CAPITAL)


def _alternatives(words: str) -> list[str]:
    """The alternatives at the top level of a pattern."""
    parts, depth, current = [], 0, ""
    for one in words:
        depth += (one in "([") - (one in ")]")
        if one == "|" and depth == 0:
            parts.append(current)
            current = ""
        else:
            current += one
    return [*parts, current]


def _first_word(words: str) -> str:
    """The pattern up to the first space outside any group."""
    depth = 0
    for place, one in enumerate(words):
        depth += (one == "(") - (one == ")")
        if one == " " and depth == 0:
            return words[:place]
    return words
