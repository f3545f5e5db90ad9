"""Clauses that do something with an agreement named before: "approved it", "It was extended", "acceded in 2009"."""

from __future__ import annotations

import re

from dragoman.read.gathering import Cluster
from dragoman.read.ofpact import has_pronoun
from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.standing import cues
from dragoman.records import Event

__all__ = ["is_pronoun", "lacks_object", "points_back", "second_verb"]

_PART = re.compile(r"[,;:]\s")
_OF_IT = frozenset({"extend", "suspend", "resume", "terminate", "denounce", "negotiate"})  # said of "it" alone
#: What is done to the agreement that is the subject of a sentence.
_DONE_TO = frozenset({"extend", "suspend", "resume", "terminate", "denounce"})
_BETWEEN = re.compile(r"(?:\s[a-zà-öø-ÿа-яё]+){0,3}\s*")  # "и дважды | продлевался", "and since then"
_AND, _ARTICLE = 24, 4  # characters before a verb in which "and" stands; of an article before a name
_DENIAL = 20  # characters behind it within which "не намерена", "отказалась" ends
_DAY = 24  # characters behind "acceded" within which its day stands


def points_back(scene: Scene, clusters: list[Cluster], event: Placed[Event], place: tuple[int, int]) -> bool:
    """True where a pronoun, or no object at all, stands for the agreement; `place`: where the trigger stands."""
    return (
        is_pronoun(scene, event)
        or (event.fact.type == "accede" and _is_verb(event) and lacks_object(scene, place[1]))
        or _is_subject_it(scene, clusters, event, place[0])
    )


def _is_subject_it(scene: Scene, clusters: list[Cluster], event: Placed[Event], at: int) -> bool:
    """True where "it" opens the clause of what is done to agreements: "It was extended in May", "Vence en 2026"."""
    cue = vocabulary(scene.page.language).made("it_is") if event.fact.type in _OF_IT else None
    if cue is None or not event.fact.by.startswith("trigger verb"):
        return False
    a, _ = scene.sentence(at)
    if _opens(cue, scene.page.value, a, at):
        return True
    stops = [one.end() for one in _PART.finditer(scene.page.value, a, at)]
    named = any(a <= one.start < at for cluster in clusters for one in cluster.names)
    return named and cue.match("") is None and bool(stops) and _opens(cue, scene.page.value, stops[-1], at)


def _opens(cue: re.Pattern[str], value: str, start: int, at: int) -> bool:
    """True where the words of a cue, and nothing else, lead from a place to another."""
    found = cue.match(value, start, at)
    return value[start:at].strip() == "" or (found is not None and found.end() == at)


def _is_verb(event: Placed[Event]) -> bool:
    return event.fact.by.startswith("trigger verb")


def lacks_object(scene: Scene, end: int) -> bool:
    """True for an accession right before its day, its denial or a stop: "Peru had acceded in 2009" says not to what."""
    if scene.page.value[end : end + 1] in (".", ";", ",", "") or bool(scene.times_in(end, end + _DAY)):
        return True
    words, tail = cues(scene.page.language), scene.page.value[end : end + _DENIAL]
    found = words.at("negation_behind", tail) or words.at("refusal_behind", tail)
    return found is not None and not tail[: found.start()].strip()


def is_pronoun(scene: Scene, event: Placed[Event]) -> bool:
    """True when a pronoun right beside the verb may stand for the agreement: "approved it", "l'ont approuvé"."""
    words, trigger = vocabulary(scene.page.language), event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    if place is None or not event.fact.by.startswith("trigger verb"):
        return False
    before, after = words.beside
    lead, tail = scene.page.value[max(event.start, place[0] - 60) : place[0]], scene.page.value[place[1] : event.end]
    held = has_pronoun(scene, *place)
    return held or bool((before and before.search(lead)) or (after and after.match(tail)))


def second_verb(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> Cluster | None:
    """The agreement that opens a sentence, for its second verb: "The pact has expired and was not renewed"."""
    if event.fact.type not in _DONE_TO or not event.fact.by.startswith("trigger verb") or event.fact.names("actor"):
        return None
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    at = place[0] if place else event.start
    a = scene.page.behind_dateline(scene.sentence(at)[0], at)
    lead = scene.page.value[max(a, at - _AND) : at]
    also = list(scene.page.language.once(RoleWords).also.finditer(lead))
    if not also or _BETWEEN.fullmatch(lead, also[-1].end()) is None:
        return None
    named = [(one.start, n) for n, c in enumerate(clusters) for one in c.names if a <= one.start < at]
    return clusters[named[0][1]] if len({n for _, n in named}) == 1 and min(named)[0] <= a + _ARTICLE else None
