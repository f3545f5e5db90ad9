"""Clocks and scales: seconds of a call, medians of several runs, memory of a process, speed of the interpreter."""

from __future__ import annotations

import gc
import platform
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TypeVar

__all__ = ["Laps", "memory", "yardstick"]

T = TypeVar("T")


class Laps:
    """Seconds by stage, one entry a run; a stage timed several times within a run adds up.

    Two clocks: `wall`, and `cpu`, which other work on the machine disturbs less.
    """

    def __init__(self) -> None:
        self.runs: dict[str, list[dict[str, float]]] = {"wall": [], "cpu": []}

    def start(self) -> None:
        """Begin a run, with nothing left over for the garbage collector."""
        gc.collect()
        for runs in self.runs.values():
            runs.append({})

    def time(self, stage: str, call: Callable[[], T], *, within: str = "") -> T:
        """The result of a call, its seconds added to a stage of this run; taken out of the stage `within`."""
        begun = {"wall": perf_counter(), "cpu": process_time()}
        result = call()
        ended = {"wall": perf_counter(), "cpu": process_time()}
        for clock, runs in self.runs.items():
            seconds = ended[clock] - begun[clock]
            runs[-1][stage] = runs[-1].get(stage, 0.0) + seconds
            if within:
                runs[-1][within] = runs[-1].get(within, 0.0) - seconds
        return result

    def median(self, stage: str, clock: str = "cpu") -> float:
        """The median over the runs."""
        return median(run.get(stage, 0.0) for run in self.runs[clock])

    def stages(self) -> list[str]:
        """Stages in the order of their first run."""
        return list(self.runs["wall"][0])

    def spread(self, stages: Iterable[str], clock: str = "cpu") -> tuple[float, float, float]:
        """(least, median, most) seconds of several stages together."""
        names = set(stages)
        sums = sorted(sum(seconds for name, seconds in run.items() if name in names) for run in self.runs[clock])
        return sums[0], median(sums), sums[-1]


def memory(pid: int | str = "self") -> dict[str, float]:
    """Megabytes of a process: `pss` (shared pages divided by their sharers), `rss`, and `peak` (highest rss)."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    status = Path(f"/proc/{pid}/status").read_text()
    found = {"pss": _kb(rollup, "Pss"), "rss": _kb(rollup, "Rss"), "peak": _kb(status, "VmHWM")}
    return {name: round(kilobytes / 1000, 1) for name, kilobytes in found.items()}


def yardstick() -> dict[str, str | float]:
    """This Python, and the least milliseconds of the processor that it needs to count 20,000 words.

    Our own work is Python, so that it takes as much longer as this does where an interpreter was built without its
    optimisations (profile-guided, link-time), which the one of a distribution has.
    """
    return {"python": platform.python_version(), "yardstick ms": round(min(_count() for _ in range(20)) * 1000, 2)}


def _count() -> float:
    begun, counted = process_time(), {}
    for number in range(20_000):
        word = f"w{number % 997}"
        counted[word] = counted.get(word, 0) + len(word)
    sorted(counted.items(), key=lambda one: -one[1])
    return process_time() - begun


def _kb(table: str, row: str) -> int:
    match = re.search(rf"^{row}:\s+(\d+) kB$", table, re.M)
    return int(match[1]) * 1024 // 1000 if match else 0
