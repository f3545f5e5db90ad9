"""The part a mention takes, by the head word and the dependencies of a parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.read.byside import PAPERS
from dragoman.read.rolewords import PLACES, TOGETHER, RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.triggers import triggers
from dragoman.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["by_grammar"]

_BY_DEP = {
    "nsubj": "actor", "csubj": "actor", "obl:agent": "actor", "poss": "actor",
    "dobj": "recipient", "obj": "recipient", "iobj": "recipient", "dative": "recipient",
    "nsubjpass": "recipient", "nsubj:pass": "recipient",
}  # fmt: skip
_BY_STAFF = frozenset({"strike", "protest", "approve", "reject", "accept", "resign"})
_INSIDE = frozenset({"amod", "compound", "nmod", "flat:name", "poss", "nummod"})
_LOOSE = frozenset({"ADP", "DET", "CCONJ", "PUNCT", "SPACE"})  # words that may open a phrase but do not name anybody
#: Acts that a state does through its offices, never through whoever else is of the country.
_OF_STATES = PAPERS | TOGETHER | {"reject", "extend", "terminate", "lift", "resume"}
_VIOLENT = frozenset({"attack", "capture", "kill", "use_weapons", "abduct", "topple"})
_GENITIVE = ("de", "du", "'s", "'")
_PHRASE = 60  # characters a phrase may begin before the name in it: "the upper house of the parliament"


def by_grammar(scene: Scene, place: Placed[Mention], trigger: Token, type: str) -> tuple[str | None, int, int]:
    """Role by the mention's head word, and where the whole phrase starts and ends (-1: with the mention).

    The role is "" when it only belongs to another participant, None when grammar does not say.
    """
    tokens = scene.page.tokens(place.start, place.end)
    if tokens is None:
        return None, place.start, -1
    token = tokens.root
    a, b = scene.sentence(place.start)
    if not a <= token.head.idx < b:
        return None, place.start, -1  # the parser ran over the end of a line
    if (told := _of_antecedent(token, trigger, place.fact.kind)) is not None:
        return told, place.start, -1
    if _is_in_aside(token, trigger):
        return "", place.start, -1  # "X, who met Y, visited Lima": Y takes no part in the visit
    if _is_agent_of_other(token, trigger):
        return "", place.start, -1  # "the girls taken by X were freed": X frees nobody
    if _is_apart(scene, token, trigger) or _is_by_noun(scene, token, trigger) or _is_of_inner(token, trigger):
        return "", place.start, -1
    if _is_of_other_act(scene, token, trigger, type) or _begins_clause(token, trigger):
        return "", place.start, -1
    owner = _owner(token, trigger) if place.fact.kind != "PER" or _is_genitive(tokens) else None
    if owner is not None and scene.times_in(owner.idx, owner.idx + len(owner)):
        owner = None  # "arrivé lundi à Lomé": a day has no places
    if owner is None:
        gone = scene.page.language.once(RoleWords).intransitive
        moved = token.dep_.startswith("nsubj") and token.head == trigger and gone and gone.fullmatch(trigger.lower_)
        return "actor" if moved else _role_of(token, trigger, 4), place.start, -1  # "est arrivé" is no passive
    if owner.dep_ == "appos":
        return "", place.start, -1  # "X, Algeria's leading activist, …": only tells who X is
    nested = owner.head.pos_ in ("NOUN", "PROPN") and owner.head != trigger and owner.dep_ not in ("conj", "appos")
    if nested or scene.mention_at(owner.idx, owner.idx + 1):
        return "", place.start, -1
    role = _role_of(owner, trigger, 3)
    beside = place.fact.kind == "NORP" or place.end <= owner.idx
    if beside and type in _OF_STATES and not _is_of_state(scene, owner):
        return "", place.start, -1  # "Chad's farmers", "Chadian unions" do not act for Chad
    start = next(one.idx for one in owner.subtree if one.pos_ not in _LOOSE)
    whose = beside and (place.fact.kind in ("GPE", "NORP", "LOC") or _is_staff(scene, place, owner, type))
    if whose and role == "actor" and place.start - start < _PHRASE and not _is_of_state(scene, owner):
        return role, start, owner.idx + len(owner)  # who acts are the farmers, by all their words
    if place.fact.kind == "NORP" or token.dep_ == "compound":
        of_state = place.fact.kind == "NORP" and place.start > trigger.idx and _is_of_state(scene, owner)
        # "to the Russian army" behind the verb, never "the upper house of the Russian parliament" before it
        return (role if role == "actor" or of_state else ""), place.start, -1
    return (role, start, -1) if 0 <= place.start - start < _PHRASE else ("", place.start, -1)


def _is_staff(scene: Scene, place: Placed[Mention], owner: Token, type: str) -> bool:
    """True for the people of a firm in what they do by themselves: "Boeing machinists walked out", voted, protested."""
    group = scene.page.language.once(RoleWords).group
    return place.fact.kind == "ORG" and type in _BY_STAFF and bool(group and group.fullmatch(owner.lower_))


def _of_antecedent(token: Token, trigger: Token, kind: str) -> str | None:
    """The part of a name that a relative clause with its own subject explains: "Lima, where she met …" is where."""
    if token != trigger.head or trigger.dep_ not in ("relcl", "acl:relcl"):
        return None
    subjects = [child for child in trigger.children if child.dep_.startswith("nsubj")]
    if not subjects or any(_is_relative(one) for one in subjects):
        return None
    if any(_is_relative(one) and one.dep_ in ("dobj", "obj") for one in trigger.children):
        return "recipient"
    return "place" if kind in PLACES else ""


def _is_in_aside(token: Token, trigger: Token) -> bool:
    """True in a relative clause about somebody of the act; one about the act itself (floods that hit X) is its own."""
    nested = False
    for one in token.ancestors:
        if one == trigger:
            return nested
        nested = nested or (one.dep_ in ("relcl", "acl:relcl") and one.pos_ == "VERB" and one.head != trigger)
    return False


def _is_agent_of_other(token: Token, trigger: Token) -> bool:
    """True for who does what another participle tells, one that only says who suffers the act."""
    while token.dep_ == "conj" and token.head != trigger:
        token = token.head
    link = token.head if token.dep_ == "pobj" and token.head.dep_ == "agent" else token
    if link.dep_ not in ("agent", "obl:agent"):
        return False
    verb = link.head
    return verb != trigger and verb.dep_ in ("acl", "amod", "advcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON")


def _is_of_inner(token: Token, trigger: Token) -> bool:
    """True under the infinitive of whoever the act is done to: of "helped X to fight Y" Y is not helped."""
    helped = next((one for one in trigger.children if one.dep_ in ("dobj", "obj") and one.idx > trigger.idx), None)
    for one in token.ancestors:
        if one == trigger:
            return False
        if one.head == trigger and one.dep_ in ("xcomp", "advcl") and one.pos_ == "VERB":
            return helped is not None and helped.idx < one.idx and helped != token
    return False


def _is_of_other_act(scene: Scene, token: Token, trigger: Token, type: str) -> bool:
    """True for whom another act's noun behind the verb is aimed at: of "arms for its assault on X" X gets none."""
    noun = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ not in ("pobj", "nmod") or noun == trigger or noun.pos_ != "NOUN" or noun.i < trigger.i:
        return False
    if trigger.pos_ not in ("VERB", "AUX") or not any(one.dep_ in ("dobj", "obj") for one in trigger.children):
        return False
    rules = triggers(scene.page.language).of_word(noun.lower_)
    return any(one.kind == "noun" and one.type in _VIOLENT and one.type != type for one in rules)


