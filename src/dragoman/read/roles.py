"""Who takes which part in an act: by grammar where a parse ships, else by the words before a mention.

Position and prepositions (before the trigger: actor; "to", "on", "against": recipient; "in": place; "by": actor;
"between": both actors); a passive turns the sides. With a parse, subject, object and agent are taken from it, and a
subject that stands with a governing verb is found there ("accused X of sending": X).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dragoman.languages import Language
from dragoman.read.scene import Placed, Scene
from dragoman.read.triggers import END, inner, pattern
from dragoman.records import Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["roles"]

_ACTORS = frozenset({"PER", "GPE", "ORG", "NORP", "LOC", "FAC"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TOWARDS = frozenset({"visit"})  # acts whose goal is a place
_REACH = 48  # characters before a mention in which its preposition may stand: "to the former president of the …"
#: Acts done by states with an agreement: a state is never what is signed, only who signs.
_PAPERS = frozenset({"sign", "initial", "ratify", "approve", "deposit", "accede", "denounce", "withdraw", "suspend"})
_OF = 12  # characters between a noun and whose act it names: "withdrawal of the", "retrait de l'"
_FAR = 4  # words between a preposition and the mention it governs
_BY_DEP = {
    "nsubj": "actor", "csubj": "actor", "obl:agent": "actor", "poss": "actor",
    "dobj": "recipient", "obj": "recipient", "iobj": "recipient", "dative": "recipient",
    "nsubjpass": "recipient", "nsubj:pass": "recipient",
}  # fmt: skip
_RELATIVE = frozenset({"relcl", "acl:relcl"})
_UNDER = frozenset({"dobj", "obj"})
_BY_LAW = frozenset({"ratify", "approve"})
_INSIDE = frozenset({"amod", "compound", "nmod", "flat:name", "poss", "nummod"})
_LOOSE = frozenset({"ADP", "DET", "CCONJ", "PUNCT", "SPACE"})  # words that may open a phrase but do not name anybody
_SAID = frozenset({"announce", "statement", "demand", "deny", "promise"})
_TELLING = frozenset({"announce", "statement"})  # acts that have nobody at the other end, but a medium or a place
_TOGETHER = frozenset(
    {"meet", "call", "negotiate", "agree", "sign", "initial", "ceasefire", "exchange_instruments", "enter_into_force"}
)  # acts of two sides
_VERBS_OF_SAYING = frozenset({"announce", "statement", "condemn", "demand", "accuse", "promise", "deny", "threaten"})
_ALONE = frozenset({*_BY_LAW, "extend", "terminate", "condemn", "deny", "promise", "statement", "announce"})
_OFFERED = frozenset({"transfer_arms", "aid", "invite", "release", "call"})  # "got shells from X": X sends them
_INSERTED = 90  # characters of a clause between commas that only says who tells: ", Paris and Berlin say,"
_OPENED = re.compile(r"[»”\"],?\s+(?:[\w'’]{1,6}\s)?$")  # « … », a " before the verb that the speaker follows
_AFTER_COMMA = re.compile(r",\s+(?:[\w'’]{1,6}\s)?$")
_TITLED = re.compile(r"(?:'s)?[\s\w'’-]{0,50},?\s(?:\w+\s)?")  # "Kenya's president, Mr William Ruto": one person
_OPENS = re.compile(r"(?:[\w'’]{1,4}\s?)?")  # nothing but an article before who begins a sentence
_INSERTION = re.compile(r"\s*|,[^;:.!?\n()«»“”\"]{3,160},\s*(?:[\w'’]{1,5}\s)?")  # ", a neighbour of both, "
_PHRASE = 60  # characters a phrase may begin before the name in it: "the upper house of the parliament"
_LOCATED = frozenset(
    {"meet", "call", "sign", "initial", "agree", "negotiate", "detain", "release", "announce", "test", "appoint"}
)
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


class _Part(NamedTuple):
    """A participant: role, mention, and where its phrase starts."""

    role: str
    place: Placed[Mention]
    start: int


class _Words:
    def __init__(self, language: Language) -> None:
        section = language.section("events")
        table = section.get("prepositions", {})
        whole = "|".join(
            f"(?P<{'origin' if role == 'from' else role}>\\b(?:{words}){END})" for role, words in table.items()
        )
        self.preposition = re.compile(whole, re.IGNORECASE) if whole else None
        self.passive = pattern(language, section["passive"]) if section.get("passive") else None
        joined, articles = section.get("and", "(?!)"), section.get("articles", "(?!)")
        self.joined = re.compile(rf"(?:,|\s|\b(?:{joined})\b|\b(?:{articles}){END})+", re.IGNORECASE)
        self.also = re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)
        self.office = pattern(language, section["office"]) if section.get("office") else None
        self.light = pattern(language, section["light"]) if section.get("light") else None
        self.apart = pattern(language, section["apart"]) if section.get("apart") else None
        self.beside = _leading(table, articles)
        self.passive_form = pattern(language, section["passive_form"]) if section.get("passive_form") else None
        self.base_is_subject = bool(section.get("base_is_subject"))
        self.agentive = pattern(language, section["agentive"]) if section.get("agentive") else None
        by = section.get("bystander")
        few = r"(?:\s+[\w'’-]+){0,4}\s*$"
        self.bystander = re.compile(rf"\b(?:{inner(language, by)}){END}{few}", re.IGNORECASE) if by else None
        named = section.get("classes", {}).get("agreement")
        self.papers = pattern(language, named) if named else None
        of = rf"(?:{table.get('of', '(?!)')}|of|von|{articles})"
        self.paper = re.compile(rf"{self.papers.pattern}\s{of}{END}\s*$", re.I) if self.papers else None
        self.with_ = (
            re.compile(rf"\b(?:{table['with']})\s+(?:(?:{articles}){END}\s*)?$", re.I) if "with" in table else None
        )
        pairs = section.get("pairs", {})
        self.pairs = {kind: pattern(language, words) for kind, words in pairs.items()}


def _leading(table: dict[str, str], articles: str) -> re.Pattern[str] | None:
    """The words that, right before a name, tell that it is no subject: "à", "in", "with"."""
    words = "|".join(table[role] for role in ("to", "in", "with", "from") if role in table)
    return re.compile(rf"\b(?:{words})(?:\s+(?:{articles}))?\s*$", re.IGNORECASE) if words else None


def roles(scene: Scene, trigger: tuple[int, int], clause: tuple[int, int], type: str, kind: str) -> Iterator[Role]:
    """The parts that mentions of a clause take in the act named by its trigger."""
    words = scene.page.language.once(_Words)
    token = scene.head(*trigger)
    turned = kind == "verb" and _passive(scene, words, trigger, clause)
    before: tuple[int, str] | None = None
    found: list[_Part] = []
    tellers, aside = _tellers(scene, trigger, clause), set[str]()
    for place in scene.mentions_in(*clause):
        if place.fact.kind not in _ACTORS or (place.start < trigger[1] and trigger[0] < place.end):
            continue
        if any(a <= place.start and place.end <= b for a, b in tellers):
            continue
        if _names(place) in aside or _stands_by(scene, words, place):
            aside.add(_names(place))
            continue
        if token is None and _belongs(scene, words, place):
            continue
        role, start = _by_grammar(scene, place, token) if token is not None else (None, place.start)
        if role == "":
            continue
        if role is None:
            role = _joined(words, scene, before, place) or _by_words(
                words, scene, place, start, trigger, clause, type, kind, turned
            )
        if role == "actor" and place.end <= trigger[0] and _is_beside(scene, words, place):
            role = "place"
        if role == "actor" and type in _TOGETHER and _is_with(scene, words, place):
            role = "recipient"
        before = (place.end, role) if role != "place" or place.end > trigger[0] else None
        near = kind == "noun" and 0 <= place.start - trigger[1] < _OF
        role = _fitted(role, place.fact, type, near=near)
        if role in ("source", ""):
            continue
        found.append(_Part(role, place, start))
    found = _turned_round(scene, words, trigger, type, kind, found)
    if not turned and not any(part.role == "actor" for part in found):
        found += _outside(scene, words, token, type, kind, found)
    if kind == "verb" and not turned and not any(part.role == "actor" for part in found):
        found += _far_subject(scene, words, trigger, clause)
    if token is None:
        found = [*_listed_before(scene, words, clause, found), *found]
    yield from _each_once(scene, _one_person(scene, words, found), type)
    yield from _pair(scene, words, clause, {_names(part.place) for part in found})


def _tellers(scene: Scene, trigger: tuple[int, int], clause: tuple[int, int]) -> list[tuple[int, int]]:
    """Where a clause between commas only says who tells: ", Paris and Berlin say, "."""
    found, value = [], scene.page.value
    for quote in (one.fact for one in scene.quotes if one.end > clause[0] - _INSERTED and one.start < clause[1]):
        cue = scene.page.article.text.find(quote.cue.start, quote.cue.end) if quote.cue and quote.speaker_at else None
        if cue is None or not clause[0] <= cue[0] < clause[1] or cue[0] == trigger[0]:
            continue
        a, b = value.rfind(",", max(clause[0] - 2, cue[0] - _INSERTED), cue[0]), value.find(",", cue[1], clause[1] + 1)
        if a >= 0 and 0 <= b - a <= _INSERTED and not a < trigger[0] < b:
            found.append((a, b))
    return found


def _listed_before(scene: Scene, words: _Words, clause: tuple[int, int], found: list[_Part]) -> list[_Part]:
    """Who stands before the clause in one list with its first actor: the first of "Chad, Mali and Niger ratified"."""
    head = next((part for part in found if part.role == "actor"), None)
    if head is None:
        return []
    listed: list[_Part] = []
    a, _ = scene.sentence(clause[0])
    start = head.start
    for one in reversed(scene.mentions_in(a, clause[0])):
        if one.end > start or not words.joined.fullmatch(scene.page.value, one.end, start):
            break
        if one.fact.kind != head.place.fact.kind:
            break
        listed.insert(0, _Part("actor", one, one.start))
        start = one.start
    return listed


def _far_subject(scene: Scene, words: _Words, trigger: tuple[int, int], clause: tuple[int, int]) -> list[_Part]:
    """Who begins the sentence, where only an insertion between commas parts it from its verb: "Chad, a member, …"."""
    a, _ = scene.sentence(trigger[0])
    value = scene.page.value
    first = next(iter(scene.mentions_in(a, clause[0])), None)
    if first is None or first.fact.kind not in ("GPE", "ORG", "PER") or not _OPENS.fullmatch(value, a, first.start):
        return []
    lead = value[a : first.start]
    if (words.beside and words.beside.search(lead)) or (words.base_is_subject and not _is_base(first)):
        return []
    between = value[first.end : clause[0]]
    return [_Part("actor", first, first.start)] if _INSERTION.fullmatch(between) else []


def _stands_by(scene: Scene, words: _Words, place: Placed[Mention]) -> bool:
    """True for who takes no part: "in the presence of X", the place in a treaty's own name, "NATO-" of a compound."""
    value = scene.page.value
    lead = value[max(0, place.start - _REACH) : place.start]
    if words.bystander and words.bystander.search(lead):
        return True
    compound = value[place.end : place.end + 1] == "-" and value[place.end + 1 : place.end + 2].isalpha()
    if (compound and scene.page.doc is None) or (words.paper and words.paper.search(lead)):
        return True
    return bool(place.fact.kind != "PER" and words.papers and words.papers.match(value, place.start, place.end))


