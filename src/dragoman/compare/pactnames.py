"""What an agreement is called: its names in all languages, and the one that a line shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.languages import Language, language
from dragoman.records import Reading, Treaty

__all__ = ["name_shown", "names_of_pact"]

_ENDS = " «»“”„\"'"  # what may stand around a name and is no part of it


def names_of_pact(accounts: Iterable[tuple[Reading, Treaty]]) -> tuple[tuple[str, str], ...]:
    votes = Counter((reading.article.language, name) for reading, treaty in accounts for name in treaty.names)
    return tuple(sorted(votes, key=lambda one: (-votes[one], one)))


def name_shown(names: Sequence[tuple[str, str]]) -> str:
    """Its title where one is written as such, else an English name that says most, else the one used most."""
    bare = {one: _bare(*one) for one in names}
    votes = Counter(name.casefold() for name, _ in bare.values())

    def rank(one: tuple[str, str]) -> tuple[bool, bool, bool, bool, bool, bool, int, int]:
        name, indefinite = bare[one]
        words = len(name.split())
        titled = words > 2 and all(word[:1].isupper() for word in name.split() if len(word) > 3)
        return (
            titled,
            not _is_vague(*one),
            words > 1,
            not indefinite,
            one[0] == "en",
            votes[name.casefold()] > 1,
            min(words, 6),
            -names.index(one),
        )

    return bare[max(names, key=rank)][0]


def _is_vague(code: str, name: str) -> bool:
    """True for a bare "deal", "document", "text", which may mean any agreement."""
    words = language(code).section("agreements")
    vague = "|".join(one for one in (words.get("vague"), words.get("heads", {}).get("deal")) if one)
    return bool(vague) and re.fullmatch(vague, _bare(code, name)[0], re.IGNORECASE) is not None


def _articles(words: Language) -> re.Pattern[str]:
    """The articles that may begin a name: "the ", "un ", "l'"."""
    return re.compile(rf"(?:{words.section('events').get('articles', '(?!)')})(?:\s+|(?<='))", re.IGNORECASE)


def _bare(code: str, name: str) -> tuple[str, bool]:
    """A name without the article and marks at its ends; whether the article said "a", not "the"."""
    words = language(code)
    article = words.once(_articles).match(name.strip(_ENDS))
    if not article:
        pointing = words.section("agreements").get("the", "(?!)")
        return name.strip(_ENDS), re.match(rf"(?:{pointing})\b", name.strip(_ENDS), re.IGNORECASE) is not None
    first = article[0].strip(_ENDS).casefold()
    return name.strip(_ENDS)[article.end() :].strip(_ENDS), first in words.words("agreements", "indefinite")
