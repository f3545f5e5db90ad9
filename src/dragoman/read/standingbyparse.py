"""How an act stands by the verb group of its trigger and the words that govern it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.read.cueing import Cues, Standing
from dragoman.read.tocome import (
    happens,
    has_condition,
    is_alongside,
    is_left_to_do,
    is_purpose,
    is_scheduled,
    is_to_come,
    is_turned,
    is_until,
    is_when,
    only_if,
    waits,
)
from dragoman.read.verbgroup import HELPERS, group_of, is_conditional, is_mistaken, is_rumour, mood

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["by_syntax"]

_UP = frozenset(
    {"xcomp", "ccomp", "pcomp", "acl", "obl:arg", "prep", "csubj", "csubjpass"}
)  # of a verb, to its governor
_NOUN_UP = frozenset({"dobj", "obj", "nsubjpass", "nsubj:pass", "nsubj", "attr", "nmod", "obl:arg", "iobj"})
_THINGS = frozenset({"nsubj", "nsubjpass", "nsubj:pass", "dobj", "obj"})
_TAKES_PLACE = ("possible", "unsure", "planned", "cancelled", "deny", "refusal", "claimed", "scheduled")
_STEPS = 4  # "is accused of having agreed to send" is as deep as news goes
_LEFT = 2  # words before a verb group that may deny it


def by_syntax(words: Cues, token: Token, limits: tuple[int, int], *, performed: bool = False) -> Standing:
    """How an act stands by syntax; `performed`: announcing or asking for it is doing it."""
    group = group_of(token)
    if token.dep_ == "ccomp" and words.has("hoped", token.head.lower_) and not words.has("negation", group):
        return Standing("possible")  # "hoped that it would be signed": no condition, no plan
    if (words.has("conditional", group) and not is_when(words, token, group)) or is_turned(token):
        return Standing("conditional")
    if words.has("negation", group) or _negated_argument(words, token):
        return Standing("conditional" if is_until(words, token) else "denied")
    if is_rumour(token) or words.has("hedge", group):
        return Standing("claimed")
    own = mood(words, token, group)
    if own in ("planned", "possible", "happened") and (has_condition(words, token) or only_if(words, token)):
        return Standing("conditional")
    left = _before(token)
    if words.has("deny", left) or words.has("refusal", left) or words.has("deny", group):
        return Standing("denied")
    if own == "happened" and (is_scheduled(words, token) or is_alongside(words, token)):
        return Standing("planned")
    if own == "happened" and (_is_yet_to_come(words, token, left, group) or _is_to(token)):
        return Standing("planned")
    for governor in _governors(words, token):
        if not limits[0] <= governor.idx < limits[1]:  # the parser ran over the end of a line
            break
        if _is_light(words, token, governor) and words.has("negation", group_of(governor)):
            return Standing("denied")  # "did not make the trip"
        if words.has("announced", governor.text) and token.pos_ == "NOUN" and own == "happened" and not performed:
            return Standing("planned", _claimant(governor))  # "announced its withdrawal"
        later = own == "possible" and (words.has("would", group) or is_conditional(words, token))
        found = _governed(words, governor, own, later=later)
        if found:
            return found
    if own == "happened" and is_to_come(words, token):
        return Standing("planned")
    if own == "happened" and (waits(words, token) or is_left_to_do(words, token) or is_purpose(words, token)):
        return Standing("planned")
    return Standing("conditional" if own == "possible" and words.has("would", group) else own)


def _negated_argument(words: Cues, token: Token) -> bool:
    """ "No accord was signed", "without a document being signed"."""
    if token.dep_ == "acl" and token.head.dep_ == "pobj" and words.has("negation", token.head.head.lower_):
        return True
    if words.has("neither", f"{token.doc[token.i + 1 : token.i + 2].text.lower()} "):
        return True  # "signed neither the accord nor the declaration"
    things = [child for child in token.children if child.dep_ in _THINGS]
    if any(words.has("nobody", thing.lower_) for thing in things):
        return True  # "nothing was signed"
    return any(words.has("negation", det.lower_) for thing in things for det in thing.children if det.dep_ == "det")


def _is_yet_to_come(words: Cues, token: Token, left: str, group: str) -> bool:
    """ "has yet to ratify", whatever the parser makes of "has"; what "agreed to" governs is told by that verb."""
    last = left.split()[-1:]
    infinitive = "VerbForm=Inf" in str(token.morph) and last not in ([], [token.head.lower_])
    return infinitive and words.has("planned", f"{last[0]} {group}")


def _is_to(token: Token) -> bool:
    """ "Colombia is to reopen its consulate", "the aim is to sign by May": what somebody is to do is to come."""
    above = token.head
    marked = any(child.lower_ == "to" for child in token.children if child.dep_ == "aux" and child.i < token.i)
    return token.dep_ in ("xcomp", "ccomp") and marked and above.lemma_ == "be" and above.i < token.i


def _before(token: Token) -> str:
    """The words right before the verb group, for verbs that a parser takes for something else: "dément avoir livré"."""
    if token.pos_ not in ("VERB", "AUX"):
        return ""
    first = min([token.i, *(child.i for child in token.children if child.dep_ in HELPERS and child.i < token.i)])
    doc, words = token.doc, []
    for number in range(first - 1, max(first - 1 - _LEFT, -1), -1):
        if doc[number].is_punct or doc[number].is_space:
            break
        words.append(doc[number].lower_)
    return " ".join(reversed(words))


def _is_light(words: Cues, token: Token, governor: Token) -> bool:
    """True for a verb that only carries its noun: "make a trip", "hold talks"."""
    return token.pos_ == "NOUN" and token.head == governor and words.has("light", governor.text)


def _governors(words: Cues, token: Token) -> Iterator[Token]:
    """The verbs and nouns whose complement the token is, nearest first."""
    one = token
    for _ in range(_STEPS):
        if one.dep_ == "pobj" and one.head.dep_ == "prep" and words.has("governing", one.head.lower_):
            if _is_owned(token) and _is_said_of_noun(one.head.head):
                return  # "weapons intended for its assault on X": the assault is there
            one = one.head.head
            if one.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
                yield one
            continue
        ups = _UP if one.pos_ in ("VERB", "AUX", "ADP", "SCONJ") else _NOUN_UP
        if one.dep_ == "conj" and one.head.pos_ == one.pos_:
            one = one.head
            continue
        if one.dep_ not in ups or one.head == one or _is_parted(one, one.head):
            return
        participle = "VerbForm=Part" in str(one.morph) or is_mistaken(words, one)
        if one.dep_ == "acl" and one.head.pos_ in ("NOUN", "PROPN", "PRON") and participle:
            return  # "the pact signed in May": a participle is not governed by its noun
        if one.dep_ == "nsubj" and one.pos_ in ("NOUN", "PROPN") and not _says_of_it(words, one.head):
            return  # "the entry into force will help trade": that is planned, the entry is not
        one = one.head
        if one.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            yield one


def _is_said_of_noun(verb: Token) -> bool:
    """True for a participle that tells of a noun, also where a stray full stop has cut it off from it."""
    alone = verb.dep_ == "ROOT" and not any(child.dep_.startswith(("nsubj", "aux", "csubj")) for child in verb.children)
    return "VerbForm=Part" in str(verb.morph) and (verb.dep_ == "acl" or alone)


def _is_owned(token: Token) -> bool:
    """True for a noun with its owner: "its assault", "Russia's attack"."""
    return token.pos_ == "NOUN" and any(child.dep_ == "poss" for child in token.children)


def _is_parted(one: Token, other: Token) -> bool:
    """True where a semicolon parts two words: what stands behind it is a sentence of its own."""
    first, last = sorted((one.i, other.i))
    return any(token.text == ";" for token in one.doc[first:last])


def _says_of_it(words: Cues, verb: Token) -> bool:
    """True for a verb that tells whether its subject takes place, not what else the subject does."""
    of_it = [child for child in verb.children if child.dep_ == "acomp"] or ([verb] if verb.pos_ == "ADJ" else [])
    if of_it and not any(words.has(cue, one.text) for one in of_it for cue in _TAKES_PLACE):
        return False  # "the suspension may be reversible": it is there
    passive = any(child.dep_ in ("auxpass", "aux:pass", "cop") for child in verb.children)
    return verb.pos_ != "VERB" or passive or happens(words, verb)


def _governed(words: Cues, governor: Token, own: str, *, later: bool) -> Standing | None:
    """What a governing word makes of an act that by itself stands as `own`; None when it does not matter.

    `later`: it is told as the future of a past ("said it would"), so that whoever tells of it has planned it.
    """
    word, group = governor.text.lower(), group_of(governor)
    negated = words.has("negation", group)
    if words.has("unsure", word) and (negated or words.has("negation", group_of(governor.head))):
        return Standing("possible")  # "ratification was not certain"
    if words.has("cancelled", word):
        return Standing("cancelled")
    if words.has("deny", word):
        return Standing("denied", _subject(governor))
    if words.has("refusal", word):
        return Standing("possible" if negated else "denied")
    if words.has("planned", word):
        return Standing("denied" if negated else "planned")
    if words.has("possible", word) or words.has("possible", group):
        return Standing("possible")
    if words.has("conditional", group):
        return Standing("conditional")
    if words.has("claimed", word) and not negated:
        future = later or (own == "possible" and words.has("would", _group_of_complement(governor)))
        plain = own in ("happened", "under way")
        return Standing("planned" if future else "claimed" if plain else own, _claimant(governor))
    if words.has("factive", word) and not negated:
        return Standing("planned" if later else own, _claimant(governor))
    return None


def _group_of_complement(governor: Token) -> str:
    return " ".join(group_of(child) for child in governor.children if child.dep_ in ("ccomp", "xcomp"))


def _subject(token: Token) -> Token | None:
    return next((child for child in token.children if child.dep_ in ("nsubj", "csubj")), None)


def _claimant(token: Token) -> Token | None:
    """Who claims: the subject of an active verb, the agent of a passive one."""
    for child in token.children:
        if child.dep_ == "obl:agent":
            return child
        if child.dep_ == "agent":
            return next(iter(child.children), None)
    return _subject(token)
