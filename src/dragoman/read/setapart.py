"""Nouns of acts that only place something else in time: "four days after the crash", "vor der Unterzeichnung"."""

from __future__ import annotations

import re

from dragoman.read.extent import EventWords
from dragoman.read.sayings import lexicon
from dragoman.read.scene import Placed, Scene
from dragoman.read.standing import cues
from dragoman.read.triggers import Hit, triggers
from dragoman.records import Time

__all__ = ["is_beyond_phrase", "is_of_either"]

_LEAD = 40  # characters before a noun in which "after" may stand
_BETWEEN = 3  # words from "after" to its noun
_VERB = 12  # characters behind a verb in which its own day stands: "declared on Thursday a day of mourning"
_WEEK = 7  # days
_PAUSE = re.compile(r"[,;:]")


def is_beyond_phrase(scene: Scene, words: EventWords, time: Placed[Time], hit: Hit) -> bool:
    """True for a day outside the phrase that sets an act apart: "days after the crash, they spoke on Saturday"."""
    if hit.rule.kind != "noun" or words.apart is None:
        return False
    value, low = scene.page.value, max(scene.sentence(hit.start)[0], hit.start - _LEAD)
    low = max((one.end() for one in _PAUSE.finditer(value, low, hit.start)), default=low)
    link = max(words.apart.finditer(value, low, hit.start), key=lambda one: one.end(), default=None)
    if link is None or len(value[link.end() : hit.start].split()) > _BETWEEN:
        return False
    if link.end() <= time.start and time.end <= hit.start:
        return False
    token, day = scene.head(hit.start, hit.end), scene.page.token(time.start)
    if token is not None and day is not None and token.is_ancestor(day):
        return False
    between = value[hit.end : time.start]
    return time.start < hit.end or bool(_PAUSE.search(between)) or _has_verb(scene, between)


def _has_verb(scene: Scene, words: str) -> bool:
    """True for words in which a verb stands: a day behind it is of the verb, not of the noun before it."""
    speech, lex = cues(scene.page.language), lexicon(scene.page.language)
    if speech.has("claimed", words) or speech.has("factive", words):
        return True
    if any(one.rule.kind == "verb" for one in triggers(scene.page.language).hits(words)):
        return True
    return not {word.lower() for word in words.split()}.isdisjoint(lex.auxiliaries | lex.reported)


def is_of_either(scene: Scene, hit: Hit, time: Placed[Time]) -> bool:
    """True for "declared a day of mourning on Thursday": the weekday before or after, no word tells which."""
    published, when = scene.page.article.published, time.fact.when
    if hit.rule.type != "mourn" or time.start < hit.end + _VERB or published is None or when is None:
        return False
    return when.precision == "day" and 0 < (published.latest - when.latest).days < _WEEK
