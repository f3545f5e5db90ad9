"""Prints the numbers, and with --misses every statement that was judged otherwise than the gold says."""

from __future__ import annotations

import argparse

from quality.sets.check.scoring import missed, numbers_of
from quality.sets.check3 import judged

if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--misses", action="store_true")
    options.add_argument("--only", default="")
    given = options.parse_args()
    found = judged(given.only)
    if given.misses:
        print("\n".join(line for one in found if (line := missed(one))))
    for name, value in numbers_of(found).items():
        print(f"{name:28} {value}")
