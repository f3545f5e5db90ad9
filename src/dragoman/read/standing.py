"""How an act stands in the words of an article: it happened, is planned, is possible, is claimed, is denied …

Words decide, in this order: cancelled, denied, conditional, planned, possible, claimed, under way, happened. With a
parse they are looked for in the verb group of the trigger and in the verbs that govern it ("refused to sign",
"accused of delivering"); without one, in the clause before the trigger and just behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.read.accused import accused
from dragoman.read.cueing import BEHIND, IF, Cues, Standing, cues
from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.rowverbs import leader
from dragoman.read.scene import Scene
from dragoman.read.standingbyparse import by_syntax
from dragoman.read.triggers import triggers

if TYPE_CHECKING:
    pass

__all__ = ["Cues", "Standing", "cues", "is_permitted", "standing", "tells_in_passing"]

_ANNOUNCED = 40  # characters before a noun in which "announced its" may stand
_AUXILIARIES = 40  # characters before a verb in which "was originally to be" may stand
_PENDING = 60  # characters beside a noun in which "is still pending" may stand
_HINGE = 160  # characters behind a noun in which "conditional on" may stand
_HANGS = 30  # characters between a noun and "depends on": "of the treaty still "
_PAPER = 40  # characters before a participle in which the noun of its paper stands
_RANKED = 80  # characters before a verb in which "became the 60th state to" may stand
_PART = re.compile(r"[,;:()\n]|\.(?=\s|$)")
_REFUSED, _WORDS, _ARTICLE = 50, 6, 4  # characters and words before a noun that may refuse it; letters of an article
_OPENING = 5  # characters of an article before the noun that opens a clause
_PAIRED = 60  # characters before an act in which "weder … noch", "ni" may stand
_WITHOUT = 14  # characters before a noun in which "without its" stands
_PARTICLE = 3  # characters of a particle before an infinitive: "zu "


def standing(scene: Scene, start: int, end: int, clause: tuple[int, int], *, performed: bool = False) -> Standing:
    """How the act named at start..end stands in its clause; `performed`: announcing or asking for it is doing it."""
    words = cues(scene.page.language)
    token = scene.head(start, end)
    if (planned := _once_planned(words, scene, start)) is not None:
        return planned
    if words.has("neither", scene.page.value[max(scene.sentence(start)[0], start - _PAIRED) : start]):
        return Standing("denied")
    if _is_pending(words, scene.page.value, start, end):
        return Standing("planned")
    if words.has("ranked_done", scene.page.value[max(scene.sentence(start)[0], start - _RANKED) : start]):
        return Standing("happened")
    if _is_denied_rumour(words, scene, start, end):
        return Standing("denied")
    if _is_unconfirmed(words, scene, start, end):
        return Standing("claimed")
    if _is_required(words, scene, start, end):
        return Standing("conditional")
    if _is_hinged(words, scene.page.value, start, scene.sentence(end - 1)[1]) or _depends(words, scene, start, end):
        return Standing("conditional")
    if words.has("undecided_before", scene.page.value[max(scene.sentence(start)[0], start - _PENDING) : start]):
        return Standing("possible")  # "a decision on its signature will be taken": it may go either way
    if token is not None and token.pos_ == "NOUN" and _is_refused(words, scene.page.value[:start]):
        return Standing("denied")
    if token is None:
        if tells_in_passing(scene, start, end):
            clause = (start, max(end, clause[1]))  # "denied that X left the pact signed in May": it was signed
        denied, until = _second(scene, start, end, clause[0]), _next_verb(scene, end)
        found = _by_words(words, scene.page.value, start, end, clause, denied=denied, until=until)
        if found.name == "possible" and accused(scene, start) is not None:
            found = Standing("happened")  # "acusó a X de atacar …": in whose words is asked elsewhere
        told = scene.page.value[max(clause[0], start - _ANNOUNCED) : start]
        if found.name == "happened" and not performed and words.has("announced", told):
            return Standing("planned")
        return found
    found = by_syntax(words, token, scene.sentence(start), performed=performed)
    first = leader(token) if found.name == "happened" else None
    if first is None:
        return found
    return standing(scene, first.idx, first.idx + len(first), clause, performed=performed)


def tells_in_passing(scene: Scene, start: int, end: int) -> bool:
    """True for a participle beside the noun of its paper: "the pact signed in May", "der im Mai signierte Pakt"."""
    words = vocabulary(scene.page.language)
    cue, token = words.made("participle"), scene.head(start, end)
    if token is not None and (token.dep_ != "acl" or any(one.dep_.startswith("aux") for one in token.children)):
        return False
    if cue is None or words.head is None or cue.fullmatch(scene.page.value, start, end) is None:
        return False
    a, b = scene.sentence(start)
    if words.made("participle_gap") is None:  # no participle follows its noun in German
        return token is None and words.head.match(scene.page.value, end + 1, b) is not None
    lead = scene.page.value[max(a, start - _PAPER) : start].rstrip()
    return any(one.end() == len(lead) for one in words.head.finditer(lead))


def is_permitted(scene: Scene, start: int) -> bool:
    """True for a noun of what somebody votes for or allows: "approved the signing of"; it is still to be done."""
    words = cues(scene.page.language)
    a, b = scene.sentence(start)
    lead = _PART.split(scene.page.value[max(a, start - _PENDING) : start])[-1]
    return words.has("permit", lead) or (
        words.has("permit_for", lead) and words.has("permit_voted", scene.page.value[a:b])
    )


def _once_planned(words: Cues, scene: Scene, start: int) -> Standing | None:
    """What was still to come when it is told: "was to be signed in May", "but" behind it says that it was not."""
    a, b = scene.sentence(start)
    if not words.has("once_planned", scene.page.value[max(a, start - _AUXILIARIES) : start]):
        return None
    return Standing("cancelled" if words.has("but", scene.page.value[start:b]) else "planned")


def _is_pending(words: Cues, value: str, start: int, end: int) -> bool:
    """True for what is still missing: "its approval is pending", "falta aún la ratificación por …"."""
    behind = _PART.split(value[end : end + _PENDING], maxsplit=1)[0]
    before = _PART.split(value[max(0, start - _PENDING) : start])[-1]
    return words.has("pending_behind", behind) or words.has("pending_before", before)


def _is_denied_rumour(words: Cues, scene: Scene, start: int, end: int) -> bool:
    """True for what a denied report was about: "rejected claims that a pact was signed"."""
    a, b = scene.sentence(start)
    before = scene.page.value[max(a, start - 2 * _RANKED) : start]
    if words.has("denied_before", before):
        return True
    return words.has("rumour_before", before) and words.has("denied_behind", scene.page.value[end:b])


def _is_unconfirmed(words: Cues, scene: Scene, start: int, end: int) -> bool:
    """True for what a report was about that nobody confirmed: "reports that X had signed were not confirmed"."""
    a, b = scene.sentence(start)
    before = scene.page.value[max(a, start - 2 * _RANKED) : start]
    return words.has("rumour_before", before) and words.has("unconfirmed_behind", scene.page.value[end:b])


def _is_required(words: Cues, scene: Scene, start: int, end: int) -> bool:
    """True for what a treaty's own rule says: "needs 60 ratifications to enter into force"."""
    a, b = scene.sentence(start)
    return words.has("needed_before", scene.page.value[max(a, start - _RANKED) : start]) or words.has(
        "by_rule", scene.page.value[start : min(b, end + _PENDING)]
    )


