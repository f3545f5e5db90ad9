"""Whether the day of an act is over, to come, told in full, or the day on which something only begins."""

from __future__ import annotations

from dragoman.read.extent import EventWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.triggers import Hit
from dragoman.records import Time, When

__all__ = ["begins_later", "is_departure", "is_full", "is_over", "is_to_come"]

_BEHIND = 30  # characters before a weekday in which "from" may stand


def _is_bare_participle(scene: Scene, hit: Hit) -> bool:
    """True for a past form without a helper that the parse calls a participle: "A further ship left for Antwerp"."""
    token = scene.head(hit.start, hit.end)
    if token is None or "Tense=Past" not in str(token.morph):
        return False
    return not any(child.dep_.startswith("aux") for child in token.children)


def _is_told_past(scene: Scene, hit: Hit) -> bool:
    """True for a verb in a past tense, by the parse: "signed", "was elected", "a été élu"."""
    token = scene.head(hit.start, hit.end)
    if token is None or token.pos_ != "VERB" or "Tense=Past" not in str(token.morph):
        return False
    helpers = [child for child in token.children if child.dep_.startswith("aux")]
    had = any(one.dep_ == "aux:tense" or one.lemma_ == "have" or "Tense=Past" in str(one.morph) for one in helpers)
    return had or (not helpers and "VerbForm=Fin" in str(token.morph))


def is_to_come(scene: Scene, hit: Hit, when: When | None) -> bool:
    """True for a day after publication, unless the verb tells it as past: then the day is wrong, not the act."""
    published = scene.page.article.published
    late = when is not None and published is not None and when.earliest > published.latest
    return late and (hit.rule.type == "mourn" or not _is_told_past(scene, hit))


def is_departure(scene: Scene, hit: Hit) -> bool:
    """True for who has left for a place: the visit is to come, its day the one of leaving."""
    leaving = hit.rule.type == "visit" and hit.rule.standing == "planned"
    return leaving and (scene.page.doc is None or _is_told_past(scene, hit) or _is_bare_participle(scene, hit))


def begins_later(scene: Scene, words: EventWords, hit: Hit, time: Placed[Time]) -> bool:
    """True for the weekday from which a truce announced now is to hold: which of two it is, no word tells."""
    if hit.rule.type != "ceasefire" or hit.rule.kind != "verb" or words.begins is None:
        return False
    published = scene.page.article.published
    over = published is None or (time.fact.when is not None and time.fact.when.latest <= published.latest)
    weekday = not any(one.isdigit() for one in scene.page.value[time.start : time.end])
    return (over or weekday) and bool(words.begins.search(scene.page.value[max(0, time.start - _BEHIND) : time.start]))


def is_full(scene: Scene, time: Placed[Time]) -> bool:
    """True for a time whose words tell the year."""
    return str(time.fact.when.earliest.year) in scene.page.value[time.start : time.end] if time.fact.when else False


def is_over(scene: Scene, when: When | None) -> bool:
    """True for a day before the article's own."""
    published = scene.page.article.published
    return when is not None and published is not None and when.latest < published.earliest
