"""Days that a text counts from the date told before: "two days later", "a month earlier", "the same year", "24-го"."""

from __future__ import annotations

import re
from calendar import monthrange
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
        later, earlier, day = table.pop("later", ""), table.pop("earlier", ""), table.pop("day", "")
        self.later = pattern(language, later) if later else None
        self.earlier = pattern(language, earlier) if earlier else None
        self.day = pattern(language, day) if day else None  # "on the 24th": of the month of the date before
        self.fixed = [(int(key[:-1]), key[-1], pattern(language, words)) for key, words in sorted(table.items())]


def counted(scene: Scene, a: int, b: int) -> list[Placed[Time]]:
    """Dates within a..b that are counted from the last date told before them in the paragraph."""
    words = scene.page.language.once(_Words)
    found = [
        (one.start(), one.end(), steps, unit)
        for steps, unit, cue in words.fixed
        for one in cue.finditer(scene.page.value, a, b)
    ]
    found += _lengths(scene, words, a, b)
    made = [_dated(scene, *one) for one in sorted(found)]
    made += [_of_month(scene, one) for one in words.day.finditer(scene.page.value, a, b)] if words.day else []
    return [one for one in made if one is not None]


def _lengths(scene: Scene, words: _Words, a: int, b: int) -> list[tuple[int, int, int, str]]:
    """Lengths with "later" or "earlier" in them or right behind them: start, end, how many, of what."""
    found = []
    for one in scene.lengths:
        known = _LENGTH.fullmatch(one.fact.value)
        if known is None or not (a <= one.start and one.end <= b):
            continue
        for sign, cue in ((1, words.later), (-1, words.earlier)):
            end = min(len(scene.page.value), one.end + _BEHIND)
            place = cue.search(scene.page.value, one.start, end) if cue else None
            round_ = sign < 0 and known[2] == "W" and known[1] != "1"  # "two weeks earlier" is hardly to the day
            if place is not None and scene.page.value[one.end : place.start()].strip() == "" and not round_:
                found.append((one.start, max(one.end, place.end()), sign * int(known[1]), known[2]))
                break
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


def _of_month(scene: Scene, one: re.Match[str]) -> Placed[Time] | None:
    """ "24-го" as the day of the month of the date told before it; None where that is no day, or a later one."""
    a, _ = scene.paragraph(one.start())
    before = [x.fact.when for x in scene.times_in(a, one.start()) if x.fact.when is not None]
    last = before[-1] if before else None
    number = int(one["day"])
    if last is None or last.precision != "day" or not last.earliest.day < number <= monthrange(*_month(last))[1]:
        return None
    why = f"the month of {say(last.earliest)}, the date told before it"
    made = on(last.earliest.replace(day=number), why, anchor="date nearby")
    span = scene.page.span(*one.span())
    return Placed(*one.span(), Time(spans=(span,), by="counted from the date before", value=made.value, when=made.when))


def _month(when: When) -> tuple[int, int]:
    return when.earliest.year, when.earliest.month


def _counted(anchor: When, steps: int, unit: str) -> When | None:
    why = f"{steps:+d} {_NAMED[unit]}{'s' if abs(steps) > 1 else ''} from {_told(anchor)}, the date told before it"
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
