"""Which way from publication a time lies, by the verbs and cues around it, and what stands between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.languages import Language
from dragoman.read.phrases import Phrase
from dragoman.read.tokens import Token

__all__ = ["is_once", "is_past", "is_record", "lean", "quoted"]

_REACH = 14  # tokens on either side in which a verb's tense still belongs to the phrase; 10–20 differ by one case
_COMMA = 3  # a comma is as far as three words
_OWN = 6  # tokens before a date in which a future verb governs it, whatever stands behind the next comma
_LONGEST = 1500  # characters of a quotation whose closing mark is missing
_HEAD = 3  # tokens of its sentence before a date that opens it: Earlier, on the
_VERB = 8  # tokens between a verb and the date behind it
_AHEAD = frozenset({"~future", "~coming", "~once"})
_RELATIVE = frozenset({"$relative", "$related"})  # who, that, which
_MARKS = re.compile(r"[“”«»„\"]|\n\s*\n")
_OPEN, _CLOSES = "“«„", {"“": "”", "„": "“”", "«": "»"}
_POINTED = re.compile("[«»]")
_TURNED = str.maketrans("«»", "»«")


def lean(tokens: Sequence[Token], phrase: Phrase, *, cues: bool = True) -> int:
    """Which way a phrase lies by the words around it: -1 back, 1 ahead, 0 when nothing says.

    A verb before it in its own clause goes before one behind a comma; without `cues` only verbs of the future and the
    past count, not "by" or "since" before it, nor "can" and "takes effect", which say when and not whether.
    """
    for at in (phrase.first - 1, phrase.first - 2) if cues else ():
        if at >= 0 and tokens[at].kind == "word":
            if "~ahead" in tokens[at].values:
                return 1
            if "~back" in tokens[at].values:
                return -1
    best, direction = _REACH + 1, 0
    for step, at in ((-1, phrase.first - 1), (1, phrase.last + 1)):
        distance = 0
        governed = direction > 0 and best < _COMMA + _OWN
        while 0 <= at < len(tokens) and distance < best:
            token = tokens[at]
            ends = token.low in ".!?;…" and not _is_initial(tokens, at)
            if token.kind == "line" or ends or (token.low in '“”«»„"' and not phrase.quoted):
                break
            if (governed and token.low == ",") or (
                step > 0 and best <= _OWN + 1 and not _RELATIVE.isdisjoint(token.values)
            ):
                break  # "signed a treaty on Saturday that will govern": the verb before the day dates it
            distance += _COMMA if token.low == "," else 1
            ahead = "~future" in token.values or (cues and "~coming" in token.values)
            found = 1 if ahead else -("~past" in token.values)
            if found and distance < best:
                best, direction = distance, _with_auxiliary(tokens, at, cues=cues) if found < 0 else found
                break
            at += step
    return direction


def is_once(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """True for what was still to come at an earlier time: the pact was to be signed on 28 February but was not."""
    for token in reversed(tokens[max(phrase.first - _REACH, 0) : phrase.first]):
        if token.low in ".;!?\n":
            return False
        if "~once" in token.values:
            return True
    return False


def is_record(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """True for a length in which something is the first or the worst: "his first visit to the country in 24 years".

    Not where a verb of the future stands between: "the first ships will sail in two weeks".
    """
    for token in reversed(tokens[max(phrase.first - _REACH, 0) : phrase.first]):
        if token.low in ',.;:!?\n“”«»„"' or "~future" in token.values:
            return False
        if "$record" in token.values:
            return True
    return False


def is_past(tokens: Sequence[Token], phrase: Phrase, language: Language) -> bool:
    """True when a finite verb of the past has the date in its clause: on 1 January the two signed a pact.

    The verb stands behind a date that opens its sentence, or just before any other; a word of the future or an
    infinitive beside it leaves the date open: agreed to meet on 1 January.
    """
    first, last = phrase.first, phrase.last
    while first > 0 and not _stops(tokens, first - 1):
        first -= 1
    while last + 1 < len(tokens) and not _stops(tokens, last + 1):
        last += 1
    clause = tokens[first : last + 1]
    if any(not _AHEAD.isdisjoint(token.values) for token in clause):
        return False
    before = range(phrase.first - 1, max(phrase.first - _VERB, first) - 1, -1)
    behind = range(phrase.last + 1, min(phrase.last + _REACH, last + 1)) if phrase.first - first <= _HEAD else range(0)
    beside = {phrase.first - 1, phrase.last + 1}
    infinitives, participles, finite = (
        tuple(language.section("dates").get(f"{name}_endings", ())) for name in ("infinitive", "participle", "finite")
    )
    if any(
        _is_infinitive(tokens, at, language)
        for at in range(max(first, phrase.first - _VERB), min(last, phrase.last + _VERB))
    ):
        return False
    for at in (*before, *behind):
        token = tokens[at]
        if token.low == "," and at != phrase.last + 1:  # a verb behind a comma has a date of its own
            return False
        if finite and at in beside and token.kind == "word" and token.low.endswith(finite):
            return True  # Am 1. Januar unterzeichnete
        if "~past" in token.values and token.low not in language.section("dates").get("perfect", ()):
            return not (participles and token.low.endswith(participles)) or _is_verb(tokens, at)
        if token.kind == "word" and "$article" not in token.values and infinitives and token.low.endswith(infinitives):
            return False
    return False


def _is_infinitive(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """True for "to" and "zu" before a verb: agreed to meet."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].low not in language.section("dates").get("infinitive_marks", ()) or after is None:
        return False
    return after.kind == "word" and not {"$article", "$definite", "$own"} & after.values.keys()


def _stops(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind == "line" or (tokens[at].low in '.!?;…“”«»"' and not _is_initial(tokens, at))


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """True for a form in -ed that governs what follows (signed the pact, signed with); limited talks is none."""
    before = tokens[at - 1].values if at else {}
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return "~past" in before or after is None or after.kind != "word" or "$stop" in after.values


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    """True for the full stop of a single letter: mercredi, M. Weber doit partir."""
    return tokens[at].low == "." and at > 0 and len(tokens[at - 1].low) == 1 and tokens[at - 1].kind == "word"


def _with_auxiliary(tokens: Sequence[Token], at: int, *, cues: bool = True) -> int:
    """1 for a participle of a future (will be held, to be elected, sera signé), else -1."""
    near = tokens[max(at - 3, 0) : at]
    return 1 if any("~future" in token.values or (cues and "~coming" in token.values) for token in near) else -1


@lru_cache(maxsize=8)
def quoted(text: str) -> list[tuple[int, int]]:
    """Ranges between quotation marks; an unclosed straight one ends with its paragraph.

    Which way chevrons point is a matter of the house: a text whose first one is » opens with it.
    """
    first = _POINTED.search(text)
    if first and first.group() == "»":
        text = text.translate(_TURNED)
    ranges: list[tuple[int, int]] = []
    opened, mark = -1, ""
    for found in _MARKS.finditer(text):
        at, one = found.start(), found.group()
        if opened < 0:
            if one in _OPEN or one == '"':
                opened, mark = at + 1, one
        elif one == mark == '"' or one in _CLOSES.get(mark, "") or (len(one) > 1 and mark == '"'):
            ranges.append((opened, at))
            opened = -1
    return ranges if opened < 0 else [*ranges, (opened, min(len(text), opened + _LONGEST))]
