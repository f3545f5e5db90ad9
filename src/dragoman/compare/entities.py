from __future__ import annotations

from typing import Any

__all__ = ["entities"]


def entities(readings: Any) -> tuple[Any, ...]:
    """Not written yet."""
    return ()
