"""Accounts that go on behind the sentence that names their teller: "Police said X fled. He had robbed a bank."

A past before the past with nobody but a pronoun for subject is the teller's, not the article's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.read.scene import Scene
from dragoman.read.triggers import Hit

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["goes_on"]

_NO_TELLING = frozenset({"announce", "according", "accuse", "promise", "urge"})  # manners that tell of no past


def goes_on(scene: Scene, hit: Hit) -> str:
    """Who told the sentence or the part before a semicolon that an act goes on from; "" where nobody did."""
    token = scene.head(hit.start, hit.end) if hit.rule.kind == "verb" else None
    if token is None or not _is_before_past(token):
        return ""
    a, _ = scene.sentence(hit.start)
    floor, _ = scene.paragraph(hit.start)
    semicolon = scene.page.value.rfind(";", a, hit.start)
    end = semicolon if semicolon >= 0 else a - 1
    if end <= floor:
        return ""
    start, _ = scene.sentence(max(floor, end - 2))
    find = scene.page.article.text.find
    for one in scene.quotes:
        cue = find(one.fact.cue.start, one.fact.cue.end) if one.fact.cue else None
        if cue and start <= cue[0] < end and one.fact.speaker and one.fact.manner not in _NO_TELLING:
            return one.fact.speaker
    return ""


def _is_before_past(token: Token) -> bool:
    """True for "had" with its participle and a pronoun for subject: "they had fled", "ils avaient fui"."""
    while token.dep_ == "conj" and token.head.pos_ == "VERB":
        token = token.head
    subject = next((one for one in token.children if one.dep_.startswith("nsubj")), None)
    helped = any(
        one.dep_.startswith("aux") and (one.lower_ in ("had", "'d") or "Tense=Imp" in str(one.morph))
        for one in token.children
    )
    return helped and subject is not None and subject.pos_ == "PRON" and token.dep_ in ("ROOT", "parataxis", "ccomp")
