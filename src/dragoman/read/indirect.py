"""Reported statements without marks: "X said that …", "…, sources said", "according to X, …", "accused Y of …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.read.ahead import SHORTEST, sentence_before
from dragoman.read.cited import cited
from dragoman.read.clauses import bare_clause
from dragoman.read.cues import LOOSE, NAMING, ORDERS, PHRASE, TOPICS, WORD, Cue, Lexicon
from dragoman.read.frames import HEADS, Frame, behind_dateline
from dragoman.read.infinitives import gerund, having, infinitive
from dragoman.read.nobodies import is_greeted, is_thing, may_threaten, tells_of_thing
from dragoman.read.page import Page
from dragoman.read.sourced import according
from dragoman.read.speakers import Speaker, Speakers
from dragoman.read.thatclauses import that_clause
from dragoman.read.things import NO_OBJECT, after_word, naming, thing
from dragoman.read.turned import LEAST, LETTERS, SIDE, turned
from dragoman.read.unsaid import is_anonymity, is_condition, is_passive, is_rumour, is_unsaid, is_what, says_yes_or_no

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Report", "clash", "reports", "trimmed"]

Report = tuple[Cue, Speaker | None, list[tuple[int, int]]]

DENIALS = frozenset(["deny", "reject", "refuse"])
CLAIMS = frozenset(["claim"])  # "claims to have won"
ASSERTED = frozenset(["deny", "admit", "say", "claim", "assure", "insist", "confirm", "recall"])  # "niega haber ido"
GERUNDS = frozenset(["deny", "admit"])  # "denied helping the rebels"
THOUGHTS = frozenset(["expect", "hope", "fear", "believe", "estimate", "ask"])
CALLED = 6  # the same where somebody else is called on: "invited to go to Rome"
EDGE = " \t\n\r\u00a0\u202f,;:.–—-"


def reports(page: Page, lex: Lexicon, cast: Speakers, frame: Frame) -> Iterator[Report]:
    """Every reported statement of one sentence with its cue, speaker and words."""
    told = -1  # where a verb of telling has ended
    made: list[Report] = []
    if _is_notice(page.value, lex, frame):
        return
    for cue in frame.cues:
        if frame.kind in HEADS and cue.form == LOOSE:
            continue
        found = according(page, lex, cast, frame, cue) if cue.form == PHRASE else _verb(page, lex, cast, frame, cue)
        same = told >= 0 and ";" not in page.value[told : cue.start]  # "X denies it; in his words, …" tells two things
        if found is None or (cue.form == PHRASE and (same or _is_spoken(frame, found[1]))):
            continue
        speaker, parts = found
        parts = parts[:1] if len(parts) == 2 and _is_aside(page, *parts[1]) else parts
        parts = [(behind_dateline(page, frame, a), _with_mark(frame, a, b)) for a, b in parts]
        parts = [
            part
            for a, b in parts
            if (part := trimmed(page.value, a, _without_opener(page.value, lex, a, b)))[0] < part[1]
        ]
        if not any(len(word) > 2 and word.isalpha() for a, b in parts for word in WORD.findall(page.value[a:b])):
            continue  # "At 10:24 p.m., officers report from the stairwell"
        least = min(SHORTEST, lex.shortest)
        if parts and lex.infinitive.match(page.value, parts[0][0]):
            least = CALLED if cue.manner in ("urge", "ask", "order") else LEAST
        parts, asserted = _denied_only(page.value, lex, frame, cue, parts)
        if asserted is not None:
            made.append((replace(cue, manner="say"), speaker, [asserted]))
        if sum(LETTERS.match(word) is not None for a, b in parts for word in WORD.findall(page.value[a:b])) >= least:
            told = cue.end if cue.form != PHRASE and not _in_side_clause(page, cue) else told
            made.append((cue, speaker, parts))
    yield from (one for one in made if not any(_repeats(cast, one, other) for other in made))


def _denied_only(
    text: str, lex: Lexicon, frame: Frame, cue: Cue, parts: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
    """(what is denied, what is held against it behind a colon): "wies zurück, A sei schuld: B hätten versagt"."""
    if parts and cue.manner in DENIALS and ": " in text[cue.end : parts[0][0] + 1]:
        return [], parts[0]  # "bestritt, Truppen entsandt zu haben: Die Berichte seien falsch"
    a, b = parts[-1] if parts else (0, 0)
    colon = text.find(": ", a, b) if cue.manner in DENIALS and a > cue.start else -1
    if colon < 0 or any(quote.outer[0] <= colon < quote.outer[1] for quote in frame.quotes):
        return parts, None
    behind = trimmed(text, colon + 1, b)
    held = any(word in lex.reported for word in WORD.findall(text[slice(*behind)]))
    return [*parts[:-1], trimmed(text, a, colon)], behind if held else None


def _is_notice(text: str, lex: Lexicon, frame: Frame) -> bool:
    """True for a line under a label of the page's own ("Correction: the vote was held … as first stated")."""
    label = lex.leads.match(text, frame.start, frame.end)
    return label is not None and text[label.end() : frame.end].lstrip().startswith(":")


def _with_mark(frame: Frame, a: int, b: int) -> int:
    """With the mark that closes a phrase inside: "jugeait le prix « trop élevé »"."""
    return next((one.outer[1] for one in frame.quotes if a < one.outer[0] and one.end <= b < one.outer[1]), b)


