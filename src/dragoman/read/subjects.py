"""Who acts, where the subject is not in the clause: governing verbs, lists, insertions, verb before subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.read.rolewords import BY_LAW, Part, RoleWords, is_base, mention_of, names_of
from dragoman.read.scene import Placed, Scene
from dragoman.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["far_subject", "listed_before", "opening_body", "outside", "right_before", "turned_round"]

_RELATIVE = frozenset({"relcl", "acl:relcl"})
UNDER = frozenset({"dobj", "obj"})
_SAID = frozenset({"announce", "statement", "demand", "deny", "promise", "warn"})
_VERBS_OF_SAYING = frozenset(
    {"announce", "statement", "condemn", "demand", "accuse", "promise", "deny", "threaten", "warn", "offer"}
)
_OPENED = re.compile(r"[»”\"],?\s+(?:[\w'’]{1,6}\s)?$")  # « … », a " before the verb that the speaker follows
_AFTER_COMMA = re.compile(r",\s+(?:[\w'’]{1,6}\s)?$")
_OPENS = re.compile(r"(?:[\w'’]{1,4}\s?)?")  # nothing but an article before who begins a sentence
_MEMBERS = re.compile(r"[^\W\d_]+\s(?:[\w'’]+\s){1,2}")  # "Members of the " before the name of a union
_HELPERS = re.compile(r"(?:\s\([^()]{2,12}\))?\s+(?:[a-zà-ÿ]{1,4}\s+){0,2}")  # " (XY) has ": between subject and verb
_INSERTION = re.compile(r"\s*|,[^;:.!?\n()«»“”\"]{3,160},\s*(?:[\w'’]{1,5}\s)?")  # ", a neighbour of both, "


def listed_before(scene: Scene, words: RoleWords, clause: tuple[int, int], found: list[Part]) -> list[Part]:
    """Who stands before the clause in one list with its first actor: the first of "Chad, Mali and Niger ratified"."""
    head = next((part for part in found if part.role == "actor"), None)
    if head is None:
        return []
    listed: list[Part] = []
    a, _ = scene.sentence(clause[0])
    start = head.start
    for one in reversed(scene.mentions_in(a, clause[0])):
        if one.end > start or not words.joined.fullmatch(scene.page.value, one.end, start):
            break
        if one.fact.kind != head.place.fact.kind:
            break
        listed.insert(0, Part("actor", one, one.start))
        start = one.start
    return listed


def far_subject(scene: Scene, words: RoleWords, trigger: tuple[int, int], clause: tuple[int, int]) -> list[Part]:
    """Who begins the sentence, where only an insertion between commas parts it from its verb: "Chad, a member, …"."""
    a, _ = scene.sentence(trigger[0])
    value = scene.page.value
    first = next(iter(scene.mentions_in(a, clause[0])), None)
    if first is None or first.fact.kind not in ("GPE", "ORG", "PER") or not _OPENS.fullmatch(value, a, first.start):
        return []
    lead = value[a : first.start]
    if (words.beside and words.beside.search(lead)) or (words.base_is_subject and not is_base(words, first)):
        return []
    between = value[first.end : clause[0]]
    return [Part("actor", first, first.start)] if _INSERTION.fullmatch(between) else []


def _unnamed(scene: Scene, start: int, end: int) -> Placed[Mention]:
    """Somebody whom no name but their office or body tells: "the court", "le gouvernement"."""
    name = " ".join(scene.page.value[start:end].split())
    return Placed(start, end, Mention(spans=(scene.page.span(start, end),), name=name, kind="PER"))


def opening_body(
    scene: Scene, words: RoleWords, trigger: tuple[int, int], clause: tuple[int, int], found: list[Part]
) -> list[Part]:
    """The court, chamber or office that begins a clause where no parse tells the subject: "El Tribunal Supremo …"."""
    body = words.opening.match(scene.page.value, clause[0], trigger[0]) if words.opening else None
    if body is None or (words.preposition and words.preposition.match(body["body"])):
        return []
    start, end = body.span("body")
    within = [part for part in found if part.place.start < end]
    if words.court and words.court.search(body["body"]):  # "Das Landgericht Berlin": not the city
        for part in within:
            found.remove(part)
    elif within or scene.mention_at(start, end) is not None:
        return []
    return [Part("actor", _unnamed(scene, start, end), start)]


def right_before(scene: Scene, words: RoleWords, trigger: tuple[int, int]) -> list[Part]:
    """Who stands right before an active verb at the head of its sentence: "Britain on Sunday joined the pact".

    For sentences whose subject the parser takes for part of something else.
    """
    a, _ = scene.sentence(trigger[0])
    named = scene.mentions_in(a, trigger[0])
    if not named or named[-1].fact.kind not in ("GPE", "ORG", "PER"):
        return []
    last, value = named[-1], list(scene.page.value[named[-1].end : trigger[0]])
    for time in scene.times_in(last.end, trigger[0]):
        value[time.start - last.end : time.end - last.end] = " " * (time.end - time.start)
    head = Part("actor", last, last.start)
    parts = [*listed_before(scene, words, (last.start, trigger[1]), [head]), head]
    lead = scene.page.value[a : parts[0].start]
    begins = _OPENS.fullmatch(lead) or (_MEMBERS.fullmatch(lead) and not (words.beside and words.beside.search(lead)))
    return parts if begins and _HELPERS.fullmatch("".join(value)) else []


def turned_round(
    scene: Scene, words: RoleWords, trigger: tuple[int, int], type: str, kind: str, found: list[Part]
) -> list[Part]:
    """Behind a quotation the verb goes before its subject: "…", a annoncé le Qatar."""
    if type not in _VERBS_OF_SAYING or kind != "verb":
        return found
    lead = scene.page.value[max(0, trigger[0] - 16) : trigger[0]]
    if not (_OPENED.search(lead) or (type == "announce" and _AFTER_COMMA.search(lead))):
        return found
    behind, end = [], trigger[1]
    for part in found:
        if part.place.start >= end and words.joined.fullmatch(scene.page.value, end, part.place.start):
            behind.append(part._replace(role="actor"))
            end = part.place.end
    return behind or found


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
    parts: list[Part] = []
    for one in (subject, *subject.conjuncts):
        place = mention_of(scene, one)
        if place is None and one.pos_ in ("NOUN", "PROPN") and words.body and words.body.fullmatch(one.lower_):
            place = _unnamed(scene, one.doc[one.left_edge.i].idx, one.idx + len(one))
        if place is not None and all(names_of(place) != names_of(part.place) for part in (*found, *parts)):
            parts.append(Part("actor", place, place.start))
    return parts


def _subject_of(scene: Scene, words: RoleWords, token: Token, type: str, kind: str) -> Token | None:
    """The subject of the trigger, or of what governs it; of "accused X of …" it is X, of "signed the law that ratifies
    the treaty" who signed."""
    own = next((child for child in token.children if child.dep_ in ("nsubj", "poss")), None)
    if own is not None and (own.pos_ != "PRON" or token.dep_ not in _RELATIVE):
        return own
    if kind == "noun":
        head = token.head
        if token.dep_ not in UNDER or not (words.light and words.light.fullmatch(head.text)):
            return None
        return next((child for child in head.children if child.dep_ == "nsubj"), None)
    if token.dep_ in _RELATIVE and type in BY_LAW and mention_of(scene, token.head) is None:
        return next((child for child in token.head.head.children if child.dep_ == "nsubj"), None)
    for _ in range(5):
        head, dep = token.head, token.dep_
        if head == token:
            return None
        if dep in ("relcl", "acl:relcl") or (dep == "acl" and "VerbForm=Ger" in str(token.morph)):
            return head
        if dep in ("ccomp", "parataxis"):
            return None
        token = head.head if head.dep_ == "prep" else head
        found = {child.dep_: child for child in reversed(list(token.children))}
        for name in (
            ("dobj", "obj", "nsubjpass", "nsubj:pass") if dep in ("pcomp", "prep", "xcomp", "obl:arg", "ccomp") else ()
        ):
            if name in found and mention_of(scene, found[name]) is not None:
                return found[name]
        if "nsubj" in found:
            return found["nsubj"]
    return None
