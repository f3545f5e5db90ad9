"""Whose step it is where the grammar of its clause named nobody.

Who stands behind "by", whose a noun is ("the withdrawal of Chad"), who says what it will not do itself, whose
infinitive it is ("Chad está listo para firmarlo"), whose government that of the dateline is. What sides do together,
a signature above all, belongs to all of them unless it is one side's refusal.
"""

from __future__ import annotations

import re

from dragoman.read.acts import ACTS
from dragoman.read.doers import country_of, dateline_state
from dragoman.read.extent import event_words
from dragoman.read.gathering import Cluster
from dragoman.read.likewise import BEFORE
from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.standing import cues
from dragoman.records import Event, Mention

__all__ = ["parties_of"]

_FAR = 60  # characters behind a word in which "by" may stand
_GAP = 8  # characters between "by" and a name: " the "
_AUX = 9  # characters beside a word in which its auxiliary may stand: "haberse retirado", "ausgetreten zu sein"
_LEAD = 24  # characters before a name in which its preposition may stand
_STOP = re.compile(r"[;:()\n]|\.(?=\s|$)|,\s")
_PARTS = re.compile(r"[;:]\s")
_INSERTED = re.compile(r",\s[^,;:()\n]{3,60},\s?")  # ", socia de Sumar, "
_SIDES = frozenset({"GPE", "ORG", "NORP"})
_TOGETHER = frozenset({"sign", "initial"})  # done by all sides unless one refuses
_DONE = frozenset({"happened", "claimed", "under way"})
_OWN_WORD = frozenset({"planned", "denied", "possible", "conditional", "cancelled"})


def parties_of(scene: Scene, home: Cluster, event: Placed[Event]) -> list[str]:
    """The sides whose step it is; empty where nothing tells."""
    fact, place = event.fact, _place(scene, event)
    if place is None or not ACTS[fact.type].each:
        return []
    if fact.type in _TOGETHER and fact.standing in _DONE:
        return []
    if found := _behind_by(scene, place):
        return found
    one = (
        _before_insertion(scene, home, event)
        or _owner(scene, home, event, place)
        or _speaker(scene, home, event)
        or _of_infinitive(scene, home, event, place)
        or _of_dropped_subject(scene, event, place)
    )
    return [one] if one else []


def _place(scene: Scene, event: Placed[Event]) -> tuple[int, int] | None:
    trigger = event.fact.trigger
    return scene.page.article.text.find(trigger.start, trigger.end) if trigger else None


def _behind_by(scene: Scene, place: tuple[int, int]) -> list[str]:
    """Who stands in a row behind "by": "abandonado por México y Perú"."""
    if scene.page.doc is not None:
        return []  # the parse has told
    words = scene.page.language.once(RoleWords)
    limit = min(scene.sentence(place[0])[1], place[1] + _FAR)
    cue = next((one for one in _preps(words, scene, place[1], limit) if one.lastgroup == "by"), None)
    if cue is None or _STOP.search(scene.page.value, place[1], cue.start()):
        return []
    found: list[str] = []
    at = cue.end()
    for one in scene.mentions_in(cue.end(), scene.sentence(place[0])[1]):
        gap = scene.page.value[at : one.start]
        if not (words.joined.fullmatch(gap) if found else len(gap) <= _GAP) or one.fact.kind not in _SIDES:
            break
        found.append(one.fact.refers_to or one.fact.name)
        at = one.end
    return found


def _preps(words: RoleWords, scene: Scene, start: int, end: int) -> list[re.Match[str]]:
    return list(words.preposition.finditer(scene.page.value, start, end)) if words.preposition else []


def _owner(scene: Scene, home: Cluster, event: Placed[Event], place: tuple[int, int]) -> str:
    """Whose a noun is, right behind it: "la retirada de Chad del acuerdo", "der Austritt Ungarns"."""
    lead = scene.page.value[max(0, place[0] - _LEAD) : place[0]]
    article = event_words(scene.page.language).article
    if not event.fact.by.startswith("trigger noun") and not (
        scene.page.doc is None and article is not None and article.search(lead)
    ):
        return ""
    words = scene.page.language.once(RoleWords)
    one = next((m for m in scene.mentions_in(place[1], place[1] + 2 * _FAR) if m.fact.kind in _SIDES), None)
    if one is None or any(name.start <= one.start < name.end for name in home.names):
        return ""
    gap = scene.page.value[place[1] : one.start]
    link = words.preposition.match(gap.strip()) if words.preposition and gap.strip() else None
    near = not gap.strip() or (link is not None and link.lastgroup == "of" and len(gap) <= _GAP)
    return (one.fact.refers_to or one.fact.name) if near else ""


