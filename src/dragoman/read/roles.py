"""Who takes which part in an act: mentions of its clause, read by the words before them.

Position and prepositions decide (before the trigger: actor; "to", "on", "against": recipient; "in": place; "by": actor;
"between": both actors), a passive turns the sides; a parse adds the subject that stands outside the clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.languages import Language
from dragoman.read.scene import Placed, Scene
from dragoman.read.triggers import pattern
from dragoman.records import Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["country_of", "passive", "roles", "subject_of"]

_ACTORS = frozenset({"PER", "GPE", "ORG", "NORP", "LOC", "FAC"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TOWARDS = frozenset({"visit"})  # acts whose goal is a place
_REACH = 48  # characters before a mention in which its preposition may stand: "to the former president of the …"


class _Words:
    def __init__(self, language: Language) -> None:
        table = language.section("events").get("prepositions", {})
        whole = "|".join(f"(?P<{role}>\\b(?:{words})\\b)" for role, words in table.items() if words)
        whole = whole.replace("(?P<from>", "(?P<origin>")
        self.preposition = re.compile(whole, re.IGNORECASE) if whole else None
        passive_words = language.section("events").get("passive", "")
        self.passive = pattern(language, passive_words) if passive_words else None
        joined = language.section("events").get("and", "")
        self.joined = re.compile(rf"(?:,|\s|\b(?:{joined})\b|\b(?:{language.section('events').get('articles', '')})\b)+", re.I)


def roles(scene: Scene, trigger: tuple[int, int], clause: tuple[int, int], type: str, kind: str) -> Iterator[Role]:
    """The parts that mentions of a clause take in the act named by its trigger."""
    words = scene.page.language.once(_Words)
    turned = kind == "verb" and passive(scene, trigger, clause)
    seen: set[str] = set()
    before: tuple[int, str] | None = None
    for place in scene.mentions_in(*clause):
        if place.start < trigger[1] and trigger[0] < place.end or not _counts(place):
            continue
        name = place.fact.refers_to or place.fact.name
        role = _joined(words, scene, before, place.start) or _role(words, scene, place, trigger, clause, kind, turned)
        before = (place.end, role)
        role = _fitted(role, place.fact, type)
        if name not in seen:
            seen.add(name)
            yield Role(role=role, name=name, at=scene.page.span(place.start, place.end))
    subject = subject_of(scene, trigger, kind)
    if subject is not None and (subject.fact.refers_to or subject.fact.name) not in seen and not turned:
        yield Role(role="actor", name=subject.fact.refers_to or subject.fact.name, at=scene.page.span(*subject[:2]))


def _counts(place: Placed[Mention]) -> bool:
    return place.fact.kind in _ACTORS


def _joined(words: _Words, scene: Scene, before: tuple[int, str] | None, start: int) -> str:
    """The role of the mention before, when only "and" or a comma stands between the two."""
    if before is None or start <= before[0]:
        return before[1] if before and start < before[0] else ""
    return before[1] if words.joined.fullmatch(scene.page.value, before[0], start) else ""


def _role(
    words: _Words,
    scene: Scene,
    place: Placed[Mention],
    trigger: tuple[int, int],
    clause: tuple[int, int],
    kind: str,
    turned: bool,
) -> str:
    """Role by the nearest preposition before the mention, else by its side of the trigger."""
    floor = trigger[1] if place.start >= trigger[1] else clause[0]
    lead = scene.page.value[max(floor, place.start - _REACH) : place.start]
    lead = re.split(r"[,;:()«»“”\"]", lead)[-1]
    found = None
    if words.preposition is not None:
        for found in words.preposition.finditer(lead):
            pass
    if found is not None and len(lead[found.end() :].split()) <= 4:
        role = {"by": "actor", "between": "actor", "origin": "actor", "to": "recipient", "with": "recipient"}
        name = found.lastgroup or ""
        if name == "of":
            return "of"
        return role.get(name, "place" if name == "in" else "recipient")
    if place.start < trigger[0]:
        return "recipient" if turned else "actor"
    return "actor" if kind == "noun" else "recipient"


def _fitted(role: str, mention: Mention, type: str) -> str:
    """The role as the act and the kind of mention allow it."""
    if role == "of":
        role = "actor" if mention.kind == "PER" or type in _TOWARDS else "recipient"
    if role == "place" and mention.kind not in _PLACES:
        return "recipient"
    if role == "recipient" and type in _TOWARDS and mention.kind in _PLACES:
        return "place"
    return role


def passive(scene: Scene, trigger: tuple[int, int], clause: tuple[int, int]) -> bool:
    """True when the trigger is a passive or a bare participle behind its noun."""
    token = scene.page.token(trigger[0])
    if token is not None:
        if any(child.dep_ in ("auxpass", "aux:pass") for child in token.children):
            return True
        return token.dep_ in ("acl", "amod") and "VerbForm=Part" in str(token.morph) and "Tense=Past" in str(token.morph)
    words = scene.page.language.once(_Words)
    return bool(words.passive and words.passive.search(scene.page.value[clause[0] : trigger[0]]))


def subject_of(scene: Scene, trigger: tuple[int, int], kind: str) -> Placed[Mention] | None:
    """The mention that is the grammatical subject, also when it stands with a governing verb."""
    token = scene.page.token(trigger[0])
    if token is None:
        return None
    for _ in range(5):
        for child in token.children:
            if child.dep_ in ("nsubj", "poss"):
                return _mention_of(scene, child)
        if token.dep_ in ("relcl", "acl:relcl", "acl"):
            return _mention_of(scene, token.head) if "Tense=Past" not in str(token.morph) or token.dep_ != "acl" else None
        if token.dep_ == "pcomp":
            verb = token.head.head
            goal = next((child for child in verb.children if child.dep_ in ("dobj", "obj", "nsubjpass")), None)
            return _mention_of(scene, goal) if goal is not None else None
        if token.head is token or token.dep_ in ("ccomp", "parataxis", "pobj") and kind == "noun":
            return None
        token = token.head
    return None


def _mention_of(scene: Scene, token: Token) -> Placed[Mention] | None:
    """The mention a noun belongs to."""
    found = scene.mention_at(token.idx, token.idx + len(token))
    return found if found is not None and _counts(found) else None


def country_of(mention: Mention) -> str:
    """The country a mention acts for, "" when no table makes it certain."""
    return mention.country
