"""What belongs to other words of the same clause: days inside a participle's phrase, acts that somebody only judges.

"die Ende Oktober unterzeichnete Erklärung" dates the signature and nothing else; who "condemned the attack" on Monday
neither attacked nor tells when.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.languages import Language
from dragoman.read.cueing import cues
from dragoman.read.extent import event_words
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.telling import VERBAL
from dragoman.read.triggers import Hit, triggers
from dragoman.records import Role, Time

__all__ = [
    "addresses_reader",
    "in_passing",
    "is_attribute_of_name",
    "is_bare_participle",
    "is_confirmed",
    "is_judged",
    "is_not_yet",
    "is_only_tried",
    "is_plainly_not",
    "is_under_future",
    "of_participle",
    "outside_phrase",
    "within_phrase",
]

_REACH = 70  # characters of a noun's phrase before or behind a day
_HELPER = 24  # characters before a participle in which "ha sido", "fue" may stand
_JUDGED = VERBAL | {"reject", "veto", "investigate"}
_NESTED = frozenset({"relcl", "acl", "acl:relcl", "advcl", "xcomp", "pcomp", "csubj", "amod", "compound"})
_STOP = re.compile(r"[,;:()]")
_SPAN = 140  # characters between a verb of judging and the noun it judges


class PhraseWords:
    """How the phrase of a participle looks around a day in one language."""

    def __init__(self, language: Language) -> None:
        section = language.section("events")

        def made(key: str) -> re.Pattern[str] | None:
            return re.compile(section[key], re.IGNORECASE) if section.get(key) else None

        self.opens = made("phrase_opens")  # "die | Ende Oktober unterzeichnete Erklärung"
        self.closes = made("phrase_closes")  # " unterzeichnete Erklärung"
        self.leads = made("phrase_leads")  # "подписанное | в октябре"
        self.attribute = made("attribute_before")  # "der zunächst zum Tode | verurteilte Rico"
        perfect = section.get("perfect", "")
        self.perfect = re.compile(rf"\b(?:{perfect})\b", re.IGNORECASE) if perfect else None
        self.plainly_not, self.not_yet = made("plainly_not"), made("not_yet")
        self.name = re.compile(r"\s(?-i:[A-ZÀ-Þ])\w")


def of_participle(scene: Scene, time: Placed[Time], hit: Hit) -> bool:
    """True for a day that stands in the phrase of a participle which is not the act itself, where no parse tells."""
    if scene.page.doc is not None:
        return False
    words, value = scene.page.language.once(PhraseWords), scene.page.value
    a, b = scene.sentence(time.start)
    lead = value[max(a, time.start - _REACH) : time.start]
    if words.leads is not None and (found := words.leads.search(lead)) is not None:
        start = time.start - len(lead) + found.start()
        return not start <= hit.start < time.start
    if words.opens is None or words.closes is None or not words.opens.search(lead):
        return False
    behind = words.closes.match(value, time.end, min(b, time.end + _REACH))
    return behind is not None and not time.end <= hit.start < behind.end()


def is_attribute_of_name(scene: Scene, hit: Hit) -> bool:
    """True for a participle between an article and its noun: "der zum Tode verurteilte Rico K."."""
    words, value = scene.page.language.once(PhraseWords), scene.page.value
    if scene.page.doc is not None or words.attribute is None or not words.name.match(value, hit.end):
        return False
    a, _ = scene.sentence(hit.start)
    return words.attribute.search(value[max(a, hit.start - _REACH) : hit.start]) is not None


def within_phrase(scene: Scene, hit: Hit, roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles without those before a participle's phrase: "Peru setzte | den im Mai unterzeichneten Pakt aus"."""
    start = _phrase_start(scene, hit) if is_attribute_of_name(scene, hit) else None
    if start is None or start >= hit.start:
        return roles
    floor = scene.page.span(start, hit.end).start
    return tuple(one for one in roles if one.at is None or one.at.start >= floor)


def _phrase_start(scene: Scene, hit: Hit) -> int | None:
    """Where the article of a participle's phrase stands."""
    words = scene.page.language.once(PhraseWords)
    floor = max(scene.sentence(hit.start)[0], hit.start - _REACH)
    found = words.attribute.search(scene.page.value[floor : hit.start]) if words.attribute else None
    return floor + found.start() if found is not None else None


def outside_phrase(scene: Scene, time: Placed[Time], hit: Hit) -> bool:
    """True for a day outside of the phrase of an act that only describes somebody."""
    if not is_attribute_of_name(scene, hit):
        return False
    start = _phrase_start(scene, hit)
    return time.start >= hit.end or (start is not None and time.end <= start)


def is_bare_participle(scene: Scene, hit: Hit) -> bool:
    """True for a participle behind its noun without any helper, where no parse ships: "presos condenados por …"."""
    words = scene.page.language.once(RoleWords)
    if scene.page.doc is not None or words.participle is None or hit.rule.kind != "verb":
        return False
    if not words.participle.fullmatch(scene.page.value, hit.start, hit.end):
        return False
    lead = scene.page.value[max(scene.sentence(hit.start)[0], hit.start - _HELPER) : hit.start]
    perfect = scene.page.language.once(PhraseWords).perfect
    return not any(one is not None and one.search(lead) for one in (words.passive, words.helper, perfect))


