"""What the report tells as done, and the sources only as planned, possible, conditional, denied or somebody's claim.

A sentence of the report in its own voice and without a word of doubt is held against the sentences of the sources that
tell the same act, or use the same words for it. When none of them tells it as fact, the report is firmer than they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.check.alignment import aligned, marked
from dragoman.check.alleged import alleged
from dragoman.check.case import Case, Line
from dragoman.check.doubt import DOUBTS, doubt, negated, reported, stretch
from dragoman.check.marks import phrase
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.languages import language
from dragoman.records import LEAVING, UNTYPED, Event, Figure, Quote

__all__ = ["standings"]

#: Share of the report's words, names and titles aside, that a sentence telling the same holds; how related a sentence
#: of the same act must be; and how related one that vouches for the report. Swept on quality/sets/check.
_SAME_WORDS, _SAME_ACT, _VOUCHES = 0.5, 0.3, 0.22
_SAME_FOREIGN = 0.5  # as _SAME_ACT, across languages, where names alone give a third
_SAME_MEANING = 0.6  # as _SAME_FOREIGN, for a sentence whose act is not read; unrelated ones of one story reach .5
_SLACK, _SLACK_FOREIGN = 0.15, 0.3  # how much less related than the nearest plan a fact may be and still vouch
_SAME_SENTENCE = 0.8  # share of the words from which the words tell more than the types of acts
_NO_ACT = frozenset({"statement", UNTYPED})
_OPEN = frozenset({"cancelled", "denied", "conditional", "planned", "possible", "claimed"})
_DONE = frozenset({"happened", "under way"})
_ENDS = (".", "!", "…", "”", "»", '"', ")")  # how a sentence ends, not a headline
_LEAST = 3  # words beside names that a sentence needs to be held against others


@dataclass(frozen=True)
class _Told:
    """A sentence of a source that tells the same, and how it stands there."""

    line: Line
    related: float
    standing: str  # "fact" or one of _OPEN
    who: str = ""


def standings(case: Case, checked: Sequence[Verdict] = ()) -> Iterator[Verdict]:
    """One verdict a sentence whose standing in the sources can be told."""
    for line in case.mine:
        own = [one for one in case.report.reading.of(Event) if line.span.covers(one.hull) and one.type not in _NO_ACT]
        if not _firm(case, line, own):
            continue
        told = list(_telling(case, line, own)) or _by_meaning(case, line, checked)
        facts = [one for one in told if one.standing == "fact" and _vouches(line, one, told[0])]
        if facts:
            yield _said(case, line, "found", facts)
        elif told and not _borne(case, line, checked, told[0].related - _SLACK_FOREIGN):
            yield _said(case, line, "differing" if _accuses(case, line, told) else "found", told)


def _accuses(case: Case, line: Line, told: Sequence[_Told]) -> bool:
    """False where all that is open is that somebody says it of his own: the place shows who."""
    return any(one.standing != "claimed" or not one.who or alleged(case, line, one.line, one.who) for one in told)


def _borne(case: Case, line: Line, checked: Sequence[Verdict], least: float) -> bool:
    """True when a figure or date of the sentence is borne out by a sentence so related that tells it as fact."""
    related = {other.number: score for score, other in case.related(line)}
    for one in checked:
        if one.kind not in ("figure", "date") or one.finding or not line.span.start <= one.start < line.span.end:
            continue
        for place in one.evidence:
            home = case.line_of(place.span)
            quoted = any(part.meets(place.span) for quote in case.quotes[place.span.source] for part in quote.spans)
            open_ = any(event.standing in _OPEN for event in case.view.article(place.span.source).events(place.span))
            doubted = doubt(home.language, home.text) or reported(home.language, home.text) if home else ""
            if home and related.get(home.number, 0.0) >= least and not (place.note or quoted or open_ or doubted):
                return True
    return False


def _vouches(line: Line, fact: _Told, nearest: _Told) -> bool:
    """True for a fact told nearly as much like the report's sentence as the nearest plan or claim is."""
    return fact.related >= nearest.related - (_SLACK_FOREIGN if fact.line.language != line.language else _SLACK)


def _firm(case: Case, line: Line, own: Sequence[Event]) -> bool:
    """True when the report tells a sentence in its own voice, as done."""
    source = case.report.source.id
    if line.text.rstrip().endswith("?") or len(line.content) < (1 if own else _LEAST):
        return False
    if not own and not line.text.rstrip().endswith(_ENDS):  # a headline without an act says nothing as done
        return False
    if any(block.meets(line.span) for block in case.report.blocks):
        return False
    if any(one.kind != "scare" and any(span.meets(line.span) for span in one.spans) for one in case.quotes[source]):
        return False
    if any(one.claimed_by for one in case.report.reading.of(Figure) if line.span.covers(one.hull)):
        return False
    return (
        all((one.standing in _DONE or _has_left(one)) and not one.claimed_by for one in own)
        and DOUBTS.get(doubt(line.language, line.text), "denied") == "denied"
        and phrase(language(line.language), "allowed", line.text.lower()) is None
    )


