"""A figure as found, and stretches of time as figures: 24 years, nearly a quarter of a century, decades."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.read.nouns import LENGTHS
from dragoman.read.phrases import Phrase
from dragoman.read.tokens import Token

__all__ = ["Amount", "length_in"]

_PARTS = {"half": 0.5, "quarter": 0.25}  # two and a half days, une heure et quart
_SIZES = {"CE": (100.0, "year"), "DE": (10.0, "year"), "FN": (2.0, "week")}
_AGES = frozenset({"DE", "CE"})  # for decades, depuis des siècles: as near as anybody can count


@dataclass
class Amount:
    """A figure found: clean start..end, and what is known of it."""

    start: int
    end: int
    value: float | None
    first: int
    upto: float | None = None
    unit: str = ""
    of: str = ""
    bound: str = "exactly"
    vague: str = ""
    age: bool = False


def length_in(tokens: list[Token], phrase: Phrase) -> Amount | None:
    """A stretch of time as a figure: 24 years, a century, nearly a quarter of a century (ago), decades."""
    if phrase.op == "quarter" and not phrase.args:  # the third quarter is no length
        return None
    inside = range(phrase.first, phrase.last + 1)
    units = [at for at in inside if "unit" in tokens[at].values]
    if not units:
        return None
    last = units[-1]
    code = str(tokens[last].values["unit"])
    share = 0.25 if phrase.op == "quarter" else 0.5 if phrase.op == "halfunit" else 1.0
    head = [at for at in inside if at <= last and ("num" in tokens[at].values or "a" in tokens[at].values)]
    if phrase.op == "vague" or "few" in phrase.slots or (phrase.op == "ago" and not head):
        if code not in _AGES:
            return None  # minutes later, in a few days: a time, and nothing counted
        start = next((at for at in inside if "few" in tokens[at].values), last)
        unit = LENGTHS[code]
        return Amount(
            tokens[start].start, tokens[last].end, None, start, unit=unit, bound="vague", vague=tokens[last].low
        )
    if share == 1.0 and not head and "mod" not in phrase.slots:
        return None
    numbers = [float(tokens[at].values["num"]) for at in head if "num" in tokens[at].values]
    part = _PARTS.get(phrase.args[-1] if phrase.args else "", 0.0)
    value = (numbers[0] if numbers else 1.0) * share + part
    size, unit = _SIZES.get(code, (1.0, LENGTHS.get(code, "")))
    start = next((at for at in inside if "mod" in tokens[at].values), head[0] if head else phrase.first)
    end = tokens[max(last, phrase.last) if part else last].end  # une heure et quart
    return Amount(tokens[start].start, end, value * size, start, unit=unit, of=tokens[last].low)
