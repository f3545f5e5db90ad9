"""How an act stands by the verb group of its trigger and the words that govern it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.read.cueing import _AUX, BEHIND, IF, Cues, Standing

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["by_syntax"]

_HELPERS = frozenset({*_AUX, "aux:caus", "neg", "mark", "advmod", "cop", "expl:subj"})
_NOUN_HELPERS = frozenset({"det", "amod", "neg", "case", "advmod"})
_UP = frozenset(
    {"xcomp", "ccomp", "pcomp", "acl", "obl:arg", "prep", "csubj", "csubjpass"}
)  # of a verb, to its governor
_NOUN_UP = frozenset({"dobj", "obj", "nsubjpass", "nsubj:pass", "nsubj", "attr", "nmod", "obl:arg", "iobj"})
_THINGS = frozenset({"nsubj", "nsubjpass", "nsubj:pass", "dobj", "obj"})
_STEPS = 4  # "is accused of having agreed to send" is as deep as news goes
_SOON = 40  # characters behind a verb in which its day stands: "signs the treaty in Oslo on Friday"
_LEFT = 2  # words before a verb group that may deny it


def by_syntax(words: Cues, token: Token, limits: tuple[int, int], *, performed: bool = False) -> Standing:
    """How an act stands by syntax; `performed`: announcing or asking for it is doing it."""
    group = _group(token)
    if (words.has("conditional", group) and not _is_when(words, token, group)) or _is_turned(token):
        return Standing("conditional")
    if words.has("negation", group) or _negated_argument(words, token):
        return Standing("conditional" if _is_until(words, token) else "denied")
    if _is_rumour(token) or words.has("hedge", group):
        return Standing("claimed")
    own = _mood(words, token, group)
    if own in ("planned", "possible", "happened") and (_has_condition(words, token) or _only_if(words, token)):
        return Standing("conditional")
    left = _before(token)
    if words.has("deny", left) or words.has("refusal", left) or words.has("deny", group):
        return Standing("denied")
    if own == "happened" and _is_scheduled(words, token):
        return Standing("planned")
    if own == "happened" and _is_yet_to_come(words, token, left, group):
        return Standing("planned")
    for governor in _governors(words, token):
        if not limits[0] <= governor.idx < limits[1]:  # the parser ran over the end of a line
            break
        if _is_light(words, token, governor) and words.has("negation", _group(governor)):
            return Standing("denied")  # "did not make the trip"
        if words.has("announced", governor.text) and token.pos_ == "NOUN" and own == "happened" and not performed:
            return Standing("planned", _claimant(governor))  # "announced its withdrawal"
        later = own == "possible" and (words.has("would", group) or _is_conditional(words, token))
        found = _governed(words, governor, own, later=later)
        if found:
            return found
    if own == "happened" and _is_to_come(words, token):
        return Standing("planned")
    if own == "happened" and (_waits(words, token) or _is_left_to_do(words, token) or _is_purpose(token)):
        return Standing("planned")
    return Standing("conditional" if own == "possible" and words.has("would", group) else own)


def _group(token: Token) -> str:
    """The words of the verb group or noun phrase around a token that may change its meaning."""
    helpers = _HELPERS if token.pos_ in ("VERB", "AUX") else _NOUN_HELPERS
    parts = [child.text.lower() for child in token.children if child.dep_ in helpers and child.i < token.i + 3]
    if token.dep_ in ("pobj", "pcomp") and token.head.dep_ == "prep":
        parts.append(token.head.text.lower())
    if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and not _has_subject(token):
        parts += [child.text.lower() for child in token.head.children if child.dep_ in ("aux", "mark", "neg")]
    return " ".join(parts)


def _negated_argument(words: Cues, token: Token) -> bool:
    """ "No accord was signed", "without a document being signed"."""
    if token.dep_ == "acl" and token.head.dep_ == "pobj" and words.has("negation", token.head.head.lower_):
        return True
    things = [child for child in token.children if child.dep_ in _THINGS]
    if any(words.has("nobody", thing.lower_) for thing in things):
        return True  # "nothing was signed"
    return any(words.has("negation", det.lower_) for thing in things for det in thing.children if det.dep_ == "det")


def _waits(words: Cues, token: Token) -> bool:
    """True for a noun that only sets the time of something planned: "will enter into force after its ratification"."""
    if token.pos_ in ("VERB", "AUX"):
        return False
    link = (
        token.head.lower_ if token.dep_ == "pobj" else next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    )
    verb = next((one for one in token.ancestors if one.pos_ == "VERB"), None)
    return (
        bool(link) and words.has("after", link) and verb is not None and _mood(words, verb, _group(verb)) == "planned"
    )


def _has_condition(words: Cues, token: Token) -> bool:
    """True when a clause with "if" hangs on the verb itself: "will enter into force only if …"."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    clauses = [child for child in token.children if child.dep_ == "advcl"]
    marks = [mark.lower_ for clause in clauses for mark in clause.children if mark.dep_ in ("mark", "advmod")]
    return any(words.has("condition", mark) for mark in marks)


