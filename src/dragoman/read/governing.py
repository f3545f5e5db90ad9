"""Who acts, where the subject belongs to another verb: the one that governs the act, or the one it goes with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.read.byside import PAPERS
from dragoman.read.rolewords import BY_LAW, Part, RoleWords, mention_of, names_of
from dragoman.read.scene import Placed, Scene
from dragoman.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["RELATIVE", "outside", "unnamed"]

RELATIVE = frozenset({"relcl", "acl:relcl"})
_UNDER = frozenset({"dobj", "obj"})
_OF_PEOPLE = frozenset({"flee", "die"})
_SAID = frozenset({"announce", "statement", "demand", "deny", "promise", "warn"})
_NAMED = frozenset({"appos", "flat:name", "nmod"})  # a name behind its office, whatever the parse calls it
_UP = 3  # steps up from a visit to the verb it goes with


def unnamed(scene: Scene, start: int, end: int) -> Placed[Mention]:
    """Somebody whom no name but their office or body tells: "the court", "le gouvernement"."""
    name = " ".join(scene.page.value[start:end].split())
    return Placed(start, end, Mention(spans=(scene.page.span(start, end),), name=name, kind="PER"))


def outside(scene: Scene, words: RoleWords, token: Token | None, type: str, kind: str, found: list[Part]) -> list[Part]:
    """The subject outside the clause; behind a verb of telling, where the parser takes it for an object."""
    if type in _SAID and token is not None and not any(child.dep_.startswith("nsubj") for child in token.children):
        behind = [one for one in found if one.role == "recipient" and one.place.fact.kind in ("PER", "ORG")]
        if behind:
            found.remove(behind[0])
            return [behind[0]._replace(role="actor")]
    subject = _subject_of(scene, words, token, type, kind) if token is not None else None
    if token is None or subject is None or scene.sentence(subject.idx) != scene.sentence(token.idx):
        return []
    known = words.body if type in PAPERS else words.anybody  # a treaty is a matter of states
    parts: list[Part] = []
    for one in (subject, *subject.conjuncts):
        place = mention_of(scene, one)
        if place is None and one.pos_ in ("NOUN", "PROPN") and known and known.fullmatch(one.lower_):
            place = unnamed(scene, one.doc[one.left_edge.i].idx, one.idx + len(one))
        if place is not None and type in _OF_PEOPLE and place.fact.kind != "PER":
            continue  # "the territory's Armenians" who flee are not the territory
        if place is not None and all(names_of(place) != names_of(part.place) for part in (*found, *parts)):
            parts.append(Part("actor", place, place.start))
    return parts


def _spoke_on(visit: Token) -> Token | None:
    """Who does something on a visit of their own: "X said during a visit to Y", "lors d'une visite"."""
    verb = visit
    for step in range(_UP):
        beside = verb.dep_ in ("pobj", "prep", "advmod") or verb.dep_.startswith("obl")
        if not beside and not (step > 1 and verb.dep_ in _UNDER):  # "lors" stands by the object
            return None
        verb = verb.head
        if verb.pos_ == "VERB":
            break
    if verb.pos_ != "VERB" or any(child.dep_ == "poss" or _is_of_person(child) for child in visit.children):
        return None
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def _is_of_person(child: Token) -> bool:
    """True for "of X" behind a visit: then it is not that of the one who speaks."""
    return child.dep_ == "nmod" and any(case.lower_ in ("de", "du", "d'") for case in child.children)


def _whose_infinitive(scene: Scene, verb: Token) -> Token | None:
    """Who does what an infinitive behind their name or their office tells: "accuse [le président X] de mentir"."""
    return _named(scene, verb.head, verb.idx) if "VerbForm=Inf" in str(verb.morph) else None


def _named(scene: Scene, noun: Token, before: int = -1) -> Token | None:
    """The noun as somebody's name, or the name right behind it as their office: "le président X"."""
    beside = (one for one in noun.children if one.dep_ in _NAMED and (before < 0 or one.idx < before))
    beside = (one for one in beside if not any(child.dep_ == "case" for child in one.children))
    return next((one for one in (noun, *beside) if mention_of(scene, one) is not None), None)


def _subject_of(scene: Scene, words: RoleWords, token: Token, type: str, kind: str) -> Token | None:
    """The subject of the trigger, or of what governs it; of "accused X of …" it is X, of "signed the law that ratifies
    the treaty" who signed."""
    own = next((child for child in token.children if child.dep_ in ("nsubj", "poss")), None)
    if own is not None and (own.pos_ != "PRON" or token.dep_ not in RELATIVE):
        return own
    if kind == "noun":
        head = token.head
        if type == "visit" and (spoke := _spoke_on(token)) is not None:
            return spoke
        if token.dep_ not in _UNDER or not (words.light and words.light.fullmatch(head.text)):
            return None
        return next((child for child in head.children if child.dep_ == "nsubj"), None)
    if token.dep_ in RELATIVE and type in BY_LAW and mention_of(scene, token.head) is None:
        return next((child for child in token.head.head.children if child.dep_ == "nsubj"), None)
    for _ in range(5):
        head, dep = token.head, token.dep_
        if head == token:
            return None
        if dep in ("relcl", "acl:relcl") or (dep == "acl" and "VerbForm=Ger" in str(token.morph)):
            return head
        if dep in ("ccomp", "parataxis"):
            return None
        if dep == "acl" and (whose := _whose_infinitive(scene, token)) is not None:
            return whose
        token = head.head if head.dep_ == "prep" else head
        found = {child.dep_: child for child in reversed(list(token.children))}
        for name in (
            ("dobj", "obj", "nsubjpass", "nsubj:pass") if dep in ("pcomp", "prep", "xcomp", "obl:arg", "ccomp") else ()
        ):
            if name in found and (whom := _named(scene, found[name])) is not None:
                return whom
        if "nsubj" in found:
            return found["nsubj"]
    return None
