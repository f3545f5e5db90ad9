from __future__ import annotations

from typing import Any

__all__ = ["utterances"]


def utterances(readings: Any, entities: Any, encoder: Any = None) -> tuple[Any, ...]:
    """Not written yet."""
    return ()
