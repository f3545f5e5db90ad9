"""The chambers and cabinets that vote on an agreement, and the state each belongs to."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.languages.world import gazetteer
from dragoman.read.extent import event_words
from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.records import Event

__all__ = [
    "Chamber",
    "chamber_in",
    "chambers",
    "is_both",
    "is_of_committee",
    "is_owned",
    "side_of_body",
    "state_name",
    "teller_state",
]

_NEAR = 40  # characters behind a clause in which the chamber that voted may stand
_STOP = re.compile(r"[,;:!?()\n]|\.(?=\s|$)")
_BESIDE = 12  # characters between a chamber and the country it belongs to: "parliament of", "'s"
_APPOSED = re.compile(r",\s(?:[\w']{1,4}\s?)?")  # "the Foo, the lower house": one chamber
_VERB = 4  # characters before the verb of a clause without a subject
_INSERTED = re.compile(r"[^,;:()\n«»“”\"]{3,80},[^,;:()\n«»“”\"]{3,60},\s")  # "The house, by 53 votes, "
_OWNER = re.compile(r"\s(?:of|de|du|der|des|del|von)\b(?:\s(?:the|la|el|l'|der))?\s*")  # "congress of the XY"
_WITHIN = 36  # characters between a chamber and the word that makes it one of its committees


class Chamber(NamedTuple):
    """A chamber as written at clean start..end; `together`: set beside the one before by "and" alone."""

    name: str
    start: int
    end: int
    together: bool = False


def chambers(scene: Scene, event: Placed[Event]) -> list[Chamber]:
    """The chambers that do it: the first one of the clause and those joined to it by "and"."""
    cue = vocabulary(scene.page.language).made("chamber")
    if cue is None:
        return []
    limit = event.end
    if scene.page.doc is None:
        end = min(scene.sentence(event.start)[1], event.end + _NEAR)
        tail = _STOP.search(scene.page.value, event.end, end)
        limit = tail.start() if tail else end
    found: list[Chamber] = []
    start = _subject_start(scene, event) if scene.page.doc is None else event.start
    for one in cue.finditer(scene.page.value, start, limit):
        if found and _APPOSED.fullmatch(scene.page.value, found[-1].end, one.start()):
            found[-1] = found[-1]._replace(end=one.end())  # "the Foo, the lower house of Chad": one, and Chad's
            continue
        if (found and not _is_joined(scene, one.start())) or _is_of_party(scene, one.end()):
            continue
        if _is_apart(scene, event, one.start()):
            break
        found.append(_chamber(scene, one, found))
    return found or _acting(scene, event, cue) or _refusing(scene, event, cue)


def _acting(scene: Scene, event: Placed[Event], cue: re.Pattern[str]) -> list[Chamber]:
    """Who is to do what an infinitive tells stands before its clause: "Le parlement doit encore l'approuver"."""
    for role in event.fact.roles:
        place = scene.page.article.text.find(role.at.start, role.at.end) if role.at and role.role == "actor" else None
        if place is not None and place[1] <= event.start and not _is_busy(scene, place[1], event.start):
            found = cue.search(scene.page.value, place[0], min(place[1] + _BESIDE, event.start))
            if found is not None:
                return [_chamber(scene, found, [])]
    return []


def _is_busy(scene: Scene, a: int, b: int) -> bool:
    """True where the word of another act stands between: who did that need not do what follows."""
    find = scene.page.article.text.find
    places = (find(one.fact.trigger.start, one.fact.trigger.end) for one in scene.events if one.fact.trigger)
    return any(place is not None and a <= place[0] < b for place in places)


def _subject_start(scene: Scene, event: Placed[Event]) -> int:
    """Where the clause begins; where it opens with its verb behind an insertion, so does the sentence.

    "The parliament of Chad, with 53 votes, approved it", without a parse.
    """
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    a, _ = scene.sentence(event.start)
    if place is None or place[0] - event.start > _VERB or not _INSERTED.fullmatch(scene.page.value, a, event.start):
        return event.start
    return a


def _chamber(scene: Scene, one: re.Match[str], before: list[Chamber]) -> Chamber:
    start, name = one.start(), " ".join(one[0].split())
    if scene.page.value[start - 1 : start] == "'" and name.startswith("s "):  # "Turkey's parliament"
        start, name = start + len(name) - len(name.partition(" ")[2]), name.partition(" ")[2]
    joined = scene.page.language.once(RoleWords).joined
    beside = bool(before) and joined.fullmatch(scene.page.value, before[-1].end, start) is not None
    return Chamber(name, start, one.end(), beside)


def _refusing(scene: Scene, event: Placed[Event], cue: re.Pattern[str]) -> list[Chamber]:
    """ "The deputies refused to allow …": who refuses stands before the clause."""
    if event.fact.type != "approve" or event.fact.standing != "denied":
        return []
    a, _ = scene.sentence(event.start)
    stops = [one.end() for one in _STOP.finditer(scene.page.value, a, event.start)]
    found = cue.search(scene.page.value, max([a, *stops]), event.start)
    return [_chamber(scene, found, [])] if found else []


def _is_joined(scene: Scene, at: int) -> bool:
    """True when "and" and an article lead up to a position."""
    lead = scene.page.value[max(0, at - 12) : at]
    words = scene.page.language.once(RoleWords)
    also = list(words.also.finditer(lead))
    return bool(also) and words.joined.fullmatch(lead, also[-1].start()) is not None


def _is_of_party(scene: Scene, at: int) -> bool:
    """True for the congress of a party or union: no chamber of a state."""
    link = _OWNER.match(scene.page.value, at)
    owner = scene.mention_at(link.end(), link.end() + 1) if link else None
    return owner is not None and owner.fact.kind == "ORG" and not owner.fact.country


def _is_apart(scene: Scene, event: Placed[Event], at: int) -> bool:
    """True where "after" or "before" parts a chamber from the act: "ratified by her after the house's vote"."""
    trigger, apart = event.fact.trigger, event_words(scene.page.language).apart
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    return bool(place and apart and place[1] < at and apart.search(scene.page.value, place[1], at))


def votes_before(scene: Scene, event: Placed[Event]) -> bool:
    """True where the day of an act is that of another chamber: "approved it, after the vote of the house on 2 May"."""
    fact, words = event.fact, event_words(scene.page.language)
    cue, text = vocabulary(scene.page.language).made("chamber"), scene.page.article.text
    place = text.find(fact.trigger.start, fact.trigger.end) if fact.trigger else None
    day = text.find(fact.when_at.start, fact.when_at.end) if fact.when_at else None
    if not place or not day or not words.apart or cue is None or day[0] < place[1]:
        return False
    apart = words.apart.search(scene.page.value, place[1], day[0])
    return apart is not None and cue.search(scene.page.value, apart.end(), day[0]) is not None


def is_chamber(scene: Scene, name: str) -> bool:
    """True for a name that is but the word for a chamber: "Parlements"."""
    cue = vocabulary(scene.page.language).made("chamber")
    return cue is not None and cue.match(name.removesuffix("s")) is not None


def is_of_committee(scene: Scene, event: Placed[Event]) -> bool:
    """True for what only a committee of a chamber did."""
    words = vocabulary(scene.page.language).made("committee")
    found = chambers(scene, event) if words else []
    if not found or words is None:
        return False
    before = scene.page.value[max(0, found[0].start - _WITHIN) : found[0].start]
    behind = scene.page.value[found[0].end : found[0].end + _WITHIN]
    near = [one for one in words.finditer(before) if not _STOP.search(before, one.end())]
    return bool(near) or bool((late := words.search(behind)) and re.fullmatch(r"['\w\s-]*", behind[: late.start()]))


def chamber_in(scene: Scene, event: Placed[Event]) -> bool:
    """True when a chamber or cabinet stands in the clause: what it approves need not be named again."""
    return bool(chambers(scene, event))


def side_of_body(scene: Scene, one: Chamber) -> str:
    """The state a chamber belongs to, by the word for a country in or right beside its name."""
    if is_both(scene, one):
        return ""
    start = max(0, one.start - _BESIDE, scene.sentence(one.start)[0])
    while start and scene.page.value[start - 1].isalpha():
        start -= 1  # no word is cut: "vom norwegischen Parlament"
    tail = _STOP.split(scene.page.value[one.end : one.end + _BESIDE], maxsplit=1)[0]
    table = gazetteer(scene.page.language.code)
    names = table.find(scene.page.value[start : one.end] + tail)
    near = [hit for hit in names if hit.thing.country and hit.form in ("name", "demonym")]
    if near:
        code = min(near, key=lambda hit: max(start + hit.start - one.end, one.start - start - hit.end, 0)).thing.country
        named = state_name(scene, code)
        return (
            named if named and not _is_people(scene, named) else table.name(f"state:{code}") or named or near[0].listed
        )
    own = scene.mention_at(one.start, one.end)
    if is_owned(scene, one):
        return _owner_before(scene, one.start)
    if own is None:
        return _side_elsewhere(scene, one) or _side_before(scene, one)
    return (state_name(scene, own.fact.country) if own.fact.country else "") or own.fact.refers_to or own.fact.name


def _side_before(scene: Scene, one: Chamber) -> str:
    """The state of the last chamber told before in the paragraph: "The Turkish parliament …. The deputies …"."""
    cue, floor = vocabulary(scene.page.language).made("chamber"), scene.paragraph(one.start)[0]
    table = gazetteer(scene.page.language.code)
    for found in reversed(list(cue.finditer(scene.page.value, floor, one.start)) if cue else []):
        start = max(floor, found.start() - _BESIDE)
        while start > floor and scene.page.value[start - 1].isalpha():
            start -= 1
        tail = _STOP.split(scene.page.value[found.end() : found.end() + _BESIDE], maxsplit=1)[0]
        names = table.find(scene.page.value[start : found.end()] + tail)
        near = [hit for hit in names if hit.thing.country and hit.form in ("name", "demonym")]
        if near:
            return state_name(scene, near[-1].thing.country) or table.name(f"state:{near[-1].thing.country}")
    return ""


def is_both(scene: Scene, one: Chamber) -> bool:
    """True for "both parliaments": those of all parties."""
    cue = vocabulary(scene.page.language).made("both_parliaments")
    return cue is not None and cue.fullmatch(one.name) is not None


def is_owned(scene: Scene, one: Chamber) -> bool:
    """True for "its senate", which is that of a state named before."""
    its, a = vocabulary(scene.page.language).made("its"), max(0, one.start - _BESIDE)
    return its is not None and its.search(scene.page.value[a : one.start].rstrip()) is not None


def _owner_before(scene: Scene, at: int) -> str:
    """Whose "its senate" is: the last state of the sentence, else the only one of the sentence before."""
    a, _ = scene.sentence(at)
    near = scene.mentions_in(a, at)
    if near and near[-1].fact.kind == "PER" and near[-1].fact.country and at - near[-1].end <= 2 * _BESIDE:
        return state_name(scene, near[-1].fact.country)  # "…, said X, whose cabinet approved it"
    states = [m.fact for m in near if m.fact.kind == "GPE"]
    if not states and a > scene.paragraph(at)[0]:
        states = [m.fact for m in scene.mentions_in(scene.sentence(a - 2)[0], a) if m.fact.kind == "GPE"]
        states = states if len({m.country for m in states}) == 1 else []
    return (states[-1].refers_to or states[-1].name) if states else ""


def teller_state(scene: Scene, at: int) -> str:
    """The state of the person named last before a body in its sentence: "Israel's X said the cabinet had approved"."""
    persons = [one.fact for one in scene.mentions_in(scene.sentence(at)[0], at) if one.fact.kind == "PER"]
    return state_name(scene, persons[-1].country) if persons and persons[-1].country else ""


def _side_elsewhere(scene: Scene, one: Chamber) -> str:
    """The state of the only other body of this name that the article gives one: "the Ugandan parliament"."""
    cue, table = vocabulary(scene.page.language).made("chamber"), gazetteer(scene.page.language.code)
    codes = set()
    for other in cue.finditer(scene.page.value) if cue else ():
        if other.start() == one.start or one.name.split()[-1].casefold() not in other[0].casefold().split():
            continue
        start = max(0, other.start() - 2 * _BESIDE, scene.sentence(other.start())[0])
        tail = _STOP.split(scene.page.value[other.end() : other.end() + _BESIDE], maxsplit=1)[0]
        near = table.find(scene.page.value[start : other.end()] + tail)
        codes |= {hit.thing.country for hit in near if hit.thing.country and hit.form == "demonym"}
    code = codes.pop() if len(codes) == 1 else ""
    return state_name(scene, code) or table.name(f"state:{code}") if code else ""


def _is_people(scene: Scene, name: str) -> bool:
    """True for a name that the article has as a people's adjective only: "ruandés"."""
    forms = {one.fact.form for one in scene.mentions if name in (one.fact.name, one.fact.refers_to)}
    return forms == {"demonym"}


def state_name(scene: Scene, code: str) -> str:
    """What the article calls a state: as its people's adjective leads to it, else its name, else a place of it."""
    found = [one.fact for one in scene.mentions if one.fact.country == code and one.fact.kind in ("GPE", "NORP")]
    if len({one.refers_to or one.name for one in found}) > 1:
        table = gazetteer(scene.page.language.code)
        names = " | ".join(dict.fromkeys(one.name for one in found))
        own = {hit.listed for hit in table.find(names) if hit.thing.key[:6] == "state:"}
        found.sort(key=lambda one: (one.form != "demonym", one.name not in own))
    return (found[0].refers_to or found[0].name) if found else ""
