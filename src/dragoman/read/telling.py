"""Who vouches for an act that an article reports, and the dated statements that are events themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.read.extent import STOP, WINDOW, EventWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.triggers import Hit
from dragoman.records import Event, Mention, Quote, Role
from dragoman.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["VERBAL", "Taken", "name_of", "statements", "telling", "voiced"]

#: Acts done by speaking; coarser schemes call all of them a statement.
VERBAL = frozenset({"statement", "accuse", "condemn", "demand", "threaten", "promise", "deny", "warn"})
_FACTIVE = frozenset(
    {"announce", "confirm", "reveal", "recall", "note", "admit"}
)  # manners of telling that vouch for what is told
_OTHER_MANNERS = frozenset({"announce", "accuse", "according"})  # events of their own, or nobody's act
_SPEAK = frozenset({"PER", "ORG", "GPE"})
_OFFICE = 4  # words of an office between a country and the name of who holds it
_JOINED = re.compile(r"\b(?:and|et|und|y|e|и)\b")
_NAMED = 14  # characters between "according to" and the name it gives: "the", "senior"


class Taken(NamedTuple):
    """A clause in which an act was read, and where its trigger stands."""

    start: int
    end: int
    type: str
    trigger: int


def telling(scene: Scene, hit: Hit) -> Quote | None:
    """The quotation whose cue is the trigger: it knows who speaks, and when."""
    place = scene.page.span(hit.start, hit.end)
    return next((one.fact for one in scene.quotes if one.fact.cue and one.fact.cue.meets(place)), None)


def name_of(scene: Scene, token: Token) -> str:
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


def voiced(scene: Scene, words: EventWords, hit: Hit, name: str) -> tuple[str, str]:
    """Standing and claimant of an act reported in somebody's quoted or reported words, or "according to" somebody."""
    if hit.rule.type in VERBAL:
        return name, ""
    a, b = scene.sentence(hit.start)
    source = words.according.search(scene.page.value, a, b) if words.according else None
    quote = scene.quote_at(hit.start)
    if quote is not None and quote.fact.cue and quote.fact.cue.meets(scene.page.span(hit.start, hit.end)):
        quote = None  # "denounced the pact": whoever speaks does it by speaking
    if quote is None or not quote.fact.speaker or (source and quote.fact.manner == "according"):
        by = _source(scene, words, source, a, b) if source else ""
        if quote and quote.fact.speaker and by and not scene.known(by):  # "according to the same source": who that is
            by = quote.fact.speaker
    else:
        by = quote.fact.speaker
    if not by or (quote and quote.fact.manner in _FACTIVE):
        return name, by
    if quote and quote.fact.manner == "deny":
        return "denied", by
    return ("claimed" if name in ("happened", "under way") else name), by


def _source(scene: Scene, words: EventWords, source: re.Match[str], first: int, b: int) -> str:
    """Who is named behind "according to": a mention, who stands before "whom", else the words up to the next stop."""
    a = source.end()
    if words.whom and words.whom.match(scene.page.value, min(a + 1, b)):
        named = [one for one in scene.mentions_in(first, source.start()) if one.fact.kind in _SPEAK]
        return (named[-1].fact.refers_to or named[-1].fact.name) if named else ""
    who = next((one for one in scene.mentions_in(a, b) if one.start - a <= _NAMED), None)
    if who is not None:
        who = _titled(scene, who, b)
        if who.fact.form == "demonym" and (body := _body_of(scene, who)):
            return body
        return who.fact.refers_to or who.fact.name
    plain = STOP.split(scene.page.value[a : min(b, a + WINDOW)], maxsplit=1)[0]
    if words.noun_phrase is not None:
        noun = words.noun_phrase.match(plain)
        return " ".join(noun[0].split()) if noun else ""  # "nach Angaben der Behörden | starben 55 Menschen"
    return " ".join(plain.split())


def _body_of(scene: Scene, who: Placed[Mention]) -> str:
    """The words for a body that a people's adjective only describes: "Russian news agencies", "les médias russes"."""
    token = scene.page.token(who.start)
    if token is None or token.dep_ != "amod" or token.head.pos_ != "NOUN":
        return ""
    words = [one for one in token.head.subtree if one.i <= max(token.i, token.head.i) and one.pos_ != "DET"]
    return " ".join(token.doc[words[0].i : max(token.i, token.head.i) + 1].text.split())


def _titled(scene: Scene, who: Placed[Mention], limit: int) -> Placed[Mention]:
    """The person whose title a people or a country opens: "the Kenyan minister X", "министр Кении X"."""
    for one in scene.mentions_in(who.end, limit) if who.fact.kind in ("NORP", "GPE", "ORG") else ():
        between = scene.page.value[who.end : one.start]
        plain = between.endswith(" ") and not STOP.search(between) and not _JOINED.search(between)
        if one.fact.kind != "PER":
            return who
        return one if plain and len(between.split()) <= _OFFICE else who
    return who


def statements(scene: Scene, words: EventWords, taken: list[Taken]) -> Iterator[Event]:
    """Statements of office holders and governments: one a dated quotation, one a speaker for all without a day."""
    done: set[Span] = set()
    undated: dict[str, list[Quote]] = {}
    for start, end, quote in scene.quotes:
        if quote.cue is None or quote.cue in done or not quote.speaker or not quote.speaker_at:
            continue
        cue = scene.page.article.text.find(quote.cue.start, quote.cue.end)
        if cue is None or scene.aside(start) or any(cue[0] <= one.trigger < cue[1] for one in taken):
            continue
        if quote.manner in _OTHER_MANNERS or not _is_official(scene, words, quote):
            continue
        done.add(quote.cue)
        if quote.when is None and any(start <= one.trigger < end for one in taken):
            continue  # an act that stands on the speaker's word is an event of its own
        if quote.when is None:
            undated.setdefault(quote.speaker, []).append(quote)
        else:
            yield _statement([quote])
    for quotes in undated.values():
        yield _statement(quotes)


def _statement(quotes: list[Quote]) -> Event:
    """What one speaker says, as an event; the first quotation tells its cue, its speaker and its day."""
    first = quotes[0]
    places = [place for one in quotes for place in (*one.spans, one.cue, one.speaker_at) if place is not None]
    role = Role(role="actor", name=first.speaker or "", at=first.speaker_at)
    return Event(
        spans=tuple(dict.fromkeys(places)),
        by="dated statement" if first.when else "statements without a day",
        type="statement",
        trigger=first.cue,
        roles=(role,),
        when=first.when,
    )


def _is_official(scene: Scene, words: EventWords, quote: Quote) -> bool:
    """True when the speaker is a government or body, or holds an office in the words of the article."""
    if quote.speaker_at is None:
        return False
    place = scene.page.article.text.find(quote.speaker_at.start, quote.speaker_at.end)
    if place and words.office and words.office.search(scene.page.value, *place):
        return True
    same = [one.fact for one in scene.mentions if quote.speaker in (one.fact.refers_to, one.fact.name)]
    return any(one.kind in ("GPE", "NORP") or (one.kind in ("PER", "ORG") and bool(one.country)) for one in same)
