"""Days that a text counts from the date told before: "two days later", "a month later", "the same year"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.languages import Language
from dragoman.read.days import month_of, months_from, on, say, stretch
from dragoman.read.scene import Placed, Scene
from dragoman.read.triggers import pattern
from dragoman.records import Time, When

__all__ = ["counted"]

_LENGTH = re.compile(r"P(\d{1,2})([DWMY])")  # "P2D" of "two days later"
_BEHIND = 14  # characters behind a length in which "later" ends: "dos días más tarde"
_DAYS = {"D": 1, "W": 7}
_NAMED = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_YEAR = 12  # months


class _Words:
    """What makes a length a date of its own, and phrases that count one unit or none."""

    def __init__(self, language: Language) -> None:
        table = dict(language.section("agreements").get("afterwards", {}))
        later = table.pop("later", "")
        self.later = pattern(language, later) if later else None
        self.fixed = [(int(key[0]), key[1], pattern(language, words)) for key, words in sorted(table.items())]


def counted(scene: Scene, a: int, b: int) -> list[Placed[Time]]:
    """Dates within a..b that are counted from the last date told before them in the paragraph."""
    words = scene.page.language.once(_Words)
    found = [
        (one.start(), one.end(), steps, unit)
        for steps, unit, cue in words.fixed
        for one in cue.finditer(scene.page.value, a, b)
    ]
    found += _lengths(scene, words, a, b)
    made = (_dated(scene, *one) for one in sorted(found))
    return [one for one in made if one is not None]


def _lengths(scene: Scene, words: _Words, a: int, b: int) -> list[tuple[int, int, int, str]]:
    """Lengths with "later" in them or right behind them: start, end, how many, of what."""
    found = []
    for one in scene.lengths:
        known = _LENGTH.fullmatch(one.fact.value)
        if known is None or words.later is None or not (a <= one.start and one.end <= b):
            continue
        later = words.later.search(scene.page.value, one.start, min(len(scene.page.value), one.end + _BEHIND))
        if later is not None and scene.page.value[one.end : later.start()].strip() == "":
            found.append((one.start, max(one.end, later.end()), int(known[1]), known[2]))
    return found


def _dated(scene: Scene, start: int, end: int, steps: int, unit: str) -> Placed[Time] | None:
    """The phrase as a date; None where no date is told before it, or one too coarse to count from."""
    a, _ = scene.paragraph(start)
    before = [one for one in scene.times_in(a, start) if one.fact.when is not None]
    anchor = before[-1].fact.when if before else None
    when = _counted(anchor, steps, unit) if anchor is not None else None
    if when is None:
        return None
    span = scene.page.span(start, end)
    return Placed(start, end, Time(spans=(span,), by="counted from the date before", value=when.value, when=when))


def _counted(anchor: When, steps: int, unit: str) -> When | None:
    why = f"+{steps} {_NAMED[unit]}{'s' if steps > 1 else ''} from {_told(anchor)}, the date told before it"
    if unit in _DAYS:
        if anchor.precision != "day":
            return None
        return on(anchor.earliest + steps * timedelta(days=_DAYS[unit]), why, anchor="date nearby").when
    if unit == "Y":
        year = anchor.earliest.year + steps
        if anchor.precision not in ("day", "month", "year") or year > date.max.year:
            return None
        made = stretch(date(year, 1, 1), date(year, _YEAR, 31), "year", why, anchor="date nearby", value=str(year))
    elif anchor.precision in ("day", "month"):
        made = month_of(*months_from(anchor.earliest, steps), "", why, "date nearby")
    else:
        return None
    return made.when if made else None


def _told(when: When) -> str:
    """The date that was counted from, in words."""
    return say(when.earliest) if when.precision == "day" else when.value
