"""Who said what: quotation marks and reported clauses → Quote, with the speaker only where the text tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.read.cues import FINITE, LOOSE, PHRASE, WORD, Cue, Lexicon, cues, lexicon
from dragoman.read.frames import FINAL, HEADS, Frame, frames, paragraphs, place_cues
from dragoman.read.indirect import Report, reports
from dragoman.read.marks import Marked, pair
from dragoman.read.occasion import occasion, times
from dragoman.read.page import Page
from dragoman.read.speakers import Cast, Speaker
from dragoman.records import Quote, Reading, When
from dragoman.spans import Span

__all__ = ["quotes"]

LETTER = re.compile(r"[^\W_]")
GAP = re.compile(r"[\s,.;:—–\-)\]”»“\"']*")
SIGNED = re.compile(r"\s*[―—–]\s*")
LIMIT = re.compile(r"[,;:.]")
CLAUSE = 5  # words from which a capitalised quotation counts as a statement of its own without a parser
FAR = 40  # words of titles and asides between a subject right behind the quotation and its verb
TITLE = 4  # words up to which an unattributed quotation reads as a name or a term


@dataclass(slots=True)
class Said:
    """One quotation on its way: its words, and who is found to have said them."""

    quote: Marked
    frame: Frame
    cue: Cue | None = None
    speaker: Speaker | None = None
    by: str = ""
    parts: list[tuple[int, int]] = field(default_factory=list)


def quotes(page: Page, reading: Reading) -> Iterator[Quote]:
    """Every quotation and reported statement of an article, in reading order; nobody is named on a guess."""
    lex = lexicon(page.language)
    marked = pair(page.value, [(a, b) for a, b, _ in paragraphs(page)], elided=lex.elided)
    top = [one for one in marked if one.depth == 0]
    hidden = [one.outer for one in top]
    made = frames(page, lex, marked)
    place_cues(made, cues(page, hidden, frozenset(frame.start for frame in made)))
    cast = Cast(page, reading, lex, hidden)
    dated = times(page, reading)
    said: list[Said] = []
    found: list[Quote] = []
    for index, frame in enumerate(made):
        spoken = [_attribute(page, lex, cast, made, index, quote, said) for quote in frame.quotes]
        said += spoken
        told = list(reports(page, lex, cast, frame))
        if not told and _reported(page.value, lex, cast, frame):
            told = _carried_report(cast, made, index)
        for cue, speaker, parts in told:
            if not any(_same(one, parts[0][0], parts[-1][1]) for one in spoken):
                found.append(_quote(page, dated, lex, cast, frame, "indirect", cue, speaker, parts, "clause"))
        _remember(page, lex, cast, frame, spoken, told)
    _heads(page, said)
    for one in _joined(page.value, said):
        kind = _kind(page, lex, one)
        found.append(_quote(page, dated, lex, cast, one.frame, kind, one.cue, one.speaker, one.parts, one.by))
    for one in (inner for inner in marked if inner.depth > 0):
        found.append(_inner(page, lex, one))
    yield from sorted(found, key=lambda one: (one.start, -one.end, one.kind))


def _same(one: Said, a: int, b: int) -> bool:
    """True when a reported clause is the quotation itself (a few words of the article around it at most)."""
    return one.quote.start <= b and a <= one.quote.end and _share(one.quote, a, b) > 0.8


def _share(quote: Marked, a: int, b: int) -> float:
    return max(0, min(quote.end, b) - max(quote.start, a)) / max(1, b - a)


def _remember(
    page: Page, lex: Lexicon, cast: Cast, frame: Frame, spoken: list[Said], told: list[Report]
) -> None:
    """The last speaker of this frame is who "he added" in the next one means, and who issued its statement."""
    cast.note_subject(frame.start, frame.end)
    speakers = [one.speaker for one in spoken] + [speaker for _, speaker, _ in told]
    for one in lex.media.finditer(page.value, frame.start, frame.end):
        for speaker in speakers:
            if speaker and speaker.name and not speaker.start <= one.start() < speaker.end and not cast.hides(one.start()):
                cast.issued = speaker
    if spoken and spoken[-1].cue is not None:
        cast.remember(spoken[-1].speaker, frame.block, frame.end, spoken[-1].cue)
    elif told:
        cast.remember(told[-1][1], frame.block, frame.end, told[-1][0])
    elif spoken and _named(spoken[-1]):
        cast.remember(spoken[-1].speaker, frame.block, frame.end)
    elif frame.block - cast.last_block > 1 and frame.kind not in HEADS:
        cast.remember(None, frame.block, frame.end)


# -- which cue gives these words ------------------------------------------------------------------------


def _attribute(
    page: Page, lex: Lexicon, cast: Cast, made: list[Frame], index: int, quote: Marked, said: list[Said]
) -> Said:
    frame = made[index]
    one = Said(quote, frame, parts=list(quote.parts), by=quote.by)
    if _is_title(page, cast, quote):
        return one
    cue, inverted = _cue(page, lex, cast, frame, quote)
    if cue is not None:
        one.cue, one.speaker = cue, cast.speaker(cue, frame, inverted=inverted)
        if one.speaker is None or one.speaker.name is None:
            _outer_cue(cast, frame, one)
        return one
    if (signed := _signature(page, lex, cast, frame, quote)) is not None:
        one.speaker, one.by = signed, "signed"
        return one
    if index and page.value[made[index - 1].end - 1] == ":" and frame.block - made[index - 1].block <= 1:
        before = [cue for cue in made[index - 1].cues if cue.form != PHRASE]
        if before and not LETTER.search(page.value, frame.start, quote.outer[0]):
            one.cue = before[-1]
            one.speaker = cast.speaker(before[-1], made[index - 1])
            return one
    if frame.kind not in HEADS and (_bare(page.value, frame) or _reported(page.value, lex, cast, frame)):
        _carry(cast, made, index, one, said)
    return one


def _named(one: Said) -> bool:
    return one.speaker is not None and one.speaker.name is not None


def _is_title(page: Page, cast: Cast, quote: Marked) -> bool:
    """A name between marks ("the daily „Neue Post“"): capital letters throughout, no mark that ends a sentence."""
    words = WORD.findall(page.value[quote.start : quote.end])
    if page.value[quote.end - 1] in "!?,." or not 1 < len(words) <= 6:
        return False
    return all(word[0].isupper() or word[0].isdigit() for word in words)


def _outer_cue(cast: Cast, frame: Frame, one: Said) -> None:
    """ "She says it underscores …": where the nearest verb has nobody for a subject, the one before it tells."""
    assert one.cue is not None
    for cue in reversed([cue for cue in frame.cues if cue.end <= one.cue.start and cue.end <= one.quote.outer[0]]):
        speaker = cast.speaker(cue, frame)
        if cue.form != PHRASE and speaker is not None and speaker.name is not None:
            one.cue, one.speaker = cue, speaker
            return


def _signature(page: Page, lex: Lexicon, cast: Cast, frame: Frame, quote: Marked) -> Speaker | None:
    """The name after a dash behind a quotation ("“…” — Maria Lopez"), or before a colon in a headline or transcript."""
    dash = SIGNED.match(page.value, quote.outer[1])
    if dash is not None:
        for a, b, mention in cast.covering(dash.end()):
            if a == dash.end() and mention.kind == "PER" and not lex.verbs.keys() & _words(page.value, b, b + 20):
                return cast.person(a, b, by="signed")
    label = page.value[frame.start : quote.outer[0]].rstrip()
    if label.endswith(":") and len(label) < 60:
        for a, b, _ in cast.covering(frame.start):
            if a == frame.start and page.value[b : quote.outer[0]].strip() == ":":
                return cast.person(a, b, by="label")
    return None


def _words(text: str, a: int, b: int) -> set[str]:
    return {word.lower() for word in WORD.findall(text[a:b])[:2]}


def _bare(text: str, frame: Frame) -> bool:
    """True for a sentence that consists of quotations alone."""
    at = frame.start
    for quote in frame.quotes:
        if LETTER.search(text, at, quote.outer[0]):
            return False
        at = max(at, quote.outer[1])
    return not LETTER.search(text, at, frame.end)


def _reported(text: str, lex: Lexicon, cast: Cast, frame: Frame) -> bool:
    """True for a sentence in the mood of reported speech that no cue rules ("Die Lage sei ernst.")."""
    if not lex.reported or any(cue.form != LOOSE for cue in frame.cues):
        return False
    words = WORD.finditer(text, frame.start, frame.end)
    return any(one.group() in lex.reported and not cast.hides(one.start()) for one in words)


def _carry(cast: Cast, made: list[Frame], index: int, one: Said, said: list[Said]) -> None:
    """A quotation alone goes on for the speaker of the sentence before, within the paragraph or right after it."""
    before = made[index - 1] if index else None
    if before is None or cast.last is None or before.kind in HEADS:
        return
    apart = one.frame.block - before.block
    last = said[-1] if said and said[-1].frame is before else None
    told = any(cue.form != LOOSE for cue in before.cues)
    if apart == 0 and (last is not None and last.speaker is not None or last is None and told):
        one.speaker, one.by, one.cue = cast.last, "carried", _cue_before(before, last)
    elif apart == 1 and last is not None and _named(last) and cast.last_block == before.block:
        one.speaker, one.by, one.cue = cast.last, "carried", _cue_before(before, last)


def _carried_report(cast: Cast, made: list[Frame], index: int) -> list[Report]:
    """A whole sentence in the mood of reported speech goes on for the speaker before it."""
    frame, before = made[index], made[index - 1] if index else None
    if before is None or before.block != frame.block or cast.last_block != frame.block or cast.last is None:
        return []
    return [(cast.last_cue, cast.last, [(frame.start, frame.end)])] if cast.last_cue is not None else []


def _cue_before(frame: Frame, last: Said | None) -> Cue | None:
    """The cue that a carried quotation still stands under."""
    if last is not None:
        return last.cue
    told = [cue for cue in frame.cues if cue.form != LOOSE]
    return told[-1] if told else None


def _cue(page: Page, lex: Lexicon, cast: Cast, frame: Frame, quote: Marked) -> tuple[Cue | None, bool]:
    """(the cue these words stand under, whether they stand directly before its verb)."""
    text = page.value
    after = _cue_after(page, lex, cast, frame, quote)
    if after is not None:
        return after
    before = [cue for cue in frame.cues if cue.end <= quote.outer[0] and not cue.after]
    verbs = [cue for cue in before if cue.form != PHRASE]
    climbed = _climb(page, frame, quote)
    if climbed is not None:
        return climbed, False
    if verbs and ";" not in text[verbs[-1].end : quote.outer[0]]:
        return verbs[-1], False
    phrases = [cue for cue in frame.cues if cue.form == PHRASE and not _in_source(text, cue, quote)]
    if phrases:
        return min(phrases, key=lambda cue: min(abs(cue.start - quote.end), abs(cue.end - quote.start))), False
    return _aside(page, cast, frame, quote), False


def _in_source(text: str, cue: Cue, quote: Marked) -> bool:
    """True for a name between marks that is the source itself: according to “Radio Nova”."""
    gap = text[quote.outer[1] : cue.start] if cue.after else text[cue.end : quote.outer[0]]
    return 0 <= len(gap) <= 12 and not LIMIT.search(gap)


def _cue_after(page: Page, lex: Lexicon, cast: Cast, frame: Frame, quote: Marked) -> tuple[Cue, bool] | None:
    """“…”, said X · “…”, X said · “…” X said: a verb right behind the words, or behind a short subject."""
    text = page.value
    following = [other.outer[0] for other in frame.quotes if other.outer[0] >= quote.outer[1]]
    limit = min([frame.end, *following])
    behind = [cue for cue in frame.cues if quote.outer[1] <= cue.start < limit]
    if not behind:
        return None
    cue = behind[0]
    gap = text[quote.outer[1] : cue.start]
    leads = not LETTER.search(text, frame.start, quote.outer[0]) or text[: quote.outer[0]].rstrip().endswith(":")
    comma = "," in gap or text[quote.end - 1] in ",?!…" or gap.strip() in ("—", "–", "-")
    if cue.form == PHRASE:
        return (cue, False) if leads and comma and not LETTER.search(gap) else None
    adjacent = GAP.fullmatch(gap) is not None
    long = quote.end - quote.start > (12 if comma else 25)
    if adjacent and cue.form != LOOSE and (leads or long):
        if leads or any(True for _ in cast.candidates(cue.end, min(limit, cue.end + 40))):
            return cue, True
    if adjacent and cue.form == LOOSE and leads:
        return cue, False
    if leads and (comma or text[quote.end - 1] in FINAL) and len(WORD.findall(gap)) <= 10 and ";" not in gap:
        if len(WORD.findall(gap)) <= 3 or any(True for _ in cast.candidates(quote.outer[1], cue.start)):
            return cue, False
    if leads and comma and ";" not in gap and len(WORD.findall(gap)) <= FAR:
        first = next(iter(cast.candidates(quote.outer[1], cue.start)), None)
        if first is not None and len(WORD.findall(text[quote.outer[1] : first[0]])) <= 3 and cue.form == FINITE:
            return cue, False
    return None


def _climb(page: Page, frame: Frame, quote: Marked) -> Cue | None:
    """The nearest cue above these words in the parse."""
    tokens = page.tokens(quote.start, quote.end)
    if tokens is None:
        return None
    by_place = {cue.verb: cue for cue in frame.cues if cue.form != PHRASE}
    token = tokens.root
    for _ in range(12):
        if token.head is token:
            return None
        token = token.head
        cue = by_place.get(token.idx)
        if cue is not None and cue.end <= quote.outer[0]:
            return cue
    return None


def _aside(page: Page, cast: Cast, frame: Frame, quote: Marked) -> Cue | None:
    """A cue set between commas anywhere behind ("“Key papers” will be signed, he told reporters")."""
    for cue in frame.cues:
        if cue.start < quote.outer[1] or cue.form != FINITE:
            continue
        comma = page.value.rfind(",", quote.outer[1], cue.start)
        if comma >= 0 and any(True for _ in cast.candidates(comma, cue.start)) and cue.start - comma < 60:
            return cue
    return None


# -- what kind, and the record ------------------------------------------------------------------------------


def _joined(text: str, said: list[Said]) -> Iterator[Said]:
    """Two halves of one sentence around a cue become one quotation; everything else stays apart."""
    held: Said | None = None
    for one in said:
        if held is not None and _runs_on(text, held, one):
            held.parts += one.parts
            held.by = "split"
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _runs_on(text: str, first: Said, second: Said) -> bool:
    if first.frame is not second.frame or first.cue is None or second.cue is not first.cue:
        return False
    between = first.quote.outer[1] <= first.cue.start and first.cue.end <= second.quote.outer[0]
    ends = text[first.quote.end - 1] in FINAL
    starts = text[first.quote.start].isupper() and text[second.quote.start].islower()
    return between and starts and not ends and "," in text[second.quote.outer[0] - 2 : second.quote.outer[0]]


def _kind(page: Page, lex: Lexicon, one: Said) -> str:
    """direct for a statement of its own, partial for a phrase inside the article's sentence, scare without a speaker."""
    text, quote = page.value, one.quote
    words = WORD.findall(text[quote.start : quote.end])
    whole = _is_statement(page, one, len(words))
    if one.cue is None and (one.speaker is None or one.speaker.name is None):
        return "direct" if whole and len(words) > TITLE and one.frame.kind not in HEADS else "scare"
    return "direct" if whole else "partial"


