"""Weekdays for which something is set: "a meeting for Thursday", "deuil à partir de mercredi", "траур на среду"."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.languages import Language

__all__ = ["is_appointed"]

_LEAD = 90  # characters of a clause before a weekday in which the verb stands that sets it
_STOP = re.compile(r"[.;:!?\n]")


class _Appointed(NamedTuple):
    """What leads to an appointed day: always ("for"), behind a verb of setting ("from"); the day as what is set."""

    always: re.Pattern[str] | None
    begins: re.Pattern[str] | None
    sets: re.Pattern[str] | None
    direct: re.Pattern[str] | None
    as_day: re.Pattern[str] | None
    bar: re.Pattern[str] | None


def is_appointed(language: Language, value: str, start: int, end: int) -> bool:
    """True for a weekday at start..end that is set for what is to come, whatever the tense of the verb that sets it."""
    words = language.once(_appointed)
    lead = _STOP.split(value[max(0, start - _LEAD) : start])[-1]
    if words.bar and words.bar.match(value, end):
        return False
    if words.always and words.always.search(lead):
        return True
    if words.begins and words.sets and words.begins.search(lead) and words.sets.search(lead):
        return True
    return bool(words.direct and words.direct.search(lead) and words.as_day and words.as_day.match(value, end))


def _appointed(language: Language) -> _Appointed:
    """The patterns of a language; none where its file tells nothing of days that are set."""
    section = language.section("dates").get("appointed", {})
    always, begins, sets, article, as_day, bar = (
        section.get(name, "") for name in ("for", "from", "sets", "article", "as_day", "bar")
    )

    def ending(words: str) -> re.Pattern[str] | None:
        return re.compile(rf"(?<!\w)(?:{words})\s(?:(?:{article})\s)?$", re.IGNORECASE) if words else None

    return _Appointed(
        always=ending(always),
        begins=ending(begins),
        sets=re.compile(rf"(?<!\w)(?:{sets})(?!\w)", re.IGNORECASE) if sets else None,
        direct=ending(sets),
        as_day=re.compile(rf"\s(?:{as_day})", re.IGNORECASE) if as_day else None,
        bar=re.compile(bar, re.IGNORECASE) if bar else None,
    )
