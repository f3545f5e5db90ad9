"""How many of the news cases of `recognizers_specs` are read right: days compared with days, numbers with numbers.

    python -m quality.recognizers --root DIR [--show KIND]

Ours are compared as first and last day, theirs with the day after the last; what is left out, and why, is counted below
the table.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from dragoman.languages import language
from dragoman.read import Page
from dragoman.read.dates import dates
from dragoman.read.phrases import sheet
from dragoman.records import Article, Reading, When
from dragoman.spans import Text
from quality.newscases import Case, cases, count

__all__ = ["is_right", "main", "numbers"]

LANGUAGES = ("de", "en", "es", "fr")


def is_right(case: Case) -> bool:
    """True when the number or the days that we read at the place are the case's."""
    when = When(earliest=case.day, latest=case.day, precision="day") if case.day else None
    article = Article(source="s", name="n", text=Text.of("s", case.text), language=case.lang, published=when)
    start, end = case.gold["start"], case.gold["end"]
    if case.gold["layer"] == "numbers":
        return _reads_number(article, start, end, count(case.gold["value"]) or 0.0)
    found = [one for one in dates(Page(article), Reading(article=article)) if one.start < end and start < one.end]
    timex, year = str(case.gold["value"]), case.day.year if case.day else 0
    for one in found:  # a timex without a year leaves open which one is meant
        near = one.value[:4].isdigit() and abs(int(one.value[:4]) - year) <= 1
        if one.value == timex or (timex.startswith("XXXX-") and near and one.value[4:] == timex[4:]):
            return True
    return _same_days([one.when for one in found if one.when], case)


def _reads_number(article: Article, start: int, end: int, value: float) -> bool:
    tokens = sheet(article, language(article.language)).tokens
    inside = [one for one in tokens if one.start < end and start < one.end and "num" in one.values]
    return any(abs(float(one.values["num"]) - abs(value)) <= 1e-9 * max(1.0, abs(value)) for one in inside)


def _same_days(whens: Sequence[When], case: Case) -> bool:
    """True when our days are those of the past or the future reading of a case; a range may be two times of ours.

    The set gives "in two months" a day where we give the month: that day must lie in it.
    """
    if not whens:
        return False
    first, last = min(one.earliest for one in whens), max(one.latest for one in whens)
    end = max(whens, key=lambda one: one.latest).earliest
    opens = {last, last + timedelta(1), last.replace(day=1), last.replace(month=1, day=1), end}
    for start, stop in _days(case.gold["resolution"] or {}):
        if start == first.isoformat() and stop in {one.isoformat() for one in opens}:
            return True
        wide = start == stop and whens[0].precision in ("week", "month", "year") and case.kind == "relative day"
        if wide and first.isoformat() <= start <= last.isoformat():
            return True
    return False


def _days(resolution: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for one in resolution.get("values", ()):
        start, end = one.get("start", one.get("value", "")), one.get("end", one.get("value", ""))
        yield start[:10], end[:10]
    for name in ("FutureResolution", "PastResolution"):
        one = resolution.get(name) or {}
        yield one.get("startDate", one.get("date", "")), one.get("endDate", one.get("date", ""))


# -- the table -------------------------------------------------------------------------------------


def numbers(folder: Path) -> dict[str, float]:
    """{"news.times.de": share of the kept cases that are read right, …}."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case in cases(folder):
        if case.kind:
            layer = "times" if case.gold["layer"] == "times" else "numbers"
            total.update([f"news.{layer}.{case.lang}"])
            right.update([f"news.{layer}.{case.lang}"] * is_right(case))
    return {name: round(right[name] / total[name], 3) for name in sorted(total)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the kinds with the share read right, what is left out, and on request the cases that are wrong."""
    options = argparse.ArgumentParser(prog="python -m quality.recognizers", description=__doc__.splitlines()[0])
    options.add_argument("--root", type=Path, required=True, help="folder with data/recognizers_specs")
    options.add_argument("--show", metavar="KIND", help="print the cases of this kind that are read wrong")
    given = options.parse_args(arguments)
    table: dict[tuple[str, str], list[bool]] = defaultdict(list)
    out: Counter[str] = Counter()
    for case in cases(given.root / "data" / "recognizers_specs"):
        if not case.kind:
            out[case.why] += 1
            continue
        held = is_right(case)
        table[case.kind, case.lang].append(held)
        table["all numbers" if case.gold["layer"] == "numbers" else "all times", case.lang].append(held)
        if case.kind == given.show and not held:
            print(f"{case.lang} {case.day} {case.words!r} {case.gold['value']} | {case.text}")
    for kind in sorted({kind for kind, _ in table}):
        rows = [(lang, table[kind, lang]) for lang in LANGUAGES if table[kind, lang]]
        cells = (f"{lang} {sum(row)}/{len(row)} {sum(row) / len(row):.3f}" for lang, row in rows)
        print(f"{kind:<24}" + "  ".join(cells))
    print("left out: " + "; ".join(f"{why} {count}" for why, count in out.most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
