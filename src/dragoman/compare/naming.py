"""What a name outside the tables comes down to: its words without articles and common nouns, in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from anyascii import anyascii

from dragoman.compare.folding import sounds
from dragoman.languages import Language, language
from dragoman.languages.world import fold, gazetteer

__all__ = ["proper"]

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
        keys.append("sound " + min(sounds(_latin(kept[0]))))
    return keys


def _latin(word: str) -> str:
    return anyascii(word).lower()
