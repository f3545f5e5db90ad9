"""Which cue gives the words of a quotation, and whom it carries over to where there is none."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.read.carried import LETTER, Said, bare, carried_report, carry, leads, reported
from dragoman.read.cues import FINITE, LOOSE, PARTICIPLE, PHRASE, WORD, Cue, Lexicon
from dragoman.read.frames import FINAL, HEADS, Frame
from dragoman.read.markedtitles import is_title
from dragoman.read.marks import Marked
from dragoman.read.nounphrases import phrase_after
from dragoman.read.page import Page
from dragoman.read.signed import colon, ours, signature, therein, worded
from dragoman.read.speakers import Speakers
from dragoman.read.transcripts import turn_speaker

__all__ = ["LETTER", "Said", "attribute", "carried_report", "reported"]

#: Manners whose object is a thing, not words: only what they hand over by a clause of its own is said.
ACTS = frozenset(["agree", "reject", "refuse", "decide"])
DENIALS = frozenset(["deny", "reject"])
GAP = re.compile(r"[\s,.;:—–\-)\]”»“\"']*")
LIMIT = re.compile(r"[,;:.]")
SHORT, LONG = 12, 25  # characters of a quotation inside a sentence that a verb behind it may claim, comma or not
PERSON = 4  # words behind a verb among which the person stands whom it calls home
NEAR = 40  # characters behind a verb in which its subject must begin
CLAUSE = 5  # words of a quotation that a teller may follow without a comma, as editing sometimes leaves it
FINAL_NEAR = 8  # words between a quotation and the verb at the end of its clause
FAR = 40  # words of titles and asides between a subject right behind the quotation and its verb


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
    if _named_with(page, lex, frame, quote) is None and is_title(page, cast, quote):
        return one
    if index and (issued := therein(page, cast, frame, made[index - 1], quote)) is not None:
        one.speaker, one.by = issued, "document"
        return one
    cue, inverted = _cue(page, lex, cast, frame, quote)
    if cue is not None:
        one.cue, one.speaker = cue, cast.speaker(cue, frame, inverted=inverted)
        if one.speaker is None or one.speaker.name is None:
            _outer_cue(cast, frame, one)
        if one.speaker is None and cue.form != PHRASE:
            _phrase_cue(page, cast, frame, one)
        _same_subject(page, lex, cast, frame, one)
        _denied(page, cast, frame, one)
        return one
    if (named := colon(page, cast, frame, quote)) is not None:
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


def _same_subject(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, one: Said) -> None:
    """ "Der Verein legte nach, indem er die Stadt aufforderte: „…“": the pronoun of a side clause is who acts before."""
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
        if cue.form == PHRASE and not _in_source(page.value, cue, one.quote):
            speaker = cast.speaker(cue, frame)
            if speaker is not None and speaker.name is not None:
                one.cue, one.speaker = cue, speaker
                return


def _cue(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, quote: Marked) -> tuple[Cue | None, bool]:
    """(the cue these words stand under, whether they stand directly before its verb)."""
    text = page.value
    after = _cue_after(page, lex, cast, frame, quote)
    if after is not None:
        return after
    if (naming := _named_with(page, lex, frame, quote)) is not None:
        return naming, False
    if lex.capitals and page.doc is None and (final := _final_verb(page, lex, frame, quote)) is not None:
        return final, False
    before = [cue for cue in frame.cues if cue.end <= quote.outer[0] and not cue.after]
    verbs = [cue for cue in before if cue.form != PHRASE and not _sentences(page, lex, cue, quote)]
    if (inserted := next((cue for cue in verbs if _is_inserted(page, cue)), None)) is not None:
        return inserted, False
    if verbs and page.doc is not None and GAP.fullmatch(text, verbs[-1].end, quote.outer[0]):
        return verbs[-1], False  # "…, saying “…”", whatever the parser hangs the words on
    climbed = _climb(page, lex, frame, quote)
    if climbed is not None:
        later = [cue for cue in verbs if cue.start > climbed.end and _has_own(page, cue)]
        return (later[-1] if later and later[-1].manner == "say" else climbed), False
    if verbs and ";" not in text[verbs[-1].end : quote.outer[0]]:
        return verbs[-1], False
    phrases = [cue for cue in frame.cues if cue.form == PHRASE and not _in_source(text, cue, quote)]
    if phrases:
        return min(phrases, key=lambda cue: min(abs(cue.start - quote.end), abs(cue.end - quote.start))), False
    return _aside(page, cast, frame, quote), False


def _is_inserted(page: Page, cue: Cue) -> bool:
    """True for a teller between commas: "In office, the mayor said, few had come to believe “…”"."""
    token = page.token(cue.verb)
    return token is not None and token.dep_ == "parataxis" and page.value[cue.end : cue.end + 1] == ","


def _has_own(page: Page, cue: Cue) -> bool:
    """True for a gerund with a subject of its own: "ends with footage of the mayor saying, “…”"."""
    token = page.token(cue.verb)
    return cue.form == LOOSE and token is not None and any(one.dep_ == "nsubj" for one in token.children)


def _final_verb(page: Page, lex: Lexicon, frame: Frame, quote: Marked) -> Cue | None:
    """The verb that closes the clause of a quotation, its auxiliary or conjunction in front of it.

    "… hat den Plan als „Irrweg“ bezeichnet", "…, weil er ihn „Irrweg“ nannte".
    """
    text = page.value
    cue = next((one for one in frame.cues if one.start >= quote.outer[1] and one.form != PHRASE), None)
    if cue is None or LIMIT.search(text, quote.outer[1], cue.start) or text[quote.end - 1] in ",.!?":
        return None
    clause = re.split(r"[,;:]", text[frame.start : quote.outer[0]])[-1]
    words = [word.lower() for word in WORD.findall(clause)]
    if len(WORD.findall(text[quote.outer[1] : cue.start])) > FINAL_NEAR or not words:
        return None
    if cue.form == PARTICIPLE:
        return cue if any(word in lex.auxiliaries for word in words) else None
    return cue if cue.form == FINITE and words[0] in lex.subordinators | lex.relatives else None


def _named_with(page: Page, lex: Lexicon, frame: Frame, quote: Marked) -> Cue | None:
    """The verb of naming in the relative clause behind a name: "„…“, mit dem er die Gegner titulierte"."""
    comma = page.value[quote.outer[1] : quote.outer[1] + 2] == ", "
    if page.doc is not None or not comma or lex.named_with.match(page.value, quote.outer[1] + 2) is None:
        return None
    return next((one for one in frame.cues if one.start > quote.outer[1] and one.manner == "call"), None)


def _sentences(page: Page, lex: Lexicon, cue: Cue, quote: Marked) -> bool:
    """True for "condemn the crews “to a slow death”": nobody calls anything by these words."""
    if cue.manner in ACTS:
        return _is_object(page.value, lex, cue, quote)
    if cue.manner == "recall":
        return _recalls_somebody(page.value, lex, cue, quote)
    if cue.manner != "condemn":
        return False
    inside = WORD.match(page.value, quote.start)
    before = WORD.findall(page.value[cue.end : quote.outer[0]])[-1:]
    near = [inside.group().lower() if inside else "", *(word.lower() for word in before)]
    return any(lex.addressing.fullmatch(word) for word in near)


def _recalls_somebody(text: str, lex: Lexicon, cue: Cue, quote: Marked) -> bool:
    """True for "a rappelé son ambassadeur « pour consultations »": who is called home is told nothing."""
    words = WORD.findall(text[cue.end : quote.outer[0]])[:PERSON]
    return any(lex.is_role(word) for word in words) and lex.that.search(text, cue.end, quote.outer[0]) is None


def _is_object(text: str, lex: Lexicon, cue: Cue, quote: Marked) -> bool:
    """True for a term in what is voted on or turned down: "approved a reform of the “debt brake”"."""
    between = text[cue.end : quote.outer[0]]
    words = WORD.findall(between)
    said = lex.that.search(between) or ":" in between or lex.as_.search(between)
    return len(words) > 1 and not said


def _in_source(text: str, cue: Cue, quote: Marked) -> bool:
    """True for a name between marks that is the source itself: according to “Radio Nova”."""
    if (quote.start > cue.start) == cue.after:
        return False
    gap = text[quote.outer[1] : cue.start] if cue.after else text[cue.end : quote.outer[0]]
    return 0 <= len(gap) <= 12 and not LIMIT.search(gap)


def _cue_after(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, quote: Marked) -> tuple[Cue, bool] | None:
    """“…”, said X · “…”, X said · “…” X said: a verb right behind the words, or behind a short subject."""
    text = page.value
    following = [other.outer[0] for other in frame.quotes if other.outer[0] >= quote.outer[1]]
    limit = min([frame.end, *following])
    behind = [cue for cue in frame.cues if quote.outer[1] <= cue.start < limit]
    if not behind:
        return None
    cue = behind[0]
    gap = text[quote.outer[1] : cue.start]
    first = leads(text, frame.start, quote.outer[0]) or text[: quote.outer[0]].rstrip().endswith(":")
    comma = "," in gap or text[quote.end - 1] in ",?!…" or gap.strip() in ("—", "–", "-")
    if cue.form == PHRASE:
        return (cue, False) if first and comma and not LETTER.search(gap) else None
    adjacent = GAP.fullmatch(gap) is not None
    if adjacent and cue.form == LOOSE and first:
        return cue, False
    tied = comma and cast.has_pronoun(cue)
    enough = first or tied or quote.end - quote.start > (SHORT if comma else LONG)
    ends = comma and _only_subject(page, cast, frame, cue)
    follows = first or tied or ends or any(True for _ in cast.candidates(cue.end, min(limit, cue.end + NEAR)))
    follows = follows or (comma and page.doc is None and lex.capitals)  # any noun may speak there
    if adjacent and cue.form != LOOSE and (enough or ends) and follows:
        return cue, True
    at_once = text[quote.end - 1] in ",?!" or text[quote.outer[1] : quote.outer[1] + 1] == ","
    if at_once and cue.form == FINITE and _holds_subject(page, quote.outer[1], cue):
        return cue, False
    between = len(WORD.findall(gap))
    beside = len(WORD.findall(text[quote.start : quote.end])) >= CLAUSE and cast.page.doc is not None
    close = first and (comma or beside or text[quote.end - 1] in FINAL) and between <= 10 and ";" not in gap
    if close and (between <= 3 or any(True for _ in cast.candidates(quote.outer[1], cue.start))):
        return cue, False
    if first and comma and ";" not in gap and len(WORD.findall(gap)) <= FAR:
        near = next(iter(cast.candidates(quote.outer[1], cue.start)), None)
        if near is not None and len(WORD.findall(text[quote.outer[1] : near[0]])) <= 3 and cue.form == FINITE:
            return cue, False
    return None


def _holds_subject(page: Page, a: int, cue: Cue) -> bool:
    """True when all that stands between words spoken and a verb is its subject: “…,” the retired general said."""
    token, between = page.token(cue.verb), page.tokens(a, cue.start)
    if token is None or between is None:
        return False
    own = {one.i for child in token.children if child.dep_.startswith("nsubj") for one in child.subtree}
    words = [one for one in between if a <= one.idx < cue.start and not (one.is_punct or one.is_space)]
    return bool(words) and all(one.i in own or one.pos_ == "ADV" for one in words)


def _only_subject(page: Page, cast: Speakers, frame: Frame, cue: Cue) -> bool:
    """True when a subject is all that follows a verb: the plan is “unfair”, thinks X."""
    found = phrase_after(page.value, cast.lex, cue.end, frame.end)
    return found is not None and not LETTER.search(page.value, found[1], frame.end)


def _climb(page: Page, lex: Lexicon, frame: Frame, quote: Marked) -> Cue | None:
    """The nearest cue above these words in the parse."""
    tokens = page.tokens(quote.start, quote.end)
    if tokens is None:
        return None
    spoken = (cue for cue in frame.cues if cue.form != PHRASE and not _sentences(page, lex, cue, quote))
    by_place = {cue.verb: cue for cue in spoken}
    token = tokens.root
    for _ in range(12):
        if token.head == token:
            return None
        token = token.head
        cue = by_place.get(token.idx)
        if cue is not None and cue.end <= quote.outer[0]:
            return cue
    return None


def _aside(page: Page, cast: Speakers, frame: Frame, quote: Marked) -> Cue | None:
    """A cue set between commas anywhere behind ("“Key papers” will be signed, he told reporters")."""
    for cue in frame.cues:
        if cue.start < quote.outer[1] or cue.form != FINITE:
            continue
        comma = page.value.rfind(",", quote.outer[1], cue.start)
        if comma >= 0 and any(True for _ in cast.candidates(comma, cue.start)) and cue.start - comma < 60:
            return cue
    return None
