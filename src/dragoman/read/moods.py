"""Reports that no conjunction opens: by the mood of reported speech, an infinitive, or a clause of their own."""

from __future__ import annotations

from dragoman.read.cues import ORDERS, WORD, Cue, Lexicon
from dragoman.read.extents import statement_end
from dragoman.read.frames import Frame
from dragoman.read.page import Page

__all__ = ["PLAIN", "by_mood"]

#: Manners whose clause needs neither a conjunction nor the mood of reported speech.
PLAIN = frozenset(["say", "tell", "explain", "announce", "report", "confirm", "stress", "add", "write"])
#: Manners whose infinitive is what is told ("kündigte an, … zu schließen").
PLANS = ORDERS | frozenset(["announce", "hope", "believe", "claim", "deny", "decide", "recommend", "warn"])


def by_mood(page: Page, lex: Lexicon, frame: Frame, cue: Cue) -> list[tuple[int, int]] | None:
    """The clause behind the comma of a verb of speech, where no parser tells what it is."""
    comma = page.value.find(",", cue.end, frame.end)
    if comma < 0 or not lex.reported or any(cue.end < other.start < comma for other in frame.cues):
        return None
    end = statement_end(page, lex, frame, cue, comma + 1)
    words = {one.group().lower() for one in WORD.finditer(page.value, comma, end)}
    if words & lex.reported or (cue.manner in PLANS and _has_infinitive(page, lex, comma, end)):
        return [(comma + 1, end)]
    if any(quote.outer[1] <= cue.start for quote in frame.quotes):
        return None
    if any(one.group().lower() in lex.reflexives for one in WORD.finditer(page.value, cue.end, comma)):
        return None
    return [(comma + 1, end)] if cue.manner in PLAIN and _main_clause(page, lex, comma + 1, end) else None


def _has_infinitive(page: Page, lex: Lexicon, a: int, b: int) -> bool:
    """True for "… zu schließen" and "… auszusetzen"."""
    return any(pattern.search(page.value, a, b) is not None for pattern in (lex.infinitive, lex.inside))


def _main_clause(page: Page, lex: Lexicon, a: int, b: int) -> bool:
    """True for a clause that opens with its subject or an adverb ("…, die USA hielten sich daran"), no side clause."""
    words = [one.group() for one in WORD.finditer(page.value, a, b)][:3]
    if len(words) == 3 and words[0].lower() in lex.prepositions and words[1].lower() in lex.relatives:
        return words[2][0].isupper() and words[1].lower() in lex.determiners
    if len(words) < 3 or words[0].lower() in lex.subordinators | lex.conjunctions | lex.wh:
        return False
    if words[0].lower() not in lex.relatives:
        return words[0].lower() not in lex.prepositions or words[1].lower() not in lex.relatives
    return words[1][0].isupper() or (words[2][0].isupper() and words[1].lower().endswith(lex.adjective_endings))