def _without_opener(text: str, lex: Lexicon, a: int, b: int) -> int:
    """Before a word that only opens what a comma cut off: "…, cuando, según las previsiones, …"."""
    last = list(WORD.finditer(text, a, b))[-1:]
    cut = (
        bool(last) and text[last[0].end() : b + 1].strip()[:1] == "," and text[a : last[0].start()].rstrip()[-1:] == ","
    )
    return last[0].start() if cut and last[0].group().lower() in lex.dangling else b


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
    if is_rumour(page, lex, cue, token, frame.end):
        return None
    if is_unsaid(page, lex, cue, token) or says_yes_or_no(page.value, lex, cue):
        return None
    clause = False
    if (told := turned(page, lex, cast, frame, cue)) is not None:
        return told
    if (cue.manner == "accuse" and token is not None) or (cue.manner == "accuse" and not lex.reported):
        parts = after_word(page, lex, frame, cue, lex.accuse_with)
    else:
        named = cue.manner in NAMING  # "called reports that … “pure invention”": the clause is the reports'
        parts = that_clause(page, lex, frame, cue, token) if not named else None
        clause = parts is not None
        if parts is None and (cue.manner in ORDERS or (cue.manner in CLAIMS and not _is_gap(lex, token))):
            parts = infinitive(page, lex, frame, cue, token)
        if parts is None and cue.manner in GERUNDS and token is not None:
            parts = gerund(page, lex, frame, cue, token)
        if parts is None and cue.manner in ASSERTED:
            parts = having(page, lex, frame, cue)
            clause = parts is not None
        if parts is None and cue.manner not in TOPICS:
            parts = bare_clause(page, lex, frame, cue, token) or sentence_before(page, lex, cast, frame, cue)
            clause = parts is not None
        if parts is None and cue.manner in NAMING:
            parts = naming(page, lex, frame, cue, token)
        called = cue.manner in NAMING and token is not None and token.lemma_ in lex.summons
        if parts is None and cue.manner not in NO_OBJECT and not called:
            parts = thing(page, lex, frame, cue, token) if not tells_of_thing(lex, cast, cue, token) else None
        if parts and cue.manner in TOPICS and not clause and _quotes_in(frame, parts):
            return None  # "called it “…”": the quotation says it all
    if not parts or is_condition(page, lex, cue, *parts[0]) or is_anonymity(page.value, lex, parts):
        return None
    if parts[-1][1] <= cue.start and is_what(page.value, lex, cue):
        return None
    inverted = parts[-1][1] <= cue.start and not _subject_between(cast, parts[-1][1], cue, token)
    speaker = cast.speaker(cue, frame, inverted=inverted)
    if parts[-1][1] <= cue.start and not inverted:
        behind = _subject_behind(page, cast, parts[-1][1], cue)
        speaker = cited(cast, behind, cue, frame) or behind or speaker
    asked = page.value[frame.end - 1] == "?"
    if speaker is None and (not clause or asked or cue.manner in THOUGHTS):
        return None  # "se espera que …", "on s'attend", "who said that …?": nobody's words
    if speaker is not None and any(a <= speaker.start < b for a, b in parts):
        return None  # who speaks cannot stand inside what is said
    if cue.manner == "propose" and not clause and speaker is not None and is_thing(page, lex, speaker, nested=True):
        return None  # "its files offer a rare look": nobody proposes it
    if cue.manner == "welcome" and not clause and is_greeted(page.value, lex, *parts[0]):
        return None
    if cue.manner == "threaten" and speaker is not None and not may_threaten(page, lex, cast, speaker):
        return None
    if token is not None and token.lemma_ in lex.inferring and speaker is not None:
        nested = any(one.end <= speaker.start and one.form != PHRASE for one in frame.cues)
        if is_thing(page, lex, speaker, nested=nested):
            return None
    return speaker, parts


def _is_gap(lex: Lexicon, token: Token | None) -> bool:
    """True for "what they claimed to be a bomb": what is claimed stands in front of the verb."""
    if token is None:
        return True
    inner = [one for child in token.children for one in (child, *child.children) if one.i < token.i]
    return token.dep_ in SIDE or any(one.lower_ in lex.wh for one in inner)


def _quotes_in(frame: Frame, parts: list[tuple[int, int]]) -> bool:
    return any(parts[0][0] <= quote.start and quote.start < parts[-1][1] for quote in frame.quotes)


def _subject_behind(page: Page, cast: Speakers, a: int, cue: Cue) -> Speaker | None:
    """The short phrase between a statement and the verb that follows it ("…, the ministry said")."""
    a, b = trimmed(page.value, a, cue.start)
    if not 0 < len(WORD.findall(page.value[a:b])) <= 8 or "," in page.value[a:b]:
        return None
    tokens = page.tokens(a, b)
    return cast.person(a, b, tokens.root.idx if tokens is not None else None)


def _subject_between(cast: Speakers, a: int, cue: Cue, token: Token | None) -> bool:
    """True for "…, emergency services said": whoever speaks stands between the words and their verb."""
    own = token is not None and any(one.dep_ == "nsubj" and a <= one.idx < cue.start for one in token.children)
    return own or any(True for _ in cast.candidates(a, cue.start))
