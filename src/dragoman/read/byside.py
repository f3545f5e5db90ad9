"""The part a mention takes, by the preposition before it, else by its side of the act; and what the act allows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.read.rolewords import BY_LAW, PLACES, REACH, TOGETHER, TOWARDS, RoleWords, is_base
from dragoman.read.scene import Placed, Scene
from dragoman.records import Mention

if TYPE_CHECKING:
    pass

__all__ = ["NATURAL", "belongs", "by_words", "fitted", "is_passive", "joined_to", "without_times"]

#: Acts done by states with an agreement: a state is never what is signed, only who signs.
PAPERS = frozenset({"sign", "initial", "ratify", "approve", "deposit", "accede", "denounce", "withdraw", "suspend"})
_OPENING = re.compile(r"[«“„\"]\s?$")  # a mark that opens right before a name: 'the “Nightjar” case'
_LINK = 24  # characters before a noun in which "after the" may stand
_DAY = 40  # characters behind a preposition within which its day ends
_FAR = 4  # words between a preposition and the mention it governs
_TELLING = frozenset({"announce", "statement"})  # acts that have nobody at the other end, but a medium or a place
_ALONE = frozenset({*BY_LAW, "extend", "terminate", "condemn", "deny", "promise", "statement", "announce"})
_OFFERED = frozenset({"transfer_arms", "aid", "invite", "release", "call"})  # "got shells from X": X sends them
_LOCATED = frozenset(
    {"meet", "call", "sign", "initial", "agree", "negotiate", "detain", "release", "announce", "test", "appoint"}
    | {
        "exchange_instruments",
        "die",
        "emergency",
        "mourn",
        "funeral",
        "ceasefire",
        "rule",
        "convict",
        "acquit",
        "evacuate",
        "close",
        "promulgate",
        "elect",
        "win_election",
        "strike",
    }
)
_VIOLENT = frozenset({"attack", "kill", "capture"})
#: Done to persons: a place beside them is where.
_OF_PERSONS = frozenset(
    {"appoint", "elect", "dismiss", "convict", "acquit", "detain", "abduct", "kill", "die", "flee", "take_office"}
)
_AT_HOUSES = _LOCATED | {"protest"}  # acts that are told to happen at a body's house
_OF_PEOPLE = frozenset({"strike", "flee", "die", "resign", "take_office"})  # no country does them
NATURAL = frozenset({"disaster", "accident"})  # nobody does it; it has a place
#: Acts that have nobody at the other end.
_WITHOUT_OTHERS = frozenset(
    {*BY_LAW, "win_election", "resign", "die", "strike", "emergency", "promulgate", "cut_jobs", "take_office", "flee"}
    | {"mourn", "cut_rates", "raise_rates", "hold_rates"}
)
_SUFFERED = frozenset(
    {"elect", "appoint", "detain", "abduct", "release", "expel", "kill", "impeach", "dismiss", "convict", "acquit"}
    | {"buy", "funeral"}
)  # "the election of X": X does nothing
_BY_PREPOSITION = {
    "source": "source",
    "to": "to",
    "by": "actor",
    "between": "actor",
    "origin": "actor",
    "in": "place",
    "of": "of",
    "with": "with",
}


def joined_to(words: RoleWords, scene: Scene, before: tuple[int, str] | None, place: Placed[Mention]) -> str:
    """The role of the mention before, when only "and" or a comma stands between the two, or when it holds this one."""
    if any(ending.match(scene.page.value, place.end) for ending in words.suffixes.values()):
        return ""
    if before is None or place.start < before[0]:
        return before[1] if before else ""
    return before[1] if words.joined.fullmatch(scene.page.value, before[0], place.start) else ""


def belongs(scene: Scene, words: RoleWords, place: Placed[Mention]) -> bool:
    """True for a country that only tells whose: in a wider name, right before a person, or as an adjective."""
    wider = scene.mention_at(place.start, place.end)
    if wider is not None and wider.fact.kind == "PER" and (wider.start, wider.end) != (place.start, place.end):
        return place.fact.kind != "PER"
    following = scene.mention_at(place.end + 1, place.end + 2)
    if _is_second_state(scene, words, place):
        return False  # "главы МИД Египта и | Греции Самех Шукри и Никос Дендиас": each of its own
    if following is not None and following.start == place.end + 1 and following.fact.kind == "PER":
        return place.fact.kind != "PER"
    before = scene.mention_at(place.start - 2, place.start - 1)
    if before is not None and before.end == place.start - 1 and before.fact.kind == "ORG" and place.fact.kind == "GPE":
        return True  # "Верховная рада Украины", "der Bundesrat Österreichs"
    if place.fact.form != "demonym":
        return False
    word = re.match(r"\s(\w+)", scene.page.value[place.end : place.end + 40])
    return word is not None and not (words.office and words.office.fullmatch(word[1]))


def _is_second_state(scene: Scene, words: RoleWords, place: Placed[Mention]) -> bool:
    """True for a state that "and" joins to one before it."""
    before = scene.mentions_in(max(0, place.start - REACH), place.start)
    if place.fact.kind != "GPE" or not before or not before[-1].fact.country or before[-1].fact.kind == "PER":
        return False
    gap = scene.page.value[before[-1].end : place.start]
    return words.joined.fullmatch(gap) is not None and words.also.search(gap) is not None


def without_times(scene: Scene, a: int, b: int) -> str:
    """The words of a range, blanks where a time stands with its preposition: "empfing am Mittwoch …"."""
    value = scene.page.value[a:b]
    for one in scene.times_in(a, b):
        value = value[: one.start - a] + " " * (one.end - one.start) + value[one.end - a :]
    return value


def by_words(
    words: RoleWords,
    scene: Scene,
    place: Placed[Mention],
    start: int,
    trigger: tuple[int, int],
    clause: tuple[int, int],
    type: str,
    kind: str,
    turned: bool,
) -> str:
    """Role by the nearest preposition before the mention, else by its side of the trigger."""
    if turned and words.agentive and place.start >= trigger[1]:
        last = scene.page.value[place.start : place.end].split()[-1]
        return "actor" if words.agentive.fullmatch(last) else "recipient"
    if (cased := _by_suffix(words, scene, place, type, kind)) is not None:
        return cased
    floor = trigger[1] if place.start >= trigger[1] else clause[0]
    said = without_times(scene, max(floor, start - REACH), start)
    lead = re.split(r"[,;:()«»“”\"]", _OPENING.sub("", said))[-1]
    at = max(floor, start - REACH) + said.rfind(lead)
    cues = list(words.preposition.finditer(lead)) if words.preposition else []
    cues = [one for one in cues if not _is_of_time(scene, at + one.end())]
    found = cues[-1] if cues else None
    if found is not None and words.base_is_subject and lead[found.end() :].strip() and is_base(words, place):
        found = None  # "в договоре Москва …": in the base form it is not what the preposition governs
    if found is not None and scene.page.doc is None and words.helper and words.helper.search(lead, found.end()):
        found = None  # "Nach Protesten hat X …": the helper of the verb parts X from what the preposition governs
    if found is not None and len(lead[found.end() :].split()) <= _FAR:
        role = _BY_PREPOSITION.get(found.lastgroup or "", "recipient")
        if role == "to" and type == "protest" and not (words.against and words.against.fullmatch(found[0])):
            return "place"  # "ont manifesté à Séoul"
        if found.lastgroup == "origin" and kind == "verb" and type not in _OFFERED:
            return ""
        if kind == "noun" and place.end <= trigger[0] and _is_of_other(words, scene, role, place.end, trigger[0]):
            return ""
        if role == "of" and kind == "verb":
            before = lead[: found.start()].split()
            held = bool(before and words.office and words.office.fullmatch(before[-1]))
            if held and place.start < trigger[0] and not turned:
                return "actor"  # "los líderes de Armenia y Azerbaiyán firmaron"
            if scene.page.doc is not None and place.fact.kind == "PER":
                return ""  # "upheld the removal of X"
        if found.lastgroup == "by" and kind == "verb" and not turned:
            return ""  # an active verb has no agent: "has approved the plan by X"
        if found.lastgroup == "by" and place.end <= trigger[0] and _is_behind_participle(words, lead[: found.start()]):
            return ""  # "las niñas secuestradas por X fueron liberadas": X frees nobody
        if found.lastgroup == "between" and type not in TOGETHER and (kind == "verb" or lead[: found.start()].strip()):
            return ""
        return role
    if place.start < trigger[0]:
        if kind == "noun" and _is_set_apart(words, scene, trigger[0]):
            return ""
        if words.objective and words.objective.search(scene.page.value, clause[0], start):
            return "recipient"
        return "recipient" if turned else "actor"
    if kind == "noun":
        beyond = scene.page.doc is None and words.helper and words.helper.search(scene.page.value, trigger[1], start)
        return "" if beyond else "of"  # "Nach Protesten hat der Präsident …": the verb tells what he does
    free = not words.base_is_subject or is_base(words, place)
    return "actor" if type in PAPERS and free and not turned and scene.page.doc is None else "recipient"


def _by_suffix(words: RoleWords, scene: Scene, place: Placed[Mention], type: str, kind: str) -> str | None:
    """The role that the ending behind a name tells: "Libya'da" is where; "Libya'nın" only tells whose it is."""
    found = (role for role, ending in words.suffixes.items() if ending.match(scene.page.value, place.end))
    role = next(found, None)
    if role == "of":
        return "of" if kind == "noun" else ""
    if role == "between":
        return "actor" if type in TOGETHER else ""
    return None if role is None else "" if role == "origin" else _BY_PREPOSITION.get(role, "recipient")


def _is_of_time(scene: Scene, end: int) -> bool:
    """True for the preposition of a day, whoever is named behind it: "В июле | Россия", "En julio | Chile"."""
    if scene.page.doc is not None:
        return False
    return any(one.start - end <= 1 for one in scene.times_in(end, end + _DAY))


def _is_behind_participle(words: RoleWords, lead: str) -> bool:
    """True where the word before "by" is a participle: it tells another act, of who suffers this one."""
    before = lead.split()
    return bool(before and words.participle and words.participle.fullmatch(before[-1]))


def _is_of_other(words: RoleWords, scene: Scene, role: str, end: int, at: int) -> bool:
    """True where no parse ships and a name belongs to another noun: "über Flüge der Marine nach ihrem Besuch"."""
    if scene.page.doc is not None or role not in ("of", "to") or words.preposition is None:
        return False
    return role == "of" or words.preposition.search(scene.page.value, end, at) is not None


def _is_set_apart(words: RoleWords, scene: Scene, at: int) -> bool:
    """True where no parse ships and "after" or "before" stands right before a noun: who is named before had no part."""
    lead = scene.page.value[max(0, at - _LINK) : at]
    return scene.page.doc is None and bool(words.after and words.after.search(lead))


def fitted(role: str, mention: Mention, type: str, *, near: bool) -> str:
    """The role as the act and the kind of mention allow it; "" for a bystander."""
    if type in NATURAL:
        return "place" if mention.kind in PLACES else ""
    if role == "with":
        role = "" if type in _ALONE | _SUFFERED else "recipient"  # "arrested in connection with the scheme"
    if type in _TELLING and role in ("to", "of") and mention.kind not in PLACES:
        return "actor" if role == "of" and mention.kind == "PER" else ""
    if type in _OF_PEOPLE and mention.kind in PLACES:
        return "place"
    if role == "of" and type in PAPERS and not near:
        return ""  # "the protocols of Chad's accession": named with the paper, not with the act
    if role == "of" and type in _SUFFERED:
        return "recipient"
    if role == "of":
        towards = type in TOWARDS and mention.kind not in PLACES
        role = "actor" if mention.kind == "PER" or towards or _is_done_by(mention, type, near=near) else "recipient"
    if role == "to":
        role = "place" if (type in _LOCATED or type in BY_LAW) and mention.kind in (*PLACES, "ORG") else "recipient"
    if role == "place" and mention.kind not in PLACES and not (type in _AT_HOUSES and mention.kind == "ORG"):
        role = "recipient"  # "at the White House" is where
    if role == "recipient" and mention.kind in PLACES and (type in TOWARDS or type in _OF_PERSONS):
        return "place"
    if role == "recipient" and type in _WITHOUT_OTHERS:
        return "place" if type not in (*BY_LAW, "win_election") and mention.kind in PLACES else ""
    return role


def _is_done_by(mention: Mention, type: str, *, near: bool) -> bool:
    """True for "of Chad" behind "withdrawal" or "signature": whose act it is; "ratification of the XYZ" has no such.

    An attack "of" a group is its own; one "of" a country may be either.
    """
    if type in _VIOLENT and mention.kind in ("ORG", "NORP"):
        return True
    return near and type in PAPERS and (mention.kind in ("GPE", "NORP") or type == "withdraw")


def is_passive(scene: Scene, words: RoleWords, trigger: tuple[int, int], clause: tuple[int, int]) -> bool:
    """True when the trigger is a passive or a bare participle behind its noun."""
    token = scene.head(*trigger)
    own = token.lower_ if token is not None else scene.page.value[trigger[0] : trigger[1]]
    if words.intransitive and words.intransitive.fullmatch(own):
        return False  # "est arrivé", "ist zurückgetreten"
    if token is not None:
        if any(child.dep_ in ("auxpass", "aux:pass", "agent") for child in token.children):
            return True  # "Minister attacked by crowd": so a headline tells it
        helped = any(child.dep_.startswith("aux") for child in token.children)  # "ont signé", however it is parsed
        bare = (token.dep_ in ("acl", "amod") and not helped) or (
            token.dep_ == "advcl"  # "The assembly, elected in May, meets"
            and not any(child.dep_.startswith(("aux", "nsubj", "dobj", "obj")) for child in token.children)
        )
        return bare and "VerbForm=Part" in str(token.morph) and "Tense=Past" in str(token.morph)
    opens = trigger[0] - clause[0] <= 1 and words.participle is not None
    if opens and words.participle and words.participle.fullmatch(scene.page.value, *trigger):
        return True  # "…, ratificada por Caracas en 1977, …"
    if words.passive_form and words.passive_form.fullmatch(scene.page.value, *trigger):
        return True
    return bool(words.passive and words.passive.search(scene.page.value[clause[0] : trigger[0]]))
