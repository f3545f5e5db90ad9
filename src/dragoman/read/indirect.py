"""Reported statements without marks: "X said that …", "…, sources said", "according to X, …", "accused Y of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.read.clauses import (
    SHORTEST,
    bare_clause,
    infinitive,
    sentence_before,
)
from dragoman.read.cues import FINITE, LOOSE, NAMING, ORDERS, PARTICIPLE, PHRASE, TOPICS, WORD, Cue, Lexicon
from dragoman.read.frames import HEADS, Frame, behind_dateline
from dragoman.read.page import Page
from dragoman.read.sourced import according
from dragoman.read.speakers import Speaker, Speakers
from dragoman.read.thatclauses import that_clause
from dragoman.read.things import NO_OBJECT, after_word, naming, thing
from dragoman.read.unsaid import is_condition, is_passive, is_unsaid, is_what, says_yes_or_no

if TYPE_CHECKING:
    pass

__all__ = ["Report", "clash", "reports", "trimmed"]

Report = tuple[Cue, Speaker | None, list[tuple[int, int]]]

THOUGHTS = frozenset(["expect", "hope", "fear", "believe", "estimate", "ask"])
SIDE = ("relcl", "acl", "acl:relcl", "amod")
TELLING = frozenset(["say", "announce", "report", "confirm", "indicate", "tell", "explain", "assure"])
LETTERS = re.compile(r"[^\W\d]")  # "на 120" is one word
LEAST = 5  # words of an infinitive: "asked not to be named" tells nothing
CALLED = 6  # the same where somebody else is called on: "invited to go to Rome"
EDGE = " \t\n\r\u00a0\u202f,;:.–—-"


def reports(page: Page, lex: Lexicon, cast: Speakers, frame: Frame) -> Iterator[Report]:
    """Every reported statement of one sentence with its cue, speaker and words."""
    told = False
    made: list[Report] = []
    if _is_notice(page.value, lex, frame):
        return
    for cue in frame.cues:
        if frame.kind in HEADS and cue.form == LOOSE:
            continue
        found = according(page, lex, cast, frame, cue) if cue.form == PHRASE else _verb(page, lex, cast, frame, cue)
        if found is None or (cue.form == PHRASE and (told or _is_spoken(frame, found[1]))):
            continue
        speaker, parts = found
        parts = parts[:1] if len(parts) == 2 and _is_aside(page, *parts[1]) else parts
        parts = [(behind_dateline(page, frame, a), b) for a, b in parts]
        parts = [part for a, b in parts if (part := trimmed(page.value, a, b))[0] < part[1]]
        if not any(len(word) > 2 and word.isalpha() for a, b in parts for word in WORD.findall(page.value[a:b])):
            continue  # "At 10:24 p.m., officers report from the stairwell"
        least = min(SHORTEST, lex.shortest)
        if parts and lex.infinitive.match(page.value, parts[0][0]):
            least = CALLED if cue.manner in ("urge", "ask", "order") else LEAST
        if sum(LETTERS.match(word) is not None for a, b in parts for word in WORD.findall(page.value[a:b])) >= least:
            told = told or (cue.form != PHRASE and not _in_side_clause(page, cue))
            made.append((cue, speaker, parts))
    yield from (one for one in made if not any(_repeats(cast, one, other) for other in made))


def _is_notice(text: str, lex: Lexicon, frame: Frame) -> bool:
    """True for a line under a label of the page's own ("Correction: the vote was held … as first stated")."""
    label = lex.leads.match(text, frame.start, frame.end)
    return label is not None and text[label.end() : frame.end].lstrip().startswith(":")


def _is_aside(page: Page, a: int, b: int) -> bool:
    """True for a noun with a relative clause behind a teller: "…, the minister said, a move that could …" """
    tokens = page.tokens(a, b)
    root = tokens.root if tokens is not None else None
    return (
        root is not None
        and root.pos_ == "NOUN"
        and root.dep_ in ("appos", "npadvmod", "dobj", "dep", "ROOT")
        and any(one.dep_ in SIDE for one in root.children)
    )


