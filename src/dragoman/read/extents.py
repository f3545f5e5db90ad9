"""Where a reported statement ends: at the end of its sentence, or where the teller's own clause goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.read.asides import glosses, means
from dragoman.read.cues import FINITE, LOOSE, PARTICIPLE, PHRASE, WORD, Cue, Lexicon, lexicon
from dragoman.read.frames import Frame
from dragoman.read.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

REFUSALS = ("refuse", "decide", "agree", "show", "believe", "expect", "hope", "fear")  # acts as often as words
VOICES = 8  # words behind "but" among which the others and their verb stand
RIVAL = 3  # words of somebody else's name or title behind a comma
SIDE = ("advcl", "pcomp", "obl:mod", "acl", "relcl", "acl:relcl")
COMMA = re.compile(r",(?=\s)")
SEMICOLON = re.compile(r";(?=\s)")
__all__ = ["contrasts", "side_end", "statement_end"]


def contrasts(lex: Lexicon, text: str, frame: Frame, a: int, b: int) -> Iterator[int]:
    """Where a..b passes to somebody else's words: a semicolon, or "while …" before a cue of its own."""
    held = [quote.outer for quote in frame.quotes]
    for at in (one.start() for one in SEMICOLON.finditer(text, a, b)):
        if not any(low <= at < high for low, high in held):
            yield at
    yield from _other_voices(lex, text, held, a, b)
    for pattern, forms in ((lex.contrasts, (FINITE, PARTICIPLE, PHRASE)), (lex.against, (PHRASE,))):
        for one in pattern.finditer(text, a, b):
            later = (cue for cue in frame.cues if cue.start >= one.end() and cue.form in forms)
            view = WORD.search(text, one.end(), b)  # "…, mientras que para X no garantiza nada"
            others = pattern is lex.contrasts and view is not None and lex.first.match(text, view.start()) is not None
            if others or any(";" not in text[one.end() : cue.start] for cue in later):
                yield one.start()


def _other_voices(lex: Lexicon, text: str, held: list[tuple[int, int]], a: int, b: int) -> Iterator[int]:
    """Where "…, but" passes to others with a verb of thinking or saying of their own: ", but analysts see it as …"."""
    for one in lex.adversative.finditer(text, a, b):
        if not text[a : one.start()].rstrip().endswith(",") or any(low <= one.start() < high for low, high in held):
            continue
        stop = COMMA.search(text, one.end(), b)
        words = [word.lower() for word in WORD.findall(text[one.end() : stop.start() if stop else b])][:VOICES]
        role = next((place for place, word in enumerate(words) if lex.is_role(word)), len(words))
        if any(word in lex.verbs or (word, "") in lex.stances for word in words[role + 1 :]):
            yield one.start()


def statement_end(page: Page, lex: Lexicon, frame: Frame, cue: Cue, start: int) -> int:
    """The end of the sentence, or where the teller's own clause goes on."""
    text, end = page.value, frame.end
    token = page.token(cue.verb)
    if token is not None and cue.form == PHRASE:
        token = _verb_above(token)
    elif token is not None:
        end = min(end, _clause_end(page, token, start, end))
    for one in lex.although.finditer(text, start + 20, end):
        end = min(end, one.start())
        words = list(WORD.finditer(text, start, end))
        if words and words[-1].group().lower() in lex.conjunctions:
            end = words[-1].start()
    for other in frame.cues:
        if other.start <= start or other.start >= end or _second_infinitive(text, lex, start, other.start):
            continue
        if cue.form == PHRASE and (cut := _next_clause(lex, text, start, other)) is not None:
            end = min(end, cut)
            continue
        if other.form == PHRASE:
            if text[: other.start].rstrip().endswith(",") and not other.after:
                end = other.start
        elif _coordinate(page, lex, token, other, start) or _resumes(page, lex, cue, other, start):
            end = _back(page, lex, other, start)
    if (token is not None and _concedes(lex, text, frame, cue)) or _is_inserted(lex, text, cue):
        end = min(end, side_end(lex, text, frame, start, end))
    end = min([end, *means(lex, text, frame, start, end), *glosses(lex, text, frame, start, end)])
    return min([end, *contrasts(lex, text, frame, start + 1, end)])


def _second_infinitive(text: str, lex: Lexicon, start: int, at: int) -> bool:
    """True for the second verb of what is pledged: "to open talks by 8 August and to conclude a deal"."""
    words = list(WORD.finditer(text, max(start, at - 16), at))
    if len(words) < 2 or lex.infinitive.match(text, start) is None:
        return False
    return words[-2].group().lower() in lex.conjunctions and lex.infinitive.fullmatch(words[-1].group()) is not None


def _resumes(page: Page, lex: Lexicon, cue: Cue, other: Cue, start: int) -> bool:
    """True when a finite verb behind "and" goes on with the teller, not with an infinitive or "it" that is told.

    "invited him to come and said that …", "said it was opposed to the test and warned …"
    """
    words = WORD.findall(page.value[start : other.start])
    tokens = page.tokens(start, other.start)
    if tokens is None or other.form not in (FINITE, PARTICIPLE) or cue.form == LOOSE or len(words) < 2:
        return False
    verb = page.token(other.verb)
    if words[-1].lower() not in lex.conjunctions or other.manner in REFUSALS or verb is None:
        return False
    if "Fin" not in verb.morph.get("VerbForm", []) and other.form != PARTICIPLE and verb.tag_ not in ("VBD", "VBZ"):
        return False
    first = [one for one in tokens if one.idx >= start and one.pos_ in ("VERB", "AUX")]
    infinitive = bool(first) and lex.infinitive.match(page.value, start) is not None
    finite = any("Fin" in one.morph.get("VerbForm", []) for one in first)
    return (infinitive and not finite) or (words[0].lower() in lex.pronouns and cue.form == other.form)


