from __future__ import annotations

from typing import Any

__all__ = ["agreements"]


def agreements(readings: Any, entities: Any) -> tuple[Any, ...]:
    """Not written yet."""
    return ()
