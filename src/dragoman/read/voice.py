"""Who speaks, where that is said, and which rule says so; whom a pronoun may mean."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SUBJECTS", "Speaker", "fits"]

SUBJECTS = ("nsubj", "expl:subj", "nsubj:caus")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, where that is said (clean offsets), and which rule says so; no name for a pronoun left open."""

    name: str | None
    start: int
    end: int
    by: str
    others: tuple[str, ...] = ()
    person: bool = False
    plural: bool = False


def fits(speaker: Speaker | None, gender: str) -> bool:
    """True when a pronoun of this kind may mean this speaker."""
    if speaker is None:
        return False
    if gender == "p":
        return speaker.plural
    return not speaker.person if gender == "n" else speaker.person and not speaker.plural
