"""When an act took place: the date of its clause, of the verb that carries it, or carried over by "then"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.read.acts import ACTS
from dragoman.read.extent import STOP, EventWords, aside_of
from dragoman.read.heldby import is_bare_participle, of_participle, outside_phrase
from dragoman.read.pactwords import vocabulary
from dragoman.read.rolewords import BY_LAW, is_second
from dragoman.read.sayings import lexicon
from dragoman.read.scene import Placed, Scene
from dragoman.read.setapart import is_beyond_phrase
from dragoman.read.standing import Cues, cues
from dragoman.read.stepdays import behind_dash, is_of_first_step
from dragoman.read.telling import VERBAL
from dragoman.read.triggers import Hit, triggers
from dragoman.records import Time

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["moment"]

_TERM = 14  # characters before a date in which "by", "since", "d'ici au" may stand
#: Acts that begin or last, and the steps of agreements: "since 4 May, the day on which instruments were exchanged".
_LASTING = (frozenset(ACTS) - {"agree", "negotiate"}) | {"ban", "emergency", "mourn"}
#: Steps that make something last until a day, and are done before it.
_PROLONGED = frozenset({"extend", "suspend", "resume", "apply_provisionally", "approve", "agree", "sign", "negotiate"})
_PROLONGED |= {"mourn", "emergency", "ban", "ceasefire"}
_DECLARED = frozenset({"denounce", "terminate", "suspend", "withdraw"})  # saying it is doing it
_NESTED = frozenset({"acl", "relcl", "acl:relcl", "advcl"})
_RELATIVE = frozenset({"relcl", "acl:relcl"})
_BEFORE_NOUN = frozenset({"nummod", "compound", "amod"})
_APPOSED = re.compile(r",?\s(?:\w{1,4}\s)?")  # ", the " between a date and the word "day" in apposition
_FAR = 60  # characters between a date and the act it dates, where no parse ties them
_LEAD = 40  # characters before a noun in which "before", "ahead of" may set it apart in time


def moment(
    scene: Scene, words: EventWords, hit: Hit, clause: tuple[int, int], *, done: bool = False
) -> Placed[Time] | None:
    """The time expression that dates an act, None when the grammar gives it none; `done`: it is told as done."""
    if (set_beside := behind_dash(scene, hit)) is not None:
        return set_beside
    aside = aside_of(scene, words, (hit.start, hit.end), clause)
    inside = [
        one
        for one in scene.times_in(*clause)
        if not _is_end(scene, words, one, hit)
        and not _is_nested(scene, one, hit)
        and not _is_of_others(scene, one, hit)
        and not is_beyond_phrase(scene, words, one, hit)
        and not any(a <= one.start < b for a, b in aside)
        and not (done and (_is_term(scene, words, one, hit) or _is_bare_clock(scene, one, hit)))
    ]
    firsts = [one for one in inside if scene.page.doc is None and is_of_first_step(scene, one, hit)]
    inside = [one for one in inside if one not in firsts]
    if firsts and not inside:
        return None
    if inside:
        nearest = _of_first(scene, inside, hit) or min(inside, key=lambda one: _distance(one, hit))
        nearest = _behind_comma(scene, nearest, hit) or nearest
        return None if _is_yearless(scene, hit, clause, _distance(nearest, hit)) else nearest
    a, b = scene.sentence(hit.start)
    if _is_yearless(scene, hit, clause, b - a):
        return None
    beside = (
        one
        for one in scene.times_in(a, b)
        if not _is_end(scene, words, one, hit)
        and not _is_of_others(scene, one, hit)
        and not (done and (_is_term(scene, words, one, hit) or _is_bare_clock(scene, one, hit)))
    )
    if words.offset and words.offset.search(scene.page.value, *clause):
        return None  # "two days later" is no day of what came before
    if (behind := _of_bare_participle(scene, hit, b)) is not None:
        return behind
    shared = [one for one in beside if _shares(scene, words, one, hit, done=done)]
    if shared:
        return min(shared, key=lambda one: min(abs(one.start - hit.end), abs(hit.start - one.end)))
    if words.follow and words.follow.search(scene.page.value, a, clause[1]):
        start, _ = scene.paragraph(hit.start)
        before = scene.times_in(start, a)
        return before[-1] if before else None
    return None


def _of_first(scene: Scene, inside: list[Placed[Time]], hit: Hit) -> Placed[Time] | None:
    """The first time of the clause for a second verb without one of its own, where no parse ties them.

    "raised the toll of Friday's quake on Monday and declared": what both verbs share stands by the first.
    """
    second = hit.rule.kind == "verb" and is_second(scene, (hit.start, hit.end))
    return inside[0] if second and inside[-1].end <= hit.start else None


def _behind_comma(scene: Scene, nearest: Placed[Time], hit: Hit) -> Placed[Time] | None:
    """The time behind a verb that a comma parts from the time before it: "resumed on 2 May, extended on 17 May"."""
    value, (_, b) = scene.page.value, scene.sentence(hit.start)
    if hit.rule.kind != "verb" or nearest.end > hit.start or "," not in value[nearest.end : hit.start]:
        return None
    stop = STOP.search(value, hit.end, b)
    behind = scene.times_in(hit.end, stop.start() if stop else b)
    dates = [one for one in behind if one.fact.type == "DATE"]
    return dates[0] if dates and value[nearest.end : hit.start].strip(" ,").count(" ") == 0 else None


def _is_end(scene: Scene, words: EventWords, time: Placed[Time], hit: Hit) -> bool:
    """True for the day until which something is made to last: "extended until 18 February" was done before it."""
    lead = scene.page.value[max(0, time.start - _TERM) : time.start]
    return hit.rule.type in _PROLONGED and bool(words.until and words.until.search(lead))


def _is_term(scene: Scene, words: EventWords, time: Placed[Time], hit: Hit) -> bool:
    """True for a day by or since which something holds: "agreed on a 35-hour week by 2029", "its sixth since May"."""
    lead = scene.page.value[max(0, time.start - _TERM) : time.start]
    return hit.rule.type not in _LASTING and bool(words.term and words.term.search(lead))


def _is_bare_clock(scene: Scene, time: Placed[Time], hit: Hit) -> bool:
    """True for a time of the clock in a paragraph that names no such day: the day of publication is only a guess."""
    clock = time.fact.type == "TIME" and ":" in time.fact.value  # "at nightfall" is of the day of the report
    if not clock or time.fact.when is None or hit.rule.type in ACTS:
        return False
    a, b = scene.paragraph(time.start)
    days = (one.fact.when for one in scene.times_in(a, b) if one.fact.type == "DATE")
    return not any(day is not None and day.meets(time.fact.when) for day in days)


def _distance(time: Placed[Time], hit: Hit) -> int:
    return min(abs(time.start - hit.end), abs(hit.start - time.end))


def _is_yearless(scene: Scene, hit: Hit, clause: tuple[int, int], beyond: int) -> bool:
    """True when a day without its year stands nearer in the clause: "signed on June 19, it replaces one of 2000"."""
    inside = (one for one in scene.yearless if clause[0] <= one.start and one.end <= clause[1])
    return any(_distance(one, hit) < beyond and not _is_nested(scene, one, hit) for one in inside)


def _of_bare_participle(scene: Scene, hit: Hit, limit: int) -> Placed[Time] | None:
    """The date behind a participle beside its noun, whatever the parser ties it to: "signées à Rome en 2000"."""
    token = scene.head(hit.start, hit.end)
    if token is None or token.dep_ != "acl" or "VerbForm=Part" not in str(token.morph):
        return None
    near = scene.times_in(hit.end, min(limit, hit.end + _LEAD))
    if not near or near[0].fact.type != "DATE" or STOP.search(scene.page.value, hit.end, near[0].start):
        return None
    between = scene.page.tokens(hit.end, near[0].start)
    return None if between is not None and any(one.pos_ == "VERB" for one in between) else near[0]


def _is_beside_noun(token: Token) -> bool:
    """True for a past participle that only describes its noun: "the pact signed with Chad"."""
    past = "VerbForm=Part" in str(token.morph) and "Aspect=Prog" not in str(token.morph)
    return past and token.dep_ == "acl" and not any(child.dep_.startswith("aux") for child in token.children)


def _is_of_saying(speech: Cues, verb: Token | None) -> bool:
    """True for a verb that tells of what others did."""
    return verb is not None and (speech.has("claimed", verb.lower_) or speech.has("factive", verb.lower_))


def _is_nested(scene: Scene, time: Placed[Time], hit: Hit) -> bool:
    """True inside another verb's phrase: "the accord, initialled in May, must be ratified"."""
    token, other = scene.head(hit.start, hit.end), scene.page.token(time.start)
    if token is None or other is None or token.pos_ not in ("VERB", "AUX"):
        return False
    verb = next((one for one in other.ancestors if one.pos_ == "VERB"), None)
    if verb is None or verb == token or not token.is_ancestor(verb) or verb.dep_ not in _NESTED:
        return False
    return "(" not in scene.page.value[min(verb.idx, time.start) : max(verb.idx, time.start)]


