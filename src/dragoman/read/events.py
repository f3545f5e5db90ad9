"""Acts of diplomatic and security news: trigger → clause → roles, time and standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.languages import Language
from dragoman.read.page import Page
from dragoman.read.roles import roles
from dragoman.read.scene import Placed, Scene, lay_out
from dragoman.read.standing import cues, standing
from dragoman.read.triggers import Hit, pattern, triggers
from dragoman.records import Event, Reading, Time

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["VERBAL", "events"]

#: Acts done by speaking; coarser schemes call all of them a statement.
VERBAL = frozenset({"statement", "accuse", "condemn", "demand", "threaten", "promise", "deny"})
_WINDOW = 90  # characters each side that a clause may reach where no parse tells its limits
_NAMED = 14  # characters between "according to" and the name it gives: "the", "senior"
_SLACK = 70  # characters behind a clause in which a required word may still stand
_STOP = re.compile(r"[;:!?()«»“”\"\n]|\.(?=\s)|,(?=\s)|\s[–—-]\s")
_OUT = frozenset({"ccomp", "relcl", "acl:relcl", "advcl", "conj", "cc", "parataxis", "csubj", "mark", "discourse"})
_UNDER = frozenset({"dobj", "obj", "nsubj", "nsubjpass", "nsubj:pass", "attr"})


def events(page: Page, reading: Reading) -> Iterator[Event]:
    """Every reported act of the article, in reading order."""
    scene = lay_out(page, reading)
    words = page.language.once(_Words)
    taken: list[tuple[int, int, str]] = []
    for hit in triggers(page.language).hits(page.value):
        if scene.aside(hit.start) or not _is_kind(page, hit):
            continue
        clause = _clause(scene, words, hit)
        if not _stands(scene, words, hit, clause) or _is_taken(taken, hit, clause):
            continue
        taken.append((clause[0], clause[1], hit.rule.type))
        event = _event(scene, words, hit, clause)
        if not hit.rule.actor or _is_done_by(scene, event, hit.rule.actor):
            yield event


class _Words:
    """The words of a language that events need beside the triggers."""

    def __init__(self, language: Language) -> None:
        section = language.section("events")

        def made(key: str) -> re.Pattern[str] | None:
            return pattern(language, section[key]) if section.get(key) else None

        self.light, self.follow, self.according = made("light"), made("follow"), made("according")
        hypothetical = section.get("hypothetical")
        self.hypothetical = re.compile(rf"(?:{pattern(language, hypothetical).pattern})[\s\w'-]{{0,18}}$", re.I) if hypothetical else None


# -- is it an act ----------------------------------------------------------------------------------


def _is_kind(page: Page, hit: Hit) -> bool:
    """True unless the parse takes a verb trigger for a noun or the other way round."""
    token = page.token(hit.start)
    if token is None:
        return True
    if hit.rule.kind == "noun":
        return token.pos_ in ("NOUN", "PROPN", "ADJ") or "VerbForm=Ger" in str(token.morph)
    return token.pos_ in ("VERB", "AUX", "ADJ") or token.pos_ == "PROPN" and token.text.islower()


def _stands(scene: Scene, words: _Words, hit: Hit, clause: tuple[int, int]) -> bool:
    """True when what the rule asks for is near, and nothing makes the act a mere possibility in a phrase."""
    rule, value = hit.rule, scene.page.value
    _, limit = scene.sentence(hit.start)
    near = value[clause[0] : hit.start] + " " + value[hit.end : max(clause[1], min(limit, hit.end + _SLACK))]
    if rule.near and not rule.near.search(near):
        return False
    if rule.unless and rule.unless.search(near):
        return False
    if words.hypothetical and words.hypothetical.search(value[max(0, hit.start - 60) : hit.start]):
        return False
    return not rule.person or _has_party(scene, clause, hit)


def _has_party(scene: Scene, clause: tuple[int, int], hit: Hit) -> bool:
    """True when a person, country or organisation stands in the sentence; unknown (no mentions read) counts."""
    if not scene.mentions:
        return True
    a, b = scene.sentence(hit.start)
    return any(one.fact.kind in ("PER", "GPE", "ORG", "NORP") for one in scene.mentions_in(a, b))


def _is_taken(taken: list[tuple[int, int, str]], hit: Hit, clause: tuple[int, int]) -> bool:
    """True when the same act was just read from another word of the same clause."""
    return any(one[2] == hit.rule.type and one[0] <= hit.start < one[1] for one in taken[-4:])


def _is_done_by(scene: Scene, event: Event, kind: str) -> bool:
    """True when the actor is a mention of this kind."""
    places = [scene.page.article.text.find(role.at.start, role.at.end) for role in event.roles if role.role == "actor" and role.at]
    found = [scene.mention_at(*place) for place in places if place]
    return any(one is not None and one.fact.kind == kind for one in found)


# -- its clause ------------------------------------------------------------------------------------


def _clause(scene: Scene, words: _Words, hit: Hit) -> tuple[int, int]:
    token = scene.page.token(hit.start)
    a, b = scene.sentence(hit.start)
    if token is None:
        return _window(scene.page.value, hit, a, b)
    first, last = _hull(token, words)
    return max(a, min(first, hit.start)), min(b, max(last, hit.end))


def _window(value: str, hit: Hit, a: int, b: int) -> tuple[int, int]:
    """From the last stop before the trigger to the next one behind it."""
    a, b = max(a, hit.start - _WINDOW), min(b, hit.end + _WINDOW)
    stops = [found.end() for found in _STOP.finditer(value, a, hit.start)]
    after = _STOP.search(value, hit.end, b)
    start, end = (stops[-1] if stops else a), (after.start() if after else b)
    while start < hit.start and not value[start].isalnum() or start > 0 and start < hit.start and value[start - 1].isalnum():
        start += 1
    while end > hit.end and (value[end - 1].isspace() or end < len(value) and value[end].isalnum() and value[end - 1].isalnum()):
        end -= 1
    return start, end


def _hull(token: Token, words: _Words) -> tuple[int, int]:
    """The characters of a trigger with its arguments, without clauses that report something else."""
    head = token
    if token.pos_ not in ("VERB", "AUX"):
        up = token.head
        if token.dep_ in _UNDER and words.light and words.light.fullmatch(up.text):
            head = up
    first, last = _reach(head)
    if head.dep_ in ("acl", "relcl", "acl:relcl", "amod") and head.pos_ == "VERB":
        noun = head.head
        first = min(first, min((t.idx for t in noun.lefts), default=noun.idx), noun.idx)
    return min(first, token.idx), max(last, token.idx + len(token))


def _reach(head: Token) -> tuple[int, int]:
    first, last = head.idx, head.idx + len(head)
    stack = [child for child in head.children if child.dep_ not in _OUT or child.dep_ == "mark"]
    while stack:
        token = stack.pop()
        if token.dep_ == "punct" or token.is_space:
            continue
        first, last = min(first, token.idx), max(last, token.idx + len(token))
        nominal = head.pos_ in ("VERB", "AUX") and token.pos_ not in ("VERB", "AUX")
        stack += [child for child in token.children if child.dep_ not in _OUT or (nominal and child.dep_ in ("conj", "cc"))]
    return first, last


# -- the event -------------------------------------------------------------------------------------


def _event(scene: Scene, words: _Words, hit: Hit, clause: tuple[int, int]) -> Event:
    found = standing(scene, hit.start, hit.end, clause)
    time = _time(scene, words, hit, clause)
    name, by = found.name, ""
    if found.claimant is not None:
        by = _name_of(scene, found.claimant)
    if not by:
        name, by = _voiced(scene, words, hit, name)
    page = scene.page
    if name == "happened" and time and page.article.published and time.fact.when:
        name = "planned" if time.fact.when.earliest > page.article.published.latest else name
    return Event(
        spans=(page.span(*clause),),
        by=f"trigger {hit.rule.kind} {page.value[hit.start : hit.end].lower()}",
        type=hit.rule.type,
        trigger=page.span(hit.start, hit.end),
        roles=tuple(roles(scene, (hit.start, hit.end), clause, hit.rule.type, hit.rule.kind)),
        when=time.fact.when if time else None,
        when_at=page.span(time.start, time.end) if time else None,
        standing=name,
        claimed_by=by,
    )


def _name_of(scene: Scene, token: Token) -> str:
    """The mention a claimant belongs to, else its words."""
    if token.pos_ == "PRON" and token.head.dep_ in ("relcl", "acl:relcl"):
        token = token.head.head
    found = scene.mention_at(token.idx, token.idx + len(token))
    if found is not None:
        return found.fact.refers_to or found.fact.name
    if token.pos_ == "PRON":
        return ""
    words = token.doc[token.left_edge.i : token.i + 1].text
    return " ".join(words.split())


def _voiced(scene: Scene, words: _Words, hit: Hit, name: str) -> tuple[str, str]:
    """Standing and claimant of an act reported in somebody's quoted or reported words, or "according to" somebody."""
    quote = scene.quote_at(hit.start)
    if quote is not None and quote.fact.speaker and hit.rule.type not in VERBAL:
        factive = quote.fact.manner in ("announce", "confirm", "reveal")
        return ("claimed" if name in ("happened", "under way") and not factive else name), quote.fact.speaker
    a, b = scene.sentence(hit.start)
    source = words.according.search(scene.page.value, a, b) if words.according else None
    if source is None:
        return name, ""
    by = _source(scene, source.end(), b)
    return ("claimed" if name in ("happened", "under way") and hit.rule.type not in VERBAL else name), by


