"""What a sentence tells of an act that a noun names: "the talks were put off", "la segunda ronda nunca se celebró"."""

from __future__ import annotations

from dragoman.read.acts import ACTS
from dragoman.read.cueing import cues
from dragoman.read.pactwords import vocabulary
from dragoman.read.sayings import lexicon
from dragoman.read.scene import Scene
from dragoman.read.triggers import Hit, triggers
from dragoman.records import Role

__all__ = ["is_asked_for", "is_bystander", "is_not_held"]

_REACH = 90  # characters from a noun to the verb that says that it was not held
_OBJECT = 3  # words between a demand and what it is of: "on Monday the"
_AMONG = 80  # characters from "among them" to one who is named
#: Acts done to many at once, of whom the one named is only one.
_OF_MANY = frozenset({"convict", "acquit", "detain", "kill", "release", "abduct", "expel", "pardon", "dismiss"})
_OF_WHOM = 4  # words between a funeral and whose it is: "of the former king"
_SMALL = frozenset({"on", "for", "am", "le", "el", "в", "за", "la", "de", "l'", "d'"})
_STOPS = frozenset(".;:!?\n(«“„")


def is_not_held(scene: Scene, hit: Hit) -> bool:
    """True for a noun whose own verb puts the act off or says that it did not take place."""
    if hit.rule.kind != "noun" or hit.rule.type in ACTS.keys() - {"negotiate"}:
        return False
    value, limit = scene.page.value, min(scene.sentence(hit.start)[1], hit.end + _REACH)
    found = cues(scene.page.language).at("not_held", value[hit.end : limit])
    if found is None:
        return False
    between = value[hit.end : hit.end + found.start()]
    if not _STOPS.isdisjoint(between) or between.count(",") == 1:
        return False
    lex = lexicon(scene.page.language)
    words = {word.lower() for word in between.replace(",", " ").split()}
    return words.isdisjoint(lex.relatives - lex.determiners) or between.count(",") > 1


def is_asked_for(scene: Scene, hit: Hit) -> bool:
    """True for a noun that is all that somebody demands: "demanded the resignation of the mayor"."""
    if hit.rule.kind != "noun" or hit.rule.type in ACTS:
        return False
    value, low = scene.page.value, max(scene.sentence(hit.start)[0], hit.start - _REACH)
    verbs = [one for one in triggers(scene.page.language).hits(value[low : hit.start]) if one.rule.type == "demand"]
    if not verbs:
        return False
    start, lex = low + verbs[-1].end, lexicon(scene.page.language)
    between = list(value[start : hit.start])
    for time in scene.times_in(start, hit.start):
        between[time.start - start : time.end - start] = " " * (time.end - time.start)
    words = "".join(between).lower().split()
    return len(words) <= _OBJECT and all(word in _SMALL | lex.determiners | lex.fillers for word in words)


def is_bystander(scene: Scene, hit: Hit, part: Role, teller: str) -> bool:
    """True for who tells of the act behind a comma, for one of many, and for who only stands beside a funeral."""
    place = scene.page.article.text.find(part.at.start, part.at.end) if part.at else None
    if place is None or part.role not in ("actor", "recipient"):
        return False
    if part.role == "recipient" and part.name == teller and place[0] >= hit.end:
        return "," in scene.page.value[hit.end : place[0]]  # "four were held, said the minister, X"
    if part.role == "recipient" and hit.rule.type in _OF_MANY and _is_among(scene, place[0]):
        return True
    if hit.rule.type != "funeral" or hit.rule.kind != "noun":
        return False
    between = scene.page.value[hit.end : place[0]]
    named = any(place[0] >= one.end and one.start >= hit.end for one in scene.mentions_in(hit.end, place[0]))
    return place[0] < hit.end or named or len(between.split()) > _OF_WHOM


def _is_among(scene: Scene, at: int) -> bool:
    """True for one of several whom an act is done to: "sentenced eleven people, among them the owner, X"."""
    cue = vocabulary(scene.page.language).made("among_them")
    return bool(cue and cue.search(scene.page.value, max(scene.sentence(at)[0], at - _AMONG), at))
