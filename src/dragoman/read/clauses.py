"""The words a verb of speech hands over: a clause, an infinitive, a noun phrase, or the sentence before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.read.cues import FINITE, LOOSE, PHRASE, WORD, Cue, Lexicon
from dragoman.read.extents import statement_end
from dragoman.read.frames import HEADS, Frame
from dragoman.read.moods import by_mood
from dragoman.read.nounphrases import phrase_after
from dragoman.read.page import Page
from dragoman.read.speakers import Speakers
from dragoman.read.things import is_bare

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "CLOSING",
    "SHORTEST",
    "bare_clause",
    "infinitive",
    "sentence_before",
]

CLOSING = re.compile(r"[\s.!?…\"”»'“]*$")
#: Manners whose noun object is a statement in short ("denied any part in the raid on the port").
UNTOLD = frozenset(["continue", "agree", "refuse", "reject", "decide", "show"])  # "… as the strike goes on"
#: Manners whose clause may be a question: "explained how the dam works", "asked whether the dam holds".
ASKED = frozenset(["say", "tell", "explain", "ask", "stress", "write", "announce"])
COLON = re.compile(r":\s")
LABEL = 16  # characters of a quotation that is more than a name or a term
CLAUSES_OF_NOUNS = ("relcl", "acl", "acl:relcl", "amod")
INFINITIVE = 4  # words behind a verb among which its infinitive stands, where only endings show it
SUBJECT = 40  # characters behind a verb in which its subject begins
SHORTEST = 3  # words; less is a name or a remainder, not a statement


def bare_clause(page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token | None) -> list[tuple[int, int]] | None:
    """A clause without conjunction: by the parse, by the subjunctive of reported speech, or behind a colon."""
    text = page.value
    colon = text.find(":", cue.end, frame.end)
    spoken = any(not WORD.search(text, colon + 1, quote.outer[0]) for quote in frame.quotes if quote.start > colon)
    spoken = spoken or any(quote.outer[0] < colon for quote in frame.quotes)
    acts = cue.manner in UNTOLD or any(one.start > colon and one.form == FINITE for one in frame.cues)
    first = WORD.search(text, frame.start, colon) if colon >= 0 and not lex.drops else None
    acts = acts or (first is not None and first.start() == cue.start)  # "Posted: Thursday, 4 December"
    if colon >= 0 and len(WORD.findall(text[cue.end : colon])) <= 4 and not (spoken or acts or frame.kind in HEADS):
        return [(colon + 1, frame.end)]
    if token is None:
        return by_mood(page, lex, frame, cue)
    for child in token.children:
        if (
            child.dep_ == "ccomp"
            and child.i > token.i
            and child.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON")
        ):
            start = child.left_edge.idx
            if start < cue.end or not any(
                one.dep_.startswith(("nsubj", "expl")) for one in child.subtree if one.i < child.i
            ):
                continue
            if text[cue.end : start].strip() and "," in text[cue.end : start + 1]:
                continue
            if cue.manner == "tell" and not text[cue.end : start].strip():
                continue  # "told lawmakers and officials gathered there": whom, not what
            opens = child.left_edge.tag_ in ("WP", "WDT", "WRB") or child.left_edge.lower_ in lex.wh
            if opens and (cue.form != FINITE or cue.manner not in ASKED or _is_teaser(page, cue)):
                continue
            return [(start, statement_end(page, lex, frame, cue, start))]
    return None


def _is_teaser(page: Page, cue: Cue) -> bool:
    """True for what an article is going to tell: "the Herald explains what both sides agreed"."""
    token = page.token(cue.verb)
    return cue.manner == "explain" and token is not None and token.tag_ in ("VBZ", "VBP")


def sentence_before(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, cue: Cue) -> list[tuple[int, int]] | None:
    """A statement that its cue follows or interrupts: "…, the ministry said.", "…, they say, …"."""
    text = page.value
    if cue.form == LOOSE or any(quote.end - quote.start > 40 for quote in frame.quotes):
        return None
    if frame.kind in HEADS and cue.manner in UNTOLD:
        return None  # a headline: "Land setzt Vertrag aus – Landtag stimmt zu"
    low, begin = cue.start, page.behind_dateline(frame.start, frame.end)
    for one in lex.as_.finditer(text, max(frame.start, low - 40), low):
        if not any(mark in text[one.end() : low] for mark in ".,;:") and len(WORD.findall(text[one.end() : low])) <= 6:
            if len(WORD.findall(text[frame.start : one.start()])) >= SHORTEST:
                told = cast.speaker(cue, frame) is not None and cue.manner not in UNTOLD
                return [(frame.start, one.start())] if told else None
            speaker = cast.speaker(cue, frame)  # with "X, head of the agency," the statement begins behind both commas
            behind = max(cue.end, speaker.end) if speaker is not None and speaker.start > cue.start else cue.end
            comma = text.find(",", behind, frame.end)
            return [(comma + 1, frame.end)] if comma > 0 else None
    verb = page.token(cue.verb)
    if verb is not None and is_bare(verb):
        return None
    comma = max(text.rfind(",", begin, low), text.rfind("–", begin, low), text.rfind("—", begin, low))
    if comma < 0:
        return None
    between = text[comma + 1 : low]
    subject = list(cast.candidates(comma + 1, low))
    if len(WORD.findall(between)) > 12 or (WORD.search(between) and not subject and page.doc is None):
        return None
    if WORD.search(between) and (_opens_clause(lex, between) or any(comma < one.start < low for one in frame.cues)):
        return None
    if verb is not None and _is_side(page, begin, comma, verb):
        return None
    if any(one.form == PHRASE and one.start == frame.start for one in frame.cues):
        return None  # "По данным полиции, …, организаторы говорят о …": what stands in front has its own source
    tail = text[cue.end : frame.end]
    mark = re.search(r"[,.;–—]", tail)
    stop = cue.end + mark.start() if mark else frame.end
    if verb is not None and any(_completes(child, cue) for child in verb.children if child.i > verb.i):
        return None
    known = lex.drops and stop == cue.end and text[stop : stop + 1] == ","  # "La decisión, dijo, estaba tomada"
    if not WORD.search(between) and not known and not _subject_follows(page, cast, (begin, comma), cue.end, stop):
        return None
    if len(WORD.findall(text[cue.end : stop])) > 14 or any(cue.end < one.start < stop for one in frame.cues):
        return None
    opens = max([begin, *(one.end() for one in COLON.finditer(text, begin, comma))])
    head = (
        opens,
        next((quote.outer[1] for quote in frame.quotes if quote.start <= comma < quote.outer[1]), comma),
    )
    words = WORD.findall(text[head[0] : head[1]])
    if CLOSING.fullmatch(text[stop : frame.end]):
        return [head] if len(words) >= SHORTEST else None
    spoken = (quote for quote in frame.quotes if head[0] <= quote.start and quote.end <= head[1])
    if any(quote.end - quote.start > LABEL for quote in spoken):
        return None  # the quotation says it all; what follows its speaker are titles
    rest = (stop + 1, statement_end(page, lex, frame, cue, stop + 1))
    if text[stop] != "," or _opens_clause(lex, text[stop + 1 : rest[1]]) or not (known or _has_verb(page, lex, *rest)):
        return [head] if len(words) >= SHORTEST else None
    return [rest] if len(words) <= 4 else [head, rest]


def _subject_follows(page: Page, cast: Speakers, head: tuple[int, int], a: int, b: int) -> bool:
    """True when somebody who can speak stands behind a verb; any noun may, where all of them have capitals."""
    if any(low <= a + SUBJECT for low, _ in cast.candidates(a, b)):
        return True
    lex = cast.lex
    if not lex.capitals or page.doc is not None or phrase_after(page.value, lex, a, b, any_noun=True) is None:
        return False
    words = {word.lower() for word in WORD.findall(page.value[head[0] : head[1]])}
    return not words.isdisjoint(lex.reported | lex.auxiliaries)  # no apposition: "X, head of the office, explained …"


def _completes(child: Token, cue: Cue) -> bool:
    """True for what a verb hands over itself: a clause, an object, the noun of its preposition ("appelle à l'aide")."""
    ruled = child.dep_ == "obl:arg" and any(one.dep_ == "case" and one.idx < cue.end for one in child.children)
    return ruled or child.dep_ in ("ccomp", "dobj", "obj", "xcomp")


def _is_side(page: Page, a: int, b: int, verb: Token) -> bool:
    """True for a side clause of the verb itself: "When the fund ran dry, Mexico said no"."""
    tokens = page.tokens(a, b)
    if tokens is None or tokens.root.dep_ != "advcl" or tokens.root.head != verb:
        return False
    return any(one.dep_ == "mark" or one.tag_ == "WRB" for one in tokens.root.children if one.i < tokens.root.i)


def _has_verb(page: Page, lex: Lexicon, a: int, b: int) -> bool:
    """True when words can be a clause rather than an apposition ("…, head of the union")."""
    tokens = page.tokens(a, b)
    if tokens is not None:
        if tokens.root.dep_ == "appos":
            return False
        return any(token.pos_ in ("VERB", "AUX") and token.dep_ not in CLAUSES_OF_NOUNS for token in tokens)
    words = {one.group().lower() for one in WORD.finditer(page.value, a, b)}
    return bool(words & (lex.auxiliaries | lex.reported)) or not words.isdisjoint(lex.verbs)


def _opens_clause(lex: Lexicon, between: str) -> bool:
    """True when a conjunction or relative pronoun starts the words, so that they are a clause of their own."""
    first = WORD.search(between)
    word = first.group().lower() if first else ""
    return word in lex.conjunctions or word in lex.relatives or bool(lex.that.match(between.strip()))


def infinitive(page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token | None) -> list[tuple[int, int]] | None:
    """ "vowed to …", "urged Y to …": the infinitive that hangs on the verb."""
    if token is None and lex.infinitive_endings and cue.form != LOOSE:
        return _by_ending(page, lex, frame, cue)
    if token is None or ("Inf" in token.morph.get("VerbForm", []) and cue.form == LOOSE):
        return None
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > token.i and child.pos_ in ("VERB", "AUX"):
            marks = [one for one in child.children if one.i < child.i and lex.infinitive.match(page.value, one.idx)]
            if marks:
                between = [one for one in token.children if token.i < one.i < child.i and one.dep_ in ("dobj", "obj")]
                between += [one for one in child.children if one.i < marks[0].i and one.dep_.startswith("nsubj")]
                start = max(cue.end, min([marks[0].idx, *(one.left_edge.idx for one in between)]))
                return [(start, statement_end(page, lex, frame, cue, start))]
    return None


def _by_ending(page: Page, lex: Lexicon, frame: Frame, cue: Cue) -> list[tuple[int, int]] | None:
    """The infinitive near a verb, known by its ending ("пообещал восстановить", "prometió a los vecinos pagar")."""
    for word in list(WORD.finditer(page.value, cue.end, frame.end))[:INFINITIVE]:
        if any(mark in page.value[cue.end : word.start()] for mark in ',;:.«“"'):
            return None
        if word.group().islower() and word.group().endswith(lex.infinitive_endings):
            return [(word.start(), statement_end(page, lex, frame, cue, word.start()))]
    return None