def _is_with(scene: Scene, words: _Words, place: Placed[Mention]) -> bool:
    """True when "with" stands right before a name."""
    lead = scene.page.value[max(0, place.start - 20) : place.start]
    return bool(words.with_ and words.with_.search(lead))


def _is_beside(scene: Scene, words: _Words, place: Placed[Mention]) -> bool:
    """True when a preposition right before the name makes it no subject: "À Rome, …", "with Chad"."""
    lead = scene.page.value[max(0, place.start - 20) : place.start]
    return bool(words.beside and words.beside.search(lead))


def _turned_round(
    scene: Scene, words: _Words, trigger: tuple[int, int], type: str, kind: str, found: list[_Part]
) -> list[_Part]:
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


def _one_person(scene: Scene, words: _Words, found: list[_Part]) -> list[_Part]:
    """Without the country and the office that stand before the name of who holds it."""
    kept = list(found)
    for one in found:
        for other in found:
            if other.place.fact.kind != "PER" or one.role != other.role:
                continue
            held = one.place.end <= other.place.end and other.start <= one.place.start
            if held and one.place.end - one.place.start < other.place.end - other.place.start and one in kept:
                kept.remove(one)
            if one.place.end > other.place.start:
                continue
            between = scene.page.value[one.place.end : other.place.start]
            title = scene.page.value[one.place.start : other.place.start]
            if not _TITLED.fullmatch(between) or not (words.office and words.office.search(title)):
                continue
            if not words.also.search(between) and one in kept:
                kept.remove(one)
    return kept


