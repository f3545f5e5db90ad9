"""Why an article is in its story, in words: what it shares with the one most like it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from anyascii import anyascii

from dragoman.compare.profiles import Profile, Table
from dragoman.records import Article

__all__ = ["why"]

_NAMED = 4  # shared names told in a reason
_TOKEN = re.compile(r"[^\W_][\w'’-]*")


def why(table: Table, row: Sequence[float], at: int, article: Article) -> str:
    """Why an article is in its story: what it shares with the one most like it."""
    one = table.profiles[at]
    others = [other for other, two in enumerate(table.profiles) if two.source != one.source]
    if not others:
        return "nothing else in the pile is like it"
    nearest = max(others, key=lambda other: (float(row[other]), table.profiles[other].id))
    two = table.profiles[nearest]
    names = [_written(name, article) for name in _shared(one, two)]
    told = [f"shares {', '.join(names)}" if names else "shares no name", f"with {two.name}"]
    if one.day and two.day:
        days = abs(one.day - two.day)
        told.append("published the same day" if not days else f"published {days} day{'s' * (days > 1)} apart")
    vector = float(table.vectors[at] @ table.vectors[nearest])
    if table.vectors[at].any() and table.vectors[nearest].any():
        told.append(f"the beginnings are {_degree(vector)} in meaning")
    return f"{told[0]} {told[1]}" + "".join(f"; {part}" for part in told[2:])


def _shared(one: Profile, two: Profile) -> list[str]:
    """The names both have that tell most, as the first writes them."""
    both = one.names.keys() & two.names.keys()
    ranked = sorted(both, key=lambda key: (-round(min(one.names[key], two.names[key]), 6), key))
    return [one.shown[key] for key in ranked[:_NAMED]]


def _written(latin: str, article: Article) -> str:
    """A name as the article writes it, from its Latin letters."""
    value = article.text.value
    return latin if latin in value else next((one for one in _TOKEN.findall(value) if anyascii(one) == latin), latin)


_DEGREES = ((0.8, "nearly the same"), (0.5, "alike"), (0.3, "somewhat alike"), (-2.0, "unlike"))


def _degree(vector: float) -> str:
    """A cosine in words; measured on our examples, translations have .8 and more, other stories under .3."""
    return next(word for least, word in _DEGREES if vector >= least)
