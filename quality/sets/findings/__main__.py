"""Prints what the product says of each pair where it is wrong: python -m quality.sets.findings [NAME …]."""

from __future__ import annotations

import sys

from quality.sets.findings.pairs import load
from quality.sets.findings.scoring import numbers_of, predict, verdict_of, verdict_right

if __name__ == "__main__":
    pairs = [pair for pair in load() if not sys.argv[1:] or pair.name in sys.argv[1:]]
    found = [predict(pair) for pair in pairs]
    for pair, own in zip(pairs, found, strict=True):
        if not verdict_right(pair, own):
            print(f"{pair.name} gold {pair.verdict}, found {verdict_of(own)}: {pair.case}")
    for name, value in numbers_of(pairs, found).items():
        print(f"{name:24}{value:8.3f}")