def _source(scene: Scene, a: int, b: int) -> str:
    """Who is named behind "according to": a mention, else the words up to the next stop."""
    who = next((one for one in scene.mentions_in(a, b) if one.start - a <= _NAMED), None)
    if who is not None:
        return who.fact.refers_to or who.fact.name
    words = _STOP.split(scene.page.value[a : min(b, a + _WINDOW)], maxsplit=1)[0]
    return " ".join(words.split())


# -- its time --------------------------------------------------------------------------------------


def _time(scene: Scene, words: _Words, hit: Hit, clause: tuple[int, int]) -> Placed[Time] | None:
    """The date of the clause, else of the verb that carries it, else carried over by "then" or "later"."""
    inside = scene.times_in(*clause)
    if inside:
        return min(inside, key=lambda one: min(abs(one.start - hit.end), abs(hit.start - one.end)))
    a, b = scene.sentence(hit.start)
    shared = [one for one in scene.times_in(a, b) if _shares(scene, one, hit)]
    if shared:
        return min(shared, key=lambda one: min(abs(one.start - hit.end), abs(hit.start - one.end)))
    if words.follow and words.follow.search(scene.page.value, a, clause[1]):
        start, _ = scene.paragraph(hit.start)
        before = scene.times_in(start, a)
        return before[-1] if before else None
    return None


def _shares(scene: Scene, time: Placed[Time], hit: Hit) -> bool:
    """True when a time outside the clause still dates the trigger: its verb carries or coordinates the trigger."""
    token, other = scene.page.token(hit.start), scene.page.token(time.start)
    if token is None or other is None:
        between = scene.page.value[min(hit.end, time.end) : max(hit.start, time.start)]
        speech = cues(scene.page.language)
        return ";" not in between and not speech.has("claimed", between) and not speech.has("factive", between)
    verb = next((one for one in other.ancestors if one.pos_ in ("VERB", "AUX")), None)
    one = token
    for _ in range(4):
        if one == verb:
            return True
        if one.dep_ in ("ccomp", "relcl", "acl:relcl", "parataxis") or one.head == one:
            return False
        one = one.head
    return False
