from __future__ import annotations

from typing import Any

__all__ = ["timeline"]


def timeline(readings: Any, entities: Any, agreements: Any) -> tuple[Any, ...]:
    """Not written yet."""
    return ()
