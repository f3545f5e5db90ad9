"""Who stands in the clause of an act and takes no part in it: tellers, hosts, places in names, offices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.read.cueing import cues
from dragoman.read.rolewords import REACH, Part, RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "COMPANIONS",
    "is_beside",
    "is_company",
    "is_joint",
    "is_quoted",
    "is_with",
    "one_person",
    "sources_in",
    "stands_by",
    "tellers_in",
]

#: Acts in which "with" brings the other side though something else is its object: "signed a pact with X".
_WITH_OTHERS = frozenset({"sign", "initial", "agree", "negotiate", "exchange_instruments", "ceasefire", "release"})
_WITH_OTHERS |= {
    "transfer_arms",
    "aid",
    "gift",
    "restore_ties",
    "close_mission",
    "exercise",
    "cut",
    "suspend",
    "resume",
}
_WITH_OTHERS |= {"enter_into_force", "terminate", "extend", "denounce", "ratify", "approve", "form_government", "buy"}
_DONE_TO = frozenset({"release", "detain", "abduct", "kill", "convict", "acquit", "expel", "rescue", "pardon"})
COMPANIONS = frozenset({"PER", "GPE", "ORG", "NORP"})  # who may do something together with others
_INSERTED = 90  # characters of a clause between commas that only says who tells: ", Paris and Berlin say,"
_NAMED = 4  # words between "according to" and the name it brings
_TITLE = re.compile(r"(?:\s[\w-]+){0,4}\s")  # "the Kenyan | minister | X"
_MARKS = (("«", "»"), ("“", "”"), ("„", "“"))
_TITLED = re.compile(r"(?:'s)?[\s\w'’-]{0,50},?\s(?:\w+\s)?")  # "Kenya's president, Mr William Ruto": one person


def tellers_in(scene: Scene, trigger: tuple[int, int], clause: tuple[int, int]) -> list[tuple[int, int]]:
    """Where a clause between commas only says who tells: ", Paris and Berlin say, "."""
    found, value = [], scene.page.value
    for quote in (one.fact for one in scene.quotes if one.end > clause[0] - _INSERTED and one.start < clause[1]):
        cue = scene.page.article.text.find(quote.cue.start, quote.cue.end) if quote.cue and quote.speaker_at else None
        if cue is None or not clause[0] <= cue[0] < clause[1] or cue[0] == trigger[0]:
            continue
        a, b = value.rfind(",", max(clause[0] - 2, cue[0] - _INSERTED), cue[0]), value.find(",", cue[1], clause[1] + 1)
        if a >= 0 and 0 <= b - a <= _INSERTED and not a < trigger[0] < b:
            found.append((a, b))
    return found


def sources_in(
    scene: Scene, words: RoleWords, trigger: tuple[int, int], clause: tuple[int, int]
) -> list[tuple[int, int]]:
    """Where a clause tells on whose word it stands: "according to X, adviser of Y", "X and Y say that"."""
    value, found = scene.page.value, []
    for cue in words.source.finditer(value, *clause) if words.source else ():
        token = scene.page.token(cue.start())
        if token is None:
            found.append((cue.start(), _listed_end(scene, words, cue.end(), clause[1])))
            continue
        head = token.head if token.dep_ == "case" else token
        last = head.right_edge
        if not cue.start() <= trigger[0] < last.idx + len(last):
            found.append((min(cue.start(), head.left_edge.idx), last.idx + len(last)))
    if scene.page.doc is None and words.that:
        speech = cues(scene.page.language)
        for one in words.that.finditer(value, clause[0], trigger[0]):
            lead = value[clause[0] : one.start()]
            if speech.has("claimed", lead) or speech.has("factive", lead):
                found.append((clause[0], one.start()))
    return found


def _listed_end(scene: Scene, words: RoleWords, start: int, limit: int) -> int:
    """Where the names end that a source word brings, one or a list of them."""
    end = start
    for one in scene.mentions_in(start, limit):
        between = scene.page.value[end : one.start]
        titled = end > start and one.fact.kind == "PER" and _TITLE.fullmatch(between) is not None
        if not (titled or words.joined.fullmatch(between) if end > start else len(between.split()) <= _NAMED):
            break
        end = one.end
    return end


def is_quoted(scene: Scene, place: Placed[Mention], trigger: tuple[int, int]) -> bool:
    """True inside quotation marks that the act stands outside of: a title, somebody's words."""
    value = scene.page.value
    a, b = scene.sentence(trigger[0])
    for opening, closing in _MARKS:
        start = value.rfind(opening, a, place.start)
        if start >= 0 and value.find(closing, start + 1, place.start) < 0:
            end = value.find(closing, place.end, b)
            if end >= 0 and not start < trigger[0] < end:
                return True
    return False


