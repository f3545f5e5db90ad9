"""Clauses that do something with an agreement, read from a table of their own: class of act × language × word.

The events know an act by words that mean it wherever they stand. Most words for what becomes of an agreement mean it
only beside one: scrap, shelve, ink, kippen, enterrer, tumbar, похоронить. Such a clause is read here, with the same
roles, days and standings as an event; it counts where the agreement, a pronoun for it or a relative clause about it is
what the word is done to, and where no event tells the same already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.languages import Language
from dragoman.read.acts import ACTS
from dragoman.read.backward import lacks_object
from dragoman.read.events import event_of
from dragoman.read.extent import clause_of, event_words
from dragoman.read.gathering import Cluster
from dragoman.read.namings import Naming
from dragoman.read.ofpact import has_pronoun, is_named_before, is_right_behind
from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.triggered import is_kind, is_named, stands
from dragoman.read.triggers import Hit, Rule, Triggers, triggers
from dragoman.records import Event

__all__ = ["deeds", "has_step", "with_deeds"]

_BY_ITSELF = frozenset({"terminate", "enter_into_force"})  # what an agreement does, with its name before: "lapsed"
_ALLOWED = frozenset({"ratify", "accede"})  # what a chamber approves: "approved the ratification of"
#: Steps whose nouns may be what another act is done to.
_STEPS = frozenset({"ratify", "extend", "suspend", "resume", "denounce", "withdraw", "terminate", "accede"})
_LEFT = frozenset(ACTS[one] for one in ("withdraw", "denounce"))
_LEAD = 60  # characters before a verb in which its pronoun may stand: "l'ont, après un long débat, retoqué"
_TAIL = 24  # characters behind it, as for "it"
_NEAR = 90  # characters between a word and the agreement that it is done to
_OF = 48  # characters between a noun and the agreement behind it: "the scrapping of last year's "
_RELATIVE = 40  # characters of a clause before a word for the agreement that was just named: "pact, which its senate"
_THINGS = frozenset({"dobj", "obj", "nsubjpass", "nsubj:pass"})
_OF_NOUN = re.compile(r"(\w{4,})\s(?:del?|des|der)\s(?:la\s|los\s|las\s)?$")  # "violaciones del | acuerdo"
_OTHER = re.compile(r"[;:()\n]|\.(?=\s|$)")


class _Deeds(Triggers):
    """The rules for what is done with agreements."""

    table = ("agreements", "deeds")

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        rules = (*self.rules, *triggers(language).rules)
        nouns = [one for one in rules if one.kind == "noun" and one.type in _STEPS]
        self.steps = _any_of(nouns)  # "withdrawal", "ratification"
        self.other_steps = _any_of([one for one in nouns if one.type not in _ALLOWED])  # what a vote does not make


def _any_of(rules: Sequence[Rule]) -> re.Pattern[str] | None:
    words = "|".join(one.shapes["words"] for one in rules)
    return re.compile(rf"\b(?:{words})", re.IGNORECASE) if words else None


def with_deeds(scene: Scene, clusters: Sequence[Cluster]) -> Scene:
    """The scene with the clauses of the table among its events, in reading order."""
    more = list(deeds(scene, clusters))
    kept = list(scene.events)
    for number, one in enumerate(more):
        inside = [x for x in kept if _takes_back(one, x)]
        kept = [x for x in kept if x not in inside]
        if inside and not one.fact.names("actor"):  # "it took back the withdrawal of Chad"
            more[number] = one._replace(fact=replace(one.fact, roles=(*one.fact.roles, *inside[0].fact.roles)))
    return replace(scene, events=tuple(sorted([*kept, *more], key=_by_place))) if more else scene


def _takes_back(one: Placed[Event], other: Placed[Event]) -> bool:
    """True for the noun of what a clause takes back: "nahm seinen Austritt aus dem Abkommen zurück"."""
    if one.fact.standing != "cancelled" or one.fact.trigger is None or other.fact.trigger is None:
        return False
    noun = other.fact.by.startswith("trigger noun") and ACTS.get(other.fact.type) in _LEFT
    beside = noun and one.start <= other.start and other.end <= one.end
    return beside or one.fact.trigger.covers(other.fact.trigger)


def _by_place(one: Placed[Event]) -> tuple[int, int]:
    return one.start, one.end


def deeds(scene: Scene, clusters: Sequence[Cluster]) -> Iterator[Placed[Event]]:
    """Every clause of the table that no event tells, in reading order."""
    table = scene.page.language.once(_Deeds)
    if not clusters or not table.rules:
        return
    words, read = event_words(scene.page.language), _read(scene)
    last = -1
    for hit in table.hits(scene.page.value):
        if hit.start < last or scene.aside(hit.start) or not is_kind(scene.page, hit) or is_named(scene, hit):
            continue
        clause = clause_of(scene, words, hit)
        if not stands(scene, words, hit, clause) or not _is_of_pact(scene, clusters, hit, clause):
            continue
        if hit.rule.standing != "cancelled" and any(_tells(one, hit, clause) for one in read):
            continue
        event = event_of(scene, words, hit, clause)
        if hit.rule.type in _BY_ITSELF and hit.rule.before:
            event = replace(event, roles=tuple(one for one in event.roles if one.role != "actor"))
        last = hit.end
        yield Placed(*clause, event)


def _read(scene: Scene) -> list[tuple[int, int, int, int, str]]:
    """The events that are steps: the place of the word, the clause, the step."""
    found, find = [], scene.page.article.text.find
    for one in scene.events:
        place = find(one.fact.trigger.start, one.fact.trigger.end) if one.fact.trigger else None
        if one.fact.type in ACTS and place:
            found.append((*place, one.start, one.end, ACTS[one.fact.type].act))
    return found


def _tells(one: tuple[int, int, int, int, str], hit: Hit, clause: tuple[int, int]) -> bool:
    """True where an event was read from the same word, or tells the same step in the same clause."""
    start, end, a, b, act = one
    if start < hit.end and hit.start < end:
        return True
    same = act == ACTS[hit.rule.type].act
    return same and (a <= hit.start < b or clause[0] <= start < clause[1])


def _is_of_pact(scene: Scene, clusters: Sequence[Cluster], hit: Hit, clause: tuple[int, int]) -> bool:
    """True where an agreement is what the word is done to."""
    value, names = scene.page.value, [one for cluster in clusters for one in cluster.names]
    if hit.rule.kind == "noun":
        return any(
            0 <= one.start - hit.end <= _OF and not _OTHER.search(value, hit.end, one.start) for one in names
        ) or _is_its(scene, hit)
    inside = [one for one in names if clause[0] <= one.start and one.end <= clause[1]]
    near = [one for one in inside if max(one.start - hit.end, hit.start - one.end) <= _NEAR]
    if near:
        if hit.rule.standing == "cancelled":
            return True  # "revoked its withdrawal from the pact"
        return not _is_done_to_else(scene, hit, names) and not any(_is_of_step(scene, hit, one) for one in near)
    before, after = vocabulary(scene.page.language).beside
    lead, tail = value[max(clause[0], hit.start - _LEAD) : hit.start], value[hit.end : hit.end + _TAIL]
    held = has_pronoun(scene, hit.start, hit.end)
    if held or (before and before.search(lead)) or (after and after.match(tail)):
        return is_named_before(scene, hit.start)
    if any(one.end <= clause[0] <= one.end + _NEAR and is_right_behind(scene, one, clause[0]) for one in names):
        return True
    # elsewhere the object may stand before the verb: "der EU beitreten"
    cased = scene.page.language.once(RoleWords).base_is_subject
    if cased and hit.rule.type == "accede" and lacks_object(scene, hit.end):
        return is_named_before(scene, hit.start)
    if hit.rule.type == "denounce" and has_step(scene, clause[0], hit.start):
        return is_named_before(scene, hit.start)
    return _is_relative(scene, names_end=[one.end for one in names], clause=clause, at=hit.start)


def _is_done_to_else(scene: Scene, hit: Hit, names: Sequence[Naming]) -> bool:
    """True where what a verb is done to, by the parse, is no agreement: "halted inspections under the pact"."""
    token = scene.head(hit.start, hit.end)
    if token is None or token.pos_ != "VERB":
        return False
    things = [one for one in token.children if one.dep_ in _THINGS and one.pos_ in ("NOUN", "PROPN")]
    things = [one for one in things if not hit.start <= one.idx < hit.end]  # "notice" of "gave notice of"
    part = vocabulary(scene.page.language).made("participation")
    return bool(things) and not any(
        any(name.start <= one.idx < name.end for name in names) or (part and part.fullmatch(one.text)) for one in things
    )


def _is_of_step(scene: Scene, hit: Hit, name: Naming) -> bool:
    """True where another noun before the name is what is acted on: "revoked its withdrawal from the pact"."""
    if name.start < hit.end:
        return False
    table = scene.page.language.once(_Deeds)
    steps = table.other_steps if hit.rule.type == "approve" else table.steps
    if steps is not None and steps.search(scene.page.value, hit.end, name.start):
        return True
    linked = _OF_NOUN.search(scene.page.value, hit.end, name.start) if scene.page.doc is None else None
    part = vocabulary(scene.page.language).made("participation")
    return linked is not None and not (part and part.fullmatch(linked[1]))


def has_step(scene: Scene, a: int, b: int) -> bool:
    """True where a noun within a..b names a step: of "О выходе Вашингтон | уведомил Москву"."""
    steps = scene.page.language.once(_Deeds).steps
    return steps is not None and steps.search(scene.page.value, a, b) is not None


def _is_its(scene: Scene, hit: Hit) -> bool:
    """True for a noun with "its" before it, where an agreement was named last: "before its shelving"."""
    its = vocabulary(scene.page.language).made("its")
    lead = scene.page.value[max(0, hit.start - _TAIL) : hit.start].rstrip()
    return its is not None and its.search(lead) is not None and is_named_before(scene, hit.start)


def _is_relative(scene: Scene, *, names_end: list[int], clause: tuple[int, int], at: int) -> bool:
    """True for a clause that a relative word opens right behind the name of an agreement."""
    relative = vocabulary(scene.page.language).made("which")
    if relative is None:
        return False
    opened = relative.search(scene.page.value, max(0, clause[0] - _TAIL), min(at, clause[0] + _TAIL))
    return opened is not None and any(0 <= opened.start() - end <= _RELATIVE for end in names_end)