def _begins_clause(token: Token, trigger: Token) -> bool:
    """True behind the verb for whom a parse joins to another name, though a verb follows: "by A and | B may debate"."""
    after = token.right_edge.i + 1
    joined = token.dep_ == "conj" and trigger.i < token.i and token.head.pos_ in ("NOUN", "PROPN")
    return joined and after < len(token.doc) and token.doc[after].tag_ in ("MD", "VBZ", "VBP", "VBD")


def _is_relative(token: Token) -> bool:
    """True for who, which, that, qui, que."""
    return token.pos_ == "PRON" and (token.tag_.startswith("W") or "PronType=Rel" in str(token.morph))


def _is_of_state(scene: Scene, owner: Token) -> bool:
    """True for a noun that a state acts through: its government, parliament, minister."""
    words = scene.page.language.once(RoleWords)
    if words.court and words.court.fullmatch(owner.lower_):
        return False  # a court decides for itself
    return words.office is None or bool(words.office.fullmatch(owner.lower_))


def _is_by_noun(scene: Scene, token: Token, trigger: Token) -> bool:
    """True for who does what a noun tells, not what the verb does: "rejected an appeal by X"."""
    if token.dep_ != "pobj" or trigger.pos_ not in ("VERB", "AUX") or token.head.head.pos_ not in ("NOUN", "PROPN"):
        return False
    known = scene.page.language.once(RoleWords).preposition
    found = known.fullmatch(token.head.lower_) if known else None
    return found is not None and found.lastgroup == "by" and token.head.head != trigger