def _is_hinged(words: Cues, value: str, start: int, limit: int) -> bool:
    """True for what somebody makes depend on something: "makes the signing conditional on", "supedita la firma a"."""
    before = _PART.split(value[max(0, start - _PENDING) : start])[-1]
    return words.has("hinged_before", before) and words.has("hinged_behind", value[start : min(limit, start + _HINGE)])


def _is_refused(words: Cues, before: str) -> bool:
    """True for a noun with an article behind who rejects it, a day between: "a rejeté le 21 mars la ratification"."""
    lead = _PART.split(before[-_REFUSED:])[-1].split()
    return len(lead) > 1 and len(lead[-1]) < _ARTICLE and words.has("deny", " ".join(lead[-_WORDS:]))


def _depends(words: Cues, scene: Scene, start: int, end: int) -> bool:
    """True for a noun that hangs on something: "its entry into force depends on the Senate"."""
    behind = _PART.split(scene.page.value[end : end + _PENDING], maxsplit=1)[0]
    found = words.at("depends_behind", behind)
    return found is not None and found.start() <= _HANGS


def _is_infinitive(words: Cues, value: str, floor: int, start: int, end: int) -> bool:
    """True when the trigger itself is an infinitive, with or without its particle: "auszusteigen", "zu liefern"."""
    found = words.at("infinitive", value[max(floor, start - _PARTICLE) : end])
    return found is not None and found.start() <= min(_PARTICLE, start - floor)


