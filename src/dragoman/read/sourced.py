"""Statements that a phrase hands over: "according to X, …", "… , selon X, …", "X zufolge"."""

from __future__ import annotations

import re

from dragoman.read.ahead import CLOSING
from dragoman.read.bysource import WHOSE
from dragoman.read.cues import PHRASE, WORD, Cue, Lexicon
from dragoman.read.extents import contrasts, side_end, statement_end
from dragoman.read.frames import HEADS, Frame
from dragoman.read.page import Page
from dragoman.read.speakers import Speaker, Speakers

__all__ = ["according"]

INSERTED = 6  # words of a subject in front of "…, according to X, …"; more of them are a clause
FEWEST = 2  # words behind a semicolon and a source that are no clause
BRACKET = re.compile(r"\s*\([^()\n]{2,20}\)(?=.)")  # (KNHRC)
RULED = ("dobj", "obj", "xcomp", "ccomp", "attr", "acomp", "obl:arg")


def according(
    page: Page, lex: Lexicon, cast: Speakers, frame: Frame, cue: Cue
) -> tuple[Speaker | None, list[tuple[int, int]]] | None:
    """The sentence around the phrase; nothing where a verb already says who speaks."""
    speaker = cast.speaker(cue, frame)
    if speaker is None and not cue.after:
        return None
    text = page.value
    if cast.page.article.block_at(cue.start) is not None and frame.kind in HEADS:
        return None
    if cue.after:
        beside = speaker is not None and not WORD.search(text, speaker.end, cue.start)
        low, high = min(speaker.start if speaker and beside else cue.start, cue.start), cue.end
    else:
        low, high = cue.start, max(cue.end, cast.source_end(cue, frame))
    if speaker is not None and speaker.by == WHOSE:
        return speaker, [(high, side_end(lex, text, frame, high, statement_end(page, lex, frame, cue, high)))]
    if (short := BRACKET.match(text, high, frame.end)) is not None and text[short.end() : short.end() + 1] == ",":
        high = short.end()  # "selon l'Institut de recherche (Irep), …"
    head, tail = text[frame.start : low], text[high : frame.end]
    parted = head.rstrip().endswith(";")  # "A was hurt; according to X, B was not"
    before = [word.lower() for word in WORD.findall(head)]
    if before and before[-1] in lex.auxiliaries and tail.strip(" ,.") and not parted:
        return speaker, [(frame.start, low), (high, statement_end(page, lex, frame, cue, high))]  # "X is, says Y, ill"
    if parted or (len(before) <= 2 and "," not in head):
        end = statement_end(page, lex, frame, cue, high)
        return None if parted and _is_remainder(page, lex, high, end) else (speaker, [(high, end)])
    if (
        tail.lstrip()[:1] == ","
        and head.rstrip().endswith(",")
        and (last := _inserted(page, lex, frame, low)) is not None
    ):
        return speaker, [*last, (high, statement_end(page, lex, frame, cue, high))]
    if head.rstrip().endswith(",") and _runs_through(page, lex, frame, low, high):
        return speaker, [(frame.start, low), (high, statement_end(page, lex, frame, cue, high))]
    if head.rstrip().endswith(",") and (rest := _goes_on(page, lex, frame, high)) is not None:
        return speaker, [(frame.start, low), (high, rest)]
    if CLOSING.fullmatch(tail) or not any(letter.isalpha() for letter in tail) or tail.lstrip()[:1] in ",;":
        start = max([frame.start, *(text.rfind(mark, frame.start, low) + 1 for mark in ("; ", ": "))])
        if any(one is not cue and one.form == PHRASE and one.start < low for one in frame.cues):
            start = max([start, *contrasts(lex, text, frame, frame.start, low)])
        return speaker, [(start, low)]
    if _is_rest(lex, tail):
        return speaker, [(frame.start, low)]
    return speaker, [(frame.start, low), (high, min([frame.end, *contrasts(lex, text, frame, high, frame.end)]))]