def _is_statement(page: Page, one: Said, words: int) -> bool:
    text, quote = page.value, one.quote
    if len(quote.parts) > 1 or (text[quote.end - 1] in FINAL and words > 2 and text[quote.start].isupper()):
        return True
    alone = not LETTER.search(text, one.frame.start, quote.outer[0]) or text[: quote.outer[0]].rstrip().endswith(":")
    tokens = page.tokens(quote.start, quote.end)
    if tokens is None:
        return words >= CLAUSE and (text[quote.start].isupper() or alone)
    finite = any(_finite(token) for token in tokens)
    if alone and (text[quote.start].isupper() or finite):
        return finite or words >= 3
    subject = any(
        token.dep_.startswith(("nsubj", "expl")) and quote.start <= token.head.idx < quote.end for token in tokens
    )
    return finite and subject and words >= CLAUSE


def _finite(token: object) -> bool:
    from spacy.tokens import Token

    assert isinstance(token, Token)
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return "Fin" in token.morph.get("VerbForm") or token.tag_ in ("VBD", "VBP", "VBZ", "MD")


def _inner(page: Page, lex: Lexicon, quote: Marked) -> Quote:
    """A quotation inside a quotation: kept, its speaker left open."""
    return Quote(spans=_spans(page, quote.parts), by="quotes:nested", kind="scare")


