"""40 short reports in which rival figures stand side by side, 8 each in English, French, German, Spanish and Russian.

Real public events from 2012 to 2025 (crowds by police and organisers, dead by two ministries, votes, prices, damage,
refugees, soldiers), told in our own words in the manner of each country's press, with traps planted: names, roads,
flights, articles of law, dates, telephone and account numbers, scores.

    en.toml … ru.toml   [[report]] id, published, text, figures, traps, other
      figures  words | value | counted | bound | claimants | as-of | standing
               value: a number, from..to, or `-` for a vague one; ` or ` parts values and windows that are equally right
               counted, bound, claimants, standing: `/` parts what is equally right; word* accepts every ending;
               the claimant `-` is the article itself; the window `-` is none
      traps    words that hold a number and no figure: a figure read there is wrong and counted as a trap hit
      other    durations, ages, multiples and magnitudes: neither wanted nor held against anybody

Every digit of a text lies in one of the three lists, or the set refuses to load. Right in full means value, claimant
and window. Figures are close to those reported then,
from memory, and no source for anything; remarks in marks are invention.
One annotator, who had seen no rule, no word list and no output of ours; no second opinion. Where a text
leaves the claimant or the day to its reader, both readings are accepted. Numbers spelt out are marked when they count
something; an indefinite article ("a delegate") is not. No figure here is claimed by two together.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.records import Figure, Reading
from quality.sets.marking import Misplaced, Place, f1, named, place, read_text, share

__all__ = ["Counted", "Report", "Said", "gold", "numbers", "report", "said", "score"]

HERE = Path(__file__).resolve().parent
LANGUAGES = ("en", "fr", "de", "es", "ru")
BOUNDS = {"exactly", "about", "at_least", "at_most", "more_than", "less_than", "nearly", "vague"}
STANDINGS = {"counted", "estimated", "feared", "planned", "demanded", "denied", "at first"}
Value = tuple[float | None, float | None]


@dataclass(frozen=True, kw_only=True)
class Counted:
    """One figure of the gold; of every field several readings may be right, "-" among claimants or windows is none."""

    place: Place
    values: tuple[Value, ...]
    counted: tuple[str, ...]
    bounds: frozenset[str]
    claimants: tuple[str, ...]
    windows: frozenset[str]
    standings: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Report:
    """One text with its gold."""

    id: str
    language: str
    published: str
    text: str
    figures: tuple[Counted, ...]
    traps: tuple[Place, ...]
    other: tuple[Place, ...]


@dataclass(frozen=True, kw_only=True)
class Said:
    """One predicted figure; a window "" is none."""

    place: Place
    value: Value
    counted: str = ""
    bound: str = "exactly"
    claimant: str = ""
    window: str = ""
    standing: str = "counted"


# -- gold --------------------------------------------------------------------------------------------------


def gold() -> Iterator[Report]:
    """Every report; refuses words that are not there and digits that no list explains."""
    for code in LANGUAGES:
        for row in tomllib.loads((HERE / f"{code}.toml").read_text(encoding="utf-8"))["report"]:
            yield report(row, code)


def report(row: dict[str, Any], code: str) -> Report:
    """One [[report]] with its words found in its text."""
    text, where = row["text"], row["id"]
    figures = tuple(_figure(one, text, where) for one in row["figures"])
    traps, other = (tuple(place(text, words, where=where) for words in row[kind]) for kind in ("traps", "other"))
    held = [*(one.place for one in figures), *traps, *other]
    for digits in re.finditer(r"\d+", text):
        if not any(start <= digits.start() and digits.end() <= end for start, end in held):
            raise Misplaced(f"{where}: {text[digits.start() - 20 : digits.end() + 10]!r} is in no list")
    return Report(
        id=where, language=code, published=row["published"], text=text, figures=figures, traps=traps, other=other
    )


def _figure(row: str, text: str, where: str) -> Counted:
    words, value, counted, bound, claimants, window, standing = (part.strip() for part in row.split("|"))
    bounds, standings = frozenset(bound.split("/")), frozenset(standing.split("/"))
    if bounds - BOUNDS or standings - STANDINGS:
        raise Misplaced(f"{where}: {row!r} uses an unknown bound or standing")
    return Counted(
        place=place(text, words, where=where),
        values=tuple(_value(one) for one in value.split(" or ")),
        counted=tuple(counted.split("/")),
        bounds=bounds,
        claimants=tuple(claimants.split("/")),
        windows=frozenset(window.split(" or ")),
        standings=standings,
    )


def _value(words: str) -> Value:
    if words == "-":
        return None, None
    first, _, last = words.partition("..")
    return float(first), float(last) if last else None


# -- predictions -------------------------------------------------------------------------------------------


def said(reading: Reading) -> list[Said]:
    """The figures of a reading in the shape that is scored."""
    return [
        Said(
            place=(one.start, one.end),
            value=(one.value, one.upto),
            counted=f"{one.unit} {one.of}",
            bound=one.bound,
            claimant=one.claimed_by,
            window=one.window.value if one.window else "",
            standing=one.standing,
        )
        for one in reading.of(Figure)
    ]


# -- scores ------------------------------------------------------------------------------------------------

FIELDS = ("claimant", "window", "counted", "bound", "standing")


def score(pairs: Iterable[tuple[Report, list[Said]]]) -> dict[str, float]:
    """Numbers over reports with the figures read in each."""
    count = dict.fromkeys(("gold", "told", "value", "full", "wrong_claimant", "traps", "traps_hit", *FIELDS), 0)
    for one, figures in pairs:
        held = [figure for figure in figures if _is_wanted(figure, one)]
        count["gold"] += len(one.figures)
        count["told"] += len(held)
        count["traps"] += len(one.traps)
        count["traps_hit"] += sum(any(_meets(figure.place, trap) for figure in held) for trap in one.traps)
        _count(one, held, count)
    return {
        "full_f1": f1(count["full"], count["told"], count["gold"]),
        "value_f1": f1(count["value"], count["told"], count["gold"]),
        "value_recall": share(count["value"], count["gold"]),
        **{f"{name}_acc": share(count[name], count["value"]) for name in FIELDS},
        "wrong_claimant": count["wrong_claimant"],
        "traps_hit": count["traps_hit"],
        "traps": count["traps"],
    }


def _is_wanted(figure: Said, one: Report) -> bool:
    """False for a figure that meets only words held against nobody."""
    lists = [figure.place for figure in one.figures] + list(one.traps)
    return any(_meets(figure.place, spot) for spot in lists) or not any(_meets(figure.place, at) for at in one.other)


def _meets(left: Place, right: Place) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _count(one: Report, figures: list[Said], count: dict[str, int]) -> None:
    free = list(figures)
    for wanted in one.figures:
        fitting = [figure for figure in free if _meets(figure.place, wanted.place) and _has_value(figure, wanted)]
        if not fitting:
            continue
        best = max(fitting, key=lambda figure: (_has_claimant(figure, wanted), _has_window(figure, wanted)))
        free.remove(best)
        right = _fields(best, wanted)
        count["value"] += 1
        count["full"] += right["claimant"] and right["window"]
        count["wrong_claimant"] += bool(best.claimant) and not right["claimant"]
        for name in FIELDS:
            count[name] += right[name]


def _fields(figure: Said, wanted: Counted) -> dict[str, bool]:
    return {
        "claimant": _has_claimant(figure, wanted),
        "window": _has_window(figure, wanted),
        "counted": "-" in wanted.counted
        or any(sign in figure.counted for sign in wanted.counted if sign in "%£$")
        or named(figure.counted, wanted.counted),
        "bound": figure.bound in wanted.bounds,
        "standing": figure.standing in wanted.standings,
    }


def _has_value(figure: Said, wanted: Counted) -> bool:
    return any(_same(figure.value[0], first) and _same(figure.value[1], last) for first, last in wanted.values)


def _same(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return abs(left - right) <= 1e-6 * max(1.0, abs(right))


def _has_claimant(figure: Said, wanted: Counted) -> bool:
    forms = [form for form in wanted.claimants if form != "-"]
    return named(figure.claimant, forms) if figure.claimant else "-" in wanted.claimants


def _has_window(figure: Said, wanted: Counted) -> bool:
    return (figure.window or "-") in wanted.windows


def numbers() -> dict[str, float]:
    """Dragoman on the set: over all, and right in full by language."""
    pairs = [(one, said(read_text(one.id, one.text, one.published))) for one in gold()]
    found = {f"rival_figures.{name}": value for name, value in score(pairs).items()}
    for code in LANGUAGES:
        part = score([pair for pair in pairs if pair[0].language == code])
        found |= {f"rival_figures.{code}.{name}": part[name] for name in ("full_f1", "value_f1")}
    return found
