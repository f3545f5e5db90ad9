"""What the report gives as quoted words, and how a verdict on them is put."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.check.case import Case
from dragoman.check.heard import sounded
from dragoman.check.speakers import agree
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.check.wording import Words, run
from dragoman.compare.surfaces import folded
from dragoman.records import Quote
from dragoman.spans import Span
from dragoman.store.words import places, tokens

__all__ = ["RUN", "Asked", "agrees", "asked", "hull", "said", "told", "voice", "words_at"]

RUN = re.compile(r"(?=(?<!\w)([^\W\d_a-zа-яё][\w'’-]+ [^\W\d_a-zа-яё][\w'’-]+))")  # Глава Джованни, Юлія Свириденко


@dataclass(frozen=True)
class Asked:
    """A quotation of the report; `at` is its clean place there."""

    span: Span
    at: tuple[int, int]
    text: str
    speaker: str | None
    kind: str
    parts: tuple[tuple[str, ...], ...]
    named: str = ""  # how the sentence itself names the speaker

    @property
    def words(self) -> list[str]:
        """All its words in order."""
        return [word for part in self.parts for word in part]

    def places(self) -> list[tuple[int, int]]:
        """Where each word of the quotation stands, counted from its beginning."""
        return [(a, b) for word, a, b in places(self.text) if word]


def asked(case: Case) -> list[Asked]:
    """What the report gives as quoted words, in reading order."""
    text, made = case.report.article.text, []
    quotes = [one for one in case.quotes[case.report.source.id] if one.kind in ("direct", "partial", "scare")]
    for quote in quotes:
        if not any(other.hull.covers(quote.hull) and other.hull != quote.hull for other in quotes):
            named = case.words(quote.speaker_at) if quote.speaker_at else ""
            made += [(span, quote.speaker, quote.kind, named) for span in quote.spans]
    for span in case.report.blocks:
        if not any(span.meets(one[0]) for one in made):
            made.append((span, None, "direct", ""))
    found = []
    for span, speaker, kind, named in sorted(made, key=lambda one: one[0]):
        place = text.find(span.start, span.end)
        parts = run(text.value[slice(*place)]) if place else []
        if parts and place:
            words = text.value[slice(*place)]
            cut = tuple(tuple(part) for part in parts)
            found.append(Asked(text.span(*place), place, words, speaker, kind, cut, named))
    return found


def said(
    one: Asked,
    verdict: str,
    *,
    how: str = "",
    why: str = "",
    evidence: Sequence[Evidence] = (),
    marked: Sequence[tuple[int, int]] = (),
) -> Verdict:
    """A verdict on a quotation."""
    return Verdict(
        start=one.span.start,
        end=one.span.end,
        kind="quotation",
        verdict=verdict,
        how=how,
        why=why,
        evidence=tuple(evidence),
        marked=tuple(marked),
    )


def told(case: Case, words: Words, run: tuple[int, int]) -> Quote | None:
    """The quotation or report of the source that these words belong to; the narrowest with a speaker."""
    span = words_at(words, run)
    quotes = case.quotes.get(words.article.source, [])
    held = [one for one in quotes if any(part.meets(span) for part in one.spans) and one.speaker]
    return min(held, key=lambda one: (one.kind == "indirect", one.end - one.start, one.start), default=None)


def agrees(case: Case, one: Asked, quote: Quote | None) -> bool | None:
    """True for one speaker, False for another, None where it cannot be told."""
    if quote is None:
        return None
    names = [name for name in (quote.speaker, *quote.co_speakers) if name]
    answers = [agree(case, one.speaker, quote.source, name, quote.speaker_at) for name in names]
    if True in answers or any(_names_whole(case, one, name) or _named_beside(case, one, name) for name in names):
        return True
    return False if answers and None not in answers else None


def _names_whole(case: Case, one: Asked, name: str) -> bool:
    """True when the report's sentence has the whole name, of which only a part was taken for the speaker's."""
    line, part, whole = case.line_of(one.span), set(tokens(one.named)), set(tokens(name))
    return len(whole) > 1 and bool(part) and part < whole and line is not None and whole <= set(tokens(line.text))


def _named_beside(case: Case, one: Asked, name: str) -> bool:
    """True when the sentence has a whole name beside the quotation, where only a body was taken for the speaker."""
    line = case.line_of(one.span)
    if line is None or case.who.kind(case.who.entity(case.report.source.id, one.speaker or "")) == "PER":
        return False
    mine = [hit[1] for hit in RUN.finditer(line.text.replace(one.text, ""))]
    theirs = [hit[1] for hit in RUN.finditer(name)] or [name]  # "der Ingenieur Adonis Vlachos"
    return any(sounded(b, a) or folded(a) == folded(b) for a in mine for b in theirs)


def voice(case: Case, quote: Quote | None) -> str:
    """Who speaks in a source, "" when it does not tell."""
    return case.who.name(case.who.entity(quote.source, quote.speaker)) if quote and quote.speaker else ""


def words_at(words: Words, run: tuple[int, int]) -> Span:
    """The original place of a run of words."""
    return words.article.text.span(*words.range(*run))


def hull(places: Sequence[Span]) -> Span:
    """From the first to the last of some places in one source."""
    return Span(places[0].source, min(one.start for one in places), max(one.end for one in places))