def _each_once(scene: Scene, found: list[_Part], type: str) -> Iterator[Role]:
    """Every participant once; where a person visits, countries are where."""
    seen: set[str] = set()
    visited = type in _TOWARDS and any(one.role == "actor" and one.place.fact.kind == "PER" for one in found)
    for one in found:
        whole = one.start < one.place.start
        name = " ".join(scene.page.value[one.start : one.place.end].split()) if whole else _names(one.place)
        role = "place" if visited and one.role == "actor" and one.place.fact.kind in _PLACES else one.role
        if name not in seen:
            seen.add(name)
            yield Role(role=role, name=name, at=scene.page.span(one.start, one.place.end))


# -- by grammar ------------------------------------------------------------------------------------


def _by_grammar(scene: Scene, place: Placed[Mention], trigger: Token) -> tuple[str | None, int]:
    """Role by the mention's head word and where the whole phrase starts; "" when it only belongs to another
    participant, None when grammar does not say."""
    tokens = scene.page.tokens(place.start, place.end)
    if tokens is None:
        return None, place.start
    token = tokens.root
    if _is_apart(scene, token, trigger):
        return "", place.start
    owner = _owner(token, trigger) if place.fact.kind != "PER" or _is_genitive(tokens) else None
    if owner is None:
        return _role_of(token, trigger, 4), place.start
    nested = owner.head.pos_ in ("NOUN", "PROPN") and owner.head != trigger and owner.dep_ not in ("conj", "appos")
    if nested or scene.mention_at(owner.idx, owner.idx + 1):
        return "", place.start
    role = _role_of(owner, trigger, 3)
    if place.fact.kind == "NORP" or token.dep_ == "compound":
        return (role if role == "actor" else ""), place.start
    start = next(one.idx for one in owner.subtree if one.pos_ not in _LOOSE)
    return (role, start) if 0 <= place.start - start < _PHRASE else ("", place.start)


