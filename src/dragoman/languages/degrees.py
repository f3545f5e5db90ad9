"""How sure a verdict over two names is; each is a plain order, no measured probability."""

from __future__ import annotations

__all__ = ["HINTED", "NEVER", "ONE", "READ", "SHORTER", "UNSURE", "Verdict"]

Verdict = tuple[float, str]  # how surely, and the reason in words

ONE = 1.0  # the tables or all letters say so
READ = 0.95  # the same in sound, case or initials
SHORTER = 0.8  # one says less than the other
HINTED = 0.75  # a short form, and what is said beside it agrees
UNSURE = 0.55  # nothing tells
NEVER = 0.0  # something speaks against it