def _spans(page: Page, parts: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(page.span(a, b) for a, b in parts)


def _heads(page: Page, said: list[Said]) -> None:
    """A headline's quotation belongs to whoever says the same words in the body."""
    body = [one for one in said if one.frame.kind not in HEADS and _named(one)]
    for one in said:
        if one.frame.kind not in HEADS or _named(one):
            continue
        words = _content(page.value, one)
        matches = {
            other.speaker.name: other.speaker
            for other in body
            if other.speaker and len(words) >= 2 and words <= _content(page.value, other)
        }
        if len(matches) == 1:
            (speaker,) = matches.values()
            one.speaker = Speaker(speaker.name, speaker.start, speaker.end, "heading", speaker.others, speaker.person)
            one.by = "heading"


def _content(text: str, one: Said) -> frozenset[str]:
    return frozenset(word.lower() for word in WORD.findall(text[one.quote.start : one.quote.end]) if len(word) > 2)


def _quote(
    page: Page,
    dated: list[tuple[int, int, When]],
    lex: Lexicon,
    cast: Cast,
    frame: Frame,
    kind: str,
    cue: Cue | None,
    speaker: Speaker | None,
    parts: list[tuple[int, int]],
    by: str,
) -> Quote:
    where = occasion(page, lex, cast, frame, cue, speaker, parts, dated)
    return Quote(
        spans=_spans(page, parts),
        by=f"quotes:{by}",
        kind=kind,
        speaker=(speaker.name or None) if speaker else None,
        speaker_at=page.span(speaker.start, speaker.end) if speaker else None,
        co_speakers=speaker.others if speaker else (),
        cue=page.span(cue.start, cue.end) if cue else None,
        manner=cue.manner if cue else "",
        addressee=where.addressee,
        medium=where.medium,
        when=where.when,
    )
