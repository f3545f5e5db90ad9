"""20 more short reports of agreements, four each in English, French, German, Spanish and Russian, as the web has them.

Signings, ratification by one party only, votes of one chamber, provisional application, denunciations and their
recall, exchange of instruments, suspension, superseded pacts, ceasefires, accessions, rumours and denials; with other
agreements nearby, background and plans as traps.

Format, conventions and scoring are those of `quality.sets.agreements`. Written and committed before any run by one
annotator who saw the data of the other sets but no rule and no word list. Events of 1991 to 2025 are public, facts from
memory, details may be off; words in marks are paraphrase. Read twice, weekdays computed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quality.sets.agreements import measured
from quality.sets.agreements.reports import Report
from quality.sets.agreements.reports import gold as read_gold

__all__ = ["gold", "numbers"]

HERE = Path(__file__).resolve().parent


def gold() -> Iterator[Report]:
    """Every report, checked word by word."""
    return read_gold(HERE)


def numbers() -> dict[str, float]:
    """Dragoman on the set: over all, and stage F1 by language."""
    return measured("agreements5", gold())