def _before_insertion(scene: Scene, home: Cluster, event: Placed[Event]) -> str:
    """Who opens a part of a sentence with an insertion behind: "Izquierda Unida, socia de Sumar, ya lo avaló"."""
    if scene.page.doc is not None or not event.fact.by.startswith("trigger verb"):
        return ""
    a = scene.page.behind_dateline(scene.sentence(event.start)[0], event.start)
    stops = [one.end() for one in _PARTS.finditer(scene.page.value, a, event.start)]
    a = stops[-1] if stops else a
    one = next(iter(scene.mentions_in(a, event.start)), None)
    if one is None or one.start - a > _GAP or not _may_act(scene, home, one, a):
        return ""
    inserted = _INSERTED.fullmatch(scene.page.value, one.end, event.start) is not None
    return _side(scene, one) if inserted and one.fact.kind in _SIDES else ""


def _speaker(scene: Scene, home: Cluster, event: Placed[Event]) -> str:
    """The state of who says what is not or will be done, by a government or an "it" that no name stands for."""
    fact = event.fact
    if not fact.claimed_by or fact.standing not in _OWN_WORD:
        return ""
    if fact.type in _TOGETHER and fact.standing not in ("denied", "cancelled"):
        return ""
    own = _is_of_government(scene, event)
    if not own:
        return ""
    acted = {act.party for act in home.acts if act.party and BEFORE not in act.by}
    sole = acted.pop() if len(acted) == 1 else ""
    return country_of(scene, fact.claimed_by) or dateline_state(scene) or sole


def _is_of_government(scene: Scene, event: Placed[Event]) -> bool:
    """True where a government without a name stands before the word in its clause."""
    cue, place = vocabulary(scene.page.language).made("governments"), _place(scene, event)
    return bool(cue and place and cue.search(scene.page.value, event.start, place[0]))


def _of_infinitive(scene: Scene, home: Cluster, event: Placed[Event], place: tuple[int, int]) -> str:
    """The only side of the sentence that no preposition leads to, where the word is an infinitive."""
    if scene.page.doc is not None or event.fact.standing not in _OWN_WORD:
        return ""
    if event.fact.standing == "possible" and event.fact.type in _TOGETHER:
        return ""
    lead, tail = max(event.start, place[0] - _AUX), place[1] + _AUX
    infinitive = cues(scene.page.language).at("infinitive", scene.page.value[lead:tail].split(".")[0])
    if infinitive is None:
        return ""
    a, b = scene.sentence(place[0])
    a = scene.page.behind_dateline(a, place[0])
    stop = _STOP.search(scene.page.value, place[1], b)
    b = stop.start() if stop else b
    sides = {_side(scene, one) for one in scene.mentions_in(a, b) if _may_act(scene, home, one, a)} - {""}
    return sides.pop() if len(sides) == 1 else ""


def _of_dropped_subject(scene: Scene, event: Placed[Event], place: tuple[int, int]) -> str:
    """The state that speaks of itself, where the verb behind "that" has no subject: "отрицает, что вышла из"."""
    fact, token = event.fact, scene.head(*place)
    if token is None or not fact.claimed_by or fact.standing not in _OWN_WORD or token.pos_ != "VERB":
        return ""
    if any(one.dep_.startswith("nsubj") for one in token.children) or "Voice=Pass" in str(token.morph):
        return ""
    states = {one.fact.refers_to for one in scene.mentions if one.fact.kind == "GPE"}
    return fact.claimed_by if fact.claimed_by in states and token.dep_ in ("ccomp", "xcomp") else ""


def _may_act(scene: Scene, home: Cluster, one: Placed[Mention], floor: int) -> bool:
    if one.fact.kind not in (*_SIDES, "PER") or any(x.start <= one.start < x.end for x in home.names):
        return False
    words = scene.page.language.once(RoleWords)
    led = _preps(words, scene, max(floor, one.start - _LEAD), one.start)
    gap = scene.page.value[led[-1].end() : one.start] if led else ""
    named = all(word[:1].isupper() for word in gap.split())  # "с Арабскими | Эмиратами": a name that is cut
    return not (led and (len(gap) <= _GAP or named))


def _side(scene: Scene, one: Placed[Mention]) -> str:
    name = one.fact.refers_to or one.fact.name
    return country_of(scene, name) if one.fact.kind == "PER" else name
