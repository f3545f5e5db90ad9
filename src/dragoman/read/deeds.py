"""Which reports of acts are steps of an agreement, and of which one."""

from __future__ import annotations

import re

from dragoman.read.acts import ACTS
from dragoman.read.backward import is_pronoun, points_back, second_verb
from dragoman.read.byside import without_times
from dragoman.read.chambers import chamber_in
from dragoman.read.doers import acting
from dragoman.read.gathering import Cluster
from dragoman.read.namings import Naming
from dragoman.read.ofpact import is_law_before, is_right_behind
from dragoman.read.otherdeeds import is_done_with_else
from dragoman.read.pactdeeds import has_step
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.records import Event

__all__ = ["acted_on", "acts_itself", "is_in_name", "is_noun_of_name", "is_step_of"]

_TO_EXTEND = 40  # characters between "agreed" and "extend"
_INSERTED = re.compile(
    r"[\s,»”\"]{1,4}(?:[«“\"][^»”\"\n]{0,60}[»”\"][\s,]{0,3}(?:\w{1,3}[\s'])?)?"
)  # ", “at once”, the"
_SEMICOLON = re.compile(";")  # what stands behind it in a sentence is named later
_OF_ITS_OWN = frozenset({"withdraw", "negotiate"})  # acts that need not be done with the agreement named before
_OPENS = 40  # characters before the name that opens a sentence: "Der am Montag verkündete "
_INSERTION = re.compile(r"[^,;:()\n]{0,60},[^;:()\n]{3,140},\s*")  # " zwischen X und Y, den beide 2019 schlossen, "
_CLOSED = re.compile(r"[^,;:()\n]{0,20},\s*")  # what ends an insertion that the name holds: ", made in 2003 | году, "
_LEFT = frozenset({"withdrawn", "denounced"})
_WORD = re.compile(r"[^\W\d_]+")


def _is_subject(scene: Scene, home: Cluster, event: Placed[Event]) -> bool:
    """True where the parse makes a name of the agreement the subject of an active verb."""
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    token = scene.head(*place) if place else None
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None) if token is not None else None
    return subject is not None and any(one.start <= subject.idx < one.end for one in home.names)


