"""Acts whose words stand beside an agreement and which are done with something else: a law, a feud, other talks."""

from __future__ import annotations

from dragoman.read.gathering import Cluster
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.records import Event

__all__ = ["is_done_with_else", "is_of_other_talks"]

_CHAINED = frozenset({"conj", "xcomp", "cj", "oc"})  # a verb whose subject stands with the verb it hangs on
_OBJECT = 3  # words from a verb to its object, where the parse can be trusted
_ABOUT = 40  # characters behind talks in which the agreement that they are about is named


def is_done_with_else(scene: Scene, event: Placed[Event], clusters: list[Cluster]) -> bool:
    """True where the object of an act is no agreement, though one is named beside it."""
    return (
        _agrees_to_do(scene, event)
        or _ends_else(scene, event, clusters)
        or _is_of_law(scene, event, clusters)
        or _is_other_vote(scene, event, clusters)
        or _has_object(scene, event)
        or _is_of_troops(scene, event)
        or _is_done_to_part(scene, event, clusters)
        or _is_end_of_talks(scene, event)
        or _is_law_in_force(scene, event, clusters)
    )


def is_of_other_talks(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> bool:
    """True for talks of which no name of an agreement tells right behind what they are about: "talks on a deal"."""
    trigger = event.fact.trigger if event.fact.by.startswith("trigger noun") else None
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    if place is None:
        return False
    near = [one.start for cluster in clusters for one in cluster.names if 0 <= one.start - place[1] <= _ABOUT]
    return not near or _is_about_step(scene, place[1], min(near))


def _is_about_step(scene: Scene, start: int, end: int) -> bool:
    """True for "talks on extending the truce", "talks on resuming inspections under the treaty": not on the paper."""
    triggers = (one.fact.trigger for one in scene.events if one.fact.type in ("extend", "resume", "suspend"))
    places = (scene.page.article.text.find(one.start, one.end) for one in triggers if one)
    return any(place is not None and start <= place[0] < end for place in places)


def _is_of_law(scene: Scene, event: Placed[Event], clusters: list[Cluster]) -> bool:
    """True where a law or decree is signed: it stands before the agreement that it is about, in the clause."""
    cue = vocabulary(scene.page.language).made("law") if event.fact.type in ("sign", "initial") else None
    names = [one.head[0] for cluster in clusters for one in cluster.names if event.start <= one.head[0] < event.end]
    found = cue.search(scene.page.value, event.start, min([event.end, *names])) if cue else None
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger and found else None
    return bool(found and place and (not names or place[1] <= found.start() or min(names) < place[0]))


def _ends_else(scene: Scene, event: Placed[Event], clusters: list[Cluster]) -> bool:
    """True for "ends a feud over the deal": what is ended, by the parse, is no agreement."""
    trigger = event.fact.trigger if event.fact.type == "terminate" else None
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    token = scene.head(*place) if place else None
    what = next((one for one in token.children if one.dep_ in ("dobj", "obj")), None) if token is not None else None
    if what is None or what.pos_ != "NOUN" or (place and what.idx < place[1]):  # "mettre fin à", "put an end to"
        return False
    return not any(one.start <= what.idx < one.end for cluster in clusters for one in cluster.names)


def _is_other_vote(scene: Scene, event: Placed[Event], clusters: list[Cluster]) -> bool:
    """True for a resolution or motion that is adopted, before any agreement is named: "a motion to leave the pact"."""
    other = vocabulary(scene.page.language).made("other_votes") if event.fact.type == "approve" else None
    trigger = event.fact.trigger if other is not None else None
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    if other is None or place is None:
        return False
    names = [one.start for cluster in clusters for one in cluster.names if place[1] <= one.start < event.end]
    return other.search(scene.page.value, place[1], min([event.end, *names])) is not None


def _agrees_to_do(scene: Scene, event: Placed[Event]) -> bool:
    """True for "agreed to end the dispute over the deal": what they agreed on is something else, by the parse."""
    trigger = event.fact.trigger if event.fact.type == "agree" else None
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    after = scene.page.token(place[1] + 1) if place else None
    return after is not None and after.pos_ == "VERB" and "VerbForm=Inf" in str(after.morph)


def _is_of_troops(scene: Scene, event: Placed[Event]) -> bool:
    """True for troops, aircraft or envoys that are withdrawn: nobody leaves an agreement by that."""
    cue = vocabulary(scene.page.language).made("troops") if event.fact.type == "withdraw" else None
    return cue is not None and cue.search(scene.page.value, event.start, event.end) is not None


def _is_done_to_part(scene: Scene, event: Placed[Event], clusters: list[Cluster]) -> bool:
    """True for "resuming inspections under the treaty": by the parse, what is resumed or suspended is no agreement."""
    trigger = event.fact.trigger if event.fact.type in ("resume", "suspend", "extend") else None
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    token = scene.head(*place) if place and event.fact.by.startswith("trigger verb") else None
    found = [one for one in token.children if one.dep_ in ("dobj", "obj")] if token is not None else []
    whole = vocabulary(scene.page.language).made("participation")
    if found and all(one.pos_ == "PRON" and "Number=Plur" in str(one.morph) for one in found):
        return not any(one.plural for cluster in clusters for one in cluster.names)  # "talks on resuming them"
    if not found or any(
        one.pos_ not in ("NOUN", "PROPN") or scene.times_in(one.idx, one.idx + len(one.text)) for one in found
    ):
        return False
    if any(one.start <= what.idx < one.end for what in found for c in clusters for one in c.names):
        return False
    return not any(whole and whole.search(scene.page.value, one.idx, one.idx + len(one.text)) for one in found)


def _is_end_of_talks(scene: Scene, event: Placed[Event]) -> bool:
    """True for "talks are to begin in May and to be signed in June": by the parse, it is talks that are signed."""
    trigger = event.fact.trigger if event.fact.type in ("sign", "initial") else None
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    token, talks = scene.head(*place) if place else None, vocabulary(scene.page.language).made("talks")
    subject = None
    while token is not None and talks is not None:
        subject = next((one for one in token.children if one.dep_.startswith("nsubj")), None)
        if subject is not None or token.dep_ not in _CHAINED:
            break
        token = token.head
    return subject is not None and talks is not None and talks.search(subject.text) is not None


def _is_law_in_force(scene: Scene, event: Placed[Event], clusters: list[Cluster]) -> bool:
    """True where a law takes effect: it opens the sentence, or the one before that "it" points back to."""
    law = vocabulary(scene.page.language).made("law") if event.fact.type == "enter_into_force" else None
    if law is None:
        return False
    names = [one.start for cluster in clusters for one in cluster.names]
    a, trigger = scene.sentence(event.start)[0], event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    b = place[0] if place else event.end
    found = law.search(scene.page.value, a, b)
    if found is None and not any(a <= one < b for one in names) and a > scene.paragraph(event.start)[0]:
        a, b = scene.sentence(a - 2)
        found = law.search(scene.page.value, a, b)
    return found is not None and not any(a <= one <= found.start() for one in names)


def _has_object(scene: Scene, event: Placed[Event]) -> bool:
    """True for a signature whose object, by the parse, is no paper: "we have signed no withdrawal"."""
    trigger = event.fact.trigger if event.fact.type == "sign" else None
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    token = scene.head(*place) if place and event.fact.by.startswith("trigger verb") else None
    what = next((one for one in token.children if one.dep_ in ("dobj", "obj")), None) if token is not None else None
    if token is None or what is None or what.pos_ != "NOUN" or not 0 < what.i - token.i <= _OBJECT:
        return False
    if place and " " in scene.page.value[slice(*place)]:
        return False  # "put their names on"
    papers = vocabulary(scene.page.language).papers
    return papers is not None and papers.search(scene.page.value, event.start, event.end) is None