def _matrix(words: Cues, value: str, a: int, start: int, end: int) -> int:
    """Where the clause above an infinitive begins: "weigerte sich, es zu unterzeichnen", else where its own does."""
    if value[max(0, a - 2) : a] != ", " or not words.has("particle", value[a:end]):
        return a
    if not _is_infinitive(words, value, a, start, end):
        return a
    stops = [one.end() for one in _PART.finditer(value, max(0, a - _PENDING), a - 2)]
    return stops[-1] if stops else max(0, a - _PENDING)


def _second(scene: Scene, start: int, end: int, floor: int) -> int:
    """Where "and" begins what a second verb tells, behind a first one; else where the clause begins.

    "Договор не подписали и | из него вышли": what is denied of the first verb is not denied of the second.
    """
    rules = triggers(scene.page.language)
    verb = cues(scene.page.language).at("finite", scene.page.value[start:end])
    if verb is None or verb.start():
        return floor
    for also in reversed(list(scene.page.language.once(RoleWords).also.finditer(scene.page.value, floor, start))):
        if any(one.rule.kind == "verb" for one in rules.hits(scene.page.value[floor : also.start()])):
            return also.end()
    return floor


def _next_verb(scene: Scene, end: int) -> int:
    """How far "until" may stand behind a verb: to the "and" that joins another, "nicht gezeichnet | und gilt bis"."""
    also = scene.page.language.once(RoleWords).also.search(scene.page.value, end, end + 2 * IF)
    return also.start() if also else end + 2 * IF


def _by_words(
    words: Cues, value: str, start: int, end: int, clause: tuple[int, int], *, denied: int, until: int
) -> Standing:
    """What the words before and right behind tell; `denied`: from where on they may deny it, `until`: see above."""
    a = _matrix(words, value, clause[0], start, end)
    left, right = value[a:start], value[end : min(clause[1], end + BEHIND)]
    near = value[max(denied, start - 40) if denied > clause[0] else max(a, start - 40) : start]
    own = value[start:end]
    after = words.has("after", left[-16:])
    if words.has("condition", left):
        return Standing("conditional")  # "if parliament does not ratify": nobody says that it will not
    if words.has("cancelled", left[-60:]):
        return Standing("cancelled")
    if words.has("deny", left[-50:]):
        return Standing("denied")
    whole = value[end : clause[1]]
    if words.has("without", left[-_WITHOUT:]) and words.has("negation", whole):
        return Standing("conditional")  # "без подписания договора кредита не будет"
    if words.has("negation", near) or words.has("negation_behind", right) or words.has("negation_last", whole):
        ahead = words.has("planned", left[-60:]) or words.has("planned_form", own)
        awaited = ahead and words.has("not_until", value[end:until].split(".")[0])
        return Standing("conditional" if awaited else "denied")
    if words.has("refusal", left[-50:]) or words.has("refusal_behind", right):
        return Standing("denied")
    behind = value[end : min(len(value), max(clause[1], end) + IF)].split(".")[0]
    if words.has("conditional", left) or words.has("conditional_behind", behind):
        return Standing("conditional")
    if words.has("allowed", left[-60:]):
        return Standing("possible")  # "kann gekündigt werden": what an agreement allows
    told = a < clause[0] and words.has("announced", left)  # "kündigte an, auszutreten"
    if words.has("hoped", left):
        return Standing("possible")
    ahead = words.has("planned", left[-60:]) or words.has("planned_form", own) or words.has("planned_behind", right)
    ahead = ahead or told
    opens = 0 < start - clause[0] <= _OPENING and not words.has("ruled", value[clause[0] : start])
    if opens:  # "Die Unterzeichnung … ist für Montag geplant": a noun opens its clause
        ahead = ahead or words.has("planned", whole)
    if ahead and not words.has("lasting", left):
        return Standing("planned")
    if (
        words.has("possible", left[-60:])
        or words.has("possible_form", own)
        or (_is_infinitive(words, value, clause[0], start, end) and not after)
    ):
        return Standing("possible")
    if after and words.has("planned_form", value[clause[0] : clause[1]]):
        return Standing("planned")
    if words.has("claimed", left) or words.has("hedge", left):
        return Standing("claimed")
    return Standing("under way" if words.has("underway", left[-40:]) else "happened")
