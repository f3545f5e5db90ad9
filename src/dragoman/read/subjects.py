"""Who acts, where the words beside the clause tell it: lists, insertions, titles, verb before subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.read.byside import PAPERS
from dragoman.read.cueing import cues
from dragoman.read.governing import RELATIVE, unnamed
from dragoman.read.rolewords import Part, RoleWords, is_base, mention_of, names_of
from dragoman.read.scene import Placed, Scene
from dragoman.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "far_subject",
    "first_list",
    "listed_before",
    "on_visit",
    "opening_body",
    "place_before",
    "right_before",
    "turned_by_case",
    "turned_round",
]

_VERBS_OF_SAYING = frozenset(
    {"announce", "statement", "condemn", "demand", "accuse", "promise", "deny", "threaten", "warn", "offer"}
)
_TITLE = 6  # words of an office before a name: "El primer ministro francés,"
_OPENED = re.compile(r"[»”\"],?\s+(?:[\w'’]{1,6}\s)?$")  # « … », a " before the verb that the speaker follows
_AFTER_COMMA = re.compile(r",\s+(?:[\w'’]{1,6}\s)?$")
_OPENS = re.compile(r"(?:[\w'’]{1,4}\s?)?")  # nothing but an article before who begins a sentence
_MEMBERS = re.compile(r"[^\W\d_]+\s(?:[\w'’]+\s){1,2}")  # "Members of the " before the name of a union
_VISIT = 40  # characters before a visit in which "after a brief" may stand
_HELPERS = re.compile(r"(?:\s\([^()]{2,12}\))?\s+(?:[a-zà-ÿ]{1,4}\s+){0,2}")  # " (XY) has ": between subject and verb
_INSERTION = re.compile(r"\s*|,[^;:.!?\n()«»“”\"]{3,160},\s*(?:[\w'’]{1,5}\s)?")  # ", a neighbour of both, "


def listed_before(scene: Scene, words: RoleWords, clause: tuple[int, int], found: list[Part]) -> list[Part]:
    """Who stands before the clause in one list with its first actor: the first of "Chad, Mali and Niger ratified"."""
    head = next((part for part in found if part.role == "actor"), None)
    if head is None:
        return []
    listed: list[Part] = []
    a, _ = scene.sentence(clause[0])
    start = head.start
    for one in reversed(scene.mentions_in(a, clause[0])):
        if one.end > start or not words.joined.fullmatch(scene.page.value, one.end, start):
            break
        if one.fact.kind != head.place.fact.kind:
            break
        listed.insert(0, Part("actor", one, one.start))
        start = one.start
    lead = scene.page.value[a:start]
    told = words.source is not None and any(not lead[cue.end() :].strip(" ,") for cue in words.source.finditer(lead))
    return [] if told else listed  # "según Seúl, Washington y Tokio, Pionyang envió"


def first_list(scene: Scene, words: RoleWords, trigger: tuple[int, int], found: list[Part]) -> list[Part]:
    """The parts without those it is done to that stand apart from the first of them: who is accused, not of what."""
    done_to = sorted((one for one in found if one.role == "recipient"), key=lambda one: one.start)
    charged = words.charge.search(scene.page.value, trigger[1]) if words.charge else None
    done_to = [one for one in done_to if charged is None or one.start < charged.start()]
    if not done_to:
        return [one for one in found if one.role != "recipient"]
    end, kept = done_to[0].place.end, [done_to[0]]
    for one in done_to[1:]:
        if one.start >= end and not words.joined.fullmatch(scene.page.value, end, one.start):
            break
        kept.append(one)
        end = max(end, one.place.end)
    return [one for one in found if one.role != "recipient" or one in kept]


def far_subject(scene: Scene, words: RoleWords, trigger: tuple[int, int], clause: tuple[int, int]) -> list[Part]:
    """Who begins the sentence, where only an insertion between commas parts it from its verb: "Chad, a member, …"."""
    a = scene.page.behind_dateline(scene.sentence(trigger[0])[0], trigger[0])
    value = scene.page.value
    named = scene.mentions_in(a, clause[0])
    first, last = (named[0], named[-1]) if named else (None, None)
    if last is not None and _is_titled(scene, words, last, a, clause[0]):
        return [Part("actor", last, last.start)]
    if first is None or first.fact.kind not in ("GPE", "ORG", "PER"):
        return []
    opens = _OPENS.fullmatch(value, a, first.start) is not None
    if not opens and not (first.fact.kind == "PER" and _is_office(words, value[a : first.start])):
        return []
    lead = value[a : first.start]
    if (words.beside and words.beside.search(lead)) or (words.base_is_subject and not is_base(words, first)):
        return []
    between = value[first.end : clause[0]]
    return [Part("actor", first, first.start)] if _INSERTION.fullmatch(between) else []


def _opens_relative(words: RoleWords, head: str) -> bool:
    """True where a comma begins a clause about who stands before it: "Der Präsident, den X empfing"."""
    parts = head.split(", ")[1:]
    return words.relative is not None and any(words.relative.match(part) for part in parts)


def _is_office(words: RoleWords, lead: str) -> bool:
    """True for nothing but an office before a name: "Президент ", "El presidente "."""
    return bool(words.office and words.office.search(lead)) and len(lead.split()) <= _TITLE and "," not in lead


def _is_titled(scene: Scene, words: RoleWords, one: Placed[Mention], a: int, b: int) -> bool:
    """True for a person between commas right before a clause, with their office before: "El presidente, X, levantó"."""
    value = scene.page.value
    head = value[a : one.start]
    apart = not value[one.end : b].strip(" ,") and "," in value[one.end - 1 : b + 1] + value[b - 2 : b]
    titled = bool(words.office and words.office.search(head)) and len(head.split()) <= _TITLE
    titled = titled and not _opens_relative(words, head)
    return one.fact.kind == "PER" and apart and titled and not (words.beside and words.beside.match(head))


def opening_body(
    scene: Scene, words: RoleWords, trigger: tuple[int, int], clause: tuple[int, int], type: str, found: list[Part]
) -> list[Part]:
    """The court, chamber or office that begins a clause where no parse tells the subject: "El Tribunal Supremo …"."""
    body = words.opening.match(scene.page.value, clause[0], trigger[0]) if words.opening else None
    if body is None or (words.preposition and words.preposition.match(body["body"])):
        return []
    start, end = body.span("body")
    if type in PAPERS and not (words.body and words.body.search(body["body"])):
        return []
    within = [part for part in found if part.place.start < end]
    beside = any(0 <= trigger[0] - part.place.end <= 1 for part in found if part.role == "actor")
    if beside and not (words.court and words.court.search(body["body"])):
        return []  # "Ein Berater von X, Y, drohte": who stands right before the verb
    if words.court and words.court.search(body["body"]):  # "Das Landgericht Berlin": not the city
        for part in within:
            found.remove(part)
    elif within or scene.mention_at(start, end) is not None:
        return []
    for part in [one for one in found if one.role == "actor" and end <= one.start < trigger[0]]:
        found[found.index(part)] = part._replace(role="recipient")  # "Das Gericht hat X verurteilt"
    return [Part("actor", unnamed(scene, start, end), start)]


def right_before(scene: Scene, words: RoleWords, trigger: tuple[int, int]) -> list[Part]:
    """Who stands right before an active verb at the head of its sentence: "Britain on Sunday joined the pact".

    For sentences whose subject the parser takes for part of something else.
    """
    a = scene.page.behind_dateline(scene.sentence(trigger[0])[0], trigger[0])
    named = [one for one in scene.mentions_in(a, trigger[0]) if scene.page.value[one.start - 1 : one.start] != "("]
    if not named or named[-1].fact.kind not in ("GPE", "ORG", "PER"):
        return []
    last, value = named[-1], list(scene.page.value[named[-1].end : trigger[0]])
    for time in scene.times_in(last.end, trigger[0]):
        value[time.start - last.end : time.end - last.end] = " " * (time.end - time.start)
    head = Part("actor", last, last.start)
    parts = [*listed_before(scene, words, (last.start, trigger[1]), [head]), head]
    lead = scene.page.value[a : parts[0].start]
    relative = words.that is not None and any(not lead[one.end() :].strip() for one in words.that.finditer(lead))
    begins = (
        relative
        or _OPENS.fullmatch(lead)
        or _is_behind_condition(scene, lead)
        or (_MEMBERS.fullmatch(lead) and not (words.beside and words.beside.search(lead)))
    )
    return parts if begins and _HELPERS.fullmatch("".join(value)) else []


def _is_behind_condition(scene: Scene, lead: str) -> bool:
    """True for the words of a clause that a condition opens, up to its one comma: "If all goes well, the | …"."""
    first, comma, rest = lead.partition(", ")
    opened = cues(scene.page.language).at("condition", first) if comma else None
    return opened is not None and opened.start() == 0 and _OPENS.fullmatch(rest) is not None


def on_visit(scene: Scene, words: RoleWords, trigger: tuple[int, int], found: list[Part]) -> list[Part]:
    """The only person of a sentence that tells what they did on a visit, where no parse ships."""
    lead = scene.page.value[max(0, trigger[0] - _VISIT) : trigger[0]]
    if words.on_visit is None or not words.on_visit.search(lead):
        return []
    people = [one for one in scene.mentions_in(*scene.sentence(trigger[0])) if one.fact.kind == "PER"]
    known = any(part.place.fact.kind == "PER" for part in found) or len({names_of(one) for one in people}) != 1
    return [] if known else [Part("actor", people[0], people[0].start)]


def place_before(scene: Scene, token: Token | None, type: str, found: list[Part]) -> list[Part]:
    """The town whose apposition tells of the visit: "Lima, a city that the president visited"."""
    relative = token is not None and (
        token.dep_ in RELATIVE or (token.dep_ == "acl" and any(child.dep_ == "nsubj" for child in token.children))
    )
    if type != "visit" or token is None or not relative or any(one.role != "actor" for one in found):
        return []
    own = mention_of(scene, token.head)
    if own is not None:
        return [Part("place", own, own.start)] if own.fact.kind in ("GPE", "LOC") else []
    start = token.doc[token.head.left_edge.i].idx
    one = scene.mention_at(max(start - 3, 0), max(start - 2, 1))
    beside = one is not None and scene.page.value[one.end : start] == ", " and one.fact.kind in ("GPE", "LOC")
    return [Part("place", one, one.start)] if one is not None and beside else []


def turned_by_case(scene: Scene, words: RoleWords, trigger: tuple[int, int], found: list[Part]) -> list[Part]:
    """The parts where the object goes before its verb and its ending says so: "Эритрею обвиняют Эфиопия и США"."""
    if words.accusative is None:
        return found
    made = list(found)
    for at, part in enumerate(found):
        written = scene.page.value[part.place.start : part.place.end]
        if (
            part.role == "actor"
            and part.place.end <= trigger[0]
            and _is_accusative(words, written, names_of(part.place))
        ):
            made[at] = part._replace(role="recipient")
    if made == found or any(one.role == "actor" for one in made):
        return made
    end = trigger[1]
    for at, part in enumerate(made):
        if part.role != "recipient" or part.place.start < end:
            continue
        written = scene.page.value[part.place.start : part.place.end]
        if written != names_of(part.place) and written.casefold() != part.place.fact.name.casefold():
            break
        if not words.joined.fullmatch(scene.page.value, end, part.place.start):
            break
        made[at], end = part._replace(role="actor"), part.place.end
    return made


def _is_accusative(words: RoleWords, written: str, name: str) -> bool:
    """True for a form that only an object has: "Эритрею", of "Эритрея"."""
    return written != name and words.accusative is not None and words.accusative.search(written) is not None


def turned_round(
    scene: Scene, words: RoleWords, trigger: tuple[int, int], type: str, kind: str, found: list[Part]
) -> list[Part]:
    """Behind a quotation the verb goes before its subject: "…", a annoncé le Qatar."""
    if type not in _VERBS_OF_SAYING or kind != "verb":
        return found
    lead = scene.page.value[max(0, trigger[0] - 16) : trigger[0]]
    if not (_OPENED.search(lead) or (type == "announce" and _AFTER_COMMA.search(lead))):
        return found
    behind, end = [], trigger[1]
    for part in found:
        if part.place.start >= end and words.joined.fullmatch(scene.page.value, end, part.place.start):
            behind.append(part._replace(role="actor"))
            end = part.place.end
    return behind or found
