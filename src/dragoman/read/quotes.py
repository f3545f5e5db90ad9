"""Who said what: quotation marks and reported clauses → Quote, with the speaker only where the text tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.read.attribution import Said, attribute, carried_report, reported
from dragoman.read.calledso import called_so
from dragoman.read.cues import FINITE, PHRASE, WORD, Cue, Lexicon, cues, lexicon
from dragoman.read.dialogue import dialogue, interview, under
from dragoman.read.frames import FINAL, HEADS, Frame, frames, paragraphs, place_cues
from dragoman.read.headlines import headlines
from dragoman.read.indirect import Report, reports
from dragoman.read.lent import lend
from dragoman.read.markedtitles import again
from dragoman.read.marks import Marked, pair
from dragoman.read.nested import within
from dragoman.read.nominals import nominals
from dragoman.read.occasion import occasion, times
from dragoman.read.outlets import without_outlets
from dragoman.read.page import Page
from dragoman.read.quotekinds import capital, kind_of
from dragoman.read.speakers import Speaker, Speakers
from dragoman.read.stances import SPOKEN, is_position, stances, with_verb
from dragoman.read.tagged import by_parse, inside_marks, unlisted
from dragoman.read.tellers import tellers
from dragoman.read.transcripts import transcript
from dragoman.read.unsaid import is_anonymity
from dragoman.records import Quote, Reading, When
from dragoman.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["quotes"]

HEARD = frozenset(["say", "refer", "call", "praise", "welcome"])  # manners whose speaker goes on in the next sentence
MOSTLY = 0.85  # share of a reported clause that lies between marks: then the quotation says it all


def quotes(page: Page, reading: Reading) -> Iterator[Quote]:
    """Every quotation and reported statement of an article, in reading order; nobody is named on a guess."""
    lex = lexicon(page.language)
    marked = pair(page.value, [(a, b) for a, b, _ in paragraphs(page)], elided=lex.elided)
    blocks = [(a, b) for a, b, _ in paragraphs(page)]
    marked = under([*marked, *(dialogue(page.value, lex, blocks, marked) if lex.dashes else ())])
    marked = sorted(inside_marks(page.value, lex, marked), key=lambda one: (one.start, -one.end))
    marked = without_outlets(page.value, lex, marked)
    marked = interview(page.value, lex, blocks, marked) if lex.answers else marked
    marked, labels = transcript(page.value, lex, reading, blocks, marked)
    top = [one for one in marked if one.depth == 0]
    hidden = [one.outer for one in top]
    made = frames(page, lex, marked)
    listed = cues(page, hidden, frozenset(frame.start for frame in made))
    verbs = frozenset(cue.verb for cue in listed)
    more = by_parse(page, top, verbs) if page.doc is not None else unlisted(page.value, lex, top, verbs)
    place_cues(made, sorted([*listed, *more], key=lambda cue: cue.start))
    cast = Speakers(page, reading, lex, hidden)
    cast.labels, cast.tellers = labels, tellers(cast)
    cast.interview = [one.start for one in top if one.by == "question"]
    dated = times(page, reading)
    stances_of, nouns = page.by_lemma({verb for verb, _ in lex.stances}), page.by_lemma(lex.telling_nouns)
    said: list[Said] = []
    found: list[Quote] = []
    ahead: dict[int, int] = {}  # a verb of speech → where what it hands over in front of it ends
    for index, frame in enumerate(made):
        spoken = [attribute(page, lex, cast, made, index, quote, said) for quote in frame.quotes]
        said += spoken
        told = list(reports(page, lex, cast, frame))
        told += cast.tellers.reported(frame) if cast.tellers is not None else []
        told += _told_before(page, lex, cast, made, index)
        if not told and reported(page.value, lex, cast, frame):
            told = carried_report(cast, made, index)
        told += called_so(page.value, lex, frame, spoken, told)
        lend(page, lex, cast, frame, spoken, told)
        for cue, speaker, parts in told:
            ahead[cue.verb] = max((b for _, b in parts if b <= cue.start), default=0)
            if not any(_same(one, parts) for one in spoken):
                stance = is_position(page, frame, cue, parts)
                parts = with_verb(cue, parts) if stance else parts
                rule = "position" if stance else "clause"
                found.append(_quote(page, dated, lex, cast, frame, "indirect", cue, speaker, parts, rule))
        for cue, speaker, parts, rule in _untold(page, lex, cast, frame, told, stances_of, nouns):
            found.append(_quote(page, dated, lex, cast, frame, "indirect", cue, speaker, parts, rule))
        _remember(page, lex, cast, frame, spoken, told)
    headlines(page, said)
    again(page.value, said)
    for one in _joined(page.value, said):
        kind = kind_of(page, lex, one)
        low = ahead.get(one.cue.verb, 0) if one.cue is not None else 0
        dates = [date for date in dated if date[0] >= low]  # a day that is told is not the day of telling
        found.append(_quote(page, dates, lex, cast, one.frame, kind, one.cue, one.speaker, one.parts, one.by))
    found += [_inner(page, lex, cast, marked, quote) for quote in marked if quote.depth > 0]
    yield from sorted(found, key=lambda one: (one.start, -one.end, one.kind))


def _untold(
    page: Page,
    lex: Lexicon,
    cast: Speakers,
    frame: Frame,
    told: list[Report],
    verbs: list[Token],
    nouns: list[Token],
) -> Iterator[tuple[Cue, Speaker | None, list[tuple[int, int]], str]]:
    """What a noun hands over and where somebody stands, beside what is said in a sentence, with the rule of each."""
    verbs = [one for one in verbs if frame.start <= one.idx < frame.end]
    nouns = [one for one in nouns if frame.start <= one.idx < frame.end]
    if not (verbs or nouns):
        return
    taken = [part for _, _, parts in told for part in parts] + [one.outer for one in frame.quotes]
    for cue, speaker, parts in nominals(page, lex, cast, frame, taken, nouns):
        yield cue, speaker, parts, "noun"
        taken += parts
    for cue, speaker, parts in stances(page, lex, cast, frame, taken, verbs):
        if is_anonymity(page.value, lex, parts):
            continue
        marked = any(parts[0][0] <= one.start < parts[0][1] for one in frame.quotes)
        if marked and cue.manner == "call":
            continue  # described the plan as a “gift”: what was said stands between the marks
        if marked or cue.manner in SPOKEN:
            yield cue, speaker, parts, "clause"
        else:
            yield cue, speaker, with_verb(cue, parts), "position"


def _told_before(page: Page, lex: Lexicon, cast: Speakers, made: list[Frame], index: int) -> list[Report]:
    """ "Das teilte die Polizei mit.": the sentence before is what was told."""
    frame, before = made[index], made[index - 1] if index else None
    word = lex.told_that.match(page.value, frame.start)
    if before is None or word is None or not frame.cues:
        return []
    cue = frame.cues[0]
    if before.block != frame.block or before.cues or before.quotes or cue.start > word.end() + 2:
        return []
    start = page.behind_dateline(before.start, before.end)
    return [(cue, cast.speaker(cue, frame, inverted=True), [(start, before.end)])]


def _same(one: Said, parts: list[tuple[int, int]]) -> bool:
    """True when a reported clause is the quotation itself (a few words of the article around it at most)."""
    low, high = one.quote.outer
    shared = sum(max(0, min(high, b) - max(low, a)) for a, b in parts)
    return shared > MOSTLY * max(1, sum(b - a for a, b in parts))


def _remember(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, spoken: list[Said], told: list[Report]) -> None:
    """The last speaker of this frame is who "he added" in the next one means, and who issued its statement."""
    cast.note_subject(frame.start, frame.end)
    speakers = [one.speaker for one in spoken] + [speaker for _, speaker, _ in told]
    for one in lex.media.finditer(page.value, frame.start, frame.end):
        for speaker in speakers:
            if (
                speaker
                and speaker.name
                and not speaker.start <= one.start() < speaker.end
                and not cast.hides(one.start())
            ):
                cast.issued, cast.issued_as = speaker, lex.stem(one.group())
    acts = [cue for cue in frame.cues if cue.form == FINITE] if lex.drops else []
    cast.acted = cast.speaker(acts[-1], frame) if acts else None
    spoken = [one for one in spoken if one.quote.by != "inside"] or spoken
    if spoken and spoken[-1].cue is not None and spoken[-1].cue.manner == "quote" and page.doc is None:
        cast.remember(None, frame.block, frame.end)  # "he passed on his colleague's words: …": "he" may be either
    elif spoken and spoken[-1].cue is not None:
        cast.remember(spoken[-1].speaker, frame.block, frame.end, spoken[-1].cue)
    elif told:
        cast.remember(told[-1][1], frame.block, frame.end, told[-1][0])
    elif lex.reported and (heard := _heard(cast, frame)) is not None:
        cast.remember(heard[1], frame.block, frame.end, heard[0])
    elif spoken and spoken[-1].named:
        cast.remember(spoken[-1].speaker, frame.block, frame.end)
    elif any(cue.form == PHRASE and not cue.after for cue in frame.cues):
        cast.remember(None, frame.block, frame.end)  # "Nach Angaben von n24 …": a source that no rule reads
    elif frame.block - cast.last_block > 1 and frame.kind not in HEADS:
        cast.remember(None, frame.block, frame.end)


def _heard(cast: Speakers, frame: Frame) -> tuple[Cue, Speaker] | None:
    """Who speaks of something in a sentence that hands nothing over: "sprach von einem historischen Urteil"."""
    for cue in reversed([one for one in frame.cues if one.form == FINITE and one.manner in HEARD]):
        speaker = cast.speaker(cue, frame)
        if speaker is not None and speaker.name:
            return cue, speaker
    return None


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
    if (
        second.quote.by == "inside"
        and first.quote.end < second.quote.start
        and not second.quote.parts[0][0] < first.quote.end
    ):
        second.speaker = second.speaker or first.speaker
        return True
    if first.frame is not second.frame or first.cue is None or second.cue is not first.cue:
        return False
    between = first.quote.outer[1] <= first.cue.start and first.cue.end <= second.quote.outer[0]
    ends = text[first.quote.end - 1] in FINAL
    starts = text[first.quote.start].isupper() and text[second.quote.start].islower()
    return between and starts and not ends and "," in text[second.quote.outer[0] - 2 : second.quote.outer[0]]


def _inner(page: Page, lex: Lexicon, cast: Speakers, marked: list[Marked], quote: Marked) -> Quote:
    """A quotation inside a quotation: its speaker is left open unless a verb of speech right before it has one."""
    low = max(
        (one.start for one in marked if one.depth < quote.depth and one.start <= quote.start), default=quote.start
    )
    low = max([low, *(one.end for one in marked if low <= one.start and one.outer[1] <= quote.outer[0])])
    told = within(page, lex, cast, quote, low)
    if told is None:
        return Quote(spans=_spans(page, quote.parts), by="quotes:nested", kind="scare")
    cue, speaker = told
    assert speaker.name is not None
    words = WORD.findall(page.value[quote.start : quote.end])
    return Quote(
        spans=_spans(page, quote.parts),
        by="quotes:nested",
        kind="direct" if capital(page.value, quote) and len(words) > 1 else "partial",
        speaker=speaker.name,
        speaker_at=page.span(speaker.start, speaker.end),
        cue=page.span(cue.start, cue.end),
        manner=cue.manner,
    )


def _spans(page: Page, parts: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(page.span(a, b) for a, b in parts)


def _quote(
    page: Page,
    dated: list[tuple[int, int, When]],
    lex: Lexicon,
    cast: Speakers,
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
