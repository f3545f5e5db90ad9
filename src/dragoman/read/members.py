"""Who votes for an organisation: its members, shareholders, delegates, board. What they approve, it approved.

"Figma's shareholders", "members of the Dockers' Union", "der Parteitag der CDU": a body, and whose it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.records import Event

__all__ = ["LETTERS", "Members", "members"]

LETTERS = re.compile(r"\b[A-ZÄÖÜА-ЯЁ]{2,6}\b(?!-)")  # a party or union where no table or parse knows it: "SPD"
_LINK = re.compile(r"\s(?:of|de|du|del|der|des|di|d')(?:(?<=')|\s)(?:(?:the|la|le|les|l'|el|los|der)(?:(?<=')|\s))?")
_POSSESSIVE = re.compile(r"(?:'s?|s')?\s(?:own\s)?")
_STOP = re.compile(r"[,;:!?()\n]")
_NEAR = 60  # characters of a name before a body


class Members(NamedTuple):
    """Whose members, and what they are called."""

    owner: str
    body: str


def members(scene: Scene, event: Placed[Event]) -> Members | None:
    """The members, delegates or shareholders who act in a clause, with their organisation; None without one."""
    cue = vocabulary(scene.page.language).made("members")
    if cue is None or event.fact.type not in ("approve", "ratify"):
        return None
    start = max(scene.sentence(event.start)[0], _part(scene, event.start))
    for one in cue.finditer(scene.page.value, start, event.end):
        owner = _behind(scene, one.end()) or _before(scene, one.start())
        if owner:
            return Members(owner, " ".join(one[0].split()))
    return None


def _part(scene: Scene, at: int) -> int:
    """Where the part of the sentence begins that holds a position."""
    stops = [one.end() for one in _STOP.finditer(scene.page.value, max(0, at - _NEAR), at)]
    return stops[-1] if stops else max(0, at - _NEAR)


def _behind(scene: Scene, at: int) -> str:
    link = _LINK.match(scene.page.value, at)
    if link is None:
        return ""
    mention = scene.mention_at(link.end(), link.end() + 1)
    if mention is not None and mention.start == link.end() and mention.fact.kind == "ORG":
        return mention.fact.refers_to or mention.fact.name
    letters = LETTERS.match(scene.page.value, link.end())
    return letters[0] if letters else ""


def _before(scene: Scene, at: int) -> str:
    near = scene.mentions_in(max(0, at - _NEAR), at)
    if not near or near[-1].fact.kind != "ORG" or not _POSSESSIVE.fullmatch(scene.page.value, near[-1].end, at):
        return ""
    return near[-1].fact.refers_to or near[-1].fact.name
