"""Who acts in a step of an agreement's life: states, bodies, the states that people and phrases act for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.read.chambers import is_chamber, state_name
from dragoman.read.pactwords import vocabulary
from dragoman.read.ranked import who_became
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.standing import cues
from dragoman.records import Event, Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "acting",
    "at_state",
    "country_of",
    "dateline_state",
    "in_dateline",
    "is_plural",
    "own_clause",
    "state_of_role",
]

_FAR, _ROW = 60, 12  # characters: of a long name, and between two names in a row
_GAP = 3  # characters before the first of several who did it
_SIGNED = frozenset({"sign", "initial", "agree", "negotiate"})  # acts done in a place, whatever state it is in
_PART = re.compile(r"[,;:()\n]")
_SPEAKERS = frozenset({"GPE", "ORG", "PER"})
_LETTERS = 4  # of a state's initials, "USA": no place a report was sent from
_AND = 20  # characters before who acts in which "and" may stand: "and the rebels of the XY"


def is_plural(scene: Scene, event: Placed[Event]) -> bool:
    """True for a verb of several, of whom one name alone was read: "l'Union et la Norvège ont signé"."""
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    token = scene.head(*place) if place else None
    if scene.page.doc is None:
        return _is_told_of_several(scene, event)
    if token is None or token.pos_ != "VERB" or not _has_neighbour(scene, event):
        return False
    helpers = [child for child in token.children if child.dep_ in ("aux:tense", "aux")]
    return any("VerbForm=Fin" in str(one.morph) and "Number=Plur" in str(one.morph) for one in (token, *helpers))


def _is_told_of_several(scene: Scene, event: Placed[Event]) -> bool:
    """True where no parse tells, but "and" stands beside who acts and the verb is one of several: "haben"."""
    cue, also = vocabulary(scene.page.language).made("together"), scene.page.language.once(RoleWords).also
    role = next((one for one in event.fact.roles if one.role == "actor" and one.at), None)
    place = scene.page.article.text.find(role.at.start, role.at.end) if role and role.at else None
    if cue is None or place is None or not cue.search(scene.page.value, event.start, event.end):
        return False
    lead, tail = max(event.start, place[0] - _AND), min(event.end, place[1] + _FAR)
    return bool(also.search(scene.page.value, lead, place[0]) or also.search(scene.page.value, place[1], tail))


def _has_neighbour(scene: Scene, event: Placed[Event]) -> bool:
    """True when a state or body stands right before the one that was read as acting."""
    role = next((one for one in event.fact.roles if one.role == "actor" and one.at), None)
    place = scene.page.article.text.find(role.at.start, role.at.end) if role and role.at else None
    near = scene.mentions_in(max(0, place[0] - _FAR), place[0]) if place else ()
    return any(one.fact.kind in ("GPE", "ORG", "NORP") and place and place[0] - one.end <= _ROW for one in near)


def dateline_state(scene: Scene) -> str:
    """The state of the place in capitals that opens the report: an unnamed chamber is that of home."""
    for one in scene.mentions[:4]:
        written = scene.page.value[one.start : one.end]
        opens = in_dateline(scene, one.start) or (
            len(written) > _LETTERS and one.start == scene.paragraph(one.start)[0]
        )
        if one.fact.kind == "GPE" and one.fact.country and written.isupper() and opens:
            return state_name(scene, one.fact.country)
    return ""


def state_of_role(scene: Scene, role: Role) -> str:
    """The state or body a role names, "" for anything else."""
    place = scene.page.article.text.find(role.at.start, role.at.end) if role.at else None
    mention = scene.mention_at(*place) if place else None
    return role.name if mention is not None and mention.fact.kind in ("GPE", "ORG", "NORP") else ""


def in_dateline(scene: Scene, at: int) -> bool:
    """True for the place a report was sent from: it signs nothing."""
    a, b = scene.paragraph(at)
    return at < scene.page.behind_dateline(a, b)


def acting(scene: Scene, event: Placed[Event], *, states: bool = False) -> list[str]:
    """States and organisations among the actors; a person acts for the country of the office, where it is known."""
    found = _behind_by(scene, event)
    floor = own_clause(scene, event)
    for role in event.fact.roles if not found else ():
        if role.role != "actor" or role.at is None:
            continue
        place = scene.page.article.text.find(role.at.start, role.at.end)
        mention = scene.mention_at(*place) if place else None
        if mention is None or in_dateline(scene, mention.start) or mention.end <= floor:
            continue
        if mention.fact.kind in ("LOC", "FAC") or (found and _is_of_another_day(scene, event, mention)):
            continue
        official = (
            _is_ministry(scene, mention)
            or mention.fact.kind == "PER"
            or mention.fact.metonym_for
            or is_chamber(scene, role.name)
        )
        acts_for = country_of(scene, role.name) if official and mention.fact.kind in ("PER", "ORG") else ""
        if acts_for or mention.fact.kind != "PER" or not states:
            found.append(acts_for or _whom(scene, mention, role))
    found += (of_noun(scene, event) or _of_its_owner(scene, event) or _of_governor(scene, event)) if not found else []
    if not found and (became := who_became(scene, _place(scene, event))) is not None:
        found.append(became.fact.refers_to or became.fact.name)
    found += _who_said_it_would(scene, event) if not found else []
    if not found and _speaks_of_itself(scene, event):
        found.append(event.fact.claimed_by)
    return list(dict.fromkeys(found))


def _is_of_another_day(scene: Scene, event: Placed[Event], mention: Placed[Mention]) -> bool:
    """True for who stands behind the day of those before: "left by Chad in 2004 and by | Mali and Niger in 2012"."""
    at = scene.page.article.text.find(event.fact.when_at.start, event.fact.when_at.end) if event.fact.when_at else None
    return at is not None and _place(scene, event) < at[0] and at[1] <= mention.start


def _is_ministry(scene: Scene, mention: Placed[Mention]) -> bool:
    """True for a government's office with its country in its name: "МИД Египта", "Foreign Ministry of Chad"."""
    cue = vocabulary(scene.page.language).made("governments")
    return mention.fact.kind == "ORG" and bool(mention.fact.country and cue and cue.search(mention.fact.name))


