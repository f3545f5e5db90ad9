"""Prints the numbers, and with --misses every statement that was judged otherwise than the gold says."""

from __future__ import annotations

import argparse
from pathlib import Path

from quality.sets.check.compose import reports
from quality.sets.check.corrupt import corrupted, pools
from quality.sets.check.scoring import corrupted_numbers, judge, missed, numbers_of

if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--root", type=Path)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--only", default="")
    options.add_argument("--no-corrupted", action="store_true")
    given = options.parse_args()
    judged = [one for report in reports() if given.only in report.name for one in judge(report)]
    if given.misses:
        print("\n".join(sorted({line for one in judged if (line := missed(one))})))
    numbers = numbers_of(judged)
    if not given.no_corrupted:
        held = pools(given.root)
        spoilt, unseen = corrupted_numbers(corrupted(held), held)
        numbers |= spoilt
        if given.misses:
            print("\n".join(unseen))
    for name, value in numbers.items():
        print(f"{name:28} {value}")
