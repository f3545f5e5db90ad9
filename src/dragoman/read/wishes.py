"""Words that name a step nobody tells: a topic, what something is needed for, what somebody asks for."""

from __future__ import annotations

from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.read.standing import cues
from dragoman.records import Event

__all__ = ["is_bare", "is_wish"]

_AIM = 48  # characters before a noun in which "a condition for the" may stand
_LEAD = 24  # characters before a noun in which "after" or "since" tells that it happened
_TOPICS = frozenset({"ratify", "approve", "sign", "enter_into_force", "accede", "withdraw", "denounce"})


def is_bare(scene: Scene, event: Placed[Event]) -> bool:
    """True for a noun with nothing that tells it happened: "its ratification" as a topic, not "after ratification"."""
    fact = event.fact
    if _is_aim(scene, event):
        return True  # "a condition for its entry into force": nobody says that it happened
    if not fact.by.startswith("trigger noun") or fact.when is not None or fact.standing not in ("happened", "claimed"):
        return False
    place = scene.page.article.text.find(fact.trigger.start, fact.trigger.end) if fact.trigger else None
    lead = scene.page.value[max(0, place[0] - _LEAD) : place[0]] if place else ""
    if scene.page.article.kind == "primary":
        return True  # a treaty's own text says what is to be done, not what was done
    if fact.type not in _TOPICS:
        return False
    planned = any(one.fact.type == fact.type and one.fact.standing == "planned" for one in scene.events)
    return planned or not cues(scene.page.language).has("after", lead)


def _is_aim(scene: Scene, event: Placed[Event]) -> bool:
    """True for a noun of what something is needed for, or done to reach: "a condition for the ratification"."""
    aim, trigger = vocabulary(scene.page.language).made("aim"), event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger and aim else None
    if aim is None or place is None or event.fact.standing not in ("happened", "claimed"):
        return False
    start = max(place[0] - _AIM, scene.sentence(place[0])[0])
    return any(one.end() == place[0] for one in aim.finditer(scene.page.value, start, place[0]))


def is_wish(scene: Scene, event: Placed[Event]) -> bool:
    """True for what somebody only asks for, or asks not to do: "urged both to sign", "must not be ratified".

    So is what is still to come in a quotation of which nobody knows whose it is.
    """
    quote = scene.quote_at(event.end - 1)
    if quote is not None and quote.fact.kind == "direct" and event.fact.standing == "possible":
        papers = vocabulary(scene.page.language).papers
        named = papers is None or papers.search(scene.page.value, quote.start, quote.end)
        if scene.page.doc is None and not named:
            return True  # « … я могу подписывать только ей »: of no paper
    if (
        quote is not None
        and quote.fact.kind == "direct"
        and quote.fact.speaker is None
        and event.fact.standing in ("planned", "possible")
    ):
        return True
    urged = vocabulary(scene.page.language).made("urged")
    if urged is None or event.fact.standing not in ("planned", "possible", "conditional", "denied"):
        return False
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    a, _ = scene.sentence(event.start)
    return place is not None and urged.search(scene.page.value, a, place[0]) is not None