def _is_genitive(tokens: Tokens) -> bool:
    """True when "of" or "de" stands right before the name, with or without an article."""
    before = [tokens.doc[i] for i in (tokens.start - 1, tokens.start - 2) if i >= 0]
    return bool(before) and any(
        one.lemma_ in ("of", "de", "du", "'s") for one in before[: 2 if before[0].pos_ == "DET" else 1]
    )


def _is_apart(scene: Scene, token: Token, trigger: Token) -> bool:
    """True inside "after his visit to …", which only dates the act."""
    words = scene.page.language.once(RoleWords)
    for one in token.ancestors:
        if one == trigger or one.is_ancestor(trigger):
            return False
        if one.pos_ == "NOUN" and words.apart:
            link = (
                one.head.lower_
                if one.dep_ == "pobj"
                else next((c.lower_ for c in one.children if c.dep_ == "case"), "")
            )
            if link and words.apart.fullmatch(link):
                return True
    return False


def _owner(token: Token, trigger: Token) -> Token | None:
    """The noun that a mention only belongs to: "the upper house" of "the upper house of the parliament"."""
    head = token.head
    if token.dep_ == "pobj":
        head = head.head if head.lower_ == "of" else head
    elif (
        token.dep_ not in _INSIDE
        or any(child.dep_ == "case" and child.lemma_ not in _GENITIVE for child in token.children)
        or (token.dep_ == "nmod" and not any(child.dep_ == "case" for child in token.children))
    ):
        return None
    return head if head != trigger and head != token and head.pos_ in ("NOUN", "PROPN") else None


def _is_bare_participle(token: Token) -> bool:
    """True for a past participle without "have" or "be" that opens no clause of its own."""
    past = "VerbForm=Part" in str(token.morph) and "Tense=Past" in str(token.morph)
    return past and token.dep_ in ("acl", "advcl") and not any(child.dep_.startswith("aux") for child in token.children)


def _role_of(token: Token, trigger: Token, steps: int) -> str | None:
    head = token.head
    if token.dep_ in ("conj", "appos") and steps and head != trigger:
        return _role_of(head, trigger, steps - 1)
    if token.dep_ == "pobj" and head.dep_ == "agent":
        return "actor" if head.head == trigger else None
    if head == trigger and token.dep_ == "amod":
        return "actor"
    if head == trigger and token.dep_ == "nsubj" and _is_bare_participle(trigger):
        return "recipient"  # "the assembly, elected in May, …", whatever the parser makes of it
    if head == trigger and token.dep_ == "nsubj" and token.idx > trigger.idx and _has_subject_before(trigger):
        return "recipient"  # "Séoul accuse [nsubj Kim Jong-un] de mentir"
    light = head == trigger.head and head.pos_ in ("VERB", "AUX") and trigger.pos_ == "NOUN"
    return _BY_DEP.get(token.dep_) if head == trigger or light else None


def _has_subject_before(trigger: Token) -> bool:
    """True for a verb that a noun or a name opens as its subject: what the parser calls another behind it is none."""
    before = (one for one in trigger.children if one.dep_ == "nsubj" and one.idx < trigger.idx)
    return any(one.pos_ in ("NOUN", "PROPN") for one in before)
