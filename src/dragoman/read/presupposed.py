"""Steps that a participle tells in passing: "the pact signed in 2015", "das 2015 geschlossene Abkommen".

Whatever the sentence plans or denies, the participle says what was done before: X denies that it left the pact signed
in 2015, and the pact was signed. It has no day of the main verb. What somebody says stays theirs.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.read.gathering import Cluster
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.read.standing import cues
from dragoman.records import Act, Event

__all__ = ["OF_ITS_NAME", "presupposed"]

OF_ITS_NAME = "beside its name"  # in `by` of a step that only says which agreement is meant

_MAIN = frozenset({"planned", "possible", "conditional", "denied", "cancelled"})
_GAP = 28  # characters between a name and its participle: ", originally "
_NEAR = 30  # characters behind a participle before its noun in which its name begins
_PAUSE = re.compile(r"[,;:.()«»“”\"]")


def presupposed(scene: Scene, home: Cluster, event: Placed[Event], made: list[Act]) -> list[Act]:
    """The steps, told as done where their word is a past participle that belongs to a name of the agreement."""
    fact, trigger = event.fact, event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    if place is None or not made or not fact.by.startswith("trigger verb"):
        return made
    ahead = _is_before_the_head(scene, home, place)
    if not ahead and not _is_right_behind(scene, home, place):
        return made
    if _is_to_come(scene, made):
        return made
    if ahead:
        made = [act if _is_beside(scene, act, place) else replace(act, when=None, when_at=None) for act in made]
    made = [replace(act, by=f"{act.by}, {OF_ITS_NAME}") for act in made]
    quote = scene.quote_at(place[0])
    if fact.standing not in _MAIN or (quote is not None and quote.fact.kind != "indirect"):
        return made  # in somebody's own words it is said by them
    return [replace(act, standing="happened", claimed_by="") for act in made]


def _is_participle(scene: Scene, place: tuple[int, int]) -> bool:
    """True for a past participle without an auxiliary: by the parse, else by its form."""
    token = scene.head(*place)
    cue = vocabulary(scene.page.language).made("participle")
    if token is None:
        return cue is not None and cue.fullmatch(scene.page.value, *place) is not None
    if any(one.dep_.startswith(("aux", "mark")) for one in token.children):
        return False
    morph = str(token.morph)
    made = "VerbForm=Part" in morph and "Tense=Pres" not in morph
    return made and (token.dep_ in ("acl", "amod") or token.dep_.startswith("acl"))


def _is_before_the_head(scene: Scene, home: Cluster, place: tuple[int, int]) -> bool:
    """True for "the suspended accord", "das 2015 geschlossene Abkommen": no article stands between."""
    near = [one for one in home.names if 0 <= one.head[0] - place[1] <= _NEAR]
    if not near:
        return False
    value, words = scene.page.value, vocabulary(scene.page.language)
    gap = value[place[1] : near[0].head[0]]
    if _PAUSE.search(gap) or (words.article is not None and any(words.article.search(gap[:at]) for at in _ends(gap))):
        return False
    led = words.article is None or any(
        words.article.search(value[:at]) for at in _ends(value[: place[0]], floor=place[0] - _NEAR)
    )
    cue = words.made("participle")
    shaped = cue is not None and cue.fullmatch(value, *place) is not None
    return (near[0].start <= place[0] and shaped) or (led and shaped and scene.page.doc is None)


def _ends(words: str, *, floor: int = 0) -> list[int]:
    """Where words end, the spaces behind them included: what an article may end at."""
    return [one.end() for one in re.finditer(r"\s", words) if one.end() > floor]


def _is_right_behind(scene: Scene, home: Cluster, place: tuple[int, int]) -> bool:
    """True for "the accord, originally signed in 2015": nothing but a comma and a small word between."""
    words, value = vocabulary(scene.page.language), scene.page.value
    before = [one for one in home.names if one.head[1] <= place[0] <= one.end + _GAP]
    small = words.made("participle_gap")
    if not before or small is None or not _is_participle(scene, place):
        return False  # no participle follows its noun in German
    rest = value[before[-1].end : place[0]].strip(" ,(")
    return not rest or small.fullmatch(rest) is not None


def _is_to_come(scene: Scene, made: list[Act]) -> bool:
    """True for a step whose own day lies behind the article's, or that the words beside deny."""
    published = scene.page.article.published
    late = published is not None and any(act.when is not None and act.when.earliest > published.latest for act in made)
    negation = cues(scene.page.language)
    return late or any(negation.has("neither", act.body) for act in made)


def _is_beside(scene: Scene, act: Act, place: tuple[int, int]) -> bool:
    """True where the day of an act stands right beside its participle: "the 2015-signed", "das am Montag …"."""
    at = scene.page.article.text.find(act.when_at.start, act.when_at.end) if act.when_at else None
    if at is None:
        return True
    first, last = sorted((at, place))
    gap = scene.page.value[first[1] : last[0]]
    return len(gap) <= _NEAR and not re.search(r"[,;:.()]", gap) and at < place and len(gap.split()) <= 1