def stands_by(scene: Scene, words: RoleWords, place: Placed[Mention]) -> bool:
    """True for who takes no part: "in the presence of X", the place in a treaty's own name, "NATO-" of a compound."""
    value = scene.page.value
    lead = value[max(0, place.start - REACH) : place.start]
    if words.bystander and words.bystander.search(lead):
        return True
    compound = value[place.end : place.end + 1] == "-" and value[place.end + 1 : place.end + 2].isalpha()
    compound = compound or (value[place.start - 1 : place.start] == "-" and place.fact.form == "demonym")
    if (compound and (scene.page.doc is None or place.fact.form == "demonym")) or (
        words.paper and words.paper.search(lead)
    ):
        return True
    return bool(place.fact.kind != "PER" and words.papers and words.papers.match(value, place.start, place.end))


def is_with(scene: Scene, words: RoleWords, place: Placed[Mention]) -> bool:
    """True when "with" stands right before a name."""
    lead = scene.page.value[max(0, place.start - 20) : place.start]
    return bool(words.with_ and words.with_.search(lead))


def is_company(
    scene: Scene, words: RoleWords, place: Placed[Mention], token: Token | None, type: str, *, turned: bool
) -> bool:
    """True for who only goes with the subject: "met the freed hostages with X" is no meeting with X."""
    if token is None or token.pos_ != "VERB" or not is_with(scene, words, place):
        return False
    if turned:
        return type in _DONE_TO
    if type in _WITH_OTHERS:
        return False
    done_to = [one for one in token.children if one.dep_ in ("dobj", "obj") and one.idx < place.start]
    return any(one.idx + len(one) < place.start and one.pos_ in ("NOUN", "PROPN") for one in done_to)


def is_joint(scene: Scene, words: RoleWords, place: Placed[Mention]) -> bool:
    """True behind "together with", "вместе с", "aux côtés de": who stands there acts, too."""
    lead = scene.page.value[max(0, place.start - 40) : place.start]
    return bool(words.company and words.company.search(lead))


def is_beside(scene: Scene, words: RoleWords, place: Placed[Mention]) -> bool:
    """True when a preposition right before the name makes it no subject: "À Rome, …", "with Chad"."""
    lead = scene.page.value[max(0, place.start - 20) : place.start]
    return bool(words.beside and words.beside.search(lead))


def one_person(scene: Scene, words: RoleWords, found: list[Part]) -> list[Part]:
    """Without the country and the office that stand before the name of who holds it."""
    kept = list(found)
    for one in found:
        for other in found:
            if other.place.fact.kind != "PER" or one.role != other.role:
                continue
            held = one.place.end <= other.place.end and other.start <= one.place.start
            if held and one.place.end - one.place.start < other.place.end - other.place.start and one in kept:
                kept.remove(one)
            if one.place.end > other.place.start:
                continue
            between = scene.page.value[one.place.end : other.place.start]
            title = scene.page.value[one.place.start : other.place.start]
            if not _TITLED.fullmatch(between) or not (words.office and words.office.search(title)):
                continue
            if not words.also.search(between) and one in kept:
                kept.remove(one)
    return kept