def _is_of_others(scene: Scene, time: Placed[Time], hit: Hit) -> bool:
    """True for the day of a participle, of whom it describes, and of who only judges the act that a noun names."""
    if scene.page.doc is None:
        behind = time.end <= hit.start and is_bare_participle(scene, hit)
        return behind or of_participle(scene, time, hit) or outside_phrase(scene, time, hit)
    token, other = scene.head(hit.start, hit.end), scene.page.token(time.start)
    if token is None or other is None:
        return False
    if other.dep_ in _BEFORE_NOUN and other.head.pos_ in ("NOUN", "PROPN") and other.head.idx >= time.end:
        return other.head != token  # "waived a rule, a 1992 ban on aid": the year of the ban
    if hit.rule.kind != "noun":
        return False
    verb = next(
        (one for one in other.ancestors if (one.pos_ in ("NOUN", "VERB") and one == token) or one.pos_ == "VERB"), None
    )
    if verb is None or verb == token or not verb.is_ancestor(token):
        return False
    return any(rule.type in VERBAL for rule in triggers(scene.page.language).of_word(verb.lower_))


def _is_of_teller(scene: Scene, time: Placed[Time], hit: Hit) -> bool:
    """True for the day on which something was said: "said on Saturday, the state would sign", "sagte am Montag, …"."""
    if time.end > hit.start:
        return False
    part = STOP.split(scene.page.value[scene.sentence(hit.start)[0] : time.start])[-1]
    between = scene.page.value[time.end : hit.start]
    told = re.split(r"[,:]", between, maxsplit=1)
    if len(told) == 1:
        return False
    verbs = lexicon(scene.page.language).verbs
    that = scene.page.language.words("quotes", "that")
    opens = told[1].lstrip().startswith(tuple(f"{word} " for word in that))
    return opens or any(word in verbs for word in re.findall(r"\w+", f"{part} {told[0]}".lower()))


