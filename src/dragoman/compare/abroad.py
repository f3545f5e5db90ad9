"""Names of the world's tables in any language: "Deutschland", "Allemagne" and "Niemcy" in a text of any other."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.languages.world import Thing, fold, gazetteer, listed

__all__ = ["everywhere"]

#: Languages whose names of the world are looked up where a text's own language does not know a name.
_LANGUAGES = (
    "en", "fr", "de", "es", "ru", "it", "pt", "nl", "pl", "tr", "uk", "ar", "he", "el", "ja", "ko", "zh", "cs", "sv",
    "ro", "hu", "fi", "da", "no", "bg", "sr", "hr", "sk", "fa", "hi", "id",
)  # fmt: skip
_ARTICLE = re.compile(r"^(?:the|la|le|les|l'|el|los|die|der|das|il|lo|a|o|as|os) ", re.IGNORECASE)
_SIGNS = re.compile(r"[\s\-‑'’ʼ.]+")


def _key(name: str) -> str:
    return _SIGNS.sub(" ", fold(name.replace("ё", "е"))).strip()


@cache
def _index() -> dict[str, Thing | None]:
    """{folded name: thing}, None where two languages mean two things by one name."""
    index: dict[str, Thing | None] = {}
    for code in _LANGUAGES:
        for name, thing in listed(code):
            if len(name) > 2 or not name.isascii():
                known = index.setdefault(_key(name), thing)
                if known is not None and known.key != thing.key:
                    index[_key(name)] = None
    return index


@lru_cache(maxsize=1 << 14)
def everywhere(name: str, code: str) -> Thing | None:
    """The thing a name means in its own language, else in any."""
    own = gazetteer(code).known(name) if code else None
    if own is not None:
        return own
    plain = _ARTICLE.sub("", name.strip())
    return _index().get(_key(plain)) or (_index().get(_key(plain.removeprefix("ال"))) if plain != name else None)