def _is_spoken(frame: Frame, parts: list[tuple[int, int]]) -> bool:
    """True when most of a sentence stands between marks: its own cue tells who speaks."""
    length = sum(b - a for a, b in parts)
    return any(2 * (quote.end - quote.start) > length for quote in frame.quotes) and len(frame.cues) > 1


def _in_side_clause(page: Page, cue: Cue) -> bool:
    token = page.token(cue.verb)
    return token is not None and token.dep_ in ("relcl", "acl:relcl", "acl")


def _repeats(cast: Speakers, one: Report, other: Report) -> bool:
    """True for the "he hoped that …" inside "X said he hoped that …": one statement of one speaker."""
    (a, b), (low, high) = (one[2][0][0], one[2][-1][1]), (other[2][0][0], other[2][-1][1])
    inside = low <= a and (b <= high or low <= one[0].start < high)
    if one is other or not inside or ((a, b) == (low, high) and one[0].start < other[0].start):
        return False
    speaker, teller = one[1], other[1]
    if speaker is None or teller is None:
        return True
    return speaker.name is None or speaker.name == teller.name or speaker.by.startswith("pronoun")


def clash(words: tuple[int, int], other: tuple[int, int]) -> bool:
    """True for words that share something with what is said already, unless that is a phrase inside them."""
    (a, b), (low, high) = words, other
    return low < b and a < high and not (a < low and high <= b)


def trimmed(text: str, a: int, b: int) -> tuple[int, int]:
    """Without the spaces and commas at either end."""
    while a < b and text[a] in EDGE:
        a += 1
    while b > a and text[b - 1] in EDGE:
        b -= 1
    return a, b


def _verb(
    page: Page, lex: Lexicon, cast: Speakers, frame: Frame, cue: Cue
) -> tuple[Speaker | None, list[tuple[int, int]]] | None:
    token = page.token(cue.verb)
    if token is not None and is_passive(token) and cue.manner != "accuse":
        return None
    if is_unsaid(page, lex, cue, token) or says_yes_or_no(page.value, lex, cue):
        return None
    clause = False
    if (told := _turned(page, lex, cast, frame, cue)) is not None:
        return told
    if (cue.manner == "accuse" and token is not None) or (cue.manner == "accuse" and not lex.reported):
        parts = after_word(page, lex, frame, cue, lex.accuse_with)
    else:
        parts = that_clause(page, lex, frame, cue, token)
        clause = parts is not None
        if parts is None and cue.manner in ORDERS:
            parts = infinitive(page, lex, frame, cue, token)
        if parts is None and cue.manner not in TOPICS:
            parts = bare_clause(page, lex, frame, cue, token) or sentence_before(page, lex, cast, frame, cue)
            clause = parts is not None
        if parts is None and cue.manner in NAMING:
            parts = naming(page, lex, frame, cue, token)
        called = cue.manner in NAMING and token is not None and token.lemma_ in lex.summons
        if parts is None and cue.manner not in NO_OBJECT and not called:
            parts = thing(page, lex, frame, cue, token)
        if parts and cue.manner in TOPICS and not clause and _quotes_in(frame, parts):
            return None  # "called it “…”": the quotation says it all
    if not parts or is_condition(page, lex, cue, *parts[0]):
        return None
    if parts[-1][1] <= cue.start and is_what(page.value, lex, cue):
        return None
    inverted = parts[-1][1] <= cue.start and not _subject_between(cast, parts[-1][1], cue)
    speaker = cast.speaker(cue, frame, inverted=inverted)
    if parts[-1][1] <= cue.start and not inverted:
        speaker = _subject_behind(page, cast, parts[-1][1], cue) or speaker
    asked = page.value[frame.end - 1] == "?"
    if speaker is None and (not clause or asked or cue.manner in THOUGHTS):
        return None  # "se espera que …", "on s'attend", "who said that …?": nobody's words
    if speaker is not None and any(a <= speaker.start < b for a, b in parts):
        return None  # who speaks cannot stand inside what is said
    if token is not None and token.lemma_ in lex.inferring and speaker is not None and _is_thing(page, lex, speaker):
        return None
    return speaker, parts