def _only_if(words: Cues, token: Token) -> bool:
    """True where "only if" stands near whatever the parser makes of it."""
    sentence = token.sent
    text, at = sentence.text, token.idx - sentence.start_char
    return words.has("only_if", text[at : at + len(token) + IF + BEHIND]) or words.has(
        "only_if", text[max(0, at - 3 * IF) : at]
    )


def _is_left_to_do(words: Cues, token: Token) -> bool:
    """True for an infinitive that says what a noun is for: "two years to ratify it"; not for "the first to sign"."""
    if token.dep_ not in ("acl", "relcl") or not _is_infinitive(words, token):
        return False
    return token.head.pos_ == "NOUN" and words.has("time_to", token.head.lower_)


def _is_infinitive(words: Cues, token: Token) -> bool:
    """True for an infinitive that also ends like one: "négocié" is none, whatever the parser says."""
    if "VerbForm=Inf" not in str(token.morph):
        return False
    return words.fits("infinitive", token.lower_)


def _is_to_come(words: Cues, token: Token) -> bool:
    """True for a noun whose verb is in the future: "the denunciation will take effect"."""
    if token.pos_ not in ("NOUN", "PROPN") or not token.dep_.startswith("nsubj") or token.head.pos_ != "VERB":
        return False
    return _mood(words, token.head, _group(token.head)) == "planned"


def _is_until(words: Cues, token: Token) -> bool:
    """True for what is not done "until" something else is: "will not sign before the vote"."""
    ahead = _mood(words, token, _group(token)) == "planned"
    sentence = token.sent
    behind = sentence.text[token.idx - sentence.start_char + len(token) :][: 2 * IF]
    return ahead and words.has("not_until", behind)


def _is_mistaken(words: Cues, token: Token) -> bool:
    """True for a participle that the parser took for an infinitive."""
    return "VerbForm=Inf" in str(token.morph) and not _is_infinitive(words, token)


def _is_purpose(token: Token) -> bool:
    """True for an infinitive that says what for: "flew in to sign the deal"; not for "pour avoir signé"."""
    if token.dep_ != "advcl" or "VerbForm=Inf" not in str(token.morph):
        return False
    return not any(child.dep_ in ("aux:tense", "aux:pass") or child.lower_ == "have" for child in token.children)


def _is_yet_to_come(words: Cues, token: Token, left: str, group: str) -> bool:
    """ "has yet to ratify", whatever the parser makes of "has"; what "agreed to" governs is told by that verb."""
    last = left.split()[-1:]
    infinitive = "VerbForm=Inf" in str(token.morph) and last not in ([], [token.head.lower_])
    return infinitive and words.has("planned", f"{last[0]} {group}")


def _is_scheduled(words: Cues, token: Token) -> bool:
    """True for a present with a day to come: "who takes office on Monday"; what is done stands in a past."""
    family = [token, *(child for child in token.children if child.dep_ in ("auxpass", "aux"))]
    present = any("Tense=Pres" in str(one.morph) and "VerbForm=Fin" in str(one.morph) for one in family)
    if not present or len(family) > 2:
        return False
    end = token.idx + len(token) - token.sent.start_char
    return words.has("scheduled", token.sent.text[end : end + _SOON])


def _is_turned(token: Token) -> bool:
    """True for a condition told by the order of words: "Had we signed a year ago, …"."""
    if token.dep_ != "advcl":
        return False
    helpers = [
        child for child in token.children if child.dep_ in ("aux", "auxpass") and "VerbForm=Fin" in str(child.morph)
    ]
    subject = next((child for child in token.children if child.dep_.startswith("nsubj")), None)
    return subject is not None and any(one.i < subject.i for one in helpers)