def _is_genitive(tokens: Tokens) -> bool:
    """True when "of" or "de" stands right before the name, with or without an article."""
    before = [tokens.doc[i] for i in (tokens.start - 1, tokens.start - 2) if i >= 0]
    return bool(before) and any(
        one.lemma_ in ("of", "de", "du", "'s") for one in before[: 2 if before[0].pos_ == "DET" else 1]
    )


def _is_apart(scene: Scene, token: Token, trigger: Token) -> bool:
    """True inside "after his visit to …", which only dates the act."""
    words = scene.page.language.once(_Words)
    for one in token.ancestors:
        if one == trigger or one.is_ancestor(trigger):
            return False
        if one.pos_ == "NOUN" and words.apart:
            link = (
                one.head.lower_
                if one.dep_ == "pobj"
                else next((c.lower_ for c in one.children if c.dep_ == "case"), "")
            )
            if link and words.apart.fullmatch(link):
                return True
    return False


def _owner(token: Token, trigger: Token) -> Token | None:
    """The noun that a mention only belongs to: "the upper house" of "the upper house of the parliament"."""
    head = token.head
    if token.dep_ == "pobj":
        head = head.head if head.lower_ == "of" else head
    elif (
        token.dep_ not in _INSIDE
        or any(child.dep_ == "case" and child.lemma_ not in ("de", "du") for child in token.children)
        or (token.dep_ == "nmod" and not any(child.dep_ == "case" for child in token.children))
    ):
        return None
    return head if head != trigger and head != token and head.pos_ in ("NOUN", "PROPN") else None


def _role_of(token: Token, trigger: Token, steps: int) -> str | None:
    head = token.head
    if token.dep_ in ("conj", "appos") and steps and head != trigger:
        return _role_of(head, trigger, steps - 1)
    if token.dep_ == "pobj" and head.dep_ == "agent":
        return "actor" if head.head == trigger else None
    if head == trigger and token.dep_ == "amod":
        return "actor"
    light = head == trigger.head and head.pos_ in ("VERB", "AUX") and trigger.pos_ == "NOUN"
    return _BY_DEP.get(token.dep_) if head == trigger or light else None


