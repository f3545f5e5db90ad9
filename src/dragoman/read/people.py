"""Who is of a country and is not the country: "an Afghan", "two Syrians", "the freed Americans", "un Tunisien".

A state is meant by "Russia" and, of a side, by "the Russians"; one of its people, a number of them or those told by
more words are persons and go by these words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.languages import Language
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.triggers import END, inner
from dragoman.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["are_people", "as_people", "group_of"]

_REACH = 40  # characters before a people's name in which an article and two more words may stand
_NEXT = 3  # words between an adjective and its noun
_PHRASE = 60  # characters of words that tell somebody: "the 19-year-old Afghan"
_DESCRIBES = frozenset({"amod", "nummod", "acl"})
_ATTRIBUTE = frozenset({"amod", "compound", "nmod", "flat", "flat:name", "poss"})


class PeopleWords:
    """What tells a person or some persons from a people, compiled for one language."""

    def __init__(self, language: Language) -> None:
        section = language.section("events")
        one, all_ = section.get("one_of", ""), section.get("collective", "")
        self.one_of = re.compile(rf"\b(?:{inner(language, one)}){END}\s*$", re.I) if one else None
        self.collective = re.compile(rf"(?:{all_})", re.I) if all_ else None
        self.capital = bool(section.get("people_capital"))
        self.noun = re.compile(section["people_noun"], re.I) if section.get("people_noun") else None


def are_people(scene: Scene, place: Placed[Mention]) -> bool:
    """True where the name of a people stands for some of it, and not for the state."""
    if place.fact.form != "demonym" or place.fact.kind != "NORP":
        return False
    words = scene.page.language.once(PeopleWords)
    written = scene.page.value[place.start : place.end]
    if words.capital and not written[:1].isupper():
        return False
    if words.noun is not None and words.noun.fullmatch(written):
        return True
    token = scene.page.token(place.start)
    if token is None:
        return _is_one_by_words(scene, words, place)
    if token.dep_ in _ATTRIBUTE and token.head.pos_ in ("NOUN", "PROPN") and abs(token.head.i - token.i) <= _NEXT:
        return False  # "an Afghan migrant", "the Russian army"
    return _is_told_as_person(words, token)


def as_people(scene: Scene, place: Placed[Mention]) -> Placed[Mention]:
    """The same place with somebody who goes by the article's words: “An Afghan”."""
    token, start = scene.page.token(place.start), place.start
    if token is not None:
        left = token.doc[token.left_edge.i].idx
        start = left if 0 <= place.start - left < _PHRASE else place.start
    else:
        lead = scene.page.value[max(0, place.start - _REACH) : place.start]
        words = scene.page.language.once(PeopleWords)
        before = words.one_of.search(lead) if words.one_of else None
        start = place.start - (len(lead) - before.start()) if before else place.start
    name = " ".join(scene.page.value[start : place.end].split())
    return Placed(start, place.end, Mention(spans=(scene.page.span(start, place.end),), name=name, kind="PER"))


def group_of(scene: Scene, place: Placed[Mention]) -> Placed[Mention] | None:
    """The people of a firm or body, who are not it: "los trabajadores de Boeing", where no parse ships."""
    words = scene.page.language.once(RoleWords)
    if scene.page.doc is not None or place.fact.kind != "ORG" or words.group_of is None:
        return None
    floor = max(scene.sentence(place.start)[0], place.start - _PHRASE)
    found = words.group_of.search(scene.page.value, floor, place.start)
    if found is None or any(one.start < place.start for one in scene.mentions_in(found.start(), place.start)):
        return None
    name = " ".join(scene.page.value[found.start() : place.end].split())
    made = Mention(spans=(scene.page.span(found.start(), place.end),), name=name, kind="PER")
    return Placed(found.start(), place.end, made)


def _is_one_by_words(scene: Scene, words: PeopleWords, place: Placed[Mention]) -> bool:
    """True right behind "ein", "un", "dos", where no parse ships."""
    lead = scene.page.value[max(0, place.start - _REACH) : place.start]
    return bool(words.one_of and words.one_of.search(lead))


def _is_told_as_person(words: PeopleWords, token: Token) -> bool:
    """True for one, for a number, for those told by more words, and for all without "the"."""
    children = [one for one in token.children if one.i < token.i or one.dep_ == "acl"]
    if any(one.dep_ in _DESCRIBES for one in children):
        return True
    article = next((one for one in children if one.pos_ == "DET"), None)
    if article is None or "Definite=Ind" in str(article.morph):
        return True
    single = "Number=Sing" in str(article.morph) or "Number=Sing" in str(token.morph)
    several = "Number=Plur" in str(article.morph) or bool(words.collective and words.collective.fullmatch(token.text))
    return single and not several
