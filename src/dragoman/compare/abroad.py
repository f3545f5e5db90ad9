"""Names of the world's tables in any language: "Deutschland", "Allemagne" and "Niemcy" in a text of any other."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.languages.world import Thing, fold, gazetteer, listed

__all__ = ["everywhere"]

#: Languages whose names of the world are looked up where a text's own language does not know a name: one index of those
#: in Latin letters and one of all others, since each costs a tenth of a second.
_LATIN = ("en", "fr", "de", "es", "it", "pt", "nl", "pl", "tr", "cs", "sv", "ro", "hu")
_OTHERS = ("ru", "uk", "bg", "sr", "ar", "fa", "he", "el", "hi", "ja", "ko", "zh")
_IS_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_ARTICLE = re.compile(r"^(?:the|la|le|les|l'|el|los|die|der|das|il|lo|a|o|as|os) ", re.IGNORECASE)
_SHORT = 2  # letters of codes that mean one thing here and another there: "US", "EU"
_SIGNS = re.compile(r"[\s\-‑'’ʼ.]+")


def _key(name: str) -> str:
    return _SIGNS.sub(" ", fold(name.replace("ё", "е"))).strip()


@cache
def _index(latin: bool) -> dict[str, Thing | None]:
    """{folded name: thing}, None where two languages mean two things by one name."""
    index: dict[str, Thing | None] = {}
    for code in _LATIN if latin else _OTHERS:
        for name, thing in listed(code):
            if bool(_IS_LATIN.search(name)) == latin and (len(name) > _SHORT or not latin):
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
    return _index(bool(_IS_LATIN.search(plain))).get(_key(plain))
