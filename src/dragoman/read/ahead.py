"""A statement that its teller follows or interrupts: "…, the ministry said.", "…, they say, …", "…, X said: “…”"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.read.apposed import titled_before
from dragoman.read.clauses import CLAUSES_OF_NOUNS, UNTOLD, is_led
from dragoman.read.cues import LOOSE, ORDERS, PHRASE, WORD, Cue, Lexicon
from dragoman.read.extents import statement_end
from dragoman.read.frames import HEADS, Frame
from dragoman.read.moods import PLAIN
from dragoman.read.nounphrases import phrase_after
from dragoman.read.page import Page
from dragoman.read.speakers import Speakers
from dragoman.read.things import is_bare

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["CLOSING", "SHORTEST", "sentence_before"]

CLOSING = re.compile(r"[\s.!?…\"”»'“]*$")
PAUSE = re.compile(r",(?!\d)|(?<!\d),|[–—]")  # no decimal comma: "à 2,4 millions"
COLON = re.compile(r":\s")
SPOKEN = 40  # characters between marks that say all there is in a sentence
LABEL = 16  # characters of a quotation that is more than a name or a term
SUBJECT_WORDS = 6  # words of a subject behind the verb of an inserted teller
SUBJECT = 40  # characters behind a verb in which its subject begins
SHORTEST = 3  # words; less is a name or a remainder, not a statement


def sentence_before(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, cue: Cue) -> list[tuple[int, int]] | None:
    """A statement that its cue follows or interrupts: "…, the ministry said.", "…, they say, …"."""
    text = page.value
    led = [quote for quote in frame.quotes if is_led(text, cue, quote)]  # "The hotel is safe, X said: “…”"
    if cue.form == LOOSE or any(one.end - one.start > SPOKEN for one in frame.quotes if one not in led):
        return None
    if frame.kind in HEADS and cue.manner in UNTOLD:
        return None  # a headline: "Land setzt Vertrag aus – Landtag stimmt zu"
    low, begin = cue.start, page.behind_dateline(frame.start, frame.end)
    for one in lex.as_.finditer(text, max(frame.start, low - 40), low):
        if not any(mark in text[one.end() : low] for mark in ".,;:") and len(WORD.findall(text[one.end() : low])) <= 6:
            opens = max([frame.start, *(mark.end() for mark in COLON.finditer(text, frame.start, one.start()))])
            before = WORD.findall(text[frame.start : one.start()])
            later = _behind(page, lex, cast, frame, cue)
            short = len(before) == 2 and before[0].lower() in lex.determiners  # "The bridge, as X said, will close"
            if len(before) >= SHORTEST or (short and later):
                told = cast.speaker(cue, frame) is not None and cue.manner not in UNTOLD
                return [(opens, one.start()), *later] if told else None
            speaker = cast.speaker(cue, frame)  # with "X, head of the agency," the statement begins behind both commas
            behind = max(cue.end, speaker.end) if speaker is not None and speaker.start > cue.start else cue.end
            comma = text.find(",", behind, frame.end)
            return [(comma + 1, frame.end)] if comma > 0 else None
    verb = page.token(cue.verb)
    if verb is not None and is_bare(verb):
        return None
    comma = _pause_before(page, cast, begin, low, verb)
    if comma < 0 or ";" in text[comma:low]:
        return None
    between = text[comma + 1 : low]
    subject = list(cast.candidates(comma + 1, low))
    if len(WORD.findall(between)) > 12 or (WORD.search(between) and not subject and page.doc is None):
        return None
    if WORD.search(between) and (_opens_clause(lex, between) or any(comma < one.start < low for one in frame.cues)):
        return None
    if verb is not None and (_is_side(page, begin, comma, verb) or _is_gloss(comma, verb)):
        return None
    if any(one.form == PHRASE and one.start == frame.start for one in frame.cues):
        return None  # "По данным полиции, …, организаторы говорят о …": what stands in front has its own source
    tail = text[cue.end : frame.end]
    mark = re.search(r"[,.;–—:]" if led else r"[,.;–—]", tail)
    turned = verb is not None and not WORD.search(between) and cue.manner not in UNTOLD
    turned = turned and verb is not None and cast.turned(verb) is not None
    stop = cue.end + mark.start() if mark else frame.end
    inner = [one for one in verb.children if one.i > verb.i and not (led and one.idx > stop)] if verb else []
    if any(_completes(cast, child, cue) for child in inner):
        return None
    known = lex.drops and stop == cue.end and text[stop : stop + 1] == ","  # "La decisión, dijo, estaba tomada"
    said = cue.end if verb is None else verb.idx + len(verb.text)  # "a indiqué X à l'agence": a cue with its subject
    follows = turned or cast.has_pronoun(cue) or _subject_follows(page, cast, (begin, comma), said, stop)
    if not WORD.search(between) and not known and not follows:
        return None
    if len(WORD.findall(text[cue.end : stop])) > 14 or any(cue.end < one.start < stop for one in frame.cues):
        return None
    opens = max([begin, *(one.end() for one in COLON.finditer(text, begin, comma))])
    head = (
        opens,
        next((quote.outer[1] for quote in frame.quotes if quote.start <= comma < quote.outer[1]), comma),
    )
    if any(text[head[0] : quote.outer[0]].rstrip().endswith(";") and quote.end >= comma for quote in frame.quotes):
        return None  # "She would not say how many; “many”, she said.": only what stands between marks is hers
    words = WORD.findall(text[head[0] : head[1]])
    if page.doc is None and cue.manner in ORDERS and words and words[0].lower() in lex.prepositions:
        return _with_object(page, cast, frame, cue, head)
    if led and text[stop] == ":" and not _is_told_ahead(page, lex, head, between):
        return None
    if CLOSING.fullmatch(text[stop : frame.end]) or (led and text[stop] == ":"):
        return [head] if len(words) >= SHORTEST else None
    spoken = (quote for quote in frame.quotes if head[0] <= quote.start and quote.end <= head[1])
    if any(quote.end - quote.start > LABEL for quote in spoken):
        return None  # the quotation says it all; what follows its speaker are titles
    rest = (stop + 1, statement_end(page, lex, frame, cue, stop + 1))
    if text[stop] != "," or _opens_clause(lex, text[stop + 1 : rest[1]]) or not (known or _has_verb(page, lex, *rest)):
        return [head] if len(words) >= SHORTEST else None
    return [rest] if len(words) <= 4 else [head, rest]


def _behind(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, cue: Cue) -> list[tuple[int, int]]:
    """What goes on behind an inserted teller: "С генсеком, как утверждает чиновник, он говорил дважды"."""
    speaker = cast.speaker(cue, frame)
    end = max(cue.end, speaker.end) if speaker is not None and speaker.start > cue.start else cue.end
    comma = page.value.find(", ", end, frame.end)
    near = comma >= 0 and len(WORD.findall(page.value[end:comma])) <= SUBJECT_WORDS
    if not near or ";" in page.value[end:comma] or _opens_clause(lex, page.value[comma + 1 : frame.end]):
        return []
    rest = (comma + 1, statement_end(page, lex, frame, cue, comma + 1))
    return [rest] if _has_verb(page, lex, *rest) or page.doc is None else []


def _subject_follows(page: Page, cast: Speakers, head: tuple[int, int], a: int, b: int) -> bool:
    """True when somebody who can speak stands behind a verb; any noun may, where all of them have capitals."""
    if any(low <= a + SUBJECT for low, _ in cast.candidates(a, b)):
        return True
    lex = cast.lex
    if not lex.capitals or page.doc is not None or phrase_after(page.value, lex, a, b, any_noun=True) is None:
        return False
    words = {word.lower() for word in WORD.findall(page.value[head[0] : head[1]])}
    return not words.isdisjoint(lex.reported | lex.auxiliaries)  # no apposition: "X, head of the office, explained …"


def _with_object(
    page: Page, cast: Speakers, frame: Frame, cue: Cue, head: tuple[int, int]
) -> list[tuple[int, int]] | None:
    """ "Per tredici di loro, la procura chiede fino a vent'anni": for whom, and what is asked; never the one alone."""
    speaker = cast.speaker(cue, frame, inverted=True)
    if speaker is None or speaker.start < head[1]:
        return None
    rest = (max(cue.end, speaker.end), frame.end)
    return [head, rest] if WORD.search(page.value, *rest) else None


def _is_told_ahead(page: Page, lex: Lexicon, head: tuple[int, int], between: str) -> bool:
    """True for a clause that a teller follows: not "Après l'incendie, X a dit : …", not "X stimmte zu, er sagte: …"."""
    first, subject = WORD.search(page.value, *head), WORD.search(between)
    if first is None or (subject is not None and (page.doc is None or subject.group().lower() in lex.pronouns)):
        return False
    opens = first.group().lower() in lex.prepositions | lex.subordinators | lex.openers
    return _has_verb(page, lex, *head) if page.doc is not None else not opens


def _pause_before(page: Page, cast: Speakers, a: int, b: int, verb: Token | None) -> int:
    """The last comma or dash in front of a teller; for "…, the governor, X, told" the one before the whole subject."""
    pauses = [one.start() for one in PAUSE.finditer(page.value, a, b)]
    if verb is None or not pauses or WORD.search(page.value, pauses[-1], b):
        return max(pauses, default=-1)
    own = next((one for one in verb.children if one.dep_ == "nsubj" and one.i < verb.i), None)
    titled = titled_before(cast, a, b)
    start = own.left_edge.idx if own is not None else titled[0] if titled is not None else a
    named = titled is not None or (own is not None and any(one.dep_ == "appos" for one in own.children))
    earlier = [one for one in pauses if one < start]
    told = page.tokens(a, earlier[-1]) if named and earlier else None  # "After the vote, the governor, X, told …"
    if told is None or not any(one.pos_ in ("VERB", "AUX") for one in told):
        return pauses[-1]
    return earlier[-1]


def _completes(cast: Speakers, child: Token, cue: Cue) -> bool:
    """True for what a verb hands over itself: a clause, an object, the noun of its preposition ("appelle à l'aide").

    Whom it is told is nothing told ("X told Reuters", "a déclaré X à l'agence"), nor is who tells it behind the verb.
    """
    if cue.manner == "tell" and child.dep_ in ("dobj", "obj", "dative", "iobj"):
        return any(one.dep_ in ("dobj", "obj") and one != child for one in child.head.children)  # "told her a story"
    if child == cast.turned(child.head):
        return False
    cases = [one for one in child.children if one.dep_ == "case"]
    ruled = child.dep_ == "obl:arg" and any(one.idx < cue.end for one in cases)
    whom = cue.manner in PLAIN and any(cast.lex.addressing.fullmatch(one.text) for one in cases)
    return (ruled and not whom) or child.dep_ in ("ccomp", "dobj", "obj", "xcomp")


def _is_gloss(comma: int, verb: Token) -> bool:
    """True for the verb of a clause about a noun behind the comma: "…, something a caller told the police"."""
    return verb.dep_ in CLAUSES_OF_NOUNS and verb.head.idx > comma


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
