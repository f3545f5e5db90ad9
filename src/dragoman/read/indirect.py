"""Reported statements without marks: "X said that …", "…, sources said", "according to X, …", "accused Y of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.read.cues import LOOSE, NAMING, ORDERS, PHRASE, TOPICS, WORD, Cue, Lexicon, lexicon
from dragoman.read.frames import HEADS, Frame
from dragoman.read.page import Page
from dragoman.read.speakers import Cast, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Report", "reports"]

Report = tuple[Cue, Speaker | None, list[tuple[int, int]]]

EDGE = " \t\n\r\u00a0\u202f,;:.–—-"
CLOSING = re.compile(r"[\s.!?…\"”»'“]*$")
#: Manners whose noun object is a topic, an addressee or a thing, never what is said.
THINGS = frozenset("announce deny demand propose warn promise admit threaten claim predict suggest".split())
NO_OBJECT = TOPICS | frozenset("say tell ask reply write add continue report explain assure order believe fear hope expect insist show agree".split())
OBJECT = 5  # words of a noun phrase that carries a statement ("denied any part in the attack on the port")
SHORTEST = 3  # words; less is a name or a remainder, not a statement
THAT_NEAR = 6  # words between a verb and its conjunction without a parser ("said on Monday in Rome that")
CLAUSES = ("ccomp", "parataxis", "xcomp")


def reports(page: Page, lex: Lexicon, cast: Cast, frame: Frame) -> Iterator[Report]:
    """Every reported statement of one sentence with its cue, speaker and words."""
    told = False
    made: list[Report] = []
    for cue in frame.cues:
        if frame.kind in HEADS and cue.form == LOOSE:
            continue
        found = _according(page, lex, cast, frame, cue) if cue.form == PHRASE else _verb(page, lex, cast, frame, cue)
        if found is None or (cue.form == PHRASE and told):
            continue
        speaker, parts = found
        parts = [part for a, b in parts if (part := trimmed(page.value, a, b))[0] < part[1]]
        if sum(len(WORD.findall(page.value[a:b])) for a, b in parts) >= SHORTEST:
            told = told or cue.form != PHRASE and not _in_side_clause(page, cue)
            made.append((cue, speaker, parts))
    yield from (one for one in made if not any(_repeats(cast, one, other) for other in made))


def _in_side_clause(page: Page, cue: Cue) -> bool:
    token = page.token(cue.verb)
    return token is not None and token.dep_ in ("relcl", "acl:relcl", "acl")


def _repeats(cast: Cast, one: Report, other: Report) -> bool:
    """True for the "he hoped that …" inside "X said he hoped that …": one statement of one speaker."""
    (a, b), (low, high) = (one[2][0][0], one[2][-1][1]), (other[2][0][0], other[2][-1][1])
    if one is other or not (low <= a and b <= high) or (a, b) == (low, high) and one[0].start < other[0].start:
        return False
    speaker, teller = one[1], other[1]
    if speaker is None or teller is None:
        return True
    return speaker.name is None or speaker.name == teller.name or speaker.by.startswith("pronoun")


def trimmed(text: str, a: int, b: int) -> tuple[int, int]:
    """Without the spaces and commas at either end."""
    while a < b and text[a] in EDGE:
        a += 1
    while b > a and text[b - 1] in EDGE:
        b -= 1
    return a, b


# -- "according to X" ------------------------------------------------------------------------------------


def _according(
    page: Page, lex: Lexicon, cast: Cast, frame: Frame, cue: Cue
) -> tuple[Speaker | None, list[tuple[int, int]]] | None:
    """The sentence around the phrase; nothing where a verb already says who speaks."""
    speaker = cast.speaker(cue, frame)
    if speaker is None and not cue.after:
        return None
    text = page.value
    if cast.page.article.block_at(cue.start) is not None and frame.kind in HEADS:
        return None
    if cue.after:
        low, high = min(speaker.start if speaker else cue.start, cue.start), cue.end
    else:
        low, high = cue.start, max(cue.end, cast.source_end(cue, frame))
    head, tail = text[frame.start : low], text[high : frame.end]
    if len(WORD.findall(head)) <= 2 and "," not in head:
        return speaker, [(high, _end(page, lex, frame, cue, high))]
    if CLOSING.fullmatch(tail) or tail.lstrip()[:1] in ",;":
        start = max([frame.start, *(text.rfind(mark, frame.start, low) + 1 for mark in ("; ", ": "))])
        return speaker, [(start, low)]
    return speaker, [(frame.start, low), (high, frame.end)]


# -- verbs -------------------------------------------------------------------------------------------------


def _verb(
    page: Page, lex: Lexicon, cast: Cast, frame: Frame, cue: Cue
) -> tuple[Speaker | None, list[tuple[int, int]]] | None:
    token = page.token(cue.verb)
    if token is not None and _is_passive(token) and cue.manner != "accuse":
        return None
    clause = False
    if cue.manner == "accuse" and token is not None or cue.manner == "accuse" and not lex.reported:
        parts = _after_word(page, lex, frame, cue, lex.accuse_with)
    else:
        parts = _that(page, lex, frame, cue, token)
        clause = parts is not None
        if parts is None and cue.manner in ORDERS:
            parts = _infinitive(page, lex, frame, cue, token)
        if parts is None and cue.manner not in TOPICS:
            parts = _bare_clause(page, lex, frame, cue, token) or _before(page, lex, cast, frame, cue)
            clause = parts is not None
        if parts is None and cue.manner in NAMING:
            parts = _naming(page, lex, frame, cue, token)
        if parts is None and cue.manner not in NO_OBJECT:
            parts = _object(page, lex, frame, cue, token)
    if not parts:
        return None
    inverted = parts[-1][1] <= cue.start and not _subject_between(cast, parts[-1][1], cue)
    speaker = cast.speaker(cue, frame, inverted=inverted)
    if speaker is None and not clause:
        return None
    return speaker, parts


def _subject_between(cast: Cast, a: int, cue: Cue) -> bool:
    return any(True for _ in cast.candidates(a, cue.start))


def _is_passive(token: Token) -> bool:
    return any(child.dep_ in ("nsubjpass", "nsubj:pass", "auxpass", "aux:pass") for child in token.children)


def _that(page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token | None) -> list[tuple[int, int]] | None:
    """What follows the conjunction that belongs to this verb."""
    text = page.value
    one = lex.that.search(text, cue.end, frame.end)
    if one is not None:
        between = text[cue.end : one.start()]
        near = len(WORD.findall(between)) <= THAT_NEAR and not any(mark in between for mark in ".;:")
        if between.count(",") > 1 or any(quote.outer[0] < one.start() and cue.end <= quote.outer[0] for quote in frame.quotes):
            near = False
        far = token is not None and not any(mark in between for mark in ".;:") and between.count(",") % 2 == 0
        if near and token is None or near and len(WORD.findall(between)) <= 2 or far and _governs(page, token, one.start()):
            return [(one.end(), _end(page, lex, frame, cue, one.end()))]
    if token is None:
        return None
    for child in token.children:
        if child.dep_ == "ccomp" and child.i > token.i:
            mark = next((word for word in child.children if word.dep_ == "mark" and word.i < child.i), None)
            if mark is not None and lex.that.match(text, mark.idx):
                found = lex.that.match(text, mark.idx)
                start = found.end() if found else mark.idx
                return [(start, _end(page, lex, frame, cue, start))]
    return None


def _governs(page: Page, token: Token | None, at: int) -> bool:
    """True when the conjunction at a position hangs on this verb rather than on a noun or another verb."""
    mark = page.token(at)
    if mark is None or mark.dep_ != "mark":
        return False
    head = mark.head
    for _ in range(4):
        if head.head is token:
            return True
        head = head.head
    return False


def _bare_clause(
    page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token | None
) -> list[tuple[int, int]] | None:
    """A clause without conjunction: by the parse, by the subjunctive of reported speech, or behind a colon."""
    text = page.value
    colon = text.find(":", cue.end, frame.end)
    if colon >= 0 and len(WORD.findall(text[cue.end : colon])) <= 4 and not frame.quotes and frame.kind not in HEADS:
        return [(colon + 1, frame.end)]
    if token is None:
        return _subjunctive(page, lex, frame, cue)
    for child in token.children:
        if child.dep_ == "ccomp" and child.i > token.i and child.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON"):
            start = child.left_edge.idx
            if start < cue.end or not any(
                one.dep_.startswith(("nsubj", "expl")) for one in child.subtree if one.i < child.i
            ):
                continue
            if text[cue.end : start].strip() and "," in text[cue.end : start]:
                continue
            if child.left_edge.tag_ in ("WP", "WDT", "WRB") or child.left_edge.lower_ in lex.wh:
                continue
            return [(start, _end(page, lex, frame, cue, start))]
    return None


def _subjunctive(page: Page, lex: Lexicon, frame: Frame, cue: Cue) -> list[tuple[int, int]] | None:
    comma = page.value.find(",", cue.end, frame.end)
    if comma < 0 or not lex.reported:
        return None
    end = _end(page, lex, frame, cue, comma + 1)
    words = {one.group().lower() for one in WORD.finditer(page.value, comma, end)}
    infinitive = cue.manner in ORDERS and lex.infinitive.search(page.value, comma, end)
    return [(comma + 1, end)] if words & lex.reported or infinitive else None


def _before(page: Page, lex: Lexicon, cast: Cast, frame: Frame, cue: Cue) -> list[tuple[int, int]] | None:
    """A statement that its cue follows or interrupts: "…, the ministry said.", "…, they say, …"."""
    text = page.value
    if cue.form == LOOSE or any(quote.end - quote.start > 40 for quote in frame.quotes):
        return None
    low = cue.start
    for one in lex.as_.finditer(text, max(frame.start, low - 40), low):
        if not any(mark in text[one.end() : low] for mark in ".,;:") and len(WORD.findall(text[one.end() : low])) <= 6:
            if len(WORD.findall(text[frame.start : one.start()])) >= SHORTEST:
                return [(frame.start, one.start())]
            comma = text.find(",", cue.end, frame.end)
            return [(comma + 1, frame.end)] if comma > 0 else None
    comma = max(text.rfind(",", frame.start, low), text.rfind("–", frame.start, low), text.rfind("—", frame.start, low))
    if comma < 0:
        return None
    between = text[comma + 1 : low]
    subject = list(cast.candidates(comma + 1, low))
    if len(WORD.findall(between)) > 12 or (WORD.search(between) and not subject and page.doc is None):
        return None
    if WORD.search(between) and _opens_clause(lex, between):
        return None
    tail = text[cue.end : frame.end]
    rest = re.search(r"[,.;–—]", tail)
    stop = cue.end + rest.start() if rest else frame.end
    token = page.token(cue.verb)
    if token is not None and any(child.dep_ in ("ccomp", "dobj", "obj", "xcomp") and child.i > token.i for child in token.children):
        return None
    if not WORD.search(between) and not any(a <= cue.end + 40 for a, _ in cast.candidates(cue.end, stop)):
        return None
    if len(WORD.findall(text[cue.end : stop])) > 14:
        return None
    head = (frame.start, comma)
    words = WORD.findall(text[head[0] : head[1]])
    if CLOSING.fullmatch(text[stop : frame.end]):
        return [head] if len(words) >= SHORTEST else None
    rest = (stop + 1, _end(page, lex, frame, cue, stop + 1))
    if text[stop] != "," or _opens_clause(lex, text[stop + 1 : rest[1]]):
        return [head] if len(words) >= SHORTEST else None
    return [rest] if len(words) <= 4 else [head, rest]


def _opens_clause(lex: Lexicon, between: str) -> bool:
    """True when a conjunction or relative pronoun starts the words, so that they are a clause of their own."""
    first = WORD.search(between)
    word = first.group().lower() if first else ""
    return word in lex.conjunctions or word in lex.relatives or bool(lex.that.match(between.strip()))


def _infinitive(page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token | None) -> list[tuple[int, int]] | None:
    """ "vowed to …", "urged Y to …": the infinitive that hangs on the verb."""
    if token is None or "Inf" in token.morph.get("VerbForm") and cue.form == LOOSE:
        return None
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > token.i and child.pos_ in ("VERB", "AUX"):
            marks = [one for one in child.children if one.i < child.i and lex.infinitive.match(page.value, one.idx)]
            if marks:
                between = [one for one in token.children if token.i < one.i < child.i and one.dep_ in ("dobj", "obj")]
                between += [one for one in child.children if one.i < marks[0].i and one.dep_.startswith("nsubj")]
                start = max(cue.end, min([marks[0].idx, *(one.left_edge.idx for one in between)]))
                return [(start, _end(page, lex, frame, cue, start))]
    return None


def _object(page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token | None) -> list[tuple[int, int]] | None:
    """The thing announced, denied, warned of: a noun phrase that quotes, or says enough to be a statement."""
    if token is None or "Inf" in token.morph.get("VerbForm") and cue.form == LOOSE:
        return None
    for child in _objects(token, cue):
        start, end = max(cue.end, child.left_edge.idx), child.right_edge.idx + len(child.right_edge.text)
        if child.dep_ == "pobj" or child.dep_.startswith("obl"):
            start = max(start, child.idx if child.left_edge.pos_ == "ADP" else start)
        quoted = any(start - 2 <= quote.start and quote.end <= end + 1 for quote in frame.quotes)
        if quoted or cue.manner in THINGS and len(WORD.findall(page.value[start:end])) >= OBJECT:
            return [(start, min(end, _end(page, lex, frame, cue, start)))]
    return None


def _naming(page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token | None) -> list[tuple[int, int]] | None:
    """ "called X Y", "presented X as Y": what is named together with its name."""
    if token is None or "Inf" in token.morph.get("VerbForm"):
        return None
    named = [one for one in token.children if one.i > token.i and one.dep_ in ("dobj", "obj", "ccomp", "nsubj", "oprd")]
    if not named or named[0].dep_ == "nsubj":
        return None
    start = max(cue.end, named[0].left_edge.idx)
    end = _end(page, lex, frame, cue, start)
    comma = page.value.find(", ", start, end)
    inside = any(quote.outer[0] < comma < quote.outer[1] for quote in frame.quotes)
    return [(start, comma if comma > 0 and not inside else end)]


def _objects(token: Token, cue: Cue) -> Iterator[Token]:
    """Noun objects of a verb, directly or behind a preposition."""
    for child in token.children:
        if child.i <= token.i:
            continue
        if child.dep_ in ("dobj", "obj") and child.pos_ != "PRON" or child.dep_ == "obl:arg":
            yield child
        if child.dep_ == "prep" and (child.idx < cue.end or cue.manner in ("warn", "urge")):
            yield from (one for one in child.children if one.dep_ == "pobj")


def _after_word(
    page: Page, lex: Lexicon, frame: Frame, cue: Cue, link: re.Pattern[str]
) -> list[tuple[int, int]] | None:
    """ "accused Y of doing": from the verb form behind the link word."""
    text = page.value
    for one in link.finditer(text, cue.end, frame.end):
        if any(mark in text[cue.end : one.start()] for mark in ".;:") or len(WORD.findall(text[cue.end : one.start()])) > 15:
            return None
        token = page.token(one.end() + 1 if text[one.end() : one.end() + 1] == " " else one.end())
        if token is None or (token.pos_ in ("VERB", "AUX", "ADV") and token.idx >= one.end()):
            return [(one.end(), _end(page, lex, frame, cue, one.end()))]
    return None


# -- where a statement ends -------------------------------------------------------------------------------------


def _end(page: Page, lex: Lexicon, frame: Frame, cue: Cue, start: int) -> int:
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
        if other.start <= start or other.start >= end:
            continue
        if cue.form == PHRASE and (cut := _next_clause(lex, text, start, other)) is not None:
            end = min(end, cut)
            continue
        if other.form == PHRASE:
            if text[:other.start].rstrip().endswith(",") and not other.after:
                end = other.start
        elif _coordinate(page, lex, token, other, start):
            end = _back(page, lex, other, start)
    return end


def _next_clause(lex: Lexicon, text: str, start: int, other: Cue) -> int | None:
    """The ", and" that opens the clause of a later cue: what "according to X" covers ends there."""
    low = max(start, other.start - 60)
    comma = text.rfind(",", low, other.start)
    following = WORD.search(text, comma) if comma >= 0 else None
    if following is None or following.group().lower() not in lex.conjunctions:
        return None
    return comma


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
        if child.dep_ == "conj" and child.idx > start and child.pos_ in ("VERB", "AUX") and _goes_on(page, token, child):
            edge = child.left_edge.idx
            before = page.value[:edge].rstrip()
            joint = [one for one in token.children if one.dep_ == "cc" and start < one.idx < child.idx]
            cut = joint[-1].idx if joint else len(before)
            if start < cut < end and (joint or before.endswith((",", ";"))):
                end = cut
    if token.dep_ in ("relcl", "acl", "acl:relcl") and start < token.right_edge.idx < end:
        end = min(end, token.right_edge.idx + len(token.right_edge.text))
    return end


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
            if later is None or later.dep_ not in ("conj", "advcl"):
                return False
            later = later.head
            if later is token:
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
