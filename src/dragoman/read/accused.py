"""Who is accused, and does what they are accused of, where no parse ships: "acusa a X de haber enviado …"."""

from __future__ import annotations

import re

from dragoman.languages import Language
from dragoman.read.rolewords import Part, RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.triggers import triggers
from dragoman.records import Mention

__all__ = ["accused", "is_between", "of_accused"]

_CHARGED = 4  # characters between whom somebody accuses and the words of the charge: " ", " vor, "
_WIDE = frozenset({"GPE", "ORG", "PER", "NORP"})


def is_between(place: Placed[Mention], trigger: tuple[int, int]) -> bool:
    """True for a name between the two words of a verb: "wirft X vor"."""
    return trigger[0] < place.start and place.end < trigger[1]


def accused(scene: Scene, start: int) -> Placed[Mention] | None:
    """Whom the verb before `start` accuses of what is told there: X of "acusa a X de haber enviado".

    A clause of its own ("dass …", "que …") has its own subject and gets none from here.
    """
    words = scene.page.language.once(RoleWords)
    if words.charge is None or scene.page.doc is not None:
        return None
    value, (a, b) = scene.page.value, scene.sentence(start)
    hits = [one for one in triggers(scene.page.language).hits(value[a:start]) if one.rule.type == "accuse"]
    if not hits or hits[-1].rule.kind != "verb":
        return None
    whom = next((one for one in scene.mentions_in(a + hits[-1].start, start) if one.fact.kind in _WIDE), None)
    if whom is None:
        return None
    charge = words.charge.match(value, whom.end + 1)
    if charge is not None and charge.end() >= start - 1:
        return whom  # "acusa a X de | atacar", "de haber | atacado"
    behind = re.split(r"[;:.!?]", value[whom.end : b], maxsplit=1)[0]
    mark = scene.page.language.once(_infinitive)
    opens = value[whom.end : whom.end + _CHARGED].lstrip(" ").startswith((",", "vor"))
    return whom if opens and mark is not None and mark.search(behind) else None


def of_accused(scene: Scene, trigger: tuple[int, int], found: list[Part]) -> list[Part]:
    """The parts of an act that somebody is accused of: they do it, and nobody else whom the infinitive names."""
    whom = accused(scene, trigger[0])
    if whom is None:
        return found
    inside = [one for one in found if one.start >= whom.end]
    return [
        Part("actor", whom, whom.start),
        *(one._replace(role="recipient") if one.role == "actor" else one for one in inside),
    ]


def _infinitive(language: Language) -> re.Pattern[str] | None:
    """The word before an infinitive that no conjunction opens: "zu"."""
    found = language.words("quotes", "infinitive")
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, found))})\b") if found else None
