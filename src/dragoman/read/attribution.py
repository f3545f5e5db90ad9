"""Which cue gives the words of a quotation, and whom it carries over to where there is none."""

from __future__ import annotations

from dataclasses import replace

from dragoman.read.carried import LETTER, Said, bare, carried_report, carry, reported
from dragoman.read.cues import LOOSE, PHRASE, WORD, Cue, Lexicon
from dragoman.read.frames import HEADS, Frame
from dragoman.read.markedtitles import is_title
from dragoman.read.marks import Marked
from dragoman.read.page import Page
from dragoman.read.signed import colon, ours, predicate, signature, therein, worded
from dragoman.read.speakers import Speakers
from dragoman.read.transcripts import turn_speaker
from dragoman.read.undercue import cue_of, in_source, named_with
from dragoman.read.unsaid import is_passive, is_rumour

__all__ = ["LETTER", "Said", "attribute", "carried_report", "reported"]

DENIALS = frozenset(["deny", "reject"])
THOUGHTS = frozenset(["expect", "hope", "fear", "believe", "estimate"])
GENERAL = THOUGHTS | {"condemn", "accuse", "urge"}


def attribute(
    page: Page, lex: Lexicon, cast: Speakers, made: list[Frame], index: int, quote: Marked, said: list[Said]
) -> Said:
    frame = made[index]
    one = Said(quote, frame, parts=list(quote.parts), by=quote.by)
    if quote.by in ("answer", "question"):
        one.speaker = cast.interviewee(quote.start) if quote.by == "answer" else None
        return one
    if quote.by == "turn":
        one.speaker = turn_speaker(cast, quote)
        return one
    if named_with(page, lex, frame, quote) is None and is_title(page, cast, quote):
        one.by = "name"
        return one
    if index and (issued := therein(page, cast, frame, made[index - 1], quote)) is not None:
        one.speaker, one.by = issued, "document"
        return one
    if (feels := predicate(page, lex, cast, frame, quote)) is not None:
        one.speaker, one.by = feels, "predicate"
        return one
    cue, inverted = cue_of(page, lex, cast, frame, quote)
    if cue is not None and _names_only(page, lex, cue, quote):
        cue = None
    if cue is not None and _tells_nothing(page, lex, cast, frame, cue, quote):
        cue = None
    if cue is not None:
        one.cue, one.speaker = cue, cast.speaker(cue, frame, inverted=inverted)
        if one.speaker is None or one.speaker.name is None:
            _outer_cue(cast, frame, one)
        if one.speaker is None and cue.form != PHRASE:
            _phrase_cue(page, cast, frame, one)
        _same_subject(page, lex, cast, frame, one)
        _denied(page, cast, frame, one)
        if one.speaker is not None and quote.start <= one.speaker.start < one.speaker.end <= quote.end:
            one.cue = one.speaker = None  # «Росморпорт» сообщил, что …
        return one
    if cast.tellers is not None and (told := cast.tellers.of(frame, quote)) is not None:
        (one.cue, one.speaker), one.by = told, "teller"
        return one
    named = colon(page, cast, frame, quote) or (cast.tellers.colon(frame, quote) if cast.tellers is not None else None)
    if named is not None:
        one.speaker, one.by = named, "colon"
        return one
    if (signed := signature(page, lex, cast, frame, quote)) is not None:
        one.speaker, one.by = signed, "signed"
        return one
    if (named := worded(page, cast, frame, quote)) is not None:
        one.speaker, one.by = named, "words"
        return one
    if index and page.value[made[index - 1].end - 1] == ":" and frame.block - made[index - 1].block <= 1:
        before = [cue for cue in made[index - 1].cues if cue.form != PHRASE]
        if before and not LETTER.search(page.value, frame.start, quote.outer[0]):
            one.cue = before[-1]
            one.speaker = cast.speaker(before[-1], made[index - 1])
            return one
    if quote.by == "dash":  # a turn of its own: whoever spoke before is not heard in it
        return one
    if frame.kind not in HEADS and (bare(page.value, frame) or reported(page.value, lex, cast, frame)):
        carry(cast, made, index, one, said)
        if one.speaker is None and index and (named := ours(page, cast, frame, made[index - 1], quote)) is not None:
            one.speaker, one.by = named, "ours"
    return one


def _tells_nothing(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, cue: Cue, quote: Marked) -> bool:
    """True for what only looks like a cue: "For the first time, …", "are expected at the “old mill”", "attacked by …".

    A passive without an agent tells what is generally thought; words right behind its agent tell who the agent is.
    """
    if cue.form == PHRASE:
        return lex.first.fullmatch(page.value, cue.start, cue.end) is not None and cast.speaker(cue, frame) is None
    token = page.token(cue.verb)
    if is_rumour(page, lex, cue, token, frame.end):
        return True
    if token is None or cue.manner not in GENERAL or not is_passive(token):
        return False
    agent = cast.speaker(cue, frame)
    if agent is None:
        return cue.manner in THOUGHTS
    return agent.start > cue.end and not WORD.search(page.value, agent.end, max(agent.end, quote.outer[0]))