def _is_of_next(scene: Scene, time: Placed[Time], hit: Hit) -> bool:
    """True for a day behind a comma and another verb: "recibió a X en Lima, firmó el acuerdo | el lunes"."""
    if time.start < hit.end:
        return False
    _, comma, rest = scene.page.value[hit.end : time.start].partition(", ")
    return bool(comma) and any(one.rule.kind == "verb" for one in triggers(scene.page.language).hits(rest))


def _is_set_off(scene: Scene, hit: Hit) -> bool:
    """True for a participle right behind a comma: the pact, | signed in Lima, was broken in May."""
    cue = vocabulary(scene.page.language).made("participle")
    own = cue is not None and cue.fullmatch(scene.page.value, hit.start, hit.end) is not None
    return own and scene.page.value[max(0, hit.start - 2) : hit.start] == ", "


def _shares(scene: Scene, words: EventWords, time: Placed[Time], hit: Hit, *, done: bool) -> bool:
    """True when a time outside the clause still dates the trigger: its verb carries or coordinates the trigger."""
    lead = scene.page.value[max(0, hit.start - _LEAD) : hit.start]
    if hit.rule.kind == "noun" and words.apart and words.apart.search(re.split(r"[,;:]", lead)[-1]):
        return False
    token, other = scene.head(hit.start, hit.end), scene.page.token(time.start)
    if token is None or other is None:
        between = scene.page.value[min(hit.end, time.end) : max(hit.start, time.start)]
        speech = cues(scene.page.language)
        return (
            len(between) <= _FAR
            and not _is_of_next(scene, time, hit)
            and ";" not in between
            and not (time.start >= hit.end and words.apart and words.apart.search(between))
            and not ("," in between and time.start >= hit.end and _is_set_off(scene, hit))
            and not speech.has("claimed", between)
            and not speech.has("factive", between)
            and ((done and hit.rule.type in _DECLARED) or not _is_of_teller(scene, time, hit))
        )
    relative = token.dep_ in _RELATIVE and time.end <= token.head.idx
    if relative and _APPOSED.fullmatch(scene.page.value, time.end, token.head.idx):
        return True  # "on 4 May, the day on which …"
    verb = next((one for one in other.ancestors if one.pos_ in ("VERB", "AUX")), None)
    if _is_beside_noun(token) and verb is not None and verb != token and verb.is_ancestor(token):
        return False  # "ratified on Friday the pact signed with Chad": the day of the vote
    one = token
    speech = cues(scene.page.language)
    second = token.dep_ == "conj" and token.head == verb and verb.i < other.i < token.i
    if second and any(speech.has("negation", child.lower_) for child in token.children if child.dep_ != "punct"):
        return False  # "signed it in 2023 but has not ratified it"
    for _ in range(4):
        if one == verb:
            return one == token or token.pos_ not in ("VERB", "AUX") or not _is_of_saying(speech, verb)
        if one != token and one.pos_ in ("VERB", "AUX") and _is_of_saying(speech, verb):
            return False  # "last week accused X of firing …": the day of the accusation
        if one == token and one.dep_ in _RELATIVE and hit.rule.type in BY_LAW and one.head.head == verb:
            return True  # "on Saturday signed the law that ratifies"
        if one.dep_ in ("ccomp", "relcl", "acl:relcl", "parataxis") or one.head == one:
            return False
        if one.dep_ == "advcl" and any(child.dep_ == "mark" for child in one.children):
            return False
        one = one.head
    return False