def _outside(scene: Scene, words: _Words, token: Token | None, type: str, kind: str, found: list[_Part]) -> list[_Part]:
    """The subject outside the clause; behind a verb of telling, where the parser takes it for an object."""
    if type in _SAID and token is not None and not any(child.dep_.startswith("nsubj") for child in token.children):
        behind = [one for one in found if one.role == "recipient" and one.place.fact.kind in ("PER", "ORG")]
        if behind:
            found.remove(behind[0])
            return [behind[0]._replace(role="actor")]
    subject = _subject_of(scene, words, token, type, kind) if token is not None else None
    if token is None or subject is None or scene.sentence(subject.idx) != scene.sentence(token.idx):
        return []
    parts: list[_Part] = []
    for one in (subject, *subject.conjuncts):
        place = _mention_of(scene, one)
        if place is None and one.pos_ in ("NOUN", "PROPN") and words.office and words.office.fullmatch(one.lower_):
            start, end = one.doc[one.left_edge.i].idx, one.idx + len(one)
            place = Placed(
                start, end, Mention(spans=(scene.page.span(start, end),), name=scene.page.value[start:end], kind="PER")
            )
        if place is not None and all(_names(place) != _names(part.place) for part in (*found, *parts)):
            parts.append(_Part("actor", place, place.start))
    return parts


def _subject_of(scene: Scene, words: _Words, token: Token, type: str, kind: str) -> Token | None:
    """The subject of the trigger, or of what governs it; of "accused X of …" it is X, of "signed the law that ratifies
    the treaty" who signed."""
    own = next((child for child in token.children if child.dep_ in ("nsubj", "poss")), None)
    if own is not None and (own.pos_ != "PRON" or token.dep_ not in _RELATIVE):
        return own
    if kind == "noun":
        head = token.head
        if token.dep_ not in _UNDER or not (words.light and words.light.fullmatch(head.text)):
            return None
        return next((child for child in head.children if child.dep_ == "nsubj"), None)
    if token.dep_ in _RELATIVE and type in _BY_LAW and _mention_of(scene, token.head) is None:
        return next((child for child in token.head.head.children if child.dep_ == "nsubj"), None)
    for _ in range(5):
        head, dep = token.head, token.dep_
        if head == token:
            return None
        if dep in ("relcl", "acl:relcl") or (dep == "acl" and "VerbForm=Ger" in str(token.morph)):
            return head
        if dep in ("ccomp", "parataxis"):
            return None
        token = head.head if head.dep_ == "prep" else head
        found = {child.dep_: child for child in reversed(list(token.children))}
        for name in (
            ("dobj", "obj", "nsubjpass", "nsubj:pass") if dep in ("pcomp", "prep", "xcomp", "obl:arg", "ccomp") else ()
        ):
            if name in found and _mention_of(scene, found[name]) is not None:
                return found[name]
        if "nsubj" in found:
            return found["nsubj"]
    return None


def _mention_of(scene: Scene, token: Token) -> Placed[Mention] | None:
    """The mention a noun belongs to."""
    found = scene.mention_at(token.idx, token.idx + len(token))
    return found if found is not None and found.fact.kind in _ACTORS else None


# -- by words --------------------------------------------------------------------------------------


def _joined(words: _Words, scene: Scene, before: tuple[int, str] | None, place: Placed[Mention]) -> str:
    """The role of the mention before, when only "and" or a comma stands between the two, or when it holds this one."""
    if before is None or place.start < before[0]:
        return before[1] if before else ""
    return before[1] if words.joined.fullmatch(scene.page.value, before[0], place.start) else ""


def _belongs(scene: Scene, words: _Words, place: Placed[Mention]) -> bool:
    """True for a country that only tells whose: in a wider name, right before a person, or as an adjective."""
    wider = scene.mention_at(place.start, place.end)
    if wider is not None and wider.fact.kind == "PER" and (wider.start, wider.end) != (place.start, place.end):
        return place.fact.kind != "PER"
    following = scene.mention_at(place.end + 1, place.end + 2)
    if following is not None and following.start == place.end + 1 and following.fact.kind == "PER":
        return place.fact.kind != "PER"
    if place.fact.form != "demonym":
        return False
    word = re.match(r"\s(\w+)", scene.page.value[place.end : place.end + 40])
    return word is not None and not (words.office and words.office.fullmatch(word[1]))