def _is_behind_article(scene: Scene, hit: Hit) -> bool:
    """True for the form of a verb that an article makes a noun: "condenó el | ataque"."""
    articles = event_words(scene.page.language).article
    return articles is not None and articles.search(scene.page.value[max(0, hit.start - 12) : hit.start]) is not None


def _governing(scene: Scene, hit: Hit) -> str:
    """The words of its clause right before a noun."""
    start = max(scene.sentence(hit.start)[0], hit.start - _SPAN)
    return _STOP.split(scene.page.value[start : hit.start])[-1]


def is_confirmed(scene: Scene, hit: Hit) -> bool:
    """True for what somebody is told to have confirmed: who confirms it does not do it, but the day stays its day."""
    return is_judged(scene, hit) and cues(scene.page.language).has("confirming", _governing(scene, hit))


def is_judged(scene: Scene, hit: Hit) -> bool:
    """True for a noun that a verb of judging right before it in the clause has for object, where no parse ships."""
    if scene.page.doc is not None or (hit.rule.kind != "noun" and not _is_behind_article(scene, hit)):
        return False
    table, part = triggers(scene.page.language), _governing(scene, hit)
    if cues(scene.page.language).has("vouching", part):
        return True
    return any(one.rule.kind == "verb" and one.rule.type in _JUDGED for one in table.hits(part))


def in_passing(scene: Scene, hit: Hit, roles: Sequence[Role]) -> bool:
    """True for a noun that nobody is named with, and for a verb that is not the one of a main clause."""
    if hit.rule.kind == "noun":
        return not roles
    token = scene.head(hit.start, hit.end)
    if token is None:
        return is_bare_participle(scene, hit) or is_attribute_of_name(scene, hit)
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in _NESTED:
        return True
    while token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX"):
        token = token.head
    subject = any(one.dep_.startswith(("nsubj", "csubj", "expl")) for one in token.children)
    return token.dep_ in _NESTED or not subject


def is_plainly_not(scene: Scene, hit: Hit) -> bool:
    """True right behind a negation of the verb, whatever the parser makes of it: "n'a pas encore | rouvert"."""
    words = scene.page.language.once(PhraseWords)
    lead = scene.page.value[max(scene.sentence(hit.start)[0], hit.start - _HELPER) : hit.start]
    return hit.rule.kind == "verb" and words.plainly_not is not None and words.plainly_not.search(lead) is not None


def is_not_yet(scene: Scene, hit: Hit) -> bool:
    """True where "not yet" stands by the verb: what is still to come is not denied."""
    words = scene.page.language.once(PhraseWords)
    a, b = scene.sentence(hit.start)
    near = _STOP.split(scene.page.value[max(a, hit.start - _REACH) : hit.start])[-1]
    near += scene.page.value[hit.start : min(b, hit.end + _HELPER)]
    return hit.rule.kind == "verb" and words.not_yet is not None and words.not_yet.search(near) is not None


def is_only_tried(scene: Scene, hit: Hit) -> bool:
    """True for an infinitive under a word of striving: "tried to sign", "peine à former un gouvernement"."""
    token = scene.head(hit.start, hit.end) if hit.rule.kind == "verb" else None
    if token is None or "VerbForm=Inf" not in str(token.morph) or token.dep_ == "ROOT":
        return False
    helped = any(one.dep_.startswith("aux") and one.tag_ != "TO" for one in token.children)
    speech = cues(scene.page.language)
    return (
        not helped and speech.at("strive", token.head.lower_) is not None and speech.fits("strive", token.head.lower_)
    )


def is_under_future(scene: Scene, hit: Hit) -> bool:
    """True for an infinitive with its own subject under a verb in the future: "will see India lift tariffs"."""
    token = scene.head(hit.start, hit.end) if hit.rule.kind == "verb" else None
    while token is not None and token.dep_ == "conj" and token.head.pos_ == "VERB":
        token = token.head
    if token is None or "VerbForm=Inf" not in str(token.morph) or token.dep_ not in ("ccomp", "xcomp"):
        return False
    above = [token.head, *(one for one in token.head.children if one.dep_.startswith("aux"))]
    return any(one.tag_ == "MD" or "Tense=Fut" in str(one.morph) for one in above)


def addresses_reader(scene: Scene, hit: Hit) -> bool:
    """True where a page speaks to its reader, outside of anybody's words: "Visit our site", "You agree to …"."""
    token = scene.head(hit.start, hit.end) if hit.rule.kind == "verb" else None
    if token is None or token.pos_ not in ("VERB", "AUX") or scene.quote_at(hit.start) is not None:
        return False
    subject = next((one for one in token.children if one.dep_.startswith("nsubj")), None)
    if subject is not None:
        return "Person=2" in str(subject.morph) and token.dep_ == "ROOT"
    bare = token.tag_ == "VB" or "Mood=Imp" in str(token.morph)
    alone = not any(one.dep_.startswith("aux") or one.dep_ in ("mark", "neg") for one in token.children)
    return token.dep_ == "ROOT" and bare and alone and token.i == token.sent.start
