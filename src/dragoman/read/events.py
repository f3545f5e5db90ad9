"""Acts of diplomatic and security news: trigger → clause → roles, time and standing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.read.acts import ACTS
from dragoman.read.extent import EventWords, clause_of, event_words
from dragoman.read.moments import moment
from dragoman.read.page import Page
from dragoman.read.roles import roles
from dragoman.read.scene import Scene, lay_out
from dragoman.read.standing import cues, standing
from dragoman.read.telling import VERBAL, Taken, name_of, statements, telling, voiced
from dragoman.read.triggers import Hit, triggers
from dragoman.records import Event, Reading, Role, When

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["VERBAL", "events"]

_SLACK = 70  # characters behind a clause in which a required word may still stand
_WORDS = 2  # a longer trigger is no single word with two meanings
_GUEST = {"actor": "recipient", "recipient": "actor"}  # who receives is visited
#: Acts done with words about what is to come: a later day in them is not their own.
_ABOUT_LATER = (VERBAL - {"statement"}) | {"offer", "agree", "announce", "approve"}
_AGREED = 40  # characters before an act in which "agreed … to" may stand
_RECENT = 4  # clauses in which a second word for the same act is looked for


def events(page: Page, reading: Reading) -> Iterator[Event]:
    """Every reported act of the article, in reading order."""
    scene = lay_out(page, reading)
    words = event_words(page.language)
    taken: list[Taken] = []
    found: list[Event] = []
    for hit in triggers(page.language).hits(page.value):
        if scene.aside(hit.start) or not _is_kind(page, hit) or _is_named(scene, hit):
            continue
        clause = clause_of(scene, words, hit)
        if not _stands(scene, words, hit, clause):
            continue
        mine = Taken(clause[0], clause[1], hit.rule.type, hit.start)
        if _is_taken(taken, hit, clause):
            taken.append(mine)  # no other rule may read the same word as something else
            continue
        event = _event(scene, words, hit, clause)
        if not _is_done_by(scene, event, "actor", hit.rule.actor) or not _is_done_by(
            scene, event, "recipient", hit.rule.whom
        ):
            continue
        taken.append(mine)
        if _says_something(event, hit):
            found.append(event)
    found += statements(scene, words, taken)
    yield from _once(scene, words, sorted(_reports(found), key=lambda event: event.start))


def _reports(found: list[Event]) -> Iterator[Event]:
    """What is reported; "the truce" in "the truce was extended" only names what is acted on."""
    for event in found:
        others = [one for one in found if one is not event and one.type not in VERBAL and event.trigger]
        if event.type == "ceasefire" and any(
            event.trigger and span.covers(event.trigger) for one in others for span in one.spans
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


# -- is it an act ----------------------------------------------------------------------------------


def _is_kind(page: Page, hit: Hit) -> bool:
    """True unless the parse takes a verb trigger for a noun or the other way round."""
    tokens = page.tokens(hit.start, hit.end)
    if tokens is None or (hit.rule.kind == "verb" and len(tokens) > _WORDS):
        return True  # "entre en vigueur" is one whatever a parser takes "entre" for
    if hit.rule.kind == "noun":
        return any(one.pos_ in ("NOUN", "PROPN", "ADJ") or "VerbForm=Ger" in str(one.morph) for one in tokens)
    if hit.rule.type not in ACTS and all(_is_attribute(one) for one in tokens):
        return False
    return any(one.pos_ in ("VERB", "AUX", "ADJ") or (one.pos_ == "PROPN" and one.text.islower()) for one in tokens)


def _is_attribute(token: Token) -> bool:
    """True right before its noun: "free" of "free trade", "ousted" of "the ousted president"."""
    return token.dep_ == "amod" and token.i < token.head.i


def _is_named(scene: Scene, hit: Hit) -> bool:
    """True inside a longer name: "rally" of "the National Rally", "test" of a person called so."""
    one = scene.mention_at(hit.start, hit.end)
    if one is None or one.fact.kind not in ("ORG", "PER") or one.fact.form != "name":
        return False
    return one.start <= hit.start and hit.end <= one.end


def _stands(scene: Scene, words: EventWords, hit: Hit, clause: tuple[int, int]) -> bool:
    """True when what the rule asks for is near, and nothing makes the act a mere possibility in a phrase."""
    rule, value = hit.rule, scene.page.value
    _, limit = scene.sentence(hit.start)
    start = scene.paragraph(hit.start)[0] if rule.wide else clause[0]
    near = value[start : hit.start] + " " + value[hit.end : max(clause[1], min(limit, hit.end + _SLACK))]
    if rule.near and not rule.near.search(near):
        return False
    if rule.unless and rule.unless.search(near):
        return False
    if words.hypothetical and words.hypothetical.search(value[max(0, hit.start - 60) : hit.start]):
        return False
    return not rule.person or _has_party(scene, clause, hit)


def _has_party(scene: Scene, clause: tuple[int, int], hit: Hit) -> bool:
    """True when a person, country or organisation stands in the sentence, or before it in the paragraph."""
    _, b = scene.sentence(hit.start)
    a, _ = scene.paragraph(hit.start)
    return any(one.fact.kind in ("PER", "GPE", "ORG", "NORP") for one in scene.mentions_in(a, b))


def _is_taken(taken: list[Taken], hit: Hit, clause: tuple[int, int]) -> bool:
    """True when the same act was just read from another word of the same clause."""
    return any(
        start == hit.start or (type == hit.rule.type and a <= hit.start < b) for a, b, type, start in taken[-_RECENT:]
    )


def _says_something(event: Event, hit: Hit) -> bool:
    """False for a bare noun ("the visit") with nobody and no date: it only points back to what was reported."""
    return hit.rule.kind == "verb" or bool(event.roles) or event.when is not None or event.type in ACTS


def _is_done_by(scene: Scene, event: Event, part: str, kind: str) -> bool:
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


# -- its clause ------------------------------------------------------------------------------------


# -- the event -------------------------------------------------------------------------------------


def _begins_report(scene: Scene, position: int) -> bool:
    """True when the next word is the one that begins reported speech: that, que, dass."""
    following = scene.page.value[position : position + 24].lstrip(" ,")
    said = scene.page.language.words("quotes", "that")
    return any(following.startswith((f"{word} ", word) if word.endswith("'") else f"{word} ") for word in said)


def _is_agreed(scene: Scene, hit: Hit) -> bool:
    """True right behind "agreed to": an extension that the sides agree is made, not planned."""
    return cues(scene.page.language).has("agreed", scene.page.value[max(0, hit.start - _AGREED) : hit.start])


def _is_told_past(scene: Scene, hit: Hit) -> bool:
    """True for a verb in a past tense, by the parse: "signed", "was elected", "a été élu"."""
    token = scene.head(hit.start, hit.end)
    if token is None or token.pos_ != "VERB" or "Tense=Past" not in str(token.morph):
        return False
    helpers = [child for child in token.children if child.dep_.startswith("aux")]
    had = any(one.dep_ == "aux:tense" or one.lemma_ == "have" or "Tense=Past" in str(one.morph) for one in helpers)
    return had or (not helpers and "VerbForm=Fin" in str(token.morph))


def _is_to_come(scene: Scene, hit: Hit, when: When | None) -> bool:
    """True for a day after publication, unless the verb tells it as past: then the day is wrong, not the act."""
    published = scene.page.article.published
    late = when is not None and published is not None and when.earliest > published.latest
    return late and not _is_told_past(scene, hit)


def _event(scene: Scene, words: EventWords, hit: Hit, clause: tuple[int, int]) -> Event:
    found = standing(scene, hit.start, hit.end, clause)
    time = moment(scene, words, hit, clause, done=found.name in ("happened", "claimed"))
    if time and time.end <= hit.start and _begins_report(scene, time.end):
        time = None  # "said at the end of November that …": the day of the saying is not that of the act
    name, by = hit.rule.standing if found.name == "happened" else found.name, ""
    if found.claimant is not None:
        by = name_of(scene, found.claimant)
    if not by:
        name, by = voiced(scene, words, hit, name)
    page = scene.page
    if name == "planned" and hit.rule.type == "extend" and _is_agreed(scene, hit):
        name = "happened"
    if name == "happened" and time and _is_to_come(scene, hit, time.fact.when):
        name, time = (name, None) if hit.rule.type in _ABOUT_LATER else ("planned", time)
    when, when_at = (time.fact.when, page.span(time.start, time.end)) if time else (None, None)
    parts = tuple(roles(scene, (hit.start, hit.end), clause, hit.rule.type, hit.rule.kind))
    if hit.rule.hosts:
        parts = tuple(replace(part, role=_GUEST.get(part.role, part.role)) for part in parts)
    told = telling(scene, hit) if hit.rule.type in VERBAL else None
    if told is not None:
        when = when or told.when
        if told.speaker and not any(part.role == "actor" for part in parts):
            parts = (Role(role="actor", name=told.speaker, at=told.speaker_at), *parts)
    return Event(
        spans=(page.span(*clause),),
        by=f"trigger {hit.rule.kind} {page.value[hit.start : hit.end].lower()}",
        type=hit.rule.type,
        trigger=page.span(hit.start, hit.end),
        roles=parts,
        when=when,
        when_at=when_at,
        standing=name,
        claimed_by=by,
    )
