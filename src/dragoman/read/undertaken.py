"""What an agreement or a promise provides for: "agreed to reopen", "vereinbarten, … zu öffnen", "sieht … vor".

It is planned, whatever the act, and the day on which it was agreed is not its own.
"""

from __future__ import annotations

import re

from dragoman.languages import Language
from dragoman.read.cueing import cues
from dragoman.read.scene import Placed, Scene
from dragoman.read.triggers import Hit, pattern, triggers
from dragoman.records import Time

__all__ = ["is_day_of_undertaking", "is_of_infinitive", "is_undertaken"]

_LEAD = 160  # characters before an act in which "agreed to" may stand
_PARTICLE = 3  # characters of "zu " before an infinitive
_STOP = re.compile(r"[;:()\n?!«»“”„\"]|(?<!\d)\.(?=\s|$)")
#: Agreeing to it is doing it, or it is what broke the agreement.
_NEVER = frozenset({"agree", "ceasefire", "accept", "attack", "kill", "violate", "strike", "disaster", "accident"})


class Undertakings:
    """The words of agreeing and promising, and what leads from them to an act."""

    def __init__(self, language: Language) -> None:
        section = language.section("events")
        words = section.get("standing", {})
        self.verb = pattern(language, words["undertaken"]) if words.get("undertaken") else None
        lead = section.get("provided", "")
        self.provided = re.compile(rf"\b(?:{lead})$", re.IGNORECASE) if lead else None
        closes = section.get("provided_end", "")
        self.closes = re.compile(rf"\b(?:{closes})\b", re.IGNORECASE) if closes else None
        self.that = language.words("quotes", "that")
        apart = section.get("undertaken_bar", "")
        self.bar = re.compile(rf"\b(?:{apart})\b", re.IGNORECASE) if apart else None


def is_undertaken(scene: Scene, hit: Hit) -> bool:
    """True for an act that words of agreeing, promising or providing for govern: it is still to be done."""
    if hit.rule.type in _NEVER:
        return False
    if hit.rule.kind == "noun":
        return _is_provided(scene, hit)
    if hit.rule.type == "extend":
        return False  # an extension that the sides agree on is made
    if scene.page.doc is not None:
        return _is_governed(scene, hit) or _leads_to_infinitive(scene, hit)
    return _leads_to_infinitive(scene, hit)


def is_day_of_undertaking(scene: Scene, time: Placed[Time], hit: Hit) -> bool:
    """True for a day before an act, in the part of the sentence in which it was agreed on."""
    place = _verb_before(scene, hit)
    if place is None or time.start >= hit.start:
        return False
    between = scene.page.value[place[1] : hit.start]
    comma = between.rfind(",")
    return time.end <= place[1] + comma if comma >= 0 else True


def is_of_infinitive(scene: Scene, time: Placed[Time], hit: Hit) -> bool:
    """True for a day behind another act that a verb asks for: "invited X to visit Y in June"."""
    between = scene.page.value[hit.end : time.start] + " "
    return time.start >= hit.end and any(one.start > 0 for one in triggers(scene.page.language).hits(between))


def _lead(scene: Scene, hit: Hit) -> tuple[int, str]:
    """Where the words before an act begin, up to the last hard stop, and these words."""
    start = max(scene.sentence(hit.start)[0], hit.start - _LEAD)
    stops = [one.end() for one in _STOP.finditer(scene.page.value, start, hit.start)]
    start = stops[-1] if stops else start
    return start, scene.page.value[start : hit.start]


def _verb_before(scene: Scene, hit: Hit) -> tuple[int, int] | None:
    """The last word of agreeing before an act in its sentence."""
    words = scene.page.language.once(Undertakings)
    start, lead = _lead(scene, hit)
    found = list(words.verb.finditer(lead)) if words.verb else []
    return (start + found[-1].start(), start + found[-1].end()) if found else None


def _leads_to_infinitive(scene: Scene, hit: Hit) -> bool:
    """True for an infinitive behind a word of agreeing, with no clause of another verb between."""
    place, value = _verb_before(scene, hit), scene.page.value
    if place is None or not _is_infinitive(scene, hit):
        return False
    words = scene.page.language.once(Undertakings)
    between = value[place[1] : hit.start]
    if any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", between, re.IGNORECASE) for one in words.that):
        return False
    return words.bar is None or words.bar.search(between) is None


def _is_infinitive(scene: Scene, hit: Hit) -> bool:
    """True for an infinitive, by the parse or by its shape."""
    token = scene.head(hit.start, hit.end)
    if token is not None:
        helped = any(one.dep_.startswith("aux") and one.tag_ != "TO" for one in token.children)
        return "VerbForm=Inf" in str(token.morph) and not helped and token.dep_ != "ROOT"
    start = max(0, hit.start - _PARTICLE)
    found = cues(scene.page.language).at("infinitive", scene.page.value[start : hit.end])
    return found is not None and found.start() <= _PARTICLE


def _is_governed(scene: Scene, hit: Hit) -> bool:
    """True for an infinitive whose head, by the parse, is a word of agreeing or promising."""
    token = scene.head(hit.start, hit.end)
    if token is None or "VerbForm=Inf" not in str(token.morph):
        return False
    while token.dep_ == "conj" and token.head.pos_ == "VERB" and "VerbForm=Inf" in str(token.head.morph):
        token = token.head
    speech = cues(scene.page.language)
    known = speech.at("undertaken", token.head.lower_) is not None
    return known and token.head != token and speech.fits("undertaken", token.head.lower_)


def _is_provided(scene: Scene, hit: Hit) -> bool:
    """True for a noun of what is agreed on or provided for: "prévoit la libération", "sieht den Abzug … vor"."""
    words = scene.page.language.once(Undertakings)
    _, lead = _lead(scene, hit)
    found = words.provided.search(lead) if words.provided is not None else None
    if found is None or (words.bar is not None and words.bar.search(found[0])):
        return False
    if "close" not in found.re.groupindex or found["close"] is None or words.closes is None:
        return True
    return words.closes.search(scene.page.value, hit.end, scene.sentence(hit.end)[1]) is not None
