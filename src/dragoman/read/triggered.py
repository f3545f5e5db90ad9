"""Whether the words of a trigger report an act where they stand, and which reports only point at another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.read.acts import ACTS
from dragoman.read.bylaw import ORDERED, is_of_law
from dragoman.read.cueing import cues
from dragoman.read.extent import EventWords
from dragoman.read.ofpact import is_of_pact
from dragoman.read.page import Page
from dragoman.read.scene import Scene
from dragoman.read.telling import VERBAL, Taken
from dragoman.read.triggers import Hit
from dragoman.read.verbgroup import group_of, mood
from dragoman.records import Event

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_done_by", "is_kind", "is_named", "is_taken", "reported", "says_something", "stands"]

_SLACK = 70  # characters behind a clause in which a required word may still stand
_WORDS = 2  # a longer trigger is no single word with two meanings
_RECENT = 4  # clauses in which a second word for the same act is looked for
#: What is only named where something is done to it, and by which acts (none: by any): "the strike was called off".
_ACTED_ON = {
    "ceasefire": (),
    "accede": ("approve", "ratify", "reject", "veto", "sign"),
    "visit": ("invite",),
    "negotiate": ("break_off",),
    "strike": ("lift", "rule", "extend", "suspend", "resume", "terminate"),
    "emergency": ("lift", "extend", "terminate"),
}
#: Nouns that may stand before another noun and still tell of the act: "ceasefire deal", "peace talks".
_BEFORE_NOUNS = frozenset({"ceasefire", "negotiate", "meet"})


def is_kind(page: Page, hit: Hit) -> bool:
    """True unless the parse takes a verb trigger for a noun or the other way round."""
    if hit.rule.kind == "verb" and page.value[hit.start - 1 : hit.start] == "-":
        return False  # "U.S.-brokered"
    tokens = page.tokens(hit.start, hit.end)
    if tokens is None or (hit.rule.kind == "verb" and len(tokens) > _WORDS):
        return True  # "entre en vigueur" is one whatever a parser takes "entre" for
    if hit.rule.kind == "noun":
        if hit.rule.type not in _BEFORE_NOUNS and tokens.root.dep_ == "compound":
            return False  # "the ratification bonus", "a strike fund"
        return any(one.pos_ in ("NOUN", "PROPN", "ADJ") or "VerbForm=Ger" in str(one.morph) for one in tokens)
    if hit.rule.type not in ACTS and all(_is_attribute(one) for one in tokens):
        return False
    return any(one.pos_ in ("VERB", "AUX", "ADJ") or (one.pos_ == "PROPN" and one.text.islower()) for one in tokens)


def _is_attribute(token: Token) -> bool:
    """True right before its noun: "free" of "free trade", "ousted" of "the ousted president"."""
    return token.dep_ == "amod" and token.i < token.head.i


def is_named(scene: Scene, hit: Hit) -> bool:
    """True inside a longer name: "rally" of "the National Rally", "test" of a person called so."""
    one = scene.mention_at(hit.start, hit.end)
    if one is None or one.fact.kind not in ("ORG", "PER") or one.fact.form != "name":
        return False
    return one.start <= hit.start and hit.end <= one.end


def stands(scene: Scene, words: EventWords, hit: Hit, clause: tuple[int, int]) -> bool:
    """True when what the rule asks for is near, and nothing makes the act a mere possibility in a phrase."""
    rule, value = hit.rule, scene.page.value
    if rule.type in ORDERED and is_of_law(scene, hit.start):
        return False  # "the law that ratifies the treaty": what a law is for
    begin, limit = scene.sentence(hit.start)
    taken = words.retracted.search(value, begin, hit.start) if words.retracted else None
    if taken and ";" not in value[taken.end() : hit.start]:
        return False  # "An earlier version of this article said that X had signed": nobody says so now
    start = scene.paragraph(hit.start)[0] if rule.wide else clause[0]
    behind = value[hit.end : _word_end(value, max(clause[1], min(limit, hit.end + _SLACK)))]
    returned = words.exchange.search(behind) if words.exchange else None
    behind = behind[: returned.start()] if returned else behind  # "sent arms in exchange for food": no food was sent
    near = value[start : hit.start] + " " + behind
    if rule.near and not rule.near.search(near):
        return False
    if rule.unless and rule.unless.search(near):
        return False
    if rule.after and words.reports and words.reports.search((rule.after.match(value, hit.end) or [""])[0]):
        return False  # "announced that it may impose martial law": the object is in a clause of its own
    if rule.type == "condemn" and _tells_words_before(scene, hit):
        return False
    if rule.of_pact and not is_of_pact(scene, hit.start, hit.end, clause):
        return False
    if rule.type == "take_office" and _only_sets_time(scene, words, hit, clause):
        return False
    if hit.rule.kind == "verb" and _is_only_awaited(scene, words, hit):
        return False
    if words.hypothetical and words.hypothetical.search(value[max(0, hit.start - 60) : hit.start]):
        return False
    if rule.type in ("promise", "threaten") and _by_what_is_told(scene, hit):
        return False
    return not rule.person or _has_party(scene, clause, hit)


def _tells_words_before(scene: Scene, hit: Hit) -> bool:
    """True for the verb that tells who said the words before it: "« C'est une trahison », a dénoncé X" is a saying."""
    find = scene.page.article.text.find
    for quote in (one.fact for one in scene.quotes if one.start < hit.end and abs(one.end - hit.start) < _SLACK * 4):
        cue = find(quote.cue.start, quote.cue.end) if quote.cue is not None else None
        said = find(quote.spans[0].start, quote.spans[0].end)
        if cue is not None and said is not None and cue[0] < hit.end and hit.start < cue[1] and said[1] <= hit.start:
            return True
    return False


def _word_end(value: str, at: int) -> int:
    """A place, or the end of the word that it would cut: "Ban" of "Bangladesh" is no ban."""
    while 0 < at < len(value) and value[at - 1].isalnum() and value[at].isalnum():
        at += 1
    return at


def _only_sets_time(scene: Scene, words: EventWords, hit: Hit, clause: tuple[int, int]) -> bool:
    """True for an act without a day that only dates another: "since the president took office, Washington has …"."""
    token = scene.head(hit.start, hit.end)
    if token is None or words.apart is None or any(scene.times_in(*clause)):
        return False
    return any(child.dep_ == "mark" and words.apart.fullmatch(child.lower_) for child in token.children)


def _is_only_awaited(scene: Scene, words: EventWords, hit: Hit) -> bool:
    """True for what only ends something that is not over: "he would stay in office until a successor was sworn in"."""
    token = scene.head(hit.start, hit.end)
    if token is None or words.until is None or token.head.pos_ not in ("VERB", "AUX"):
        return False
    if not any(child.dep_ == "mark" and words.until.fullmatch(child.lower_) for child in token.children):
        return False
    standing, group = cues(scene.page.language), group_of(token.head)
    return standing.has("conditional", group) or mood(standing, token.head, group) in ("planned", "possible")


def _by_what_is_told(scene: Scene, hit: Hit) -> bool:
    """True where no person but what was just told promises or threatens: "ce qui promet de durer", "what threatens"."""
    token = scene.head(hit.start, hit.end)
    if token is None:
        return False
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    relative = subject is not None and subject.pos_ == "PRON" and token.dep_ in ("acl:relcl", "relcl")
    return relative and token.head.pos_ == "PRON"


def _has_party(scene: Scene, clause: tuple[int, int], hit: Hit) -> bool:
    """True when a person, country or organisation stands in the sentence, or before it in the paragraph."""
    _, b = scene.sentence(hit.start)
    a, _ = scene.paragraph(hit.start)
    return any(one.fact.kind in ("PER", "GPE", "ORG", "NORP") for one in scene.mentions_in(a, b))


def is_taken(taken: list[Taken], hit: Hit, clause: tuple[int, int]) -> bool:
    """True when the same act was just read from another word of the same clause."""
    return any(
        start == hit.start or (type == hit.rule.type and a <= hit.start < b) for a, b, type, start in taken[-_RECENT:]
    )


def says_something(event: Event, hit: Hit) -> bool:
    """False for a bare noun ("the visit") with nobody and no date: it only points back to what was reported."""
    return hit.rule.kind == "verb" or bool(event.roles) or event.when is not None or event.type in ACTS


def is_done_by(scene: Scene, event: Event, part: str, kind: str) -> bool:
    """True when a mention of this kind takes this part, and where no kind is asked for."""
    if not kind:
        return True
    places = [
        scene.page.article.text.find(role.at.start, role.at.end)
        for role in event.roles
        if role.role == part and role.at
    ]
    found = [scene.mention_at(*place) for place in places if place]
    return any(one is not None and one.fact.kind == kind for one in found)


def reported(scene: Scene, words: EventWords, found: list[Event]) -> Iterator[Event]:
    """The reports of an article in order, without nouns that only point at an act told otherwise."""
    yield from _once(scene, words, sorted(_reports(found), key=_told_at))


def _told_at(event: Event) -> tuple[int, int]:
    """Where the word stands that tells of an act, else its clause: a noun points back only at what stands before."""
    return (event.trigger.start if event.trigger else event.start), event.start


def _reports(found: list[Event]) -> Iterator[Event]:
    """What is reported; "the truce" in "the truce was extended" only names what is acted on."""
    for event in found:
        others = [one for one in found if one is not event and one.type not in VERBAL and event.trigger]
        acted_on = _ACTED_ON.get(event.type, ())
        if event.type in _ACTED_ON and any(
            event.trigger and span.covers(event.trigger)
            for one in others
            if not acted_on or one.type in acted_on
            for span in one.spans
        ):
            continue
        yield event


def _once(scene: Scene, words: EventWords, found: list[Event]) -> Iterator[Event]:
    """Every report; a noun that only points back at an act told before ("his visit", "the attack") is none."""
    told: dict[str, set[str]] = {}
    for event in found:
        names = set(event.names("recipient", "place") or event.names("actor"))
        known = told.get(event.type)
        if known is not None and names <= known and _points_back(scene, words, event):
            continue
        told.setdefault(event.type, set()).update(event.names("actor", "recipient", "place"))
        yield event


def _points_back(scene: Scene, words: EventWords, event: Event) -> bool:
    """True for an undated noun with "the", "his", "this" before it."""
    if not event.by.startswith("trigger noun") or event.when_at is not None or event.standing != "happened":
        return False
    if event.trigger is None or words.definite is None:
        return False
    place = scene.page.article.text.find(event.trigger.start, event.trigger.end)
    return place is not None and bool(words.definite.search(scene.page.value[max(0, place[0] - 40) : place[0]]))