def _names_only(page: Page, lex: Lexicon, cue: Cue, quote: Marked) -> bool:
    """True for a participle that gives a name: "Le traité, dit « Pacte du Nord », fut signé"."""
    text = page.value
    named = text[cue.start : cue.end].lower() in lex.called and cue.end <= quote.outer[0]
    beside = text[: cue.start].rstrip().endswith(",") and not text[cue.end : quote.outer[0]].strip()
    return named and beside and text[quote.outer[1] : quote.outer[1] + 1] == ","


def _same_subject(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, one: Said) -> None:
    """ "Der Verein legte nach, indem er aufforderte: „…“": the pronoun of a side clause is who acts before."""
    found = one.speaker
    if found is None or not lex.capitals or not found.by.startswith("pronoun") or found.start <= frame.start:
        return
    comma = page.value.rfind(",", frame.start, found.start)
    opens = WORD.search(page.value, max(comma, frame.start), found.end)
    if comma < 0 or opens is None or opens.group().lower() not in lex.subordinators:
        return
    named = colon(page, cast, frame, one.quote)
    if named is not None and named.name is not None and named.end <= comma:
        one.speaker = replace(named, start=found.start, end=found.end, by="pronoun")


def _denied(page: Page, cast: Speakers, frame: Frame, one: Said) -> None:
    """Words inside what somebody denies are those of the reports denied, not of who denies them."""
    cue = one.cue
    colon = page.value.find(":", cue.end, one.quote.outer[0]) if cue is not None and cue.manner in DENIALS else -1
    if cue is not None and colon >= 0 and WORD.search(page.value, cue.end, colon):
        one.cue = replace(cue, manner="say")  # "wies zurück, A sei schuld: B seien „wertlos“": held against it
        return
    if cue is None or cue.manner not in DENIALS or not cast.lex.denied_reports or cue.end > one.quote.outer[0]:
        return
    if page.value[cue.end : one.quote.outer[0]].lstrip().startswith(","):
        one.speaker = cast.denied(cue, frame) or one.speaker


def _outer_cue(cast: Speakers, frame: Frame, one: Said) -> None:
    """ "She says it underscores …": where the nearest verb has nobody for a subject, the one before it tells."""
    assert one.cue is not None
    if _has_own_subject(cast, one.cue):
        return
    for cue in reversed([cue for cue in frame.cues if cue.end <= one.cue.start and cue.end <= one.quote.outer[0]]):
        token = cast.page.token(cue.verb)
        aside = token is not None and any(child.lower_ in cast.lex.who for child in token.children)
        if aside and one.cue.form == LOOSE:
            continue  # "… the builder who said he was cheated, saying “…”"
        speaker = cast.speaker(cue, frame)
        page_is_bare = cast.page.doc is None and not cast.lex.capitals
        if cast.page.doc is None and _has_subject(cast, cue, one.cue):
            return
        if page_is_bare and not cast.singular(one.cue):  # "ему, как он утверждает, ответили: «…»": others answered
            return
        if cue.form != PHRASE and speaker is not None and speaker.name is not None:
            one.cue, one.speaker = cue, speaker
            return


def _has_own_subject(cast: Speakers, cue: Cue) -> bool:
    """True for a verb whose subject is a person, though nobody the article names: "I laughed and said"."""
    token = cast.page.token(cue.verb)
    verbs = [token, token.head] if token is not None and token.dep_ == "conj" else [token]
    subjects = [one for verb in verbs if verb is not None for one in verb.children if one.dep_ == "nsubj"]
    known = cast.lex.nobody | cast.lex.pronouns.keys()
    return any(one.pos_ == "PRON" and one.lower_ not in known | cast.lex.relatives for one in subjects)


def _has_subject(cast: Speakers, outer: Cue, inner: Cue) -> bool:
    """True where a noun of its own stands between "that" and the inner verb ("recuerda que su patrona le decía")."""
    that = cast.lex.that.search(cast.text, outer.end, inner.start)
    words = WORD.findall(cast.text[that.end() : inner.start]) if that is not None else []
    return any(word.lower() not in cast.lex.fillers for word in words)


def _phrase_cue(page: Page, cast: Speakers, frame: Frame, one: Said) -> None:
    """ "The text provides “…”, according to X": where nobody is the subject of the verb, the phrase tells."""
    for cue in frame.cues:
        parted = one.cue is not None and ";" in page.value[cue.end : one.cue.start]  # "According to X, …; Y wrote: “…”"
        if cue.form == PHRASE and not parted and not in_source(page.value, cue, one.quote):
            speaker = cast.speaker(cue, frame)
            if speaker is not None and speaker.name is not None:
                one.cue, one.speaker = cue, speaker
                return
