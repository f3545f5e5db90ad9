"""Which stories somebody means by a few words, a name or a date."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from anyascii import anyascii

from dragoman.compare.stories import Group
from dragoman.errors import UnknownChoice
from dragoman.records import Article

__all__ = ["choose"]

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")  # 2024 · 2024-06 · 2024-06-19
_WORD = re.compile(r"\w+")


def choose(groups: Sequence[Group], articles: Mapping[str, Article], wanted: str) -> tuple[Group, ...]:
    """The stories that `wanted` means, in their order: words all found in most of their articles, or a day of one.

    Parts between commas must all hold: "Lisbon budget, 2026-11". Raises UnknownChoice with the headlines there are.
    """
    parts = [part.strip() for part in wanted.split(",") if part.strip()]
    found = tuple(one for one in groups if parts and all(_holds(one, articles, part) for part in parts))
    if not found:
        raise UnknownChoice("story", wanted, [one.title for one in groups[:20]])
    return found


def _holds(group: Group, articles: Mapping[str, Article], part: str) -> bool:
    members = [articles[source] for source in group.sources]
    if _DAY.fullmatch(part):
        days = [one.published for one in members if one.published]
        return any(day.earliest.isoformat() <= f"{part}~" and day.latest.isoformat() >= part for day in days)
    words = set(_folded(part))
    told = sum(words <= set(_folded(one.text.value)) for one in members)
    return bool(words) and (2 * told > len(members) or words <= set(_folded(group.title)))


def _folded(text: str) -> list[str]:
    """Words in Latin letters without case: Путин, Poutine and Putin stay three, Kyiv and KYIV are one."""
    return _WORD.findall(anyascii(text).casefold())