def _before(token: Token) -> str:
    """The words right before the verb group, for verbs that a parser takes for something else: "dément avoir livré"."""
    if token.pos_ not in ("VERB", "AUX"):
        return ""
    first = min([token.i, *(child.i for child in token.children if child.dep_ in _HELPERS and child.i < token.i)])
    doc, words = token.doc, []
    for number in range(first - 1, max(first - 1 - _LEFT, -1), -1):
        if doc[number].is_punct or doc[number].is_space:
            break
        words.append(doc[number].lower_)
    return " ".join(reversed(words))


def _has_subject(token: Token) -> bool:
    return any(child.dep_.startswith("nsubj") for child in token.children)


def _is_light(words: Cues, token: Token, governor: Token) -> bool:
    """True for a verb that only carries its noun: "make a trip", "hold talks"."""
    return token.pos_ == "NOUN" and token.head == governor and words.has("light", governor.text)


def _is_when(words: Cues, token: Token, group: str) -> bool:
    """True for a past told with "when": that is a time, no condition."""
    if not words.has("when", group) or words.has("if", group):
        return False
    helpers = [child for child in token.children if child.dep_ in ("aux", "aux:tense", "aux:pass", "auxpass")]
    past = any("Tense=Past" in str(one.morph) for one in (token, *helpers))
    return past or any(one.dep_ == "aux:tense" for one in helpers)


def _is_rumour(token: Token) -> bool:
    """A past conditional outside a condition: "aurait livré"; "serait ratifié" is still to come."""
    mood = [child for child in token.children if child.dep_ in ("aux", "aux:tense")]
    return any("Mood=Cnd" in str(child.morph) for child in mood) and "VerbForm=Part" in str(token.morph)


def _mood(words: Cues, token: Token, group: str) -> str:
    """What tense, mood and modal verbs of the token itself say."""
    if words.has("possible", group):
        return "possible"
    if words.has("planned", group) or _is_future(token):
        return "planned"
    if words.has("would", group):
        return "possible"
    if _is_conditional(words, token):
        return "possible"
    if words.has("underway", group) or _is_progressive(token):
        return "under way"
    return "happened"


def _is_conditional(words: Cues, token: Token) -> bool:
    """True for a conditional, also where the parser takes its ending for a past: "appliquerait"."""
    family = [token, *(child for child in token.children if child.dep_ == "aux:pass")]
    return any("Mood=Cnd" in str(one.morph) or words.has("conditional_form", one.lower_) for one in family)


def _is_future(token: Token) -> bool:
    family = [token, *(child for child in token.children if child.dep_ in ("aux", "aux:tense", "aux:pass", "cop"))]
    return any("Tense=Fut" in str(one.morph) for one in family)


def _is_progressive(token: Token) -> bool:
    if "Aspect=Prog" not in str(token.morph):
        return False
    helpers = [child for child in token.children if child.dep_ == "aux"]
    return any(child.lemma_ == "be" and "Tense=Pres" in str(child.morph) for child in helpers)


def _governors(words: Cues, token: Token) -> Iterator[Token]:
    """The verbs and nouns whose complement the token is, nearest first."""
    one = token
    for _ in range(_STEPS):
        if one.dep_ == "pobj" and one.head.dep_ == "prep" and words.has("governing", one.head.lower_):
            one = one.head.head
            if one.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
                yield one
            continue
        ups = _UP if one.pos_ in ("VERB", "AUX", "ADP", "SCONJ") else _NOUN_UP
        if one.dep_ == "conj" and one.head.pos_ == one.pos_:
            one = one.head
            continue
        if one.dep_ not in ups or one.head == one:
            return
        participle = "VerbForm=Part" in str(one.morph) or _is_mistaken(words, one)
        if one.dep_ == "acl" and one.head.pos_ in ("NOUN", "PROPN", "PRON") and participle:
            return  # "the pact signed in May": a participle is not governed by its noun
        one = one.head
        if one.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            yield one


def _governed(words: Cues, governor: Token, own: str, *, later: bool) -> Standing | None:
    """What a governing word makes of an act that by itself stands as `own`; None when it does not matter.

    `later`: it is told as the future of a past ("said it would"), so that whoever tells of it has planned it.
    """
    word, group = governor.text.lower(), _group(governor)
    negated = words.has("negation", group)
    if words.has("unsure", word) and (negated or words.has("negation", _group(governor.head))):
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
    return " ".join(_group(child) for child in governor.children if child.dep_ in ("ccomp", "xcomp"))


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
