"""Acts of diplomatic and security news: trigger → clause → roles, time and standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.read.acts import ACTS
from dragoman.read.demanded import is_demanded
from dragoman.read.eventdays import begins_later, is_departure, is_full, is_over, is_to_come
from dragoman.read.extent import EventWords, clause_of, event_words
from dragoman.read.goingon import goes_on
from dragoman.read.heldby import (
    addresses_reader,
    in_passing,
    is_confirmed,
    is_judged,
    is_not_yet,
    is_only_tried,
    is_plainly_not,
    is_under_future,
    within_phrase,
)
from dragoman.read.jointdays import with_next_day
from dragoman.read.leads import leads
from dragoman.read.moments import moment
from dragoman.read.nounfate import is_asked_for, is_bystander, is_not_held
from dragoman.read.page import Page
from dragoman.read.roles import roles
from dragoman.read.rolewords import PLACES
from dragoman.read.scene import Placed, Scene, lay_out
from dragoman.read.setapart import is_of_either
from dragoman.read.standing import cues, is_permitted, standing, tells_in_passing
from dragoman.read.telling import VERBAL, Taken, name_of, statements, telling, voiced
from dragoman.read.toldonce import each_told_once
from dragoman.read.triggered import is_done_by, is_kind, is_named, is_taken, reported, says_something, stands
from dragoman.read.triggers import Hit, triggers
from dragoman.read.undertaken import is_day_of_undertaking, is_of_infinitive, is_undertaken
from dragoman.read.untyped import untyped
from dragoman.records import AWAITED, LEAVING, PASSING, REFUSED, Event, Reading, Role, Time

__all__ = ["VERBAL", "event_of", "events"]

_GUEST = {"actor": "recipient", "recipient": "actor"}  # who receives is visited
#: Announcing or asking for it is doing it: "announced his resignation", "asked for the vote of confidence".
_PERFORMED = VERBAL | {
    "resign",
    "ceasefire",
    "agree",
    "appoint",
    "dismiss",
    "dissolve",
    "emergency",
    "confidence",
    "mourn",
}
_PERFORMED |= {"suspend", "denounce", "terminate", "sanction", "announce", "invite", "promulgate", "negotiate", "offer"}
#: Acts done with words about what is to come: a later day in them is not their own.
_ABOUT_LATER = (VERBAL - {"statement"}) | {"offer", "agree", "announce", "approve"}
_PERMITTED = frozenset({"sign", "initial", "withdraw", "denounce", "accede"})  # what a vote allows, and does not do
_NOWHERE = frozenset({"trial", "depart"})  # done by and to no place: a town there is where
_UNCONFIRMED = 40  # characters between the noun of an act and "did not confirm"
_COMMA = 8  # characters between a time and the day beside it: ", on the "
_WORD = 24  # characters of a word joined by a hyphen, of a day
_HYPHENATED = re.compile(r"\w+-$")  # what a parser cuts off: "Twenty-| one girls"
_ENDED = 50  # characters before a strike in which "put an end to" may stand
_BEHIND = 30  # characters behind a clause in which its day may stand
_AGREED = 40  # characters before an act in which "agreed … to" may stand


def events(page: Page, reading: Reading) -> Iterator[Event]:
    """Every reported act of the article, in reading order."""
    scene = lay_out(page, reading)
    words = event_words(page.language)
    taken: list[Taken] = []
    found: list[Event] = []
    for hit in triggers(page.language).hits(page.value):
        if scene.aside(hit.start) or not is_kind(page, hit) or is_named(scene, hit):
            continue
        clause = clause_of(scene, words, hit)
        if not stands(scene, words, hit, clause) or addresses_reader(scene, hit):
            continue
        if hit.rule.type in ("strike", "protest") and hit.rule.kind == "noun" and _is_ended(scene, hit):
            continue
        mine = Taken(clause[0], clause[1], hit.rule.type, hit.start)
        if is_taken(taken, hit, clause):
            taken.append(mine)  # no other rule may read the same word as something else
            continue
        event = event_of(scene, words, hit, clause)
        if not is_done_by(scene, event, "actor", hit.rule.actor) or not is_done_by(
            scene, event, "recipient", hit.rule.whom
        ):
            continue
        taken.append(mine)
        if says_something(event, hit):
            found += each_told_once(scene, event)
    found += statements(scene, words, taken)
    found += untyped(scene, [one.trigger for one in taken])
    found += leads(scene, found)
    yield from reported(scene, words, found)


def _is_ended(scene: Scene, hit: Hit) -> bool:
    """True behind a word of ending: "put an end to a strike" tells of none that begins."""
    lead = scene.page.value[max(scene.sentence(hit.start)[0], hit.start - _ENDED) : hit.start]
    return cues(scene.page.language).has("ended", lead)


def _finer(scene: Scene, time: Placed[Time]) -> Placed[Time]:
    """The day that a comma sets beside a longer time which holds it: "one year from now, on | 4 November 2020"."""
    when = time.fact.when
    for one in scene.times_in(time.end, time.end + _WORD):
        day, gap = one.fact.when, scene.page.value[time.end : one.start]
        within = when and day and day.precision == "day" and when.earliest <= day.earliest <= when.latest
        if within and when != day and gap.startswith(",") and len(gap) <= _COMMA:
            return one
    return time


def _is_unconfirmed(scene: Scene, words: EventWords, hit: Hit) -> bool:
    """True for an act that somebody would not confirm, in the same part of a sentence: nobody denies it."""
    a, b = scene.sentence(hit.start)
    found = words.unconfirmed.search(scene.page.value, a, b) if words.unconfirmed else None
    between = scene.page.value[min(hit.end, found.end()) : max(hit.start, found.start())] if found else ";"
    near = hit.rule.kind == "verb" or (len(between) <= _UNCONFIRMED and "," not in between)
    return near and ";" not in between and "." not in between


def _begins_report(scene: Scene, position: int) -> bool:
    """True when the next word is the one that begins reported speech: that, que, dass."""
    following = scene.page.value[position : position + 24].lstrip(" ,")
    said = scene.page.language.words("quotes", "that")
    return any(following.startswith((f"{word} ", word) if word.endswith("'") else f"{word} ") for word in said)


def _is_agreed_extension(scene: Scene, hit: Hit) -> bool:
    """True right behind "agreed to": an extension that the sides agree is made, not planned."""
    return hit.rule.type == "extend" and cues(scene.page.language).has(
        "agreed", scene.page.value[max(0, hit.start - _AGREED) : hit.start]
    )


def _is_asked(scene: Scene, hit: Hit) -> bool:
    """True in a question: "Did a ship deliver oil?" tells of none."""
    _, b = scene.sentence(hit.start)
    return scene.page.value[hit.start : b].rstrip(" ”»\"'’)").endswith("?")


def _is_nominal(scene: Scene, words: EventWords, hit: Hit) -> bool:
    """True for the form of a verb that an article makes a noun, where no parse tells: "la retirada"."""
    lead = scene.page.value[max(0, hit.start - 12) : hit.start]
    return scene.page.doc is None and bool(words.article and words.article.search(lead))


def _is_left_to_do(scene: Scene, words: EventWords, hit: Hit) -> bool:
    """True for a noun of what was only voted for: "approved the signing"."""
    return (hit.rule.kind == "noun" or _is_nominal(scene, words, hit)) and is_permitted(scene, hit.start)


def _turned(scene: Scene, parts: tuple[Role, ...]) -> Iterator[Role]:
    """The parts of a visit told by its host: who is received comes, a house is where: "hosted X at the palace"."""
    kinds = [_kind_of(scene, part) if part.role == "recipient" else "" for part in parts]
    for part, kind in zip(parts, kinds, strict=True):
        house = kind in ("ORG", "FAC") and "PER" in kinds
        yield replace(part, role="place" if house else _GUEST.get(part.role, part.role))


def _kind_of(scene: Scene, part: Role) -> str:
    place = scene.page.article.text.find(part.at.start, part.at.end) if part.at else None
    found = scene.mention_at(*place) if place else None
    return found.fact.kind if found else ""


def _settled(scene: Scene, hit: Hit, name: str) -> str:
    """The standing as the words right beside the act settle it: under "will see", "agreed to", behind "not yet"."""
    if name == "happened" and is_under_future(scene, hit):
        return "planned"
    if name == "planned" and hit.rule.type in VERBAL and hit.rule.kind == "verb" and _is_present_passive(scene, hit):
        return "happened"
    if name in ("happened", "claimed", "under way", "possible") and is_undertaken(scene, hit):
        return "planned"
    if name in ("happened", "claimed") and is_plainly_not(scene, hit):
        name = "denied"
    if name == "denied" and hit.rule.type not in ACTS and _is_awaited(scene, hit, name):
        return "planned"
    return name


def _is_present_passive(scene: Scene, hit: Hit) -> bool:
    """True for a passive of the present that elsewhere forms a future: "X wird von Y beschuldigt"."""
    lead = scene.page.value[scene.sentence(hit.start)[0] : hit.start]
    if scene.page.doc is not None or not cues(scene.page.language).has("present_passive", re.split(r"[;:]", lead)[-1]):
        return False
    return cues(scene.page.language).fits("passive_end", scene.page.value[hit.start : hit.end])


def _is_awaited(scene: Scene, hit: Hit, name: str) -> bool:
    """True for what an article tells as not yet done: it is expected, nobody denies it."""
    return name in ("denied", "planned") and hit.rule.standing != "denied" and is_not_yet(scene, hit)


def event_of(scene: Scene, words: EventWords, hit: Hit, clause: tuple[int, int]) -> Event:
    """What a hit in its clause reports: roles, day, standing, and in whose words."""
    performed = hit.rule.type in _PERFORMED or (hit.rule.kind == "verb" and not _is_nominal(scene, words, hit))
    found = standing(scene, hit.start, hit.end, clause, performed=performed)
    time = moment(scene, words, hit, clause, done=found.name in ("happened", "claimed"))
    time = _finer(scene, time) if time else None
    if time and time.end <= hit.start and _begins_report(scene, time.end):
        time = None  # "said at the end of November that …": the day of the saying is not that of the act
    if time and clause[1] <= time.start <= clause[1] + _BEHIND:
        clause = (clause[0], time.end)  # "signées | à Rome en 2000"
    elif time and time.start >= clause[1] and "," in scene.page.value[clause[0] : hit.start]:
        clause = (hit.start, time.end)  # "resumed on 2 May, extended on 17 May"
    name, by = hit.rule.standing if found.name == "happened" else found.name, ""
    if found.name == "claimed" and hit.rule.standing == "denied":
        name = "denied"  # "rejected the offer, their union said"
    if found.claimant is not None:
        by = name_of(scene, found.claimant)
    if not by:
        voice = voiced(scene, words, hit, name)
        kept = name == "happened" and voice[0] not in ("happened", "claimed")
        name, by = voice if not kept or not tells_in_passing(scene, hit.start, hit.end) else (name, by)
    if name == "happened" and not by and hit.rule.type not in VERBAL and (by := goes_on(scene, hit)):
        name = "claimed"
    page = scene.page
    if name in ("happened", "claimed", "under way") and _is_asked(scene, hit):
        name = "possible"
    if name in ("happened", "claimed", "planned") and is_demanded(scene, hit.start):
        name = "possible"
    if name in ("happened", "under way") and is_only_tried(scene, hit):
        name = "possible"
    name = _settled(scene, hit, name)
    if name in ("happened", "under way", "planned", "denied") and is_not_held(scene, hit):
        name = "cancelled"
    if name in ("happened", "planned", "claimed") and is_asked_for(scene, hit):
        name, by = "possible", ""
    if (name == "denied" or hit.rule.kind == "noun") and _is_unconfirmed(scene, words, hit):
        name = "possible"
    if time and hit.rule.type in ("invite", "accept") and is_of_infinitive(scene, time, hit):
        time = None  # "invited X to visit Y in June": the day of the visit
    if name in ("planned", "possible") and found.name != "denied" and _is_agreed_extension(scene, hit):
        name = "happened"  # on the day on which it is agreed
    if time and name == "planned" and is_day_of_undertaking(scene, time, hit):
        time = None  # "agreed on Monday to reopen": the day of the agreement
    if name == "planned" and found.name == "denied":
        time = None  # the day of what is still to come is not told
    if name == "happened" and hit.rule.type in _PERMITTED and _is_left_to_do(scene, words, hit):
        name, time = "planned", None  # the day is that of the vote
    if name == "cancelled" and time and is_to_come(scene, hit, time.fact.when) and not is_full(scene, time):
        time = None  # "was to be signed on February 28 but …", told in May: not the February to come
    if name == "happened" and time and is_to_come(scene, hit, time.fact.when):
        name, time = (name, None) if hit.rule.type in _ABOUT_LATER else ("planned", time)
    if time and (begins_later(scene, words, hit, time) or is_of_either(scene, hit, time)):
        time = None
    if time and name == "conditional" and hit.rule.kind == "noun" and time.end <= hit.start:
        time = None  # "made on Monday the signing depend on …": the day of that
    if time and name == "planned" and hit.rule.kind == "noun" and is_over(scene, time.fact.when):
        time = None  # "its approval is pending" behind a day of something else
    time = with_next_day(scene, time) if time else None
    when, when_at = (time.fact.when, page.span(time.start, time.end)) if time else (None, None)
    parts = tuple(roles(scene, (hit.start, hit.end), clause, hit.rule.type, hit.rule.kind))
    parts = within_phrase(scene, hit, parts)
    if is_judged(scene, hit):
        own = page.span(hit.start, hit.end)
        parts = tuple(one for one in parts if one.at is not None and one.at.start >= own.end)
        when, when_at = (when, when_at) if is_confirmed(scene, hit) else (None, None)
    if hit.rule.hosts:
        parts = tuple(_turned(scene, parts))
    parts = tuple(one for one in parts if not is_bystander(scene, hit, one, by))
    if hit.rule.type in _NOWHERE:
        parts = tuple(replace(one, role="place") if _kind_of(scene, one) in PLACES else one for one in parts)
    if (
        hit.rule.type == "visit"
        and name == "claimed"
        and any(part.role == "actor" and part.name == by for part in parts)
    ):
        name, by = "happened", ""  # what X promises on a visit is X's word, not the visit
    told = telling(scene, hit) if hit.rule.type in VERBAL else None
    if told is not None:
        when = when or told.when
        if told.speaker and not any(part.role == "actor" for part in parts):
            others = (part for part in parts if part.name != told.speaker)
            parts = (Role(role="actor", name=told.speaker, at=told.speaker_at), *others)
    mark = f", {REFUSED}" if name == hit.rule.standing == "denied" else ""
    mark = mark or (f", {PASSING}" if in_passing(scene, hit, parts) else "")
    mark = f", {AWAITED}" if not mark.endswith(REFUSED) and _is_awaited(scene, hit, name) else mark
    mark = f", {LEAVING}" if name == hit.rule.standing == "planned" and is_departure(scene, hit) else mark
    lead = _HYPHENATED.search(page.value, max(0, clause[0] - _WORD), clause[0])
    return Event(
        spans=(page.span(lead.start() if lead else clause[0], clause[1]),),
        by=f"trigger {hit.rule.kind} {page.value[hit.start : hit.end].lower()}{mark}",
        type=hit.rule.type,
        trigger=page.span(hit.start, hit.end),
        roles=parts,
        when=when,
        when_at=when_at,
        standing=name,
        claimed_by=by,
    )