def _telling(case: Case, line: Line, own: Sequence[Event]) -> Iterator[_Told]:
    """The sentences of the sources that tell the same act or use the same words, the nearest first."""
    types = {one.type for one in own}
    for related, other in case.related(line):
        if related < _VOUCHES:
            break
        same = [one for one in case.view.article(other.source).events(other.span) if one.type in types]
        acts = [one for one in same if other.span.meets(one.hull)]
        if any(map(_has_left, own)):  # who left is held against who left
            acts = [replace(one, standing="happened") if _has_left(one) else one for one in acts]
        share = case.kinship.share(line.content, other.content) if line.language == other.language else 0.0
        if share >= (_SAME_SENTENCE if acts else _SAME_WORDS) and not _all_open(acts):
            yield _by_words(case, line, other, related, own)
        elif acts:
            yield from _by_act(case, line, other, related, acts)
        elif _denied(line, other):
            yield _Told(other, related, "denied")


def _has_left(event: Event) -> bool:
    """True for a departure: the visit is still to come, and the leaving is done."""
    return event.by.endswith(LEAVING)


def _all_open(acts: Sequence[Event]) -> bool:
    """True for acts that are told, and each as planned, possible, denied: "is extended unless a party objects"."""
    return bool(acts) and all(one.standing in _OPEN and one.standing != "claimed" for one in acts)


def _by_meaning(case: Case, line: Line, checked: Sequence[Verdict]) -> list[_Told]:
    """The sentences in other languages that tell the same and hold no act: all must tell it with a doubt."""
    told = []
    for related, other in case.related(line):
        if related < _SAME_MEANING:
            break
        if line.language == other.language:
            continue
        words = aligned(case, line, other, checked)
        cue = doubt(other.language, words)
        if negated(other.language, words) and not negated(line.language, line.text):
            told.append(_Told(other, related, "denied"))
            continue
        if not cue or cue == doubt(line.language, line.text):
            return []
        if not case.view.article(other.source).events(other.span):
            told.append(_Told(other, related, DOUBTS[cue]))
    return told


def _denied(line: Line, other: Line) -> bool:
    """True when a sentence about the same parties and thing denies it: "deny any deliveries"."""
    same = bool(line.entities) and line.entities <= other.entities and bool(line.content & other.content)
    return same and DOUBTS.get(doubt(other.language, other.text)) == "denied"


def _by_act(case: Case, line: Line, other: Line, related: float, acts: Sequence[Event]) -> Iterator[_Told]:
    """How the act of the report's type stands there; one far off can only vouch, not accuse."""
    done = [one for one in acts if one.standing in _DONE and not one.claimed_by]
    if done:
        yield _Told(other, related, "fact")
    elif related >= (_SAME_ACT if line.language == other.language else _SAME_FOREIGN):
        first = acts[0]
        standing = first.standing if first.standing in _OPEN else "claimed"
        if standing != "claimed":
            yield _Told(other, related, standing)
        elif not first.claimed_by or _kept(case, line, other, first.claimed_by) or _told_as_done(case, line, first):
            yield _Told(other, related, "fact")
        else:
            yield _Told(other, related, standing, first.claimed_by)


def _by_words(case: Case, line: Line, other: Line, related: float, own: Sequence[Event]) -> _Told:
    """How a sentence stands that has the same words: inside somebody's words, beside a word of doubt, or as fact."""
    words = stretch(line, other)
    cue = doubt(other.language, words)
    if cue and cue != doubt(line.language, line.text):
        return _Told(other, related, DOUBTS[cue])
    if reported(other.language, words) and not reported(line.language, line.text):
        return _Told(other, related, "claimed")
    claim = _claim(case, line, other)
    if claim is None or any(_told_as_done(case, line, act) for act in own):
        return _Told(other, related, "fact")
    return _Told(other, related, "claimed", claim.speaker or "")


def _kept(case: Case, line: Line, other: Line, who: str) -> bool:
    """True when the report's sentence names who says it in the source."""
    if not who:
        return False
    party = case.who.entity(other.source, who)
    return party in line.entities or case.kinship.share(case.stems(who), line.stems) >= _SAME_WORDS


def _told_as_done(case: Case, line: Line, act: Event) -> bool:
    """True when some source tells the act in its own voice: a claim that others tell as fact needs no attribution."""
    return any(
        one.type == act.type
        and one.standing in _DONE
        and not one.claimed_by
        and (home.entities & line.entities or not line.entities)
        for one, home in case.placed(Event)
    )


def _claim(case: Case, line: Line, other: Line) -> Quote | None:
    """The report of speech that holds the words which the two sentences share; None when the report names one."""
    found = None
    for one in case.quotes.get(other.source, []):
        if one.kind == "scare" or not one.speaker or not any(span.meets(other.span) for span in one.spans):
            continue
        said = " ".join(case.words(span) for span in one.spans)
        if case.kinship.share(line.content, case.stems(said)) >= _SAME_WORDS:
            found = found or one
            if _kept(case, line, other, one.speaker):
                return None
    return found


def _said(case: Case, line: Line, verdict: str, told: Sequence[_Told]) -> Verdict:
    first = told[0]
    why = f"The sources tell it as {first.standing}{f', by {first.who}' if first.who else ''}; the report as fact."
    return Verdict(
        start=line.span.start,
        end=line.span.end,
        kind="standing",
        verdict=verdict,
        how="" if verdict == "found" and first.standing == "fact" else first.standing,
        why="" if verdict == "found" else why,
        evidence=tuple(
            Evidence(span=one.line.span, note=one.who, marked=marked(case, one.line, one.standing)) for one in told[:4]
        ),
    )