def _is_remainder(page: Page, lex: Lexicon, a: int, b: int) -> bool:
    """True for words that only the clause before makes a statement: "…; según otras fuentes, en marzo"."""
    tokens = page.tokens(a, b)
    if tokens is not None:
        return not any(one.pos_ in ("VERB", "AUX") for one in tokens)
    words = WORD.findall(page.value[a:b])
    return len(words) <= FEWEST or (words[0].lower() in lex.prepositions and len(words) <= 2 * FEWEST)


def _goes_on(page: Page, lex: Lexicon, frame: Frame, high: int) -> int | None:
    """Where a statement ends that goes on behind its source, where no parser tells: "…, по мнению МИД, не заработал".

    A conjunction, a relative clause or a verb of telling behind the source begins something else.
    """
    if page.doc is not None or lex.capitals or page.value[high : high + 1] != ",":
        return None
    words = [word.lower() for word in WORD.findall(page.value[high : frame.end])]
    other = lex.conjunctions | lex.relatives | lex.who | lex.subordinators
    led = not words or words[0] in other or lex.that.match(page.value, high + 2) is not None
    if led or any(one.start > high for one in frame.cues) or ";" in page.value[high : frame.end]:
        return None
    return frame.end if len(words) > 1 else None


def _runs_through(page: Page, lex: Lexicon, frame: Frame, low: int, high: int) -> bool:
    """True when what follows a source between commas is ruled by a verb in front of it: "… would, says X, cut …"."""
    before, behind = page.tokens(frame.start, low), page.tokens(high, frame.end)
    if before is None or behind is None or page.value[high : high + 1] != ",":
        return False
    first = next((token for token in behind if token.idx >= high and token.pos_ != "PUNCT"), None)
    if first is not None and lex.infinitive.match(page.value, first.idx):  # "… permettrait, selon X, de réduire …"
        root = before.root
        return root.pos_ in ("VERB", "AUX") and not any(one.dep_ in RULED and one.idx < low for one in root.children)
    for _ in range(6):
        if first is None or first.head == first:
            return False
        if first.head.idx < low:
            return first.dep_ in RULED and first.head.idx >= frame.start and first.head.pos_ in ("VERB", "AUX")
        first = first.head
    return False


def _is_rest(lex: Lexicon, tail: str) -> bool:
    """True for what still belongs to a source: its short form in brackets, an adjective at the end of the sentence."""
    bracket = BRACKET.match(tail)
    if bracket is not None and CLOSING.fullmatch(tail, bracket.end()):
        return True
    beside = WORD.search(tail, bracket.end()) if bracket is not None and tail[bracket.end()] == "," else None
    if beside is not None and beside.group().lower() in lex.determiners and tail.count(",") == 1:
        return True  # "according to the Council for Rights (CR), a public body"
    words = WORD.findall(tail)
    made = bool(words) and words[0].lower().endswith(lex.participle_endings or ("\n",))
    if made and tail.startswith(" ") and "," not in tail:
        return True  # "según el informe publicado ayer en la red"
    plain = not lex.capitals and words[:1] != [] and words[0].islower()
    return len(words) == 1 and (plain or tail.lstrip().startswith("("))


def _inserted(page: Page, lex: Lexicon, frame: Frame, low: int) -> list[tuple[int, int]] | None:
    """What stands before a source between commas, unless it is a clause: "The bridge, according to X, will close"."""
    words = WORD.findall(page.value[frame.start : low])
    if words and (words[-1].lower() in lex.relatives or lex.that.fullmatch(words[-1])):
        return []
    if frame.quotes or len(words) > INSERTED:
        return None
    tokens = page.tokens(frame.start, low)
    finite = tokens is not None and any(token.pos_ in ("VERB", "AUX") for token in tokens)
    return None if finite else [(frame.start, low)]