def _concedes(lex: Lexicon, text: str, frame: Frame, cue: Cue) -> bool:
    """True for a verb of telling inside "although he said that …, the price rose"."""
    opening = list(lex.although.finditer(text, frame.start, cue.start))
    return bool(opening) and "," not in text[opening[-1].end() : cue.start]


def _is_inserted(lex: Lexicon, text: str, cue: Cue) -> bool:
    """True for a participle between a noun and its verb: "Шейх, уверявший, будто …, отстранен"."""
    return cue.form == LOOSE and text[cue.verb : cue.end].lower().endswith(lex.participle_endings or ("\n",))


def side_end(lex: Lexicon, text: str, frame: Frame, start: int, end: int) -> int:
    """Where a side clause ends: at its first comma outside the marks of a quotation."""
    held = [quote.outer for quote in frame.quotes]
    side = lex.relatives | lex.who
    found = ((one.start(), WORD.search(text, one.end(), end)) for one in COMMA.finditer(text, start, end))
    commas = (at for at, word in found if word is None or word.group().lower() not in side)
    return next((at for at in commas if not any(low <= at < high - 1 for low, high in held)), end)


def _next_clause(lex: Lexicon, text: str, start: int, other: Cue) -> int | None:
    """The ", and" that opens the clause of a later cue: what "according to X" covers ends there."""
    low = max(start, other.start - 60)
    comma = text.rfind(",", low, other.start)
    following = WORD.search(text, comma) if comma >= 0 else None
    if following is not None and other.form == FINITE and _is_rival(lex, text[comma + 1 : other.start]):
        return comma
    if following is None or following.group().lower() not in lex.conjunctions:
        return None
    return comma


def _is_rival(lex: Lexicon, between: str) -> bool:
    """True for a noun for somebody alone between a comma and a verb of speech: ", организаторы говорят о …"."""
    words = WORD.findall(between)
    return 0 < len(words) <= RIVAL and any(lex.is_role(word) or word.lower() in lex.bodies for word in words)


def _verb_above(token: Token) -> Token:
    """The verb of the clause a phrase stands in."""
    for _ in range(6):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "prep"):
            break
        token = token.head
    return token


def _clause_end(page: Page, token: Token, start: int, end: int) -> int:
    """Before a further verb that shares the cue's subject; at the clause's own edge when it is a side clause."""
    for child in token.children:
        if (
            child.dep_ == "conj"
            and child.idx > start
            and child.pos_ in ("VERB", "AUX")
            and _goes_on(page, token, child)
            and not _second_infinitive(page.value, lexicon(page.language), start, child.idx)
        ):
            edge = child.left_edge.idx
            before = page.value[:edge].rstrip()
            opened = _conjunction(page, start, edge)
            if opened is not None and start < opened < end:
                end = opened
                continue
            joint = [one for one in token.children if one.dep_ == "cc" and start < one.idx < child.idx]
            cut = joint[-1].idx if joint else len(before)
            if start < cut < end and (joint or before.endswith((",", ";"))):
                end = cut
    edge = token.right_edge.idx + len(token.right_edge.text)
    if token.dep_ in ("relcl", "acl", "acl:relcl") and start < token.right_edge.idx < end:
        end = min(end, edge)
    later = any(one.idx > edge and one.pos_ in ("VERB", "AUX") for one in token.ancestors)
    if later and token.dep_ in SIDE and start < token.right_edge.idx < end and page.value[edge : edge + 1] == ",":
        end = min(end, edge)  # "who came before announcing that she would leave, praised …"
    return end


def _conjunction(page: Page, start: int, edge: int) -> int | None:
    """Where the conjunction right in front of a further verb's own words begins: "… — and he noted that"."""
    words = list(WORD.finditer(page.value, max(start, edge - 12), edge))
    last = words[-1] if words and not page.value[words[-1].end() : edge].strip() else None
    return last.start() if last is not None and last.group().lower() in lexicon(page.language).conjunctions else None


def _goes_on(page: Page, token: Token, child: Token) -> bool:
    """True when a coordinate verb has the same subject, or hands over speech itself ("X said …, and Y said …")."""
    own = any(one.dep_.startswith("nsubj") for one in child.children)
    return child.i > token.i and (not own or child.lower_ in lexicon(page.language).verbs)


def _coordinate(page: Page, lex: Lexicon, token: Token | None, other: Cue, start: int) -> bool:
    """True when a later cue goes on beside this one instead of standing inside its statement."""
    if other.form == LOOSE and page.value[: other.start].rstrip().endswith(","):
        return True
    if token is not None:
        later = page.token(other.verb)
        for _ in range(3):
            if later is None or later.dep_ != "conj":
                return False
            later = later.head
            if later == token:
                return True
        return False
    before = WORD.findall(page.value[start : other.start])
    last = before[-1].lower() if before else ""
    return last in lex.conjunctions or page.value[: other.start].rstrip().endswith(",")


def _back(page: Page, lex: Lexicon, other: Cue, start: int) -> int:
    """From a coordinate cue back over its conjunction and comma."""
    at = other.start
    words = list(WORD.finditer(page.value, start, at))
    if words and words[-1].group().lower() in lex.conjunctions:
        at = words[-1].start()
    else:
        comma = page.value.rfind(",", start, at)
        at = comma if comma > 0 and at - comma < 60 else at
    return at
