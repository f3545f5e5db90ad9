"""What a name outside the tables comes down to: its words without articles and common nouns, in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii

from dragoman.compare.abroad import everywhere
from dragoman.languages import Language, known, language
from dragoman.languages.spoken import sounds, table
from dragoman.languages.world import fold, gazetteer

__all__ = ["IDEA", "body", "heads", "initials", "proper", "treaty"]

IDEA = "idea "  # before a word of a treaty's name that many treaties share
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class _Words:
    """The small words, head nouns and treaty words of one language, folded."""

    small: frozenset[str]
    heads: frozenset[str]
    ideas: dict[str, str]


def _words(code: Language) -> _Words:
    def get(*keys: str) -> frozenset[str]:
        return frozenset(fold(word) for key in keys for word in code.words("mentions", key))

    rows = (row.partition(">") for row in code.words("mentions", "law_words"))
    return _Words(
        small=get("articles", "links"),
        heads=get("body_heads", "fac_heads", "place_heads", "law_heads", "event_heads"),
        ideas={fold(word.strip()): idea.strip() for word, _, idea in rows},
    )


def proper(name: str, kind: str, code: str) -> list[str]:
    """Keys under which a name meets its like: its words, its own words beside a common noun, a treaty's ideas."""
    once: Callable[[Language], _Words] = _words
    words = language(code).once(once)
    folded = [fold(word) for word in _WORD.findall(name)]
    kept = [word for word in folded if word not in words.small] or folded
    if kind == "LAW":
        ideas = {words.ideas[word] for word in kept if words.ideas.get(word)}
        own = {_latin(w) for w in kept if w not in words.ideas and w not in words.heads}
        if len(ideas) + len(own) > 1:
            return ["ideas " + " ".join(sorted(ideas | own))]
    keys = list(dict.fromkeys((" ".join(map(_latin, kept)), " ".join(map(_latin, folded)))))
    own_words = [word for word in kept if word not in words.heads]
    if len(own_words) < len(kept) and own_words and gazetteer(code).known(" ".join(own_words).title()) is None:
        joined = " ".join(min(sounds(_latin(word))) for word in own_words)
        if len(own_words) > 1 or (kind in ("ORG", "FAC") and len(joined) > 4):
            keys.append(f"{kind} {joined}")
    if len(kept) == 1 and len(kept[0]) > 4:
        if kind == "FAC":  # "the Vostochny cosmodrome", whose noun is no part of the name
            keys.append("FAC " + min(sounds(_latin(kept[0]))))
        keys.append("sound " + min(sounds(_latin(kept[0]))))
    return keys


@cache
def _everywhere() -> tuple[frozenset[str], dict[str, str], dict[str, str]]:
    """Small words, ideas and instruments of treaties of all languages together."""
    once: Callable[[Language], _Words] = _words
    every = [language(code).once(once) for code in known()]
    small = frozenset(word for words in every for word in words.small)
    ideas = {word: idea for words in every for word, idea in words.ideas.items()}
    return small, ideas, {fold(word): row for word, row in table()["instruments"].items()}


@lru_cache(maxsize=1 << 12)
def treaty(name: str) -> tuple[str, frozenset[str]]:
    """What instrument a treaty's name says it is, and its own words: places and ideas the same in every language."""
    small, ideas, instruments = _everywhere()
    words = [fold(word) for word in _WORD.findall(name)]
    kinds = {instruments[word] for word in words if word in instruments}
    own = [word for word in words if word not in small and word not in instruments]
    things = (everywhere(word.title(), "") for word in own)
    keys = (
        thing.key if thing else f"{IDEA}{ideas[word]}" if ideas.get(word) else _latin(word)
        for word, thing in zip(own, things, strict=True)
    )
    return " ".join(sorted(kinds)), frozenset(keys)


def heads(name: str, code: str) -> tuple[str, ...]:
    """The common nouns a name is built around, folded."""
    once: Callable[[Language], _Words] = _words
    nouns = language(code).once(once).heads
    return tuple(sorted(word for word in map(fold, _WORD.findall(name)) if word in nouns))


def body(name: str, code: str) -> str:
    """What a body's name says it is, in one word for all languages: "Oberlandesgericht" → court; "" where none does."""
    rows = language(code).section("mentions").get("body_again") or {}
    words = [fold(word) for word in _WORD.findall(name)]
    found = (kind for kind, nouns in rows.items() for noun in nouns if any(word.endswith(fold(noun)) for word in words))
    kind = next(found, "")
    return "court" if kind == "tribunal" else kind  # one word in Spanish and German


def initials(name: str, code: str) -> frozenset[str]:
    """The letters an acronym of a name may have: of all its words, and of those that are not small."""
    once: Callable[[Language], _Words] = _words
    small = language(code).once(once).small
    words = [fold(word) for word in _WORD.findall(name)]
    own = [word for word in words if word not in small]
    return frozenset("".join(word[0] for word in some) for some in (words, own) if len(some) > 1)


def _latin(word: str) -> str:
    return anyascii(word).lower()