def _is_thing(page: Page, lex: Lexicon, speaker: Speaker) -> bool:
    """True for one described subject that is neither people nor a paper: "the need for walls implies …"."""
    tokens = page.tokens(speaker.start, speaker.end) if speaker.by.endswith("(described)") else None
    if tokens is None or tokens.root.pos_ != "NOUN" or "Plur" in tokens.root.morph.get("Number", []):
        return False  # of plurals as many are people that no list has (delegates, twelve percent)
    noun = tokens.root.lower_
    return not (lex.is_role(noun) or noun in lex.documents or noun in lex.bodies)


def _turned(
    page: Page, lex: Lexicon, cast: Speakers, frame: Frame, cue: Cue
) -> tuple[Speaker | None, list[tuple[int, int]]] | None:
    """ "…, ont annoncé X et Y.": a verb right behind a comma whose only company is a subject up to the full stop."""
    text = page.value
    if cue.form not in (FINITE, PARTICIPLE) or cue.manner not in TELLING:
        return None
    if any(not LETTERS.search(text, one.outer[1], max(cue.start, one.outer[1])) for one in frame.quotes):
        return None  # “…”, a dit X: the quotation says it all
    head = text[frame.start : cue.start].rstrip()
    if not head.endswith(",") or len(WORD.findall(head)) < (LEAST if page.doc is not None else lex.shortest):
        return None
    tail = text[cue.end : frame.end].strip(" .")
    if _tells_more(page, lex, cue, frame):
        return None
    found = [(a, b) for a, b in cast.candidates(cue.end, frame.end) if len(WORD.findall(text[cue.end : a])) <= 1]
    if not found or any(mark in tail for mark in ",;:") or lex.that.search(text, cue.end, frame.end):
        return None
    end = cue.end + len(text[cue.end : frame.end].rstrip(" .\n"))
    start = cue.end + len(text[cue.end : end]) - len(text[cue.end : end].lstrip())
    names = [one for one in cast.within(cue.end, end) if one[2].form in ("name", "acronym")]
    if names and names[0][0] == found[0][0]:
        speaker = cast.person(start, names[-1][1], names[0][0])
    else:
        whole = found[0][1] >= end
        placed = cast.speaker(cue, frame, inverted=True) if page.doc is None else None
        speaker = cast.person(*found[0], by="nearest") if whole else placed
    return speaker, [(frame.start, frame.start + len(head))]


def _tells_more(page: Page, lex: Lexicon, cue: Cue, frame: Frame) -> bool:
    """True when a clause follows the verb: "X, of the party, said the plan has failed"."""
    tokens = page.tokens(cue.end, frame.end)
    if tokens is None:
        words = {word.lower() for word in WORD.findall(page.value[cue.end : frame.end])}
        return not words.isdisjoint(lex.auxiliaries | lex.reported)
    return any(token.pos_ in ("VERB", "AUX") and token.dep_ not in SIDE for token in tokens if token.idx >= cue.end)


def _quotes_in(frame: Frame, parts: list[tuple[int, int]]) -> bool:
    return any(parts[0][0] <= quote.start and quote.start < parts[-1][1] for quote in frame.quotes)


def _subject_behind(page: Page, cast: Speakers, a: int, cue: Cue) -> Speaker | None:
    """The short phrase between a statement and the verb that follows it ("…, the ministry said")."""
    a, b = trimmed(page.value, a, cue.start)
    if not 0 < len(WORD.findall(page.value[a:b])) <= 8 or "," in page.value[a:b]:
        return None
    tokens = page.tokens(a, b)
    return cast.person(a, b, tokens.root.idx if tokens is not None else None)


def _subject_between(cast: Speakers, a: int, cue: Cue) -> bool:
    return any(True for _ in cast.candidates(a, cue.start))