def _by_words(
    words: _Words,
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
    floor = trigger[1] if place.start >= trigger[1] else clause[0]
    lead = re.split(r"[,;:()«»“”\"]", scene.page.value[max(floor, start - _REACH) : start])[-1]
    cues = list(words.preposition.finditer(lead)) if words.preposition else []
    found = cues[-1] if cues else None
    if found is not None and words.base_is_subject and lead[found.end() :].strip() and _is_base(place):
        found = None  # "в договоре Москва …": in the base form it is not what the preposition governs
    if found is not None and len(lead[found.end() :].split()) <= _FAR:
        role = _BY_PREPOSITION.get(found.lastgroup or "", "recipient")
        if found.lastgroup == "origin" and kind == "verb" and type not in _OFFERED:
            return ""
        if found.lastgroup == "between" and type not in _TOGETHER and (kind == "verb" or lead[: found.start()].strip()):
            return ""
        return role
    if place.start < trigger[0]:
        return "recipient" if turned else "actor"
    if kind == "noun":
        return "of"
    free = not words.base_is_subject or _is_base(place)
    return "actor" if type in _PAPERS and free and not turned and scene.page.doc is None else "recipient"


def _is_base(place: Placed[Mention]) -> bool:
    """True for a name written in its base form."""
    return place.fact.name == place.fact.refers_to


def _fitted(role: str, mention: Mention, type: str, *, near: bool) -> str:
    """The role as the act and the kind of mention allow it; "" for a bystander."""
    if role == "with":
        role = "" if type in _ALONE else "recipient"
    if type in _TELLING and role in ("to", "of") and mention.kind not in _PLACES:
        return "actor" if role == "of" and mention.kind == "PER" else ""
    if role == "recipient" and type in (*_BY_LAW, "win_election", "resign"):
        return ""
    if role == "of":
        towards = type in _TOWARDS and mention.kind not in _PLACES
        role = "actor" if mention.kind == "PER" or towards or _is_done_by(mention, type, near=near) else "recipient"
    if role == "to":
        role = "place" if type in _LOCATED and mention.kind in _PLACES else "recipient"
    if role == "place" and mention.kind not in _PLACES:
        return "recipient"
    if role == "recipient" and type in _TOWARDS and mention.kind in _PLACES:
        return "place"
    return role


def _is_done_by(mention: Mention, type: str, *, near: bool) -> bool:
    """True for "of Chad" behind "withdrawal" or "signature": whose act it is; "ratification of the XYZ" has no such."""
    return near and type in _PAPERS and (mention.kind in ("GPE", "NORP") or type == "withdraw")


def _passive(scene: Scene, words: _Words, trigger: tuple[int, int], clause: tuple[int, int]) -> bool:
    """True when the trigger is a passive or a bare participle behind its noun."""
    token = scene.head(*trigger)
    if token is not None:
        if any(child.dep_ in ("auxpass", "aux:pass") for child in token.children):
            return True
        return (
            token.dep_ in ("acl", "amod") and "VerbForm=Part" in str(token.morph) and "Tense=Past" in str(token.morph)
        )
    if words.passive_form and words.passive_form.fullmatch(scene.page.value, *trigger):
        return True
    return bool(words.passive and words.passive.search(scene.page.value[clause[0] : trigger[0]]))


def _pair(scene: Scene, words: _Words, clause: tuple[int, int], seen: set[str]) -> Iterator[Role]:
    """ "the two countries", "les deux dirigeants": the pair named last in the paragraph, else the pair most named."""
    for kind, cue in words.pairs.items():
        found = cue.search(scene.page.value, *clause)
        if found is None or seen:
            continue
        known = [one for one in scene.mentions if one.fact.kind == kind and one.end <= found.start()]
        pairs = [
            (one, other)
            for one, other in pairwise(known)
            if _names(one) != _names(other) and words.joined.fullmatch(scene.page.value, one.end, other.start)
        ]
        start, _ = scene.paragraph(found.start())
        near = [pair for pair in pairs if pair[0].start >= start]
        counts = Counter(_names(one) for one in scene.mentions)
        last = near[-1] if near else max(pairs, key=lambda pair: sum(counts[_names(one)] for one in pair), default=())
        for one in last:
            seen.add(_names(one))
            yield Role(role="actor", name=_names(one), at=scene.page.span(*found.span()))


def _names(place: Placed[Mention]) -> str:
    return place.fact.refers_to or place.fact.name
