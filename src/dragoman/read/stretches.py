"""A figure as found, and stretches of time as figures: 24 years, nearly a quarter of a century, decades."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.read.nouns import LENGTHS
from dragoman.read.phrases import Phrase
from dragoman.read.tokens import Token

__all__ = ["Amount", "compounds", "length_in"]

_PARTS = {"half": 0.5, "quarter": 0.25}  # two and a half days, une heure et quart
_SIZES = {"CE": (100.0, "year"), "DE": (10.0, "year"), "FN": (2.0, "week")}
#: How many of the next smaller unit are one of a larger, where that is always the same number.
_STEPS = {("year", "month"): 12.0, ("week", "day"): 7.0, ("day", "hour"): 24.0, ("hour", "minute"): 60.0}
_SIZE = {name: at for at, name in enumerate(("year", "month", "week", "day", "hour", "minute"))}  # largest first
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
    part: bool = False  # some of those counted: five of the 21 wounded


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


def compounds(tokens: Sequence[Token], lengths: Iterable[Amount]) -> Iterator[Amount]:
    """The stretches, with those that are parts of one as one: three years and six months are 42 months.

    Days that go with months have no fixed number: five years, seven months and five days are more than 67 months.
    """
    held: Amount | None = None
    for one in lengths:
        if held is not None and _is_rest_of(tokens, held, one):
            held = _sum(held, one)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _is_rest_of(tokens: Sequence[Token], one: Amount, other: Amount) -> bool:
    """True for a smaller unit right behind, with no more than a comma or "and" between the two."""
    if one.upto is not None or other.upto is not None or other.bound != "exactly" or other.value is None or one.age:
        return False
    if one.value is None or not _SIZE.get(one.unit, len(_SIZE)) < _SIZE.get(other.unit, -1) or one.end > other.start:
        return False
    at, between = other.first - 1, list[Token]()
    while at >= 0 and tokens[at].start >= one.end:
        between.append(tokens[at])
        at -= 1
    return len(between) <= 1 + (between[-1:] != [] and between[-1].low == ",") and all(
        token.low == "," or "$and" in token.values for token in between
    )


def _sum(one: Amount, other: Amount) -> Amount:
    """Both as one stretch, in the smaller unit where a larger one always holds as many of it."""
    steps = _STEPS.get((one.unit, other.unit))
    if steps is None or one.bound == "more_than" or one.value is None or other.value is None:
        one.bound = "more_than" if one.bound == "exactly" else one.bound
    else:
        one.value, one.unit, one.of = one.value * steps + other.value, other.unit, other.of
    one.end = other.end
    return one
