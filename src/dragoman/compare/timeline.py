from __future__ import annotations

from typing import Any

__all__ = ["timeline"]


def timeline(readings: Any, entities: Any, agreements: Any) -> tuple[Any, ...]:
    """Not written yet."""
    return ()
def timeline(
    readings: Sequence[Reading], entities: Sequence[Entity], agreements: Sequence[Agreement]
) -> tuple[Happening, ...]:
    """Not written yet."""
    return ()
