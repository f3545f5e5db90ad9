"""How much of a story's core the timeline tells in the right order and with the right standing.

The core are the gold events that are acts, not mere statements, and that two or more articles tell or that are a step
of an agreement. An entry counts where one line of the dossier rests on words of its evidence, has its type and says how
it stands: done, or alleged. Order is broken between two lines whose gold dates leave no doubt which came first; where
lines break it, the one that breaks it most often is taken out until none is left. Lines are what the page shows: an
event that does not become a line counts for nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

__all__ = ["score"]

Item = dict[str, Any]
Line = tuple[Item, int]  # a gold event and the number of the line that tells it
TOLD = frozenset({"statement", "announce"})
STANDINGS = {"occurred": {"happened", "under way"}, "alleged": {"claimed"}, "claimed_disputed": {"claimed", "denied"}}
VAGUE = frozenset({"before", "ongoing", "vague", "interval"})  # precisions that give an event no place in the order
SHARED = 8  # characters that a line and an evidence must share
DATE = re.compile(r"\d{4}")


def score(gold: Path, lines: Sequence[Item]) -> Iterator[tuple[str, float]]:
    """Shares of the core: found in a line, with the right standing, and with it in the right order."""
    events = [one for one in json.loads((gold / "events.json").read_text(encoding="utf-8"))["items"] if _is_core(one)]
    if not events:
        return
    found = {one["id"]: _lines_of(one, lines) for one in events}
    standing = [(one, _best(one, found[one["id"]], lines)) for one in events if found[one["id"]]]
    right = [(one, number) for one, number in standing if lines[number]["standing"] in STANDINGS[one["status"]]]
    yield "found", len(standing) / len(events)
    yield "standing", len(right) / len(events)
    yield "right", len(_in_order(right)) / len(events)


def _is_core(event: Item) -> bool:
    told = len(set(event["docs"])) > 1 or bool(event.get("agreement"))
    return told and not event.get("background") and event["type"] not in TOLD


def _lines_of(event: Item, lines: Sequence[Item]) -> list[int]:
    """The lines of the event's type that rest on words of its evidence."""
    kinds = {event["type"], event.get("subtype")}
    return [
        number
        for number, line in enumerate(lines)
        if line["type"] in kinds and any(_share(mine, own) for mine in event["evidence"] for own in line["evidence"])
    ]


def _share(mine: Item, own: Item) -> bool:
    shared = min(mine["end"], own["end"]) - max(mine["start"], own["start"])
    least = min(SHARED, mine["end"] - mine["start"], own["end"] - own["start"])
    return bool(mine["file"] == own["file"] and shared >= least)


def _best(event: Item, numbers: Sequence[int], lines: Sequence[Item]) -> int:
    """The line with the right standing where there is one, else the first."""
    right = [one for one in numbers if lines[one]["standing"] in STANDINGS[event["status"]]]
    return (right or list(numbers))[0]


def _in_order(entries: Sequence[Line]) -> list[Line]:
    """The entries without those that stand in the wrong order, the worst taken out first."""
    kept = list(entries)
    while kept:
        broken = [sum(_breaks(one, other) for other in kept) for one in kept]
        if not max(broken):
            break
        del kept[broken.index(max(broken))]
    return kept


def _breaks(one: Line, other: Line) -> bool:
    """True when gold says which came first, and the lines stand the other way round."""
    mine, theirs = _limits(one[0]), _limits(other[0])
    if mine is None or theirs is None:
        return False
    return (mine[1] < theirs[0] and one[1] > other[1]) or (theirs[1] < mine[0] and other[1] > one[1])


def _limits(event: Item) -> tuple[str, str] | None:
    """The first and the last day that gold allows, as text that sorts; None where it gives no place in the order."""
    if event["date_precision"] in VAGUE:
        return None
    days = [day for value in (event["date"], *event["date_alt"]) for day in value.split("/") if DATE.match(day)]
    return (min(days), max(day + "~" for day in days)) if days else None
