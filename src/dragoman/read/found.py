"""A name on its way to becoming a Mention."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.languages.world import Thing

__all__ = ["Found"]


@dataclass(slots=True)
class Found:
    """A name on its way to becoming a Mention; clean offsets."""

    start: int
    end: int
    kind: str
    by: str
    form: str = "name"
    thing: Thing | None = None
    listed: str = ""
    role: str = ""
    refers_to: str = ""
    country: str = ""
    metonym_for: str = ""
