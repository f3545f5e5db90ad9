"""Who takes which part in an act: by grammar where a parse ships, else by the words before a mention.

Position and prepositions (before the trigger: actor; "to", "on", "against": recipient; "in": place; "by": actor;
"between": both actors); a passive turns the sides. With a parse, subject, object and agent are taken from it, and a
subject that stands with a governing verb is found there ("accused X of sending": X).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.read.accused import is_between, of_accused
from dragoman.read.agents import also_agents, is_of_list
from dragoman.read.bygrammar import by_grammar
from dragoman.read.byside import NATURAL, belongs, by_words, fitted, is_passive, joined_to, without_times
from dragoman.read.bystanders import (
    COMPANIONS,
    is_beside,
    is_company,
    is_joint,
    is_quoted,
    is_with,
    one_person,
    sources_in,
    stands_by,
    tellers_in,
)
from dragoman.read.extent import aside_of, event_words
from dragoman.read.governing import outside
from dragoman.read.people import are_people, as_people, group_of
from dragoman.read.rolewords import ACTORS, PLACES, TOGETHER, TOWARDS, Part, RoleWords, is_second, names_of
from dragoman.read.scene import Placed, Scene
from dragoman.read.seeming import between, without_late, without_owners
from dragoman.read.standins import pair, stand_in
from dragoman.read.subjects import (
    far_subject,
    first_list,
    listed_before,
    on_visit,
    opening_body,
    place_before,
    right_before,
    turned_by_case,
    turned_round,
)
from dragoman.read.triggers import triggers
from dragoman.records import Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["roles"]

_ONE_SIDE = frozenset({"accuse"})  # of "accused X of sending it to Y" only X is accused
#: To a post in a body: the body is not appointed; of "Ana Gil, 67, of Lima" Lima is not arrested.
_OF_PERSONS = frozenset({"appoint", "elect", "dismiss", "detain", "release", "abduct", "convict", "acquit"})
_CREDIT = 8  # characters before a name in which "By the" may stand
_OF = 12  # characters between a noun and whose act it names: "withdrawal of the", "retrait de l'"


def roles(scene: Scene, trigger: tuple[int, int], clause: tuple[int, int], type: str, kind: str) -> Iterator[Role]:
    """The parts that mentions of a clause take in the act named by its trigger."""
    words = scene.page.language.once(RoleWords)
    token = scene.head(*trigger)
    turned = kind == "verb" and is_passive(scene, words, trigger, clause)
    found = _mentioned(scene, words, token, trigger, clause, type, kind, turned)
    found = turned_round(scene, words, trigger, type, kind, found)
    if turned and token is not None:
        found = [*found, *also_agents(scene, words, clause, found)]
    if not turned:
        found = _with_actor(scene, words, token, trigger, clause, type, kind, found)
    found = [*listed_before(scene, words, clause, found), *found, *place_before(scene, token, type, found)]
    a, _ = scene.sentence(trigger[0])
    sent = scene.page.behind_dateline(a, trigger[0])
    found = [one for one in found if not (one.role == "actor" and _is_credit(scene, words, one))]
    found = [one for one in found if not a <= one.place.start < sent]  # where a report was sent from does nothing
    if type in _OF_PERSONS and any(one.role == "recipient" and one.place.fact.kind == "PER" for one in found):
        found = [one for one in found if one.role != "recipient" or one.place.fact.kind in ("PER", "NORP")]
        if any(one.role == "recipient" and one.place.fact.form == "name" for one in found):
            found = [one for one in found if one.role != "recipient" or one.place.fact.form == "name"]
    if type in ("invite", "accept"):
        found = [one for one in found if not _is_goal(scene, one, trigger)]
    if type == "invite" and kind == "noun" and _is_accepted(scene, trigger):
        found = [one._replace(role="recipient") if one.start < trigger[0] else one for one in found]
    if token is None and kind == "verb" and type not in _ONE_SIDE:
        found = of_accused(scene, trigger, found)
    if type in _ONE_SIDE:
        found = first_list(scene, words, trigger, found)
    if token is None and kind == "verb":
        found = turned_by_case(scene, words, trigger, found)
    yield from _each_once(scene, one_person(scene, words, found), type)
    yield from pair(scene, words, trigger, clause, {names_of(part.place) for part in found})


def _is_goal(scene: Scene, one: Part, trigger: tuple[int, int]) -> bool:
    """True for the place that somebody is invited to visit: it is not invited."""
    if one.role != "recipient" or one.place.fact.kind not in PLACES or one.place.start < trigger[1]:
        return False
    between = scene.page.value[trigger[1] : one.place.start]
    return any(hit.rule.type == "visit" for hit in triggers(scene.page.language).hits(between + " "))


def _is_accepted(scene: Scene, trigger: tuple[int, int]) -> bool:
    """True for an invitation behind a verb of accepting: who accepts it is invited."""
    lead = scene.page.value[scene.sentence(trigger[0])[0] : trigger[0]]
    return any(hit.rule.type == "accept" for hit in triggers(scene.page.language).hits(lead))


def _is_credit(scene: Scene, words: RoleWords, part: Part) -> bool:
    """True for whom a capital within a sentence credits: "People fled in this direction By The Herald"."""
    if words.preposition is None:
        return False
    floor = max(scene.sentence(part.place.start)[0] + 1, part.place.start - _CREDIT)
    cues = list(words.preposition.finditer(scene.page.value, floor, part.place.start))
    return bool(cues) and cues[-1].lastgroup == "by" and cues[-1][0][:1].isupper()


def _mentioned(
    scene: Scene,
    words: RoleWords,
    token: Token | None,
    trigger: tuple[int, int],
    clause: tuple[int, int],
    type: str,
    kind: str,
    turned: bool,
) -> list[Part]:
    """The mentions of the clause that take part, each with the role its place tells."""
    before: tuple[int, str] | None = None
    found: list[Part] = []
    apart = aside_of(scene, event_words(scene.page.language), trigger, clause)
    tellers, aside = tellers_in(scene, trigger, clause) + sources_in(scene, words, trigger, clause), set[str]()
    last: Placed[Mention] | None = None  # of those who only stand by
    subjects = _first_listed(scene, words, trigger, clause) if kind == "verb" and is_second(scene, trigger) else None
    for place in scene.mentions_in(*clause):
        if subjects is not None and place.end <= trigger[0] and place not in subjects:
            continue
        if place.fact.kind not in ACTORS or (place.start < trigger[1] and trigger[0] < place.end):
            if type in _ONE_SIDE and place.fact.kind in ACTORS and is_between(place, trigger):
                found.append(Part("recipient", place, place.start))  # "wirft X vor"
            continue
        if any(a <= place.start and place.end <= b for a, b in (*tellers, *apart)) or is_quoted(scene, place, trigger):
            continue
        beside = last is not None and words.joined.fullmatch(scene.page.value, last.end, place.start) is not None
        if names_of(place) in aside or beside or stands_by(scene, words, place):
            aside.add(names_of(place))
            last = place
            continue
        workers = group_of(scene, place)
        persons = workers is not None or are_people(scene, place)
        if token is None and not persons and belongs(scene, words, place):
            continue
        role, start, end = by_grammar(scene, place, token, type) if token is not None else (None, place.start, -1)
        if persons:
            place = workers or as_people(scene, place)
            start, end = place.start, -1
        if role == "":
            continue
        if role is None:
            role = joined_to(words, scene, before, place) or by_words(
                words, scene, place, start, trigger, clause, type, kind, turned
            )
        if kind == "verb" and place.fact.kind in COMPANIONS and is_joint(scene, words, place):
            role = "recipient" if turned else "actor"
        elif kind == "verb" and is_company(scene, words, place, token, type, turned=turned):
            continue
        elif role == "actor" and place.end <= trigger[0] and is_beside(scene, words, place):
            role = "place"
        if role == "actor" and token is not None and is_of_list(scene, words, place, clause):
            continue
        if role == "actor" and type in TOGETHER and is_with(scene, words, place):
            role = "recipient"
        if role == "actor" and token is None and kind == "verb" and _is_whose(scene, words, place, found):
            continue
        if role == "actor" and _is_object(scene, words, place, trigger, found):
            role = "recipient"
        if role == "actor" and token is None and _is_framed(scene, words, place, trigger, clause):
            role = "recipient"
        before = (place.end, role) if role != "place" or place.end > trigger[0] else None
        near = kind == "noun" and 0 <= place.start - trigger[1] < _OF
        role = fitted(role, place.fact, type, near=near)
        if role not in ("source", ""):
            found.append(Part(role, place, start, end))
    if token is not None:
        return found
    if kind == "noun":
        return between(scene, words, found, trigger)
    return without_late(without_owners(scene, words, found), trigger)


def _is_object(
    scene: Scene, words: RoleWords, place: Placed[Mention], trigger: tuple[int, int], found: list[Part]
) -> bool:
    """True for the second of two names before a verb, which nothing joins: "Kenia hat den Tschad gewarnt"."""
    first = next((one.place for one in reversed(found) if one.role == "actor"), None)
    if first is None or not first.end < place.start < trigger[0]:
        return False
    return words.framed is not None and words.framed.fullmatch(without_times(scene, first.end, place.start)) is not None


def _is_whose(scene: Scene, words: RoleWords, place: Placed[Mention], found: list[Part]) -> bool:
    """True for a name in the genitive right behind a noun, where another acts: "dem Beitritt | Kenias zugestimmt"."""
    written, lead = scene.page.value[place.start : place.end], scene.page.value[: place.start].split()[-1:]
    if words.genitive_name is None or not lead or not any(one.role == "actor" for one in found):
        return False
    noun = lead[0][:1].isupper() and lead[0].isalpha() and not (words.office and words.office.fullmatch(lead[0]))
    return noun and words.genitive_name.fullmatch(written) is not None and not names_of(place).endswith(written)


def _is_framed(
    scene: Scene, words: RoleWords, place: Placed[Mention], trigger: tuple[int, int], clause: tuple[int, int]
) -> bool:
    """True for a name between the helper and its participle, where a subject without a name opens the clause."""
    lead = scene.page.value[clause[0] : place.start]
    return place.end < trigger[0] and words.nominative is not None and words.nominative.fullmatch(lead) is not None


def _is_behind_relative(scene: Scene, words: RoleWords, start: int) -> bool:
    """True for a clause that goes on behind a relative one with the verb: ", den sie im Mai empfing, | entließ …"."""
    a, _ = scene.sentence(start)
    parts = scene.page.value[a:start].rstrip().removesuffix(",").split(", ")
    closed = scene.page.value[a:start].rstrip().endswith(",")
    inside = words.relative is not None and len(parts) > 1 and words.relative.match(parts[-1]) is not None
    return closed and inside and scene.page.value[start : start + 1].islower()


def _first_listed(
    scene: Scene, words: RoleWords, trigger: tuple[int, int], clause: tuple[int, int]
) -> list[Placed[Mention]]:
    """Who begins a clause, and who is joined to them: the others before a second verb belong to the first."""
    found: list[Placed[Mention]] = []
    if _is_behind_relative(scene, words, clause[0]):
        return found  # "X, den Y empfing, | entließ Z und unterzeichnete …": neither Y nor Z signed
    for one in scene.mentions_in(clause[0], trigger[0]):
        if found and not words.joined.fullmatch(scene.page.value, found[-1].end, one.start):
            break
        found.append(one)
    return found


def _with_actor(
    scene: Scene,
    words: RoleWords,
    token: Token | None,
    trigger: tuple[int, int],
    clause: tuple[int, int],
    type: str,
    kind: str,
    found: list[Part],
) -> list[Part]:
    """The same with who acts, where they are not named in the clause or only by an office or a pronoun."""

    def lacks() -> bool:
        return not any(part.role == "actor" for part in found)

    if lacks():
        found = found + outside(scene, words, token, type, kind, found)
    if lacks() and type == "visit" and kind == "noun" and token is None:
        found = found + on_visit(scene, words, trigger, found)
    if lacks() and kind == "verb":
        found = found + far_subject(scene, words, trigger, clause)
    if kind == "verb" and token is None and all(one.start < trigger[0] for one in found if one.role == "actor"):
        found = found + opening_body(scene, words, trigger, clause, type, found)
    if lacks() and kind == "verb" and type not in NATURAL:
        found = found + right_before(scene, words, trigger)
    if lacks():
        found = found + stand_in(scene, words, token, trigger, type, kind)
    return found


def _each_once(scene: Scene, found: list[Part], type: str) -> Iterator[Role]:
    """Every participant once; where a person visits, countries are where."""
    seen: set[str] = set()
    visited = type in TOWARDS and any(one.role == "actor" and one.place.fact.kind == "PER" for one in found)
    for one in found:
        end = max(one.end, one.place.end)
        whole = one.start < one.place.start or end > one.place.end
        name = " ".join(scene.page.value[one.start : end].split()) if whole else names_of(one.place)
        role = "place" if visited and one.role == "actor" and one.place.fact.kind in PLACES else one.role
        if name not in seen:
            seen.add(name)
            yield Role(role=role, name=name, at=scene.page.span(one.start, end))
