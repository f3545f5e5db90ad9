"""Clauses that a conjunction opens: "said that …", "a déclaré que …", "erklärte, dass …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.read.cues import LOOSE, PHRASE, WORD, Cue, Lexicon
from dragoman.read.extents import statement_end
from dragoman.read.frames import Frame
from dragoman.read.moods import PLAIN
from dragoman.read.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["that_clause"]

FARTHEST = 20  # words of place and time between a verb of telling and its clause
APPOSED = 2  # words of a noun behind a comma that a relative clause goes on from
BEHIND = 14  # characters between words spoken and the verb that hands them over
THAT_NEAR = 6  # words between a verb and its conjunction without a parser ("said on Monday in Rome that")


def that_clause(page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token | None) -> list[tuple[int, int]] | None:
    """What follows the conjunction that belongs to this verb."""
    text = page.value
    one = lex.that.search(text, cue.end, frame.end)
    if one is not None:
        between = text[cue.end : one.start()]
        outside = _without_aside(between) if token is None else between
        near = len(WORD.findall(outside)) <= THAT_NEAR and not any(mark in between for mark in ".;:")
        if near and _is_thought(page, lex, frame, cue, one.start()):
            near = False  # "said he hoped that …": what is said is the hope
        if WORD.findall(between)[-1:] and WORD.findall(between)[-1].lower() in lex.not_that:
            return None  # "report their sales so that the council can …"
        if _joins_earlier(lex, between):
            return []  # "that it will not close, as reports claimed, and that …": the words of who spoke before
        spoken = any(quote.outer[1] <= cue.start and cue.start - quote.outer[1] < BEHIND for quote in frame.quotes)
        if token is None and spoken and one.group().lower() in lex.relatives and len(WORD.findall(between)) > 1:
            near = False  # «…», dijo Ana Gil, una vecina que esperaba
        if token is None and _is_preposed(lex, between):
            near = False  # "tras la noche, después de que la cámara votara …"
        if token is None and one.group().lower() in lex.relatives and _has_object(page.value, lex, cue, frame, between):
            near = False  # "declaró la alerta en las provincias que la pidieron"
        relative = token is None and one.group().lower() in lex.relatives and between.rstrip().endswith(",")
        if relative and between.count(",") % 2:
            near = False  # "reconoce errores tras el terremoto, que deja miles de muertos"
        if token is None and one.group().lower() in lex.relatives and _is_apposed(between):
            near = False  # "lo había condenado a 19 meses de cárcel, pena que ya había cumplido"
        aside = token is None and between.count(",") == 2
        aside = aside and (between.lstrip().startswith(",") or between.rstrip().endswith(","))
        if (between.count(",") > 1 and not aside) or any(
            quote.outer[0] < one.start() and cue.end <= quote.outer[0] for quote in frame.quotes
        ):
            near = False
        far = token is not None and not any(mark in between for mark in ".;:") and between.count(",") % 2 == 0
        if (
            (near and token is None)
            or (near and len(WORD.findall(between)) <= 2)
            or (far and (_governs(page, token, one.start()) or _lacks_object(page, token, cue, frame, one.start())))
        ):
            return [(one.end(), statement_end(page, lex, frame, cue, one.end()))]
    if token is None:
        return None
    for child in token.children:
        if child.dep_ == "ccomp" and child.i > token.i:
            mark = next((word for word in child.children if word.dep_ == "mark" and word.i < child.i), None)
            if mark is not None and lex.that.match(text, mark.idx):
                found = lex.that.match(text, mark.idx)
                start = found.end() if found else mark.idx
                return [(start, statement_end(page, lex, frame, cue, start))]
    return None


def _without_aside(between: str) -> str:
    """The words without a title between commas: "Advierte la analista Ana Gil, del Centro de Estudios, que"."""
    head, comma, rest = between.partition(",")
    return head if comma and rest.rstrip().endswith(",") and rest.count(",") == 1 and head.strip() else between


def _joins_earlier(lex: Lexicon, between: str) -> bool:
    """True for a comma and "and" alone between a verb and the conjunction."""
    words = WORD.findall(between)
    return between.lstrip().startswith(",") and len(words) == 1 and words[0].lower() in lex.conjunctions


def _is_thought(page: Page, lex: Lexicon, frame: Frame, cue: Cue, at: int) -> bool:
    """True where a verb of thinking or telling with the same subject stands before the conjunction and rules it."""
    inner = [other for other in frame.cues if cue.end <= other.start and other.end <= at and other.form != PHRASE]
    if inner and not WORD.search(page.value, inner[-1].end, at):
        return True
    words = [word.lower() for word in WORD.findall(page.value[cue.end : at])]
    return len(words) > 1 and words[0] in lex.pronouns and words[1] in lex.reported  # "sagte, er hoffe, dass"


def _has_object(text: str, lex: Lexicon, cue: Cue, frame: Frame, between: str) -> bool:
    """True for a verb whose object stands behind it, its subject in front: "El Gobierno declaró la alerta …".

    A day ("dijo el lunes que"), a role ("dijo la ministra que") or a name between verb and conjunction is no object.
    """
    words = WORD.findall(between)
    if not lex.occasions or len(words) < 3 or words[0].lower() not in lex.determiners or cue.manner not in PLAIN:
        return False
    noun, in_front = words[1], WORD.findall(text[frame.start : cue.start])
    plain = noun.islower() and not lex.is_role(noun) and noun not in lex.bodies and noun not in lex.occasions
    return plain and bool(in_front) and all(word.islower() for word in words[1:])


def _is_apposed(between: str) -> bool:
    """True for one comma with a noun or two behind it, in front of a relative pronoun: ", pena que"."""
    head, comma, tail = between.partition(",")
    return bool(comma) and "," not in tail and bool(WORD.search(head)) and 0 < len(WORD.findall(tail)) <= APPOSED


def _is_preposed(lex: Lexicon, between: str) -> bool:
    """True when a preposition that the verb does not rule leads up to the conjunction ("después de que")."""
    words = [word.lower() for word in WORD.findall(between)]
    return len(words) > 1 and words[-1] in lex.prepositions and words[-2] in lex.openers | lex.timely


def _lacks_object(page: Page, token: Token | None, cue: Cue, frame: Frame, at: int) -> bool:
    """True for a verb of telling that still needs what is told, with nothing but phrases of place and time between.

    "X a déclaré dans un éditorial paru à Rome que …", whatever noun the parser hangs the clause on.
    """
    if token is None or cue.manner not in PLAIN or cue.form == LOOSE:
        return False
    if any(child.dep_ in ("ccomp", "dobj", "obj", "xcomp") for child in token.children):
        return False
    between = page.value[cue.end : at]
    later = any(cue.end <= other.start < at for other in frame.cues)
    return not later and "," not in between and len(WORD.findall(between)) <= FARTHEST


def _governs(page: Page, token: Token | None, at: int) -> bool:
    """True when the conjunction at a position hangs on this verb rather than on a noun or another verb."""
    mark = page.token(at)
    if mark is None or mark.dep_ != "mark":
        return False
    return token is not None and mark.head.head == token
