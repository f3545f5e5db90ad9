from __future__ import annotations

from typing import Any

__all__ = ["agreements"]


def agreements(readings: Any, entities: Any) -> tuple[Any, ...]:
    """Not written yet."""
    return ()
def agreements(readings: Sequence[Reading], entities: Sequence[Entity]) -> tuple[Agreement, ...]:
    """Not written yet."""
    return ()
