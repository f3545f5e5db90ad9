"""Prints the numbers, and with --misses every statement that was judged otherwise than the gold says."""

from __future__ import annotations

import argparse
from pathlib import Path

from quality.sets.check.compose import reports
from quality.sets.check.corrupt import corrupted, pools
from quality.sets.check.gold import SOUND
from quality.sets.check.scoring import Judged, corrupted_numbers, judge, numbers_of


def _miss(one: Judged) -> str:
    """Why a mark is not as the gold has it, "" when it is."""
    text = one.report.text[slice(*one.mark.region)]
    wrong = [v for v in one.inside if v.verdict not in SOUND]
    said = "; ".join(f"{v.kind} {v.verdict} [{one.report.text[v.start : v.end][:40]}] {v.how}" for v in one.inside)
    if one.mark.sound and wrong:
        return f"ALARM {one.mark.kind:10} {one.report.name}: {text}\n      {said}"
    if not one.mark.sound and not one.findings:
        return f"MISS  {one.mark.kind:10} {one.report.name}: {text}\n      {said}"
    if not one.mark.sound and not one.named:
        return f"KIND  {one.mark.kind:10} {'/'.join(sorted(one.mark.verdicts))} {one.report.name}: {text}\n      {said}"
    return ""


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--root", type=Path)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--only", default="")
    options.add_argument("--no-corrupted", action="store_true")
    given = options.parse_args()
    judged = [one for report in reports() if given.only in report.name for one in judge(report)]
    if given.misses:
        print("\n".join(sorted({line for one in judged if (line := _miss(one))})))
    numbers = numbers_of(judged)
    if not given.no_corrupted:
        held = pools(given.root)
        spoilt, missed = corrupted_numbers(corrupted(held), held)
        numbers |= spoilt
        if given.misses:
            print("\n".join(missed))
    for name, value in numbers.items():
        print(f"{name:28} {value}")