def _place(scene: Scene, event: Placed[Event]) -> int:
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    return place[0] if place else event.start


def own_clause(scene: Scene, event: Placed[Event]) -> int:
    """Where the clause of a verb with its own subject begins: "China has not, though | Chad signed"; else 0."""
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    token = scene.head(*place) if place and event.fact.by.startswith("trigger verb") else None
    if token is None or not any(one.dep_ == "nsubj" for one in token.children):
        return 0
    return next((one.idx for one in token.children if one.dep_ == "mark"), 0)


def _behind_by(scene: Scene, event: Placed[Event]) -> list[str]:
    """Who stands behind a noun's own "by": after "its denunciation by Chad" nobody else denounced it."""
    return of_noun(scene, event) if event.fact.by.startswith("trigger noun") and event.fact.names("actor") else []


def of_noun(scene: Scene, event: Placed[Event]) -> list[str]:
    """The states behind a noun that tells of a step: "the deposit of the instruments of Chad and Mali"."""
    cue, trigger = vocabulary(scene.page.language).made("noun_by"), event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    if cue is None or place is None or not event.fact.by.startswith("trigger noun"):
        return []
    people = scene.mention_at(max(0, place[0] - 2), place[0] - 1)
    if people is not None and people.fact.form == "demonym" and people.end == place[0] - 1:
        return [people.fact.refers_to or people.fact.name]
    _, b = scene.sentence(place[1])
    by = next((one for one in cue.finditer(scene.page.value, place[1], min(b, place[1] + _FAR))), None)
    if by is None or _PART.search(scene.page.value, place[1], by.start()):
        return []
    found: list[str] = []
    at, joined = by.end(), scene.page.language.once(RoleWords).joined
    for one in scene.mentions_in(at, b):
        gap = scene.page.value[at : one.start]
        if one.fact.kind not in ("GPE", "ORG", "NORP") or not (
            joined.fullmatch(gap) or (not found and len(gap) < _GAP)
        ):
            break
        found.append(one.fact.refers_to or one.fact.name)
        at = one.end
    return found


def _of_its_owner(scene: Scene, event: Placed[Event]) -> list[str]:
    """Who does what a noun with "their" tells, the subject of the verb above: "Chad and Mali notified their exit"."""
    trigger = event.fact.trigger if event.fact.by.startswith("trigger noun") else None
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    token = scene.head(*place) if place else None
    if token is None or not any("Poss=Yes" in str(one.morph) for one in token.children):
        return []
    verb = next((one for one in token.ancestors if one.pos_ == "VERB"), None)
    subject = next((one for one in verb.children if one.dep_ == "nsubj"), None) if verb is not None else None
    found: list[str] = []
    while subject is not None:
        mention = scene.mention_at(subject.idx, subject.idx + len(subject))
        if mention is None or mention.fact.kind not in ("GPE", "ORG", "NORP"):
            return []
        found.append(mention.fact.refers_to or mention.fact.name)
        subject = next((one for one in subject.children if one.dep_ == "conj"), None)
    return found


def _of_governor(scene: Scene, event: Placed[Event]) -> list[str]:
    """Who does what an infinitive or an announced noun tells, the subject above: "Chad threatened to suspend it"."""
    trigger = event.fact.trigger if not event.fact.names("actor") else None
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    token = scene.head(*place) if place else None
    verb = _governor(scene, token) if token is not None else None
    subject = next((one for one in verb.children if one.dep_ == "nsubj"), None) if verb is not None else None
    found: list[str] = []
    while subject is not None:
        mention = scene.mention_at(subject.idx, subject.idx + len(subject))
        name = (mention.fact.refers_to or mention.fact.name) if mention is not None else ""
        led = _states_in(scene, subject) if subject.pos_ == "NOUN" else []
        if led:
            found += led
        elif mention is None:
            return []
        elif mention.fact.kind in ("GPE", "ORG", "NORP", "PER"):
            found.append(name if mention.fact.kind != "PER" else country_of(scene, name))
        subject = next((one for one in subject.children if one.dep_ == "conj"), None)
    return [one for one in found if one]