def is_in_name(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> bool:
    """True for a verb that only describes: "a US-brokered deal"."""
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    if place is None:
        return False
    hyphen = scene.page.value[max(0, place[0] - 1) : place[0]] == "-"
    return hyphen or any(one.start <= place[0] < one.head[0] for cluster in clusters for one in cluster.names)


def is_noun_of_name(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> bool:
    """True for a noun that is part of an agreement's name: "its accession protocol", "protocolo de adhesión"."""
    trigger = event.fact.trigger if event.fact.by.startswith("trigger noun") else None
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    names = (one for cluster in clusters for one in cluster.names) if place else ()
    return place is not None and any(one.start <= place[0] and place[1] <= one.end for one in names)


def acts_itself(scene: Scene, home: Cluster, event: Placed[Event]) -> bool:
    """True where the agreement is the subject of what only parties do: "the free trade area has cleared a hurdle"."""
    if event.fact.type not in ("approve", "sign", "accede", "resume"):
        return False
    if not event.fact.names("actor"):
        return _is_subject(scene, home, event)
    places = [
        scene.page.article.text.find(role.at.start, role.at.end)
        for role in event.fact.roles
        if role.role == "actor" and role.at
    ]
    inside = [any(one.start <= place[0] < one.end for one in home.names) for place in places if place]
    return bool(inside) and all(inside)


def is_step_of(scene: Scene, event: Placed[Event]) -> bool:
    """True for agreeing to do something with an agreement: "agreed to extend the truce" is its extension."""
    trigger = event.fact.trigger
    if event.fact.type != "agree" or trigger is None:
        return False
    later = (one.fact.trigger for one in scene.events if one.fact.type == "extend")
    return any(one is not None and 0 <= one.start - trigger.end <= _TO_EXTEND for one in later)


def acted_on(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> Cluster | None:
    """The agreement an act is done with: named in the clause nearest the trigger, else just before it."""
    trigger = event.fact.trigger
    place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
    at = place[0] if place else event.start
    talks = vocabulary(scene.page.language).made("talks")
    end = place[1] if place else event.start
    if is_done_with_else(scene, event, clusters):
        return None  # "signed the law that ratifies the treaty"
    if talks and re.match(rf"\s*(?:{talks.pattern})", scene.page.value[end:], re.IGNORECASE):
        return None  # "left the talks"
    taken, held = _of_others(scene, event, at), place is not None and _has_pronoun_behind(scene, event, end)
    limit = min(event.end, end) if held else event.end
    inside = [
        (abs(one.head[0] - at), number)
        for number, cluster in enumerate(clusters)
        for one in cluster.names
        if one.start < limit and not _is_behind(one, at, taken)
        if event.start < one.end or _is_said_of(scene, one, event)
    ]
    if not inside:
        limit = at if held else scene.sentence(at)[1]
        inside = [
            (one.start - event.end, number)
            for number, cluster in enumerate(clusters)
            for one in cluster.names
            if one.start < limit and _INSERTED.fullmatch(scene.page.value, event.end, max(one.start, event.end))
        ]
    if inside:
        return clusters[min(inside)[1]]
    if _names_another_paper(scene, clusters, event):
        return None
    if event.fact.type == "sign" and is_pronoun(scene, event) and is_law_before(scene, at):
        return None  # "рассмотрит закон, затем его подпишет президент"
    voted = event.fact.type == "approve" and chamber_in(scene, event)
    back = event.fact.by.startswith("trigger noun") and (_is_told(clusters, event) or _is_owed(scene, clusters, event))
    back = back or (event.fact.type == "denounce" and has_step(scene, event.start, at))  # "of its exit | it notified"
    back = back or _is_their_own(scene, clusters, at, end) or _is_told_of_another(scene, clusters, event, end)
    if (resumed := _resumed(scene, clusters, event)) is not None:
        return resumed
    if (same := second_verb(scene, clusters, event)) is not None:
        return same
    alone = ACTS[event.fact.type].alone or points_back(scene, clusters, event, (at, end))
    if not alone and not voted and not back:
        return None
    a, b = scene.sentence(at)
    b = at if held else b
    b = cut.start() if (cut := _SEMICOLON.search(scene.page.value, at, b)) else b
    start, _ = scene.paragraph(at)
    near = [
        (abs(one.head[0] - at), n)
        for n, c in enumerate(clusters)
        for one in c.names
        if a <= one.start < b and not _is_behind(one, at, taken)
    ]
    if near:
        return clusters[min(near)[1]]
    before = [
        (one.start, n) for n, c in enumerate(clusters) for one in c.names if start <= one.start < a and not c.year
    ]
    if not before:
        return None
    sentence = scene.sentence(max(before)[0])  # what the sentence before was about: the first it names
    return clusters[min(one for one in before if one[0] >= sentence[0])[1]]


def _is_their_own(scene: Scene, clusters: list[Cluster], at: int, end: int) -> bool:
    """True for "denounced theirs" where several agreements of one kind were named last: "did not end its accords"."""
    own = vocabulary(scene.page.language).made("own_one")
    if own is None or own.match(scene.page.value, end + 1) is None:
        return False
    before = [one for cluster in clusters for one in cluster.names if one.start < at]
    return bool(before) and max(before, key=lambda one: one.start).plural


def _is_told_of_another(scene: Scene, clusters: list[Cluster], event: Placed[Event], end: int) -> bool:
    """True for who leaves, too, or is to vote, a day alone behind the verb: "France left it; Italy left in May"."""
    fact, small = event.fact, vocabulary(scene.page.language).made("gap")
    left = fact.type == "withdraw" and any(act.act in _LEFT for cluster in clusters for act in cluster.acts)
    votes = fact.type == "approve" and fact.standing == "planned" and bool(fact.names("actor"))
    if small is None or not (left or votes):
        return False
    return all(small.fullmatch(word) for word in _WORD.findall(without_times(scene, end, event.end)))


def _has_pronoun_behind(scene: Scene, event: Placed[Event], end: int) -> bool:
    """True where the word right behind a verb stands for a paper: in "leave it unless the memorandum is kept", "it"."""
    after = vocabulary(scene.page.language).beside[1]
    verb = event.fact.by.startswith("trigger verb")
    return verb and after is not None and after.match(scene.page.value, end) is not None


def _resumed(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> Cluster | None:
    """The agreement that opens a sentence whose verb comes behind an insertion: "The truce, signed in May, was …"."""
    if scene.page.doc is not None or not event.fact.by.startswith("trigger verb"):
        return None
    a, _ = scene.sentence(event.start)
    for cluster in clusters:
        for one in cluster.names:
            inside = _CLOSED if "," in scene.page.value[one.start : one.end] else _INSERTION
            if a <= one.start <= a + _OPENS and inside.fullmatch(scene.page.value, one.end, event.start):
                return cluster
    return None


def _is_said_of(scene: Scene, one: Naming, event: Placed[Event]) -> bool:
    """True for a clause that begins right behind a name: "the pact, which was renewed in May"."""
    if event.fact.type in _OF_ITS_OWN or event.fact.standing == "conditional" or event.start < one.end:
        return False
    return is_right_behind(scene, one, event.start)


def _of_others(scene: Scene, event: Placed[Event], at: int) -> list[int]:
    """Where behind an act "replaces" stands in its sentence: what follows is the object of that."""
    _, b = scene.sentence(at)
    found = []
    for one in scene.events:
        trigger = one.fact.trigger if one.fact.type == "replace" and one.fact is not event.fact else None
        place = scene.page.article.text.find(trigger.start, trigger.end) if trigger else None
        if place and at < place[0] < b:
            found.append(place[0])
    return found


def _is_behind(one: Naming, at: int, taken: list[int]) -> bool:
    return any(at < place <= one.head[0] for place in taken)


def _names_another_paper(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> bool:
    """True where the clause names a paper that is none of the agreements: "and the declarations signed since"."""
    words = vocabulary(scene.page.language)
    if words.papers is None:
        return False
    told, heads = event.fact.standing in ("happened", "claimed", "under way"), []
    for one in words.papers.finditer(scene.page.value, event.start, event.end):
        plural = words.plural is not None and words.plural.fullmatch(one[0]) is not None
        vague = words.vague is not None and words.vague.match(scene.page.value, one.start()) is not None
        if (plural and not told) or (told and not vague):
            heads.append(one.start())
    known = [name for cluster in clusters for name in cluster.names]
    return any(not any(one.start <= at < one.end for one in known) for at in heads)


def _is_told(clusters: list[Cluster], event: Placed[Event]) -> bool:
    """True for a dated or planned noun of a step that was told before: "the withdrawal takes effect in May"."""
    if event.fact.when is None and event.fact.standing == "happened":
        return False
    return any(act.act == ACTS[event.fact.type].act for cluster in clusters for act in cluster.acts)


def _is_owed(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> bool:
    """True for a step still to come that a party of an agreement owes: "Chad's approval is pending"."""
    who = set(acting(scene, event)) if event.fact.standing == "planned" else set()
    return any(who & set(cluster.parties) for cluster in clusters)
