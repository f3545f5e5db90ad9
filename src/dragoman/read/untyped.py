"""Sentences of news on a day of their own whose act is of no known kind: kept in the article's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from dragoman.languages import Language, alternatives
from dragoman.read.cueing import Cues, cues
from dragoman.read.scene import Placed, Scene
from dragoman.records import UNTYPED, Event, Role, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_day_of_news", "tells", "untyped", "verb_in"]

_NEWS = timedelta(days=10)  # before publication: what lies further back is background
_LONGEST, _SHORTEST = 220, 30  # letters of a sentence that stands by itself
_UP = 4  # steps from a day to its verb
_HELPERS = frozenset({"aux", "aux:tense", "auxpass", "aux:pass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def untyped(scene: Scene, taken: Sequence[int]) -> Iterator[Event]:
    """One event a sentence in which nothing else was read (`taken`: where the triggers of all others stand)."""
    if scene.page.doc is None or scene.page.article.published is None:
        return
    speech, done = cues(scene.page.language), set[int]()
    for time in scene.times_in(0, len(scene.page.value)):
        if not is_day_of_news(scene, time) or scene.aside(time.start):
            continue
        a, b = scene.sentence(time.start)
        if a in done or not _SHORTEST <= b - a <= _LONGEST or any(a <= one < b for one in taken):
            continue
        verb = _verb_of(scene, time, a, b)
        if verb is not None and tells(scene, speech, verb, a, b):
            done.add(a)
            yield _event(scene, time, verb, a, b)


def is_day_of_news(scene: Scene, time: Placed[Time]) -> bool:
    """True for a day in the last ones before publication."""
    when, published = time.fact.when, scene.page.article.published
    if when is None or published is None or time.fact.type != "DATE" or when.earliest != when.latest:
        return False
    return published.earliest - _NEWS <= when.earliest <= published.latest


def _verb_of(scene: Scene, time: Placed[Time], a: int, b: int) -> Token | None:
    """The main verb of the sentence, where the day belongs to it."""
    one = scene.page.token(time.start)
    for _ in range(_UP):
        if one is None or not a <= one.idx < b:
            return None
        if one.pos_ in ("VERB", "AUX"):
            return one if one.dep_ == "ROOT" and one.pos_ == "VERB" else None
        one = one.head
    return None


def verb_in(scene: Scene, a: int, b: int) -> Token | None:
    """The main verb of a sentence."""
    doc = scene.page.doc
    tokens = scene.page.tokens(a, b) if doc is not None else None
    roots = [one for one in tokens or () if one.dep_ == "ROOT"]
    return roots[0] if len(roots) == 1 and roots[0].pos_ == "VERB" else None


def tells(scene: Scene, speech: Cues, verb: Token, a: int, b: int) -> bool:
    """True for a past of a verb that is none of saying, with a noun for subject, outside of anybody's words."""
    if scene.quote_at(verb.idx) is not None or any(one.start < b and a < one.end for one in scene.quotes):
        return False
    if any(speech.has(kind, verb.lower_) for kind in ("claimed", "factive", "planned", "seeming", "refusal")):
        return False
    changed = scene.page.language.once(_corrections)
    if scene.page.value[a:b].rstrip()[-1:] != "." or changed.search(scene.page.value, a, b):
        return False
    children = list(verb.children)
    subject = next((one for one in children if one.dep_ in _SUBJECTS), None)
    if subject is None or subject.pos_ not in _NOUNS or not _is_past(verb):
        return False
    denied = any(one.dep_ == "neg" or speech.has("negation", one.lower_) for one in children if one.dep_ != "punct")
    return not denied and not any(one.tag_ == "MD" or one.dep_ in ("mark", "expl") for one in children)


def _corrections(language: Language) -> re.Pattern[str]:
    """How an article tells that it was changed."""
    words = [*language.words("structure", "corrections"), *language.words("structure", "corrected")]
    return re.compile(rf"\b(?:{alternatives(words)})\b" if words else r"(?!)", re.IGNORECASE)


def _is_past(verb: Token) -> bool:
    """True for a simple past and for a perfect; "is seen" is a present."""
    morph, helpers = str(verb.morph), [one for one in verb.children if one.dep_ in _HELPERS]
    if any("Tense=Fut" in str(one.morph) or "Mood=Cnd" in str(one.morph) for one in helpers):
        return False
    told = any("Tense=Past" in str(one.morph) or one.dep_ in ("aux", "aux:tense") for one in helpers)
    return "Tense=Past" in morph and ("VerbForm=Fin" in morph or ("VerbForm=Part" in morph and told))


def _event(scene: Scene, time: Placed[Time], verb: Token, a: int, b: int) -> Event:
    page = scene.page
    subject = next(one for one in verb.children if one.dep_ in _SUBJECTS)
    who = scene.mention_at(subject.idx, subject.idx + len(subject))
    roles: tuple[Role, ...] = ()
    if who is not None:
        roles = (Role(role="actor", name=who.fact.refers_to or who.fact.name, at=page.span(who.start, who.end)),)
    return Event(
        spans=(page.span(page.behind_dateline(a, b), b),),
        by="dated sentence",
        type=UNTYPED,
        trigger=page.span(verb.idx, verb.idx + len(verb)),
        roles=roles,
        when=time.fact.when,
        when_at=page.span(time.start, time.end),
    )