def _states_in(scene: Scene, subject: Token) -> list[str]:
    """The states of a noun that leads to them: "the leaders of Chad and Mali"."""
    a, b = subject.idx, min(subject.right_edge.idx + 1, subject.idx + _FAR)
    return [one.fact.refers_to or one.fact.name for one in scene.mentions_in(a, b) if one.fact.kind == "GPE"]


def _governor(scene: Scene, token: Token) -> Token | None:
    """The verb whose subject does what a word under it tells; none where somebody else is asked to do it."""
    own = any(one.dep_.startswith("nsubj") for one in token.children)
    verb, announced = token.head, cues(scene.page.language)
    infinitive = token.pos_ == "VERB" and token.dep_ in ("xcomp", "conj") and not own
    noun = token.pos_ == "NOUN" and token.dep_ in ("dobj", "obj")  # "announced its exit", "put off the ratification"
    noun = noun and (announced.has("announced", verb.text) or announced.has("cancelled", verb.text))
    if not infinitive and not noun:
        return None
    asked = token.dep_ == "xcomp" and any(one.dep_ in ("dobj", "obj", "iobj") for one in verb.children)
    return None if verb.pos_ not in ("VERB", "AUX") or asked else verb


def _whom(scene: Scene, mention: Placed[Mention], role: Role) -> str:
    """Who acts where a phrase names them: "the leaders of Chad" act for Chad, "members of the XY" for the union XY."""
    known = mention.fact.refers_to or mention.fact.name
    if role.name in (known, mention.fact.name):
        return role.name
    own = mention.fact.kind in ("GPE", "NORP") or (mention.fact.kind == "ORG" and not mention.fact.country)
    return known if own else role.name


def _who_said_it_would(scene: Scene, event: Placed[Event]) -> list[str]:
    """Who said what it does itself, where the verb behind "that" has no subject: "Chad anunció que se retira"."""
    cue = vocabulary(scene.page.language).made("that_it")
    if scene.page.doc is not None or cue is None or event.fact.names("actor"):
        return []
    at = _place(scene, event)
    a = scene.page.behind_dateline(scene.sentence(at)[0], at)
    link = next((one for one in cue.finditer(scene.page.value, max(a, at - _FAR), at) if one.end() == at), None)
    before = [one for one in scene.mentions_in(a, link.start()) if one.fact.kind in _SPEAKERS] if link else []
    if link is None or not before or _PART.search(scene.page.value, before[0].end, link.start()):
        return []
    first = before[0].fact
    name = first.refers_to or first.name
    return [one for one in [country_of(scene, name) if first.kind == "PER" else name] if one]


def _speaks_of_itself(scene: Scene, event: Placed[Event]) -> bool:
    """True where a state tells what it did itself: "Chad said it was leaving the pact"."""
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger and event.fact.claimed_by else None
    token = scene.head(*place) if place else None
    subject = next((one for one in token.children if one.dep_ == "nsubj"), None) if token is not None else None
    if subject is None or subject.pos_ != "PRON":
        return False
    same = [one.fact for one in scene.mentions if event.fact.claimed_by in (one.fact.refers_to, one.fact.name)]
    return any(one.kind == "GPE" for one in same)


def country_of(scene: Scene, person: str) -> str:
    """The state a person acts for: another mention of that country in the article gives its name."""
    code = next((one.fact.country for one in scene.mentions if one.fact.refers_to == person and one.fact.country), "")
    return state_name(scene, code) if code else ""


def at_state(scene: Scene, event: Placed[Event]) -> str:
    """The state in which it was ratified or approved: "in Germany the treaty is not yet ratified"; else nobody."""
    places = [role for role in event.fact.roles if role.role == "place" and not _is_sent_from(scene, role)]
    states = [name for role in places if (name := state_of_role(scene, role)) and not _is_of_other(scene, event, role)]
    return states[0] if states else ""


def _is_sent_from(scene: Scene, place: Role) -> bool:
    """True for the place of the dateline, which says where the report comes from and not who acts."""
    found = scene.page.article.text.find(place.at.start, place.at.end) if place.at else None
    return found is not None and in_dateline(scene, found[0])


def _is_of_other(scene: Scene, event: Placed[Event], place: Role) -> bool:
    """True for the place of another act: "signed in Asunción, it is not ratified" says nothing of a state there."""
    return any(
        role.role == "place" and role.at == place.at
        for one in scene.events
        if one.fact is not event.fact and one.fact.type in _SIGNED
        for role in one.fact.roles
    )
