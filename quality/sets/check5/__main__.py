"""Prints the numbers, and with --misses every statement that was judged otherwise than the gold says."""

from __future__ import annotations

from quality.sets.check5 import HERE
from quality.sets.reports import show

if __name__ == "__main__":
    show(HERE)
