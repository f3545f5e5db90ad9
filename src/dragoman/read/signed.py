"""Who says a quotation that no verb of speech hands over: a signature, a label, the subject in front of a colon."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.read.company import is_name
from dragoman.read.cues import WORD, Lexicon
from dragoman.read.frames import HEADS, Frame
from dragoman.read.marks import Marked
from dragoman.read.page import Page
from dragoman.read.speakers import Speaker, Speakers

__all__ = ["colon", "ours", "predicate", "signature", "therein", "worded"]

SIGNED = re.compile(r"\s*[―—–]\s*")  # “…” — Maria Lopez
LABEL = 4  # words of a label that names a speaker
PREDICATE = 5  # words of a verb between marks with its adverbs
STATEMENT = 4  # words of a quotation behind a bare colon
SHORT_STATEMENT = 3  # the same where it opens with a capital letter, which a term between marks does not


def signature(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, quote: Marked) -> Speaker | None:
    """The name after a dash behind a quotation ("“…” — Maria Lopez"), or before a colon in a headline or transcript."""
    dash = SIGNED.match(page.value, quote.outer[1])
    if dash is not None:
        for a, b, mention in cast.covering(dash.end()):
            if a == dash.end() and mention.kind == "PER" and not lex.verbs.keys() & _words(page.value, b, b + 20):
                return cast.person(a, b, by="signed")
    label = page.value[frame.start : quote.outer[0]].rstrip()
    if label.endswith(":") and len(label) < 60:
        for a, b, mention in cast.covering(frame.start):
            named = mention.kind not in ("GPE", "LOC") or frame.kind not in HEADS  # "Iceland: “…”" is a topic
            if named and a == frame.start and page.value[b : quote.outer[0]].strip() == ":":
                return cast.person(a, b, by="label")
        return _labelled(cast, frame.start, frame.start + len(label) - 1)
    return None


def colon(page: Page, cast: Speakers, frame: Frame, quote: Marked) -> Speaker | None:
    """The subject of a sentence that leads up to a quotation by a colon without any verb of speech."""
    text = page.value
    if not text[frame.start : quote.outer[0]].rstrip().endswith(":") or frame.kind in HEADS or not cast.lex.verbs:
        return None  # without a verb known, whatever stands before a colon would be the speaker
    least = STATEMENT if page.doc is not None or cast.lex.capitals or text[quote.start].islower() else SHORT_STATEMENT
    if len(WORD.findall(text[quote.start : quote.end])) < least:
        return None
    if cast.lex.capitals and page.doc is None:
        return cast.opening_speaker(frame)
    return cast.main_subject(max(frame.start, text.rfind(";", frame.start, quote.outer[0]) + 1), quote.outer[0])


def predicate(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, quote: Marked) -> Speaker | None:
    """The subject of a verb of feeling that stands between the marks itself: "The UN “deeply regrets” the move"."""
    text = page.value
    words = [word.lower() for word in WORD.findall(text[quote.start : quote.end])]
    if (
        not 0 < len(words) <= PREDICATE
        or lex.felt.isdisjoint(words)
        or text[quote.outer[0] - 1 : quote.outer[0]] != " "
    ):
        return None
    found = [one for one in cast.candidates(frame.start, quote.outer[0]) if text[one[1] : quote.outer[0]] == " "]
    if not found:
        return None
    speaker = cast.person(*found[-1], by="predicate")
    return speaker if speaker is not None and speaker.name else None


def worded(page: Page, cast: Speakers, frame: Frame, quote: Marked) -> Speaker | None:
    """Who acts with the words: "Mit den Worten „…“ verließ er den Saal"."""
    before = [one.end() for one in cast.lex.with_words.finditer(page.value, frame.start, quote.outer[0])]
    if not before or page.doc is not None or page.value[before[-1] : quote.outer[0]].strip(" :"):
        return None
    return cast.acting(frame, quote.outer[1])


def therein(page: Page, cast: Speakers, frame: Frame, before: Frame, quote: Marked) -> Speaker | None:
    """Who issued the paper of the sentence before: "Der Verein gab eine Erklärung ab. Darin steht: „…“"."""
    if cast.lex.therein.match(page.value, frame.start) is None or page.doc is not None or before.kind in HEADS:
        return None
    paper = next(iter(cast.lex.media.finditer(page.value, before.start, before.end)), None)
    issuer = cast.opening_speaker(before) if frame.block - before.block <= 1 and paper is not None else None
    if paper is None or issuer is None or issuer.name is None or issuer.end > paper.start():
        return None
    return replace(issuer, start=paper.start(), end=paper.end(), by="document")


def ours(page: Page, cast: Speakers, frame: Frame, before: Frame, quote: Marked) -> Speaker | None:
    """Who a sentence is about, where words in the first person follow: "Der Verein will bleiben. „Wir sind hier …“"."""
    first = WORD.search(page.value, quote.start, quote.end)
    if first is None or first.group().lower() not in cast.lex.first_person or before.quotes or before.cues:
        return None
    if frame.block != before.block or before.kind in HEADS or page.doc is not None or not cast.lex.capitals:
        return None
    return cast.opening_speaker(before, page.value.rfind(": ", before.start, before.end) + 1)


def _labelled(cast: Speakers, a: int, b: int) -> Speaker | None:
    """The person whom a label in front of a colon means ("Ferrando: «…»", "Ana Gil, economista: «…»")."""
    name, _, _ = cast.text[a:b].partition(",")
    words = WORD.findall(name)
    if not 0 < len(words) <= LABEL or not all(word[0].isupper() for word in words):
        return None
    people = {one[2].refers_to for one in cast.mentions if one[2].kind == "PER" and is_name(one[2])}
    meant = [person for person in people if set(words) <= set(WORD.findall(person))]
    if not meant and cast.page.doc is None and len(words) > 1:  # a surname that no list knows, used below
        known = {one[2].refers_to for one in cast.mentions if one[2].kind == "MISC" and is_name(one[2])}
        meant = [" ".join(words)] if words[-1] in known and words[0] not in known else []
    return Speaker(meant[0], a, a + len(name), "label", person=True) if len(meant) == 1 else None


def _words(text: str, a: int, b: int) -> set[str]:
    return {word.lower() for word in WORD.findall(text[a:b])[:2]}
