"""Reading in the background: one job at a time, its steps for whoever watches, and what could not be read."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from dragoman.errors import DragomanError

__all__ = ["Job", "Jobs"]

Tell = Callable[[str, int, int], None]


@dataclass
class Job:
    """Something that is being added: what, how far, what came of it. Changed by its worker only."""

    number: int
    what: str
    state: str = "waits"  # waits, runs, done, failed
    steps: dict[str, tuple[int, int]] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)  # troubles and results, a line each

    def row(self) -> dict[str, Any]:
        """For a page or a script."""
        steps = [{"name": name, "done": done, "total": total} for name, (done, total) in list(self.steps.items())]
        return {"number": self.number, "what": self.what, "state": self.state, "steps": steps, "said": list(self.said)}


class Jobs:
    """A queue with one worker: writers never meet, and a page can leave while its files are read."""

    def __init__(self) -> None:
        self._all: list[Job] = []
        self._waiting: list[tuple[Job, Callable[[Tell], list[str]]]] = []
        self._lock = threading.Lock()
        self._work = threading.Semaphore(0)
        threading.Thread(target=self._run, name="dragoman-jobs", daemon=True).start()

    def add(self, what: str, work: Callable[[Tell], list[str]]) -> Job:
        """Queue a piece of work; it gives back lines to show when it is done."""
        with self._lock:
            job = Job(len(self._all) + 1, what)
            self._all.append(job)
            self._waiting.append((job, work))
        self._work.release()
        return job

    def latest(self, count: int = 5) -> list[Job]:
        """The last jobs, the newest first."""
        with self._lock:
            return self._all[-count:][::-1]

    def get(self, number: int) -> Job | None:
        """A job by its number."""
        with self._lock:
            return self._all[number - 1] if 0 < number <= len(self._all) else None

    def _run(self) -> None:
        while True:
            self._work.acquire()
            with self._lock:
                job, work = self._waiting.pop(0)
            job.state = "runs"

            def tell(stage: str, done: int, total: int, job: Job = job) -> None:
                job.steps[stage] = (done, total)

            try:
                job.said += work(tell)
                job.state = "done"
            except DragomanError as error:
                job.said.append(str(error))
                job.state = "failed"
            except Exception:  # the worker must outlive any job; what happened is shown, not hidden
                job.said.append(traceback.format_exc(limit=-3))
                job.state = "failed"
